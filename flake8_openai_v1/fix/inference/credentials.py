"""Credentials of azure.core and azure.identity → keys, and functions that give tokens."""

from __future__ import annotations

import ast

from ...sdk.inference import (
    SCOPE,
)
from ...semantics.values import Made, alternatives
from ..names.paths import certain_path, is_own_name
from ..plan import Plan
from .addresses import is_only
from .names import KEY, Names
from .variables import bound, definition

CREDENTIAL = f"{KEY}()"
IDENTITY = "azure.identity"
PROVIDER = "get_bearer_token_provider"
ASYNC_PROVIDER = "get_async_bearer_token_provider"
PROVIDERS = (1, 106)
"""The first release whose clients take a function as ``api_key=``."""
TOKENS = frozenset({"TokenCredential", "AsyncTokenCredential", "DefaultAzureCredential"})
"""Classes whose objects give tokens, as annotations name them."""


class Credential:
    """What a client is given to prove who calls."""

    def __init__(self, names: Names, call: ast.Call, scopes: ast.expr | None, asynchronous: bool, both: bool) -> None:
        """``call`` makes the client, ``scopes`` are those of tokens; ``both``: does the file make both kinds?"""
        self.plan, self.names = names.plan, names
        self.call, self.scopes, self.asynchronous, self.both = call, scopes, asynchronous, both

    def rewrite(self, given: dict[str, ast.expr]) -> None:
        """Rewrite the credential among what the client is given."""
        credential = given["credential"]
        key = key_in_headers(self.plan, given)
        if key is not None and isinstance(credential, ast.Call):
            self.names.take(credential.func)
            self.plan.replace(credential, self.plan.text.of(key))
            return
        made = self.plan.value(credential)
        if isinstance(made, Made) and made.path == CREDENTIAL and getattr(_key_of(made.node), "value", None) == "":
            self.plan.problem(credential, "the key is empty, and what stands for it is not clear")
            return
        self._secret(credential)

    def _secret(self, credential: ast.expr) -> None:
        """Rewrite what an expression gives as credential to the key, or to what gives tokens."""
        if isinstance(credential, ast.IfExp):
            self._secret(credential.body)
            self._secret(credential.orelse)
            return
        several = self._assigned(credential)
        if several:
            for one in several:
                self._secret(one)
            return
        options = alternatives(self.plan.value(credential))
        annotated = _annotation(self.plan, credential) if not options else ""
        if annotated == "AzureKeyCredential" and not _is_updated(self.plan):
            self.plan.wrap(credential, "", ".key")
        elif annotated in TOKENS:
            self._token(credential)
        elif options and all(isinstance(option, Made) and option.path == CREDENTIAL for option in options):
            self._key(credential)
        elif options and all(isinstance(option, Made) and option.path.startswith(IDENTITY) for option in options):
            made = {".aio." in option.path for option in options if isinstance(option, Made)}
            if made != {self.asynchronous}:
                self.plan.problem(credential, "the credential is for the other kind of client")
                return
            self._token(credential)
        elif self.scopes is not None and not options:
            # Scopes are for tokens: a key has none.
            self._token(credential)
        else:
            self.plan.problem(credential, "the file does not show whether the credential is a key or gives tokens")

    def _assigned(self, credential: ast.expr) -> list[ast.expr]:
        """What a variable is assigned in several places, where it is the credential of clients alone."""
        if not isinstance(credential, ast.Name) or not is_only(self.plan, credential, "credential"):
            return []
        result = []
        for one in bound(self.plan, credential):
            parent = self.plan.text.parents.get(id(one))
            if not isinstance(parent, ast.Assign) or parent.targets != [one]:
                return []
            value = self.plan.value(parent.value)
            if not isinstance(value, Made) or not (value.path == CREDENTIAL or value.path.startswith(IDENTITY)):
                return []
            result.append(parent.value)
        return result if len(result) > 1 else []

    def _key(self, credential: ast.expr) -> None:
        """``AzureKeyCredential(key)`` → ``key``, here or where the variable is assigned."""
        if isinstance(credential, ast.Call):
            self._unwrap(credential)
            return
        if isinstance(credential, ast.Name) and is_only(self.plan, credential, "credential"):
            assigned = definition(self.plan, credential)
            if isinstance(assigned, ast.Call):
                self._unwrap(assigned)
                return
        if _is_updated(self.plan):
            self.plan.problem(credential, "the key of the credential is changed while the program runs")
            return
        self.plan.wrap(credential, "", ".key")

    def _unwrap(self, call: ast.Call) -> None:
        key = _key_of(call)
        if key is None or is_own_name(self.plan.value(call.func)) or certain_path(self.plan.value(call.func)) != KEY:
            self.plan.problem(call, "it is not clear what the key is")
            return
        self.names.take(call.func)
        start, end = self.plan.text.span(call)
        inner = self.plan.text.whole(key)
        around = self.plan.text.text[start : inner[0]] + self.plan.text.text[inner[1] : end]
        if "#" in around:
            self.plan.problem(call, "a comment stands within the credential")
            return
        self.plan.edits.replace(start, inner[0], "")
        self.plan.edits.replace(inner[1], end, "")

    def _token(self, credential: ast.expr) -> None:
        """A credential that gives tokens: a function that gives the token of the moment."""
        if self.plan.examined.file.target[:2] < PROVIDERS:
            self.plan.problem(credential, "openai takes a function as api_key= since 1.106.0 only")
            return
        module = f"{IDENTITY}.aio" if self.asynchronous else IDENTITY
        quote = self.plan.quote(self.call)
        scope = f"{quote}{SCOPE}{quote}"
        if isinstance(self.scopes, (ast.List, ast.Tuple)):
            scope = ", ".join(self.plan.text.of(element) for element in self.scopes.elts)
        elif self.scopes is not None:
            scope = f"*{self.plan.text.of(self.scopes)}"
        name = _bound_as(self.plan, module, PROVIDER)
        if name is None:
            # The two kinds have the same name: where a file has both, one gets another.
            name = ASYNC_PROVIDER if self.asynchronous and self.both else PROVIDER
            self.names.beside(self.call.func, module, PROVIDER, name)
        self.plan.doubt(credential, f"{PROVIDER} of azure-identity gives the token, for {scope}")
        self.plan.wrap(credential, f"{name}(", f", {scope})")


