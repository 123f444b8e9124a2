import asyncio

import openai


async def tell(topic):
    words = 0
    async for chunk in await openai.ChatCompletion.acreate(  # OAI103:30
        model="gpt-4",
        messages=[{"role": "user", "content": f"A story about {topic}"}],
        stream=True,
    ):
        content = chunk["choices"][0].get("delta", {}).get("content")  # OAI112:19
        if content is not None:
            print(content, end="")
            words += 1
    print()
    return words


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(tell("a lighthouse")))
    loop.close()
