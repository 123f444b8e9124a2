import openai

openai.api_key = "sk-positional"

with open("recording.mp3", "rb") as a, open("picture.png", "rb") as p, open("mask.png", "rb") as m, open("train.jsonl", "rb") as t:
    print(openai.Audio.transcribe("whisper-1", a).text)
    a.seek(0)
    print(openai.Audio.translate("whisper-1", a)["text"])
    print(openai.Image.create_variation(p, n=1, size="256x256")["data"][0]["url"])
    p.seek(0)
    print(openai.Image.create_edit(p, m, prompt="more sun", n=1)["data"][0]["url"])
    f = openai.File.create(t, "fine-tune")
print(f["filename"], f["id"])
print(openai.Moderation.create("hello")["id"])
print(openai.Model.retrieve("gpt-4o").id)
print(openai.FineTuningJob.create(f["id"], model="gpt-3.5-turbo")["training_file"] if False else "skipped")
