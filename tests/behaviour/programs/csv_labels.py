"""Label the rows of a table."""
import csv
import io

import openai

TABLE = "id,text\n1,Great phone\n2,Broke after a day\n"
rows = list(csv.DictReader(io.StringIO(TABLE)))
for row in rows:
    result = openai.Completion.create(  # OAI102:14
        engine="text-davinci-003",  # OAI110:9
        prompt=f"Review: {row['text']}\nMood:",
        max_tokens=1,
        temperature=0,
    )
    row["label"] = result["choices"][0]["text"].split()[-1]  # OAI112:20
    row["tokens"] = result["usage"]["total_tokens"]  # OAI112:21
out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=rows[0].keys(), lineterminator="\n")
writer.writeheader()
writer.writerows(rows)
print(out.getvalue(), end="")
