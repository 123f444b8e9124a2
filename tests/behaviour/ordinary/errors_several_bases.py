"""Exceptions of the program that are those of the SDK, and others as well."""
import openai
from openai.error import RateLimitError


class Told:
    kind = "told"

    def tell(self):
        return f"{self.kind}: {self}"


class Slow(openai.error.RateLimitError, Told, RuntimeError):
    pass


class RateLimitError(RateLimitError, ValueError):
    def __init__(self, text, model):
        super().__init__(text)
        self.model = model


class Slower(RateLimitError):
    pass


def ask(prompt, seen):
    if len(seen) > 2:
        raise Slower("too often", "m")
    if len(seen) > 1:
        raise Slow("slow down")
    seen.append(prompt)
    return openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt=prompt)["choices"][0]["text"]


seen = []
print(ask("a", seen), ask("b", seen))
try:
    ask("c", seen)
except RuntimeError as error:
    print(type(error).__name__, error, error.tell(), isinstance(error, openai.error.OpenAIError))
seen.append("d")
try:
    ask("e", seen)
except openai.error.RateLimitError as error:
    print(type(error).__name__, error, error.model, isinstance(error, ValueError))
