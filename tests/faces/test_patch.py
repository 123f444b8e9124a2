"""Diffs: git makes of the old text the new one, whatever bytes they have."""

from __future__ import annotations

import random
import shutil
import subprocess

import pytest
from faces.runs import write

from flake8_openai_v1.cli.patch import patch

LINES = [
    b"x",
    b"y",
    b"",
    b" ",
    b"\t",
    b"z\r",
    b"\r",
    b"\x0c",
    b"caf\xe9",
    b"-- a",
    b"++ b",
    b"-",
    b"\\ No",
    b"\xef\xbb\xbf",
    b"a\rb",
]


def some_text(chance):
    text = b"\n".join(chance.choices(LINES, k=chance.randrange(1, 40)))
    return text + chance.choice([b"", b"\n", b"\r\n"])


def another(text, chance):
    """A text with a few other lines, or another end."""
    lines = text.split(b"\n")
    for _ in range(chance.randrange(1, 4)):
        first = chance.randrange(len(lines))
        lines[first : first + chance.randrange(3)] = chance.choices(LINES, k=chance.randrange(3))
        lines = lines or [b"x"]
    return b"\n".join(lines)


def test_nothing_differs():
    assert list(patch("a.py", b"x\n", b"x\n")) == []


def test_a_line():
    assert b"".join(patch("a.py", b"x\ny\n", b"x\nz")) == (
        b"--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n x\n-y\n+z\n\\ No newline at end of file\n"
    )


def test_colours():
    assert b"".join(patch("a.py", b"x\r\ny\n", b"z\r\ny\n", colour=True)) == (
        b"\033[1m--- a/a.py\033[m\n\033[1m+++ b/a.py\033[m\n\033[36m@@ -1,2 +1,2 @@\033[m\n"
        b"\033[31m-x\r\033[m\n\033[32m+z\r\033[m\n y\n"
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_applies_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    chance = random.Random(1)
    before = {f"{number}.py": some_text(chance) for number in range(400)}
    after = {name: another(text, chance) for name, text in before.items()}
    write(tmp_path, before)
    subprocess.run(["git", "init", "--quiet"], check=True)
    text = b"".join(line for name in before for line in patch(name, before[name], after[name]))
    done = subprocess.run(["git", "apply", "-"], input=text, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert {name: (tmp_path / name).read_bytes() for name in before} == after
