"""How long the lines of a project may be, by its settings."""

from __future__ import annotations

import pytest
from faces.runs import write

from flake8_openai_v1.project.line_length import UNLIMITED, line_length


@pytest.mark.parametrize(
    ("files", "length"),
    [
        ({}, 88),
        ({"pyproject.toml": "[tool.black]\nline-length = 100  # wide\n"}, 100),
        ({"pyproject.toml": "[tool.black]\npreview = true\n", ".flake8": "[flake8]\nmax-line-length=120"}, 88),
        ({"pyproject.toml": "[tool.ruff]\nextend-select = ['I']\n"}, 88),
        ({"pyproject.toml": "[tool.ruff]\nline-length = 99\n[tool.ruff.lint]\n"}, 99),
        ({"pyproject.toml": "[tool]\nruff.line-length = 99\n"}, 99),
        ({"ruff.toml": "line-length = 110\n[lint]\nselect = ['E']\n"}, 110),
        ({".ruff.toml": "line-length = 111\n"}, 111),
        ({"setup.cfg": "[flake8]\nmax-line-length = 79\n"}, 79),
        ({"tox.ini": "[testenv]\ndeps = x\n[flake8]\nmax_line_length: 120\n"}, 120),
        ({".flake8": "[flake8]\nmax-complexity = 10\n"}, 79),
        ({".flake8": "[flake8]\nignore = E501, W503\n"}, 88),
        ({".flake8": "[flake8]\nextend-ignore = E203,E5\n"}, 88),
        ({".flake8": "[flake8]\nignore =\n    E501\n"}, 88),
        ({".flake8": "[flake8]\nselect = B,B950\n"}, 88),
        ({".editorconfig": "root = true\n[*]\nmax_line_length = 90\n[*.{js,ts}]\nmax_line_length = 200\n"}, 90),
        ({".editorconfig": "[*]\nmax_line_length = 90\n[*.{py,pyi}]\nmax_line_length = 100\n"}, 100),
        ({".editorconfig": "[*.py]\nmax_line_length = off\n"}, UNLIMITED),
        ({".isort.cfg": "[settings]\nline_length = 95\n"}, 95),
        ({"pyproject.toml": '[tool.isort]\nprofile = "black"\n'}, 88),
        ({".pylintrc": "[FORMAT]\nmax-line-length=120\n"}, 120),
        ({"setup.cfg": "[yapf]\ncolumn_limit = 100\n"}, 100),
        ({"pyproject.toml": "[tool.black\nline-length = ?\n\x00"}, 88),
        ({"pyproject.toml": "[tool.black]\nline-length = 99999999999999999999\n"}, 88),
        ({"setup.cfg": b"[flake8]\n\xff\xfe = \xe4\nmax-line-length = 101\n".decode("latin-1")}, 101),
    ],
    ids=str,
)
def test_line_length(tmp_path, files, length):
    write(tmp_path, {**files, "src/pack/.keep": "", ".git/HEAD": ""})
    assert line_length(str(tmp_path / "src" / "pack")) == length


def test_the_nearest_folder_decides(tmp_path):
    write(tmp_path, {".git/HEAD": "", "pyproject.toml": "[tool.black]\nline-length = 100\n"})
    write(tmp_path, {"part/pyproject.toml": "[tool.black]\nline-length = 120\n"})
    assert [line_length(str(tmp_path / name)) for name in ("part", "other")] == [120, 100]


def test_settings_above_the_repository_do_not_count(tmp_path):
    write(tmp_path, {"pyproject.toml": "[tool.black]\nline-length = 100\n", "own/.git/HEAD": ""})
    assert line_length(str(tmp_path / "own")) == 88
