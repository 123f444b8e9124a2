import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Config:
    key: str
    endpoint: str
    version: str = "2023-05-15"
    chat_deployment: str = "chat"
    embedding_deployment: str = "vectors"

    @classmethod
    def from_env(cls):
        return cls(key=os.environ["AZ_KEY"], endpoint=os.environ["AZ_ENDPOINT"])
