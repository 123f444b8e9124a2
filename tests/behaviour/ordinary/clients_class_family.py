import os
from abc import ABC, abstractmethod
from concurrent.futures import ThreadPoolExecutor

import openai


class Worker(ABC):
    def __init__(self, key=None, base=None):
        openai.api_key = key or os.environ["OPENAI_API_KEY"]
        if base is not None:
            openai.api_base = base
        self.seen = []

    @abstractmethod
    def work(self, text):
        """Do it."""

    def allowed(self, text):
        return not openai.Moderation.create(input=text)["results"][0]["flagged"]


class Writer(Worker):
    def __init__(self, model, **options):
        super().__init__(**options)
        self.model = model

    def work(self, text):
        if not self.allowed(text):
            return None
        self.seen.append(text)
        return openai.Completion.create(model=self.model, prompt=text)["choices"][0]["text"]


writer = Writer("gpt-3.5-turbo-instruct", base="https://gateway.internal/v1")
with ThreadPoolExecutor(max_workers=1) as pool:
    print(list(pool.map(writer.work, ["One", "Two"])))
print(writer.seen)
