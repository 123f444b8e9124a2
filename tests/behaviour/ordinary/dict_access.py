import openai

openai.api_key = "sk-dict"
r = openai.Completion.create(model="text-davinci-003", prompt=["a", "b"], max_tokens=3)
for key in ("id", "object", "model"):
    print(key, r[key])
print(r.get("id"), r.get("model", "default"), len(r["choices"]))
usage = r["usage"]
print(usage.get("total_tokens", 0) + usage["prompt_tokens"])
for name, value in sorted(r["usage"].items()):
    print(name, "=", value)
first, second = r["choices"]
print(first["text"], second["index"], first["logprobs"])
texts = {c["index"]: c["text"] for c in r["choices"]}
print(texts, "choices" in r, bool(r.get("choices")))
print(*[c.get("finish_reason") for c in r.get("choices", [])])
