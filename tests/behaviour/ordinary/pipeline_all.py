"""Listen, check, answer, paint, remember."""
import json
import openai

openai.api_key = "sk-pipeline"


def pipeline(path):
    with open(path, "rb") as f:
        heard = openai.Audio.transcribe("whisper-1", f)["text"]
    yield "heard", heard
    verdict = openai.Moderation.create(input=heard)["results"][0]
    yield "flagged", verdict["flagged"]
    if verdict["flagged"]:
        return
    answer = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": heard}])
    text = answer["choices"][0]["message"]["content"]
    yield "answer", text
    yield "picture", openai.Image.create(prompt=text[:20], n=1, size="256x256")["data"][0]["url"]
    yield "vector", openai.Embedding.create(model="text-embedding-ada-002", input=text)["data"][0]["embedding"]


for path in ("recording.mp3", "speech.wav"):
    print(json.dumps(dict(pipeline(path)), indent=1))
