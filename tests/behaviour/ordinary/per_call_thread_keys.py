"""Each team has a key; methods are given to threads with it."""
import asyncio
from functools import partial

import openai

KEYS = {"red": "sk-red", "blue": "sk-blue"}


async def check(team):
    loop = asyncio.get_running_loop()
    found = await loop.run_in_executor(None, partial(openai.Completion.create, api_key=KEYS[team], model="gpt-3.5-turbo-instruct", prompt=team, request_timeout=10))
    other = await asyncio.to_thread(openai.Embedding.create, api_key=KEYS[team], model="text-embedding-ada-002", input=team)
    return found["choices"][0]["text"], len(other["data"])


async def ask(team):
    reply = await openai.ChatCompletion.acreate(
        api_key=KEYS[team], model="gpt-3.5-turbo", messages=[{"role": "user", "content": f"I am {team}"}]
    )
    return reply["choices"][0]["message"]["content"]


async def main():
    for team in KEYS:
        print(team, await check(team))
        print(await ask(team))


asyncio.run(main())
