# ruff: noqa: E501
"""Helpers of 0.x that are gone: the file has them itself."""

from __future__ import annotations

import json

import pytest
from fix.given import check, examples, fixed, reasons, run

from flake8_openai_v1.fix.text.edits import Edit, lines_before

EMBEDDINGS = r'''
--- one that needs no call
from openai.embeddings_utils import cosine_similarity
print(cosine_similarity([1], [1]))
>>>
import numpy


def cosine_similarity(a, b):
    return numpy.dot(a, b) / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


print(cosine_similarity([1], [1]))
--- calls, with the module
import openai
from openai.embeddings_utils import get_embedding

def embed(text):
    return get_embedding(text, engine="text-embedding-ada-002")
>>>
import openai
import tenacity


@tenacity.retry(wait=tenacity.wait_random_exponential(min=1, max=20), stop=tenacity.stop_after_attempt(6))
def get_embedding(text, engine="text-similarity-davinci-001"):
    return openai.embeddings.create(input=[text.replace("\n", " ")], model=engine).data[0].embedding


def embed(text):
    return get_embedding(text, engine="text-embedding-ada-002")
--- calls, with a client
import os
import openai
from openai.embeddings_utils import get_embedding
import numpy as np

openai.api_key = os.environ["OPENAI_API_KEY"]
print(np.array(get_embedding("a", engine="e")))
>>>
import os
from openai import OpenAI
import numpy as np
import tenacity


@tenacity.retry(wait=tenacity.wait_random_exponential(min=1, max=20), stop=tenacity.stop_after_attempt(6))
def get_embedding(text, engine="text-similarity-davinci-001"):
    return client.embeddings.create(input=[text.replace("\n", " ")], model=engine).data[0].embedding


client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
print(np.array(get_embedding("a", engine="e")))
--- on Azure
import openai
from openai.embeddings_utils import get_embeddings
openai.api_type = "azure"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def f(texts):
    return get_embeddings(texts, engine="vectors")
>>>
import openai
import tenacity


@tenacity.retry(wait=tenacity.wait_random_exponential(min=1, max=20), stop=tenacity.stop_after_attempt(6))
def get_embeddings(list_of_text, engine="text-similarity-babbage-001"):
    assert len(list_of_text) <= 2048, "no more than 2048 texts at once"
    texts = [text.replace("\n", " ") for text in list_of_text]
    reply = openai.embeddings.create(input=texts, model=engine)
    return [row.embedding for row in reply.data]


openai.api_type = "azure"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def f(texts):
    return get_embeddings(texts, engine="vectors")
--- awaited
import openai
from openai.embeddings_utils import aget_embedding
async def f(x):
    return await aget_embedding(x)
>>>
import openai
import tenacity


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


@tenacity.retry(wait=tenacity.wait_random_exponential(min=1, max=20), stop=tenacity.stop_after_attempt(6))
async def aget_embedding(text, engine="text-similarity-davinci-001"):
    reply = await async_openai_client().embeddings.create(input=[text.replace("\n", " ")], model=engine)
    return reply.data[0].embedding


async def f(x):
    return await aget_embedding(x)
--- handed on, with an argument beside
import openai
from openai.embeddings_utils import get_embedding
df["e"] = df.text.apply(get_embedding, engine="e")
>>>
import openai
import tenacity


@tenacity.retry(wait=tenacity.wait_random_exponential(min=1, max=20), stop=tenacity.stop_after_attempt(6))
def get_embedding(text, engine="text-similarity-davinci-001", **kwargs):
    return openai.embeddings.create(input=[text.replace("\n", " ")], model=engine, **kwargs).data[0].embedding


df["e"] = df.text.apply(get_embedding, engine="e")
--- an argument of the request
import openai
from openai.embeddings_utils import get_embedding
get_embedding("a", engine="e", request_timeout=3)
>>>
import openai
import tenacity


@tenacity.retry(wait=tenacity.wait_random_exponential(min=1, max=20), stop=tenacity.stop_after_attempt(6))
def get_embedding(text, engine="text-similarity-davinci-001", **kwargs):
    return openai.embeddings.create(input=[text.replace("\n", " ")], model=engine, **kwargs).data[0].embedding


get_embedding("a", engine="e", timeout=3)
--- a key for one call
import openai
from openai.embeddings_utils import get_embedding
get_embedding("a", engine="e", api_key="k")
>>>
import openai
import tenacity


def openai_client(api_key=None):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.OpenAI(api_key=api_key or openai.api_key)


@tenacity.retry(wait=tenacity.wait_random_exponential(min=1, max=20), stop=tenacity.stop_after_attempt(6))
def get_embedding(text, engine="text-similarity-davinci-001", api_key=None, **kwargs):
    return openai_client(api_key=api_key).embeddings.create(input=[text.replace("\n", " ")], model=engine, **kwargs).data[0].embedding


get_embedding("a", engine="e", api_key="k")
--- a model beside the engine that is the default
import openai
from openai.embeddings_utils import get_embedding
get_embedding("a", model="m")
>>>
left: 3: model and engine are both given
--- another name, numpy under another name, and a comment
import numpy as np
import openai
from openai.embeddings_utils import cosine_similarity as cs  # how near
from os import path
print(cs([1], [1]))
>>>
import numpy as np
import openai
# how near
from os import path


def cs(a, b):
    return np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b))


print(cs([1], [1]))
--- a comment behind the last import
import openai
from openai.embeddings_utils import cosine_similarity  # how near
print(cosine_similarity([1], [1]))
>>>
import numpy
import openai
# how near


def cosine_similarity(a, b):
    return numpy.dot(a, b) / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


print(cosine_similarity([1], [1]))
--- by the module
from openai import embeddings_utils, Embedding
near = embeddings_utils.indices_of_nearest_neighbors_from_distances(
    embeddings_utils.distances_from_embeddings([1.0], [[2.0]], distance_metric="L1")
)
>>>
import numpy
import scipy.spatial.distance
import openai


def distances_from_embeddings(query_embedding, embeddings, distance_metric="cosine"):
    functions = {"cosine": "cosine", "L1": "cityblock", "L2": "euclidean", "Linf": "chebyshev"}
    return [
        getattr(scipy.spatial.distance, functions[distance_metric])(query_embedding, embedding) for embedding in embeddings
    ]


def indices_of_nearest_neighbors_from_distances(distances):
    return numpy.argsort(distances)


near = indices_of_nearest_neighbors_from_distances(
    distances_from_embeddings([1.0], [[2.0]], distance_metric="L1")
)
--- by the whole path
import openai.embeddings_utils
print(openai.embeddings_utils.cosine_similarity([1], [1]))
>>>
import numpy
import openai


def cosine_similarity(a, b):
    return numpy.dot(a, b) / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


print(cosine_similarity([1], [1]))
--- charts stay
import openai
from openai.embeddings_utils import cosine_similarity, chart_from_components
openai.Model.list()
>>>
left: openai.embeddings_utils.chart_from_components has no counterpart
--- all by a star
from openai.embeddings_utils import *
print(cosine_similarity([1], [1]))
>>>
left: openai.embeddings_utils
--- in a function
def f():
    from openai.embeddings_utils import cosine_similarity
    return cosine_similarity([1], [1])
>>>
left: 2: helpers of 0.x are imported within a function or a block
--- in a try
try:
    from openai.embeddings_utils import cosine_similarity
except ImportError:
    cosine_similarity = None
>>>
left: 2: helpers of 0.x are imported within a function or a block
--- another import has the name, too
from openai.embeddings_utils import cosine_similarity
from sklearn.metrics.pairwise import cosine_similarity
print(cosine_similarity([[1]], [[1]]))
>>>
from sklearn.metrics.pairwise import cosine_similarity
print(cosine_similarity([[1]], [[1]]))
--- names that nobody reads
import openai
from openai.embeddings_utils import cosine_similarity, get_embedding
print(cosine_similarity([1], [1]))
>>>
import numpy
import openai


def cosine_similarity(a, b):
    return numpy.dot(a, b) / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


print(cosine_similarity([1], [1]))
--- a function of the file takes the name over
import openai
from openai.embeddings_utils import get_embedding
def get_embedding(text):
    return openai.Embedding.create(input=text, model="m")["data"][0]["embedding"]
print(get_embedding("a"))
>>>
import openai
def get_embedding(text):
    return openai.embeddings.create(input=text, model="m").data[0].embedding
print(get_embedding("a"))
--- it takes the name over behind a call
from openai.embeddings_utils import cosine_similarity
print(cosine_similarity([1], [1]))
def cosine_similarity(a, b):
    return 1
>>>
left: the name cosine_similarity is taken
--- a name that is read where a test asks for it
from openai.embeddings_utils import cosine_similarity as near
print(near([1], [1]) if near else 0)
>>>
import numpy


def near(a, b):
    return numpy.dot(a, b) / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


print(near([1], [1]) if near else 0)
--- a name that the file gives others
from openai.embeddings_utils import cosine_similarity
__all__ = ["cosine_similarity"]
>>>
import numpy


def cosine_similarity(a, b):
    return numpy.dot(a, b) / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


__all__ = ["cosine_similarity"]
--- something of the file has the name
import openai.embeddings_utils as eu
def cosine_similarity(a, b):
    return eu.cosine_similarity(a, b)
>>>
left: the name cosine_similarity is taken
--- numpy is something else
from openai.embeddings_utils import cosine_similarity
numpy = None
print(cosine_similarity([1], [1]))
>>>
left: the name numpy is something else here
--- more on the line
from openai.embeddings_utils import cosine_similarity; print(cosine_similarity([1], [1]))
>>>
left: helpers of 0.x are to stand behind this line, which has more in it
--- what cannot be fixed elsewhere keeps its line
import openai
from openai.embeddings_utils import cosine_similarity, get_embedding
openai.Model.list()
try:
    openai.Edit.create(model="m", input="a", instruction="b")
except Exception:
    pass
>>>
left: 3: it goes with line 5: openai.Edit.create has no exact counterpart
--- tabs
from openai.embeddings_utils import cosine_similarity
if cosine_similarity([1], [1]):
	print(1)
>>>
import numpy


def cosine_similarity(a, b):
	return numpy.dot(a, b) / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


if cosine_similarity([1], [1]):
	print(1)
--- silenced
from openai.embeddings_utils import cosine_similarity  # noqa
>>>
the same
--- patched
import openai
from unittest import mock
from openai.embeddings_utils import get_embedding
with mock.patch("openai.embeddings_utils.get_embedding"):
    openai.Model.list()
>>>
left: openai.embeddings_utils.get_embedding is gone, and is changed or patched here
'''

