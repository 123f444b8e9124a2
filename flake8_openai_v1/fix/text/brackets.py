"""The brackets and operators of a text, by ast-grep's tree: where a line may be broken, and what stands between."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from ast_grep_py import SgNode, SgRoot

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
BLANKS, CONTINUED = " \t\f\r\n", ("\\\n", "\\\r")
OPENING, CLOSING = "([{", ")]}"
COMPREHENSIONS = ("list_comprehension", "dictionary_comprehension", "set_comprehension", "generator_expression")
CLAUSES = ("for_in_clause", "if_clause")
LISTS = ("argument_list", "list", "tuple", "dictionary", "set", "parameters", "import_from_statement")
"""Kinds with items that may end with a comma, where there are several."""
BRACKETED = (*LISTS, *COMPREHENSIONS, "parenthesized_expression", "subscript")
OPERATORS = ("boolean_operator", "binary_operator", "comparison_operator", "conditional_expression")
BRANCHES = ("if", "else")
"""Words before which a conditional expression is broken."""
LEVELS = ("|", "^", "&", "<< >>", "+ -", "* @ / // %")
PRECEDENCE = {one: level for level, row in enumerate(LEVELS) for one in row.split()}
LINKS = ("call", "attribute", "subscript")


class Item(NamedTuple):
    """What stands between two commas of a bracket."""

    start: int
    end: int
    node: SgNode


class Bracket(NamedTuple):
    """A pair of brackets, and what is in it."""

    kind: str
    opening: int
    """The offset of the bracket that opens."""
    closing: int
    items: Sequence[Item]
    has_comma: bool
    """Does the last item have a comma behind it?"""

    @property
    def is_open(self) -> bool:
        """True if the brackets are an expression's own, whose values may be one a line with a comma behind the last."""
        return self.kind in LISTS


class Source:
    """A text with its lines and ast-grep's tree."""

    def __init__(self, text: str) -> None:
        """Nothing is looked up before it is asked for."""
        self.text = text
        self.lines: list[str] = [line for line in LINE.findall(text) if line]
        self.starts: list[int] = [0, *accumulate(map(len, self.lines))]

    @cached_property
    def root(self) -> SgNode:
        """The tree."""
        return SgRoot(self.text, "python").root()

    def line_of(self, offset: int) -> int:
        """The number of the line of an offset, from 0."""
        return max(0, min(bisect_right(self.starts, offset) - 1, len(self.lines) - 1))

    def indentation(self, line: int) -> str:
        """The white space at the front of a line."""
        text = self.lines[line]
        return text[: len(text) - len(text.lstrip(" \t\f"))]

    @cached_property
    def strings(self) -> list[tuple[int, int]]:
        """Where strings stand that span lines: what is in them must not be moved."""
        found = [span(node) for node in self.root.find_all(kind="string")]
        return sorted(one for one in found if "\n" in self.text[slice(*one)] or "\r" in self.text[slice(*one)])

    @cached_property
    def comment_ends(self) -> frozenset[int]:
        """Where comments end."""
        return frozenset(span(node)[1] for node in self.root.find_all(kind="comment"))

    def gap(self, at: int) -> int:
        """Where the white space in front of an offset begins, behind a comment if one stands there."""
        text = self.text
        while at and at not in self.comment_ends and (text[at - 1] in BLANKS or text[at - 2 : at] in CONTINUED):
            at -= 1
        return at

    def is_in_string(self, offset: int) -> bool:
        """True if an offset lies within a string that spans lines."""
        return any(start < offset < end for start, end in self.strings)

    def nodes_by_row(self, rows: Collection[int]) -> dict[int, list[SgNode]]:
        """The nodes that reach into each of some lines, from the outside; nothing of what is in a string.

        The tree is gone through once, and only where the lines are.
        """
        found: dict[int, list[SgNode]] = {row: [] for row in sorted(rows)}
        stack = [(self.root, sorted(rows))]
        while stack:
            node, near = stack.pop()
            first, last = span(node)
            own = near[bisect_left(near, self.line_of(first)) : bisect_right(near, self.line_of(max(first, last - 1)))]
            for row in own:
                found[row].append(node)
            if own and node.kind() != "string":
                stack.extend((child, own) for child in reversed(node.children()))
        return found


def span(node: SgNode) -> tuple[int, int]:
    """Where a node begins and ends."""
    place = node.replace("")  # cheaper than to ask for a range
    return place.start_pos, place.end_pos


def bracket_of(node: SgNode) -> Bracket | None:
    """The brackets that a node has around all that it holds; None where it has none."""
    if node.kind() not in BRACKETED:
        return None
    children = node.children()
    opening = next((number for number, one in enumerate(children) if one.kind() in OPENING), None)
    if opening is None or children[-1].kind() not in CLOSING:
        return None
    inner = children[opening + 1 : -1]
    items: list[Item] = []
    for child in inner:
        if child.kind() in (",", "comment"):
            continue
        start, end = span(child)
        clause = node.kind() in COMPREHENSIONS and child.kind() in CLAUSES
        behind_comma = not items or node.kind() not in COMPREHENSIONS
        if behind_comma or clause:
            items.append(Item(start, end, child))
        else:
            items[-1] = Item(items[-1].start, end, items[-1].node)
    last = next((child for child in reversed(inner) if child.kind() != "comment"), None)
    has_comma = last is not None and last.kind() == ","
    return Bracket(node.kind(), span(children[opening])[0], span(children[-1])[0], items, has_comma)


# Where an expression that has no brackets around it may be broken


def breaks(node: SgNode) -> list[int]:
    """The offsets before which an expression may be broken: its weakest operators, or the dots of its calls."""
    kind = node.kind()
    if kind == "conditional_expression":
        return [span(one)[0] for one in node.children() if one.kind() in BRANCHES]
    if kind == "boolean_operator":
        return _words(node)
    if kind == "binary_operator":
        return _operators(node, _operator(node))
    if kind == "comparison_operator":
        return [span(one)[0] for one in node.children() if not one.is_named()]
    if kind == "concatenated_string":
        return [span(one)[0] for one in node.children() if one.kind() == "string"][1:]
    if kind == "await" and node.is_named():  # and not the word itself
        return breaks(node.children()[-1])
    return dots(node) if kind in LINKS else []


def _operator(node: SgNode) -> str:
    return next((str(one.kind()) for one in node.children() if not one.is_named()), "")


def _words(node: SgNode) -> list[int]:
    """All ``and`` and ``or`` of a row, from the left."""
    if node.kind() != "boolean_operator":
        return []
    left, word, right = (child for child in node.children() if child.kind() != "comment")
    return [*_words(left), span(word)[0], *_words(right)]


def _operators(node: SgNode, operator: str) -> list[int]:
    """The operators of a row of the same precedence, from the left."""
    children = node.children()
    left = children[0]
    own = [span(one)[0] for one in children if not one.is_named()][:1]
    same = left.kind() == node.kind() and PRECEDENCE.get(_operator(left), _operator(left)) == PRECEDENCE.get(
        operator, operator
    )
    return (_operators(left, _operator(left)) if same else []) + own


def dots(node: SgNode) -> list[int]:
    """The dots of a chain that stand behind a call or a subscript, where there are at least two; else nothing."""
    found: list[int] = []
    while node.kind() in LINKS:
        children = node.children()
        if node.kind() == "attribute":
            dot = next((span(one)[0] for one in children if one.kind() == "."), None)
            if children[0].kind() in ("call", "subscript") and dot is not None:
                found.append(dot)
        node = children[0]
    return found[::-1] if len(found) > 1 else []
