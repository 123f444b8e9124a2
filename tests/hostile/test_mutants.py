"""Damaged copies of our own programs, a few of those that ``mutants.py`` makes: nothing breaks a promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile.mutants import CHANGES, Mutant, check_fault, fix_fault, mutants, parses

from flake8_openai_v1.fix.fixer import Options

ROOT = Path(__file__).parents[2]
FOLDERS = ("examples", "tests/behaviour/ordinary", "tests/behaviour/programs", "tests/azure/programs")
FILES = [
    (path.name, path.read_bytes())
    for folder in FOLDERS
    for path in sorted((ROOT / folder).glob("*.py"))
    if b"openai" in path.read_bytes()
]
CHECKED = list(mutants(FILES[::5], 120, "own"))
FIXED = list(mutants(FILES[1::5], 120, "own, fixed"))
OPTIONS = [Options(), Options(unsafe=True), Options("instance"), Options("module", unsafe=True)]

pytestmark = pytest.mark.filterwarnings("ignore")  # Python's own, of the texts


@pytest.mark.parametrize("mutant", CHECKED, ids=[one.name for one in CHECKED])
def test_check(mutant):
    assert check_fault(mutant) is None


@pytest.mark.parametrize(
    ("mutant", "options"), [pytest.param(one, OPTIONS[n % 4], id=one.name) for n, one in enumerate(FIXED)]
)
def test_fix(mutant, options):
    assert fix_fault(mutant, options) is None


def test_they_are_damaged_in_all_ways():
    names = " ".join(one.name for one in (*CHECKED, *FIXED))
    assert {name for name in CHANGES if name not in names} == set()
    assert sum(parses(one.path, one.data) for one in FIXED) > len(FIXED) / 2
    known = dict(FILES)
    assert sum(one.data != known[one.path] for one in FIXED) > 0.9 * len(FIXED)


def test_a_fault_is_seen(monkeypatch):
    """What is no program any more, and what a second run changes."""
    mutant = Mutant("", "a.py", b"import openai\nopenai.Model.list()\n")
    assert fix_fault(mutant, Options()) is None
    monkeypatch.setattr("hostile.mutants.parses", lambda path, data: b"Model" in data)
    assert fix_fault(mutant, Options()) == "a.py does not parse any more"
