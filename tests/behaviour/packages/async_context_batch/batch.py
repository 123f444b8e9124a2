import asyncio

import openai


class Batch:
    def __init__(self, limit):
        self.gate = asyncio.Semaphore(limit)
        self.tasks, self.results = [], []

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.results = await asyncio.gather(*self.tasks)

    def add(self, text):
        self.tasks.append(asyncio.create_task(self.ask(text)))

    async def ask(self, text):
        async with self.gate:
            return await asyncio.wait_for(
                openai.ChatCompletion.acreate(model="gpt-4", messages=[{"role": "user", "content": text}]), timeout=20
            )
