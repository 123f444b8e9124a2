"""Ask two things at a time, then read a stream."""

import asyncio
import os

from azure.ai.inference.aio import ChatCompletionsClient  # OAI401:36
from azure.ai.inference.models import UserMessage  # OAI403:39
from azure.core.credentials import AzureKeyCredential


async def ask(client, question):
    reply = await client.complete(model="quiz", messages=[UserMessage(question)])  # OAI402:19 OAI403:59
    return reply.choices[0].message.content


async def listen(client, question):
    stream = await client.complete(  # OAI402:20
        model="quiz",
        messages=[UserMessage(question)],  # OAI403:19
        stream=True,
    )
    async for update in stream:
        if update.choices and update.choices[0].delta.content:
            print(update.choices[0].delta.content, end="")
    print()


async def main():
    async with ChatCompletionsClient(  # OAI401:16
        endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
        credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
    ) as client:
        for answer in await asyncio.gather(ask(client, "One?"), ask(client, "Two?")):
            print(answer)
        await listen(client, "Three?")


asyncio.run(main())
