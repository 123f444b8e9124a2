"""Calls of 0.x → those of today: what is called, and its arguments."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection
from typing import NamedTuple

from ...rules.arguments import FORWARDERS, QUERIES, called
from ...rules.facts import COROUTINE, GENERAL, METHOD, RESOURCE, Callee, argument_of, callee, find, removed
from ...sdk.arguments import DEPLOYMENTS, GONE, PER_CALL, POSITIONAL, TODAY
from ...sdk.methods import BUDGETS, BYTES, DOUBTFUL, RAW, UPLOADS
from ...sdk.names import RESOURCES
from ...semantics.calls import TAKERS
from ...semantics.facts import ANY_NAME, Key
from ...semantics.local import Local
from ...semantics.travel import CALLERS
from ...semantics.uses import CALL, LOAD, Use
from ...semantics.values import Either, Items, Mapping, Place, Value, alternatives
from ..causes import Code
from ..clients import clients, makers
from ..clients.placed import placed
from ..mocks.replaced import stores_method
from ..mocks.stand_ins import make_empty
from ..plan import Plan, about
from ..responses.origins import is_parsed
from . import deployments, key_names
from .deployments import FIRM
from .names import evaluates_early, rename, rename_function
from .parameters import is_taken_by_name, take_by_name, takes_by_name
from .paths import certain_path, is_own_name
from .scopes import module_name

RESOURCE_NAMES = frozenset(row.path.rpartition(".")[2] for row in RESOURCES)
"""How a call of 0.x names what it calls."""


class Argument(NamedTuple):
    """One argument by keyword, where it is written."""

    name: str
    node: ast.keyword | ast.expr
    """The keyword of the call, or what names it in a dict that is given as ``**kwargs``."""
    direct: bool
    """Does it stand in the call itself?"""


@about(Code.ARGUMENT)
def rewrite_call(plan: Plan, use: Use) -> None:
    """Rewrite a call, legacy or current, whose function is known."""
    node = use.node
    assert isinstance(node, ast.Call)
    path = certain_path(use.value)
    found = find(path) if path else None
    if found is not None and found.path == path and found.kind in (METHOD, COROUTINE) and not is_own_name(use.value):
        code = "OAI103" if found.kind == COROUTINE else "OAI102"
        if not plan.wants(code, node):
            return
        if plan.settings.unknown:
            plan.problem(node, plan.settings.unknown, Code.MOCK)
            return
        if plan.settings.dynamic and not plan.settings.each_call:
            plan.problem(node, plan.settings.dynamic, Code.CONFIGURATION, about_settings=True)
            return
        if plan.settings.made and not plan.settings.each_call:
            why = f"the program calls on clients that are made in {plan.settings.made}: make one so for this call"
            plan.problem(node, why, Code.CLIENT)
            return
        if found.path in plan.settings.replaced and not stores_method(plan, found.path):
            plan.problem(node, f"the program puts a function of its own in the place of {found.path}", Code.MOCK)
            return
        _rewrite_function(plan, node, path or "", found.kind == COROUTINE)
    elif found is not None and not is_own_name(use.value) and plan.wants("OAI102", node):
        if rename_function(plan, node, found.path):
            return
        if found.kind == RESOURCE and not node.args and not node.keywords and not evaluates_early(plan, node):
            rename(plan, node)  # an object of a class whose methods were those of the class
            return
        if make_empty(plan, node, found.path):
            return
        note = getattr(found.row, "note", "")
        plan.problem(node, f"{found.path} has no counterpart{': ' + note if note else ''}", Code.NO_COUNTERPART)
        return
    if path is None and _is_awaited(use.value) and _is_of_resource(plan, node.func):
        plan.problem(node, "one of several resources is awaited, and has a client of its own today", Code.HANDED_ON)
        return
    reached = called(use, plan.examined.file)
    if reached is not None:
        method, positional, _ = reached
        forwarded = isinstance(use.value, Place) and use.value.path in FORWARDERS
        rewrite_arguments(plan, node, method, positional, per_call=not forwarded)


def _is_awaited(value: Value) -> bool:
    """True if something that is called may be a method of 0.x that is awaited."""
    rows = [find(one.path) for one in alternatives(value) if isinstance(one, Place)]
    return any(row is not None and row.kind == COROUTINE for row in rows)


def _is_of_resource(plan: Plan, node: ast.expr) -> bool:
    """True if a function is named as a method of what may be a resource, so that the name changes with it."""
    owners = alternatives(plan.value(node.value)) if isinstance(node, ast.Attribute) else ()
    rows = [find(one.path) for one in owners if isinstance(one, Place)]
    return any(row is not None and row.kind == RESOURCE for row in rows)


def _rewrite_function(plan: Plan, node: ast.Call, path: str, asynchronous: bool) -> None:
    if not is_exact(plan, node, path, called=True):
        return
    legacy = getattr(found_row(path), "path", path)
    options = [one for one in _arguments(plan, node) if one.direct and one.name in PER_CALL]
    root = ""
    if plan.carrier is not None and plan.carrier.made:
        root = makers.client_for(plan, node, _given(plan, node, options), asynchronous)
        if not root:
            return
    elif options and plan.carrier is not None:
        root = clients.with_options(plan, options)
    elif (options or asynchronous) and plan.carrier is None:
        client = clients.made_for_call(plan, node, options, asynchronous)
        root = placed(plan, node, client, values_of(options), asynchronous=asynchronous) if client is not None else ""
    if not root and (options or (asynchronous and plan.carrier is None)):
        return
    rename(plan, node.func, root, asynchronous)
    if legacy in UPLOADS:
        _open_as_bytes(plan, node)
    if legacy == "openai.File.create":
        _keep_name(plan, node)
    if legacy in BYTES:
        whole: ast.expr = node
        parent = plan.text.parents.get(id(node))
        if isinstance(parent, ast.Await):
            start, end = plan.text.span(parent)
            plan.edits.wrap(start, end, "(", ").read()")
            return
        if asynchronous:
            plan.problem(node, "what is awaited here cannot be seen")
            return
        plan.edits.wrap(*plan.text.span(whole), "", ".read()")


def values_of(options: list[Argument]) -> list[ast.expr]:
    """The values of arguments by keyword."""
    return [one.node.value for one in options if isinstance(one.node, ast.keyword)]


def found_row(path: str) -> object:
    """The row of a name of 0.x."""
    found = find(path)
    assert found is not None
    return found.row


@about(Code.ARGUMENT)
def is_exact(plan: Plan, node: ast.AST, path: str, *, called: bool) -> bool:
    """True if what takes the place of a resource or method does the same; if not, that is said.

    ``called``: is it called here, so that the call can be changed with it, or is it handed on?
    """
    row = found_row(path)
    legacy = getattr(row, "path", path)
    doubts = [why for name, why in DOUBTFUL.items() if f"{name}.".startswith(f"{legacy}.")]
    note = getattr(row, "note", "")
    if doubts:
        plan.doubt(node, doubts[0], Code.NO_COUNTERPART)
    elif not getattr(row, "exact", True) and not (called and legacy in BYTES | RAW):
        plan.problem(
            node,
            f"{path} has no exact counterpart{': ' + note if note else ''}",
            Code.NO_COUNTERPART,
            is_loud=not called,
        )
        return False
    if plan.settings.azure is not False and f"{legacy}.".startswith("openai.Image."):
        plan.problem(
            node, "images on Azure are made by a deployment now, which only a person knows", Code.NO_COUNTERPART
        )
        return False
    return True


def _given(plan: Plan, node: ast.Call, options: list[Argument]) -> list[makers.Given]:
    """What a call gives the function that makes its client: options of its own, and dicts of nothing but such."""
    given = []
    for option in options:
        assert isinstance(option.node, ast.keyword)
        given.append(makers.Given(f"{option.name}={plan.text.of(option.node.value)}", frozenset({option.name})))
    for keyword, within in _dicts_of_options(plan, node):
        if takes_by_name(plan, keyword.value, within.options):
            taken = [name for name in PER_CALL if name in within.options]
            given += [makers.Given(f"{name}={name}", frozenset({name})) for name in taken]
        else:
            given.append(makers.Given(f"**{plan.text.of(keyword.value)}", within.options, within.has_others))
    return given


class Within(NamedTuple):
    """What is in a dict that a call is given by ``**``."""

    options: frozenset[str]
    """Those of a client."""
    nodes: frozenset[int]
    """``id(node)`` of where these stand in the file."""
    has_others: bool
    """May there be more in it, which is for the call?"""


def _within(plan: Plan, node: ast.Call, keyword: ast.keyword) -> Within:
    """What is in a dict that a call is given, by what it is and by what travels there from elsewhere."""
    value = plan.value(keyword.value)
    entries = value.entries if isinstance(value, Mapping) else ()
    nodes = {id(at) for name, at in entries if name in PER_CALL}
    names = {name for name, _ in entries}
    is_alone = sum(one.arg is None for one in node.keywords) == 1
    travel = plan.travel if is_alone and isinstance(keyword.value, (ast.Name, ast.Attribute)) else None
    keys = [key for key in travel.given(node) if key.name in PER_CALL] if travel is not None else []
    keys = [key for key in keys if id(key.at) not in nodes]
    others = bool(keys) or not names <= set(PER_CALL) or _takes_more(plan, keyword.value)
    options = frozenset(names & set(PER_CALL)).union(key.name for key in keys)
    return Within(options, frozenset(nodes).union(id(key.at) for key in keys), others)


def _dicts_of_options(plan: Plan, node: ast.Call) -> list[tuple[ast.keyword, Within]]:
    """Dicts that a call is given by ``**``, in which there are options of a client; a dict with others has a name.

    None for what calls a method by a name of the program's own: its client was made where that name was given to it.
    """
    if plan.carrier is None or not plan.carrier.made or is_own_name(plan.value(node.func)):
        return []
    found = []
    for keyword in node.keywords:
        within = _within(plan, node, keyword) if keyword.arg is None else None
        if within is not None and within.options:
            if not within.has_others or isinstance(keyword.value, (ast.Name, ast.Attribute)):
                found.append((keyword, within))
    return found


def _takes_more(plan: Plan, node: ast.expr) -> bool:
    """Is it the ``**kwargs`` of a function, which others may give more?"""
    function = plan.text.function_of(node)
    kwarg = getattr(getattr(function, "args", None), "kwarg", None)
    return isinstance(node, ast.Name) and kwarg is not None and kwarg.arg == node.id


def _without_options(plan: Plan, node: ast.Call, keyword: ast.keyword, names: Collection[str]) -> None:
    """Take the options of a client out of a dict that a call is given."""
    quote = plan.quote(keyword.value)
    shown = [f"{quote}{name}{quote}" for name in PER_CALL if name in names]
    test = f"!= {shown[0]}" if len(shown) == 1 else f"not in ({', '.join(shown)})"
    text = plan.text.of(keyword.value)
    plan.replace(keyword.value, f"{{name: value for name, value in {text}.items() if name {test}}}")


def _open_as_bytes(plan: Plan, node: ast.Call) -> None:
    """A file that is opened as text, which 0.x sent all the same."""
    given = [keyword.value for keyword in node.keywords if keyword.arg in ("file", "image", "mask")]
    for argument in (*given, *(argument for argument in node.args if isinstance(argument, (ast.Name, ast.Call)))):
        opened: ast.AST | None = argument
        if isinstance(argument, ast.Name):
            opened = _opened(plan, argument)
        if not isinstance(opened, ast.Call) or not isinstance(opened.func, ast.Name):
            if (
                isinstance(opened, ast.Call)
                and isinstance(opened.func, ast.Attribute)
                and opened.func.attr == "StringIO"
            ):
                plan.problem(argument, "a text is sent as a file, which must be bytes today")
            continue
        if opened.func.id != "open" or not opened.args:
            continue
        named = {keyword.arg: keyword.value for keyword in opened.keywords}
        mode = opened.args[1] if len(opened.args) > 1 else named.get("mode")
        if mode is not None and not (
            isinstance(mode, ast.Constant) and isinstance(mode.value, str) and "b" not in mode.value
        ):
            continue
        shared = isinstance(argument, ast.Name) and _is_read_otherwise(plan, argument, node)
        if shared or set(named) - {"mode"} or len(opened.args) > 2:
            plan.problem(argument, "a file that is opened as text is sent, which must be opened in binary mode today")
        elif mode is not None:
            plan.replace(mode, plan.text.of(mode).replace(str(mode.value), "rb"))
        else:
            quote = plan.quote(opened)
            plan.wrap(opened.args[0], "", f", {quote}rb{quote}")


def _opened(plan: Plan, name: ast.Name) -> ast.expr | None:
    """The call that a name is bound to, by ``with … as`` or by an assignment."""
    scope = plan.text.function_of(name) or plan.text.tree
    for node in ast.walk(scope):
        if (
            isinstance(node, ast.withitem)
            and isinstance(node.optional_vars, ast.Name)
            and node.optional_vars.id == name.id
        ):
            return node.context_expr
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id == name.id for one in node.targets
        ):
            return node.value
    return None


def _is_read_otherwise(plan: Plan, name: ast.Name, call: ast.Call) -> bool:
    """Is a file used for more than the call, but to be closed or rewound?"""
    scope = plan.text.function_of(name) or plan.text.tree
    for node in ast.walk(scope):
        if isinstance(node, ast.Name) and node.id == name.id and isinstance(node.ctx, ast.Load) and node is not name:
            parent = plan.text.parents.get(id(node))
            if not (isinstance(parent, ast.Attribute) and parent.attr in ("close", "seek", "name")):
                return True
    return False


def _keep_name(plan: Plan, node: ast.Call) -> None:
    """A file without a name of its own was called ``file``; today it is called as on the disk."""
    given = {keyword.arg for keyword in node.keywords}
    if "user_provided_filename" in given:
        return
    file = next(
        (keyword.value for keyword in node.keywords if keyword.arg == "file"), node.args[0] if node.args else None
    )
    if file is not None and plan.wants("OAI102", node) and not isinstance(file, (ast.Tuple, ast.Starred)):
        quote = plan.quote(node)
        plan.wrap(file, f"({quote}file{quote}, ", ")")


def _arguments(plan: Plan, node: ast.Call) -> list[Argument]:
    result = []
    for keyword in node.keywords:
        if keyword.arg is not None:
            result.append(Argument(keyword.arg, keyword, True))
        else:
            value = plan.value(keyword.value)
            entries = value.entries if isinstance(value, Mapping) else ()
            result += [Argument(name, entry, False) for name, entry in entries if id(entry) in plan.text.parents]
    return result


def _travelled(plan: Plan, node: ast.Call, method: Callee, known: set[int], gone: set[int]) -> list[Argument]:
    """The arguments that come to a call in dicts, from elsewhere in the program; but for those that its client gets."""
    result = []
    for key in plan.travel.given(node) if plan.travel is not None else ():
        if argument_of(method, key.name) is None or id(key.at) in gone:
            continue
        if plan.travel is not None and key.number != plan.travel.number:
            if key.name not in TODAY or plan.travel.mentions(key).against is not None:
                why = f"{key.name}= comes from another file ({plan.travel.place(key)}), and has another name today"
                plan.problem(node, why, about_settings=key.name in PER_CALL)
        elif id(key.at) not in known:
            result.append(Argument(key.name, key.at, False))
    return result


@about(Code.ARGUMENT)
def rewrite_arguments(
    plan: Plan, node: ast.Call, method: Callee, positional: list[ast.expr], *, per_call: bool = True
) -> None:
    """Rewrite the arguments of a call of a method that is known."""
    _name_positional(plan, node, method, positional)
    given = _arguments(plan, node)
    dicts = _dicts_of_options(plan, node) if per_call else []
    gone = {at for _, within in dicts for at in within.nodes}
    given += _travelled(plan, node, method, {id(one.node) for one in given}, gone)
    for keyword, within in dicts:
        options = within.options
        given = [one for one in given if one.direct or id(one.node) not in within.nodes]
        plan.arguments |= within.nodes
        if takes_by_name(plan, keyword.value, options):
            take_by_name(plan, keyword.value, [name for name in PER_CALL if name in options])
        elif within.has_others:
            _without_options(plan, node, keyword, options)
        else:
            plan.cut(node, keyword)
    names = {one.name for one in given}
    engines = [one for one in given if one.name in DEPLOYMENTS]
    direct = {one.name for one in engines if one.direct}
    elsewhere = _deployments_elsewhere(plan, node)
    if len(direct) > 1 or (direct and (elsewhere or any(not one.direct for one in engines))):
        plan.problem(node, "engine= and deployment_id= are both given")
        return
    extra: list[ast.keyword] = []
    for one in given:
        if not plan.wants("OAI110", one.node):
            continue
        plan.arguments.add(id(one.node))
        row = argument_of(method, one.name)
        unknown = row is None and method.legacy is not None and not _is_taken(plan, node, method, one.name)
        if one.name in PER_CALL and row is not None:
            _per_call(plan, node, one, method, per_call)
        elif one.name == "model" and (engines or elsewhere) and method.legacy is not None:
            _drop_model(plan, node, one, [*engines, *elsewhere])
        elif one.name == "timeout" and method.legacy is not None and method.legacy.path in BUDGETS:
            _cut(plan, node, one, "timeout= was no time for the request, and is one now")
            plan.note(node, "timeout= was the time to wait for a model to load, not for an answer: it is taken out")
        elif row is not None and row.use == "model=" and one.name in DEPLOYMENTS:
            _rename_argument(plan, one, "model")
        elif one.name == "request_timeout":
            _rename_argument(plan, one, "timeout")
            _timeout(plan, one)
        elif one.name == "headers" and row is not None:
            _rename_argument(plan, one, "extra_headers")
        elif one.name == "request_id" and row is not None:
            _request_id(plan, node, one, names)
        elif one.name in ("user_provided_filename", "filename") and row is not None:
            _file_name(plan, node, one)
        elif row is not None and row.use and row.use.endswith("=") and one.direct:
            _rename_argument(plan, one, row.use[:-1])
        elif row is not None and row.use is None and one.direct:
            _cut(plan, node, one, "")
        elif row is not None and row.use and row.use.startswith("extra_body=") and isinstance(one.node, ast.keyword):
            plan.edits.replace(
                plan.text.span(one.node)[0], plan.text.whole(one.node.value)[0], row.use.partition("...")[0]
            )
            plan.edits.wrap(*plan.text.whole(one.node.value), "", "}")
        elif row is not None:
            plan.problem(one.node, f"{one.name}=: {row.use or row.note}")
        elif unknown and one.direct and isinstance(one.node, ast.keyword):
            extra.append(one.node)
        elif unknown and not one.direct and (plan.travel is None or plan.travel.may_reach(one.node, node)):
            plan.problem(one.node, f"{one.name} is an argument that today's call does not take, and comes in by a dict")
    if extra:
        _extra(plan, node, method, extra, names)
    _look_for_missing(plan, node, method, positional, given)


def _deployments_elsewhere(plan: Plan, node: ast.Call) -> list[Argument]:
    """The deployments that come to a call in dicts, from other files."""
    keys = plan.travel.given(node) if plan.travel is not None else ()
    own = plan.travel.number if plan.travel is not None else 0
    return [Argument(one.name, one.at, False) for one in keys if one.name in DEPLOYMENTS and one.number != own]


def _is_taken(plan: Plan, node: ast.Call, method: Callee, name: str) -> bool:
    """Does a method that a call may reach take an argument? One of which that is not known may."""
    reached = [callee(option, plan.examined.file.target) for option in alternatives(plan.value(node.func))]
    methods = [method, *(one for one in reached if one is not None and len(reached) > 1)]
    return any(one.signature is None or name in one.signature.keywords for one in methods)


def _look_for_missing(
    plan: Plan, node: ast.Call, method: Callee, positional: list[ast.expr], given: list[Argument]
) -> None:
    """What today's call requires, and 0.x left to the service."""
    opened = any(keyword.arg is None for keyword in node.keywords) or any(
        isinstance(a, ast.Starred) for a in positional
    )
    if (
        method.legacy is None
        or method.signature is None
        or opened
        or plan.value(node.func) != Place(method.legacy.path)
    ):
        return
    names = {one.name for one in given} | set(POSITIONAL.get(method.legacy.path, ())[: len(positional)])
    for name in tuple(names):
        row = argument_of(method, name)
        if row is not None and row.use and row.use.endswith("="):
            names.add(row.use[:-1])
    missing = sorted(method.signature.required - names)
    if missing:
        plan.problem(node, f"today's call requires {missing[0]}=")


