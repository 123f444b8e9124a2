import time
import openai

with open("train.jsonl", "rb") as data:
    training_file = openai.File.create(data, "fine-tune")  # OAI102:21 OAI111:40

job = openai.FineTuningJob.create(  # OAI102:7
    training_file=training_file.id, model="gpt-3.5-turbo", suffix="jokes", hyperparameters={"n_epochs": 2}
)
job_id = job["id"]  # OAI112:10
while True:
    job = openai.FineTuningJob.retrieve(job_id)  # OAI102:11
    if job["status"] in ("succeeded", "failed"):  # OAI112:8
        break
    time.sleep(5)
print(job_id, job.status, job["fine_tuned_model"], job["hyperparameters"]["n_epochs"])  # OAI112:27 OAI112:52

events = openai.FineTuningJob.list_events(id=job_id, limit=2)  # OAI102:10 OAI110:43
for event in reversed(events["data"]):  # OAI112:23
    print(event["message"])  # OAI112:11
print(openai.FineTuningJob.cancel(job_id).status)  # OAI102:7
print([j["id"] for j in openai.FineTuningJob.list(limit=10)["data"]])  # OAI112:8 OAI102:25 OAI112:25
