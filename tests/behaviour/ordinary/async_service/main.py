import asyncio

from services import llm


async def sse(prompt):
    async for token in llm.stream([{"role": "user", "content": prompt}]):
        yield f"data: {token}\n\n"


async def main():
    print(await llm.complete([{"role": "user", "content": "ping"}], temperature=0, max_tokens=10))
    async for event in sse("stream this to the browser"):
        print(repr(event))
    vectors = await llm.embed(["one", "two"])
    print(len(vectors), vectors[0][:2])


asyncio.run(main())
