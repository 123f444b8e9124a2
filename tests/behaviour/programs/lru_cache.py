import functools

import openai


@functools.lru_cache(maxsize=None)
def vector(text):
    return tuple(openai.Embedding.create(model="text-embedding-ada-002", input=text)["data"][0]["embedding"])  # OAI102:18 OAI112:18


@functools.cache
def reply(text):
    return openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])  # OAI102:12


for word in ("cat", "dog", "cat"):
    print(word, vector(word)[0], reply(word)["choices"][0]["message"]["content"])  # OAI112:34
print(vector.cache_info().hits, reply.cache_info().hits)
