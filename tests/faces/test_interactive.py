"""`fix --interactive` on a terminal: what is asked, and what is written after which answers."""

from __future__ import annotations

import json
import os
import select
import sys
import time

import pytest
from faces.runs import program, write

pty = pytest.importorskip("pty", reason="another system's terminals")

BEFORE = """\
import openai


def first():
    return openai.Moderation.create(input="a")["results"][0]["flagged"]


def second():
    return openai.Moderation.create(input="b")["results"][0]["flagged"]


def third():
    return openai.Moderation.create(input="c")["results"][0]["flagged"]
"""
PROMPT = b"[y,n,a,q,?]? "


def after(*letters):
    text = BEFORE
    for letter in letters:
        old = f'openai.Moderation.create(input="{letter}")["results"][0]["flagged"]'
        text = text.replace(old, f'openai.moderations.create(input="{letter}").results[0].flagged')
    return text


def talk(folder, answers, *arguments):
    """Run the command on a terminal, and give an answer to each question. Gives its exit status and what it showed."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ["NO_COLOR"] = "1"
        command = [sys.executable, "-m", "flake8_openai_v1", "fix", "--interactive", *arguments]
        os.execv(sys.executable, command)
    shown, waiting, end = b"", answers, time.monotonic() + 60
    asked = 0
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        if shown.count(PROMPT) > asked and waiting:
            asked = shown.count(PROMPT)
            os.write(terminal, waiting.pop(0))
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode().replace("\r\n", "\n")


@pytest.fixture
def bot(tmp_path):
    write(tmp_path, {"bot.py": BEFORE, ".git/HEAD": ""})
    return tmp_path / "bot.py"


@pytest.mark.parametrize(
    ("answers", "letters"),
    [
        ([b"y\n", b"n\n", b"y\n"], "ac"),
        ([b"n\n", b"a\n"], "bc"),
        ([b"y\n", b"q\n"], "a"),
        ([b"a\n"], "abc"),
        ([b"n\n", b"n\n", b"n\n"], ""),
        ([b"q\n"], ""),
        ([b"?\n", b"what\n", b"Yes\n", b"q\n"], "a"),
        ([b"y\n", b"\x04"], "a"),  # Ctrl-D
    ],
)
def test_answers(bot, answers, letters):
    status, shown = talk(bot.parent, answers, ".")
    assert bot.read_text() == after(*letters)
    assert status == (0 if letters == "abc" else 1)
    assert "Migrate this call and its read" in shown
    assert "internal error" not in shown
    if letters and letters != "abc":
        assert f"{6 - 2 * len(letters)} left" in shown


def test_what_is_shown(bot):
    _, shown = talk(bot.parent, [b"?\n", b"q\n"], ".")
    assert '-    return openai.Moderation.create(input="a")["results"][0]["flagged"]\n' in shown
    assert '+    return openai.moderations.create(input="a").results[0].flagged\n' in shown
    assert "(1/3) " in shown
    assert "a - make this fix and all that follow\n" in shown
    assert '"b"' not in shown.split("(1/3)")[0]


def test_the_file_is_written_at_the_end(bot):
    seen = []

    class Looking(list):
        def pop(self, at):
            seen.append(bot.read_text())
            return super().pop(at)

    talk(bot.parent, Looking([b"y\n", b"y\n", b"y\n"]), ".")
    assert seen == [BEFORE] * 3
    assert bot.read_text() == after(*"abc")


def test_ctrl_c_keeps_what_was_said(bot):
    status, shown = talk(bot.parent, [b"y\n", b"\x03"], ".")
    assert status == 130
    assert bot.read_text() == after("a")
    assert "Traceback" not in shown
    assert sorted(os.listdir(bot.parent)) == [".git", "bot.py"]


def test_a_client_takes_its_file_along(tmp_path):
    text = 'import openai\n\nopenai.api_key = "k"\n' + BEFORE.partition("\n")[2]
    write(tmp_path, {"bot.py": text + "\nprint(first())\n", ".git/HEAD": ""})
    _, shown = talk(tmp_path, [b"n\n"], ".")
    assert "(1/1) Migrate this file" in shown
    assert (tmp_path / "bot.py").read_text() == text + "\nprint(first())\n"


def test_what_calls_need_is_shown_with_the_first(tmp_path):
    text = "import os\n" + BEFORE.replace("\n", "\nopenai.api_base = os.environ['X']\n", 1) + "\nprint(first())\n"
    write(tmp_path, {"bot.py": text, ".git/HEAD": ""})
    _, shown = talk(tmp_path, [b"n\n", b"y\n", b"n\n"], "--client", "module", ".")
    made = (tmp_path / "bot.py").read_text()
    assert "base_url" in made
    assert 'openai.moderations.create(input="b")' in made
    assert made.count("openai.Moderation.create") == 2
    assert "+openai.base_url" in shown.split("(1/3)")[0]


def test_a_notebook_is_one_fix(tmp_path):
    cells = [{"cell_type": "code", "source": part} for part in BEFORE.split("\n\n\n")]
    data = json.dumps({"cells": cells})
    write(tmp_path, {"a.ipynb": data, ".git/HEAD": ""})
    talk(tmp_path, [b"n\n"], ".")
    assert (tmp_path / "a.ipynb").read_text() == data
    _, shown = talk(tmp_path, [b"y\n"], ".")
    assert "(1/1)" in shown
    assert "moderations" in (tmp_path / "a.ipynb").read_text()
    assert "Moderation.create" not in (tmp_path / "a.ipynb").read_text()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_bytes_that_no_fix_touches_are_the_same(tmp_path, newline):
    data = ("\ufeff# ä\u2028\n" + BEFORE).replace("\n", newline).encode()
    write(tmp_path, {"bot.py": data, ".git/HEAD": ""})
    talk(tmp_path, [b"n\n", b"y\n", b"n\n"], ".")
    assert (tmp_path / "bot.py").read_bytes() == ("\ufeff# ä\u2028\n" + after("b")).replace("\n", newline).encode()


@pytest.mark.parametrize(
    ("arguments", "why"), [(["."], "there is none"), (["--diff", "."], "--diff"), (["-"], "input")]
)
def test_without_a_terminal(bot, arguments, why):
    done = program("flake8-openai-v1", "fix", "--interactive", *arguments, cwd=bot.parent)
    assert done.returncode == 2
    assert why in done.stderr
    assert done.stdout == ""
    assert bot.read_text() == BEFORE
