import abc
import os

import openai


class Provider(abc.ABC):
    name = "?"

    @abc.abstractmethod
    def generate(self, prompt):
        ...

    def __str__(self):
        return "<{}>".format(self.name)


class EchoProvider(Provider):
    name = "echo"

    def generate(self, prompt):
        return prompt


class OpenAIChat(Provider):
    name = "chat"

    def __init__(self, model="gpt-4"):
        self.model = model

    def generate(self, prompt):
        r = openai.ChatCompletion.create(model=self.model, messages=[{"role": "user", "content": prompt}])
        return r["choices"][0]["message"]["content"]


class OpenAICompletion(OpenAIChat):
    name = "completion"

    def __init__(self):
        super().__init__("gpt-3.5-turbo-instruct")

    def generate(self, prompt):
        r = openai.Completion.create(model=self.model, prompt=prompt, max_tokens=16)
        return r["choices"][0]["text"]


REGISTRY = {cls.name: cls for cls in (EchoProvider, OpenAIChat, OpenAICompletion)}

if __name__ == "__main__":
    openai.api_key = os.environ["OPENAI_API_KEY"]
    for name in REGISTRY:
        provider = REGISTRY[name]()
        print(provider, provider.generate("Hello"))
