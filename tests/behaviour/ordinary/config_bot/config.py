import os

OPENAI_API_KEY = os.getenv("MY_OPENAI_KEY", "sk-from-config")
MODEL = "gpt-3.5-turbo-16k"
TEMPERATURE = 0.3
