"""Two turns of a talk about an order."""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

talk = [
    {"role": "system", "content": "You know all orders of a shop."},
    {"role": "user", "content": "Where is order 1017?"},
]
for question in ("And order 1018?", None):
    reply = openai.ChatCompletion.create(  # OAI102:13
        engine="orders-chat",  # OAI110:9
        messages=talk,
        temperature=0,
        max_tokens=60,
    )
    answer = reply["choices"][0]["message"]["content"]  # OAI112:14
    print(answer)
    print(reply["choices"][0]["finish_reason"], reply.usage["total_tokens"])  # OAI112:11 OAI112:49
    if question:
        talk += [{"role": "assistant", "content": answer}, {"role": "user", "content": question}]
