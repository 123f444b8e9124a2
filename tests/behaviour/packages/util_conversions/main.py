"""Replays canned answers in the shape of the real ones."""
import json

import openai
from openai.openai_object import OpenAIObject
from openai.util import convert_to_openai_object

from replay import replay

live = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "live"}])
canned = convert_to_openai_object(json.loads(replay("canned")))
for one in (live, canned):
    assert isinstance(one, OpenAIObject)
    print(one.choices[0].message.content, one["choices"][0]["finish_reason"])
