from typing import AsyncIterator, Dict, List

import openai

from settings import get_settings

settings = get_settings()
openai.api_key = settings.openai_api_key
openai.organization = settings.openai_org


async def complete(messages: List[Dict[str, str]], **params) -> str:
    response = await openai.ChatCompletion.acreate(
        model=settings.chat_model,
        messages=messages,
        request_timeout=settings.timeout,
        **params,
    )
    return response.choices[0].message.content


async def stream(messages: List[Dict[str, str]]) -> AsyncIterator[str]:
    response = await openai.ChatCompletion.acreate(
        model=settings.chat_model,
        messages=messages,
        stream=True,
    )
    async for chunk in response:
        delta = chunk["choices"][0]["delta"]
        if "content" in delta:
            yield delta["content"]


async def embed(texts: List[str]) -> List[List[float]]:
    result = await openai.Embedding.acreate(model=settings.embedding_model, input=texts)
    return [d["embedding"] for d in result["data"]]
