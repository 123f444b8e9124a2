"""``openai.api_base`` → ``openai.base_url``, which ends in a slash, or ``openai.azure_endpoint``."""

from __future__ import annotations

import ast
import re

from ...rules.urls import url_of
from ...semantics.uses import CALL, DELETE, LOAD, STORE, STRING, Use
from ...semantics.values import NONE, Const, Environ
from ...semantics.values import Text as Known
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, Settings, about
from ..text.text import Span
from .assigned import assigned_in, ends_in_slash, is_beside, kind_of, stored
from .reading import is_put_back, is_set_before, keeper, put_or


def address(settings: Settings) -> str:
    """The setting that carries the address as the program wrote it, where each call has a client of its own."""
    return settings.made_of or ("azure_endpoint" if settings.azure is True else "base_url")


BY_HAND = "openai.api_base is named in a way for which there is no edit: write openai.{} by hand"
"""Why a mention of the address is left; it takes today's name."""


@about(Code.CONFIGURATION)
def rewrite_address(plan: Plan, use: Use) -> None:
    """Rewrite what is done with ``openai.api_base``."""
    if plan.settings.each_call:
        _base_as_it_is(plan, use)
        return
    if plan.settings.switched:
        why = f"{plan.settings.switched}, and the openai module makes its client for Azure only once"
        plan.problem(use.node, why, about_settings=True)
        return
    azure = _base_on_azure(plan, use)
    if azure is None and use.role == STORE and _by_kind(plan, use):
        return
    if azure is None:
        plan.problem(use.node, "whether this address is one on Azure shows at run time only", about_settings=True)
        return
    name = "azure_endpoint" if azure else "base_url"
    node = use.node
    if use.role == CALL and isinstance(node, ast.Call):
        # openai.api_base.rstrip("/"): what is called is a method of the text.
        inner = _inner_base(plan, node)
        if isinstance(inner, ast.Attribute):
            _base_read(plan, inner, name)
            return
    if use.role == STRING:
        _patched(plan, use, name)
    elif isinstance(node, ast.Attribute):
        if not plan.placed(node):
            return
        if use.role == LOAD:
            _base_read(plan, node, name)
        else:
            plan.edits.replace(*plan.text.name(node), name)
            if use.role == STORE and not azure:
                _slash(plan, node)
    elif isinstance(node, ast.Call) and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
        if use.role == LOAD:
            as_it_was(plan, node, plan.text.span(node), plan.text.of(node.args[0]))
            return
        text = plan.text.of(node.args[1])
        plan.replace(node.args[1], text[0] + name + text[0])
        if use.role == STORE and len(node.args) > 2 and not azure:
            _add_slash(plan, node.args[2])
    else:
        plan.problem(node, BY_HAND.format(name))


def _inner_base(plan: Plan, node: ast.AST) -> ast.AST:
    """``openai.api_base`` in the call of a method of it."""
    inner = node.func if isinstance(node, ast.Call) else node
    while isinstance(inner, ast.Attribute) and certain_path(plan.value(inner)) != "openai.api_base":
        inner = inner.value
    return inner


def _base_as_it_is(plan: Plan, use: Use) -> None:
    """The address, of which a client is made for each call: it needs no slash, and may be that of Azure."""
    node, name = use.node, address(plan.settings)
    if use.role == CALL:
        node = _inner_base(plan, node)
    if not isinstance(node, ast.Attribute):
        plan.problem(use.node, BY_HAND.format(name))
        return
    if not plan.placed(node):
        return
    is_set = is_set_before(plan, node, "openai.api_base")
    if isinstance(plan.text.statement_of(node), ast.AugAssign) and use.role == STORE and not is_set:
        plan.problem(node, "openai.api_base is added to, and openai.base_url has no default")
    elif use.role in (STORE, DELETE) or is_set or is_put_back(plan, node):
        plan.edits.replace(*plan.text.name(node), name)
    else:
        plan.imports.add("os")
        quote = plan.quote(node)
        default = f"os.environ.get({quote}OPENAI_BASE_URL{quote}, {quote}https://api.openai.com/v1{quote})"
        put_or(plan, node, f"{plan.text.of(node.value)}.{name}", default)


