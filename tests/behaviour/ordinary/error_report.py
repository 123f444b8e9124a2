import os

import openai
import openai.error as oe

openai.api_key = os.environ["OPENAI_API_KEY"]

ADVICE = {
    oe.RateLimitError: "slow down",
    oe.AuthenticationError: "check the key",
    oe.InvalidRequestError: "check the request",
    oe.APIError: "report it",
}


def advice(error):
    for kind, text in ADVICE.items():
        if isinstance(error, kind):
            return text
    return "no idea"


def try_model(model):
    try:
        openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "x"}])
        return "fine"
    except oe.OpenAIError as e:
        status = e.http_status
        code = e.json_body["error"]["code"] if e.json_body else None
        return f"{type(e).__name__} {status} {code} {e.user_message[:20]} -> {advice(e)}"


for model in ("status-401", "status-404", "status-429", "status-500", "gpt-4"):
    print(model, try_model(model))
