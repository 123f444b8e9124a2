"""What the analysis itself must know of other packages: functions that hand a value on, name one, or test one."""

from __future__ import annotations

import builtins
import re
from functools import cache

from ..sdk import inference
from ..sdk.clients import CLIENTS
from ..sdk.exceptions import EXCEPTIONS, PARENTS, REEXPORTED
from ..sdk.index import REMOVED
from ..sdk.names import ALIASES, HELPERS, METHODS, MODULES, NEW_ONLY, RESOURCES
from ..sdk.settings import ENVIRONMENT, KEPT, SETTINGS
from ..sdk.wrappers import SAME

BUILTINS = frozenset(
    {
        "getattr", "setattr", "delattr", "hasattr", "isinstance", "issubclass", "dict", "object", "__import__",
        "property", "staticmethod", "classmethod", "list", "tuple", "set", "sorted", "reversed", "iter", "next",
        "anext", "min", "max", "enumerate", "zip", "filter", "map", "len", "str", "super", "dir", "vars",
        "eval",
    }
) | frozenset(
    name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)
)  # fmt: skip
"""Builtins that the analysis follows; any other denotes nothing."""

FIXTURES = {
    "monkeypatch": "pytest.MonkeyPatch",
    "mocker": "pytest_mock.MockerFixture",
    "class_mocker": "pytest_mock.MockerFixture",
    "module_mocker": "pytest_mock.MockerFixture",
    "package_mocker": "pytest_mock.MockerFixture",
    "session_mocker": "pytest_mock.MockerFixture",
    "httpx_mock": "pytest_httpx.HTTPXMock",
    "respx_mock": "respx.mock",
}
"""Parameters that pytest and its plugins fill by name."""

PATCH = frozenset(
    f"{patch}{kind}"
    for patch in ("unittest.mock.patch", "mock.patch", "pytest_mock.MockerFixture.patch")
    for kind in ("", ".multiple")
) | {"pytest.MonkeyPatch.setattr", "pytest.MonkeyPatch.delattr"}
"""Functions whose first argument may be a dotted path in a string."""

PATCH_ATTRIBUTE = frozenset(
    {
        "unittest.mock.patch.object",
        "mock.patch.object",
        "pytest_mock.MockerFixture.patch.object",
        "pytest_mock.MockerFixture.spy",
        "pytest.MonkeyPatch.setattr",
        "pytest.MonkeyPatch.delattr",
    }
)
"""Functions that take an object and the name of its attribute."""

IMPORTERS = frozenset({"importlib.import_module", "builtins.__import__", "pytest.importorskip"})

EXCEPTION_ARGUMENTS = {
    "builtins.isinstance": 1,
    "builtins.issubclass": 1,
    "tenacity.retry_if_exception_type": 0,
    "tenacity.retry_if_not_exception_type": 0,
    "tenacity.retry.retry_if_exception_type": 0,
    "backoff.on_exception": 1,
    "pytest.raises": 0,
    "contextlib.suppress": None,
}
"""Functions of which an argument (by position; None: all) names exception classes to be compared with."""

EXCEPTION_KEYWORDS = frozenset({"exception", "exception_types", "expected_exception"})
"""The same argument by keyword."""

ASSERT_RAISES = frozenset({"assertRaises", "assertRaisesRegex"})
"""unittest's methods with the same meaning, recognised by name: their object is any test case."""

KEEPS_FUNCTION = frozenset(
    {
        "functools.lru_cache",
        "functools.cache",
        "functools.wraps",
        "tenacity.retry",
        "backoff.on_exception",
        "backoff.on_predicate",
        "retry.retry",
        "retrying.retry",
        "builtins.staticmethod",
        "builtins.classmethod",
        "contextlib.contextmanager",
        "contextlib.asynccontextmanager",
        "cachetools.cached",
        "cachetools.func.lru_cache",
        "cachetools.func.ttl_cache",
        "chainlit.cache",
        "streamlit.cache",
        "streamlit.cache_data",
        "streamlit.cache_resource",
        "streamlit.experimental_memo",
        "streamlit.experimental_singleton",
        "abc.abstractmethod",
        "typing.override",
        "typing_extensions.override",
        "async_lru.alru_cache",
        "beartype.beartype",
        "deprecated.deprecated",
        "func_timeout.func_set_timeout",
        "langfuse.decorators.observe",
        "langfuse.observe",
        "langsmith.traceable",
        "logfire.instrument",
        "mlflow.trace",
        "overrides.override",
        "prefect.flow",
        "prefect.task",
        "promptflow.core.tool",
        "promptflow.tool",
        "promptflow.tracing.trace",
        "pydantic.validate_arguments",
        "pydantic.validate_call",
        "ratelimit.limits",
        "ratelimit.sleep_and_retry",
        "stamina.retry",
        "timeout_decorator.timeout",
        "torch.inference_mode",
        "torch.no_grad",
        "typing_extensions.deprecated",
        "warnings.deprecated",
        "wrapt_timeout_decorator.timeout",
        "typeguard.typechecked",
        "weave.op",
    }
)
"""Decorators behind which a function still returns what it returns."""

