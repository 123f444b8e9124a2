"""Find the paragraphs of a text that answer a question."""

import openai
from openai.embeddings_utils import cosine_similarity, get_embedding

MODEL = "text-embedding-ada-002"


def index(paragraphs):
    """Embed all paragraphs in one request."""
    rows = openai.Embedding.create(input=paragraphs, engine=MODEL)["data"]
    return [row["embedding"] for row in rows]


def best(question, paragraphs, vectors, number=3):
    """Give the paragraphs nearest to the question."""
    wanted = get_embedding(question, engine=MODEL)
    scores = [cosine_similarity(wanted, vector) for vector in vectors]
    ranked = sorted(zip(scores, paragraphs, strict=True), reverse=True)
    return [paragraph for _, paragraph in ranked[:number]]
