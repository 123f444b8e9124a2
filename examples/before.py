"""Ask one question. `after.py` is the same program for the current SDK."""

import sys

import openai

openai.api_base = "https://gateway.corp.example/v1"


def ask(question):
    """Say what came of a question."""
    try:
        reply = openai.ChatCompletion.create(
            model="gpt-4",
            messages=[{"role": "user", "content": question}],
            request_timeout=60,
        )
    except openai.error.InvalidRequestError as e:
        return "refused with status", e.http_status
    return "answered", reply["choices"][0]["message"]["content"]


if __name__ == "__main__":
    print(*ask(sys.argv[1]))
