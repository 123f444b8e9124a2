"""The command `fix`, run as a user would run it.

Most of it with the fixer of `fake_fixer`, as these tests are about the command, not about what a fix looks like.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faces.runs import CLEAN, LEGACY, MESSAGE, program, python, screen, write
from faces.test_pre_commit import commit, git

from flake8_openai_v1.cli import main

FAKE = Path(__file__).with_name("fake_fixer.py")
FIXED = LEGACY.replace("ChatCompletion", "chat.completions")
HARD = "import openai\nopenai.Edit.create()\n"
LEFT = re.compile(
    r"(.*):2:1: OAI102 openai\.Edit\.create was removed in openai 1\.0; .* \[not fixed: nobody knows how\]"
)
UNSURE = (
    "import openai\ntry:\n    openai.Completion.create(model='m', prompt='x')\n"
    "except openai.error.APIError as e:\n    print(type(e).__name__ == 'APIError')\n"
)
NO_GIT = "no git repository around"

posix = pytest.mark.skipif(os.name == "nt", reason="another system's pipes, modes and signals")


def real(*arguments, cwd, **more):
    """Run ``flake8-openai-v1 fix``."""
    return program("flake8-openai-v1", "fix", *arguments, cwd=cwd, **more)


def fix(*arguments, cwd, **more):
    """Run the command with the fixer of these tests."""
    return program(sys.executable, FAKE, *arguments, cwd=cwd, **more)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def notebook(*cells, **more):
    return json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells], **more}, indent=1)


# With the real fixer

ENDED = 'import openai\nclient = openai.OpenAI()\nclient.responses.create(model="gpt-4", input="x")\n'


@pytest.mark.parametrize(
    ("source", "options", "step"),
    [
        (LEGACY, ["--diff"], "flake8-openai-v1 fix a.py"),
        (LEGACY, ["--diff", "--unsafe-fixes"], "flake8-openai-v1 fix --unsafe-fixes a.py"),
        (LEGACY, [], "pip install -U openai, and run your tests"),
        (HARD, [], "change by hand what the causes above name, then flake8-openai-v1 fix a.py again"),
        (HARD, ["--diff"], "change by hand what the causes above name, then flake8-openai-v1 fix a.py again"),
        (ENDED, [], "change by hand what is left, as its messages say; then pip install -U openai, and run your tests"),
        (UNSURE, [], "flake8-openai-v1 fix --unsafe-fixes --diff a.py"),
        (CLEAN, [], ""),
    ],
)
def test_the_next_step_on_a_terminal(tmp_path, capsys, monkeypatch, source, options, step):
    write(tmp_path, {"a.py": source})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["fix", *options, "a.py"])
    assert capsys.readouterr().err.partition("next: ")[2].rstrip("\n") == step


def test_a_program_is_fixed(tmp_path):
    """The simplest there is: what it says then is a call of the module, or of a client."""
    write(tmp_path, {"a.py": LEGACY, "clean.py": CLEAN, "other.py": "x = 1\n"})
    done = real(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith("3 files: 1 finding fixed in 1 file, 0 left\n")
    text = (tmp_path / "a.py").read_text()
    assert '.chat.completions.create(model="m", messages=[])' in text
    compile(text, "a.py", "exec")
    assert contents(tmp_path) == {"a.py": text.encode(), "clean.py": CLEAN.encode(), "other.py": b"x = 1\n"}
    done = real("--diff", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "3 files: nothing to fix\n")


def test_a_program_is_fixed_on_its_way(tmp_path):
    done = real("-", cwd=tmp_path, stdin=LEGACY)
    assert done.returncode == 0
    assert '.chat.completions.create(model="m", messages=[])' in done.stdout
    assert real("-", cwd=tmp_path, stdin=done.stdout).stdout == done.stdout


def test_a_program_with_settings_answers_and_errors(tmp_path):
    write(tmp_path, {"bot.py": BOT})
    done = real(cwd=tmp_path)
    text = (tmp_path / "bot.py").read_text()
    compile(text, "bot.py", "exec")
    found = program("flake8-openai-v1", "check", cwd=tmp_path).stdout
    assert len(found.splitlines()) == len(done.stdout.splitlines())
    if done.returncode == 0:
        assert found == ""
    else:  # never in part
        assert (done.returncode, text) == (1, BOT)


BOT = """import os
import openai

