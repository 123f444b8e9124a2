"""Answers wait in a queue, in tuples with names, and in a function around."""
import collections
import queue

import openai

Turn = collections.namedtuple("Turn", "question answer")
waiting = queue.Queue()


def collect(questions):
    last = None

    def one(text):
        nonlocal last
        last = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])  # OAI102:16
        return Turn(text, last)

    turns = [one(q) for q in questions]
    print(last["choices"][0]["finish_reason"])  # OAI112:11
    return turns


for turn in collect(["x", "y"]):
    print(turn.question, turn.answer["choices"][0]["message"]["content"])  # missed: OAI112:26
    waiting.put(turn.answer)
while not waiting.empty():
    print(waiting.get()["model"])  # missed: OAI112:11
cache = {word: openai.Embedding.create(model="ada", input=word) for word in ("p", "q")}  # OAI102:16
print([cache[word]["data"][0]["embedding"][0] for word in sorted(cache)])  # OAI112:8
