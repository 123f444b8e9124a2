"""Ask two things at a time, then read a stream."""

import asyncio
import os

from openai import AsyncOpenAI


async def ask(client, question):
    reply = await client.chat.completions.create(
        model="quiz",
        messages=[{"role": "user", "content": question}],
    )
    return reply.choices[0].message.content


async def listen(client, question):
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
    url = f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/v1/"
    async with AsyncOpenAI(base_url=url, api_key=os.environ["AZURE_OPENAI_API_KEY"]) as client:
        for answer in await asyncio.gather(ask(client, "One?"), ask(client, "Two?")):
            print(answer)
        await listen(client, "Three?")


asyncio.run(main())
