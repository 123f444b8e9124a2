"""What the outcome of a test says of the names in it: ``isinstance``, ``hasattr``, and what is put together of them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from . import library, responses
from .values import DENIED, Const, Items, Many, Raised, Value

if TYPE_CHECKING:
    from .expressions import Expressions

MODEL_METHODS = frozenset({"model_dump", "model_dump_json", "to_dict", "to_json", "dict", "json", "copy"})
"""What any response of today has, beside its fields."""


def narrowing(on: Expressions, test: ast.expr, outcome: bool) -> dict[str, Value]:
    """The names (also dotted) that are something else where ``test`` has come out so.

    Unknown is what cannot be there with either SDK of today: code for a dict, or for another SDK.
    """
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return narrowing(on, test.operand, not outcome)
    if isinstance(test, ast.BoolOp):
        result: dict[str, Value] = {}
        if isinstance(test.op, ast.And) is outcome:
            for operand in test.values:
                result |= narrowing(on, operand, outcome)
        return result
    if isinstance(test, ast.Call) and isinstance(test.func, ast.Name) and len(test.args) == 2:
        name = on.spelled(test.args[0])
        if name is not None and test.func.id == "isinstance":
            return _isinstance(on, name, on.model.value(test.args[0]), on.model.value(test.args[1]), outcome)
        if name is not None and test.func.id == "hasattr":
            return _hasattr(name, on.model.value(test.args[0]), on.model.value(test.args[1]), outcome)
    return {}


def _isinstance(on: Expressions, name: str, value: Value, cls: Value, outcome: bool) -> dict[str, Value]:
    classes = cls.elements if isinstance(cls, Items) else (cls,)
    known = responses.is_model(value) or isinstance(value, Many)
    if any(option in library.DICTS for option in classes):
        # What stands there is for a dict, if it ever runs.
        return {name: DENIED} if known and outcome else {}
    if outcome and responses.is_model(value) and all(option in library.PLAIN for option in classes):
        return {name: DENIED}
    instances = [on.instance_of(option) for option in classes]
    if not any(on.about_sdk(instance) for instance in instances):
        return {}
    if not outcome:
        return {name: DENIED} if known else {}
    on.follow(name.partition(".")[0], on.scope)
    if all(isinstance(instance, Raised) for instance in instances):
        return {name: Raised(tuple(path for one in instances if isinstance(one, Raised) for path in one.classes))}
    return {name: instances[0]} if len(instances) == 1 else {name: DENIED} if isinstance(value, Raised) else {}


def _hasattr(name: str, value: Value, attribute: Value, outcome: bool) -> dict[str, Value]:
    if isinstance(value, Raised) and outcome:
        return {name: DENIED}
    if not responses.is_model(value) or not isinstance(attribute, Const):
        return {}
    has = responses.has_field(value, str(attribute.value)) or attribute.value in MODEL_METHODS
    return {} if has is outcome else {name: DENIED}
