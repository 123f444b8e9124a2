import os

import openai

REGIONS = [
    {"api_base": "https://east.openai.azure.com", "api_key": os.environ["EAST_KEY"], "engine": "status-429"},
    {"api_base": "https://west.openai.azure.com", "api_key": os.environ["WEST_KEY"], "engine": "west-chat"},
]


def ask(text, regions):
    last = None
    for region in regions:
        try:
            reply = openai.ChatCompletion.create(
                api_type="azure",
                api_version="2023-05-15",
                messages=[{"role": "user", "content": text}],
                **region,
            )
            return region["engine"], reply["choices"][0]["message"]["content"]
        except openai.error.RateLimitError as e:
            last = e
    raise last
