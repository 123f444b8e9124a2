import json


class JsonlLog:
    def __init__(self, path):
        self.path = path

    def write(self, kind, request, response):
        with open(self.path, "a") as f:
            f.write(json.dumps({"kind": kind, "request": request, "response": response}) + "\n")

    def read(self):
        with open(self.path) as f:
            return [json.loads(line) for line in f]
