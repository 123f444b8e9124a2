import openai


async def vector(text):
    reply = await openai.Embedding.acreate(model="text-embedding-ada-002", input=text)
    return reply["data"][0]["embedding"]
