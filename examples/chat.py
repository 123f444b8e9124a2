"""Chat in the terminal, token by token."""

import os
import sys

import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
openai.api_base = os.environ.get("GATEWAY", "https://gateway.corp.example/v1")

messages = [{"role": "system", "content": "You answer in one paragraph."}]


def ask(question):
    """Print the answer while it arrives, and remember it."""
    messages.append({"role": "user", "content": question})
    answer = ""
    for chunk in openai.ChatCompletion.create(model="gpt-4", messages=messages, stream=True, request_timeout=60):
        text = chunk["choices"][0]["delta"].get("content", "")
        print(text, end="", flush=True)
        answer += text
    print()
    messages.append({"role": "assistant", "content": answer})


if __name__ == "__main__":
    try:
        for line in sys.stdin:
            ask(line.strip())
    except openai.error.InvalidRequestError as e:
        sys.exit("refused: " + e.user_message)
