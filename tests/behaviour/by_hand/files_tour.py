"""Upload, look at, read and delete a file."""
import openai

with open("train.jsonl", "rb") as f:
    uploaded = openai.files.create(file=("file", f), purpose="fine-tune")
file_id = uploaded.id
print(file_id, uploaded.purpose, uploaded.bytes)

for item in openai.files.list().data:
    print("listed", item.id, item.status)

info = openai.files.retrieve(file_id)
print(info.object, info.status or "unknown")
content = openai.files.content(file_id).content
print(content.decode("utf-8").strip())
gone = openai.files.delete(file_id)
print(gone.deleted, len(openai.files.list().data))
