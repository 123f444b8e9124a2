"""Names of 0.x in expressions and imports → those of today."""

from __future__ import annotations

import ast
import re
import sys

from ...lint.linter import Examined
from ...rules.facts import COROUTINE, EXCEPTION, METHOD, RESOURCE, find, replacement
from ...sdk.clients import RESOURCE_CLASSES
from ...sdk.exceptions import RARE, STILL_THERE, SUCCESSORS, UNRAISED
from ...sdk.names import CLASSES, METHODS_NOW, TYPES, Name
from ...semantics.responses import is_model
from ...semantics.uses import IMPORT, STORE, Use
from ...semantics.values import Place, Value, alternatives
from ..causes import Code
from ..plan import Plan, about
from ..text.text import block_of, semicolon_at_end

ERRORS = "openai.error"
EMPTIED = frozenset({"openai.util", *(path.rpartition(".")[0] for path in CLASSES)})
"""Modules whose imports go: all that is used of them is written otherwise, or is left, and then they are."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
NOT_OURS = sys.stdlib_module_names | {"openai"}
"""Modules that are no files of the program."""


def certain_path(value: Value) -> str | None:
    """The one place that a value is."""
    paths = {option.path if isinstance(option, Place) else None for option in alternatives(value)}
    return paths.pop() if len(paths) == 1 else None


def exception_path(value: Value) -> str | None:
    """The one exception class of 0.x that a value is."""
    path = certain_path(value) or ""
    return STILL_THERE.get(path, path) or None


def is_had_elsewhere(examined: Examined, node: ast.AST) -> bool:
    """True if an expression is something of the SDK that another module has: ``llm.error``."""
    if not isinstance(node, ast.Attribute):
        return False
    path, owner = certain_path(examined.flow.model.value(node)), examined.flow.model.value(node.value)
    is_module = isinstance(owner, Place) and owner.path.partition(".")[0] not in NOT_OURS
    return is_module and path is not None and path.startswith("openai.")


def is_own_name(value: Value) -> bool:
    """Is a value reached through a variable of the program?"""
    return any(isinstance(option, Place) and option.rebound for option in alternatives(value))


def below_client(path: str, plan: Plan) -> str | None:
    """Where something of 0.x is found below a client: ``chat.completions``; None where it has no exact counterpart."""
    found = find(path)
    if found is None or found.path != path or not isinstance(found.row, Name):
        return None
    use = replacement(found.row, plan.examined.file.target)
    return use.removeprefix("client.") if use and use.startswith("client.") else None


@about(Code.FORM)
def module_name(plan: Plan, node: ast.AST) -> str:
    """An expression that denotes the module ``openai`` where a node stands; an import is added if there is none."""
    if plan.carrier is not None and plan.carrier.alone:
        plan.imports.add("openai")
        return unshadowed(plan, node, "openai", None)
    functions = [around for around in plan.text.around(node) if isinstance(around, FUNCTIONS)]
    for scope in (*functions, None):
        from_import = False
        for statement in ast.walk(scope or plan.text.tree):
            if not isinstance(statement, (ast.Import, ast.ImportFrom)) or plan.text.function_of(statement) is not scope:
                continue
            for alias in statement.names:
                if isinstance(statement, ast.ImportFrom):
                    from_import = from_import or _brings_module(plan, statement, alias)
                elif alias.name == "openai" or (alias.name.startswith("openai.") and alias.asname is None):
                    return unshadowed(plan, node, alias.asname or "openai", scope)
        if from_import:
            return unshadowed(plan, node, "openai", scope)
    plan.imports.add("openai")
    return unshadowed(plan, node, "openai", None)


@about(Code.FORM)
def imported(plan: Plan, node: ast.AST, name: str) -> str:
    """The name of a module of the standard library where a node stands; an import is added if there is none."""
    plan.imports.add(name)
    return unshadowed(plan, node, name, None)


def _is_taken(plan: Plan, name: str) -> bool:
    """Does the module bind a name to a function, a class or a value of its own?"""
    for node in plan.text.tree.body:
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and node.name == name:
            return True
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == name for one in node.targets):
            return True
    return False


@about(Code.FORM)
def unshadowed(plan: Plan, node: ast.AST, name: str, home: ast.AST | None) -> str:
    """A name of the module; a problem where a function between its home and a node means something else by it."""
    if home is None and _is_taken(plan, name):
        plan.problem(node, f"the name {name} is something else here")
    for around in plan.text.around(node):
        if around is home:
            break
        if isinstance(around, (*FUNCTIONS, ast.Lambda)) and name in plan.text.index.bound_in(around):
            plan.problem(node, f"the name {name} is something else here")
    return name


def _brings_module(plan: Plan, statement: ast.ImportFrom, alias: ast.alias) -> bool:
    """Does ``import openai`` take the place of a name that is imported from it?"""
    if (statement.module or "").partition(".")[0] != "openai" or alias.name == "*":
        return False
    path = _path_of(plan, statement, alias)
    found = find(path)
    return found is not None and (path == ERRORS or found.kind in (RESOURCE, METHOD, COROUTINE))


# Expressions


BY_HAND = "this is written in a way for which there is no edit: below a client it is {} today"
"""Why a name is left; it takes the path of today."""


@about(Code.FORM)
def rename(plan: Plan, node: ast.expr, root: str = "", asynchronous: bool = False) -> bool:
    """Make an expression that denotes something of 0.x denote what took its place.

    ``root`` is put between the module and what is below a client: ``AsyncOpenAI()``. False, and a problem, where
    that cannot be done.
    """
    path = certain_path(plan.value(node))
    if path is None:
        plan.problem(node, "this name may be one of several things, each of which has another name today", Code.DYNAMIC)
        return False
    new = below_client(path, plan)
    if new is None:
        found = find(path)
        note = found.row.note if found is not None else ""
        call = plan.text.parents.get(id(node))
        is_called = isinstance(call, ast.Call) and call.func is node
        text = f"{path} has no counterpart{': ' + note if note else ''}"
        plan.problem(node, text, Code.NO_COUNTERPART, is_loud=not is_called)
        return False
    if id(node) in plan.raw:
        resource, _, method = new.rpartition(".")
        new = f"{resource}.with_raw_response.{method}"
    if isinstance(node, ast.Attribute):
        return _rename_attribute(plan, node, new, root, asynchronous)
    if isinstance(node, ast.Name):
        if is_own_name(plan.value(node)):
            return True
        if is_tested(plan, node) and plan.carrier is None:
            plan.replace(node, module_name(plan, node))
            return True
        plan.replace(
            node, below(plan, node, module_name(plan, node) if plan.carrier is None else "", root, new, asynchronous)
        )
        return True
    if (
        isinstance(node, ast.Call)
        and certain_path(plan.value(node.func)) == path
        and not node.args
        and not node.keywords
    ):
        # An object of a class whose methods were those of the class.
        if not is_own_name(plan.value(node.func)) and not rename(plan, node.func, root, asynchronous):
            return False
        plan.edits.replace(plan.text.whole(node.func)[1], plan.text.span(node)[1], "")
        return True
    if isinstance(node, ast.Call):
        return _rename_getattr(plan, node, new, root)
    plan.problem(node, BY_HAND.format(new))
    return False


def _rename_attribute(plan: Plan, node: ast.Attribute, new: str, root: str, asynchronous: bool) -> bool:
    base = certain_path(plan.value(node.value))
    if base is None:
        plan.problem(node, "this name may be one of several things, each of which has another name today", Code.DYNAMIC)
        return False
    if base == "openai":
        if plan.carrier is None or not plan.carrier.made:
            stands = root in plan.standing
            plan.edits.replace(*plan.text.name(node), ".".join(filter(None, ("" if stands else root, new))))
            if stands:
                plan.replace(node.value, root)
            elif plan.carrier is not None:
                plan.replace(node.value, client_name(plan, node, asynchronous))
        else:
            plan.edits.replace(*plan.text.name(node), new)
            plan.replace(node.value, root or client_name(plan, node, asynchronous))
        return plan.placed(node)
    owner = below_client(base, plan)
    if base.startswith("openai.api_resources"):
        # from openai import api_resources: its classes are those of the module.
        plan.replace(node, ".".join(filter(None, (module_name(plan, node), root, new))))
        return True
    if owner is None or not f"{new}.".startswith(f"{owner}."):
        plan.problem(node, BY_HAND.format(new))
        return False
    if is_own_name(plan.value(node.value)):
        if root or asynchronous:
            # What is kept under the name has no such client.
            module = module_name(plan, node) if plan.carrier is None else ""
            plan.replace(node, below(plan, node, module, root, new, asynchronous))
            return plan.placed(node)
    elif not rename(plan, node.value, root, asynchronous):
        return False
    if plan.placed(node):
        plan.edits.replace(*plan.text.name(node), new.removeprefix(owner).lstrip("."))
    return True


def _rename_getattr(plan: Plan, node: ast.Call, new: str, root: str) -> bool:
    """``getattr(openai, "ChatCompletion")``."""
    if len(node.args) == 2 and isinstance(node.func, ast.Name) and node.func.id == "getattr":
        base = certain_path(plan.value(node.args[0]))
        if base == "openai":
            plan.replace(node, below(plan, node, plan.text.of(node.args[0]), root, new, False))
            return True
        owner = below_client(base, plan) if base else None
        if owner is not None and not root and new.startswith(f"{owner}."):
            name = new.removeprefix(f"{owner}.")
            if not is_own_name(plan.value(node.args[0])) and not rename(plan, node.args[0]):
                return False
            if "." in name:
                plan.problem(node, BY_HAND.format(new))
                return False
            text = plan.text.of(node.args[1])
            plan.replace(node.args[1], text[0] + name + text[0])
            return True
    plan.problem(node, BY_HAND.format(new))
    return False


def below(plan: Plan, node: ast.AST, module: str, root: str, new: str, asynchronous: bool) -> str:
    """What stands in the place of a node, below the client, which a root is part of, or takes the place of."""
    if plan.carrier is None:
        before = "" if root in plan.standing else module
    elif plan.carrier.made and root:
        before = ""
    else:
        before = client_name(plan, node, asynchronous)
    return ".".join(filter(None, (before, root, new)))


def client_name(plan: Plan, node: ast.AST, asynchronous: bool) -> str:
    """The variable that holds the client on which a call is made; ``node`` names the SDK in it."""
    assert plan.carrier is not None
    if plan.carrier.at is None:
        return plan.carrier.names[asynchronous]
    if id(node) not in plan.carrier.at:
        plan.problem(node, "which client this call is made on does not show", Code.CLIENT)
    return plan.carrier.at.get(id(node), "client")


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
            if _is_from_import(plan, node.value):
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
        text = _between(plan, node).join(names)
    if several:
        plan.edits.replace(*plan.text.whole(node), text if spliced else f"({text})")
    else:
        plan.replace(node, text)


def _between(plan: Plan, node: ast.expr | ast.alias) -> str:
    """What stands between several names in the place of one of a list: each has a line where that one has."""
    start, end = plan.text.whole(node) if isinstance(node, ast.expr) else plan.text.span(node)
    first = plan.text.line_start(start)
    before, behind = plan.text.text[first:start], plan.text.text[end:].partition("\n")[0]
    is_alone = not before.strip() and re.fullmatch(r"\s*,?\s*(?:#.*)?", behind)
    return f",{plan.text.newline}{before}" if is_alone else ", "


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
        and _is_from_import(plan, owner)
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
    stores = [
        other
        for other in plan.text.nodes
        if isinstance(other, ast.Name) and other.id == target.id and isinstance(other.ctx, ast.Store)
    ]
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
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
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
        name = parent.func.attr if isinstance(parent.func, ast.Attribute) else getattr(parent.func, "id", "")
        return name in TAKES_TUPLE
    return False


def _imported_as(plan: Plan, node: ast.Name) -> str | None:
    """The name in the SDK of something that an import binds to this name."""
    for statement in plan.text.nodes:
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").partition(".")[0] == "openai":
            for alias in statement.names:
                if (alias.asname or alias.name) == node.id:
                    return alias.name if alias.asname in (None, alias.name) else f"{alias.name} as {alias.asname}"
    return None


def keeps_its_name(plan: Plan, node: ast.Name, path: str) -> bool:
    """Is a class imported under a name of the program's own, which the import keeps?"""
    several = len(SUCCESSORS.get(path, ())) > 1
    return not several and _imported_as(plan, node) not in (None, path.rpartition(".")[2])


