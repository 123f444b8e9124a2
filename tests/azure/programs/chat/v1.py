"""Two turns of a talk about an order."""

import os

from openai import OpenAI

client = OpenAI(
    base_url=os.environ["AZURE_OPENAI_ENDPOINT"] + "/openai/v1/",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

talk = [
    {"role": "system", "content": "You know all orders of a shop."},
    {"role": "user", "content": "Where is order 1017?"},
]
for question in ("And order 1018?", None):
    reply = client.chat.completions.create(
        model="orders-chat",
        messages=talk,
        temperature=0,
        max_tokens=60,
    )
    answer = reply.choices[0].message.content
    print(answer)
    print(reply.choices[0].finish_reason, reply.usage.total_tokens)
    if question:
        talk += [{"role": "assistant", "content": answer}, {"role": "user", "content": question}]
