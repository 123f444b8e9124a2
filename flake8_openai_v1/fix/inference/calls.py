"""Calls of azure-ai-inference → those of openai: ``complete``, ``embed``, and their arguments."""

from __future__ import annotations

import ast

from ...rules.arguments import FORWARDERS
from ...rules.facts import is_rebound
from ...rules.inference import FORMATS, Called, arguments_of, keywords_of, method_of
from ...semantics.uses import CALL, LOAD, Use
from ...semantics.values import Client, Const, Items, Many, Mapping, Partial, Place, Value, alternatives
from ...syntax.written import is_none
from ..causes import Code
from ..names.paths import certain_path
from ..names.scopes import module_name
from ..plan import Plan, about
from .addresses import Default
from .clients import Clients, connect_only
from .variables import definition

LIST = {"complete": "messages", "embed": "input"}
"""What a list is that is given without a name."""
TAKES_NONE = frozenset({"model_extras", "headers", "params", "timeout", "stream", "model", "messages", "input"})
"""Arguments of which None says nothing in openai either, or which are never None."""
OMIT = (1, 109)
"""The first release that has ``openai.omit``."""


@about(Code.ARGUMENT)
def rewrite_call(plan: Plan, clients: Clients, use: Use) -> None:
    """Rewrite a call of a method of a client, or one that passes it on."""
    reached = arguments_of(use, plan.model)
    node = use.node
    if reached is None or not isinstance(node, ast.Call):
        return
    called, positional, keywords = reached
    if called.method.use is None:
        plan.problem(node, f"{called.name} has no counterpart in openai; {called.method.note}", Code.NO_COUNTERPART)
        return
    if called.method.use == f"client.{called.name}":
        return
    if not plan.placed(node):
        return
    forwarded = isinstance(use.value, Place) and use.value.path in FORWARDERS
    if not forwarded and not isinstance(use.value, Partial) and not is_rebound(use.value):
        rename(plan, node.func, called)
    value = plan.value(node.args[0]) if forwarded else use.value
    given = _arguments(plan, node, called, positional, keywords)
    partial = value if isinstance(value, Partial) else None
    making = forwarded and use.value == Place("functools.partial")
    if given is None:
        return
    if partial is not None:
        given |= {keyword.arg for keyword in partial.keywords if keyword.arg}
    if making:
        return
    defaults = clients.defaults(node, client_of(value), given)
    unsure = {name for name in set(defaults or ()) & given if not _is_certain(plan, node, partial, name)}
    if unsure:
        plan.problem(node, f"whether {', '.join(sorted(unsure))} is given here, too, is decided at run time")
    elif defaults is not None:
        _add(plan, node, called, {name: one for name, one in defaults.items() if name not in given}, given)


def _is_certain(plan: Plan, node: ast.Call, partial: Partial | None, name: str) -> bool:
    """Is an argument always given: by its name, or by a key that the text of a dict has?"""
    if any(keyword.arg == name for keyword in (*node.keywords, *(partial.keywords if partial else ()))):
        return True
    for given in (*node.args, *(keyword.value for keyword in node.keywords if keyword.arg in (None, "body"))):
        value, whole = plan.value(given), definition(plan, given) or given
        if isinstance(whole, ast.Dict) and any(getattr(key, "value", None) == name for key in whole.keys):
            return True
        if isinstance(whole, ast.Call) and isinstance(value, Mapping):
            # dict(name=...)
            return any(entry in whole.keywords for key, entry in value.entries if key == name)
    return False


def client_of(value: Value) -> Client | None:
    """The one client behind a method; None if it may be one of several."""
    if isinstance(value, Partial):
        return client_of(value.function)
    options = [option for option in alternatives(value) if isinstance(option, Client)]
    return options[0] if len(options) == 1 else None


