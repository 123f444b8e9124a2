"""What the project's own templates deploy is no finding of OAI302."""

from __future__ import annotations

import os

import pytest

from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project import infrastructure

BICEP = "param chatDeploymentName string = 'gpt-4o-2024-08-06'\n"
TERRAFORM = 'resource "azurerm_cognitive_deployment" "chat" {\n  name = "gpt-4o-2024-08-06"\n}\n'
PARAMETERS = '{"parameters": {"chat": {"value": "${AZURE_OPENAI_DEPLOYMENT=gpt-4o-2024-08-06}"}}}\n'
DEPLOYMENTS = "deployments:\n  - name: gpt-4o-2024-08-06\n    model: {name: gpt-4o}\n"
SOURCE = """\
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v)
client.chat.completions.create(model="gpt-4o-2024-08-06", messages=[])
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    infrastructure._templates.cache_clear()
    return tmp_path / "repo"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def codes(project):
    path = project / "src" / "api" / "bot.py"
    write(path, SOURCE)
    return [found.code for found in lint_source(SOURCE, str(path))]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("infra/main.bicep", BICEP),
        ("main.bicep", BICEP),
        ("infra/core/ai/openai.bicepparam", BICEP),
        ("main.tf", TERRAFORM),
        ("terraform/modules/openai/main.tf", TERRAFORM),
        ("prod.tfvars", 'deployment = "gpt-4o-2024-08-06"\n'),
        ("infra/main.parameters.json", PARAMETERS),
        ("azuredeploy.json", PARAMETERS),
        ("infra/ai.yaml", DEPLOYMENTS),
        ("azure.yaml", DEPLOYMENTS),
        ("src/infra/main.bicep", BICEP),
        ("src/api/main.bicep", BICEP),
    ],
)
def test_a_name_that_a_template_has(project, name, text):
    write(project / name, text)
    assert codes(project) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("infra/main.bicep", BICEP.replace("08-06", "08-06-evals")),
        ("infra/main.bicep", BICEP.replace("gpt", "my-gpt")),
        ("infra/main.bicep", "param chatDeploymentName string = 'chat'\n"),
        ("docs/main.txt", BICEP),
        ("package.json", PARAMETERS),
        (".github/workflows/test.yaml", DEPLOYMENTS),
        ("../infra/main.bicep", BICEP),
        ("src/other/infra/main.bicep", BICEP),
    ],
)
def test_a_name_that_no_template_of_the_project_has(project, name, text):
    write(project / name, text)
    assert codes(project) == ["OAI302"]


def test_a_text_that_is_no_file(project):
    write(project / "infra" / "main.bicep", BICEP)
    assert [found.code for found in lint_source(SOURCE, "stdin")] == ["OAI302"]
    assert [found.code for found in lint_source(SOURCE)] == ["OAI302"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_template_that_cannot_be_read(project):
    (project / "main.bicep").mkdir()
    (project / "infra" / "main.bicep").mkdir(parents=True)
    (project / "infra" / "loop").symlink_to(project / "infra")
    (project / "infra" / "bad.tf").write_bytes(b"\xff\xfe\x00")
    (project / "src").mkdir()
    os.mkfifo(project / "src" / "main.bicep")
    assert codes(project) == ["OAI302"]
