# environment: PROVIDER=azure OPENAI_API_KEY= KEY=key-cond
import os
import openai

provider = os.environ["PROVIDER"]
openai.api_key = os.environ["KEY"]
if provider == "azure":
    openai.api_type = "azure"  # OAI306:5
    openai.api_base = "https://cond.openai.azure.com"  # OAI105:5
    openai.api_version = "2024-02-01"


def run(text):
    messages = [{"role": "user", "content": text}]
    if provider == "azure":
        response = openai.ChatCompletion.create(engine="support", messages=messages)  # OAI102:20 OAI110:49
    else:
        response = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=messages)  # OAI102:20
    return response["choices"][0]["message"]["content"]  # OAI112:12


print(run("conditional"))
