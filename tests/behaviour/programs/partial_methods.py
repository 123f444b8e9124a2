from functools import partial, lru_cache
import openai

openai.api_key = "sk-partial"
chat = partial(openai.ChatCompletion.create, model="gpt-3.5-turbo", temperature=0)  # OAI104:16
complete = partial(openai.Completion.create, engine="text-davinci-003", max_tokens=10)  # OAI104:20 OAI110:46


@lru_cache(maxsize=None)
def cached(prompt):
    return chat(messages=[{"role": "user", "content": prompt}])["choices"][0]["message"]["content"]  # OAI112:12


print(cached("a"))
print(cached("a"))
print(cached("b"))
print(complete(prompt="Once")["choices"][0]["text"])  # OAI112:7
print(cached.cache_info().hits)
