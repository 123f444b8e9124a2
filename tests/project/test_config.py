"""Config: what is shown, and how values are written."""

from __future__ import annotations

import os
from argparse import Namespace

import pytest
from flake8.style_guide import Decision, DecisionEngine
from hypothesis import given
from hypothesis import strategies as st

from flake8_openai_v1.project.config import Config, anchored, matcher, parse_target, split
from flake8_openai_v1.sdk.versions import LATEST, NEWEST


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("1", LATEST[1]),
        ("2", LATEST[2]),
        ("3", LATEST[3]),
        ("1.30", (1, 30, 0)),
        ("1.7.1", (1, 7, 1)),
        ("3.999", (3, 999, 0)),
    ],
)
def test_target_version(text, target):
    assert parse_target(text) == target


@pytest.mark.parametrize(
    "text", ["", "0", "0.28.1", "4", "x", "3.x", "v3", ">=3", "3.", "1.2.3.4", "-1", "٣", "1" * 99]
)
def test_impossible_target_version(text):
    with pytest.raises(ValueError, match="openai"):
        parse_target(text)


def test_default_target_is_the_newest():
    assert Config().target == NEWEST == max(LATEST.values())


OPINION = "OAI901"


@pytest.mark.parametrize(
    ("settings", "code", "shown"),
    [
        ({}, "OAI102", True),
        ({}, OPINION, False),
        ({"select": ("OAI",)}, OPINION, False),
        ({"select": ("O",)}, OPINION, False),
        ({"select": ("OAI9",)}, OPINION, True),
        ({"select": ("OAI9",)}, "OAI102", False),
        ({"select": ("OAI901",)}, OPINION, True),
        ({"select": ("OAI901",)}, "OAI902", False),
        ({"extend_select": ("OAI9",)}, OPINION, True),
        ({"extend_select": ("OAI9",)}, "OAI102", True),
        ({"extend_select": ("OAI902",)}, OPINION, False),
        ({"ignore": ("E",)}, OPINION, False),
        ({"extend_select": ("OAI9",), "ignore": ("OAI901",)}, OPINION, False),
        ({"extend_select": ("OAI9",), "ignore": ("OAI901",)}, "OAI902", True),
        ({"select": ("OAI9",), "ignore": ("OAI",)}, OPINION, True),
        ({"ignore": ("OAI1",)}, "OAI102", False),
        ({"ignore": ("OAI",)}, "OAI102", False),
        ({"select": ("OAI1",), "ignore": ("OAI102",)}, "OAI101", True),
        ({"select": ("OAI1",), "ignore": ("OAI102",)}, "OAI102", False),
        ({"select": ("OAI102",), "ignore": ("OAI1",)}, "OAI102", True),
        ({"select": ("OAI102",), "extend_ignore": ("OAI102",)}, "OAI102", False),
        ({"select": ("E", "F")}, "OAI102", False),
        ({"select": ()}, "OAI102", False),
    ],
)
def test_what_is_shown(settings, code, shown):
    assert Config(**settings).shows(code) is shown


CODES = st.lists(st.sampled_from(["O", "OAI", "OAI1", "OAI10", "OAI102", "OAI2", "E", "W6"]), max_size=3).map(
    tuple
)


@given(
    select=CODES,
    extend_select=CODES,
    ignore=CODES,
    extend_ignore=CODES,
    code=st.sampled_from(["OAI102", "OAI201"]),
)
def test_select_and_ignore_are_as_in_flake8(select, extend_select, ignore, extend_ignore, code):
    options = Namespace(
        select=list(select),
        extend_select=list(extend_select),
        ignore=list(ignore),
        extend_ignore=list(extend_ignore),
        extended_default_select=["OAI"],
        extended_default_ignore=[],
    )
    config = Config(select=select, extend_select=extend_select, ignore=ignore, extend_ignore=extend_ignore)
    assert config.shows(code) is (DecisionEngine(options).decision_for(code) is Decision.Selected)


def test_the_longest_pattern_decides_on_per_file_ignores():
    config = Config(per_file_ignores=(("*.py", ("OAI1",)), ("old_*.py", ("OAI2",))))
    assert not config.shows("OAI102", "new.py")
    assert config.shows("OAI201", "new.py")
    assert config.shows("OAI102", "a/old_1.py")
    assert not config.shows("OAI201", "a/old_1.py")
    assert config.shows("OAI102", "a/old_1.pyi")
    assert config.shows("OAI102")


def test_layers():
    config = Config.of({"select": ("OAI1",), "disable_noqa": True}, {"select": None, "ignore": ("OAI2",)})
    assert config == Config(select=("OAI1",), disable_noqa=True, ignore=("OAI2",))


def test_lists_are_split_as_flake8_splits_them():
    assert split("a,b c\n d,,") == ("a", "b", "c", "d")


def test_patterns(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert anchored("docs", "/x") == "docs"
    assert anchored("docs/", str(tmp_path)) == str(tmp_path / "docs")
    assert anchored("./docs/*.py", str(tmp_path)) == str(tmp_path / "docs/*.py")
    assert anchored(".", str(tmp_path)) == str(tmp_path)
    matches = matcher(["doc?", anchored("./src/old", os.curdir)])
    assert matches("docs")
    assert matches("a/b/docs")
    assert not matches("docs/a.py")
    assert matches("src/old")
    assert not matches("other/src/old")
    assert not matches(".")