def _name_positional(plan: Plan, node: ast.Call, method: Callee, positional: list[ast.expr]) -> None:
    """Give the arguments that stand without a name the one that they have."""
    if method.legacy is None or method.signature is None or not positional:
        return
    positional = [argument for argument in positional if not _brings_nothing(plan, argument)]
    positional = [one for one in positional if not _is_empty(plan, one, method.legacy.path)]
    if any(isinstance(argument, ast.Starred) for argument in positional):
        plan.problem(node, "arguments come in by *args, and today's call takes keywords only")
        return
    allowed = len(method.signature.positional)
    engine = any(keyword.arg in DEPLOYMENTS for keyword in node.keywords)
    names = POSITIONAL.get(method.legacy.path, ())
    for number, argument in enumerate(positional):
        if number < allowed and number < len(names) and names[number] not in GENERAL:
            continue
        if not plan.wants("OAI111", argument):
            continue
        if number >= len(names) or names[number] in GENERAL or names[number] in ("user_provided_filename", "filename"):
            plan.problem(argument, "an argument without a name that today's call does not take")
            return
        if names[number] == "model" and engine:
            _drop_positional(plan, node, argument)
            continue
        row = argument_of(method, names[number])
        name = row.use[:-1] if row is not None and row.use and row.use.endswith("=") else names[number]
        if row is not None and row.use is None:
            plan.problem(argument, "an argument without a name that today's call does not take")
            return
        if plan.placed(argument):
            plan.edits.wrap(*plan.text.whole(argument), f"{name}=", "")