@about(Code.ARGUMENT)
def rewrite_mention(plan: Plan, use: Use) -> None:
    """Rewrite the mention of a method that is handed on."""
    called = method_of(use.value)
    node = use.node
    if called is None or called.method.use == f"client.{called.name}" or not isinstance(node, ast.expr):
        return
    if called.method.use is None:
        plan.problem(node, f"{use.spelled} has no counterpart in openai; {called.method.note}", Code.NO_COUNTERPART)
        return
    if is_rebound(use.value):
        return
    parent = plan.text.parents.get(id(node))
    passed = isinstance(parent, ast.Call) and node in parent.args
    if passed and isinstance(parent, ast.Call):
        passed = certain_path(plan.value(parent.func)) in FORWARDERS
    if not passed and not (isinstance(parent, (ast.Assign, ast.AnnAssign)) and parent.value is node):
        plan.problem(node, f"what {use.spelled} is called with is not seen, where it is handed on", Code.HANDED_ON)
        return
    rename(plan, node, called)


@about(Code.ARGUMENT)
def rename(plan: Plan, node: ast.expr, called: Called) -> None:
    """``client.complete`` → ``client.chat.completions.create``."""
    if isinstance(node, ast.Attribute) and node.attr == called.name and called.method.use:
        if plan.placed(node):
            plan.edits.replace(*plan.text.name(node), called.method.use.removeprefix("client."))
    else:
        plan.problem(node, f"this is written in a way for which there is no edit: it is {called.method.use} today")


# Arguments


def _arguments(
    plan: Plan, node: ast.Call, called: Called, positional: list[ast.expr], keywords: list[ast.keyword]
) -> set[str] | None:
    """Rewrite the arguments of a call; gives their old names, or None after a problem."""
    before = len(plan.problems)
    names: set[str] = set()
    if positional:
        names |= _body(plan, node, called, positional)
    for keyword in keywords:
        if keyword.arg is None and not isinstance(plan.value(keyword.value), Mapping):
            plan.problem(keyword, "arguments come in by ** from where they cannot be followed")
        elif keyword.arg is None and plan.text.kwargs_of(keyword.value) is not None:
            plan.doubt(keyword, "arguments come in by **: those that others give are taken to have the names of openai")
        elif keyword.arg is not None and keyword.arg not in called.method.keywords:
            plan.problem(keyword, f"{keyword.arg}= is not known")
    for name, row, where in keywords_of(called.method.keywords, keywords, plan.model):
        names.add(name)
        if not isinstance(where, ast.keyword) or where not in keywords:
            _entry(plan, where, name, row.use)
        elif name == "body":
            _named_body(plan, called, where, names)
        elif row.use is None:
            plan.problem(
                where, f"{name}= of {called.name} has no counterpart in openai; {row.note}", Code.NO_COUNTERPART
            )
        elif row.use == "" or is_none(where.value):
            plan.cut(node, where)
            names.discard(name)
        elif name == "connection_timeout":
            connect_only(plan, where)
        else:
            plan.edits.replace(*plan.text.keyword_name(where), row.use)
            _value(plan, name, where.value)
    times = names & {"connection_timeout", "read_timeout", "timeout"}
    if len(times) > 1:
        plan.problem(node, f"{', '.join(f'{name}=' for name in sorted(times))} are one timeout= in openai")
    return names if len(plan.problems) == before else None


def _entry(plan: Plan, where: ast.AST, name: str, use: str | None) -> None:
    """A key of a dict that is given as ``**options``."""
    if name == "response_format":
        plan.problem(where, "response_format is a dict in openai, and comes in by **")
    elif use != name:
        plan.problem(where, f"the key {name!r} of a dict has another name in openai{': ' + use if use else ''}")


