"""Brackets around what is put into an expression: needed only where it would be read otherwise, and then always."""

from __future__ import annotations

import ast

import pytest

from flake8_openai_v1.fix.text.precedence import AND, CHOICE, COMPARE, FIRM, OR, fitted
from flake8_openai_v1.fix.text.text import Text

PUT = {
    "p if q else r": CHOICE,
    "lambda: p": CHOICE,
    "p or q": OR,
    "p and q": AND,
    "p in q": COMPARE,
    "p.q": FIRM,
}
PLACES = (
    *("x = HERE", "f(a, HERE)", "f(k=HERE)", "f(*HERE)", "f(**HERE)", "[HERE, a]", "{HERE}", "a, HERE"),
    *("{HERE: a}", "{a: HERE}", "{**HERE}", "[*HERE]", "HERE.a", "HERE[a]", "a[HERE]", "a[HERE:a]", "HERE(a)", "-HERE"),
    *("not HERE", "HERE or a", "a or HERE", "HERE and a", "a and HERE", "HERE == a", "a < HERE", "a + HERE"),
    *(
        "HERE if a else b",
        "a if HERE else b",
        "a if b else HERE",
        "lambda: HERE",
        "lambda a=HERE: a",
        "(HERE)",
        "HERE + a",
        "x += HERE",
    ),
    *("[HERE for a in b]", "[a for a in HERE]", "[a for a in b if HERE]", "(y := HERE)", "f'{HERE}'", "f'{HERE!r}'"),
    *("if HERE: a", "while HERE: a", "assert HERE", "for a in HERE: b", "with HERE as a: b", "x: int = HERE"),
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("new", PUT)
def test_it_is_read_as_it_was_put(place, new):
    tree = ast.parse(place)
    text = Text(place, tree)
    node = next(one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == "HERE")
    start, end = text.span(node)
    made = ast.parse(place[:start] + fitted(text, node, new, PUT[new]) + place[end:])
    wanted = ast.parse(place.replace("HERE", f"({new})"))
    same = ast.dump(made) == ast.dump(wanted)
    chained = {"or": ast.Or, "and": ast.And}.get(new.split()[1] if " " in new else "")
    assert same or (chained is not None and flat(made) == flat(wanted))


def flat(tree):
    """A tree in which ``a or (b or c)`` is ``a or b or c``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BoolOp):
            node.values = [
                part
                for one in node.values
                for part in (one.values if isinstance(one, ast.BoolOp) and type(one.op) is type(node.op) else [one])
            ]
    return ast.dump(tree)


@pytest.mark.parametrize(
    ("place", "new", "level"),
    [
        ("x = HERE", "p if q else r", CHOICE),
        ("f(a, HERE)", "lambda: p", CHOICE),
        ("[HERE, a]", "p or q", OR),
        ("a or HERE", "p or q", OR),
        ("a and HERE", "p in q", COMPARE),
        ("(HERE)", "p or q", OR),
        ("if HERE: a", "p if q else r", CHOICE),
    ],
)
def test_no_brackets_without_need(place, new, level):
    tree = ast.parse(place)
    node = next(one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == "HERE")
    assert fitted(Text(place, tree), node, new, level) == new
