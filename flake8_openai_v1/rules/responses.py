"""OAI112 to OAI117: responses are objects now, and what follows from that."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator

from ..sdk.elsewhere import PACKAGES
from ..sdk.fields import OF_MODELS
from ..sdk.inference import SHAPES
from ..sdk.shapes import FIELDS, LEGACY
from ..semantics.library import WITH_STR
from ..semantics.questions import is_inference
from ..semantics.responses import attribute_for, has_field, is_model
from ..semantics.uses import (
    ACCESS,
    AWAIT,
    CHOICE,
    HOLDS,
    ITEM,
    ITERATE,
    LACK,
    METHOD,
    PARSE,
    SERIALISE,
    SPREAD,
    Model,
    Use,
)
from ..semantics.values import Many, Page, Response, Value, alternatives
from .base import File, Finding, Rule


def shown(node: ast.AST) -> str:
    """An expression as the user wrote it, with the arguments of calls left out."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{shown(node.value)}.{node.attr}"
    if isinstance(node, ast.Subscript):
        return f"{shown(node.value)}[{literal(node.slice)}]"
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr == "get" and len(node.args) in (1, 2):
            return f"{shown(node.func)}({', '.join(map(literal, node.args))})"
        return f"{shown(node.func)}({'...' if node.args or node.keywords else ''})"
    if isinstance(node, ast.Await):
        return f"(await {shown(node.value)})"
    return "(...)"


def rewritten(node: ast.AST, model: Model) -> str:
    """The same expression on the objects of today."""
    if isinstance(node, ast.Attribute):
        return f"{rewritten(node.value, model)}.{node.attr}"
    if isinstance(node, ast.Subscript):
        base = rewritten(node.value, model)
        if not is_model(model.value(node.value)):
            return f"{base}[{literal(node.slice)}]"
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            owner = model.value(node.value)
            name = attribute_for(owner, node.slice.value)
            if isinstance(node.ctx, ast.Load) and is_inference(owner) and not known_attribute(owner, node.slice.value):
                return f"{base}.to_dict()[{literal(node.slice)}]"
            return attribute(base, name) or f"getattr({base}, {literal(node.slice)})"
        if isinstance(model.value(node.value), Page):
            return f"{base}.data[{literal(node.slice)}]"
        if isinstance(node.ctx, ast.Load):
            return f"{base}.to_dict()[{literal(node.slice)}]"
        return f"getattr({base}, {literal(node.slice)})"
    if isinstance(node, ast.Call) and id(node) in model.gets and isinstance(node.func, ast.Attribute):
        base = rewritten(node.func.value, model)
        gotten = _gotten(node, model)
        if gotten is None:
            # A field that no model has, there only where the service sent it.
            return f"getattr({base}, {literal(node.args[0])}, {literal(node.args[1]) if len(node.args) == 2 else None})"
        return attribute(base, gotten) or f"{base}.{gotten}"
    if isinstance(node, ast.Call):
        return f"{rewritten(node.func, model)}({'...' if node.args or node.keywords else ''})"
    if isinstance(node, ast.Await):
        return f"(await {rewritten(node.value, model)})"
    return shown(node)


def attribute(owner: str, name: str) -> str | None:
    """An attribute as code, also one of a part (``message.content``); None where no attribute has such a name."""
    if not name:
        return owner
    return f"{owner}.{name}" if all(part.isidentifier() for part in name.split(".")) else None


def _gotten(node: ast.Call, model: Model) -> str | None:
    """The attribute for ``get("field")``; None where there is no such field."""
    key = node.args[0]
    if not isinstance(node.func, ast.Attribute) or not isinstance(key, ast.Constant):
        return None
    return known_attribute(model.value(node.func.value), str(key.value))


def known_attribute(value: Value, key: str) -> str | None:
    """The attribute that holds what stood under a key; None where the model has no such field."""
    name = attribute_for(value, key)
    if is_inference(value):
        # What takes the place of a response of azure-ai-inference.
        shapes = [SHAPES.get(option.shape, "") for option in alternatives(value) if isinstance(option, Response)]
        return name if any(name in FIELDS.get(shape, ()) for shape in shapes) else None
    return name if has_field(value, name) or has_field(value, key) else None


