"""A bot that puts the answer back as it came and saves the talk to disk."""
import json
import os

import openai

HISTORY = "history.json"
openai.api_key = os.environ.get("OPENAI_API_KEY", "")


def load():
    if os.path.exists(HISTORY):
        with open(HISTORY) as f:
            return json.load(f)
    return [{"role": "system", "content": "Answer briefly."}]


def save(messages):
    with open(HISTORY, "w") as f:
        json.dump(messages, f, indent=2)


def turn(messages, text):
    messages.append({"role": "user", "content": text})
    response = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=messages, max_tokens=100)
    answer = response["choices"][0]["message"]
    messages.append({"role": answer["role"], "content": answer["content"]})
    return answer["content"].strip()


history = load()
print(turn(history, "Who won the world series in 2020?"))
save(history)
history = load()
print(turn(history, "Where was it played?"))
save(history)
with open(HISTORY) as f:
    print([m["role"] for m in json.load(f)])
