"""What is published: the distributions, the workflows that make them, the templates for who reports something."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
import yaml
from documents import ROOT

GITHUB = ROOT / ".github"
PYTHONS = ["3.10", "3.11", "3.12", "3.13", "3.14"]


def workflow(name: str) -> dict:
    return yaml.safe_load((GITHUB / "workflows" / f"{name}.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The folder of a wheel and an sdist, each made of what git knows."""
    for name in ("build", "hatchling", "twine"):
        pytest.importorskip(name, reason="the extra [dev] is not installed")
    copy, folder = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("dist")
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    words = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, copy]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def one(folder: Path, pattern: str) -> Path:
    [path] = folder.glob(pattern)
    return path


def test_distributions_are_as_the_index_wants_them(built):
    done = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *built.iterdir()],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASSED") == 2


def test_wheel(built):
    wheel = one(built, "*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    kinds = (".py", ".typed", ".js", ".css", ".md")
    own = [path for path in (ROOT / "flake8_openai_v1").rglob("*") if path.suffix in kinds]
    assert {name for name in names if ".dist-info/" not in name} == {path.relative_to(ROOT).as_posix() for path in own}


def test_sdist(built):
    sdist = one(built, "*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "PKG-INFO"}
    others = ("tests", "docs", "examples", "benchmarks", ".ci", ".github")
    assert {name for name in names if name.startswith(others)} == set()


@pytest.mark.parametrize(
    ("pattern", "kilobytes"),
    [
        pytest.param("*.whl", 450, marks=pytest.mark.xfail(reason="912 KB", strict=True)),
        pytest.param("*.tar.gz", 500, marks=pytest.mark.xfail(reason="705 KB", strict=True)),
    ],
)
def test_size(built, pattern, kilobytes):
    """Only the package is in them, and no code that nothing uses: it must be less code."""
    assert one(built, pattern).stat().st_size <= kilobytes * 1000


def test_metadata(built):
    wheel = zipfile.ZipFile(one(built, "*.whl"))
    [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    told = Parser().parsestr(wheel.read(name).decode())
    assert told["Name"] == "flake8-openai-v1"
    assert told["License-Expression"] == "MIT"
    assert told["Requires-Python"] == ">=3.10"
    assert told["Description-Content-Type"] == "text/markdown"
    assert len(told["Summary"]) <= 120
    classifiers = told.get_all("Classifier") or []
    assert [row.rpartition(" ")[2] for row in classifiers if re.search(r":: 3\.\d+$", row)] == PYTHONS
    assert {"Framework :: Flake8", "Typing :: Typed"} <= {*classifiers}


def test_ci_runs_on_what_the_package_names():
    matrix = workflow("ci")["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix == {"os": ["ubuntu-latest", "macos-latest", "windows-latest"], "python": PYTHONS}
    assert {"run": ".ci/run"} in workflow("ci")["jobs"]["everything"]["steps"]


def test_release_is_trusted_and_keeps_no_token():
    jobs = workflow("release")["jobs"]
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert jobs["publish"]["needs"] == "build"
    assert "secrets." not in (GITHUB / "workflows" / "release.yml").read_text("utf-8")


def test_actions_have_a_version():
    for path in (GITHUB / "workflows").iterdir():
        used = re.findall(r"uses: (\S+)", path.read_text("utf-8"))
        assert used
        assert [name for name in used if "@" not in name] == []
        assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {"contents": "read"}


@pytest.mark.skipif(os.name == "nt", reason="the step runs on Linux")
@pytest.mark.parametrize(
    ("tag", "changes", "passes"),
    [
        ("v0.1.0", "## [0.1.0] - 2026-12-01\n", True),
        ("v0.1.0", "## [Unreleased]\n", False),
        ("v0.1.1", "## [0.1.1] - 2026-12-01\n", False),
        ("v0.1", "## [0.1.0]\n", False),
    ],
)
def test_only_the_version_is_released(tmp_path, tag, changes, passes):
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "0.1.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(changes)
    [step] = [step for step in workflow("release")["jobs"]["build"]["steps"] if "name" in step]
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]  # as GitHub runs it
    done = subprocess.run(words, cwd=tmp_path, env={**os.environ, "GITHUB_REF_NAME": tag}, check=False)
    assert (done.returncode == 0) == passes


@pytest.mark.skipif(os.name == "nt", reason="the step runs on Linux")
@pytest.mark.parametrize(("status", "passes"), [(0, True), (1, True), (2, False)])
def test_facts_are_compared_each_week(tmp_path, status, passes):
    text = workflow("facts")
    assert text[True]["schedule"]  # "on" is read as a truth value
    compare, say = [step for step in text["jobs"]["facts"]["steps"] if "name" in step]
    assert say["if"] == "steps.compare.outputs.status == '1'"
    (tmp_path / "python").write_text(f"#!/bin/sh\necho $*: removed: openai.x\nexit {status}\n")
    (tmp_path / "python").chmod(0o755)
    told = {name: str(tmp_path / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", compare["run"]]
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(words, cwd=tmp_path, env={**os.environ, **told, "PATH": path}, check=False)
    assert (done.returncode == 0) == passes
    assert (tmp_path / "GITHUB_OUTPUT").read_text() == f"status={status}\n"
    said = "```text\ntools/refresh.py: removed: openai.x\n```\n"
    assert (tmp_path / "GITHUB_STEP_SUMMARY").read_text() == (tmp_path / "facts.md").read_text() == said


def test_templates_for_issues():
    for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml"):
        form = yaml.safe_load(path.read_text("utf-8"))
        if path.name == "config.yml":
            assert form["contact_links"]
            continue
        assert form.keys() >= {"name", "description", "body"}
        ids = [row["id"] for row in form["body"]]
        assert len(ids) == len(set(ids))
        assert all(row["attributes"]["label"] for row in form["body"])


def test_links_of_what_github_shows():
    for path in GITHUB.rglob("*.md"):
        for target in re.findall(r"\]\((?!http)([^)#]+)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
