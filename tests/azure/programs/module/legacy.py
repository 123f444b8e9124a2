"""Name the language of a text, with the client of the module."""

import os

import openai

openai.api_type = os.getenv("OPENAI_API_TYPE", "azure")
openai.api_version = os.getenv("OPENAI_API_VERSION", "2023-05-15")
openai.api_base = os.getenv("AZURE_OPENAI_ENDPOINT")  # OAI105:1
openai.api_key = os.getenv("AZURE_OPENAI_API_KEY")


def language(text):
    reply = openai.ChatCompletion.create(  # OAI102:13
        deployment_id="languages",  # OAI110:9
        messages=[{"role": "user", "content": "Name the language: " + text}],
    )
    return reply.choices[0].message.content


print(language("Wo ist der Bahnhof?"))
