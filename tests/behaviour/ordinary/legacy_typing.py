from __future__ import annotations

import os
from typing import Any, Dict, Iterator, List, Optional, TypedDict, Union, cast

import openai
from openai.openai_object import OpenAIObject

openai.api_key = os.environ["OPENAI_API_KEY"]


class Message(TypedDict):
    role: str
    content: str


def create(messages: List[Message], model: str = "gpt-3.5-turbo", **kwargs: Any) -> OpenAIObject:
    return openai.ChatCompletion.create(model=model, messages=messages, **kwargs)


def content(response: OpenAIObject) -> str:
    return cast(str, response["choices"][0]["message"]["content"])


def usage(response: OpenAIObject) -> Dict[str, int]:
    u: OpenAIObject = response["usage"]
    return {"in": u["prompt_tokens"], "out": u["completion_tokens"]}


def fallback(text: str, models: List[str]) -> Optional[str]:
    for model in models:
        try:
            return content(create([{"role": "user", "content": text}], model=model))
        except (openai.error.RateLimitError, openai.error.ServiceUnavailableError):
            continue
    return None


if __name__ == "__main__":
    r: OpenAIObject = create([{"role": "user", "content": "typed"}], temperature=0.0)
    print(content(r), usage(r))
    print(fallback("x", ["status-429", "status-503", "gpt-4"]), fallback("x", ["status-429"]))
