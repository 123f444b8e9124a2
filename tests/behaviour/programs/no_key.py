# environment: OPENAI_API_KEY=
import os
import sys

import openai

openai.api_key = os.environ.get("OPENAI_API_KEY")


def main():
    if openai.api_key is None:
        print("Please set OPENAI_API_KEY.")
        return 3
    reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "x"}])  # OAI102:13
    print(reply.choices[0].message.content)
    return 0


print("starting")
sys.exit(main())
