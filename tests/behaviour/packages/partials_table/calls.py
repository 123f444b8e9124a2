import operator
from functools import partial, reduce

import openai

chat = partial(openai.ChatCompletion.create, model="gpt-3.5-turbo", temperature=0)
embed = partial(openai.Embedding.create, engine="text-embedding-ada-002")


def dig(found, *keys):
    return reduce(operator.getitem, keys, found)


CALLS = {
    "chat": lambda: dig(chat(messages=[{"role": "user", "content": "hello"}]), "choices", 0, "message", "content"),
    "embed": lambda: dig(embed(input="hello"), "data", 0, "embedding", 1),
}
