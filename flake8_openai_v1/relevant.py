"""Which files of a run have to do with the SDK: told by their bytes, before anything is parsed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence

from . import MARKERS
from .semantics.modules import Modules

LONGEST_CHAIN = 3
"""Over how many imports a file is looked at with one that names the SDK."""
IMPORT = re.compile(
    rb"(?m)(?:^|[;:])[ \t]*(?:"
    rb"from[ \t]+(?P<dots>\.*)[ \t]*(?P<module>[\w.]*)[ \t]+import\b[ \t]*(?P<names>\([^)]*\)|(?:\\\r?\n|[^\n;])*)"
    rb"|import[ \t]+(?P<modules>(?:\\\r?\n|[^\n;#])+))"
)
BY_NAME = re.compile(rb"""\b(?:import_module|__import__)\(\s*["']([\w.]+)["']""")
"""A module that is imported by its name in a text."""
SDK = re.compile(rb"(?<!\w)(?:openai(?!\w)|azure\.ai)")
"""The SDK itself, not something that is called after it."""
RESPONSE = re.compile(rb"choices|usage|message|embedding|content|data|text|http_status|id")
"""What a file may read of a response, or of an error, that another one gives it."""


def names_sdk(data: bytes) -> bool:
    """Has a file a word of the SDK in it?"""
    return any(marker.encode() in data for marker in MARKERS)


def relevant(files: Sequence[tuple[str, bytes]]) -> list[int]:
    """The numbers of the files, given by path and bytes, that are to be looked at.

    Those that name the SDK, those that import one that uses it, and what these import beside it.
    """
    naming = {number for number, (_, data) in enumerate(files) if names_sdk(data)}
    if not naming or len(naming) == len(files):
        return sorted(naming)
    modules = Modules([path for path, _ in files])
    links = [set(imported(path, data, modules.run_by)) for path, data in files]
    giving = {number for number in naming if SDK.search(files[number][1])}
    importing: set[int] = set()
    for _ in range(LONGEST_CHAIN):
        known = giving | importing
        more = {number for number, others in enumerate(links) if not others.isdisjoint(known)} - known
        if not more:
            break
        importing |= more
    beside = {other for number in importing for other in links[number] if RESPONSE.search(files[other][1])}
    return sorted(naming | importing | beside)


def imported(path: str, data: bytes, run_by: Callable[[str, int, str], Iterator[int]]) -> Iterator[int]:
    """The numbers of the files that one imports, told by its bytes; `run_by` as `Modules.run_by`."""
    if os.path.splitext(path)[1] != ".py":
        return
    for found in IMPORT.finditer(data):
        dots, module, names, modules = (part.decode("utf-8", "replace") if part else "" for part in found.groups())
        wanted = re.findall(r"[\w.]+", modules)
        if not modules:
            wanted = [module, *(f"{module}.{name}" if module else name for name in re.findall(r"\w+", names))]
        for one in wanted:
            yield from run_by(one, len(dots), path)
    for module in BY_NAME.findall(data):
        yield from run_by(module.decode(), 0, path)
