"""The command: ``flake8-openai-v1 check``, ``fix`` and others. Results go to stdout, the talk to stderr.

Exit status: 0 nothing found or left, 1 findings (or a diff that is not empty), 2 wrong usage or a file that could not
be processed, 130 interrupted.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TypeAlias

from .. import NAME, SITE
from ..lint.settings import SettingsError
from ..project.config import Config
from ..report.talk import Talk, say
from ..syntax import shown
from ..syntax.source import internal, one_line
from .options import BASELINE, add_no_color, add_options, add_search, config_of

CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (default: those of the process) and give its exit status."""
    gc.set_threshold(1_000_000, 5, 5)  # trees and graphs stay until they are done with: little is found in them
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
    say(f"{NAME}: {shown.text(message)}\n")
    return status


FIRST_STEPS = f"""\
begin with:
  {NAME} check .
  {NAME} fix --diff .

documents: {SITE}
"""


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=NAME,
        description="Find Python code written for openai 0.x, and fix it.",
        epilog=FIRST_STEPS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    parser.set_defaults(run=lambda _: _nothing(parser))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for add in (_add_check, _add_fix, _add_report, _add_explain, _add_baseline, _add_skill, _add_server):
        add(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _add_check(commands: Commands) -> None:
    what = "Say what flake8 --select OAI says, without the rest of flake8, and what only shows across files."
    check = commands.add_parser("check", help="say what must change", description=what)
    add_options(check)
    check.add_argument(
        "--baseline",
        nargs="?",
        const=BASELINE,
        metavar="F",
        help=f"show only what is not in this .json file, which the command baseline has written (default: {BASELINE})",
    )
    what = "show only what is on lines that have changed since the work at hand left this commit or branch"
    check.add_argument("--diff-base", metavar="REV", help=what)
    check.add_argument("--add-noqa", action="store_true", help="add a # noqa comment to the line of each finding")
    check.set_defaults(run=_check)


def _add_fix(commands: Commands) -> None:
    what = "Change files so that they do the same with today's openai, and say what is left."
    fix = commands.add_parser("fix", help="change what can be changed safely, say what is left", description=what)
    add_options(fix)
    fix.add_argument("--diff", action="store_true", help="print what would be changed as a diff, and write nothing")
    fix.add_argument("--unsafe-fixes", action="store_true", help="change also what a person should look at then")
    fix.add_argument(
        "--client",
        choices=("auto", "instance", "module"),
        default="auto",
        help="what carries the configuration: a client object, the module, or as the program permits (default: auto)",
    )
    what = "raise what pins openai before 1.0 to today's, where nothing that is left in the project needs it"
    fix.add_argument("--interactive", action="store_true", help="show each fix, and ask whether it is to be made")
    fix.add_argument("--fix-pins", action="store_true", help=what)
    fix.set_defaults(run=_fix)


def _add_report(commands: Commands) -> None:
    what = "Say where a migration stands: files done and to do, findings by rule and folder, and what fix would do."
    report = commands.add_parser("report", help="say where the migration stands", description=what)
    add_search(report)
    for form in ("markdown", "json", "html"):
        report.add_argument(f"--{form}", metavar="F", help=f"write it to this file as {form}; - is standard output")
    report.add_argument("--since", metavar="REV", help="also its course over the commits since this one")
    add_no_color(report)
    report.set_defaults(run=_report, exit_zero=False)


def _add_explain(commands: Commands) -> None:
    what = "Show the pages of rules, or what there is to say of a line of a file. Without an argument, list the rules."
    explain = commands.add_parser(
        "explain", help="show a rule's page, or what there is to say of a line", description=what
    )
    what = "OAI102, removed-call, OAI1 for all that begin so, bot.py:7, or all"
    explain.add_argument("what", nargs="?", metavar="CODE|NAME|FILE:LINE", help=what)
    explain.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    add_no_color(explain)
    explain.set_defaults(run=_explain)


def _add_baseline(commands: Commands) -> None:
    what = "Write down what is found, so that check --baseline shows only what is new."
    baseline = commands.add_parser("baseline", help="write down what is there already", description=what)
    add_search(baseline)
    baseline.add_argument(
        "--baseline", default=BASELINE, metavar="F", help=f"the .json file to write (default: {BASELINE})"
    )
    baseline.add_argument("--update", action="store_true", help="only take out of the file what was paid off")
    baseline.set_defaults(run=_baseline, exit_zero=False)


def _add_skill(commands: Commands) -> None:
    what = "Print what a coding agent should know before it migrates a program, as Markdown."
    skill = commands.add_parser("skill", help="print the text for coding agents", description=what)
    skill.set_defaults(run=_skill)


def _add_server(commands: Commands) -> None:
    what = "Serve editors and agents that speak the language server protocol, over standard input and output."
    server = commands.add_parser("server", help="serve editors: findings, quick fixes", description=what)
    server.add_argument("--stdio", action="store_true", help="what it does anyway; some editors ask for it")
    server.set_defaults(run=_server)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with arguments, which may be names of files that a pattern of the shell has found."""

    def error(self, message: str) -> NoReturn:
        super().error(shown.text(message))


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from .. import __version__

        print(f"{NAME} {__version__}")
        parser.exit()


# The commands


def _nothing(parser: argparse.ArgumentParser) -> int:
    """Tell who names no command which there are."""
    say(parser.format_help())
    return FAILED


def _check(arguments: argparse.Namespace) -> int:
    from .check import check

    if arguments.baseline is not None and not arguments.baseline.endswith(".json"):  # `check --baseline .`
        arguments.paths.insert(0, arguments.baseline)
        arguments.baseline = BASELINE
    _look_for_baseline(arguments)
    return _finish(arguments, check)


def _baseline(arguments: argparse.Namespace) -> int:
    from .baseline import baseline

    if arguments.update:
        _look_for_baseline(arguments)
    return _finish(arguments, baseline)


def _look_for_baseline(arguments: argparse.Namespace) -> None:
    """Find the baseline above the current folder, where that is meant: the same one that the whole project has."""
    if arguments.baseline == BASELINE:
        from ..lint.baseline import nearest

        arguments.baseline = nearest(BASELINE)


def _report(arguments: argparse.Namespace) -> int:
    if not _can_fix():
        return FAILED
    from .report import report

    return _finish(arguments, report)


def _fix(arguments: argparse.Namespace) -> int:
    if not _can_fix():
        return FAILED
    from .fix import fix

    return _finish(arguments, fix)


def _can_fix() -> bool:
    """True if what fixes need can be imported; else it is said what is missing."""
    try:
        import ast_grep_py  # noqa: F401
    except ImportError as error:
        _fail(f"fix needs the package ast-grep-py, which cannot be imported: {one_line(error)}")
        return False
    return True


def _server(arguments: argparse.Namespace) -> int:
    try:
        import lsprotocol  # noqa: F401
        import pygls  # noqa: F401
    except ImportError as error:
        return _fail(f"server needs an extra, pip install '{NAME}[server]': {one_line(error)}")
    if not _can_fix():
        return FAILED
    from ..server.serving import serve

    serve()
    return CLEAN


def _explain(arguments: argparse.Namespace) -> int:
    from .explain import explain

    explain(arguments)
    return CLEAN


def _skill(arguments: argparse.Namespace) -> int:
    from .skill import skill

    sys.stdout.write(skill())
    return CLEAN


def _finish(arguments: argparse.Namespace, work: Callable[[argparse.Namespace, Config, Talk], bool]) -> int:
    """Do the work of a command, which tells whether something was found, and give the exit status."""
    talk = Talk(quiet=arguments.quiet)
    found = work(arguments, config_of(arguments), talk)
    if talk.failures:
        return FAILED
    return FINDINGS if found and not arguments.exit_zero else CLEAN
