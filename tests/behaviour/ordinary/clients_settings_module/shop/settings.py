import os

import openai

MODEL = "gpt-4"
openai.api_key = os.environ["OPENAI_API_KEY"]
openai.api_base = "https://gateway.shop.internal/v1"  # ours


def retries():
    return 2
