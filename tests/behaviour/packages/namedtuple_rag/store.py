from typing import Any, List, NamedTuple

from embed import embed


class Row(NamedTuple):
    source: str
    text: str
    found: Any


class Hit(NamedTuple):
    score: float
    source: str
    text: str


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


class Store:
    def __init__(self):
        self.rows: List[Row] = []

    def add(self, source, texts):
        result = embed(texts)
        for text, data in zip(texts, result["data"]):
            self.rows.append(Row(source, text, data))

    def search(self, query, k=1):
        vector = embed([query])["data"][0]["embedding"]
        hits = [Hit(dot(vector, row.found["embedding"]), row.source, row.text) for row in self.rows]
        return sorted(hits, key=lambda h: -h.score)[:k]
