# environment: OPENAI_API_KEY=
import os
import sys
import openai

openai.api_key = os.getenv("OPENAI_API_KEY") or os.getenv("OPENAI_KEY")


def require_key():
    if not openai.api_key:
        print("Please set OPENAI_API_KEY")
        sys.exit(3)


def summarise(text):
    response = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": "Summarise: " + text}],
    )
    return response.choices[0].message.content


if __name__ == "__main__":
    require_key()
    print(summarise("a long text"))
