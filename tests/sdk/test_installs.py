"""The cache of installed releases: made once, whole or not at all; what the tests do without the index."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
import sdks
from sdks import installs


@pytest.fixture
def empty_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("OAI_TEST_CACHE", str(tmp_path / "cache"))


def wanted(arguments):
    """What pip was asked for, without options that are always there."""
    always = ("install", "--no-compile", "--no-warn-conflicts", "--quiet", "--target", arguments[-1])
    return [argument for argument in arguments if argument not in always]


@pytest.fixture
def pip(monkeypatch, empty_cache):
    """Stands for pip: writes a file where it should install, and records what it was asked for."""
    asked = []

    def run(*arguments):
        asked.append(wanted(arguments))
        target = Path(arguments[arguments.index("--target") + 1])
        target.mkdir()
        (target / "half").touch()
        time.sleep(0.05)
        (target / "whole").touch()
        return ""

    monkeypatch.setattr(installs, "pip", run)
    return asked


def test_a_release_is_installed_once_with_its_dependencies(pip):
    [folder] = installs.path("3.57.0")
    assert installs.path("3.57.0") == [folder]
    assert pip == [["openai==3.57.0"]]
    assert (folder / "whole").exists()


def test_an_early_release_gets_the_httpx_of_its_time(pip):
    installs.path("1.0.0")
    assert pip == [["openai==1.0.0", "httpx<0.28"]]


@pytest.mark.parametrize(
    ("release", "lender"),
    [("1.7.1", "1.0.0"), ("1.57.2", "1.109.1"), ("2.35.0", "2.54.0"), ("3.41.0", "3.57.0"), ("1.200.0", "1.109.1")],
)
def test_a_release_at_a_boundary_borrows_what_it_needs(pip, release, lender):
    own, borrowed = installs.path(release)
    assert f"openai-{release}-" in own.name
    assert f"openai-{lender}-" in borrowed.name
    assert pip[0] == [f"openai=={release}", "--no-deps"]


def test_a_release_newer_than_all_tables_has_its_own(pip):
    assert len(installs.path("3.99.0")) == len(installs.path("4.0.0")) == 1


def test_several_at_a_time_install_once(pip):
    threads = [threading.Thread(target=installs.path, args=("3.57.0",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pip) == 1


@pytest.mark.usefixtures("empty_cache")
def test_a_failed_install_leaves_nothing(monkeypatch):
    def run(*arguments):
        Path(arguments[arguments.index("--target") + 1]).mkdir()
        raise installs.Unreachable("no route")

    monkeypatch.setattr(installs, "pip", run)
    with pytest.raises(installs.Unreachable):
        installs.path("3.57.0")
    assert [file.suffix for file in installs.cache().iterdir()] == [".lock"]


@pytest.mark.usefixtures("empty_cache")
def test_what_pip_complains_of_is_told(monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(installs.Unreachable, match="ERROR: No matching distribution found"):
        installs.path("3.57.0")


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_without_the_index_a_test_is_skipped_and_in_ci_it_fails(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="needs the package index once: no route"):
        sdks.unreachable(installs.Unreachable("no route"))


@pytest.mark.index
def test_a_problem_inside_is_told_with_the_release():
    with pytest.raises(RuntimeError, match=r"(?s)no_such_function with openai 3\.57\.0: .*KeyError"):
        sdks.ask("3.57.0", "no_such_function")
