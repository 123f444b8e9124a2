"""Texts that are made to take long: time grows with the text and not with its square. Measured as processor time."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable

import pytest
from faces.runs import program, write

from flake8_openai_v1.fix.text.text import Text, semicolon_at_end
from flake8_openai_v1.lint.check import Candidate, check_file
from flake8_openai_v1.lint.relevant import imported
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.semantics.modules import Modules
from flake8_openai_v1.syntax import shown
from flake8_openai_v1.syntax.diagnostics import Edit
from flake8_openai_v1.syntax.notebook import read_notebook
from flake8_openai_v1.syntax.notebook_edits import edited
from flake8_openai_v1.syntax.source import parse


def cost(work: Callable[[], object]) -> float:
    """The processor time of some work, the least of a few tries."""
    times = []
    for _ in range(3):
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return min(times)


def assert_linear(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Four times the text takes four times as long, or six where the machine is busy. What is done is made before."""
    small = cost(work(size))
    large = cost(work(4 * size))
    assert large < 8 * small + 0.02, (small, large)


class Nothing(Modules):
    """The modules of a program of no files."""

    def __init__(self) -> None:
        super().__init__([])
        self.asked: set[tuple[str, int]] = set()

    def find(self, module, level, path):
        self.asked.add((module, level))

    def run_by(self, module, level, path):
        self.asked.add((module, level))
        return iter(())


IMPORTS = {
    "spaces behind from": lambda n: b"from" + b" " * n + b"x",
    "spaces and tabs": lambda n: b"from" + b" \t" * n,
    "spaces behind dots": lambda n: b"from ." + b" " * n + b"x",
    "dots": lambda n: b"from " + b"." * n + b" " * n,
    "spaces behind a module": lambda n: b"from a" + b" " * n + b"b",
    "spaces behind import": lambda n: b"import" + b" " * n + b"#",
    "a long name": lambda n: b"from " + b"a." * n + b" x",
    "brackets that nobody closes": lambda n: b"from a import (\n" * n,
    "brackets with comments": lambda n: b"from a import (\n" + b"  b, # c )(\n" * n,
    "lines that go on": lambda n: b"import a" + b"\\\n" * n,
    "semicolons": lambda n: b"; " * n + b":" * n,
    "the SDK of another module": lambda n: b"'a" + b".openai" * n + b" '",
    "texts": lambda n: b"'" * n + b"'a.b" * n + b"'a.b:" * n,
    "paths": lambda n: b"exec(compile(open(" + b" " * n + b"%run " + b" -a" * n,
    "variables": lambda n: b"OPENAI_API_" * n,
    "imports by name": lambda n: b"import_module(" + b" " * n + b"__import__(" * n,
}


@pytest.mark.parametrize("text", IMPORTS.values(), ids=IMPORTS)
def test_which_files_are_imported(text):
    def work(size):
        data = text(size)
        return lambda: list(imported("a.py", data, Nothing()))

    assert_linear(work, 3000)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"from a import b", {("a", 0), ("a.b", 0)}),
        (b"from .a import b", {("a", 1), ("a.b", 1)}),
        (b"from . a import b", {("a", 1), ("a.b", 1)}),
        (b"from . import b", {("", 1), ("b", 1)}),
        (b"from .import b", {("", 1), ("b", 1)}),
        (b"from.import b", {("", 1), ("b", 1)}),
        (b"from..a.c import b", {("a.c", 2), ("a.c.b", 2)}),
        (b"from a import (  # (no )\n    b,\n    c,\n)", {("a", 0), ("a.b", 0), ("a.c", 0)}),
        (b"if x: import a.b, c", {("a.b", 0), ("c", 0)}),
        (b"yield from a", set()),
        (b"fromage import b", set()),
    ],
)
def test_what_is_read_of_an_import(data, found):
    nothing = Nothing()
    list(imported("a.py", data, nothing))
    assert nothing.asked - {("a.no", 0)} == found  # a word of the comment


FUNCTION = """\
def f{0}(a, b):
    c = openai.ChatCompletion.create(model=a)
    return c['choices'][0]

x{0} = f{0}(openai, 2)
"""
SOURCES = {
    "functions": FUNCTION,
    "functions of others": FUNCTION.replace("openai", "x"),
    "names": "name_{0} = openai.ChatCompletion\n",
    "keys": "d['openai_{0}'] = openai\n",
    "calls": "x = {0}\nopenai.ChatCompletion.create()\n",
}


