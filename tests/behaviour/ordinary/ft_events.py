import openai
openai.api_key = "sk-events"

jobs = []
for n in range(3):
    jobs.append(openai.FineTuningJob.create(training_file="file-1", model="gpt-3.5-turbo").id)
print(jobs)

for job in openai.FineTuningJob.list(limit=10).data:
    print(job.id, job.status, job.trained_tokens)

events = openai.FineTuningJob.list_events(id=jobs[0], limit=10)["data"]
for event in events:
    print(event["created_at"], event["level"], event["message"])

cancelled = openai.FineTuningJob.cancel(jobs[-1])
print(cancelled["status"])
try:
    openai.FineTuningJob.retrieve("ftjob-77")
except openai.error.InvalidRequestError as e:
    print("no such job:", e.http_status)
