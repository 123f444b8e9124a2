"""Files of settings that nobody can use: one clear line that names the file, and exit status 2."""

from __future__ import annotations

import os
import sys

import pytest
from faces.runs import check, program, write

LEGACY = "import openai\nopenai.Model.list()\n"
TABLE = "[tool.flake8-openai-v1]\n"

TOML = {
    "a table that is a number": "[tool]\nflake8-openai-v1 = 5\n",
    "a table that is a list": "[[tool.flake8-openai-v1]]\nselect = []\n",
    "tables that are no table": 'tool = "flake8-openai-v1"\n' + "x = ",
    "lists in lists": TABLE + "select = " + "[" * 5000 + "]" * 5000 + "\n",
    "tables in tables": TABLE + "per-file-ignores = " + "{a = " * 5000 + "1" + "}" * 5000 + "\n",
    "names of thousand parts": "[" + "a." * 5000 + "b]\n" + TABLE + "select = 3\n",
    "a number for a list": TABLE + "select = 3\n",
    "a table for a list": TABLE + "ignore = {a = 1}\n",
    "a list of numbers": TABLE + "exclude = [1]\n",
    "a list of lists": TABLE + 'exclude = [["a"]]\n',
    "a text for a truth": TABLE + 'disable-noqa = "yes"\n',
    "a list for files": TABLE + 'per-file-ignores = ["a:OAI1"]\n',
    "a number for codes": TABLE + "per-file-ignores = {a = 1}\n",
    "a date for a release": TABLE + "target-version = 2024-01-01\n",
    "a number that is no release": TABLE + f"target-version = 0x{'f' * 5000}\n",
    "no number": TABLE + "target-version = nan\n",
    "a key that nobody knows": TABLE + '"x\\u001b[31m\\n::error::" = 1\n',
    "no such code": TABLE + 'select = ["OAI1\\u001b"]\n',
    "no TOML": TABLE + "select = \n",
    "no UTF-8": (TABLE + "# ").encode() + b"\xff\n",
    "UTF-16": TABLE.encode("utf-16"),
}


def assert_said(done, name: str) -> None:
    assert done.returncode == 2
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line.startswith("flake8-openai-v1: ")
    assert name in line
    assert "internal error" not in line
    assert "\033" not in line


@pytest.mark.parametrize("text", TOML.values(), ids=TOML)
def test_pyproject(tmp_path, text):
    write(tmp_path, {"pyproject.toml": text, "bot.py": LEGACY})
    if isinstance(text, str):
        assert_said(check(cwd=tmp_path), "pyproject.toml")
    assert_said(check("--config", "pyproject.toml", cwd=tmp_path), "pyproject.toml")


INI = {
    "no section": "[other]\nselect = OAI\n",
    "no sections": "select = OAI\n",
    "nothing": "",
    "no ini": "[flake8]\nselect\n  = 1\n= 2\n",
    "twice": "[flake8]\nignore = OAI1\nignore = OAI2\n",
    "two sections": "[flake8]\n[flake8]\n",
    "no truth": "[flake8]\ndisable_noqa = perhaps\n",
    "no release": "[flake8]\nopenai-target-version = \033[31m\n",
    "no files": "[flake8]\nper-file-ignores = OAI1 OAI2 : : x\n",
    "another encoding": "[flake8]\nexclude = \xe9\n".encode("latin-1"),
    "UTF-16": "[flake8]\nselect = OAI\n".encode("utf-16"),
    "null characters": b"\0\0\0",
    "bytes": bytes(range(256)) * 10,
}


@pytest.mark.parametrize("text", INI.values(), ids=INI)
def test_an_ini_file_that_is_named(tmp_path, text):
    write(tmp_path, {"my.cfg": text, "bot.py": LEGACY})
    assert_said(check("--config", "my.cfg", cwd=tmp_path), "my.cfg")


@pytest.mark.parametrize("name", ["setup.cfg", "tox.ini", ".flake8"])
def test_an_ini_file_that_is_found(tmp_path, name):
    """What flake8 passes over is passed over, what it cannot use is said."""
    write(tmp_path, {"bot.py": LEGACY})
    for text in INI.values():
        write(tmp_path, {name: text})
        done = check(cwd=tmp_path)
        if done.returncode == 2:
            assert_said(done, name)
        else:
            assert (done.returncode, "OAI102" in done.stdout) == (1, True), text


def test_files_that_are_none(tmp_path):
    write(tmp_path, {"bot.py": LEGACY, "sub/x": ""})
    for name in ("nowhere", "sub", *(["/dev/zero", "/dev/full"] if os.path.exists("/dev/full") else [])):
        assert_said(check("--config", name, cwd=tmp_path), name)


@pytest.mark.skipif(os.name == "nt", reason="needs pipes")
def test_settings_from_a_pipe(tmp_path):
    write(tmp_path, {"bot.py": LEGACY})
    import subprocess

    words = f"{sys.executable} -m flake8_openai_v1 check --config <(printf '[flake8]\\nignore = OAI1\\n')"
    done = subprocess.run(["bash", "-c", words], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    os.mkfifo(tmp_path / "pipe.cfg")
    assert_said(check("--config", "pipe.cfg", cwd=tmp_path), "pipe.cfg")


@pytest.mark.skipif(sys.platform != "linux", reason="a folder in use cannot be removed")
def test_the_current_folder_is_gone(tmp_path):
    (tmp_path / "gone").mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); from flake8_openai_v1.cli import main; sys.exit(main(['check']))"
    done = program(sys.executable, "-c", code, cwd=tmp_path / "gone")
    assert_said(done, "the current folder")
