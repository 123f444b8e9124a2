import backoff
import openai
from openai.error import RateLimitError, APIConnectionError

openai.api_key = "sk-backoff"


@backoff.on_exception(backoff.constant, (RateLimitError, APIConnectionError), interval=0.01, max_tries=3, jitter=None)
def ask(model, text):
    print("asking", model)
    response = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])
    return response.choices[0].message["content"]


print(ask("status-429-1", "one"))
try:
    print(ask("status-429", "two"))
except RateLimitError:
    print("given up")
