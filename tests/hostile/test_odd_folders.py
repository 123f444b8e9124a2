"""Folders and entries that no project has: nothing is waited for, nothing is read for ever, the others are done."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time

import pytest
from faces.runs import SCRIPTS, flake8, program, write

from flake8_openai_v1.project.discovery import find

LEGACY = "import openai\nopenai.Model.list()\n"
FIXED = "import openai\nopenai.models.list()\n"
COMMANDS = [["check"], ["fix", "--diff"], ["report"], ["fix"]]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="other file systems")


@pytest.fixture
def deep(tmp_path):
    """A folder that 1,100 folders lie in, one in the other, and in the last of them a file."""
    here, names = os.getcwd(), 1_100
    write(tmp_path, {"top/a.py": LEGACY})
    os.chdir(tmp_path / "top")
    for _ in range(names):
        os.mkdir("d")
        os.chdir("d")
    with open("b.py", "w") as file:
        file.write(LEGACY)
    os.chdir(here)
    yield tmp_path / "top"
    subprocess.run(["rm", "-r", tmp_path / "top"], check=True)  # Python's own way is recursive


def test_a_deep_folder(deep):
    for words in COMMANDS:
        start = time.monotonic()
        done = program("flake8-openai-v1", *words, cwd=deep)
        assert done.returncode == (0 if words in (["fix"], ["report"]) else 1), done.stderr
        assert "internal error" not in done.stderr
        assert "internal error" not in done.stdout
        assert time.monotonic() - start < 60  # it is about one; it was minutes
    files = find([str(deep)], *_settings())
    assert len(files) == 2
    for path in files:
        with open(path) as file:
            assert file.read() == FIXED


def test_a_file_in_a_deep_folder(deep):
    """Named itself: the way up to its project is long, too."""
    path = "d/" * 1_100 + "b.py"
    assert program("flake8-openai-v1", "fix", path, cwd=deep).returncode == 0
    assert (deep / path).read_text() == FIXED
    assert (deep / "a.py").read_text() == LEGACY
    assert flake8("--select", "OAI", path, cwd=deep).stdout == ""


def _settings():
    from flake8_openai_v1.project.config import Config

    def failed(path, error):
        raise AssertionError(path, error)

    return Config(), failed


SPARSE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (700 * 2**20, 700 * 2**20))
from flake8_openai_v1.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs files with holes, and a limit of memory")
@pytest.mark.parametrize("words", [["check"], ["fix", "--diff"], ["fix"], ["report"]], ids=" ".join)
def test_huge_files(tmp_path, words):
    """One larger than any source, one that is too large for the memory; neither hides what is beside it."""
    write(tmp_path, {"a.py": LEGACY})
    for name, size in (("huge.py", 3 * 2**30), ("large.ipynb", 2**30 - 1)):
        with open(tmp_path / name, "wb") as file:
            file.write(b"import openai\n")
            file.truncate(size)
    done = program(sys.executable, "-c", SPARSE, *words, cwd=tmp_path)
    assert done.returncode == 2
    assert "huge.py: cannot read: larger than 1,073,741,824 bytes\n" in done.stderr
    assert "large.ipynb: cannot read: too large for the memory\n" in done.stderr
    assert "OAI102" in done.stdout or words[0] != "check"
    assert (tmp_path / "a.py").read_text() == (FIXED if words == ["fix"] else LEGACY)
    assert (tmp_path / "huge.py").stat().st_size == 3 * 2**30


@pytest.fixture
def odd(tmp_path):
    """A folder with one of each entry that is no file, under names of files."""
    folder = write(tmp_path / "odd", {"a.py": LEGACY})
    os.mkfifo(folder / "pipe.py")
    links = {
        "device.py": "/dev/zero", "null.py": os.devnull, "over.py": "pipe.py", "self.py": "self.py",
        "one.py": "two.py", "two.py": "one.py", "gone.py": "nowhere", "round": ".", "up": "..", "root": "/",
        "notebook.ipynb": "/dev/zero", ".env": "/dev/zero", "config.py": "/dev/full", "conftest.py": "/dev/random",
    }  # fmt: skip
    for name, target in links.items():
        (folder / name).symlink_to(target)
    (folder / "folder.py").mkdir()
    here = os.getcwd()
    with socket.socket(socket.AF_UNIX) as listening:
        os.chdir(folder)  # a socket's path may not be long
        listening.bind("socket.py")
        os.chdir(here)
        yield folder


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_is_no_file_is_passed_over(odd, words):
    """Only of links that lead nowhere is something said: a person may have meant a file."""
    done = subprocess.run(
        [SCRIPTS / "flake8-openai-v1", *words], cwd=odd, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    said = [line for line in done.stderr.splitlines() if ": cannot " in line]
    assert sorted(line.split(":")[0] for line in said) == ["./gone.py", "./one.py", "./self.py", "./two.py"]
    assert "internal error" not in done.stderr
    assert (odd / "a.py").read_text() == (FIXED if words == ["fix"] else LEGACY)
    assert (odd / "pipe.py").is_fifo()
    assert (odd / "device.py").is_symlink()


def test_what_is_no_file_and_is_named(odd):
    names = {
        "device.py": "a device", "config.py": "a device", "notebook.ipynb": "a device", "self.py": "symbolic links",
        "one.py": "symbolic links", "gone.py": "No such file", "socket.py": "such device or address",
    }  # fmt: skip
    for command in ("check", "fix"):
        done = subprocess.run(
            [SCRIPTS / "flake8-openai-v1", command, "a.py", "pipe.py", "over.py", "null.py", *names],
            cwd=odd, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        for name, reason in names.items():
            assert [line for line in done.stderr.splitlines() if line.startswith(f"{name}: cannot read: ")], name
            assert reason in done.stderr
        assert f"{len(names)} not processed" in done.stderr
    assert (odd / "a.py").read_text() == FIXED


def test_a_loop_of_folders(tmp_path):
    """Links to folders are not followed, so that there is no way round; one that is named is."""
    write(tmp_path, {"project/a.py": LEGACY, "project/sub/b.py": LEGACY})
    for name in ("project/round", "project/sub/round", "project/sub/also"):
        (tmp_path / name).symlink_to(tmp_path / "project")
    assert len(find([str(tmp_path)], *_settings())) == 2
    done = program("flake8-openai-v1", "fix", "project/round", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "2 files" in done.stderr
    assert (tmp_path / "project" / "sub" / "b.py").read_text() == FIXED
