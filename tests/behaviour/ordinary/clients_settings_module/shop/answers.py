import openai

from .settings import MODEL, retries


def answer(question):
    for _ in range(retries()):
        try:
            reply = openai.ChatCompletion.create(
                model=MODEL,
                messages=[{"role": "user", "content": question}],
            )
            return reply["choices"][0]["message"]["content"]
        except openai.error.RateLimitError:
            continue
