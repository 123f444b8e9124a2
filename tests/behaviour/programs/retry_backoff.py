import backoff
import openai
from openai.error import APIError, RateLimitError, Timeout  # OAI101:26 OAI101:36 OAI101:52


def told(details):
    print("again after try", details["tries"])


@backoff.on_exception(backoff.constant, (RateLimitError, Timeout, APIError), max_tries=3, interval=0, jitter=None, on_backoff=told)  # OAI107:42 OAI107:58 OAI107:67 OAI109:67
def embed(model, text):
    return openai.Embedding.create(model=model, input=text)["data"][0]["embedding"][0]  # OAI102:12 OAI112:12


print(embed("status-429-1", "x"))
for model in ("status-500", "status-401"):
    try:
        print(embed(model, "y"))
    except APIError as error:  # OAI107:12 OAI109:12
        print("server:", error.http_status)  # OAI108:26
    except openai.error.AuthenticationError as error:  # OAI107:12
        print("key:", error.http_status)  # OAI108:23
