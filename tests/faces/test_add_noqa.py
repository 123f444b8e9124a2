"""``check --add-noqa``: comments for all that is found, and not a byte more."""

from __future__ import annotations

import json

import pytest
from faces.runs import CLEAN, LEGACY, check, flake8, write

from flake8_openai_v1.lint.add_noqa import add_noqa
from flake8_openai_v1.lint.check import Candidate, check_file
from flake8_openai_v1.project.config import Config

CALL = "openai.Edit.create()"


def silenced(data, path="a.py"):
    """The bytes of a file after comments were added, and how often one is refused."""
    data = data if isinstance(data, bytes) else data.encode()
    found = check_file(Candidate(path, data), Config())
    assert found.failure is None
    after, refused = add_noqa(path, data, found.findings)
    rest = check_file(Candidate(path, after), Config())
    assert (rest.failure, len(rest.findings)) == (None, len(refused))
    return after, len(refused)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{CALL}\n", f"{CALL}  # noqa: OAI102\n"),
        (CALL, f"{CALL}  # noqa: OAI102"),
        (f"{CALL}  \r\n", f"{CALL}  # noqa: OAI102  \r\n"),
        (f"{CALL} # why\n", f"{CALL} # why  # noqa: OAI102\n"),
        (f"{CALL}  # noqa: E501\n", f"{CALL}  # noqa: E501,OAI102\n"),
        (f"{CALL}  # noqa: E501, W291 long\n", f"{CALL}  # noqa: E501, W291, OAI102 long\n"),
        (f"{CALL}  # NOQA:E501\n", f"{CALL}  # NOQA:E501,OAI102\n"),
        (f"{CALL}; openai.api_base = 'x'\n", f"{CALL}; openai.api_base = 'x'  # noqa: OAI102,OAI105\n"),
        (f"x = {CALL}, \\\n  1\n", f"x = {CALL}, \\\n  1  # noqa: OAI102\n"),
        (f"x = ({CALL},\n  1)\n", f"x = ({CALL},  # noqa: OAI102\n  1)\n"),
        (f'x = {CALL}, """\n\n"""\ny = 1\n', f'x = {CALL}, """\n\n"""  # noqa: OAI102\ny = 1\n'),
        (f"def f():\n\tif 1:\n\t\t{CALL}\n", f"def f():\n\tif 1:\n\t\t{CALL}  # noqa: OAI102\n"),
        (f"x = 'é日'; {CALL}\n", f"x = 'é日'; {CALL}  # noqa: OAI102\n"),
        (f"{CALL}\n\x0c\n{CALL}\n", f"{CALL}  # noqa: OAI102\n\x0c\n{CALL}  # noqa: OAI102\n"),
        ("x = 1\n", "x = 1\n"),
        (f"{CALL}  # noqa\n", f"{CALL}  # noqa\n"),
    ],
)
@pytest.mark.parametrize("head", ["import openai\n", "\ufeffimport openai\r\n", "# coding: cp1252\rimport openai\r"])
def test_comments(before, after, head):
    coding = "cp1252" if "cp1252" in head else "utf-8"
    before, after = (text.replace("日", "") if coding == "cp1252" else text for text in (before, after))
    assert silenced(f"{head}{before}".encode(coding)) == (f"{head}{after}".encode(coding), 0)


def test_where_no_comment_is_heard():
    """A text that looks like one comes first, and flake8 takes that: the line stays as it is, the others do not."""
    line = f"x = '# noqa: E501', {CALL}, 1\n"
    text = f"import openai\n{CALL}\n{line}{CALL}\n"
    after, refused = silenced(text.replace("'# noqa: E501'", "'''# noqa: E501\n'''"))
    assert refused == 1
    assert after.decode().count("# noqa: OAI102") == 2


def test_cells():
    def notebook(*cells):
        return json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells]}, indent=1).encode()

    before = notebook("%pip install openai\nimport openai", f"x = 1\n{CALL}", [f"{CALL}\n", "!ls\n", CALL])
    after = notebook(
        "%pip install openai\nimport openai",
        f"x = 1\n{CALL}  # noqa: OAI102",
        [f"{CALL}  # noqa: OAI102\n", "!ls\n", f"{CALL}  # noqa: OAI102"],
    )
    assert silenced(before, "n.ipynb") == (after, 0)


def test_the_command(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b.py": CLEAN, "sub/c.py": LEGACY + LEGACY})
    done = check("--add-noqa", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "3 findings silenced in 2 files\n")
    assert (tmp_path / "b.py").read_text() == CLEAN
    for face in (check, flake8):
        done = face("--select", "OAI", ".", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "")
    assert check("--add-noqa", cwd=tmp_path).stderr == "0 findings silenced in 0 files\n"
    done = check("--disable-noqa", cwd=tmp_path)
    assert done.stdout.count("OAI102") == 3


def test_only_what_is_selected(tmp_path):
    write(tmp_path, {"a.py": f"import openai; openai.api_base = 'x'; {CALL}\n"})
    check("--add-noqa", "--select", "OAI105", cwd=tmp_path)
    assert (tmp_path / "a.py").read_text().endswith(f"; {CALL}  # noqa: OAI105\n")
    check("--add-noqa", cwd=tmp_path)
    assert (tmp_path / "a.py").read_text().endswith(f"; {CALL}  # noqa: OAI105,OAI102\n")


def test_what_fails(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b.py": LEGACY, "c.py": f"import openai\nx = '# noqa: E501', {CALL}\n"})
    (tmp_path / "b.py").chmod(0o444)
    done = check("--add-noqa", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "./b.py: cannot write: the file is read-only",
        "./c.py: OAI102 at 2:21 stays: a comment would not silence it",
        "1 finding silenced in 1 file",
    ]
    assert (tmp_path / "b.py").read_text() == LEGACY


def test_standard_input_is_no_file(tmp_path):
    done = check("--add-noqa", "-", cwd=tmp_path, stdin=LEGACY)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "flake8-openai-v1: --add-noqa changes files, and standard input is none\n"
