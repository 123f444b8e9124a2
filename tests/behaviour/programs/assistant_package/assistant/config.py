import os
from dataclasses import dataclass, field

import openai


@dataclass
class Settings:
    api_key: str = field(default_factory=lambda: os.environ["OPENAI_API_KEY"])
    model: str = "gpt-4"
    timeout: int = 20


settings = Settings()
openai.api_key = settings.api_key
