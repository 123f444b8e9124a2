"""What of a project is read beside the files that are named: where it begins, what is connected, and where it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from flake8_openai_v1.lint import surroundings as project
from flake8_openai_v1.lint.inputs import Input
from flake8_openai_v1.lint.surroundings import is_common, root_of, surroundings
from flake8_openai_v1.syntax.source import SourceError

USES = "import openai\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def around(tmp_path, monkeypatch):
    """Write a project, and give what is around some of its files, by their names in it."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def find(files: dict[str, str], *named: str):
        write(tmp_path, files)
        return surroundings([Input(name, Path(name).read_bytes()) for name in named])

    return find


def paths(found: project.Surroundings) -> list[str]:
    return sorted(one.path for one in found.inputs)


# -- what is connected


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("import bot", "main.py"),
        ("from bot import ask", "main.py"),
        ("import app.bot as b", "main.py"),
        ("from app import bot", "main.py"),
        ("from . import bot", "app/main.py"),
        ("from .bot import ask", "app/main.py"),
        ("from .. import bot", "app/sub/main.py"),
        ("from app.bot import (\n    ask,\n)", "tests/test_bot.py"),
        ("def f():\n    import bot", "main.py"),
        ("importlib.import_module('app.bot')", "main.py"),
        ("mock.patch('app.bot.openai.Model.list')", "tests/test_bot.py"),
        ("HANDLERS = ['app.bot.Handler']", "main.py"),
        ("uvicorn.run('app.bot:app')", "main.py"),
        ("runpy.run_path('app/bot.py')", "main.py"),
        ("exec(open('app/bot.py').read())", "main.py"),
    ],
)
def test_who_imports_a_file(around, statement, name):
    where = "app/bot.py" if "app" in statement or "." in statement.split()[1] else "bot.py"
    found = around({where: USES, name: statement, "other.py": "import os\n"}, where)
    assert paths(found) == [name]


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("import settings", "settings.py"),
        ("import settings", "app/settings.py"),
        ("from app.settings import BASE", "app/settings.py"),
        ("from .settings import BASE", "app/settings.py"),
        ("from . import settings", "app/settings.py"),
        ("from .. import settings", "settings.py"),
        ("import conf.more.settings", "conf/more/settings.py"),
        ("import settings", "src/settings.py"),
        ("from settings import *", "settings/__init__.py"),
    ],
)
def test_what_a_file_imports(around, statement, name):
    found = around({"app/bot.py": USES + statement, name: "x = 1\n", "other.py": ""}, "app/bot.py")
    assert paths(found) == [name]


def test_over_several_files_in_both_directions(around):
    files = {
        "bot.py": USES,
        "talk.py": "import bot",
        "main.py": "import settings, talk",
        "settings.py": "import base",
        "base.py": "x = 1",
        "beside.py": "import base",
        "test_main.py": "import main",
    }
    assert paths(around(files, "bot.py")) == ["base.py", "main.py", "settings.py", "talk.py", "test_main.py"]


def test_a_cycle(around):
    files = {"a.py": USES + "import b", "b.py": "import c", "c.py": "import a, b", "d.py": "import os"}
    assert paths(around(files, "a.py")) == ["b.py", "c.py"]


def test_packages_run_first(around):
    files = {"p/__init__.py": "", "p/q/__init__.py": "import z", "p/q/bot.py": USES, "z.py": "", "p/q/other.py": ""}
    assert paths(around(files, "p/q/bot.py")) == ["p/__init__.py", "p/q/__init__.py", "z.py"]
    files = {"main.py": "import p.q.bot"}
    assert paths(around(files, "p/q/bot.py")) == ["main.py", "p/__init__.py", "p/q/__init__.py", "z.py"]
    # Who uses what a package binds need not name it.
    assert "p/q/other.py" in paths(around({"p/q/__init__.py": USES}, "p/q/__init__.py"))


def test_pytest_runs_these_first(around):
    files = {"bot.py": USES, "tests/conftest.py": "x = 1", "tests/a/test_bot.py": "import bot", "tests/a/more.py": ""}
    assert paths(around(files, "bot.py")) == ["tests/a/test_bot.py", "tests/conftest.py"]
    files = {"tests/conftest.py": USES}
    assert paths(around(files, "tests/conftest.py")) == ["bot.py", "tests/a/test_bot.py"]


def test_sources_in_a_folder_of_their_own(around):
    files = {"src/sea/__init__.py": "", "src/sea/tides.py": USES, "tests/test_tides.py": "from sea import tides"}
    assert paths(around(files, "src/sea/tides.py")) == ["src/sea/__init__.py", "tests/test_tides.py"]


def test_who_hands_something_else_to_what_is_given_the_module(around):
    bot = "def ask(api): return api.Model.list()"
    files = {"main.py": USES + "import bot", "bot.py": bot, "test_bot.py": "import bot"}
    assert paths(around(files, "main.py", "bot.py")) == ["test_bot.py"]


