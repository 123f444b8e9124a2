import openai

from . import utils


@utils.counted
def find(text):
    return len(openai.Embedding.create(engine="vectors", input=text)["data"][0]["embedding"]), utils.moderated(text)


async def later(text):
    reply = await openai.Embedding.acreate(engine="vectors", input=text, api_key="az-own")
    return len(reply["data"][0]["embedding"])
