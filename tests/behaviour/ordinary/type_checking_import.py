from __future__ import annotations

from typing import TYPE_CHECKING, Callable, NamedTuple, Protocol

import openai

if TYPE_CHECKING:
    from openai.openai_object import OpenAIObject

openai.api_key = "sk-checking"


class Usage(NamedTuple):
    prompt: int
    completion: int


class Asks(Protocol):
    def __call__(self, text: str) -> str: ...


def usage_of(response: OpenAIObject) -> Usage:
    return Usage(response["usage"]["prompt_tokens"], response["usage"]["completion_tokens"])


def first(response: "OpenAIObject", clean: Callable[[str], str] = str.strip) -> str:
    return clean(response["choices"][0]["message"]["content"])


def asker(model: str) -> Asks:
    def ask(text: str) -> str:
        r = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])
        print(usage_of(r))
        return first(r)
    return ask


print(asker("gpt-4")("typed"))
