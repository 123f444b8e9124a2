import openai

CHAT = dict(api_type="azure", api_base="https://chat-res.openai.azure.com", api_version="2023-05-15", api_key="k-chat")  # OAI306:13 OAI110:31 OAI110:77 OAI110:103
EMB = dict(api_type="azure", api_base="https://emb-res.openai.azure.com", api_version="2023-05-15", api_key="k-emb")  # OAI306:12 OAI110:30 OAI110:75 OAI110:101


def chat(text):
    r = openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": text}], **CHAT)  # OAI102:9 OAI110:38
    return r["choices"][0]["message"]["content"]  # OAI112:12


def embed(text):
    r = openai.Embedding.create(deployment_id="embeddings", input=[text], **EMB)  # OAI102:9 OAI110:33
    return r["data"][0]["embedding"]  # OAI112:12


print(chat("hello"))
print(embed("hello"))
