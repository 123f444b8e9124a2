import openai

openai.api_key = "sk-order"


def classify(model):
    try:
        openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "x"}])
        return "fine"
    except openai.error.APIError:
        return "server error"
    except openai.error.RateLimitError:
        return "rate limit"
    except openai.error.APIConnectionError:
        return "connection"
    except openai.error.Timeout:
        return "timeout"
    except openai.error.AuthenticationError:
        return "auth"
    except openai.error.OpenAIError:
        return "something else"


for model in ("gpt-4", "status-500", "status-429", "status-401", "status-404"):
    print(model, classify(model))
openai.api_base = "http://127.0.0.1:9/v1"
print("nobody", classify("gpt-4"))
