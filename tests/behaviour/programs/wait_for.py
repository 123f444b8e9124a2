# order: any
import asyncio

import openai


async def quick(text):
    try:
        response = await asyncio.wait_for(
            openai.ChatCompletion.acreate(model="gpt-3.5-turbo", messages=[{"role": "user", "content": text}]),  # OAI103:13
            timeout=20,
        )
    except asyncio.TimeoutError:
        return "too late"
    return response["choices"][0]["message"]["content"]  # OAI112:12


async def main():
    tasks = [asyncio.create_task(quick(word)) for word in ("alpha", "beta")]
    for task in tasks:
        print(await task)
    done = []
    for next_one in asyncio.as_completed([quick("gamma"), quick("delta")]):
        done.append(await next_one)
    print(sorted(done))


asyncio.run(main())
