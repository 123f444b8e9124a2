# run: train.jsonl --suffix demo
import argparse
import time
import openai

parser = argparse.ArgumentParser()
parser.add_argument("path")
parser.add_argument("--suffix", default=None)
parser.add_argument("--epochs", type=int, default=3)
args = parser.parse_args()

openai.api_key = "sk-ft"

upload = openai.File.create(file=open(args.path, "rb"), purpose="fine-tune", user_provided_filename=args.path)
print("uploaded", upload["id"], upload["filename"], upload.bytes)

while openai.File.retrieve(upload["id"])["status"] != "processed":
    time.sleep(1)

job = openai.FineTuningJob.create(
    training_file=upload["id"],
    model="gpt-3.5-turbo",
    suffix=args.suffix,
    hyperparameters={"n_epochs": args.epochs},
)
print("job", job["id"])
while True:
    state = openai.FineTuningJob.retrieve(job["id"])
    print(state["status"])
    if state["status"] in ("succeeded", "failed", "cancelled"):
        break
    time.sleep(1)

model = state["fine_tuned_model"]
answer = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "Hi"}])
print(answer.model, answer.choices[0].message.content)