def _is_from_import(plan: Plan, node: ast.Name) -> bool:
    return _imported_as(plan, node) is not None


# Imports


API_KEY = "openai.api_key"
"""What 0.x had read from the environment when it was imported."""
API_ERROR = "openai.APIError"
"""A class that 0.x had under this name, too: for errors of the server alone."""


@about(Code.FORM)
def rewrite_imports(plan: Plan, uses: list[Use]) -> None:
    """Rewrite the imports of names and modules that are gone."""
    statements: dict[int, tuple[ast.Import | ast.ImportFrom, set[int]]] = {}
    for use in uses:
        if use.role != IMPORT or not plan.wants("OAI101", use.node):
            continue
        path = getattr(use.value, "path", "")
        key = path == API_KEY and "api_key" not in plan.settings.stored and plan.settings.calls
        if find(path) is None and not (path == API_ERROR and plan.is_legacy) and not key:
            continue
        statement = plan.text.parents.get(id(use.node))
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            statements.setdefault(id(statement), (statement, set()))[1].add(id(use.node))
    for statement, gone in statements.values():
        if isinstance(statement, ast.Import):
            _rewrite_import(plan, statement, gone)
        else:
            _rewrite_from(plan, statement, gone)


def _rewrite_import(plan: Plan, statement: ast.Import, gone: set[int]) -> None:
    """``import openai.error``, ``import openai.error as errors``."""
    kept: list[str] = []
    for alias in statement.names:
        if id(alias) not in gone:
            kept.append(shown(alias.name, alias.asname))
        elif alias.name != ERRORS and (alias.asname or alias.name not in EMPTIED):
            plan.problem(
                statement, f"{alias.name} has no counterpart", Code.NO_COUNTERPART, is_loud=len(statement.names) == 1
            )
            return
        elif alias.asname:
            kept.append(shown("openai", alias.asname))
        elif not module_is_imported(plan, statement, gone):
            kept.append("openai")
    write_import(plan, statement, [f"import {', '.join(dict.fromkeys(kept))}"] if kept else [])


