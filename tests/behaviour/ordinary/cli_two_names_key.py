# environment: OPENAI_API_KEY= OPENAI_KEY=sk-second-name
import os
import sys
import openai

openai.api_key = os.getenv("OPENAI_API_KEY") or os.getenv("OPENAI_KEY")

if not openai.api_key:
    print("Please set OPENAI_API_KEY or OPENAI_KEY")
    sys.exit(3)

print("using", openai.api_key[:5])
if openai.api_key is not None and openai.api_key.startswith("sk-"):
    r = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": "hello"}])
    print(r["choices"][0]["message"]["content"])
