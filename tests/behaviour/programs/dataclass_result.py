from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

import openai


@dataclass
class Answer:
    text: str
    tokens: int
    raw: Any = field(repr=False, default=None)

    @classmethod
    def from_response(cls, response) -> "Answer":
        return cls(
            text=response["choices"][0]["message"]["content"],  # OAI112:18
            tokens=response["usage"]["completion_tokens"],  # OAI112:20
            raw=response,
        )


@dataclass
class Client:
    model: str
    api_key: Optional[str] = None

    def ask(self, text: str) -> Answer:
        openai.api_key = self.api_key or openai.api_key
        return Answer.from_response(
            openai.ChatCompletion.create(model=self.model, messages=[{"role": "user", "content": text}])  # OAI102:13
        )


answer = Client("gpt-4", "sk-dataclass").ask("Dataclasses?")
print(answer)
print(answer.raw["id"])  # missed: OAI112:7
