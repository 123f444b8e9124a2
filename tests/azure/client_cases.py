"""What the Azure clients accept, raise and send, as programs: the table of ``test_client_rules.py``.

A case is a program, and what becomes of it from one release to another: the lowest and the highest that behave so.
Either it raises before anything is sent; or the service refuses what it is sent; or it works. Beside it stands what
must be found in the program when it is linted for these releases. What is found fails, and what fails is found; where
it is not so, ``why`` says why not.
"""

from __future__ import annotations

from typing import NamedTuple

HOST = "https://r.openai.azure.com"
ENDPOINT = f'azure_endpoint="{HOST}"'
TARGET_URI = f'azure_endpoint="{HOST}/openai/deployments/chat/chat/completions?api-version=2024-06-01"'
VERSION = 'api_version="2024-10-21"'
NEW_VERSION = 'api_version="2025-04-01-preview"'
KEY = 'api_key="key-for-tests"'
TOKEN = 'azure_ad_token="token-for-tests"'
PROVIDER = "azure_ad_token_provider=provide"
PROVIDE = 'def provide():\n    return "token-for-tests"\n\n\n'
PROVIDE_ASYNC = f"async {PROVIDE}"
SCOPE = '"https://cognitiveservices.azure.com/.default"'
CREDENTIAL = "DefaultAzureCredential()"
IDENTITY = f"get_bearer_token_provider({CREDENTIAL}, {SCOPE})"
IMPORT_IDENTITY = "from azure.identity import DefaultAzureCredential, get_bearer_token_provider\n\n\n"
IMPORT_IDENTITY_AIO = IMPORT_IDENTITY.replace("identity", "identity.aio")
MESSAGES = 'messages=[{"role": "user", "content": "Hi"}]'
CHAT = f'client.chat.completions.create(model="chat", {MESSAGES})'
DATED = "?api-version=2024-10-21"
NEW = "?api-version=2025-04-01-preview"
CHAT_PATH = f"/openai/deployments/chat/chat/completions{DATED}"
V1_BASE = f'base_url="{HOST}/openai/v1/"'
V1_PATH = "/openai/v1/chat/completions"
OPENAI = "https://api.openai.com"
SENDS_KEY = {"api-key": "key-for-tests"}
SENDS_TOKEN = {"authorization": "Bearer token-for-tests"}

ALL = "1.0.0 3.57.0"
SINCE_RESPONSES = "1.109.1 3.57.0"
ENV_KEY = {"AZURE_OPENAI_API_KEY": "key-for-tests"}
ENV_TOKEN = {"AZURE_OPENAI_AD_TOKEN": "token-for-tests"}
ENV_VERSION = {"OPENAI_API_VERSION": "2024-10-21"}
ENV_ENDPOINT = {"AZURE_OPENAI_ENDPOINT": HOST}

NO_CREDENTIALS = "Missing credentials. Please pass one of `api_key`, `azure_ad_token`, `azure_ad_token_provider`"
NO_VERSION = "Must provide either the `api_version` argument or the `OPENAI_API_VERSION` environment variable"
NO_ENDPOINT = "Must provide one of the `base_url` or `azure_endpoint` arguments"
BOTH = "base_url and azure_endpoint are mutually exclusive"
EXCLUSIVE = "arguments are mutually exclusive"
NO_AWAIT = "object str can't be used in 'await' expression"
UNEXPECTED = "unexpected keyword argument"
NOT_TO_BE_SEEN = "what decides it is not in the file"
MARKED = "the SDK itself marks it as deprecated"
ONE_PATH = "every call goes to this one path"
NO_RULE = "there is no code for it"


class Outcome(NamedTuple):
    """What becomes of a program, and what is found in it."""

    finds: tuple[str, ...]
    """Codes, in the order of the lines."""
    url: str = ""
    """Where the last request goes; nothing is sent without."""
    error: str = ""
    """The class that is raised, in the end; it works without."""
    message: str = ""
    """A part of its text."""
    headers: dict[str, str] | None = None
    """Credentials and organisation that are sent, exactly."""
    why: str = ""
    """Why it is found although it works, or is not although it fails."""
    says: str = ""
    """What the finding must say instead of the exception, the answer or the address."""


class Case(NamedTuple):
    """A program and its outcomes: ``"1.0.0 3.3.1"`` → what becomes of it in both releases."""

    name: str
    source: str
    outcomes: dict[str, Outcome]
    env: dict[str, str] = {}  # noqa: RUF012
    """The environment in which it runs; no other variable of the SDK is set."""
    cured_by: dict[str, str] | None = None
    """Variables with which it works."""
    config: dict[str, object] = {}  # noqa: RUF012


def raises(error: str, message: str = "", finds: str = "", **more) -> Outcome:
    """Before anything is sent."""
    return Outcome(tuple(finds.split()), "", error, message, **more)


def refused(status: int, url: str, finds: str = "", **more) -> Outcome:
    """By the service."""
    names = {400: "BadRequestError", 401: "AuthenticationError", 404: "NotFoundError"}
    return Outcome(tuple(finds.split()), _full(url), names[status], str(status), **more)


def unreachable(url: str, finds: str = "", **more) -> Outcome:
    """There is no such host."""
    return Outcome(tuple(finds.split()), _full(url), "APIConnectionError", **more)


def works(url: str = CHAT_PATH, finds: str = "", **more) -> Outcome:
    """It is answered."""
    return Outcome(tuple(finds.split()), _full(url), **more)


def _full(url: str) -> str:
    return f"{HOST}{url}" if url.startswith("/") else url


def client(*arguments: str, then: str = CHAT, before: str = "", cls: str = "AzureOpenAI") -> str:
    """A program that makes a client and uses it."""
    head = f"import os\n\nfrom openai import {cls}\n\n" if "os." in "".join((*arguments, before)) else ""
    head = head or f"from openai import {cls}\n\n"
    return f"{head}{before}client = {cls}({', '.join(arguments)})\n{then}\n"


def async_client(*arguments: str, then: str = CHAT, before: str = "", cls: str = "AsyncAzureOpenAI") -> str:
    """The same with an asynchronous client."""
    made = f"    client = {cls}({', '.join(arguments)})\n    await {then}\n"
    return f"import asyncio\n\nfrom openai import {cls}\n\n\n{before}async def main():\n{made}\n\nasyncio.run(main())\n"


