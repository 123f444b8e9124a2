from client import complete
from cache import FileCache


def show(resp):
    print(resp["choices"][0]["message"]["content"], resp["usage"]["total_tokens"], resp["choices"][0].get("finish_reason"))


for prompt in ("tides", "moons", "tides"):
    show(complete(prompt, temperature=0))

again = FileCache("cache.json")
print(len(again.data))
for value in again.data.values():
    show(value)
