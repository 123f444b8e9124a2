# fix: main.py
import openai

import settings

reply = openai.ChatCompletion.create(
    model="gpt-4",
    messages=[{"role": "user", "content": f"Greet {settings.NAME}"}],
)
print(reply["choices"][0]["message"]["content"])
