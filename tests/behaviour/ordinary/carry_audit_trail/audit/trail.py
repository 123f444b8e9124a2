import collections
import json


class Trail:
    def __init__(self, keep):
        self.entries = collections.deque(maxlen=keep)
        self.written = 0

    def write(self, entry):
        self.entries.append(entry)
        self.written += 1

    def dump(self, path):
        with open(path, "w") as out:
            for entry in self.entries:
                out.write(json.dumps(entry, sort_keys=True) + "\n")
