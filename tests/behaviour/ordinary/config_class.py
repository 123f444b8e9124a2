# environment: APP_ENV=staging
import os
import openai


class Config:
    API_KEY = "sk-base"
    API_BASE = "https://api.openai.com/v1"
    MODEL = "gpt-4"


class Staging(Config):
    API_KEY = "sk-staging"
    API_BASE = "https://staging.internal/v1"
    MODEL = "gpt-3.5-turbo"


CONFIGS = {"production": Config, "staging": Staging}
config = CONFIGS[os.environ.get("APP_ENV", "production")]

openai.api_key = config.API_KEY
openai.api_base = config.API_BASE


def completion(prompt, **options):
    options = {"model": config.MODEL, "temperature": 0, **options}
    return openai.ChatCompletion.create(messages=[{"role": "user", "content": prompt}], **options)


print(completion("a")["choices"][0]["message"]["content"])
print(completion("b", model="gpt-4").model)
