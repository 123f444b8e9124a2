"""Ask three times, then give up."""

import os
import time

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]


def ask(question, tries=3):
    while True:
        try:
            return openai.ChatCompletion.create(  # OAI102:20
                engine="status-429",  # OAI110:17
                messages=[{"role": "user", "content": question}],
            )
        except (openai.error.RateLimitError, openai.error.ServiceUnavailableError) as e:  # OAI107:17 OAI107:46
            tries -= 1
            if not tries:
                raise
            time.sleep(float(e.headers.get("Retry-After", 0)))  # OAI108:30


try:
    print(ask("Anyone?").choices[0].message.content)
except openai.error.OpenAIError as e:  # OAI107:8
    print("gave up:", e.http_status)  # OAI108:23