def notebook(*cells: str) -> str:
    made = [{"cell_type": "code", "metadata": {}, "source": cell.splitlines(keepends=True)} for cell in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4})


def test_notebooks(around):
    files = {"bot.py": USES, "a.ipynb": notebook("x = 1", "from bot import ask"), "b.ipynb": notebook("import os")}
    assert paths(around(files, "bot.py")) == ["a.ipynb"]
    files = {"c.ipynb": notebook(USES + "import settings"), "settings.py": "x = 1"}
    assert paths(around(files, "c.ipynb")) == ["settings.py"]
    files = {"d.ipynb": notebook(USES, "%run -i ./other.py"), "other.py": "x = 1"}
    assert paths(around(files, "d.ipynb")) == ["other.py"]
    assert paths(around({"e.ipynb": "no notebook, and import bot"}, "bot.py")) == ["a.ipynb"]


def test_what_is_named_is_not_around(around):
    files = {"bot.py": USES, "main.py": "import bot, settings", "settings.py": ""}
    assert paths(around(files, "bot.py", "main.py")) == ["settings.py"]
    assert around(files, "bot.py", "main.py", "settings.py").inputs == []


def test_nothing_is_looked_for_without_the_sdk(around, monkeypatch):
    monkeypatch.setattr(project, "_list", None)
    found = around({"bot.py": "import os\n", "main.py": "import bot", ".env": "OPENAI_API_BASE=x"}, "bot.py", "main.py")
    assert found == ([], [], [], [], [])


def test_paths_are_named_as_those_that_were_given(around, tmp_path, monkeypatch):
    write(tmp_path, {"app/bot.py": USES, "main.py": "import app.bot", "app/.env": "OPENAI_API_BASE=x"})
    path = tmp_path / "app/bot.py"
    found = surroundings([Input(str(path), path.read_bytes())])
    assert paths(found) == [str(tmp_path / "main.py")]
    assert [one.path for one in found.variables] == [str(tmp_path / "app/.env")]
    monkeypatch.chdir(tmp_path / "app")
    found = surroundings([Input("bot.py", path.read_bytes())])
    assert paths(found) == ["../main.py"]
    assert [one.path for one in found.variables] == [".env"]


def test_standard_input_under_a_name(around, tmp_path):
    write(tmp_path, {"bot.py": "", "main.py": "import bot"})
    assert paths(surroundings([Input("bot.py", USES.encode(), is_stdin=True)])) == ["main.py"]
    assert surroundings([Input("stdin", USES.encode(), is_stdin=True)]).inputs == []


# -- where a project ends


@pytest.mark.parametrize("folder", [".venv", "venv", "node_modules", "site-packages", "__pycache__", "build", "x.egg"])
def test_folders_that_are_not_entered(around, folder):
    files = {"bot.py": USES, f"{folder}/main.py": "import bot", f"{folder}/.env": "OPENAI_API_BASE=x"}
    found = around(files, "bot.py")
    assert (found.inputs, found.variables) == ([], [])


def test_a_virtual_environment_of_any_name(around):
    found = around({"bot.py": USES, "mine/pyvenv.cfg": "", "mine/lib/main.py": "import bot"}, "bot.py")
    assert found.inputs == []


def test_a_folder_that_is_named_is_looked_at(around):
    assert paths(around({"build/bot.py": USES, "build/main.py": "import bot"}, "build/bot.py")) == ["build/main.py"]


