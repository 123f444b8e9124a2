from openai import Completion  # OAI101:20

from . import _settings


def complete(prompt: str) -> str:
    return Completion.create(model=_settings.MODEL, prompt=prompt)["choices"][0]["text"]  # OAI102:12 OAI112:12
