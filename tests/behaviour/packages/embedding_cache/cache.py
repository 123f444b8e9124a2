import os
import pickle

from embeddings import get_embedding


class EmbeddingCache(dict):
    def __init__(self, path):
        super().__init__()
        self.path, self.misses = path, 0
        if os.path.exists(path):
            with open(path, "rb") as f:
                self.update(pickle.load(f))

    def get(self, text):
        if text not in self:
            self.misses += 1
            self[text] = get_embedding(text)
            with open(self.path, "wb") as f:
                pickle.dump(dict(self), f)
        return self[text]
