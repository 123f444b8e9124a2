"""Write subtitles in each format that the service knows."""
import openai


def subtitles(path: str, kind: str) -> str:
    with open(path, "rb") as f:
        return openai.audio.transcriptions.create(model="whisper-1", file=f, response_format=kind, language="en")


print(subtitles("recording.mp3", "text").strip())
print(subtitles("recording.mp3", "srt").splitlines()[1])
with open("recording.mp3", "rb") as f:
    details = openai.audio.transcriptions.create(model="whisper-1", file=f, response_format="verbose_json")
print(details.language, details.duration, details.text)
