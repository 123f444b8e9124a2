"""Ask three times with tenacity, then give up."""

import os

import openai
from tenacity import RetryError, retry, retry_if_exception_type, stop_after_attempt, wait_none

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]


@retry(
    retry=retry_if_exception_type(
        (openai.error.RateLimitError, openai.error.ServiceUnavailableError)  # OAI107:10 OAI107:39 OAI109:39
    ),
    wait=wait_none(),
    stop=stop_after_attempt(3),
)
def ask(question):
    return openai.ChatCompletion.create(  # OAI102:12
        engine="status-429",  # OAI110:9
        messages=[{"role": "user", "content": question}],
    )


try:
    print(ask("Anyone?")["choices"][0]["message"]["content"])  # OAI112:11
except RetryError as e:
    print("gave up:", e.last_attempt.exception().http_status)
