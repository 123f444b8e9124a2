import openai


class LLMError(RuntimeError):
    def __init__(self, message, status=None, retryable=False):
        super().__init__(message)
        self.status = status
        self.retryable = retryable


def call(model):
    try:
        return openai.Completion.create(model=model, prompt="z").choices[0].text  # OAI102:16
    except openai.error.RateLimitError as e:  # OAI107:12
        raise LLMError("busy", e.http_status, True) from e  # OAI108:32
    except (openai.error.APIError, openai.error.ServiceUnavailableError) as e:  # OAI107:13 OAI107:36
        raise LLMError("server", status=e.http_status, retryable=True) from e  # OAI108:41
    except openai.error.OpenAIError as e:  # OAI107:12
        raise LLMError("client", getattr(e, "http_status", None)) from e


for model in ("m", "status-429", "status-500", "status-503", "status-400"):
    try:
        print(call(model))
    except LLMError as e:
        print(e, e.status, e.retryable, isinstance(e.__cause__, openai.error.OpenAIError))  # OAI107:65
