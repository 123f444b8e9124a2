"""What pyright says, with the newest openai, of files that `fix` changed, and did not say before.

The project's own dependencies are not installed: what is unknown is nothing to pyright. It also says that values are
of another type than the SDK's annotations have, `list[dict[str, str]]` for messages, say. Such code runs. So calls that
it objects to are looked at again with values of any type: an objection that stays is about the arguments themselves.
"""

from __future__ import annotations

import ast
import difflib
import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from flake8_openai_v1.syntax.notebook import read_notebook
from flake8_openai_v1.syntax.source import SourceError

CALLS = ("reportCallIssue", "reportArgumentType")
RULES = (*CALLS, "reportAttributeAccessIssue", "reportIndexIssue", "reportMissingImports", "reportUndefinedVariable")
"""What would fail at run time, too. Optional values are not such a thing: they were None before as well."""

UNDECIDED = re.compile(r'(for class|on type) "(object"|Stream\[|AsyncStream\[)')
"""Whom an attribute is read of where only the program knows better: a value of a dict of anything; what a call returns
that streams or not by the value of a variable. pyright names each class that it might be."""

ANYTHING = "ANYTHING_AT_ALL"
"""A name that pyright takes for a builtin of any type."""


class Complaint(NamedTuple):
    """An error that pyright reports. Lines and columns count from 0, as it counts them."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    message: str

    text: str
    """The line that it is on."""

    def __str__(self) -> str:
        """Show it on one line, counting from 1, and its text on another."""
        message = " ".join(self.message.split())
        return f"{self.path}:{self.line + 1}:{self.column + 1}: {self.rule}: {message}\n      {self.text}"


class Verdict(NamedTuple):
    """What is new in the files that were changed."""

    written: list[Complaint]
    """Errors on lines that were written."""
    elsewhere: list[Complaint]
    """Errors on other lines."""
    types: list[Complaint]
    """Only types of values, which annotations do not allow and the SDK takes, or which pyright does not know: one for
    each line."""


def compare(before: dict[str, bytes], after: dict[str, bytes], program: Path, sdk: Path, scratch: Path) -> Verdict:
    """Run pyright over what was changed, as it was and as it is. The scratch folder must be empty."""
    before, after = _as_modules(before), _as_modules(after)
    changed = [path for path in after if path.endswith(".py") and after[path] != before.get(path)]
    if not changed:
        return Verdict([], [], [])
    old = _run(before, changed, program, sdk, scratch / "before")
    first = _run(after, changed, program, sdk, scratch / "after")
    loose = {path: without_types(after[path], [one for one in first if one.path == path]) for path in changed}
    second = _run({**after, **loose}, changed, program, sdk, scratch / "loose")
    stays = {(one.path, one.line, one.rule) for one in second}
    verdict = Verdict([], [], [])
    for path in changed:
        matches = Matches(before[path], after[path])
        known = [one for one in old if one.path == path]
        for one in first:
            if one.path != path or matches.stood(one, known):
                continue
            runs = one.rule in CALLS and not any((path, one.line, rule) in stays for rule in CALLS)
            if runs or UNDECIDED.search(one.message):
                if not any((it.path, it.line) == (path, one.line) for it in verdict.types):
                    verdict.types.append(one)
            else:
                (verdict.written if matches.wrote(one) else verdict.elsewhere).append(one)
    return verdict


def _as_modules(files: dict[str, bytes]) -> dict[str, bytes]:
    """Put the code of notebooks in their place; their names get another ending."""
    modules = {}
    for path, data in files.items():
        if path.endswith(".ipynb"):
            with suppress(SourceError):
                modules[f"{path}.py"] = "".join(read_notebook(data).lines).encode()
        else:
            modules[path] = data
    return modules


class Matches:
    """Which lines of a file stand in its old version, and where."""

    def __init__(self, before: bytes, after: bytes) -> None:
        old, new = before.splitlines(), after.splitlines()
        self._blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()

    def wrote(self, one: Complaint) -> bool:
        """Is an error on a line that is new?"""
        return any(
            kind in ("replace", "insert") and start <= one.end_line and one.line < end
            for kind, _, _, start, end in self._blocks
        )

    def stood(self, one: Complaint, known: list[Complaint]) -> bool:
        """Was the same error there before, on the same line or on one that this line replaced?"""
        for kind, first, last, start, end in self._blocks:
            if start <= one.line < end:
                lines = range(first, last) if kind == "replace" else [first + one.line - start]
                same = (one.rule, one.message)
                return kind != "insert" and any(it.line in lines and (it.rule, it.message) == same for it in known)
        return False


def without_types(data: bytes, complaints: list[Complaint]) -> bytes:
    """Give the arguments of calls with errors any type; lines stay where they are."""
    tree = ast.parse(data)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    lines = data.splitlines(keepends=True)
    wrong = {id(call): call for one in complaints if one.rule in CALLS for call in _call_of(one, calls, lines)}
    for value in sorted(_values(list(wrong.values())), key=lambda node: (node.lineno, node.col_offset), reverse=True):
        first, last = value.lineno - 1, (value.end_lineno or value.lineno) - 1
        head, tail = lines[first][: value.col_offset], lines[last][value.end_col_offset :]
        lines[first : last + 1] = [head + ANYTHING.encode() + b"\n"] + [b"\n"] * (last - first - 1) + [tail]
        if first == last:
            lines[first : first + 2] = [head + ANYTHING.encode() + tail]
    loose = b"".join(lines)
    try:
        ast.parse(loose)
    except SyntaxError:  # an argument in an f-string
        return data
    return loose


def _call_of(one: Complaint, calls: list[ast.Call], lines: list[bytes]) -> Iterator[ast.Call]:
    """Yield the innermost call that an error is about."""
    start = one.line + 1, _bytes(lines, one.line, one.column)
    end = one.end_line + 1, _bytes(lines, one.end_line, one.end_column)
    around = []
    for call in calls:
        place = (call.lineno, call.col_offset), (call.end_lineno or 0, call.end_col_offset or 0)
        if place[0] <= start and end <= place[1]:
            if one.rule != "reportArgumentType" or place != (start, end):  # that one is about a call around it
                around.append((place[0], call))
    yield from (call for _, call in sorted(around, key=lambda pair: pair[0])[-1:])


def _bytes(lines: list[bytes], line: int, column: int) -> int:
    """A column in bytes, of one that pyright counts in UTF-16."""
    return len(lines[line].decode("utf-8", "replace").encode("utf-16-le")[: 2 * column].decode("utf-16-le").encode())


def _values(wrong: list[ast.Call]) -> Iterator[ast.expr]:
    """Yield the values of arguments of calls, but for those with such a call in them."""
    for call in wrong:
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
            value = argument.value if isinstance(argument, ast.Starred) else argument
            inside = any(node is other for node in ast.walk(value) for other in wrong)
            if not inside and not isinstance(value, ast.GeneratorExp):  # whose parentheses may be those of the call
                yield value


def _run(files: dict[str, bytes], changed: list[str], program: Path, sdk: Path, folder: Path) -> list[Complaint]:
    """The errors in some files of a tree."""
    for name, data in files.items():
        if name.endswith((".py", ".pyi")):
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    (folder / "__builtins__.pyi").write_text(f"from typing import Any\n{ANYTHING}: Any\n", "utf-8")
    settings = {"include": changed, "extraPaths": [str(sdk)], "typeCheckingMode": "standard"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    done = subprocess.run(
        [program, "--outputjson", "-p", folder],
        env={**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"pyright: {done.stdout[-500:]} {done.stderr[-500:]}")
    return list(_complaints(json.loads(done.stdout), folder.resolve()))


def _complaints(answer: dict, folder: Path) -> Iterator[Complaint]:
    for row in answer["generalDiagnostics"]:
        rule, message = row.get("rule", ""), row["message"].replace("\xa0", " ")
        if row["severity"] != "error" or rule not in RULES:
            continue
        if rule == "reportMissingImports" and '"openai' not in message:
            continue
        start, end = row["range"]["start"], row["range"]["end"]
        path = Path(row["file"]).resolve().relative_to(folder)
        text = (folder / path).read_bytes().splitlines()[start["line"]].decode("utf-8", "replace").strip()
        place = start["line"], start["character"], end["line"], end["character"]
        yield Complaint(path.as_posix(), *place, rule, message, text)
