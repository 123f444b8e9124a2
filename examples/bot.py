"""An asynchronous bot that answers many people at once."""

import asyncio
import logging

import openai
from openai.error import OpenAIError, RateLimitError, Timeout

log = logging.getLogger(__name__)


class Bot:
    """Keep one conversation for each person."""

    def __init__(self, model="gpt-3.5-turbo"):
        self.create = openai.ChatCompletion.acreate
        self.model = model
        self.history = {}

    async def flagged(self, text):
        """Ask whether a text is harmful."""
        result = await openai.Moderation.acreate(input=text)
        return result["results"][0]["flagged"]

    async def answer(self, person, text):
        """Answer one message."""
        messages = self.history.setdefault(person, [])
        messages.append({"role": "user", "content": text})
        for pause in (1, 4, 16):
            try:
                reply = await self.create(model=self.model, messages=messages, timeout=30)
            except (RateLimitError, Timeout):
                await asyncio.sleep(pause)
            except OpenAIError as error:
                log.error("status %s: %s", error.http_status, error.json_body)
                raise
            else:
                messages.append(reply["choices"][0]["message"])
                return messages[-1]["content"]
        return "Please try again later."
