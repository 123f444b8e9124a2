import openai as oa
import openai.error as oe
from openai.error import APIConnectionError as ACE, RateLimitError as RLE

oa.api_key = "sk-alias"


def call(model):
    try:
        return oa.ChatCompletion.create(model=model, messages=[{"role": "user", "content": model}]).choices[0].message.content
    except RLE:
        return "RLE"
    except ACE:
        return "ACE"
    except oe.InvalidRequestError:
        return "IRE"
    except oa.error.AuthenticationError:
        return "AE"


for m in "gpt-4 status-429 status-404 status-401 status-400".split():
    print(m, call(m))