def has_attribute(value: Value, key: str) -> str | None:
    """The test that takes a subject and says whether ``key`` is in it; None where only a dict has such a key.

    A field of today's class is always there, and None where the service sent none. What the class does not know is an
    attribute as well, if the service sent it.
    """
    name = known_attribute(value, key)
    options = alternatives(value)
    if name is not None and options and all(has_field(option, name) or has_field(option, key) for option in options):
        return f"{{}}.{name} is not None"
    name = name or key
    if not name.isidentifier() or name.startswith(("_", "model_")) or name in OF_MODELS:
        return None
    if not any(has_field(option, name) for option in options):
        return f'hasattr({{}}, "{name}")'
    return f'getattr({{}}, "{name}", None) is not None'


def literal(node: ast.AST) -> str:
    """A key or a default as messages show it."""
    if isinstance(node, ast.Constant):
        return json.dumps(node.value, ensure_ascii=False) if isinstance(node.value, str) else repr(node.value)
    try:
        text = ast.unparse(node)
    except (ValueError, RecursionError):
        return "..."
    return text if len(text) <= 30 else "..."


def _links(node: ast.AST, model: Model) -> Iterator[ast.AST]:
    """The links of a chain, the last first."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        yield node
        if isinstance(node, ast.Call):
            if id(node) not in model.gets or not isinstance(node.func, ast.Attribute):
                return
            node = node.func.value
        else:
            node = node.value


def _has_subscript(node: ast.AST, model: Model) -> bool:
    return any(isinstance(link, ast.Subscript) and is_model(model.value(link.value)) for link in _links(node, model))


def is_walk(node: ast.AST, model: Model) -> bool:
    """True if subscripts in a loop go from a response to its parts: ``for key in path: found = found[key]``."""
    links = list(_links(node, model))
    are_subscripts = bool(links) and all(isinstance(link, ast.Subscript) for link in links)
    return are_subscripts and not _has_subscript(node, model)


def default_of(node: ast.AST, model: Model) -> str | None:
    """The default of the last ``get`` of a chain, if it is there and not None."""
    for link in _links(node, model):
        if isinstance(link, ast.Call) and id(link) in model.gets and len(link.args) == 2:
            default = link.args[1]
            if _gotten(link, model) is None:
                return None
            if not (isinstance(default, ast.Constant) and default.value is None):
                return literal(default)
    return None


def _origin(node: ast.AST, model: Model) -> str:
    """A clause that names the package whose object is read, where it is another one than openai."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
        for option in alternatives(model.value(node)):
            if isinstance(option, Response) and option.shape in PACKAGES:
                return f" of {PACKAGES[option.shape]}"
    return ""


def _of_an_item(node: ast.AST, error: str) -> Finding:
    """A read that some item of a list allows, and a response among them does not."""
    text = f"{shown(node)} raises {error} since openai 1.0 where the item is a response"
    return Finding(node, f"{text}; use to_dict() where it is put into the list")


