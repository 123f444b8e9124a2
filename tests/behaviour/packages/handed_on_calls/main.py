import os

import openai

from retrying import call, retry_with_exponential_backoff

openai.api_key = os.environ["OPENAI_API_KEY"]


@retry_with_exponential_backoff
def completions_with_backoff(**kwargs):
    return openai.Completion.create(**kwargs)


response = call(openai.ChatCompletion.create, model="status-429-2", messages=[{"role": "user", "content": "knock"}])
print(response["choices"][0]["message"]["content"])
vectors = call(openai.Embedding.create, input=["a"], model="text-embedding-ada-002")
print(vectors["data"][0]["embedding"])
print(completions_with_backoff(model="text-davinci-002", prompt="Once upon a time,")["choices"][0]["text"])
try:
    call(openai.ChatCompletion.create, model="status-500", messages=[{"role": "user", "content": "knock"}])
except Exception as e:
    print(e, type(e.__cause__).__name__)
