"""Notebooks: their cells as one module, what IPython allows in them, and ``check`` on them."""

from __future__ import annotations

import ast
import json
import re

import pytest
from faces.runs import check, python, write
from hypothesis import given, settings
from hypothesis import strategies as st
from test_robustness import in_time

from flake8_openai_v1.lint.check import Candidate, check_file
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.syntax.ipython import to_python
from flake8_openai_v1.syntax.notebook import read_notebook
from flake8_openai_v1.syntax.source import SourceError

CALL = "openai.ChatCompletion.create(model=m)"
REMOVED = (
    "OAI102 openai.ChatCompletion.create was removed in openai 1.0; "
    "use openai.chat.completions.create, or client.chat.completions.create (with client = OpenAI())"
)
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def code(source, **more):
    """A code cell, with its source as it is given: a string, or a list of strings."""
    cell = {"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [], "source": source}
    return {**cell, **more}


def split(text):
    """A source as Jupyter writes it: a list of lines."""
    return text.splitlines(keepends=True)


def dump(*cells, metadata=KERNEL, minor=5, **more):
    """The bytes of a notebook as Jupyter writes them. A cell is a dict, or the text of a code cell."""
    listed = [cell if isinstance(cell, dict) else code(split(cell)) for cell in cells]
    if minor >= 5:
        listed = [{"id": f"cell{number}", **cell} for number, cell in enumerate(listed)]
    content = {"cells": listed, "metadata": metadata, "nbformat": 4, "nbformat_minor": minor, **more}
    return json.dumps(content, indent=1, ensure_ascii=False).encode() + b"\n"


MARKDOWN = {"cell_type": "markdown", "metadata": {}, "source": ["# openai.ChatCompletion.create()\n", "text"]}
RAW = {"cell_type": "raw", "metadata": {}, "source": "openai.ChatCompletion.create()"}


def checked(data, config=None):
    """What ``check`` makes of the bytes of a notebook."""
    done = check_file(Candidate("nb.ipynb", data), config or Config())
    said = [done.failure or "", *(cell.reason for cell in done.unread)]
    assert not any("\n" in reason or "internal error" in reason for reason in said), said
    return done


def places(*cells, **more):
    """Cell, line and column (from 1) of each finding."""
    done = checked(dump(*cells, **more))
    assert (done.failure, list(done.unread)) == (None, [])
    return [(found.cell, found.line, found.column + 1) for found in done.findings]


# -- one program


@pytest.mark.parametrize("minor", [0, 2, 4, 5])
def test_cells_are_one_program(minor):
    cells = [
        MARKDOWN,
        "import openai as ai\nm = 'chat'",
        RAW,
        "\n",
        "",
        "def ask():\n    return ai.ChatCompletion.create(model=m)\n",
        MARKDOWN,
        "answer = ask()",
        "print(answer['choices'])",
    ]
    assert places(*cells, minor=minor) == [(4, 2, 12), (6, 1, 7)]


@pytest.mark.parametrize(
    "source",
    [
        "import openai\n\nopenai.Model.list()",
        "import openai\n\nopenai.Model.list()\n",
        ["import openai\n", "\n", "openai.Model.list()"],
        ["import openai\n", "\n", "openai.Model.list()\n"],
        ["import openai\n\n", "openai.Mo", "del.list()"],
        ["import openai\r\n", "\r\n", "openai.Model.list()\r\n"],
        ["", "import openai\n", "", "\r", "openai.Model.list()", ""],
    ],
)
def test_sources(source):
    assert places("x = 1", code(source), "openai.Model.list()") == [(2, 3, 1), (3, 1, 1)]


def test_cells_do_not_run_together():
    assert places("import openai\nx = 1  # a comment", "openai.Model.list()") == [(2, 1, 1)]
    assert places("import openai\nif True:\n    pass", "else_ = 1; openai.Model.list()") == [(2, 1, 12)]


def test_later_cells_bind_anew():
    assert places("import openai", "openai = object()", "openai.Model.list()") == []
    assert places("from openai import OpenAI", "c = OpenAI()", "c = None", "c.edits.create()") == []


def test_columns_are_characters():
    assert places("import openai", "x = '日本🐍'; openai.Model.list()") == [(2, 1, 12)]
    assert places("import openai", "%time 'é', openai.Model.list()") == [(2, 1, 12)]


def test_a_finding_over_several_lines():
    done = checked(dump("import openai", "\nr = (openai\n  .ChatCompletion\n    .create(model=m))"))
    (found,) = done.findings
    assert (found.cell, found.line, found.column, found.end_line, found.end_column) == (2, 2, 5, 4, 20)


def test_await_at_the_top():
    client = "from openai import AsyncOpenAI, OpenAI\nclient = AsyncOpenAI()"
    call = "client.chat.completions.create(model=m, messages=[])"
    assert places(client, f"r = await {call}\nr.choices[0]") == []
    assert places(client, f"r = await {call}\nr['choices']") == [(2, 2, 1)]
    assert places(client, f"async for x in await {call.replace('m,', 'm, stream=True,')}:\n    x['id']") == [(2, 2, 5)]
    assert places(client, f"{call}.choices") == [(2, 1, 1)]
    assert places("import openai", f"await {CALL.replace('create', 'acreate')}") == [(2, 1, 7)]


def test_what_a_cell_shows():
    assert places("import openai", f"{CALL};", f"display({CALL})") == [(2, 1, 1), (3, 1, 9)]


def test_the_virtual_module():
    notebook = read_notebook(dump(MARKDOWN, "import openai\n%time f()", "", RAW, "(", code("%%bash\nls"), "x"))
    assert [(cell.cell_index, cell.number, cell.first) for cell in notebook.cells] == [
        (1, 1, 1), (2, 2, 3), (4, 3, 3), (5, 4, 4), (6, 5, 6),
    ]  # fmt: skip
    assert [cell.source for cell in notebook.cells] == [
        ("import openai\n", "%time f()"), (), ("(",), ("%%bash\nls",), ("x",),
    ]  # fmt: skip
    assert notebook.lines == ["import openai\n", "f()\n", "\n", "\n", "\n", "x\n"]
    assert ast.dump(notebook.tree, include_attributes=True) == ast.dump(
        ast.parse("".join(notebook.lines)), include_attributes=True
    )
    assert [cell.number for cell in notebook.unread] == [3]
    where = [notebook.place(line, 0) for line in range(1, 7)]
    assert [(cell.number, line, column) for cell, line, column in where] == [
        (1, 1, 0), (1, 2, 6), (3, 1, 0), (4, 1, 0), (4, 2, 0), (5, 1, 0),
    ]  # fmt: skip
    assert notebook.text == ["import openai\n", "%time f()\n", "(\n", "%%bash\n", "ls\n", "x\n"]


# -- what IPython allows

LINES = [
    "%pip install openai==0.28",
    "%matplotlib inline",
    "%load_ext dotenv",
    "%cd ..",
    "% ls",
    "%",
    "!pip install --quiet 'openai<1'",
    "!!ls -l",
    "! ls (",
    "!echo \"it's\" {x['a'} [",
    "!pip install \\\n  openai \\\n  tenacity",
    "%pip install \\\n  openai",
    "x = !ls",
    "x =!ls *.py",
    "x, y = !ls",
    "x.y = !ls",
    "x['a'] = !ls \\\n -l",
    "files = %system ls (",
    "x = %env KEY",
    "t = %timeit -o f()",
    "?x",
    "??x.y",
    "x?",
    "x??",
    "x.y.z?  ",
    "x['a']?",
    "%time?",
    "?",
    ",f a b",
    ";f a b",
    "/f a b",
    "%time",
    "%time f(",
    "%timeit -n 10 -r3 f()",
    "%time x = 1",
    "%lprun -f f f()",
    "%config InlineBackend.figure_format = 'retina'",
    "pip install openai==0.28",
    "pip install -U openai tenacity",
    "ls -l",
    "cd ..",
    "load_ext autoreload",
]


@pytest.mark.parametrize("line", LINES)
def test_lines(line):
    """Alone, before and after code, and as all that is in a block."""
    more = line.count("\n")
    assert places("import openai", line, CALL) == [(3, 1, 1)]
    assert places("import openai", f"{line}\n{CALL}") == [(2, 2 + more, 1)]
    assert places("import openai", f"{CALL}\n{line}\n{CALL}") == [(2, 1, 1), (2, 3 + more, 1)]
    block = "\n    ".join(["if openai:", line.replace("\n", "\n    "), CALL])
    assert places("import openai", block) == [(2, 3 + more, 5)]
    assert places("import openai", f"try:\n  {line}\nexcept Exception:\n  {CALL}") == [(2, 4 + more, 3)]


@pytest.mark.parametrize("line", [line for line in LINES if line.split("=")[0].strip() in ("x", "files", "t")])
def test_nothing_is_known_of_what_they_give(line):
    name = line.split("=")[0].strip()
    assert places("import openai", f"{name} = {CALL}\n{name}['choices']", f"{name}['id']")[1:] == [(2, 2, 1), (3, 1, 1)]
    assert places("import openai", f"{name} = {CALL}\n{line}\n{name}['choices']", f"{name}['id']")[1:] == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (f"%time {CALL}", 7),
        (f"%time r = {CALL}", 11),
        (f"%timeit {CALL}", 9),
        (f"%timeit -n 1 -r 1 {CALL}", 19),
        (f"%timeit -n1 -r1 -q {CALL}", 20),
        (f"%prun -s cumulative -l 5 {CALL}", 26),
        (f"%memit {CALL}", 8),
        (f"%lprun -f f {CALL}", 13),
        (f"r = %time {CALL}", 11),
        (f"%%time\n{CALL}", None),
        (f"%%time {CALL}", 8),
        (f"%time   {CALL};", 9),
        (f"time {CALL}", 6),
        (f"%time f(1,\n  {CALL})", None),
    ],
)
def test_statements_that_are_given_to_a_magic(line, column):
    if column is None:
        assert places("import openai", line) == [(2, 2, line.split("\n")[1].index("openai") + 1)]
    else:
        assert places("import openai", line) == [(2, 1, column)]


