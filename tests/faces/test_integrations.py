"""The action for GitHub and the component for GitLab: their scripts, run as the services run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess

import pytest
import yaml
from documents import ROOT
from faces.environments import PROJECT
from faces.runs import CLEAN, LEGACY, SCRIPTS, write
from faces.test_baseline import baseline
from faces.test_diff_base import commit, git
from sdks import installs, unreachable

pytestmark = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="needs bash")

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SETUP, INSTALL, CHECK = ACTION["runs"]["steps"]
INPUTS = {name: about["default"] for name, about in ACTION["inputs"].items()}


def expanded(text, inputs):
    """What GitHub makes of expressions."""
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], text)


def run(script, folder, **environment):
    """Run a script as GitHub does with ``shell: bash``."""
    words = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(
        words, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def action(tmp_path):
    """Run the step that checks, in a folder with the programs of this environment."""
    (tmp_path / "runner" / "flake8-openai-v1").mkdir(parents=True)
    (tmp_path / "runner" / "flake8-openai-v1" / "bin").symlink_to(SCRIPTS)

    def check(**inputs):
        given = {name: expanded(value, INPUTS | inputs) for name, value in CHECK["env"].items()}
        summary = tmp_path / "summary.md"
        more = {"RUNNER_TEMP": str(tmp_path / "runner"), "GITHUB_STEP_SUMMARY": str(summary)}
        done = run(CHECK["run"], tmp_path / "work", **given, **more)
        return done, summary.read_text() if summary.exists() else ""

    (tmp_path / "work").mkdir()
    return check


def test_nothing_of_an_input_stands_in_a_script():
    """An expression in a script would run what somebody writes into an input."""
    assert [step["run"] for step in (INSTALL, CHECK) if "${{" in step["run"]] == []
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"])))
    assert used == set(INPUTS)
    told = (ROOT / "docs" / "integrations.md").read_text("utf-8")
    assert [name for name in INPUTS if f"`{name}`" not in told and f"{name}:" not in told] == []


def test_the_action(action, tmp_path):
    write(tmp_path / "work", {"a.py": LEGACY, "b c.py": LEGACY, "clean.py": CLEAN})
    done, summary = action()
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("::error file=") == 2
    assert "2 findings in 2 files" in summary
    done, _ = action(paths="clean.py\n\nb c.py\n")
    assert re.findall("file=(.*?),", done.stdout) == ["b c.py"]
    assert action(paths="clean.py")[0].returncode == 0
    assert action(options="--select OAI105\n--statistics")[0].returncode == 0


def test_the_action_with_a_baseline_and_a_base(action, tmp_path):
    work = write(tmp_path / "work", {"a.py": LEGACY})
    git(work, "init", "--quiet")
    commit(work)
    baseline("--baseline", "known.json", cwd=work)
    assert action(baseline="known.json")[0].returncode == 0
    assert action(**{"diff-base": "HEAD"})[0].returncode == 0
    write(work, {"a.py": f"{LEGACY}openai.Edit.create()\n"})
    for inputs in ({"baseline": "known.json"}, {"diff-base": "HEAD"}):
        done, _ = action(**inputs)
        assert re.findall("line=(.*?),", done.stdout) == ["3"]


@pytest.mark.parametrize("text", ["$(touch run)", "`touch run`", "; touch run", "' ; touch run ; '", "*", "--version"])
def test_hostile_inputs(action, tmp_path, text):
    write(tmp_path / "work", {"a.py": LEGACY})
    for name in ("paths", "options", "baseline", "diff-base"):
        done, _ = action(**{name: text})
        assert done.returncode == 2, (name, done)
    assert not (tmp_path / "work" / "run").exists()


@pytest.mark.index
def test_the_action_installs_itself(tmp_path):
    source = tmp_path / "action"
    source.mkdir()
    for name in ("LICENSE", "README.md", "pyproject.toml"):
        shutil.copy(PROJECT / name, source)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "flake8_openai_v1", source / "flake8_openai_v1", ignore=ignored)
    done = run(INSTALL["run"], tmp_path, ACTION=str(source), RUNNER_TEMP=str(tmp_path))
    if "No matching distribution" in done.stderr or "Could not find a version" in done.stderr:
        unreachable(installs.Unreachable(done.stderr[-2000:]))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "flake8-openai-v1" / "bin" / "flake8-openai-v1").exists()


# GitLab

HEAD, COMPONENT = yaml.safe_load_all((ROOT / "templates" / "flake8-openai-v1.yml").read_text("utf-8"))
DEFAULTS = {name: about["default"] for name, about in HEAD["spec"]["inputs"].items()}


def gitlab(folder, **inputs):
    """Run the script of the component, all but its installation, and give its report."""
    job = json.loads(
        re.sub(
            r"\$\[\[ inputs\.([\w-]+) \]\]",
            lambda found: json.dumps((DEFAULTS | inputs)[found[1]])[1:-1],
            json.dumps(COMPONENT["flake8-openai-v1"]),
        )
    )
    install, check = job["script"]
    assert install == 'pip install --quiet "flake8-openai-v1"'
    path = os.pathsep.join([str(SCRIPTS), os.environ["PATH"]])
    done = run(check, folder, PATH=path, CI_PROJECT_DIR=str(folder))
    return done.returncode, json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text())


def test_the_component(tmp_path):
    write(tmp_path, {"src/a.py": LEGACY, "b.py": LEGACY})
    status, rows = gitlab(tmp_path)
    assert (status, [row["location"]["path"] for row in rows]) == (1, ["b.py", "src/a.py"])
    status, rows = gitlab(tmp_path, paths="src", options="--exit-zero --select OAI1")
    assert (status, len(rows)) == (0, 1)
    baseline(cwd=tmp_path)
    assert gitlab(tmp_path, options="--baseline") == (0, [])
    assert COMPONENT["flake8-openai-v1"]["artifacts"]["when"] == "always"
