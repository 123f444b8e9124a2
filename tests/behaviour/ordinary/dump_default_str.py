import datetime
import json
import openai


class Bot:
    def __init__(self, name):
        self.name = name
        self.history = []
        self.last = None

    def ask(self, text):
        self.history.append({"role": "user", "content": text})
        response = openai.ChatCompletion.create(model="gpt-4", messages=self.history)
        self.history.append(response["choices"][0]["message"])
        self.last = {"when": datetime.date(2023, 5, 1), "usage": response["usage"]}
        return response["choices"][0]["message"]["content"]

    def dump(self):
        return json.dumps({"name": self.name, "history": self.history, "last": self.last}, default=str)


def log(event, **data):
    print(json.dumps({"event": event, **data}, default=str, sort_keys=True))


bot = Bot("ann")
print(bot.ask("hello"))
state = json.loads(bot.dump())
print(state["history"][1]["content"], state["last"]["usage"]["total_tokens"], state["last"]["when"])
verdict = openai.Moderation.create(input="is this rude?")
log("moderation", flagged=verdict["results"][0]["flagged"], scores=verdict["results"][0]["category_scores"])
log("start", day=datetime.date(2023, 5, 2))
