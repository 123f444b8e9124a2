import json

import openai

KINDS = {
    "chat": (openai.ChatCompletion.create, lambda r: r["choices"][0]["message"]["content"]),
    "completion": (openai.Completion.create, lambda r: r["choices"][0]["text"]),
    "moderation": (openai.Moderation.create, lambda r: r["results"][0]["flagged"]),
}


class Chain:
    def __init__(self, steps):
        self.steps, self.responses = steps, []

    @classmethod
    def load(cls, path):
        with open(path) as f:
            return cls(json.load(f))

    def run(self, **values):
        for step in self.steps:
            call, read = KINDS[step["kind"]]
            text = step["prompt"].format(**values)
            given = {"chat": {"messages": [{"role": "user", "content": text}]}, "completion": {"prompt": text}, "moderation": {"input": text}}
            options = {"model": step["model"]} if "model" in step else {}
            response = call(**given[step["kind"]], **options)
            self.responses.append(response)
            values["last"] = read(response)
        return values["last"]

    def trace(self):
        return [(r["id"], r.get("usage", {}).get("total_tokens")) for r in self.responses]