def _brings_nothing(plan: Plan, argument: ast.expr) -> bool:
    """Is it the ``*args`` of a function that the file always calls without more than its parameters?"""
    if not isinstance(argument, ast.Starred) or not isinstance(argument.value, ast.Name):
        return False
    function = plan.text.function_of(argument)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or function.decorator_list:
        return False
    args = function.args
    if args.vararg is None or args.vararg.arg != argument.value.id or function.name in plan.settings.exported:
        return False
    holder = plan.text.parents.get(id(function))
    of_class = isinstance(holder, ast.ClassDef)
    if not of_class and plan.settings.files > 1 and holder is plan.text.tree:
        return False  # as module.function it is called elsewhere
    if of_class and plan.settings.files > 1:
        return False
    limit = len(args.posonlyargs) + len(args.args) - of_class
    called = 0
    for node in plan.text.nodes:
        name = node.attr if isinstance(node, ast.Attribute) and of_class else getattr(node, "id", "")
        if name != function.name or not isinstance(node, (ast.Name, ast.Attribute)):
            continue
        call = plan.text.parents.get(id(node))
        if not isinstance(call, ast.Call) or call.func is not node or len(call.args) > limit:
            return False
        if any(isinstance(one, ast.Starred) for one in call.args):
            return False
        called += 1
    return called > 0


