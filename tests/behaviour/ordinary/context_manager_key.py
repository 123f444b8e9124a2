# environment: OPENAI_API_KEY=sk-outer
import contextlib
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]


@contextlib.contextmanager
def using_key(key):
    before = openai.api_key
    openai.api_key = key
    try:
        yield
    finally:
        openai.api_key = before


def ping():
    response = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": "ping"}])
    return response["choices"][0]["message"]["content"]


print(ping(), openai.api_key)
with using_key("sk-inner"):
    print(ping(), openai.api_key)
try:
    with using_key("sk-wrong"):
        ping()
except openai.error.AuthenticationError:
    print("refused")
print(ping(), openai.api_key)
