import openai


class Blocked(Exception):
    def __init__(self, categories):
        super().__init__("blocked: " + ", ".join(categories))
        self.categories = categories


def moderate(text):
    output = openai.Moderation.create(input=text)["results"][0]
    return output


def check(text):
    output = moderate(text)
    if output["flagged"]:
        raise Blocked([k for k, v in output["categories"].items() if v])
    return max(output["category_scores"].values())


def guarded(fn):
    def wrapper(text, *args, **kwargs):
        check(text)
        answer = fn(text, *args, **kwargs)
        check(answer)
        return answer

    return wrapper
