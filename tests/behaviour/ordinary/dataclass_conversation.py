import os
from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import List

import openai

openai.api_key = os.environ["OPENAI_API_KEY"]


class Role(str, Enum):
    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True)
class Message:
    role: Role
    content: str

    def to_api(self) -> dict:
        return {"role": self.role.value, "content": self.content}


@dataclass
class Usage:
    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0

    def add(self, usage: dict) -> None:
        self.prompt_tokens += usage["prompt_tokens"]
        self.completion_tokens += usage["completion_tokens"]
        self.total_tokens += usage["total_tokens"]


@dataclass
class Conversation:
    system: str
    model: str = "gpt-3.5-turbo"
    messages: List[Message] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)

    def __post_init__(self):
        self.messages.insert(0, Message(Role.SYSTEM, self.system))

    def say(self, text: str) -> Message:
        self.messages.append(Message(Role.USER, text))
        response = openai.ChatCompletion.create(
            model=self.model, messages=[m.to_api() for m in self.messages]
        )
        self.usage.add(response["usage"])
        reply = response["choices"][0]["message"]
        message = Message(Role(reply["role"]), reply["content"])
        self.messages.append(message)
        return message


talk = Conversation("Be brief.")
print(talk.say("Hello").content)
print(talk.say("And now?").content)
print(asdict(talk.usage))
print(len(talk.messages))
