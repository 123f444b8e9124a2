import asyncio

import openai
from openai.error import InvalidRequestError, RateLimitError  # OAI101:26 OAI101:47


async def ask(model):
    tries = 0
    while True:
        try:
            r = await openai.ChatCompletion.acreate(  # OAI103:23
                model=model, messages=[{"role": "user", "content": "async"}], request_timeout=10  # OAI110:79
            )
            return r.choices[0].message["content"]  # OAI112:20
        except RateLimitError:  # OAI107:16
            tries += 1
            print("waiting", tries)
            await asyncio.sleep(0)
        except (InvalidRequestError, openai.error.APIError) as e:  # OAI107:17 OAI107:38
            return f"no: {e.http_status}"  # OAI108:27


for model in ("status-429-2", "status-404", "status-500", "gpt-4"):
    print(asyncio.run(ask(model)))
