"""The talk is kept in a file."""
import json
import os

import openai

HISTORY = "history.json"


def load():
    if os.path.exists(HISTORY):
        with open(HISTORY, encoding="utf-8") as f:
            return json.load(f)
    return []


def save(messages):
    with open(HISTORY, "w", encoding="utf-8") as f:
        json.dump(messages, f, ensure_ascii=False)  # OAI114:19


def talk(text):
    messages = load()
    messages.append({"role": "user", "content": text})
    response = openai.ChatCompletion.create(model="gpt-4", messages=messages)  # OAI102:16
    messages.append(response.choices[0].message)
    save(messages)
    return messages[-1]["content"]  # missed: OAI112:12


print(talk("Remember seven"))
print(talk("Which number?"))
print([(m["role"], len(m["content"])) for m in load()])
