"""Each row of ``sdk/wrappers.py`` against the package that it names."""

from __future__ import annotations

import re
import zipfile

import pytest
from sdks import wheel

from examples import check
from flake8_openai_v1.sdk.wrappers import SAME, WRAPPERS

pytestmark = pytest.mark.index

RELEASES = {wrapper.package: wrapper.release for wrapper in WRAPPERS}


def sources(requirement: str, package: str) -> dict[str, str]:
    """The modules of a package in a wheel, by file name."""
    with zipfile.ZipFile(wheel(requirement)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith(f"{package}/") and name.endswith(".py")
        }


@pytest.mark.parametrize("wrapper", WRAPPERS, ids=lambda wrapper: wrapper.package)
def test_takes_its_arguments_out_of_the_call(wrapper):
    text = "\n".join(sources(wrapper.release, wrapper.package).values())
    for argument in wrapper.arguments:
        taken = rf'kwargs\.(?:pop|get)\(\s*"{argument}"|\b{argument}(?:: [^=\n]+)?\s*=\s*None'
        assert re.search(taken, text), argument


@pytest.mark.parametrize(("path", "same"), SAME.items())
def test_hands_the_module_on(path, same):
    module, _, name = path.rpartition(".")
    package = path.partition(".")[0]
    files = sources(RELEASES[package], package)
    base = module.replace(".", "/")
    text = files.get(f"{base}.py", "") + files.get(f"{base}/__init__.py", "")
    assert same == name == "openai"
    assert re.search(r"^\s*(?:import openai|from \S+ import .*\bopenai\b|openai = )|== \"openai\"", text, re.MULTILINE)


@pytest.mark.parametrize("path", SAME)
def test_is_followed_as_the_module(path):
    module, _, name = path.rpartition(".")
    check(f"from {module} import {name}\n{name}.ChatCompletion.create()  # OAI102:1\n")
