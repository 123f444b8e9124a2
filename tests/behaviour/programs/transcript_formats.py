"""Write subtitles in each format that the service knows."""
import openai


def subtitles(path: str, kind: str) -> str:
    with open(path, "rb") as f:
        return openai.Audio.transcribe("whisper-1", f, response_format=kind, language="en")  # OAI102:16 OAI111:40


print(subtitles("recording.mp3", "text").strip())
print(subtitles("recording.mp3", "srt").splitlines()[1])
with open("recording.mp3", "rb") as f:
    details = openai.Audio.transcribe(model="whisper-1", file=f, response_format="verbose_json")  # OAI102:15
print(details["language"], details["duration"], details["text"])  # OAI112:7 OAI112:28 OAI112:49