def key_in_headers(plan: Plan, given: dict[str, ast.expr]) -> ast.expr | None:
    """The key of ``headers={"api-key": key}`` beside an empty credential, as Azure OpenAI wanted it."""
    value = plan.value(given["credential"])
    headers = given.get("headers")
    if not isinstance(value, Made) or value.path != CREDENTIAL or not isinstance(headers, ast.Dict):
        return None
    key = _key_of(value.node)
    if not isinstance(key, ast.Constant) or key.value != "" or len(headers.keys) != 1:
        return None
    (name,) = headers.keys
    return headers.values[0] if isinstance(name, ast.Constant) and str(name.value).lower() == "api-key" else None


def _key_of(call: ast.Call) -> ast.expr | None:
    """The key of ``AzureKeyCredential(key)``."""
    if len(call.args) == 1 and not call.keywords and not isinstance(call.args[0], ast.Starred):
        return call.args[0]
    if not call.args and len(call.keywords) == 1 and call.keywords[0].arg == "key":
        return call.keywords[0].value
    return None


def _annotation(plan: Plan, node: ast.expr) -> str:
    """The class that the annotation of a parameter names; empty where there is none."""
    function = plan.text.function_of(node)
    if not isinstance(node, ast.Name) or function is None:
        return ""
    args = function.args
    for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs):
        if arg.arg == node.id and isinstance(arg.annotation, (ast.Name, ast.Attribute)):
            return ast.unparse(arg.annotation).rpartition(".")[2]
    return ""


def _is_updated(plan: Plan) -> bool:
    """Does the file change the key of a credential, or may it?"""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "update"
        and any(getattr(one, "path", "").startswith(CREDENTIAL) for one in alternatives(plan.value(node.func.value)))
        for node in plan.text.nodes
    )


def _bound_as(plan: Plan, module: str, name: str) -> str | None:
    """The name under which the top of the file imports something."""
    for statement in plan.text.tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == module:
            for alias in statement.names:
                if alias.name == name:
                    return alias.asname or alias.name
    return None
