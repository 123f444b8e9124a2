# order: any
import asyncio
import openai

openai.api_key = "sk-queue"


class Pool:
    def __init__(self, workers=2):
        self.queue = asyncio.Queue()
        self.workers = workers
        self.done = {}

    async def work(self):
        while True:
            number, text = await self.queue.get()
            try:
                r = await openai.ChatCompletion.acreate(model="gpt-3.5-turbo", messages=[{"role": "user", "content": text}], timeout=10)
                self.done[number] = r["choices"][0]["message"]["content"], r["usage"]["total_tokens"]
            finally:
                self.queue.task_done()

    async def run(self, texts):
        for item in enumerate(texts):
            self.queue.put_nowait(item)
        tasks = [asyncio.ensure_future(self.work()) for _ in range(self.workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        return [self.done[n] for n in sorted(self.done)]


async def main():
    for text, tokens in await Pool().run(["red", "green", "blue"]):
        print(tokens, text)

asyncio.run(main())
