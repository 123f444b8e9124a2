import openai


class Chain:
    def __init__(self, providers):
        self.providers = providers
        self.log = []

    def ask(self, question):
        for provider in self.providers:
            try:
                return provider.ask(question)
            except (openai.error.RateLimitError, openai.error.ServiceUnavailableError) as e:
                self.log.append("%s: %s" % (provider.name, type(e).__name__))
        raise RuntimeError("nobody answers")