def _is_empty(plan: Plan, argument: ast.expr, path: str) -> bool:
    """Is it ``*args`` of a function that nobody gives an argument without a name, so that nothing goes on?"""
    function = plan.text.function_of(argument)
    if not isinstance(argument, ast.Starred) or not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    taken = function.args.vararg
    if taken is None or not isinstance(argument.value, ast.Name) or argument.value.id != taken.arg:
        return False
    if POSITIONAL.get(path, ("",))[0] in GENERAL:
        return True  # the first one was the key, which nobody gives so
    allowed = len(function.args.posonlyargs) + len(function.args.args)
    loads = [one for one in plan.text.loads.get(function.name, ()) if isinstance(one, ast.Name)]
    calls = [(one, plan.text.parents.get(id(one))) for one in loads]
    return (
        bool(calls)
        and function.name not in plan.settings.exported
        and all(
            isinstance(call, ast.Call)
            and call.func is one
            and len(call.args) <= allowed
            and not any(isinstance(part, ast.Starred) for part in call.args)
            for one, call in calls
        )
    )


def _drop_positional(plan: Plan, node: ast.Call, argument: ast.expr) -> None:
    """The model stands without a name, beside a deployment."""
    engine = next(keyword for keyword in node.keywords if keyword.arg in DEPLOYMENTS)
    if plan.settings.azure is not True and not isinstance(engine.value, ast.Constant):
        _or(plan, engine.value, argument)
    plan.cut(node, argument)


