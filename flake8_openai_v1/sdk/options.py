"""What the client classes take, and since when. Rows by ``tools/history.py``; do not edit them.

``tests/sdk/test_options.py`` proves them with real releases.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

# What people give who mean one of the options: what to write, and a note. Tried with the classes of the newest release.
ADVICE: dict[str, tuple[str | None, str]] = {
    "api_base": ("base_url=", ""),
    "api_url": ("base_url=", ""),
    "azure_openai_api_key": ("api_key=", ""),
    "endpoint": ("base_url=", ""),
    "extra_headers": ("default_headers=", ""),
    "headers": ("default_headers=", ""),
    "host": ("base_url=", ""),
    "key": ("api_key=", ""),
    "max_tokens": ("max_tokens=", "in the calls"),
    "model": ("model=", "in the calls"),
    "model_name": ("model=", "in the calls"),
    "openai_api_base": ("base_url=", ""),
    "openai_api_key": ("api_key=", ""),
    "openai_organization": ("organization=", ""),
    "org": ("organization=", ""),
    "organization_id": ("organization=", ""),
    "proxies": ("http_client=", "DefaultHttpxClient(proxy=...)"),
    "proxy": ("http_client=", "DefaultHttpxClient(proxy=...)"),
    "request_timeout": ("timeout=", ""),
    "retries": ("max_retries=", ""),
    "session": ("http_client=", ""),
    "ssl_verify": ("http_client=", "DefaultHttpxClient(verify=...)"),
    "stream": ("stream=", "in the calls"),
    "temperature": ("temperature=", "in the calls"),
    "token": ("api_key=", ""),
    "transport": ("http_client=", "DefaultHttpxClient(transport=...)"),
    "url": ("base_url=", ""),
    "verify": ("http_client=", "DefaultHttpxClient(verify=...)"),
    "verify_ssl": ("http_client=", "DefaultHttpxClient(verify=...)"),
}

# Those of them that mean the same, with the same values, so that only the name is wrong.
SAME: frozenset[str] = frozenset({
    "api_base", "extra_headers", "headers", "openai_api_base", "openai_api_key", "openai_organization", "org",
    "organization_id", "request_timeout", "retries",
})

# A class, or its ``copy`` (which ``with_options`` is, too): the options that it takes, and the first release that does.
OPTIONS: dict[str, dict[str, str]] = {
    "OpenAI": {"api_key": "1.0.0", "organization": "1.0.0", "base_url": "1.0.0", "timeout": "1.0.0", "max_retries": "1.0.0", "default_headers": "1.0.0", "default_query": "1.0.0", "http_client": "1.0.0", "_strict_response_validation": "1.0.0", "project": "1.20.0", "websocket_base_url": "1.58.0", "webhook_secret": "1.92.0", "workload_identity": "2.31.0", "admin_api_key": "2.34.0", "_enforce_credentials": "2.34.0", "provider": "2.44.0", "data_residency": "3.3.0"},
    "OpenAI.copy": {"api_key": "1.0.0", "organization": "1.0.0", "base_url": "1.0.0", "timeout": "1.0.0", "http_client": "1.0.0", "max_retries": "1.0.0", "default_headers": "1.0.0", "set_default_headers": "1.0.0", "default_query": "1.0.0", "set_default_query": "1.0.0", "_extra_kwargs": "1.3.5", "project": "1.20.0", "websocket_base_url": "1.58.0", "webhook_secret": "1.92.0", "workload_identity": "2.31.0", "admin_api_key": "2.34.0", "_enforce_credentials": "2.34.0", "provider": "2.44.0", "data_residency": "3.3.0"},
    "AsyncOpenAI": {"api_key": "1.0.0", "organization": "1.0.0", "base_url": "1.0.0", "timeout": "1.0.0", "max_retries": "1.0.0", "default_headers": "1.0.0", "default_query": "1.0.0", "http_client": "1.0.0", "_strict_response_validation": "1.0.0", "project": "1.20.0", "websocket_base_url": "1.58.0", "webhook_secret": "1.92.0", "workload_identity": "2.31.0", "admin_api_key": "2.34.0", "_enforce_credentials": "2.34.0", "provider": "2.44.0", "data_residency": "3.3.0"},
    "AsyncOpenAI.copy": {"api_key": "1.0.0", "organization": "1.0.0", "base_url": "1.0.0", "timeout": "1.0.0", "http_client": "1.0.0", "max_retries": "1.0.0", "default_headers": "1.0.0", "set_default_headers": "1.0.0", "default_query": "1.0.0", "set_default_query": "1.0.0", "_extra_kwargs": "1.3.5", "project": "1.20.0", "websocket_base_url": "1.58.0", "webhook_secret": "1.92.0", "workload_identity": "2.31.0", "admin_api_key": "2.34.0", "_enforce_credentials": "2.34.0", "provider": "2.44.0", "data_residency": "3.3.0"},
    "AzureOpenAI": {"api_version": "1.0.0", "azure_endpoint": "1.0.0", "azure_deployment": "1.0.0", "api_key": "1.0.0", "azure_ad_token": "1.0.0", "azure_ad_token_provider": "1.0.0", "organization": "1.0.0", "base_url": "1.0.0", "timeout": "1.0.0", "max_retries": "1.0.0", "default_headers": "1.0.0", "default_query": "1.0.0", "http_client": "1.0.0", "_strict_response_validation": "1.0.0", "project": "1.20.0", "websocket_base_url": "1.58.0", "webhook_secret": "1.92.0", "workload_identity": "2.31.0", "admin_api_key": "2.34.0", "_enforce_credentials": "2.34.0"},
    "AzureOpenAI.copy": {"api_key": "1.0.0", "organization": "1.0.0", "base_url": "1.0.0", "timeout": "1.0.0", "http_client": "1.0.0", "max_retries": "1.0.0", "default_headers": "1.0.0", "set_default_headers": "1.0.0", "default_query": "1.0.0", "set_default_query": "1.0.0", "api_version": "1.3.5", "azure_ad_token": "1.3.5", "azure_ad_token_provider": "1.3.5", "_extra_kwargs": "1.3.5", "project": "1.20.0", "websocket_base_url": "1.58.0", "webhook_secret": "1.92.0", "workload_identity": "2.31.0", "admin_api_key": "2.34.0", "_enforce_credentials": "2.34.0", "provider": "2.44.0", "data_residency": "3.3.0"},
    "AsyncAzureOpenAI": {"azure_endpoint": "1.0.0", "azure_deployment": "1.0.0", "api_version": "1.0.0", "api_key": "1.0.0", "azure_ad_token": "1.0.0", "azure_ad_token_provider": "1.0.0", "organization": "1.0.0", "base_url": "1.0.0", "timeout": "1.0.0", "max_retries": "1.0.0", "default_headers": "1.0.0", "default_query": "1.0.0", "http_client": "1.0.0", "_strict_response_validation": "1.0.0", "project": "1.20.0", "websocket_base_url": "1.58.0", "webhook_secret": "1.92.0", "workload_identity": "2.31.0", "admin_api_key": "2.34.0", "_enforce_credentials": "2.34.0"},
    "AsyncAzureOpenAI.copy": {"api_key": "1.0.0", "organization": "1.0.0", "base_url": "1.0.0", "timeout": "1.0.0", "http_client": "1.0.0", "max_retries": "1.0.0", "default_headers": "1.0.0", "set_default_headers": "1.0.0", "default_query": "1.0.0", "set_default_query": "1.0.0", "api_version": "1.3.5", "azure_ad_token": "1.3.5", "azure_ad_token_provider": "1.3.5", "_extra_kwargs": "1.3.5", "project": "1.20.0", "websocket_base_url": "1.58.0", "webhook_secret": "1.92.0", "workload_identity": "2.31.0", "admin_api_key": "2.34.0", "_enforce_credentials": "2.34.0", "provider": "2.44.0", "data_residency": "3.3.0"},
    "BedrockOpenAI": {"api_key": "2.40.0", "bedrock_token_provider": "2.40.0", "aws_region": "2.40.0", "organization": "2.40.0", "project": "2.40.0", "webhook_secret": "2.40.0", "base_url": "2.40.0", "websocket_base_url": "2.40.0", "timeout": "2.40.0", "max_retries": "2.40.0", "default_headers": "2.40.0", "default_query": "2.40.0", "http_client": "2.40.0", "_strict_response_validation": "2.40.0", "_enforce_credentials": "2.40.0", "aws_profile": "2.44.0", "aws_access_key_id": "2.44.0", "aws_secret_access_key": "2.44.0", "aws_session_token": "2.44.0", "aws_credentials_provider": "2.44.0", "_provider": "2.44.0", "_state": "2.44.0", "_region_was_explicit": "2.44.0"},
    "BedrockOpenAI.copy": {"api_key": "2.40.0", "admin_api_key": "2.40.0", "workload_identity": "2.40.0", "bedrock_token_provider": "2.40.0", "aws_region": "2.40.0", "organization": "2.40.0", "project": "2.40.0", "webhook_secret": "2.40.0", "websocket_base_url": "2.40.0", "base_url": "2.40.0", "timeout": "2.40.0", "http_client": "2.40.0", "max_retries": "2.40.0", "default_headers": "2.40.0", "set_default_headers": "2.40.0", "default_query": "2.40.0", "set_default_query": "2.40.0", "_enforce_credentials": "2.40.0", "_extra_kwargs": "2.40.0", "provider": "2.44.0", "aws_profile": "2.44.0", "aws_access_key_id": "2.44.0", "aws_secret_access_key": "2.44.0", "aws_session_token": "2.44.0", "aws_credentials_provider": "2.44.0", "data_residency": "3.3.0"},
    "AsyncBedrockOpenAI": {"api_key": "2.40.0", "bedrock_token_provider": "2.40.0", "aws_region": "2.40.0", "organization": "2.40.0", "project": "2.40.0", "webhook_secret": "2.40.0", "base_url": "2.40.0", "websocket_base_url": "2.40.0", "timeout": "2.40.0", "max_retries": "2.40.0", "default_headers": "2.40.0", "default_query": "2.40.0", "http_client": "2.40.0", "_strict_response_validation": "2.40.0", "_enforce_credentials": "2.40.0", "aws_profile": "2.44.0", "aws_access_key_id": "2.44.0", "aws_secret_access_key": "2.44.0", "aws_session_token": "2.44.0", "aws_credentials_provider": "2.44.0", "_provider": "2.44.0", "_state": "2.44.0", "_region_was_explicit": "2.44.0"},
    "AsyncBedrockOpenAI.copy": {"api_key": "2.40.0", "admin_api_key": "2.40.0", "workload_identity": "2.40.0", "bedrock_token_provider": "2.40.0", "aws_region": "2.40.0", "organization": "2.40.0", "project": "2.40.0", "webhook_secret": "2.40.0", "websocket_base_url": "2.40.0", "base_url": "2.40.0", "timeout": "2.40.0", "http_client": "2.40.0", "max_retries": "2.40.0", "default_headers": "2.40.0", "set_default_headers": "2.40.0", "default_query": "2.40.0", "set_default_query": "2.40.0", "_enforce_credentials": "2.40.0", "_extra_kwargs": "2.40.0", "provider": "2.44.0", "aws_profile": "2.44.0", "aws_access_key_id": "2.44.0", "aws_secret_access_key": "2.44.0", "aws_session_token": "2.44.0", "aws_credentials_provider": "2.44.0", "data_residency": "3.3.0"},
}
