# order: any
import asyncio
import openai

openai.api_key = "sk-async"


async def translate(word, language):
    response = await openai.ChatCompletion.acreate(  # OAI103:22
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": f"{word} in {language}"}],
    )
    return response["choices"][0]["message"]["content"]  # OAI112:12


async def main():
    results = await asyncio.gather(*(translate("tree", lang) for lang in ("French", "German", "Danish")))
    for result in results:
        print(result)


asyncio.run(main())
