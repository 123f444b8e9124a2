"""The findings in the examples, each of them."""

from __future__ import annotations

import pytest
from documents import ROOT

from flake8_openai_v1.fix.fixer import fix_source
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config

EXAMPLES = ROOT / "examples"

EXPECTED = {
    "after.py": "",
    "azure_stream.py": "18:17 OAI117, 19:12 OAI113, 20:19 OAI112, 27:31 OAI114, 28:12 OAI113",
    "azure_triage.py": "7:1 OAI306, 9:1 OAI105, 19:25 OAI110, 24:17 OAI102, 33:13 OAI112, 33:34 OAI102, 33:34 OAI112",
    "before.py": "7:1 OAI105, 13:17 OAI102, 16:13 OAI110, 18:12 OAI107, 19:39 OAI108, 20:24 OAI112",
    "bot.py": (
        "7:26 OAI101, 7:39 OAI101, 7:55 OAI101, 15:30 OAI502, 16:23 OAI104, 22:24 OAI103, 23:16 OAI112, 32:21 OAI107, "
        "32:37 OAI107, 34:20 OAI107, 35:44 OAI108, 35:63 OAI108, 38:33 OAI112"
    ),
    "chat.py": "9:1 OAI105, 18:18 OAI102, 18:94 OAI110, 19:16 OAI112, 30:12 OAI107, 31:32 OAI108",
    "check_summary.py": "12:13 OAI104, 23:15 OAI107, 25:25 OAI104, 26:24 OAI107",
    "media.py": (
        "11:16 OAI102, 11:16 OAI112, 11:36 OAI111, 11:36 OAI502, 16:15 OAI102, 17:12 OAI112, 23:16 OAI102, 23:16 "
        "OAI112, 29:20 OAI102, 29:35 OAI111, 29:54 OAI110, 30:11 OAI102, 30:44 OAI112, 30:66 OAI502, 31:12 OAI112"
    ),
    "retrying.py": (
        "9:36 OAI107, 9:36 OAI109, 9:59 OAI107, 9:59 OAI109, 15:12 OAI102, 15:43 OAI502, 18:37 OAI107, "
        "21:12 OAI102, 21:37 OAI502, 21:62 OAI110, 21:74 OAI110, 27:16 OAI112, 28:12 OAI109, 30:12 OAI107, 31:43 OAI108"
    ),
    "search.py": (
        "4:37 OAI101, 4:56 OAI101, 11:12 OAI102, 11:12 OAI112, 11:54 OAI110, 12:13 OAI112, 17:14 OAI102, 18:15 OAI102"
    ),
    "settings.py": "8:1 OAI106, 9:1 OAI106, 10:1 OAI106",
    "summary.py": "9:13 OAI102, 10:15 OAI502, 12:9 OAI110, 14:12 OAI112",
}


def test_every_example_is_listed():
    assert sorted(path.name for path in EXAMPLES.glob("*.py")) == sorted(EXPECTED)
    assert [name for name in EXPECTED if f"({name})" not in (EXAMPLES / "README.md").read_text("utf-8")] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_findings(name):
    path = EXAMPLES / name
    found = [one for one in lint_source(path.read_text("utf-8"), str(path)) if Config().shows(one.code)]
    assert ", ".join(f"{one.line}:{one.column + 1} {one.code}" for one in found) == EXPECTED[name]


def test_after_is_what_fix_makes_of_before():
    before, after = ((EXAMPLES / name).read_text("utf-8").split('"""', 2)[2] for name in ("before.py", "after.py"))
    assert fix_source(before) == after
