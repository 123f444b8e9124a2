"""The rules, one class per code."""

from __future__ import annotations

from inspect import cleandoc

from .api_versions import AzureApiVersionTooOld, AzureApiVersionUnknown, DatedAzureApi
from .arguments import PositionalArgument, RemovedArgument
from .azure_clients import AzureApiVersionMissing, AzureConflictingArguments, AzureEndpointMissing
from .azure_deployments import AzureModelNotDeployment
from .azure_endpoints import AzureEndpointMalformed, AzureHostOnOpenAIClient
from .azure_settings import AzureLegacySettings
from .azure_tokens import AzureTokenScope
from .azure_workarounds import AzureDalleWorkaround, AzureExtensionsEndpoint
from .base import File, Finding, Rule
from .commands import RemovedCommand
from .exceptions import ExceptionAttribute, ExceptOrder, RemovedException
from .httpx import HttpxObject
from .inference import (
    InferenceCall,
    InferenceClient,
    InferenceException,
    InferenceMessage,
    InferenceNoEquivalent,
)
from .keys import HardCodedKey
from .later import DeprecatedMethod, RemovedSince, UnknownClientOption
from .models import RetiredModel
from .names import RemovedAsyncCall, RemovedCall, RemovedImport, RemovedReference
from .opinions import ChatCompletions, ModuleClient
from .parameters import DeprecatedParameter
from .possible import PossibleResponseRead
from .responses import (
    ClientAsyncMismatch,
    RemovedPagination,
    ResponseDictMethod,
    ResponseSerialisation,
    ResponseSubscript,
    UnguardedStreamChoice,
)
from .services import RetiredService
from .settings import ModuleBaseUrlSlash, RemovedSetting, RenamedSetting

RULES: tuple[type[Rule], ...] = (
    RemovedImport,
    RemovedCall,
    RemovedAsyncCall,
    RemovedReference,
    RenamedSetting,
    RemovedSetting,
    RemovedException,
    ExceptionAttribute,
    ExceptOrder,
    RemovedArgument,
    PositionalArgument,
    ResponseSubscript,
    ResponseDictMethod,
    ResponseSerialisation,
    RemovedPagination,
    ClientAsyncMismatch,
    UnguardedStreamChoice,
    ModuleBaseUrlSlash,
    RemovedSince,
    UnknownClientOption,
    HttpxObject,
    RemovedCommand,
    DeprecatedMethod,
    AzureApiVersionMissing,
    AzureModelNotDeployment,
    AzureEndpointMissing,
    AzureConflictingArguments,
    AzureEndpointMalformed,
    AzureLegacySettings,
    AzureApiVersionUnknown,
    AzureApiVersionTooOld,
    AzureExtensionsEndpoint,
    AzureHostOnOpenAIClient,
    AzureTokenScope,
    AzureDalleWorkaround,
    InferenceClient,
    InferenceCall,
    InferenceMessage,
    InferenceException,
    InferenceNoEquivalent,
    RetiredService,
    RetiredModel,
    DeprecatedParameter,
    HardCodedKey,
    ModuleClient,
    DatedAzureApi,
    ChatCompletions,
    PossibleResponseRead,
)
"""All rules, in the order of their codes."""


def page(rule: type[Rule]) -> str:
    """The documentation of a rule as a Markdown page."""
    default = "off by default" if rule.opinion else "on by default"
    text = cleandoc(rule.__doc__ or "")
    facts = f"Severity: {rule.severity.value}. Since {rule.since}, {default}."
    return f"# {rule.code} {rule.name}\n\n{text}\n\n---\n\n{facts}\n"


__all__ = ["RULES", "File", "Finding", "Rule", "page"]
