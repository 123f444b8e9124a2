import hashlib
import json
import os


class FileCache:
    def __init__(self, path):
        self.path = path
        self.data = {}
        if os.path.exists(path):
            with open(path) as f:
                self.data = json.load(f)

    def key(self, **params):
        return hashlib.md5(json.dumps(params, sort_keys=True).encode()).hexdigest()

    def get(self, key):
        return self.data.get(key)

    def set(self, key, value):
        self.data[key] = value
        with open(self.path, "w") as f:
            json.dump(self.data, f)
