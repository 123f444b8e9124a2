"""InvalidRequestError is 404 as well as 400."""
import openai

openai.api_key = "sk-404"


def model_exists(name):
    try:
        m = openai.Model.retrieve(name)
    except openai.error.InvalidRequestError as e:
        if e.http_status == 404:
            return False
        raise
    return m["id"] == name


def delete_file(file_id):
    try:
        return openai.File.delete(file_id)["deleted"]
    except openai.error.InvalidRequestError:
        return "no such file"


print(model_exists("gpt-4o"), model_exists("gpt-7"))
print(delete_file("file-99"), delete_file("file-1"))
try:
    openai.ChatCompletion.create(model="status-400", messages=[])
except (openai.error.InvalidRequestError, openai.error.RateLimitError) as e:
    print(e.http_status, str(e))
