# environment: OPENAI_API_KEY=sk-for-tests
"""Requests that are dicts: logged, hashed, compared and kept, under the names that they have."""
import hashlib
import json

import openai

LOG = []
CACHE = {}


def key_of(request):
    extra = {**request, "salt": "x"}
    return hashlib.sha256(json.dumps(extra, sort_keys=True).encode()).hexdigest()


def complete(request, **more):
    LOG.append(sorted(request))
    key = key_of(request)
    if key not in CACHE:
        CACHE[key] = openai.Completion.create(**request)["choices"][0]["text"]
    return key[:8], CACHE[key]


def embed(options, text):
    print([*options])
    return openai.Embedding.create(input=text, **options)["data"][0]["embedding"]


def chat(options):
    for name, value in options.items():
        LOG.append(f"{name}={value}")
    reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "hi"}], **options)
    return reply["choices"][0]["message"]["content"]


class Asker:
    def __init__(self, **given):
        self.given = dict(given)
        self.seen = repr(self.given)

    def ask(self, prompt):
        return openai.Completion.create(prompt=prompt, **self.given)["choices"][0]["text"]


print(complete({"engine": "gpt-3.5-turbo-instruct", "prompt": "a", "request_timeout": 20}))
print(complete({"engine": "gpt-3.5-turbo-instruct", "prompt": "a", "request_timeout": 20}))
print(complete({"model": "gpt-3.5-turbo-instruct", "prompt": "b"}))
print(embed({"engine": "text-embedding-ada-002"}, "tide"))
print(chat({"temperature": 0}), chat({"request_timeout": 5}))
asker = Asker(engine="gpt-3.5-turbo-instruct", n=1)
print(asker.ask("c"), asker.seen)
asker.given["request_timeout"] = 9
print(asker.ask("d"), sorted(asker.given))
print(LOG)
