import json
import sqlite3
import openai

db = sqlite3.connect(":memory:")
db.execute("create table calls (prompt text primary key, response text, tokens int)")


def call(prompt):
    row = db.execute("select response from calls where prompt = ?", (prompt,)).fetchone()
    if row:
        return json.loads(row[0])
    response = openai.ChatCompletion.create(
        model="gpt-3.5-turbo", messages=[{"role": "user", "content": prompt}], temperature=0
    )
    db.execute(
        "insert into calls values (?, ?, ?)", (prompt, json.dumps(response), response["usage"]["total_tokens"])
    )
    db.commit()
    return response


for p in ("a", "b", "a"):
    r = call(p)
    print(r["choices"][0]["message"]["content"], r["model"])
print(db.execute("select sum(tokens), count(*) from calls").fetchone())
stored = json.loads(db.execute("select response from calls where prompt='b'").fetchone()[0])
print(sorted(stored.keys()))
