"""The text for coding agents: what it names is there, and what it says of the output is so."""

from __future__ import annotations

import re

import yaml
from documents import ROOT
from faces.runs import program, write

from flake8_openai_v1.rules import RULES

PAGE = (ROOT / "docs" / "SKILL.md").read_text("utf-8")


def test_the_head_is_what_agents_look_for():
    _, head, text = PAGE.split("---\n", 2)
    told = yaml.safe_load(head)
    assert set(told) == {"name", "description"}
    assert re.fullmatch(r"[a-z0-9-]{1,64}", told["name"])
    assert 50 < len(told["description"]) <= 1024
    assert text.lstrip().startswith("# ")


def test_it_is_short():
    assert len(PAGE.splitlines()) <= 100


def test_commands_and_codes_exist(tmp_path):
    for words in set(re.findall(r"flake8-openai-v1 ([a-z]+)((?: --[a-z-]+)*)", PAGE)):
        shown = program("flake8-openai-v1", words[0], "--help", cwd=tmp_path)
        assert shown.returncode == 0, words
        assert set(re.findall(r"--[a-z-]+", words[1])) <= set(re.findall(r"--[a-z-]+", shown.stdout)), words
    assert set(re.findall(r"OAI\d{3}", PAGE)) <= {rule.code for rule in RULES}


def test_causes_of_the_table_are_those_of_fix():
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "flake8_openai_v1").rglob("*.py"))
    flat = re.sub(r'"\s*f?"', "", source)
    rows = re.findall(r"(?m)^\| `([^`]*)` \|", PAGE)
    assert len(rows) >= 5
    for row in rows:
        for part in filter(None, (part.strip(" ,.:") for part in row.split("…"))):
            assert part in flat, part


def test_what_it_says_of_causes(tmp_path):
    legacy = (
        "import openai\nr = openai.Edit.create(input='x')\nc = openai.Completion.create(prompt='x')\nprint(c['id'])\n"
    )
    write(tmp_path, {"bot.py": legacy})
    done = program("flake8-openai-v1", "fix", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert re.search(r"(?m)^ +\d+  \./bot\.py:2: openai\.Edit\.create has no exact counterpart: ", done.stderr)
    assert (tmp_path / "bot.py").read_text() == legacy
