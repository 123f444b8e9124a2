from abc import ABC, abstractmethod


class Provider(ABC):
    @abstractmethod
    def complete(self, prompt: str, **kwargs) -> dict:
        ...

    def text(self, prompt, **kwargs):
        return self.complete(prompt, **kwargs)["text"]