def _body(plan: Plan, node: ast.Call, called: Called, positional: list[ast.expr]) -> set[str]:
    """The body without a name: a list of messages, or a dict of all arguments."""
    body = positional[0]
    value = plan.value(body)
    if len(positional) > 1 or isinstance(body, ast.Starred):
        plan.problem(node, "it is not clear what the arguments are")
    elif isinstance(value, Mapping) or isinstance(body, ast.Dict):
        return _spread(plan, called, body)
    elif isinstance(body, (ast.List, ast.ListComp)) or isinstance(value, (Items, Many)):
        plan.edits.wrap(*plan.text.whole(body), f"{LIST[called.name]}=", "")
        return {LIST[called.name]}
    else:
        plan.problem(body, f"it is not known whether this is a list of {LIST[called.name]} or a dict of all arguments")
    return set()


def _named_body(plan: Plan, called: Called, keyword: ast.keyword, names: set[str]) -> None:
    names.discard("body")
    names |= _spread(plan, called, keyword.value)
    start, _ = plan.text.keyword_name(keyword)
    plan.edits.replace(start, plan.text.whole(keyword.value)[0], "")


def _spread(plan: Plan, called: Called, body: ast.expr) -> set[str]:
    value = plan.value(body)
    entries = {name for name, _ in value.entries} if isinstance(value, Mapping) else set()
    if isinstance(body, ast.Dict):
        if not all(isinstance(key, ast.Constant) for key in body.keys):
            plan.problem(body, "not all entries of the body are known")
        entries |= {str(key.value) for key in body.keys if isinstance(key, ast.Constant)}
    elif not isinstance(value, Mapping):
        plan.problem(body, "it is not known what is in the body")
    for name in entries:
        row = called.method.keywords.get(name)
        if row is None or row.use != name or name == "timeout":
            plan.problem(body, f"{name!r} of the body is no argument in openai; it belongs into extra_body=")
    plan.edits.wrap(*plan.text.whole(body), "**", "")
    return entries


def _value(plan: Plan, name: str, node: ast.expr) -> None:
    """What an argument is given, where that is another thing in openai."""
    if name == "response_format":
        _format(plan, node)
    elif name == "encoding_format":
        value = plan.value(node)
        if isinstance(value, Const) and isinstance(value.value, str) and value.value not in FORMATS:
            plan.problem(node, f"openai has no encoding_format={value.value!r}")
    if name not in TAKES_NONE and _may_be_none(plan, node):
        # None was not sent; openai sends it as null.
        omit = "omit" if plan.examined.file.target[:2] >= OMIT else "NOT_GIVEN"
        text = plan.text.of(node)
        plan.wrap(node, "", f" if {text} is not None else {module_name(plan, node)}.{omit}")


def _may_be_none(plan: Plan, node: ast.expr) -> bool:
    """Is an argument a parameter that is None if it is left out, or a variable that is None somewhere?"""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
        return any(
            isinstance(part, ast.Assign)
            and any(ast.unparse(target) == ast.unparse(node) for target in part.targets)
            and (is_none(part.value) or (isinstance(part.value, ast.Name) and _may_be_none(plan, part.value)))
            for part in plan.text.nodes
        )
    if not isinstance(node, ast.Name):
        return False
    function = plan.text.function_of(node)
    if function is None:
        return any(_is_made_none(part, node) for part in plan.text.tree.body)
    args = function.args
    named = [*args.posonlyargs, *args.args]
    pairs = [*zip(named[len(named) - len(args.defaults) :], args.defaults, strict=True)]
    pairs += [(arg, value) for arg, value in zip(args.kwonlyargs, args.kw_defaults, strict=True) if value is not None]
    if any(arg.arg == node.id and is_none(default) for arg, default in pairs):
        return True
    return any(_is_made_none(part, node) for part in ast.walk(function))


def _is_made_none(statement: ast.AST, node: ast.Name) -> bool:
    """Is a variable assigned None?"""
    return (
        isinstance(statement, ast.Assign)
        and is_none(statement.value)
        and any(ast.unparse(target) == node.id for target in statement.targets)
    )