def _or(plan: Plan, first: ast.expr, second: ast.expr) -> None:
    """Make one expression ``first or second``: brackets where one of them binds less."""
    other = plan.text.of(second)
    plan.wrap(
        first,
        "" if isinstance(first, FIRM) else "(",
        f"{'' if isinstance(first, FIRM) else ')'} or {other if isinstance(second, FIRM) else f'({other})'}",
    )


def _rename_argument(plan: Plan, one: Argument, name: str) -> None:
    node = one.node
    if one.direct or plan.travel is None:
        _write(plan, node, name)
        return
    # A key of a dict: whoever reads it by its old name would not find it.
    key = plan.travel.key(one.name, node)
    mentions = plan.travel.mentions(key) if key is not None else None
    is_written = isinstance(node, (ast.keyword, ast.Constant))
    if key is None or mentions is None or mentions.against is not None or not is_written:
        plan.problem(node, f"the key {one.name!r} of a dict is used elsewhere, too")
        return
    if mentions.is_shown:
        plan.doubt(node, f"a text is made of a dict whose key {one.name!r} has another name today")
    for rival in plan.travel.rivals(key):
        if not deployments.is_decided(plan, key, rival):
            why = f"{rival.name} and this {one.name} may be in one dict, where both are called model today"
            plan.problem(node, why)
            return
    _write(plan, node, name)


