"""The command ``explain``."""

from __future__ import annotations

import json
import re
import sys

import pytest
from faces.runs import LEGACY, SCRIPTS, check, program, screen, write

from flake8_openai_v1 import rule_url
from flake8_openai_v1.report.page import rendered
from flake8_openai_v1.rules import RULES, page

TEXT = f"{LEGACY}\nopenai.api_base = 'x'  # noqa\nr = openai.Edit.create(\n    engine='x',\n)\n"


def explain(*arguments, cwd, **more):
    return program("flake8-openai-v1", "explain", *arguments, cwd=cwd, **more)


def titles(done):
    assert (done.returncode, done.stderr) == (0, "")
    return re.findall(r"(?m)^# (OAI\d{3}) ", done.stdout)


@pytest.mark.parametrize("word", ["OAI105", "oai105", "renamed-setting", "Renamed-Setting"])
def test_a_code_or_a_name(tmp_path, word):
    [rule] = [rule for rule in RULES if rule.code == "OAI105"]
    done = explain(word, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, page(rule), "")


def test_the_beginning_of_codes_and_all(tmp_path):
    codes = [rule.code for rule in RULES]
    assert titles(explain("OAI3", cwd=tmp_path)) == [code for code in codes if code.startswith("OAI3")]
    assert titles(explain("all", cwd=tmp_path)) == titles(explain("OAI", cwd=tmp_path)) == codes


def test_without_an_argument_rules_are_listed(tmp_path):
    done = explain(cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]
    assert re.fullmatch(r"OAI105 renamed-setting +error +Finds settings of the module .*\.", lines[4])


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("a.py:2", ["OAI102"]),
        ("./a.py:2:1:", ["OAI102"]),
        ("a.py:4", ["OAI105"]),  # also where a comment silences it
        ("a.py:5", ["OAI102"]),
        ("a.py:6", ["OAI110"]),
        ("a.py:7", ["OAI102"]),  # the end of the call
    ],
)
def test_a_line(tmp_path, place, codes):
    write(tmp_path, {"a.py": TEXT, "setup.cfg": "[flake8]\nextend-ignore = OAI1\n"})
    done = explain(place, cwd=tmp_path)
    assert titles(done) == codes
    assert f" error {codes[0]} " in done.stdout
    assert " | " in done.stdout


def test_a_line_of_a_cell(tmp_path):
    cells = [{"cell_type": "code", "source": cell} for cell in ("import openai", "x = 1\nopenai.Edit.create()")]
    write(tmp_path, {"nb.ipynb": json.dumps({"cells": cells})})
    assert titles(explain("nb.ipynb:cell_2:2:1", cwd=tmp_path)) == ["OAI102"]
    assert explain("nb.ipynb:cell_1:1", cwd=tmp_path).returncode == 2


PROGRAM = {
    "conf.py": 'class One:\n    model = "gpt-4"\n',
    "bot.py": (
        "from openai import OpenAI\nfrom conf import One\nconfig = One()\n"
        "OpenAI().chat.completions.create(model=config.model, messages=[])\n"
    ),
    "ask.py": 'import openai\ndef ask():\n    return openai.Completion.create(model="m", prompt="x")\n',
    "use.py": 'from ask import ask\nprint(ask()["choices"][0]["text"])\n',
}


def test_what_shows_beside_other_files(tmp_path):
    """What `check` finds there, with what holds it back, and what a person does about it."""
    write(tmp_path, PROGRAM)
    places = [":".join(line.split(":")[:2]) for line in check(cwd=tmp_path).stdout.splitlines()]
    assert places == ["./ask.py:3", "./bot.py:4", "./use.py:2"]
    for place in places:
        assert titles(explain(place, cwd=tmp_path))
    model = explain("bot.py:4", cwd=tmp_path).stdout
    assert 'the model "gpt-4" (from conf.py:2) was shut down on' in re.sub(r"\s+", " ", model)
    assert "fix leaves it: a person must decide [no-fix]" in model
    assert "what it reads" not in model


def test_why_fix_leaves_a_line(tmp_path):
    write(tmp_path, {"a.py": "import openai\nopenai.Edit.create(input='x')\n"})
    said = explain("a.py:2", cwd=tmp_path).stdout
    assert re.search(r"= fix leaves it: openai.Edit.create has no exact counterpart", said)
    assert "= to do: " in said
    write(tmp_path, {"b.py": "import openai\nopenai.Model.list()\n"})
    assert "fix leaves it" not in explain("b.py:2", cwd=tmp_path).stdout