def _rewrite_from(plan: Plan, statement: ast.ImportFrom, gone: set[int]) -> None:
    """``from openai import ChatCompletion``, ``from openai.error import RateLimitError as Limited``."""
    module = statement.module or ""
    kept: list[str] = []
    made: list[str] = []
    needs_module = False
    for alias in statement.names:
        path = _path_of(plan, statement, alias)
        if alias.name == "*":
            if module == ERRORS:
                used = sorted(
                    {use.node.id for use in plan.examined.uses if isinstance(use.node, ast.Name) and _is_starred(use)}
                )
                kept += [name for one in used for name in SUCCESSORS.get(f"{ERRORS}.{one}", ())]
                continue
            plan.problem(statement, f"what from {module} import * binds is not the same any more")
            return
        found = find(path)
        if id(alias) not in gone:
            kept.append(shown(alias.name, alias.asname))
        elif path == API_KEY:
            plan.imports.add("os")
            made.append(f'{alias.asname or alias.name} = os.environ.get("OPENAI_API_KEY")')
        elif path == API_ERROR or (found is not None and found.kind == EXCEPTION and path in SUCCESSORS):
            names = SUCCESSORS[STILL_THERE.get(path, path)]
            for name in names:
                asname = alias.asname if len(names) == 1 and alias.asname not in (None, name, alias.name) else None
                kept.append(shown(name, asname))
        elif found is not None and (path == ERRORS or found.kind in (RESOURCE, METHOD, COROUTINE)):
            needs_module = True
        elif path in METHODS_NOW or path in UNRAISED or path in EMPTIED:
            continue
        elif path in CLASSES:
            kept.append(shown(CLASSES[path], alias.asname or alias.name))
        else:
            note = found.row.note if found is not None else ""
            text = f"{path} has no counterpart{': ' + note if note else ''}"
            plan.problem(statement, text, is_loud=len(statement.names) == 1)
            return
    present = {alias.asname or alias.name for alias in statement.names}
    gone_names = present - {name.rpartition(" as ")[2] for name in kept}
    if needs_module and not _rename_stand_ins(plan, statement, gone_names):
        why = "the import has a stand-in (except ImportError), and is no name of its own today"
        plan.problem(statement, why, Code.MOCK)
        return
    stays = {name.rpartition(" as ")[2] for name in kept}
    lost = sorted((present - stays) & plan.settings.exported)
    if lost:
        plan.problem(
            statement, f"another file imports {lost[0]} from here, and it is called otherwise today", Code.OTHER_FILE
        )
        return
    for name in kept:
        bound = name.rpartition(" as ")[2]
        if bound not in present and _is_bound_otherwise(plan, bound, statement):
            plan.problem(statement, f"the name {bound} is taken")
            return
    if "#" in plan.text.of(statement) and not needs_module and len(plan.text.of(statement).splitlines()) > 1:
        _rewrite_names(plan, statement, gone)
        return
    lines = []
    needs_module = needs_module and (plan.carrier is None or plan.carrier.made)
    has_module = module_is_imported(plan, statement, set()) or _has_other_name(plan, statement)
    if needs_module and not has_module and not _becomes_module(plan, statement):
        lines.append("import openai")
    if kept:
        unique = list(dict.fromkeys(kept))
        before = [alias.name for alias in statement.names]
        if before == sorted(before):
            unique.sort()
        other = _other_from(plan, statement)
        if other is not None:
            present = {shown(alias.name, alias.asname) for alias in other.names}
            unique = [name for name in unique if name not in present]
        line = f"from openai import {', '.join(unique)}"
        if "(" in plan.text.of(statement) and "\n" in plan.text.of(statement) and len(unique) > 1:
            inner = f",{plan.text.newline}{{0}}".join(unique)
            indent = plan.text.indentation(plan.text.span(statement)[0])
            step, newline = indent + plan.text.indent, plan.text.newline
            line = f"from openai import ({newline}{step}{inner.replace('{0}', step)},{newline}{indent})"
        if unique:
            lines.append(line)
    lines += made
    write_import(plan, statement, lines)


