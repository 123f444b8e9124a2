import itertools
import openai

KEYS = itertools.cycle(["sk-one", "sk-two", "sk-three"])


def chat(text):
    for _ in range(3):
        openai.api_key = next(KEYS)
        try:
            return openai.ChatCompletion.create(
                model="status-429-2" if text == "busy" else "gpt-4", messages=[{"role": "user", "content": text}]
            ).choices[0].message.content
        except openai.error.RateLimitError:
            continue
    return None


print(chat("a"))
print(chat("busy"))
print(chat("c"))
