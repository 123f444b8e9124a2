"""Answers are put on the disk, and read again."""
import pickle

import openai

answer = openai.Embedding.create(model="text-embedding-ada-002", input=["a", "b"])  # OAI102:10
with open("answer.pickle", "wb") as f:
    pickle.dump(answer, f)
with open("answer.pickle", "rb") as f:
    again = pickle.load(f)
print(again["data"][1]["embedding"] == answer["data"][1]["embedding"], again["model"])  # missed: OAI112:7 OAI112:72  # OAI112:40
