"""Ask two things at a time, then read a stream."""

import asyncio
import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]


async def ask(question):
    reply = await openai.ChatCompletion.acreate(  # OAI103:19
        engine="quiz",  # OAI110:9
        messages=[{"role": "user", "content": question}],
    )
    return reply["choices"][0]["message"]["content"]  # OAI112:12


async def listen(question):
    stream = await openai.ChatCompletion.acreate(  # OAI103:20
        engine="quiz",  # OAI110:9
        messages=[{"role": "user", "content": question}],
        stream=True,
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.get("content"):  # OAI113:30
            print(chunk.choices[0].delta.content, end="")
    print()


async def main():
    for answer in await asyncio.gather(ask("One?"), ask("Two?")):
        print(answer)
    await listen("Three?")


asyncio.run(main())
