"""Answers about a tree."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flake8_openai_v1.syntax.index import walked

OPERATORS = (ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop)
EXPRESSIONS = """
async def f(a, /, b: int = 1, *c, d=2, **e) -> None:
    async for x in [i async for i in y if i]:
        yield f"{x!r:>{width}}", lambda: (yield), *a, {**e, "k": -b}
    with open(p) as (q, r), s: del q[0:1, ...]
    try: assert not a and b < c <= d, "m"
    except (A, B) as error: raise C from error
    finally: nonlocal z
    match a:
        case {"k": [1, *rest], **more} | K(x=None) as whole if whole: pass
"""


FILES = (__file__, ast.__file__)


@pytest.mark.parametrize("text", [EXPRESSIONS, *(Path(file).read_text("utf-8") for file in FILES)])
def test_all_that_is_in_a_tree(text):
    tree = ast.parse(text)
    found = list(walked(tree))
    assert len(found) == len(set(map(id, found)))
    assert set(found) == {node for node in ast.walk(tree) if not isinstance(node, OPERATORS)}
