"""A function that makes clients which another file has, too: out of one file, and imported there from the other."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ...semantics.factories import what_it_makes
from ..text.edits import Edits
from ..text.text import Text
from .kinds import MAKERS

NAMES = frozenset({*MAKERS, *(f"async_{name}" for name in MAKERS)})
"""What such a function is called."""


class Copy(NamedTuple):
    """A function of a file that makes clients."""

    node: ast.FunctionDef
    options: frozenset[str]
    """What it may be given."""
    makes: str
    """What it makes where it is given nothing: the same for functions that make the same."""

    imports: bool
    """Does it import the SDK itself?"""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.node.name


def copies(text: Text) -> Iterator[Copy]:
    """Yield the functions of a file that make clients, by their names."""
    modules = {alias.asname or alias.name for one in text.each(ast.Import) for alias in _sdk(one)}
    for node in text.tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in NAMES:
            args = node.args
            options = {one.arg for one in (*args.args, *args.kwonlyargs, *([args.kwarg] if args.kwarg else ()))}
            yield Copy(node, frozenset(options), what_it_makes(node, modules), any(map(_is_import, node.body)))


def take_out(text: Text, edits: Edits, gone: Sequence[Copy], before: Text) -> bool:
    """Take functions out that were put into a file, which was another text ``before``; False where one is not alone."""
    nodes = {id(one.node) for one in gone}
    body = text.tree.body
    for number, node in enumerate(body):
        if id(node) not in nodes or number == 0:
            continue
        start = text.behind_line(text.span(body[number - 1])[1])
        end = text.behind_line(text.span(node)[1])
        if text.text[start : text.span(node)[0]].strip():
            return False
        following = body[number + 1] if number + 1 < len(body) else None
        if following is None or id(following) not in nodes:
            rest = text.text[end:]
            blank = len(rest) - len(rest.lstrip("\r\n"))
            kept = _blank_lines(before, body, nodes) if following is not None else 0
            edits.replace(start, end + blank, text.newline * kept)
        else:
            edits.replace(start, end, "")
    return True


def _blank_lines(before: Text, body: Sequence[ast.stmt], nodes: Collection[int]) -> int:
    """How many empty lines stood in the file before where the functions were put."""
    stay = [one for one in body if id(one) not in nodes]
    at = next(number for number, one in enumerate(body) if id(one) in nodes)
    behind = len(stay) - at
    if not 0 < behind < len(before.tree.body):
        return 2
    end = before.behind_line(before.span(before.tree.body[-behind - 1])[1])
    rest = before.text[end:]
    gap = rest[: len(rest) - len(rest.lstrip("\r\n"))]
    return gap.count(before.newline)


def is_used_first(text: Text, names: Collection[str], at: int) -> bool:
    """True if the file calls something by one of these names before an offset, as it is imported."""
    return any(
        one.id in names and text.function_of(one) is None and text.span(one)[0] < at for one in text.each(ast.Name)
    )


def unused(text: Text, gone: Sequence[Copy], before: Text, kept: Collection[str]) -> list[ast.stmt]:
    """The imports that only functions needed which go; what other files take from this one is ``kept``."""
    inside = {id(one) for copy in gone for one in ast.walk(copy.node)}
    used = {one.id for one in text.each(ast.Name) if id(one) not in inside}
    texts = [one.value for one in text.each(ast.Constant) if isinstance(one.value, str)]
    used |= {one for one in texts if text.index.stores.get("__all__")}
    used |= {one for one in ("openai", "os") if any(f"{one}." in each for each in texts)}  # in quoted annotations
    used_before = {one.id for one in before.each(ast.Name)}
    imported = {alias.name for one in before.each(ast.Import) for alias in one.names}
    found: list[ast.stmt] = []
    for statement in text.tree.body:
        if not isinstance(statement, ast.Import) or len(statement.names) != 1:
            continue
        alias = statement.names[0]
        name = alias.asname or alias.name.partition(".")[0]
        is_new = alias.name not in imported
        was_needed = alias.name == "openai" and name in used_before and name not in kept
        start, end = _whole_lines(text, statement)
        if text.text[start:end].strip() == text.of(statement) and name not in used and (was_needed or is_new):
            found.append(statement)
    return found


def drop(text: Text, edits: Edits, statement: ast.stmt) -> None:
    """Take an import out, with the empty line behind it where it is a group of imports of its own."""
    start, end = _whole_lines(text, statement)
    opens = not start or text.text[:start].endswith(text.newline * 2)
    if opens and text.text.startswith(text.newline, end) and statement is not text.tree.body[-1]:
        end += len(text.newline)
    edits.replace(start, end, "")


def _whole_lines(text: Text, statement: ast.stmt) -> tuple[int, int]:
    start, end = text.span(statement)
    return text.line_start(start), text.behind_line(end)


def put_in(text: Text, edits: Edits, functions: Sequence[str]) -> bool:
    """Put functions behind the imports of a file; False where they would not find there what they need."""
    head = _head(text)
    bound = {alias.asname or alias.name for one in head if isinstance(one, ast.Import) for alias in one.names}
    needed = {
        one.value.id
        for function in functions
        for one in ast.walk(ast.parse(function))
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name)
    }
    start, end = _whole_lines(text, head[-1]) if head else (0, 0)
    if not needed <= bound or not head or text.text[start:end].strip() != text.of(head[-1]):
        return False
    rest = text.text[end:]
    blank = rest[: len(rest) - len(rest.lstrip("\r\n"))].count(text.newline)
    made = "".join(f"{text.newline * 2}{function}{text.newline}" for function in functions)
    edits.insert(end, f"{made}{text.newline * max(2 - blank, 0)}")
    return True


def import_from(
    text: Text,
    edits: Edits,
    module: str,
    names: Sequence[str],
    own: Collection[str],
    width: int,
    gone: list[ast.stmt],
) -> int | None:
    """Import names from a module of the program, beside what the file imports from it or in order.

    ``own`` are the first names of modules of the program, ``gone`` the imports that go: one in whose place something
    is put is taken out of them. Gives the place; None where there is none.
    """
    head = _head(text)
    if not head:
        return None
    level = len(module) - len(module.lstrip("."))
    rows = [one for one in head if _level(one) or not _modules(one).isdisjoint({*own, module.partition(".")[0]})]
    for one in rows:
        if isinstance(one, ast.ImportFrom) and "." * one.level + (one.module or "") == module:
            if all(alias.name != "*" for alias in one.names) and text.stands_alone(one):
                return _beside(text, edits, one, names, width)
    like = [one for one in rows if _level(one) == level or (not level and not _level(one))]
    keys = [_key(one) for one in like]
    line = text.newline.join(_lines(f"from {module} import ", names, width, text.indent))
    later = next((one for one in like if _key(one) > (isinstance(one, ast.ImportFrom), module.lower())), None)
    if later is not None and keys == sorted(keys) and isinstance(later, ast.ImportFrom):
        at = text.line_start(text.span(later)[0])
        edits.insert(at, f"{line}{text.newline}")
        return at
    anchor = (like or rows or [one for one in head if one not in gone] or head)[-1]
    at = text.line_end(text.span(anchor)[1])
    if anchor in gone:
        gone.remove(anchor)
        edits.replace(text.line_start(text.span(anchor)[0]), at, line)
        return at
    gap = "" if rows and (like or not level) else text.newline
    edits.insert(at, f"{text.newline}{gap}{line}")
    return at


def _key(statement: ast.stmt) -> tuple[bool, str]:
    """Where an import stands among its like."""
    assert isinstance(statement, (ast.Import, ast.ImportFrom))
    if isinstance(statement, ast.Import):
        return False, statement.names[0].name.lower()
    return True, "." * statement.level + (statement.module or "").lower()


def _modules(statement: ast.stmt) -> set[str]:
    """The first names of the modules that a statement imports."""
    if isinstance(statement, ast.Import):
        return {alias.name.partition(".")[0] for alias in statement.names}
    return {(getattr(statement, "module", None) or "").partition(".")[0]}


def _level(statement: ast.stmt) -> int:
    return statement.level if isinstance(statement, ast.ImportFrom) else 0


def _beside(text: Text, edits: Edits, statement: ast.ImportFrom, names: Sequence[str], width: int) -> int | None:
    """Add names to an import."""
    start, end = text.span(statement)
    whole = text.of(statement)
    if "#" in text.text[start : text.line_end(end)] or any(alias.asname for alias in statement.names):
        return None
    present = [alias.name for alias in statement.names]
    rows = [*present, *names]
    rows = sorted(rows, key=_rank) if present == sorted(present, key=_rank) else rows
    head = whole[: whole.index("import") + len("import ")]
    is_long = "(" in whole and text.newline in whole
    lines = _lines(head, rows, 0 if is_long else width, text.indent)
    edits.replace(start, end, text.newline.join(lines))
    return end


def _lines(head: str, names: Sequence[str], width: int, indent: str) -> list[str]:
    """The lines of an import."""
    line = f"{head}{', '.join(names)}"
    return [line] if len(line) <= width else [f"{head}(", *(f"{indent}{name}," for name in names), ")"]


def _rank(name: str) -> tuple[bool, bool, str]:
    """Where a name stands in an import: constants first, then classes, then all else."""
    return not name.isupper(), not name[:1].isupper(), name


def _head(text: Text) -> list[ast.stmt]:
    """The imports with which a file begins."""
    found: list[ast.stmt] = []
    for statement in text.tree.body:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            if getattr(statement, "module", "") != "__future__":
                found.append(statement)
        elif found and not isinstance(statement, (ast.Try, ast.If)):
            break
    return found


def _is_import(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Import)


def _sdk(statement: ast.Import) -> Iterator[ast.alias]:
    yield from (alias for alias in statement.names if alias.name == "openai")
