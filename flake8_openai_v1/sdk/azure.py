"""What the clients for Azure take, and how addresses and credentials of Azure look. One row a line.

``tests/azure/test_client_rules.py`` and ``tests/sdk/test_azure.py`` prove the rows against real releases.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

RUN = "run with openai 1.0.0, 1.109.1, 2.54.0 and 3.57.0 on a mock transport"
SOURCE = "openai/lib/azure.py"


class Option(NamedTuple):
    """A keyword that a client class refuses with TypeError."""

    use: str | None
    """What to write instead; None: nothing."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""
    legacy: bool = False
    """A setting of 0.x."""


# Keywords that AzureOpenAI refuses. Source: RUN.
REFUSED_BY_AZURE: dict[str, Option] = {
    "api_base": Option("azure_endpoint=", legacy=True),
    "api_type": Option(None, "remove it, the class says it", legacy=True),
    "credential": Option("azure_ad_token_provider=", "get_bearer_token_provider(credential, ...)"),
    "deployment_id": Option("azure_deployment=", legacy=True),
    "deployment_name": Option("azure_deployment="),
    "endpoint": Option("azure_endpoint="),
    "engine": Option("azure_deployment=", legacy=True),
    "proxies": Option("http_client=", "DefaultHttpxClient(proxy=...)"),
}

# Keywords of AzureOpenAI that OpenAI refuses, and those of 0.x that mean Azure. Source: RUN.
REFUSED_BY_OPENAI: dict[str, Option] = {
    "api_type": Option("AzureOpenAI(...)", "the class says it", legacy=True),
    "api_version": Option("AzureOpenAI(...)", "or drop it and end base_url in /openai/v1/"),
    "azure_ad_token": Option("AzureOpenAI(...)"),
    "azure_ad_token_provider": Option("api_key=", "with a base_url that ends in /openai/v1/, or AzureOpenAI(...)"),
    "azure_deployment": Option("AzureOpenAI(...)", "or model= of the calls"),
    "azure_endpoint": Option("AzureOpenAI(...)", "or base_url= with /openai/v1/ at its end"),
    "deployment_id": Option("model=", "in the calls", legacy=True),
    "engine": Option("model=", "in the calls", legacy=True),
}

# The credentials of AzureOpenAI, the one first that wins where an older release takes several. Source: RUN.
CREDENTIALS: tuple[str, ...] = ("azure_ad_token", "azure_ad_token_provider", "api_key")

ONE_CREDENTIAL = "3.4.0"
"""The first release that refuses a second credential (MutuallyExclusiveAuthError)."""

CALLABLE_KEY = "1.106.0"
"""The first release in which the ``api_key`` of OpenAI may be a function."""

CALLABLE_AZURE_KEY = "3.4.0"
"""The first release in which that of AzureOpenAI may be one."""

# What the client reads where an argument is left out. Source: RUN.
VARIABLES: dict[str, str] = {
    "api_key": "AZURE_OPENAI_API_KEY",
    "azure_ad_token": "AZURE_OPENAI_AD_TOKEN",
    "api_version": "OPENAI_API_VERSION",
    "azure_endpoint": "AZURE_OPENAI_ENDPOINT",
}

# Paths whose requests go to the deployment that ``model`` names, and the calls that send them.
# Source: SOURCE, _deployments_endpoints of 3.57.0.
DEPLOYMENT_ENDPOINTS: frozenset[str] = frozenset({
    "/completions", "/chat/completions", "/embeddings", "/audio/transcriptions", "/audio/translations",
    "/audio/speech", "/images/generations", "/images/edits",
})
DEPLOYMENT_CALLS: frozenset[str] = frozenset({
    "audio.speech.create", "audio.transcriptions.create", "audio.translations.create",
    "beta.chat.completions.parse", "beta.chat.completions.stream",
    "chat.completions.create", "chat.completions.parse", "chat.completions.stream",
    "completions.create", "embeddings.create", "images.edit", "images.generate",
})

# Calls that name a deployment as ``model`` in their body. Source: Azure's documentation of model= (endpoints_auth).
BODY_CALLS: frozenset[str] = frozenset({
    "beta.assistants.create", "beta.threads.create_and_run", "beta.threads.runs.create", "realtime.connect", "beta.realtime.connect",
    "responses.create", "responses.parse", "responses.stream",
})

# Ends of the names of Azure's hosts. Source: MicrosoftDocs, api-version-lifecycle, azure-government; allow-lists in public code.
HOSTS: tuple[str, ...] = (
    ".openai.azure.com", ".openai.azure.us", ".openai.azure.cn",
    ".cognitiveservices.azure.com", ".cognitiveservices.azure.us", ".cognitiveservices.azure.cn",
    ".services.ai.azure.com", ".api.cognitive.microsoft.com",
)

TURNED_ROUND = (".azure.openai.com", ".openai.azure.com")
"""How the SDK's own documentation misspells the host, and how it is."""

# The settings of the module that say which kind of client it has. Source: openai/__init__.py of 3.57.0.
API_TYPES: frozenset[str] = frozenset({"openai", "azure", "amazon-bedrock"})

# Scopes of tokens for Azure OpenAI. Source: MicrosoftDocs, managed-identity and troubleshoot-errors; the others public code.
SCOPES: frozenset[str] = frozenset({
    "https://ai.azure.com/.default", "https://cognitiveservices.azure.com/.default",
    "https://cognitiveservices.azure.us/.default", "https://cognitiveservices.azure.cn/.default",
    "https://ai.azure.us/.default",
})
SCOPE = "https://ai.azure.com/.default"
"""The one that Microsoft's newest pages name."""

# Hosts of scopes that are those of other services: a token for one is refused with 401.
OTHER_AUDIENCES: tuple[str, ...] = (
    "database.windows.net", "graph.microsoft.com", "management.azure.com", "management.core.windows.net", "ml.azure.com",
    "openai.azure.com", "search.azure.com", "storage.azure.com", "vault.azure.net",
)
