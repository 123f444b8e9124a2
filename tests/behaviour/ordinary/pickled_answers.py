import hashlib
import os
import pickle

import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
CACHE = "cache.pkl"


class CachedLLM:
    def __init__(self, path=CACHE):
        self.path = path
        self.cache = {}
        self.hits = 0
        if os.path.exists(path):
            with open(path, "rb") as f:
                self.cache = pickle.load(f)

    def _key(self, messages, **kw):
        return hashlib.sha1(repr((messages, sorted(kw.items()))).encode()).hexdigest()

    def __call__(self, messages, model="gpt-3.5-turbo", **kw):
        key = self._key(messages, model=model, **kw)
        if key in self.cache:
            self.hits += 1
            return self.cache[key]
        response = openai.ChatCompletion.create(model=model, messages=messages, **kw)
        self.cache[key] = response
        return response

    def save(self):
        with open(self.path, "wb") as f:
            pickle.dump(self.cache, f)


question = [{"role": "user", "content": "Is it cached?"}]
llm = CachedLLM()
print(llm(question)["choices"][0]["message"]["content"])
llm.save()
again = CachedLLM()
answer = again(question)
print(answer["choices"][0]["message"]["content"], answer["usage"]["total_tokens"], again.hits)
