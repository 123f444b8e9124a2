"""What tests make a patched method return: dicts that stand for responses become objects."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from keyword import iskeyword

from ...sdk.names import PART_TYPES, TYPES
from ...sdk.shapes import FIELDS
from ...semantics.places import PATCH, PATCH_ATTRIBUTE
from ...syntax.written import FUNCTIONS, last_name, value_given
from ..causes import Code
from ..names.paths import certain_path
from ..names.scopes import module_name
from ..plan import Plan, about
from . import asked, parts

MOCKS = frozenset({"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "PropertyMock", "create_autospec"})
"""What a patch may put there that is given no ``self``."""
OF_ONE = ("create", "retrieve", "cancel", "transcribe", "create_edit", "create_variation")
"""Methods that return one object, of the type that stands for their class."""
LOADS = frozenset({"json.load", "json.loads"})
TOKENS = frozenset({"total_tokens", "prompt_tokens", "completion_tokens"})
"""Keys of the usage in a response."""
OF_RESPONSES = frozenset(name for fields in FIELDS.values() for name in fields)
"""Keys of responses, and of what is in them."""
OF_DATA = frozenset({"embedding", "url", "b64_json"})
"""Keys of what is under ``data`` in one."""


@about(Code.MOCK)
def rewrite_returned(plan: Plan, call: ast.Call, path: str, at: int, part: str = "") -> None:
    """Make objects of the dicts that a patch gives; ``at``: where in its call stands what it puts there.

    ``part`` is the method, where what is put there is a class.
    """
    kind = _kind(plan, path)
    for node in plan.text.nodes:
        if isinstance(node, ast.Attribute) and node.attr in ("__getitem__", "get"):
            base = ast.unparse(node.value)
            if "return_value" in base or (node.attr == "__getitem__" and base not in ("self", "super()")):
                plan.problem(node, "a test makes an object that is read as a dict")
                return
    for given in _returned(plan, call, at, part):
        _make(plan, given, kind)
    new = call.args[at] if len(call.args) > at else None
    names = [(ast.unparse(new), plan.text.tree)] if new is not None and is_mock(plan, new) else []
    for key, scope in (*names, *names_of(plan, call, at)):
        asked.rename_of(plan, f"{key}.{part}" if part else key, scope)


@about(Code.MOCK)
def make_objects(plan: Plan, function: ast.expr, path: str) -> None:
    """Make objects of the dicts that a function or a mock gives which stands for a method."""
    kind = _kind(plan, path)
    for given in _of_new(plan, function):
        _make(plan, given, kind)


def make_configured(plan: Plan, key: str, scope: ast.AST, path: str) -> None:
    """The same of those that a mock is told to return which is written ``key`` and stands for a method."""
    kind = _kind(plan, path)
    for given in _configured(plan, key, scope):
        _make(plan, given, kind)


def make_objects_of(plan: Plan, function: ast.FunctionDef | ast.AsyncFunctionDef, path: str) -> None:
    """The same of those that a method of a class gives which stands for one of the SDK."""
    kind = _kind(plan, path)
    for given in _returns(plan, function):
        _make(plan, given, kind)


def _kind(plan: Plan, path: str) -> str | None:
    """The type of what a method returns; None where it is not one object."""
    resource, _, method = path.rpartition(".")
    plan.patched.add(resource)
    return TYPES.get(resource) if method.removeprefix("a") in OF_ONE or method in OF_ONE else None


@about(Code.MOCK)
def look_for_dicts(plan: Plan) -> None:
    """Dicts like responses that no patch was seen to return, where there are patches."""
    if not plan.patched:
        return
    for node in plan.text.nodes:
        if not isinstance(node, ast.Dict) or not (_is_like_response(plan, node) or _part(plan, node)):
            continue
        if any(isinstance(around, ast.Call) and _is_construct(around) for around in plan.text.around(node)):
            continue  # it is one, by an earlier run
        if parts.is_namespace(plan.text.parents.get(id(node)), node):
            continue
        if _part(plan, node) and id(node) not in plan.made:
            _make_part(plan, node)
        if id(node) not in plan.made and not any(id(around) in plan.made for around in plan.text.around(node)):
            plan.problem(node, "a test makes a dict here that may stand for a response, which is an object today")


OBJECTS = frozenset({"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "SimpleNamespace"})
"""Classes of which tests make responses."""


def _part(plan: Plan, node: ast.Dict) -> str:
    """The field of a response that a dict is put into, in a mock; empty where it is none."""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.Assign):
        names = [target.attr for target in parent.targets if isinstance(target, ast.Attribute)]
        return next((name for name in names if name in PART_TYPES), "")
    call = plan.text.parents.get(id(parent))
    if not isinstance(parent, ast.keyword) or not isinstance(call, ast.Call):
        return ""
    name = last_name(call.func)
    return parent.arg if parent.arg in PART_TYPES and name in OBJECTS else ""


def _make_part(plan: Plan, node: ast.Dict) -> None:
    """Make an object of a dict that is put where a response has one."""
    plan.made.update(id(one) for one in ast.walk(node))
    construct(plan, node, f"{module_name(plan, node)}.{PART_TYPES[_part(plan, node)]}.construct")


def construct(plan: Plan, node: ast.expr, function: str) -> None:
    """Give a function what is in a dict: each key of a display as a keyword, where all of them can be."""
    if isinstance(node, ast.Call) and parts.is_dict(node):  # dict(content="…")
        plan.edits.replace(*plan.text.span(node.func), function)
        return
    pairs = list(zip(node.keys, node.values, strict=True)) if isinstance(node, ast.Dict) else []
    gaps = [(plan.text.span(key)[0], plan.text.whole(value)[0]) for key, value in pairs if key is not None]
    names = [key.value for key, _ in pairs if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    are_words = len(set(names)) == len(pairs) and all(one.isidentifier() and not iskeyword(one) for one in names)
    if not pairs or not are_words or any("#" in plan.text.text[slice(*gap)] for gap in gaps):
        plan.wrap(node, f"{function}(**", ")")
        return
    start, end = plan.text.span(node)
    plan.edits.replace(start, start + 1, f"{function}(")
    for name, gap in zip(names, gaps, strict=True):
        plan.edits.replace(*gap, f"{name}=")
    plan.edits.replace(end - 1, end, ")")


def _is_like_response(plan: Plan, node: ast.Dict) -> bool:
    """Has a dict keys that those have which stand for responses?"""
    entries = {
        key.value: value for key, value in zip(node.keys, node.values, strict=True) if isinstance(key, ast.Constant)
    }
    if "choices" in entries or ("text" in entries and "openai.Audio" in plan.patched):
        return True
    usage, data, results = entries.get("usage"), entries.get("data"), entries.get("results")
    return (
        (isinstance(usage, ast.Dict) and bool(_keys(usage) & TOKENS))
        or any(_keys(row) & OF_DATA for row in getattr(data, "elts", ()))
        or any("flagged" in _keys(row) for row in getattr(results, "elts", ()))
    )


def _is_construct(call: ast.Call) -> bool:
    """True for ``openai.types.Completion.construct(…)``."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "construct"