def test_what_a_timed_statement_binds():
    assert places("import openai", f"%time r = {CALL}", "r['choices']") == [(2, 1, 11), (3, 1, 1)]
    assert places("import openai", f"r = %time {CALL}", "r['choices']") == [(2, 1, 11), (3, 1, 1)]


@pytest.mark.parametrize(
    "magic",
    [
        "%%time",
        "%%time  ",
        "%%timeit",
        "%%timeit -n 1 -r 1",
        "%%timeit x = 1",
        "%%capture",
        "%%capture out --no-stderr",
        "%%prun -s time",
        "\n%%time",
        "# a comment\n\n%%time",
        "#@title For Colab { display-mode: 'form' }\n%%time",
        "%%capture\n%%time",
        "%%capture\n\n%%timeit -n 1",
    ],
)
def test_cells_of_python(magic):
    more = magic.count("\n")
    text = f"{magic}\nx = 1\n\nfor x in y:\n    {CALL}\n!ls"
    assert places("import openai", text, CALL) == [(2, 5 + more, 5), (3, 1, 1)]


@pytest.mark.parametrize(
    "magic",
    [
        "%%bash",
        "%%sh --out x",
        "%%html",
        "%%javascript",
        "%%js",
        "%%latex",
        "%%markdown",
        "%%sql",
        "%%R -i x",
        "%%writefile app.py",
        "%%file app.py",
        "%%script python",
        "%%ai openai-chat:gpt-4",
        "%%perl",
        "\n# a comment\n%%bash",
        "%%time\n%%bash",
        "%%!",
        "%%",
    ],
)
@pytest.mark.parametrize("body", [f"import openai\n{CALL}\n", "if [ $x = ( ]; do '''\nopenai", ""])
def test_cells_of_other_languages(magic, body):
    assert places("import openai", f"{magic}\n{body}", CALL) == [(3, 1, 1)]


