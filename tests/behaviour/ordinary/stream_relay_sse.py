"""Relays a stream as server-sent events."""
import json
import openai

openai.api_key = "sk-sse"


def events(prompt):
    yield "event: start\n\n"
    completion = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": prompt}],
        stream=True,
    )
    for line in completion:
        choice = line["choices"][0]
        if "content" in choice["delta"]:
            yield "data: %s\n\n" % json.dumps({"text": choice["delta"]["content"]})
        if choice["finish_reason"]:
            yield "data: %s\n\n" % json.dumps({"done": choice["finish_reason"]})
    yield "data: [DONE]\n\n"


for event in events("relay this"):
    print(event, end="")
