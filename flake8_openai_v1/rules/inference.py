"""OAI401 to OAI405: azure-ai-inference was retired, the OpenAI SDK on the v1 endpoint takes its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from ..sdk import inference
from ..sdk.inference import (
    ATTRIBUTES,
    BASE_URL,
    CLIENTS,
    CONSTRUCTOR_POSITIONAL,
    CONSTRUCTORS,
    EARLIER,
    ENDPOINTS,
    EXCEPTIONS,
    METHODS,
    MODEL_METHODS,
    MODULES,
    NAMES,
    PACKAGE,
    RETIRED,
    SCOPE,
    Keyword,
    Method,
    Row,
)
from ..semantics.uses import (
    ACCESS,
    CALL,
    CATCH,
    CHOICE,
    IMPORT,
    ITERATE,
    KIND,
    LOAD,
    METHOD,
    SERIALISE,
    SPREAD,
    STORE,
    STRING,
    TRY,
    Model,
    Use,
)
from ..semantics.values import (
    Client,
    Const,
    Either,
    Function,
    Items,
    Made,
    Many,
    Mapping,
    Member,
    Partial,
    Place,
    Response,
    Value,
    alternatives,
)
from ..syntax.diagnostics import Severity
from .arguments import FORWARDERS
from .azure_endpoints import deployment_of
from .base import File, Finding, Rule
from .facts import advice, is_rebound
from .responses import default_of, known_attribute, literal, rewritten, shown
from .urls import is_placeholder, url_of

CLIENT, MESSAGE, NONE = "client", "message", "none"
"""Families of names, as the table has them."""
BELONGS = "belongs to azure-ai-inference"
RETIREMENT = f"{BELONGS}, retired on {RETIRED[-1].date}"
OTHERS_ALLOWED = ("azure.ai.inference", "azure.core", "azure.identity")
"""Packages of Azure beside which an exception of azure.core can only come from azure-ai-inference."""
FORMATS = frozenset({"float", "base64"})
"""Encodings of embeddings that the OpenAI API has."""
DEPLOYMENT = "the name of the deployment"


class Known(NamedTuple):
    """A public name of azure-ai-inference, and what became of it."""

    path: str
    row: Row


ENUMS = frozenset(path.rpartition(".")[0] for path in (*NAMES, *EARLIER) if path.rpartition(".")[2].isupper())

INDEX: dict[str, Row] = {
    **{path: Row(row.use, CLIENT if row.use else NONE, row.source, row.note) for path, row in CLIENTS.items()},
    **NAMES,
    **EARLIER,
    **{
        f"{inference.PROJECT}.inference.{name}": Row(
            None if CLIENTS[f"{PACKAGE}.{cls}"].use is None else f"project.{inference.PROJECT_USE}",
            NONE if CLIENTS[f"{PACKAGE}.{cls}"].use is None else CLIENT,
            inference.PROJECTS,
            CLIENTS[f"{PACKAGE}.{cls}"].note,
        )
        for name, cls in inference.FACTORIES.items()
    },
}


def find(path: str) -> Known | None:
    """The row of a place, or of the class that it lies below; None for what the table does not know."""
    owner, _, name = path.rpartition(".")
    if owner in ENUMS and f"{owner}.{name.upper()}" in INDEX:
        # The members of these enumerations are found in any case.
        path = f"{owner}.{name.upper()}"
    while path.startswith(("azure.ai.inference", inference.PROJECT)):
        if path in INDEX:
            return Known(path, INDEX[path])
        path = path.rpartition(".")[0]
        if path in MODULES:
            return None
    return None


def known(use: Use) -> Known | None:
    """What a use is about, if it is certainly a name of azure-ai-inference (of several, the first)."""
    first: Known | None = None
    for option in alternatives(use.value):
        found = find(option.path) if isinstance(option, Place) else None
        if found is None or (found.path in MODULES and use.role != IMPORT):
            return None
        first = first or found
    return None if first is None or is_rebound(use.value) else first


def name_of(use: Use, found: Known) -> str:
    """The thing as the user wrote it, with its own name where another stands for it."""
    own = found.path.rpartition(".")[2]
    if own.lower() in use.spelled.lower() or found.path.startswith(inference.PROJECT):
        return use.spelled
    return f"{use.spelled} ({own})"


def imported(use: Use, row: Row) -> str | None:
    """What to import instead; for what has no name in openai, what to write."""
    if use.role == IMPORT and row.use and row.use.startswith("openai."):
        module, _, name = row.use.rpartition(".")
        return f"from {module} import {name}"
    if use.role == IMPORT and row.use == "openai":
        return "import openai"
    return row.use


class InferenceClient(Rule):
    """Finds the clients of azure-ai-inference, imported, made, or named: the package was retired.

    `ChatCompletionsClient` and `EmbeddingsClient`, of `azure.ai.inference` and of its `aio`; and
    `get_chat_completions_client()` of a project of azure-ai-projects. `OpenAI` with the v1 endpoint of the
    same resource takes their place. `AsyncOpenAI` takes that of `aio`.

    ## Why it breaks

    The package never left its beta; its last release is 1.0.0b9. Microsoft announced its end for 2026-05-30,
    and on a later page for 2026-08-26. What the clients of openai do not take raises where they are made:

        TypeError: OpenAI.__init__() got an unexpected keyword argument 'endpoint'
        TypeError: OpenAI.__init__() takes 1 positional argument but 3 were given

    The address changes with the client: `https://<resource>.services.ai.azure.com/models` becomes
    `https://<resource>.openai.azure.com/openai/v1/`. There is no `api_version`. A credential of Microsoft
    Entra ID goes through `get_bearer_token_provider` into `api_key`; for `AsyncOpenAI` that is the one of
    `azure.identity.aio`.

    ## Example

    ```python
    import os
    from azure.ai.inference import ChatCompletionsClient
    from azure.identity import DefaultAzureCredential

    client = ChatCompletionsClient(
        endpoint="https://example.services.ai.azure.com/models",
        credential=DefaultAzureCredential(),
        credential_scopes=["https://cognitiveservices.azure.com/.default"],
    )
    ```

    ## Use instead

    ```python
    from azure.identity import DefaultAzureCredential, get_bearer_token_provider
    from openai import OpenAI

    client = OpenAI(
        base_url="https://example.openai.azure.com/openai/v1/",
        api_key=get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default"),
    )
    ```

    ## Not detected

    A client that comes from another file without an annotation. What packages around it make
    (langchain-azure-ai, llama-index): they have releases of their own that use openai.
    """

    code = "OAI401"
    name = "inference-client"
    severity = Severity.WARNING
    roles = (IMPORT, LOAD, CALL, STRING, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each mention."""
        found = known(use)
        if found is None or found.row.family != CLIENT:
            return
        what = name_of(use, found)
        if found.path.startswith(inference.PROJECT):
            owner = use.spelled.partition(".inference.")[0] or "project"
            instead = f"{owner}.{inference.PROJECT_USE}"
            text = f"{what} gives a client of azure-ai-inference, and is gone since azure-ai-projects 1.0"
            yield Finding(use.node, f"{text}; use {instead}", instead)
        elif use.role == CALL and isinstance(use.node, ast.Call) and found.path in CLIENTS:
            yield self._made(use.node, what, found.path, file.model)
        else:
            instead = "from openai import OpenAI" if found.path in MODULES else imported(use, found.row) or ""
            if found.path.startswith(f"{PACKAGE}.aio") and found.path in MODULES:
                instead = "from openai import AsyncOpenAI"
            yield Finding(use.node, f"{what} {RETIREMENT}; use {instead}", instead)

    def _made(self, node: ast.Call, what: str, path: str, model: Model) -> Finding:
        """The client to make instead of one, with the arguments that the file shows."""
        row = CLIENTS[path]
        given = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
        given |= dict(zip(CONSTRUCTOR_POSITIONAL, node.args, strict=False))
        cls = (row.use or "").rpartition(".")[2]
        base_url, deployment, gone = endpoint(model.value(given["endpoint"]) if "endpoint" in given else None)
        key = secret(given.get("credential"), model)
        instead = f'{cls}(base_url="{base_url}", api_key={key})'
        notes = [gone]
        if key.startswith("get_bearer") and row.asynchronous:
            notes.append("get_bearer_token_provider of azure.identity.aio")
        renamed: dict[str, list[str]] = {}
        for name in given:
            entry = CONSTRUCTORS[path.rpartition(".")[2]].get(name)
            if entry is not None and entry.use and name not in CONSTRUCTOR_POSITIONAL and entry.use != name:
                renamed.setdefault(entry.use, []).append(f"{name}=")
        notes += [f"{new}= for {' and '.join(old)}" for new, old in renamed.items()]
        if "api_version" in given:
            notes.append("without api_version=")
        every = f'"{deployment}"' if deployment else "..."
        notes.append(f"pass model={every} in each call, {DEPLOYMENT}" if row.use else "")
        note = "; ".join(filter(None, notes))
        return Finding(node, f"{what} {RETIREMENT}{advice(instead, note)}", instead)


