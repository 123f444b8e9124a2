import openai
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_none


def is_busy(error):
    return isinstance(error, openai.RateLimitError) or getattr(error, "status_code", None) == 503


@retry(wait=wait_none(), stop=stop_after_attempt(4), retry=retry_if_exception(is_busy))
def complete(model, text):
    print("trying", model)
    return openai.chat.completions.create(model=model, messages=[{"role": "user", "content": text}])


print(complete("status-429-2", "patience").choices[0].message.content)
print(complete("status-503-1", "once").choices[0].message.content)
try:
    complete("status-400", "never")
except (openai.BadRequestError, openai.NotFoundError) as e:
    print("gave up", e.status_code)
