"""Which file an import means."""

from __future__ import annotations

from flake8_openai_v1.semantics.modules import Modules

INNER = ["pkg/inner/__init__.py", "pkg/inner/bot.py"]
PACKAGE = ["pkg/__init__.py", "pkg/typing.py", "pkg/pydantic.py", "pkg/tools.py", *INNER]
FOLDER = ["app/typing.py", "app/pydantic.py", "app/main.py"]


def found(paths: list[str], module: str, importer: str, level: int = 0) -> str | None:
    number = Modules(paths).find(module, level, importer)
    return None if number is None else paths[number]


def test_a_package_that_has_a_module_of_the_name_of_another_one():
    assert found(PACKAGE, "typing", "pkg/inner/bot.py") is None
    assert found(PACKAGE, "typing", "pkg/tools.py") is None
    assert found(PACKAGE, "pydantic", "pkg/inner/bot.py") is None
    assert found(PACKAGE, "pydantic.fields", "pkg/pydantic.py") is None
    assert found(PACKAGE, "pkg.typing", "pkg/inner/bot.py") == "pkg/typing.py"
    assert found(PACKAGE, "typing", "pkg/inner/bot.py", 2) == "pkg/typing.py"


def test_a_module_of_its_own_that_a_package_imports_as_a_script_does():
    assert found(PACKAGE, "tools", "pkg/inner/bot.py") == "pkg/tools.py"
    assert found(PACKAGE, "tools", "pkg/typing.py") == "pkg/tools.py"


def test_a_folder_that_is_no_package_comes_first():
    assert found(FOLDER, "typing", "app/main.py") == "app/typing.py"
    assert found(FOLDER, "pydantic", "app/main.py") == "app/pydantic.py"


def test_a_package_whose_first_file_is_no_file_of_the_run(tmp_path):
    package, other = tmp_path / "pkg", tmp_path / "app"
    for folder in (package, other):
        folder.mkdir()
        (folder / "openai.py").write_text("import openai\n")
    (package / "__init__.py").write_text("")
    paths = [str(package / "openai.py"), str(package / "bot.py"), str(other / "openai.py"), str(other / "bot.py")]
    assert found(paths, "openai", paths[1]) is None
    assert found(paths, "openai", paths[3]) == paths[2]
