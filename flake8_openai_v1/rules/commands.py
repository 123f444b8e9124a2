"""OAI204: the command ``openai`` that came with the package."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator, Sequence

from ..sdk.commands import BEFORE, FLAGS, OF_LIST, OF_SHELL, OF_WORDS, SHELLS, WITH_VALUE, WORDS
from ..semantics.texts import parts_of
from ..semantics.uses import CALL, Use
from ..semantics.values import Items, Many, Place, Value
from .base import File, Finding, Rule
from .facts import version
from .later import serves_older

UNKNOWN = "\0"
"""A part of a command that is not known."""
PYTHON = re.compile(r"(?:.*[/\\])?python[\d.]*(?:\.exe)?")
PROGRAM = re.compile(r"(?:.*[/\\])?openai(?:\.exe)?")
ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=.*", re.DOTALL)
SEPARATORS = frozenset("();|&\n")
REDIRECTIONS = frozenset("<>")


class RemovedCommand(Rule):
    """Finds processes that run `openai api`, `openai tools`, `openai migrate`, `openai grit` or `openai wandb`.

    Lists and texts that `subprocess`, `os`, `asyncio` or a shell run, `python -m openai`, and lines of notebooks that
    begin with `!`.

    ## Why it breaks

    The command went out of the package with openai 2.35.0; `wandb` went with 1.0:

        FileNotFoundError: [Errno 2] No such file or directory: 'openai'
        No module named openai.__main__; 'openai' is a package and cannot be directly executed

    The SDK's own message for code of 0.x goes on to recommend `openai migrate`. OpenAI's new CLI, which is no part of
    the package, is called `openai`, too. It knows none of these words, so that nothing of it is found here.

    ## Example

    ```python
    import subprocess

    subprocess.run(["openai", "api", "fine_tunes.list"])
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    for job in OpenAI().fine_tuning.jobs.list():
        print(job.id)
    ```

    ## Not detected

    Commands in other files: shell scripts, Makefiles, Dockerfiles; words that the file does not show.
    """

    code = "OAI204"
    name = "removed-command"
    roles = (CALL,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call that starts the command."""
        if not isinstance(use.value, Place) or not isinstance(use.node, ast.Call):
            return
        if serves_older(use, "FileNotFoundError"):
            return
        for node, words in _commands(use.value.path, use.node, file):
            word = old_word(words)
            if word is not None and version(WORDS[word].since) <= file.target:
                row = WORDS[word]
                yield Finding(node, f"openai {word} was removed in openai {row.since}; {row.note}")
                return


def _commands(path: str, call: ast.Call, file: File) -> Iterator[tuple[ast.AST, list[str]]]:
    """The commands that a call runs: where each is written, and its words."""
    if path in OF_WORDS:
        given = call.args[OF_WORDS[path] :]
        if given:
            yield given[0], [word for node in given for word in _words(node, file)]
        return
    node = _argument(call, OF_LIST.get(path, 0))
    if node is None or (path not in OF_LIST and path not in OF_SHELL):
        return
    value = file.model.value(node)
    if isinstance(value, (Items, Many)):
        yield node, list(_words_of(value))
    else:
        parts = parts_of(value)
        if parts is not None:
            text = "".join(UNKNOWN if part is None else part for part in parts)
            for words in shell_commands(text):
                # What a notebook has behind ``!`` is no text of its own.
                yield call if path == "IPython.system" else node, words


def _argument(call: ast.Call, position: int) -> ast.expr | None:
    if len(call.args) > position:
        return call.args[position]
    return next((keyword.value for keyword in call.keywords if keyword.arg in ("args", "cmd", "command")), None)


def _words(node: ast.expr, file: File) -> Iterator[str]:
    """The words that an argument gives; with a star, those of a list."""
    value = file.model.value(node.value if isinstance(node, ast.Starred) else node)
    if isinstance(node, ast.Starred) and isinstance(value, (Items, Many)):
        yield from _words_of(value)
    else:
        yield _word(value)


def _words_of(value: Items | Many) -> Iterator[str]:
    """The words of a list; where only its beginning is known, something unknown comes behind."""
    yield from map(_word, value.elements if isinstance(value, Items) else value.first)
    if isinstance(value, Many):
        yield UNKNOWN


def _word(value: Value) -> str:
    """A word of a command."""
    if value == Place("sys.executable"):
        return "python"
    parts = parts_of(value)
    return "".join(UNKNOWN if part is None else part for part in parts) if parts is not None else UNKNOWN


def shell_commands(text: str) -> Iterator[list[str]]:
    """The words of each command in a text for the shell."""
    lexer = shlex.shlex(text.replace("\\\n", " ").replace("\n", " ; "), posix=True, punctuation_chars="();<>|&`")
    lexer.whitespace_split = True
    lexer.commenters = "#"
    words: list[str] = []
    try:
        skip = False
        for token in lexer:
            if set(token) <= SEPARATORS or token == "`":
                yield words
                words = []
            elif set(token) <= REDIRECTIONS | {"&"}:
                skip = True
            elif skip:
                skip = False
            else:
                words.append(token)
    except ValueError:  # a quote that has no end
        pass
    yield words


def old_word(words: Sequence[str]) -> str | None:
    """The word of the old command that a command runs; None for any other command."""
    words = _started(words)
    if (len(words) > 2 and PYTHON.fullmatch(words[0])) or words[:1] == [UNKNOWN]:
        if list(words[1:3]) != ["-m", "openai"]:
            return None
        words = words[3:]
    elif words and PROGRAM.fullmatch(words[0]):
        words = words[1:]
    elif len(words) > 2 and words[0].rpartition("/")[2] in SHELLS and words[1] in ("-c", "-lc"):
        return next(filter(None, map(old_word, shell_commands(words[2]))), None)
    else:
        return None
    while words and words[0].startswith("-"):
        if words[0] in WITH_VALUE:
            words = words[2:]
        elif words[0] in FLAGS or words[0].partition("=")[0] in WITH_VALUE:
            words = words[1:]
        else:
            return None
    return words[0] if words and words[0] in WORDS else None


def _started(words: Sequence[str]) -> list[str]:
    """A command without what starts it: variables that are set, ``sudo``, ``uv run``."""
    words = list(words)
    changed = True
    while changed:
        changed = False
        while words and ASSIGNMENT.fullmatch(words[0]):
            words, changed = words[1:], True
        for before in BEFORE:
            if tuple(words[: len(before)]) == before and len(words) > len(before):
                words, changed = words[len(before) :], True
    return words
