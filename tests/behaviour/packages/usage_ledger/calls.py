import openai

from ledger import ledger


def recorded(function):
    def wrapper(*args, **kwargs):
        response = function(*args, **kwargs)
        ledger.record(response)
        return response
    return wrapper


@recorded
def chat(text):
    return openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])


@recorded
def embed(text):
    return openai.Embedding.create(model="text-embedding-ada-002", input=text)
