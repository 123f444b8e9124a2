import contextlib
import time
import openai


@contextlib.contextmanager
def using(key=None, base=None):
    old = openai.api_key, openai.api_base  # OAI105:27
    openai.api_key = key or old[0]
    openai.api_base = base or old[1]  # OAI105:5
    try:
        yield openai
    finally:
        openai.api_key, openai.api_base = old  # OAI105:25


with using(key="sk-tmp") as ai:
    print(ai.Completion.create(model="m", prompt="in")["choices"][0]["text"])  # OAI102:11 OAI112:11
print(openai.Completion.create(model="m", prompt="out")["choices"][0]["text"])  # OAI102:7 OAI112:7
