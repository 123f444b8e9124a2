"""Our hooks, run by pre-commit itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest
from faces.environments import PROJECT
from faces.runs import LEGACY, MESSAGE, program, write
from sdks import installs, unreachable

pytestmark = pytest.mark.index


def git(folder, *words):
    """Run git, as somebody without settings."""
    who = [
        "-c",
        "user.name=Somebody",
        "-c",
        "user.email=somebody@example.com",
        "-c",
        "init.defaultBranch=main",
    ]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def commit(folder):
    git(folder, "init")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "All")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory):
    """A repository with this project as it stands here, committed or not."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("project") / "flake8-openai-v1"
    folder.mkdir()
    for name in (".pre-commit-hooks.yaml", "LICENSE", "README.md", "pyproject.toml"):
        shutil.copy(PROJECT / name, folder)
    shutil.copytree(
        PROJECT / "flake8_openai_v1",
        folder / "flake8_openai_v1",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    commit(folder)
    return folder


def run(hooks, hook, folder, *which):
    """Run one of the hooks on files of a repository, all if none are named. All tests share one environment."""
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=hooks, check=True, capture_output=True, text=True).stdout
    config = f"repos:\n- repo: {hooks}\n  rev: {head.strip()}\n  hooks:\n  - id: {hook}\n"
    write(folder, {".pre-commit-config.yaml": config})
    home = str(hooks.parent / "pre-commit")
    words = ["--files", *which] if which else ["--all-files"]
    done = program("pre-commit", "run", *words, cwd=folder, PRE_COMMIT_HOME=home)
    if "InstallationError" in done.stdout or "Could not find a version" in done.stdout:
        unreachable(installs.Unreachable(done.stdout[-2000:]))
    return done


def test_the_hook(hooks, tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b.pyi": "x: int\n", "script": f"#!/usr/bin/env python3\n{LEGACY}"})
    write(tmp_path, {"notes.txt": LEGACY, "old/c.py": LEGACY, "setup.cfg": "[flake8]\nexclude = old\n"})
    write(tmp_path, {"n.ipynb": json.dumps({"cells": [{"cell_type": "code", "source": LEGACY}]})})
    os.chmod(tmp_path / "script", 0o755)
    commit(tmp_path)
    done = run(hooks, "flake8-openai-v1", tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    found = [line for line in done.stdout.splitlines() if " OAI" in line]
    assert found == [f"a.py:2:1: {MESSAGE}", f"n.ipynb:cell_1:2:1: {MESSAGE}", f"script:3:1: {MESSAGE}"]
    (tmp_path / "n.ipynb").unlink()
    git(tmp_path, "add", "--all")
    write(tmp_path, {"a.py": "import openai\n", "script": "#!/usr/bin/env python3\n"})
    done = run(hooks, "flake8-openai-v1", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_the_hook_that_fixes(hooks, tmp_path):
    write(tmp_path, {"a.py": LEGACY, "old/c.py": LEGACY, "notes.txt": LEGACY, "setup.cfg": "[flake8]\nexclude = old\n"})
    write(tmp_path, {"script": f"#!/usr/bin/env python3\n{LEGACY}"})
    os.chmod(tmp_path / "script", 0o755)
    commit(tmp_path)
    write(tmp_path, {"a.py": f"{LEGACY}# mine\n"})
    git(tmp_path, "add", "a.py")
    done = run(hooks, "flake8-openai-v1-fix", tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout
    assert "2 files: 2 findings fixed in 2 files, 0 left" in done.stdout
    assert "warning" not in done.stdout
    texts = {name: (tmp_path / name).read_text() for name in ("a.py", "old/c.py", "notes.txt", "script")}
    assert texts["old/c.py"] == texts["notes.txt"] == LEGACY
    assert all(".chat.completions.create(" in texts[name] for name in ("a.py", "script"))
    assert texts["a.py"].endswith("# mine\n")
    assert os.access(tmp_path / "script", os.X_OK)
    git(tmp_path, "add", "--all")
    done = run(hooks, "flake8-openai-v1-fix", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_the_hook_for_the_project(hooks, tmp_path):
    """A file of the commit belongs to a program: all of it is looked at, but not for a commit without Python."""
    write(tmp_path, {"a.py": LEGACY, "clean.py": "x = 1\n", "notes.txt": "x\n"})
    commit(tmp_path)
    done = run(hooks, "flake8-openai-v1-project", tmp_path, "clean.py")
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"./a.py:2:1: {MESSAGE}\n" in done.stdout
    assert "Skipped" in run(hooks, "flake8-openai-v1-project", tmp_path, "notes.txt").stdout
