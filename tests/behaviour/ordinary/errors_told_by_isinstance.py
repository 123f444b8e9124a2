import openai
from openai.error import InvalidAPIType, OpenAIError, SignatureVerificationError

openai.api_key = "sk-told"


def kind(error):
    if isinstance(error, openai.error.APIConnectionError):
        return "connection"
    if isinstance(error, openai.error.Timeout):
        return "timeout"
    if isinstance(error, (openai.error.APIError, openai.error.RateLimitError)):
        return "server or limit"
    if isinstance(error, openai.error.ServiceUnavailableError):
        return "busy"
    return "other"


for model in ("status-500", "status-503", "status-429", "status-401", "gpt-4"):
    try:
        reply = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "Hi"}])
        print(reply["choices"][0]["message"]["content"])
    except SignatureVerificationError:
        print("signature")
    except (OpenAIError, InvalidAPIType) as error:
        print(model, kind(error))

openai.api_base = "http://127.0.0.1:9"
try:
    openai.Moderation.create(input="anyone there?")
except OpenAIError as error:
    print(kind(error), "busy" if isinstance(error, openai.error.ServiceUnavailableError) else "not busy")
