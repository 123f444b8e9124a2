# A name for the file in the account, and whether it is there already.
import io
import openai


def upload(name, rows):
    data = "\n".join(rows).encode()
    same = [
        file
        for file in openai.files.list().data
        if (file.filename, file.bytes, file.purpose) == (name, len(data), "fine-tune")
    ]
    if same:
        return same[0].id, False
    made = openai.files.create(file=(name, io.BytesIO(data)), purpose="fine-tune")
    return made.id, True


print(upload("jokes.jsonl", ['{"a": 1}', '{"a": 2}']))
print(upload("jokes.jsonl", ['{"a": 1}', '{"a": 2}']))
