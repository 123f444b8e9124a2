"""A retry decorator of one's own, as in many notebooks."""
import functools
import time

import openai


def retry_with_exponential_backoff(
    func,
    initial_delay: float = 0.01,
    exponential_base: float = 2,
    max_retries: int = 3,
    errors: tuple = (openai.RateLimitError,),
):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        num_retries = 0
        delay = initial_delay
        while True:
            try:
                return func(*args, **kwargs)
            except errors as e:
                num_retries += 1
                print(f"retry {num_retries}: {type(e).__name__}")
                if num_retries > max_retries:
                    raise Exception(f"Maximum number of retries ({max_retries}) exceeded.")
                delay *= exponential_base
                time.sleep(delay)

    return wrapper


@retry_with_exponential_backoff
def completions_with_backoff(**kwargs):
    return openai.completions.create(**kwargs)


print(completions_with_backoff(model="status-429-2", prompt="Hi").choices[0].text)
try:
    completions_with_backoff(model="status-429", prompt="Hi")
except Exception as e:
    print(e)
