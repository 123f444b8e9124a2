from .registry import tool


@tool
def draw(text):
    import openai
    return openai.Image.create(prompt=text, n=2, size="256x256")["data"][1]["url"].rsplit("/", 1)[1]
