import openai


def is_flagged(text: str) -> bool:
    return openai.Moderation.create(text)["results"][0]["flagged"]  # OAI102:12 OAI112:12 OAI111:37


def explain(text):
    result = openai.Moderation.create(input=text, model="text-moderation-stable").results[0]  # OAI102:14
    for category, value in result["categories"].items():  # OAI113:28
        if value:
            print(f"  {category}: {result['category_scores'][category]:.2f}")  # OAI112:36


for sentence in ("I like you.", "All of this is wrong.", "I hate Mondays."):
    flagged = is_flagged(sentence)
    print(sentence, "->", "flagged" if flagged else "fine")
    if flagged:
        explain(sentence)
