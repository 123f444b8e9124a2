import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]


def upload(path, purpose="fine-tune"):
    with open(path, "rb") as handle:
        return openai.File.create(handle, purpose)


def listing():
    return [(f["id"], f["purpose"], f["bytes"]) for f in openai.File.list()["data"]]


first = upload("train.jsonl")
print(first.id, first["status"])
print(listing())
content = openai.File.download(first.id)
print(content.decode("utf-8").count("\n"))
deleted = openai.File.delete(first["id"])
print(deleted["deleted"], deleted.id)
print(len(listing()))
try:
    openai.File.retrieve(first["id"])
except openai.error.InvalidRequestError:
    print("gone")
