"""Errors of the SDK are turned into errors of one's own."""
import openai


class ModelError(Exception):
    def __init__(self, text, status=None):
        super().__init__(text)
        self.status = status


class Limited(openai.error.RateLimitError):  # OAI107:15
    pass


def call(model):
    try:
        return openai.Completion.create(model=model, prompt="p").choices[0].text  # OAI102:16
    except openai.error.RateLimitError as e:  # OAI107:12
        raise Limited("limited") from e
    except openai.OpenAIError as e:
        raise ModelError("failed", e.http_status) from e  # OAI108:36


for name in ("davinci", "status-429", "status-404"):
    try:
        print(call(name))
    except ModelError as e:
        print("ModelError", e, e.status)
    except openai.error.RateLimitError as e:  # OAI107:12
        print("RateLimitError", type(e).__name__)
