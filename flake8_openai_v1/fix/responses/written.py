"""Texts that are made of what may be a response, wherever it has travelled: those of 0.x were its JSON.

What is shown to a person may be another text. What else is done with one does not show: a cell of a table, a key of a
cache, a part of a prompt.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence

from ...semantics.facts import Fact
from ...semantics.foreign import ROWS, WRITES
from ...semantics.graph import Graph
from ...semantics.nodes import Node, Site
from ...semantics.responses import parts_of
from ...semantics.values import Place, Response
from ...syntax.index import Index
from ...syntax.written import last_name
from .empties import shows
from .templates import conversions, fields

Writes = Callable[[Fact], bool]
"""Which facts of a node are written."""
UNSEEN = "%(name)s"
"""Stands for a text that does not show: it may look into what it is given."""
CAPTURES = frozenset({"capsys", "capfd", "capsysbinary", "capfdbinary"})
"""Fixtures of pytest that give what is printed."""
FILLS = frozenset({"format", "substitute", "safe_substitute"})
"""Methods of texts that put what they are given into them."""
DISPLAYS = (ast.List, ast.Tuple, ast.Dict, ast.ListComp, ast.GeneratorExp)


def captures(index: Index) -> bool:
    """True if a file reads what is printed: it puts something in the place of ``sys.stdout``."""
    if "redirect_stdout" in index.loads or not CAPTURES.isdisjoint(index.arguments):
        return True
    if any(isinstance(node.value, str) and node.value == "sys.stdout" for node in index.each(ast.Constant)):
        return True
    return any(node.attr == "stdout" and isinstance(node.ctx, ast.Store) for node in index.each(ast.Attribute))


def is_cell(parents: Mapping[int, ast.AST], node: ast.AST) -> ast.Call | None:
    """The call of ``writerow``, ``writerows`` that an expression is given to as a cell; None if it is no cell."""
    parent = parents.get(id(node))
    depth = 0
    while isinstance(parent, DISPLAYS):
        depth += 1
        node, parent = parent, parents.get(id(parent))
    if depth and isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and node in parent.args:
        return parent if ROWS.get(parent.func.attr) == depth else None
    return None


def made_texts(graphs: Mapping[int, Graph]) -> Iterator[tuple[int, ast.AST, Node, Fact]]:
    """Yield what a program makes texts of that are not only shown: the number of the file, where, and of what."""
    found = [(number, *one) for number, graph in graphs.items() for one in _made(graph) if one[1].facts]
    indexes = {number: Index(graphs[number].tree) for number in (graphs if found else ())}
    captured = any(map(captures, indexes.values()))
    for number, expression, node, writes in found:
        facts = [fact for fact in node.facts if writes(fact)]
        if facts and not _is_shown(indexes[number].parents, expression, captured):
            yield from ((number, expression, node, fact) for fact in facts)


def fills_unseen(graph: Graph) -> Iterator[tuple[ast.expr, Node, Fact]]:
    """Yield what may look into a response: ``"%(name)s" % x``, a text that does not show, ``"{0[name]}".format(x)``."""
    for expression in list(graph.nodes):
        if isinstance(expression, ast.BinOp) and isinstance(expression.op, ast.Mod):
            for node in graph.nodes.get(expression.right, ()):
                if node.facts and any("%(" in text for text in _texts(graph, expression.left)):
                    yield from ((expression, node, fact) for fact in node.facts if not fact.contents)
    for site in graph.sites:
        call = site.at
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "format":
            for name, node in _arguments(site):
                places = (one for text in _texts(graph, call.func.value) for one in fields(text)) if node.facts else ()
                if any(one.name == name and one.rest.startswith("[") for one in places):
                    yield from ((call, node, fact) for fact in node.facts if not fact.contents)


def _texts(graph: Graph, expression: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may be; `UNSEEN` for one that does not show."""
    waiting = list(dict.fromkeys(graph.nodes.get(expression, ())))
    for node in waiting:
        if isinstance(node.at, ast.Constant):
            yield str(node.at.value)
        elif node.into and node.of is None and node.site is None:
            waiting += [one for one in node.into if one not in waiting]
        else:
            yield UNSEEN


def _made(graph: Graph) -> Iterator[tuple[ast.expr, Node, Writes]]:
    """Yield each expression that makes a text of something, its node, and which of its facts are written."""
    for expression in list(graph.nodes):
        if isinstance(expression, ast.FormattedValue) and expression.conversion in (-1, ord("s")):
            yield from ((expression, node, _at(0)) for node in graph.nodes.get(expression.value, ()))
        elif isinstance(expression, ast.BinOp) and isinstance(expression.op, ast.Mod):
            for node in graph.nodes.get(expression.right, ()):
                if node.facts:
                    yield (
                        expression,
                        node,
                        _filled([place for one in _texts(graph, expression.left) for place in conversions(one)]),
                    )
    for site in graph.sites:
        if isinstance(site.at, ast.Call):
            yield from ((site.at, node, writes) for node, writes in _given(graph, site, site.at))


def _given(graph: Graph, site: Site, call: ast.Call) -> Iterator[tuple[Node, Writes]]:
    """Yield what a call makes a text of, and which of its facts are written."""
    positional = [node for node, _ in site.args]
    paths = {fact.value.path for fact in site.function.facts if isinstance(fact.value, Place)}
    depth = max((WRITES[path] for path in paths & WRITES.keys()), default=-1)
    if depth >= 0:
        yield from ((node, _at(depth)) for node in positional[:1])
    elif "builtins.print" in paths:
        yield from ((node, _at(0)) for node in positional)
    elif isinstance(call.func, ast.Attribute) and not site.linked:
        if call.func.attr in ROWS:
            yield from ((node, _at(ROWS[call.func.attr])) for node in positional[:1])
        elif call.func.attr in FILLS:
            for name, node in _arguments(site):
                texts = list(_texts(graph, call.func.value)) if node.facts else []
                is_known = call.func.attr == "format" and UNSEEN not in texts
                if not is_known or any((name, "", True) == field for text in texts for field in fields(text)):
                    yield node, _at(0)


def _arguments(site: Site) -> Iterator[tuple[str, Node]]:
    """Yield what ``format`` is given, with the number or the name of each argument."""
    yield from ((str(at), node) for at, (node, starred) in enumerate(site.args) if not starred)
    yield from ((name, node) for name, node in site.keywords if name is not None)


def _at(depth: int) -> Writes:
    """True for what lies as deep in something as a response, or as the parts of one do."""

    def writes(fact: Fact) -> bool:
        within = depth - len(fact.contents)
        has_parts = isinstance(fact.value, Response) and any(True for _ in parts_of(fact.value))
        return not within or (within == 1 and has_parts)

    return writes


def _filled(places: Sequence[tuple[str | int, str]]) -> Writes:
    """True for what ``%`` writes into some places."""

    def writes(fact: Fact) -> bool:
        if len(fact.contents) > 1:
            return False
        kind, key = fact.contents[0] if fact.contents else ("i", 0)
        return any(how == "s" and key in (None, at) and (kind != "i" or isinstance(at, int)) for at, how in places)

    return writes


def _is_shown(parents: Mapping[int, ast.AST], node: ast.AST, captured: bool) -> bool:
    """True if a text is made for a function that shows it to a person; ``captured``: what is printed is read."""
    around: ast.AST | None = node
    while around is not None and not isinstance(around, ast.stmt):
        if isinstance(around, ast.Call) and (around is not node or last_name(around.func) == "print"):
            return shows(around, captured=captured)
        around = parents.get(id(around))
    return isinstance(around, ast.Raise)
