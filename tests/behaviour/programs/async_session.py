"""One session for all requests, as the documentation of 0.x advised."""
import asyncio

import openai
from aiohttp import ClientSession


async def vector(text):
    response = await openai.Embedding.acreate(model="text-embedding-ada-002", input=[text])  # OAI103:22
    return response["data"][0]["embedding"]  # OAI112:12


async def main():
    openai.aiosession.set(ClientSession())  # OAI106:5
    try:
        for word in ("sun", "moon"):
            print(word, await vector(word))
    finally:
        await openai.aiosession.get().close()  # OAI106:15


asyncio.run(main())
