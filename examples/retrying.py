"""Two ways to try again when the service is busy."""

import backoff
import openai
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_random_exponential


@retry(
    retry=retry_if_exception_type((openai.error.APIError, openai.error.ServiceUnavailableError)),
    wait=wait_random_exponential(max=60),
    stop=stop_after_attempt(6),
)
def complete(prompt):
    """Complete a text, with tenacity."""
    return openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt=prompt, max_tokens=200)


@backoff.on_exception(backoff.expo, openai.error.RateLimitError, max_tries=6)
def edit(text, instruction):
    """Change a text as told, with backoff."""
    return openai.Edit.create(model="text-davinci-edit-001", input=text, instruction=instruction)


def explain(prompt):
    """Complete a text, or say why that failed."""
    try:
        return complete(prompt)["choices"][0]["text"]
    except openai.APIError:
        return "The service has a problem."
    except openai.error.AuthenticationError as e:
        return "The key is wrong: " + str(e.http_status)
