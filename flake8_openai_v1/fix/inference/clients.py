"""Clients of azure-ai-inference → those of openai: address, credential, options, and the defaults that they held."""

from __future__ import annotations

import ast

from ...rules.inference import endpoint
from ...sdk.inference import (
    CLIENTS,
    CONSTRUCTOR_POSITIONAL,
    CONSTRUCTORS,
    METHODS,
    PACKAGE,
    Keyword,
)
from ...semantics.uses import CALL
from ...semantics.values import Client, Const, Value
from ...syntax.written import is_none, value_given
from ..causes import Code
from ..names.paths import certain_path
from ..names.scopes import module_name
from ..plan import Plan
from .addresses import Default, rewrite_address
from .credentials import Credential, key_in_headers
from .names import Names
from .variables import travels

TIMES = ("connection_timeout", "read_timeout")
READ_TIMEOUT = 300
"""Seconds that azure.core waits for an answer, if nothing else is said."""


class Clients:
    """The clients of one file that are rewritten, and what their calls must be given from now on."""

    def __init__(self, plan: Plan, names: Names) -> None:
        """Nothing is rewritten yet."""
        self.plan = plan
        self.names = names
        self.made: dict[int, tuple[ast.Call, str, dict[str, Default]]] = {}
        """``id(call)`` → the call, the class that it makes one of, and its defaults."""
        kinds = {
            CLIENTS[path].asynchronous for use in plan.model.of(CALL) if (path := certain_path(use.value)) in CLIENTS
        }
        self.both = len(kinds) > 1
        """Does the file make clients of both kinds?"""
        self.used: set[int] = set()
        """``id(call)`` of those whose defaults a call was given."""

    # The call that makes one

    def rewrite(self, node: ast.Call, value: Value) -> None:
        """Rewrite the making of a client."""
        plan = self.plan
        path = certain_path(value)
        row = CLIENTS.get(path or "")
        if path is None or row is None or row.use is None:
            plan.problem(node, "it is not known which client is made here" if row is None else row.note)
            return
        cls = path.rpartition(".")[2]
        if any(isinstance(one, ast.Starred) for one in node.args) or any(one.arg is None for one in node.keywords):
            plan.problem(node, "what the client is given cannot be seen here")
            return
        given: dict[str, ast.expr] = dict(zip(CONSTRUCTOR_POSITIONAL, node.args, strict=False))
        given |= {one.arg: one.value for one in node.keywords if one.arg}
        if len(node.args) > len(CONSTRUCTOR_POSITIONAL) or not given.keys() >= set(CONSTRUCTOR_POSITIONAL):
            plan.problem(node, "a client needs an endpoint and a credential")
            return
        if not plan.placed(node):
            return
        self.names.rename(node.func, row.use)
        defaults: dict[str, Default] = {}
        deployment = rewrite_address(plan, given["endpoint"])
        if deployment is not None:
            defaults["model"] = deployment
        scopes = given.get("credential_scopes")
        Credential(self.names, node, scopes, row.asynchronous, self.both).rewrite(given)
        self._options(node, cls, given, defaults)
        for name, argument in zip(CONSTRUCTOR_POSITIONAL, node.args, strict=False):
            # Last, so that it stands before all that was put around the argument.
            plan.edits.wrap(*plan.text.whole(argument), f"{CONSTRUCTORS[cls][name].use}=", "")
        self.made[id(node)] = (node, path, defaults)

    def _options(self, node: ast.Call, cls: str, given: dict[str, ast.expr], defaults: dict[str, Default]) -> None:
        """The other arguments: options of the client, or defaults for its calls."""
        plan = self.plan
        renamed: dict[str, list[ast.keyword]] = {}
        for keyword in node.keywords:
            assert keyword.arg is not None
            row = CONSTRUCTORS[cls].get(keyword.arg)
            if row is None:
                plan.problem(keyword, f"{keyword.arg}= is not known")
            elif keyword.arg in CONSTRUCTOR_POSITIONAL:
                plan.edits.replace(*plan.text.keyword_name(keyword), row.use or "")
            elif _of_calls(cls, keyword.arg):
                plan.cut(node, keyword)
                if any(_is_ours(plan, part) for part in ast.walk(keyword.value)):
                    plan.problem(keyword, f"{keyword.arg}= of {cls} goes into each call, and is another thing there")
                if not is_none(keyword.value):
                    defaults[keyword.arg] = Default(plan.text.of(keyword.value), keyword.value)
            elif row.use == "" or (keyword.arg == "headers" and key_in_headers(plan, given) is not None):
                plan.cut(node, keyword)
            elif row.use is None or row.use == "http_client":
                note = row.note or "see http_client="
                plan.problem(
                    keyword, f"{keyword.arg}= of {cls} has no counterpart in openai; {note}", Code.NO_COUNTERPART
                )
            else:
                renamed.setdefault(row.use, []).append(keyword)
        for new, keywords in renamed.items():
            self._renamed(node, cls, new, keywords)

    def _renamed(self, node: ast.Call, cls: str, new: str, keywords: list[ast.keyword]) -> None:
        plan = self.plan
        by_name = {keyword.arg: keyword for keyword in keywords}
        if set(by_name) == set(TIMES):
            connect, read = (by_name[name] for name in TIMES)
            module = module_name(plan, node)
            start, end = plan.text.whole(read.value)
            plan.edits.replace(plan.text.span(read)[0], start, f"{new}={module}.Timeout(")
            plan.edits.wrap(start, end, "", f", connect={plan.text.of(connect.value)})")
            plan.cut(node, connect)
            return
        if len(keywords) > 1:
            both = " and ".join(f"{name}=" for name in by_name)
            plan.problem(keywords[1], f"{both} of {cls} are one {new}= in openai")
            return
        (keyword,) = keywords
        if keyword.arg == "user_agent":
            plan.edits.replace(plan.text.span(keyword)[0], plan.text.whole(keyword.value)[0], f'{new}={{"User-Agent": ')
            plan.edits.wrap(*plan.text.whole(keyword.value), "", "}")
            plan.doubt(keyword, "the name of the program is sent alone, without that of the SDK behind it")
        elif keyword.arg == "connection_timeout":
            connect_only(plan, keyword)
        elif keyword.arg in ("headers", "retry_total", "timeout", "read_timeout"):
            plan.edits.replace(*plan.text.keyword_name(keyword), new)
        else:
            note = CONSTRUCTORS[cls][str(keyword.arg)].note
            note = f" ({note})" if note else ""
            plan.problem(keyword, f"{keyword.arg}= of {cls} is another one in openai: {new}={note}")

    # What its calls are given

    def defaults(self, call: ast.Call, client: Client | None, given: set[str]) -> dict[str, Default] | None:
        """What a call was given by its client, also where it has its own; None, and a problem, if that is not clear."""
        plan = self.plan
        kinds = [made for made in self.made.values() if client is None or made[1] == client.cls]
        texts = {frozenset((name, one.text) for name, one in made[2].items() if name not in given) for made in kinds}
        if client is not None and client.node is not None and id(client.node) not in self.made:
            return self._foreign(call, client, given)
        if len(texts) > 1 and not self._is_certain(call, client):
            plan.problem(call, "several clients with other defaults may be called here")
            return None
        if client is None or client.node is None:
            if any(made[2].keys() - given for made in kinds):
                plan.problem(call, "it is not known with which defaults the client was made that is called here")
                return None
            return {}
        found = self.made[id(client.node)][2]
        self.used.add(id(client.node))
        result = dict(found)
        for name, default in found.items():
            if name in given or default.node is None or travels(plan, default.node, client.node, call):
                continue
            kept = _kept(plan, default, client.node, call)
            if kept is None:
                plan.problem(call, f"{name}={default.text} of the client goes into each call: it is another thing here")
                return None
            result[name] = kept
        return result

    def look_for_unused(self) -> None:
        """Defaults that no call of the file is given: those of other files must be."""
        for node, _, defaults in self.made.values():
            if defaults and id(node) not in self.used:
                given = ", ".join(f"{name}={one.text}" for name, one in defaults.items())
                self.plan.note(node, f"{given} of the client is taken out: it goes into each call, also in other files")

    def _foreign(self, call: ast.Call, client: Client, given: set[str]) -> dict[str, Default] | None:
        """The defaults of a client that another file makes."""
        result: dict[str, Default] = {}
        node, cls = client.node, client.cls.rpartition(".")[2]
        assert node is not None
        for keyword in node.keywords:
            if keyword.arg is not None and _of_calls(cls, keyword.arg):
                if keyword.arg in given:
                    result[keyword.arg] = Default("...", None)
                    continue
                if not isinstance(keyword.value, ast.Constant):
                    why = "in another file, which goes into each call"
                    self.plan.problem(call, f"the client was made with {keyword.arg}= {why}")
                    return None
                if keyword.value.value is not None:
                    result[keyword.arg] = Default(repr(keyword.value.value).replace("'", '"'), None)
        address = value_given(node, "endpoint", 0)
        if isinstance(address, ast.Constant):
            deployment = endpoint(Const(address.value))[1]
            if deployment:
                result.setdefault("model", Default(f'"{deployment}"', None))
        return result

    def _is_certain(self, call: ast.Call, client: Client | None) -> bool:
        """Is a call made on a variable that is bound once, to the making of this client?"""
        if client is None or client.node is None or not isinstance(call.func, ast.Attribute):
            return False
        spelled = ast.unparse(call.func.value)
        makers = []
        for node in ast.walk(self.plan.text.tree):
            if isinstance(node, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if node.value is not None and any(ast.unparse(target) == spelled for target in targets):
                    makers.append(node.value)
            elif isinstance(node, ast.withitem) and node.optional_vars and ast.unparse(node.optional_vars) == spelled:
                makers.append(node.context_expr)
            elif isinstance(node, ast.arg) and node.arg == spelled:
                return False
        return len(makers) == 1 and makers[0] is client.node


def _is_ours(plan: Plan, node: ast.AST) -> bool:
    """Is an expression something of azure-ai-inference?"""
    return (certain_path(plan.value(node)) or "").startswith(PACKAGE)


def connect_only(plan: Plan, keyword: ast.keyword) -> None:
    """The time for the connection alone: for the rest there is what azure.core had."""
    start, end = plan.text.whole(keyword.value)
    module = module_name(plan, keyword)
    plan.edits.replace(plan.text.span(keyword)[0], start, f"timeout={module}.Timeout({READ_TIMEOUT}, connect=")
    plan.edits.wrap(start, end, "", ")")


def _of_calls(cls: str, name: str) -> bool:
    """Is an argument of a client a default for its calls?"""
    for method in METHODS[cls].values():
        row: Keyword | None = method.keywords.get(name) if method.use and name != "body" else None
        if row is not None and row.use and CONSTRUCTORS[cls][name].use is None:
            return True
    return False


def _kept(plan: Plan, default: Default, maker: ast.Call, call: ast.Call) -> Default | None:
    """A default that the object keeps, too: ``self.model = model`` where the client is made with ``model=model``."""
    for node in ast.walk(plan.text.function_of(maker) or ast.Pass()):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and ast.unparse(node.value) == default.text:
            target = node.targets[0]
            if isinstance(target, ast.Attribute) and _is_set_once(plan, target) and travels(plan, target, maker, call):
                return Default(ast.unparse(target), target)
    return None


def _is_set_once(plan: Plan, target: ast.Attribute) -> bool:
    """Does the file assign an attribute in one place only?"""
    stores = [
        node
        for node in plan.text.nodes
        if isinstance(node, ast.Attribute) and node.attr == target.attr and not isinstance(node.ctx, ast.Load)
    ]
    return stores == [target]
