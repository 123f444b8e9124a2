import openai

from config import MODEL, TEMPERATURE


def banner(text):
    print("=" * 10, text, "=" * 10)


def ask(question):
    """One question, one answer."""
    response = openai.ChatCompletion.create(
        model=MODEL,
        messages=[{"role": "user", "content": question}],
        temperature=TEMPERATURE,
    )
    return response["choices"][0]["message"]["content"]
