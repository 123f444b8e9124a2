"""Lines that a fix made too long are broken as black would: only white space, commas and brackets come in.

Each pass breaks a line once, at its outermost place, and looks again. A line that stood in the file before is left as
it was, however long it is; a line that only a string makes too long stays.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ast_grep_py import SgNode

from ...syntax.diagnostics import Edit
from .brackets import OPERATORS, Bracket, Item, Source, bracket_of, breaks, span
from .edits import applied

PASSES = 16
"""How often lines are broken, at most: each pass goes one bracket deeper."""
PRAGMA = re.compile(r"#\s*(?:noqa|type:|pylint:|pragma|fmt:|yapf:|nosec|mypy:|pyright:|isort:|flake8:)")
"""Comments that are about their line, which must stay what it is."""
BLANK = re.compile(r"(?:[ \t\f\r\n]|\\\r?\n)*")
NAMED = ("keyword_argument", "pair", "default_parameter", "typed_default_parameter")
"""Items of which only the value can be broken."""
LITERALS = ("list", "tuple", "dictionary", "set", "import_from_statement")
"""Brackets of which each item gets a line, even where all have room on one."""
LEADING = ("and", "or", "if", "else", "in", "is", "==", "!=", "<", "<=", ">", ">=", "|", "&", "+", "-", "*", "/", "%")
"""Operators with which a line may begin."""
ASSIGNMENTS = ("assignment", "augmented_assignment")
CONDITIONS = ("if_statement", "elif_clause", "while_statement")
ADDED = "(),"
"""What is put into a text, beside white space."""


class Style(NamedTuple):
    """How the lines of a file look."""

    width: int = 88
    indent: str = "    "
    newline: str = "\n"


def laid_out(before: str, after: str, style: Style, kept: Sequence[tuple[int, int]] = ()) -> list[Edit]:
    """The edits of a fixed text after which none of its lines is too long that was not in the text before.

    ``kept`` are stretches of the fixed text that stay as they are. Nothing is changed where the text would no more be
    the same program.
    """
    old = {line.rstrip("\r\n") for line in Source(before).lines}
    text, stays = after, list(kept)
    for _ in range(PASSES):
        edits = _edits(Source(text), old, style, stays)
        if not edits:
            break
        text = applied(text, edits)
        stays = [(_moved(start, edits), _moved(end, edits)) for start, end in stays]
    return differences(after, text) if text != after and _is_same(after, text) else []


def _moved(offset: int, edits: Sequence[Edit]) -> int:
    return offset + sum(len(edit.text) - len(edit.expected) for edit in edits if edit.end <= offset)


def _is_same(one: str, other: str) -> bool:
    """True if two texts are the same program."""
    try:
        return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def differences(before: str, after: str) -> list[Edit]:
    """The edits between two texts that differ by white space, semicolons, and commas and brackets that came in."""
    edits: list[Edit] = []
    at, new = 0, 0
    while at < len(before) or new < len(after):
        start, made = at, new
        while True:
            at = _behind_blank(before, at)
            new = _behind_blank(after, new)
            if new >= len(after) or (at < len(before) and before[at] == after[new]):
                break
            if after[new] in ADDED:
                new += 1
            else:
                at += 1  # a semicolon, in the place of which a line ends
        if before[start:at] != after[made:new]:
            edits.append(Edit(start, at, after[made:new], before[start:at]))
        at, new = at + 1, new + 1
    return edits


def _behind_blank(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    return found.end() if found else at


# One pass


def _edits(source: Source, old: Collection[str], style: Style, kept: Sequence[tuple[int, int]]) -> list[Edit]:
    """Break each line that is too long at one place; those of one place are broken together."""
    edits: list[Edit] = []
    until = 0
    shown = [line.rstrip("\r\n") for line in source.lines]
    long = {number for number, line in enumerate(shown) if len(line) > style.width and line not in old}
    for number, nodes in (source.nodes_by_row(long) if long else {}).items():
        made = sorted(set(_Line(source, number, nodes, style).broken())) if source.starts[number] >= until else []
        if not made or made[0].start < until:
            continue
        first, last = made[0].start, made[-1].end
        if any(start <= last and first <= end for start, end in kept):
            continue
        edits += made
        until = max(last, source.starts[number + 1])
    return edits


class _Line:
    """A line that is too long."""

    def __init__(self, source: Source, number: int, nodes: Sequence[SgNode], style: Style) -> None:
        self.source = source
        self.style = style
        self.indent = source.indentation(number)
        self.start = source.starts[number] + len(self.indent)
        self.end = source.starts[number] + len(source.lines[number].rstrip("\r\n"))
        self.nodes = [node for node in nodes if span(node)[0] < self.end and span(node)[1] > self.start]

    def broken(self) -> list[Edit]:
        """The edits that break it; nothing where that is not possible, or does not help."""
        comment = next((one for one in self.nodes if one.kind() == "comment" and span(one)[0] >= self.start), None)
        code_end = self.end if comment is None else span(comment)[0]
        if comment is not None and (PRAGMA.match(comment.text()) or code_end == self.start):
            return []
        if self.source.is_in_string(self.start):
            return []
        first = self._statements() or self._block() or self._around()
        return first or self._statement() or self._bracket() or self._alone()

    def _width(self, text: str, indent: str) -> bool:
        return len(indent) + len(text) <= self.style.width

    # Several statements in a line

    def _statements(self) -> list[Edit]:
        """``x; y`` → two lines."""
        new = self.style.newline + self.indent
        ends = [span(node)[0] for node in self.nodes if node.kind() == ";" and self.start < span(node)[0] < self.end]
        if any(node.kind() == "block" and self.start < span(node)[0] < self.end for node in self.nodes):
            return []
        text = self.source.text
        edits = [_edit(text, at, _behind_blank(text, at + 1), new) for at in ends]
        return [edit for edit in edits if edit.end < self.end]

    def _block(self) -> list[Edit]:
        """``if x: y`` → two lines."""
        for node in self.nodes:
            if node.kind() == "block" and self.start < span(node)[0] < self.end:
                before = self.source.gap(span(node)[0])
                if self.source.text[before - 1] == ":":
                    new = self.style.newline + self.indent + self.style.indent
                    return [_edit(self.source.text, before, span(node)[0], new)]
        return []

    # What the line is a part of

    def _around(self) -> list[Edit]:
        """Break the bracket that the line stands in, an item a line, or the item of the line at its operators."""
        brackets = [bracket for node in self.nodes if (bracket := bracket_of(node)) is not None]
        around = [one for one in brackets if one.opening < self.start <= one.closing]
        if not around or not around[-1].items:
            return []
        inner = around[-1]
        own = [item for item in inner.items if item.start < self.end and item.end > self.start]
        if inner.closing == self.start or not own:
            return []
        if len(own) > 1 or own[0].start < self.start:
            return self._between(inner, [item for item in own if item.start > self.start])
        item = own[0]
        places = [] if item.node.kind() in NAMED else breaks(item.node)
        if item.start == self.start and (edits := self._before(places, self.indent)):
            return edits
        value = item.node.children()[-1] if item.node.kind() in NAMED else item.node
        if item.start == self.start and value.kind() == "lambda":
            return self._body(value)
        if item.start == self.start and item.node.kind() in NAMED and value.kind() in OPERATORS:
            return self._in_brackets(*span(value))
        return self._operand()

    def _operand(self) -> list[Edit]:
        """Break an operand that the line holds, behind its operator, at its own operators or dots."""
        for node in self.nodes:
            start, end = span(node)
            words = self.source.text[self.start : start].split()
            if start >= self.start and end <= self.end and words in ([], *([one] for one in LEADING)) and breaks(node):
                return self._before(breaks(node), self.indent)
        return []

    def _body(self, node: SgNode) -> list[Edit]:
        """Put the body of a ``lambda`` into brackets of its own."""
        body = node.field("body")
        return self._in_brackets(*span(body)) if body is not None and body.kind() != "parenthesized_expression" else []

    def _between(self, bracket: Bracket, items: Sequence[Item]) -> list[Edit]:
        """Give items of a bracket that stand behind others a line each."""
        edits = self._before([item.start for item in items], self.indent)
        last, text = bracket.items[-1].end, self.source.text
        closes_alone = self.source.line_of(last) != self.source.line_of(bracket.closing)
        if edits and closes_alone and last <= self.end and bracket.is_open and not bracket.has_comma:
            edits.append(_edit(text, last, last, ","))
        return edits

    def _before(self, places: Sequence[int], indent: str) -> list[Edit]:
        newline, text = self.style.newline, self.source.text
        edits = [_edit(text, self.source.gap(place), place, newline + indent) for place in places]
        return [edit for edit in edits if edit.text != edit.expected]

    def _in_brackets(self, start: int, end: int) -> list[Edit]:
        """Put an expression into brackets of its own, on lines of its own."""
        inner = self.indent + self.style.indent
        newline = self.style.newline
        behind = self.source.text[end : self.end]
        if "\n" in self.source.text[start:end] or not self._width(f"){behind}", self.indent):
            return []
        return [Edit(start, start, f"({newline}{inner}", ""), Edit(end, end, f"{newline}{self.indent})", "")]

    # A statement that begins in the line

    def _statement(self) -> list[Edit]:
        """Put what a statement has last into brackets, where black would."""
        if names := self._names():
            return names
        for node in self.nodes:
            start = span(node)[0]
            if start < self.start:
                continue
            value = _value(node)
            if value is None or span(value)[1] > self.end:
                continue
            if value.kind() == "lambda":
                return self._body(value)
            if value.kind() == "expression_list":
                return self._tuple(value.children())
            places = breaks(value)
            single = len(places) == 1 and value.kind() in OPERATORS
            if places and not (single and self._ends_well(value)):
                return self._in_brackets(*span(value))
        return []

    def _names(self) -> list[Edit]:
        """``from a import b, c`` → the same with brackets around the names, a name a line."""
        for node in self.nodes:
            if node.kind() == "import_from_statement" and span(node)[0] == self.start:
                children = node.children()
                words = [number for number, one in enumerate(children) if one.kind() == "import"]
                names = children[words[0] + 1 :] if words else []
                if names and names[0].kind() not in ("(", "wildcard_import"):
                    return self._tuple(names)
        return []

    def _tuple(self, parts: Sequence[SgNode]) -> list[Edit]:
        """``a, b`` → the same in brackets, a value a line; ``parts`` are the values and commas."""
        inside = self._in_brackets(span(parts[0])[0], span(parts[-1])[1])
        if not inside:
            return []
        commas = [span(one)[1] for one in parts if one.kind() == ","]
        new = self.style.newline + self.indent + self.style.indent
        text = self.source.text
        first, last = inside
        if commas and commas[-1] == span(parts[-1])[1]:
            commas.pop()
        else:
            last = last._replace(text=f",{last.text}")
        return [first, *(_edit(text, one, _behind_blank(text, one), new) for one in commas), last]

    def _alone(self) -> list[Edit]:
        """Put a value that cannot be broken here on a line of its own, where it has room, or its bracket opens."""
        for node in self.nodes:
            value = _value(node) if span(node)[0] >= self.start else None
            if value is not None and span(value)[1] <= self.end and value.kind() != "parenthesized_expression":
                start, end = span(value)
                ends = [end, *(one.opening + 1 for one in self._outermost() if one.closing + 1 == end)]
                inner = self.indent + self.style.indent
                has_room = any(self._width(self.source.text[start:one], inner) for one in ends)
                return self._in_brackets(start, end) if has_room else []
        return []

    def _ends_well(self, value: SgNode) -> bool:
        """True if an expression ends with brackets that can be broken, so that none are needed around it."""
        last = [one for one in self._outermost() if one.closing + 1 == span(value)[1]]
        return bool(last) and self._helps(last[0])

    # A bracket that opens in the line

    def _outermost(self) -> list[Bracket]:
        """The brackets that open in the line and are in no other one that does."""
        found: list[Bracket] = []
        for bracket in sorted(self._brackets(), key=lambda one: one.opening):
            if not found or bracket.opening > found[-1].closing:
                found.append(bracket)
        return found

    def _brackets(self) -> list[Bracket]:
        """The brackets that open in the line, and hold something."""
        found = [made for node in self.nodes if (made := bracket_of(node)) is not None]
        return [one for one in found if self.start <= one.opening < self.end and one.items]

    def _bracket(self) -> list[Edit]:
        """Break the last bracket of the line that is far enough in front."""
        outermost = self._outermost()
        for bracket in reversed(outermost):
            if bracket.kind != "subscript" and self._helps(bracket):
                return self._spread(bracket)
        for bracket in reversed(outermost):
            if bracket.kind == "subscript" and self._helps(bracket):
                return self._spread(bracket)
        return []

    def _helps(self, bracket: Bracket) -> bool:
        """True if the line gets short enough in front of a bracket, and something can be done about what is in it."""
        text, head = self.source.text, bracket.opening + 1 - self.start
        if not self._width(" " * head, self.indent):
            return False
        single = len(bracket.items) == 1
        body = text[bracket.items[0].start : bracket.items[-1].end]
        inner = self.indent + self.style.indent
        if single and not self._width(body, inner) and "\n" not in body:
            node = bracket.items[0].node
            return bool(breaks(node)) or any(one.opening >= bracket.items[0].start for one in self._brackets())
        return len(body) > len(self.style.indent)

    def _spread(self, bracket: Bracket) -> list[Edit]:
        """Give what is in a bracket a line of its own, where it has room and ends with no comma, else each item one."""
        text, newline = self.source.text, self.style.newline
        inner = self.indent + self.style.indent
        first, last = bracket.items[0], bracket.items[-1]
        body = text[first.start : last.end]
        literal = bracket.kind in LITERALS and len(bracket.items) > 1
        short = "\n" not in body and self._width(body, inner) and not bracket.has_comma and not literal
        already = text[bracket.opening + 1 : first.start].strip(" \t") != ""
        edits: list[Edit] = []
        for number, item in enumerate(bracket.items):
            if number and (short and not already):
                break
            edits.append(_edit(text, self.source.gap(item.start), item.start, newline + inner))
            edits.extend(self._shifted(item.start, item.end, inner))
        several = len(bracket.items) > 1 and bracket.is_open
        comma = "," if several and not bracket.has_comma and not (short and not already) else ""
        edits += self._closed(bracket, comma, newline + self.indent)
        return [edit for edit in edits if edit.text != edit.expected]

    def _closed(self, bracket: Bracket, comma: str, space: str) -> list[Edit]:
        """A comma behind the last item, and white space before the bracket that closes."""
        text, end = self.source.text, bracket.items[-1].end
        gap = self.source.gap(bracket.closing)
        if gap == end:
            return [_edit(text, end, bracket.closing, comma + space)]
        return [*([_edit(text, end, end, comma)] if comma else []), _edit(text, gap, bracket.closing, space)]

    def _shifted(self, start: int, end: int, indent: str) -> Iterator[Edit]:
        """Move the further lines of an item that is moved to an indentation."""
        first = self.source.line_of(start)
        lines = range(first + 1, self.source.line_of(end) + 1)
        column = start - self.source.starts[first]
        moved = [number for number in lines if not self.source.is_in_string(self.source.starts[number])]
        moved = [number for number in moved if self.source.lines[number].strip()]
        own = len(self.source.indentation(first))
        aligned = all(len(self.source.indentation(number)) > own for number in moved) and any(
            len(self.source.indentation(number)) > column for number in moved
        )
        shift = len(indent) - (column if aligned else own)
        for number in moved:
            old = self.source.indentation(number)
            new = " " * max(0, len(old) + shift) if "\t" not in old + indent else indent + old[own:]
            at = self.source.starts[number]
            yield Edit(at, at + len(old), new, old)


def _value(node: SgNode) -> SgNode | None:
    """The expression of a statement that may get brackets of its own; None where there is none."""
    kind, children = node.kind(), node.children()
    if kind in ASSIGNMENTS:
        value = children[-1]
        return None if value.kind() in ASSIGNMENTS else value
    if kind in ("return_statement", "yield"):
        return children[-1] if len(children) > 1 else None
    if kind in CONDITIONS:
        return node.field("condition")
    if kind == "for_statement":
        return node.field("right")
    if kind == "assert_statement":
        return children[1] if len(children) == 2 else None
    return None


def _edit(text: str, start: int, end: int, new: str) -> Edit:
    return Edit(start, end, new, text[start:end])
