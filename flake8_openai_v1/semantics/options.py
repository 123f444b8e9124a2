"""Options of a command line: what ``args.model`` is where nobody gives ``--model``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from .questions import NAMESPACE, summary_of
from .values import Class, Const, Items, Object, Value

if TYPE_CHECKING:
    from .expressions import Expressions

ADD = "add_argument"
PARSE = ("parse_args", "parse_known_args", "parse_intermixed_args")


def namespace() -> Class:
    """The class of what the parsers of a file give: its attributes are their options."""
    node = ast.ClassDef(name="Namespace", bases=[], keywords=[], body=[], decorator_list=[], lineno=1, end_lineno=1)
    return Class(node, (NAMESPACE,))


def added(on: Expressions, node: ast.Call, arguments: list[Value]) -> None:
    """``parser.add_argument("--model", default="gpt-4")``, on whatever parser."""
    default = next((keyword.value for keyword in node.keywords if keyword.arg == "default"), None)
    value = on.model.value(default) if default is not None else None
    name = _name(node, [value.value for value in arguments if isinstance(value, Const)])
    if name and on.about_sdk(value):
        on.classes.setdefault(id(on.options.node), on.options)
        summary_of(on.options.attributes, name).add(value)
        for parse in PARSE:
            on.follow(parse)


def parsed(on: Expressions, method: str) -> Value:
    """What ``parser.parse_args()`` gives, if an option of the file matters."""
    if method not in PARSE or not on.options.attributes:
        return None
    found = Object(on.options)
    return Items((found, None)) if method == "parse_known_args" else found


def _name(node: ast.Call, flags: list[object]) -> str:
    """The attribute of an option: its ``dest``, its first long name, or its first."""
    for keyword in node.keywords:
        if keyword.arg == "dest":
            return keyword.value.value if isinstance(keyword.value, ast.Constant) else ""  # type: ignore[return-value]
    names = [flag for flag in flags if isinstance(flag, str)]
    first = next((name for name in names if name.startswith("--")), names[0] if names else "")
    return first.lstrip("-").replace("-", "_")
