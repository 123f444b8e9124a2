import functools
import openai

gpt4 = functools.partial(openai.ChatCompletion.create, model="gpt-4", temperature=0)
davinci = functools.partial(openai.Completion.create, engine="text-davinci-003", max_tokens=10, request_timeout=10)


@functools.lru_cache(maxsize=None)
def embedding(text):
    result = openai.Embedding.create(input=[text], model="text-embedding-ada-002")
    return tuple(result["data"][0]["embedding"])


@functools.lru_cache
def answer(text):
    return gpt4(messages=[{"role": "user", "content": text}])


print(answer("x")["choices"][0]["message"]["content"])
print(answer("x") is answer("x"))
print(davinci(prompt="y")["choices"][0]["text"])
print(embedding("z") == embedding("z"))
