"""`fix` and what a project installs: pins of the old SDK, packages that new imports need."""

from __future__ import annotations

import json
import os

import pytest
from faces.runs import write

from flake8_openai_v1.cli import main
from flake8_openai_v1.cli.pinned import packages
from flake8_openai_v1.fix.results import Fixed

CALL = 'import openai\nprint(openai.Moderation.create(input="x")["results"][0]["flagged"])\n'
NEW = 'import openai\nprint(openai.moderations.create(input="x").results[0].flagged)\n'
LEFT = "import openai\nopenai.Engine.list()\n"
PIN = "flask\nopenai==0.28.1  # the old one\n"
RAISED = "flask\nopenai>=3  # the old one\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    folder = tmp_path / "project"
    write(folder, {".git/HEAD": "ref: refs/heads/main\n"})
    monkeypatch.chdir(folder)
    return folder


def run(*arguments, capsys):
    status = main(["fix", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err.splitlines()


def test_a_pin_is_named(here, capsys):
    write(here, {"bot.py": CALL, "requirements.txt": PIN})
    _, _, lines = run(".", capsys=capsys)
    assert "still pinned: requirements.txt:2 openai==0.28.1 (fix --fix-pins)" in lines
    assert (here / "requirements.txt").read_text() == PIN


def test_pins_are_raised_where_nothing_is_left(here, capsys):
    write(here, {"bot.py": CALL, "requirements.txt": PIN, "docker/Dockerfile": "RUN pip install 'openai<1'\n"})
    status, _, lines = run("--fix-pins", ".", capsys=capsys)
    assert status == 0
    assert "pin raised: requirements.txt:2 openai==0.28.1 to openai>=3" in lines
    assert (here / "requirements.txt").read_text() == RAISED
    assert (here / "docker" / "Dockerfile").read_text() == "RUN pip install 'openai>=3'\n"
    _, _, lines = run("--fix-pins", ".", capsys=capsys)
    assert not [line for line in lines if "pin" in line]


def test_a_diff_has_them(here, capsys):
    write(here, {"bot.py": NEW, "requirements.txt": PIN})
    status, out, lines = run("--fix-pins", "--diff", ".", capsys=capsys)
    assert status == 1
    assert "\n-openai==0.28.1  # the old one\n+openai>=3  # the old one\n" in out
    assert "pin would be raised: requirements.txt:2 openai==0.28.1 to openai>=3" in lines
    assert (here / "requirements.txt").read_text() == PIN


@pytest.mark.parametrize(
    ("files", "arguments", "why"),
    [
        ({"old.py": LEFT}, ["."], "old.py:2 needs it"),
        ({"sub/old.py": CALL}, ["bot.py"], "sub/old.py:2 needs it"),  # it is not in the run
        ({"old.py": CALL.replace("\n", "  # noqa\n")}, ["."], "old.py:2 needs it"),
        ({"old.py": "import openai\nopenai.(\n"}, ["."], "old.py"),
        ({"old.py": CALL}, ["--exclude", "old.py", "."], "old.py:2 needs it"),
        ({"old.py": CALL}, ["--ignore", "OAI1", "."], "needs it"),
        ({"old.py": CALL.encode() + b"# \xff\n"}, ["."], "old.py"),
    ],
)
def test_a_pin_that_is_needed_stays(here, capsys, files, arguments, why):
    write(here, {"bot.py": CALL, "requirements.txt": PIN, **files})
    _, _, lines = run("--fix-pins", *arguments, capsys=capsys)
    (line,) = [line for line in lines if line.startswith("still pinned: ")]
    assert line.startswith("still pinned: requirements.txt:2 openai==0.28.1: ")
    assert why in line
    assert (here / "requirements.txt").read_text() == PIN


def test_notebooks_and_setup_py_are_edited_once(here, capsys):
    cell = {"cell_type": "code", "source": ["%pip install openai==0.28\n", *CALL.splitlines(keepends=True)]}
    write(here, {"a.ipynb": json.dumps({"cells": [cell]}), "setup.py": "setup(install_requires=['openai<1'])\n"})
    run("--fix-pins", ".", capsys=capsys)
    (cell,) = json.loads((here / "a.ipynb").read_text())["cells"]
    assert cell["source"] == ['%pip install "openai>=3"\n', *NEW.splitlines(keepends=True)]
    assert (here / "setup.py").read_text() == "setup(install_requires=['openai>=3'])\n"


def test_json_has_them(here, capsys):
    write(here, {"bot.py": CALL, "old.py": LEFT, "requirements.txt": PIN})
    _, out, _ = run("--fix-pins", "--output-format", "json", ".", capsys=capsys)
    assert json.loads(out)["pins"] == [
        {"path": "requirements.txt", "line": 2, "requirement": "openai==0.28.1", "raised": None}
        | {"reason": "old.py:2 needs it"}
    ]


def test_the_target_decides(here, capsys):
    write(here, {"bot.py": CALL, "requirements.txt": PIN})
    run("--fix-pins", "--target-version", "1", ".", capsys=capsys)
    assert (here / "requirements.txt").read_text() == RAISED.replace("3", "1")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write anything")
def test_a_file_that_cannot_be_written_is_named(here, capsys):
    write(here, {"bot.py": CALL, "sub/requirements.txt": PIN})
    (here / "sub").chmod(0o500)
    status, _, lines = run("--fix-pins", ".", capsys=capsys)
    assert status == 2
    assert any(line.startswith("still pinned: sub/requirements.txt:2 openai==0.28.1: cannot write") for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_a_link_out_of_the_project_is_not_written(here, capsys):
    write(here.parent, {"all.txt": PIN})
    write(here, {"bot.py": CALL})
    (here / "requirements.txt").symlink_to(here.parent / "all.txt")
    run("--fix-pins", ".", capsys=capsys)
    assert (here.parent / "all.txt").read_text() == PIN


RETRIED = """\
from openai.embeddings_utils import get_embedding
print(get_embedding("tide", engine="text-embedding-ada-002"))
"""


def test_a_package_that_is_imported_newly_is_named(here, capsys):
    write(here, {"bot.py": RETRIED})
    _, _, lines = run(".", capsys=capsys)
    assert "import tenacity" in (here / "bot.py").read_text()
    assert "to install: pip install tenacity (bot.py imports it now)" in [line.replace("./", "") for line in lines]


@pytest.mark.parametrize("files", [{"requirements.txt": "tenacity\n"}, {"other.py": "import openai, tenacity\n"}])
def test_what_the_project_has_is_not_named(here, capsys, files):
    write(here, {"bot.py": RETRIED, **files})
    _, _, lines = run(".", capsys=capsys)
    assert not [line for line in lines if "pip install tenacity" in line]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("import openai", "from azure.identity import DefaultAzureCredential", {"azure-identity": "a.py"}),
        ("import azure.identity", "from azure.identity import get_bearer_token_provider", {}),
        ("", "import os, json, httpx2\nfrom openai import OpenAI\nfrom . import thing", {}),
        ("import openai", "import tenacity, numpy as np", {"numpy": "a.py", "tenacity": "a.py"}),
        ("x = (", "import tenacity", {"tenacity": "a.py"}),
    ],
)
def test_packages(before, after, expected):
    assert packages([Fixed("a.py", before.encode(), after.encode())]) == expected
