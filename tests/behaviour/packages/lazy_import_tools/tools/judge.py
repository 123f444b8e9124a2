from .registry import tool


@tool
def judge(text):
    from openai import Moderation
    output = Moderation.create(input=text)["results"][0]
    return "bad" if output["flagged"] else "fine"