def module(*settings: str, then: str = CHAT, before: str = "") -> str:
    """A program that uses the client of the module."""
    lines = [before, "import openai", "", *(f"openai.{setting}" for setting in settings)]
    text = "\n".join((*lines, then) if before else (*lines[1:], then))
    return text.replace("openai.client.", "openai.").replace("\nclient.", "\nopenai.") + "\n"


CREDENTIALS = [
    Case(
        "no credential",
        client(ENDPOINT, VERSION),
        {ALL: raises("OpenAIError", NO_CREDENTIALS)},
        cured_by=ENV_KEY,
    ),
    Case(
        "the key of OpenAI is none",
        client(ENDPOINT, VERSION),
        {ALL: raises("OpenAIError", NO_CREDENTIALS)},
        env={"OPENAI_API_KEY": "sk-x"},
        cured_by=ENV_TOKEN,
    ),
    Case(
        "credentials are looked at before the version",
        client(ENDPOINT),
        {ALL: raises("OpenAIError", NO_CREDENTIALS, "OAI301", says="ValueError")},
    ),
    Case(
        "a key",
        client(ENDPOINT, VERSION, KEY),
        {
            "1.0.0 2.33.0": works(headers={**SENDS_KEY, "authorization": "Bearer key-for-tests"}),
            "2.34.0 3.57.0": works(headers=SENDS_KEY),
        },
    ),
    Case("a key, asynchronous", async_client(ENDPOINT, VERSION, KEY), {ALL: works()}),
    Case("a token", client(ENDPOINT, VERSION, TOKEN), {ALL: works(headers=SENDS_TOKEN)}),
    Case(
        "a provider",
        client(ENDPOINT, VERSION, PROVIDER, before=PROVIDE),
        {ALL: works(headers=SENDS_TOKEN)},
    ),
    Case(
        "a provider of nothing",
        client(ENDPOINT, VERSION, PROVIDER, before="def provide():\n    return token\n\n\ntoken = ''\n"),
        {
            "1.0.0 3.3.1": raises("ValueError", "to return a string but it returned", why=NOT_TO_BE_SEEN),
            "3.4.0 3.57.0": raises("ValueError", "to return a non-empty string", why=NOT_TO_BE_SEEN),
        },
    ),
    Case(
        "an asynchronous provider on a client that is not",
        client(ENDPOINT, VERSION, PROVIDER, before=PROVIDE_ASYNC),
        {ALL: raises("ValueError", "Expected `azure_ad_token_provider` argument to return a", "OAI304")},
    ),
    Case(
        "an asynchronous provider on an asynchronous client",
        async_client(ENDPOINT, VERSION, PROVIDER, before=PROVIDE_ASYNC),
        {ALL: works(headers=SENDS_TOKEN)},
    ),
    Case(
        "a plain provider on an asynchronous client",
        async_client(ENDPOINT, VERSION, PROVIDER, before=PROVIDE),
        {ALL: works(headers=SENDS_TOKEN)},
    ),
    Case(
        "a key and a token",
        client(ENDPOINT, VERSION, KEY, TOKEN),
        {
            "1.0.0 3.3.1": works(finds="OAI304", headers=SENDS_TOKEN, why="the key is ignored"),
            "3.4.0 3.57.0": raises("MutuallyExclusiveAuthError", EXCLUSIVE, "OAI304"),
        },
    ),
    Case(
        "a key and a provider",
        client(ENDPOINT, VERSION, KEY, PROVIDER, before=PROVIDE),
        {
            "1.0.0 1.109.1": works(finds="OAI304", headers=SENDS_TOKEN, why="the key is ignored"),
            "2.54.0 3.3.1": works(finds="OAI304", headers={**SENDS_KEY, **SENDS_TOKEN}, why="both are sent"),
            "3.4.0 3.57.0": raises("MutuallyExclusiveAuthError", EXCLUSIVE, "OAI304"),
        },
    ),
    Case(
        "a token and a provider",
        client(ENDPOINT, VERSION, TOKEN, PROVIDER, before="def provide():\n    return 'other'\n\n\n"),
        {
            "1.0.0 3.3.1": works(finds="OAI304", headers=SENDS_TOKEN, why="the provider is ignored"),
            "3.4.0 3.57.0": raises("MutuallyExclusiveAuthError", EXCLUSIVE, "OAI304"),
        },
    ),
    Case(
        "all three",
        async_client(ENDPOINT, VERSION, KEY, TOKEN, PROVIDER, before=PROVIDE_ASYNC),
        {
            "1.0.0 3.3.1": works(finds="OAI304 OAI304", headers=SENDS_TOKEN, why="the others are ignored"),
            "3.4.0 3.57.0": raises("MutuallyExclusiveAuthError", EXCLUSIVE, "OAI304 OAI304"),
        },
    ),
    Case(
        "a key and None",
        client(ENDPOINT, VERSION, KEY, "azure_ad_token=None", "azure_ad_token_provider=None"),
        {ALL: works()},
    ),
    Case(
        "a key and a token of which one may be set",
        client(ENDPOINT, VERSION, 'api_key=os.environ.get("THE_KEY")', 'azure_ad_token=os.environ.get("THE_TOKEN")'),
        {ALL: works()},
        env={"THE_KEY": "key-for-tests"},
    ),
    Case(
        "a key, a token in the environment",
        client(ENDPOINT, VERSION, KEY),
        {"1.0.0 3.3.1": works(headers=SENDS_TOKEN), "3.4.0 3.57.0": works(headers=SENDS_KEY)},
        env=ENV_TOKEN,
    ),
    Case(
        "key and token in the environment",
        client(ENDPOINT, VERSION),
        {ALL: works(headers=SENDS_TOKEN)},
        env={**ENV_KEY, **ENV_TOKEN},
    ),
    Case(
        "a function for a key",
        client(ENDPOINT, VERSION, "api_key=provide", before=PROVIDE.replace("token-for", "key-for")),
        {
            "1.0.0 1.0.0": raises("AttributeError", "'function' object has no attribute 'encode'", "OAI304"),
            "1.109.1 2.33.0": refused(401, CHAT_PATH, "OAI304", headers={"api-key": ""}),
            "2.34.0 3.3.1": raises("ValueError", "Unable to handle auth", "OAI304"),
            "3.4.0 3.57.0": works(headers=SENDS_KEY),
        },
    ),
    Case(
        "a plain function for a key on an asynchronous client",
        async_client(ENDPOINT, VERSION, "api_key=provide", before=PROVIDE),
        {
            "2.34.0 3.3.1": raises("ValueError", "Unable to handle auth", "OAI304"),
            "3.4.0 3.57.0": raises("TypeError", NO_AWAIT, "OAI304"),
        },
    ),
    Case(
        "an asynchronous function for a key on an asynchronous client",
        async_client(ENDPOINT, VERSION, "api_key=provide", before=PROVIDE_ASYNC.replace("token-for", "key-for")),
        {
            "2.34.0 3.3.1": raises("ValueError", "Unable to handle auth", "OAI304"),
            "3.4.0 3.57.0": works(headers=SENDS_KEY),
        },
    ),
    Case(
        "an asynchronous function for a key on a client that is not",
        client(ENDPOINT, VERSION, "api_key=provide", before=PROVIDE_ASYNC),
        {
            "2.34.0 3.3.1": raises("ValueError", "Unable to handle auth", "OAI304"),
            "3.4.0 3.57.0": raises("TypeError", "Header value must be str or bytes", "OAI304"),
        },
    ),
    Case(
        "a provider of azure.identity",
        client(ENDPOINT, VERSION, f"azure_ad_token_provider={IDENTITY}", before=IMPORT_IDENTITY),
        {ALL: works(headers=SENDS_TOKEN)},
    ),
    Case(
        "a provider of azure.identity.aio",
        async_client(ENDPOINT, VERSION, f"azure_ad_token_provider={IDENTITY}", before=IMPORT_IDENTITY_AIO),
        {ALL: works(headers=SENDS_TOKEN)},
    ),
    Case(
        "a provider of azure.identity on an asynchronous client",
        async_client(ENDPOINT, VERSION, f"azure_ad_token_provider={IDENTITY}", before=IMPORT_IDENTITY),
        {ALL: works(headers=SENDS_TOKEN)},
    ),
    Case(
        "a provider of azure.identity.aio on a client that is not asynchronous",
        client(ENDPOINT, VERSION, f"azure_ad_token_provider={IDENTITY}", before=IMPORT_IDENTITY_AIO),
        {ALL: raises("ValueError", "Expected `azure_ad_token_provider` argument to return a", "OAI304")},
    ),
    Case(
        "a provider of azure.identity, called",
        client(ENDPOINT, VERSION, f"azure_ad_token_provider={IDENTITY}()", before=IMPORT_IDENTITY),
        {ALL: raises("TypeError", "'str' object is not callable", "OAI311")},
    ),
    Case(
        "a provider of azure.identity, called for a token",
        client(ENDPOINT, VERSION, f"azure_ad_token={IDENTITY}()", before=IMPORT_IDENTITY),
        {ALL: works(finds="OAI311", headers=SENDS_TOKEN, why="it works until the token expires")},
    ),
    Case(
        "a token of azure.identity for a key: it is sent as one",
        client(ENDPOINT, VERSION, f"api_key={CREDENTIAL}.get_token({SCOPE}).token", before=IMPORT_IDENTITY),
        {
            "1.0.0 2.33.0": works(finds="OAI311", why="it is sent as a token, too, and works until that expires"),
            "2.34.0 3.57.0": refused(401, CHAT_PATH, "OAI311", headers={"api-key": "token-for-tests"}),
        },
    ),
    Case(
        "a provider of azure.identity for a key: it is sent as one",
        client(ENDPOINT, VERSION, f"api_key={IDENTITY}", before=IMPORT_IDENTITY),
        {
            "2.34.0 3.3.1": raises("ValueError", "Unable to handle auth", "OAI304"),
            "3.4.0 3.57.0": refused(401, CHAT_PATH, "OAI304", headers={"api-key": "token-for-tests"}),
        },
    ),
    Case(
        "a provider of azure.identity for the key of OpenAI",
        client(V1_BASE, f"api_key={IDENTITY}", before=IMPORT_IDENTITY, cls="OpenAI"),
        {
            "1.0.0 1.105.0": refused(401, V1_PATH, "OAI304"),
            "1.106.0 3.57.0": works(V1_PATH, headers=SENDS_TOKEN),
        },
    ),
    Case(
        "a provider of azure.identity.aio for the key of AsyncOpenAI",
        async_client(V1_BASE, f"api_key={IDENTITY}", before=IMPORT_IDENTITY_AIO, cls="AsyncOpenAI"),
        {"1.106.0 3.57.0": works(V1_PATH, headers=SENDS_TOKEN)},
    ),
    Case(
        "a provider of azure.identity for the key of AsyncOpenAI",
        async_client(V1_BASE, f"api_key={IDENTITY}", before=IMPORT_IDENTITY, cls="AsyncOpenAI"),
        {"1.106.0 3.57.0": raises("TypeError", NO_AWAIT, "OAI304")},
    ),
    Case(
        "a provider for the key of OpenAI",
        client(V1_BASE, "api_key=provide", before=PROVIDE, cls="OpenAI"),
        {
            "1.0.0 1.105.0": refused(401, V1_PATH, "OAI304"),
            "1.106.0 3.57.0": works(V1_PATH, headers=SENDS_TOKEN),
        },
    ),
    Case(
        "an asynchronous provider for the key of OpenAI",
        client(V1_BASE, "api_key=provide", before=PROVIDE_ASYNC, cls="OpenAI"),
        {ALL: refused(401, V1_PATH, "OAI304")},
    ),
    Case(
        "an asynchronous provider for the key of AsyncOpenAI",
        async_client(V1_BASE, "api_key=provide", before=PROVIDE_ASYNC, cls="AsyncOpenAI"),
        {
            "1.0.0 1.105.0": refused(401, V1_PATH, "OAI304"),
            "1.106.0 3.57.0": works(V1_PATH, headers=SENDS_TOKEN),
        },
    ),
    Case(
        "a plain provider for the key of AsyncOpenAI",
        async_client(V1_BASE, "api_key=provide", before=PROVIDE, cls="AsyncOpenAI"),
        {
            "1.0.0 1.105.0": refused(401, V1_PATH, "OAI304"),
            "1.106.0 3.57.0": raises("TypeError", NO_AWAIT, "OAI304"),
        },
    ),
]

