from __future__ import annotations

from typing import Iterator, List, Optional, TYPE_CHECKING

import openai
from openai.openai_object import OpenAIObject  # OAI101:34


def first(response: OpenAIObject) -> str:  # OAI104:21
    return response.choices[0].message.content


def ask(prompt: str) -> OpenAIObject:  # OAI104:25
    return openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": prompt}])  # OAI102:12


def texts(rs: List[OpenAIObject]) -> Iterator[str]:  # OAI104:20
    for r in rs:
        yield first(r)


def maybe(r: Optional[openai.ChatCompletion]) -> bool:  # OAI104:23
    return r is not None


rs = [ask("a"), ask("b")]
print(list(texts(rs)), maybe(rs[0]))
