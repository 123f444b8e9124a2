"""Functions that make a client of what the module has set: which are such, and what is none."""

from __future__ import annotations

import ast

import pytest

from flake8_openai_v1.semantics import analyse_alone
from flake8_openai_v1.semantics.factories import Factory, factories

PLAIN = "openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)"
AZURE = "openai.AzureOpenAI(api_key=openai.api_key, azure_endpoint={}, api_version=openai.api_version)"


def found(body: str, parameters: str = "") -> list[Factory]:
    source = f"import os\nimport openai\n\n\ndef make({parameters}):\n" + "".join(
        f"    {line}\n" for line in body.splitlines()
    )
    tree = ast.parse(source)
    return list(factories(analyse_alone(tree, source.splitlines(keepends=True)).model, tree.body))


def test_one_that_the_module_itself_would_make():
    (factory,) = found(f"return {PLAIN}")
    assert factory[1:] == (False, frozenset(), "base_url", False, True)
    (factory,) = found("return openai.OpenAI(api_key=api_key or openai.api_key)", "api_key=None")
    assert factory[1:] == (False, frozenset({"api_key"}), "", False, True)
    (factory,) = found(f"return {AZURE.format('str(openai.azure_endpoint)')}")
    assert factory[1:] == (False, frozenset(), "azure_endpoint", True, True)


@pytest.mark.parametrize(
    ("body", "address"),
    [
        (f"return {AZURE.format('openai.base_url')}", "base_url"),
        (f"return {AZURE.format('openai.azure_endpoint').replace('api_key=', 'azure_ad_token=')}", "azure_endpoint"),
    ],
)
def test_one_that_the_module_itself_would_not_make(body, address):
    (factory,) = found(body)
    assert (factory.address, factory.azure, factory.is_plain) == (address, True, False)


def test_one_that_asks_for_the_kind_of_api():
    azure = AZURE.format("openai.base_url")
    (factory,) = found(f'if openai.api_type == "azure":\n    return {azure}\nreturn {PLAIN}')
    assert (factory.azure, factory.is_plain, factory.address) == (None, False, "base_url")
    (factory,) = found(f'kind = str(openai.api_type).lower()\nif kind == "azure":\n    return {azure}\nreturn {PLAIN}')
    assert factory.azure is None


@pytest.mark.parametrize(
    ("body", "parameters"),
    [
        ('return openai.OpenAI(api_key=os.environ["OTHER"], base_url=openai.base_url)', ""),
        ('return openai.OpenAI(api_key=openai.api_key or os.environ.get("OTHER"))', ""),
        ('return openai.OpenAI(api_key=openai.api_key, base_url="https://other.example/v1")', ""),
        ("return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url or ADDRESS)", ""),
        ("return openai.OpenAI(api_key=openai.api_key, base_url=os.environ['ADDRESS'])", ""),
        ("return openai.OpenAI(**options)", "options={}"),
        ("return openai.OpenAI(openai.api_key)", ""),
        ("return openai.OpenAI(base_url=openai.base_url)", ""),
        ("return openai.OpenAI(api_key=openai.organization)", ""),
        ("return openai.OpenAI(api_key=openai.api_key, default_headers=openai.api_version)", ""),
        (f"if OTHER:\n    return {AZURE.format('openai.base_url')}\nreturn {PLAIN}", ""),
        (f"if OTHER:\n    return None\nreturn {PLAIN}", ""),
        (f"return {PLAIN}", "name"),
        (f"return {PLAIN}", "*, name"),
        (f"yield {PLAIN}", ""),
        (f"client = {PLAIN}\nreturn client", ""),
    ],
)
def test_none(body, parameters):
    """Another key, another address, another test, or nothing that shows: calls are not to be made on it."""
    assert found(body, parameters) == []


def test_neither_a_method_nor_what_is_decorated():
    for before in ("class A:\n    def make(self=None):\n        return ", "@f\ndef make():\n    return "):
        tree = ast.parse(source := f"import openai\n{before}{PLAIN}\n")
        assert list(factories(analyse_alone(tree, source.splitlines(keepends=True)).model, tree.body)) == []