openai.api_key = os.environ["KEY"]
openai.api_base = "https://gateway.corp.example/v1"


def ask(question):
    try:
        response = openai.ChatCompletion.create(
            model="gpt-4",  # the good one
            messages=[{"role": "user", "content": question}],
        )
    except openai.error.RateLimitError:
        return None
    return response["choices"][0]["message"]["content"]
"""


@pytest.mark.parametrize("options", [[], ["--unsafe-fixes"], ["--client", "instance"], ["--client", "module"]])
def test_nothing_to_fix_nothing_written(tmp_path, options):
    files = {
        "clean.py": CLEAN,
        "other.py": "x = 1\r\n",
        "latin.py": b"# caf\xe9\n",
        "broken.py": "def f(:\n",
        "empty.py": "",
    }
    write(tmp_path, files)
    before = contents(tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    done = real(*options, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "5 files: nothing to fix\n")
    assert contents(tmp_path) == before
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


# What is done and what is said


def test_files_are_fixed_in_place_and_what_is_left_is_said(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b/c.py": LEGACY + HARD.splitlines()[1], "d.py": HARD, "clean.py": CLEAN})
    done = fix(cwd=tmp_path)
    assert done.returncode == 1
    first, second = done.stdout.splitlines()
    assert first.startswith("./b/c.py:3:1: OAI102 openai.Edit.create ")
    assert first.endswith(" [not fixed: nobody knows how]")
    assert LEFT.fullmatch(second)[1] == "./d.py"
    assert done.stderr == (
        f"warning: {NO_GIT} 2 files\nfiles: 1 done, 1 in part, 1 to do\n"
        "4 files: 2 findings fixed in 2 files, 2 left in 2 files\n"
    )
    assert contents(tmp_path) == {
        "a.py": FIXED.encode(),
        "b/c.py": (FIXED + HARD.splitlines()[1]).encode(),
        "d.py": HARD.encode(),
        "clean.py": CLEAN.encode(),
    }


def test_only_files_that_change_are_written(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "d.py": HARD})
    times = [os.stat(tmp_path / name).st_mtime_ns for name in ("a.py", "d.py")]
    inodes = os.stat(tmp_path / "d.py").st_ino
    fix(cwd=tmp_path)
    assert os.stat(tmp_path / "d.py").st_mtime_ns == times[1]
    assert os.stat(tmp_path / "d.py").st_ino == inodes


def test_the_exit_status_is_0_where_nothing_is_left(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    done = fix("a.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"warning: {NO_GIT} a.py\n1 file: 1 finding fixed in 1 file, 0 left\n"


def test_quiet(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "d.py": HARD, "notes.py": LEGACY})
    done = fix("--quiet", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert LEFT.fullmatch(done.stdout.strip())[1] == "./d.py"
    assert (tmp_path / "a.py").read_text() == FIXED


def test_what_fails_is_said_and_the_others_go_on(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "broken.py": "import openai\n(", "fails.py": LEGACY, "d.py": HARD})
    done = fix("a.py", "broken.py", "d.py", "fails.py", "missing.py", cwd=tmp_path)
    assert done.returncode == 2
    hard, failed = done.stdout.splitlines()
    assert LEFT.fullmatch(hard)[1] == "d.py"
    assert failed.startswith("fails.py:")
    assert failed.endswith("[not fixed: the fixer does not like it]")
    lines = done.stderr.splitlines()
    assert lines[0] == "missing.py: no such file or folder"
    assert lines[2].startswith("broken.py: cannot parse: ")
    assert lines[3] == "fails.py: the fixer does not like it"
    assert lines[4] == "files: 1 done, 0 in part, 2 to do"
    assert lines[5] == "4 files, 3 not processed: 1 finding fixed in 1 file, 2 left in 2 files"
    assert (tmp_path / "a.py").read_text() == FIXED
    assert (tmp_path / "fails.py").read_text() == LEGACY


def test_cells_that_fail(tmp_path):
    write(tmp_path, {"n.ipynb": notebook(LEGACY, "def f(:")})
    done = fix(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "./n.ipynb:cell_2: cannot parse: " in done.stderr
    assert "openai.chat.completions.create" in (tmp_path / "n.ipynb").read_text()


def test_options_and_notes(tmp_path):
    text = "import openai\nopenai.Completion.create()\n"
    write(tmp_path, {"a.py": text, "notes.py": LEGACY})
    done = fix("--client", "module", "--diff", cwd=tmp_path)
    assert "./notes.py: module, 2 files\n" in done.stderr
    assert "completions.create" in done.stdout
    assert "-openai.Completion.create()" not in done.stdout
    assert fix("--unsafe-fixes", "a.py", cwd=tmp_path).returncode == 0
    assert (tmp_path / "a.py").read_text() == text.replace("Completion", "completions")
    assert "./notes.py: auto, 1 files\n" in fix("./notes.py", cwd=tmp_path).stderr


def test_all_files_of_a_run_are_given_to_the_fixer(tmp_path):
    write(tmp_path, {"notes.py": LEGACY, "other.py": "x = 1\n", "broken.py": "("})
    assert "./notes.py: auto, 3 files\n" in fix(cwd=tmp_path).stderr


def test_selection(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    for options in (["--ignore", "OAI102"], ["--select", "OAI105"]):
        done = fix(*options, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 file: nothing to fix\n")
    write(tmp_path, {"a.py": LEGACY.replace(")\n", ")  # noqa\n")})
    assert fix(cwd=tmp_path).stderr == "1 file: nothing to fix\n"
    fix("--disable-noqa", cwd=tmp_path)
    assert (tmp_path / "a.py").read_text() == FIXED.replace(")\n", ")  # noqa\n")


def test_settings_and_excludes(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "old/b.py": LEGACY, "c.py": LEGACY})
    write(tmp_path, {"setup.cfg": "[flake8]\nexclude = old\nper-file-ignores = c.py: OAI102\n"})
    assert fix(cwd=tmp_path).returncode == 0
    assert contents(tmp_path)["old/b.py"] == contents(tmp_path)["c.py"] == LEGACY.encode()
    assert fix("--force-exclude", "old/b.py", cwd=tmp_path).stderr == "0 files: nothing to fix\n"
    assert fix("--exclude", "a.py,c.py", cwd=tmp_path).returncode == 0
    assert contents(tmp_path)["old/b.py"] == FIXED.encode()


def test_statistics(tmp_path):
    write(tmp_path, {"a.py": LEGACY + "openai.api_base = 'x'\n", "d.py": HARD})
    done = fix("--statistics", cwd=tmp_path)
    numbers = ["1     fixed 1     left OAI102 removed-call", "0     fixed 1     left OAI105 renamed-setting"]
    assert done.stdout.splitlines()[2:] == numbers
    write(tmp_path, {"a.py": LEGACY})
    done = fix("--statistics", "--diff", "a.py", cwd=tmp_path)
    assert "OAI102" not in done.stdout
    assert done.stderr.splitlines()[0] == "1     fixed 0     left OAI102 removed-call"
    done = fix("--statistics", "--output-format", "json", "a.py", cwd=tmp_path)
    assert json.loads(done.stdout)["findings"] == []
    assert "1     fixed 0     left OAI102 removed-call\n" in done.stderr


def test_json(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "d.py": HARD})
    done = fix("--output-format", "json", cwd=tmp_path)
    assert done.returncode == 1
    [row] = json.loads(done.stdout)["findings"]
    assert (row["path"], row["code"], row["cause"]["reason"]) == ("./d.py", "OAI102", "nobody knows how")


def test_github(tmp_path):
    write(tmp_path, {"d.py": HARD})
    done = fix("--output-format", "github", cwd=tmp_path)
    assert done.stdout.startswith("::error file=d.py,line=2,col=1,")
    assert done.stdout.endswith(" [not fixed: nobody knows how]\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--client", "both"], "argument --client: invalid choice: 'both'"),
        (["--select", "E501"], "argument --select: unknown code 'E501'"),
        (["--target-version", "0.28"], "argument --target-version: openai 0.28 is not a target"),
        (["--config", "none.cfg"], "flake8-openai-v1: none.cfg: cannot read: No such file or directory"),
    ],
)
def test_wrong_usage(tmp_path, arguments, said):
    write(tmp_path, {"a.py": LEGACY})
    done = real(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert contents(tmp_path) == {"a.py": LEGACY.encode()}


def test_help(tmp_path):
    done = real("--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: flake8-openai-v1 fix")


def test_a_fixer_that_fails_as_a_whole_writes_nothing(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    done = fix(cwd=tmp_path, DURING="raise KeyError('x')")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "flake8-openai-v1: internal error, please report it: KeyError: 'x'\n"
    assert contents(tmp_path) == {"a.py": LEGACY.encode()}


# Standard input


def test_standard_input(tmp_path):
    done = fix("-", cwd=tmp_path, stdin=LEGACY)
    assert (done.returncode, done.stdout) == (0, FIXED)
    assert done.stderr == "1 file: 1 finding fixed in 1 file, 0 left\n"
    done = fix("-", "--stdin-filename", "src/a.py", cwd=tmp_path, stdin=HARD)
    assert (done.returncode, done.stdout) == (1, HARD)
    assert LEFT.fullmatch(done.stderr.splitlines()[0])[1] == "src/a.py"
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"x = 1",
        b"caf\xe9\r\nx",
        CLEAN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf# openai\r# mixed\n",
        b"import openai\n(",
        b"import openai\n# caf\xe9\n",
    ],
)
def test_standard_input_comes_out_as_it_came_where_nothing_is_fixed(tmp_path, text):
    words = [sys.executable, FAKE, "-", "--quiet"]
    done = subprocess.run(words, input=text, cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout == text
    failed = b"openai\n(" in text or b"openai\n# caf\xe9" in text
    assert done.returncode == (2 if failed else 0)
    assert done.stderr.startswith(b"stdin: cannot ") if failed else done.stderr == b""


def test_the_bytes_of_standard_input(tmp_path):
    text = f"# coding: latin-1\n{LEGACY}s = 'é'".replace("\n", "\r\n").encode("latin-1")
    done = subprocess.run([sys.executable, FAKE, "-"], input=text, cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout == text.replace(b"ChatCompletion", b"chat.completions")


def test_standard_input_beside_files(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "d.py": HARD})
    done = fix("-", "a.py", "d.py", cwd=tmp_path, stdin=LEGACY)
    assert (done.returncode, done.stdout) == (1, FIXED)
    assert any(LEFT.fullmatch(line) for line in done.stderr.splitlines())
    assert contents(tmp_path)["a.py"] == FIXED.encode()


def test_a_notebook_from_standard_input(tmp_path):
    done = fix("-", "--stdin-filename", "n.ipynb", cwd=tmp_path, stdin=notebook(LEGACY))
    assert done.stdout == notebook(FIXED)


# Diffs

MANY_KINDS = {
    "plain.py": LEGACY,
    "no end.py": LEGACY.rstrip("\n"),
    "crlf.py": LEGACY.replace("\n", "\r\n"),
    "crlf no end.py": LEGACY.rstrip("\n").replace("\n", "\r\n"),
    "mixed.py": f"import os\r\n{LEGACY}x = 1\r\n\x0cy = '''a\rb'''\n",
    "bom.py": b"\xef\xbb\xbf" + LEGACY.encode(),
    "latin.py": f"# coding: latin-1\n# é\n{LEGACY}# é".encode("latin-1"),
    "tabs.py": LEGACY.replace("openai.", "if 1:\n\topenai."),
    "long.py": LEGACY + "x = 1\n" * 3000 + LEGACY + "x = 1\n" * 3000 + LEGACY,
    "deep/er/file.py": LEGACY,
    "nb.ipynb": notebook(LEGACY, "x = 1", metadata={"a": "é"}),
    "nb one line.ipynb": json.dumps(json.loads(notebook(LEGACY))),
    "left.py": HARD,
}
ODD_NAMES = ["é.py", 'quo"te.py', "back\\slash.py", "tab\there.py", "line\nend.py", " spaces .py", "$HOME.py"]


def applied(folder, patch, inside="."):
    git(folder, "init", "--quiet")
    subprocess.run(["git", "apply", "--check", "-"], cwd=folder / inside, input=patch, check=True)
    subprocess.run(["git", "apply", "-"], cwd=folder / inside, input=patch, check=True, capture_output=True)
    return contents(folder)


@posix
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_diff_can_be_applied(tmp_path):
    folder, copy = tmp_path / "folder", tmp_path / "copy"
    write(folder, MANY_KINDS)
    for name in ODD_NAMES:
        write(folder, {name: LEGACY})
    before = contents(folder)
    shutil.copytree(folder, copy)
    done = subprocess.run([sys.executable, FAKE, "--diff"], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 1
    assert contents(folder) == before
    assert done.stderr.splitlines()[-1].endswith(b" would be fixed in 19 files, 1 left in 1 file")
    assert b"not fixed" not in done.stdout
    assert b"left.py:2:1: OAI102" in done.stderr
    fix("--quiet", cwd=copy)
    assert applied(folder, done.stdout) == contents(copy) != before


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_diff_names_files_from_the_current_folder(tmp_path):
    write(tmp_path, {"src/pkg/a.py": LEGACY, "src/b.py": LEGACY})
    for arguments in ([], ["."], ["pkg", "b.py"], [tmp_path / "src"], ["../src/pkg/../pkg", "./b.py"]):
        done = fix("--diff", *arguments, cwd=tmp_path / "src")
        assert re.findall(r"(?m)^\+\+\+ (.*)$", done.stdout) in (["b/b.py", "b/pkg/a.py"], ["b/pkg/a.py", "b/b.py"])
    assert set(applied(tmp_path, done.stdout.encode(), "src").values()) == {FIXED.encode()}


def test_a_diff_of_a_file_elsewhere(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b/c.py": ""})
    done = fix("--diff", "../a.py", cwd=tmp_path / "b")
    assert f"+++ b/{(tmp_path / 'a.py').as_posix().lstrip('/')}\n" in done.stdout


def test_a_diff_of_nothing(tmp_path):
    write(tmp_path, {"a.py": CLEAN})
    done = fix("--diff", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 file: nothing to fix\n")
    write(tmp_path, {"a.py": HARD})
    done = fix("--diff", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert LEFT.fullmatch(done.stderr.splitlines()[0])


def test_a_diff_of_standard_input(tmp_path):
    done = fix("--diff", "-", "--stdin-filename", "src/a.py", cwd=tmp_path, stdin=LEGACY)
    assert done.returncode == 1
    assert done.stdout == DIFF.replace("a.py", "src/a.py")


DIFF = f"""--- a/a.py
+++ b/a.py
@@ -1,2 +1,2 @@
 import openai
