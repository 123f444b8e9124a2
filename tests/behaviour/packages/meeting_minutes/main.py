from audio import transcribe, translate
from minutes import meeting_minutes

result = transcribe("recording.mp3", prompt="names: Ann, Bob")
text = result["text"]
for key, value in meeting_minutes(text).items():
    print(" ".join(w.capitalize() for w in key.split("_")), "-", value)
print(transcribe("speech.wav", fmt="srt").strip())
verbose = transcribe("speech.wav", fmt="verbose_json")
print(verbose["language"], verbose.duration, len(verbose["segments"]))
print(translate("recording.mp3").text)