VERSIONS = [
    Case(
        "no version",
        client(ENDPOINT, KEY),
        {ALL: raises("ValueError", NO_VERSION, "OAI301", says="OPENAI_API_VERSION")},
        cured_by=ENV_VERSION,
    ),
    Case("no version, asynchronous", async_client(ENDPOINT, KEY), {ALL: raises("ValueError", NO_VERSION, "OAI301")}),
    Case("None", client(ENDPOINT, KEY, "api_version=None"), {ALL: raises("ValueError", NO_VERSION, "OAI301")}),
    Case(
        "a variable that the SDK does not read",
        client(ENDPOINT, KEY),
        {ALL: raises("ValueError", NO_VERSION, "OAI301")},
        env={"AZURE_OPENAI_API_VERSION": "2024-10-21"},
    ),
    Case(
        "a variable that the SDK does not read, read by the program",
        client(ENDPOINT, KEY, 'api_version=os.getenv("AZURE_OPENAI_API_VERSION")'),
        {ALL: raises("ValueError", NO_VERSION)},
        cured_by={"AZURE_OPENAI_API_VERSION": "2024-10-21"},
    ),
    Case(
        "a variable that the SDK does not read, set by the program",
        client(ENDPOINT, KEY, before='os.environ["AZURE_OPENAI_API_VERSION"] = "2024-10-21"\n'),
        {ALL: raises("ValueError", NO_VERSION, "OAI106 OAI301")},
    ),
    Case(
        "a variable with a default",
        client(ENDPOINT, KEY, 'api_version=os.getenv("AZURE_OPENAI_API_VERSION", "2024-10-21")'),
        {ALL: works()},
    ),
    Case(
        "a variable that must be there",
        client(ENDPOINT, KEY, 'api_version=os.environ["AZURE_OPENAI_API_VERSION"]'),
        {ALL: works()},
        env={"AZURE_OPENAI_API_VERSION": "2024-10-21"},
    ),
    Case(
        "the variable of the SDK, set by the program",
        client(ENDPOINT, KEY, before='os.environ["OPENAI_API_VERSION"] = "2024-10-21"\n'),
        {ALL: works()},
    ),
    Case(
        "the variable of the SDK, tested by the program",
        client(
            ENDPOINT, KEY, before='if "OPENAI_API_VERSION" not in os.environ:\n    raise SystemExit("no version")\n\n'
        ),
        {ALL: works()},
        env=ENV_VERSION,
    ),
    Case(
        "the variable of the SDK, read by the program",
        client(ENDPOINT, KEY, 'api_version=os.getenv("OPENAI_API_VERSION")'),
        {ALL: raises("ValueError", NO_VERSION)},
        cured_by=ENV_VERSION,
    ),
    Case(
        "all in the environment",
        client(),
        {ALL: works()},
        env={**ENV_KEY, **ENV_ENDPOINT, **ENV_VERSION},
    ),
    Case(
        "in a mapping",
        client(ENDPOINT, KEY, "**options", before='options = dict(api_version="2024-10-21")\n'),
        {ALL: works()},
    ),
    Case(
        "in a mapping from elsewhere",
        client(ENDPOINT, KEY, "**options", before='import json\n\noptions = json.loads(os.environ["OPTIONS"])\n'),
        {ALL: works()},
        env={"OPTIONS": '{"api_version": "2024-10-21"}'},
    ),
    Case(
        "in a subclass that passes on what it is given",
        "from openai import AzureOpenAI\n\n\nclass Client(AzureOpenAI):\n    def __init__(self, **options):\n"
        f"        super().__init__({ENDPOINT}, **options)\n\n\nclient = Client({KEY}, {VERSION})\n{CHAT}\n",
        {ALL: works()},
    ),
    Case(
        "empty",
        client(ENDPOINT, KEY, 'api_version=""'),
        {
            "1.0.0 2.54.0": refused(404, CHAT_PATH.partition("?")[0], "OAI307"),
            "3.57.0 3.57.0": refused(404, CHAT_PATH.partition("2024")[0], "OAI307"),
        },
    ),
    Case(
        "another one for a call",
        client(
            ENDPOINT,
            KEY,
            VERSION,
            then=CHAT.replace(MESSAGES, f'{MESSAGES}, extra_query={{"api-version": "2024-06-01"}}'),
        ),
        {ALL: works("/openai/deployments/chat/chat/completions?api-version=2024-06-01")},
    ),
    *(
        Case(
            f"{value}, which is no dated one",
            client(ENDPOINT, KEY, f'api_version="{value}"'),
            {ALL: refused(404, f"/openai/deployments/chat/chat/completions?api-version={value}", "OAI307")},
        )
        for value in ("preview", "latest", "v1", "2024-10-22", "2025-06-01", "2024-05-13")
    ),
]