-{LEGACY.splitlines()[1]}
+{FIXED.splitlines()[1]}
"""


def test_a_diff_says_nothing_about_git_and_needs_no_right_to_write(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    (tmp_path / "a.py").chmod(0o444)
    done = fix("--diff", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, DIFF)
    assert done.stderr == "1 file: 1 finding would be fixed in 1 file, 0 left\n"


def test_a_diff_of_what_fails(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "fails.py": LEGACY})
    done = fix("--diff", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, DIFF)


@posix
def test_colours_on_a_terminal(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "d.py": HARD})

    def shown(*arguments, **environment):
        status, text = screen([sys.executable, FAKE, "--diff", *arguments], cwd=tmp_path, **environment)
        assert status == 1
        return text

    coloured = shown()
    assert f"\033[31m-{LEGACY.splitlines()[1]}\033[m\n" in coloured
    assert f"\033[32m+{FIXED.splitlines()[1]}\033[m\n" in coloured
    assert "\033[1m--- a/a.py\033[m\n" in coloured
    assert "\033[1m\033[31merror\033[m \033[1mOAI102 removed-call\033[m\n" in coloured
    plain = shown("--no-color")
    assert plain.startswith(DIFF)
    assert re.sub(r"\033\[\d*m", "", coloured) == plain
    assert shown(NO_COLOR="1") == shown(TERM="dumb") == plain


# What cannot be written


def test_a_read_only_file_is_said_and_left(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b.py": LEGACY, "fine.py": CLEAN})
    for name in ("b.py", "fine.py"):
        (tmp_path / name).chmod(0o444)
    done = fix(cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == f"./b.py:2:1: {MESSAGE} [not fixed: cannot write: the file is read-only]\n"
    assert done.stderr.splitlines() == [
        f"warning: {NO_GIT} ./a.py",
        "./b.py: cannot write: the file is read-only",
        "files: 1 done, 0 in part, 1 to do",
        "3 files, 1 not processed: 1 finding fixed in 1 file, 1 left in 1 file",
    ]
    assert contents(tmp_path) == {"a.py": FIXED.encode(), "b.py": LEGACY.encode(), "fine.py": CLEAN.encode()}


def test_the_fixer_knows_which_files_cannot_be_written(tmp_path):
    """What goes together is fixed together, so it is asked first: the work is done once."""
    write(tmp_path, {"a.py": LEGACY, "b[1].py": LEGACY, "fails.py": LEGACY})
    (tmp_path / "b[1].py").chmod(0o444)
    ask = "print('asked', *(source.kept for source in sources), sep=', ', file=sys.stderr)"
    done = fix("--select", "OAI102", cwd=tmp_path, DURING=ask)
    assert [line for line in done.stderr.splitlines() if "asked" in line] == [
        "asked, None, cannot write: the file is read-only, None",
    ]


@pytest.mark.parametrize(
    ("during", "said"),
    [
        ("open('b.py', 'a').write('# more\\n')", "cannot write: it changed since it was read"),
        ("os.unlink('b.py')", "cannot write: it was removed since it was read"),
    ],
)
def test_a_file_that_changes_meanwhile(tmp_path, during, said):
    write(tmp_path, {"a.py": LEGACY, "b.py": LEGACY})
    done = fix(cwd=tmp_path, DURING=f"if not sources[-1].kept: {during}")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"./b.py: {said}\n" in done.stderr
    after = contents(tmp_path)
    assert after.pop("a.py") == FIXED.encode()
    assert after == ({"b.py": f"{LEGACY}# more\n".encode()} if "changed" in said else {})


@posix
def test_a_full_disk(tmp_path):
    """No file may be larger than a limit: what is larger is as it was, the others are done."""
    write(tmp_path, {"a.py": LEGACY, "b.py": LEGACY + "# x\n" * 5000})
    import resource

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    words = [sys.executable, FAKE]
    done = subprocess.run(words, cwd=tmp_path, preexec_fn=limited, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "./b.py: cannot write: File too large\n" in done.stderr
    assert done.stdout == f"./b.py:2:1: {MESSAGE} [not fixed: cannot write: File too large]\n"
    assert contents(tmp_path) == {
        "a.py": FIXED.encode(),
        "b.py": f"{LEGACY}{'# x' + chr(10)}".encode() + b"# x\n" * 4999,
    }


@posix
def test_links(tmp_path):
    write(tmp_path, {"real.py": LEGACY, "more/other.py": LEGACY})
    (tmp_path / "a_link.py").symlink_to("real.py")
    (tmp_path / "b_link.py").symlink_to("a_link.py")
    (tmp_path / "more" / "hard.py").hardlink_to(tmp_path / "more" / "other.py")
    done = fix(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith("5 files: 3 findings fixed in 3 files, 0 left\n")
    assert set(contents(tmp_path).values()) == {FIXED.encode()}
    assert os.readlink(tmp_path / "a_link.py") == "real.py"
    write(tmp_path, {"real.py": LEGACY})
    assert fix("b_link.py", cwd=tmp_path).returncode == 0
    assert os.readlink(tmp_path / "b_link.py") == "a_link.py"
    assert (tmp_path / "real.py").read_text() == FIXED


@posix
def test_the_mode_is_kept(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    (tmp_path / "a.py").chmod(0o750)
    fix(cwd=tmp_path)
    assert (tmp_path / "a.py").stat().st_mode & 0o7777 == 0o750


AT_WRITING = """
def written(*given, write=command._written, **named):
    print(flush=True)
    return write(*given, **named)
