"""The command ``openai`` that came with the package until 2.34.0, and its words. One row a line.

OpenAI's own CLI has the same name (github.com/openai/openai-cli, since 2026-05-05): it has none of these words.
``tests/sdk/test_commands.py`` runs the rows.
"""

# fmt: off

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word of the old command."""

    since: str
    """The first release whose command does not know it."""
    note: str
    """What to do instead."""


RUN = "run with openai 0.28.1, 1.0.0, 1.109.1, 2.34.0 and 2.35.0; openai-cli read at its snapshot of 2026-08-21"

# Source: RUN.
WORDS: dict[str, Word] = {
    "api": Word("2.35.0", "call the SDK, or OpenAI's own CLI, which has other words"),
    "grit": Word("2.35.0", "it is gone"),
    "migrate": Word("2.35.0", "flake8-openai-v1 fix does that"),
    "tools": Word("2.35.0", "call the SDK, or OpenAI's own CLI, which has other words"),
    "wandb": Word("1.0.0", "log with wandb's own integration"),
}

# Options of the old command that stood before its word: with a value behind them, and without. Source: RUN.
WITH_VALUE: frozenset[str] = frozenset({
    "-b", "--api-base", "-k", "--api-key", "-o", "--organization", "-p", "--proxy", "-t", "--api-type",
    "--api-version", "--azure-ad-token", "--azure-endpoint",
})
FLAGS: frozenset[str] = frozenset({"-v", "--verbose"})

# Functions that start a process: of a list (or of a text, with shell=True), of a text for the shell, of words.
OF_LIST: dict[str, int] = {
    "subprocess.Popen": 0, "subprocess.call": 0, "subprocess.check_call": 0, "subprocess.check_output": 0,
    "subprocess.run": 0,
    "os.execv": 1, "os.execve": 1, "os.execvp": 1, "os.execvpe": 1, "os.posix_spawn": 1, "os.posix_spawnp": 1,
    "os.spawnv": 2, "os.spawnve": 2, "os.spawnvp": 2, "os.spawnvpe": 2,
}
OF_SHELL: frozenset[str] = frozenset({
    "IPython.system", "asyncio.create_subprocess_shell", "asyncio.subprocess.create_subprocess_shell", "os.popen",
    "os.system", "shlex.split", "subprocess.getoutput", "subprocess.getstatusoutput",
})
OF_WORDS: dict[str, int] = {
    "asyncio.create_subprocess_exec": 0, "asyncio.subprocess.create_subprocess_exec": 0,
    "os.execl": 1, "os.execle": 1, "os.execlp": 1, "os.execlpe": 1, "os.spawnl": 2, "os.spawnlp": 2,
}

# What may stand before a command and starts it.
BEFORE: tuple[tuple[str, ...], ...] = (
    ("env",), ("exec",), ("nohup",), ("sudo",), ("time",),
    ("hatch", "run"), ("pdm", "run"), ("pipenv", "run"), ("poetry", "run"), ("uv", "run"),
)
SHELLS: frozenset[str] = frozenset({"bash", "sh", "zsh"})
