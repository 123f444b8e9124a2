"""OAI201, OAI202 and OAI205: what later SDKs took away, refuse and mark as deprecated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from ..sdk import index
from ..sdk.azure import REFUSED_BY_AZURE, REFUSED_BY_OPENAI
from ..sdk.clients import CLIENTS, SAME_CLIENT
from ..sdk.deprecations import CONTENT, MARKED, OF_CONTENT, OTHER_CODES, STREAMED, SUCCESSORS
from ..sdk.index import REMOVED
from ..sdk.options import ADVICE, OPTIONS
from ..semantics.questions import client_class
from ..semantics.uses import CALL, CATCH, DEFERRED, IMPORT, LOAD, STORE, STRING, Use
from ..semantics.values import Class, Client, Made, Mapping, Partial, Place, Value, alternatives
from .arguments import FORWARDERS, named_arguments
from .base import File, Finding, Rule
from .facts import Target, advice, current_path, is_rebound, version

MISSING = frozenset({"AttributeError", "ImportError", "ModuleNotFoundError"})
"""What is raised where something is gone: who catches it has thought of that."""
ANY = frozenset({"Exception", "BaseException"})
SKIPS = "pytest.importorskip"
INIT = ".__init__"


def serves_older(use: Use, *errors: str) -> bool:
    """True if a use is made where a test, or a clause for one of these errors, says that older releases are meant."""
    caught = MISSING.union(errors)
    if use.role == IMPORT:
        caught |= ANY
    makes_client = isinstance(use.value, Place) and use.value.path in CLIENTS
    older = use.era == "older" or (use.era == "either" and not makes_client)
    return older or use.expected or not caught.isdisjoint(use.caught)


class Gone(NamedTuple):
    """Something that a release took away."""

    row: index.Gone
    prefix: str
    """The path that went: the thing itself, or what it lay below."""
    path: str
    """The thing itself."""

    @property
    def use(self) -> str | None:
        """What to write instead of the thing itself."""
        return self.row.use + self.path[len(self.prefix) :] if self.row.use else None


def gone(value: Value, target: Target) -> Gone | None:
    """What became of a value that certainly is something that is gone at a target (of several, the first)."""
    first: Gone | None = None
    for option in alternatives(value):
        found = None
        for path in _paths(option):
            found = found or _lookup(path, target)
        if found is None:
            return None
        first = first or found
    return first


def _paths(value: Value) -> Iterator[str]:
    """The names under which the table may have a value."""
    if isinstance(value, Place):
        yield value.path
        below = current_path(value)
        if below is not None:
            yield f"client.{below}"
    elif isinstance(value, Client) and value.cls in CLIENTS and value.path:
        yield f"client.{value.path}"


def _lookup(path: str, target: Target) -> Gone | None:
    prefix = path
    while "." in prefix:
        row = REMOVED.get(prefix)
        if row is not None and version(row.since) <= target:
            return Gone(row, prefix, path)
        prefix = prefix.rpartition(".")[0]
    return None


class RemovedSince(Rule):
    """Finds names, modules, methods and arguments that openai 1.x, 2.x or 3.x had, and the target version has not.

    `client.beta.vector_stores`, `client.edits`, `from openai.types.beta import VectorStore`,
    `openai.resources.beta.chat`, `openai.cli` and all others that were there in a release since 1.0: through any
    import, alias, attribute, parameter or function of the file, by `getattr`, in annotations and in the targets of
    patches.

    ## Why it breaks

    An import fails when it runs, anything else when it is reached:

        ImportError: cannot import name 'VectorStore' from 'openai.types.beta'
        ModuleNotFoundError: No module named 'openai.resources.beta.chat'
        AttributeError: 'Beta' object has no attribute 'vector_stores'
        AttributeError: 'OpenAI' object has no attribute 'edits'
        TypeError: Evals.create() got an unexpected keyword argument 'share_with_openai'

    ## Example

    ```python
    from openai import OpenAI
    from openai.types.beta import VectorStore

    client = OpenAI()
    store: VectorStore = client.beta.vector_stores.create(name="docs")
    ```

    ## Use instead

    ```python
    from openai import OpenAI
    from openai.types import VectorStore

    client = OpenAI()
    store: VectorStore = client.vector_stores.create(name="docs")
    ```

    ## Not detected

    Code that serves older releases, too: where the version is tested, behind `hasattr`, where `AttributeError` or
    `ImportError` is caught and dealt with. What the target version still has: `--openai-target-version 1` finds what
    went in 1.x only. Names that came back, as `ChatCompletionMessageToolCall` did.
    """

    code = "OAI201"
    name = "removed-since"
    roles = (CALL, CATCH, IMPORT, LOAD, STRING)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each mention that must be changed, and for each argument."""
        if serves_older(use) or use.extra == SKIPS or (use.role == STRING and DEFERRED in use.caught):
            return
        if use.role == CALL:
            yield from self._arguments(use, file)
        found = gone(use.value, file.target)
        if found is None or _is_reached_through(use, file) or _is_set(found, file):
            return
        instead = found.use
        if instead is not None and instead.startswith("client."):
            instead = _like(use.spelled, found.path, instead)
        if use.role == IMPORT and instead is not None and instead.startswith("openai."):
            owner, _, name = instead.rpartition(".")
            instead = f"import {instead}" if isinstance(use.extra, ast.Import) else f"from {owner} import {name}"
        what = f"{_named(use.spelled, found)} was removed in openai {found.row.since}"
        yield Finding(use.node, f"{what}{advice(instead, found.row.note)}", instead)

    def _arguments(self, use: Use, file: File) -> Iterator[Finding]:
        node = use.node
        value: Value = use.value
        if not isinstance(node, ast.Call) or "TypeError" in use.caught:
            return
        if isinstance(value, Place) and value.path in FORWARDERS and node.args:
            value = file.model.value(node.args[0])
        paths = {current_path(option) for option in alternatives(value)}
        path = paths.pop() if len(paths) == 1 else None
        if path is None or f"client.{path}" not in WITH_ARGUMENTS:
            return
        for name, at, _ in named_arguments(node.keywords, file):
            row = REMOVED.get(f"client.{path}({name})")
            if row is not None and version(row.since) <= file.target:
                what = f"{name}= of client.{path} was removed in openai {row.since} (TypeError)"
                yield Finding(at, f"{what}{advice(row.use, row.note)}", row.use)


