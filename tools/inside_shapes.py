"""Runs in a probe beside ``inside.py``: the models of the installed release, their fields, what methods return.

A *kind* says what a value is, in text:

    ""        a plain value: text, number, flag, bytes, None
    "{"       a dict, or an object of any form: what can be subscripted
    "?"       one of several of these, or unknown
    "[" kind  a list of that kind
    name      a model, or one of several: ``name|name``
"""

from __future__ import annotations

import collections.abc
import datetime
import importlib
import importlib.util
import inspect
import pkgutil
import sys
import types
import typing
from collections.abc import Iterable, Iterator
from typing import Any

PLAIN = (str, int, float, bool, bytes, datetime.datetime, type(None))
OPEN = (object, dict, Any, collections.abc.Mapping)
LISTS = (list, collections.abc.Iterable, collections.abc.Sequence)
PAGES = ("SyncPage", "SyncCursorPage", "SyncConversationCursorPage")


def joined(kinds: Iterable[str]) -> str:
    """The kind of a value that has one of these."""
    seen = list(dict.fromkeys(kinds))
    if len(seen) == 1:
        return seen[0]
    if seen and all(kind.startswith("[") for kind in seen):
        return "[" + joined(kind[1:] for kind in seen)
    if seen and all(is_model(kind) for kind in seen):
        return "|".join(dict.fromkeys(name for kind in seen for name in kind.split("|")))
    return "?"


def is_model(kind: str) -> bool:
    """Is it a model, or one of several?"""
    return kind[:1] not in ("", "[", "{", "?")


def names_in(kind: str) -> list[str]:
    """The models that a kind names."""
    item = kind.lstrip("[")
    return item.split("|") if is_model(item) else []


def kind_of(annotation: Any) -> str:
    """The kind of a value so annotated; a model is its path, ``module.Class``. None is left out of a union."""
    annotation = _bare(annotation)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return joined(kind_of(one) for one in arguments if one is not type(None))
    if origin is typing.Literal or annotation in PLAIN:
        return ""
    if origin in LISTS:
        return "[" + kind_of(arguments[0])
    if annotation in OPEN or origin in OPEN or typing.is_typeddict(annotation):
        return "{"
    cls = _class(annotation)
    return f"{cls.__module__}.{cls.__qualname__}" if cls else "?"


def _bare(annotation: Any) -> Any:
    """Without ``Annotated`` and without the name of an alias."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
        elif hasattr(annotation, "__value__"):
            annotation = annotation.__value__
        else:
            return annotation


def _class(annotation: Any) -> Any:
    """The model class of an annotation, without its parameters; None where it is no model."""
    cls = typing.get_origin(annotation) or annotation
    if not (isinstance(cls, type) and issubclass(cls, importlib.import_module("pydantic").BaseModel)):
        return None
    return getattr(cls, "__pydantic_generic_metadata__", {}).get("origin") or cls


def model(path: str) -> Any:
    """The class of a path ``module.Class``."""
    module, _, name = path.rpartition(".")
    return getattr(importlib.import_module(module), name)


def fields(path: str) -> dict[str, str]:
    """The fields of a model and its own properties, with their kinds."""
    cls = model(path)
    found = {name: kind_of(field.annotation) for name, field in cls.model_fields.items()}
    for base in reversed(cls.__mro__):
        if base.__module__.startswith("openai.types"):
            for name, value in vars(base).items():
                if isinstance(value, property) and not name.startswith("_"):
                    found[name] = kind_of(_returned(value.fget))
    return found


def wire_names(path: str) -> dict[str, str]:
    """The fields of a model that the API spells otherwise: its spelling to the attribute's."""
    aliases = {name: field.alias for name, field in model(path).model_fields.items()}
    return {alias: name for name, alias in aliases.items() if alias and alias != name}


def _returned(function: Any) -> Any:
    """What a function is annotated to return."""
    function = inspect.unwrap(function)
    annotation = function.__annotations__.get("return", Any)
    return eval(annotation, vars(sys.modules[function.__module__])) if isinstance(annotation, str) else annotation


def returns(families: list[str]) -> dict[str, dict[str, Any]]:
    """What each method of these families returns: ``shape``, ``chunk`` of its stream, whether it is a ``page``."""
    inside = globals()  # those of inside.py too
    found = {}
    for path, method in inside["_walk"](inside["client"](), ""):
        if path.startswith(tuple(families)):
            row = _row(_returned(method.__func__))
            if row:
                found[path] = row
    return found


def _row(annotation: Any) -> dict[str, Any] | None:
    """What ``returns`` says of an annotation; None where nothing comes back that has a shape."""
    parts: dict[str, list[str]] = {"value": [], "page": [], "stream": []}
    for part in _alternatives(annotation):
        cls = _class(part)
        if getattr(typing.get_origin(part), "__name__", "") == "Stream":
            parts["stream"].append(kind_of(typing.get_args(part)[0]))
        elif cls and cls.__name__ in PAGES:
            parts["page"].append(kind_of(part.__pydantic_generic_metadata__["args"][0]))
        elif part is not type(None):
            parts["value"].append(kind_of(part))
    shape = joined(parts["page"] or parts["value"])
    if shape == "?" and not parts["stream"]:
        return None
    return {
        "shape": shape,
        "chunk": joined(parts["stream"]) if parts["stream"] else "",
        "page": bool(parts["page"]),
    }


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The members of a union, else the annotation itself."""
    annotation = _bare(annotation)
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _alternatives(part)
    else:
        yield annotation


def models(families: list[str], others: list[str]) -> dict[str, dict[str, Any]]:
    """Each model that the results of these families, or other models, lead to: its ``fields`` and ``wire`` names."""
    found: dict[str, dict[str, Any]] = {}
    rows = returns(families).values()
    waiting = [name for row in rows for kind in (row["shape"], row["chunk"]) for name in names_in(kind)]
    waiting += [path for path in others if importlib.util.find_spec(path.rpartition(".")[0])]
    while waiting:
        path = waiting.pop(0)
        if path not in found:
            found[path] = {"fields": fields(path), "wire": wire_names(path)}
            waiting += [name for kind in found[path]["fields"].values() for name in names_in(kind)]
    return found


def exports() -> dict[str, str]:
    """The models under the names that ``openai.types`` and the packages below it export; aliases and unions too."""
    package = importlib.import_module("openai.types")
    below = [info.name for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.") if info.ispkg]
    found = {}
    for module in [package, *map(importlib.import_module, below)]:
        for name, value in vars(module).items():
            if not name.startswith("_") and not inspect.ismodule(value) and names_in(kind_of(value)):
                found[f"{module.__name__}.{name}"] = kind_of(value)
    return found


def model_methods() -> list[str]:
    """The public methods of every model."""
    cls = getattr(importlib.import_module("openai"), "BaseModel", None) or model("openai._models.BaseModel")
    return sorted(name for name in dir(cls) if not name.startswith("_") and callable(getattr(cls, name)))


def legacy_members() -> dict[str, list[str]]:
    """The public ``methods`` and ``attributes`` of a result of 0.28.1, beside the fields of its answer."""
    result = model("openai.openai_object.OpenAIObject")(id="x", api_type="azure")
    names = [name for name in dir(result) if not name.startswith("_")]
    methods = [name for name in names if callable(getattr(result, name))]
    return {"methods": methods, "attributes": sorted({*names} - {*methods})}
