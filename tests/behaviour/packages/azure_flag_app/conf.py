import json
import os

import openai

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "config.json")) as f:
    cfg = json.load(f)

USE_AZURE = cfg["use_azure"]

if USE_AZURE:
    openai.api_type = "azure"
    openai.api_base = cfg["azure"]["base"]
    openai.api_version = cfg["azure"]["version"]
    openai.api_key = os.environ["AZURE_KEY"]
else:
    openai.api_key = os.environ["OPENAI_API_KEY"]


def model_kwargs():
    if USE_AZURE:
        return {"engine": cfg["azure"]["deployment"]}
    return {"model": cfg["model"]}
