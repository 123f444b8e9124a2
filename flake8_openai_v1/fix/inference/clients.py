"""Clients of azure-ai-inference → those of openai: address, credential, options, and the defaults that they held."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from ...rules.inference import endpoint
from ...rules.urls import V1, url_of
from ...sdk.inference import (
    CLIENTS,
    CONSTRUCTOR_POSITIONAL,
    CONSTRUCTORS,
    ENDPOINTS,
    METHODS,
    PACKAGE,
    SCOPE,
    Keyword,
)
from ...semantics.uses import CALL
from ...semantics.values import Client, Const, Made, Text, Value, alternatives
from ..causes import Code
from ..names.paths import certain_path, is_own_name
from ..names.scopes import module_name
from ..plan import Plan
from .names import KEY, Names
from .variables import bound, definition, loads, travels

CREDENTIAL = f"{KEY}()"
IDENTITY = "azure.identity"
PROVIDER = "get_bearer_token_provider"
ASYNC_PROVIDER = "get_async_bearer_token_provider"
PROVIDERS = (1, 106)
"""The first release whose clients take a function as ``api_key=``."""
TOKENS = frozenset({"TokenCredential", "AsyncTokenCredential", "DefaultAzureCredential"})
"""Classes whose objects give tokens, as annotations name them."""
TIMES = ("connection_timeout", "read_timeout")
READ_TIMEOUT = 300
"""Seconds that azure.core waits for an answer, if nothing else is said."""
OLD_PATH = "/models"
NEW_PATH = "/openai/v1/"
FIELD = re.compile(r"/openai/deployments/\{(?P<name>[^{}!:]+)\}(?:/[^{}]*)?(?=[\"']+$)")
"""The end of an f-string whose address names the deployment by a variable."""
END = re.compile(r"(?:\.services\.ai\.azure\.com)?/models/?(?=[\"']+$)")
"""The end of the text of an address, with its quotes."""


class Default(NamedTuple):
    """An argument that a client gave to each of its calls."""

    text: str
    """As it stands in the file; for what comes from elsewhere, a literal."""
    node: ast.expr | None
    """Where it stands in this file; None for a literal."""


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
        deployment = self._address(given["endpoint"])
        if deployment is not None:
            defaults["model"] = deployment
        self._credential(node, given, row.asynchronous)
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
                if not (isinstance(keyword.value, ast.Constant) and keyword.value.value is None):
                    defaults[keyword.arg] = Default(plan.text.of(keyword.value), keyword.value)
            elif row.use == "" or (keyword.arg == "headers" and self._key_in_headers(given) is not None):
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

    # Address

    def _address(self, node: ast.expr) -> Default | None:
        """Rewrite the endpoint; gives the deployment that it names."""
        plan = self.plan
        value = plan.value(node)
        url = url_of(value) if isinstance(value, (Const, Text)) else None
        if url is None or (not url.host and isinstance(value, Text)):
            self._unknown_address(node)
            return None
        if V1.search(url.path):
            return None
        base_url, deployment, gone = endpoint(value)
        if gone and any(row.gone and url.host.endswith(row.ending) for row in ENDPOINTS):
            plan.problem(node, f"there is nothing behind {url.shown}: {gone}", Code.CONFIGURATION)
            return None
        if not any(url.host.endswith(row.ending) for row in ENDPOINTS):
            plan.doubt(
                node,
                f"{url.shown} is no address of Azure: it stays, as if there were an API like OpenAI's",
                Code.CONFIGURATION,
            )
            return None
        found = Default(f'"{deployment}"', None) if deployment else None
        if isinstance(value, Const) and not isinstance(node, ast.JoinedStr):
            label = re.match(r"[^/]*//([^/.]+)", str(value.value).strip())
            if label:
                base_url = base_url.replace("<resource>", label[1])
            plan.doubt(node, f"the address changes from {url.shown} to {base_url}", Code.CONFIGURATION)
            self._write_address(node, base_url)
            return found
        return self._text_address(node, url.shown)

    def _write_address(self, node: ast.expr, base_url: str) -> None:
        """Put an address where a literal stands, or in the place of a variable that others use, too."""
        plan = self.plan
        target: ast.expr = node
        if isinstance(node, ast.Name):
            assigned = definition(plan, node)
            if isinstance(assigned, ast.Constant) and self._is_only(node, "endpoint"):
                target = assigned
        quote = plan.quote(target)
        source = plan.text.of(target)
        if isinstance(target, ast.Constant) and source[:1] in "\"'" and source[:3] not in ('"""', "'''"):
            quote = source[0]
        plan.replace(target, f"{quote}{base_url}{quote}")

    def _is_only(self, node: ast.Name, name: str) -> bool:
        """Is a variable used as one argument of clients alone?"""
        plan = self.plan
        position = CONSTRUCTOR_POSITIONAL.index(name)
        for other in loads(plan, node):
            parent = plan.text.parents.get(id(other))
            call = plan.text.parents.get(id(parent)) if isinstance(parent, ast.keyword) else parent
            if not isinstance(call, ast.Call) or certain_path(plan.value(call.func)) not in CLIENTS:
                return False
            if other not in call.args[position : position + 1] and getattr(parent, "arg", "") != name:
                return False
        return True

    def _text_address(self, node: ast.expr, shown: str) -> Default | None:
        """An address that is put together: its end changes."""
        plan = self.plan
        source = plan.text.of(node)
        if isinstance(node, ast.JoinedStr) and source.count("\n") == 0:
            field = FIELD.search(source)
            if field is not None:
                inner = [part.value for part in node.values if isinstance(part, ast.FormattedValue)][-1]
                plan.doubt(node, f"the address changes from {shown} to one that ends in {NEW_PATH}", Code.CONFIGURATION)
                text = source[: field.start()] + NEW_PATH + source[field.end() :]
                plan.replace(node, text if "{" in text else text.lstrip("fF"))
                return Default(field["name"].strip(), inner)
            end = END.search(source)
            if end is not None:
                host = ".openai.azure.com" if end[0].startswith(".") else ""
                plan.doubt(
                    node, f"the address changes from {shown} to one that ends in {host}{NEW_PATH}", Code.CONFIGURATION
                )
                plan.replace(node, source[: end.start()] + host + NEW_PATH + source[end.end() :])
                return None
        if "/deployments/" in shown:
            plan.problem(
                node, f"{shown} names a deployment, which is model= of each call in openai", Code.CONFIGURATION
            )
            return None
        self._unknown_address(node)
        return None

    def _unknown_address(self, node: ast.expr) -> None:
        """An address that the file does not show: what it ends in is changed where it is given to the client."""
        plan = self.plan
        text = f"the file does not show the address: its {OLD_PATH} becomes {NEW_PATH}"
        plan.doubt(node, text)
        plan.note(node, text)
        quote = plan.quote(node)
        bare = isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Constant, ast.JoinedStr))
        bare = bare or plan.text.whole(node) != plan.text.span(node)
        before, after = ("", "") if bare else ("(", ")")
        after += f".rstrip({quote}/{quote}).removesuffix({quote}{OLD_PATH}{quote}) + {quote}{NEW_PATH}{quote}"
        plan.wrap(node, before, after)

    # Credential

    def _key_in_headers(self, given: dict[str, ast.expr]) -> ast.expr | None:
        """The key of ``headers={"api-key": key}`` beside an empty credential, as Azure OpenAI wanted it."""
        value = self.plan.value(given["credential"])
        headers = given.get("headers")
        if not isinstance(value, Made) or value.path != CREDENTIAL or not isinstance(headers, ast.Dict):
            return None
        key = _key_of(value.node)
        if not isinstance(key, ast.Constant) or key.value != "" or len(headers.keys) != 1:
            return None
        (name,) = headers.keys
        return headers.values[0] if isinstance(name, ast.Constant) and str(name.value).lower() == "api-key" else None

    def _credential(self, node: ast.Call, given: dict[str, ast.expr], asynchronous: bool) -> None:
        credential = given["credential"]
        key = self._key_in_headers(given)
        if key is not None and isinstance(credential, ast.Call):
            self.names.take(credential.func)
            self.plan.replace(credential, self.plan.text.of(key))
            return
        made = self.plan.value(credential)
        if isinstance(made, Made) and made.path == CREDENTIAL and getattr(_key_of(made.node), "value", None) == "":
            self.plan.problem(credential, "the key is empty, and what stands for it is not clear")
            return
        scopes = given.get("credential_scopes")
        self._secret(node, credential, scopes, asynchronous)

    def _secret(self, node: ast.Call, credential: ast.expr, scopes: ast.expr | None, asynchronous: bool) -> None:
        """Rewrite what an expression gives as credential to the key, or to what gives tokens."""
        plan = self.plan
        if isinstance(credential, ast.IfExp):
            self._secret(node, credential.body, scopes, asynchronous)
            self._secret(node, credential.orelse, scopes, asynchronous)
            return
        several = self._assigned(credential)
        if several:
            for one in several:
                self._secret(node, one, scopes, asynchronous)
            return
        options = alternatives(plan.value(credential))
        annotated = _annotation(plan, credential) if not options else ""
        if annotated == "AzureKeyCredential" and not _is_updated(plan):
            plan.wrap(credential, "", ".key")
        elif annotated in TOKENS:
            self._token(node, credential, scopes, asynchronous)
        elif options and all(isinstance(option, Made) and option.path == CREDENTIAL for option in options):
            self._key(credential)
        elif options and all(isinstance(option, Made) and option.path.startswith(IDENTITY) for option in options):
            made = {".aio." in option.path for option in options if isinstance(option, Made)}
            if made != {asynchronous}:
                plan.problem(credential, "the credential is for the other kind of client")
                return
            self._token(node, credential, scopes, asynchronous)
        elif scopes is not None and not options:
            # Scopes are for tokens: a key has none.
            self._token(node, credential, scopes, asynchronous)
        else:
            plan.problem(credential, "the file does not show whether the credential is a key or gives tokens")

    def _assigned(self, credential: ast.expr) -> list[ast.expr]:
        """What a variable is assigned in several places, where it is the credential of clients alone."""
        plan = self.plan
        if not isinstance(credential, ast.Name) or not self._is_only(credential, "credential"):
            return []
        result = []
        for one in bound(plan, credential):
            parent = plan.text.parents.get(id(one))
            if not isinstance(parent, ast.Assign) or parent.targets != [one]:
                return []
            value = plan.value(parent.value)
            if not isinstance(value, Made) or not (value.path == CREDENTIAL or value.path.startswith(IDENTITY)):
                return []
            result.append(parent.value)
        return result if len(result) > 1 else []

    def _key(self, credential: ast.expr) -> None:
        """``AzureKeyCredential(key)`` → ``key``, here or where the variable is assigned."""
        plan = self.plan
        if isinstance(credential, ast.Call):
            self._unwrap(credential)
            return
        if isinstance(credential, ast.Name) and self._is_only(credential, "credential"):
            assigned = definition(plan, credential)
            if isinstance(assigned, ast.Call):
                self._unwrap(assigned)
                return
        if _is_updated(plan):
            plan.problem(credential, "the key of the credential is changed while the program runs")
            return
        plan.wrap(credential, "", ".key")

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

    def _token(self, node: ast.Call, credential: ast.expr, scopes: ast.expr | None, asynchronous: bool) -> None:
        """A credential that gives tokens: a function that gives the token of the moment."""
        plan = self.plan
        if plan.examined.file.target[:2] < PROVIDERS:
            plan.problem(credential, "openai takes a function as api_key= since 1.106.0 only")
            return
        module = f"{IDENTITY}.aio" if asynchronous else IDENTITY
        quote = plan.quote(node)
        scope = f"{quote}{SCOPE}{quote}"
        if isinstance(scopes, (ast.List, ast.Tuple)):
            scope = ", ".join(plan.text.of(element) for element in scopes.elts)
        elif scopes is not None:
            scope = f"*{plan.text.of(scopes)}"
        name = _bound_as(plan, module, PROVIDER)
        if name is None:
            # The two kinds have the same name: where a file has both, one gets another.
            name = ASYNC_PROVIDER if asynchronous and self.both else PROVIDER
            self.names.beside(node.func, module, PROVIDER, name)
        plan.doubt(credential, f"{PROVIDER} of azure-identity gives the token, for {scope}")
        plan.wrap(credential, f"{name}(", f", {scope})")

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
        address = node.args[0] if node.args else None
        address = next((one.value for one in node.keywords if one.arg == "endpoint"), address)
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


def _key_of(call: ast.Call) -> ast.expr | None:
    """The key of ``AzureKeyCredential(key)``."""
    if len(call.args) == 1 and not call.keywords and not isinstance(call.args[0], ast.Starred):
        return call.args[0]
    if not call.args and len(call.keywords) == 1 and call.keywords[0].arg == "key":
        return call.keywords[0].value
    return None


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
