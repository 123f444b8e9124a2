import asyncio
import openai

openai.api_key = "sk-async-all"


async def main():
    completion = await openai.Completion.acreate(model="text-davinci-003", prompt="a", max_tokens=3)
    print(completion["choices"][0]["text"])
    image = await openai.Image.acreate(prompt="a", n=1, size="256x256")
    print(image["data"][0]["url"])
    embedding = await openai.Embedding.acreate(input="a", model="text-embedding-ada-002")
    print(embedding["data"][0]["embedding"])
    with open("speech.wav", "rb") as f:
        print((await openai.Audio.atranscribe("whisper-1", f))["text"])
    moderation = await openai.Moderation.acreate(input="fine")
    print(moderation.results[0].flagged)
    print([m["id"] for m in (await openai.Model.alist())["data"]])
    async for event in await openai.Completion.acreate(model="text-davinci-003", prompt="b c", stream=True):
        print(event.choices[0].text, end="")
    print()


asyncio.run(main())
