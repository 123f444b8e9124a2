"""Draw a picture, where the service answers later: ask again until it is there."""

import asyncio
import json
import os

import httpx
from openai import AsyncAzureOpenAI


class Patient(httpx.AsyncHTTPTransport):  # OAI312:15
    """Turns a request for a picture into a job, and waits for the job."""

    async def handle_async_request(self, request):
        if "images/generations" not in request.url.path:
            return await super().handle_async_request(request)
        request.url = request.url.copy_with(path="/openai/images/generations:submit")
        response = await super().handle_async_request(request)
        await response.aread()
        job = response.headers["operation-location"]
        while True:
            again = httpx.Request("GET", job, headers={"api-key": request.headers["api-key"]})
            response = await super().handle_async_request(again)
            await response.aread()
            told = response.json()
            if told["status"] not in ("notRunning", "running"):
                break
            await asyncio.sleep(int(response.headers.get("retry-after", 0)))
        if told["status"] != "succeeded":
            return httpx.Response(400, request=request, content=json.dumps(told).encode())
        return httpx.Response(200, request=request, json=told["result"])


async def main():
    client = AsyncAzureOpenAI(
        azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
        api_version="2023-06-01-preview",
        api_key=os.environ["AZURE_OPENAI_API_KEY"],
        http_client=httpx.AsyncClient(transport=Patient()),  # OAI312:9
    )
    reply = await client.images.generate(prompt="A lighthouse in the fog", size="1024x1024", n=1)
    async with httpx.AsyncClient() as store:
        picture = (await store.get(reply.data[0].url)).content
    print(len(picture), "bytes")


asyncio.run(main())