@pytest.mark.parametrize("magic", ["%sql", "%md", "%sh", "%scala", "%r", "%fs"])
def test_cells_of_databricks(magic):
    assert places("import openai", f"{magic}\nselect * from (\nopenai", CALL) == [(3, 1, 1)]
    assert places("import openai", f"{magic} select (\n{CALL}") == [(2, 2, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "x = '''\n%pip install\n!ls\nx?\n'''",
        'x = f"""\n!ls {x}\n?x\n"""',
        "x = '''a\\'''\n!ls'''",
        "x = 'a\\\n!ls'",
        "x = (y\n%z\n)",
        "x = [\n  a,\n  y\n  % z]",
        "x = y \\\n%z",
        "x = {'a?': 'b?',  # what?\n}",
        "# %time\n# what?",
        "x = '#'; y = (1,  # (\n)",
        'x = \'"""\'',
        "x = r'\\'",
        "ls = 1\nls -1",
        "pip, ls = 1, 2",
        "%time x = '''\n!ls\n'''",
    ],
)
def test_what_only_looks_like_it(text):
    """Beside a line that makes the cell one of IPython's."""
    lines = split(f"!ls\n{text}\n")
    if text == "x = r'\\'":
        with pytest.raises(SourceError):
            to_python(lines)
        return
    python = to_python(lines)
    assert "".join(python.lines) == f"pass\n{text.removeprefix('%time ')}\n"


