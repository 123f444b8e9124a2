"""Everything that the documents tell people to type: it compiles, parses, or runs."""

from __future__ import annotations

import importlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml
from documents import ROOT, blocks
from faces.runs import program

from flake8_openai_v1.lint.settings import INI_KEYS, load
from flake8_openai_v1.project.config import Config

README = (ROOT / "README.md").read_text("utf-8")
OPTIONS = (ROOT / "docs" / "options.md").read_text("utf-8")
LINT, TEST = re.findall(r"(?m)^pip install .* && .*$", README)


@pytest.mark.parametrize("block", blocks("python"), ids=str)
def test_python(block):
    compile(block.text, str(block), "exec")


@pytest.mark.parametrize("block", blocks("json"), ids=str)
def test_json(block):
    json.loads(block.text)


@pytest.mark.parametrize("block", blocks("yaml"), ids=str)
def test_yaml(block):
    yaml.safe_load(block.text)


@pytest.mark.parametrize("block", blocks("toml"), ids=str)
def test_toml(block, tmp_path):
    toml = importlib.import_module("tomllib") if sys.version_info >= (3, 11) else pytest.importorskip("tomli")
    tables = toml.loads(block.text).get("tool", {})
    if "flake8-openai-v1" in tables:
        (tmp_path / "pyproject.toml").write_text(block.text)
        settings = load(str(tmp_path / "pyproject.toml"))
        assert Config.of(*settings).extend_ignore == ("OAI109",)


@pytest.mark.parametrize("block", blocks("ini"), ids=str)
def test_ini(block, tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True)
    (tmp_path / ".flake8").write_text(block.text)
    flake8 = program("flake8", "--select", "OAI", ".", cwd=tmp_path)
    check = program("flake8-openai-v1", "check", ".", cwd=tmp_path)
    assert sorted(flake8.stdout.splitlines()) == sorted(check.stdout.splitlines())
    assert "OAI102" in check.stdout
    assert "OAI109" not in check.stdout


def commands(*names: str) -> list[str]:
    """The lines of shell blocks, and what the CI files run, in documents of these names."""
    lines = [line for block in blocks("sh") if block.document in names for line in block.text.splitlines()]
    for block in blocks("yaml"):
        if block.document in names:
            lines += re.findall(r"(?m)^.*- (?:run: )?(flake8-openai-v1 .*)$", block.text)
    return list(dict.fromkeys(lines))


WITH_COMMANDS = (
    "README.md",
    "docs/SKILL.md",
    "docs/agents.md",
    "docs/fixing.md",
    "docs/integrations.md",
    "docs/options.md",
)


@pytest.mark.parametrize("command", [line for line in commands(*WITH_COMMANDS) if line not in (LINT, TEST)])
def test_command(command, tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True)
    name, *arguments = shlex.split(command.partition(" > ")[0])
    done = program(name, *arguments, cwd=tmp_path)
    if arguments == ["skill"]:
        assert (done.returncode, done.stdout) == (0, (ROOT / "docs" / "SKILL.md").read_text("utf-8"))
        return
    if "baseline" in arguments:
        assert (done.returncode, done.stdout) == (0, "")
        assert " written down\n" in done.stderr
        return
    if "report" in arguments:
        assert done.returncode == 0
        assert ("by rule" in done.stdout) != (tmp_path / "report.html").exists()
        return
    if "--baseline" in arguments:  # which stands behind the command that writes it
        assert (done.returncode, "there is no baseline" in done.stderr) == (2, True)
        return
    if "fix" in arguments:
        assert done.returncode == 1  # there is always something left in the examples
        assert ("\n--- a/chat.py\n" in done.stdout) == ("--diff" in arguments)
        assert "[not fixed: " in (done.stderr if "--diff" in arguments else done.stdout)
        return
    assert "OAI105" in done.stdout
    assert done.returncode == (0 if "explain" in command or "--exit-zero" in command else 1)


