import openai

audio_file = open("recording.mp3", "rb")
transcript = openai.Audio.transcribe("whisper-1", audio_file)  # OAI102:14 OAI111:38
print(transcript["text"])  # OAI112:7
audio_file.close()

with open("speech.wav", "rb") as f:
    english = openai.Audio.translate(model="whisper-1", file=f, temperature=0.2)  # OAI102:15
print(english.text)
