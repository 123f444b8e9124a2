import openai

openai.api_key = "sk-verbose"

with open("recording.mp3", "rb") as audio:
    result = openai.Audio.transcribe("whisper-1", audio, response_format="verbose_json")

print("language:", result["language"])
print("duration: %.1f s" % result["duration"])
for segment in result["segments"]:
    print(segment["start"], segment["text"])
print(len(result["segments"]), "segments")
summary = openai.ChatCompletion.create(
    model="gpt-3.5-turbo",
    messages=[
        {"role": "system", "content": "Make minutes of meetings."},
        {"role": "user", "content": result["text"]},
    ],
)
print(summary["choices"][0]["message"]["content"])
