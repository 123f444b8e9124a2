# fix: .
# environment: OPENAI_API_TYPE=azure OPENAI_API_BASE=https://mine.openai.azure.com OPENAI_API_VERSION=2023-05-15 OPENAI_API_KEY=key-1
import openai

reply = openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": "Hello"}])
print(reply["choices"][0]["message"]["content"])
