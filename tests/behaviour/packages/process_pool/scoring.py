import openai


def score(text):
    """Runs in a child; what it gives is pickled."""
    result = openai.Moderation.create(input=text)
    return {"text": text, "result": result["results"][0]}


def show(found):
    flags = [name for name, value in sorted(found["result"]["categories"].items()) if value]
    return found["text"], found["result"]["flagged"], flags
