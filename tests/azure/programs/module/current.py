"""Name the language of a text, with the client of the module."""

import os

import openai

openai.api_type = "azure"
openai.api_version = os.getenv("OPENAI_API_VERSION", "2024-10-21")
openai.azure_endpoint = os.getenv("AZURE_OPENAI_ENDPOINT")
openai.api_key = os.getenv("AZURE_OPENAI_API_KEY")


def language(text):
    reply = openai.chat.completions.create(
        model="languages",
        messages=[{"role": "user", "content": "Name the language: " + text}],
    )
    return reply.choices[0].message.content


print(language("Wo ist der Bahnhof?"))
