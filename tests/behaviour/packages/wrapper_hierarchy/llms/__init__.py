from .azure import AzureLLM
from .chat import ChatLLM
from .completion import CompletionLLM

__all__ = ["AzureLLM", "ChatLLM", "CompletionLLM"]
