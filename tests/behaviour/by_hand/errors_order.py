import openai

MODELS = ["status-429", "status-500", "status-503", "status-401", "status-403", "status-400", "status-404", "gpt-4"]


def describe(model):
    try:
        r = openai.chat.completions.create(model=model, messages=[{"role": "user", "content": "Hi"}])
        return r.choices[0].message.content
    except openai.APITimeoutError:
        return "timeout"
    except openai.RateLimitError:
        return "slow down"
    except openai.APIConnectionError:
        return "no connection"
    except openai.InternalServerError as e:
        return "overloaded" if e.status_code == 503 else "server error"
    except openai.PermissionDeniedError:
        return "forbidden"
    except openai.AuthenticationError:
        return "who are you?"
    except (openai.BadRequestError, openai.NotFoundError):
        return "bad request"


for m in MODELS:
    print(m, "=>", describe(m))
