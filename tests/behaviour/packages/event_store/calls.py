import openai

from store import store


def ask(text):
    response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    store.add("chat", response)
    store.add("usage", response["usage"])
    return response["choices"][0]["message"]["content"]


def paint(text):
    image = openai.Image.create(prompt=text, n=1, size="256x256")
    store.add("image", image["data"][0])
    return image["data"][0]["url"]
