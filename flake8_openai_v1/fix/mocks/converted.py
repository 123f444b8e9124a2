"""Responses that a program makes of a dict: ``openai.util.convert_to_openai_object({"choices": [...]})``."""

from __future__ import annotations

import ast

from ...sdk.names import CONVERTERS, TYPES_BY_FIELDS
from ..names.scopes import module_name
from ..plan import Plan
from .fakes import construct


def make_converted(plan: Plan, node: ast.Call, path: str) -> bool:
    """``convert_to_openai_object({...})`` → an object of a type that has its fields; False where it does not show."""
    given = node.args[0] if path in CONVERTERS and len(node.args) == 1 and not node.keywords else None
    kind = _kind(given) if isinstance(given, ast.Dict) else None
    if given is None or kind is None or not isinstance(node.func, ast.Attribute) or not _is_handed_out(plan, node):
        return False
    if plan.placed(node):
        start, end = plan.text.span(node)
        first, last = plan.text.span(given)
        plan.made.update(id(part) for part in ast.walk(given))
        plan.edits.replace(start, first, "")
        construct(plan, given, f"{module_name(plan, node)}.{kind}.construct")
        plan.edits.replace(last, end, "")
    return True


def _kind(given: ast.Dict) -> str | None:
    """The type of a response, by a field of its first part."""
    for name, value in _entries(given).items():
        rows = value.elts if isinstance(value, ast.List) else []
        fields = _entries(rows[0]) if rows and isinstance(rows[0], ast.Dict) else {}
        kinds = {kind for field in fields if (kind := TYPES_BY_FIELDS.get((name, field))) is not None}
        if len(kinds) == 1:
            return kinds.pop()
    return None


def _entries(given: ast.Dict) -> dict[str, ast.expr]:
    pairs = zip(given.keys, given.values, strict=True)
    return {key.value: value for key, value in pairs if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def _is_handed_out(plan: Plan, node: ast.Call) -> bool:
    """True if an object is only given to the program in the place of a response, and nobody here reads it as a dict."""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.keyword):
        return parent.arg in ("return_value", "side_effect")
    if isinstance(parent, ast.Assign):
        return all(isinstance(one, ast.Attribute) and one.attr == "return_value" for one in parent.targets)
    if isinstance(parent, (ast.Yield, ast.Return, ast.Lambda)):
        function = plan.text.function_of(node)
        name = getattr(function, "name", "")
        calls = [plan.text.parents.get(id(one)) for one in plan.text.loads.get(name, ())]
        return not any(isinstance(plan.text.parents.get(id(one)), ast.Subscript) for one in calls if one is not None)
    return False
