"""Source → diagnostics."""

from __future__ import annotations

import ast
import io
import os
from collections.abc import Sequence
from typing import NamedTuple

from .. import MARKERS
from ..project.config import Config
from ..rules import RULES, File, Finding, Rule
from ..rules.facts import SETTING, removed
from ..rules.hosts import is_on_azure, module_is_on_azure
from ..rules.module import ModuleUse, use_of_module
from ..rules.testing import is_test
from ..sdk.clients import CLIENTS
from ..semantics import analyse
from ..semantics.flow import Flow
from ..semantics.quoted import OPENING
from ..semantics.uses import CALL, IMPORT, LOAD, SETITEM, STORE, Model, Use
from ..semantics.values import Client, Const, Place
from ..syntax import shown
from ..syntax.diagnostics import Diagnostic


def lint_source(source: str, filename: str = "<unknown>", config: Config | None = None) -> list[Diagnostic]:
    """All findings in a source text, sorted by position; ``# noqa`` and selection are not applied.

    A byte order mark before the text is no part of it.
    Raises ``SyntaxError`` or ``ValueError`` (null bytes) where ``source`` is not Python.
    """
    if not any(marker in source for marker in MARKERS):
        return []
    source = source.removeprefix("\ufeff")
    lines = io.StringIO(source, newline=None).readlines()
    try:
        tree = ast.parse(source)
    except (RecursionError, MemoryError):
        raise SyntaxError("nested too deeply for Python's parser") from None
    return lint_tree(tree, lines, filename, config)


def lint_tree(
    tree: ast.Module, lines: Sequence[str], filename: str = "<unknown>", config: Config | None = None
) -> list[Diagnostic]:
    """All findings in a parsed file, sorted by position; ``# noqa`` and selection are not applied.

    ``lines`` are the lines that ``tree`` was parsed from, with their ends. ``filename`` serves to see
    whether the file's ``import openai`` finds another module than the SDK, and whether it is a test.
    """
    return findings(examine(tree, lines, filename, config or Config()), lines)


def findings(looked_at: Examined | None, lines: Sequence[str]) -> list[Diagnostic]:
    """All findings in a file that was looked at, sorted by position; ``# noqa`` and selection are not applied."""
    if looked_at is None:
        return []
    by_role: dict[str, list[Rule]] = {}
    for rule in (rule() for rule in RULES):
        for role in rule.roles:
            by_role.setdefault(role, []).append(rule)
    found: dict[tuple[int, ...], Diagnostic] = {}
    for use in (*looked_at.uses, *looked_at.flow.model.possible):
        for rule in by_role.get(use.role, ()):
            if (use.inference and not rule.inference) or (rule.remote and looked_at.file.is_test):
                continue
            for finding in rule.check(use, looked_at.file):
                diagnostic = _diagnostic(rule.code, finding, use, lines)
                # Several may stand in one string, and be reported there.
                within = id(finding.node) if use.anchor else 0
                place = (diagnostic.line, diagnostic.column, diagnostic.end_line, diagnostic.end_column)
                found.setdefault((*place, int(diagnostic.code[3:]), within), diagnostic)
    return sorted(found.values())


class Examined(NamedTuple):
    """A file that was looked at."""

    file: File
    uses: list[Use]
    """What it does with the SDK, without what is meant for the old one."""
    flow: Flow
    """The analysis itself, which knows the functions and classes of the file."""


def examine(
    tree: ast.Module, lines: Sequence[str], filename: str, config: Config, module: ModuleUse | None = None
) -> Examined | None:
    """Look at a parsed file; None where its `openai` is not the SDK."""
    return examined(analyse(tree, lines), lines, filename, config, module)


def examined(
    flow: Flow, lines: Sequence[str], filename: str, config: Config, module: ModuleUse | None = None
) -> Examined | None:
    """What an analysis of a file has found; None where its `openai` is not the SDK.

    ``module`` is what the program does with the module, where more than this file is known of it.
    """
    if has_own_openai(filename):
        return None
    model = flow.model
    if _replaces_openai(model):
        return None
    azure_module = module_is_on_azure(model)
    deployments = frozenset(config.azure_deployments)
    shims = _shims(model)
    uses = [
        use
        for use in model.uses
        if not _is_set_aside(use)
        and not (shims and isinstance(use.value, Place) and f"{use.value.path}.".startswith(shims))
    ]
    azure = azure_module or is_on_azure(model)
    module = use_of_module(model, uses) if module is None else module
    test = is_test(filename, model)
    file = File(model, config.target, lines, deployments, azure, azure_module, module, filename, test, {})
    return Examined(file, uses, flow)


