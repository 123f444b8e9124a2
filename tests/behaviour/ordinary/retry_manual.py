import time
import openai

openai.api_key = "sk-retry"


def chat_with_retry(model, text, max_attempts=4):
    for attempt in range(max_attempts):
        try:
            r = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])
            return r["choices"][0]["message"]["content"]
        except openai.error.RateLimitError:
            print("rate limited, attempt", attempt + 1)
            time.sleep(0.01 * 2 ** attempt)
        except openai.error.ServiceUnavailableError:
            print("unavailable, attempt", attempt + 1)
            time.sleep(0.01)
    return None


print(chat_with_retry("status-429-2", "hello"))
print(chat_with_retry("status-503-1", "hello again"))
print(chat_with_retry("status-429", "never", max_attempts=2))