KEEPS_BY_NAME = frozenset({"start_as_current_span"})
"""The same, as methods of objects that nothing is known of: a tracer."""

PROPERTIES = frozenset({"builtins.property", "functools.cached_property"})

VERSIONS = frozenset(
    {
        "openai.__version__",
        "openai.VERSION",
        "openai.version.VERSION",
        "openai.version.__version__",
        "openai._version.__version__",
    }
)
"""Places that hold the version of the SDK."""

VERSION_OF = frozenset(
    {
        "importlib.metadata.version",
        "importlib_metadata.version",
        "pkg_resources.get_distribution",
        "importlib.metadata.distribution",
    }
)
"""Functions that tell the version of a distribution."""

CLIENT_CLASSES: dict[str, bool] = {
    path: row.asynchronous for table in (CLIENTS, inference.CLIENTS) for path, row in table.items()
}
"""Classes of clients, of this SDK and of azure-ai-inference, and whether they are asynchronous."""

FACTORIES = frozenset(inference.FACTORIES)
"""Methods of a project's ``inference`` that give a client of azure-ai-inference."""

FOLLOWED = (
    "openai",
    "azure.ai.inference",
    "azure.core.credentials.",
    "azure.core.exceptions",
    "azure.identity.",
)
"""Beginnings of the places whose names are followed."""

MENTIONED = ("openai", "azure.ai.inference", "azure.core.exceptions.")
"""Beginnings of the places that rules look at wherever they are mentioned."""

WATCHED_MODULES = ("azure.ai.inference", "azure.core.exceptions")
"""Beginnings of modules of other packages whose import is a use."""

CALLED = (
    *FOLLOWED,
    "azure.ai.projects",
    "azure.core.credentials.AzureKeyCredential",
    "os.",
    # What passes arguments on, and what patches the environment.
    "asyncio.to_thread",
    "functools.partial",
    "mock.",
    "pytest.MonkeyPatch",
    "pytest_mock.",
    "unittest.mock.",
    # What starts a process, and what the SDK sends with.
    "asyncio.create_subprocess_",
    "asyncio.subprocess.create_subprocess_",
    "httpx.",
    "pytest_httpx.",
    "respx.",
    "shlex.split",
    "subprocess.",
)
"""Beginnings of the places whose calls rules look at."""

MAKERS = ("azure.core.credentials.", "azure.identity.")
"""Beginnings of the places that give credentials, and what leads to tokens, when called."""

CLIENT_ARGUMENTS = frozenset(
    {
        "api_key", "api_version", "azure_ad_token", "azure_ad_token_provider", "azure_deployment", "azure_endpoint",
        "base_url", "extra_body", "model", "response_format",
    }
)  # fmt: skip
"""Arguments of clients, and of calls on Azure, whose value matters."""

INFERENCE_ARGUMENTS = frozenset({"endpoint", "response_format", "encoding_format"})
"""Arguments of the clients of azure-ai-inference, and of their calls, whose text matters."""

WATCHED_SETTINGS = frozenset({"api_type", "api_version", "azure_ad_token", "azure_endpoint", "base_url"})
"""Settings of the module whose text matters."""

TRANSPORTS = frozenset(
    {"requests.adapters.HTTPAdapter", "httpx.HTTPTransport", "httpx.AsyncHTTPTransport"}
    | {"httpx.BaseTransport", "httpx.AsyncBaseTransport"}
)
"""Classes below which programs patched the requests of the SDK for Azure."""

