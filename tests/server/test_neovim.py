"""A real editor: Neovim with its own client opens a file, takes a quick fix, and saves."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from documents import ROOT, blocks
from faces.runs import program

SCRIPT = Path(__file__).with_name("edit.lua")
NEOVIM = shutil.which("nvim")
pytestmark = pytest.mark.skipif(NEOVIM is None, reason="there is no Neovim here: apt-get install neovim")
EXAMPLE = (ROOT / "examples" / "before.py").read_text()
EMOJI = "x = '🦜日'; " + EXAMPLE.partition("\n")[2].lstrip()


def edit(folder, name, title):
    """What Neovim prints when it takes the action whose title begins so, at the first finding."""
    words = [NEOVIM, "--headless", "-n", "-u", "NONE", "-S", SCRIPT, "--", name, sys.executable, title]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("text", [EXAMPLE, EMOJI], ids=["plain", "emoji"])
def test_a_quick_fix_is_taken_and_saved(tmp_path, text):
    for name in ("editor.py", "command.py"):
        (tmp_path / name).write_text(text)
    *shown, last = edit(tmp_path, "editor.py", "Migrate this file")
    assert last == "true true 0 left"
    assert [line.split()[1] for line in shown] == ["OAI105", "OAI102", "OAI110", "OAI107", "OAI108", "OAI112"]
    program("flake8-openai-v1", "fix", "command.py", cwd=tmp_path)
    assert (tmp_path / "editor.py").read_bytes() == (tmp_path / "command.py").read_bytes() != text.encode()


def test_a_finding_is_ignored(tmp_path):
    (tmp_path / "a.py").write_text("import openai\nopenai.ChatCompletion.create(model='m')\n")
    assert edit(tmp_path, "a.py", "Ignore OAI102 here")[-1] == "true true 0 left"
    assert "create(model='m')  # noqa: OAI102\n" in (tmp_path / "a.py").read_text()


def test_lua_in_the_documents_compiles(tmp_path):
    texts = [block.text for block in blocks("lua")]
    assert len(texts) == 2
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.lua").write_text(text)
        check = f"lua local made, why = loadfile('{number}.lua'); io.stdout:write(why or 'fine')"
        words = [NEOVIM, "--headless", "-n", "-u", "NONE", "-c", check, "-c", "qall!"]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
        assert done.stdout == "fine", done.stdout
