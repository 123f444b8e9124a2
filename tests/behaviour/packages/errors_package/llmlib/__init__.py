from .client import Client
from .exceptions import LLMError, Retryable

__all__ = ["Client", "LLMError", "Retryable"]
