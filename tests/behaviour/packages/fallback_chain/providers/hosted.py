from .base import Answer, Provider


class HostedProvider(Provider):
    name = "hosted"

    def __init__(self, model):
        self.model = model

    def ask(self, question):
        return Answer(self.complete(question, model=self.model))