LOGGER = r"""
--- made quieter
import logging
import openai
openai.util.logger.setLevel(logging.WARNING)
openai.Model.list()
>>>
import logging
import openai
logging.getLogger("openai").setLevel(logging.WARNING)
openai.models.list()
--- by numbers and names
import openai
from openai import util
util.logger.setLevel(40)
util.logger.setLevel("CRITICAL")
print(util.convert_to_dict(openai.Model.retrieve("m")))
>>>
import logging
import openai
logging.getLogger("openai").setLevel(40)
logging.getLogger("openai").setLevel("CRITICAL")
print(openai.models.retrieve("m").to_dict())
--- by a name
from openai.util import logger as openai_logger
openai_logger.setLevel("ERROR")
>>>
import logging

openai_logger = logging.getLogger("openai")

openai_logger.setLevel("ERROR")
--- made louder
import logging
import openai
openai.util.logger.setLevel(logging.DEBUG)
>>>
left: what the SDK logs has other texts today; --unsafe-fixes does it
--- made louder [unsafe]
import logging
import openai
openai.util.logger.setLevel(logging.DEBUG)
>>>
import logging
import openai
logging.getLogger("openai").setLevel(logging.DEBUG)
--- a handler
import openai
openai.util.logger.addHandler(handler)
>>>
left: what the SDK logs has other texts today; --unsafe-fixes does it
--- a level that is not known
import openai
def f(level):
    openai.util.logger.setLevel(level)
>>>
left: what the SDK logs has other texts today; --unsafe-fixes does it
--- what is written to it
import openai
openai.util.log_info("a")
>>>
left: openai.util.log_info has no counterpart
"""


