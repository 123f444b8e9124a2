"""Draw a picture, where the service answers later: ask again until it is there."""

import json
import os
import time

import httpx
from openai import AzureOpenAI


class Patient(httpx.HTTPTransport):  # OAI312:15
    """Turns a request for a picture into a job, and waits for the job."""

    def handle_request(self, request):
        if "images/generations" not in request.url.path:
            return super().handle_request(request)
        request.url = request.url.copy_with(path="/openai/images/generations:submit")
        response = super().handle_request(request)
        response.read()
        job = response.headers["operation-location"]
        while True:
            again = httpx.Request("GET", job, headers={"api-key": request.headers["api-key"]})
            response = super().handle_request(again)
            response.read()
            told = response.json()
            if told["status"] not in ("notRunning", "running"):
                break
            time.sleep(int(response.headers.get("retry-after", 0)))
        if told["status"] != "succeeded":
            return httpx.Response(400, request=request, content=json.dumps(told).encode())
        return httpx.Response(200, request=request, json=told["result"])


client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2023-06-01-preview",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
    http_client=httpx.Client(transport=Patient()),  # OAI312:5
)

reply = client.images.generate(prompt="A lighthouse in the fog", size="1024x1024", n=1)
picture = httpx.get(reply.data[0].url).content
print(len(picture), "bytes")
