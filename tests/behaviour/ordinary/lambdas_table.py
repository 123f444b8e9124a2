import os
import openai
openai.api_key = os.environ["OPENAI_API_KEY"]

TASKS = {
    "chat": lambda t: openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": t}])["choices"][0]["message"]["content"],
    "complete": lambda t: openai.Completion.create(engine="text-curie-001", prompt=t, max_tokens=3)["choices"][0]["text"],
    "embed": lambda t: len(openai.Embedding.create(input=t, model="text-embedding-ada-002")["data"][0]["embedding"]),
    "flag": lambda t: openai.Moderation.create(input=t)["results"][0]["flagged"],
}
for name, task in TASKS.items():
    print(f"{name:>10}", task("wrong words"))
print(list(map(lambda r: r["text"], openai.Completion.create(model="text-ada-001", prompt=["a", "b"])["choices"])))
