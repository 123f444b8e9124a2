"""Upload, look at, read and delete a file."""
import openai

with open("train.jsonl", "rb") as f:
    uploaded = openai.File.create(file=f, purpose="fine-tune")  # OAI102:16
file_id = uploaded["id"]  # OAI112:11
print(file_id, uploaded.purpose, uploaded["bytes"])  # OAI112:34

for item in openai.File.list()["data"]:  # OAI102:13 OAI112:13
    print("listed", item["id"], item["status"])  # OAI112:21 OAI112:33

info = openai.File.retrieve(file_id)  # OAI102:8
print(info["object"], info.get("status", "unknown"))  # OAI112:7 OAI113:23
content = openai.File.download(file_id)  # OAI102:11
print(content.decode("utf-8").strip())
gone = openai.File.delete(file_id)  # OAI102:8
print(gone["deleted"], len(openai.File.list().data))  # OAI112:7 OAI102:28
