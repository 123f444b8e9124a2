import importlib
import os

_openai = None


def get_openai():
    global _openai
    if _openai is None:
        import openai

        openai.api_key = os.environ["OPENAI_API_KEY"]
        _openai = openai
    return _openai


def chat(messages, **kwargs):
    return get_openai().ChatCompletion.create(messages=messages, **{"model": "gpt-3.5-turbo", **kwargs})


def is_rate_limit(e):
    return isinstance(e, get_openai().error.RateLimitError)