def test_links(around, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    write(outside, {"main.py": "import bot", "folder/more.py": "import bot", ".env": "OPENAI_API_BASE=x"})
    os.symlink(outside / "main.py", tmp_path / "link.py")
    os.symlink(outside / "folder", tmp_path / "folder")
    os.symlink(outside / ".env", tmp_path / ".env")
    os.symlink(tmp_path, tmp_path / "round")
    os.symlink("inner/real.py", tmp_path / "inside.py")
    os.symlink("nowhere.py", tmp_path / "broken.py")
    found = around({"bot.py": USES, "inner/real.py": "import bot"}, "bot.py")
    assert set(paths(found)) == {"inner/real.py", "inside.py"}
    assert found.variables == []


def test_a_file_that_is_named_by_a_link_is_not_around_itself(around, tmp_path):
    write(tmp_path, {"real.py": USES, "main.py": "import bot"})
    os.symlink("real.py", tmp_path / "bot.py")
    assert paths(around({}, "bot.py")) == ["main.py"]


def test_what_cannot_be_read(around, monkeypatch):
    def refuse(path):
        if path.endswith(("settings.py", ".env")):
            raise SourceError("cannot read: Permission denied")
        return Path(path).read_bytes()

    monkeypatch.setattr(project, "read", refuse)
    files = {"bot.py": USES + "import settings", "settings.py": "x = 1", "main.py": "import bot", ".env": "A=1"}
    found = around(files, "bot.py")
    assert (paths(found), found.unreadable, found.variables) == (["main.py"], ["settings.py"], [])


def test_what_is_too_large(around, monkeypatch):
    monkeypatch.setattr(project, "LARGEST", 30)
    files = {
        "bot.py": USES + "import data",
        "data.py": "x = 1\n" * 100,
        "other.py": "y = 1\n" * 100,
        ".env": "A=1\n" * 99,
    }
    found = around(files, "bot.py")
    assert (found.inputs, found.unreadable, found.variables) == ([], ["data.py"], [])


def test_a_huge_tree(around, monkeypatch):
    monkeypatch.setattr(project, "MOST_FILES", 40)
    files = {f"part{number}/file{more}.py": "" for number in range(20) for more in range(10)}
    found = around({**files, "z/bot.py": USES, "z/main.py": "import bot", "zz/far.py": "import bot"}, "z/bot.py")
    assert paths(found) == ["z/main.py"]
    assert found.remarks == [
        ".: the project is large, only 40 of its Python files were looked at for what belongs to those that are named"
    ]
    monkeypatch.setattr(project, "MOST_FILES", 4_000)
    monkeypatch.setattr(project, "MOST_FOLDERS", 3)
    assert around({}, "z/bot.py").remarks


def test_bytes_that_are_no_text(around, tmp_path):
    (tmp_path / "main.py").write_bytes(b"\xff\xfe\nimport bot\n")
    (tmp_path / ".env").write_bytes(b"\xff\nOPENAI_API_BASE=x\n")
    found = around({"bot.py": USES}, "bot.py")
    assert paths(found) == ["main.py"]
    assert [one.line for one in found.variables] == [2]


# -- its root


def test_roots(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path.parent)
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    assert root_of(str(folder)) == str(tmp_path.parent)  # the current folder
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path / "x")
    assert root_of(str(folder)) == str(folder)
    (tmp_path / "a" / "b" / "setup.py").touch()
    (tmp_path / "a" / "pyproject.toml").touch()
    assert root_of(str(folder)) == str(tmp_path / "a" / "b")
    (tmp_path / "a" / ".git").touch()  # a work tree, or a submodule
    assert root_of(str(folder)) == str(tmp_path / "a")


def test_never_all_projects_of_a_machine(tmp_path, monkeypatch):
    home = tmp_path / "home"
    work = home / "work"
    work.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    is_common.cache_clear()
    (home / ".git").mkdir()
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(home)
    assert root_of(str(work)) == str(work)
    assert root_of(str(home)) == str(home)
    assert is_common("/")
    assert is_common(str(home))
    is_common.cache_clear()


def test_a_script_in_the_home_folder(tmp_path, monkeypatch):
    """What lies beside it is looked at, and no other project."""
    monkeypatch.setenv("HOME", str(tmp_path))
    is_common.cache_clear()
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"bot.py": USES, "main.py": "import bot", "work/main.py": "import bot"})
    found = surroundings([Input("bot.py", USES.encode())])
    is_common.cache_clear()
    assert paths(found) == ["main.py"]


def test_several_projects(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two", "one/inner"):
        write(tmp_path, {f"{name}/.git": "", f"{name}/bot.py": USES, f"{name}/main.py": "import bot"})
    named = [f"{name}/bot.py" for name in ("one", "two")]
    found = surroundings([Input(name, USES.encode()) for name in named])
    assert paths(found) == ["one/main.py", "two/main.py"]
    found = surroundings([Input(name, USES.encode()) for name in (*named, "one/inner/bot.py")])
    assert paths(found) == ["one/inner/main.py", "one/main.py", "two/main.py"]


# -- variables


def test_variables_of_the_project(around):
    files = {
        "app/bot.py": USES,
        ".env": "OPENAI_API_BASE=x\n",
        ".github/workflows/ci.yml": "env:\n  OPENAI_API_TYPE: azure\n",
        "deploy/Dockerfile": "ENV OPENAI_BASE_URL y\n",
        "README.md": "export OPENAI_API_BASE=z\n",
    }
    found = around(files, "app/bot.py").variables
    assert sorted((one.path, one.line, one.name, one.scope) for one in found) == [
        (".env", 1, "OPENAI_API_BASE", ""),
        (".github/workflows/ci.yml", 2, "OPENAI_API_TYPE", ""),
        ("deploy/Dockerfile", 1, "OPENAI_BASE_URL", ""),
    ]


def test_parts_that_are_projects_of_their_own(around, tmp_path):
    files = {
        "back/bot.py": USES,
        "back/.env": "OPENAI_API_BASE=x\n",
        "front/package.json": "{}",
        "front/.env": "OPENAI_BASE_URL=y\n",
        "front/docker/.env": "OPENAI_BASE_URL=y\n",
    }
    found = around(files, "back/bot.py").variables
    assert [(one.path, one.scope.removeprefix(f"{tmp_path}/")) for one in found] == [
        ("back/.env", ""),
        ("front/.env", "front"),
        ("front/docker/.env", "front"),
    ]
