"""Works with either SDK already."""
import os

import openai

V1 = hasattr(openai, "OpenAI")

if V1:
    client = openai.OpenAI(api_key=os.environ["OPENAI_API_KEY"])
    RateLimit = openai.RateLimitError

    def chat(model, text):
        r = client.chat.completions.create(model=model, messages=[{"role": "user", "content": text}])
        return r.choices[0].message.content
else:
    openai.api_key = os.environ["OPENAI_API_KEY"]
    RateLimit = openai.error.RateLimitError

    def chat(model, text):
        r = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])
        return r["choices"][0]["message"]["content"]

print(chat("gpt-4", "either"))
try:
    chat("status-429", "x")
except RateLimit:
    print("limit")
