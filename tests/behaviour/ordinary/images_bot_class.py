import os
import openai


class Painter:
    SIZES = {"s": "256x256", "m": "512x512", "l": "1024x1024"}

    def __init__(self):
        openai.api_key = os.getenv("OPENAI_API_KEY")

    def paint(self, prompt, n=1, size="s"):
        try:
            response = openai.Image.create(prompt=prompt, n=n, size=self.SIZES[size])
            return [d["url"] for d in response["data"]]
        except openai.error.InvalidRequestError as e:
            return [f"refused: {e.user_message}"]

    def vary(self, path):
        with open(path, "rb") as f:
            return openai.Image.create_variation(image=f, n=1, size="256x256").data[0].url

    def thumbnails(self, *prompts):
        return {p: self.paint(p)[0] for p in prompts}


painter = Painter()
print(painter.paint("fox", n=2, size="l"))
print(painter.vary("picture.png"))
print(painter.thumbnails("a", "b"))
