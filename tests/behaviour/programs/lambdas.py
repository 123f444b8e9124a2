import openai

complete = lambda p, **kw: openai.Completion.create(model="davinci", prompt=p, **kw)["choices"][0]["text"]  # OAI102:28 OAI112:28
chat = lambda text: openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])  # OAI102:21
content = lambda r: r["choices"][0]["message"]["content"]  # OAI112:21

print(list(map(complete, ["a", "b"])))
print(complete("c", max_tokens=1))
print(content(chat("lambda")))
table = {"length": lambda: len(content(chat("count me"))), "model": lambda: chat("model")["model"]}  # OAI112:77
for name in sorted(table):
    print(name, table[name]())
