import openai
from openai.error import OpenAIError, TryAgain


def run(model):
    for _ in range(2):
        try:
            return ask(model)
        except TryAgain as again:
            print("again", again.http_status)
        except OpenAIError as e:
            return "no: %s" % e.http_status
    return "nothing"


def ask(model):
    try:
        return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "x"}], timeout=0)["choices"][0]["message"]["content"]
    finally:
        print("asked", model)