def _rename_stand_ins(plan: Plan, statement: ast.ImportFrom, gone: set[str]) -> bool:
    """``except ImportError: ChatCompletion = None``: the module has that stand-in. False where it cannot have it."""
    attempt = next((one for one in plan.text.around(statement) if isinstance(one, ast.Try)), None)
    handlers = attempt.handlers if attempt is not None else []
    inner = [node for handler in handlers for part in handler.body for node in ast.walk(part)]
    stand_ins = [node for node in inner if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    if not {one.id for one in stand_ins} & gone:
        return True
    bound = [plan.text.parents.get(id(one)) for one in stand_ins if one.id in gone or one.id == "openai"]
    loads = [one for name in gone for one in plan.text.loads.get(name, ()) if isinstance(one, ast.Name)]
    if plan.carrier is not None or not all(
        isinstance(one, ast.Assign) and len(one.targets) == 1 and _is_none(one.value) for one in bound
    ):
        return False
    if not all(is_tested(plan, one) or isinstance(plan.text.parents.get(id(one)), ast.Attribute) for one in loads):
        return False  # where it is handed on, it may be None
    first, *others = [one for one in bound if isinstance(one, ast.Assign)]
    has_own = any(isinstance(one, ast.Assign) and getattr(one.targets[0], "id", "") == "openai" for one in bound)
    for one in (first, *others):
        if getattr(one.targets[0], "id", "") in gone:
            if one is first and not has_own:
                plan.replace(one.targets[0], "openai")
            else:
                write_import(plan, one, [])
    return True


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def is_tested(plan: Plan, node: ast.expr) -> bool:
    """True if it is only asked whether something is there: ``ChatCompletion is None``, ``if ChatCompletion:``."""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.Compare):
        is_alone = parent.left is node and len(parent.ops) == 1 and isinstance(parent.ops[0], (ast.Is, ast.IsNot))
        return is_alone and _is_none(parent.comparators[0])
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    return isinstance(parent, (ast.If, ast.IfExp, ast.While, ast.Assert)) and parent.test is node


