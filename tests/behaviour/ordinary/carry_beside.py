"""Some answers are kept among dicts that were stored before; others are only read."""
import json
import os
import tempfile

import openai


class Store:
    def __init__(self, entries=None):
        self.entries = entries or []

    def add(self, prompt):
        entry = openai.Completion.create(model="davinci-002", prompt=prompt)
        entry["prompt"] = prompt
        self.entries.append(entry)
        return entry.choices[0].text

    def texts(self):
        return [entry["choices"][0]["text"] for entry in self.entries if "choices" in entry]

    def save(self, path):
        with open(path, "w") as file:
            json.dump(self.entries, file)


def load(path):
    with open(path) as file:
        return Store(json.load(file))


path = os.path.join(tempfile.mkdtemp(), "store.json")
store = Store()
print(store.add("one"))
store.save(path)
store = load(path)
print(store.add("two"), store.texts(), [entry["prompt"] for entry in store.entries])
store.save(path)
reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "hello"}])
print(reply["choices"][0]["message"]["content"], reply["usage"]["total_tokens"])
for model in openai.Model.list()["data"]:
    print(model["id"])
