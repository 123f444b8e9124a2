"""How long the lines of a project may be, by the settings of its formatters and linters."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache

from .infrastructure import folders_above

DEFAULT = 88
"""What black and ruff take where nothing is said."""
OF_FLAKE8 = 79
UNLIMITED = 1_000_000
MOST_BYTES = 1_000_000
SECTION = re.compile(r"\s*\[+\s*(?P<name>[^\]]*?)\s*\]+\s*(?:[#;].*)?$")
KEY = re.compile(r"""\s*(?P<key>[\w.\-"']+)\s*[=:]\s*["']?(?P<value>[^"'#;]*?)["']?\s*(?:[#;].*)?$""")
BRACES = re.compile(r"(.*)\{(.*)\}(.*)")
"""Alternatives in the name of a section of .editorconfig."""
SILENT = re.compile(r"\bE(?:5(?:01?)?)?\b")
"""Codes of flake8, or beginnings of them, with which lines that are too long are left out."""

Sections = Mapping[str, Mapping[str, str]]
"""Keys, with dashes, and their values by section; what stands before all sections is that of the empty name."""


def line_length_of(path: str) -> int:
    """How long a line of a file may be; 88 where it is no file on disk."""
    return line_length(os.path.dirname(os.path.abspath(path))) if os.path.isfile(path) else DEFAULT


@lru_cache(maxsize=1024)
def line_length(folder: str) -> int:
    """How long a line of a Python file in a folder may be, as its project says; else 88.

    The formatter decides before the linters: black, ruff, yapf, then flake8, .editorconfig, isort and pylint. Settings
    are looked for in the folder and those above it, up to the root of the repository.
    """
    folders = list(folders_above(os.path.join(folder, "x")))
    for tool in TOOLS:
        for one in folders:
            length = tool(one)
            if length is not None:
                return length
    return DEFAULT


def _of(section: str, key: str, default: int | None, *names: str) -> Callable[[str], int | None]:
    """A reader of a key; ``default`` where there is the section, but not the key."""

    def length(folder: str) -> int | None:
        for name in names:
            sections = _sections(os.path.join(folder, name))
            if section in sections:
                found = _number(sections[section].get(key))
                if found is not None or default is not None:
                    return found if found is not None else default
        return None

    return length


def _flake8(folder: str) -> int | None:
    for name in (".flake8", "setup.cfg", "tox.ini"):
        section = _sections(os.path.join(folder, name)).get("flake8")
        if section is None:
            continue
        found = _number(section.get("max-line-length"))
        if found is not None:
            return found
        ignored = [section.get(key, "") for key in ("ignore", "extend-ignore")]
        is_told = "select" not in section and section.get("ignore") != "" and not any(map(SILENT.search, ignored))
        return OF_FLAKE8 if is_told else None
    return None


def _editorconfig(folder: str) -> int | None:
    found = None
    for name, section in _sections(os.path.join(folder, ".editorconfig")).items():
        if _is_of_python(name) and "max-line-length" in section:
            value = section["max-line-length"]
            found = UNLIMITED if value == "off" else _number(value)
    return found


def _is_of_python(pattern: str) -> bool:
    """True if a section of .editorconfig is about Python files."""
    found = BRACES.fullmatch(pattern)
    names = [f"{found[1]}{one.strip()}{found[3]}" for one in found[2].split(",")] if found else [pattern]
    return any(fnmatchcase("module.py", name.rpartition("/")[2]) for name in names)


def _isort(folder: str) -> int | None:
    for name, title in (("pyproject.toml", "tool.isort"), (".isort.cfg", "settings"), ("setup.cfg", "isort")):
        section = _sections(os.path.join(folder, name)).get(title, {})
        if "line-length" in section or section.get("profile") == "black":
            return _number(section.get("line-length")) or DEFAULT
    return None


TOOLS: tuple[Callable[[str], int | None], ...] = (
    _of("tool.black", "line-length", DEFAULT, "pyproject.toml"),
    _of("", "line-length", None, "ruff.toml", ".ruff.toml"),
    _of("tool.ruff", "line-length", DEFAULT, "pyproject.toml"),
    _of("tool.yapf", "column-limit", None, "pyproject.toml"),
    _of("style", "column-limit", None, ".style.yapf"),
    _of("yapf", "column-limit", None, "setup.cfg"),
    _flake8,
    _of("pycodestyle", "max-line-length", None, "setup.cfg", "tox.ini"),
    _of("tool.autopep8", "max-line-length", None, "pyproject.toml"),
    _editorconfig,
    _isort,
    _of("tool.pylint.format", "max-line-length", None, "pyproject.toml"),
    _of("FORMAT", "max-line-length", None, ".pylintrc", "pylintrc"),
)
"""What says it, the first one first."""


def _number(text: str | None) -> int | None:
    """Read a length that can be meant."""
    return int(text) if text is not None and re.fullmatch(r"\d{2,4}", text, re.ASCII) else None


@lru_cache(maxsize=4096)
def _sections(path: str) -> Sections:
    """The keys of a file of settings, in INI or TOML: of values, only those of one line."""
    found: dict[str, dict[str, str]] = {}
    section = ""
    for line in _lines(path):
        title = SECTION.match(line)
        if title:
            section = title["name"].replace('"', "").replace("'", "")
            found.setdefault(section, {})
            continue
        row = KEY.match(line)
        if row:
            parts = row["key"].replace('"', "").replace("'", "").split(".")
            name = ".".join(filter(None, [section, *parts[:-1]]))
            found.setdefault(name, {}).setdefault(parts[-1].replace("_", "-"), row["value"])
    return found


def _lines(path: str) -> Iterator[str]:
    try:
        if not os.path.isfile(path):
            return
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            yield from file.read(MOST_BYTES).splitlines()
    except OSError:
        return