ENDPOINTS = [
    Case(
        "none",
        client(KEY, VERSION),
        {ALL: raises("ValueError", NO_ENDPOINT, "OAI303")},
        cured_by=ENV_ENDPOINT,
    ),
    Case("None", client(KEY, VERSION, "azure_endpoint=None"), {ALL: raises("ValueError", NO_ENDPOINT, "OAI303")}),
    Case(
        "the variables of OpenAI are none",
        client(KEY, VERSION),
        {ALL: raises("ValueError", NO_ENDPOINT, "OAI303")},
        env={"OPENAI_BASE_URL": f"{HOST}/openai", "OPENAI_API_BASE": f"{HOST}/openai"},
    ),
    Case(
        "all in the environment",
        client(VERSION),
        {ALL: works(headers=SENDS_TOKEN)},
        env={**ENV_TOKEN, **ENV_ENDPOINT},
    ),
    Case(
        "a variable, read by the program",
        client(KEY, VERSION, 'azure_endpoint=os.getenv("THE_ENDPOINT")'),
        {ALL: works()},
        env={"THE_ENDPOINT": HOST},
    ),
    Case(
        "set by the program",
        client(KEY, VERSION, before=f'os.environ["AZURE_OPENAI_ENDPOINT"] = "{HOST}"\n'),
        {ALL: works()},
    ),
    Case(
        "two",
        client(KEY, VERSION, ENDPOINT, f'base_url="{HOST}/openai"'),
        {ALL: raises("ValueError", BOTH, "OAI304")},
    ),
    Case(
        "two, one in the environment",
        client(KEY, VERSION, f'base_url="{HOST}/openai"'),
        {ALL: works()},
        env={"AZURE_OPENAI_ENDPOINT": "https://other.openai.azure.com"},
    ),
    Case(
        "two, one in the environment, for OpenAI",
        client(KEY, VERSION, ENDPOINT),
        {ALL: works()},
        env={"OPENAI_BASE_URL": "https://gateway.corp.example/v1"},
    ),
    Case(
        "a deployment beside base_url",
        client(KEY, VERSION, f'base_url="{HOST}/openai"', 'azure_deployment="other"'),
        {ALL: works(finds="OAI304", why="azure_deployment is ignored")},
    ),
    Case(
        "a deployment beside base_url, where it would be needed",
        client(
            KEY,
            VERSION,
            f'base_url="{HOST}/openai"',
            'azure_deployment="chat"',
            then=f'client.chat.completions.create(model="any", {MESSAGES})',
        ),
        {ALL: refused(404, f"/openai/deployments/any/chat/completions{DATED}", "OAI304", says="is ignored")},
    ),
    Case(
        "a slash behind it",
        client(KEY, VERSION, f'azure_endpoint="{HOST}/"'),
        {"1.0.0 1.57.1": works(f"/{CHAT_PATH}"), "1.57.2 3.57.0": works()},
    ),
    *(
        Case(
            f"{path} in azure_endpoint",
            client(KEY, VERSION, f'azure_endpoint="{HOST}{path}"'),
            {"1.57.2 3.57.0": refused(404, url, "OAI305")},
        )
        for path, url in {
            "/openai": f"/openai/openai/deployments/chat/chat/completions{DATED}",
            "/openai/": f"/openai/openai/deployments/chat/chat/completions{DATED}",
            "/openai/v1/": f"/openai/v1/openai/deployments/chat/chat/completions{DATED}",
            "/openai/deployments/chat": f"/openai/deployments/chat/openai/chat/completions{DATED}",
        }.items()
    ),
    Case(
        "the target URI of the portal in azure_endpoint",
        client(
            KEY, VERSION, f'azure_endpoint="{HOST}/openai/deployments/chat/chat/completions?api-version=2024-06-01"'
        ),
        {
            "1.0.0 2.54.0": works(CHAT_PATH, "OAI305", why=ONE_PATH),
            "3.57.0 3.57.0": works(CHAT_PATH.replace("?", "/?"), "OAI305", why=ONE_PATH),
        },
    ),
    Case(
        "the target URI of the portal in azure_endpoint, for another call",
        client(
            KEY,
            VERSION,
            TARGET_URI,
            then='client.embeddings.create(model="embeddings", input="x")',
        ),
        {
            "1.0.0 2.54.0": refused(400, CHAT_PATH, "OAI305"),
            "3.57.0 3.57.0": refused(400, CHAT_PATH.replace("?", "/?"), "OAI305"),
        },
    ),
    Case(
        "a query",
        client(KEY, VERSION, f'azure_endpoint="{HOST}/?api-version=2024-06-01"'),
        {"1.57.2 3.57.0": refused(404, f"/{DATED}", "OAI305")},
    ),
    Case(
        "no scheme",
        client(KEY, VERSION, 'azure_endpoint="r.openai.azure.com"'),
        {ALL: unreachable(f"r.openai.azure.com/openai/r.openai.azure.com{CHAT_PATH}", "OAI305", says="no scheme")},
    ),
    Case(
        "the name the wrong way round",
        client(KEY, VERSION, 'azure_endpoint="https://r.azure.openai.com"'),
        {ALL: unreachable(f"https://r.azure.openai.com{CHAT_PATH}", "OAI305")},
    ),
    Case(
        "the other names of a resource",
        client(KEY, VERSION, 'azure_endpoint="https://r.cognitiveservices.azure.com"'),
        {ALL: works(f"https://r.cognitiveservices.azure.com{CHAT_PATH}")},
    ),
    Case(
        "a gateway",
        client(KEY, VERSION, 'azure_endpoint="https://gateway.corp.example"'),
        {ALL: works(f"https://gateway.corp.example{CHAT_PATH}")},
    ),
    Case(
        "base_url without a path",
        client(KEY, VERSION, f'base_url="{HOST}"'),
        {ALL: refused(404, f"/deployments/chat/chat/completions{DATED}", "OAI305")},
    ),
    Case(
        "base_url of the v1 API",
        client(KEY, VERSION, V1_BASE),
        {ALL: refused(404, f"/openai/v1/deployments/chat/chat/completions{DATED}", "OAI310")},
    ),
    Case(
        "base_url of the v1 API, responses with a dated version",
        client(KEY, NEW_VERSION, V1_BASE, then='client.responses.create(model="chat", input="Hi")'),
        {SINCE_RESPONSES: refused(400, f"/openai/v1/responses{NEW}", "OAI310")},
    ),
    Case(
        "base_url of the v1 API, responses with preview",
        client(KEY, 'api_version="preview"', V1_BASE, then='client.responses.create(model="chat", input="Hi")'),
        {SINCE_RESPONSES: works("/openai/v1/responses?api-version=preview")},
    ),
]

