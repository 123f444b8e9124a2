import openai

SIZE = "512x512"


def draw(prompt, n, **more):
    return openai.Image.create(prompt=prompt, n=n, size=SIZE, **more)


def vary(path):
    return openai.Image.create_variation(image=open(path, "rb"), n=1, size=SIZE, response_format="b64_json")
