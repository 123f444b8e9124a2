import backoff
import openai

openai.api_key = "sk-giveup"


def fatal(e):
    print("asked about", e.http_status)
    return e.http_status is not None and 400 <= e.http_status < 500 and e.http_status != 429


@backoff.on_exception(backoff.constant, openai.error.OpenAIError, max_tries=3, interval=0.01, jitter=None, giveup=fatal)
def ask(model):
    return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "x"}])["choices"][0]["message"]["content"]


for model in ("status-429-1", "status-404", "status-500-2"):
    try:
        print(model, ask(model))
    except openai.error.InvalidRequestError as e:
        print(model, "invalid", e)