ARGUMENTS = [
    *(
        Case(
            f"{argument} of a client",
            client(argument, ENDPOINT, VERSION, KEY),
            {ALL: raises("TypeError", UNEXPECTED, code)},
        )
        for argument, code in {
            f'api_base="{HOST}"': "OAI306",
            'api_type="azure"': "OAI306",
            'engine="chat"': "OAI306",
            'deployment_id="chat"': "OAI306",
            f'endpoint="{HOST}"': "OAI304",
            "credential=object()": "OAI304",
        }.items()
    ),
    Case(
        "the settings of 0.x as arguments",
        client('api_type="azure"', f'api_base="{HOST}"', VERSION, KEY),
        {ALL: raises("TypeError", UNEXPECTED, "OAI306 OAI306")},
    ),
    Case(
        "the endpoint under another name",
        client(f'endpoint="{HOST}"', VERSION, KEY),
        {ALL: raises("TypeError", UNEXPECTED, "OAI304")},
    ),
    Case(
        "proxies",
        client("proxies={}", ENDPOINT, VERSION, KEY),
        {ALL: raises("TypeError", UNEXPECTED, "OAI304")},
    ),
    Case(
        "by position",
        client('"key-for-tests"', ENDPOINT, VERSION),
        {ALL: raises("TypeError", "takes 1 positional argument but", "OAI304")},
    ),
    *(
        Case(
            f"{argument} of OpenAI",
            client(argument, 'api_key="sk-x"', cls="OpenAI", then=CHAT),
            {ALL: raises("TypeError", UNEXPECTED, "OAI304")},
        )
        for argument in (VERSION, ENDPOINT, 'azure_deployment="chat"', TOKEN, "azure_ad_token_provider=str")
    ),
    Case(
        "api_type of OpenAI",
        client('api_type="azure"', 'api_key="sk-x"', cls="OpenAI"),
        {ALL: raises("TypeError", UNEXPECTED, "OAI306")},
    ),
    Case(
        "a version of OpenAI on the v1 API",
        client(V1_BASE, KEY, VERSION, cls="OpenAI"),
        {ALL: raises("TypeError", UNEXPECTED, "OAI304")},
    ),
    Case(
        "the arguments of Azure on AsyncOpenAI",
        async_client(ENDPOINT, VERSION, KEY, cls="AsyncOpenAI"),
        {ALL: raises("TypeError", UNEXPECTED, "OAI304 OAI304")},
    ),
    Case(
        "the organisation",
        client(ENDPOINT, VERSION, TOKEN),
        {ALL: works(headers={**SENDS_TOKEN, "openai-organization": "org"})},
        env={"OPENAI_ORG_ID": "org", "OPENAI_ORGANIZATION": "other"},
    ),
    Case(
        "the project",
        client(ENDPOINT, VERSION, TOKEN),
        {
            "1.0.0 1.19.0": works(headers=SENDS_TOKEN),
            "1.20.0 3.57.0": works(headers={**SENDS_TOKEN, "openai-project": "project"}),
        },
        env={"OPENAI_PROJECT_ID": "project"},
    ),
]

