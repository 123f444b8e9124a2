"""Streams through the tools for iterators."""
import itertools
import openai


def start(text):
    return openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}], stream=True)  # OAI102:12


stream = start("a b c d")
first = next(stream)
print(first["choices"][0]["delta"]["role"])  # OAI112:7
for n, chunk in enumerate(itertools.islice(stream, 3)):
    print(n, chunk["choices"][0]["delta"]["content"])  # OAI112:14
rest = "".join(c["choices"][0]["delta"].get("content", "") for c in stream)  # OAI112:16
print(repr(rest))
assert [c["object"] for c in start("z")][0] == "chat.completion.chunk"  # OAI112:9
last = None
for last in start("last one"):
    pass
print(last.choices[0].finish_reason, last["choices"][0]["delta"] == {})  # OAI112:38
