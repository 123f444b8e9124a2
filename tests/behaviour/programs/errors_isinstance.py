import openai


def explain(error):
    if isinstance(error, openai.error.RateLimitError):  # OAI107:26
        return "rate"
    if isinstance(error, (openai.error.AuthenticationError, openai.error.PermissionError)):  # OAI107:27 OAI107:61
        return "access"
    if type(error) is openai.error.InvalidRequestError:  # OAI107:23
        return "request"
    return type(error).__mro__[-3].__name__


for code in (429, 401, 403, 404):
    try:
        openai.Embedding.create(model=f"status-{code}", input="x")  # OAI102:9
    except openai.error.OpenAIError as exc:  # OAI107:12
        print(code, explain(exc))