class ResponseSubscript(Rule):
    """Finds responses that are read, written or taken apart as if they were dicts.

    On what a legacy or a current call returned, at any depth, through variables, attributes,
    functions, loops, comprehensions, streams and `await`. One finding for a chain of accesses. Also on each item of
    a list of dicts to which a message of a legacy call was added.

    ## Why it breaks

        TypeError: 'ChatCompletion' object is not subscriptable
        TypeError: 'Choice' object is not subscriptable
        TypeError: 'ChatCompletionMessage' object is not subscriptable
        TypeError: 'ChatCompletion' object does not support item assignment
        TypeError: print() argument after ** must be a mapping, not ChatCompletion

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    response = client.chat.completions.create(model="gpt-5.6-sol", messages=[])
    print(response["choices"][0]["message"]["content"])
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    response = client.chat.completions.create(model="gpt-5.6-sol", messages=[])
    print(response.choices[0].message.content)
    ```

    ## Not detected

    A value that may be something else on another path, and one that comes from outside of the file. A
    `try` that catches the `TypeError` is code for both SDKs.
    """

    code = "OAI112"
    name = "response-subscript"
    roles = (ACCESS, SPREAD, ITEM)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each chain."""
        if use.role == ITEM:
            if not isinstance(use.node, ast.Call):
                yield _of_an_item(use.node, "TypeError")
            return
        if use.role == SPREAD:
            if use.extra == "itemgetter":
                assert isinstance(use.node, ast.Call)
                keys = ", ".join(map(literal, use.node.args))
                instead = f"operator.attrgetter({keys})"
                text = f"itemgetter({keys}) raises TypeError on a response since openai 1.0"
                yield Finding(use.node, f"{text}; use {instead}", instead)
            if use.extra in ("**", "match"):
                what = (
                    "a mapping pattern never matches"
                    if use.extra == "match"
                    else f"**{shown(use.node)} raises TypeError on"
                )
                text = f"{what} a response since openai 1.0"
                instead = "to_dict()" if use.extra == "match" else f"**{shown(use.node)}.to_dict()"
                yield Finding(use.node, f"{text}; use {instead}", instead)
            return
        if is_walk(use.node, file.model):
            text = f"{shown(use.node)} raises TypeError since openai 1.0, responses are objects"
            yield Finding(use.node, f"{text}; make a dict of the response first, by to_dict()", None)
            return
        if not _has_subscript(use.node, file.model):
            return
        instead = rewritten(use.node, file.model)
        default = default_of(use.node, file.model)
        note = f"; the field exists and can be None: {instead} or {default}" if default else ""
        text = f"{shown(use.node)} raises TypeError since openai 1.0, responses are objects; use {instead}"
        yield Finding(use.node, f"{text}{_origin(use.node, file.model)}{note}", instead)


class ResponseDictMethod(Rule):
    """Finds methods and operations of dicts on responses: `get`, `keys`, `items`, `in`, `len`, iteration, `dict(…)`.

    Also attributes that only the objects of 0.x had: `response_ms`, `organization`.

    ## Why it breaks

        AttributeError: 'ChatCompletion' object has no attribute 'get'
        AttributeError: 'ChatCompletionMessage' object has no attribute 'items'
        AttributeError: 'ChatCompletion' object has no attribute 'response_ms'
        TypeError: object of type 'ChatCompletion' has no len()

    Some of them raise nothing. `"usage" in response` is False, whatever the response holds. Iterating
    gives pairs of name and value, not keys. `dict(response)` is a dict whose values are still objects.
    `isinstance(response, dict)` is False. The last three are reported only on what a legacy call returns:
    behind a current one they may be meant so.

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    response = client.chat.completions.create(model="gpt-5.6-sol", messages=[])
    usage = response.get("usage")
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    response = client.chat.completions.create(model="gpt-5.6-sol", messages=[])
    usage = response.usage
    ```

    `response.get("content", "")` gave the default where the key was missing. The attribute is always
    there, and `None` then: write `response.content or ""`.

    ## Not detected

    As for OAI112.
    """

    code = "OAI113"
    name = "response-dict-method"
    roles = (ACCESS, METHOD, ITERATE, SPREAD, LACK, ITEM)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each operation."""
        node, model = use.node, file.model
        if use.role == ITEM:
            if isinstance(node, ast.Call):
                yield _of_an_item(node, "AttributeError")
            return
        if use.role == LACK:
            header = LEGACY[str(use.extra)]
            instead = f"read the header {header} of a raw response (with_raw_response)" if header else "leave it out"
            yield Finding(node, f"{shown(node)} raises AttributeError since openai 1.0; {instead}", None)
            return
        if use.role == ACCESS:
            if not _has_subscript(node, model) and not is_walk(node, model):
                instead = rewritten(node, model)
                default = default_of(node, model)
                if default:
                    instead = f"{instead} or {default}"
                text = f"{shown(node)} raises AttributeError since openai 1.0; use {instead}"
                yield Finding(node, f"{text}{_origin(node, model)}", instead)
            return
        if use.role == METHOD:
            yield from self._method(use, model)
        elif use.role == ITERATE:
            yield from self._iterated(use, model)
        elif use.extra == "dict":
            instead = f"{rewritten(node, model)}.to_dict()"
            yield Finding(
                node, f"dict(...) of a response keeps objects inside since openai 1.0; use {instead}", instead
            )
        elif use.extra == "isinstance":
            yield Finding(node, f"{shown(node)} is not a dict since openai 1.0, this test is always False", None)

    @staticmethod
    def _method(use: Use, model: Model) -> Iterator[Finding]:
        assert isinstance(use.node, ast.Call)
        assert isinstance(use.node.func, ast.Attribute)
        name = str(use.extra)
        if name == "auto_paging_iter":
            return
        owner = rewritten(use.node.func.value, model)
        if name == "to_dict_recursive":
            instead = f"{owner}.to_dict()"
        elif name in ("keys", "values", "items"):
            instead = f"{owner}.to_dict().{name}()"
        else:
            instead = f"{owner}.to_dict()" if name in ("copy", "popitem") else f"the attributes of {owner}"
        yield Finding(
            use.node,
            f"{shown(use.node.func)}() raises AttributeError since openai 1.0; use {instead}",
            instead,
        )

    @staticmethod
    def _iterated(use: Use, model: Model) -> Iterator[Finding]:
        what = rewritten(use.node, model)
        if isinstance(use.extra, tuple):
            kind, node = use.extra
            if kind == "in":
                assert isinstance(node, ast.Compare)
                key = str(node.left.value) if isinstance(node.left, ast.Constant) else "..."
                is_absent = isinstance(node.ops[0], ast.NotIn)
                instead = _test(use.value, key, what, is_absent=is_absent)
                text = f'"{key}" not in {what} is always True' if is_absent else f'"{key}" in {what} is always False'
                yield Finding(node, f"{text} since openai 1.0; use {instead}", instead)
                return
            pages = all(isinstance(option, Page) for option in alternatives(use.value))
            instead = f"len({what}.data)" if pages else f"len({what}.to_dict())"
            yield Finding(node, f"len({what}) raises TypeError since openai 1.0; use {instead}", instead)
            return
        instead = f"{what}.to_dict()"
        yield Finding(
            use.node, f"iterating over {what} gives pairs, not keys, since openai 1.0; use {instead}", instead
        )


def _test(value: Value, key: str, what: str, *, is_absent: bool) -> str:
    """The test whether a key was sent, as advice."""
    test = has_attribute(value, key)
    if test is None:
        return f'"{key}" {"not in" if is_absent else "in"} {what}.to_dict()'
    text = test.format(what)
    if not is_absent:
        return text
    return f"not {text}" if text.startswith("hasattr") else text.replace(" is not None", " is None")


class ResponseSerialisation(Rule):
    """Finds responses given to `json.dumps` and other serialisers, and their text given to `json.loads`.

    ## Why it breaks

        TypeError: Object of type ChatCompletion is not JSON serializable
        yaml.representer.RepresenterError: ('cannot represent an object', ...)
        json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)

    The last one comes of `json.loads(str(response))`: the text of a response of 0.x was its JSON.

    ## Example

    ```python
    import json
    from openai import OpenAI

    client = OpenAI()
    response = client.chat.completions.create(model="gpt-5.6-sol", messages=[])
    print(json.dumps(response))
    ```

    ## Use instead

    ```python
    import json
    from openai import OpenAI

    client = OpenAI()
    response = client.chat.completions.create(model="gpt-5.6-sol", messages=[])
    print(json.dumps(response.to_dict()))
    ```

    ## Not detected

    A call with `cls=`, or with a `default=` that is not `str`, and a container that may have got something else in the
    place of the response.
    The text of a response that is written to a file, or parsed in another function.
    """

    code = "OAI114"
    name = "response-serialisation"
    roles = (SERIALISE, PARSE, HOLDS)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each response."""
        if use.role == PARSE:
            assert isinstance(use.extra, tuple)
            reader, printed = use.extra
            instead = f"{rewritten(printed, file.model)}.to_json()"
            text = f"the text of {shown(printed)} is not JSON since openai 1.0, {reader} cannot read it"
            yield Finding(use.node, f"{text}; use {instead}", instead)
            return
        if use.role == HOLDS:
            what = _takes(str(use.extra))
            text = f"{what} the response that is in {shown(use.node)} since openai 1.0"
            yield Finding(use.node, f"{text}; use to_dict() where it is put there")
            return
        what = rewritten(use.node, file.model)
        instead = f"{what}.to_dict()" if is_model(use.value) else f"[item.to_dict() for item in {what}]"
        yield Finding(
            use.node, f"{_takes(str(use.extra))} a response since openai 1.0; use {instead}", instead
        )


def _takes(serialiser: str) -> str:
    """What a serialiser does with a response: some refuse it, some write something else for it."""
    writes = serialiser == "yaml.dump" or serialiser.endswith(WITH_STR)
    return f"{serialiser} {'writes no plain data of' if writes else 'cannot take'}"


class RemovedPagination(Rule):
    """Finds `auto_paging_iter()`: iterating over the result of `list` fetches all pages.

    ## Why it breaks

        AttributeError: 'SyncCursorPage[FineTuningJob]' object has no attribute 'auto_paging_iter'

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    for job in client.fine_tuning.jobs.list().auto_paging_iter():
        print(job.id)
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    for job in client.fine_tuning.jobs.list():
        print(job.id)
    ```

    ## Not detected

    As for OAI112.
    """

    code = "OAI115"
    name = "removed-pagination"
    roles = (METHOD,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call."""
        if use.extra == "auto_paging_iter":
            assert isinstance(use.node, ast.Call)
            assert isinstance(use.node.func, ast.Attribute)
            instead = rewritten(use.node.func.value, file.model)
            yield Finding(use.node, f"auto_paging_iter() was removed in openai 1.0; iterate over {instead}", instead)


