import asyncio
import logging

import openai

import config
from memory import ChannelMemory

openai.api_key = config.OPENAI_API_KEY
log = logging.getLogger("bot")
memory = ChannelMemory()


async def answer(channel_id, author, text):
    memory.add(channel_id, "user", f"{author}: {text}")
    try:
        response = await openai.ChatCompletion.acreate(
            model=config.MODEL,
            messages=memory.messages(channel_id),
            temperature=0.9,
            max_tokens=300,
        )
    except openai.error.RateLimitError:
        log.warning("rate limited in %s", channel_id)
        return "I'm a bit overwhelmed right now, try again later."
    except openai.error.InvalidRequestError as e:
        memory.forget(channel_id)
        return f"That was too much for me ({e})."
    reply = response["choices"][0]["message"]["content"].strip()
    memory.add(channel_id, "assistant", reply)
    return reply


async def draw(prompt):
    response = await openai.Image.acreate(prompt=prompt, n=1, size="512x512")
    return response["data"][0]["url"]


async def on_message(message, send):
    if message["author"] == config.BOT_NAME:
        return
    content = message["content"]
    if content.startswith(config.COMMAND_PREFIX + "draw "):
        await send(await draw(content[len("!draw "):]))
    elif content.startswith(config.COMMAND_PREFIX + "reset"):
        memory.forget(message["channel"])
        await send("Memory wiped. Life. Don't talk to me about life.")
    else:
        reply = await answer(message["channel"], message["author"], content)
        for start in range(0, len(reply), 2000):
            await send(reply[start:start + 2000])
