import os
from dataclasses import dataclass, field

import openai


@dataclass
class LLMConfig:
    model: str = "gpt-3.5-turbo"
    temperature: float = 0.2
    max_tokens: int = 256
    api_key: str = field(default_factory=lambda: os.getenv("OPENAI_API_KEY", ""))


CONFIG = LLMConfig()
openai.api_key = CONFIG.api_key