class ClientAsyncMismatch(Rule):
    """Finds `await` on a call of a synchronous client, and calls of an async client that nothing awaits.

    ## Why it breaks

        TypeError: object ChatCompletion can't be used in 'await' expression
        AttributeError: 'coroutine' object has no attribute 'choices'
        RuntimeWarning: coroutine 'AsyncCompletions.create' was never awaited
        TypeError: 'AsyncStream' object is not iterable
        TypeError: 'async for' requires an object with __aiter__ method, got Stream

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()

    async def ask(messages):
        return await client.chat.completions.create(model="gpt-5.6-sol", messages=messages)
    ```

    ## Use instead

    ```python
    from openai import AsyncOpenAI

    client = AsyncOpenAI()

    async def ask(messages):
        return await client.chat.completions.create(model="gpt-5.6-sol", messages=messages)
    ```

    ## Not detected

    A client that the file does not show. A coroutine that is passed on or returned is taken to be
    awaited there.
    """

    code = "OAI116"
    name = "client-async-mismatch"
    roles = (AWAIT,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each."""
        what = shown(use.node)
        if use.extra == "sync":
            message, instead = (
                "await on a call of a synchronous client (TypeError); use AsyncOpenAI or drop the await",
                "AsyncOpenAI",
            )
        elif use.extra == "await":
            message, instead = f"{what} is a coroutine of an async client that nothing awaits; use await", "await"
        else:
            right = "for" if use.extra == "async for" else "async for"
            kind = "a synchronous" if use.extra == "async for" else "an async"
            what = "page" if isinstance(use.value, Page) else "stream (TypeError)"
            message, instead = f"{use.extra} over {kind} {what}; use {right}", right
        yield Finding(use.node, message, instead)


class UnguardedStreamChoice(Rule):
    """Finds `chunk.choices[0]` of a stream on Azure without a look whether there are choices.

    ## Why it breaks

    The first chunk that Azure sends carries the results of the content filter and no choices:

        IndexError: list index out of range

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://example.openai.azure.com")
    for chunk in client.chat.completions.create(model="my-deployment", messages=[], stream=True):
        print(chunk.choices[0].delta.content or "", end="")
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://example.openai.azure.com")
    for chunk in client.chat.completions.create(model="my-deployment", messages=[], stream=True):
        if chunk.choices:
            print(chunk.choices[0].delta.content or "", end="")
    ```

    ## Not detected

    Clients that are not known to be on Azure, answers from your own data (`extra_body={"data_sources": ...}`), whose
    chunks all have choices, and tests. Any condition on `choices` of the same variable, before
    or around, counts as the guard, and so does a `try` that catches `IndexError`.
    """

    code = "OAI117"
    name = "unguarded-stream-choice"
    remote = True
    roles = (CHOICE,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each access."""
        assert isinstance(use.node, ast.Subscript)
        item = use.value.item if isinstance(use.value, Many) else None
        if not (isinstance(item, Response) and (item.azure or file.azure_module)):
            return
        what = rewritten(use.node, file.model)
        test = rewritten(use.node.value, file.model)
        yield Finding(
            use.node,
            f"{what} raises IndexError on the first chunk from Azure, which has no choices; use if {test}:",
            f"if {test}:",
        )