ASKS_VERSION = re.compile(r"(?i)version(?:$|_of$|_for$)|^version_?(?:of|for)")
"""What a function of the program is called that, given the name of a package, tells its version."""

VERSION_PARSERS = frozenset(
    {
        "packaging.version.parse",
        "packaging.version.Version",
        "pkg_resources.parse_version",
        "distutils.version.LooseVersion",
        "distutils.version.StrictVersion",
        "looseversion.LooseVersion",
        "semver.Version.parse",
        "semver.VersionInfo.parse",
    }
)
"""Functions that read a version from a text."""

COMMAND = re.compile(r"(?s)(?:.*[\s/])?openai\s.*\b(?:api|grit|migrate|tools|wandb)\b")
"""A text that may be a call of the old command."""

TELLS_VERSION = re.compile(
    r"(?i)openai(?:_is|_sdk|_lib)?_?v_?[01]$"
    r"|^_?(?:is|has|uses?|using)_\w*openai\w*v_?[01](?!\d)"
    r"|^_?(?:is|has|uses?|using)_(?:old|new|legacy)_openai"
)
"""A name in another module that, by what it is called, tells which SDK runs (``is_openai_v1``)."""

KEEPS_ITEMS = frozenset(
    {
        "builtins.list",
        "builtins.tuple",
        "builtins.sorted",
        "builtins.reversed",
        "builtins.iter",
        "builtins.set",
        "tqdm.tqdm",
        "tqdm.auto.tqdm",
        "tqdm.asyncio.tqdm",
        "itertools.chain",
        "itertools.islice",
        "itertools.cycle",
        "collections.deque",
        "asyncio.as_completed",
        "concurrent.futures.as_completed",
        "tqdm.tqdm.as_completed",
        "tqdm.asyncio.tqdm.as_completed",
        "tqdm.asyncio.tqdm_asyncio.as_completed",
    }
)
"""Functions that give what they are given, item by item."""

ALL_ITEMS = frozenset({"itertools.chain"})
"""Those of them that take several iterables."""

PICKS_ITEM = frozenset({"builtins.next", "builtins.anext", "builtins.min", "builtins.max", "random.choice"})
"""Functions that give one of the items."""

COMPARES = frozenset({"builtins.min", "builtins.max"})
"""Functions that pick one of their arguments, where there are several."""

DEFAULTS = frozenset({"builtins.next", "builtins.anext"})
"""Functions that give their second argument where there is no item."""

GATHERERS = frozenset({"asyncio.gather", "tqdm.asyncio.tqdm.gather", "tqdm.asyncio.tqdm_asyncio.gather"})
"""Functions that give something to await for several coroutines."""

KEEPS_VALUE = frozenset({"copy.copy", "copy.deepcopy", "contextlib.closing", "contextlib.aclosing"})

RUNNERS = frozenset({"asyncio.run", "anyio.run", "trio.run", "asgiref.sync.async_to_sync"})
"""Functions that give what a coroutine returns."""

TASKS = frozenset({"asyncio.create_task", "asyncio.ensure_future", "asyncio.shield", "asyncio.wait_for"})
"""Functions that give something to await for a coroutine."""

APPLIERS = frozenset(
    {"builtins.map", "builtins.filter", "functools.partial", "functools.partialmethod", "functools.wraps"}
)
"""Functions that call their first argument with what they are given beside it."""

THREADS = frozenset(
    {
        "asyncio.to_thread",
        "anyio.to_thread.run_sync",
        "trio.to_thread.run_sync",
        "starlette.concurrency.run_in_threadpool",
        "fastapi.concurrency.run_in_threadpool",
    }
)
"""Functions that call their first argument with the others, and give something to await."""

GENERIC = frozenset(
    f"{module}.{name}"
    for module in ("typing", "typing_extensions")
    for name in ("Optional", "Annotated", "Final", "ClassVar")
)
"""Annotations that promise what their first argument promises."""

UNIONS = frozenset({"typing.Union", "typing_extensions.Union"})

