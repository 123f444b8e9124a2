import openai

PRICES = {"gpt-3.5-turbo": (0.0015, 0.002), "gpt-4": (0.03, 0.06)}


class Usage:
    def __init__(self):
        self.prompt = self.completion = 0
        self.cost = 0.0

    def add(self, model, usage):
        self.prompt += usage["prompt_tokens"]  # OAI112:24
        self.completion += usage.completion_tokens
        p, c = PRICES[model]
        self.cost += usage["prompt_tokens"] / 1000 * p + usage["completion_tokens"] / 1000 * c  # OAI112:22 OAI112:58


usage = Usage()


def ask(q, model):
    resp = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": q}])  # OAI102:12
    usage.add(model, resp["usage"])  # OAI112:22
    return resp


for model in PRICES:
    print(ask("hi", model)["choices"][0]["message"]["content"])  # OAI112:11
print(usage.prompt, usage.completion, round(usage.cost, 5))
