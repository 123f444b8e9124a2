"""Models of pydantic that take what they are given apart, down to texts and numbers, and keep nothing else of it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from .facts import Type
from .nodes import Class, Node
from .solver import ancestors
from .values import Place

SCALARS = frozenset(
    {f"builtins.{name}" for name in ("str", "int", "float", "bool", "bytes")}
    | {"datetime.datetime", "datetime.date", "datetime.timedelta", "decimal.Decimal", "uuid.UUID", "pathlib.Path"}
)
"""What holds nothing."""
HOLDERS = frozenset(
    {f"builtins.{name}" for name in ("list", "tuple", "set", "frozenset", "dict")}
    | {f"typing.{name}" for name in ("List", "Tuple", "Set", "FrozenSet", "Dict", "Sequence", "Optional", "Union")}
    | {"collections.abc.Sequence"}
)
"""What holds what stands in the brackets behind it, and is made anew."""
LITERALS = frozenset({"typing.Literal", "typing_extensions.Literal"})
MODEL = "BaseModel"
ENUMS = frozenset({"Enum", "StrEnum", "IntEnum"})


class Models:
    """Answers about the classes of a program that is solved."""

    def __init__(self, classes: Iterable[tuple[Class, list[Node]]]) -> None:
        """Each with the nodes of its bases."""
        self._bases = dict(classes)
        self._known: dict[Class, bool] = {}

    def is_plain(self, cls: Class) -> bool:
        """True if an object of a model has nothing in it of what it was made of but texts, numbers and such models."""
        if cls not in self._known:
            self._known[cls] = True  # where it names itself
            self._known[cls] = all(map(self._is_model, (cls, *ancestors(cls))))
        return self._known[cls]

    def _is_model(self, cls: Class) -> bool:
        is_open = any(name in cls.cells or name in cls.methods for name in ("Config", "model_config"))
        return not is_open and self._derives(cls, {MODEL}) and all(self._is_typed(*row) for row in cls.annotated)

    def _derives(self, cls: Class, names: Iterable[str]) -> bool:
        """True if each base of a class is one of the program, or of one of these names."""
        rows = zip(cls.at.bases, self._bases.get(cls, ()), strict=False)
        return bool(cls.at.bases) and all(
            _last_name(base) in names or any(isinstance(fact.value, Type) for fact in node.facts) for base, node in rows
        )

    def _is_typed(self, node: ast.expr, names: Mapping[str, Node]) -> bool:
        """True if an annotation says that a field is nothing that may hold something else."""
        if isinstance(node, ast.BinOp):
            return self._is_typed(node.left, names) and self._is_typed(node.right, names)
        if isinstance(node, ast.Tuple):
            return all(self._is_typed(one, names) for one in node.elts)
        if isinstance(node, ast.Constant):
            return node.value is None or node.value is ...
        if isinstance(node, ast.Subscript):
            path = _path(node.value, names)
            return path in LITERALS or (path in HOLDERS and self._is_typed(node.slice, names))
        found = [fact.value for fact in names[node.id].facts] if isinstance(node, ast.Name) else []
        return bool(found) and all(
            (self.is_plain(one.cls) or self._derives(one.cls, ENUMS | {"str", "int"}))
            if isinstance(one, Type)
            else isinstance(one, Place) and one.path in SCALARS
            for one in found
        )


def _path(node: ast.expr, names: Mapping[str, Node]) -> str:
    """The path of what a name is, where that is one thing."""
    found = [fact.value for fact in names[node.id].facts] if isinstance(node, ast.Name) else []
    return found[0].path if len(found) == 1 and isinstance(found[0], Place) else ""


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
