"""Texts that a program puts together: what of them stands in the file."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .values import MOST_FIRST, Const, Default, Items, Literal, Many, Text, Value

LONGEST = 2000
"""Characters beyond which nothing is known of a text: a loop may make it ever longer."""

Parts = tuple[str | None, ...]


def parts_of(value: Value) -> Parts | None:
    """The parts of a text, None for each part that is unknown; None for what is no text."""
    if isinstance(value, Default):
        value = value.value
    if isinstance(value, Const):
        return (value.value,) if isinstance(value.value, str) else None
    return value.parts if isinstance(value, Text) else None


def joined(pieces: Iterable[Value]) -> Value:
    """The text that several pieces make; unknown where none of it is known."""
    parts: list[str | None] = []
    watched: list[Literal] = []
    for piece in pieces:
        if isinstance(piece, Literal):
            watched.append(piece)
        for part in parts_of(piece) or (None,):
            if part is None:
                if parts[-1:] != [None]:
                    parts.append(None)
            elif not part:
                continue
            elif parts and parts[-1] is not None:
                parts[-1] += part
            else:
                parts.append(part)
    known = sum(len(part) for part in parts if part)
    if not known or known > LONGEST:
        return None
    if len(parts) > 1:
        return Text(tuple(parts), bool(watched))
    return replace(watched[0], value=parts[0]) if watched else Const(parts[0])


def added(left: Value, right: Value) -> Value:
    """``left + right``, where one of them is a text."""
    if parts_of(left) is None and parts_of(right) is None:
        return None
    return joined((left, right))


def with_percent(template: Value, given: Value, elements: Sequence[Value]) -> Value:
    """``template % given``: each ``%s`` is one of the elements, any other conversion is unknown."""
    text = template.value if isinstance(template, Const) else None
    if not isinstance(text, str) or "%" not in text or "%(" in text:
        return None
    arguments = iter(elements or (given,))
    pieces: list[Value] = []
    at = 0
    while (found := text.find("%", at)) >= 0:
        pieces.append(Const(text[at:found]))
        kind = text[found + 1 : found + 2]
        if kind == "%":
            pieces.append(Const("%"))
        elif kind.isalpha():
            value = next(arguments, None)
            pieces.append(value if kind == "s" else None)
        else:
            return None
        at = found + 2
    pieces.append(Const(text[at:]))
    return joined(pieces)


def with_format(template: str, positional: Sequence[Value], named: dict[str, Value]) -> Value:
    """``template.format(…)``; a field that is more than a name or a number is unknown."""
    pieces: list[Value] = []
    count = 0
    try:
        for literal, name, spec, conversion in string.Formatter().parse(template):
            pieces.append(Const(literal))
            if name is None:
                continue
            value: Value = None
            if not spec and not conversion:
                key = name or str(count)
                if key.isdigit():
                    value = positional[int(key)] if int(key) < len(positional) else None
                else:
                    value = named.get(key)
            count += not name
            pieces.append(value)
    except ValueError:
        return None
    return joined(pieces)


def split(text: Value) -> Value:
    """``text.split()``: all words, or those that are known to come first."""
    parts = parts_of(text)
    if not parts or parts[0] is None:
        return None
    words = parts[0].split()
    if len(parts) == 1:
        return Items(tuple(Const(word) for word in words))
    whole = words if parts[0][-1].isspace() else words[:-1]
    return Many(None, tuple(Const(word) for word in whole[:MOST_FIRST]))


def holes(node: ast.expr) -> Iterable[ast.expr]:
    """The expressions that a text is put together of."""
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield part.value
    elif isinstance(node, ast.Tuple):
        for element in node.elts:
            yield from holes(element)
    elif isinstance(node, ast.BinOp):
        yield from holes(node.left)
        yield from holes(node.right)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        yield node.func.value
        yield from node.args
        yield from (keyword.value for keyword in node.keywords)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str" and node.args:
        yield from holes(node.args[0])
    else:
        yield node
