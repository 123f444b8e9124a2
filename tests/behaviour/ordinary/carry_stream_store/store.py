import json


class Store:
    def __init__(self):
        self.chunks = []

    def add(self, chunk):
        self.chunks.append(chunk)

    def text(self):
        parts = []
        for chunk in self.chunks:
            delta = chunk["choices"][0]["delta"]
            if "content" in delta:
                parts.append(delta["content"])
        return "".join(parts)

    def reason(self):
        return self.chunks[-1]["choices"][0]["finish_reason"]

    def save(self, path):
        with open(path, "w") as out:
            for chunk in self.chunks:
                out.write(json.dumps(chunk) + "\n")
