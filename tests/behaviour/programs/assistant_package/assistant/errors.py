from openai.error import (
    APIConnectionError,  # OAI101:5
    APIError,  # OAI101:5
    InvalidRequestError,  # OAI101:5
    OpenAIError,  # OAI101:5
    RateLimitError,  # OAI101:5
)

RETRYABLE = (APIConnectionError, RateLimitError)  # OAI107:14 OAI107:34


class AssistantError(Exception):
    pass


def describe(error: OpenAIError) -> str:  # OAI107:21
    if isinstance(error, InvalidRequestError):  # OAI107:26
        return "the request was refused"
    if isinstance(error, RETRYABLE):
        return "try again later"
    return "unknown"
