import asyncio


class Message:
    def __init__(self, author, channel, content):
        self.author, self.channel, self.content = author, channel, content

    async def reply(self, text):
        print(f"[{self.channel}] {text}")


class Client:
    user = "bot#1"

    def __init__(self):
        self.handlers = {}

    def event(self, function):
        self.handlers[function.__name__] = function
        return function

    async def _run(self):
        await self.handlers["on_ready"]()
        for content in ("hello", "!ask What is up?", "!ask And now?"):
            await self.handlers["on_message"](Message("ann", "general", content))

    def run(self, token):
        asyncio.run(self._run())
