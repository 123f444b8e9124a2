import abc


class LLM(abc.ABC):
    name = "llm"
    endpoint = None

    def __init__(self, model, **options):
        self.params = {"model": model, **options}
        self.calls = 0

    @abc.abstractmethod
    def prompt(self, text):
        """The keyword arguments."""

    @abc.abstractmethod
    def extract(self, response):
        """The text."""

    def generate(self, text):
        self.calls += 1
        return self.extract(self._request(**self.params, **self.prompt(text)))

    def _request(self, **kwargs):
        return self.endpoint.create(**kwargs)
