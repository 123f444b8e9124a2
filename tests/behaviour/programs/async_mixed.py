"""One function for scripts, one for the web server."""
import asyncio
import openai


def _arguments(text):
    return dict(model="gpt-3.5-turbo-instruct", prompt=text, max_tokens=10)


def complete(text):
    return openai.Completion.create(**_arguments(text)).choices[0].text  # OAI102:12


async def acomplete(text):
    answer = await openai.Completion.acreate(**_arguments(text))  # OAI103:20
    return answer.choices[0].text


async def check(text):
    result = await openai.Moderation.acreate(text)  # OAI103:20 OAI111:46
    return result["results"][0]["flagged"]  # OAI112:12


print(complete("sync"))
print(asyncio.run(acomplete("async")))
print(asyncio.run(check("nothing bad")))
