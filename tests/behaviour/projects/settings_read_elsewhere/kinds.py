import os

import openai


def choose():
    if os.environ.get("KIND") == "gateway":
        openai.api_base = "https://gateway.internal/v1"
    openai.api_key = "sk-" + os.environ.get("KIND", "plain")
