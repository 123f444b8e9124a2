import asyncio

import openai

openai.api_key = "sk-handed"


class Chat:
    def __init__(self, create=None):
        self.chat = openai.ChatCompletion
        self.create = create or openai.ChatCompletion.acreate

    async def ask(self, text):
        reply = await self.chat.acreate(model="gpt-4", messages=[{"role": "user", "content": text}])
        return reply["choices"][0]["message"]["content"]


async def again(function, *args, **kwargs):
    for _ in range(3):
        try:
            return await function(*args, **kwargs)
        except openai.error.RateLimitError:
            await asyncio.sleep(0)
    return None


async def main():
    print(await Chat().ask("one"))
    reply = await again(openai.Embedding.acreate, model="text-embedding-ada-002", input="two")
    print(len(reply["data"]))
    said = await Chat().create(model="gpt-4", messages=[{"role": "user", "content": "three"}])
    print(said.choices[0].message.content)
    print(await again(openai.Completion.acreate, model="status-429", prompt="four"))


asyncio.run(main())
