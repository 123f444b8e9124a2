"""``check --diff-base``: only findings on lines that have changed since a commit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest
from faces.runs import CLEAN, LEGACY, check, write

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

ONE = "openai.Edit.create()\n"
MANY = "import openai\n" + "\n".join(f"x{number} = openai.Edit.create()" for number in range(9)) + "\n"
WHO = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "init.defaultBranch=main"]


def git(folder, *words, **more):
    done = subprocess.run(["git", *WHO, *words], cwd=folder, check=True, capture_output=True, text=True, **more)
    return done.stdout


def commit(folder, message="All"):
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)


@pytest.fixture
def tree(tmp_path):
    folder = tmp_path / "tree"
    write(folder, {"a.py": MANY, "sub/b.py": MANY, "clean.py": CLEAN})
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def found(*arguments, cwd, revision="HEAD"):
    done = check("--diff-base", revision, *arguments, cwd=cwd)
    assert done.returncode in (0, 1), done.stderr
    return [line.split(" ")[0] for line in done.stdout.splitlines()]


def changed(text, *lines):
    """A text with some of its lines changed."""
    return "".join(
        line.replace("()", "( )") if number in lines else line
        for number, line in enumerate(text.splitlines(keepends=True), 1)
    )


def test_nothing_has_changed(tree):
    done = check("--diff-base", "HEAD", cwd=tree)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith(" 0 findings, 0 with what to write\n18 findings on lines that have not changed\n")


def test_changed_lines(tree):
    write(tree, {"a.py": changed(MANY, 3, 7)})
    assert found(cwd=tree) == ["./a.py:3:6:", "./a.py:7:6:"]
    assert found("a.py", cwd=tree) == ["a.py:3:6:", "a.py:7:6:"]
    assert found("sub", cwd=tree) == []
    git(tree, "add", "--all")
    assert found(cwd=tree) == ["./a.py:3:6:", "./a.py:7:6:"]
    commit(tree)
    assert found(cwd=tree) == []
    assert found(cwd=tree, revision="HEAD~1") == ["./a.py:3:6:", "./a.py:7:6:"]


def test_lines_that_only_move_have_not_changed(tree):
    lines = MANY.splitlines(keepends=True)
    write(tree, {"a.py": "".join(["# new\n\n", *lines[:3], "# new\n", *lines[4:], ONE])})
    assert found(cwd=tree) == ["./a.py:13:1:"]


def test_from_another_folder(tree):
    write(tree, {"sub/b.py": changed(MANY, 2)})
    assert found(cwd=tree / "sub") == ["./b.py:2:6:"]
    assert found("..", cwd=tree / "sub") == ["../sub/b.py:2:6:"]
    assert found(str(tree), cwd=tree) == [f"{tree}/sub/b.py:2:6:"]


def test_a_call_of_several_lines_has_changed_where_one_of_them_has(tree):
    call = "import openai\nopenai.Edit.create(\n    model='m',\n)\n"
    write(tree, {"a.py": call})
    commit(tree)
    write(tree, {"a.py": call.replace("'m'", "'n'")})
    assert found("a.py", cwd=tree) == ["a.py:2:1:"]


@pytest.mark.parametrize("name", ["new.py", "ä new\n.py", "-n.py"])
def test_new_files_are_all_new(tree, name):
    write(tree, {name: LEGACY})
    assert len(found(cwd=tree)) == 1
    commit(tree)
    assert found(cwd=tree) == []
    assert len(found(cwd=tree, revision="HEAD~1")) == 1


def test_what_the_base_did_meanwhile_is_not_ours(tree):
    git(tree, "checkout", "--quiet", "-b", "work")
    write(tree, {"a.py": changed(MANY, 3)})
    commit(tree)
    git(tree, "checkout", "--quiet", "main")
    write(tree, {"sub/b.py": CLEAN, "a.py": changed(MANY, 9)})
    commit(tree)
    git(tree, "checkout", "--quiet", "work")
    assert found(cwd=tree, revision="main") == ["./a.py:3:6:"]


def test_histories_with_nothing_in_common(tree):
    git(tree, "checkout", "--quiet", "--orphan", "other")
    write(tree, {"a.py": changed(MANY, 4)})
    commit(tree)
    assert found(cwd=tree, revision="main") == ["./a.py:4:6:"]


def test_line_ends_and_encodings(tree):
    text = "# coding: latin-1\nimport openai\nx = 'é'\n" + ONE
    write(tree, {"a.py": text.encode("latin-1")})
    commit(tree)
    write(tree, {"a.py": text.replace("\n", "\r\n").encode("latin-1")})
    assert found("a.py", cwd=tree) == []


def test_cells(tree):
    def notebook(*cells):
        return json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells]})

    write(tree, {"n.ipynb": notebook("import openai\n" + ONE, ONE, "1")})
    commit(tree)
    write(tree, {"n.ipynb": notebook("0", "import openai\n" + ONE, "2\nx = " + ONE, ONE)})
    assert found("n.ipynb", cwd=tree) == ["n.ipynb:cell_3:2:5:"]


def test_standard_input(tree):
    done = check("--diff-base", "HEAD", "--stdin-filename", "a.py", "-", cwd=tree, stdin=changed(MANY, 5))
    assert [line.split(" ")[0] for line in done.stdout.splitlines()] == ["a.py:5:6:"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-h", "", "HEAD:a.py", "a" * 40])
def test_no_such_commit(tree, revision):
    done = check(f"--diff-base={revision}", cwd=tree)
    assert (done.returncode, done.stdout) == (2, "")
    said = f"flake8-openai-v1: --diff-base {revision}: no such commit here; a shallow clone lacks most of them\n"
    assert done.stderr == said
    assert sorted(path.name for path in tree.iterdir()) == [".git", "a.py", "clean.py", "sub"]


def test_no_repository_and_no_git(tmp_path, tree):
    write(tmp_path / "plain", {"a.py": LEGACY})
    done = check("--diff-base", "HEAD", cwd=tmp_path / "plain")
    assert (done.returncode, done.stderr) == (2, "flake8-openai-v1: --diff-base HEAD: not in a git repository\n")
    (tmp_path / "empty").mkdir()
    done = check("--diff-base", "HEAD", cwd=tree, PATH=str(tmp_path / "empty"))
    assert done.returncode == 2
    assert "no such commit" in done.stderr


def test_it_runs_in_a_hook(tree, tmp_path):
    write(tree, {"a.py": changed(MANY, 3)})
    elsewhere = {"GIT_DIR": str(tmp_path / "none"), "GIT_INDEX_FILE": str(tmp_path / "none")}
    assert check("--diff-base", "HEAD", cwd=tree, **elsewhere).stdout.startswith("./a.py:3:6:")


def test_with_a_baseline(tree):
    from faces.test_baseline import baseline

    baseline(cwd=tree)
    write(tree, {"a.py": changed(MANY, 3) + ONE + ONE})
    assert found("--baseline", cwd=tree) == ["./a.py:11:1:", "./a.py:12:1:"]
    report = check("--baseline", "--diff-base", "HEAD", "--output-format", "json", cwd=tree).stdout
    assert json.loads(report)["summary"] | {"known": 18, "paid_off": 0, "elsewhere": 0} == json.loads(report)["summary"]


PROGRAMS = {
    "core.fsmonitor": "{}",
    "core.sshCommand": "{}",
    "core.pager": "{}",
    "core.editor": "{}",
    "core.askPass": "{}",
    "core.hooksPath": "hooks",
    "core.alternateRefsCommand": "{}",
    "diff.external": "{}",
    "diff.mine.command": "{}",
    "diff.mine.textconv": "{}",
    "filter.mine.clean": "{}",
    "filter.mine.smudge": "{}",
    "filter.mine.process": "{}",
    "filter.mine.required": "true",
    "merge.mine.driver": "{}",
    "credential.helper": "!{}",
    "gpg.program": "{}",
    "uploadpack.packObjectsHook": "{}",
    "remote.origin.url": "ext::{}",
    "remote.origin.uploadpack": "{}",
    "remote.origin.promisor": "true",
    "remote.origin.partialclonefilter": "blob:none",
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "extensions.partialClone": "origin",
}


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
@pytest.mark.parametrize("lost", [False, True])
def test_no_program_of_the_repository_is_run(tree, tmp_path, lost):
    """Also not to fetch what a partial clone lacks: then the file counts as new."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{tmp_path}/was-run'\ncat\n")
    program.chmod(0o755)
    write(tree, {".gitattributes": "* diff=mine filter=mine merge=mine text\n", "a.py": changed(MANY, 3)})
    (tree / "hooks").mkdir()
    for name in ("post-checkout", "pre-commit", "post-index-change", "reference-transaction"):
        shutil.copy(program, tree / "hooks" / name)
    if lost:
        name = git(tree, "rev-parse", "HEAD:a.py").strip()
        (tree / ".git" / "objects" / name[:2] / name[2:]).unlink()
    git(tree, "config", "core.repositoryFormatVersion", "1")
    for key, value in PROGRAMS.items():
        git(tree, "config", key, value.format(program))
    assert len(found("a.py", cwd=tree)) == (9 if lost else 1)
    assert not (tmp_path / "was-run").exists()
    subprocess.run(["git", "diff", "HEAD"], cwd=tree, capture_output=True, check=False)
    assert (tmp_path / "was-run").exists(), "the trap is none"