def has_own_openai(filename: str) -> bool:
    """Does ``import openai`` in this file find a module of that name beside it?

    That is so for a script, not within a package: there the name is absolute.
    """
    folder = os.path.dirname(filename)
    if not os.path.isfile(filename) or os.path.exists(os.path.join(folder, "__init__.py")):
        return False
    own = os.path.join(folder, "openai")
    return (os.path.isfile(own + ".py") and os.path.basename(filename) != "openai.py") or os.path.isfile(
        os.path.join(own, "__init__.py")
    )


def _is_set_aside(use: Use) -> bool:
    """Is a use meant for the old SDK, or code that serves both?

    What only newer SDKs have is never for the old one: ``if client is None: client = AzureOpenAI(…)``.
    """
    if use.expected and isinstance(use.value, Place) and use.value.path in CLIENTS:
        return True  # a client that cannot be made is what is wanted
    if use.era == "either" and use.role in (CALL, IMPORT, LOAD):
        value = use.value
        return not (isinstance(value, Client) or (isinstance(value, Place) and value.path in CLIENTS))
    return use.era in ("legacy", "either")


def _replaces_openai(model: Model) -> bool:
    """Does the program put another module in the SDK's place (``sys.modules["openai"] = fake``)?"""
    return any(
        use.value == Place("sys.modules")
        and isinstance(use.node, ast.Subscript)
        and model.value(use.node.slice) == Const("openai")
        for use in model.of(SETITEM)
    )


def _shims(model: Model) -> tuple[str, ...]:
    """Removed names (each with a dot behind) that the program itself puts where the SDK has them no more."""
    paths = set()
    for use in model.of(STORE):
        found = removed(use.value) if use.era == "new" else None
        if found is not None and found.kind != SETTING and isinstance(use.value, Place):
            paths.add(f"{use.value.path}.")
    return tuple(paths)


def _diagnostic(code: str, finding: Finding, use: Use, lines: Sequence[str]) -> Diagnostic:
    node = finding.node if use.anchor is None or _stands(finding.node, use.anchor, lines) else use.anchor
    line, column = node.lineno, node.col_offset  # type: ignore[attr-defined]
    end_line = getattr(node, "end_lineno", None) or line
    end_column = getattr(node, "end_col_offset", None) or column
    return Diagnostic(
        line,
        _characters(lines, line, column),
        end_line,
        _characters(lines, end_line, end_column),
        code,
        shown.text(finding.message),
        shown.code(finding.replacement),
    )


def _stands(node: ast.AST, anchor: ast.AST, lines: Sequence[str]) -> bool:
    """Does a node in an f-string stand where it says?"""
    root = node
    while isinstance(root, (ast.Attribute, ast.Subscript, ast.Call)):
        root = root.func if isinstance(root, ast.Call) else root.value
    if not isinstance(root, (ast.Name, ast.keyword, ast.Constant)) or not isinstance(anchor, ast.JoinedStr):
        return False
    if not anchor.lineno <= root.lineno <= (anchor.end_lineno or anchor.lineno) <= len(lines):
        return False
    text = lines[root.lineno - 1].encode("utf-8", "surrogatepass")[root.col_offset :]
    if isinstance(root, ast.Constant):
        opening, value = OPENING.match(text), str(root.value).encode("utf-8", "surrogatepass")
        return opening is not None and text[opening.end() :].startswith(value)
    name = root.id if isinstance(root, ast.Name) else root.arg
    return name is not None and text.startswith(name.encode())


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    """The column in characters, of one that ``ast`` counts in UTF-8 bytes."""
    if not 1 <= line <= len(lines):
        return column
    text = lines[line - 1]
    if text.isascii():
        return column
    return len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))
