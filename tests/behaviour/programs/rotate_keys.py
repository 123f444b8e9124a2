# environment: OPENAI_API_KEY=
"""Use several keys in turn."""
import itertools

import openai

KEYS = ["sk-wrong-key", "sk-good-one", "sk-good-two"]
keys = itertools.cycle(KEYS)
openai.api_key = next(keys)


def complete(text):
    for _ in KEYS:
        try:
            out = openai.ChatCompletion.create(  # OAI102:19
                model="gpt-3.5-turbo", messages=[{"role": "user", "content": text}]
            )
            return out["choices"][0]["message"]["content"]  # OAI112:20
        except openai.error.AuthenticationError:  # OAI107:16
            bad = openai.api_key
            openai.api_key = next(keys)
            print(f"{bad} was refused, now {openai.api_key}")
    return None


print(complete("one"))
openai.api_key = next(keys)
print(complete("two"), "with", openai.api_key)
