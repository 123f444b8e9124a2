"""The files that the command reads settings from: [flake8] of flake8's own, and a table in pyproject.toml."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import fields
from importlib import import_module
from typing import Any

from ..project.config import Config, anchored, parse_target, split
from ..syntax.source import SourceError, one_line, read

TABLE = "flake8-openai-v1"
"""Our table is [tool.flake8-openai-v1]."""

Settings = dict[str, Any]
"""Values by the name of their field of Config."""


class SettingsError(Exception):
    """Settings that cannot be used; the text names the file and the key."""


def known_codes(text: str) -> tuple[str, ...]:
    """Read a list of codes of this tool, or of beginnings of them.

    Raises ValueError if there is no such code. A family may be named before it has a rule.
    """
    codes = split(text)
    for code in codes:
        if not re.fullmatch(r"OAI([1-69]\d{0,2})?", code, re.ASCII):
            raise ValueError(f"unknown code {code!r}: expected OAI, OAI1, OAI102, ...")
        if len(code) > len("OAI1"):
            from ..rules import RULES

            if not any(rule.code.startswith(code) for rule in RULES):
                raise ValueError(f"unknown code {code!r}")
    return codes


def load(path: str | None = None, folder: str = os.curdir) -> tuple[Settings, Settings]:
    """Read the files that apply in a folder, the current one where none is named, or one file only.

    The first settings are those of the [flake8] section, looked for where flake8 looks. What decides there
    about the plugin's findings is taken, so that both faces show the same; but not `select`, as the command
    is ``flake8 --select OAI``, which wins over it. The second are those of our table in the nearest
    pyproject.toml that has it; they go before the first.

    Raises SettingsError for a file that cannot be read, an unknown key of our table, an impossible value.
    """
    if path is None:
        flake8 = _search(("setup.cfg", "tox.ini", ".flake8"), lambda found: _read_ini(found, folder), folder)
        return flake8, _search(("pyproject.toml",), _read_toml, folder)
    toml = path.endswith(".toml")
    settings = _read_toml(path) if toml else _read_ini(path, folder, is_named=True)
    if settings is None:
        raise SettingsError(f"{path}: no {f'[tool.{TABLE}]' if toml else '[flake8]'} in it")
    return ({}, settings) if toml else (settings, {})


def _search(names: tuple[str, ...], reader: Callable[[str], Settings | None], folder: str) -> Settings:
    """Read the first file with settings, from a folder upwards, up to the home folder as flake8."""
    home = os.path.realpath(os.path.expanduser("~"))
    try:
        folder = os.path.abspath(folder)
    except OSError as error:
        raise SettingsError(f"the current folder cannot be read: {error.strerror}") from None
    while True:
        for name in names:
            path = os.path.join(folder, name)
            settings = reader(path) if os.path.isfile(path) else None
            if settings is not None:
                return settings
        parent = os.path.dirname(folder)
        if parent in (folder, home):
            return {}
        folder = parent


def _read(path: str) -> bytes:
    try:
        return read(path)
    except SourceError as error:
        raise SettingsError(f"{path}: {error}") from None


# [flake8]

INI_KEYS = {
    "ignore": "ignore",
    "extend_ignore": "extend_ignore",
    "extend_select": "extend_select",
    "per_file_ignores": "per_file_ignores",
    "exclude": "exclude",
    "extend_exclude": "extend_exclude",
    "disable_noqa": "disable_noqa",
    "openai_target_version": "target",
    "openai_azure_deployments": "azure_deployments",
}
"""The keys of [flake8] that are taken, and their fields of Config. Dashes are as good as underscores."""


def _read_ini(path: str, current: str, *, is_named: bool = False) -> Settings | None:
    """Read the [flake8] section of a file; None where flake8 would go on looking. One that is named must be read.

    ``current`` is the folder in which flake8 would run.
    """
    data = _read(path)
    if b"[flake8" not in data and not is_named:
        return None
    import configparser

    parser = configparser.RawConfigParser()
    try:
        parser.read_string(data.decode(), path)
    except (UnicodeDecodeError, configparser.ParsingError) as error:
        if is_named:
            raise SettingsError(f"{path}: cannot read: {one_line(error)}") from None
        return None
    except configparser.Error as error:
        raise SettingsError(f"{path}: {' '.join(str(error).split())}") from None
    if "flake8" not in parser:
        return {} if "flake8:local-plugins" in parser else None
    settings = {}
    for key in parser["flake8"]:
        field = INI_KEYS.get(key.replace("-", "_"))
        try:
            if field == "disable_noqa":
                settings[field] = parser.getboolean("flake8", key)
            elif field is not None:
                settings[field] = _ini_value(field, parser.get("flake8", key), os.path.dirname(path), current)
        except ValueError as error:
            raise SettingsError(f"{path}: {key}: {error}") from None
    return settings


def _ini_value(field: str, text: str, folder: str, current: str) -> Any:
    if field == "target":
        return parse_target(text)
    if field == "per_file_ignores":
        return _per_file_ignores(text, current)
    if field in ("exclude", "extend_exclude"):
        return tuple(anchored(pattern, folder) for pattern in split(text))
    return split(text)


def _per_file_ignores(text: str, current: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read lists of files and codes with flake8's own reader, relative to the folder in which it would run."""
    from flake8.exceptions import ExecutionError  # type: ignore[import-untyped]
    from flake8.utils import parse_files_to_codes_mapping  # type: ignore[import-untyped]

    try:
        rows = parse_files_to_codes_mapping(text)
    except ExecutionError:
        raise ValueError("expected FILES: CODES") from None
    return tuple((anchored(pattern, current), tuple(codes)) for pattern, codes in rows)


