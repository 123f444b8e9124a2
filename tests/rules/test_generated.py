"""A program for each thing that a release took away: found from that release on, silent before."""

from __future__ import annotations

import pytest
from rows import each

from examples import lint
from flake8_openai_v1.sdk.deprecations import MARKED, OTHER_CODES
from flake8_openai_v1.sdk.index import REMOVED
from flake8_openai_v1.sdk.options import OPTIONS
from flake8_openai_v1.sdk.versions import NEWEST


def key(release: str) -> tuple[int, ...]:
    return tuple(map(int, release.split(".")))


def before(release: str) -> tuple[int, ...]:
    """A release that comes just before another one, whether there was one or not."""
    major, minor, patch = key(release)
    if patch:
        return major, minor, patch - 1
    return (major, minor - 1, 99) if minor else (major - 1, 999, 99)


def program(path: str) -> str:
    """A program that uses what stands at a path: imports or calls it."""
    name, _, argument = path.partition("(")
    if not name.startswith("client."):
        owner, _, name = name.rpartition(".")
        return f"from {owner} import {name}\n"
    call = f"{argument.removesuffix(')')}=given" if argument else ""
    return f"from openai import OpenAI\nclient = OpenAI()\n{name}({call})\n"


def mention(path: str) -> str:
    """One that only mentions it, on a client that has no name."""
    used = program(path).replace("client = OpenAI()\nclient.", "x = OpenAI().")
    return used if "(" in path else used.replace("()\n", "\n")


def codes(source: str, target: tuple[int, ...]) -> set[str]:
    return {found.code for found in lint(source, target=target)}


@each(REMOVED)
def test_what_went(path):
    since = REMOVED[path].since
    for source in dict.fromkeys([program(path), mention(path)]):
        found = lint(source, target=key(since))
        assert [one.code for one in found if one.code.startswith("OAI2")] == ["OAI201"], source
        assert "OAI201" in codes(source, NEWEST)
        assert not any(code.startswith("OAI2") for code in codes(source, before(since)))


def test_what_went_between_two_majors():
    """What 2.54.0 had and the newest release has not is found for 3, and not for 2."""
    later = [path for path, row in REMOVED.items() if key(row.since) > (2, 54, 0)]
    assert len(later) > 50
    for path in later:
        for source in (program(path), mention(path)):
            assert "OAI201" in codes(source, NEWEST), source
            assert not any(code.startswith("OAI2") for code in codes(source, (2, 54, 0))), source


@pytest.mark.parametrize("path", [path for path in MARKED if not path.startswith(OTHER_CODES)])
def test_what_is_deprecated(path):
    since = MARKED[path][0]
    source = program(f"client.{path}")
    if since != "1.0.0":
        assert "OAI205" not in codes(source, before(since))
    gone = REMOVED.get(f"client.{path.partition('.')[0]}")
    assert "OAI205" in codes(source, key(since) if gone else NEWEST)


OPTION_ROWS = [(cls, option, since) for cls, row in OPTIONS.items() for option, since in row.items() if "." not in cls]


@pytest.mark.parametrize(("cls", "option", "since"), OPTION_ROWS, ids=[f"{row[0]}-{row[1]}" for row in OPTION_ROWS])
def test_options_of_clients(cls, option, since):
    source = f"from openai import {cls}\n{cls}({option}=given)\n"
    assert "OAI202" not in codes(source, key(since))
    if since != "1.0.0":
        assert "OAI202" in codes(source, before(since)), since
