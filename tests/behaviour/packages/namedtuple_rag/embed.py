import openai

EMBEDDING_MODEL = "text-embedding-ada-002"


def embed(texts):
    return openai.Embedding.create(input=texts, model=EMBEDDING_MODEL)