# pyproject.toml


def _read_toml(path: str) -> Settings | None:
    """Read our table of a TOML file; None if it has none."""
    data = _read(path)
    if TABLE.encode() not in data:
        return None
    try:
        toml = import_module("tomllib")
    except ImportError:  # Python 3.10
        try:
            toml = import_module("tomli")
        except ImportError:
            if not re.search(rb"""(?m)^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*["']?%s""" % TABLE.encode(), data):
                return None
            needs = f"reading [tool.{TABLE}] on Python 3.10 needs the package tomli"
            raise SettingsError(f"{path}: {needs}") from None
    try:
        tools = toml.loads(data.decode()).get("tool")
    except (ValueError, RecursionError) as error:  # neither UTF-8 nor TOML, or lists in lists in lists
        raise SettingsError(f"{path}: {one_line(error)}") from None
    table = tools.get(TABLE) if isinstance(tools, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: [tool.{TABLE}] is no table")
    known = {field.name.replace("_", "-"): field.name for field in fields(Config)}
    known["target-version"] = known.pop("target")
    settings = {}
    for key, value in table.items():
        if key not in known:
            names = ", ".join(sorted(known))
            raise SettingsError(f"{path}: unknown key {key!r} in [tool.{TABLE}]; known are {names}")
        try:
            settings[known[key]] = _toml_value(known[key], value, os.path.dirname(path))
        except ValueError as error:
            raise SettingsError(f"{path}: {key}: {error}") from None
    return settings


def _toml_value(field: str, value: object, folder: str) -> Any:
    if field == "disable_noqa":
        if not isinstance(value, bool):
            raise ValueError("expected true or false")
        return value
    if field == "target":
        if not isinstance(value, str) and type(value) is not int:
            raise ValueError('expected a release in quotes: "3", "1.30"')
        return parse_target(str(value))
    if field == "per_file_ignores":
        if not isinstance(value, dict):
            raise ValueError('expected a table of lists: {"tests/*" = ["OAI1"]}')
        return tuple((anchored(pattern, folder), _toml_codes(codes)) for pattern, codes in value.items())
    if field in ("exclude", "extend_exclude"):
        return tuple(anchored(pattern, folder) for pattern in _toml_list(value))
    if field == "azure_deployments":
        return tuple(_toml_list(value))
    codes = _toml_codes(value)
    if field == "select" and not codes:
        raise ValueError("selects nothing")
    return codes


def _toml_codes(value: object) -> tuple[str, ...]:
    return known_codes(",".join(_toml_list(value)))


def _toml_list(value: object) -> list[str]:
    """Read a list of strings, or one string that holds a list as it would in an ini file."""
    if isinstance(value, str):
        return list(split(value))
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise ValueError("expected a list of strings")
    return value
