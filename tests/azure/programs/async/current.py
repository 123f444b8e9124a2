"""Ask two things at a time, then read a stream."""

import asyncio
import os

from openai import AsyncAzureOpenAI

client = AsyncAzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)


async def ask(question):
    reply = await client.chat.completions.create(
        model="quiz",
        messages=[{"role": "user", "content": question}],
    )
    return reply.choices[0].message.content


async def listen(question):
    stream = await client.chat.completions.create(
        model="quiz",
        messages=[{"role": "user", "content": question}],
        stream=True,
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            print(chunk.choices[0].delta.content, end="")
    print()


async def main():
    for answer in await asyncio.gather(ask("One?"), ask("Two?")):
        print(answer)
    await listen("Three?")


asyncio.run(main())