def _rewrite_names(plan: Plan, statement: ast.ImportFrom, gone: set[int]) -> None:
    """Rewrite an import name by name, so that comments in it stay."""
    start = plan.text.span(statement)[0]
    found = re.compile(r"from\s+([\w.]+)").match(plan.text.text, start)
    assert found is not None
    plan.edits.replace(*found.span(1), "openai")
    for alias in statement.names:
        names = SUCCESSORS.get(_path_of(plan, statement, alias), ())
        if id(alias) in gone and names:
            asname = alias.asname if len(names) == 1 and alias.asname not in (names[0], alias.name) else None
            plan.replace(alias, _between(plan, alias).join(shown(name, asname) for name in names))


def _is_starred(use: Use) -> bool:
    """Is it an exception under its own name?"""
    path = certain_path(use.value) or ""
    return path.startswith(f"{ERRORS}.") and not is_own_name(use.value)


def _path_of(plan: Plan, statement: ast.ImportFrom, alias: ast.alias) -> str:
    for use in plan.examined.uses:
        if use.node is alias and isinstance(use.value, Place):
            return use.value.path
    return f"{statement.module}.{alias.name}"


def shown(name: str, asname: str | None) -> str:
    """A name as it stands in an import."""
    return f"{name} as {asname}" if asname and asname != name else name


