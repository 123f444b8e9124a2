"""The JSON format: its shape is a promise."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from inspect import getdoc

from report.given import FAILURES, FILES, IN_CELL, LEFT, ONE, OPINION, SOON, TWO, causes, hostile, rendered

from flake8_openai_v1 import report, rule_url
from flake8_openai_v1.fix.causes import Cause, Code
from flake8_openai_v1.report import Found
from flake8_openai_v1.syntax.diagnostics import Applicability, Fix, Scope, TextEdit


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
        "fixes": [],
        "causes": [],
        "pins": [],
    }


def test_what_was_left_has_causes():
    again = Found("b.py", [ONE], causes("50% of it"))
    found = parsed([*LEFT, again], numbers={"fixed": 7})
    assert found["summary"]["fixed"] == 7
    known = {"code": "form", "next": Code.FORM.step, "url": Code.FORM.url}
    assert [row["cause"] for row in found["findings"]] == [
        {**known, "reason": "x: y", "path": "a.py", "cell": None, "line": 2},
        {**known, "reason": "50% of it", "path": "a.py", "cell": None, "line": 3},
        {**known, "reason": "50% of it", "path": "b.py", "cell": None, "line": 2},
    ]
    assert found["causes"] == [
        {**known, "reason": "50% of it", "findings": 2, "files": 2, "places": ["a.py:3", "b.py:2"]},
        {**known, "reason": "x: y", "findings": 1, "files": 1, "places": ["a.py:2"]},
    ]


def test_the_place_of_a_cause_that_is_elsewhere():
    there = Cause(Code.CLAUSE, "why", line=7, path="b.ipynb", cell=2, is_elsewhere=True)
    whole = Cause(Code.OTHER_FILE, "why", path="c.py", is_elsewhere=True)
    near = Cause(Code.MOCK, "why", line=9, is_elsewhere=True, step="do that")
    rows = parsed([Found("a.py", [ONE, ONE, ONE], [there, whole, near])])["findings"]
    assert [tuple(row["cause"][key] for key in ("path", "cell", "line", "reason")) for row in rows] == [
        ("b.ipynb", 2, 7, "it goes with b.ipynb, cell_2, line 7: why"),
        ("c.py", None, None, "it goes with c.py: why"),
        ("a.py", None, 9, "it goes with line 9: why"),
    ]
    assert [row["cause"]["next"] for row in rows] == [Code.CLAUSE.step, Code.OTHER_FILE.step, "do that"]


EDIT = TextEdit("a.py", None, 2, 0, 2, 6, "client")
FIX = Fix("a.py:2:1", "Migrate this call", Scope.CALL, Applicability.SAFE, (EDIT,), ("a.py",))
REST = Fix("a.py", "Migrate the rest", Scope.REST, Applicability.SAFE, (EDIT._replace(line=1, end_line=1),))


def test_findings_have_fixes():
    unsafe = FIX._replace(id="u", applicability=Applicability.UNSAFE)
    why = Cause(Code.CLAUSE, "why", is_unsafe=True)
    known = {fix.id: fix for fix in (FIX, REST, unsafe)}
    found = parsed([Found("a.py", [ONE, TWO], [None, why], fixes=[FIX, unsafe])], fixes=known)
    assert [row["fix"] for row in found["findings"]] == [
        {"id": "a.py:2:1", "applicability": "safe", "title": "Migrate this call"},
        {"id": "u", "applicability": "unsafe", "title": "Migrate this call"},
    ]
    assert ["cause" in row for row in found["findings"]] == [False, True]
    place = {"path": "a.py", "cell": None, "line": 2, "column": 1, "end_line": 2, "end_column": 7, "text": "client"}
    first, *_ = found["fixes"]
    assert first == {
        **{"id": "a.py:2:1", "title": "Migrate this call", "scope": "call", "applicability": "safe"},
        **{"needs": ["a.py"], "edits": [place]},
    }
    assert [fix["id"] for fix in found["fixes"]] == [*known]


def test_the_keys_are_documented():
    row = Found("a.py", [ONE], causes("why"), fixes=[FIX])
    found = parsed([row], numbers={"fixed": 1}, fixes={FIX.id: FIX})
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
