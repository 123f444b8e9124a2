"""An async program that calls the sync SDK in threads."""
import asyncio
import functools
import openai

openai.api_key = "sk-executor"


async def ask(text):
    loop = asyncio.get_running_loop()
    call = functools.partial(
        openai.ChatCompletion.create,
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": text}],
    )
    response = await loop.run_in_executor(None, call)
    return response["choices"][0]["message"]["content"]


async def main():
    print(await ask("one"))
    print(await ask("two"))
    r = await asyncio.to_thread(openai.Moderation.create, input="fine")
    print(r["results"][0]["flagged"])


asyncio.run(main())
