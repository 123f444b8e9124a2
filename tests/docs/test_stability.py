"""The shapes that docs/stability.md promises. A test here changes only with the version that it names."""

from __future__ import annotations

import inspect
import json
import re

import pytest
from documents import ROOT, section
from faces.runs import CLEAN, LEGACY, check, flake8, program, write
from faces.test_baseline import baseline

import flake8_openai_v1
from flake8_openai_v1 import rule_url
from flake8_openai_v1.fix.causes import Cause, Code
from flake8_openai_v1.fix.planning import Planned
from flake8_openai_v1.rules import RULES
from flake8_openai_v1.server.actions import FIX_ALL
from flake8_openai_v1.server.language import QUICK_FIX
from flake8_openai_v1.server.messages import Shown
from flake8_openai_v1.server.positions import Units
from flake8_openai_v1.syntax.diagnostics import Diagnostic, Fix, TextEdit

PAGE = (ROOT / "docs" / "stability.md").read_text("utf-8")

CODES = {
    "OAI101": ("removed-import", "error"),
    "OAI102": ("removed-call", "error"),
    "OAI103": ("removed-async-call", "error"),
    "OAI104": ("removed-reference", "error"),
    "OAI105": ("renamed-setting", "error"),
    "OAI106": ("removed-setting", "error"),
    "OAI107": ("removed-exception", "error"),
    "OAI108": ("exception-attribute", "error"),
    "OAI109": ("except-order", "error"),
    "OAI110": ("removed-argument", "error"),
    "OAI111": ("positional-argument", "error"),
    "OAI112": ("response-subscript", "error"),
    "OAI113": ("response-dict-method", "error"),
    "OAI114": ("response-serialisation", "error"),
    "OAI115": ("removed-pagination", "error"),
    "OAI116": ("client-async-mismatch", "error"),
    "OAI117": ("unguarded-stream-choice", "error"),
    "OAI118": ("module-base-url-slash", "error"),
    "OAI301": ("azure-api-version-missing", "error"),
    "OAI302": ("azure-model-not-deployment", "warning"),
    "OAI303": ("azure-endpoint-missing", "error"),
    "OAI304": ("azure-conflicting-arguments", "error"),
    "OAI305": ("azure-endpoint-malformed", "error"),
    "OAI306": ("azure-legacy-settings", "error"),
    "OAI307": ("azure-api-version-unknown", "warning"),
    "OAI308": ("azure-api-version-too-old", "warning"),
    "OAI309": ("azure-extensions-endpoint", "warning"),
    "OAI310": ("azure-host-on-openai-client", "error"),
    "OAI311": ("azure-token-scope", "warning"),
    "OAI312": ("azure-dalle-workaround", "error"),
    "OAI401": ("inference-client", "warning"),
    "OAI402": ("inference-call", "warning"),
    "OAI403": ("inference-message", "warning"),
    "OAI404": ("inference-exception", "warning"),
    "OAI405": ("inference-no-equivalent", "warning"),
    "OAI902": ("dated-azure-api", "hint"),
}
"""What there was when 0.1.0 was made. Later ones need not be here."""

FINDING = {
    "path": str,
    "cell": (int, type(None)),
    "line": int,
    "column": int,
    "end_line": int,
    "end_column": int,
    "code": str,
    "name": str,
    "severity": str,
    "message": str,
    "replacement": (str, type(None)),
    "url": str,
}
NUMBERS = ("files", "findings", "errors", "warnings", "hints", "failures")


CAUSES = (
    *("no-counterpart", "argument", "response", "escapes", "handed-on", "client", "configuration", "clause", "raised"),
    *("mock", "dynamic", "other-file", "not-selected", "form", "no-fix", "harmless", "failed"),
)
"""The same of causes."""


def test_causes_keep_their_names():
    assert {code.value for code in Code} >= {*CAUSES}


def test_codes_keep_their_names_and_severities():
    now = {rule.code: (rule.name, rule.severity.value) for rule in RULES}
    assert {code: now.get(code) for code in CODES} == CODES
    assert rule_url("OAI102") == "https://flake8-openai-v1.readthedocs.io/en/latest/rules/OAI102/"


def told(title, *more):
    """The words in backticks in a section."""
    return set(re.findall(r"`([\w-]+)`", section(PAGE, title))) | set(more)


@pytest.mark.parametrize("command", ["check", "fix"])
def test_json(tmp_path, command):
    write(tmp_path, {"a.py": "import openai\nr = openai.Edit.create()\n", "broken.py": "import openai\n("})
    done = program("flake8-openai-v1", command, "--output-format", "json", cwd=tmp_path)
    report = json.loads(done.stdout)
    assert set(report) >= {"version", "tool", "summary", "files", "failures", "findings", "causes"}
    assert report["version"] == 1
    assert set(report["tool"]) >= {"name", "version"}
    numbers = NUMBERS + (("fixed",) if command == "fix" else ())
    assert all(isinstance(report["summary"][key], int) for key in numbers)
    [row] = report["findings"]
    assert {key: isinstance(row[key], kind) for key, kind in FINDING.items()} == dict.fromkeys(FINDING, True)
    assert row["severity"] in ("error", "warning", "hint")
    [failure] = report["failures"]
    assert set(failure) >= {"path", "cell", "reason"}
    assert report["files"] == [{"path": "./a.py", "findings": 1}]
    assert row["cause"].keys() >= {"code", "reason", "next", "url", "path", "cell", "line"}
    assert set(report["causes"][0]) >= {"code", "reason", "next", "url", "findings", "files", "places"}
    assert {*row["cause"], *report["causes"][0]} <= told("JSON")
    keys = {*report, *report["summary"], *row, *failure}
    assert keys - {"cause", "fixed"} <= told("JSON")
    report = json.loads(program("flake8-openai-v1", "report", "--json", "-", cwd=tmp_path).stdout)
    assert report["version"] == 1
    assert set(report) <= told("JSON")
    assert told("JSON") >= {"cause", "fixed", "known", "paid_off", "elsewhere", *FINDING}