def _other_from(plan: Plan, statement: ast.ImportFrom) -> ast.ImportFrom | None:
    """Another ``from openai import`` of the same block."""
    parent = plan.text.parents.get(id(statement))
    for other in block_of(statement, parent):
        if other is not statement and isinstance(other, ast.ImportFrom) and other.module == "openai":
            return other
    return None


def _becomes_module(plan: Plan, statement: ast.stmt) -> bool:
    """Does ``import openai.error``, which becomes ``import openai``, stand beside a statement?"""
    block = block_of(statement, plan.text.parents.get(id(statement)))
    return any(
        isinstance(other, ast.Import) and any(alias.name == ERRORS and alias.asname is None for alias in other.names)
        for other in block
    )


def module_is_imported(plan: Plan, statement: ast.stmt, gone: set[int]) -> bool:
    """Is ``openai`` imported under its own name in the block of a statement, or at the top of the file?"""
    parent = plan.text.parents.get(id(statement))
    for block in (block_of(statement, parent), plan.text.tree.body):
        for other in block:
            if other is statement or not isinstance(other, ast.Import):
                continue
            for alias in other.names:
                if alias.name == "openai" and alias.asname is None:
                    return True
    if isinstance(statement, ast.Import):
        return any(alias.name == "openai" and not alias.asname and id(alias) not in gone for alias in statement.names)
    return False


def _has_other_name(plan: Plan, statement: ast.stmt) -> bool:
    """True if ``import openai as ai`` stands in the scope of a statement: `module_name` takes that name there."""
    scope = plan.text.function_of(statement)
    return any(
        alias.name == "openai" and alias.asname is not None
        for other in plan.text.each(ast.Import)
        if plan.text.function_of(other) is scope
        for alias in other.names
    )


def _is_bound_otherwise(plan: Plan, name: str, statement: ast.stmt) -> bool:
    """Does the file bind a name to something else?"""
    for node in plan.text.nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and node.name == name:
            return True
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
            return True
        if isinstance(node, ast.arg) and node.arg == name:
            return True
        if isinstance(node, (ast.Import, ast.ImportFrom)) and node is not statement:
            module = getattr(node, "module", None) or ""
            for alias in node.names:
                bound = alias.asname or (
                    alias.name if isinstance(node, ast.ImportFrom) else alias.name.partition(".")[0]
                )
                if bound == name and module.partition(".")[0] != "openai" and alias.name.partition(".")[0] != "openai":
                    return True
    return False


BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
BLANK_BEFORE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\Z")


@about(Code.FORM)
def write_import(plan: Plan, statement: ast.stmt, lines: list[str]) -> None:
    """Put imports in the place of one; a statement that goes takes its line with it where it stands alone."""
    start, end = plan.text.span(statement)
    if "#" in plan.text.text[start:end]:
        plan.problem(statement, "a comment stands within an import that changes")
        return
    line_start, line_end = plan.text.line_start(start), plan.text.line_end(end)
    before, after = plan.text.text[line_start:start], plan.text.text[end:line_end]
    alone = not before.strip() and not after.strip()
    parent = plan.text.parents.get(id(statement))
    if lines:
        indent = plan.text.newline + before if not before.strip() else "; "
        if not alone and len(lines) > 1 and after.strip().startswith(";"):
            indent = "; "
        plan.edits.replace(start, end, indent.join(lines))
    elif len(block_of(statement, parent)) == 1:
        plan.edits.replace(start, end, "pass")
    elif alone:
        newline = re.compile(r"\r\n|\r|\n").match(plan.text.text, line_end)
        behind = newline.end() if newline else line_end
        blank = BLANK_LINE.match(plan.text.text, behind)
        if blank and (not line_start or BLANK_BEFORE.search(plan.text.text, 0, line_start)):
            behind = blank.end()  # the blank line in front of it is enough
        plan.edits.replace(line_start, behind, "")
    elif not before.strip() and after.lstrip().startswith("#"):
        plan.edits.replace(start, line_end - len(after.lstrip()), "")
    else:
        semicolon = re.compile(r"[ \t]*;[ \t]*").match(plan.text.text, end)
        if semicolon:
            plan.edits.replace(start, semicolon.end(), "")
        else:
            ahead = semicolon_at_end(plan.text.text[line_start:start])
            plan.edits.replace(start if ahead is None else line_start + ahead, end, "")


