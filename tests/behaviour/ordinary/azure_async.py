# order: any
# environment: AZKEY=az-async
import asyncio
import os
import openai

openai.api_type = "azure"
openai.api_base = "https://parallel.openai.azure.com/"
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZKEY"]


async def translate(language, text):
    completion = await openai.ChatCompletion.acreate(
        deployment_id="writer",
        messages=[{"role": "system", "content": f"Translate to {language}."}, {"role": "user", "content": text}],
        temperature=0,
    )
    return language, completion["choices"][0]["message"]["content"]


async def main():
    tasks = [translate(language, "Good morning") for language in ("de", "fr", "es")]
    for done in await asyncio.gather(*tasks):
        print(*done, sep=": ")


if __name__ == "__main__":
    asyncio.run(main())