def endpoint(value: Value) -> tuple[str, str, str]:
    """The address for today's client in place of an endpoint, the deployment that it names, and what is gone."""
    url = url_of(value)
    if url is None:
        return BASE_URL, "", ""
    for row in ENDPOINTS:
        if url.host.endswith(row.ending):
            if row.gone:
                return row.base_url, "", row.gone
            resource = url.host.removesuffix(row.ending)
            if not re.fullmatch(r"[\w-]+", resource):
                resource = "<resource>"
            named = deployment_of(url)
            return row.base_url.replace("<resource>", resource), "" if "..." in named else named, ""
    known = "." in url.host and not is_placeholder(url.host)
    elsewhere = "this host is none of Azure OpenAI's: its provider knows the address" if known else ""
    return BASE_URL, "", elsewhere


def secret(node: ast.expr | None, model: Model) -> str:
    """What to pass as ``api_key=`` for a credential. A key that stands in the file is never shown."""
    made = model.value(node) if node is not None else None
    if not isinstance(made, Made):
        return "..."
    shown_name = ast.unparse(node) if isinstance(node, (ast.Name, ast.Attribute)) else None
    if made.path.startswith("azure.identity."):
        if shown_name is None:
            plain = isinstance(node, ast.Call) and not node.args and not node.keywords
            shown_name = ast.unparse(node) if plain and node is not None else "credential"
        return f'get_bearer_token_provider({shown_name}, "{SCOPE}")'
    if made.path == "azure.core.credentials.AzureKeyCredential()" and len(made.node.args) == 1:
        key = made.node.args[0]
        return ast.unparse(key) if isinstance(key, (ast.Name, ast.Attribute)) else "..."
    return "..."


