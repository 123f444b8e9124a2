"""The pages of the rules: their sections, their examples, and that they are current."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from documents import ROOT, python, section

from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.rules import RULES, page

SECTIONS = ["Why it breaks", "Example", "Use instead", "Not detected"]
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def codes(source: str, rule) -> list[str]:
    compile(source, "example", "exec")
    config = Config(extend_select=(rule.code,))
    return [found.code for found in lint_source(source, config=config) if config.shows(found.code)]


def test_generated_files_are_current():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@EACH_RULE
def test_sections(rule):
    assert re.findall(r"(?m)^## (.*)$", page(rule)) == SECTIONS
    assert all(section(page(rule), title).strip() for title in SECTIONS)


@EACH_RULE
def test_first_sentence_fits_a_table(rule):
    first = rule.__doc__.split("\n\n")[0]
    assert first.startswith("Finds ")
    assert first.endswith((".", "`."))


@EACH_RULE
def test_example_is_found(rule):
    found = codes(python(section(page(rule), "Example")), rule)
    assert rule.code in found
    # What is done with a client of azure-ai-inference takes one, and a call, which have codes of their own.
    allowed = {"OAI401", "OAI402"} if rule.code.startswith("OAI4") else set()
    # What may be a response of 0.x is given by a call of it.
    allowed |= {"OAI102"} if rule.code == "OAI910" else set()
    assert set(found) <= {rule.code} | allowed


@EACH_RULE
def test_use_instead_is_clean(rule):
    assert codes(python(section(page(rule), "Use instead")), rule) == []


@EACH_RULE
def test_pages_name_only_codes_that_there_are(rule):
    assert set(re.findall(r"OAI\d{3}", page(rule))) <= {rule.code for rule in RULES}


def test_codes_are_the_same_everywhere():
    registry = [rule.code for rule in RULES]
    files = sorted(path.stem for path in (ROOT / "docs" / "rules").glob("OAI*.md"))
    index = re.findall(r"(?m)^\| \[(OAI\d{3})\]", (ROOT / "docs" / "rules" / "README.md").read_text("utf-8"))
    changes = re.findall(r"(?m)^- (OAI\d{3}) ", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert registry == files == index == sorted(changes) == sorted(set(registry))


def test_names_in_the_changelog():
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert [rule.code for rule in RULES if f"- {rule.code} {rule.name}" not in text] == []


def test_families_in_the_readme():
    told = re.findall(r"(?m)^\| (OAI\d)xx \|", (ROOT / "README.md").read_text("utf-8"))
    assert told == sorted({rule.code[:4] for rule in RULES})


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150
