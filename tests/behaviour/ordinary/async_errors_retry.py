import asyncio
import openai
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_none

openai.api_key = "sk-async-errors"


async def ask(model):
    async for attempt in AsyncRetrying(
        stop=stop_after_attempt(3), wait=wait_none(), reraise=True,
        retry=retry_if_exception_type(openai.error.RateLimitError),
    ):
        with attempt:
            r = await openai.ChatCompletion.acreate(model=model, messages=[{"role": "user", "content": model}])
    return r["choices"][0]["message"]["content"]


async def main():
    for model in ("gpt-4", "status-429-2", "status-429", "status-401"):
        try:
            print(await asyncio.wait_for(ask(model), timeout=20))
        except openai.error.RateLimitError as e:
            print("limit", e.http_status)
        except openai.error.OpenAIError as e:
            print("error", e.http_status)


asyncio.run(main())