class Called(NamedTuple):
    """A method of a client of azure-ai-inference that a use reaches."""

    cls: str
    name: str
    method: Method
    asynchronous: bool


def method_of(value: Value) -> Called | None:
    """The method behind a value that is called, or mentioned."""
    if isinstance(value, Partial):
        return method_of(value.function)
    options = alternatives(value)
    clients = [option for option in options if isinstance(option, Client) and option.cls in CLIENTS]
    if len(clients) != len(options):
        return None
    found = []
    for client in clients:
        cls = client.cls.rpartition(".")[2]
        if client.path in METHODS[cls]:
            found.append(Called(cls, client.path, METHODS[cls][client.path], CLIENTS[client.cls].asynchronous))
    # Of several classes that it may be, those that have such a method; best with a counterpart.
    return next((called for called in found if called.method.use), found[0] if found else None)


def arguments_of(use: Use, model: Model) -> tuple[Called, list[ast.expr], list[ast.keyword]] | None:
    """The method that a call reaches, also by way of ``partial`` or a thread, with the arguments for it."""
    node = use.node
    if not isinstance(node, ast.Call):
        return None
    value: Value = use.value
    positional = node.args
    if isinstance(value, Place) and value.path in FORWARDERS and node.args:
        value = model.value(node.args[0])
        positional = node.args[1:]
    called = method_of(value)
    return (called, positional, node.keywords) if called is not None else None


def keywords_of(
    table: dict[str, Keyword], keywords: list[ast.keyword], model: Model
) -> Iterator[tuple[str, Keyword, ast.AST]]:
    """The keywords that a table knows: name, row, and where they are written (also as keys of ``**``)."""
    for keyword in keywords:
        if keyword.arg is not None:
            if keyword.arg in table:
                yield keyword.arg, table[keyword.arg], keyword
            continue
        value = model.value(keyword.value)
        if isinstance(value, Mapping):
            yield from ((name, table[name], node) for name, node in value.entries if name in table)


