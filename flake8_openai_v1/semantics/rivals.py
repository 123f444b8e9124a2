"""Two keys of one dict that have one name today: which stands in it last decides then, and did not in 0.x."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable

from ..sdk.arguments import DEPLOYMENTS
from .facts import Key
from .nodes import Function, Node, Site
from .reaching import reached
from .travel import Travel

DECIDES = (*DEPLOYMENTS, "model")
"""Names of what is called ``model`` today. Of two in one dict the first decided."""


class Rivals:
    """Keys of deployments, each with the keys that may be in the same dict, and decided nothing beside it."""

    def __init__(self, travel: Travel, spread: Collection[Node]) -> None:
        """Look through a program that is solved: at each place where dicts begin, or where two become one.

        ``spread`` are the dicts that calls of the SDK are given by ``**``: what ends in none of them decides nothing.
        """
        self._travel = travel
        self._spread = frozenset(spread)
        self._found: dict[Key, dict[Key, None]] = {}
        graphs = travel.program.graphs.values()
        takers = {one.kwarg: one for graph in graphs for one, _ in graph.functions if one.kwarg is not None}
        given: dict[Node, set[Key]] = {kwarg: set() for kwarg in takers}
        for site in (site for graph in graphs for site in graph.sites if isinstance(site.at, ast.Call)):
            self._meet_in_call(site, given)
        for node in (node for graph in graphs for nodes in graph.nodes.values() for node in nodes):
            if not node.into and node not in takers:
                self._meet(keys_of(node), keys_of(node), node)
        for kwarg, keys in given.items():
            put = [key for key in keys_of(kwarg) if key not in keys]
            self._meet(put, keys_of(kwarg), kwarg)

    def of(self, key: Key) -> list[Key]:
        """The keys that may be in the dict of a key, have the same name today, and decided nothing beside it."""
        return list(self._found.get(key, ()))

    def _meet_in_call(self, site: Site, given: dict[Node, set[Key]]) -> None:
        """What one call is given ends in one dict; ``given``: what the ``**kwargs`` of functions are given."""
        spread = [keys_of(node) for name, node in site.keywords if name is None]
        functions: list[Function] = [one for target in site.linked for one in self._travel.called_by(target)]
        for kwarg in (one.kwarg for one in functions if one.kwarg is not None):
            named = [key for key in keys_of(kwarg) if key.at in site.at.keywords]  # type: ignore[attr-defined]
            given.setdefault(kwarg, set()).update(named, *spread)
            self._meet(named, [key for keys in (named, *spread) for key in keys], kwarg)
        for number, keys in enumerate(spread):
            for others in spread[number + 1 :]:
                self._meet(keys, others)

    def _meet(self, some: Iterable[Key], others: Iterable[Key], dicts: Node | None = None) -> None:
        """Keys may be in one dict: in ``dicts``, or in what a call is given."""
        pairs = [sorted((one, other), key=_rank) for one in some for other in others]
        both = [pair for pair in pairs if {one.name for one in pair} <= set(DECIDES) and pair[0].name != pair[1].name]
        if both and (dicts is None or self._is_spread(dicts)):
            for first, second in both:
                self._found.setdefault(first, {})[second] = None


    def _is_spread(self, dicts: Node) -> bool:
        """True if a call of the SDK may be given a dict that begins at a node."""
        return not self._spread.isdisjoint(reached([dicts], lambda node: True, is_container=False, parts=True))


def _rank(key: Key) -> int:
    """Which of several names decided: the first one."""
    return DECIDES.index(key.name) if key.name in DECIDES else 0


def keys_of(node: Node) -> list[Key]:
    """The keys that are known of a node, if it is a dict."""
    return [fact.value for fact in node.facts if isinstance(fact.value, Key) and len(fact.contents) == 1]
