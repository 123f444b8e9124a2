from dataclasses import dataclass, field
from typing import List
import os
import openai


@dataclass
class ChatConfig:
    api_key: str = field(default_factory=lambda: os.environ["OPENAI_API_KEY"])
    model: str = "gpt-3.5-turbo"
    temperature: float = 0.0
    stop: List[str] = field(default_factory=list)


@dataclass
class Answer:
    text: str
    tokens: int
    finish: str = "?"

    @classmethod
    def from_response(cls, response):
        choice = response["choices"][0]
        return cls(choice["message"]["content"], response["usage"]["total_tokens"], choice["finish_reason"])


@dataclass
class Client:
    config: ChatConfig
    answers: List[Answer] = field(default_factory=list)

    def __post_init__(self):
        openai.api_key = self.config.api_key

    def ask(self, text: str) -> Answer:
        response = openai.ChatCompletion.create(
            model=self.config.model,
            temperature=self.config.temperature,
            stop=self.config.stop or None,
            messages=[{"role": "user", "content": text}],
        )
        self.answers.append(Answer.from_response(response))
        return self.answers[-1]


client = Client(ChatConfig(stop=["END"]))
print(client.ask("one"))
print(client.ask("two").tokens, len(client.answers))
