import openai
from openai.error import RateLimitError as RLE, APIConnectionError as ACE  # OAI101:26 OAI101:49
from openai.error import InvalidRequestError  # OAI101:26

RETRY = (RLE, ACE)  # OAI107:10 OAI107:15


def safe(model):
    try:
        return openai.Embedding.create(model=model, input="x")["data"][0]["index"]  # OAI102:16 OAI112:16
    except RETRY:
        return "try later"
    except InvalidRequestError:  # OAI107:12
        return "never"


print([safe(m) for m in ("status-429", "status-404", "status-400", "text-embedding-ada-002")])