def _write(plan: Plan, node: ast.expr | ast.keyword, name: str) -> None:
    """Give an argument another name: a keyword, or a key of a dict."""
    if isinstance(node, ast.keyword):
        if plan.placed(node):
            plan.edits.replace(*plan.text.keyword_name(node), name)
        return
    text = plan.text.of(node)
    plan.replace(node, text[: len(text) - len(text.lstrip("rRuUbB"))] + _requoted(text, name))


def _requoted(text: str, name: str) -> str:
    text = text.lstrip("rRuUbB")
    quote = text[:3] if text[:3] in ('"""', "'''") else text[0]
    return f"{quote}{name}{quote}"


def _cut(plan: Plan, node: ast.Call, one: Argument, why: str) -> None:
    if not one.direct or not isinstance(one.node, ast.keyword):
        plan.problem(one.node, why or f"{one.name}= is gone")
    elif plan.placed(one.node):
        plan.cut(node, one.node)


def _drop_model(plan: Plan, node: ast.Call, one: Argument, engines: list[Argument]) -> None:
    """``model`` beside ``engine``: the deployment decided, where there was one."""
    engine = next((other for other in engines if other.direct == one.direct), engines[0])
    if isinstance(one.node, ast.keyword) and isinstance(engine.node, ast.keyword) and one.direct and engine.direct:
        given = engine.node.value
        certain = isinstance(given, (ast.Constant, ast.JoinedStr)) or plan.settings.azure is True
        if not certain:
            _or(plan, given, one.node.value)
        plan.cut(node, one.node)
    elif isinstance(one.node, ast.keyword) and one.direct and not any(other.direct for other in engines):
        if not deployments.spread_model(plan, node, one.node, [other.node for other in engines]):
            plan.problem(one.node, f"model and {engine.name} are both given")
    elif one.direct or engine.direct or plan.text.parents.get(id(one.node)) is plan.text.parents.get(id(engine.node)):
        plan.problem(one.node, f"model and {engine.name} are both given")


def _may_be_pair(value: Value) -> bool:
    options = value.options if isinstance(value, Either) else (value,)
    return any(isinstance(option, Items) for option in options)


def _timeout(plan: Plan, one: Argument) -> None:
    """A pair was (to connect, to read)."""
    if not isinstance(one.node, ast.keyword):
        return
    given = one.node.value
    if isinstance(given, ast.Tuple) and len(given.elts) == 2:
        connect, read = map(plan.text.of, given.elts)
        start, end = plan.text.whole(given)
        plan.edits.replace(start, end, f"{module_name(plan, given)}.Timeout({read}, connect={connect})")
        return
    value = plan.value(given)
    pairs = _pairs_passed(plan, given)
    if pairs and all(pairs):
        for pair in pairs:
            assert pair is not None
            connect, read = map(plan.text.of, pair.elts)
            plan.edits.replace(*plan.text.whole(pair), f"{module_name(plan, pair)}.Timeout({read}, connect={connect})")
    elif _may_be_pair(value) or pairs:
        plan.problem(given, "the timeout may be a pair (to connect, to read), which is openai.Timeout(...) now")


def _pairs_passed(plan: Plan, given: ast.expr) -> list[ast.Tuple | None]:
    """The pairs of numbers that the file passes to the parameter that is given on; None for one that must stay."""
    if not isinstance(given, ast.Name):
        return []
    function = plan.text.function_of(given)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return []
    names = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
    if given.id not in {*names, *(arg.arg for arg in function.args.kwonlyargs)}:
        return []
    uses = [node for node in plan.text.loads.get(given.id, ()) if plan.text.function_of(node) is function]
    found: list[ast.Tuple | None] = []
    for node in plan.text.nodes:
        if not isinstance(node, ast.Call):
            continue
        for number, argument in enumerate((*node.args, *(keyword.value for keyword in node.keywords))):
            if not _is_pair(argument):
                continue
            assert isinstance(argument, ast.Tuple)
            named = number >= len(node.args) and node.keywords[number - len(node.args)].arg == given.id
            by_position = number < min(len(node.args), len(names)) and names[number] == given.id
            known = isinstance(node.func, ast.Name) and node.func.id == function.name and (named or by_position)
            found.append(argument if known and len(uses) == 1 else None)
    return found


def _is_pair(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Tuple)
        and len(node.elts) == 2
        and all(isinstance(part, ast.Constant) and isinstance(part.value, (int, float)) for part in node.elts)
    )


def _request_id(plan: Plan, node: ast.Call, one: Argument, names: set[str]) -> None:
    if not isinstance(one.node, ast.keyword) or "headers" in names:
        plan.problem(one.node, 'request_id= is extra_headers={"X-Request-Id": ...} now')
        return
    _rename_argument(plan, one, "extra_headers")
    quote = plan.quote(node)
    plan.edits.wrap(*plan.text.whole(one.node.value), f"{{{quote}X-Request-Id{quote}: ", "}")


