import openai

TENANTS = {
    "north": ("sk-north", "https://north.internal/v1"),
    "south": ("sk-south", "https://south.internal/v1"),
}


def ask(tenant, question):
    key, base = TENANTS[tenant]
    openai.api_key = key
    openai.api_base = base
    messages = [{"role": "user", "content": question}]
    reply = openai.ChatCompletion.create(model="gpt-4", messages=messages)
    return reply["choices"][0]["message"]["content"]


def words(tenant, text):
    key, base = TENANTS[tenant]
    openai.api_base = base
    openai.api_key = key
    return len(openai.Embedding.create(model="text-embedding-ada-002", input=text.split())["data"])


for name in ("north", "south", "north"):
    print(ask(name, "Who are you?"), words(name, "a b"))
