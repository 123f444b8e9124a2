"""The files that the command reads settings from."""

from __future__ import annotations

import os
import sys

import pytest
from faces.runs import write

from flake8_openai_v1.lint import settings
from flake8_openai_v1.lint.settings import SettingsError, known_codes, load

needs_toml = pytest.mark.skipif(
    sys.version_info < (3, 11), reason="pyproject.toml needs Python 3.11 or tomli"
)


def test_known_codes():
    assert known_codes(" OAI, OAI1\nOAI102 OAI9") == ("OAI", "OAI1", "OAI102", "OAI9")
    assert known_codes("") == ()


@pytest.mark.parametrize(
    "code", ["E501", "oai102", "OAI1020", "OA", "OAI1x", "*", "OAI١", "OAI0", "OAI7", "OAI199"]
)
def test_unknown_codes(code):
    with pytest.raises(ValueError, match="unknown code"):
        known_codes(f"OAI1,{code}")


@pytest.fixture
def here(tmp_path, monkeypatch):
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


def test_nothing_is_set(here):
    assert load() == ({}, {})


@pytest.mark.parametrize("name", ["setup.cfg", "tox.ini", ".flake8"])
def test_the_flake8_section(here, name):
    text = """
[flake8]
max-line-length = 88
select = E,F
extend-select = OAI9
ignore = E501, OAI105
extend_ignore =
    OAI106
    W5
exclude = docs,./old
extend-exclude = vendored/
disable-noqa = true
openai-target-version = 1
per-file-ignores =
    tests/*: OAI1,E501
    a.py,b.py: OAI102
"""
    write(here, {name: text})
    flake8, ours = load()
    assert ours == {}
    assert flake8 == {
        "extend_select": ("OAI9",),
        "ignore": ("E501", "OAI105"),
        "extend_ignore": ("OAI106", "W5"),
        "exclude": ("docs", str(here / "old")),
        "extend_exclude": (str(here / "vendored"),),
        "disable_noqa": True,
        "target": (1, 109, 1),
        "per_file_ignores": (
            (str(here / "tests/*"), ("OAI1", "E501")),
            ("a.py", ("OAI102",)),
            ("b.py", ("OAI102",)),
        ),
    }


def test_the_first_file_with_a_section_counts(here):
    write(
        here,
        {
            "setup.cfg": "[metadata]\nname = x\n",
            "tox.ini": "[flake8]\nignore = OAI1\n",
            ".flake8": "[flake8]\nignore = OAI2\n",
        },
    )
    assert load()[0] == {"ignore": ("OAI1",)}


def test_files_of_folders_above(here, monkeypatch):
    write(here, {".flake8": "[flake8]\nexclude = ./old\n", "a/b/setup.cfg": "[metadata]\n"})
    monkeypatch.chdir(here / "a/b")
    assert load()[0] == {"exclude": (str(here / "old"),)}


def test_the_home_folder_is_left_alone_as_by_flake8(here):
    write(
        here.parent,
        {".flake8": "[flake8]\nignore = OAI1\n", "pyproject.toml": "[tool.flake8-openai-v1]\nx=1"},
    )
    assert load() == ({}, {})


@pytest.mark.parametrize(
    "text",
    [
        "[flake8\nignore = x",
        "ignore = OAI1\n[flake8]\n",
        b"[flake8]\nignore = \xff\n",
        "[flake8x]\nignore=OAI1",
    ],
)
def test_what_flake8_passes_over(here, text):
    write(here, {"setup.cfg": text, "tox.ini": "[flake8]\nignore = OAI1\n"})
    assert load()[0] == {"ignore": ("OAI1",)}


