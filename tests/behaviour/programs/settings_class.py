# environment: APP_API_KEY=sk-app APP_TIMEOUT=12.5 OPENAI_API_KEY=
"""Settings are an object."""
import os
from dataclasses import dataclass

import openai


@dataclass(frozen=True)
class Settings:
    key: str
    timeout: float
    base: str = "https://llm.corp.internal/v1"

    @classmethod
    def load(cls):
        return cls(os.environ["APP_API_KEY"], float(os.environ.get("APP_TIMEOUT", 30)))

    def apply(self):
        openai.api_key = self.key
        openai.api_base = self.base  # OAI105:9


settings = Settings.load()
settings.apply()
answer = openai.ChatCompletion.create(  # OAI102:10
    model="gpt-4",
    messages=[{"role": "user", "content": "settings"}],
    request_timeout=settings.timeout,  # OAI110:5
)
print(answer["choices"][0]["message"]["content"], openai.api_base == settings.base)  # OAI112:7 OAI105:51
