"""Programs of azure-ai-inference → openai.

Client, calls, messages, responses and exceptions are one unit: all of them are rewritten, or the file is left. The
modules beside this one know one subject each: ``inference_names`` (names and imports), ``inference_clients``,
``inference_calls``, ``inference_messages``, ``inference_responses``, ``inference_exceptions``. The facts are in
``sdk.inference``.
"""

from __future__ import annotations

import ast

from ...rules.inference import CLIENT, MESSAGE, NONE, Around, Known, known, method_of
from ...sdk.inference import CLIENTS, MODULES, PROJECT
from ...semantics.uses import CALL, CATCH, IMPORT, LOAD, STRING, Use
from ...semantics.values import Client, Partial, Value, alternatives
from ..causes import Code
from ..names.annotations import is_annotation
from ..names.paths import certain_path, is_own_name
from ..plan import Plan, about
from . import calls as inference_calls
from . import exceptions as inference_exceptions
from . import messages as inference_messages
from . import responses as inference_responses
from .clients import Clients
from .names import Names

CODES = {CLIENT: "OAI401", MESSAGE: "OAI403", NONE: "OAI405"}


def rewrite(plan: Plan) -> None:
    """Fill a plan with all edits that a file needs to leave azure-ai-inference, and with what stands against them."""
    if plan.examined.file.target < (1,):
        return
    uses = plan.examined.uses
    found = [(code, use) for use in uses for code in [_code(use)] if code]
    if not found and not any(use.inference for use in uses):
        return
    around = Around(plan.model)
    errors = [use for use in uses if inference_exceptions.concerns(around, use)]
    needed = [*found, *(("OAI402", use) for use in uses if use.inference), *(("OAI404", use) for use in errors)]
    needed = [(code, use) for code, use in needed if not plan.is_set_aside(use.node)]
    unwanted = [(code, use) for code, use in needed if code != "OAI405" and not plan.wants(code, use.node)]
    wanted = [(code, use) for code, use in needed if code != "OAI405" and plan.wants(code, use.node)]
    if not wanted:
        return
    for code, use in unwanted:
        plan.problem(
            use.node,
            f"{code} is not to be fixed here, but the rest is: the file would be half migrated",
            Code.NOT_SELECTED,
        )
    if unwanted:
        return
    _rewrite(plan, around, [use for _, use in found], errors)


def _code(use: Use) -> str:
    """The code that is about a use of a name, or of a method of a client; empty if it is none of ours."""
    found = known(use)
    if found is not None:
        return CODES.get(found.row.family, "")
    if use.role not in (CALL, LOAD):
        return ""
    value = use.value.function if isinstance(use.value, Partial) else use.value
    options = alternatives(value)
    ours = [option for option in options if isinstance(option, Client) and option.cls in CLIENTS]
    if not ours:
        return _own(use)
    called = method_of(use.value)
    return "OAI402" if called is not None and called.method.use != f"client.{called.name}" else ""


def _own(use: Use) -> str:
    """A class under a name of the program's own, which is called."""
    path = certain_path(use.value)
    return "OAI401" if path in CLIENTS and is_own_name(use.value) and use.role == CALL else ""


def _rewrite(plan: Plan, around: Around, uses: list[Use], errors: list[Use]) -> None:
    names = Names(plan)
    clients = Clients(plan, names)
    makers = [use for use in uses if use.role == CALL and certain_path(use.value) in CLIENTS]
    for use in makers:
        if isinstance(use.node, ast.Call):
            _made(plan, clients, use.node, use.value)
    for use in uses:
        found = known(use)
        if use in makers:
            continue
        if found is None:
            _method(plan, clients, use)
        elif found.row.family == NONE or found.path.startswith(PROJECT):
            note = found.row.note or "a person must decide"
            plan.problem(use.node, f"{use.spelled} has no counterpart in openai; {note}", Code.NO_COUNTERPART)
        elif found.row.family == MESSAGE:
            inference_messages.rewrite_mention(plan, names, use)
        else:
            _client_named(plan, names, use, found)
    for use in plan.examined.uses:
        # What passes a method on is called itself: ``asyncio.to_thread(client.complete, …)``.
        if use not in uses and use.role == CALL and not known(use):
            inference_calls.rewrite_call(plan, clients, use)
        if use.inference:
            inference_responses.rewrite(plan, use)
    inference_responses.rewrite_kinds(plan)
    for use in errors:
        inference_exceptions.rewrite(plan, names, use)
    inference_exceptions.look_at_clauses(plan, around)
    inference_exceptions.look_at_texts(plan, around)
    inference_messages.look_for_reads(plan)
    inference_messages.look_for_mixed(plan)
    inference_calls.look_for_unknown(plan)
    clients.look_for_unused()
    names.finish()


@about(Code.CLIENT)
def _made(plan: Plan, clients: Clients, node: ast.Call, value: Value) -> None:
    clients.rewrite(node, value)


def _method(plan: Plan, clients: Clients, use: Use) -> None:
    if use.role == CALL:
        inference_calls.rewrite_call(plan, clients, use)
    else:
        inference_calls.rewrite_mention(plan, use)


def _client_named(plan: Plan, names: Names, use: Use, found: Known) -> None:
    """A class of a client that is named, not called."""
    node = use.node
    if use.role == IMPORT or found.path in MODULES:
        return
    row = found.row
    if use.role == STRING or not isinstance(node, ast.expr) or row.use is None:
        plan.problem(node, f"{use.spelled} is named in a text, or assigned", Code.HANDED_ON)
        return
    parent = plan.text.parents.get(id(node))
    if use.role == LOAD and parent is None:
        inference_messages._quoted(plan, names, use, node, row.use)
    elif (use.role == LOAD and (is_annotation(plan, node) or _is_renaming(parent, node))) or _is_told_apart(plan, use):
        names.rename(node, row.use)
    else:
        plan.problem(node, f"{use.spelled} is neither called nor the type of something here", Code.HANDED_ON)


def _is_told_apart(plan: Plan, use: Use) -> bool:
    """``isinstance(client, ChatCompletionsClient)``, where no other client is told apart by its class."""
    classes = {certain_path(one.value) for one in plan.model.of(CATCH)}
    return use.role == CATCH and len(classes & set(CLIENTS)) == 1


def _is_renaming(parent: ast.AST | None, node: ast.expr) -> bool:
    """``Client = ChatCompletionsClient``."""
    return isinstance(parent, ast.Assign) and parent.value is node
