"""Say what went wrong with each of some deployments."""

import os

import openai
from openai.error import APIError, InvalidRequestError, RateLimitError  # OAI101:26 OAI101:36 OAI101:57

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]


def state(deployment):
    try:
        openai.ChatCompletion.create(  # OAI102:9
            engine=deployment,  # OAI110:13
            messages=[{"role": "user", "content": "Are you there?"}],
            request_timeout=20,  # OAI110:13
        )
    except RateLimitError as e:  # OAI107:12
        return f"busy ({e.http_status})"  # OAI108:25
    except openai.error.AuthenticationError as e:  # OAI107:12
        return f"not allowed ({e.http_status})"  # OAI108:32
    except InvalidRequestError as e:  # OAI107:12
        return f"refused ({e.http_status})"  # OAI108:28
    except openai.error.APIConnectionError:  # OAI107:12
        return "no connection"
    except APIError as e:  # OAI107:12
        return f"failed ({e.http_status})"  # OAI108:27
    return "fine"


for name in ("orders-chat", "status-400", "status-401", "status-404", "status-429", "status-500"):
    print(name, state(name))
