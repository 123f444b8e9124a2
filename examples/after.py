"""Ask one question. `before.py` is the same program for openai 0.x, of which `fix` makes this."""

import sys

import openai

openai.base_url = "https://gateway.corp.example/v1/"


def ask(question):
    """Say what came of a question."""
    try:
        reply = openai.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": question}],
            timeout=60,
        )
    except (openai.BadRequestError, openai.NotFoundError) as e:
        return "refused with status", e.status_code
    return "answered", reply.choices[0].message.content


if __name__ == "__main__":
    print(*ask(sys.argv[1]))
