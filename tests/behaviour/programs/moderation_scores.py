import openai

MINDED = []


def check(texts):
    response = openai.Moderation.create(input=texts)  # OAI102:16
    for text, result in zip(texts, response["results"]):  # OAI112:36
        flagged = [k for k, v in result["categories"].items() if v]  # OAI113:34
        if result["flagged"]:  # OAI112:12
            MINDED.append((text, flagged))
        worst = max(result["category_scores"], key=result["category_scores"].get)  # OAI112:21 OAI113:21 OAI112:52
        print(text, result.flagged)


check(["a nice day", "so wrong"])
print(MINDED)
