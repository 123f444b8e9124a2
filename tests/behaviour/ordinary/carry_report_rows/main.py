import openai
from rows import Row, table

rows = []
for text in ("fine weather", "this is rude"):
    answer = openai.Moderation.create(input=text)
    rows.append(Row(text, answer["results"][0], answer["model"]))
    rows[-1] = rows[-1]._replace(text=text.upper())
print(table(rows))
best = min(rows, key=lambda row: row.result["category_scores"]["hate"])
print(best.text, best.result["flagged"], best.model)
text, result, _ = rows[-1]
print(text, sorted(result["categories"])[0], dict(result)["flagged"])
