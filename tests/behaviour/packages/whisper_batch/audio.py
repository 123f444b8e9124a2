import openai

MODEL = "whisper-1"


def listen(path, **options):
    with open(path, "rb") as audio:
        return openai.Audio.transcribe(MODEL, audio, **options)


def translate(path):
    with open(path, "rb") as audio:
        return openai.Audio.translate(model=MODEL, file=audio)
