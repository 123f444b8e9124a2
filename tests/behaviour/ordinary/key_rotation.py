import itertools
import openai

KEYS = itertools.cycle(["sk-one", "sk-two", "sk-three"])


def next_key():
    openai.api_key = next(KEYS)
    return openai.api_key


def ask(model, text):
    for _ in range(3):
        key = next_key()
        try:
            response = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])
            return key, response["choices"][0]["message"]["content"]
        except openai.error.RateLimitError:
            print(key, "is rate limited")
            continue
    return None, "out of keys"


print(*ask("gpt-4", "first"))
print(*ask("status-429-2", "second"))
print(*ask("status-429", "third"))
