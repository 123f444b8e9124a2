from typing import Optional, Tuple
import logging
import openai
from openai.error import InvalidRequestError, RateLimitError, AuthenticationError

logging.basicConfig(level=logging.CRITICAL)
openai.api_type = "azure"
openai.api_base = "https://typed-errors.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "az-typed"


def ask(engine: str, text: str) -> Tuple[Optional[str], Optional[str]]:
    try:
        response = openai.ChatCompletion.create(engine=engine, messages=[{"role": "user", "content": text}])
    except InvalidRequestError as e:
        if e.error.code == "content_filter":
            return None, "filtered"
        if e.code == "DeploymentNotFound":
            return None, "no such deployment"
        logging.exception("bad request")
        return None, str(e)
    except (RateLimitError, AuthenticationError) as e:
        return None, e.__class__.__name__
    return response["choices"][0]["message"]["content"], None


for engine in ("helper", "gone", "status-429", "status-400", "status-401"):
    print(engine, *ask(engine, "x"), sep=" / ")
