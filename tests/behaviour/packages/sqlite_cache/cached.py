import json
import sqlite3

import openai

db = sqlite3.connect(":memory:")
db.execute("create table replies (question text primary key, reply text)")


def complete(model, question):
    row = db.execute("select reply from replies where question = ?", (question,)).fetchone()
    if row:
        return json.loads(row[0])
    reply = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": question}])
    db.execute("insert into replies values (?, ?)", (question, json.dumps(reply)))
    return reply