ANY = f'client.chat.completions.create(model="any", {MESSAGES})'
MODELS = "client.models.list()"
FILES = "client.files.list()"
RESPONSES = 'client.responses.create(model="chat", input="Hi")'
AT_ENDPOINT = (ENDPOINT, NEW_VERSION, KEY)
AT_DEPLOYMENT = (*AT_ENDPOINT, 'azure_deployment="chat"')
AT_BASE = (f'base_url="{HOST}/openai"', NEW_VERSION, KEY)
AT_BASE_OF_DEPLOYMENT = (f'base_url="{HOST}/openai/deployments/chat"', NEW_VERSION, KEY)
BROKEN_BASE = "the base URL is that of a deployment: right for chats, but not for this call"

PATHS = [
    Case(
        "model is the deployment",
        client(*AT_ENDPOINT, then=ANY),
        {ALL: refused(404, f"/openai/deployments/any/chat/completions{NEW}", why=NOT_TO_BE_SEEN)},
    ),
    *(
        Case(
            f"{call} of a client for a resource, with {arguments[0]}",
            client(*arguments, then=call),
            {releases: works(f"{path}{NEW}")},
        )
        for arguments in (AT_ENDPOINT, AT_BASE)
        for call, path, releases in (
            (CHAT, "/openai/deployments/chat/chat/completions", ALL),
            (MODELS, "/openai/models", ALL),
            (FILES, "/openai/files", ALL),
            (RESPONSES, "/openai/responses", SINCE_RESPONSES),
        )
    ),
    Case(
        "model is nothing beside azure_deployment",
        client(*AT_DEPLOYMENT, then=ANY),
        {ALL: works(f"/openai/deployments/chat/chat/completions{NEW}")},
    ),
    *(
        Case(
            f"{call} of a client for a deployment",
            client(*AT_DEPLOYMENT, then=call),
            {
                "1.0.0 1.65.1": refused(404, f"/openai/deployments/chat/{name}{NEW}", why=NO_RULE),
                "1.65.2 3.57.0": works(f"/openai/{name}{NEW}"),
            },
        )
        for call, name in ((MODELS, "models"), (FILES, "files"))
    ),
    Case(
        "responses of a client for a deployment",
        client(*AT_DEPLOYMENT, then=RESPONSES),
        {SINCE_RESPONSES: works(f"/openai/responses{NEW}")},
    ),
    Case(
        "chat below base_url of a deployment",
        client(*AT_BASE_OF_DEPLOYMENT, then=ANY),
        {ALL: works(f"/openai/deployments/chat/chat/completions{NEW}")},
    ),
    *(
        Case(
            f"{call} below base_url of a deployment",
            client(*AT_BASE_OF_DEPLOYMENT, then=call),
            {releases: refused(404, f"/openai/deployments/chat/{name}{NEW}", why=NO_RULE)},
        )
        for call, name, releases in (
            (MODELS, "models", ALL),
            (FILES, "files", ALL),
            (RESPONSES, "responses", SINCE_RESPONSES),
        )
    ),
    *(
        Case(
            f"{path} goes to a deployment",
            client(*AT_ENDPOINT, then=call),
            outcomes or {ALL: works(f"/openai/deployments/{deployment}/{path}{NEW}")},
        )
        for call, deployment, path, outcomes in (
            ('client.completions.create(model="instruct", prompt="x")', "instruct", "completions", None),
            ('client.embeddings.create(model="embeddings", input="x")', "embeddings", "embeddings", None),
            (
                'client.audio.transcriptions.create(model="recordings", file=("a.mp3", b"x"))',
                "recordings",
                "audio/transcriptions",
                None,
            ),
            (
                'client.audio.translations.create(model="recordings", file=("a.mp3", b"x"))',
                "recordings",
                "audio/translations",
                {
                    "1.0.0 3.40.0": works(f"/openai/deployments/recordings/audio/translations{NEW}"),
                    "3.41.0 3.57.0": works(
                        f"/openai/deployments/recordings/audio/translations{NEW}", "OAI205", why=MARKED
                    ),
                },
            ),
            (
                'client.audio.speech.create(model="speech", voice="alloy", input="x")',
                "speech",
                "audio/speech",
                {
                    "1.2.0 1.9.0": refused(404, f"/openai/audio/speech{NEW}", why=NO_RULE),
                    "1.10.0 3.57.0": works(f"/openai/deployments/speech/audio/speech{NEW}"),
                },
            ),
            (
                'client.images.generate(model="pictures", prompt="x")',
                "pictures",
                "images/generations",
                {
                    "1.2.0 1.2.3": refused(404, f"/openai/images/generations{NEW}", why=NO_RULE),
                    "1.2.4 3.57.0": works(f"/openai/deployments/pictures/images/generations{NEW}"),
                },
            ),
            (
                'client.images.edit(model="pictures", prompt="x", image=("a.png", b"x"))',
                "pictures",
                "images/edits",
                {
                    "1.2.4 1.81.0": refused(404, f"/openai/images/edits{NEW}", why=NO_RULE),
                    "1.82.0 3.57.0": works(f"/openai/deployments/pictures/images/edits{NEW}"),
                },
            ),
        )
    ),
    Case(
        "a picture of no model",
        client(*AT_ENDPOINT, then='client.images.generate(prompt="x")'),
        {ALL: refused(404, f"/openai/images/generations{NEW}", why=NO_RULE)},
    ),
    Case(
        "model left out",
        client(*AT_DEPLOYMENT, then=f"client.chat.completions.create({MESSAGES})"),
        {ALL: raises("TypeError", "Missing required arguments", why=NO_RULE)},
    ),
    Case(
        "a name with a slash",
        client(*AT_ENDPOINT, then=f'client.chat.completions.create(model="a/b", {MESSAGES})'),
        {
            "1.0.0 3.3.1": refused(404, f"/openai/deployments/a/b/chat/completions{NEW}", why=NOT_TO_BE_SEEN),
            "3.4.0 3.57.0": refused(404, f"/openai/deployments/a%2Fb/chat/completions{NEW}", why=NOT_TO_BE_SEEN),
        },
    ),
    *(
        Case(
            f"{argument} of a call",
            client(*AT_ENDPOINT, then=f"client.chat.completions.create({argument}, {MESSAGES})"),
            {ALL: raises("TypeError", "argument", "OAI110")},
        )
        for argument in ('engine="chat"', 'deployment_id="chat"', 'model="chat", engine="chat"')
    ),
    Case(
        "api_type of a call",
        client(*AT_ENDPOINT, then=f'client.chat.completions.create(model="chat", {MESSAGES}, api_type="azure")'),
        {ALL: raises("TypeError", UNEXPECTED, "OAI306")},
    ),
    *(
        Case(
            f"the name of a model: {where}",
            program,
            {ALL: refused(404, url, "OAI302", says="gpt-3.5-turbo")},
        )
        for where, program, url in (
            (
                "model",
                client(*AT_ENDPOINT, then=CHAT.replace('"chat"', '"gpt-3.5-turbo"')),
                f"/openai/deployments/gpt-3.5-turbo/chat/completions{NEW}",
            ),
            (
                "model, with base_url",
                client(*AT_BASE, then=CHAT.replace('"chat"', '"gpt-3.5-turbo"')),
                f"/openai/deployments/gpt-3.5-turbo/chat/completions{NEW}",
            ),
            (
                "model, with the v1 API",
                client(V1_BASE, KEY, then=CHAT.replace('"chat"', '"gpt-3.5-turbo"'), cls="OpenAI"),
                V1_PATH,
            ),
        )
    ),
    Case(
        "the name of a deployment that there is not, in azure_deployment",
        client(*AT_ENDPOINT, 'azure_deployment="gpt-3.5-turbo"', then=ANY),
        {ALL: refused(404, f"/openai/deployments/gpt-3.5-turbo/chat/completions{NEW}", why=NOT_TO_BE_SEEN)},
    ),
    Case(
        "a name that Azure gives to a model, too",
        client(*AT_ENDPOINT, then=CHAT.replace('"chat"', '"gpt-4o"')),
        {ALL: refused(404, f"/openai/deployments/gpt-4o/chat/completions{NEW}", why=NOT_TO_BE_SEEN)},
    ),
    Case(
        "a name that Azure gives to a model, too, and that is none of the deployments",
        client(*AT_ENDPOINT, then=CHAT.replace('"chat"', '"gpt-4o"')) + "# there is one\n",
        {ALL: refused(404, f"/openai/deployments/gpt-4o/chat/completions{NEW}", "OAI302", says="gpt-4o")},
        config={"azure_deployments": ("chat",)},
    ),
    *(
        Case(
            f"the name of a model where it does no harm: {where}",
            client(*arguments, then=CHAT.replace('"chat"', '"gpt-4o"')),
            {ALL: works(f"/openai/deployments/chat/chat/completions{NEW}")},
        )
        for where, arguments in (
            ("azure_deployment", AT_DEPLOYMENT),
            ("base_url of a deployment", AT_BASE_OF_DEPLOYMENT),
        )
    ),
    Case(
        "the name of a model that is a deployment",
        client(*AT_ENDPOINT, then='client.embeddings.create(model="whisper", input="x")'),
        {ALL: works(f"/openai/deployments/whisper/embeddings{NEW}")},
        config={"azure_deployments": ("whisper",)},
    ),
]

