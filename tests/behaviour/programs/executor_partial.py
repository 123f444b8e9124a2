import asyncio
import functools
import openai

openai.api_key = "sk-exec"


async def ask(text):
    loop = asyncio.get_running_loop()
    call = functools.partial(openai.ChatCompletion.create, model="gpt-4", messages=[{"role": "user", "content": text}])  # OAI104:30
    response = await loop.run_in_executor(None, call)
    return response["choices"][0]["message"]["content"]  # OAI112:12


async def threaded(text):
    r = await asyncio.to_thread(openai.Completion.create, model="m", prompt=text)  # OAI104:33
    return r.choices[0].text


print(asyncio.run(ask("e")))
print(asyncio.run(threaded("t")))
