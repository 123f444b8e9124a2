"""Ask three times with tenacity, then give up."""

import os

import openai
from tenacity import RetryError, retry, retry_if_exception_type, stop_after_attempt, wait_none

# tenacity counts the attempts: the client must not make some of its own.
client = openai.AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
    max_retries=0,
)


@retry(
    retry=retry_if_exception_type((openai.RateLimitError, openai.InternalServerError)),
    wait=wait_none(),
    stop=stop_after_attempt(3),
)
def ask(question):
    return client.chat.completions.create(
        model="status-429",
        messages=[{"role": "user", "content": question}],
    )


try:
    print(ask("Anyone?").choices[0].message.content)
except RetryError as e:
    print("gave up:", e.last_attempt.exception().status_code)
