import asyncio

from openai import error


class Runner:
    def __init__(self, limit):
        self.limit = limit

    async def one(self, gate, task):
        async with gate:
            try:
                return await task.perform()
            except error.RateLimitError:
                return "busy"

    async def run(self, tasks):
        gate = asyncio.Semaphore(self.limit)
        return list(zip(tasks, await asyncio.gather(*[self.one(gate, t) for t in tasks])))
