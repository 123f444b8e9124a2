"""What still asks for the old SDK in the files that say what is installed, and what it is raised to."""

from __future__ import annotations

import json
import sys

import pytest

from flake8_openai_v1.pins import read_pins
from flake8_openai_v1.pins.toml import TomlError, strings
from flake8_openai_v1.pins.versions import is_old
from flake8_openai_v1.sdk.holders import HOLDERS

OLD = """==0.28 ==0.28.1 ===0.28 <1 <1.0.0 >=0.27,<1.0 ~=0.27.0 ~=0.28 ==0.* ==0.28.* <=0.28.1 =0.28 >0.1,<=0.99
<1.0.0a1 !=0.27,<1"""
NOT_OLD = ">=0.27 !=0.28 ==1.3.0 <2 >=1,<2 <1.3 ~=1.2 ==1.* >1 <=1 ==1.109.1 <3 ==latest >=0.2,x <4 >=0.2,<9"


@pytest.mark.parametrize(
    "versions",
    OLD.split(),
)
def test_old(versions):
    assert is_old(versions)


@pytest.mark.parametrize(
    "versions",
    [*NOT_OLD.split(), "", ">=0.27 || <1"],
)
def test_not_old(versions):
    assert not is_old(versions)


@pytest.mark.parametrize("versions", ["^0.27.8", "^0.27", "~0.27", "0.28.1", ">=0.27,<1", "^0", "0.28.*"])
def test_old_in_poetry(versions):
    assert is_old(versions, caret=True)


@pytest.mark.parametrize("versions", ["*", "^1.2", "1.2.3", ">=0.2 || <1", "~1", "^1.0,<2"])
def test_not_old_in_poetry(versions):
    assert not is_old(versions, caret=True)