LISTS = frozenset({"builtins.list", "builtins.set"}) | frozenset(
    f"{module}.{name}"
    for module in ("typing", "typing_extensions", "collections.abc")
    for name in (
        "List",
        "Sequence",
        "MutableSequence",
        "Iterable",
        "Iterator",
        "Collection",
        "Generator",
        "Set",
        "AsyncIterable",
        "AsyncIterator",
        "AsyncGenerator",
    )
)
"""Annotations of what is iterated over and gives their first argument."""

AWAITABLES = frozenset(
    f"{module}.{name}"
    for module in ("typing", "typing_extensions", "collections.abc")
    for name in ("Awaitable", "Coroutine")
)
"""Annotations of what is awaited and gives their last argument."""

STREAMS = {
    "openai.Stream": False,
    "openai.AsyncStream": True,
    "openai._streaming.Stream": False,
    "openai._streaming.AsyncStream": True,
}
"""Annotations of streams of their first argument, and whether they are asynchronous."""

SERIALISERS = frozenset(
    {
        "json.dumps",
        "json.dump",
        "simplejson.dumps",
        "simplejson.dump",
        "ujson.dumps",
        "ujson.dump",
        "orjson.dumps",
        "yaml.dump",
        "yaml.safe_dump",
        "msgpack.packb",
        "flask.jsonify",
    }
)
"""Functions that take dicts and lists and refuse a response, or write something else for it."""

PARSERS = frozenset(
    {
        "ast.literal_eval",
        "builtins.eval",
        "json.loads",
        "orjson.loads",
        "simplejson.loads",
        "ujson.loads",
        "yaml.load",
        "yaml.safe_load",
    }
)
"""Functions that read a text which is JSON."""

DEFAULT_SECOND = frozenset({"orjson.dumps"})
"""Those of them that take ``default`` as the second argument."""

CALLS: dict[str, str] = {
    row.path: result
    for row in METHODS
    if (result := (row.use or "").removeprefix("client.") if row.result is None else row.result)
}
"""A call of 0.28.1 → the current call whose result stands for its own, where there is one."""

COUNTERPARTS = frozenset(row.path for row in METHODS if row.exact or row.path.endswith("_raw"))
"""Those of which the current call does the same; their async twins are not named."""

COROUTINES: dict[str, str] = {row.coroutine: row.path for row in METHODS if row.coroutine and row.path in CALLS}
"""The async twin of such a call → the call."""

VARIABLES = frozenset(row.name for row in ENVIRONMENT)
"""Variables of the environment that only the program itself may read."""

MAPPING_METHODS = frozenset({"get", "pop", "setdefault", "delenv", "setenv"})
"""Methods that are given a key, or the name of a variable, and read nothing of the environment."""

SETTING_PLACES = frozenset(f"openai.{name}" for name in (*(setting.name for setting in SETTINGS), *KEPT))
"""Settings of the module in 0.28.1, those that still work too."""

LEGACY = frozenset(
    {row.path for table in (RESOURCES, METHODS, HELPERS, MODULES, EXCEPTIONS) for row in table}
    | {f"openai.{setting.name}" for setting in SETTINGS}
    | set(REEXPORTED)
    | {row.coroutine for row in METHODS if row.coroutine}
)
"""Places that only 0.x has."""

RESOURCE_CLASSES = frozenset(row.path for row in RESOURCES)
EXCEPTION_ROWS = tuple(row.path for row in EXCEPTIONS)
"""The exceptions of 0.x, which ``from openai.error import *`` binds."""
EXCEPTION_CLASSES = frozenset(EXCEPTION_ROWS) | frozenset(PARENTS)


def is_legacy(path: str) -> bool:
    """Is a place one that only 0.x has, or below one?"""
    while path.startswith("openai."):
        if path in LEGACY:
            return True
        path = path.rpartition(".")[0]
    return False


@cache
def is_removed(path: str) -> bool:
    """True if a place, or one above it, went with a release after 1.0."""
    while "." in path:
        if path in REMOVED:
            return True
        path = path.rpartition(".")[0]
    return False


def is_new(path: str) -> bool:
    """Is a place one that no 0.x had, or below one?"""
    if not path.startswith("openai."):
        return False
    return path.split(".", 2)[1] in NEW_ONLY


CANONICAL = {**ALIASES, **SAME, **REEXPORTED}


def canonical(path: str) -> str:
    """The one name of a place that 0.28.1, or another package, offers under several."""
    return CANONICAL.get(path, path)
