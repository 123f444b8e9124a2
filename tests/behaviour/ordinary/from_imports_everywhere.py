import os
from typing import Optional, Union

import openai as ai
from openai import ChatCompletion, Completion, Embedding, Moderation
from openai.openai_object import OpenAIObject
from openai.error import *

ai.api_key = os.environ["OPENAI_API_KEY"]


def first_text(response: Union[OpenAIObject, dict]) -> Optional[str]:
    if "choices" not in response:
        return None
    choice = response["choices"][0]
    return choice["text"] if "text" in choice else choice["message"]["content"]


def safe(prompt):
    if Moderation.create(prompt)["results"][0]["flagged"]:
        return "flagged"
    try:
        return first_text(ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": prompt}]))
    except (RateLimitError, APIError) as e:
        return str(e)


def search(texts):
    from openai import Embedding as E
    return [len(row["embedding"]) for row in E.create(input=texts, model="text-embedding-ada-002")["data"]]


print(safe("Hello"))
print(first_text(Completion.create(model="text-davinci-003", prompt="Dear")))
print(search(["a", "b", "c"]))
