"""Say what went wrong with each of some deployments."""

import os

from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.core.credentials import AzureKeyCredential
from azure.core.exceptions import (
    ClientAuthenticationError,  # OAI404:5
    HttpResponseError,  # OAI404:5
    ResourceNotFoundError,  # OAI404:5
)
from azure.core.exceptions import ServiceRequestError as NoConnection  # OAI404:35

client = ChatCompletionsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
    retry_total=0,
)


def state(deployment):
    try:
        client.complete(  # OAI402:9
            model=deployment,
            messages=[{"role": "user", "content": "Are you there?"}],
        )
    except ClientAuthenticationError as e:  # OAI404:12
        return f"not allowed ({e.status_code})"
    except ResourceNotFoundError as e:  # OAI404:12
        return f"refused ({e.status_code})"
    except HttpResponseError as e:  # OAI404:12
        if e.status_code == 429:
            return f"busy ({e.status_code})"
        if e.status_code == 400:
            return f"refused ({e.status_code})"
        return f"failed ({e.status_code})"
    except NoConnection:  # OAI404:12
        return "no connection"
    return "fine"


for name in ("orders-chat", "status-400", "status-401", "status-404", "status-429", "status-500"):
    print(name, state(name))
