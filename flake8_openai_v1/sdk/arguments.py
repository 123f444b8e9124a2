"""Arguments of calls of openai 0.28.1 that later SDKs refuse with TypeError. One row a line.

``tests/sdk/test_arguments.py`` proves every row against the releases in ``versions.PROBED``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

from flake8_openai_v1.sdk.names import PROBE


class Argument(NamedTuple):
    """One keyword of a 0.28.1 call that the current call does not take."""

    name: str
    use: str | None
    """What to write instead: ``model=``; None: nothing."""
    source: str
    """Where the fact comes from."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""
    kind: bool = False
    """It says which kind of API is meant; OAI306 reports it."""


BOUND = PROBE + "; the arguments bound to the signature of each current call"

# Request arguments of 0.x that every call since 1.0 refuses.
ARGUMENTS: tuple[Argument, ...] = (
    Argument("api_base", "client.with_options(base_url=...)", BOUND, "or OpenAI(base_url=...)"),
    Argument("api_key", "client.with_options(api_key=...)", BOUND, "or OpenAI(api_key=...)"),
    Argument("api_type", None, BOUND, "choose the client class: AzureOpenAI or OpenAI", kind=True),
    Argument("api_version", "AzureOpenAI(api_version=...)", BOUND),
    Argument("deployment_id", "model=", BOUND),
    Argument("engine", "model=", BOUND),
    Argument("headers", "extra_headers=", BOUND),
    Argument("organization", "client.with_options(organization=...)", BOUND, "or OpenAI(organization=...)"),
    Argument("request_id", 'extra_headers={"X-Request-Id": ...}', BOUND),
    Argument("request_timeout", "timeout=", BOUND),
)

# What to write for them in a program that talks to Azure.
ON_AZURE: dict[str, Argument] = {
    "api_base": Argument("api_base", "AzureOpenAI(azure_endpoint=...)", BOUND),
    "deployment_id": Argument("deployment_id", "model=", BOUND, "the name of the deployment"),
    "engine": Argument("engine", "model=", BOUND, "the name of the deployment"),
}

# Arguments of one method that its successor refuses.
OF_METHOD: dict[str, tuple[Argument, ...]] = {
    "openai.Audio.transcribe_raw": (Argument("filename", "file=(filename, file)", BOUND),),
    "openai.Audio.translate_raw": (Argument("filename", "file=(filename, file)", BOUND),),
    "openai.ChatCompletion.create": (Argument("dataSources", 'extra_body={"data_sources": ...}', BOUND, "an Azure extension"),),
    "openai.Engine.retrieve": (Argument("id", "model=", BOUND),),
    "openai.File.create": (
        Argument("model", None, BOUND, "remove it"),
        Argument("user_provided_filename", "file=(filename, file)", BOUND),
    ),
    "openai.File.delete": (Argument("sid", "file_id=", BOUND),),
    "openai.File.download": (Argument("id", "file_id=", BOUND),),
    "openai.File.retrieve": (Argument("id", "file_id=", BOUND),),
    "openai.FineTune.cancel": (Argument("id", "fine_tuning_job_id=", BOUND),),
    "openai.FineTune.delete": (Argument("sid", "model=", BOUND),),
    "openai.FineTune.list_events": (Argument("id", "fine_tuning_job_id=", BOUND),),
    "openai.FineTune.retrieve": (Argument("id", "fine_tuning_job_id=", BOUND),),
    "openai.FineTune.stream_events": (Argument("id", "fine_tuning_job_id=", BOUND),),
    "openai.FineTuningJob.auto_paging_iter": (Argument("starting_after", "after=", BOUND),),
    "openai.FineTuningJob.cancel": (Argument("id", "fine_tuning_job_id=", BOUND),),
    "openai.FineTuningJob.list": (Argument("starting_after", "after=", BOUND),),
    "openai.FineTuningJob.list_events": (Argument("id", "fine_tuning_job_id=", BOUND),),
    "openai.FineTuningJob.retrieve": (Argument("id", "fine_tuning_job_id=", BOUND),),
    "openai.Model.delete": (Argument("sid", "model=", BOUND),),
    "openai.Model.retrieve": (Argument("id", "model=", BOUND),),
}

