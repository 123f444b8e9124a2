"""What a file that stays means for calls elsewhere: where they go, with which key, and whether they are mocked.

A call must not be parted from its address, its key and its kind of API, and a test not from what it mocks. So a file
that stays holds all calls back that may run in one process with it, if it sets something that today's SDK does not read
so. A text that does not parse is searched for the same.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ...lint.linter import Examined
from ...rules.facts import COROUTINE, EXCEPTION, HELPER, METHOD, MODULE, RESOURCE, removed
from ...rules.hosts import PLAIN
from ...rules.settings import variables_set
from ...sdk.inference import PACKAGE
from ...sdk.settings import OUTSIDE, SETTINGS, WITHOUT_EFFECT
from ...semantics.uses import CATCH, DELETE, LOAD, RESPONSE_ROLES, STORE, STRING, Use
from ...semantics.values import Const, Either, Member, Place, Value
from ...syntax.written import last_name
from ..causes import Code
from ..plan import Reason, Settings
from ..text.text import Text
from .assigned import is_made_name
from .outside import is_said_again

SETS = (STORE, DELETE, STRING)
"""What changes a setting; a text that names one is what a test patches."""
AS_TEXT = re.compile(
    r"\b(?:api_base|api_type|api_key_path|base_url|azure_endpoint|"
    r"OPENAI_API_BASE|OPENAI_API_TYPE|OPENAI_API_KEY_PATH|OPENAI_BASE_URL)\b"
    r"|\bopenai\.(?:proxy|requestssession|aiosession|http_client)\b"
)
"""What a text has in it that sets where requests go."""
MOCK_AS_TEXT = re.compile(r"""["'](?:[\w.]+\.)?openai\.\w+""")
"""How a text names what it mocks."""
RESOURCES = frozenset({"ChatCompletion", "Completion", "Embedding", "Moderation", "FineTuningJob", "Audio", "Image"})
"""Names of the resources of 0.x, which a mock of the module has as well."""
COMMENT = re.compile(r"\s*#")


def holds_back(examined: Examined, text: Text, settings: Settings) -> Reason | None:
    """The first place for which a file that stays holds back the calls that may run with it.

    ``settings`` are those of its program.
    """
    found = [*_settings(examined, text, settings), *_mocks(examined, text)]
    return min(found, default=None)


def reads_of_others(examined: Examined, alone: Examined | None) -> Reason | None:
    """The first place where a file reads a response, or an error, that a call of another file gives it.

    ``alone`` is what shows without the other files.
    """
    own = {(use.role, id(use.node)) for use in alone.uses} if alone is not None else set()
    found = [
        Reason(_line(use.node), "a response of openai 0.x that another file gives is read", Code.ESCAPES)
        for use in examined.uses
        if use.role in RESPONSE_ROLES or isinstance(use.value, Member)
        if not use.inference and (use.role, id(use.node)) not in own
    ]
    return min(found, default=None)


def catches(examined: Examined) -> Reason | None:
    """The first place where a file catches an exception of 0.x."""
    found = (
        Reason(_line(use.node), f"{one.path} is caught", Code.CLAUSE)
        for use in examined.uses
        for option in _options(use.value)
        if use.role == CATCH and (one := removed(option)) is not None and one.kind == EXCEPTION
    )
    return min(found, default=None)


def named_in(lines: list[str]) -> Reason | None:
    """The first line of a text that does not parse that may set where calls go, or mock the SDK."""
    for number, line in enumerate(lines, 1):
        found = AS_TEXT.search(line) or MOCK_AS_TEXT.search(line)
        if found is not None and not COMMENT.match(line):
            return Reason(number, found[0].strip("\"'"), Code.OTHER_FILE)
    return None


def is_about_inference(examined: Examined) -> bool:
    """True if a file has to do with azure-ai-inference, and with openai 0.x in no way."""
    if any(removed(option) is not None for use in examined.uses for option in _options(use.value)):
        return False
    return any(use.inference or _is_of_inference(use) for use in examined.uses)


def _is_of_inference(use: Use) -> bool:
    return any(isinstance(option, Place) and option.path.startswith(PACKAGE) for option in _options(use.value))


def _settings(examined: Examined, text: Text, settings: Settings) -> Iterator[Reason]:
    for use in examined.uses:
        for node, name, value in variables_set(use, examined.file):
            if name in OUTSIDE and not is_said_again(settings, name, value):
                yield Reason(_line(node), f"{name} is set", Code.CONFIGURATION)
        if use.role in SETS and any(_is_read_otherwise(option, use) for option in _options(use.value)):
            yield Reason(_line(use.node), f"{_name(use.value)} is set", Code.CONFIGURATION)
    for node in text.each(ast.Call) if "setattr" in text.text else ():
        if is_made_name(node, examined):
            yield Reason(node.lineno, "a setting of the module is set under a name made at run time", Code.DYNAMIC)


def _is_read_otherwise(value: Value, use: Use) -> bool:
    """True if a value is a setting of the module that today's SDK does not read as it is set here."""
    path = value.path if isinstance(value, Place) else ""
    name = path.removeprefix("openai.")
    if path == "openai.api_type":
        kind = use.extra.value if use.role == STORE and isinstance(use.extra, Const) else None
        return kind != "azure" and str(kind).lower() not in PLAIN
    return path != name and any(name == row.name for row in SETTINGS) and name not in WITHOUT_EFFECT


def _options(value: Value) -> tuple[Value, ...]:
    """All that a value may be, as far as it is known."""
    return value.options if isinstance(value, Either) else (value,)


def _name(value: Value) -> str:
    return next(option.path for option in _options(value) if isinstance(option, Place))


def _mocks(examined: Examined, text: Text) -> Iterator[Reason]:
    """Where something of 0.x is replaced that calls go through."""
    for use in examined.uses:
        found = next((one for option in _options(use.value) if (one := removed(option)) is not None), None)
        if found is None or found.kind not in (METHOD, COROUTINE, RESOURCE, HELPER, MODULE):
            continue
        if use.role in (STORE, STRING) or (use.role == LOAD and _is_patched(use, text)):
            yield Reason(_line(use.node), f"{found.path} is replaced", Code.MOCK)
    if any(one.attr in RESOURCES for one in text.each(ast.Attribute)):
        replacing = filter(_replaces, text.each(ast.Call))
        yield from (Reason(call.lineno, "the SDK is replaced", Code.MOCK) for call in replacing)


def _replaces(call: ast.Call) -> bool:
    """True if a call replaces the SDK in a module of the program.

    ``patch("bot.openai")``, ``patch.object(bot, "openai")``, ``monkeypatch.setattr(bot, "openai", …)``.
    """
    texts = [one.value if isinstance(one, ast.Constant) else None for one in call.args[:2]]
    name = last_name(call.func)
    if name not in ("object", "setattr", "patch") or not texts:
        return False
    return texts[1:] == ["openai"] or (isinstance(texts[0], str) and texts[0].endswith(".openai"))


def _is_patched(use: Use, text: Text) -> bool:
    """``patch.object(openai.ChatCompletion, "create")``, ``monkeypatch.setattr(…)``."""
    call = text.parents.get(id(use.node))
    if not isinstance(call, ast.Call) or len(call.args) < 2 or call.args[0] is not use.node:
        return False
    name = last_name(call.func)
    return name in ("object", "setattr", "patch")


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 1))
