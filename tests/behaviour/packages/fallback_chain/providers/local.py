from .base import Answer, Provider


class LocalProvider(Provider):
    name = "local"

    def __init__(self, url):
        self.url = url

    def ask(self, question):
        raw = self.complete(question, model="vicuna-13b", api_base=self.url, api_key="none")
        return Answer(raw)
