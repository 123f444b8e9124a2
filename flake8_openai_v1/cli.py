"""The command: ``flake8-openai-v1 check`` and ``explain``. Results go to stdout, the talk to stderr.

Exit status: 0 nothing found, 1 findings, 2 wrong usage or a file that could not be processed,
130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TextIO

from . import MARKERS
from .check import Candidate, check_files, processors
from .config import Config, anchored, parse_target, split
from .discovery import find
from .report import FORMATS, Found, renderer, rule_names
from .report.talk import Talk, say
from .settings import SettingsError, known_codes, load
from .source import SourceError, internal, read

PROG = "flake8-openai-v1"
CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (default: those of the process) and give its exit status."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # the name of a file may hold what the terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = _fail("interrupted", INTERRUPTED)
    except BrokenPipeError:  # the reader went away, as `head` does: there were results
        status = FINDINGS
    except (SettingsError, OSError) as error:
        status = _fail(str(error))
    except Exception as error:
        status = _fail(internal(error))
    try:
        sys.stdout.flush()
    except OSError:  # Python would try again at exit, and complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = _parser().parse_args(argv)
        status: int = arguments.run(arguments)
        return status
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else FAILED


def _fail(message: str, status: int = FAILED) -> int:
    say(f"{PROG}: {message}\n")
    return status


# Arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROG, description="Find Python code written for openai 0.x.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    what = "Say what flake8 --select OAI says, without the rest of flake8."
    check = commands.add_parser("check", help="say what must change", description=what)
    _add_check_arguments(check)
    check.set_defaults(run=_check)
    what = "Show the page of a rule, or of all rules."
    explain = commands.add_parser("explain", help="show a rule's page", description=what)
    explain.add_argument("code", metavar="CODE", help="OAI102, ..., or all")
    explain.set_defaults(run=_explain)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from . import __version__

        print(f"{PROG} {__version__}")
        parser.exit()


def _add_check_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="file, folder, or - for standard input (default: .)")
    for option, what in (
        ("--select", "show only these codes, or codes that begin so (default: OAI)"),
        ("--extend-select", "show these too: OAI9 turns the opinions on"),
        ("--ignore", "do not show these"),
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
    what = "deployments on Azure that are named like models, for OAI302: gpt-4o,gpt-35-turbo"
    add("--azure-deployments", type=split, action="extend", metavar="NAMES", help=what)
    add("--output-format", choices=FORMATS, default="text", help="default: text")
    add("--statistics", action="store_true", help="count the findings of each code")
    add("--stdin-filename", metavar="F", default="stdin", help="the name of what comes from standard input")
    add("--disable-noqa", action="store_true", default=None, help="show what # noqa comments silence")
    add("--jobs", type=_argument(_jobs), metavar="N", help="processes at most (default: one per processor)")
    add("--quiet", action="store_true", help="no progress and no summary")
    add("--no-color", action="store_true", help="no colours; so does the environment variable NO_COLOR")
    add("--config", metavar="F", help="read settings from this file only")


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


def _config(arguments: argparse.Namespace) -> Config:
    """Put the settings together: the command line before our table, and that before [flake8]."""
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


# The commands


def _check(arguments: argparse.Namespace) -> int:
    config = _config(arguments)
    talk = Talk(quiet=arguments.quiet)
    stdin: str = arguments.stdin_filename
    paths = find(arguments.paths or ["."], config, talk.failed, stdin=stdin, force_exclude=arguments.force_exclude)
    candidates = list(_candidates(paths, stdin, talk))
    jobs = 1 if "-" in paths else arguments.jobs or processors()
    codes: Counter[str] = Counter()
    replaceable = 0

    def found() -> Iterator[Found]:
        nonlocal replaceable
        for number, checked in enumerate(check_files(candidates, config, jobs)):
            talk.progress(number, len(candidates), "checked")
            if checked.failure is not None:
                talk.failed(checked.path, checked.failure)
            if checked.unread:
                talk.unread(checked.path, checked.unread)
            if checked.findings:
                codes.update(finding.code for finding in checked.findings)
                replaceable += sum(finding.replacement is not None for finding in checked.findings)
                yield checked.path, checked.findings

    text = arguments.output_format == "text"
    coloured = text and not arguments.no_color and _is_coloured_terminal()
    try:
        for piece in renderer("colour" if coloured else arguments.output_format)(found()):
            talk.clear()
            sys.stdout.write(piece)
    finally:
        talk.clear()
    if arguments.statistics:
        _print_statistics(codes, sys.stdout if text else sys.stderr)
    sys.stdout.flush()
    talk.last_line(len(paths), len(candidates), codes.total(), replaceable)
    return FAILED if talk.failures else FINDINGS if codes else CLEAN


def _candidates(paths: Sequence[str], stdin: str, talk: Talk) -> Iterator[Candidate]:
    """Read files and yield those with a word in them that rules ask for."""
    markers = [marker.encode() for marker in MARKERS]
    for number, path in enumerate(paths):
        talk.progress(number, len(paths), "read")
        try:
            data = _read_stdin() if path == "-" else read(path)
        except SourceError as error:
            talk.failed(path, error)
        else:
            if any(marker in data for marker in markers):
                yield Candidate(stdin if path == "-" else path, data)


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise SourceError("cannot read: standard input is closed")
    return sys.stdin.buffer.read()


def _is_coloured_terminal() -> bool:
    environment = os.environ
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return sys.platform != "win32" or "WT_SESSION" in environment


def _print_statistics(codes: Counter[str], out: TextIO | None) -> None:
    names = rule_names()
    for code, number in sorted(codes.items()):
        print(f"{number:<5} {code} {names.get(code, '')}".rstrip(), file=out)


def _explain(arguments: argparse.Namespace) -> int:
    from .rules import RULES, page

    code = arguments.code.upper()
    rules = [rule for rule in RULES if code in (rule.code, "ALL")]
    if not rules:
        return _fail(f"unknown code {arguments.code!r}; known are {', '.join(rule.code for rule in RULES)}")
    print("\n\n".join(page(rule).strip() for rule in rules))
    return CLEAN