ON_OPENAI = [
    Case("the v1 API", client(V1_BASE, KEY, cls="OpenAI"), {ALL: works(V1_PATH)}),
    Case(
        "the v1 API without a slash", client(V1_BASE.replace("/v1/", "/v1"), KEY, cls="OpenAI"), {ALL: works(V1_PATH)}
    ),
    Case("the v1 API, asynchronous", async_client(V1_BASE, KEY, cls="AsyncOpenAI"), {ALL: works(V1_PATH)}),
    Case(
        "the v1 API, preview",
        client(V1_BASE, KEY, 'default_query={"api-version": "preview"}', cls="OpenAI"),
        {ALL: works(f"{V1_PATH}?api-version=preview")},
    ),
    *(
        Case(
            f"the host of Azure with {path or 'no path'}",
            client(f'base_url="{HOST}{path}"', KEY, cls="OpenAI"),
            {ALL: refused(404, f"{path.rstrip('/')}/chat/completions", "OAI310")},
        )
        for path in ("", "/", "/v1")
    ),
    *(
        Case(
            f"the host of Azure with {path}",
            client(f'base_url="{HOST}{path}"', KEY, cls="OpenAI"),
            {ALL: refused(401, f"{path}/chat/completions", "OAI310")},
        )
        for path in ("/openai", "/openai/deployments/chat")
    ),
    Case(
        "a version in base_url",
        client(f'base_url="{HOST}/openai/v1/?api-version=preview"', KEY, cls="OpenAI"),
        {
            "1.0.0 2.54.0": refused(404, "/openai/v1/?api-version=preview/chat/completions", "OAI310"),
            "3.57.0 3.57.0": refused(404, "/openai/v1/?api-version=previewchat/completions", "OAI310"),
        },
    ),
    Case(
        "a deployment with all that it needs",
        client(
            f'base_url="{HOST}/openai/deployments/chat"',
            KEY,
            'default_query={"api-version": "2024-10-21"}',
            'default_headers={"api-key": "key-for-tests"}',
            cls="OpenAI",
        ),
        {ALL: works()},
    ),
    Case(
        "the host of OpenAI without a path",
        client('base_url="https://api.openai.com"', 'api_key="sk-x"', cls="OpenAI"),
        {ALL: refused(404, f"{OPENAI}/chat/completions", why="it is not about Azure")},
    ),
    Case(
        "the key of Azure",
        client(KEY, cls="OpenAI"),
        {ALL: refused(401, f"{OPENAI}/v1/chat/completions", why=NOT_TO_BE_SEEN)},
    ),
]

