"""What did all this cost?"""
from collections import Counter

import openai

PRICES = {"gpt-4": (30, 60), "gpt-3.5-turbo": (1, 2)}
tally = Counter()
cost = 0.0
for model in PRICES:
    for text in ("one", "two"):
        r = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])  # OAI102:13
        if "usage" in r:  # OAI113:12
            tally.update({k: v for k, v in r["usage"].items()})  # OAI113:44
            cost += r["usage"]["prompt_tokens"] * PRICES[model][0] / 1e6  # OAI112:21
            cost += r["usage"]["completion_tokens"] * PRICES[r["model"]][1] / 1e6  # OAI112:21 OAI112:62
print(sorted(tally.items()), f"{cost:.6f}")
