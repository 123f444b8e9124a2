import openai

r = openai.Completion.create(model="davinci", prompt="dict")  # OAI102:5
print(sorted(r.keys()))  # OAI113:14
for key, value in r.items():  # OAI113:19
    if key in ("id", "model"):
        print(key, value)
print(r.get("model"), r.get("nothing", "default"), "usage" in r, "error" not in r)  # OAI113:7 OAI113:23 OAI113:52 OAI113:66
plain = r.to_dict()
print(type(plain) is dict, r["usage"].to_dict_recursive())  # OAI113:28
copied = dict(r["usage"])  # OAI112:15
copied["total_tokens"] += 1
print(copied["total_tokens"], len(r["choices"]), isinstance(r, dict))  # OAI112:35 OAI113:61
