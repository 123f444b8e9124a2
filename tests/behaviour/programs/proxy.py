import openai

openai.proxy = "http://proxy.example:3128"  # OAI106:1
openai.api_base = "http://llm.local:8080/v1"  # OAI105:1
openai.api_key = "none-needed"

response = openai.ChatCompletion.create(  # OAI102:12
    model="local-model",
    messages=[{"role": "user", "content": "Through the proxy"}],
)
print(response["choices"][0]["message"]["content"])  # OAI112:7

guest = openai.Embedding.create(api_key="guest", model="text-embedding-ada-002", input="tide")  # OAI102:9 OAI110:33
print(len(guest["data"]))  # OAI112:11
