"""Exceptions of the SDK that a program makes itself, also for a mock, and what it makes of them."""
from unittest.mock import patch

import openai
from openai.error import InvalidRequestError, RateLimitError as Limited

openai.api_key = "sk-made"
TOO_LONG = 12


class Refused(InvalidRequestError):
    def __init__(self, prompt):
        super().__init__(f"{len(prompt)} characters are too many", "prompt")
        self.prompt = prompt


KINDS = (
    (InvalidRequestError, "refused"),
    (openai.error.APIConnectionError, "not reached"),
    (Limited, "limited"),
)


def ask(prompt):
    if not prompt:
        raise Limited("nothing to say")
    if len(prompt) > TOO_LONG:
        raise Refused(prompt)
    return openai.Completion.create(model="davinci", prompt=prompt).choices[0].text


def show(prompt):
    try:
        print(ask(prompt))
    except openai.error.OpenAIError as e:
        kinds = [words for kind, words in KINDS if isinstance(e, kind)]
        print(type(e) is Refused, kinds, e)


show("short")
show("")
show("much too long a prompt")
with patch("openai.Completion.create", side_effect=openai.error.APIConnectionError("no network")):
    show("patched")
