"""The first API for fine-tuning; it is gone."""
import openai

run = openai.FineTune.create(training_file="file-1", model="ada", suffix="sentiment")  # OAI102:7
print(run["id"], run["status"])  # OAI112:7 OAI112:18
for event in openai.FineTune.list_events(id=run.id)["data"]:  # OAI112:14 OAI102:14 OAI110:42
    print(event["created_at"], event["message"])  # OAI112:11 OAI112:32
again = openai.FineTune.retrieve(id=run.id)  # OAI102:9 OAI110:34
print(again.fine_tuned_model)
