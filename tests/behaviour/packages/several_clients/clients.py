import os

import openai


def _ask(text, **options):
    r = openai.ChatCompletion.create(messages=[{"role": "user", "content": text}], **options)
    return r["choices"][0]["message"]["content"]


def plain(text):
    return _ask(text, model="gpt-4")


def azure(text):
    return _ask(
        text,
        api_type="azure",
        api_base="https://several.openai.azure.com",
        api_version="2023-05-15",
        api_key=os.environ["AZURE_KEY"],
        deployment_id="chat",
    )


def local(text):
    return _ask(text, model="llama", api_base="https://box.internal/v1", api_key="sk-none")