def _format(plan: Plan, node: ast.expr) -> None:
    """``response_format="json_object"`` → ``{"type": "json_object"}``; what is made by a class is rewritten there."""
    value = plan.value(node)
    quote = plan.quote(node)
    if isinstance(value, Const) and isinstance(value.value, str):
        plan.wrap(node, f"{{{quote}type{quote}: ", "}")
        return
    path = certain_path(value)
    if path is not None and path.startswith("azure.ai.inference.models."):
        return
    if isinstance(node, ast.Call):
        made = certain_path(plan.value(node.func)) or ""
        if made.startswith("azure.ai.inference.models."):
            return
    elif isinstance(node, ast.Name):
        assigned = plan.text.index.assigned(node.id)
        made_by = [certain_path(plan.value(one.func)) or "" for one in assigned if isinstance(one, ast.Call)]
        if assigned and len(made_by) == len(assigned):
            if all(path.startswith("azure.ai.inference.models.") for path in made_by):
                return
    plan.problem(node, "it is not known whether the format is a text, which is a dict in openai")


def _add(plan: Plan, node: ast.Call, called: Called, defaults: dict[str, Default], given: set[str]) -> None:
    """Give a call what its client gave it, first of all the model, which openai requires."""
    extra = {name: default for name, default in defaults.items() if name in called.method.keywords}
    if "model" not in given and "model" not in extra:
        plan.problem(node, "model= is required in openai, and neither this call nor its client says which")
        return
    parts = []
    for name in sorted(extra, key=lambda name: name != "model"):
        text = extra[name].text
        if name == "response_format":
            value = plan.value(extra[name].node) if extra[name].node is not None else None  # type: ignore[arg-type]
            if not (isinstance(value, Const) and isinstance(value.value, str)):
                plan.problem(node, "the format that the client was given goes into each call")
                return
            text = f'{{"type": {text}}}'
        if plan.quote(node) == "'":
            text = text.replace('"', "'")
        parts.append(f"{called.method.keywords[name].use}={text}")
    if not parts:
        return
    arguments = sorted((*node.args, *node.keywords), key=plan.text.span)
    forwarded = [one for one in arguments if isinstance(one, ast.expr) and method_of(plan.value(one)) is not None]
    text = ", ".join(parts)
    if forwarded:
        plan.edits.insert(plan.text.whole(forwarded[0])[1], f", {text}")
        return
    if not arguments:
        plan.edits.insert(plan.text.span(node)[1] - 1, text)
        return
    first = arguments[0]
    start = plan.text.whole(first)[0] if isinstance(first, ast.expr) else plan.text.span(first)[0]
    alone = not plan.text.text[plan.text.line_start(start) : start].strip()
    separator = f",{plan.text.newline}{plan.text.indentation(start)}" if alone else ", "
    if isinstance(first, ast.expr):
        plan.edits.wrap(start, plan.text.span(node)[1], separator.join([*parts, ""]), "")
    else:
        plan.edits.insert(start, separator.join([*parts, ""]))


# What cannot be seen


@about(Code.ARGUMENT)
def look_for_unknown(plan: Plan) -> None:
    """Calls of the same name on what is not known: it may be a client that comes from elsewhere."""
    for node in plan.text.nodes:
        if not isinstance(node, ast.Attribute) or node.attr not in LIST or plan.is_set_aside(node):
            continue
        if not isinstance(node.ctx, ast.Load) or plan.value(node) is not None or plan.value(node.value) is not None:
            continue
        parent = plan.text.parents.get(id(node))
        if isinstance(parent, ast.Call) and parent.func is node and not _may_be_call(parent):
            continue
        plan.problem(
            node,
            f"{ast.unparse(node)} may be called on a client of azure-ai-inference that is not seen here",
            Code.CLIENT,
        )


def _may_be_call(node: ast.Call) -> bool:
    """May these be the arguments of a call of the SDK?"""
    names = {keyword.arg for keyword in node.keywords}
    return bool(node.args) or bool(names & {"messages", "input", "body", "model", None})


__all__ = ["CALL", "LOAD", "look_for_unknown", "rewrite_call", "rewrite_mention"]