def _file_name(plan: Plan, node: ast.Call, one: Argument) -> None:
    """The name of a file goes with the file: ``file=(name, file)``."""
    file = next((keyword for keyword in node.keywords if keyword.arg == "file"), None)
    if not isinstance(one.node, ast.keyword) or file is None:
        if isinstance(one.node, ast.keyword) and node.args and isinstance(node.func, ast.expr):
            first = node.args[0]
            plan.edits.wrap(*plan.text.whole(first), f"({plan.text.of(one.node.value)}, ", ")")
            plan.cut(node, one.node)
            return
        plan.problem(one.node, f"{one.name}= is file=(filename, file) now")
        return
    plan.edits.wrap(*plan.text.whole(file.value), f"({plan.text.of(one.node.value)}, ", ")")
    plan.cut(node, one.node)


def _extra(plan: Plan, node: ast.Call, method: Callee, extra: list[ast.keyword], names: set[str]) -> None:
    """What 0.x sent on unseen goes into ``extra_body``, or ``extra_query`` where the request has no body."""
    name = "extra_query" if method.shown.rpartition(".")[2] in QUERIES else "extra_body"
    if name in names:
        plan.problem(extra[0], f"{name}= is given already")
        return
    quote = plan.quote(node)
    first, *rest = extra
    more = "".join(f", {quote}{keyword.arg}{quote}: {plan.text.of(keyword.value)}" for keyword in rest)
    plan.edits.replace(
        plan.text.span(first)[0], plan.text.whole(first.value)[0], f"{name}={{{quote}{first.arg}{quote}: "
    )
    plan.edits.wrap(*plan.text.whole(first.value), "", f"{more}}}")
    for keyword in rest:
        plan.cut(node, keyword)


def _per_call(plan: Plan, node: ast.Call, one: Argument, method: Callee, per_call: bool) -> None:
    """Options of one call: those that stand in a legacy call are given to the client that it is made on."""
    if one.direct and per_call and method.legacy is not None and not is_own_name(plan.value(node.func)):
        plan.cut(node, one.node)
        return
    if any(one in options_beside(plan, argument) for argument in node.args):
        plan.cut(node, one.node)  # for the client on which the method is that is handed on
        return
    why = f"{one.name}= is an option of a client now, and comes in another way here"
    plan.problem(one.node, why, about_settings=True)


@about(Code.ARGUMENT)
def options_beside(plan: Plan, node: ast.expr) -> list[Argument]:
    """The options of a client that stand beside a method which is handed on: ``partial(Model.list, api_key=key)``."""
    call = plan.text.parents.get(id(node))
    found = removed(plan.value(node))
    if not isinstance(call, ast.Call) or node not in call.args or found is None or is_own_name(plan.value(node)):
        return []
    if found.kind not in (METHOD, COROUTINE) or plan.settings.each_call or plan.carrier is not None:
        return []
    return [one for one in _arguments(plan, call) if one.direct and one.name in PER_CALL]


def rewrite_passed_on(plan: Plan, use: Use) -> None:
    """A method that is handed to a function, with the arguments for it beside: ``pool.submit(method, engine=...)``."""
    node = use.node
    assert isinstance(node, ast.expr)
    call = plan.text.parents.get(id(node))
    if isinstance(call, ast.keyword) and call.arg == "target":
        thread = plan.text.parents.get(id(call))
        if isinstance(thread, ast.Call) and any(keyword.arg in ("args", "kwargs") for keyword in thread.keywords):
            plan.problem(node, "it is called with the arguments beside it, which are for 0.x")
        return
    if not isinstance(call, ast.Call) or node not in call.args:
        return
    path = certain_path(plan.value(call.func))
    if path in FORWARDERS:
        return
    method = callee(use.value, plan.examined.file.target)
    if method is None:
        return
    at = call.args.index(node)
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    taker = name in TAKERS and name != "map"
    positional = call.args[at + 1 :] if taker else []
    if taker or any(keyword.arg in GENERAL for keyword in call.keywords):
        rewrite_arguments(plan, call, method, positional, per_call=False)
    if name == "map" and method.signature is not None and not method.signature.positional:
        plan.problem(call, "map gives its arguments without names, and today's call takes keywords only")


def _is_taken_out(plan: Plan, node: ast.expr) -> bool:
    """Did an earlier pass take the options of a client out of this dict?"""
    if is_taken_by_name(plan, node):
        return True
    return plan.settings.each_call and isinstance(node, ast.DictComp) and ast.unparse(node.key) == "name"


@about(Code.ARGUMENT)
def rewrite_keys(plan: Plan) -> None:
    """Rename the keys that calls of other files are given, and what reads them; look for those that are not seen."""
    travel = plan.travel
    if travel is None:
        return
    key_names.rewrite(plan, travel)
    for key in (key for key in travel.renamed() if key.name != ANY_NAME):
        name = TODAY.get(key.name)
        if key.number == travel.number and id(key.at) not in plan.arguments and not plan.is_set_aside(key.at):
            plan.arguments.add(id(key.at))
            if name is None and key.name in PER_CALL and plan.settings.each_call and _is_taken_out_where(travel, key):
                continue
            if name is None and key.name in GENERAL:
                plan.problem(key.at, f"{key.name}= comes to a call by a dict, and is no argument of it today")
            elif name is not None:
                _rename_argument(plan, Argument(key.name, key.at, False), name)
        for node in travel.named(key) if name is not None and travel.mentions(key).against is None else ():
            if id(node) not in plan.arguments:
                plan.arguments.add(id(node))
                _write(plan, node, name or "")
    _look_for_unseen(plan, travel)


