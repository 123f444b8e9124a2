import openai


def is_flagged(text: str) -> bool:
    return openai.moderations.create(input=text).results[0].flagged


def explain(text):
    result = openai.moderations.create(input=text, model="text-moderation-stable").results[0]
    scores = result.category_scores.model_dump(by_alias=True)
    for category, value in result.categories.model_dump(by_alias=True).items():
        if value:
            print(f"  {category}: {scores[category]:.2f}")


for sentence in ("I like you.", "All of this is wrong.", "I hate Mondays."):
    flagged = is_flagged(sentence)
    print(sentence, "->", "flagged" if flagged else "fine")
    if flagged:
        explain(sentence)
