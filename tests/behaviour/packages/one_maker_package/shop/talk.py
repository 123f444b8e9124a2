import openai

from .utils import counted


@counted
def say(text):
    reply = openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": text}])
    return reply["choices"][0]["message"]["content"]


async def later(text):
    reply = await openai.ChatCompletion.acreate(engine="chat", messages=[{"role": "user", "content": text}])
    return reply["choices"][0]["message"]["content"]
