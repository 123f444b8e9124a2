import asyncio
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
openai.api_base = "https://gateway.internal/v1"
MESSAGES = [{"role": "user", "content": "both"}]


def sync_chat():
    return openai.ChatCompletion.create(model="gpt-4", messages=MESSAGES)["choices"][0]["message"]["content"]


async def async_chat():
    r = await openai.ChatCompletion.acreate(model="gpt-4", messages=MESSAGES)
    return r["choices"][0]["message"]["content"]


async def async_stream():
    stream = await openai.ChatCompletion.acreate(model="gpt-4", messages=MESSAGES, stream=True)
    return [c["choices"][0]["delta"].get("content", "") async for c in stream]


print("sync ", sync_chat())
print("async", asyncio.run(async_chat()))
print(asyncio.run(async_stream()))