command._written = written
"""
"""Says when files begin to be written."""


@posix
def test_killed_at_any_moment_no_file_is_half_written(tmp_path):
    text = LEGACY + "# more\n" * 3000
    wanted = {text.encode(), text.replace("ChatCompletion", "chat.completions").encode()}
    write(tmp_path, {f"{number:03}.py": text for number in range(150)})
    seen = set()
    for _ in range(12):
        words = [sys.executable, FAKE, "--quiet"]
        with subprocess.Popen(words, cwd=tmp_path, env={**os.environ, "DURING": AT_WRITING}, stdout=-1) as run:
            run.stdout.readline()
            time.sleep(random.uniform(0, 0.05))
            run.kill()
        now = {path.read_bytes() for path in tmp_path.glob("*.py")}
        assert now <= wanted
        seen.add(len(now))
        for path in tmp_path.glob(".*"):  # of the file in work
            path.unlink()
    assert fix("--quiet", cwd=tmp_path).returncode == 0
    assert set(contents(tmp_path).values()) == {max(wanted, key=len)}
    assert 2 in seen  # it was killed in the middle


@posix
@pytest.mark.parametrize(("sign", "number"), [(signal.SIGINT, 300), (signal.SIGTERM, 1000)])
def test_interrupted(tmp_path, sign, number):
    text = LEGACY + "# more\n" * 3000
    write(tmp_path, {f"{name:04}.py": text for name in range(number)})
    words = [sys.executable, FAKE]
    env = {**os.environ, "DURING": "print(flush=True)"}
    with subprocess.Popen(words, cwd=tmp_path, env=env, stdout=-1, stderr=-1) as run:
        run.stdout.readline()
        while len(os.listdir(tmp_path)) == number and run.poll() is None:  # until the first is written beside
            pass
        run.send_signal(sign)
        _, said = run.communicate()
    assert run.returncode == (130 if sign == signal.SIGINT else 143)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".py"] == []
    written = sum(b"chat.completions" in content for content in contents(tmp_path).values())
    lines = said.decode().splitlines()
    assert f"{written:,} of {number:,} files were written" in lines
    assert ("flake8-openai-v1: interrupted" in lines) == (sign == signal.SIGINT)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_interrupted_between_a_file_and_its_count(tmp_path, moment):
    write(tmp_path, {"a.py": LEGACY, "b.py": LEGACY, "c.py": LEGACY})
    code = (
        "import os, sys\nfrom flake8_openai_v1.cli import main\nreal, calls = os.replace, []\n"
        "def replace(*paths):\n    calls.append(paths)\n"
        f"    if len(calls) < 2 or {moment!r} == 'after':\n        real(*paths)\n"
        "    if len(calls) == 2:\n        raise KeyboardInterrupt\n"
        "os.replace = replace\nsys.exit(main(['fix', '.']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    written = sum(b"chat.completions" in content for content in contents(tmp_path).values())
    assert written == (2 if moment == "after" else 1)
    assert f"{written} of 3 files were written" in done.stderr.splitlines()
    assert done.returncode == 130


# What git has


@pytest.fixture
def tree(tmp_path):
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    write(tmp_path, {"a.py": LEGACY, "src/b.py": LEGACY, "other.py": "x = 1\n", ".gitignore": "ignored*\n"})
    commit(tmp_path)
    return tmp_path


def warnings(done):
    return [line for line in done.stderr.splitlines() if line.startswith("warning")]


def test_nothing_is_said_of_files_that_git_has(tree):
    write(tree, {"other.py": "x = 2\n", "new.py": "x = 3\n", "hard.py": HARD})
    assert warnings(fix(cwd=tree)) == []


def test_uncommitted_changes(tree):
    write(tree, {"src/b.py": f"{LEGACY}# mine\n"})
    assert warnings(fix("--diff", cwd=tree)) == []
    assert warnings(fix("a.py", cwd=tree)) == []
    assert warnings(fix("../a.py", "b.py", cwd=tree / "src")) == ["warning: uncommitted changes in b.py"]


@pytest.mark.parametrize("name", ["new.py", "src/new.py", "more/new.py", "ignored.py", "ignored/new.py", "é new.py"])
def test_files_that_git_does_not_have(tree, name):
    write(tree, {name: LEGACY})
    assert warnings(fix(name, "a.py", cwd=tree)) == [f"warning: uncommitted changes in {name}"]


def test_changes_that_are_staged(tree):
    write(tree, {"a.py": f"{LEGACY}# mine\n", "src/b.py": f"{LEGACY}# mine\n"})
    git(tree, "add", "--all")
    assert warnings(fix(cwd=tree)) == ["warning: uncommitted changes in 2 files"]


def test_pre_commit_takes_care_itself(tree):
    write(tree, {"a.py": f"{LEGACY}# mine\n"})
    assert warnings(fix("a.py", cwd=tree, PRE_COMMIT="1")) == []


def test_in_and_out_of_repositories(tree, tmp_path_factory):
    outside = write(tmp_path_factory.mktemp("outside"), {"c.py": LEGACY, "d.py": LEGACY})
    write(tree, {"a.py": f"{LEGACY}# mine\n"})
    done = fix("a.py", "src", outside, cwd=tree)
    assert warnings(done) == [f"warning: uncommitted changes in a.py; {NO_GIT} 2 files"]


def test_without_git(tree, tmp_path):
    write(tree, {"a.py": f"{LEGACY}# mine\n"})
    done = fix(cwd=tree, PATH=str(tmp_path / "nowhere"))
    assert (done.returncode, warnings(done)) == (0, [])


def test_a_repository_that_is_broken(tmp_path):
    write(tmp_path, {"a.py": LEGACY, ".git": "gitdir: nowhere\n"})
    done = fix(cwd=tmp_path)
    assert (done.returncode, warnings(done)) == (0, [])


@posix
def test_no_program_of_the_repository_is_run(tree):
    git(tree, "config", "core.fsmonitor", f"touch {tree}/run; false")
    write(tree, {"a.py": f"{LEGACY}# mine\n"})
    assert warnings(fix("a.py", cwd=tree)) == ["warning: uncommitted changes in a.py"]
    assert not (tree / "run").exists()


# What is loaded


@pytest.mark.parametrize("error", ["ImportError('no such wheel')", "ModuleNotFoundError(\"No module named 'x'\")"])
def test_without_the_rewriter(tmp_path, error):
    write(tmp_path, {"lib/ast_grep_py.py": f"raise {error}\n", "a.py": LEGACY})
    done = real("a.py", cwd=tmp_path, PYTHONPATH=str(tmp_path / "lib"))
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(
        r"flake8-openai-v1: fix needs the package ast-grep-py, which cannot be imported: .*\n", done.stderr
    )
    assert contents(tmp_path)["a.py"] == LEGACY.encode()
    done = program("flake8-openai-v1", "check", "a.py", cwd=tmp_path, PYTHONPATH=str(tmp_path / "lib"))
    assert (done.returncode, done.stdout) == (1, f"a.py:2:1: {MESSAGE}\n")


def test_linting_loads_nothing_of_the_fixer(tmp_path):
    code = (
        "import sys, flake8_openai_v1.plugin\n"
        "from flake8_openai_v1.cli import main\n"
        "main(['check', '-'])\n"
        "print(*sorted(name for name in sys.modules if name.startswith('flake8_openai_v1.')), *sys.modules)"
    )
    loaded = set(python(code, cwd=tmp_path, stdin=LEGACY).stdout.splitlines()[-1].split())
    unwanted = {f"flake8_openai_v1.{name}" for name in ("fix.fixer", "fix.migrate", "cli.writing", "cli.patch")}
    assert loaded & (unwanted | {"ast_grep_py"}) == set()
    assert "flake8_openai_v1.lint.linter" in loaded


# The library


def test_the_doors_of_the_library():
    import flake8_openai_v1

    assert sorted(flake8_openai_v1.__all__) == ["fix_source", "fixes", "lint_source"]
    assert callable(flake8_openai_v1.lint_source)


def test_fix_source(tmp_path):
    code = (
        "import sys, flake8_openai_v1\n"
        "print('flake8_openai_v1.fix.fixer' in sys.modules)\n"
        f"print(flake8_openai_v1.fix_source({LEGACY!r}))"
    )
    done = python(code, cwd=tmp_path)
    first, *fixed = done.stdout.splitlines()
    assert first == "False"
    assert any(".chat.completions.create(" in line for line in fixed)
