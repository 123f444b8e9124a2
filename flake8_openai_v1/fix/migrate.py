"""From what a file does with the SDK to the edits that migrate it: all subjects in their order."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Sequence

from ..lint.linter import Examined
from ..rules.facts import EXCEPTION, HELPER, MODULE, SETTING, removed
from ..sdk.exceptions import STILL_THERE
from ..semantics.local import Local
from ..semantics.uses import (
    ACCESS,
    CALL,
    CATCH,
    DELETE,
    IMPORT,
    ITERATE,
    LACK,
    LOAD,
    METHOD,
    SERIALISE,
    SETITEM,
    SPREAD,
    STORE,
    STRING,
    TRY,
    Use,
)
from ..semantics.values import Client, Member, Partial, Place
from .causes import Code
from .clients import instances, makers, settings
from .clients.kinds import look_for_unwanted_kinds, rewrite_kinds
from .clients.links import NotTheSame
from .clients.variables import rewrite_variables
from .exceptions import class_names, exceptions, pairs, raising, unraised
from .exceptions.attributes import rewrite_attribute
from .exceptions.classes import rename_errors
from .exceptions.order import rewrite_clauses
from .exceptions.suspected import look_for_unknown
from .exceptions.texts import look_for_tested_texts
from .inference import run as inference
from .mocks import fakes, given, patches, replaced, stand_ins
from .mocks.lookalikes import look_for_lookalikes
from .names import calls, handed, helpers, hidden, later, names
from .names.annotations import is_annotation, rename_type
from .names.imports import rewrite_imports, write_import
from .names.keys import rewrite_keys
from .names.paths import ERRORS, certain_path, is_own_name
from .plan import Plan, Settings
from .responses import dicts, escapes, headers, responses, streams, type_hints
from .responses.missing import look_for_caught_attributes
from .responses.texts import rewrite_texts
from .responses.wholes import (
    look_for_copies,
    look_for_pages,
    look_for_stand_ins,
    rewrite_by_name,
    rewrite_copies,
    rewrite_held,
    rewrite_serialised,
    rewrite_truth,
)
from .text import imports
from .text.edits import Conflict, Edits
from .text.text import Text

RESPONSES = (ACCESS, METHOD, ITERATE, SPREAD, SERIALISE, LACK)


def worked_out(
    path: str,
    examined: Examined,
    text: Text,
    settings: Settings,
    wants: Callable[[str, ast.AST], bool],
    client: str = "module",
    as_dicts: bool | None = None,
    again: bool = False,
    legacy: bool = True,
    left: Sequence[tuple[int, int]] = (),
    travel: Local | None = None,
    kept: Collection[ast.AST] = (),
) -> Plan:
    """Find all edits that a file needs, and what stands against them.

    ``client`` is ``instance``, ``module``, or ``auto``: a client object where that is the same for sure. Where
    responses cannot be made objects, but dicts, they become these. ``as_dicts`` says which; ``None``: what can be done,
    in a file that is alone, as another one would read them as objects. ``again``: what was migrated is looked at again.
    ``legacy``: is anything of 0.x to be touched? ``left`` are stretches of the text that stay as they are.
    ``travel`` knows where values come from and go to; None in a text that was edited. ``kept`` are expressions that may
    be responses which become dicts all the same, whatever the others become.
    """
    if not legacy:
        plan = Plan(path, examined, text, settings, Edits(text.text), wants)
        work_out_inference(plan)
        return plan
    plan = _carried(path, examined, text, settings, wants, client, bool(as_dicts), again, left, travel, kept)
    against = [*plan.problems, *plan.doubts]
    alone = as_dicts is None and settings.alone
    if against and alone and all(reason.about_responses for reason in against):
        other = _carried(path, examined, text, settings, wants, client, True, again, left, travel)
        if not other.problems and not other.doubts:
            return other
    return plan


def _carried(
    path: str,
    examined: Examined,
    text: Text,
    settings: Settings,
    wants: Callable[[str, ast.AST], bool],
    client: str,
    as_dicts: bool,
    again: bool,
    left: Sequence[tuple[int, int]],
    travel: Local | None,
    kept: Collection[ast.AST] = (),
) -> Plan:
    """A plan that is worked out, on a client object or on the module."""

    def new() -> Plan:
        plan = Plan(path, examined, text, settings, Edits(text.text), wants, as_dicts=as_dicts, again=again, left=left)
        plan.travel = travel
        plan.dicts = frozenset(kept)
        return plan

    if settings.homes is not None and not again:
        plan = new()
        try:
            instances.at_homes(plan)
        except NotTheSame as reason:
            plan.problem(text.tree, str(reason), Code.CLIENT)
        else:
            work_out(plan)
        return plan
    if settings.each_call:
        plan = new()
        makers.carry(plan)
        work_out(plan)
        return plan
    why: NotTheSame | None = None
    if client != "module":
        plan = new()
        try:
            instances.carry(plan, client == "instance")
        except NotTheSame as reason:
            why = reason
        else:
            work_out(plan)
        if plan.carrier is not None and not plan.problems and (client == "instance" or not plan.doubts):
            return plan
    plan = new()
    work_out(plan)
    call = next((use.node for use in examined.uses if use.role == CALL and instances.is_call(use)), None)
    if client == "instance" and why is not None and call is not None:
        plan.note(call, f"calls stay on the openai module, as a client would behave otherwise: {settings.apart or why}")
    return plan


def with_helpers(
    path: str,
    examined: Examined,
    text: Text,
    wants: Callable[[str, ast.AST], bool],
    elsewhere: Callable[[str], bool],
    cell: Callable[[int], object],
) -> Plan:
    """Find the edits that put helpers of 0.x, which are gone, into a file that uses them."""
    plan = Plan(path, examined, text, Settings(), Edits(text.text), wants)
    helpers.rewrite_helpers(plan, elsewhere, cell)
    return plan


def unseen(
    path: str, examined: Examined, text: Text, settings: Settings, wants: Callable[[str, ast.AST], bool]
) -> Plan:
    """Say what of 0.x may be in a file in which nothing of it is found."""
    plan = Plan(path, examined, text, settings, Edits(text.text), wants)
    hidden.look_at_nothing(plan)
    return plan


def work_out(plan: Plan) -> None:
    """Fill a plan with all edits that its file needs, and with what stands against them."""
    uses = [use for use in plan.examined.uses if not use.inference and not plan.is_left(use.node)]
    try:
        if plan.as_dicts:
            dicts.prepare(plan)
        else:
            headers.prepare(plan)
        look_for_unwanted_kinds(plan)
        for use in uses:
            _rewrite(plan, use)
        rewrite_kinds(plan)
        rewrite_imports(plan, uses)
        rewrite_keys(plan)
        look_for_unknown(plan)
        class_names.look_for_class_names(plan)
        look_for_tested_texts(plan)
        pairs.rewrite(plan)
        raising.look_for_raised(plan)
        stand_ins.rewrite_modules(plan)
        given.rewrite(plan)
        look_for_lookalikes(plan)
        fakes.look_for_dicts(plan)
        settings.rewrite_dynamic(plan)
        hidden.look_for_hidden(plan)
        inference.rewrite(plan)
        later.rewrite(plan)
        if plan.as_dicts:
            dicts.rewrite(plan)
        else:
            rewrite_texts(plan)
            look_for_stand_ins(plan)
            rewrite_truth(plan)
            rewrite_serialised(plan)
            rewrite_held(plan)
            rewrite_by_name(plan)
            rewrite_copies(plan)
            look_for_caught_attributes(plan)
            look_for_copies(plan)
            escapes.guard(plan)
            escapes.look_for_methods(plan)
            escapes.look_for_types(plan)
            look_for_pages(plan)
            escapes.look_at_spread(plan)
            dicts.rewrite_kept(plan)
        type_hints.rewrite_annotations(plan)
        streams.guard_choices(plan)
        _cut(plan)
        makers.write(plan)
        imports.add_imports(plan)
    except Conflict as conflict:
        plan.problem(plan.text.tree, f"two changes want the same text: {conflict}")


def work_out_inference(plan: Plan) -> None:
    """Fill a plan with the edits for azure-ai-inference alone."""
    try:
        inference.rewrite(plan)
        later.rewrite(plan)
        _cut(plan)
        imports.add_imports(plan)
    except Conflict as conflict:
        plan.problem(plan.text.tree, f"two changes want the same text: {conflict}")


def _cut(plan: Plan) -> None:
    """Take the arguments and elements out that go."""
    for owner, gone in plan.cuts.values():
        for argument in gone:
            plan.edits.discard(*plan.text.span(argument))
        if isinstance(owner, ast.Call):
            for start, end in plan.text.arguments_cut(owner, gone):
                plan.edits.replace(start, end, "")
        elif isinstance(owner, ast.Dict):
            for start, end in plan.text.entries_cut(owner, gone):
                plan.edits.replace(start, end, "")
        else:
            unraised.cut(plan, owner, gone)


def _rewrite(plan: Plan, use: Use) -> None:
    role = use.role
    if role in RESPONSES and plan.dicts and any(map(plan.is_hidden, ast.walk(use.node))):
        return
    if id(use.node) in plan.settings.overwritten:
        write_import(plan, plan.text.statement_of(use.node), [])
    elif role in RESPONSES:
        if not plan.as_dicts:
            responses.rewrite_response(plan, use)
    elif role == TRY:
        rewrite_clauses(plan, use)
    elif isinstance(use.value, Member):
        rewrite_attribute(plan, use)
    elif role == CALL:
        _call(plan, use)
    elif role in (LOAD, STORE, DELETE, CATCH, STRING):
        _mention(plan, use)
    elif role == SETITEM:
        rewrite_variables(plan, use)
    elif role != IMPORT:
        pass


def _call(plan: Plan, use: Use) -> None:
    found = removed(use.value)
    is_exception = found is not None and found.kind == EXCEPTION
    if is_exception or certain_path(use.value) in STILL_THERE:
        exceptions.rewrite_exception(plan, use)
    elif found is not None and found.kind == SETTING:
        settings.rewrite_setting(plan, use)
    elif isinstance(use.value, (Client, Partial)) or (isinstance(use.value, Place) or found is not None):
        rewrite_variables(plan, use)
        calls.rewrite_call(plan, use)


def _mention(plan: Plan, use: Use) -> None:
    found = removed(use.value)
    if found is None and use.role in (CATCH, LOAD) and certain_path(use.value) in STILL_THERE:
        exceptions.rewrite_exception(plan, use)
    if found is None:
        settings.rewrite_kept(plan, use)
        rewrite_variables(plan, use)
        return
    if found.kind == SETTING:
        settings.rewrite_setting(plan, use)
    elif use.role == STRING:
        patches.rewrite_target(plan, use)
    elif found.kind == EXCEPTION:
        exceptions.rewrite_exception(plan, use)
    elif is_own_name(use.value) or not plan.wants("OAI104", use.node):
        pass
    elif use.role != LOAD:
        if not replaced.rewrite_store(plan, use):
            # The module is gone, too; a class of openai itself takes any attribute.
            is_loud = ".api_resources." in use.spelled
            plan.problem(
                use.node, f"{use.spelled} is gone, and is assigned or deleted here", Code.MOCK, is_loud=is_loud
            )
    elif replaced.rewrite_saved(plan, use):
        return
    elif found.kind == MODULE and found.path == ERRORS:
        rename_errors(plan, use.node)
    elif found.kind in (HELPER, MODULE):
        names.rename_helper(plan, use.node, found.path)
    elif isinstance(plan.text.parents.get(id(use.node)), ast.ClassDef):
        text = "a class of the program is derived from one that was removed"
        step = "take the base out, and let its methods call a client (OpenAI()); then run fix again"
        plan.problem(use.node, text, Code.HANDED_ON, step=step, is_loud=True)
    elif is_annotation(plan, use.node):
        rename_type(plan, use.node, found.path)
    elif patches.rewrite_object(plan, use) or handed.rewrite(plan, use):
        return
    elif names.evaluates_early(plan, use.node):
        plan.problem(
            use.node,
            "naming this resource makes the module's client, before the settings for Azure are complete",
            Code.CONFIGURATION,
        )
    elif calls.is_exact(plan, use.node, found.path, called=False):
        names.rename(plan, use.node)  # type: ignore[arg-type]
        calls.rewrite_passed_on(plan, use)


__all__ = ["Plan", "unseen", "with_helpers", "worked_out"]
