# The SDK itself has a finder; this is the one by hand
import openai

openai.api_key = "sk-find"


def find_existing(name, purpose):
    for file in openai.File.list().data:
        if file.filename == name and file.purpose == purpose:
            return file
    return None


def ensure(name):
    found = find_existing(name, "fine-tune")
    if found is not None:
        print("already there:", found.id)
        return found.id
    f = open(name, "rb")
    new = openai.File.create(file=f, purpose="fine-tune", user_provided_filename=name)
    f.close()
    print("uploaded:", new.id)
    return new.id


ensure("train.jsonl")
ensure("speech.wav")
print(sorted(x.filename for x in openai.File.list().data))
