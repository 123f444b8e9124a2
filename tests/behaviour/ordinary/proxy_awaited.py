"""A bot behind a proxy, which awaits its calls."""
import asyncio

import openai


class Bot:
    def __init__(self, config):
        openai.api_key = config["key"]
        openai.api_base = "http://llm.corp.test/v1"
        openai.proxy = "http://proxy.example:3128"
        self.model = config["model"]

    async def ask(self, text):
        reply = await openai.ChatCompletion.acreate(model=self.model, messages=[{"role": "user", "content": text}])
        return reply["choices"][0]["message"]["content"]

    def check(self, text):
        return openai.Moderation.create(input=text)["results"][0]["flagged"]


bot = Bot({"key": "sk-bot", "model": "gpt-3.5-turbo"})
print(asyncio.run(bot.ask("Hello")))
print(bot.check("fine"))
print(asyncio.run(bot.ask("Hello again")))
