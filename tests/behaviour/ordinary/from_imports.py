from os import environ
from openai import ChatCompletion, Embedding, Moderation
from openai.error import OpenAIError
import openai

openai.api_key = environ["OPENAI_API_KEY"]


def safe(text):
    return not Moderation.create(input=text).results[0].flagged


def chat(text):
    if not safe(text):
        return "I cannot answer that."
    return ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]


print(chat("hello"))
print(chat("I hate mondays"))
print(Embedding.create(model="text-embedding-ada-002", input="x").data[0].embedding)
try:
    Embedding.create(model="status-400", input="x")
except OpenAIError as error:
    print(error)