RAISED = [
    ("requirements.txt", "openai==0.28.1\n", "openai>=3\n"),
    ("requirements-dev.txt", "-r requirements.txt\nopenai[datalib] == 0.27.8  # old\n", None),
    ("requirements/base.txt", "a==1\nOpenAI>=0.27,<1 ; python_version > '3.7'\n", None),
    ("dev-requirements.in", "openai (>=0.27, <1)\n", "openai (>=3)\n"),
    ("constraints.txt", "openai<1\n", "openai>=3\n"),
    ("pyproject.toml", '[project]\ndependencies = [\n  "a>=1", # "openai==0.1"\n  \'openai~=0.27\',\n]\n', None),
    ("pyproject.toml", '[project.optional-dependencies]\nai = ["openai[wandb]==0.28.*"]\n', None),
    ("pyproject.toml", '[dependency-groups]\ndev = [{include-group = "x"}, "openai<1"]\n', None),
    ("pyproject.toml", '[tool.pdm.dev-dependencies]\ndev = ["openai<1"]\n', None),
    ("pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.8"\nopenai = "^0.27.8"  # pinned\n', None),
    (
        "pyproject.toml",
        '[tool.poetry.group.ai.dependencies]\nopenai = {version = "0.28", extras = ["datalib"]}\n',
        None,
    ),
    ("pyproject.toml", "[tool.poetry.dependencies.openai]\nversion = '^0.27'\noptional = true\n", None),
    ("pyproject.toml", '[tool.poetry.dependencies]\r\nopenai = [{version="^0.27", python=">=3.8"}]\r\n', None),
    ("Pipfile", '[packages]\nopenai = "==0.28"\n[dev-packages]\nopenai = {version = "<1"}\n', None),
    ("setup.cfg", "[options]\ninstall_requires =\n    requests\n    openai>=0.26,<1.0\n    ; openai==0.1\n", None),
    ("setup.cfg", "[options]\ninstall_requires = openai==0.28\n", "[options]\ninstall_requires = openai>=3\n"),
    ("tox.ini", "[testenv]\ndeps =\n    py38: openai==0.28\n    pytest\n", None),
    ("setup.py", "from setuptools import setup\nsetup(install_requires=['é', 'openai==0.28.0', 'a'])\n", None),
    ("noxfile.py", 'session.install("openai<1", "pytest")\n', 'session.install("openai>=3", "pytest")\n'),
    ("environment.yml", "dependencies:\n  - python=3.10\n  - openai=0.28\n  - pip:\n    - 'openai==0.28.1'\n", None),
    ("environment.yaml", "dependencies:\n- conda-forge::openai=0.27.*\n", "dependencies:\n- conda-forge::openai>=3\n"),
    ("Dockerfile", "FROM x\nRUN pip install -q openai==0.28\n", 'FROM x\nRUN pip install -q "openai>=3"\n'),
    ("Dockerfile.dev", 'RUN pip3 install \\\n    flask \\\n    "openai<1" \\\n    x && y\n', None),
    ("api.Dockerfile", 'RUN ["pip", "install", "openai==0.28"]\n', 'RUN ["pip", "install", "openai>=3"]\n'),
    ("Dockerfile", 'RUN sh -c "pip install openai==0.28"\n', "RUN sh -c \"pip install 'openai>=3'\"\n"),
    ("Dockerfile", "RUN uv pip install --system openai[datalib]==0.27\n", None),
    ("setup.sh", "python -m pip install openai==0.28 requests; echo\n", None),
    ("Makefile", "install:\n\tpip install openai==0.28 -q\n", 'install:\n\tpip install "openai>=3" -q\n'),
    (".github/workflows/ci.yml", "    - run: pip install openai==0.28 pytest\n", None),
    ("docker-compose.yml", 'command: "pip install openai==0.28"\n', "command: \"pip install 'openai>=3'\"\n"),
]


@pytest.mark.parametrize(("path", "text", "expected"), RAISED, ids=str)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_raised(path, text, expected, newline, mark):
    data = (mark + text.replace("\r\n", "\n").replace("\n", newline)).encode()
    found = read_pins(path, data)
    assert found
    assert not any(pin.obstacle for pin in found.pins)
    made = found.raised(found.pins)
    if expected is not None:
        assert made == (mark + expected.replace("\n", newline)).encode()
    before, after = data.decode().splitlines(), made.decode().splitlines()
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(changed) == len({found.line(pin) for pin in found.pins})
    for one, other in changed:
        assert "0." not in other.replace("<1.0", "") or "#" in one
        assert ">=3" in other.replace(" ", "")
    assert read_pins(path, made) is None
    if path.endswith(".toml") and sys.version_info >= (3, 11):
        import tomllib

        tomllib.loads(made.decode("utf-8-sig"))


NOTHING = [
    ("requirements.txt", "openai>=1\nlangchain-openai==0.1\nopenai-whisper==0.2\n# openai==0.28\nopenai\n"),
    ("requirements.txt", "git+https://x/openai==0.28\n-e ./openai==0.28\n--find-links openai==0.28\n"),
    ("requirements.txt", "azure-openai==0.28\nopenai_x==0.28\nx  # openai==0.28\n"),
    ("pyproject.toml", '[project]\ndependencies = ["openai==0.28"\n'),
    ("pyproject.toml", '[project]\ndescription = "for openai==0.28"\nkeywords = ["openai==0.28 and more"]\n'),
    ("pyproject.toml", '[tool.x]\nopenai = "0.28"\n'),
    ("pyproject.toml", '[project]\ntext = """\n[tool.poetry.dependencies]\nopenai = "0.28"\n"""\n'),
    ("pyproject.toml", "x = " + "[" * 5000 + "\n# openai==0.28"),
    ("setup.cfg", "[metadata]\nlong_description = it needs openai==0.28\n# openai==0.28\n"),
    ("setup.py", "print('openai==0.28' 'x', f'openai==0.28', 'use openai==0.28')\n# openai==0.28\n"),
    ("setup.py", "setup(install_requires=['openai==0.28']\n"),
    ("environment.yml", "# - openai=0.28\nname: openai=0.28\n"),
    ("Dockerfile", "# RUN pip install openai==0.28\nENV X=openai==0.28\nRUN pip uninstall openai==0.28\n"),
    ("Dockerfile", "RUN pip install openai && echo openai==0.28\nRUN pip install x # openai==0.28\n"),
    ("notes.txt", "openai==0.28\n"),
    ("bot.py", "x = 'openai==0.28'\n"),
    ("requirements.txt", ""),
    ("requirements.txt", "openai==\nopenai==0.28.1\x00".replace("0.28.1", "latest")),
    ("poetry.lock", '[[package]]\nname = "openai"\nversion = "1.2.0"\n'),
]


@pytest.mark.parametrize(("path", "text"), NOTHING, ids=str)
def test_nothing(path, text):
    assert read_pins(path, text.encode()) is None


@pytest.mark.parametrize(
    ("path", "text", "obstacle"),
    [
        (
            "requirements.txt",
            "# This file is autogenerated by pip-compile with Python 3.10\nopenai==0.28.1\n",
            "made by",
        ),
        ("requirements.txt", "openai==0.28.1 \\\n    --hash=sha256:1234\n", "hashes"),
        ("requirements.txt", "openai==0.28.1 ; python_version < '3.8'\n", "old Pythons"),
        ("requirements.txt", "openai @ git+https://github.com/openai/openai-python@v0.28.1\n", "address"),
        ("poetry.lock", '[[package]]\nname = "openai"\nversion = "0.28.1"\ndescription = ""\n', "poetry update openai"),
        ("uv.lock", '[[package]]\nname = "openai"\nversion = "0.27.8"\n', "uv lock"),
        ("Pipfile.lock", '{"default": {"openai": {"hashes": [], "version": "==0.28.1"}}}', "pipenv update openai"),
    ],
)
def test_what_cannot_be_raised_is_named(path, text, obstacle):
    found = read_pins(path, text.encode())
    assert found
    assert [obstacle in pin.obstacle for pin in found.pins] == [True]
    assert found.pins[0].shown.startswith("openai")


def notebook(*lines: str, kind: str = "code", **more: object) -> bytes:
    cell = {"cell_type": kind, "metadata": {}, "source": list(lines), **more}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1).encode()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("%pip install openai==0.28\n", '%pip install "openai>=3"\n'),
        ('!pip install -q "openai<1" tiktoken', '!pip install -q "openai>=3" tiktoken'),
        ("  !pip3 install 'openai==0.28'", "  !pip3 install 'openai>=3'"),
        ("!python -m pip install openai[datalib]==0.27 # old", '!python -m pip install "openai[datalib]>=3" # old'),
    ],
)
def test_notebooks(line, expected):
    data = notebook("import os\n", line, outputs=[])
    found = read_pins("a.ipynb", data)
    assert found
    assert found.raised(found.pins) == notebook("import os\n", expected, outputs=[])


