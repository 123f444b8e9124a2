import openai

r = openai.completions.create(model="davinci", prompt="dict").to_dict()
print(sorted(r.keys()))
for key, value in r.items():
    if key in ("id", "model"):
        print(key, value)
print(r.get("model"), r.get("nothing", "default"), "usage" in r, "error" not in r)
plain = dict(r)
print(type(plain) is dict, r["usage"])
copied = dict(r["usage"])
copied["total_tokens"] += 1
print(copied["total_tokens"], len(r["choices"]), isinstance(r, dict))
