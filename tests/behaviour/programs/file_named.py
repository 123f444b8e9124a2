# A name for the file in the account, and whether it is there already.
import io
import openai


def upload(name, rows):
    data = "\n".join(rows).encode()
    same = openai.File.find_matching_files(name=name, bytes=len(data), purpose="fine-tune")  # OAI102:12
    if same:
        return same[0]["id"], False  # missed: OAI112:16
    made = openai.File.create(  # OAI102:12
        file=io.BytesIO(data),
        purpose="fine-tune",
        user_provided_filename=name,  # OAI110:9
    )
    return made.id, True


print(upload("jokes.jsonl", ['{"a": 1}', '{"a": 2}']))
print(upload("jokes.jsonl", ['{"a": 1}', '{"a": 2}']))
