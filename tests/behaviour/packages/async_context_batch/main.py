# order: any
import asyncio

from batch import Batch


async def main():
    async with Batch(limit=2) as batch:
        for text in ("a", "b", "c"):
            batch.add(text)
    print([r["choices"][0]["message"]["content"] for r in batch.results])
    print(sum(r.usage.total_tokens for r in batch.results))

asyncio.run(main())
