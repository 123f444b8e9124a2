# environment: OPENAI_API_KEY=
# order: any
import asyncio
import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = "https://contoso.openai.azure.com"  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = "key-async"


class Pool:
    def __init__(self, size):
        self.gate = asyncio.Semaphore(size)

    async def ask(self, text):
        async with self.gate:
            r = await openai.ChatCompletion.acreate(deployment_id="docs-chat", messages=[{"role": "user", "content": text}])  # OAI103:23 OAI110:53
        return r["choices"][0]["message"]["content"]  # OAI112:16


async def main():
    pool = Pool(2)
    print(await asyncio.gather(*[pool.ask(str(n)) for n in range(4)]))
    vector = await openai.Embedding.acreate(engine="vectors", input="async")  # OAI103:20 OAI110:45
    print(vector["data"][0]["embedding"])  # OAI112:11


asyncio.run(main())
