import json
import openai

messages = [{"role": "system", "content": "s"}]
for q in ("one", "two"):
    messages.append({"role": "user", "content": q})
    r = openai.ChatCompletion.create(model="gpt-4", messages=messages)  # OAI102:9
    messages.append(r.choices[0].message)

for m in messages:
    print(m["role"].upper() + ": " + m["content"])  # OAI112:11 OAI112:38
with open("chat.json", "w") as f:
    json.dump(messages, f)  # OAI114:15
print(open("chat.json").read())
