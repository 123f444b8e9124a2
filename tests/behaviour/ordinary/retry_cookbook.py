# imports
import random
import time

import openai

openai.api_key = "sk-cookbook"


# define a retry decorator
def retry_with_exponential_backoff(
    func,
    initial_delay: float = 0.01,
    exponential_base: float = 2,
    jitter: bool = True,
    max_retries: int = 3,
    errors: tuple = (openai.error.RateLimitError,),
):
    """Retry a function with exponential backoff."""

    def wrapper(*args, **kwargs):
        # Initialize variables
        num_retries = 0
        delay = initial_delay

        # Loop until a successful response or max_retries is hit or an exception is raised
        while True:
            try:
                return func(*args, **kwargs)

            # Retry on specified errors
            except errors as e:
                num_retries += 1
                print("retry", num_retries)
                # Check if max retries has been reached
                if num_retries > max_retries:
                    raise Exception(f"Maximum number of retries ({max_retries}) exceeded.")

                # Increment the delay
                delay *= exponential_base * (1 + jitter * random.random() / 100)
                time.sleep(delay)

            # Raise exceptions for any errors not specified
            except Exception as e:
                raise e

    return wrapper


@retry_with_exponential_backoff
def completions_with_backoff(**kwargs):
    return openai.Completion.create(**kwargs)


print(completions_with_backoff(model="status-429-2", prompt="Once upon a time,")["choices"][0]["text"])
try:
    completions_with_backoff(model="status-429", prompt="Once upon a time,")
except Exception as e:
    print(e)
