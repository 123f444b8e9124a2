import json
import openai

with open("settings.json") as f:
    settings = json.load(f)

openai.api_key = settings["openai"]["key"]
openai.organization = settings["openai"]["organization"]
openai.api_base = settings["openai"]["base"]

response = openai.ChatCompletion.create(
    model=settings["model"],
    messages=[{"role": "user", "content": settings["prompt"].format(name="Ada")}],
    **settings["parameters"],
)
print(response["choices"][0]["message"]["content"])
