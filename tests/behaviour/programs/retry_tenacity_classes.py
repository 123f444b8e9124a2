import openai
from tenacity import retry, stop_after_attempt, wait_random_exponential, retry_if_exception_type
from openai.error import RateLimitError, APIConnectionError, ServiceUnavailableError, APIError, Timeout  # OAI101:26 OAI101:42 OAI101:62 OAI101:87 OAI101:97


@retry(
    retry=retry_if_exception_type((RateLimitError, APIConnectionError, ServiceUnavailableError, APIError, Timeout)),  # OAI107:36 OAI107:52 OAI107:72 OAI109:72 OAI107:97 OAI109:97 OAI107:107
    wait=wait_random_exponential(min=0.001, max=0.01),
    stop=stop_after_attempt(4),
    reraise=True,
)
def chat(messages, model="gpt-3.5-turbo-0613", **kw):
    print("asking", model)
    return openai.ChatCompletion.create(model=model, messages=messages, **kw)  # OAI102:12


if __name__ == "__main__":
    m = [{"role": "user", "content": "ping"}]
    print(chat(m).choices[0]["message"]["content"])  # OAI112:11
    print(chat(m, model="status-503-2", temperature=0)["choices"][0]["message"]["content"])  # OAI112:11
    try:
        chat(m, model="status-401")
    except openai.error.AuthenticationError as e:  # OAI107:12
        print("auth", e.http_status)  # OAI108:23
