import time

import openai

with open("train.jsonl", "rb") as data:
    training_file = openai.files.create(file=("file", data), purpose="fine-tune")

job = openai.fine_tuning.jobs.create(
    training_file=training_file.id, model="gpt-3.5-turbo", suffix="jokes", hyperparameters={"n_epochs": 2}
)
job_id = job.id
while True:
    job = openai.fine_tuning.jobs.retrieve(job_id)
    if job.status in ("succeeded", "failed"):
        break
    time.sleep(5)
print(job_id, job.status, job.fine_tuned_model, job.hyperparameters.n_epochs)

events = openai.fine_tuning.jobs.list_events(job_id, limit=2)
for event in reversed(events.data):
    print(event.message)
print(openai.fine_tuning.jobs.cancel(job_id).status)
print([j.id for j in openai.fine_tuning.jobs.list(limit=10).data])
