"""Let the model look up the weather."""

import json
import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

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
    reply = client.chat.completions.create(
        model="guide",
        messages=messages,
        tools=[{"type": "function", "function": WEATHER}],
        tool_choice="auto",
    )
    return reply.choices[0].message


messages = [{"role": "user", "content": "Do I need an umbrella in Bergen?"}]
message = ask(messages)
if message.tool_calls:
    call = message.tool_calls[0]
    print(call.function.name, sorted(json.loads(call.function.arguments)))
    messages.append(message)
    messages.append({"role": "tool", "tool_call_id": call.id, "content": "Rain."})
    print(ask(messages).content)
