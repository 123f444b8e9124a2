# environment: OPENAI_API_KEY=
"""The token is renewed before it ends."""
import itertools
import openai

openai.api_type = "azuread"  # OAI306:1
openai.api_base = "https://contoso.openai.azure.com/"  # OAI105:1
openai.api_version = "2023-05-15"

numbers = itertools.count(1)
clock = itertools.count(0, 20)
expires = -1


def refresh():
    global expires
    now = next(clock)
    if now > expires:
        openai.api_key = f"token-{next(numbers)}"
        expires = now + 30


for question in ("a", "b", "c"):
    refresh()
    r = openai.Completion.create(engine="completer", prompt=question, max_tokens=5)  # OAI102:9 OAI110:34
    print(openai.api_key, r.choices[0]["text"])  # OAI112:27
