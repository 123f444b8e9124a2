"""OAI302: on Azure ``model`` is the name of a deployment."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..project.infrastructure import is_deployed
from ..sdk.azure import BODY_CALLS, DEPLOYMENT_CALLS
from ..sdk.models import FAMILY, MODELS, OPENAI_ONLY
from ..semantics.texts import parts_of
from ..semantics.uses import CALL, Use
from ..semantics.values import NONE, Client, Place, Value
from ..syntax.diagnostics import Severity
from .azure import Construction, literal, made_by, settings_of, where
from .base import File, Finding, Rule
from .facts import current_path
from .urls import url_of

NAMED_SO = re.compile(r"(?i)deploy|engine")
"""What a program calls the name of a deployment."""


class AzureModelNotDeployment(Rule):
    """Finds names of models where Azure wants the name of a deployment.

    In `model=` of calls on a client for Azure, on the v1 endpoint of Azure, and on the module where
    `openai.api_type = "azure"`. Through constants and defaults of the file, too.

    Names that only OpenAI gives to models: `gpt-3.5-turbo`, `whisper-1`, `gpt-4o-2024-08-06`. Those that Azure gives
    as well (`gpt-4o`) are what most deployments are called: they are found where the names of yours are told.

    ## Why it breaks

    Whoever makes a deployment gives it a name. Where it is not that of the model, the service answers that "the API
    deployment for this resource does not exist" (`DeploymentNotFound`):

        openai.NotFoundError: Error code: 404

    A linter cannot know the names of your deployments. Tell it, and no other name of a model goes through:

        flake8 --openai-azure-deployments my-chat,gpt-4o-mini
        flake8-openai-v1 check --azure-deployments my-chat,gpt-4o-mini

    or, in the configuration, `openai-azure-deployments` under `[flake8]` and `azure-deployments` in the table
    `[tool.flake8-openai-v1]`.

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    client.chat.completions.create(model="gpt-3.5-turbo", messages=[])
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    client.chat.completions.create(model="my-deployment", messages=[])
    ```

    ## Not detected

    Calls on a client that is made with `azure_deployment`, or with a deployment in its `base_url`: there
    `model` decides nothing. Clients that are made in another file, and tests. Names that come from the environment,
    and those that the program itself calls a deployment, in a name or a comment (`DEPLOYMENT = "gpt-4o"`), or that
    the project's own templates know: Bicep, Terraform, ARM and `azure.yaml`, beside the file or above it.
    """

    code = "OAI302"
    name = "azure-model-not-deployment"
    remote = True
    severity = Severity.WARNING
    roles = (CALL,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each name."""
        if not isinstance(use.node, ast.Call):
            return
        if _takes_deployment(use, file):
            for keyword in use.node.keywords:
                if keyword.arg == "model":
                    yield from self._name(keyword, file)

    def _name(self, keyword: ast.keyword, file: File) -> Iterator[Finding]:
        value = file.model.value(keyword.value)
        text = literal(value)
        if text is None or text in file.deployments or _is_called_deployment(keyword.value, text, file):
            return
        if text not in MODELS and not re.fullmatch(FAMILY, text):
            return
        if re.fullmatch(OPENAI_ONLY, text):
            kind = "is the name of a model as only OpenAI spells it"
        elif file.deployments:
            kind = "is the name of a model, and no deployment that is told"
        else:
            return
        if is_deployed(file.path, text):
            return
        message = (
            f'{keyword.arg}="{text}" {kind}: Azure wants that of a deployment (404 DeploymentNotFound); '
            "use the deployment's name; if your deployment has this name, add it to azure-deployments "
            "(flake8: openai-azure-deployments)"
        )
        yield Finding(where(keyword, value), message, "the deployment's name")


def _is_called_deployment(node: ast.expr, text: str, file: File) -> bool:
    """Does the program itself say that this is the name of a deployment?

    By what it calls the value, or beside the same text elsewhere, also in a comment.
    """
    if isinstance(node, ast.Subscript):
        name = str(node.slice.value) if isinstance(node.slice, ast.Constant) else ""
        if "model" not in name.lower():
            return True  # one of several things that have a name
    else:
        name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    if NAMED_SO.search(name):
        return True
    quoted = (f'"{text}"', f"'{text}'")
    return any(NAMED_SO.search(line) for line in file.lines if any(found in line for found in quoted))


def _takes_deployment(use: Use, file: File) -> bool:
    """Does this call, for sure, go to a service of Azure that takes ``model`` for a deployment?"""
    path = current_path(use.value)
    if path not in DEPLOYMENT_CALLS and path not in BODY_CALLS:
        return False
    if isinstance(use.value, Place):
        return file.azure_module and any(settings_of(file, "azure_endpoint"))
    made = made_by(use.value) if isinstance(use.value, Client) else None
    if made is None or not made.complete:
        return False
    if made.azure:
        return path in BODY_CALLS or not _has_deployment(made, file)
    keyword = made.keywords.get("base_url")
    url = url_of(file.model.value(keyword.value)) if keyword is not None else None
    return url is not None and url.azure and "/openai/v1" in url.path


def _has_deployment(made: Construction, file: File) -> bool:
    """May the client have a deployment of its own?"""
    if not made.lacks("azure_deployment", file):
        return True
    address: Value = made.value("base_url", file)
    if address == NONE:
        return False
    parts = parts_of(address)
    # An address of which the end is unknown may name one.
    return parts is None or parts[-1] is None or "/deployments/" in "".join(part or "" for part in parts)