def test_local_plugins_end_the_search_as_in_flake8(here):
    write(here, {"setup.cfg": "[flake8:local-plugins]\n", "tox.ini": "[flake8]\nignore = OAI1\n"})
    assert load()[0] == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "openai-target-version = 9",
            "openai-target-version: openai 9 is not a target: known majors are 1, 2, 3",
        ),
        ("disable-noqa = perhaps", "disable-noqa: Not a boolean: perhaps"),
        ("per-file-ignores = OAI1", "per-file-ignores: expected FILES: CODES"),
        ("ignore = a\nignore = b", "option 'ignore' in section 'flake8' already exists"),
    ],
)
def test_impossible_values_in_the_flake8_section(here, line, said):
    write(here, {"setup.cfg": f"[flake8]\n{line}\n"})
    with pytest.raises(SettingsError) as caught:
        load()
    assert str(caught.value).startswith(f"{here / 'setup.cfg'}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@needs_toml
def test_our_table(here, monkeypatch):
    text = """
[tool.flake8-openai-v1]
target-version = "1.30"
select = ["OAI1", "OAI9"]
extend-select = "OAI2, OAI3"
ignore = []
extend-ignore = ["OAI104"]
exclude = ["docs", "./old"]
extend-exclude = ["vendored/"]
disable-noqa = false
azure-deployments = ["gpt-4o", "gpt-35-turbo"]
per-file-ignores = {"tests/*" = ["OAI102"]}
"""
    write(
        here,
        {"pyproject.toml": text, "below/pyproject.toml": '[project]\ndependencies = ["flake8-openai-v1"]'},
    )
    monkeypatch.chdir(here / "below")
    flake8, ours = load()
    assert flake8 == {}
    assert ours == {
        "target": (1, 30, 0),
        "select": ("OAI1", "OAI9"),
        "extend_select": ("OAI2", "OAI3"),
        "ignore": (),
        "extend_ignore": ("OAI104",),
        "exclude": ("docs", str(here / "old")),
        "extend_exclude": (str(here / "vendored"),),
        "disable_noqa": False,
        "azure_deployments": ("gpt-4o", "gpt-35-turbo"),
        "per_file_ignores": ((str(here / "tests/*"), ("OAI102",)),),
    }


@needs_toml
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("traget-version = 3", "unknown key 'traget-version' in [tool.flake8-openai-v1]"),
        ("target = 3", "unknown key 'target'"),
        ("target-version = 1.30", "target-version: expected a release in quotes"),
        ("target-version = true", "target-version: expected a release in quotes"),
        ("target-version = 7", "target-version: openai 7 is not a target"),
        ('select = ["E501"]', "select: unknown code 'E501'"),
        ("select = []", "select: selects nothing"),
        ("ignore = [1]", "ignore: expected a list of strings"),
        ("exclude = 1", "exclude: expected a list of strings"),
        ("disable-noqa = 1", "disable-noqa: expected true or false"),
        ("per-file-ignores = []", "per-file-ignores: expected a table of lists"),
        ("select = ", "Invalid value"),
        (b"select = '\xff'", "can't decode"),
    ],
)
def test_impossible_values_in_our_table(here, line, said):
    line = line if isinstance(line, bytes) else line.encode()
    write(here, {"pyproject.toml": b"[tool.flake8-openai-v1]\n" + line + b"\n"})
    with pytest.raises(SettingsError) as caught:
        load()
    assert str(caught.value).startswith(f"{here / 'pyproject.toml'}: ")
    assert said in str(caught.value)


def test_no_toml_reader(here, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(settings, "import_module", missing)
    write(here, {"pyproject.toml": '[project]\ndependencies = ["flake8-openai-v1"]\n'})
    assert load() == ({}, {})
    write(here, {"pyproject.toml": "[project]\n [tool . 'flake8-openai-v1']\nselect = 'OAI1'\n"})
    with pytest.raises(SettingsError, match=r"on Python 3\.10 needs the package tomli"):
        load()


def test_one_file_only(here):
    write(here, {"setup.cfg": "[flake8]\nignore = OAI1\n", "sub/my.ini": "[flake8]\nexclude = ./old\n"})
    assert load(os.path.join("sub", "my.ini")) == ({"exclude": (str(here / "sub/old"),)}, {})


@needs_toml
def test_one_toml_file_only(here):
    write(
        here,
        {"setup.cfg": "[flake8]\nignore = OAI1\n", "x.toml": "[tool.flake8-openai-v1]\nselect = ['OAI2']\n"},
    )
    assert load("x.toml") == ({}, {"select": ("OAI2",)})


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.cfg", "cannot read: No such file or directory"),
        ("empty.cfg", "no [flake8] in it"),
        ("empty.toml", "no [tool.flake8-openai-v1] in it"),
    ],
)
def test_one_file_that_says_nothing(here, name, said):
    write(here, {"empty.cfg": "", "empty.toml": ""})
    with pytest.raises(SettingsError, match=f"^{name}: ") as caught:
        load(name)
    assert said in str(caught.value)
