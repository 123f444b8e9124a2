import os

import openai

NAME = "Ada"
openai.api_base = "https://gateway.internal/v1"
openai.api_key = os.environ["OPENAI_API_KEY"]
