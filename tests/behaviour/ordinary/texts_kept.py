import json
import sqlite3
import openai

db = sqlite3.connect(":memory:")
db.execute("create table calls (body text, usage text, note text)")


def keep(r):
    db.execute(
        "insert into calls values (?, ?, ?)",
        (str(r), "%s" % r["usage"], "{}|{}".format(r["id"], r["choices"][0]["message"])),
    )


response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "keep me"}], n=2)
keep(response)
body, usage, note = db.execute("select * from calls").fetchone()
print(json.loads(body)["choices"][0]["message"]["content"], json.loads(usage)["total_tokens"])
print(json.loads(note.partition("|")[2])["role"])
with open("choices.jsonl", "w") as f:
    f.write(",".join(map(str, response["choices"])))
with open("choices.jsonl") as f:
    print([c["index"] for c in json.loads("[" + f.read() + "]")])