@examples(EMBEDDINGS)
def test_embeddings(before, expected, settings):
    check(before, expected, **settings)


@examples(LOGGER)
def test_logger(before, expected, settings):
    check(before, expected, **settings)


def test_a_person_is_told_what_the_file_needs():
    names = "cosine_similarity, get_embedding"
    result = fixed(f"from openai.embeddings_utils import {names}\nprint({names})\n")
    assert "the file needs numpy and tenacity: install it" in reasons(result)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pkg/user.py", "from .utils import cosine_similarity\n"),
        ("pkg/user.py", "from .utils import *\nprint(cosine_similarity)\n"),
        ("user.py", "import pkg.utils\nprint(pkg.utils.cosine_similarity)\n"),
    ],
)
def test_another_file_reads_a_name(name, text):
    utils = "from openai.embeddings_utils import cosine_similarity, get_embedding\n"
    results = run({"pkg/__init__.py": "", "pkg/utils.py": utils, name: text})
    assert b"def cosine_similarity(" in results["pkg/utils.py"].after
    assert b"get_embedding" not in results["pkg/utils.py"].after


def test_another_file_may_give_more():
    files = {
        "utils.py": 'from openai.embeddings_utils import get_embedding\nprint(get_embedding("a", engine="e"))\n',
        "main.py": 'from utils import get_embedding\nget_embedding("a", engine="e", user="u")\n',
    }
    results = run(files)
    assert b"**kwargs" in results["utils.py"].after
    assert results["main.py"].after == results["main.py"].before


def test_in_a_notebook_they_stand_in_the_cell_of_their_import():
    sources = ["import openai\nfrom openai.embeddings_utils import cosine_similarity", "cosine_similarity([1], [1])"]
    cells = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": s} for s in sources
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (result,) = run({"a.ipynb": json.dumps(notebook)}).values()
    first, second = (cell["source"] for cell in json.loads(result.after)["cells"])
    assert second == sources[1]
    assert first.startswith("import numpy\nimport openai\n\n\ndef cosine_similarity(a, b):\n")


def test_lines_before_edits():
    text = "a\nb\nc\nd\n"
    assert lines_before(text, []) == [1, 2, 3, 4, 5]
    assert lines_before(text, [Edit(2, 2, "x\ny\n", "")]) == [1, 2, 2, 2, 3, 4, 5]
    assert lines_before(text, [Edit(2, 6, "x\n", "b\nc\n")]) == [1, 2, 4, 5]
