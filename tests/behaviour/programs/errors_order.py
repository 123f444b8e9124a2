import openai

MODELS = ["status-429", "status-500", "status-503", "status-401", "status-403", "status-400", "status-404", "gpt-4"]


def describe(model):
    try:
        r = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "Hi"}])  # OAI102:13
        return r["choices"][0]["message"]["content"]  # OAI112:16
    except openai.error.APIError as e:  # OAI107:12 OAI109:12
        return "server error"
    except openai.error.Timeout:  # OAI107:12
        return "timeout"
    except openai.error.RateLimitError:  # OAI107:12
        return "slow down"
    except openai.error.APIConnectionError:  # OAI107:12
        return "no connection"
    except openai.error.ServiceUnavailableError:  # OAI107:12
        return "overloaded"
    except openai.error.PermissionError:  # OAI107:12
        return "forbidden"
    except openai.error.AuthenticationError:  # OAI107:12
        return "who are you?"
    except openai.error.InvalidRequestError:  # OAI107:12
        return "bad request"


for m in MODELS:
    print(m, "=>", describe(m))
