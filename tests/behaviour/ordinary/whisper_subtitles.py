# run: recording.mp3 speech.wav
"""Make .srt files beside recordings."""
import pathlib
import sys

import openai

openai.api_key = "sk-subtitles"


def subtitle(path: pathlib.Path, fmt="srt") -> pathlib.Path:
    target = path.with_suffix("." + fmt)
    with path.open("rb") as audio:
        text = openai.Audio.transcribe(model="whisper-1", file=audio, response_format=fmt, language="en")
    target.write_text(text)
    return target


for argument in sys.argv[1:]:
    out = subtitle(pathlib.Path(argument))
    print(out)
    print(out.read_text())
with open("speech.wav", "rb") as f:
    print(repr(openai.Audio.transcribe("whisper-1", f, response_format="text")))
