import openai


def deltas(text):
    chunks = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}], stream=True)
    return [chunk["choices"][0]["delta"] for chunk in chunks]


found = deltas("one two")
print(len(found), len([d for d in found if d]), bool(found[-1]))
print("".join(d.get("content") or "" for d in found if d))
print(["end" if not d else d.get("content", "") for d in found])
rest = list(filter(None, deltas("three")))
print(len(rest), rest[-1]["content"])
