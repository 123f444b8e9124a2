"""Answers are kept; what is asked twice costs once."""
import functools
import json

import openai


def cached(function):
    store = {}

    @functools.wraps(function)
    def inner(**kwargs):
        key = json.dumps(kwargs, sort_keys=True)
        if key not in store:
            store[key] = function(**kwargs)
        return store[key]

    inner.store = store
    return inner


@cached
def chat(**kwargs):
    return openai.ChatCompletion.create(**kwargs)  # OAI102:12


def text(question):
    response = chat(model="gpt-4", messages=[{"role": "user", "content": question}])
    return response.choices[0].message.content


print(text("twice"))
print(text("twice"))
print(text("once"))
print(len(chat.store))