def _by_kind(plan: Plan, use: Use) -> bool:
    """Set one or the other, by the kind of API that was set before it."""
    node = use.node
    statement = plan.text.statement_of(node)
    if not isinstance(node, ast.Attribute) or not isinstance(statement, ast.Assign) or statement.targets != [node]:
        return False
    function = plan.text.function_of(node)
    before = [
        other
        for other in plan.model.of(STORE)
        if certain_path(other.value) == "openai.api_type"
        and plan.text.function_of(other.node) is function
        and plan.line(other.node) < statement.lineno
    ]
    is_alone = plan.text.stands_alone(statement) and "\n" not in plan.text.of(statement)
    if not before or not is_alone or not plan.placed(node):
        return False
    start = plan.text.span(statement)[0]
    indent, newline, step = plan.text.indentation(start), plan.text.newline, plan.text.indent
    quote = plan.quote(node)
    chosen = _by_the_same_test(plan, statement.value)
    module, value = plan.text.of(node.value), plan.text.of(chosen.body if chosen else statement.value)
    test = f"if {module}.api_type == {quote}azure{quote}:{newline}{indent}{step}{module}.azure_endpoint = {value}"
    plan.edits.insert(start, f"{test}{newline}{indent}else:{newline}{indent}{step}")
    plan.edits.replace(*plan.text.name(node), "base_url")
    if chosen is None:
        _slash(plan, node)
    else:
        plan.edits.replace(plan.text.span(chosen)[0], plan.text.whole(chosen.orelse)[0], "")
        _add_slash(plan, chosen.orelse)
    return True


def _by_the_same_test(plan: Plan, value: ast.expr) -> ast.IfExp | None:
    """``a if openai.api_type == "azure" else b``, of which each branch needs one."""
    if not isinstance(value, ast.IfExp) or plan.text.whole(value) != plan.text.span(value):
        return None
    test = value.test
    is_same = (
        isinstance(test, ast.Compare)
        and len(test.ops) == 1
        and isinstance(test.ops[0], ast.Eq)
        and certain_path(plan.value(test.left)) == "openai.api_type"
        and plan.value(test.comparators[0]) == Const("azure")
    )
    return value if is_same else None


def _base_on_azure(plan: Plan, use: Use) -> bool | None:
    """Is an address one on Azure? None where that is decided at run time."""
    if plan.settings.azure is not None:
        return plan.settings.azure
    given = stored(use, plan.text)
    url = url_of(given) if use.role == STORE else None
    if url is not None and url.azure:
        return True
    # Beside it, in the same block, the kind of API is set.
    statement = plan.text.statement_of(use.node)
    beside = [
        other
        for other in plan.model.of(STORE)
        if certain_path(other.value) == "openai.api_type" and is_beside(plan, use, other)
    ]
    kinds = {kind_of(other, plan.text) for other in beside}
    if len(kinds) == 1 and None not in kinds:
        return kinds.pop()
    if not kinds and isinstance(given, Const) and url is not None and not url.azure:
        return False
    if not kinds and any(isinstance(around, ast.If) for around in plan.text.around(use.node)):
        return False if _other_branch_is_azure(plan, statement) else None
    return None


def _other_branch_is_azure(plan: Plan, statement: ast.stmt) -> bool:
    """Is the kind of API set to Azure in another branch of the test around a statement?"""
    parent = plan.text.parents.get(id(statement))
    if not isinstance(parent, ast.If):
        return False
    return any(
        certain_path(other.value) == "openai.api_type"
        and kind_of(other, plan.text) is True
        and any(around is parent for around in plan.text.around(other.node))
        for other in plan.model.of(STORE)
    )


