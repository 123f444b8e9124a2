import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
openai.api_base = "https://gw.internal/v1"