# What the leading positional arguments of a legacy method mean.
POSITIONAL: dict[str, tuple[str, ...]] = {
    "openai.Audio.transcribe": ("model", "file", "api_key", "api_base", "api_type", "api_version", "organization"),
    "openai.Audio.transcribe_raw": ("model", "file", "filename", "api_key", "api_base", "api_type", "api_version", "organization"),
    "openai.Audio.translate": ("model", "file", "api_key", "api_base", "api_type", "api_version", "organization"),
    "openai.Audio.translate_raw": ("model", "file", "filename", "api_key", "api_base", "api_type", "api_version", "organization"),
    "openai.ChatCompletion.create": ("api_key", "api_base", "api_type", "request_id", "api_version", "organization"),
    "openai.Completion.create": ("api_key", "api_base", "api_type", "request_id", "api_version", "organization"),
    "openai.Edit.create": ("api_key", "api_base", "api_type", "request_id", "api_version", "organization"),
    "openai.Embedding.create": ("api_key", "api_base", "api_type", "request_id", "api_version", "organization"),
    "openai.Engine.generate": ("timeout",),
    "openai.Engine.list": ("api_key", "request_id", "api_version", "organization", "api_base", "api_type"),
    "openai.Engine.retrieve": ("id", "api_key", "request_id", "request_timeout"),
    "openai.File.create": ("file", "purpose", "model", "api_key", "api_base", "api_type", "api_version", "organization", "user_provided_filename"),
    "openai.File.delete": ("sid", "api_type", "api_version"),
    "openai.File.download": ("id", "api_key", "api_base", "api_type", "api_version", "organization"),
    "openai.File.list": ("api_key", "request_id", "api_version", "organization", "api_base", "api_type"),
    "openai.File.retrieve": ("id", "api_key", "request_id", "request_timeout"),
    "openai.File.wait_for_processing": ("id", "max_wait_seconds"),
    "openai.FineTune.cancel": ("id", "api_key", "api_type", "request_id", "api_version"),
    "openai.FineTune.create": ("api_key", "api_base", "api_type", "request_id", "api_version", "organization"),
    "openai.FineTune.delete": ("sid", "api_type", "api_version"),
    "openai.FineTune.list": ("api_key", "request_id", "api_version", "organization", "api_base", "api_type"),
    "openai.FineTune.list_events": ("id",),
    "openai.FineTune.retrieve": ("id", "api_key", "request_id", "request_timeout"),
    "openai.FineTune.stream_events": ("id", "api_key", "api_base", "api_type", "request_id", "api_version", "organization"),
    "openai.FineTuningJob.cancel": ("id", "api_key", "api_type", "request_id", "api_version"),
    "openai.FineTuningJob.create": ("api_key", "api_base", "api_type", "request_id", "api_version", "organization"),
    "openai.FineTuningJob.list": ("limit", "starting_after", "api_key", "request_id", "api_version", "organization", "api_base", "api_type"),
    "openai.FineTuningJob.list_events": ("id", "limit", "after"),
    "openai.FineTuningJob.retrieve": ("id", "api_key", "request_id", "request_timeout"),
    "openai.Image.create": ("api_key", "api_base", "api_type", "api_version", "organization"),
    "openai.Image.create_edit": ("image", "mask", "api_key", "api_base", "api_type", "api_version", "organization"),
    "openai.Image.create_variation": ("image", "api_key", "api_base", "api_type", "api_version", "organization"),
    "openai.Model.delete": ("sid", "api_type", "api_version"),
    "openai.Model.list": ("api_key", "request_id", "api_version", "organization", "api_base", "api_type"),
    "openai.Model.retrieve": ("id", "api_key", "request_id", "request_timeout"),
    "openai.Moderation.create": ("input", "model", "api_key"),
}

# Names of the deployment, which goes to ``model`` today.
DEPLOYMENTS = ("engine", "deployment_id")

# Arguments of one call that are options of a client today.
PER_CALL = ("api_key", "api_base", "api_type", "api_version", "organization")

# The same, or settings of the module -> the option.
OPTIONS: dict[str, str] = {"api_key": "api_key", "api_base": "base_url", "api_version": "api_version", "organization": "organization"}

# Names of arguments that are gone, and that say nothing else.
GONE: frozenset[str] = frozenset({"api_base", "api_type", "deployment_id", "engine", "request_id", "request_timeout"})

# Arguments of any call that are called otherwise today, and mean the same.
TODAY: dict[str, str] = {"engine": "model", "deployment_id": "model", "request_timeout": "timeout", "headers": "extra_headers"}
