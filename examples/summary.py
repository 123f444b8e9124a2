"""Summarise a text. The settings are made by the module beside it."""

import openai
import settings  # noqa: F401


def summarise(text, length=100):
    """Say in a few words what a text says."""
    reply = openai.ChatCompletion.create(
        model="gpt-4",
        messages=[{"role": "user", "content": f"In {length} words:\n\n{text}"}],
        headers={"X-Team": "press"},
    )
    return reply["choices"][0]["message"]["content"]
