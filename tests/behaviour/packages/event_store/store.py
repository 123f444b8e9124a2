import json
import time


class Store:
    def __init__(self):
        self.events = []

    def add(self, kind, payload):
        self.events.append({"kind": kind, "payload": payload})

    def dump(self):
        return json.dumps(self.events)

    def of(self, kind):
        return [e["payload"] for e in self.events if e["kind"] == kind]


store = Store()
