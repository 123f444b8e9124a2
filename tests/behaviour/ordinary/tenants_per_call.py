import os
from typing import NamedTuple, Optional

import openai


class Tenant(NamedTuple):
    name: str
    key: str
    base: str = "https://api.openai.com/v1"
    organization: Optional[str] = None


TENANTS = [
    Tenant("press", os.environ["OPENAI_API_KEY"], organization="org-press"),
    Tenant("mill", os.environ["OPENAI_API_KEY"] + "-2", "https://llm.mill.internal/v1"),
]


def summarize(tenant: Tenant, text: str) -> str:
    response = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": text}],
        api_key=tenant.key,
        api_base=tenant.base,
        organization=tenant.organization,
        headers={"x-tenant": tenant.name},
        request_timeout=15,
    )
    return response.choices[0].message.content


def embed(tenant, texts):
    return openai.Embedding.create(
        input=texts, model="text-embedding-ada-002", api_key=tenant.key, api_base=tenant.base, request_timeout=(3, 15)
    )["data"]


for tenant in TENANTS:
    print(tenant.name, summarize(tenant, "Good day"))
    print(len(embed(tenant, ["x", "y"])))
