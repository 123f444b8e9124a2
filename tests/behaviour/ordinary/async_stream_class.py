import asyncio
import openai


class Bot:
    def __init__(self, key):
        self.history = []
        openai.api_key = key

    async def say(self, text):
        self.history.append({"role": "user", "content": text})
        answer = ""
        async for part in self._parts():
            answer += part
        self.history.append({"role": "assistant", "content": answer})
        return answer

    async def _parts(self):
        response = await openai.ChatCompletion.acreate(
            model="gpt-3.5-turbo", messages=self.history, stream=True
        )
        async for chunk in response:
            content = chunk["choices"][0].get("delta", {}).get("content")
            if content is not None:
                yield content


async def main():
    bot = Bot("sk-async-bot")
    print(await bot.say("first"))
    print(await bot.say("second"))
    print(len(bot.history))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
