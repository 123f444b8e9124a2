import openai

from . import settings


def closest(word, others):
    vectors = openai.Embedding.create(model="text-embedding-ada-002", input=[word, *others])["data"]
    return len(vectors), settings.retries()
