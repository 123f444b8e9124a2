"""Our hook, run by pre-commit itself."""

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


def test_the_hook(hooks, tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b.pyi": "x: int\n", "script": f"#!/usr/bin/env python3\n{LEGACY}"})
    write(tmp_path, {"notes.txt": LEGACY, "old/c.py": LEGACY, "setup.cfg": "[flake8]\nexclude = old\n"})
    write(tmp_path, {"n.ipynb": json.dumps({"cells": [{"cell_type": "code", "source": LEGACY}]})})
    os.chmod(tmp_path / "script", 0o755)
    commit(tmp_path)

    def run():
        home = str(hooks.parent / "pre-commit")
        done = program(
            "pre-commit",
            "try-repo",
            hooks,
            "flake8-openai-v1",
            "--all-files",
            cwd=tmp_path,
            PRE_COMMIT_HOME=home,
        )
        if "InstallationError" in done.stdout or "Could not find a version" in done.stdout:
            unreachable(installs.Unreachable(done.stdout[-2000:]))
        return done

    done = run()
    assert done.returncode == 1, done.stdout + done.stderr
    found = [line for line in done.stdout.splitlines() if " OAI" in line]
    assert found == [f"a.py:2:1: {MESSAGE}", f"n.ipynb:cell_1:2:1: {MESSAGE}", f"script:3:1: {MESSAGE}"]
    (tmp_path / "n.ipynb").unlink()
    git(tmp_path, "add", "--all")
    write(tmp_path, {"a.py": "import openai\n", "script": "#!/usr/bin/env python3\n"})
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
