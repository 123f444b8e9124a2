"""An application that names itself to the service, and calls with a key of its own as well."""
import openai

VERSION = "1.2"
openai.app_info = {"name": "bot", "version": VERSION, "url": "https://bot.example"}


def ask(text, key=None):
    reply = openai.ChatCompletion.create(
        api_key=key, model="gpt-4", messages=[{"role": "user", "content": text}]
    )
    return reply["choices"][0]["message"]["content"]


print(ask("hello"))
print(ask("again", "sk-another"))
print(len(openai.Model.list()["data"]) > 0)