def _base_read(plan: Plan, node: ast.Attribute, name: str) -> None:
    """Reading it: what is only put back later may be today's; anything else would show another text."""
    if is_put_back(plan, node) and name == "azure_endpoint":
        plan.edits.replace(*plan.text.name(node), name)
        return
    if is_put_back(plan, node):
        # The module's client takes None for what was set when it was made: the address itself must be put back.
        plan.imports.add("os")
        default = 'os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")'
        module = plan.text.of(node.value)
        plan.edits.replace(*plan.text.span(node), f'str({module}.base_url or {default}).rstrip("/") + "/"')
        return
    if name == "azure_endpoint" and is_set_before(plan, node, "openai.api_base"):
        plan.edits.replace(*plan.text.name(node), name)
        return
    as_it_was(plan, node, plan.text.span(node), plan.text.of(node.value))


@about(Code.CONFIGURATION)
def as_it_was(plan: Plan, node: ast.AST, span: Span, module: str) -> None:
    """What ``openai.api_base`` was: without a slash at its end, and with a default."""
    if plan.settings.slashed or plan.settings.azure is not False:
        why = "openai.api_base is read, and openai.base_url has no default and may end in a slash"
        plan.problem(node, why, about_settings=True)
        return
    plan.imports.add("os")
    quote = plan.quote(node)
    default = f"os.environ.get({quote}OPENAI_BASE_URL{quote}, {quote}https://api.openai.com/v1{quote})"
    plan.edits.replace(*span, f"str({module}.base_url or {default}).rstrip({quote}/{quote})")


def _kept(plan: Plan) -> set[str]:
    """The names under which the program keeps what the setting was, to put it back."""
    keepers = (
        keeper(plan, use.node)
        for use in plan.model.of(LOAD)
        if isinstance(use.node, ast.Attribute)
        and certain_path(use.value) == "openai.api_base"
        and is_put_back(plan, use.node)
    )
    return {ast.unparse(keeper) for keeper in keepers if keeper is not None}


def _slash(plan: Plan, target: ast.Attribute) -> None:
    """The value that is assigned needs a slash at its end, but for one that is put back."""
    several = plan.text.statement_of(target)
    if isinstance(several, ast.AugAssign):
        why = "openai.api_base is added to, and openai.base_url has a slash at its end"
        plan.problem(target, why, about_settings=True)
        return
    if isinstance(several, ast.Assign) and len(several.targets) > 1:
        why = "this text is assigned to other names as well, and openai.base_url needs a slash at its end"
        plan.problem(target, why, about_settings=True)
        return
    value = assigned_in(plan.text, target)
    statement = plan.text.statement_of(target)
    whole = statement.value if isinstance(statement, ast.Assign) else None
    for part in (value, whole):
        if isinstance(part, (ast.Name, ast.Attribute)) and ast.unparse(part) in _kept(plan):
            return
    if value is None:
        plan.problem(target, "what is assigned to openai.api_base cannot be seen", about_settings=True)
        return
    _add_slash(plan, value)


def _add_slash(plan: Plan, value: ast.expr) -> None:
    """Make a text end in a slash."""
    if isinstance(value, ast.Constant):
        if isinstance(value.value, str) and not value.value.endswith("/"):
            end = plan.text.span(value)[1]
            closing = _closing(plan.text.text[:end])
            plan.edits.insert(end - closing, "/")
        return
    if isinstance(value, ast.JoinedStr):
        last = value.values[-1] if value.values else None
        if isinstance(last, ast.Constant) and str(last.value).endswith("/"):
            return
        end = plan.text.span(value)[1]
        plan.edits.insert(end - _closing(plan.text.text[:end]), "/")
        return
    if isinstance(value, ast.IfExp):
        if all(_is_stripped(plan, branch) for branch in (value.body, value.orelse)):
            plan.edits.wrap(*plan.text.span(value), "(", ').rstrip("/") + "/"')
            return
        _add_slash(plan, value.body)
        _add_slash(plan, value.orelse)
        return
    known = plan.value(value)
    if isinstance(known, Const) and isinstance(known.value, str) and known.value.endswith("/"):
        return
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add) and _is_told(value.right):
        _add_slash(plan, value.right)  # HOST + "/v1"
        return
    if ends_in_slash(value):
        return
    if isinstance(value, ast.BoolOp):
        plan.edits.wrap(*plan.text.span(value), "(", ').rstrip("/") + "/"')
        return
    simple = isinstance(value, SIMPLE)
    if simple and (not _may_be_none(plan, value) or _is_tested(plan, value)):
        plan.edits.wrap(*plan.text.whole(value), "", '.rstrip("/") + "/"')
    elif simple and isinstance(value, (ast.Name, ast.Attribute)):
        plan.edits.wrap(*plan.text.whole(value), "", f' and {plan.text.of(value)}.rstrip("/") + "/"')
    elif simple:
        plan.edits.wrap(*plan.text.whole(value), "(", ' or "").rstrip("/") + "/"')
    else:
        plan.edits.wrap(*plan.text.span(value), "(", ').rstrip("/") + "/"')


SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SIMPLE = (ast.Name, ast.Attribute, ast.Call, ast.Subscript)
"""What a method may be called on without brackets."""


def _may_be_none(plan: Plan, value: ast.expr) -> bool:
    """True unless a value is certainly a text. What was read of ``openai.api_base`` is one: it had a default."""
    known = plan.value(value)
    if isinstance(known, Environ):
        return not known.required and known.default == NONE
    return not isinstance(known, (Const, Known)) and not _was_read(plan, value)


def _was_read(plan: Plan, value: ast.expr) -> bool:
    """True if a value is what ``openai.api_base`` was, or a name that is bound to that alone."""
    if isinstance(value, ast.Name):
        stores = [*plan.text.index.stores.get(value.id, ())]
        parent = plan.text.parents.get(id(stores[0])) if len(stores) == 1 else None
        if not isinstance(parent, ast.Assign) or stores[0] not in parent.targets:
            return False
        home = plan.text.function_of(parent)
        within = [one for one in plan.text.around(value) if isinstance(one, SCOPES) and one is not home]
        if any(value.id in plan.text.index.bound_in(one) for one in within):
            return False
        value = parent.value
    return isinstance(value, ast.Attribute) and certain_path(plan.value(value)) == "openai.api_base"


def _is_stripped(plan: Plan, value: ast.expr) -> bool:
    """True if a value is certainly a text, whose end does not show."""
    known = plan.value(value)
    if not isinstance(value, SIMPLE) or ends_in_slash(value) or (isinstance(known, Const) and known != NONE):
        return False
    return not _may_be_none(plan, value) or _is_tested(plan, value)


def _is_tested(plan: Plan, value: ast.expr) -> bool:
    """True if a value is used under a test that it is not empty, and what it is made of is not bound in between."""
    text = ast.unparse(value)
    for around, inner in plan.text.steps(value):
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            return False
        body = around.body if isinstance(around, ast.If) else [around.body] if isinstance(around, ast.IfExp) else []
        if isinstance(around, (ast.If, ast.IfExp)) and inner in body:
            test = around.test
            parts = test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) else [test]
            names = {part.id for part in ast.walk(value) if isinstance(part, ast.Name)}
            if any(ast.unparse(part) in (text, f"{text} is not None") for part in parts):
                return not any(True for name in names for _ in plan.text.index.stores_in(around, name))
    return False


def _is_told(value: ast.expr) -> bool:
    """True if the end of a text stands in the source."""
    if isinstance(value, ast.JoinedStr):
        return bool(value.values) and isinstance(value.values[-1], ast.Constant)
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value != ""


def _closing(text: str) -> int:
    """How many characters the closing quotes at the end of a text have."""
    return 3 if text.endswith(('"""', "'''")) else 1


def _patched(plan: Plan, use: Use, name: str) -> None:
    """``patch("openai.api_base", value)``."""
    node = use.node
    call = plan.text.parents.get(id(node))
    if isinstance(node, ast.Constant) and isinstance(call, ast.Call) and plan.placed(node):
        text = plan.text.of(node)
        plan.replace(node, re.sub(r"\bapi_base\b", name, text))
        at = call.args.index(node) + 1 if node in call.args else 0
        if name == "base_url" and at and len(call.args) > at:
            _add_slash(plan, call.args[at])
        return
    plan.problem(node, BY_HAND.format(name))
