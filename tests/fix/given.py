"""Programs before and after: tables of examples, and what must be true of whatever the fixer is given.

A text of examples: each begins with a line ``--- title``. Behind a line ``>>>`` stands what becomes of it, ``the same``
or ``left: `` with a part of a reason; behind that line, where it is fixed in part, what becomes of it. A title may end
in ``[unsafe]``, ``[instance]``, ``[module]`` or several of them.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections import Counter
from collections.abc import Iterable

import pytest

from examples import split
from flake8_openai_v1.fix.causes import Code
from flake8_openai_v1.fix.fixer import PROMISED, Options, Source, fix_files
from flake8_openai_v1.fix.results import Fixed
from flake8_openai_v1.project.config import Config

LEFT = "left: "
SAME = "the same"
ARROW = re.compile(r"^>>>\n", re.MULTILINE)
FILE = re.compile(r"^## (\S+)\n", re.MULTILINE)
FLAGS = re.compile(r"\[(unsafe|instance|module|auto|3\.11|3\.12)\]")


def files_of(text: str) -> dict[str, str]:
    """The files of a text, each of which has its name before it."""
    _, *parts = FILE.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def run(
    files: dict[str, str | bytes], *, unsafe: bool = False, client: str = "auto", **settings: object
) -> dict[str, Fixed]:
    """Fix the files of one run, and fail unless what must be true of each is true."""
    __tracebackhide__ = True
    config = Config(**settings)  # type: ignore[arg-type]
    options = Options(client, unsafe)
    sources = [Source(path, text.encode() if isinstance(text, str) else text) for path, text in files.items()]
    results = fix_files(sources, config, options)
    assert [result.path for result in results] == [source.path for source in sources]
    for source, result in zip(sources, results, strict=True):
        assert result.before is source.data
        assert "internal error" not in (result.failure or ""), result.failure
        for left in result.left:
            assert left.reason
            assert "\n" not in left.reason
            assert "internal error" not in left.reason, left.reason
        if result.after == result.before:
            assert result.after is result.before
            assert not result.fixed
            check_left(result)
        else:
            assert result.failure is None
            check_changed(result)
    again = fix_files([Source(result.path, result.after) for result in results], config, options)
    for one, other in zip(results, again, strict=True):
        assert other.after == one.after, f"a second run makes of {one.path}:\n{other.after.decode(errors='replace')}"
    return dict(zip(files, results, strict=True))


def check_left(result: Fixed) -> None:
    """A file that is as it was says why of each finding that breaks it."""
    __tracebackhide__ = True
    for finding, cause, _ in result.left:
        if finding.code.startswith(PROMISED):
            assert cause.code is not Code.NO_FIX, finding


def check_changed(result: Fixed) -> None:
    """What is left in a file that was changed has its reason; it parses, with all comments, in the same style."""
    __tracebackhide__ = True
    for finding, cause, _ in result.left:
        assert not finding.code.startswith(PROMISED) or cause.code is not Code.NO_FIX, (finding, cause)
    if result.path.endswith(".ipynb"):
        return
    before, after = result.before, result.after
    ast.parse(after)
    lost = comments(before) - comments(after)
    assert not lost, lost
    assert line_ends(after) <= (line_ends(before) or {b"\n"}), after
    assert after.endswith((b"\n", b"\r")) == before.endswith((b"\n", b"\r")), after
    assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf"), after


def comments(data: bytes) -> Counter[str]:
    """The comments of a file, without those that name types, which are code."""
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    tokens = tokenize.tokenize(io.BytesIO(data).readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT and "type:" not in token.string)


def line_ends(data: bytes) -> set[bytes]:
    """The kinds of line ends in a file."""
    return set(re.findall(rb"\r\n|\r|\n", data))


def fixed(
    source: str, *, filename: str = "program.py", unsafe: bool = False, client: str = "auto", **settings: object
) -> Fixed:
    """What becomes of one file that is seen alone."""
    __tracebackhide__ = True
    (result,) = run({filename: source}, unsafe=unsafe, client=client, **settings).values()
    assert result.failure is None
    return result


def after(source: str, **settings: object) -> str:
    """The text that one file becomes."""
    __tracebackhide__ = True
    return fixed(source, **settings).after.decode()  # type: ignore[arg-type]


def reasons(result: Fixed) -> str:
    """Why something was left in a file, and what is said of it."""
    return " | ".join(dict.fromkeys([*(f"{one.finding.line}: {one.reason}" for one in result.left), *result.notes]))


def check(before: str, expected: str, **settings: object) -> None:
    """Fail unless a source becomes what is expected, or is left for the reason that is named."""
    __tracebackhide__ = True
    result = fixed(before, **settings)  # type: ignore[arg-type]
    if expected.startswith(LEFT):
        reason, _, text = expected.removeprefix(LEFT).partition("\n")
        assert result.after.decode() == (text or before), result.after.decode()
        assert reason.strip() in reasons(result), reasons(result)
    elif expected.strip() == SAME:
        assert result.after == result.before, result.after.decode()
    else:
        assert result.after.decode() == expected, f"{reasons(result)}\n{result.after.decode()}"


def examples(
    text: str, *, header: str = "", then: str = "", xfail: dict[str, str] | None = None
) -> pytest.MarkDecorator:
    """Run a test on each example of a text, as its parameters ``before``, ``expected`` and ``settings``.

    ``header`` stands before each program that does not import anything; it becomes ``then``, which a first line ``...``
    stands for, or stays. ``xfail``: title → what is wrong with the fixer.
    """
    rows, titles = [], []
    wrong = xfail or {}
    for whole, program in split(text):
        title = FLAGS.sub("", whole).strip()
        flags = FLAGS.findall(whole)
        before, *results = ARROW.split(program)
        assert len(results) == 1, title
        expected = re.sub(r"\A\.\.\.\n", lambda _: then, results[0])
        before, expected = with_header(before, header), with_header(expected, header)
        marks = [pytest.mark.xfail(strict=True, reason=wrong[title])] if title in wrong else []
        needs = max((tuple(map(int, flag.split("."))) for flag in flags if flag[0].isdigit()), default=(3, 10))
        if sys.version_info < needs:
            marks.append(pytest.mark.skip(f"the program is one of Python {needs[1]}"))
        titles.append(whole)
        rows.append(pytest.param(before, expected, settings_of(flags), id=whole, marks=marks))
    assert len(set(titles)) == len(titles), [title for title in titles if titles.count(title) > 1]
    return pytest.mark.parametrize(("before", "expected", "settings"), rows)


def with_header(program: str, header: str) -> str:
    """A program with the lines that all of its table begin with, where it has none of its own."""
    says = program.startswith(LEFT) or program.strip() == SAME
    return program if not header or says or re.search(r"^(?:import|from) ", program, re.M) else header + program


def settings_of(flags: Iterable[str]) -> dict[str, object]:
    """The settings that the flags of a title stand for."""
    settings: dict[str, object] = {}
    for flag in flags:
        if flag == "unsafe":
            settings["unsafe"] = True
        elif not flag[0].isdigit():
            settings["client"] = flag
    return settings
