"""How far a value gets along the edges of the graphs of a program."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .facts import is_response
from .nodes import Node


def reached(
    starts: Iterable[Node], carries: Callable[[Node], bool], *, is_container: bool = True, parts: bool = False
) -> list[Node]:
    """All nodes that some containers may be, or may be in, as far as they carry something.

    Along all edges, for containers in both directions. ``is_container``: are they such? ``parts``: also what they hold.
    """
    waiting = [(node, is_container) for node in starts]
    seen = set(waiting)
    ends: set[Node] = set()
    for node, is_whole in waiting:
        more = [(other, is_whole) for other in node.next]
        more += [(container, True) for label, container in node.puts if label[0] != "a"]
        more += [(container, True) for container in node.merges]
        if is_whole:
            more += [(other, True) for other in node.into]
            more += [(other, not is_one(other)) for _, other in node.loads] if parts else []
            more += [(node.of[1], True)] if node.of is not None else []
        for one in more:
            if one in seen or one[0] in ends:
                continue
            if carries(one[0]) or one[0].is_unknown:
                seen.add(one)
                waiting.append(one)
            else:
                ends.add(one[0])
    return [node for node, _ in waiting]


def same(start: Node) -> list[Node]:
    """A node, and those from which all is reached that is reached from it: they may be the same response."""
    found = [start]
    seen = {start}
    for node in found if carries_response(start) else ():
        more = [one for one in (*node.next, *node.into) if one not in seen and carries_response(one)]
        seen.update(more)
        found += more
    return found


def is_one(node: Node) -> bool:
    """True if a node may be a response."""
    return any(is_response(fact.value) and not fact.contents for fact in node.facts)


def holds_response(node: Node) -> bool:
    """True if a node may be what a response is in."""
    return any(is_response(fact.value) and fact.contents for fact in node.facts)


def carries_response(node: Node) -> bool:
    """True if a node may be a response, or what one is in."""
    return any(is_response(fact.value) for fact in node.facts)
