"""Helpers of openai 0.28.1 that are gone, as a program can have them itself. One row a helper.

``tests/sdk/test_helpers.py`` runs each beside the one of 0.28.1.
"""

from __future__ import annotations

from typing import NamedTuple

from flake8_openai_v1.sdk.names import PROBE


class Helper(NamedTuple):
    """Something of a module of 0.28.1 that works without it, and behaves the same."""

    path: str
    """Where it was: ``openai.embeddings_utils.cosine_similarity``."""
    text: str
    """Statements of 0.28.1 that make it, with ``$name`` for what it is called, and ``$numpy`` and the like for modules.

    ``$more`` and ``$given`` stand where it takes and gives on arguments that it does not know.
    """
    modules: tuple[str, ...]
    """Modules that it needs. The extra ``openai[embeddings]`` had brought them."""
    parameters: tuple[str, ...] = ()
    """Of a function."""
    inline: str = ""
    """An expression that is the same, for where it is named by its module."""
    source: str = PROBE + "; both run with the same arguments"


RETRY = "@$tenacity.retry(wait=$tenacity.wait_random_exponential(min=1, max=20), stop=$tenacity.stop_after_attempt(6))"
"""How all functions that send requests try again: after any exception."""
UTILS = "openai.embeddings_utils"

HELPERS: tuple[Helper, ...] = (
    Helper(
        f"{UTILS}.get_embedding",
        f"""{RETRY}
def $name(text, engine="text-similarity-davinci-001"$more):
    return $openai.Embedding.create(input=[text.replace("\\n", " ")], engine=engine$given)["data"][0]["embedding"]
""",
        ("openai", "tenacity"),
        ("text", "engine"),
    ),
    Helper(
        f"{UTILS}.aget_embedding",
        f"""{RETRY}
async def $name(text, engine="text-similarity-davinci-001"$more):
    reply = await $openai.Embedding.acreate(input=[text.replace("\\n", " ")], engine=engine$given)
    return reply["data"][0]["embedding"]
""",
        ("openai", "tenacity"),
        ("text", "engine"),
    ),
    Helper(
        f"{UTILS}.get_embeddings",
        f"""{RETRY}
def $name(list_of_text, engine="text-similarity-babbage-001"$more):
    assert len(list_of_text) <= 2048, "no more than 2048 texts at once"
    texts = [text.replace("\\n", " ") for text in list_of_text]
    reply = $openai.Embedding.create(input=texts, engine=engine$given)
    return [row["embedding"] for row in reply["data"]]
""",
        ("openai", "tenacity"),
        ("list_of_text", "engine"),
    ),
    Helper(
        f"{UTILS}.aget_embeddings",
        f"""{RETRY}
async def $name(list_of_text, engine="text-similarity-babbage-001"$more):
    assert len(list_of_text) <= 2048, "no more than 2048 texts at once"
    texts = [text.replace("\\n", " ") for text in list_of_text]
    reply = await $openai.Embedding.acreate(input=texts, engine=engine$given)
    return [row["embedding"] for row in reply["data"]]
""",
        ("openai", "tenacity"),
        ("list_of_text", "engine"),
    ),
    Helper(
        f"{UTILS}.cosine_similarity",
        """def $name(a, b):
    return $numpy.dot(a, b) / ($numpy.linalg.norm(a) * $numpy.linalg.norm(b))
""",
        ("numpy",),
        ("a", "b"),
    ),
    Helper(
        f"{UTILS}.distances_from_embeddings",
        """def $name(query_embedding, embeddings, distance_metric="cosine"):
    functions = {"cosine": "cosine", "L1": "cityblock", "L2": "euclidean", "Linf": "chebyshev"}
    return [
        getattr($distance, functions[distance_metric])(query_embedding, embedding) for embedding in embeddings
    ]
""",
        ("scipy.spatial.distance",),
        ("query_embedding", "embeddings", "distance_metric"),
    ),
    Helper(
        f"{UTILS}.indices_of_nearest_neighbors_from_distances",
        """def $name(distances):
    return $numpy.argsort(distances)
""",
        ("numpy",),
        ("distances",),
    ),
    Helper(
        "openai.util.logger",
        '$name = $logging.getLogger("openai")\n',
        ("logging",),
        inline='$logging.getLogger("openai")',
    ),
)
