import os
from typing import Dict, List, Optional

import openai


class LLM:
    """A thin wrapper."""

    def __init__(self, model: str = "gpt-3.5-turbo", api_key: Optional[str] = None, temperature: float = 0.0):
        self.model = model
        self.temperature = temperature
        openai.api_key = api_key or os.environ["OPENAI_API_KEY"]

    def complete(self, messages: List[Dict[str, str]], **kwargs) -> str:
        response = openai.ChatCompletion.create(
            model=self.model,
            messages=messages,
            temperature=self.temperature,
            **kwargs,
        )
        self.last_usage = response["usage"]
        return response["choices"][0]["message"]["content"]

    def embed(self, texts: List[str]) -> List[List[float]]:
        response = openai.Embedding.create(model="text-embedding-ada-002", input=texts)
        return [d["embedding"] for d in response["data"]]


llm = LLM(api_key="sk-wrapper")
print(llm.complete([{"role": "user", "content": "ping"}], max_tokens=5, stop=["\n"]))
print(llm.last_usage["total_tokens"])
print([[round(x, 2) for x in v] for v in llm.embed(["a", "b"])])
