import csv
import io
import os
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")

DATA = """id,text
1,I love this phone
2,The battery died after a day
3,"It's okay, nothing special"
"""


def classify(text):
    prompt = f"Classify the sentiment (positive, negative, neutral): {text}\nSentiment:"
    resp = openai.Completion.create(model="text-davinci-003", prompt=prompt, max_tokens=5, temperature=0, logprobs=None)
    return resp["choices"][0]["text"].strip().lower()


def main():
    rows = list(csv.DictReader(io.StringIO(DATA)))
    out = io.StringIO()
    w = csv.DictWriter(out, fieldnames=["id", "text", "label"], lineterminator="\n")
    w.writeheader()
    for row in rows:
        row["label"] = classify(row["text"])
        w.writerow(row)
    print(out.getvalue())


main()