class InferenceCall(Rule):
    """Finds calls of azure-ai-inference, arguments of them that have another name, and reads that fail after.

    `client.complete(…)` and `client.embed(…)`, sync and async, called or passed on; `model_extras=`,
    `headers=`, `params=` and the other keywords with another name in openai; and what is done with a
    response there, or in a stream, that a response of openai does not allow: its models were dicts too.

    ## Why it breaks

        AttributeError: 'OpenAI' object has no attribute 'complete'
        TypeError: Completions.create() got an unexpected keyword argument 'model_extras'
        TypeError: 'ChatCompletion' object is not subscriptable
        AttributeError: 'ChatCompletion' object has no attribute 'as_dict'
        AttributeError: 'int' object has no attribute 'year'

    `model=` may be left out there. In openai it is required, and names the deployment. `created` was a
    `datetime` and is a number of seconds. `"usage" in response` raises nothing and is False.

    A stream gave no chunk without choices. On Azure the first one that openai gives has none:

        IndexError: list index out of range

    ## Example

    ```python
    import os
    from azure.ai.inference import ChatCompletionsClient
    from azure.core.credentials import AzureKeyCredential

    client = ChatCompletionsClient(
        endpoint="https://example.services.ai.azure.com/models",
        credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
    )
    response = client.complete(
        messages=[{"role": "user", "content": "Hello"}],
        model_extras={"logprobs": True},
    )
    print(response["choices"][0]["message"]["content"])
    ```

    ## Use instead

    ```python
    import os
    from openai import OpenAI

    client = OpenAI(
        base_url="https://example.openai.azure.com/openai/v1/",
        api_key=os.environ["AZURE_OPENAI_API_KEY"],
    )
    response = client.chat.completions.create(
        model="my-deployment",
        messages=[{"role": "user", "content": "Hello"}],
        extra_body={"logprobs": True},
    )
    print(response.choices[0].message.content)
    ```

    ## Not detected

    A client that the file does not show. A field that goes through a variable before it is used as a `datetime`.
    """

    code = "OAI402"
    name = "inference-call"
    severity = Severity.WARNING
    roles = (CALL, LOAD, ACCESS, METHOD, ITERATE, SPREAD, SERIALISE, CHOICE, KIND)
    inference = True

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call, each keyword, each read."""
        if use.role == LOAD:
            called = method_of(use.value)
            if called is not None and called.method.use not in (None, f"client.{called.name}"):
                yield self._call(use, called, f", which requires model=, {DEPLOYMENT}")
        elif use.role == CALL:
            yield from self._called(use, file.model)
        elif use.inference:
            yield from read(use, file.model)

    def _called(self, use: Use, model: Model) -> Iterator[Finding]:
        reached = arguments_of(use, model)
        if reached is None:
            return
        called, positional, keywords = reached
        if called.method.use in (None, f"client.{called.name}"):
            return
        if isinstance(use.value, (Client, Either)) and not is_rebound(use.value):
            yield self._call(use, called, self._notes(called, positional, keywords, model))
        for name, row, node in keywords_of(called.method.keywords, keywords, model):
            if row.use and row.use != name:
                note = f" ({row.note})" if row.note else ""
                text = f"{name}= of {called.name} has another name in openai; use {row.use}={note}"
                yield Finding(node, text, f"{row.use}=")
            elif name == "response_format" and isinstance(node, ast.keyword):
                value = model.value(node.value)
                if isinstance(value, Const) and isinstance(value.value, str):
                    instead = f'response_format={{"type": "{value.value}"}}'
                    yield Finding(node, f"response_format= is a dict in openai, not a text; use {instead}", instead)

    @staticmethod
    def _call(use: Use, called: Called, notes: str) -> Finding:
        owner = use.spelled.removesuffix(f".{called.name}")
        if owner == use.spelled or not owner:
            owner = "client"
        instead = (called.method.use or "").replace("client", owner, 1)
        made = "AsyncOpenAI" if called.asynchronous else "OpenAI"
        text = f"{use.spelled} {BELONGS}; make {owner} an {made} client, then use {instead}{notes}"
        return Finding(use.node, text, instead)

    @staticmethod
    def _notes(called: Called, positional: list[ast.expr], keywords: list[ast.keyword], model: Model) -> str:
        body = positional[0] if positional else next((k.value for k in keywords if k.arg == "body"), None)
        notes = ""
        names = {keyword.arg for keyword in keywords}
        if body is not None:
            value = model.value(body)
            if isinstance(value, Mapping):
                notes += ", with the entries of the body as keyword arguments"
                names |= {name for name, _ in value.entries}
            elif isinstance(body, ast.List) or isinstance(value, (Items, Many)):
                notes += f", with {'messages' if called.name == 'complete' else 'input'}=... for the list"
            else:
                return ", with messages=..., or the entries of a dict, as keyword arguments"
        elif None in names:
            return notes
        if "model" not in names:
            notes += f", with model=..., {DEPLOYMENT}, which it requires"
        return notes


def shape_below(node: ast.AST, model: Model) -> str:
    """The shape of the first response in a chain, from its end."""
    while True:
        for option in alternatives(model.value(node)):
            if isinstance(option, Response):
                return option.shape
        if isinstance(node, (ast.Attribute, ast.Subscript)):
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        else:
            return ""


def read(use: Use, model: Model) -> Iterator[Finding]:
    """What is done with a response there that fails on one of openai."""
    node = use.node
    if shape_below(node, model) == "inference.ModelInfo":
        # The call that gave it is a finding, and nothing takes its place.
        return
    there = "works on a response of azure-ai-inference only"
    if use.role == ACCESS:
        instead = rewritten(node, model)
        default = default_of(node, model)
        if default:
            instead = f"{instead} or {default}"
        yield Finding(node, f"{shown(node)} {there}; use {instead}", instead)
    elif use.role == METHOD and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        name = node.func.attr
        if name in MODEL_METHODS:
            owner = rewritten(node.func.value, model)
            what = MODEL_METHODS[name]
            instead = f"{owner}.{what}" if what else f"the attributes of {owner}"
            yield Finding(node, f"{shown(node.func)}() {there}; use {instead}", instead)
    elif use.role == ITERATE:
        yield from _iterated(use, model, there)
    elif use.role == SPREAD:
        yield from _spread(use, model, there)
    elif use.role == SERIALISE and use.extra == "str.format_map":
        instead = f"{rewritten(node, model)}.to_dict()"
        yield Finding(node, f"format_map({shown(node)}) {there}; use {instead}", instead)
    elif use.role == CHOICE and isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
        # Behind a subscript the subscript comes first.
        test = rewritten(node.value, model)
        text = f"{rewritten(node, model)} raises IndexError on the first chunk that openai gives on Azure"
        yield Finding(node, f"{text}, azure-ai-inference skips it; use if {test}:", f"if {test}:")
    elif use.role == KIND and isinstance(node, ast.Attribute):
        yield from _other_type(node, str(use.extra), model)


def _iterated(use: Use, model: Model, there: str) -> Iterator[Finding]:
    what = rewritten(use.node, model)
    if not isinstance(use.extra, tuple):
        instead = f"{what}.to_dict()"
        yield Finding(use.node, f"iterating over {what} gives pairs in openai, not keys; use {instead}", instead)
        return
    kind, node = use.extra
    if kind == "in":
        assert isinstance(node, ast.Compare)
        key = str(node.left.value) if isinstance(node.left, ast.Constant) else "..."
        name = known_attribute(use.value, key)
        absent = isinstance(node.ops[0], ast.NotIn)
        if name:
            instead = f"{what}.{name} is {'None' if absent else 'not None'}"
        else:
            instead = f'{"not " * absent}hasattr({what}, "{key}")'
        always = "not in" if absent else "in"
        text = f'"{key}" {always} {what} is always {absent} in openai'
        yield Finding(node, f"{text}; use {instead}", instead)
        return
    instead = f"len({what}.to_dict())"
    yield Finding(node, f"len({what}) {there}; use {instead}", instead)


def _spread(use: Use, model: Model, there: str) -> Iterator[Finding]:
    what = rewritten(use.node, model)
    if use.extra == "**":
        instead = f"**{what}.to_dict()"
        yield Finding(use.node, f"**{what} {there}; use {instead}", instead)
    elif use.extra == "dict":
        instead = f"{what}.to_dict()"
        text = f"dict({what}) keeps objects inside in openai, which are no dicts"
        yield Finding(use.node, f"{text}; use {instead}", instead)
    elif use.extra == "match":
        instead = f"{what}.to_dict()"
        yield Finding(use.node, f"a mapping pattern never matches a response of openai; use {instead}", instead)
    elif use.extra == "itemgetter" and isinstance(use.node, ast.Call):
        keys = ", ".join(map(literal, use.node.args))
        yield Finding(
            use.node, f"itemgetter({keys}) {there}; use operator.attrgetter({keys})", f"operator.attrgetter({keys})"
        )


ENUM_ATTRIBUTES = frozenset({"value", "name"})
"""What a member of an enumeration has, and a text has not."""


def _other_type(node: ast.Attribute, field: str, model: Model) -> Iterator[Finding]:
    """``response.created.year``, ``choice.finish_reason.value``."""
    what = rewritten(node.value, model)
    if field == "created":
        instead = f"datetime.fromtimestamp({what}, timezone.utc).{node.attr}"
        yield Finding(node, f"{what} is a number of seconds in openai, not a datetime; use {instead}", instead)
    elif node.attr in ENUM_ATTRIBUTES:
        yield Finding(node, f"{what} is a text in openai, it has no {node.attr}; use {what}", what)


class InferenceMessage(Rule):
    """Finds the classes of azure-ai-inference for messages, contents, tools, formats and responses.

    Messages, their parts, tools and formats are plain dicts in openai, enumerations are texts, and the classes
    of responses are in `openai.types`. Wherever they are imported, made, named, subclassed or annotated with.

    ## Why it breaks

    Where the retired package is not installed, the import fails:

        ModuleNotFoundError: No module named 'azure'

    Where it is, openai does take messages, contents and tools of these classes, as they are mappings too. It
    does not take `JsonSchemaFormat` or a format by name: these are sent as they are, and the service wants a
    dict with a `type`.

    ## Example

    ```python
    from azure.ai.inference.models import SystemMessage, UserMessage

    messages = [SystemMessage("You are helpful."), UserMessage(content="Hello")]
    ```

    ## Use instead

    ```python
    messages = [
        {"role": "system", "content": "You are helpful."},
        {"role": "user", "content": "Hello"},
    ]
    ```

    ## Not detected

    What is done with an object after it was made: `message.content` is `message["content"]` of a dict.
    """

    code = "OAI403"
    name = "inference-message"
    severity = Severity.WARNING
    roles = (IMPORT, LOAD, CALL, CATCH, STRING, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each mention."""
        found = known(use)
        if found is None or found.row.family != MESSAGE:
            return
        what = name_of(use, found)
        if found.path in MODULES:
            yield Finding(use.node, f"{what} {BELONGS}; {found.row.note}, responses are in openai.types", None)
            return
        instead, note = imported(use, found.row), found.row.note
        owner = found.path.rpartition(".")[0]
        if use.role == CATCH:
            instead, note = ("str" if found.path in ENUMS else "dict"), "as the class to compare with"
        elif owner in ENUMS and use.role == LOAD:
            note = note or "compare with =="
        yield Finding(use.node, f"{what} {BELONGS}{advice(instead, note)}", instead)


