import os
from functools import lru_cache


class Settings:
    def __init__(self):
        self.openai_api_key = os.environ["OPENAI_API_KEY"]
        self.openai_org = os.environ.get("OPENAI_ORG", "org-press")
        self.chat_model = os.environ.get("CHAT_MODEL", "gpt-4")
        self.embedding_model = "text-embedding-ada-002"
        self.timeout = 20


@lru_cache()
def get_settings() -> Settings:
    return Settings()