def test_a_cell_that_is_one_string():
    data = json.dumps({"cells": [{"cell_type": "code", "source": "import os\n!pip install openai==0.28\nx"}]}).encode()
    found = read_pins("a.ipynb", data)
    assert found
    made = json.loads(found.raised(found.pins))
    assert made["cells"][0]["source"] == 'import os\n!pip install "openai>=3"\nx'


@pytest.mark.parametrize(
    "data",
    [
        notebook("!pip install openai==0.28", kind="markdown"),
        notebook("print('!pip install openai==0.28')"),
        notebook("# !pip install openai==0.28"),
        notebook("x", outputs=[{"text": ["!pip install openai==0.28"]}]),
        b'{"cells": [openai==0.28',
        b"",
    ],
)
def test_no_pin_of_a_notebook(data):
    assert read_pins("a.ipynb", data) is None


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "utf-8", "utf-8-sig"])
def test_encodings(encoding):
    text = "# für alle\nopenai==0.28\r\nx\r\n"
    found = read_pins("requirements.txt", text.encode(encoding))
    assert found
    assert found.raised(found.pins) == text.replace("==0.28", ">=3").encode(encoding)


@pytest.mark.parametrize("data", [b"\xff\xfeo", b"\xfe\xff\xd8\x00", b"\x00" * 10 + b"openai==0.28", b"\xff" * 100])
def test_odd_bytes(data):
    found = read_pins("requirements.txt", data)
    assert found is None or found.raised(()) == data


@pytest.mark.parametrize(
    "text", ["a = ", "[a", "a = [1, 2", "a = {b = 1", "= 1", 'a = "x', "a = 1 b", "[[a]\n", "a.b. = 1"]
)
def test_no_toml(text):
    with pytest.raises(TomlError):
        strings(text)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="tomllib is of Python 3.11")
