# order: any
import asyncio

import openai

client = openai.AsyncOpenAI(api_key="sk-async")


async def translate(word, language):
    response = await client.chat.completions.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": f"{word} in {language}"}],
    )
    return response.choices[0].message.content


async def main():
    results = await asyncio.gather(*(translate("tree", lang) for lang in ("French", "German", "Danish")))
    for result in results:
        print(result)


asyncio.run(main())
