"""Which files of a run have to do with the SDK: told by their bytes, before anything is parsed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence, Set

from .. import MARKERS
from ..project.discovery import is_notebook
from ..sdk.exceptions import EXCEPTIONS
from ..sdk.names import METHODS
from ..sdk.settings import OUTSIDE, SETTINGS
from ..semantics.modules import Modules
from ..syntax.source import SourceError

LONGEST_CHAIN = 3
"""Over how many imports a file is looked at with one that names the SDK."""
IMPORT = re.compile(
    rb"(?m)(?:^|[;:])[ \t]*(?:"
    rb"from(?:[ \t]*(?P<dots>\.+)[ \t]*(?:(?P<below>\w[\w.]*)[ \t]+)?|[ \t]+(?P<module>\w[\w.]*)[ \t]+)import\b[ \t]*"
    rb"(?P<names>\((?:[^()#]|#[^\n]*\n)*\)|(?:\\\r?\n|[^\n;])*)"
    rb"|import[ \t]+(?P<modules>(?:\\\r?\n|[^\n;#])+))"
)
NAMES = re.compile(rb"(\w+|\*)(?:[ \t]+as[ \t]+(\w+))?")
"""A name that is imported, and what it is called then."""
BY_NAME = re.compile(rb"""\b(?:import_module|__import__)\(\s*["']([\w.]+)["']""")
"""A module that is imported by its name in a text."""
BY_TEXT = re.compile(rb"""["']([A-Za-z_]\w*(?:\.\w+)+)[:"']""")
"""A name with dots in a text, which is the way to a module where there is one: ``"app.views"``, ``"app.main:run"``."""
DOTTED = re.compile(rb"""["']([\w.]+)["']""")
PATCHED = re.compile(rb"(.+?)\.openai(?:\.|$)", re.DOTALL)
"""The SDK as another module has it, which a test patches there."""
BY_PATH = re.compile(
    rb"""(?:^%run[ \t]+(?:-\w+[ \t]+)*|\brun_path\(\s*|\bexec\((?:compile\()?\s*open\(\s*)["']?([\w./-]+)""", re.M
)
"""A file that is run where it is named."""
RUNS = (b"%run", b"run_path", b"exec(")
"""What stands where one is."""
VARIABLES = re.compile(rb"\b(?:%s)\b" % "|".join(sorted(OUTSIDE)).encode())
"""Variables that a file sets for the SDK, which it need not name otherwise."""
SDK = re.compile(rb"(?<!\w)(?:openai(?!\w)|azure\.ai)")
"""The SDK itself, not something that is called after it."""
_METHODS = "|".join(sorted(r"\.a?".join(row.path.split(".")[1:]) for row in METHODS))
_ERRORS = "|".join(sorted(row.path.rpartition(".")[2] for row in EXCEPTIONS))
BORROWED = re.compile(rb"(?<!\w)(?:error\.(?:%s)\b|(?:%s)\()" % (_ERRORS.encode(), _METHODS.encode()))
"""Methods and exceptions of 0.x, on whatever has the module."""
_COMMON = {"log", "debug"}
_SETTINGS = {row.name for row in SETTINGS} - _COMMON | {"api_key", "api_type", "api_version", "organization"}
SETS = re.compile(
    rb"(?m)^[ \t]*(?!(?:self|cls)\.\w+[ \t]*[=,])\w[\w.]*\.(?:%s)\b[ \t]*(?:=(?!=)|,[^\n]*=)"
    % "|".join(sorted(_SETTINGS)).encode()
)
"""A setting of 0.x that is assigned, on whatever has the module."""
NAMES_SETTING = re.compile(rb"""["'](?:api_\w+|organization)["']""")
RESPONSE = re.compile(rb"choices|usage|message|embedding|content|data|text|http_status|id")
"""What a file may read of a response, or of an error, that another one gives it."""
CALLS_ON = re.compile(rb"""\b\w+\([ \t]*\*\w+,[ \t]*\*\*\w+[ \t]*\)|\bNotImplementedError\b|@(?:\w+\.)?abstract""")
"""How a file calls a function with all that it is given, as a decorator does, or has methods that others override."""


def names_sdk(data: bytes) -> bool:
    """Has a file a word of the SDK in it?"""
    return any(marker.encode() in data for marker in MARKERS)


def concerns_sdk(data: bytes) -> bool:
    """Does a file name the SDK, or a variable that decides where its requests go?"""
    return SDK.search(data) is not None or VARIABLES.search(data) is not None


def relevant(files: Sequence[tuple[str, bytes]]) -> list[int]:
    """The numbers of the files, given by path and bytes, that are to be looked at.

    Those that name the SDK, those that import one that uses it, and what these import beside it; and those that
    may call what one that uses it gives them, as the module itself.
    """
    naming = {number for number, (_, data) in enumerate(files) if names_sdk(data) or VARIABLES.search(data)}
    if not naming or len(naming) == len(files):
        return sorted(naming)
    modules = Modules([path for path, _ in files])
    links = [set(imported(path, data, modules)) for path, data in files]
    giving = {number for number in naming if SDK.search(files[number][1])}
    given = {other for number in giving for other in links[number] if BORROWED.search(files[other][1])}
    given |= _passed_on(giving, links, {number for number, (_, data) in enumerate(files) if _sets(data)})
    importing: set[int] = set()
    for _ in range(LONGEST_CHAIN):
        known = giving | given | importing
        more = {number for number, others in enumerate(links) if not others.isdisjoint(known)} - known
        if not more:
            break
        importing |= more
    beside = {other for number in importing for other in links[number] if RESPONSE.search(files[other][1])}
    calling = {other for number in giving for other in links[number] if CALLS_ON.search(files[other][1])}
    return sorted(naming | given | importing | beside | calling)


def _sets(data: bytes) -> bool:
    """True if a file may set something of the module, which others give it."""
    return SETS.search(data) is not None or (b"setattr(" in data and NAMES_SETTING.search(data) is not None)


def _passed_on(giving: Set[int], links: Sequence[Set[int]], wanted: Set[int]) -> set[int]:
    """Files that may be given the module and set something of it, with those over which it may get there."""
    reached, last = set(giving), set(giving)
    for _ in range(LONGEST_CHAIN):
        last = {other for number in last for other in links[number]} - reached
        reached |= last
    found = (reached & wanted) - giving
    more = found
    while more:
        more = {number for number in reached - giving - found if not found.isdisjoint(links[number])}
        found |= more
    return found


def imported(path: str, data: bytes, modules: Modules) -> Iterator[int]:
    """Yield the numbers of the files that one imports, or runs otherwise, told by its bytes."""
    if not is_notebook(path) and os.path.splitext(path)[1] != ".py":
        return
    for found in _imports(code_of(path, data)):
        parts = (part.decode("utf-8", "replace") if part else "" for part in found.groups())
        dots, below, module, names, several = parts
        module = module or below
        for one in re.findall(r"[\w.]+", several) if several else (module,):
            yield from modules.run_by(one, len(dots), path)
        for name in re.findall(r"\w+", names):
            number = modules.find(f"{module}.{name}" if module else name, len(dots), path)
            if number is not None:
                yield number
    yield from run_otherwise(path, data, modules)


def imported_names(path: str, data: bytes, modules: Modules) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield what a file imports from others: the number of the other one, the name there and here; ``*`` for all."""
    for found in _imports(code_of(path, data)):
        module = (found["module"] or found["below"] or b"").decode("utf-8", "replace")
        number = modules.find(module, len(found["dots"] or b""), path) if found["names"] else None
        if number is not None:
            for name, bound in NAMES.findall(found["names"]):
                yield number, name, bound or name


def _imports(code: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the imports of a file. Only lines that have the word are looked at, which are few."""
    at = 0
    while (word := code.find(b"import", at)) >= 0:
        start, end = max(code.rfind(b"\n", 0, word) + 1, at), code.find(b"\n", word)
        at = len(code) if end < 0 else end
        first = IMPORT.search(code, start, at)
        whole = IMPORT.match(code, first.start()) if first is not None else None
        if whole is not None:
            yield whole
            at = whole.end()


def run_otherwise(path: str, data: bytes, modules: Modules) -> Iterator[int]:
    """Yield the numbers of the files that one runs without an import: what is named in texts, and by its path."""
    data = code_of(path, data)
    named = BY_NAME.findall(data) if b"import_module" in data or b"__import__" in data else []
    texts = DOTTED.findall(data) if b".openai" in data else []
    patched = (found[1] for text in texts if (found := PATCHED.match(text)))
    for found in (*named, *patched):
        yield from modules.run_by(found.decode(), 0, path)
    for found in BY_TEXT.findall(data):
        name = found.decode()
        owner = name.rpartition(".")[0]
        if modules.find(name, 0, path) is not None or ("." in owner and modules.find(owner, 0, path) is not None):
            yield from modules.run_by(name, 0, path)
    for found in BY_PATH.findall(data) if any(word in data for word in RUNS) else ():
        number = modules.at(os.path.join(os.path.dirname(path), found.decode("utf-8", "replace")))
        if number is not None:
            yield number


def code_of(path: str, data: bytes) -> bytes:
    """The bytes of a file; of a notebook its code, cell by cell."""
    if not is_notebook(path):
        return data
    from ..syntax.notebook import all_cells, content_of, source_of

    try:
        cells = [cell for cell in all_cells(content_of(data)) if cell.get("cell_type") == "code"]
    except SourceError:
        return b""
    return "\n".join("".join(source_of(cell) or ()) for cell in cells).encode("utf-8", "replace")
