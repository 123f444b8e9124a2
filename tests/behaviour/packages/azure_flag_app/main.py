# environment: AZURE_KEY=az-key
import openai

from conf import USE_AZURE, model_kwargs


def ask(q):
    r = openai.ChatCompletion.create(messages=[{"role": "user", "content": q}], temperature=0, **model_kwargs())
    return r["choices"][0]["message"]["content"]


print(USE_AZURE)
print(ask("how are you?"))
