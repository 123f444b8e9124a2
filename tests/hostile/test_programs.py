"""Whatever a folder holds, nothing of it is run: no program that a repository names, and no module that lies there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from faces.runs import program, write
from faces.test_pre_commit import commit, git

LEGACY = "import openai\nopenai.Model.list()\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts")

COMMANDS = [
    ["check"],
    ["check", "--diff-base", "HEAD"],
    ["fix", "--diff"],
    ["baseline"],
    ["fix"],
]


@pytest.fixture
def trap(tmp_path):
    """A repository in which everything that git may run is a trap; gives the folder and what shows that one was run."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder, sprung = tmp_path / "repository", tmp_path / "sprung"
    write(folder, {"a.py": LEGACY, "src/b.py": LEGACY})
    commit(folder)
    spring = f"echo run >> {sprung}"
    script = f"#!/bin/sh\n{spring}\n"
    names = {
        "core.fsmonitor": spring, "core.pager": spring, "core.editor": spring, "core.sshCommand": spring,
        "core.askPass": spring, "core.gitProxy": spring, "core.alternateRefsCommand": spring,
        "core.hooksPath": str(folder / "hooks"), "diff.external": spring, "diff.x.command": spring,
        "diff.x.textconv": spring, "merge.x.driver": spring, "filter.x.clean": spring, "filter.x.smudge": spring,
        "filter.x.process": spring, "filter.x.required": "true", "gpg.program": spring,
        "credential.helper": f"!{spring}",
        "alias.status": f"!{spring}", "alias.ls-tree": f"!{spring}", "alias.rev-parse": f"!{spring}",
        "pager.status": spring, "pager.ls-tree": spring, "pager.cat-file": spring, "sequence.editor": spring,
        "interactive.diffFilter": spring, "remote.origin.url": "ssh://example.invalid/x",
        "remote.origin.promisor": "true", "remote.origin.uploadpack": spring, "extensions.partialClone": "origin",
        "trace2.eventTarget": f"af_unix:{sprung}", "uploadpack.packObjectsHook": spring, "core.untrackedCache": "true",
    }  # fmt: skip
    hooks = ("post-index-change", "post-checkout", "pre-commit", "reference-transaction", "fsmonitor-watchman")
    for hook in hooks:
        for place in ("hooks", ".git/hooks"):
            write(folder, {f"{place}/{hook}": script})
            (folder / place / hook).chmod(0o755)
    write(folder, {".gitattributes": "* filter=x diff=x merge=x text=auto\n", "git": script, "bin/git": script})
    for name in ("git", "bin/git"):
        (folder / name).chmod(0o755)
    for name, value in names.items():
        git(folder, "config", name, value)
    if sprung.exists():
        sprung.unlink()
    # What makes git look into a file itself, and into a tree that is not here.
    write(folder, {"a.py": LEGACY + "# more\n"})
    return folder, sprung


@pytest.mark.parametrize("lacks", [False, True], ids=["whole", "partial"])
def test_nothing_that_a_repository_names(trap, lacks):
    folder, sprung = trap
    if lacks:
        objects = [path for path in (folder / ".git" / "objects").rglob("*") if path.is_file()]
        kinds = {path: _kind(folder, path) for path in objects}
        for path, kind in kinds.items():
            if kind in ("blob", "tree"):
                path.unlink()
    path = os.pathsep.join(["", ".", "bin", os.environ.get("PATH", os.defpath)])
    for words in COMMANDS:
        done = program(
            "flake8-openai-v1", *words, cwd=folder,
            PATH=path, GIT_EXTERNAL_DIFF=f"echo run >> {sprung}", GIT_SSH_COMMAND=f"echo run >> {sprung}",
        )  # fmt: skip
        assert "internal error" not in done.stderr
        assert not sprung.exists(), words
    assert (folder / "src" / "b.py").read_text() != LEGACY


