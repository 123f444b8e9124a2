"""Variables that are set outside of Python, told by the text of files."""

from __future__ import annotations

import pytest

from flake8_openai_v1.project.environment import may_set, variables_in


def found(text: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.name, one.value) for one in variables_in("f", text.encode())]


BASE = "OPENAI_API_BASE"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{BASE}=https://x.example/v1", "https://x.example/v1"),
        (f"{BASE}='https://x.example/v1' # ours", "https://x.example/v1"),
        (f'export {BASE}="https://x.example/v1"', "https://x.example/v1"),
        (f"{BASE}=", ""),
        (f"set {BASE}=x", "x"),
        (f"  {BASE} = x", "x"),
        (f"A=1 {BASE}=x python main.py", "x"),
        (f"docker run -e {BASE}=x image", "x"),
        (f"docker run --env {BASE} image", None),
        (f"docker run --env {BASE}", ""),
        (f"ENV {BASE}=x", "x"),
        (f"ENV {BASE} x", "x"),
        (f"ENV A=1 {BASE}=x", "x"),
        (f"env:\n  {BASE}: https://x.example/v1", "https://x.example/v1"),
        (f"environment:\n  - {BASE}=x\n", "x"),
        (f"environment:\n  - {BASE}\n", ""),
        (f"env:\n  - name: {BASE}\n    value: x\n", ""),
        (f'{{"Values": {{"{BASE}": "x"}}}}', "x"),
        (f"{BASE}: ${{{{ secrets.OPENAI_API_BASE }}}}", "${{"),
        (f'$env:{BASE} = "x"', "x"),
        (f"setx {BASE} x", "x"),
        (f"%env {BASE}=x", "x"),
        (f"%env {BASE} x", "x"),
        (f"{BASE} ?= x", "x"),
        (f"export {BASE}", ""),
        (f"\r\n{BASE}=x\r\n", "x"),
    ],
)
def test_set(text, value):
    line = text.replace("\r\n", "\n").partition(BASE)[0].count("\n") + 1
    assert found(text) == ([] if value is None else [(line, BASE, value)])


@pytest.mark.parametrize(
    "text",
    [
        f"# {BASE}=x",
        f"  #{BASE}=x",
        f"rem {BASE}=x",
        f"python main.py # {BASE}=x",
        f"echo ${BASE}",
        f"echo ${{{BASE}:-x}}",
        f"key: {{{{ .Values.{BASE} }}}}",
        f"if: env.{BASE} == 'x'",
        f"unset {BASE}",
        f"MY_{BASE}=x",
        f"{BASE}_OLD=x",
        f"ARG {BASE}",
        f'[ -z "${BASE}" ] && exit 1',
        f"if [ {BASE} == x ]",
        "OPENAI_MODEL=gpt-4",
        "",
    ],
)
def test_not_set(text):
    assert found(text) == []


def test_several():
    text = "A=1\nOPENAI_API_TYPE=azure OPENAI_API_BASE=x\n\nOPENAI_BASE_URL: y\nAZURE_OPENAI_ENDPOINT=z\n"
    assert found(text) == [
        (2, "OPENAI_API_TYPE", "azure"),
        (2, "OPENAI_API_BASE", "x"),
        (4, "OPENAI_BASE_URL", "y"),
        (5, "AZURE_OPENAI_ENDPOINT", "z"),
    ]


def test_bytes_that_are_no_text_and_long_lines():
    assert [one.line for one in variables_in("f", b"\xff\xfe\nOPENAI_API_BASE=\xff\n")] == [2]
    assert len(found("OPENAI_API_BASE=x " * 20_000)) == 20_000


@pytest.mark.parametrize(
    "name",
    [
        *(".env", ".env.example", ".env.local", "prod.env", ".envrc", "Dockerfile", "Dockerfile.gpu", "compose.yaml"),
        *("docker-compose.yml", "ci.yml", ".gitlab-ci.yml", "run.sh", "start.bat", "x.ps1", "Makefile", "Procfile"),
    ],
)
def test_files(name):
    assert may_set(name)


@pytest.mark.parametrize("name", ["env.py", "README.md", "data.json", "environment.txt", "bot.py", "x.ipynb"])
def test_other_files(name):
    assert not may_set(name)