@pytest.mark.parametrize(("kind", "suffix"), [*((kind, ".py") for kind in SOURCES), ("calls", ".ipynb")])
def test_a_long_file(kind, suffix):
    def work(size):
        source = "import openai\nd = {}\n" + "".join(SOURCES[kind].format(number) for number in range(size))
        cells = [{"cell_type": "code", "source": source, "metadata": {}, "outputs": []}]
        text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}) if suffix == ".ipynb" else source
        return lambda: check_file(Candidate("a" + suffix, text.encode()), Config())

    assert_linear(work, 80)


def test_many_edits_of_a_notebook():
    def work(size):
        cells = [{"cell_type": "code", "source": "import openai\n" + "x = 1\n" * size, "metadata": {}, "outputs": []}]
        data = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}).encode()
        notebook = read_notebook(data)
        edits = [Edit(found.start(), found.end(), "w\nv", "x") for found in re.finditer("x", "".join(notebook.lines))]
        return lambda: edited(data, notebook, edits)

    assert_linear(work, 500)


def test_a_comment_of_many_codes():
    def work(size):
        lines = "    openai.Model.list(), \\\n" * size
        text = f"import openai\nx = [1, \\\n{lines}  1]  # noqa: {'E1, ' * size}\n"
        return lambda: check_file(Candidate("a.py", text.encode()), Config())

    assert_linear(work, 500)


def test_banners_of_comments():
    """Behind an expression, where a bracket could close."""

    def work(size):
        source = "x = y\n" + "#" * size + "\n" + "# a\n" * size + "z = 1\n"
        text = Text(source, parse(source.splitlines(keepends=True)))
        node = text.tree.body[0].value
        return lambda: [text.whole(node), text._cut_alone(4, 5), text.suffix(parse(["y.z"]).body[0].value)]

    assert_linear(work, 3000)


def test_a_program_with_banners(tmp_path):
    text = "import openai\nr = openai.Completion.create(model='m', prompt='p')\n" + "#" * 79 + "\n"
    text += "x = r['choices'][0]['text']\n" + "#" * 79 + "\nopenai.api_key = x\n" + "#" * 79 + "\n"
    text += "y = [\n    r['id'],\n" + "    " + "#" * 75 + "\n]\n" + "#" * 79 + "\n"
    write(tmp_path, {"a.py": text})
    done = program("flake8-openai-v1", "fix", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "a.py").read_text().count("#") == text.count("#")


def test_spaces_before_a_semicolon():
    assert semicolon_at_end("a ; ") == 1
    assert semicolon_at_end("; ") == 0
    assert semicolon_at_end("  ") is None

    def work(size):
        text = " " * size + "x"
        return lambda: semicolon_at_end(text)

    assert_linear(work, 30_000)


TEXTS = {
    "keys": lambda n: "sk-" * n,
    "digits": lambda n: "1a" * n,
    "addresses": lambda n: "https://" * n,
    "users": lambda n: "https://" + "a@" * n,
    "parameters": lambda n: "?" + "a=&" * n,
    "controls": lambda n: "\0" * n,
    "commands": lambda n: "##" * n + ":" * n,
    "tokens": lambda n: "ey" + "J" + "a." * n,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_shown(text):
    def work(size):
        message = text(size)
        return lambda: [
            shown.text(message),
            shown.code(message),
            shown.name(message),
            shown.source_line(message.encode()),
        ]

    assert_linear(work, 20_000)


def test_files_that_cannot_be_written_cost_nothing_more(tmp_path):
    """Half of a run is read-only: it is asked before, and all is worked out once."""
    text = "import openai\nr = openai.Completion.create(model='m', prompt='p')\nprint(r['choices'])\n" * 3
    times = []
    for name, mode in (("plain", 0o644), ("half", 0o444)):
        folder = write(tmp_path / name, {f"a{number}.py": text for number in range(80)})
        for number in range(40):
            (folder / f"a{number}.py").chmod(mode)
        code = "import sys, time; from flake8_openai_v1.cli import main; main(['fix', '--quiet', '.']); "
        code += "print(time.process_time(), file=sys.stderr)"
        done = program(sys.executable, "-c", code, cwd=folder)
        times.append(float(done.stderr.splitlines()[-1]))
        assert done.stderr.count("read-only") == (40 if mode == 0o444 else 0)
    assert times[1] < 2 * times[0]
