"""One file's text as the fixer sees it: its tree with exact positions, and the offsets of what stands in it.

Offsets count characters (code points) of the whole text, from 0. ``ast`` counts lines from 1 and columns in bytes of
UTF-8, ast-grep characters: `Text` is where they meet.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from ast_grep_py import SgNode, SgRoot

from ...syntax.index import Index

Span = tuple[int, int]
"""Where something begins and ends (behind its last character)."""

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
COMMENT = r"#[^\r\n]*(?![^\r\n])"
"""A comment to its end: were it to end before, a row of ``#`` could be read in as many ways as there are numbers."""
GAP = re.compile(rf"(?:[\s)]|\\\r?\n|{COMMENT})*")
"""What may stand between the parts of an expression, closing brackets included."""
BRACKET = re.compile(rf"(?:\s|\\\r?\n|{COMMENT})*\)")
"""The bracket that closes behind an expression."""
QUOTES = re.compile(r"[A-Za-z]*(\"\"\"|'''|\"|')")
SHOWS_ITSELF = re.compile(r"\s*=(?!=)")
"""What stands behind an expression in an f-string that is shown with its text."""
COMMA = re.compile(rf"(?:\s|\\\r?\n|{COMMENT})*,")
OWN_END = re.compile(r"[ \t]*,?[ \t]*(?=[#\r\n])")
FORMATTED = ("interpolation", "format_expression")
"""What ast-grep calls a replacement field of an f-string; the second within a format specification."""
FAR = 500
"""Characters before a bracket that are looked at: words are shorter."""
BEFORE_BRACKETS = frozenset(
    {"and", "assert", "await", "del", "elif", "else", "from", "if", "in", "is", "lambda", "not", "or", "raise"}
    | {"return", "while", "with", "yield", "except", "import"}
)
"""Words behind which a bracket opens an expression."""


class Field(NamedTuple):
    """A replacement field of an f-string, from its brace to behind the other one."""

    start: int
    end: int
    expression_end: int
    """Where what is shown ends: behind it may stand ``=``, a conversion and a format."""


