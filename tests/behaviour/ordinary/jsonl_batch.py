import json
import openai

with open("in.jsonl", "w") as f:
    for i in range(3):
        f.write(json.dumps({"id": i, "prompt": f"item {i}"}) + "\n")

with open("in.jsonl") as src, open("out.jsonl", "w") as dst:
    for line in src:
        row = json.loads(line)
        row["response"] = openai.ChatCompletion.create(
            model="gpt-3.5-turbo", messages=[{"role": "user", "content": row["prompt"]}]
        )
        dst.write(json.dumps(row) + "\n")

with open("out.jsonl") as f:
    for line in f:
        row = json.loads(line)
        print(row["id"], row["response"]["choices"][0]["message"]["content"], row["response"]["usage"]["total_tokens"])
