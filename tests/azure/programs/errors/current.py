"""Say what went wrong with each of some deployments."""

import os

import openai
from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
    max_retries=0,
)


def state(deployment):
    try:
        client.chat.completions.create(
            model=deployment,
            messages=[{"role": "user", "content": "Are you there?"}],
            timeout=20,
        )
    except openai.RateLimitError as e:
        return f"busy ({e.status_code})"
    except openai.AuthenticationError as e:
        return f"not allowed ({e.status_code})"
    except (openai.BadRequestError, openai.NotFoundError) as e:
        return f"refused ({e.status_code})"
    except openai.APIConnectionError:
        return "no connection"
    except openai.APIStatusError as e:
        return f"failed ({e.status_code})"
    return "fine"


for name in ("orders-chat", "status-400", "status-401", "status-404", "status-429", "status-500"):
    print(name, state(name))
