"""Parts of answers become arguments of functions."""
import openai


def show(role, content, **rest):
    return f"{role}: {content}"


def cost(prompt_tokens, completion_tokens, total_tokens, **details):
    return prompt_tokens * 2 + completion_tokens * 3


r = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "stars"}])  # OAI102:5
print(show(**r["choices"][0]["message"]))  # OAI112:14
print(cost(**r["usage"]))  # OAI112:14
merged = {"source": "api", **r["choices"][0]["message"]}  # OAI112:30
print(sorted(merged), list(map(type, [merged]))[0].__name__)
for name, value in zip(r.usage.keys(), r.usage.values()):  # OAI113:24 OAI113:40
    print(name, value)