def rename_function(plan: Plan, node: ast.Call, path: str) -> bool:
    """``util.convert_to_dict(response)`` → ``response.to_dict()``; False where it is another function."""
    behind = METHODS_NOW.get(path)
    if behind is None or len(node.args) != 1 or node.keywords or not is_model(plan.value(node.args[0])):
        return False
    inner = plan.text.whole(node.args[0])
    start, end = plan.text.span(node)
    if plan.placed(node):
        plan.edits.replace(start, inner[0], "")
        plan.edits.replace(inner[1], end, behind)
    return True


def is_annotation(plan: Plan, node: ast.AST) -> bool:
    """Does a node stand where a type is named? In a text, which is no part of the tree, it does."""
    if id(node) not in plan.text.parents:
        return True
    inner = node
    for around in plan.text.around(node):
        if isinstance(around, (ast.arg, ast.AnnAssign)) and around.annotation is inner:
            return True
        if isinstance(around, FUNCTIONS) and around.returns is inner:
            return True
        if isinstance(around, ast.stmt):
            return False
        if isinstance(around, ast.Subscript) and around.slice is inner:
            base = certain_path(plan.value(around.value)) or ""
            if base.startswith(("typing.", "builtins.", "collections.")):
                return True
        inner = around
    return False


@about(Code.FORM)
def rename_type(plan: Plan, node: ast.AST, path: str) -> None:
    """A class of 0.x that is named as the type of a response, or ``Type[…]`` as that of what is handed on."""
    parent = plan.text.parents.get(id(node))
    kind = parent.value if isinstance(parent, ast.Subscript) else None
    is_in_text = parent is None and plan.text.text[: plan.text.span(node)[0]].endswith(("Type[", "type["))
    if is_in_text:
        plan.problem(node, f"{path} is not a class any more", Code.NO_COUNTERPART)
    elif kind is not None and "type" in (getattr(kind, "id", "").lower(), getattr(kind, "attr", "").lower()):
        _rename_kind(plan, node, path)
    elif path not in TYPES or not isinstance(node, ast.expr):
        plan.problem(node, f"{path} is not a class any more", Code.NO_COUNTERPART)
    elif isinstance(node, ast.Name) and is_own_name(plan.value(node)):
        return
    else:
        module = plan.text.of(node.value) if isinstance(node, ast.Attribute) else module_name(plan, node)
        package = TYPES[path].rpartition(".")[0]
        if package not in ("types", "types.chat"):
            plan.imports.add(f"openai.{package}")  # which nobody imports who imports openai
        plan.replace(node, f"{module}.{TYPES[path]}")


def _rename_kind(plan: Plan, node: ast.AST, path: str) -> None:
    """``Type[openai.Completion]``: what is handed on is an object today, of the class of a resource."""
    resource = RESOURCE_CLASSES.get(below_client(path, plan) or "")
    if resource is None or (isinstance(node, ast.Name) and is_own_name(plan.value(node))):
        plan.problem(node, f"{path} is not a class any more", Code.NO_COUNTERPART)
        return
    field = next((around for around in plan.text.around(node) if isinstance(around, ast.AnnAssign)), None)
    cls = plan.text.parents.get(id(field))
    if isinstance(cls, ast.ClassDef) and cls.bases:
        plan.doubt(node, "what the annotation of a field says may be looked at when the program runs")
    plan.replace(plan.text.parents[id(node)], f"{module_name(plan, node)}{resource.removeprefix('openai')}")


