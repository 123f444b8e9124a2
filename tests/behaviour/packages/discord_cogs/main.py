import asyncio

from cogs import chat, draw
from core import Bot

bot = Bot()
chat.setup(bot)
draw.setup(bot)


async def main():
    for line in ("!chat hello", "!draw a boat", "!chat again", "!fail x", "!usage"):
        print(await bot.on_message("ann", line))

asyncio.run(main())
