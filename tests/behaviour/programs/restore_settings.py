"""Settings for the time of a block."""
import contextlib

import openai


@contextlib.contextmanager
def using(key, base=None):
    before = openai.api_key, openai.api_base  # OAI105:30
    openai.api_key = key
    if base:
        openai.api_base = base  # OAI105:9
    try:
        yield
    finally:
        openai.api_key, openai.api_base = before  # OAI105:25


def model():
    return openai.Completion.create(model="davinci", prompt="who").choices[0].text, openai.api_key  # OAI102:12


print(model())
with using("sk-guest"):
    print(model())
with using("key-lab", "https://lab.internal/v1"):
    print(model())
print(model())
