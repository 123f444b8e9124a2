"""Classes of exceptions of 0.x, where they are named → those of today, of which there may be several."""

from __future__ import annotations

import ast

from ...sdk.exceptions import RARE, SUCCESSORS
from ...syntax.written import last_name
from ..causes import Code
from ..names.imports import separator
from ..names.paths import ERRORS, certain_path, exception_path, is_had_elsewhere, is_own_name
from ..names.scopes import is_from_import, keeps_its_name, module_name
from ..plan import Plan, about


@about(Code.FORM)
def rename_exception(plan: Plan, node: ast.expr) -> None:
    """Make an expression that denotes an exception class of 0.x denote today's."""
    if isinstance(node, ast.Name) and is_own_name(plan.value(node)):
        return
    path = exception_path(plan.value(node))
    successors = SUCCESSORS.get(path or "")
    if path is None or successors is None:
        plan.problem(node, f"{path or 'it'} has no counterpart", Code.NO_COUNTERPART)
        return
    if not plan.placed(node):
        return
    several = len(successors) > 1
    spliced = several and is_element(plan, node)
    if several and not spliced and not takes_tuple(plan, node):
        if _among(plan, node, successors) or _as_keys(plan, node, successors) or _as_tuple(plan, node, successors):
            return
        if RARE not in successors:
            plan.problem(node, f"{path} is several classes now, and one is wanted here", Code.CLAUSE)
            return
        plan.note(node, f"422 is openai.{RARE} today, and has no place here")
        successors, several = successors[:1], False
    if spliced or is_element(plan, node):
        successors = _not_named_before(plan, node, successors)
        several = len(successors) > 1
        if not successors and _is_taken_out(plan, node):
            return
        successors = successors or SUCCESSORS[path][:1]
    if isinstance(node, ast.Name):
        if keeps_its_name(plan, node, path):
            return
        names = [*successors]
    elif isinstance(node, ast.Attribute):
        owner = certain_path(plan.value(node.value))
        module = plan.text.of(node.value)
        if owner == ERRORS and is_had_elsewhere(plan.examined, node.value):
            module = module_name(plan, node)
        elif owner == ERRORS and isinstance(node.value, ast.Attribute) and not is_own_name(plan.value(node.value)):
            module = plan.text.of(node.value.value)
        elif owner == ERRORS and isinstance(node.value, ast.Name) and not is_own_name(plan.value(node.value)):
            if is_from_import(plan, node.value):
                module = module_name(plan, node)
        if not several and "#" not in plan.text.of(node) and "\n" not in plan.text.of(node):
            plan.replace(node, f"{module}.{successors[0]}")
            return
        names = [f"{module}.{name}" for name in successors]
    else:
        classes = " and ".join(f"openai.{name}" for name in successors)
        plan.problem(node, f"this is written in a way for which there is no edit: write {classes} by hand")
        return
    text = ", ".join(names)
    if spliced and several:
        text = separator(plan, node).join(names)
    if several:
        plan.edits.replace(*plan.text.whole(node), text if spliced else f"({text})")
    else:
        plan.replace(node, text)


def _not_named_before(plan: Plan, node: ast.expr, successors: tuple[str, ...]) -> tuple[str, ...]:
    """Those classes that do not take the place of another element before."""
    elements = class_elements(plan, node)
    before = {
        name
        for other in elements[: elements.index(node)]
        for name in SUCCESSORS.get(exception_path(plan.value(other)) or "", ())
    }
    return tuple(name for name in successors if name not in before)


def _is_taken_out(plan: Plan, node: ast.expr) -> bool:
    """Take an element out where two others stay."""
    elements = class_elements(plan, node)
    at = elements.index(node)
    others = [exception_path(plan.value(one)) or "" for one in elements if one is not node]
    start, end = plan.text.whole(elements[at - 1])[1], plan.text.whole(node)[1]
    if sum(len(SUCCESSORS.get(path, " ")) for path in others) < 2 or "#" in plan.text.text[start:end]:
        return False
    plan.edits.replace(start, end, "")
    return True


@about(Code.FORM)
def class_names(plan: Plan, node: ast.expr, successors: tuple[str, ...]) -> list[str] | None:
    """Today's classes as the file would name them in the place of a class."""
    if isinstance(node, ast.Name) and not is_own_name(plan.value(node)):
        return list(successors)
    if not isinstance(node, ast.Attribute):
        return None
    owner = node.value
    own = is_own_name(plan.value(owner))
    if certain_path(plan.value(owner)) == ERRORS and isinstance(owner, ast.Attribute) and not own:
        owner = owner.value
    elif (
        certain_path(plan.value(owner)) == ERRORS
        and isinstance(owner, ast.Name)
        and not own
        and is_from_import(plan, owner)
    ):
        return [f"{module_name(plan, node)}.{name}" for name in successors]
    return [f"{plan.text.of(owner)}.{name}" for name in successors]


def _among(plan: Plan, node: ast.expr, successors: tuple[str, ...]) -> bool:
    """``type(e) is InvalidRequestError`` → ``type(e) in (BadRequestError, NotFoundError)``."""
    compare = plan.text.parents.get(id(node))
    named = class_names(plan, node, successors)
    if not isinstance(compare, ast.Compare) or compare.comparators != [node] or named is None:
        return False
    operator = {ast.Is: "in", ast.Eq: "in", ast.IsNot: "not in", ast.NotEq: "not in"}.get(type(compare.ops[0]))
    between = plan.text.whole(compare.left)[1], plan.text.whole(node)[0]
    if operator is None or "#" in plan.text.text[slice(*between)]:
        return False
    plan.edits.replace(between[0], plan.text.whole(node)[1], f" {operator} ({', '.join(named)})")
    return True


