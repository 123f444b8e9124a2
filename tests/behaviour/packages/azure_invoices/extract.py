import json

import openai

from config import AZURE, CHAT_DEPLOYMENT, EMBEDDING_DEPLOYMENT

openai.api_type = AZURE["type"]
openai.api_key = AZURE["key"]
openai.api_base = AZURE["endpoint"]
openai.api_version = AZURE["version"]

FIELDS = ("number", "date", "total")


def ask(text, field):
    response = openai.ChatCompletion.create(
        engine=CHAT_DEPLOYMENT,
        messages=[
            {"role": "system", "content": "You read invoices."},
            {"role": "user", "content": f"{field}? {text}"},
        ],
        temperature=0,
        max_tokens=50,
        top_p=0.95,
        frequency_penalty=0,
        presence_penalty=0,
        stop=None)
    return response['choices'][0]['message']['content']


def extract(text):
    return {field: ask(text, field) for field in FIELDS}


def similar(a, b):
    response = openai.Embedding.create(input=[a, b], deployment_id=EMBEDDING_DEPLOYMENT)
    first, second = (d.embedding for d in response.data)
    return round(sum(x * y for x, y in zip(first, second)), 3)
