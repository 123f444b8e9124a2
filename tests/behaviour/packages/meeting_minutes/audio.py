import openai


def transcribe(path, prompt=None, fmt="json"):
    with open(path, "rb") as f:
        kwargs = {}
        if prompt:
            kwargs["prompt"] = prompt
        if fmt != "json":
            kwargs["response_format"] = fmt
        return openai.Audio.transcribe("whisper-1", f, **kwargs)


def translate(path):
    with open(path, "rb") as audio_file:
        return openai.Audio.translate(model="whisper-1", file=audio_file)