def _keys(node: ast.AST) -> set[object]:
    words = {word.arg for word in node.keywords} if isinstance(node, ast.Call) else set()
    return words | {key.value for key in getattr(node, "keys", ()) if isinstance(key, ast.Constant)}


# What is returned


def _returned(plan: Plan, call: ast.Call, at: int, part: str) -> Iterator[ast.expr]:
    """The expressions that a patched method gives its callers."""
    new = value_given(call, "new", at)
    yield from _of_mock(plan, call)
    if new is not None and part:
        yield from _configured(plan, f"{ast.unparse(new)}.{part}", plan.text.function_of(new) or plan.text.tree)
    elif new is not None:
        yield from _of_new(plan, new)
    for key, scope in names_of(plan, call, at):
        yield from _configured(plan, f"{key}.{part}" if part else key, scope)


def _of_mock(plan: Plan, call: ast.Call) -> Iterator[ast.expr]:
    """What a mock returns, by the arguments of the call that makes it."""
    value, effect = value_given(call, "return_value"), value_given(call, "side_effect")
    if value is not None:
        yield value
    if effect is not None:
        yield from _of_effect(plan, effect)


def _configured(plan: Plan, key: str, scope: ast.AST) -> Iterator[ast.expr]:
    """What a mock is told to return by assignments: ``create.return_value = …``."""
    for node in ast.walk(scope):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Attribute) and isinstance(node.value, ast.Call) and is_mock(plan, node.value):  # type: ignore[attr-defined]
                if f"{ast.unparse(target.value)}.{target.attr}" == key:
                    yield from _of_mock(plan, node.value)  # type: ignore[attr-defined]
            if isinstance(target, ast.Attribute) and ast.unparse(target.value) == key:
                if target.attr == "return_value":
                    yield node.value  # type: ignore[attr-defined]
                elif target.attr == "side_effect":
                    yield from _of_effect(plan, node.value)  # type: ignore[attr-defined]


