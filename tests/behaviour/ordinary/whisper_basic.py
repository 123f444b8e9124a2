# Note: you need to be using OpenAI Python v0.27.0 for the code below to work
import openai

openai.api_key = "sk-whisper"
audio_file = open("recording.mp3", "rb")
transcript = openai.Audio.transcribe("whisper-1", audio_file)
print(transcript)
print(transcript["text"])
audio_file.close()

with open("speech.wav", "rb") as f:
    english = openai.Audio.translate("whisper-1", f, prompt="names: Ada", temperature=0.2)
print(english.text)
