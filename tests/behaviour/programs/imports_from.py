from openai import ChatCompletion, Embedding, Moderation as Mod  # OAI101:20 OAI101:36 OAI101:47
from openai import api_key as default_key

print(default_key)
print(ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "from"}]).choices[0].message.content)  # OAI102:7
print(Embedding.create(model="ada", input="i")["model"])  # OAI102:7 OAI112:7
print(Mod.create(input="ok").results[0].flagged)  # OAI102:7
