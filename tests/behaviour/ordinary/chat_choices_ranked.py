import openai

openai.api_key = "sk-ranked"

res = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "rank"}], n=3, temperature=0.9)
answers = [(c["index"], c["message"]["content"]) for c in res["choices"] if c["finish_reason"] == "stop"]
answers.sort(key=lambda a: -a[0])
print(answers)
unique = {c.message.content for c in res.choices}
print(len(unique), len(res["choices"]), res["choices"][-1]["index"])
for i, choice in enumerate(res["choices"][:2]):
    print(i, choice.message["role"], choice["message"].content[:8])
by_role = {}
for c in res["choices"]:
    by_role.setdefault(c["message"]["role"], []).append(c["index"])
print(by_role)
last = res["choices"][-1]
message = last["message"]
role, content = message["role"], message["content"]
print(role, content)
