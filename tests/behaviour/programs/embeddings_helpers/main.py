# process: own
# What embeddings_utils imports stands beside it, as far as this program needs it.
import logging

import openai
from openai.embeddings_utils import cosine_similarity, get_embedding, get_embeddings  # OAI101:37 OAI101:56 OAI101:71

openai.util.logger.setLevel(logging.ERROR)  # OAI102:1

MODEL = "text-embedding-ada-002"
DOCUMENTS = ["The cat\nsleeps", "A dog barks", "Birds sing"]


def search(question, rows):
    wanted = get_embedding(question, engine=MODEL, user="searcher")  # OAI102:14
    scored = [(cosine_similarity(row["embedding"], wanted), row["text"]) for row in rows]  # OAI102:16
    return sorted(scored, reverse=True)


rows = [{"text": text, "embedding": vector} for text, vector in zip(DOCUMENTS, get_embeddings(DOCUMENTS, MODEL))]  # OAI102:80
for score, text in search("What does\nthe cat do?", rows):
    print(round(score, 6), repr(text))
print(list(map(len, map(get_embedding, ["one\ntwo"]))))  # OAI104:25