class InferenceException(Rule):
    """Finds exceptions of azure.core around calls of azure-ai-inference, and attributes of them that change.

    In an `except` clause whose `try` has such a call; and anywhere in a file that has a client of
    azure-ai-inference and no other package of Azure that could raise them.

    ## Why it breaks

    Nothing is raised when the clause is made. It catches nothing: the exceptions of openai have other
    classes, and an error that was handled ends the program. What a handler reads may be gone, too:

        AttributeError: 'RateLimitError' object has no attribute 'reason'

    ## Example

    ```python
    import os
    from azure.ai.inference import ChatCompletionsClient
    from azure.core.credentials import AzureKeyCredential
    from azure.core.exceptions import ClientAuthenticationError, HttpResponseError

    client = ChatCompletionsClient(
        endpoint="https://example.services.ai.azure.com/models",
        credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
    )
    try:
        client.complete(messages=[{"role": "user", "content": "Hello"}])
    except ClientAuthenticationError:
        print("wrong key")
    except HttpResponseError as e:
        print(e.status_code, e.reason)
    ```

    ## Use instead

    ```python
    import os
    import openai

    client = openai.OpenAI(
        base_url="https://example.openai.azure.com/openai/v1/",
        api_key=os.environ["AZURE_OPENAI_API_KEY"],
    )
    try:
        client.chat.completions.create(model="my-deployment", messages=[{"role": "user", "content": "Hello"}])
    except openai.AuthenticationError:
        print("wrong key")
    except openai.APIStatusError as e:
        print(e.status_code, e.response.reason_phrase)
    ```

    ## Not detected

    A clause in a file that uses other packages of Azure, where its `try` shows no call of azure-ai-inference.
    """

    code = "OAI404"
    name = "inference-exception"
    severity = Severity.WARNING
    roles = (IMPORT, LOAD, CATCH, CALL, STORE)

    def __init__(self) -> None:
        """Nothing is known of the file yet."""
        self._around: Around | None = None

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each class, and for each attribute."""
        if isinstance(use.value, Member):
            yield from self._attribute(use, use.value, file.model)
            return
        paths = [option.path for option in alternatives(use.value) if isinstance(option, Place)]
        if len(paths) != 1 or is_rebound(use.value):
            return
        is_module = paths[0] == "azure.core.exceptions" and use.role == IMPORT
        row = EXCEPTIONS.get(paths[0])
        if (row is None and not is_module) or not self._concerns(use.node, file.model):
            return
        if row is None:
            text = f"{use.spelled}: its exceptions are not those of openai"
            yield Finding(use.node, f"{text}; use import openai", "import openai")
            return
        own = paths[0].rpartition(".")[2]
        what = use.spelled if own in use.spelled else f"{use.spelled} ({own})"
        instead = imported(use, row)
        yield Finding(use.node, f"{what} is nothing that openai raises{advice(instead, row.note)}", instead)

    def _attribute(self, use: Use, member: Member, model: Model) -> Iterator[Finding]:
        row = ATTRIBUTES.get(member.name)
        classes = [path for path in member.of.classes if not path.startswith("builtins.")]
        if row is None or row.use == member.name or not classes:
            return
        if not all(path in EXCEPTIONS for path in classes) or not self._concerns(use.node, model):
            return
        owner = use.spelled.rpartition(".")[0] or "e"
        instead = f"{owner}.{row.use}" if row.use is not None else None
        text = f"{use.spelled} is an attribute of the exceptions of azure.core"
        yield Finding(use.node, f"{text}{advice(instead, row.note)}", instead)

    def _concerns(self, node: ast.AST, model: Model) -> bool:
        if self._around is None or self._around.model is not model:
            self._around = Around(model)
        return self._around.concerns(node)


class Around:
    """Where in a file an exception of azure.core comes from azure-ai-inference."""

    def __init__(self, model: Model) -> None:
        """Look at all uses of a file."""
        self.model = model
        self._calls = {id(use.node) for use in model.of(CALL) if method_of(use.value) is not None}
        self._everywhere = self._has_client() and not any(
            name.startswith("azure.") and name != "azure.ai" and not f"{name}.".startswith(_ALLOWED)
            for name in model.imports
        )
        self._handlers: list[tuple[ast.ExceptHandler, bool]] = []
        """All clauses, and whether their ``try`` has such a call."""
        if not self._everywhere and self._calls:
            for use in model.of(TRY):
                # ``except*`` has a class of its own from Python 3.11 on, of the same form.
                node = cast(ast.Try, use.node)
                ours = any(self._calls_in(statement, set()) for statement in node.body)
                self._handlers += [(handler, ours) for handler in node.handlers]

    def _has_client(self) -> bool:
        if self._calls:
            return True
        return any(
            isinstance(option, Place) and option.path in CLIENTS
            for use in self.model.uses
            if use.role in (IMPORT, CALL, LOAD)
            for option in alternatives(use.value)
        )

    def _calls_in(self, tree: ast.AST, seen: set[int]) -> bool:
        """Is there such a call below a node, also in the functions of this file that are called there?"""
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                if id(node) in self._calls:
                    return True
                function = self.model.value(node.func)
                if isinstance(function, Function) and id(function) not in seen:
                    seen.add(id(function))
                    if self._calls_in(function.node, seen):
                        return True
        return False

    def concerns(self, node: ast.AST) -> bool:
        """Has an expression to do with what a call of azure-ai-inference raises?"""
        if self._everywhere:
            return True
        line = getattr(node, "lineno", 0)
        within = [pair for pair in self._handlers if pair[0].lineno <= line <= (pair[0].end_lineno or line)]
        # The innermost clause is the one that begins last.
        return bool(within) and max(within, key=lambda pair: pair[0].lineno)[1]


_ALLOWED = tuple(f"{name}." for name in OTHERS_ALLOWED)


class InferenceNoEquivalent(Rule):
    """Finds what azure-ai-inference has and openai has no counterpart for.

    Image embeddings, `load_client`, `get_model_info`, `send_request`, prompt templates, tracing, `ImageUrl.load`,
    `InputAudio.load`, encodings other than `float` and `base64`, defaults of requests that the client was
    given, and options of azure-core. The message says what comes nearest.

    ## Why it breaks

        AttributeError: 'OpenAI' object has no attribute 'get_model_info'
        TypeError: OpenAI.__init__() got an unexpected keyword argument 'temperature'
        TypeError: Embeddings.create() got an unexpected keyword argument 'input_type'

    ## Example

    ```python
    from azure.ai.inference import load_client
    from azure.ai.inference.tracing import AIInferenceInstrumentor

    AIInferenceInstrumentor().instrument()

    def connect(endpoint, credential):
        return load_client(endpoint, credential)
    ```

    ## Use instead

    ```python
    from openai import OpenAI
    from opentelemetry.instrumentation.openai_v2 import OpenAIInstrumentor

    OpenAIInstrumentor().instrument()

    def connect(base_url, api_key):
        return OpenAI(base_url=base_url, api_key=api_key)
    ```

    ## Not detected

    Objects made of these classes, after they were made.
    """

    code = "OAI405"
    name = "inference-no-equivalent"
    severity = Severity.WARNING
    roles = (IMPORT, LOAD, CALL, CATCH, STRING, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each mention, each call, each argument."""
        found = known(use)
        if found is not None and found.row.family == NONE:
            yield self._missing(use.node, name_of(use, found), found.row.note)
        if use.role == LOAD:
            called = method_of(use.value)
            if called is not None and called.method.use is None:
                yield self._missing(use.node, use.spelled, called.method.note)
        elif use.role == CALL and isinstance(use.node, ast.Call):
            if found is not None and found.path in CLIENTS and found.row.family == CLIENT:
                yield from self._defaults(use.node, found.path, file.model)
            yield from self._called(use, file.model)

    @staticmethod
    def _missing(node: ast.AST, what: str, note: str) -> Finding:
        return Finding(node, f"{what} has no counterpart in openai; {note}")

    def _defaults(self, node: ast.Call, path: str, model: Model) -> Iterator[Finding]:
        cls = path.rpartition(".")[2]
        for name, row, where in keywords_of(CONSTRUCTORS[cls], node.keywords, model):
            if row.use is None:
                yield self._missing(where, f"{name}= of {cls}", row.note)

    def _called(self, use: Use, model: Model) -> Iterator[Finding]:
        reached = arguments_of(use, model)
        if reached is None:
            return
        called, _, keywords = reached
        if called.method.use is None:
            if isinstance(use.value, (Client, Either)) and not is_rebound(use.value):
                yield self._missing(use.node, use.spelled, called.method.note)
            return
        for name, row, node in keywords_of(called.method.keywords, keywords, model):
            if row.use is None and name != "body":
                yield self._missing(node, f"{name}= of {called.name}", row.note)
            elif name == "encoding_format" and isinstance(node, ast.keyword):
                value = model.value(node.value)
                if isinstance(value, Const) and isinstance(value.value, str) and value.value not in FORMATS:
                    yield self._missing(node, f'encoding_format="{value.value}"', row.note)
