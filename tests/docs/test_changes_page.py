"""The page about what changed in openai: each row of the tables is on it, under its release, and each code is one."""

from __future__ import annotations

import re

from documents import ROOT

from flake8_openai_v1.rules import RULES
from flake8_openai_v1.sdk import deprecations, parameters, retirements, services
from flake8_openai_v1.sdk.exceptions import EXCEPTIONS
from flake8_openai_v1.sdk.index import REMOVED
from flake8_openai_v1.sdk.names import METHODS
from flake8_openai_v1.sdk.settings import SETTINGS

PAGE = (ROOT / "docs" / "changes.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"(?ms)^### (\d+\.\d+\.\d+)\n(.*?)(?=^##|\Z)", PAGE))


def test_releases_are_in_order():
    releases = [tuple(map(int, release.split("."))) for release in SECTIONS]
    assert releases == sorted(releases)
    assert len(releases) > 30


def test_codes_are_those_that_there_are():
    assert set(re.findall(r"OAI\d{3}", PAGE)) <= {rule.code for rule in RULES}


def test_what_went_with_1_0():
    first = PAGE[: PAGE.index("## Since then")]
    names = [*(row.path for row in (*METHODS, *EXCEPTIONS)), *(f"openai.{row.name}" for row in SETTINGS)]
    assert [name for name in names if f"| `{name}` |" not in first] == []


def test_what_went_since_and_has_another_name():
    for path, row in REMOVED.items():
        name = path.rpartition("(")[2].rstrip(")") + "=" if "(" in path else path.rpartition(".")[2]
        if row.use is not None or row.note:
            assert name in SECTIONS[row.since], path
        else:
            assert "nothing took its place" in SECTIONS[row.since], path


def test_what_is_deprecated():
    for path, (since, _) in deprecations.MARKED.items():
        if not path.startswith("edits."):
            assert "deprecated: " in SECTIONS[since], path
    for row in (*parameters.PARAMETERS, parameters.MAX_TOKENS):
        assert row.use is None or f"`{row.name}=`" in SECTIONS[row.since]
    assert "`client.files.retrieve_content`" in SECTIONS["1.2.1"]


def test_what_the_service_ends():
    days = PAGE[PAGE.index("## The service, by day") :]
    for one in (*services.SERVICES, services.PROMPTS):
        assert f"| {one.day} | {one.name} |" in days
    lines = {line[2:12]: line for line in days.splitlines() if re.match(r"\| \d", line) and "OAI501" not in line}
    for name, end in retirements.ENDS.items():
        assert f"`{name}`" in lines[end.day]
