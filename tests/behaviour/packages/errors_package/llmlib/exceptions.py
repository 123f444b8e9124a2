from openai import error as openai_error


class LLMError(Exception):
    def __init__(self, message, status=None):
        super().__init__(message)
        self.status = status


class Retryable(LLMError):
    pass


RETRYABLE = (
    openai_error.RateLimitError,
    openai_error.ServiceUnavailableError,
    openai_error.TryAgain,
    openai_error.Timeout,
    openai_error.APIConnectionError,
)


def translate(error):
    if isinstance(error, RETRYABLE):
        return Retryable(str(error), error.http_status)
    if isinstance(error, openai_error.InvalidRequestError):
        return LLMError("bad request: " + str(error), error.http_status)
    return LLMError(str(error))
