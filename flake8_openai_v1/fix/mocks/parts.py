"""The dicts within an object that a test makes a patched method return: there a response had objects of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..plan import Plan

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def dicts_in(
    plan: Plan, node: ast.expr, field: str = "", seen: set[int] | None = None
) -> Iterator[tuple[ast.expr, str]]:
    """Yield the dicts that an object of a test is made of, each with the field that it is put into."""
    seen = set() if seen is None else seen
    if id(node) in seen:
        return
    seen.add(id(node))
    if is_dict(node):
        yield node, field
    elif isinstance(node, (ast.List, ast.Tuple)):
        for one in node.elts:
            yield from dicts_in(plan, one, "", seen)
    elif isinstance(node, ast.Name):
        for inner, value in _named(plan, node):
            yield from dicts_in(plan, value, inner or field, seen)
    elif isinstance(node, ast.Call):
        for inner, value in _made(plan, node):
            yield from dicts_in(plan, value, inner, seen)


def is_dict(node: ast.expr) -> bool:
    """True if an expression is a dict that a test writes."""
    return isinstance(node, ast.Dict) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dict" and not node.args
    )


def is_namespace(call: ast.AST | None, node: ast.AST) -> bool:
    """True if a dict holds the attributes of a class: ``type("Reply", (), {…})``."""
    is_type = isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "type"
    return is_type and isinstance(call, ast.Call) and len(call.args) == 3 and call.args[2] is node


def _named(plan: Plan, node: ast.Name) -> Iterator[tuple[str, ast.expr]]:
    """Yield what a name is bound to, and what its fields are set to."""
    for other in plan.text.each(ast.Assign):
        for target in other.targets:
            if isinstance(target, ast.Name) and target.id == node.id:
                yield "", other.value
            elif isinstance(target, ast.Attribute) and _root(target) == node.id:
                yield target.attr, other.value
    for call in plan.text.each(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "configure_mock" and _root(call.func) == node.id:
            yield from ((str(one.arg), one.value) for one in call.keywords)
        elif isinstance(call.func, ast.Name) and call.func.id == "setattr" and len(call.args) == 3:
            owner, name, value = call.args
            if isinstance(name, ast.Constant) and _root(owner) == node.id:
                yield str(name.value), value
    for one in _classes(plan, node.id):
        yield from _of_class(one)


def _root(node: ast.expr) -> str:
    """The name that a chain of attributes and subscripts begins with."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _made(plan: Plan, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """Yield what an object has in it that a call makes, or a function returns."""
    names: list[str] = []
    if isinstance(call.func, ast.Name):
        for cls in _classes(plan, call.func.id):
            yield from _of_class(cls)
            names = _parameters(cls)
        for value in _values(plan, call.func.id):
            names = _of_namedtuple(value) or names
        for function in plan.text.each(*FUNCTIONS):
            if function.name == call.func.id:
                yield from (("", one.value) for one in ast.walk(function) if isinstance(one, ast.Return) and one.value)
    made = next((one for one in getattr(call.func, "args", ()) if is_namespace(call.func, one)), None)
    if isinstance(made, ast.Dict):
        for key, value in zip(made.keys, made.values, strict=True):
            yield (str(key.value) if isinstance(key, ast.Constant) else ""), value
    for at, argument in enumerate(call.args):
        yield (names[at] if at < len(names) else ""), argument
    for keyword in call.keywords:
        if keyword.arg is not None:
            yield keyword.arg, keyword.value


def _classes(plan: Plan, name: str) -> list[ast.ClassDef]:
    return [node for node in plan.text.each(ast.ClassDef) if node.name == name]


def _values(plan: Plan, name: str) -> list[ast.expr]:
    return [
        node.value
        for node in plan.text.each(ast.Assign)
        if any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]


def _of_class(cls: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """Yield the fields of a class, and of its objects, with what they are set to."""
    for node in ast.walk(cls):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and _root(target) == "self":
                    yield target.attr, node.value
                elif isinstance(target, ast.Name) and node in cls.body:
                    yield target.id, node.value


def _parameters(cls: ast.ClassDef) -> list[str]:
    """The fields that the arguments of a class are kept in, in order."""
    for node in cls.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            kept = {value.id: field for field, value in _of_class(cls) if isinstance(value, ast.Name)}
            return [kept.get(one.arg, one.arg) for one in node.args.args[1:]]
    return [
        node.target.id for node in cls.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]


def _of_namedtuple(value: ast.expr) -> list[str]:
    """The fields of ``namedtuple("Reply", "choices usage")``."""
    name = getattr(value.func, "attr", getattr(value.func, "id", "")) if isinstance(value, ast.Call) else ""
    if not isinstance(value, ast.Call) or name != "namedtuple" or len(value.args) < 2:
        return []
    fields = value.args[1]
    if isinstance(fields, ast.Constant):
        return str(fields.value).replace(",", " ").split()
    return [str(one.value) for one in getattr(fields, "elts", ()) if isinstance(one, ast.Constant)]
