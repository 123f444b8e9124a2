import openai

for n in range(3):
    openai.fine_tuning.jobs.create(training_file="file-1", model=f"m{n}")
for job in openai.fine_tuning.jobs.list(limit=2):
    print(job.id, job.model)
first = openai.fine_tuning.jobs.list(limit=1)
print(len(first.data), first.has_more)
