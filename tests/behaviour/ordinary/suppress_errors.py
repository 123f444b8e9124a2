import contextlib
import openai

openai.api_key = "sk-suppress"
got = []
for model in ("gpt-4", "status-429", "status-503", "gpt-3.5-turbo"):
    with contextlib.suppress(openai.error.RateLimitError, openai.error.ServiceUnavailableError):
        r = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": model}])
        got.append(r["choices"][0]["message"]["content"])
print(got)


def strict(model):
    try:
        return openai.Embedding.create(model=model, input="x")
    except openai.error.OpenAIError as e:
        raise ValueError(f"cannot embed with {model}") from e


try:
    strict("status-400")
except ValueError as e:
    cause = e.__cause__
    print(e, "|", cause, "|", cause.http_status, "|", isinstance(cause, openai.error.InvalidRequestError))