def test_python_is_left_as_it_is():
    text = "x = 1 \\\n%  2\nif x:\n\tls = '''\n!ls\n'''\n"
    python = to_python(split(text))
    assert "".join(python.lines) == text
    assert python.shifts == [0] * 6


@pytest.mark.parametrize("indent", ["    ", "\t", " "])
def test_a_cell_that_is_indented(indent):
    text = f"\n{indent}import openai\n{indent}x = '''\nopenai\n'''\n{indent}if x:\n{indent}  !ls\n{indent}  {CALL}\n"
    column = len(indent) + 3
    assert places(text) == [(1, 8, column)]
    assert places("%time import openai", f"{indent}%time {CALL}") == [(2, 1, len(indent) + 7)]


# -- comments


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([f"{CALL}  # noqa", CALL], [(3, 1, 1)]),
        ([f"{CALL}  # noqa: OAI102", CALL], [(3, 1, 1)]),
        ([f"{CALL}  # noqa: OAI105"], [(2, 1, 1)]),
        ([f"%time {CALL}  # noqa", CALL], [(3, 1, 1)]),
        ([f"!ls\n'''\n''', {CALL}  # noqa", CALL], [(3, 1, 1)]),
        (["# noqa", CALL], [(3, 1, 1)]),
        (["# flake8: noqa", CALL], []),
    ],
)
def test_noqa(cells, expected):
    assert places("import openai", *cells) == expected
    done = checked(dump("import openai", *cells), Config(disable_noqa=True))
    assert len(done.findings) == sum(cell.count(CALL) for cell in cells)


# -- notebooks of other kinds


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"kernelspec": {"name": "python3"}},
        {"kernelspec": {"name": "conda-env-x-py", "language": "python"}},
        {"kernelspec": {"name": "ml", "language": "Python"}},
        {"language_info": {"name": "python", "version": "3.11"}},
        {"language_info": {"name": "ipython"}},
        {"kernelspec": {"name": "pysparkkernel", "language": "python"}, "language_info": {"name": "pyspark"}},
        {"kernelspec": None, "language_info": []},
        {"kernelspec": {"name": 3, "language": 4}},
        None,
        [],
    ],
)
def test_python_notebooks(metadata):
    assert places(f"import openai\n{CALL}", metadata=metadata) == [(1, 2, 1)]


@pytest.mark.parametrize(
    "metadata",
    [
        {"kernelspec": {"name": "ir", "language": "R"}, "language_info": {"name": "R"}},
        {"kernelspec": {"name": "ir", "display_name": "R"}},
        {"kernelspec": {"name": "julia-1.10"}},
        {"kernelspec": {"name": "julia-1.10", "language": "julia"}},
        {"language_info": {"name": "typescript"}},
        {"kernelspec": {"name": ".net-csharp", "language": "C#"}},
    ],
)
def test_notebooks_of_other_languages(metadata):
    assert places(f"import openai\n{CALL}", "library(openai) %>% f(", metadata=metadata) == []


def test_cells_with_a_language():
    other = code("openai <- 1 %>% (", metadata={"vscode": {"languageId": "r"}})
    same = code(CALL, metadata={"vscode": {"languageId": "python"}})
    assert places("import openai", other, same) == [(3, 1, 1)]


def test_format_3():
    def cell(text, **more):
        return {"cell_type": "code", "collapsed": False, "input": text, "language": "python", "outputs": [], **more}

    sheets = [
        {"cells": [{"cell_type": "heading", "level": 1, "source": "openai"}, cell(["import openai\n", "x = 1"])]},
        {"cells": [cell("openai (", language="ruby"), cell(f"%time {CALL}")], "metadata": {}},
    ]
    data = json.dumps({"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": sheets})
    done = checked(data.encode())
    assert [(found.cell, found.line, found.column) for found in done.findings] == [(3, 1, 6)]


def test_a_byte_order_mark():
    done = checked(b"\xef\xbb\xbf" + dump("import openai", CALL))
    assert [(found.cell, found.line) for found in done.findings] == [(2, 1)]