def test_json_of_fixes(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    report = json.loads(check("--output-format", "json", cwd=tmp_path).stdout)
    [row], [fix] = report["findings"], report["fixes"]
    assert row["fix"] == {key: fix[key] for key in ("id", "applicability", "title")}
    assert fix.keys() >= {"id", "title", "scope", "applicability", "needs", "edits"}
    edit = fix["edits"][0]
    assert edit.keys() >= {"path", "cell", "line", "column", "end_line", "end_column", "text"}
    assert {*fix, *edit} <= told("JSON")
    assert [report["summary"][key] for key in ("safe", "unsafe", "by_hand")] == [1, 0, 0]


def test_text(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    for face in (check, flake8):
        assert re.fullmatch(r"\./a\.py:2:1: OAI102 .+\n", face(cwd=tmp_path).stdout)


def test_python():
    assert flake8_openai_v1.__all__ == ["fix_source", "fixes", "lint_source"]
    assert list(inspect.signature(flake8_openai_v1.fixes).parameters) == ["source", "filename", "config", "client"]
    for row, expected in {
        Planned: ("finding", "fix", "cause"),
        Fix: ("id", "title", "scope", "applicability", "edits", "needs"),
        TextEdit: ("path", "cell", "line", "column", "end_line", "end_column", "text"),
        Cause: ("code", "reason", "line", "path", "cell", "is_elsewhere", "is_unsafe", "step"),
    }.items():
        assert row._fields == expected
        assert told("Python") >= {*expected}
    assert list(inspect.signature(flake8_openai_v1.lint_source).parameters) == ["source", "filename", "config"]
    assert next(iter(inspect.signature(flake8_openai_v1.fix_source).parameters)) == "source"
    fields = ("line", "column", "end_line", "end_column", "code", "message", "replacement", "cell")
    assert Diagnostic._fields[: len(fields)] == fields
    assert told("Python") >= {*fields}
    [found] = flake8_openai_v1.lint_source(LEGACY)
    assert (found.line, found.column, found.code) == (2, 0, "OAI102")


def test_configuration(tmp_path):
    options = set(re.findall(r"--[a-z-]+", flake8("--help", cwd=tmp_path).stdout))
    assert options >= {"--openai-target-version", "--openai-azure-deployments"}
    of_command = {
        "check": {"--select", "--extend-select", "--ignore", "--exclude", "--force-exclude", "--target-version"}
        | {"--azure-deployments", "--output-format", "--statistics", "--stdin-filename", "--disable-noqa", "--jobs"}
        | {"--quiet", "--no-color", "--config", "--exit-zero", "--baseline", "--diff-base", "--add-noqa"},
        "fix": {"--diff", "--unsafe-fixes", "--client", "--select", "--output-format", "--exit-zero"},
        "baseline": {"--baseline", "--update", "--select"},
    }
    for command, expected in of_command.items():
        shown = program("flake8-openai-v1", command, "--help", cwd=tmp_path).stdout
        assert set(re.findall(r"--[a-z-]+", shown)) >= expected


def test_exit_status(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "clean.py": CLEAN, "broken.py": "import openai\n("})
    status = {
        ("clean.py",): 0,
        ("a.py", "--exit-zero"): 0,
        ("a.py",): 1,
        ("a.py", "broken.py"): 2,
        ("broken.py", "--exit-zero"): 2,
        ("gone.py",): 2,
        ("--frobnicate",): 2,
    }
    assert {words: check(*words, cwd=tmp_path).returncode for words in status} == status
    assert program("flake8-openai-v1", "fix", "--diff", "a.py", cwd=tmp_path).returncode == 1


def test_a_baseline_of_the_first_release(tmp_path):
    write(tmp_path, {"a.py": f"{LEGACY}openai.api_base = 'x'\n"})
    known = {"OAI102 4fc5b7daed7ee67b": 1, "OAI105 d75e538555ea3608": 1}
    write(tmp_path, {"old.json": json.dumps({"version": 1, "files": {"a.py": known}})})
    baseline("--baseline", "new.json", cwd=tmp_path)
    assert json.loads((tmp_path / "new.json").read_text()) == json.loads((tmp_path / "old.json").read_text())
    assert check("--baseline", "old.json", "a.py", cwd=tmp_path).returncode == 0


def test_names_that_editors_are_told():
    shown = Shown(LEGACY, Units.UTF16).diagnostic(flake8_openai_v1.lint_source(LEGACY)[0])
    assert (shown.code, shown.source) == ("OAI102", "flake8-openai-v1")
    told = section(PAGE, "Editors")
    assert f"its source is\n`{shown.source}`" in told
    assert f"`{QUICK_FIX}` and `{FIX_ALL}`" in told
