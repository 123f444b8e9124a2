# run: sk-given-later
# environment: OPENAI_API_KEY=
import asyncio
import sys
import openai


async def ask(text, **kwargs):
    response = await openai.ChatCompletion.acreate(
        model=kwargs.pop("model", "gpt-3.5-turbo"),
        messages=[{"role": "user", "content": text}],
        **kwargs,
    )
    return response.choices[0].message.content


async def main():
    openai.api_key = sys.argv[1]
    print(await ask("first"))
    print(await ask("second", api_key="sk-only-this", temperature=0))
    openai.api_key = "sk-changed"
    print(await ask("third", model="gpt-4"))


if __name__ == "__main__":
    asyncio.run(main())
