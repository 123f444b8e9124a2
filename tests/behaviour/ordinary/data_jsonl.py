"""Make a dataset: for every topic, a question and its answer, a JSON object a line."""
import json
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
TOPICS = ["tides", "volcanoes", "näive Bayes"]
records = []

for topic in TOPICS:
    res = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[
            {"role": "system", "content": "You write quiz questions."},
            {"role": "user", "content": topic},
        ],
        temperature=1,
    )
    record = {
        "topic": topic,
        "question": res["choices"][0]["message"]["content"],
        "id": res["id"],
        "created": res["created"],
        "usage": res["usage"]["total_tokens"],
    }
    records.append(record)

with open("quiz.jsonl", "w", encoding="utf-8") as f:
    for record in records:
        f.write(json.dumps(record, ensure_ascii=False) + "\n")

with open("quiz.jsonl", encoding="utf-8") as f:
    for line in f:
        print(json.loads(line))