WITH_ARGUMENTS = frozenset(path.partition("(")[0] for path in REMOVED if "(" in path)
"""The methods that lost arguments."""


def _named(spelled: str, found: Gone) -> str:
    """The thing as the user wrote it, with its full name where that says more."""
    tail = found.path.removeprefix("client.")
    if spelled.replace("()", "").endswith(tail) or found.prefix in spelled:
        return spelled
    last = found.prefix.rpartition(".")[2]
    return spelled if f".{last}" in f".{spelled}" and "." in spelled else f"{spelled} ({found.path})"


def _like(spelled: str, path: str, instead: str) -> str:
    """What to write instead, on the client that the user's code has."""
    tail = path.removeprefix("client")
    if spelled.endswith(tail):
        return spelled.removesuffix(tail) + instead.removeprefix("client")
    return instead


def _is_reached_through(use: Use, file: File) -> bool:
    """True if a name that something is reached through is already what is gone: the line that binds it is to change."""
    node: ast.AST = use.node
    if isinstance(node, ast.Call):
        node = node.func if use.role == CALL else node.args[0]  # what getattr() is given
    while isinstance(node, (ast.Attribute, ast.Call, ast.Name)):
        value = file.model.value(node)
        bound = isinstance(node, ast.Name) or is_rebound(value)
        if bound and gone(value, file.target) is not None:
            return True
        if isinstance(node, ast.Name):
            return False
        node = node.func if isinstance(node, ast.Call) else node.value
    return False


