import asyncio
import openai

openai.api_type = "azure"
openai.api_base = "https://astream.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "az-astream"


async def tokens(text):
    response = await openai.ChatCompletion.acreate(engine="writer", messages=[{"role": "user", "content": text}], stream=True)
    async for chunk in response:
        if chunk["choices"]:
            delta = chunk["choices"][0]["delta"]
            if delta.get("content"):
                yield delta["content"]


async def main():
    async for token in tokens("to be or not to be"):
        print(token, end="", flush=True)
    print()
    print(len([t async for t in tokens("x")]))


asyncio.run(main())
