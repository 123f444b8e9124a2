"""Calls are handed to a function that logs them."""
import time

import openai


def logged(function, *args, **kwargs):
    begin = time.time()
    try:
        return function(*args, **kwargs)
    finally:
        print("called with", sorted(kwargs), time.time() - begin < 30)


r = logged(openai.ChatCompletion.create, model="gpt-4", messages=[{"role": "user", "content": "Log me"}])  # OAI104:12
print(r["choices"][0]["message"]["content"])  # OAI112:7
m = logged(openai.Moderation.create, input="fine")  # OAI104:12
print(m["results"][0]["flagged"])  # OAI112:7