def _of_effect(plan: Plan, node: ast.expr) -> Iterator[ast.expr]:
    """What a mock returns one after another, or what a function gives that it calls."""
    if isinstance(node, (ast.List, ast.Tuple)):
        yield from node.elts
    else:
        yield from _of_new(plan, node)


def _of_new(plan: Plan, node: ast.expr) -> Iterator[ast.expr]:
    """What a function or a mock returns that a patch puts there."""
    if isinstance(node, ast.Lambda):
        yield node.body
    elif isinstance(node, ast.Call) and is_mock(plan, node):
        yield from _of_mock(plan, node)
    elif isinstance(node, ast.Name):
        for function in plan.text.index.functions(node.id):
            yield from _returns(plan, function)
            look_for_calls(plan, node.id)
        for value in plan.text.index.assigned(node.id):
            if isinstance(value, ast.Call) and is_mock(plan, value):
                yield from _of_mock(plan, value)
                yield from _configured(plan, node.id, plan.text.function_of(node) or plan.text.tree)


@about(Code.MOCK)
def look_for_calls(plan: Plan, name: str) -> None:
    """A function that stands for a method, and is called by the test itself, too."""
    for other in plan.text.loads.get(name, ()):
        parent = plan.text.parents.get(id(other))
        if isinstance(parent, ast.Call) and parent.func is other:
            plan.problem(parent, "what stands for a method of the SDK is called here, too")


def _returns(plan: Plan, function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Return) and node.value is not None and plan.text.function_of(node) is function
    ]


def is_mock(plan: Plan, node: ast.AST) -> bool:
    """Is an expression a mock?"""
    if isinstance(node, ast.Call):
        return last_name(node.func) in MOCKS
    if isinstance(node, ast.Name):
        return any(
            isinstance(value, ast.Call) and is_mock(plan, value) for value in plan.text.index.assigned(node.id)[:1]
        )
    return False


# By which name a test has the mock


def names_of(plan: Plan, call: ast.Call, at: int) -> Iterator[tuple[str, ast.AST]]:
    """How a test names the mock that a patch makes, and where."""
    parent = plan.text.parents.get(id(call))
    inside = plan.text.function_of(call) or plan.text.tree
    if isinstance(parent, ast.withitem) and parent.optional_vars is not None:
        yield ast.unparse(parent.optional_vars), inside
    elif isinstance(parent, FUNCTIONS) and call in parent.decorator_list:
        name = _parameter(plan, parent, call)
        if name:
            yield name, parent
    elif isinstance(parent, ast.Assign):
        for target in parent.targets:
            key = ast.unparse(target)
            scope = inside if isinstance(target, ast.Name) else plan.text.tree
            yield key, scope
            for node in ast.walk(scope):
                if isinstance(node, ast.Assign) and ast.unparse(node.value) == f"{key}.start()":
                    for one in node.targets:
                        yield ast.unparse(one), scope if isinstance(one, ast.Name) else plan.text.tree


def _parameter(plan: Plan, function: ast.FunctionDef | ast.AsyncFunctionDef, call: ast.Call) -> str:
    """The parameter that a decorator gives its mock to: the last one comes first."""
    giving = [one for one in reversed(function.decorator_list) if isinstance(one, ast.Call) and _gives(plan, one)]
    names = [arg.arg for arg in function.args.args]
    if isinstance(plan.text.parents.get(id(function)), ast.ClassDef):
        names = names[1:]
    return names[giving.index(call)] if call in giving and giving.index(call) < len(names) else ""


