"""``sdk/helpers.py``: each helper does what that of 0.28.1 does."""

from __future__ import annotations

import ast
import atexit
import functools
from string import Template

import pytest
from sdks import LEGACY, ROOT, installs, unreachable

from flake8_openai_v1.sdk.helpers import HELPERS, UTILS

ROWS = {row.path.rpartition(".")[2]: row for row in HELPERS}
PACKAGES = ("numpy==2.2.6", "scipy==1.15.3", "tenacity==9.1.2")

CALLS = [
    ("get_embedding", ["a\nb"], {}),
    ("get_embedding", ["a", "e"], {}),
    ("get_embedding", [], {"text": "a", "engine": "e", "user": "u"}),
    ("get_embedding", ["broken"], {}),
    ("get_embedding", [3], {}),
    ("aget_embedding", ["a\nb"], {}),
    ("aget_embedding", ["a"], {"engine": "e", "user": "u"}),
    ("aget_embedding", ["broken"], {}),
    ("get_embeddings", [["a\nb", "c"]], {}),
    ("get_embeddings", [["a"], "e"], {"user": "u"}),
    ("get_embeddings", [["a"] * 2049], {}),
    ("get_embeddings", [["broken"]], {}),
    ("aget_embeddings", [["a\nb", "c"]], {}),
    ("aget_embeddings", [], {"list_of_text": ["a"], "engine": "e"}),
    ("cosine_similarity", [[1, 2, 3], [0.5, 1, 1.25]], {}),
    ("cosine_similarity", [[1.0], [1.0]], {}),
    ("cosine_similarity", [], {"a": [1, 0], "b": [0, 1]}),
    ("cosine_similarity", [[1, 2], [1]], {}),
    ("distances_from_embeddings", [[1.0, 2.0], [[1.0, 2.5], [0.0, 1.0]]], {}),
    *(
        ("distances_from_embeddings", [[1.0, 2.0], [[1.0, 2.5]]], {"distance_metric": metric})
        for metric in ("cosine", "L1", "L2", "Linf", "L3")
    ),
    ("distances_from_embeddings", [[1.0, 2.0], [], "L3"], {}),
    ("indices_of_nearest_neighbors_from_distances", [[3, 1, 2]], {}),
    ("indices_of_nearest_neighbors_from_distances", [], {"distances": []}),
]


@functools.cache
def process() -> installs.Probe | installs.Unreachable:
    """The process with 0.28.1 and the packages that the helpers need."""
    try:
        beside = (installs.package(*PACKAGES),)
        started = installs.Probe(LEGACY, ROOT / "tests" / "sdk" / "inside_helpers.py", beside=beside)
    except installs.Unreachable as problem:
        return problem
    atexit.register(started.close)
    return started


def ask(function: str, *arguments: object):
    """The answer of that process."""
    found = process()
    if not isinstance(found, installs.Probe):
        unreachable(found)
    return found.ask(function, *arguments)


@pytest.mark.index
@pytest.mark.parametrize(("name", "arguments", "options"), CALLS)
def test_a_helper_does_what_that_of_the_sdk_did(name, arguments, options):
    row = ROWS[name]
    theirs, ours = ask("both", row.path, row.text, row.modules, arguments, options)
    assert ours == theirs


@pytest.mark.index
def test_the_logger_is_that_of_the_sdk():
    assert ask("logger", ROWS["logger"].text) is True


def test_each_helper_is_tried():
    assert {name for name, _, _ in CALLS} | {"logger"} == set(ROWS)


@pytest.mark.parametrize("row", HELPERS, ids=lambda row: row.path)
def test_a_helper_is_python_with_the_parameters_that_are_named(row):
    words = {module.rpartition(".")[2]: module for module in row.modules}
    (made,) = ast.parse(Template(row.text).substitute(words, name="made", more="", given="")).body
    if row.path.startswith(UTILS):
        assert isinstance(made, (ast.FunctionDef, ast.AsyncFunctionDef))
        assert made.name == "made"
        assert tuple(arg.arg for arg in made.args.args) == row.parameters
    assert row.source
