import openai

from cache import FileCache

cache = FileCache("cache.json")


def complete(prompt, model="gpt-3.5-turbo", **params):
    key = cache.key(prompt=prompt, model=model, **params)
    hit = cache.get(key)
    if hit is not None:
        return hit
    response = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": prompt}], **params)
    cache.set(key, response)
    return response
