"""What functions and classes of other packages do with what they are given, by their names alone.

Those that have a model, which says where a value goes, are in `transfers`.
"""

from __future__ import annotations

import builtins

from .facts import Fact
from .places import SERIALISERS
from .values import Place

APPLIES = frozenset({"submit", "run_in_executor", "run_until_complete", "create_task", "map"})
"""Methods that call a function, or run what it has given, whatever their object is."""
LOOKS = frozenset({"format", "join", "index", "count", "remove", "sort"})
"""Methods of texts and lists that keep nothing of what they are given."""
FILLS = frozenset(
    {"append", "add", "appendleft", "put", "put_nowait", "push", "insert", "send_nowait", "extend", "extendleft"}
    | {"update", "setdefault", "__setitem__", "get", "pop", "popleft", "get_nowait"}
)
"""Methods that put something into a container, or may give back what stands for what is not in it."""
WRITES = {"builtins.str": 0, "builtins.format": 0, "urllib.parse.quote": 0, "urllib.parse.urlencode": 1}
"""Functions that make a text of what they are given → how deep in their first argument what they write lies."""
ROWS = {"writerow": 1, "writerows": 2}
"""The same of methods that write cells of tables (``csv``)."""
VALIDATES = frozenset({"model_validate", "parse_obj", "model_validate_json", "parse_raw"})
"""Methods of models of pydantic that make an object of what they are given: of a dict, or of a text."""
PASSIVE = frozenset({"object", "ABC", "Protocol", "Generic", "NamedTuple", "TypedDict", "Enum", "Exception"})
"""Bases that call no method of a class, and have no attribute that holds what others were given."""
SINKS = (
    *("builtins.", "logging.", "loguru.", "pprint.", "rich.", "click.echo", "click.secho", "typer.echo"),
    "warnings.warn",
)
"""Beginnings of functions that keep nothing of what they are given."""
PLAIN = (
    *("builtins.", "json.", "simplejson.", "orjson.", "ujson.", "yaml.", "toml.", "tomllib.", "tomli.", "csv."),
    *("os.", "re.", "time.", "datetime.", "math.", "random.", "string.", "uuid.", "hashlib.", "base64.", "textwrap."),
    *("sys.", "subprocess.", "urllib.", "requests.", "httpx.", "tiktoken.", "dotenv.", "pathlib.", "logging.", "html."),
    *("ast.literal_eval", "calendar.", "decimal.", "glob.", "platform.", "shlex.", "shutil.", "struct.", "tempfile."),
)
"""Beginnings of functions that give nothing that others were given before: texts, numbers, what a parser reads."""
REFLECTS = frozenset({"globals", "locals", "exec", "eval"})
"""Functions by which names of a module are bound and read that do not show; ``locals`` only outside of functions."""
KEEPERS = frozenset(f"builtins.{name}" for name in (*REFLECTS, "vars", "super", "object", "__import__")) | frozenset(
    f"builtins.{name}"
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
)
"""Builtins that keep what they are given, or give what others were given."""


def keeps_nothing(path: str) -> bool:
    """True if a function keeps nothing of what it is given."""
    return (path.startswith((*SINKS, "openai.")) and path not in KEEPERS) or path in SERIALISERS


def is_plain(path: str) -> bool:
    """True if a function gives nothing that others were given before."""
    return path.startswith(PLAIN) and path not in KEEPERS


def is_foreign(fact: Fact) -> bool:
    """True if something is a value of a module of another package; what holds one is none."""
    return isinstance(fact.value, Place) and not fact.contents and not fact.value.path.startswith(("openai", *PLAIN))
