from collections import namedtuple
import openai

Hit = namedtuple("Hit", "score text")


class VectorStore(object):
    model = "text-embedding-ada-002"

    def __init__(self):
        self.rows = []

    def _embed(self, inputs):
        res = openai.Embedding.create(input=inputs, engine=self.model)
        return [record.embedding for record in sorted(res.data, key=lambda r: r.index)]

    def add(self, *texts):
        for text, vector in zip(texts, self._embed(list(texts))):
            self.rows.append((text, vector))
        return self

    def query(self, text, k=1):
        vector, = self._embed([text])
        hits = [Hit(round(sum(map(lambda p: p[0] * p[1], zip(vector, v))), 4), t) for t, v in self.rows]
        return sorted(hits, reverse=True)[:k]


if __name__ == "__main__":
    openai.api_key = "sk-store"
    store = VectorStore().add("apples", "pears", "tractors")
    for hit in store.query("fruit", k=2):
        print("%.4f %s" % hit)
