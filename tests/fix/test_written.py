"""It looks written by hand: what `fix` writes where there was a longer way."""

from __future__ import annotations

import pytest

from flake8_openai_v1.fix.fixer import Options, fix_source

CALL = "print(openai.Embedding.create(engine='m', input='x')['data'])\n"
HEAD = "import os, openai\nHOST = os.environ['HOST']\n"
KIND = "openai.api_type = os.environ.get('OPENAI_API_TYPE')\nopenai.api_version = '2023-05-15'\n"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ('HOST + "/v1"', 'HOST + "/v1/"'),
        ("HOST + '/v1/'", "HOST + '/v1/'"),
        ("'https://' + HOST + '/v1'", "'https://' + HOST + '/v1/'"),
        ("'https://' + HOST", '(\'https://\' + HOST).rstrip("/") + "/"'),
        ("HOST + f'/{HOST}'", '(HOST + f\'/{HOST}\').rstrip("/") + "/"'),
        ("HOST + f'/{HOST}/v1'", "HOST + f'/{HOST}/v1/'"),
        ("f'{HOST}/v1'", "f'{HOST}/v1/'"),
    ],
)
def test_the_slash_of_an_address_comes_in_where_its_end_stands(address, expected):
    made = fix_source(f"{HEAD}import app\nopenai.api_base = {address}\napp.x = openai\n{CALL}")
    assert f"\nopenai.base_url = {expected}\n" in made


def test_a_test_is_not_made_twice():
    value = "'https://mine.openai.azure.com' if openai.api_type == 'azure' else 'https://gate.example/v1'"
    made = fix_source(f"{HEAD}{KIND}openai.api_base = {value}\n{CALL}", options=Options(unsafe=True))
    lines = [
        'if openai.api_type == "azure":',
        "    openai.azure_endpoint = 'https://mine.openai.azure.com'",
        "else:",
        "    openai.base_url = 'https://gate.example/v1/'",
    ]
    assert "\n".join(lines) in made


@pytest.mark.parametrize(
    "value",
    [
        "'https://a.openai.azure.com' if HOST == 'azure' else 'https://b/v1'",
        "HOST if openai.api_type != 'azure' else HOST",
    ],
)
def test_another_test_stays(value):
    made = fix_source(f"{HEAD}{KIND}openai.api_base = {value}\n{CALL}", options=Options(unsafe=True))
    assert f"    openai.azure_endpoint = {value}\n" in made