def test_commands_for_contributors():
    """Those that .ci/run does not run are pytest's and those of scripts that have tests of their own."""
    steps = (ROOT / ".ci" / "run").read_text("utf-8")
    for line in commands("CONTRIBUTING.md"):
        name, *arguments = shlex.split(line.partition(" && ")[0])
        if name == "pytest":
            assert arguments[0] == "-m" or (ROOT / arguments[0]).is_dir(), line
        elif name == "python":
            assert (ROOT / arguments[0]).is_file(), line
        else:
            assert line in (".ci/run", TEST) or name == "python3" or f" {line}" in steps, line


def test_tables_for_contributors():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    told = re.findall(r"(?m)^ *\| .* \| ((?:`[A-Z_]+`(?:, )?)+) in `((?:\w+/)?\w+)\.py` \|$", text)
    assert len(told) > 10
    for tables, path in told:
        module = importlib.import_module(
            f"flake8_openai_v1.{(path if '/' in path else f'sdk/{path}').replace('/', '.')}"
        )
        assert [name for name in re.findall(r"`(\w+)`", tables) if not hasattr(module, name)] == [], path


@pytest.mark.index
@pytest.mark.skipif(os.name == "nt", reason="the command is for a POSIX shell")
def test_first_command_in_a_new_clone(tmp_path):
    clone = tmp_path / "clone"
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    venv.create(tmp_path / "venv", with_pip=True)
    path = os.pathsep.join([str(tmp_path / "venv" / "bin"), os.environ["PATH"]])
    done = subprocess.run(
        LINT,
        shell=True,
        cwd=clone,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = [line for line in done.stdout.splitlines() if line.startswith("examples/")]
    expected = program("flake8-openai-v1", "check", "examples", cwd=ROOT).stdout.splitlines()
    assert sorted(found) == sorted(expected)


def test_ci_runs_the_test_command():
    pattern = re.search(r"--line-regexp '(.*)' README.md", (ROOT / ".ci" / "run").read_text("utf-8"))
    assert pattern
    assert re.findall(f"(?m)^{pattern[1]}$", README) == [TEST]


def test_options_of_the_command(tmp_path):
    table = OPTIONS[OPTIONS.index("## The command") : OPTIONS.index("In `pyproject.toml`")]
    told = set(re.findall(r"`(--[a-z-]+)", table))
    check, fix = (
        set(re.findall(r"--[a-z-]+", program("flake8-openai-v1", command, "--help", cwd=tmp_path).stdout))
        for command in ("check", "fix")
    )
    assert told == (check | fix) - {"--help"}
    for_fix = set(re.findall(r"(?m)^\| `(--[a-z-]+).*`fix` only", table))
    assert for_fix == fix - check
    for_check = set(re.findall(r"(?m)^\| `(--[a-z-]+).*`check` only", table))
    assert for_check == check - fix


def test_keys_of_the_table():
    table = OPTIONS[OPTIONS.index("## The command") : OPTIONS.index("In `pyproject.toml`")]
    told = set(re.findall(r"(?m)^\| [^|]*\| `([a-z-]+)` \|", table))
    fields = {name.replace("_", "-") for name in Config.__dataclass_fields__}
    assert told == (fields - {"target"}) | {"target-version"}


def test_keys_of_flake8():
    told = OPTIONS[OPTIONS.index("The command also takes") :].partition("(")[2].partition(")")[0]
    assert set(re.findall(r"`([a-z0-9-]+)`", told)) == {key.replace("_", "-") for key in INI_KEYS}


def test_hooks_in_the_documents_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    told = {
        hook["id"]
        for block in blocks("yaml")
        if "repos" in yaml.safe_load(block.text)
        for repo in yaml.safe_load(block.text)["repos"]
        if repo["repo"].endswith("/flake8-openai-v1")
        for hook in repo["hooks"]
    }
    assert told == {hook["id"] for hook in hooks}


def test_links():
    for path in [ROOT / "README.md", *Path(ROOT / "docs").rglob("*.md"), ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\((?!http)([^)#]+)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
