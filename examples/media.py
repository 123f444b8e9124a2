"""A picture for each episode of a podcast, and its transcript."""

from pathlib import Path

import openai as ai


def transcript(recording: Path, language: str = "en") -> str:
    """Write down what is said in a recording."""
    with recording.open("rb") as file:
        return ai.Audio.transcribe("whisper-1", file, language=language)["text"]


def cover(title: str) -> str:
    """Draw a cover and give its address."""
    picture = ai.Image.create(prompt=f"A cover for {title}", n=1, size="512x512")
    return picture["data"][0]["url"]


def variation(path: Path) -> str:
    """Draw a cover again, a little different."""
    with path.open("rb") as file:
        return ai.Image.create_variation(image=file, n=1)["data"][0]["url"]


def train(examples: Path) -> str:
    """Start to fine-tune a model of our own."""
    with examples.open("rb") as file:
        uploaded = ai.File.create(file, "fine-tune", user_provided_filename=examples.name)
    job = ai.FineTune.create(training_file=uploaded["id"], model="davinci")
    return job["id"]