def _is_set(found: Gone, file: File) -> bool:
    """True if the program itself puts something where the SDK has nothing."""
    return any(f"{found.path}.".startswith(f"{path}.") for use in file.model.of(STORE) for path in _paths(use.value))


class UnknownClientOption(Rule):
    """Finds keyword arguments that a client class, or `with_options`, does not take at the target version.

    `OpenAI(proxies=...)`, `OpenAI(api_base=...)`, `AsyncOpenAI(verify=...)`, `client.with_options(headers=...)`; also
    through `functools.partial`, from a dict whose keys the file shows, and in subclasses. What OAI304 and OAI306 say of
    the arguments of Azure, and of settings of 0.x, is theirs.

    ## Why it breaks

        TypeError: OpenAI.__init__() got an unexpected keyword argument 'proxies'
        TypeError: OpenAI.copy() got an unexpected keyword argument 'headers'

    No release of openai since 1.0 took `proxies=`. (`Client.__init__() got an unexpected keyword argument 'proxies'`
    comes from openai before 1.55.3 beside httpx 0.28 and later, in code that is right: install a newer openai.)

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI(proxies={"https": "http://proxy.example:8080"})
    ```

    ## Use instead

    ```python
    from openai import DefaultHttpxClient, OpenAI

    client = OpenAI(http_client=DefaultHttpxClient(proxy="http://proxy.example:8080"))
    ```

    ## Not detected

    Keys that the file does not show, and calls in a `try` that catches `TypeError`.
    """

    code = "OAI202"
    name = "unknown-client-option"
    roles = (CALL,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each argument, where it is written."""
        if serves_older(use, "TypeError") or not isinstance(use.node, ast.Call):
            return
        label, shown, direct, accepted = _taker(use, file)
        if accepted is None:
            return
        table = REFUSED_BY_AZURE if "Azure" in label else REFUSED_BY_OPENAI
        certain = [
            keyword for keyword in use.node.keywords if keyword.arg is not None or _keeps_keys(keyword.value, file)
        ]
        for name, node, _ in named_arguments(certain, file):
            if direct and name in table and isinstance(node, ast.keyword) and node in use.node.keywords:
                continue  # OAI304 and OAI306 say it
            since = accepted.get(name)
            if since is None:
                instead, note = (table[name].use, table[name].note) if name in table else _meant(name, accepted)
                yield Finding(node, f"{name}= is refused by {shown} (TypeError){_told(instead, note)}", instead)
            elif version(since) > file.target:
                yield Finding(node, f"{name}= is refused by {shown} before openai {since} (TypeError)", None)


def _keeps_keys(node: ast.expr, file: File) -> bool:
    """True if the keys that a spread dict was seen to get are still there, as far as the file shows."""
    value = file.model.value(node)
    if isinstance(value, Mapping) and value.mixed:
        return False
    if isinstance(node, ast.Name):
        taken = re.compile(rf"\b{node.id}\.(?:pop(?:item)?\((?![\"'])|clear\()|\bdel {node.id}\[(?![\"'])")
        return not any(taken.search(line) for line in file.lines)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        taken = re.compile(rf"\b{node.value.id}\[[^]]*\]\.(?:pop(?:item)?|clear)\(|\bdel {node.value.id}\[")
        return not any(taken.search(line) for line in file.lines)
    return not isinstance(node, (ast.Attribute, ast.Subscript))


class Taker(NamedTuple):
    """What takes the keywords of a call."""

    label: str
    """Its name in the table."""
    shown: str
    direct: bool
    """Is the class itself called?"""
    accepted: dict[str, str] | None
    """What it takes, and since when."""


NOBODY = Taker("", "", False, None)


def _taker(use: Use, file: File) -> Taker:
    """What takes the keywords of a call; of several, what any of them takes."""
    value = use.value
    direct = isinstance(value, Place)
    if isinstance(value, Place) and value.path == "functools.partial" and isinstance(use.node, ast.Call):
        value, direct = file.model.value(use.node.args[0]) if use.node.args else None, False
    if isinstance(value, Partial):
        value = value.function
    takers = [_taker_of(option, direct) for option in alternatives(value)]
    if not takers or any(taker.accepted is None for taker in takers):
        return NOBODY
    accepted = {name: since for taker in reversed(takers) for name, since in (taker.accepted or {}).items()}
    return takers[0]._replace(accepted=accepted)


def _taker_of(value: Value, direct: bool) -> Taker:
    label = shown = ""
    if isinstance(value, Class):
        label = _label(client_class(value) or "")
        shown, direct = f"{value.node.name} (a subclass of {label})", False
    elif isinstance(value, Client) and value.cls in CLIENTS and value.path in SAME_CLIENT:
        label, shown = f"{_label(value.cls)}.copy", value.path
    elif isinstance(value, Place) and value.path.removesuffix(INIT) in CLIENTS:
        label = shown = _label(value.path.removesuffix(INIT))
        direct = direct and not value.path.endswith(INIT)
    return Taker(label, shown, direct, OPTIONS.get(label))


def _label(path: str) -> str:
    """The name of a client class in the table."""
    name = path.rpartition(".")[2]
    return {"Client": "OpenAI", "AsyncClient": "AsyncOpenAI"}.get(name, name)


def _meant(name: str, accepted: dict[str, str]) -> tuple[str | None, str]:
    """What somebody meant who gave an unknown option."""
    instead, note = ADVICE.get(name, (None, ""))
    if instead is not None and not note and instead.removesuffix("=") not in accepted:
        return None, ""
    if instead is None and not note:
        close = get_close_matches(name, [option for option in accepted if not option.startswith("_")], 1, 0.75)
        instead = f"{close[0]}=" if close else None
    return instead, note


def _told(instead: str | None, note: str) -> str:
    return advice(instead, note) if instead or note else "; remove it"


class DeprecatedMethod(Rule):
    """Finds methods that the SDK itself marks as deprecated at the target version.

    `client.files.retrieve_content`, `client.audio.translations.create`, `client.images.create_variation`,
    `client.fine_tuning.checkpoints.permissions.retrieve`, and `stream_to_file` of what `client.audio.speech.create`
    and `client.files.content` return, which does not stream. Those of services that were shut down have codes of
    their own.

    ## Why it breaks

    It does not yet: it warns, and goes with a later release.

        DeprecationWarning: The `.content()` method should be used instead
        DeprecationWarning: Retrieve is deprecated. Please swap to the paginated list method instead.

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    text = client.files.retrieve_content("file-abc")
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    text = client.files.content("file-abc").text
    ```

    ## Not detected

    Code that serves older releases, too: behind `hasattr`, or where the version is tested.
    """

    code = "OAI205"
    name = "deprecated-method"
    roles = (CALL, LOAD)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each mention."""
        if serves_older(use, "DeprecationWarning") or is_rebound(use.value):
            return
        if isinstance(use.value, Made):
            yield from _of_content(use, use.value, file)
            return
        paths = {current_path(option) for option in alternatives(use.value)}
        path = paths.pop() if len(paths) == 1 else None
        if path is None or path not in MARKED or path.startswith(OTHER_CODES):
            return
        since = MARKED[path][0]
        if version(since) > file.target or gone(use.value, file.target) is not None:
            return
        instead, note = SUCCESSORS.get(path, (None, ""))
        if instead is not None:
            instead = _like(use.spelled, f"client.{path}", instead)
        yield Finding(use.node, f"{use.spelled} is deprecated since openai {since}{_told(instead, note)}", instead)


def _of_content(use: Use, method: Made, file: File) -> Iterator[Finding]:
    """``client.audio.speech.create(...).stream_to_file(path)``."""
    name = method.path.removeprefix(f"{CONTENT}.")
    since, instead = OF_CONTENT.get(name, ("", ""))
    if instead and version(since) <= file.target:
        use_it = f"{use.spelled.removesuffix(name)}{instead}"
        yield Finding(use.node, f"{use.spelled} is deprecated since openai {since}{_told(use_it, STREAMED)}", use_it)
