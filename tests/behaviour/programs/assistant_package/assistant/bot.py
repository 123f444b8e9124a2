import openai

from . import errors
from .config import settings


class Assistant:
    def __init__(self):
        self.model = settings.model

    def answer(self, text):
        model = "status-429" if "fail" in text else self.model
        try:
            completion = openai.ChatCompletion.create(  # OAI102:26
                model=model,
                messages=[{"role": "user", "content": text}],
                request_timeout=settings.timeout,  # OAI110:17
            )
        except openai.error.OpenAIError as e:  # OAI107:16
            return errors.describe(e)
        return completion["choices"][0]["message"]["content"]  # OAI112:16
