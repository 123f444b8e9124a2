"""Looking up what became of a place: the tables of ``sdk`` as one index."""

from __future__ import annotations

from typing import NamedTuple

from ..sdk.arguments import ARGUMENTS, OF_METHOD, Argument
from ..sdk.clients import MODULE_RESOURCES, WRAPPERS
from ..sdk.exceptions import EXCEPTIONS, PARENTS, REEXPORTED, SUCCESSORS
from ..sdk.names import HELPERS, METHODS, MODULES, RESOURCES, Name
from ..sdk.settings import SETTINGS, Setting
from ..sdk.signatures import SIGNATURES, Signature
from ..semantics.values import Client, Partial, Place, Value, alternatives

RESOURCE = "resource"
METHOD = "method"
COROUTINE = "coroutine"
HELPER = "helper"
MODULE = "module"
EXCEPTION = "exception"
SETTING = "setting"

Target = tuple[int, ...]


class Removed(NamedTuple):
    """A place that only 0.x has, and what became of it."""

    kind: str
    row: Name | Setting
    path: str
    """The part of the user's path that the row is about."""


INDEX: dict[str, tuple[str, Name | Setting]] = {
    **{row.path: (MODULE, row) for row in MODULES},
    **{row.path: (HELPER, row) for row in HELPERS},
    **{row.path: (RESOURCE, row) for row in RESOURCES},
    **{row.path: (METHOD, row) for row in METHODS},
    **{row.coroutine: (COROUTINE, row) for row in METHODS if row.coroutine},
    **{row.path: (EXCEPTION, row) for row in EXCEPTIONS},
    **{f"openai.{row.name}": (SETTING, row) for row in SETTINGS},
}

GENERAL: dict[str, Argument] = {argument.name: argument for argument in ARGUMENTS}
EXCEPTION_ROWS: dict[str, Name] = {row.path: row for row in EXCEPTIONS}


def find(path: str) -> Removed | None:
    """What became of a place, or of the removed one that it lies below; None for anything still there."""
    while path.startswith("openai."):
        entry = INDEX.get(path)
        if entry is not None:
            return Removed(entry[0], entry[1], path)
        path = path.rpartition(".")[0]
    return None


def removed(value: Value) -> Removed | None:
    """What became of a value that is certainly a removed place (of several, the first)."""
    first: Removed | None = None
    for option in alternatives(value):
        found = find(option.path) if isinstance(option, Place) else None
        if found is None:
            return None
        first = first or found
    return first


def is_rebound(value: Value) -> bool:
    """Is the value reached through a variable of the program alone, so that nothing here is to be renamed?"""
    options = alternatives(value)
    return bool(options) and all(isinstance(option, (Place, Client)) and option.rebound for option in options)


def version(text: str) -> Target:
    """``"1.7.1"`` → ``(1, 7, 1)``."""
    return tuple(int(part) for part in text.split("."))


def replacement(row: Name, target: Target) -> str | None:
    """What to write at a target version."""
    for last, use in row.until:
        if target <= version(last):
            return use
    return row.use


def classes_instead(row: Name, target: Target) -> str | None:
    """What to catch at a target version, for the same answers of the service: a class of exceptions, or a tuple."""
    names = SUCCESSORS.get(row.path, ())
    return f"({', '.join(f'openai.{name}' for name in names)})" if len(names) > 1 else replacement(row, target)


def note_of(row: Name, use: str | None) -> str:
    """The note of a row, which belongs to its newest replacement, not to one of an older target."""
    return row.note if use == row.use else ""


def advice(use: str | None, note: str, client: str = "") -> str:
    """``; use X (note)``, or the note alone where there is no counterpart.

    A replacement that speaks of ``client`` is told how that is made, where `client` says so. What is called without
    waiting may be called on the module as well, which has a client of its own.
    """
    if use is None:
        return f"; {note}" if note else "; it has no counterpart"
    if client and use.startswith(("client.", "await client.")):
        below = use.removeprefix("client.")
        if f"openai.{below.partition('.')[0]}" in MODULE_RESOURCES and not client.startswith("Async"):
            use = f"openai.{below}, or {use}"
        note = "; ".join(filter(None, (f"with client = {client}", note)))
    if use.startswith("("):
        return f"; use {use}; {note}" if note else f"; use {use}"
    return f"; use {use} ({note})" if note else f"; use {use}"


def current_path(value: Value) -> str | None:
    """The path below a client (``chat.completions.create``) of something on a current client or module client."""
    if isinstance(value, Client):
        return value.path or None
    if isinstance(value, Place):
        parts = value.path.split(".")
        if ".".join(parts[:2]) in MODULE_RESOURCES:
            return ".".join(part for part in parts[1:] if part not in WRAPPERS)
    return None


class Callee(NamedTuple):
    """What is known of something that is called."""

    legacy: Name | None
    """The row of the 0.28.1 method, None for a current call."""
    shown: str
    """The current call, on a client or the module: ``client.chat.completions.create``."""
    signature: Signature | None
    """The signature of the current call."""


def callee(value: Value, target: Target) -> Callee | None:
    """The method behind a value that is called, if it is known."""
    if isinstance(value, Partial):
        return callee(value.function, target)
    found = removed(value)
    if found is not None:
        if found.kind not in (METHOD, COROUTINE) or not isinstance(found.row, Name):
            return None
        use = replacement(found.row, target)
        signature = SIGNATURES.get(use.removeprefix("client.")) if use else None
        return Callee(found.row, use or "", signature)
    options = alternatives(value)
    paths = {current_path(option) for option in options}
    if len(paths) != 1:
        return None
    path = paths.pop()
    if path is None or path not in SIGNATURES:
        return None
    root = "client" if isinstance(options[0], Client) else "openai"
    return Callee(None, f"{root}.{path}", SIGNATURES[path])


def named(method: Callee) -> str:
    """The current call as messages name it: without the client, which need not be called so."""
    return method.shown.removeprefix("client.")


def argument_of(method: Callee, name: str) -> Argument | None:
    """The row of a keyword that the current call refuses."""
    if method.signature is not None and name in method.signature.keywords:
        return None
    if method.legacy is not None:
        for argument in OF_METHOD.get(method.legacy.path, ()):
            if argument.name == name:
                return argument
    return GENERAL.get(name)


def current_exception(path: str) -> str | None:
    """The class that stands today for an exception class, legacy or current."""
    row = EXCEPTION_ROWS.get(REEXPORTED.get(path, path))
    if row is not None:
        return row.use
    return path if path in PARENTS else None


def is_subclass(path: str, of: str) -> bool:
    """Is a current exception class below another one?"""
    parent = PARENTS.get(path)
    while parent is not None:
        if parent == of:
            return True
        parent = PARENTS.get(parent)
    return False


def is_exception(path: str) -> bool:
    """Is a place an exception class of any SDK?"""
    return path in EXCEPTION_ROWS or path in PARENTS
