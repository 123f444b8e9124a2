"""Paths to files."""

from __future__ import annotations

import os

import pytest
from faces.runs import write

from flake8_openai_v1.project.config import Config, anchored
from flake8_openai_v1.project.discovery import SKIPPED, find


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths, failures=(), config=None, **more):
    failed = []
    files = find(paths, config or Config(), lambda path, error: failed.append((path, str(error))), **more)
    assert failed == list(failures)
    return [path.replace(os.sep, "/") for path in files]


def test_folders_are_searched(here):
    names = ["b.py", "a.py", "n.ipynb", "a/z.pyi", "a/b/c.py", "a b.py", "é.py", "-.py"]
    write(here, dict.fromkeys([*names, "README.md", "a/script", "a.pyc", "a/b/.py.swp", "notes.py.txt"], ""))
    assert found(".") == sorted(f"./{name}" for name in names)
    assert found("a") == ["a/b/c.py", "a/z.pyi"]
    assert found("a/") == ["a/b/c.py", "a/z.pyi"]
    assert found(str(here / "a")) == [str(here / "a/b/c.py"), str(here / "a/z.pyi")]


def test_named_files_are_taken_whatever_they_are_called(here):
    write(here, {"script": "", "a.py": "", "build/x.py": "", ".venv/lib/y.py": ""})
    assert found("script", "a.py") == ["a.py", "script"]
    assert found("build/x.py", ".venv/lib/y.py") == [".venv/lib/y.py", "build/x.py"]
    assert found("build", ".venv") == [".venv/lib/y.py", "build/x.py"]
    assert found("-") == ["-"]


def test_each_file_once(here):
    write(here, {"a/b.py": "", "a/c.py": ""})
    assert found("a/c.py", "a", "./a/b.py", "a/../a/c.py") == ["a/b.py", "a/c.py"]


@pytest.mark.parametrize("name", [*sorted(SKIPPED), "some.egg", "build", "dist"])
def test_folders_that_are_not_entered(here, name):
    write(here, {f"{name}/a.py": "", f"src/{name}/a.py": "", "src/b.py": ""})
    assert found(".") == ["./src/b.py"]
    assert found(f"src/{name}") == [f"src/{name}/a.py"]


def test_environments_by_any_name(here):
    write(here, {"my-env/pyvenv.cfg": "", "my-env/lib/a.py": "", "b.py": ""})
    assert found(".") == ["./b.py"]
    assert found("my-env") == ["my-env/lib/a.py"]


def test_packages_called_build_and_dist(here):
    write(here, {"src/build/__init__.py": "", "src/build/a.py": "", "dist/__init__.py": ""})
    assert found(".") == ["./dist/__init__.py", "./src/build/__init__.py", "./src/build/a.py"]


def test_what_is_missing(here):
    write(here, {"a.py": ""})
    missing = [
        ("b.py", "no such file or folder"),
        ("c", "no such file or folder"),
        ("", "no such file or folder"),
    ]
    assert found("b.py", "a.py", "c", "", failures=missing) == ["a.py"]


def test_excludes_as_in_flake8(here):
    names = ["docs/a.py", "a/docs/b.py", "old/c.py", "a/old/d.py", "e_pb2.py", "a/e_pb2.py", "f.py"]
    write(here, dict.fromkeys(names, ""))
    config = Config(exclude=("docs", anchored("./old", ".")), extend_exclude=("*_pb2.py",))
    assert found(".", config=config) == ["./a/old/d.py", "./f.py"]
    assert found("a", "f.py", config=config) == ["a/old/d.py", "f.py"]
    assert found("docs", "old/c.py", "e_pb2.py", config=config) == ["docs/a.py", "e_pb2.py", "old/c.py"]


def test_excludes_for_named_paths(here):
    names = ["docs/a.py", "a/docs/b/c.py", "old/d.py", "e.py"]
    write(here, dict.fromkeys(names, ""))
    config = Config(exclude=("docs", anchored("./old", ".")))
    named = [*names, str(here / "docs/a.py"), "../" + here.name + "/old/d.py"]
    assert found(*named, config=config, force_exclude=True) == ["e.py"]
    assert found("docs", ".", config=config, force_exclude=True) == ["./e.py"]
    assert found("-", config=config, stdin="docs/x.py", force_exclude=True) == []
    assert found("-", config=config, stdin="x.py", force_exclude=True) == ["-"]
    assert found("-", config=config, stdin="docs/x.py") == ["-"]


def link(path, target):
    try:
        os.symlink(target, path)
    except OSError:
        pytest.skip("no symbolic links here")


def test_links(here):
    write(here, {"a/b.py": "", "c.txt": ""})
    link("a/loop", "..")
    link("a/loop.py", "..")
    link("c.py", "c.txt")
    assert found(".") == ["./a/b.py", "./c.py"]
    link("d", "a")
    assert found("d") == ["d/b.py"]


def test_broken_links_are_left_to_the_reader(here):
    link("gone.py", "nowhere.py")
    link("self.py", "self.py")
    assert found(".") == ["./gone.py", "./self.py"]
    assert found("gone.py") == ["gone.py"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_are_not_opened(here):
    os.mkfifo("pipe.py")
    assert found(".") == []
    assert found("pipe.py") == ["pipe.py"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is open to this user")
def test_closed_folders(here):
    write(here, {"a/b.py": "", "c.py": ""})
    os.chmod("a", 0)
    try:
        assert found(".", failures=[("./a", "cannot read: Permission denied")]) == ["./c.py"]
    finally:
        os.chmod("a", 0o700)


@pytest.mark.skipif(os.name == "nt", reason="names are text here")
def test_names_that_are_no_text(here):
    try:
        (here / os.fsdecode(b"\xff.py")).touch()
    except OSError:
        pytest.skip("no such names on this file system")
    assert found(".") == ["./\udcff.py"]