HOLDS = {
    "a.py": 'import openai\nOPTIONS = {"engine": "m", "deployment_id": "x"}\n',
    "b.py": 'import openai\nfrom a import OPTIONS\nprint(openai.Completion.create(prompt="x", **OPTIONS)["choices"])\n',
}


def test_what_a_line_holds_back_at_which_nothing_is_found(tmp_path):
    """`report` sends whoever asks there."""
    write(tmp_path, HOLDS)
    done = explain("a.py:2", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    head, why, step, *rest = done.stdout.splitlines()
    assert head == "a.py:2 holds back 2 findings"
    assert why.startswith("  why: deployment_id and this engine may be in one dict")
    assert why.endswith(" [argument]")
    assert step.startswith("  to do: ")
    assert rest[0] == "  held back: ./b.py:3 OAI102, ./b.py:3 OAI112"
    content = json.loads(explain("a.py:2", "--output-format", "json", cwd=tmp_path).stdout)
    assert [cause["findings"] for cause in content["causes"]] == [2]
    assert {row["line"] for row in content["findings"]} == {3}
    said = program("flake8-openai-v1", "report", cwd=tmp_path).stdout
    assert "explain ./a.py:2  # holds back 2" in said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (
            "OAI999",
            "unknown rule 'OAI999': expected a code, the beginning of one, a name, FILE:LINE, or all",
        ),
        ("", "unknown rule ''"),
        ("removed", "unknown rule 'removed'"),
        ("a.py:1", "nothing is found at a.py:1; findings are on lines 2, 4, 5, 6"),
        ("a.py:99", "nothing is found at a.py:99; findings"),
        ("clean.py:1", "nothing is found at clean.py:1\n"),
        ("gone.py:1", "gone.py: cannot read: No such file"),
        ("broken.py:1", "broken.py: cannot parse: "),
        ("a.py:" + "9" * 5000, "unknown rule"),
    ],
)
def test_nothing_to_explain(tmp_path, word, said):
    write(tmp_path, {"a.py": TEXT, "clean.py": "x = 1\n", "broken.py": "import openai\n("})
    done = explain(word, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"flake8-openai-v1: {said}")


def test_json(tmp_path):
    write(tmp_path, {"a.py": TEXT})
    report = json.loads(explain("OAI302", "--output-format", "json", cwd=tmp_path).stdout)
    assert (report["version"], "findings" in report) == (1, False)
    [rule] = report["rules"]
    assert rule.pop("page").startswith("# OAI302 azure-model-not-deployment\n")
    assert rule.pop("summary").startswith("Finds ")
    assert rule == {
        "code": "OAI302",
        "name": "azure-model-not-deployment",
        "severity": "warning",
        "default": True,
        "since": "0.1.0",
        "url": rule_url("OAI302"),
    }
    report = json.loads(explain("a.py:2", "--output-format", "json", cwd=tmp_path).stdout)
    assert [row["code"] for row in report["findings"]] == [row["code"] for row in report["rules"]] == ["OAI102"]
    assert len(json.loads(explain("--output-format", "json", cwd=tmp_path).stdout)["rules"]) == len(RULES)


# On a terminal

PAGE = """\
# OAI105 renamed-setting

Finds settings: `a b c`, and
goes **with its key** away.

    Error: x
      more

```python
import openai

openai.x = `1`
```

---

Since 0.1.0."""


def test_a_page_for_a_terminal():
    assert list(rendered(PAGE, 24)) == [
        "\033[1mOAI105 renamed-setting\033[m",
        "",
        "Finds settings: \033[36ma b c\033[m,",
        "and goes",
        "\033[1mwith its key\033[m away.",
        "",
        "    \033[36mError: x\033[m",
        "    \033[36m  more\033[m",
        "",
        "    \033[36mimport openai\033[m",
        "",
        "    \033[36mopenai.x = `1`\033[m",
        "",
        "",
        "Since 0.1.0.",
        "",
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_nothing_of_a_page_is_lost(rule):
    def words(text):
        return re.sub(r"```\w*|\033\[\d*m|[`*#-]", "", text).split()

    assert words("\n".join(rendered(page(rule), 60))) == words(page(rule))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_colours_are_for_terminals(tmp_path):
    def shown(*words):
        status, text = screen([SCRIPTS / "flake8-openai-v1", "explain", "OAI118", *words], cwd=tmp_path)
        assert status == 0
        return text

    assert shown().startswith("\033[1mOAI118 ")
    assert shown("--no-color") == explain("OAI118", cwd=tmp_path).stdout