AZURE = 'api_type = "azure"'
SET_ENDPOINT = f'azure_endpoint = "{HOST}"'
SET_KEY = 'api_key = "key-for-tests"'
SET_VERSION = 'api_version = "2024-10-21"'
AMBIGUOUS = "Ambiguous use of module client"

MODULE = [
    Case("as it is today", module(AZURE, SET_ENDPOINT, SET_KEY, SET_VERSION), {ALL: works()}),
    Case(
        "as in 0.x",
        module(AZURE, SET_KEY, f'api_base = "{HOST}"', SET_VERSION),
        {ALL: raises("ValueError", NO_ENDPOINT, "OAI306 OAI105")},
    ),
    Case(
        "no version",
        module(AZURE, SET_ENDPOINT, SET_KEY),
        {ALL: raises("ValueError", NO_VERSION, "OAI301")},
        cured_by=ENV_VERSION,
    ),
    Case(
        "base_url",
        module(AZURE, f'base_url = "{HOST}/openai/"', SET_KEY, SET_VERSION),
        {ALL: works()},
    ),
    Case(
        "base_url without a slash",
        module(AZURE, f'base_url = "{HOST}/openai"', SET_KEY, SET_VERSION),
        {ALL: refused(404, f"/openaideployments/chat/chat/completions{DATED}", "OAI118")},
    ),
    *(
        Case(
            f"api_type {value}",
            module(f'api_type = "{value}"', SET_ENDPOINT, SET_KEY, SET_VERSION),
            {ALL: refused(401, f"{OPENAI}/v1/chat/completions", "OAI306", says="api.openai.com")},
        )
        for value in ("azure_ad", "azuread", "Azure")
    ),
    Case(
        "api_type open_ai on Azure",
        module('api_type = "open_ai"', SET_ENDPOINT, SET_KEY, SET_VERSION),
        {ALL: refused(401, f"{OPENAI}/v1/chat/completions", "OAI306", says="no longer known")},
    ),
    Case(
        "api_type open_ai",
        module('api_type = "open_ai"', 'api_key = "sk-x"'),
        {ALL: works(f"{OPENAI}/v1/chat/completions", "OAI306", why="it does nothing: each other value means OpenAI")},
    ),
    Case(
        "no api_type: the endpoint tells",
        module(SET_ENDPOINT, SET_VERSION),
        {ALL: works(headers=SENDS_TOKEN)},
        env=ENV_TOKEN,
    ),
    Case(
        "no api_type, and a key of OpenAI in the environment",
        module(SET_ENDPOINT, SET_VERSION),
        {ALL: raises("_AmbiguousModuleClientUsageError", AMBIGUOUS, why=NOT_TO_BE_SEEN)},
        env={**ENV_KEY, "OPENAI_API_KEY": "sk-x"},
    ),
    Case(
        "no api_type, key and token in the environment",
        module(SET_ENDPOINT, SET_VERSION),
        {
            "1.0.0 3.3.1": raises("_AmbiguousModuleClientUsageError", AMBIGUOUS, why=NOT_TO_BE_SEEN),
            "3.4.0 3.57.0": works(headers=SENDS_TOKEN),
        },
        env={**ENV_KEY, **ENV_TOKEN},
    ),
    Case(
        "a token",
        module(AZURE, SET_ENDPOINT, SET_VERSION, 'azure_ad_token = "token-for-tests"'),
        {ALL: works(headers=SENDS_TOKEN)},
    ),
    Case(
        "a key and a token",
        module(AZURE, SET_ENDPOINT, SET_VERSION, SET_KEY, 'azure_ad_token = "token-for-tests"'),
        {
            "1.0.0 3.3.1": works(finds="OAI304", headers=SENDS_TOKEN, why="the key is ignored"),
            "3.4.0 3.57.0": raises("MutuallyExclusiveAuthError", EXCLUSIVE, "OAI304"),
        },
    ),
    Case(
        "all in the environment",
        module(),
        {ALL: works()},
        env={"OPENAI_API_TYPE": "azure", **ENV_KEY, **ENV_ENDPOINT, **ENV_VERSION},
    ),
    Case(
        "the type in the environment, set by the program",
        module(SET_ENDPOINT, SET_KEY, SET_VERSION, before='import os\n\nos.environ["OPENAI_API_TYPE"] = "azure"\n'),
        {ALL: works()},
    ),
    Case(
        "a type of 0.x in the environment, set by the program",
        module(SET_ENDPOINT, SET_KEY, SET_VERSION, before='import os\n\nos.environ["OPENAI_API_TYPE"] = "azure_ad"\n'),
        {ALL: refused(401, f"{OPENAI}/v1/chat/completions", "OAI306", says="api.openai.com")},
    ),
    Case(
        "a setting that is read once, changed between calls",
        module(AZURE, SET_ENDPOINT, SET_KEY, SET_VERSION, f"{CHAT}\nopenai.api_version = '2024-06-01'"),
        {ALL: works(why="the second call asks the first version, which works")},
    ),
    Case(
        "a setting that is read each time, changed between calls",
        module(AZURE, SET_ENDPOINT, 'api_key = "first"', SET_VERSION, f"{CHAT}\nopenai.api_key = 'second'"),
        {"2.34.0 3.57.0": works(headers={"api-key": "second"})},
    ),
    Case(
        "an endpoint with a path",
        module(AZURE, f'azure_endpoint = "{HOST}/openai"', SET_KEY, SET_VERSION),
        {ALL: refused(404, f"/openai/openai/deployments/chat/chat/completions{DATED}", "OAI305")},
    ),
    Case(
        "the name of a model",
        module(AZURE, SET_ENDPOINT, SET_KEY, SET_VERSION, then=CHAT.replace('"chat"', '"gpt-3.5-turbo"')),
        {ALL: refused(404, f"/openai/deployments/gpt-3.5-turbo/chat/completions{DATED}", "OAI302")},
    ),
    Case(
        "OpenAI with a base_url without a slash",
        module('base_url = "https://api.openai.com/v1"', 'api_key = "sk-x"'),
        {ALL: refused(404, f"{OPENAI}/v1chat/completions", "OAI118")},
    ),
]

SECTIONS = {
    "credentials": CREDENTIALS,
    "versions": VERSIONS,
    "endpoints": ENDPOINTS,
    "arguments": ARGUMENTS,
    "paths": PATHS,
    "on OpenAI": ON_OPENAI,
    "module": MODULE,
}
