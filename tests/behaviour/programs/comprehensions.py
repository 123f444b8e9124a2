import openai

r = openai.ChatCompletion.create(model="gpt-4", n=3, messages=[{"role": "user", "content": "pick"}])  # OAI102:5
texts = [c["message"]["content"] for c in r["choices"]]  # OAI112:10 OAI112:43
reasons = {c.index: c["finish_reason"] for c in r.choices}  # OAI112:21
print(texts, reasons)
print(max((len(c.message["content"]), c["index"]) for c in r["choices"]))  # OAI112:16 OAI112:39 OAI112:60
pairs = [(i, m["role"]) for i, m in enumerate(x["message"] for x in r.choices) if m["content"]]  # OAI112:14 OAI112:47 OAI112:83
print(pairs)
