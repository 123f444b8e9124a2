"""What names and expressions of a file denote.

``values`` are the denotations, ``scopes`` hold them, ``places``, ``guards`` and ``responses`` know what is to be known
of them. The analysis itself is one object that is built up in layers, each a module: ``following`` (its memory),
``expressions``, ``blocks``, ``bindings``, ``branches``, ``tries``, ``definitions``, ``flow``. What calls give is in
``calls``, ``library`` (functions of others), ``strings`` (names in strings) and ``texts``.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from .flow import Flow
from .relevance import Relevance

MOST_ROUNDS = 10


def analyse(tree: ast.Module, lines: Sequence[str]) -> Flow:
    """Follow the names and values of a file; `Flow.model` has all uses of known things.

    ``lines`` are the physical lines that ``tree`` was parsed from, with their ends. A file is looked
    at in rounds: what one round learns (a name to follow, what a function returns) the next one uses,
    until nothing new is learned. Rounds are few and bounded.
    """
    relevance = Relevance(lines)
    flow = Flow(relevance)
    for _ in range(MOST_ROUNDS):
        flow.round(tree)
        if not flow.turn():
            break
    return flow
