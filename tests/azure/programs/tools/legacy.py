"""Let the model look up the weather."""

import json
import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2024-02-01"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

WEATHER = {
    "name": "weather",
    "description": "The weather in a town",
    "parameters": {
        "type": "object",
        "properties": {"town": {"type": "string"}},
        "required": ["town"],
    },
}


def ask(messages):
    reply = openai.ChatCompletion.create(  # OAI102:13
        engine="guide",  # OAI110:9
        messages=messages,
        functions=[WEATHER],  # OAI503:9
        function_call="auto",  # OAI503:9
    )
    return reply["choices"][0]["message"]  # OAI112:12


messages = [{"role": "user", "content": "Do I need an umbrella in Bergen?"}]
message = ask(messages)
if message.get("function_call"):  # OAI113:4
    wish = message["function_call"]  # OAI112:12
    print(wish["name"], sorted(json.loads(wish["arguments"])))  # OAI112:11 OAI112:43
    messages.append(message)
    messages.append({"role": "function", "name": wish["name"], "content": "Rain."})  # OAI112:50
    print(ask(messages)["content"])  # OAI112:11
