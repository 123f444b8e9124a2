import random
import time

import openai

RETRYABLE = (openai.error.RateLimitError, openai.error.Timeout, openai.error.APIError)


def retry_with_exponential_backoff(
    func,
    initial_delay: float = 0,
    exponential_base: float = 2,
    jitter: bool = True,
    max_retries: int = 3,
    errors: tuple = RETRYABLE,
):
    """Retry a function with exponential backoff."""

    def wrapper(*args, **kwargs):
        num_retries = 0
        delay = initial_delay
        while True:
            try:
                return func(*args, **kwargs)
            except errors as e:
                num_retries += 1
                if num_retries > max_retries:
                    raise Exception(f"Maximum number of retries ({max_retries}) exceeded.") from e
                delay *= exponential_base * (1 + jitter * random.random())
                time.sleep(delay)
            except Exception as e:
                raise e

    return wrapper


def call(func, **params):
    return retry_with_exponential_backoff(func)(**params)