def _is_taken_out_where(travel: Local, key: Key) -> bool:
    """True if all calls that a key comes to can give it to their client, or say themselves why not."""
    return all(
        isinstance(call.func, ast.Attribute)
        and getattr(call.func.value, "attr", getattr(call.func.value, "id", "")) in RESOURCE_NAMES
        for call in travel.keys.arguments[key]
    )


def _look_for_unseen(plan: Plan, travel: Local) -> None:
    """Arguments that come in by ``**`` from where they cannot be followed, beside keys that may be among them."""
    spread = [
        (use.node, keyword.value)
        for use in plan.examined.uses
        if use.role == CALL and isinstance(use.node, ast.Call) and called(use, plan.examined.file) is not None
        if not plan.is_left(use.node)
        for keyword in use.node.keywords
        if keyword.arg is None and not _is_taken_out(plan, keyword.value)
    ]
    for _, value in spread:
        if _comes_from_outside(plan, value):
            plan.doubt(value, "what is not known at this place may be an argument of 0.x")
    methods = (use for use in plan.examined.uses if use.role == LOAD and _is_method(use))
    handed = [use.node for use in methods if _is_given_away(plan, use) and not plan.is_left(use.node)]
    unseen: dict[ast.AST, frozenset[str]] = dict.fromkeys(handed, frozenset())
    unseen |= {call: _taken_by_name(plan, value) for call, value in spread if travel.may_come_in(value)}
    if not unseen:
        return
    values = dict(spread)
    from_others = any(travel.may_come_from_others(value) for _, value in spread) or bool(handed)

    def takers(key: Key, who: str) -> list[ast.AST]:
        """The calls that may be given a key."""
        return [
            call
            for call, taken in unseen.items()
            if key.name not in taken
            and (call not in values or who == CALLERS or travel.may_be_given(key, values[call]))
        ]

    rows = [(key, who) for key, who in travel.keys.released.items() if from_others or who == CALLERS]
    released = {key: calls for key, who in rows if (calls := takers(key, who))}
    for key in released:
        if key.number != travel.number:
            for call in released[key]:
                plan.problem(call, f"what {travel.place(key)} has may be an argument here, and has another name now")
    own = {id(key.at): calls for key, calls in released.items()}
    for node in plan.text.nodes:
        is_named = id(node) in own or (
            isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id in GONE
        )
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_key(plan, node):
            is_named = WORDS.search(node.value) is not None and _is_config(plan, node)
        if is_named and id(node) not in plan.arguments and not plan.is_set_aside(node):
            calls = own.get(id(node), [*unseen])
            why = f"this may be an argument of the call in line {plan.line(calls[0])}, and has another name now"
            for call in calls:
                plan.problem(node, why, giver=call)


def _taken_by_name(plan: Plan, value: ast.expr) -> frozenset[str]:
    """What the ``**kwargs`` of a function cannot have, as a parameter of that name takes it."""
    function = plan.text.function_of(value)
    if function is None or function.args.kwarg is None or getattr(value, "id", "") != function.args.kwarg.arg:
        return frozenset()
    return frozenset(one.arg for one in (*function.args.args, *function.args.kwonlyargs))


def _is_given_away(plan: Plan, use: Use) -> bool:
    """True if a method is given to code that is not seen, which may call it with anything."""
    call = plan.text.parents.get(id(use.node))
    call = plan.text.parents.get(id(call)) if isinstance(call, ast.keyword) else call
    return isinstance(call, ast.Call) and call.func is not use.node and not plan.is_followed(call)


def _comes_from_outside(plan: Plan, node: ast.expr) -> bool:
    """True if a mapping is read from a text or a file, or has keys that are known at run time only."""
    if isinstance(node, ast.Call):
        return is_parsed(node)
    if isinstance(node, ast.Dict):
        keys = [key for key in node.keys if key is not None and id(key) not in plan.arguments]
        return any(not isinstance(key, ast.Constant) for key in keys)
    if not isinstance(node, ast.Name):
        return False
    bound = [plan.text.parents.get(id(one)) for one in plan.text.index.stores.get(node.id, ())]
    return any(
        isinstance(one, ast.Assign) and not isinstance(one.value, ast.Name) and _comes_from_outside(plan, one.value)
        for one in bound
    )


_WORD = "(?:engine|deployment_id|request_timeout|api_base)"
WORDS = re.compile(rf"^-*{_WORD}$|[\"']{_WORD}[\"']\s*:")
"""A text that is one of these arguments, as an option of a command is, or has one as a key, as JSON has."""


def _is_method(use: Use) -> bool:
    found = removed(use.value)
    return found is not None and found.kind == METHOD and not is_own_name(use.value)


def _is_key(plan: Plan, node: ast.Constant) -> bool:
    return isinstance(plan.text.parents.get(id(node)), (ast.Dict, ast.Subscript))


def _is_config(plan: Plan, node: ast.Constant) -> bool:
    """May a text name the arguments of a call: options of a command, JSON?"""
    return (
        isinstance(plan.text.parents.get(id(node)), (ast.Call, ast.Assign))
        and " " not in str(node.value).strip().partition(":")[0]
    )
