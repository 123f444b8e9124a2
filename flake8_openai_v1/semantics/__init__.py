"""What names and expressions of a file denote.

``values`` are the denotations, ``scopes`` hold them, ``places``, ``guards`` and ``responses`` know what is to be known
of them. The analysis itself is one object that is built up in layers, each a module: ``following`` (its memory),
``expressions``, ``blocks``, ``bindings``, ``branches``, ``tries``, ``definitions``, ``flow``. What calls give is in
``calls``, ``library`` (functions of others), ``strings`` (names in strings) and ``texts``.

Where values go through calls, containers, classes and files is worked out beside that, where a file calls the SDK of
0.x: ``graph`` has the constraints of a file, made of ``nodes``, ``solver`` the ``facts`` of a program, ``transfers``
what functions of others do, ``flows`` what all that comes to, ``travel`` what goes out to code that is not seen
(``foreign`` knows some of it by name), and may come back; ``reaching``: how far. ``tracking`` tells the analyses of the
files. ``looks`` is what one text shows by itself, made once.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import partial

from ..syntax.index import statements
from .flow import MOST_ROUNDS, Flow
from .modules import Modules
from .relevance import Relevance
from .tracking import follow_values, is_followed
from .values import Summary, Value

FEWEST_ROUNDS_TOGETHER = 2
MOST_SHARING = 40
"""Files of a program up to which names of methods and attributes matter in all of them."""


def analyse(tree: ast.Module, lines: Sequence[str]) -> Flow:
    """Follow the names and values of a file; `Flow.model` has all uses of known things.

    ``lines`` are the physical lines that ``tree`` was parsed from, with their ends. A file is looked
    at in rounds: what one round learns (a name to follow, what a function returns) the next one uses,
    until nothing new is learned. Rounds are few and bounded.
    """
    flow = analyse_alone(tree, lines)
    if is_followed(flow):
        follow_values("", tree, flow)
    return flow


def analyse_alone(tree: ast.Module, lines: Sequence[str]) -> Flow:
    """Follow the names of a file in order, without what travels through calls and containers."""
    flow = Flow(Relevance(lines))
    flow.rounds(tree)
    return flow


def analyse_together(files: Sequence[tuple[str, ast.Module, Sequence[str]]]) -> list[Flow]:
    """Follow names and values through files of one program: path, tree and lines of each.

    What a file imports from another one of them is what that binds. Paths serve to find out which file an import
    means: ``pkg.mod`` is ``…/pkg/mod.py`` or ``…/pkg/mod/__init__.py``, the nearest one.
    """
    flows = [Flow(Relevance(lines)) for _, _, lines in files]
    modules = Modules([path for path, _, _ in files])
    tables = [flow.summaries.setdefault(id(tree), {}) for flow, (_, tree, _) in zip(flows, files, strict=True)]
    for flow, (path, tree, _) in zip(flows, files, strict=True):
        flow.elsewhere = partial(_names, modules, tables, path)
        for node in statements(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                flow.relevance.learn_range(node.lineno, node.lineno)  # others may call it
    for number in range(MOST_ROUNDS):
        for flow, (_, tree, _) in zip(flows, files, strict=True):
            flow.round(tree)
        if len(flows) <= MOST_SHARING:
            _share(flows)
        turned = [flow.turn() for flow in flows]  # each must have its turn
        changed = any(turned)
        # What a file asked for that another had not yet bound does not show as a change.
        if not changed and number >= FEWEST_ROUNDS_TOGETHER:
            break
    return flows


def _share(flows: Sequence[Flow]) -> None:
    """What is called on an object of another file matters there, as it does where its class stands."""
    carried = set[str]().union(*(flow.carried for flow in flows))
    for flow in flows:
        for name in sorted(carried - flow.carried):
            flow.carried.add(name)
            flow.follow(name)


def _names(
    modules: Modules, tables: list[dict[str, Summary]], path: str, module: str, level: int
) -> dict[str, Value] | None:
    found = modules.find(module, level, path)
    if found is None:
        return None
    return {name: summary.read() for name, summary in tables[found].items()}