def _kind(folder, path) -> str:
    name = path.parent.name + path.name
    done = subprocess.run(["git", "cat-file", "-t", name], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def test_the_trap_works(trap):
    """Git itself runs what is there."""
    folder, sprung = trap
    subprocess.run(["git", "status"], cwd=folder, capture_output=True, check=False)
    assert sprung.exists()


def traps() -> dict[str, str | bytes]:
    """A module of each name that Python or we could import."""
    names = {
        *sys.stdlib_module_names,
        "flake8",
        "ast_grep_py",
        "tomli",
        "pycodestyle",
        "pyflakes",
        "mccabe",
        "conftest",
    }
    text = "import os\nos.write(2, b'SPRUNG ' + __name__.encode() + b'\\n')\nraise ImportError(__name__)\n"
    return {f"{name}.py": text for name in names | {"sitecustomize", "usercustomize", "setup"}}


def test_no_module_of_the_folder(tmp_path):
    write(
        tmp_path, {**traps(), "bot.py": LEGACY, "pyproject.toml": "[tool.flake8-openai-v1]\n", ".flake8": "[flake8]\n"}
    )
    many = "import openai\nopenai.Model.list()\n" + "# more\n" * 100_000
    write(tmp_path, {"many/a.py": many, "many/b.py": many})
    for words in (*COMMANDS, ["explain", "OAI102"], ["--version"]):
        words = [*words, "bot.py"] if words[0] in ("check", "fix", "baseline") else words
        done = program("flake8-openai-v1", *words, cwd=tmp_path)
        assert "SPRUNG" not in done.stderr, words
    done = program("flake8-openai-v1", "check", "--jobs", "2", "--select", "OAI9", "many", cwd=tmp_path)
    assert "SPRUNG" not in done.stderr


def test_no_module_of_the_folder_by_the_name_of_the_package(tmp_path):
    """``python -m`` puts the current folder before all others: what it needs itself comes from there, and no more."""
    write(tmp_path, {"empty.py": "import sys\nprint(*sys.modules)\n"})
    by_python = program(sys.executable, "-m", "empty", cwd=tmp_path).stdout.split()
    all_traps = {name: text for name, text in traps().items() if name.removesuffix(".py") not in by_python}
    # What Python itself imports at its start depends on what is installed beside it.
    assert "configparser.py" in all_traps
    write(tmp_path, {**all_traps, "bot.py": LEGACY, ".flake8": "[flake8]\nignore = OAI9\n"})
    for words in (["check"], ["fix", "--diff"], ["baseline"], ["fix"]):
        done = program(sys.executable, "-m", "flake8_openai_v1", *words, "bot.py", cwd=tmp_path)
        assert "SPRUNG" not in done.stderr, words
        assert done.returncode in (0, 1), done.stderr


def test_processes_that_are_started_look_into_no_folder(tmp_path):
    """Also where Python starts them anew (macOS, Windows), which puts the current folder first."""
    write(tmp_path, traps())
    many = "import openai\n" + "# more\n" * 100_000
    write(tmp_path, {"many/a.py": many, "many/b.py": many})
    code = (
        "import multiprocessing, sys; from flake8_openai_v1.cli import main\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    sys.exit(main(['check', '--jobs', '2', 'many']))\n"
    )
    write(tmp_path.parent, {f"{tmp_path.name}_main/main.py": code})
    done = program(sys.executable, tmp_path.parent / f"{tmp_path.name}_main" / "main.py", cwd=tmp_path)
    assert "SPRUNG" not in done.stderr
    assert (done.returncode, done.stdout) == (0, "")
    assert "2 files, 2 with OpenAI code" in done.stderr


@pytest.mark.parametrize(
    "words",
    [["-m", "flake8_openai_v1"], ["-c", "from flake8_openai_v1.__main__ import main; raise SystemExit(main())"]],
)
def test_interrupted_while_it_starts(tmp_path, words):
    """Ctrl-C at any moment: one line at most, no traceback."""
    import random
    import signal
    import time

    write(tmp_path, {f"a{number}.py": LEGACY for number in range(20)})
    seen = set()
    for number in range(25):
        run = subprocess.Popen(
            [sys.executable, *words, "check", "."],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(random.Random(number).uniform(0.02, 0.25))
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
        lines = [line for line in said.splitlines() if "flake8_openai_v1" in line]
        if "Traceback" in said:  # Python's own start, before anything of ours
            assert not lines, said
        seen.add(run.returncode)
    assert seen <= {130, 1, -signal.SIGINT}, seen
