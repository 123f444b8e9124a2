"""Variables that are set outside of the program, and decide with one SDK where requests go and with the other do not.

They are carried over where the program assigns the setting itself, whatever it is, or sets it from that variable; and
where the variable that today's SDK reads is set to the same beside it.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...lint.linter import Examined
from ...lint.relevant import code_of
from ...project.environment import Variable, variables_in
from ...rules.hosts import PLAIN
from ...rules.settings import variables_set
from ...sdk.settings import OUTSIDE, TAKEN_FOR_AZURE, Outside
from ...semantics.uses import STORE
from ...semantics.values import Const, Environ, Value
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Reason, Settings
from ..text.text import Text

DEFAULT = "https://api.openai.com/v1"
TODAY = {"api_base": ("base_url", "azure_endpoint")}
"""Settings of 0.x → those of today, which `fix` has written in their place."""
MAGIC = re.compile(rb"(?m)^[ \t]*%(?:env|set_env)\b.*$")


class Part(NamedTuple):
    """A file of a program."""

    path: str
    text: Text
    data: bytes
    examined: Examined


def set_by(part: Part) -> Iterator[Variable]:
    """Yield the variables that a file of the program sets for today's SDK, which 0.x did not read; also by magics."""
    for use in part.examined.uses:
        for node, name, value in variables_set(use, part.examined.file):
            if name in TAKEN_FOR_AZURE or (name in OUTSIDE and OUTSIDE[name].new):
                text = value.value if isinstance(value, Const) and isinstance(value.value, str) else ""
                yield Variable(part.path, int(getattr(node, "lineno", 1)), name, text)
    if part.path.endswith(".ipynb"):
        code = code_of(part.path, part.data)
        for line in MAGIC.findall(code):
            yield from (one._replace(line=0) for one in variables_in(part.path, line))


def not_carried(
    variables: Sequence[Variable],
    starts: Sequence[Collection[Part]],
    process: Collection[Part],
    azure: bool,
    rows: Mapping[str, Outside] = OUTSIDE,
) -> Reason | None:
    """The first variable that decides where calls of a program go, and does so with one of the SDKs only.

    ``starts``: for each file with which it may be started all that runs then; ``process``: all of these. ``azure``: do
    all calls go to Azure? ``rows`` are the variables that are asked for.
    """
    beside: dict[tuple[str, str], str] = {(one.path, one.name): one.value for one in variables}
    for one in variables:
        row = rows.get(one.name)
        if row is None or _says_nothing(one, row, azure) or _has_twin(one, row, beside):
            continue
        if row.setting and (
            all(any(assigns(part.examined, part.text, row.setting) for part in files) for files in starts)
            or (any(_stores(part, row.setting) for part in process) and any(_names(part, one.name) for part in process))
        ):
            continue
        where = f"{one.path}, line {one.line}" if one.line else one.path
        return Reason(0, f"{where} sets {one.name}, {row.why}", Code.CONFIGURATION)
    return None


def _says_nothing(variable: Variable, row: Outside, azure: bool) -> bool:
    """True if a variable has the value that is meant where none is set, or is not read on Azure."""
    value = variable.value.rstrip("/")
    return value == DEFAULT or (row.setting == "api_type" and value.lower() in PLAIN) or (azure and row.new)


def _has_twin(variable: Variable, row: Outside, beside: Mapping[tuple[str, str], str]) -> bool:
    """True if what the other SDK reads is set to the same in the same file."""
    twin = beside.get((variable.path, row.twin or ""))
    return twin is not None and bool(twin) and twin.rstrip("/") == variable.value.rstrip("/")


def _stores(part: Part, setting: str) -> bool:
    return any(use.role == STORE and certain_path(use.value) == f"openai.{setting}" for use in part.examined.uses)


def assigns(examined: Examined, text: Text, setting: str, variable: str = "") -> bool:
    """True if a file, whatever happens, assigns a setting when it is imported, and not None.

    ``variable`` is one that the program sets itself.
    """
    paths = {f"openai.{name}" for name in (setting, *TODAY.get(setting, ()))}
    for use in examined.uses:
        if use.role == STORE and certain_path(use.value) in paths and isinstance(use.node, ast.Attribute):
            statement = text.statement_of(use.node)
            is_set = isinstance(use.extra, Environ) and use.extra.name == variable
            if text.parents.get(id(statement)) is text.tree and (is_set or not _may_be_none(use.extra)):  # type: ignore[arg-type]
                return True
    return False


def is_said_again(settings: Settings, name: str, value: Value) -> bool:
    """True if a program, all calls of which go to Azure, assigns what it has a variable say: without it they raise."""
    if name == "OPENAI_API_TYPE":
        return settings.azure is True and value == Const("azure")
    return settings.azure is True and name == "OPENAI_API_BASE" and "api_base" in settings.stored


def _may_be_none(value: Value) -> bool:
    if isinstance(value, Environ):
        return not value.required and value.default in (None, Const(None))
    return value == Const(None)


def _names(part: Part, name: str) -> bool:
    """True if a file has the name of a variable in it, as a text or as that of a field that is filled from it."""
    return re.search(rf"(?im)^[^#\n]*\b{name}\b", part.text.text) is not None


def is_within(variable: Variable, path: str) -> bool:
    """True if programs at a path may see a variable."""
    return not variable.scope or os.path.abspath(path).startswith(os.path.join(variable.scope, ""))
