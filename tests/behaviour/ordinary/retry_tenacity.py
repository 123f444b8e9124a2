import openai
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed

openai.api_key = "sk-tenacity"


@retry(
    retry=retry_if_exception_type((openai.error.RateLimitError, openai.error.Timeout, openai.error.APIConnectionError)),
    stop=stop_after_attempt(3),
    wait=wait_fixed(0.01),
    reraise=True,
)
def completion_with_backoff(**kwargs):
    return openai.ChatCompletion.create(**kwargs)


messages = [{"role": "user", "content": "Hi"}]
print(completion_with_backoff(model="status-429-2", messages=messages).choices[0].message.content)
try:
    completion_with_backoff(model="status-429", messages=messages)
except openai.error.RateLimitError as e:
    print("gave up:", e)
try:
    completion_with_backoff(model="status-400", messages=messages)
except openai.error.InvalidRequestError as e:
    print("not tried again:", e)