def _gives(plan: Plan, decorator: ast.Call) -> bool:
    """Does a patch give a test what it puts there?"""
    name = certain_path(plan.value(decorator.func)) or ""
    at = 2 if name in PATCH_ATTRIBUTE else 1
    return name in PATCH | PATCH_ATTRIBUTE and len(decorator.args) <= at and value_given(decorator, "new") is None


# From dicts to objects


def _make(plan: Plan, node: ast.expr, kind: str | None) -> None:
    """Make an object of what is returned, if it is a dict."""
    made = _dicts(plan, node)
    if made is None:
        if isinstance(node, ast.Name) and _is_from_elsewhere(plan, node.id):
            plan.problem(node, "what a test makes the SDK return comes from elsewhere, and may be a dict")
        _make_parts(plan, node)
        return
    if kind is None or not _is_given_only(plan, node):
        plan.problem(node, "a test makes a dict here that may stand for a response, which is an object today")
        return
    plan.made.update(id(one) for one in made)
    if id(node) not in plan.returned:
        plan.returned.add(id(node))
        package = kind.rpartition(".")[0]
        if package not in ("types", "types.chat"):
            plan.imports.add(f"openai.{package}")
        construct(plan, node, f"{module_name(plan, node)}.{kind}.construct")


def _make_parts(plan: Plan, node: ast.expr) -> None:
    """Make objects of the dicts in an object that is returned, where a response has objects."""
    for one, field in parts.dicts_in(plan, node):
        if id(one) in plan.made:
            continue
        if field in PART_TYPES:
            plan.made.update(id(inner) for inner in ast.walk(one))
            construct(plan, one, f"{module_name(plan, one)}.{PART_TYPES[field]}.construct")
        elif _keys(one) & OF_RESPONSES:
            plan.problem(one, "a test makes a dict here that may stand for a response, which is an object today")


def _dicts(plan: Plan, node: ast.expr) -> list[ast.expr] | None:
    """The dict displays that are what is returned; None where it is no dict, as far as is seen."""
    if isinstance(node, ast.Dict):
        return [node]
    if isinstance(node, ast.Call) and ast.unparse(node.func) in LOADS:
        return []
    if isinstance(node, ast.Name):
        values = plan.text.index.assigned(node.id)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        values = [value for one in plan.text.index.functions(node.func.id) for value in _returns(plan, one)]
    else:
        return None
    found = [_dicts(plan, value) for value in values if not isinstance(value, ast.Name)]
    known = [one for one in found if one is not None]
    return [part for one in known for part in one] if known and len(known) == len(values) else None


def _is_from_elsewhere(plan: Plan, name: str) -> bool:
    """Is a name a parameter, or imported from a file of the program?"""
    return any(
        isinstance(node, ast.arg) or isinstance(plan.text.parents.get(id(node)), ast.ImportFrom)
        for node in plan.text.index.bindings.get(name, ())
    )


def _is_given_only(plan: Plan, node: ast.expr) -> bool:
    """Is a dict with a name only returned, and read key by key?"""
    if not isinstance(node, ast.Name):
        return True
    return all(
        other is node
        or id(other) in plan.returned
        or isinstance(plan.text.parents.get(id(other)), ast.Subscript)
        or _is_returned(plan, other)
        or _is_of_fixture(plan, other)
        for other in plan.text.loads.get(node.id, ())
        if isinstance(other, ast.Name)
    )


def _is_of_fixture(plan: Plan, node: ast.AST) -> bool:
    """True for one of several things that a fixture returns, which are taken apart wherever it is asked for."""
    parent = plan.text.parents.get(id(node))
    function = plan.text.function_of(node)
    if not isinstance(parent, ast.Tuple) or not isinstance(function, FUNCTIONS) or not function.decorator_list:
        return False
    if not isinstance(plan.text.parents.get(id(parent)), ast.Return):
        return False
    return all(
        isinstance(taken := plan.text.parents.get(id(one)), ast.Assign) and isinstance(taken.targets[0], ast.Tuple)
        for one in plan.text.loads.get(function.name, ())
    )


def _is_returned(plan: Plan, node: ast.AST) -> bool:
    """Is it what another mock returns?"""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.keyword):
        return parent.arg == "return_value"
    return isinstance(parent, ast.Assign) and all(
        isinstance(target, ast.Attribute) and target.attr == "return_value" for target in parent.targets
    )