# -- what is broken


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"openai", r"not a notebook: no JSON: Expecting value \(line 1\)"),
        (b"version https://git-lfs.github.com/spec/v1\nopenai", r"not a notebook: no JSON: .* \(line 1\)"),
        (b'{\n"cells": [\n<<<<<<< HEAD\n"openai"]}', r"not a notebook: no JSON: .* \(line 3\)"),
        (b'["openai"]', "not a notebook: no object"),
        (b'"openai"', "not a notebook: no object"),
        (b'{"openai": 1}', "not a notebook: it has no cells"),
        (b'{"cells": "openai"}', "not a notebook: it has no cells"),
        (b'{"cells": null, "worksheets": ["openai"]}', "not a notebook: it has no cells"),
        (b'{"worksheets": {"openai": 1}}', "not a notebook: it has no cells"),
        (b'{"cells": ["\xe9 openai"]}', "cannot decode: .*utf-8.*"),
        ('{"cells": ["openai"]}'.encode("utf-16"), "cannot decode: .*utf-8.*"),
        (b'{"openai":' + b"[" * 200_000, "not a notebook: .*"),
    ],
)
def test_files_that_are_no_notebooks(data, reason):
    done = checked(data)
    assert done.findings == []
    assert re.fullmatch(reason, done.failure)


@pytest.mark.parametrize(
    "cell",
    [
        code(None),
        code(3),
        code({"a": "openai"}),
        code(["openai", 3]),
        code([["openai"]]),
        code([None]),
        {"cell_type": "code"},
        {"cell_type": "code", "metadata": 1, "source": True},
    ],
)
def test_sources_that_are_no_text(cell):
    done = checked(dump("import openai", cell, CALL))
    assert [(found.cell, found.line) for found in done.findings] == [(3, 1)]
    assert list(done.unread) == [(2, "cannot read: its source is no text")]


@pytest.mark.parametrize("cell", [None, 3, "openai", [], ["openai"], {}, {"cell_type": ["code"]}, {"source": "openai"}])
def test_cells_that_are_none(cell):
    content = {"cells": [code("import openai"), cell, code(CALL, metadata=None)]}
    done = checked(json.dumps(content).encode())
    assert [(found.cell, found.line) for found in done.findings] == [(2, 1)]
    assert (done.failure, list(done.unread)) == (None, [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x = (", r"cannot parse: .*\(line 1\)"),
        ("x = 1\ny = = 2", r"cannot parse: .*\(line 2\)"),
        ("!ls\n\nprint 'x'", r"cannot parse: .*\(line 3\)"),
        ("%%time\nx = 1\n  y = 2", r"cannot parse: .*\(line 3\)"),
        ("x = '''\n!ls", r"cannot parse: .*\(line 1\)"),
        ("x = 1 \\", "cannot parse: .*"),
        ("git clone x", "cannot parse: .*"),
        ("x = 1\0", "cannot parse: .*"),
        ("x = '\ud800'", "cannot parse: .*"),
        ("x = " + "(" * 500 + ")" * 500, "cannot parse: .*"),
    ],
)
def test_cells_that_do_not_parse(text, reason):
    data = json.dumps({"cells": [code("import openai"), code(text), code(CALL)]}).encode()
    done = checked(data)
    assert [(found.cell, found.line) for found in done.findings] == [(3, 1)]
    assert done.failure is None
    ((number, said),) = done.unread
    assert number == 2
    assert re.fullmatch(reason, said)


@pytest.mark.parametrize(
    "broken", ["client = f(", "x = 1\nclient: T = print 'a'", "def client(:\n pass", "class client(:"]
)
def test_of_what_such_cells_bind_nothing_is_known(broken):
    first, last = "from openai import OpenAI\nclient = OpenAI()", "await client.models.list()"
    assert places(first, last) == [(2, 1, 1)]
    done = checked(dump(first, broken, last))
    assert done.findings == []
    assert [cell.number for cell in done.unread] == [2]
    done = checked(dump(first, "if x:\n  client = 1\nclient == (", last))
    assert [(found.cell, found.line) for found in done.findings] == [(3, 1)]


def test_cells_are_not_parsed_where_none_has_the_word():
    done = checked(dump(MARKDOWN, "x = (", code(None), code("", outputs=[{"text": "openai"}])))
    assert (done.findings, done.failure, list(done.unread)) == ([], None, [])


def test_each_beginning_of_a_notebook():
    data = dump(MARKDOWN, "import openai\n%time x = 1", f"é = 1\n{CALL}", minor=2)
    ends = 0
    for end in range(len(data)):
        done = checked(data[:end])
        ends += done.failure is not None
        if done.failure is None:
            assert [(found.cell, found.line) for found in done.findings] == [(2, 2)]
    assert ends == len(data) - 1  # without the last line end it is whole


@settings(max_examples=200)
@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([CALL, "code", "import openai"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from([
            "cells", "worksheets", "cell_type", "source", "input", "metadata", "kernelspec", "language", "vscode",
            "language_info", "name", "languageId",
        ]),
        inner,
        max_size=4,
    ),
    max_leaves=20,
))  # fmt: skip
def test_any_json(content):
    checked(json.dumps(content).encode())
    checked(json.dumps({"cells": [code("import openai"), content, code(CALL)], "metadata": content}).encode())
    checked(json.dumps({"cells": content, "worksheets": [content]}).encode())


