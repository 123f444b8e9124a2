import os

import openai

from runner import Runner

openai.api_key = os.environ["OPENAI_API_KEY"]
for result in Runner("gpt-3.5-turbo", {"max_tokens": 20}).run(["one", "two"]):
    print(result.text, result.get("usage.total_tokens"), result.get("usage.nothing", "-"))
