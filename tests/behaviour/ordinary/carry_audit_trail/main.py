"""Every answer leaves a line in the audit trail; the last three are kept in memory."""
import openai

from audit import trail
from audit.report import summary, worst


def ask(question, user):
    reply = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": question}],
    )
    trail.write({"user": user, "usage": reply["usage"], "finish": reply["choices"][0]["finish_reason"]})
    return reply["choices"][0]["message"]["content"]


for user, question in [("ann", "one"), ("bob", "two two"), ("ann", "three"), ("cat", "four")]:
    print(ask(question, user))

print(summary(trail))
print(worst(trail))
trail.dump("trail.jsonl")
with open("trail.jsonl") as lines:
    for line in lines:
        print(line.strip())
