import logging

import openai
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_none

from config import CONFIG

log = logging.getLogger(__name__)


@retry(
    retry=retry_if_exception_type((openai.error.RateLimitError, openai.error.APIConnectionError, openai.error.Timeout)),
    wait=wait_none(),
    stop=stop_after_attempt(3),
    reraise=True,
)
def chat(messages, model=None, **kwargs):
    params = {
        "model": model or CONFIG.model,
        "messages": messages,
        "temperature": CONFIG.temperature,
        "max_tokens": CONFIG.max_tokens,
    }
    params.update(kwargs)
    resp = openai.ChatCompletion.create(**params)
    log.debug("tokens: %s", resp["usage"]["total_tokens"])
    return resp


def text_of(resp):
    return resp["choices"][0]["message"]["content"].strip()
