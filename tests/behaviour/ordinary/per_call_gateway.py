import openai

openai.api_key = "sk-gateway"
GATEWAY = "https://llm.internal/v1"

direct = openai.ChatCompletion.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "direct"}],
)
through = openai.ChatCompletion.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "through"}],
    api_base=GATEWAY,
    headers={"X-Team": "search", "X-Trace": "42"},
)
print(direct["choices"][0]["message"]["content"])
print(through["choices"][0]["message"]["content"])
vectors = openai.Embedding.create(input="x", model="e5", api_base=GATEWAY)
print(vectors["model"], len(vectors["data"]))