def evaluates_early(plan: Plan, node: ast.AST) -> bool:
    """Would naming a resource make the module's client for Azure before its settings are complete?"""
    if plan.settings.azure is False or plan.text.function_of(node) is not None:
        return False
    stores = [
        use
        for use in plan.model.of(STORE)
        if (certain_path(use.value) or "").removeprefix("openai.") in ("api_base", "api_type", "api_version", "api_key")
    ]
    kinds = {certain_path(use.value) for use in stores}
    early = all(plan.text.function_of(use.node) is None and plan.line(use.node) < plan.line(node) for use in stores)
    return not (len(kinds) == 4 and early)


LOOKALIKES = frozenset(
    {"ChatCompletion", "Completion", "Embedding", "Moderation", "FineTune", "FineTuningJob", "Audio", "Image"}
)
METHODS_OF_ALL = frozenset({"create", "acreate", "transcribe", "atranscribe", "create_edit", "create_variation"})


def _stands_in(plan: Plan, node: ast.AST) -> bool:
    """``class Fake: ChatCompletion = …``, ``SimpleNamespace(ChatCompletion=…)``: something with a name of the SDK."""
    if isinstance(node, ast.keyword):
        return node.arg in LOOKALIKES
    if isinstance(node, ast.Assign) and isinstance(plan.text.parents.get(id(node)), ast.ClassDef):
        return any(isinstance(target, ast.Name) and target.id in LOOKALIKES for target in node.targets)
    return False


@about(Code.FORM)
def look_for_lookalikes(plan: Plan) -> None:
    """``mock_openai.ChatCompletion.create``: what may stand for the module is used as that of 0.x."""
    stored = {id(use.node) for use in plan.model.of(STORE)}
    patching = _patching(plan)
    for node in plan.text.each(ast.Attribute, ast.keyword, ast.Assign):
        if plan.settings.calls and _stands_in(plan, node):
            plan.problem(node, "this may be what a test puts in the place of the SDK", Code.MOCK)
        if not isinstance(node, ast.Attribute) or node.attr not in METHODS_OF_ALL or plan.is_set_aside(node):
            continue
        if id(node) in stored or id(node) in plan.mocked:
            continue  # what is assigned, or stands for a method, is seen to elsewhere
        owner = node.value
        if not isinstance(owner, ast.Attribute) or owner.attr not in LOOKALIKES:
            continue
        if certain_path(plan.value(node)) is None and ast.unparse(node) not in patching:
            plan.problem(
                node, f"{owner.attr}.{node.attr} may be that of the SDK, or of what a test puts in its place", Code.MOCK
            )


def _patching(plan: Plan) -> set[str]:
    """What patches put in the place of methods of today's SDK, as it is written."""
    return {
        ast.unparse(one)
        for node in plan.text.each(ast.Call)
        if node.args and isinstance(node.args[0], ast.Constant)
        if str(node.args[0].value).startswith("openai.resources.")
        for one in (*node.args[1:], *(keyword.value for keyword in node.keywords))
    }


@about(Code.FORM)
def rename_errors(plan: Plan, node: ast.AST) -> None:
    """The module ``openai.error`` itself, which is ``openai`` now."""
    path = certain_path(plan.value(node))
    if path != ERRORS:
        plan.problem(node, f"{path} has no counterpart", Code.NO_COUNTERPART)
    elif isinstance(node, ast.Attribute) and certain_path(plan.value(node.value)) == "openai":
        plan.replace(node, plan.text.of(node.value))
    elif isinstance(node, ast.Name) and _is_from_import(plan, node):
        plan.replace(node, module_name(plan, node))


@about(Code.FORM)
def rename_helper(plan: Plan, node: ast.AST, path: str) -> None:
    """Classes and functions of modules of 0.x."""
    found = find(path)
    if path not in CLASSES or not isinstance(node, (ast.Name, ast.Attribute)):
        note = found.row.note if found is not None else ""
        plan.problem(node, f"{path} has no counterpart{': ' + note if note else ''}", Code.NO_COUNTERPART, is_loud=True)
        return
    if isinstance(node, ast.Attribute):
        plan.replace(node, f"{module_name(plan, node)}.{CLASSES[path]}")
