"""Summarise a text. The settings come from the module beside it."""

from settings import openai


def summarise(text, length=100):
    """Say in a few words what a text says."""
    reply = openai.ChatCompletion.create(
        model="gpt-4",
        messages=[{"role": "user", "content": f"In {length} words:\n\n{text}"}],
        headers={"X-Team": "press"},
    )
    return reply["choices"][0]["message"]["content"]
