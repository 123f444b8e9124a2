import openai


def verdict(text):
    (result,) = openai.Moderation.create(input=text)["results"]
    return result


def scores(result):
    return sorted(result["category_scores"].items())