def test_toml_is_read_as_by_the_library():
    import tomllib

    text = """\
title = "one" # "no"
a.'b c'."d" = 'two'
date = 2024-01-01 10:00:00
n = [1, 2.5, +1e3, true, ["x", {y = "z", w.v = 'u'}, ],
  # comment ]
  "last"]
long = '''a"b''' # c
[[table]]
k = { }
[ table . "q" ]
m = "\\"no"
p = ""
"""
    values: list[tuple[tuple[str, ...], str]] = []

    def walk(value: object, keys: tuple[str, ...]) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, (*keys, key))
        elif isinstance(value, list):
            for inner in value:
                walk(inner, keys)
        elif isinstance(value, str):
            values.append((keys, value))

    walk(tomllib.loads(text.replace('[ table . "q" ]', "[[table]]")), ())
    found = [(tuple("table" if key == "q" else key for key in row.keys), row.value) for row in strings(text)]
    found = [(tuple(dict.fromkeys(keys)), value) for keys, value in found]
    assert [row for row in values if row[0] != ("long",) and row[1] != '"no'] == found
    assert all(text[row.start : row.end] == row.value for row in strings(text))


HELD = [
    ("pyproject.toml", '[tool.poetry.dependencies]\nlitellm = "^0.1.698"\n', 'litellm = "^0.1.698"', "litellm>="),
    ("pyproject.toml", '[project]\ndependencies = ["LiteLLM[proxy]<0.14"]\n', "LiteLLM[proxy]<0.14", "litellm>="),
    ("requirements.txt", "openai\nlitellm==0.1.700 ; python_version > '3.7'\n", "litellm==0.1.700", "litellm>="),
    ("setup.cfg", "[options]\ninstall_requires =\n    litellm~=0.1.698\n", "litellm~=0.1.698", "litellm>="),
    ("setup.py", "setup(install_requires=['instructor==0.2.11'])\n", "instructor==0.2.11", "instructor>="),
    ("environment.yml", "dependencies:\n  - pip:\n    - litellm==0.1.698\n", "litellm==0.1.698", "litellm>="),
    ("Dockerfile", "RUN pip install litellm==0.1.698 flask\n", "litellm==0.1.698", "litellm>="),
    ("requirements.txt", "openai==1.29.0\n", "openai==1.29.0", "check --target-version 1.29.0"),
    ("requirements.txt", "openai>=1.2,<2\n", "openai>=1.2,<2", "raise it to openai>=3"),
    ("pyproject.toml", '[tool.poetry.dependencies]\nopenai = "^1.29"\n', 'openai = "^1.29"', "openai 3"),
]


@pytest.mark.parametrize(("path", "text", "shown", "obstacle"), HELD, ids=str)
def test_what_else_holds_todays_sdk_back(path, text, shown, obstacle):
    found = read_pins(path, text.encode())
    assert found
    assert [pin.shown for pin in found.pins] == [shown]
    assert obstacle in found.pins[0].obstacle


FREE = [
    ("pyproject.toml", '[tool.poetry.dependencies]\nlitellm = "^1.2"\n'),
    ("pyproject.toml", '[tool.poetry.dependencies]\nlitellm = "*"\n'),
    ("requirements.txt", "litellm\nlitellm>=0.1.698\nlitellm>=0.1,<2\nlitellm-proxy==0.1\nmy-litellm==0.1\n"),
    ("requirements.txt", "# litellm==0.1.698\ngit+https://github.com/x/litellm@0.1.698\n"),
    ("requirements.txt", "openai>=1\nopenai>=1.29,<4\nopenai~=3.0\nopenai==3.1.0\n"),
]


@pytest.mark.parametrize(("path", "text"), FREE, ids=str)
def test_what_holds_nothing_back(path, text):
    assert read_pins(path, text.encode()) is None


@pytest.mark.parametrize("target", [1, 2])
def test_a_pin_of_the_release_that_code_is_fixed_for(target):
    assert read_pins("requirements.txt", f"openai=={target}.9.0\n".encode(), target) is None


@pytest.mark.parametrize("row", HOLDERS, ids=lambda row: row.name)
def test_packages_that_need_the_old_sdk(row):
    """Their table is of releases in order, and the one before the first that takes today's is held."""
    assert row.since <= tuple(map(int, row.made.split("."))) < row.newest
    assert is_old(row.needs.removeprefix("openai"))
    first = ".".join(map(str, row.since))
    assert read_pins("requirements.txt", f"{row.name}<{first}\n".encode())
    assert read_pins("requirements.txt", f"{row.name}=={first}\n{row.name}<={first}\n".encode()) is None
