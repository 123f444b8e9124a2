# environment: EAST_KEY=key-east WEST_KEY=key-west OPENAI_API_KEY=
"""Streams from whichever region has room; embeddings come from the other one."""
import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_version = "2023-05-15"
REGIONS = {
    "east": ("https://contoso-east.openai.azure.com/", "EAST_KEY"),
    "west": ("https://contoso-west.openai.azure.com", "WEST_KEY"),
}


def use(region):
    openai.api_base = REGIONS[region][0]  # OAI105:5
    openai.api_key = os.environ[REGIONS[region][1]]


def pieces(question):
    return openai.ChatCompletion.create(  # OAI102:12
        engine="chat", messages=[{"role": "user", "content": question}], stream=True  # OAI110:9
    )


def shown(stream):
    for chunk in stream:
        if chunk["choices"]:  # OAI112:12
            yield chunk["choices"][0]["delta"].get("content", "")  # OAI112:19


async def later(text):
    response = await openai.Embedding.acreate(deployment_id="vectors", input=text)  # OAI103:22 OAI110:47
    return len(response["data"][0]["embedding"])  # OAI112:16


use("east")
stream = pieces("Where are you?")
use("west")
print("".join(shown(stream)))
print(asyncio.run(later("west?")))
use("east")
print(openai.api_base, asyncio.run(later("east?")))  # OAI105:7
with ThreadPoolExecutor(1) as pool:
    print(pool.submit(lambda: openai.Completion.create(engine="completer", prompt="in a thread")["choices"][0]["text"]).result())  # OAI102:31 OAI112:31 OAI110:56