class Text:
    """A file that parses."""

    def __init__(self, text: str, tree: ast.Module) -> None:
        r"""``text`` with its own line ends, without a byte order mark; ``tree`` is what it was parsed to."""
        self.text = text
        self.tree = tree
        self.index = Index(tree)
        self.each = self.index.each
        self.raw_lines = [line for line in LINE.findall(text) if line]
        self._starts = [0, *accumulate(map(len, self.raw_lines))]
        self._shown: set[int] = set()
        self._locate_in_formatted()

    @cached_property
    def lines(self) -> list[str]:
        r"""The lines as Python and flake8 read them, each ending with ``\n``."""
        return [line.rstrip("\r\n") + "\n" if line.endswith(("\r", "\n")) else line for line in self.raw_lines]

    @cached_property
    def newline(self) -> str:
        """The line end that the file uses."""
        first = self.raw_lines[0] if self.raw_lines else "\n"
        return first[len(first.rstrip("\r\n")) :] or "\n"

    @cached_property
    def indent(self) -> str:
        """One step of indentation: that of the first block, or of the first line that is indented."""
        for node in self.nodes:
            body = getattr(node, "body", None)
            if isinstance(node, ast.stmt) and isinstance(body, list) and body[0].lineno > node.lineno:
                own, inner = self.indentation(self.span(node)[0]), self.indentation(self.span(body[0])[0])
                if inner.startswith(own) and len(inner) > len(own):
                    return inner[len(own) :]
        for line in self.raw_lines:
            found = re.match(r"(\t| {1,8})(?=\S)", line)
            if found:
                return found[1]
        return "    "

    @cached_property
    def root(self) -> SgNode:
        """The tree of ast-grep."""
        return SgRoot(self.text, "python").root()

    @property
    def nodes(self) -> list[ast.AST]:
        """All nodes of the tree."""
        return self.index.nodes

    @cached_property
    def handlers(self) -> list[ast.ExceptHandler]:
        """All clauses of the file."""
        return list(self.each(ast.ExceptHandler))

    @property
    def loads(self) -> dict[str, list[ast.Name | ast.Attribute]]:
        """Names, and names of attributes, that are read → where."""
        return self.index.loads

    @cached_property
    def _fields(self) -> list[Field]:
        """The replacement fields of f-strings, in order."""
        found = []
        for kind in FORMATTED:
            for node in self.root.find_all(kind=kind):
                place, expression = node.replace(""), node.field("expression")  # cheaper than to ask for a range
                inner = expression.replace("") if expression is not None else place
                found.append(Field(place.start_pos, place.end_pos, inner.end_pos))
        return sorted(found)

    @cached_property
    def _long_strings(self) -> list[Span]:
        """Where strings stand that span lines, in order: what is in them must not be moved."""
        places = [node.replace("") for node in self.root.find_all(kind="string")]
        spans = [(one.start_pos, one.end_pos) for one in places]
        return sorted(one for one in spans if "\n" in self.text[slice(*one)] or "\r" in self.text[slice(*one)])

    def has_long_string(self, start: int, end: int) -> bool:
        """True if a string that spans lines reaches into what stands between two offsets."""
        return any(first < end and start < last for first, last in self._long_strings)

    @property
    def parents(self) -> dict[int, ast.AST]:
        """``id(node)`` → the node around it."""
        return self.index.parents

    # Positions

    def offset(self, line: int, column: int) -> int:
        """The offset of a line (from 1) and a column in bytes of UTF-8 (from 0)."""
        if line > len(self.raw_lines):
            return len(self.text)
        text = self.raw_lines[line - 1]
        if not text.isascii():
            column = len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))
        return self._starts[line - 1] + column

    def line_of(self, offset: int) -> int:
        """The line (from 1) in which an offset lies."""
        return max(1, min(bisect_right(self._starts, offset), len(self.raw_lines)))

    def line_start(self, offset: int) -> int:
        """The offset where the line of an offset begins."""
        return self._starts[self.line_of(offset) - 1]

    def line_end(self, offset: int) -> int:
        """The offset where the line of an offset ends, before its line end."""
        line = self.raw_lines[self.line_of(offset) - 1] if self.raw_lines else ""
        return self.line_start(offset) + len(line.rstrip("\r\n"))

    @cached_property
    def packages(self) -> set[str]:
        """The packages that the file imports, or from which it imports."""
        plain = {alias.name for node in self.each(ast.Import) for alias in node.names}
        return {name.partition(".")[0] for name in plain.union(one.module or "" for one in self.each(ast.ImportFrom))}

    def bound_at_top(self, name: str) -> list[ast.AST]:
        """What binds a name in the module itself: definitions, imports, assignments."""
        found = self.index.bindings.get(name, ())
        return [one for one in found if (one if isinstance(one, ast.stmt) else self.parents[id(one)]) in self.tree.body]

    def names_used(self) -> set[str]:
        """All names that the file binds or reads."""
        used: set[str] = set()
        for node in self.nodes:
            if isinstance(node, ast.Name):
                used.add(node.id)
            elif isinstance(node, ast.arg):
                used.add(node.arg)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                used.update(alias.asname or alias.name for alias in node.names)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                used.add(node.name)
        return used

    def line_start_after(self, offset: int) -> int:
        """The offset where the line behind that of an offset begins."""
        return self._starts[self.line_of(offset)]

    def behind_line(self, offset: int) -> int:
        """The offset behind the line of an offset and the line end."""
        end = self.line_end(offset)
        return end + (2 if self.text.startswith("\r\n", end) else 1 if self.text[end : end + 1] in ("\r", "\n") else 0)

    def span(self, node: ast.AST) -> Span:
        """Where a node stands, without brackets around it."""
        line, column = node.lineno, node.col_offset  # type: ignore[attr-defined]
        end_line, end_column = node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]
        return self.offset(line, column), self.offset(end_line, end_column)

    def of(self, node: ast.AST) -> str:
        """The text of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def whole(self, node: ast.expr) -> Span:
        """Where an expression stands, with the brackets that are around it alone."""
        start, end = self.span(node)
        while True:
            after = BRACKET.match(self.text, end)
            before = start
            while before and self.text[before - 1] in " \t\r\n":
                before -= 1
            if not after or not before or self.text[before - 1] != "(" or self._opens_call(before - 1):
                return start, end
            start, end = before - 1, after.end()

    def _opens_call(self, at: int) -> bool:
        """Does a bracket open the arguments of a call, or a list of names, rather than an expression?"""
        before = re.sub(r"(?:\s|\\\r?\n)+$", "", self.text[max(0, at - FAR) : at])
        word = re.search(r"(\.?)\s*([\w\])}\"']+)$", before)
        if word is None:
            return False
        begins = not before[: -len(word[2])].rpartition("\n")[2].strip()
        return bool(word[1]) or not (word[2] in BEFORE_BRACKETS or (begins and word[2] in ("match", "case")))

    def suffix(self, node: ast.Attribute | ast.Subscript) -> Span:
        """What stands behind the value of an attribute or a subscript: its dot or bracket, to its end.

        Comments and line ends before it stay where they are.
        """
        _, end = self.span(node.value)
        gap = GAP.match(self.text, end)
        start = gap.end() if gap else end
        before = self.text[end:start]
        if before.strip(" \t") == "":
            start = end
        elif before.rstrip(" \t").endswith(")"):
            start = end + len(before.rstrip(" \t"))
        return start, self.span(node)[1]

    def name(self, node: ast.Attribute) -> Span:
        """The name behind the dot of an attribute."""
        end = self.span(node)[1]
        return end - len(node.attr), end

    def keyword_name(self, keyword: ast.keyword) -> Span:
        """The name of a keyword argument."""
        start = self.span(keyword)[0]
        return start, start + len(keyword.arg or "")

    # f-strings

    def _locate_in_formatted(self) -> None:
        """Give the expressions in f-strings the positions that they have; before 3.12 Python does not say."""
        for node in self.each(ast.JoinedStr):
            if not any(isinstance(around, ast.JoinedStr) for around in self.around(node)):
                self._locate(node)

    def _locate(self, node: ast.JoinedStr) -> None:
        first, last = self.span(node)
        fields = self._fields[bisect_left(self._fields, (first,)) : bisect_left(self._fields, (last,))]
        top: list[Field] = []
        for field in fields:
            if not top or field.start >= top[-1].end:
                top.append(field)
        values = [part for part in node.values if isinstance(part, ast.FormattedValue)]
        for part, field in zip(values, top, strict=False):
            self._move(part, field)

    def _move(self, part: ast.FormattedValue, field: Field) -> None:
        """Place the expression of a replacement field."""
        begin = field.start
        try:
            again = ast.parse(f"({self.text[begin + 1 : field.expression_end]}\n)", mode="eval").body
            is_same = ast.dump(again) == ast.dump(part.value)
        except (SyntaxError, ValueError, RecursionError, MemoryError):  # ValueError: a number of thousands of digits
            is_same = False
        if not is_same:
            for node in ast.walk(part.value):
                if hasattr(node, "lineno"):
                    node.lineno = 0  # it stands nowhere that could be edited
            return
        if SHOWS_ITSELF.match(self.text, field.expression_end, field.end):
            self._shown.update(id(node) for node in ast.walk(part.value))
        # Bytes of a line of the field are those of the file from where the line begins; the first begins at the brace.
        line = self.line_of(begin + 1)
        before = self.text[self._starts[line - 1] : begin + 1]
        shift = len(before.encode("utf-8", "surrogatepass"))
        for mine, other in zip(ast.walk(part.value), ast.walk(again), strict=True):
            if not hasattr(other, "lineno"):
                continue
            for name, column in (("lineno", "col_offset"), ("end_lineno", "end_col_offset")):
                row, at = getattr(other, name), getattr(other, column)
                setattr(mine, name, line + row - 1)
                setattr(mine, column, at - 1 + shift if row == 1 else at)
        for nested in _outermost(part.value):
            self._locate(nested)

    def is_placed(self, node: ast.AST) -> bool:
        """Is it known where a node stands?"""
        return bool(getattr(node, "lineno", 0))

    def is_shown(self, node: ast.AST) -> bool:
        """Does a node stand in a field of an f-string that shows the expression itself (``f"{x=}"``)?"""
        return id(node) in self._shown

    def field_quotes(self, node: ast.AST) -> str | None:
        """The quotes of the f-string that a node stands in, which its text may not hold before 3.12; None elsewhere."""
        parent = self.parents.get(id(node))
        while parent is not None and not isinstance(parent, ast.stmt):
            if isinstance(parent, ast.JoinedStr):
                found = QUOTES.match(self.text, self.span(parent)[0])
                return found[1] if found else '"'
            parent = self.parents.get(id(parent))
        return None

    # Arguments and elements, of which ast keeps no commas

    def arguments_cut(self, call: ast.Call, gone: Sequence[ast.expr | ast.keyword]) -> list[Span]:
        """What to cut so that arguments of ``call`` go, with their commas; comments between others stay."""
        return self.elements_cut(sorted((*call.args, *call.keywords), key=self.span), gone)

    def elements_cut(
        self, elements: Sequence[ast.expr | ast.keyword], gone: Sequence[ast.expr | ast.keyword]
    ) -> list[Span]:
        """The same for ``gone`` among ``elements``, which are in the order of the text."""
        spans = [self.whole(one) if isinstance(one, ast.expr) else self.span(one) for one in elements]
        return self._cuts(spans, [one in gone for one in elements])

    def entries_cut(self, display: ast.Dict, gone: Sequence[ast.expr | ast.keyword]) -> list[Span]:
        """The same for the entries of a dict whose keys are among ``gone``."""
        firsts = [value if key is None else key for key, value in zip(display.keys, display.values, strict=True)]
        spans = [(self.whole(one)[0], self.whole(value)[1]) for one, value in zip(firsts, display.values, strict=True)]
        goes = [key in gone for key in display.keys]
        lines = [self._own_line(*span) for span, go in zip(spans, goes, strict=True) if go]
        own = [line for line in lines if line is not None]
        return own if len(own) == len(lines) else self._cuts(spans, goes)

    def _own_line(self, start: int, end: int) -> Span | None:
        """The lines of an entry with the comma behind it, if nothing else is on them but a comment, which stays."""
        first, rest = self.line_start(start), OWN_END.match(self.text, end)
        if self.text[first:start].strip() or rest is None:
            return None
        return (start, rest.end()) if self.text[rest.end()] == "#" else (first, self.behind_line(end))

    def _cuts(self, spans: Sequence[Span], goes: Sequence[bool]) -> list[Span]:
        """What to cut of parts between commas, in the order of the text, so that some of them go."""
        cuts: list[Span] = []
        last_kept = max((number for number, one in enumerate(goes) if not one), default=-1)
        for number, (start, end) in enumerate(spans):
            if not goes[number]:
                continue
            following = spans[number + 1][0] if number + 1 < len(spans) else None
            if number < last_kept and following is not None and "#" not in self.text[end:following]:
                cuts.append((start, following))
            elif (
                number > last_kept
                and "#" not in self.text[spans[last_kept][1] if last_kept >= 0 else start : spans[-1][1]]
            ):
                begin = spans[last_kept][1] if last_kept >= 0 else spans[0][0]
                comma = re.compile(r"[ \t]*,").match(self.text, spans[-1][1]) if last_kept < 0 else None
                cuts.append((begin, comma.end() if comma else spans[-1][1]))
                break
            else:
                cuts += self._cut_alone(start, end)
        return cuts

    def _cut_alone(self, start: int, end: int) -> list[Span]:
        """Cut an argument and the comma behind it, and its line where it has one of its own; comments stay."""
        found = COMMA.match(self.text, end)
        if found is None:
            return [(start, end)]
        comma = found.end()
        rest = self.text[comma : self.line_end(comma)]
        if "#" in found[0] or self.text[self.line_start(start) : start].strip() or rest.strip():
            return [(start, end), (comma - 1, comma)]
        newline = re.compile(r"[ \t]*(?:\r\n|\r|\n)").match(self.text, comma)
        return [(self.line_start(start), newline.end() if newline else comma)]

    def statement_of(self, node: ast.AST) -> ast.stmt:
        """The statement that a node stands in."""
        found: ast.AST | None = node
        while found is not None and not isinstance(found, ast.stmt):
            found = self.parents.get(id(found))
        assert isinstance(found, ast.stmt)
        return found

    def stands_alone(self, statement: ast.stmt) -> bool:
        """True if nothing but a comment stands beside a statement on its lines."""
        start, end = self.span(statement)
        behind = self.text[end : self.line_end(end)].strip()
        return not self.text[self.line_start(start) : start].strip() and (not behind or behind.startswith("#"))

    def function_of(self, node: ast.AST) -> ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | None:
        """The function in whose body a node stands; its decorators, defaults and annotations are not in it."""
        inner, found = node, self.parents.get(id(node))
        while found is not None:
            if isinstance(found, (ast.FunctionDef, ast.AsyncFunctionDef)) and inner in found.body:
                return found
            if isinstance(found, ast.Lambda) and inner is found.body:
                return found
            inner, found = found, self.parents.get(id(found))
        return None

    def kwargs_of(self, node: ast.AST) -> ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | None:
        """The function whose ``**kwargs`` an expression in its body is."""
        function = self.function_of(node)
        kwarg = function.args.kwarg if function is not None else None
        return function if kwarg is not None and isinstance(node, ast.Name) and node.id == kwarg.arg else None

    def block_of(self, statement: ast.stmt) -> Sequence[ast.stmt]:
        """The statements among which one stands."""
        parent = self.parents.get(id(statement))
        for _, value in ast.iter_fields(parent) if parent is not None else ():
            if isinstance(value, list) and statement in value:
                return value
        return [statement]

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes around one, from the inside."""
        found = self.parents.get(id(node))
        while found is not None:
            yield found
            found = self.parents.get(id(found))

    def steps(self, node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
        """The nodes around one, from the inside, each with the one in it through which the way leads."""
        for around in self.around(node):
            yield around, node
            node = around

    def indentation(self, offset: int) -> str:
        """The white space at the front of the line of an offset."""
        found = re.compile(r"[ \t\f]*").match(self.text, self.line_start(offset))
        return found[0] if found else ""


def _outermost(tree: ast.AST) -> Iterator[ast.JoinedStr]:
    """The f-strings that are not within another one."""
    stack: list[ast.AST] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.JoinedStr):
            yield node
        else:
            stack.extend(ast.iter_child_nodes(node))


def semicolon_at_end(text: str) -> int | None:
    """Where the semicolon that a text ends with begins, with the space before it; None where it does not."""
    body = text.rstrip(" \t")
    return len(body[:-1].rstrip(" \t")) if body.endswith(";") else None
