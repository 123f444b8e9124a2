"""One file's text: decoding, parsing, and ``# noqa`` as the installed flake8 has it."""

from __future__ import annotations

import ast
import os
import warnings

import pytest
from flake8.processor import FileProcessor
from hypothesis import example, given
from hypothesis import strategies as st

from flake8_openai_v1.syntax.source import SourceError, decode, parse, read, silencer, skips_file


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"a\nb", ["a\n", "b"]),
        (b"a\r\nb\r\n", ["a\n", "b\n"]),
        (b"a\rb", ["a\n", "b"]),
        (b"a\n\r\nb", ["a\n", "\n", "b"]),
        (b"\xef\xbb\xbfa\n", ["a\n"]),
        ("é = '日本'\n".encode(), ["é = '日本'\n"]),
        (b"# coding: latin-1\n\xe9\n", ["# coding: latin-1\n", "é\n"]),
        (
            b"#!/usr/bin/python\n# -*- coding: cp1252 -*-\n\x80\n",
            ["#!/usr/bin/python\n", "# -*- coding: cp1252 -*-\n", "€\n"],
        ),
        (b"# coding: latin-1\r\xe9\r", ["# coding: latin-1\n", "é\n"]),
        (b"# coding: latin-1\r\n\xe9\r\n", ["# coding: latin-1\n", "é\n"]),
        (b"#!python\r\n# coding: latin-1\r\n\xe9\r\n", ["#!python\n", "# coding: latin-1\n", "é\n"]),
        (b"\x0ca\n\x0cb\x0cc\n", ["\x0ca\n", "\x0cb\x0cc\n"]),
        ("a\x0bb\x1cc\x85d\u2028e\n".encode(), ["a\x0bb\x1cc\x85d\u2028e\n"]),
        (b"a\0b\n", ["a\0b\n"]),
    ],
)
def test_decoding(data, lines):
    assert decode(data) == lines


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"caf\xe9\n", "cannot decode: "),
        (b"# coding: klingon\n", "cannot decode: unknown encoding: klingon"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "cannot decode: "),
        (b"# coding: ascii\nx = '\xe9'\n", "cannot decode: 'ascii' codec can't decode"),
        (b"# coding: rot13\n", "cannot decode: "),
        (b"# coding: undefined\n", "cannot decode: "),
        ("import openai\n".encode("utf-16"), "cannot decode: "),
    ],
)
def test_what_cannot_be_decoded(data, reason):
    with pytest.raises(SourceError) as caught:
        decode(data)
    assert str(caught.value).startswith(reason)
    assert "\n" not in str(caught.value)


@given(st.binary())
@example(b"# coding: idna\n.")
@example(b"# coding: punycode\n-\xff")
@example(b"# coding: unicode_escape\n\\x")
def test_any_bytes_give_lines_or_a_reason(data):
    try:
        lines = decode(data)
    except SourceError:
        return
    assert all(line.find("\n") in (-1, len(line) - 1) for line in lines)


def test_lines_are_those_of_flake8(tmp_path):
    path = tmp_path / "a.py"
    for data in (b"\xef\xbb\xbfa\r\nb\rc\x0c\n", b"# coding: latin-1\r\n\xe9", b"a\n\n"):
        path.write_bytes(data)
        assert decode(read(str(path))) == FileProcessor(str(path), _Options()).lines


class _Options:
    def __getattr__(self, name):
        return 0


def test_parsing():
    assert ast.dump(parse(["x = 1\n", "\x0cy = 2"])) == ast.dump(ast.parse("x = 1\ny = 2"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("def f(:\n", "cannot parse: invalid syntax (line 1)"),
        ("x = 1\nprint 'hello'\n", "(line 2)"),
        ("x = 1\0\n", "cannot parse: source code string cannot contain null bytes"),
        ("(" * 1000, "cannot parse: too many nested parentheses"),
        ("x = " + "-" * 1_000_000 + "1\n", "cannot parse: "),
        ("  x = 1\n", "cannot parse: unexpected indent"),
    ],
)
def test_what_cannot_be_parsed(text, reason):
    with pytest.raises(SourceError) as caught:
        parse([text])
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_parsing_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parse(["x = '\\d' is 1\n"])


def test_what_cannot_be_read(tmp_path):
    with pytest.raises(SourceError, match=r"^cannot read: No such file or directory$"):
        read(str(tmp_path / "missing.py"))
    with pytest.raises(SourceError, match=r"^cannot read: Is a directory$"):
        read(str(tmp_path))
    with pytest.raises(SourceError, match=r"^cannot read: "):
        read("a\0b")
    if hasattr(os, "geteuid") and os.geteuid() != 0:
        path = tmp_path / "secret.py"
        path.touch(mode=0)
        with pytest.raises(SourceError, match=r"^cannot read: Permission denied$"):
            read(str(path))


@pytest.mark.parametrize(
    ("line", "skips"),
    [
        ("# flake8: noqa", True),
        ("# flake8:noqa", True),
        ("# FLAKE8: NoQA", True),
        ("# flake8=noqa", True),
        ("    # flake8: noqa", True),
        ("# flake8: noqa: OAI102", True),
        ("'''\n# flake8: noqa\n'''", True),
        ("x = 1  # flake8: noqa", False),
        ("# noqa", False),
        ("#flake8: noqa", False),
        ("# flake8: no", False),
    ],
)
def test_a_comment_for_the_whole_file(line, skips):
    assert skips_file(f"import openai\n{line}\n".splitlines(keepends=True)) is skips


CALL = "openai.ChatCompletion.create()"


@pytest.mark.parametrize(
    ("text", "line", "silent"),
    [
        (f"{CALL}  # noqa", 1, True),
        (f"{CALL}  #noqa", 1, False),
        (f"{CALL}  # NOQA", 1, True),
        (f"{CALL}  # noqa: OAI102", 1, True),
        (f"{CALL}  # noqa:OAI102,E501", 1, True),
        (f"{CALL}  # noqa: E501 OAI102", 1, True),
        (f"{CALL}  # noqa: OAI", 1, True),
        (f"{CALL}  # NoQA:OAI1", 1, True),
        (f"{CALL}  # noqa:oai102", 1, False),
        (f"{CALL}  # noqa: E501", 1, False),
        (f"{CALL}  # noqa : OAI999", 1, True),
        (f"{CALL}  # noqa:  OAI999", 1, True),
        (f"{CALL}  # because # noqa: OAI102", 1, True),
        (f"{CALL}  # type: ignore # noqa", 1, True),
        ("openai.ChatCompletion.create(\n)  # noqa", 1, False),
        ("openai.ChatCompletion.create(  # noqa\n)", 1, True),
        ("f(\n    openai.ChatCompletion.create(),  # noqa\n)", 2, True),
        (f"x = {CALL}, '''\n'''  # noqa", 1, True),
        (f"x = '''\n''', {CALL}, '''\n'''  # noqa", 2, True),
        (f"x = \\\n    {CALL}  # noqa", 2, True),
        (f"x = {CALL}, \\\n    1  # noqa", 1, True),
        (f"x = '# noqa', {CALL}", 1, True),
        (f"{CALL}\n# noqa", 1, False),
    ],
)
def test_comments(text, line, silent):
    assert silencer(text.splitlines(keepends=True), "a.py")(line, "OAI102") is silent
