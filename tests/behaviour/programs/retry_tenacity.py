import openai
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_none


@retry(
    wait=wait_none(),
    stop=stop_after_attempt(4),
    retry=retry_if_exception_type((openai.error.RateLimitError, openai.error.ServiceUnavailableError)),  # OAI107:36 OAI107:65 OAI109:65
)
def complete(model, text):
    print("trying", model)
    return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])  # OAI102:12


print(complete("status-429-2", "patience")["choices"][0]["message"]["content"])  # OAI112:7
print(complete("status-503-1", "once").choices[0].message.content)
try:
    complete("status-400", "never")
except openai.error.InvalidRequestError as e:  # OAI107:8
    print("gave up", e.http_status)  # OAI108:22
