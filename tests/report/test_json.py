"""The JSON format: its shape is a promise."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from inspect import getdoc

from report.given import FAILURES, FILES, IN_CELL, LEFT, ONE, OPINION, SOON, hostile, rendered

from flake8_openai_v1 import report, rule_url
from flake8_openai_v1.report import Found


def parsed(*arguments, **more):
    return json.loads(rendered("json", *arguments, **more))


def test_findings():
    rows = parsed(FILES)["findings"]
    assert [(row["path"], row["line"]) for row in rows] == [("./a b,c.py", 2), ("./a b,c.py", 3), ("d:e.py", 2)]
    assert rows[1] == {
        "path": "./a b,c.py",
        "cell": None,
        "line": 3,
        "column": 5,
        "end_line": 5,
        "end_column": 2,
        "code": "OAI106",
        "name": "removed-setting",
        "severity": "error",
        "message": "50% of it, a: b",
        "replacement": None,
        "url": rule_url("OAI106"),
    }
    assert rows[0]["replacement"] == "y"


def test_the_object():
    found = parsed([Found("a.py", [ONE, SOON, OPINION])], FAILURES, searched=12)
    findings = found.pop("findings")
    assert [row["severity"] for row in findings] == ["error", "warning", "hint"]
    assert found == {
        "version": 1,
        "tool": {"name": "flake8-openai-v1", "version": version("flake8-openai-v1")},
        "summary": {"files": 12, "findings": 3, "errors": 1, "warnings": 1, "hints": 1, "failures": 2},
        "files": [{"path": "a.py", "findings": 3}],
        "failures": [
            {"path": "gone.py", "cell": None, "reason": "cannot read: no such file"},
            {"path": "nb.ipynb", "cell": 2, "reason": "cannot parse: x (line 1)"},
        ],
        "causes": [],
    }


def test_what_was_left_has_causes():
    again = Found("b.py", [ONE], ["50% of it"])
    found = parsed([*LEFT, again], numbers={"fixed": 7})
    assert found["summary"]["fixed"] == 7
    assert [row["cause"] for row in found["findings"]] == [
        {"reason": "x: y"},
        {"reason": "50% of it"},
        {"reason": "50% of it"},
    ]
    assert found["causes"] == [
        {"reason": "50% of it", "findings": 2, "files": 2, "places": ["a.py:3", "b.py:2"]},
        {"reason": "x: y", "findings": 1, "files": 1, "places": ["a.py:2"]},
    ]


def test_the_keys_are_documented():
    found = parsed(LEFT, numbers={"fixed": 1})
    told = re.findall(r"(?m)^``(\w+)``", getdoc(report.import_module("flake8_openai_v1.report.json")))
    assert told == [*found, *found["findings"][0]]


def test_nothing_found():
    found = parsed([])
    assert (found["findings"], found["files"], found["failures"], found["causes"]) == ([], [], [], [])


def test_a_finding_a_line():
    assert len([line for line in rendered("json", FILES).splitlines() if '"code"' in line]) == 3


def test_cells():
    assert [(row["cell"], row["line"]) for row in parsed([Found("nb.ipynb", [IN_CELL])])["findings"]] == [(3, 2)]


def test_hostile_names_and_texts():
    files, failures = hostile()
    text = rendered("json", files, failures)
    assert text.isascii()
    found = json.loads(text)
    assert len(found["findings"]) == len(found["failures"]) == len(files)