def _as_keys(plan: Plan, node: ast.expr, successors: tuple[str, ...]) -> bool:
    """A class as a key of a dict display: its entry once for each of today's."""
    display = plan.text.parents.get(id(node))
    named = class_names(plan, node, successors)
    if not isinstance(display, ast.Dict) or node not in display.keys or named is None:
        return False
    value = display.values[display.keys.index(node)]
    if not isinstance(value, (ast.Constant, ast.Name, ast.Attribute)):
        return False
    start = plan.text.whole(node)[0]
    ahead = plan.text.text[plan.text.line_start(start) : start]
    gap = " " if ahead.strip() else f"{plan.text.newline}{ahead}"
    more = "".join(f"{name}: {plan.text.of(value)},{gap}" for name in named[:-1])
    plan.replace(node, f"{more}{named[-1]}")
    return True


def _as_tuple(plan: Plan, node: ast.expr, successors: tuple[str, ...]) -> bool:
    """A class under a name, or in a row of a table, that is used where a tuple of classes does as well."""
    named = class_names(plan, node, successors)
    if named is None or not _stands_for_several(plan, node):
        return False
    plan.edits.replace(*plan.text.whole(node), f"({', '.join(named)})")
    return True


def _stands_for_several(plan: Plan, node: ast.expr) -> bool:
    """Does whatever reads a class from where it is kept take a tuple of classes, too?"""
    statement = plan.text.statement_of(node)
    target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
    if not isinstance(target, ast.Name) or not isinstance(statement, ast.Assign):
        return False
    stores = [one for one in plan.text.index.stores.get(target.id, ()) if isinstance(one.ctx, ast.Store)]
    loads = plan.text.loads.get(target.id, [])
    if len(stores) != 1 or target.id in plan.settings.exported or any(isinstance(one, ast.Attribute) for one in loads):
        return False
    if statement.value is node:
        return all(takes_tuple(plan, one) for one in loads)
    row = plan.text.parents.get(id(node))
    if not isinstance(row, ast.Tuple) or plan.text.parents.get(id(row)) is not statement.value:
        return False
    at = row.elts.index(node)
    return isinstance(statement.value, (ast.Tuple, ast.List)) and all(_is_walked(plan, one, at) for one in loads)


def _is_walked(plan: Plan, table: ast.expr, at: int) -> bool:
    """Is a table gone through row by row, and what stands at one place of each used where a tuple may stand?"""
    loop = plan.text.parents.get(id(table))
    if not isinstance(loop, (ast.For, ast.comprehension)) or loop.iter is not table:
        return False
    if not isinstance(loop.target, ast.Tuple) or at >= len(loop.target.elts):
        return False
    name = loop.target.elts[at]
    scope: ast.AST | None = loop if isinstance(loop, ast.For) else plan.text.parents.get(id(loop))
    return isinstance(name, ast.Name) and all(
        takes_tuple(plan, one)
        for one in ast.walk(scope or loop)
        if _is_load(one, name.id) and isinstance(one, ast.expr)
    )


def _is_load(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)


def is_element(plan: Plan, node: ast.expr) -> bool:
    """Is a node an element of a tuple or list of classes, where it may become several?"""
    return bool(class_elements(plan, node))


def class_elements(plan: Plan, node: ast.expr) -> list[ast.expr]:
    """The classes among which one stands, itself among them; empty where it stands alone."""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, (ast.Tuple, ast.List, ast.Set)):
        return parent.elts if all(_may_be_class(plan, one) for one in parent.elts) else []
    suppresses = isinstance(parent, ast.Call) and certain_path(plan.value(parent.func)) == "contextlib.suppress"
    return parent.args if suppresses and isinstance(parent, ast.Call) else []


def _may_be_class(plan: Plan, node: ast.expr) -> bool:
    """Does an expression look like an exception class, or several?"""
    if isinstance(node, (ast.Tuple, ast.List)):
        return all(_may_be_class(plan, one) for one in node.elts)
    name = last_name(node)
    known = exception_path(plan.value(node)) in SUCCESSORS
    return known or isinstance(node, ast.Starred) or (name[:1].isupper() and not name.isupper())


TAKES_TUPLE = frozenset(
    {"isinstance", "issubclass", "retry_if_exception_type", "retry_if_not_exception_type", "on_exception", "raises"}
    | {"assertRaises", "assertRaisesRegex"}
)
"""Functions that take a class or a tuple of classes."""


def takes_tuple(plan: Plan, node: ast.expr) -> bool:
    """May a tuple of classes stand where one class stands?"""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.ExceptHandler):
        return True
    if isinstance(parent, ast.Call) and node in parent.args:
        name = last_name(parent.func)
        return name in TAKES_TUPLE
    return False


@about(Code.FORM)
def rename_errors(plan: Plan, node: ast.AST) -> None:
    """The module ``openai.error`` itself, which is ``openai`` now."""
    path = certain_path(plan.value(node))
    if path != ERRORS:
        plan.problem(node, f"{path} has no counterpart", Code.NO_COUNTERPART)
    elif isinstance(node, ast.Attribute) and certain_path(plan.value(node.value)) == "openai":
        plan.replace(node, plan.text.of(node.value))
    elif isinstance(node, ast.Name) and is_from_import(plan, node):
        plan.replace(node, module_name(plan, node))
