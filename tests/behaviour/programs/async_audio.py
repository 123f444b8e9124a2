import asyncio
import openai


async def minutes(path):
    with open(path, "rb") as f:
        text = await openai.Audio.atranscribe("whisper-1", f)  # OAI103:22 OAI111:47
    picture = await openai.Image.acreate(prompt=text["text"], n=1, size="256x256")  # OAI103:21 OAI112:49
    return text["text"], picture["data"][0]["url"]  # OAI112:12 OAI112:26


async def main():
    for line in await minutes("recording.mp3"):
        print(line)
    models = await openai.Model.alist()  # OAI103:20
    print(len(models["data"]))  # OAI112:15


asyncio.run(main())
