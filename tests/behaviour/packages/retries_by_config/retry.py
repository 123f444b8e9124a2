import functools

import openai

POLICIES = {
    "RateLimitError": 2,
    "ServiceUnavailableError": 2,
    "Timeout": 1,
}


def retrying(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        tried = 0
        while True:
            try:
                return function(*args, **kwargs)
            except openai.error.OpenAIError as e:
                tried += 1
                if tried >= POLICIES.get(e.__class__.__name__, 1):
                    return "gave up: " + e.__class__.__name__
    return wrapper
