from typing import Dict, List, Union

import openai
from openai.openai_object import OpenAIObject  # OAI101:34

Messages = List[Dict[str, str]]


def request(messages: Messages, model: str = "gpt-4") -> OpenAIObject:  # OAI104:58
    response: OpenAIObject = openai.ChatCompletion.create(model=model, messages=messages)  # OAI104:15 OAI102:30
    return response


def text_of(response: Union[OpenAIObject, dict]) -> str:  # OAI104:29
    return response["choices"][0]["message"]["content"]


print(text_of(request([{"role": "user", "content": "typed"}])))
print(text_of({"choices": [{"message": {"content": "a dict"}}]}))
