import openai

for n in range(3):
    openai.FineTuningJob.create(training_file="file-1", model=f"m{n}")  # OAI102:5
for job in openai.FineTuningJob.auto_paging_iter(limit=2):  # OAI102:12
    print(job["id"], job.model)  # OAI112:11
first = openai.FineTuningJob.list(limit=1)  # OAI102:9
print(len(first["data"]), first["has_more"])  # OAI112:11 OAI112:27
