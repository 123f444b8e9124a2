# order: any
import asyncio
import openai
from openai.error import RateLimitError

openai.api_key = "sk-semaphore"
SEM = asyncio.Semaphore(2)


async def one(model: str, text: str) -> str:
    async with SEM:
        try:
            result = await openai.ChatCompletion.acreate(model=model, messages=[{"role": "user", "content": text}])
        except RateLimitError as exc:
            return f"<{type(exc).__name__}>"
        return result.choices[0].message.content


async def main():
    jobs = [asyncio.create_task(one(m, t)) for m, t in
            [("gpt-4", "a"), ("status-429", "b"), ("gpt-3.5-turbo", "c"), ("gpt-4", "d")]]
    for job in jobs:
        print(await job)
    vectors = await openai.Embedding.acreate(model="text-embedding-ada-002", input=["a", "b"])
    print(len(vectors["data"]), vectors["data"][1]["embedding"])


asyncio.run(main())
