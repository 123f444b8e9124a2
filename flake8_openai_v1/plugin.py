"""The flake8 plugin: options in, tuples out.

flake8 imports this module at every start and in every spawned worker, so it imports nothing at its top;
the linter is loaded by the first file that has the word in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import MARKERS

if TYPE_CHECKING:
    import ast
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from flake8.options.manager import OptionManager  # type: ignore[import-untyped]

    from .project.config import Config

    Finding = tuple[int, int, str, type["Plugin"]]


class Plugin:
    """flake8 makes one of these per file and iterates its `run`."""

    _config: Config | None = None
    _options: Namespace | None = None

    def __init__(self, tree: ast.Module, lines: Sequence[str], filename: str = "stdin") -> None:
        self._tree = tree
        self._lines = lines
        self._filename = filename

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        """Register our options with flake8."""
        manager.add_option(
            "--openai-target-version",
            metavar="VERSION",
            type=_target,
            parse_from_config=True,
            help="Release of openai that the code must run on: 3, 2, 1.30, ... (Default: the newest)",
        )

        manager.add_option(
            "--openai-azure-deployments",
            metavar="NAMES",
            comma_separated_list=True,
            parse_from_config=True,
            default="",
            help="Deployments on Azure, for OAI302, which finds any other name of a model then: chat,gpt-4o",
        )

    @classmethod
    def parse_options(cls, options: Namespace) -> None:
        """Keep flake8's options; they are read when the first relevant file comes."""
        cls._options = options
        cls._config = None

    def run(self) -> Iterator[Finding]:
        """Yield line (from 1), column (characters, from 0), code with message, and this class."""
        text = "".join(self._lines)
        if any(marker in text for marker in MARKERS):
            yield from self._findings()

    def _findings(self) -> list[Finding]:
        # An exception would end the whole run of flake8, so it becomes a finding of its own: a file that
        # was not checked must be seen.
        try:
            from .lint.linter import lint_tree

            config = self._configuration()
            return [
                (found.line, found.column, f"{found.code} {found.message}", Plugin)
                for found in lint_tree(self._tree, self._lines, self._filename, config)
                if config.shows(found.code)
            ]
        except Exception as error:
            from .syntax.shown import text

            reason = text(f"{type(error).__name__}: {error}")
            return [(1, 0, f"OAI000 internal error, this file was not checked: {reason}", Plugin)]

    @classmethod
    def _configuration(cls) -> Config:
        """Make the Config that flake8's options mean, once per process.

        flake8 itself applies select and ignore to what we yield. Only opinions (OAI9) need our own look at
        select: flake8 would show them for ``--select OAI``, and for any ``--ignore`` if they were hidden by
        its default ignore list.
        """
        if cls._config is None:
            from .project.config import Config

            options = cls._options
            selected = getattr(options, "select", None)
            settings = {
                "target": getattr(options, "openai_target_version", None),
                "azure_deployments": tuple(getattr(options, "openai_azure_deployments", None) or ()),
                "select": None if selected is None else tuple(selected),
                "extend_select": tuple(getattr(options, "extend_select", None) or ()),
            }
            cls._config = Config.of(settings)
        return cls._config


def _target(text: str) -> tuple[int, ...]:
    """Read the value of ``--openai-target-version``, from the command line or a config file."""
    from argparse import ArgumentTypeError

    from .project.config import parse_target

    try:
        return parse_target(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
