import json
import openai

chat = [{"role": "system", "content": "You translate to French."}]

for text in ("good morning", "good night"):
    chat.append({"role": "user", "content": text})
    res = openai.ChatCompletion.create(model="gpt-3.5-turbo-0613", messages=chat, temperature=0.2)
    chat.append(res.choices[0].message)

# the whole conversation, one JSON per line
with open("talk.jsonl", "w", encoding="utf8") as out:
    for m in chat:
        out.write(json.dumps(m, sort_keys=True) + "\n")

with open("talk.jsonl", encoding="utf8") as back:
    for line in back:
        m = json.loads(line)
        print("%-10s %s" % (m["role"], m["content"]))
print(len(chat), chat[-1]["content"])
