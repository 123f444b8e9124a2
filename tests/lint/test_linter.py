"""From source to diagnostics: what is read, in which order findings come, which module `openai` is."""

from __future__ import annotations

import ast
import io
import subprocess
import sys

import pytest

from flake8_openai_v1.lint.linter import lint_source, lint_tree
from flake8_openai_v1.project.config import Config

LEGACY = "import openai\nopenai.ChatCompletion.create(engine='m')\n"
FOUND = [(2, 0, "OAI102"), (2, 29, "OAI110")]


def places(diagnostics):
    return [(d.line, d.column, d.code) for d in diagnostics]


def test_findings_are_sorted_and_unique():
    source = "import openai\nfor x in y:\n    f(openai.proxy, openai.api_base)\n    z = openai.Edit\nopenai.log\n"
    found = lint_source(source)
    assert found == sorted(found)
    assert len(set(places(found))) == len(found) == 4


@pytest.mark.parametrize(
    "source",
    ["", "\n", "# openai", "x = 1", "'openai'", "import os", "def f(): pass", "import openai", "b'openai'", "#!openai"],
)
def test_nothing_to_say(source):
    assert lint_source(source) == []


def test_ends_span_the_expression():
    source = "import openai\nx = openai.Embedding.create(\n    input='é',\n    engine='m',\n)['data']\n"
    call, _, argument = lint_source(source)
    assert (call.line, call.column, call.end_line, call.end_column) == (2, 4, 5, 1)
    assert (argument.line, argument.column, argument.end_line, argument.end_column) == (4, 4, 4, 14)


@pytest.mark.parametrize("before", ["é", "日本", "🙂", "a\u0301", "ß", "\u200b"])
def test_columns_count_characters(before):
    (diagnostic,) = lint_source(f"import openai\nx = '{before}'; openai.proxy = '{before}'\n")
    assert diagnostic.column == len(f"x = '{before}'; ")
    assert diagnostic.end_column == diagnostic.column + len("openai.proxy")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("form", ["{}", "\f{}", "\n\n{}", "{}\n\n\f", "if 1:\n\t{}"], ids=range(5))
def test_line_ends_and_form_feeds(end, form):
    source = form.format("import openai; openai.proxy = 1").replace("\n", end)
    (diagnostic,) = lint_source(source)
    line = io.StringIO(source, newline=None).readlines()[diagnostic.line - 1]
    assert line[diagnostic.column : diagnostic.end_column] == "openai.proxy"


def test_byte_order_mark_and_tabs():
    (diagnostic,) = lint_source("\ufeffimport openai\nif x:\n\topenai.proxy = 1\n")
    assert (diagnostic.line, diagnostic.column) == (3, 1)


@pytest.mark.parametrize(
    "source", ["import openai\ndef", "import openai\n  x", "openai = ", "print 'openai'", "import openai\nx = \0"]
)
def test_what_is_not_python(source):
    with pytest.raises((SyntaxError, ValueError)):
        lint_source(source)


def test_what_is_not_python_and_not_about_openai_is_not_read():
    assert lint_source("def \0") == []


def test_lines_may_lack_their_ends():
    """As an editor may hand them over."""
    tree = ast.parse(LEGACY)
    for lines in (LEGACY.splitlines(), LEGACY.splitlines(keepends=True)):
        assert places(lint_tree(tree, lines)) == FOUND


def test_a_tree_is_not_changed():
    tree = ast.parse(LEGACY + "def f(x: 'openai.Edit'): ...  # type: openai.Edit\n")
    before = ast.dump(tree, include_attributes=True)
    lint_tree(tree, (LEGACY + "def f(x: 'openai.Edit'): ...  # type: openai.Edit\n").splitlines(keepends=True))
    assert ast.dump(tree, include_attributes=True) == before


def test_the_same_tree_twice():
    tree = ast.parse(LEGACY)
    lines = LEGACY.splitlines(keepends=True)
    assert lint_tree(tree, lines) == lint_tree(tree, lines)


def test_settings_do_not_select_here():
    assert places(lint_source(LEGACY, config=Config(select=(), ignore=("OAI",)))) == FOUND


def test_noqa_is_not_applied_here():
    assert places(lint_source(LEGACY.replace(")\n", ")  # noqa\n"))) == FOUND


class TestOwnModule:
    """`import openai` finds what lies beside a script."""

    def test_own_module_beside_a_script(self, tmp_path):
        script = tmp_path / "script.py"
        script.write_text(LEGACY)
        assert places(lint_source(LEGACY, str(script))) == FOUND
        (tmp_path / "openai.py").write_text("")
        assert lint_source(LEGACY, str(script)) == []

    def test_own_package_beside_a_script(self, tmp_path):
        script = tmp_path / "script.py"
        script.write_text(LEGACY)
        (tmp_path / "openai").mkdir()
        assert places(lint_source(LEGACY, str(script))) == FOUND
        (tmp_path / "openai" / "__init__.py").write_text("")
        assert lint_source(LEGACY, str(script)) == []

    def test_within_a_package_the_name_is_absolute(self, tmp_path):
        for name in ("__init__.py", "openai.py", "chat.py"):
            (tmp_path / name).write_text(LEGACY)
        assert places(lint_source(LEGACY, str(tmp_path / "chat.py"))) == FOUND
        assert places(lint_source(LEGACY, str(tmp_path / "openai.py"))) == FOUND

    def test_a_script_called_openai_itself(self, tmp_path):
        script = tmp_path / "openai.py"
        script.write_text(LEGACY)
        assert places(lint_source(LEGACY, str(script))) == FOUND

    def test_a_file_that_does_not_exist(self, tmp_path):
        (tmp_path / "openai.py").write_text("")
        assert places(lint_source(LEGACY, str(tmp_path / "unsaved.py"))) == FOUND
        assert places(lint_source(LEGACY, "stdin")) == FOUND

    def test_a_relative_name(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "script.py").write_text(LEGACY)
        assert places(lint_source(LEGACY, "script.py")) == FOUND
        (tmp_path / "openai.py").write_text("")
        assert lint_source(LEGACY, "script.py") == []


def test_linting_loads_neither_the_rewriter_nor_the_sdk():
    program = (
        "import sys; from flake8_openai_v1.lint.linter import lint_source;"
        "lint_source('import openai; openai.proxy = 1');"
        "print([name for name in ('ast_grep_py', 'openai', 'argparse', 'asyncio') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
