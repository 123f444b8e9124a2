import os
from openai import Audio, ChatCompletion
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]


class Minutes:
    def __init__(self, path):
        self.path = path
        self.text = None

    def transcribe(self):
        with open(self.path, "rb") as f:
            transcription = Audio.transcribe("whisper-1", f)
        self.text = transcription['text']
        return self

    def section(self, instruction):
        response = ChatCompletion.create(
            model="gpt-4",
            temperature=0,
            messages=[
                {"role": "system", "content": instruction},
                {"role": "user", "content": self.text},
            ],
        )
        return response['choices'][0]['message']['content']

    def build(self):
        return {
            'abstract_summary': self.section("Summarize"),
            'key_points': self.section("List key points"),
        }


minutes = Minutes("recording.mp3").transcribe().build()
for key, value in minutes.items():
    heading = ' '.join(word.capitalize() for word in key.split('_'))
    print(heading, "::", value)