PIECES = [
    "%", "%%", "!", "?", "x", " ", "\n", "\\\n", "'", '"', '"""', "'''", "(", ")", "[", "]", "=", "#", ";", ",", "/",
    "time", "bash", "ls", "pip install", "-n 1", "\t", "    ", "é", "\r", "\0", "\f", "if x:", "f'", "{", "}", "def ",
    CALL,
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_cell(text):
    done = checked(dump("import openai", text, CALL))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in done.findings:
        if found.cell == 2:
            assert 1 <= found.line <= found.end_line <= len(lines)
            assert lines[found.line - 1][found.column :].startswith("openai")
    assert [found.line for found in done.findings if found.cell == 3] == [1]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_lines_stay_lines(text):
    lines = [line + "\n" for line in text.replace("\r", "\n").split("\n")]
    try:
        python = to_python(lines)
    except SourceError:
        return
    if python is not None:
        ast.parse("".join(python.lines))
        assert len(python.lines) == len(python.shifts) == len(lines)
        assert all(line.endswith("\n") and line.count("\n") == 1 for line in python.lines)
        assert all(0 <= shift <= len(line) for shift, line in zip(python.shifts, lines, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        f"x = 1\n{CALL}\n" * 10_000,
        "!ls\n" * 50_000 + CALL,
        f"%time {CALL}\n" * 3_000,
        "!ls\nx = '" + "a" * 2_000_000 + "'\n" + CALL,
        "!ls\nx = [" + "1, " * 200_000 + "]\n" + CALL,
        "!ls\n" + "a " * 500_000 + "\n" + CALL,
        "!ls\n" + " " * 1_000_000 + "\n" + CALL,
        "!ls \\\n" * 20_000 + "\n" + CALL,
        "%%time\n" * 20_000 + CALL,
        "?" * 500_000 + "\n" + CALL,
        "%timeit " + "-n 1 " * 100_000 + CALL,
        "'" * 300_000 + "\n!ls\n" + CALL,
    ],
)
def test_huge_cells(text):
    with in_time():
        done = checked(dump("import openai", text, CALL))
    assert done.findings[-1].cell == 3


def test_many_cells():
    with in_time():
        done = checked(dump("import openai", *[f"!ls\nx = {CALL}\nx['choices']"] * 1500))
    assert len(done.findings) == 3000


def test_a_notebook_says_what_a_program_does():
    cells = [
        "import openai\nopenai.api_base = 'x'",
        f"r = {CALL}",
        "try:\n  r['id']\nexcept openai.error.APIError: pass",
    ]
    program = "\n".join(cells)
    done = checked(dump(*cells))
    assert [found.code for found in done.findings] == [found.code for found in lint_source(program)]
    assert [found.message for found in done.findings] == [found.message for found in lint_source(program)]


# -- the command

LEGACY = dump(MARKDOWN, "%pip install openai\nimport openai", f"m = 'x'\nr = {CALL}", minor=2)
FINDING = f"cell_2:2:5: {REMOVED}\n"


def test_check(tmp_path):
    write(tmp_path, {"nb.ipynb": LEGACY, "a.py": f"import openai\n{CALL}\n", "docs/x.ipynb": LEGACY})
    write(tmp_path, {".ipynb_checkpoints/nb-checkpoint.ipynb": LEGACY, "other.ipynb": dump("x = 1")})
    done = check(cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == f"./a.py:2:1: {REMOVED}\n./docs/x.ipynb:{FINDING}./nb.ipynb:{FINDING}"
    assert done.stderr == "4 files, 3 with OpenAI code, 3 findings, 3 with what to write\n"


def test_nothing_is_written(tmp_path):
    write(tmp_path, {"nb.ipynb": LEGACY})
    check(cwd=tmp_path)
    assert (tmp_path / "nb.ipynb").read_bytes() == LEGACY


def test_settings_hold_for_notebooks(tmp_path):
    write(tmp_path, {"nb.ipynb": LEGACY, "docs/x.ipynb": LEGACY})
    assert check("--exclude", "docs", cwd=tmp_path).stdout == f"./nb.ipynb:{FINDING}"
    assert check("--exclude", "*.ipynb", cwd=tmp_path).stdout == ""
    assert check("--select", "OAI105", cwd=tmp_path).stdout == ""
    write(tmp_path, {"setup.cfg": "[flake8]\nper-file-ignores =\n    docs/*: OAI1\n"})
    assert check(cwd=tmp_path).stdout == f"./nb.ipynb:{FINDING}"


def test_an_own_module_beside_it(tmp_path):
    write(tmp_path, {"nb.ipynb": LEGACY, "openai.py": ""})
    assert check("nb.ipynb", cwd=tmp_path).stdout == ""


def test_standard_input(tmp_path):
    done = check("-", "--stdin-filename", "src/nb.ipynb", cwd=tmp_path, stdin=LEGACY)
    assert (done.returncode, done.stdout) == (1, f"src/nb.ipynb:{FINDING}")
    done = check("-", "--stdin-filename", "nb.ipynb", cwd=tmp_path, stdin="import openai")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("nb.ipynb: not a notebook: no JSON: ")


def test_formats(tmp_path):
    write(tmp_path, {"nb.ipynb": LEGACY, "a.py": f"import openai\n{CALL}\n"})
    rows = json.loads(check("--output-format", "json", cwd=tmp_path).stdout)["findings"]
    where = [(row["path"], row["cell"], row["line"], row["column"], row["end_line"], row["end_column"]) for row in rows]
    assert where == [("./a.py", None, 2, 1, 2, 38), ("./nb.ipynb", 2, 2, 5, 2, 42)]
    [line] = [number for number, line in enumerate(LEGACY.splitlines(), 1) if b'"r = openai' in line]
    assert check("--output-format", "github", "nb.ipynb", cwd=tmp_path).stdout == (
        f"::error file=nb.ipynb,line={line},title=OAI102 removed-call::{FINDING}"
    )
    assert check("--statistics", "nb.ipynb", cwd=tmp_path).stdout == f"nb.ipynb:{FINDING}1     OAI102 removed-call\n"


def test_what_cannot_be_read_is_said_and_the_others_go_on(tmp_path):
    broken = dump("import openai", "x = (", "y = 1\nprint 'x'", CALL)
    write(tmp_path, {"a.ipynb": LEGACY, "b.ipynb": broken, "c.ipynb": "openai", "d.ipynb": LEGACY})
    done = check(cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == f"./a.ipynb:{FINDING}./b.ipynb:cell_4:1:1: {REMOVED}\n./d.ipynb:{FINDING}"
    first, second, third, last = done.stderr.splitlines()
    assert re.fullmatch(r"\./b\.ipynb:cell_2: cannot parse: .*\(line 1\)", first)
    assert re.fullmatch(r"\./b\.ipynb:cell_3: cannot parse: .*\(line 2\)", second)
    assert re.fullmatch(r"\./c\.ipynb: not a notebook: no JSON: Expecting value \(line 1\)", third)
    assert last == "4 files, 2 not processed, 4 with OpenAI code, 3 findings, 3 with what to write"


def test_several_processes_say_the_same(tmp_path):
    broken = dump("import openai", "x = (", CALL)
    write(tmp_path, {f"{number}.ipynb": broken if number % 2 else LEGACY for number in range(6)})
    one = check("--jobs", 1, cwd=tmp_path)
    few = "import flake8_openai_v1.lint.check as c, sys; c.WORTH_A_PROCESS = 1\nfrom flake8_openai_v1.cli import main\n"
    several = python(f"{few}if __name__ == '__main__': sys.exit(main(['check', '--jobs', '3']))", cwd=tmp_path)
    assert (several.returncode, several.stdout, several.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.returncode == 2
