"""Annotations of GitHub Actions, and the summary of a job."""

from __future__ import annotations

import re

import pytest
from report.given import FAILURES, FILES, IN_CELL, LEFT, ONE, OPINION, SOON, TWO, causes, hostile, rendered

from flake8_openai_v1 import rule_url
from flake8_openai_v1.report import Failure, Found

WHERE = "file=a.py,line=2,col=1,endLine=2,title=OAI102 removed-call,endColumn=29"


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch):
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


def test_annotations():
    assert rendered("github", FILES) == (
        "::error file=a b%2Cc.py,line=2,col=1,endLine=2,title=OAI102 removed-call,endColumn=29"
        "::OAI102 x was removed; use y\n"
        "::error file=a b%2Cc.py,line=3,col=5,endLine=5,title=OAI106 removed-setting"
        "::OAI106 50%25 of it, a: b\n"
        "::error file=d%3Ae.py,line=2,col=1,endLine=2,title=OAI102 removed-call,endColumn=29"
        "::OAI102 x was removed; use y\n"
    )


def test_severities():
    shown = rendered("github", [Found("a.py", [ONE, SOON, OPINION])])
    assert re.findall(r"(?m)^::(\w+) ", shown) == ["error", "warning", "notice"]


def test_one_of_each_cause_comes_first():
    """GitHub shows ten: 20 subscripts must not hide the setting that misroutes."""
    many = [ONE._replace(line=line, end_line=line) for line in range(10, 30)]
    shown = rendered("github", [Found("a.py", [*many, TWO]), Found("b.py", [SOON])])
    assert re.findall(r"::(OAI\d+)", shown)[:4] == ["OAI102", "OAI106", "OAI302", "OAI102"]
    assert len(shown.splitlines()) == 22
    reasons = ["first"] * 20 + ["second"]
    shown = rendered("github", [Found("a.py", [*many, ONE], causes(*reasons))])
    assert ["second" in line for line in shown.splitlines()[:3]] == [False, True, False]


def test_cells():
    assert rendered("github", [Found("nb.ipynb", [IN_CELL])]) == (
        "::error file=nb.ipynb,line=1,title=OAI102 removed-call::cell_3:2:1: OAI102 x was removed; use y\n"
    )


def test_what_was_left():
    assert rendered("github", LEFT) == (
        f"::error {WHERE}::OAI102 x was removed; use y [not fixed: x: y]\n"
        "::error file=a.py,line=3,col=5,endLine=5,title=OAI106 removed-setting"
        "::OAI106 50%25 of it, a: b [not fixed: 50%25 of it]\n"
    )


def test_failures_come_first():
    assert rendered("github", [Found("a.py", [ONE])], FAILURES) == (
        "::error file=gone.py,title=not processed::cannot read: no such file\n"
        "::error file=nb.ipynb,title=not processed::cell_2: cannot parse: x (line 1)\n"
        f"::error {WHERE}::OAI102 x was removed; use y\n"
    )


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_files_are_named_from_the_root_of_the_repository(tmp_path, monkeypatch, variable):
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    files = [Found("./a.py", [ONE]), Found("../b.py", [ONE]), Found(str(tmp_path / "sub" / "c.py"), [ONE])]
    assert re.findall("file=([^,]*),", rendered("github", files)) == ["a.py", "../b.py", "c.py"]
    monkeypatch.setenv(variable, str(tmp_path))
    assert re.findall("file=([^,]*),", rendered("github", files)) == ["sub/a.py", "b.py", "sub/c.py"]
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    assert re.findall("file=([^,]*),", rendered("github", files)) == ["a.py", "../b.py", "c.py"]


def test_hostile_annotations():
    """A text stays within its command, whatever is in it."""
    files, failures = hostile()
    lines = rendered("github", files, failures).split("\n")
    assert len(lines) == len(files) + len(failures) + 1
    for line in lines[:-1]:
        assert re.fullmatch(r"::error file=[^,:\r]*(?:,\w+=[^,:\r]*)*::[^\r]*", line)


def test_the_summary():
    files = [Found("a_b.py", [ONE, ONE, TWO]), Found("c.py", [ONE])]
    assert rendered("summary", files, FAILURES, searched=9) == (
        "### flake8-openai-v1\n\n"
        "4 findings in 2 files, 9 files looked at.\n\n"
        "| | Rule | Findings | Files |\n|---|---|---:|---:|\n"
        f"| error | [OAI102]({rule_url('OAI102')}) removed-call | 3 | 2 |\n"
        f"| error | [OAI106]({rule_url('OAI106')}) removed-setting | 1 | 1 |\n"
        "\n"
        "| File | Findings |\n|---|---:|\n"
        "| <code>a&#95;b&#46;py</code> | 3 |\n| <code>c&#46;py</code> | 1 |\n"
        "\n"
        "Next: `flake8-openai-v1 fix --diff` shows what can be changed by itself, `flake8-openai-v1 fix` changes it.\n"
        "\nNot processed:\n\n"
        "* <code>gone&#46;py</code>: <code>cannot read&#58; no such file</code>\n"
        "* <code>nb&#46;ipynb&#58;cell&#95;2</code>: <code>cannot parse&#58; x &#40;line 1&#41;</code>\n"
        "\n"
    )


def test_a_long_summary_is_cut():
    files = [Found(f"{number}.py", [ONE]) for number in range(30)]
    failures = [Failure(f"{number}.py", "x") for number in range(30)]
    shown = rendered("summary", files, failures)
    assert "| 10 more files | 10 |\n" in shown
    assert "* and 10 more\n" in shown


def test_a_summary_of_nothing():
    assert rendered("summary", [], searched=1) == "### flake8-openai-v1\n\n0 findings in 0 files, 1 file looked at.\n\n"


def test_a_hostile_summary():
    """Nothing of a name or a text is Markdown, HTML, a link or a mention."""
    files, failures = hostile()
    shown = rendered("summary", files, failures)
    texts = re.findall("<code>(.*?)</code>", shown)
    assert len(texts) == len(files) + 2 * len(failures)
    assert [text for text in texts if re.search(r"[^\w /&#;]|&(?!#\d+;)", text)] == []
    assert all(character.isprintable() or character == "\n" for character in shown)
