"""Classes of a program, what they are made of, and whether their objects can be given an attribute."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cached_property

from ...syntax.written import last_name
from ..names.handed import PROCESSES
from ..text.text import Text

PLAIN = frozenset({"object", "ABC", "abc.ABC", "Protocol", "Generic"})
"""Bases whose objects take any attribute."""
WATCHED = frozenset({"__slots__", "__getattr__", "__getattribute__", "__setattr__", "__getstate__", "__reduce__"})
"""What a class says of its attributes."""
COPIES = frozenset({*PROCESSES, "deepcopy", "vars", "__dict__", "getmembers", "asdict", "shelve", "cloudpickle"})
"""What copies, stores or shows objects with all that they have, which a client does not go through."""


class Classes:
    """The classes of a program by their names, as far as these are single."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """``texts`` are those of all files."""
        self._texts = texts
        self._found: dict[str, list[tuple[ast.ClassDef, Text]]] = {}
        for text in texts:
            for node in text.each(ast.ClassDef):
                assert isinstance(node, ast.ClassDef)
                self._found.setdefault(node.name, []).append((node, text))

    def line(self, cls: ast.ClassDef) -> Iterator[ast.ClassDef]:
        """Yield a class and those of the program that it is derived from."""
        seen: set[int] = set()
        stack = [cls]
        while stack:
            one = stack.pop()
            if id(one) not in seen:
                seen.add(id(one))
                yield one
                stack += [base for name in one.bases if (base := self._one(name)) is not None]

    def _one(self, node: ast.expr) -> ast.ClassDef | None:
        found = self._found.get(_name(node), [])
        return found[0][0] if len(found) == 1 else None

    def derived(self, cls: ast.ClassDef) -> list[ast.ClassDef]:
        """The classes of the program that are derived from one, and itself."""
        every = [one for several in self._found.values() for one, _ in several]
        return [one for one in every if any(base is cls for base in self.line(one))]

    def is_called(self, cls: ast.ClassDef) -> bool:
        """True if the program makes objects of a class, or of one that is derived from it."""
        names = {one.name for one in self.derived(cls)}
        return any(
            isinstance(node, ast.Call) and _name(node.func) in names for text in self._texts for node in text.nodes
        )

    def not_attributes(self, cls: ast.ClassDef) -> str:
        """Say why objects of a class cannot have an attribute more; empty where they can."""
        family = self.derived(cls)
        if any(len(self._found[one.name]) > 1 for one in family):
            return "there are several classes of this name"
        if any(not COPIES.isdisjoint(imported_names(text) | set(text.loads)) for text in self._texts):
            return "objects may be copied, or sent to another process"
        for one in family:
            for base in self.line(one):
                if base.decorator_list or any(keyword.arg != "metaclass" for keyword in base.keywords):
                    return f"{base.name} is made in a way of its own"
                if WATCHED & {getattr(node, "name", getattr(node, "id", "")) for node in ast.walk(base)}:
                    return f"{base.name} says what attributes its objects have"
                unseen = [name for name in base.bases if self._one(name) is None and _spelled(name) not in PLAIN]
                if unseen and not _takes_any(base):
                    return f"what {ast.unparse(unseen[0])} permits is not seen"
            init = next((node for node in one.body if getattr(node, "name", "") == "__init__"), None)
            if one is not cls and init is not None and not _calls_base(init):
                return f"{one.name} may not set what {cls.name} sets"
        return ""

    @cached_property
    def attributes(self) -> set[str]:
        """The names of all attributes and methods in the program that an object may have."""
        found = set()
        for text in self._texts:
            for node in text.nodes:
                if isinstance(node, ast.Attribute):
                    is_own = isinstance(node.value, ast.Name) and node.value.id == "self"
                    found |= {node.attr} if is_own or not isinstance(node.ctx, ast.Load) else set()
                elif isinstance(node, ast.ClassDef):
                    found |= {getattr(one, "name", "") for one in node.body}
                    found |= {getattr(getattr(one, "target", None), "id", "") for one in node.body}
                    targets = [target for one in node.body if isinstance(one, ast.Assign) for target in one.targets]
                    found |= {getattr(target, "id", "") for target in targets}
        return found


def _name(node: ast.expr) -> str:
    node = node.value if isinstance(node, ast.Subscript) else node
    return last_name(node)


def _spelled(node: ast.expr) -> str:
    return ast.unparse(node.value if isinstance(node, ast.Subscript) else node)


def imported_names(text: Text) -> set[str]:
    """The packages that a file imports, and the names that it imports from them."""
    return text.packages.union(alias.name for node in text.each(ast.ImportFrom) for alias in node.names)


def _takes_any(cls: ast.ClassDef) -> bool:
    """True if a class sets an attribute of its objects that it does not declare: then they take any."""
    declared = {getattr(getattr(one, "target", None), "id", "") for one in cls.body}
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
        and not node.attr.startswith("_")
        and node.attr not in declared
        for node in ast.walk(cls)
    )


def _calls_base(init: ast.stmt) -> bool:
    """True if an ``__init__`` calls that of its base, come what may."""
    return any(
        isinstance(one, ast.Expr)
        and isinstance(one.value, ast.Call)
        and isinstance(one.value.func, ast.Attribute)
        and one.value.func.attr == "__init__"
        for one in getattr(init, "body", ())
    )
