"""What `check` and `fix` both take from the command line, and the Config that comes of it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from typing import Any

from .. import NAME
from ..lint.settings import known_codes, load
from ..project.config import Config, anchored, parse_target, split
from ..report import FORMATS

BASELINE = f".{NAME}-baseline.json"
"""The baseline that is meant where none is named, in the current folder."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the paths and the options that `check` and `fix` have to the parser of one of them."""
    add_search(parser)
    add = parser.add_argument
    add("--output-format", choices=FORMATS, help="default: full on a terminal, else text")
    add("--statistics", action="store_true", help="count the findings of each code")
    add("--exit-zero", action="store_true", help="exit with 0 where the only trouble is findings")
    add_no_color(parser)


def add_no_color(parser: argparse.ArgumentParser) -> None:
    """Add the option that refuses colours."""
    what = "no colours; so does the environment variable NO_COLOR"
    parser.add_argument("--no-color", action="store_true", help=what)


def add_search(parser: argparse.ArgumentParser) -> None:
    """Add the paths, and the options that say what is looked for in them."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="file, folder, or - for standard input (default: .)")
    for option, what in (
        ("--select", "only these codes, or codes that begin so (default: OAI)"),
        ("--extend-select", "these codes, too: OAI9 turns the opinions on"),
        ("--ignore", "not these codes"),
    ):
        add(option, type=_argument(_codes), action="extend", metavar="CODES", help=what)
    what = "leave these files and folders out when a folder is searched"
    add("--exclude", type=split, action="extend", metavar="PATTERNS", help=what)
    add("--force-exclude", action="store_true", help="excludes hold for a PATH that is named, too")
    add(
        "--target-version",
        type=_argument(parse_target),
        metavar="VERSION",
        help="release of openai that the code must run on: 3, 2, 1.30, ... (default: the newest)",
    )
    what = "deployments on Azure, for OAI302, which finds any other name of a model then: chat,gpt-4o"
    add("--azure-deployments", type=split, action="extend", metavar="NAMES", help=what)
    add("--stdin-filename", metavar="F", default="stdin", help="the name of what comes from standard input")
    add("--disable-noqa", action="store_true", default=None, help="as if there were no # noqa comments")
    add("-j", "--jobs", type=_argument(_jobs), metavar="N", help="processes at most (default: one per processor)")
    add("-q", "--quiet", action="store_true", help="no progress and no summary")
    add("--config", metavar="F", help="read settings from this file only")


def config_of(arguments: argparse.Namespace) -> Config:
    """Put the settings together: the command line before our table, and that before [flake8].

    Raises SettingsError for a file of settings that cannot be used.
    """
    flake8, ours = load(arguments.config)
    exclude = arguments.exclude and tuple(anchored(pattern, os.curdir) for pattern in arguments.exclude)
    given = {
        "target": arguments.target_version,
        "select": arguments.select and tuple(arguments.select),
        "extend_select": arguments.extend_select and tuple(arguments.extend_select),
        "ignore": arguments.ignore and tuple(arguments.ignore),
        "exclude": exclude,
        "disable_noqa": arguments.disable_noqa,
        "azure_deployments": arguments.azure_deployments and tuple(arguments.azure_deployments),
    }
    return Config.of(flake8, ours, given)


def _argument(read_value: Callable[[str], Any]) -> Callable[[str], Any]:
    """Let argparse show the text of a ValueError."""

    def convert(text: str) -> Any:
        try:
            return read_value(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def _codes(text: str) -> tuple[str, ...]:
    codes = known_codes(text)
    if not codes:
        raise ValueError("expected a code: OAI, OAI1, OAI102, ...")
    return codes


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ValueError(f"{text!r} is not a number of processes")
    return int(text)
