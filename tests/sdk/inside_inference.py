# ruff: noqa: F821 (its names are those of tools/inside.py too)
"""What the proofs ask of azure-ai-inference, beside the newest openai in one process. Nothing reaches the network."""

import ast
import asyncio
import enum
import importlib
import inspect
import json
import typing
from collections.abc import AsyncIterable, Iterable
from pathlib import Path

import azure.ai.inference
import azure.ai.inference.aio
import azure.core
import azure.core.exceptions
import httpx2
import openai
import requests
from azure.core.credentials import AzureKeyCredential
from azure.core.pipeline.transport import AsyncioRequestsTransport, RequestsTransport

PACKAGE = "azure.ai.inference"
MODEL = importlib.import_module("azure.ai.inference._model_base").Model

# ------------------------------------------------------------------------------------------- what is there


def release():
    return importlib.import_module("azure.ai.inference._version").VERSION


def modules():
    """The public modules, as the package has them."""
    found = importlib.import_module("pkgutil").iter_modules(azure.ai.inference.__path__, f"{PACKAGE}.")
    return [PACKAGE, *sorted(module.name for module in found if not module.name.rpartition(".")[2].startswith("_"))]


def _public():
    """Each public class and function: (path, object)."""
    for module in map(importlib.import_module, modules()):
        own = [name for name, thing in vars(module).items() if getattr(thing, "__module__", "").startswith(PACKAGE)]
        for name in getattr(module, "__all__", own):
            if not name.startswith("_"):
                yield f"{module.__name__}.{name}", getattr(module, name)


def _methods(cls):
    """The names of the methods that users call."""
    names = {
        name for name in dir(cls) if not name.startswith("_") and inspect.isroutine(inspect.getattr_static(cls, name))
    }
    names |= {
        name
        for name in dir(cls)
        if not name.startswith("_") and isinstance(inspect.getattr_static(cls, name), (classmethod, staticmethod))
    }
    return names


def public():
    """Every public path: modules, classes, functions, methods beside those that all models have, members of enums."""
    found = modules()
    for path, thing in _public():
        found.append(path)
        if inspect.isclass(thing) and issubclass(thing, enum.Enum):
            found += [f"{path}.{name}" for name in thing.__members__]
        elif inspect.isclass(thing):
            common = _methods(MODEL) if issubclass(thing, MODEL) else set()
            found += [f"{path}.{name}" for name in sorted(_methods(thing) - common)]
    return found


def model_methods():
    """The methods that each model has."""
    return sorted(_methods(MODEL))


def members():
    """Each member of each enumeration and its text."""
    return {
        f"{path}.{name}": member.value
        for path, thing in _public()
        if inspect.isclass(thing) and issubclass(thing, enum.Enum)
        for name, member in thing.__members__.items()
    }


def parameters(path):
    """The parameters of something that is called, as (name, by position?), without ``self`` and ``**kwargs``."""
    found = inspect.signature(find(path)).parameters.values()
    return [
        [p.name, p.kind is p.POSITIONAL_OR_KEYWORD] for p in found if p.name != "self" and p.kind is not p.VAR_KEYWORD
    ]


def is_asynchronous(path, method):
    return inspect.iscoroutinefunction(getattr(find(path), method))


def _hints(cls):
    names = {"_models": find("azure.ai.inference.models")}
    hints = {}
    for base in reversed(cls.__mro__):
        # Each in its own module: the annotations of ``_patch`` are texts.
        annotations = inspect.get_annotations(base) if base.__module__.startswith(PACKAGE) else {}
        within = {**vars(importlib.import_module(base.__module__)), **names}
        hints |= {
            name: _evaluated(hint, within)
            for name, hint in annotations.items()
            if type(inspect.getattr_static(cls, name, None)).__name__ == "_RestField"
        }
    return hints


def _evaluated(hint, within):
    if isinstance(hint, str):
        hint = eval(hint, within)
    if isinstance(hint, typing.ForwardRef):
        hint = eval(hint.__forward_arg__, within)
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is typing.Union:
        return typing.Union[tuple(_evaluated(argument, within) for argument in arguments)]  # noqa: UP007
    if typing.get_origin(hint) is list:
        return list[_evaluated(arguments[0], within)]
    return hint


def _kind(hint):
    """A type in the notation of ``sdk/shapes.py``."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Union:
        kinds = {_kind(argument) for argument in arguments if argument is not type(None)}
        return kinds.pop() if len(kinds) == 1 else "?"
    if origin is list:
        return "[" + _kind(arguments[0])
    if inspect.isclass(hint) and issubclass(hint, MODEL):
        return f"inference.{hint.__name__}"
    return "{" if origin is dict else ""


def fields():
    """The fields of each model: their kinds."""
    return {
        path: {name: _kind(hint) for name, hint in _hints(thing).items()}
        for path, thing in _public()
        if inspect.isclass(thing) and issubclass(thing, MODEL)
    }


def fields_of_type(name):
    """The fields whose type is, or may be, a class of this name, or a subclass of an enumeration."""
    found = []
    for path, thing in _public():
        if inspect.isclass(thing) and issubclass(thing, MODEL):
            for field, hint in _hints(thing).items():
                types = [part for part in (hint, *typing.get_args(hint)) if inspect.isclass(part)]
                if any(part.__name__ == name or (name == "Enum" and issubclass(part, enum.Enum)) for part in types):
                    found.append(f"{path.rpartition('.')[2]}.{field}")
    return sorted(found)


def wire_names():
    """The fields whose key is not their name."""
    classes = [thing for _, thing in _public() if inspect.isclass(thing) and issubclass(thing, MODEL)]
    return sorted(
        f"{cls.__name__}.{name}"
        for cls in classes
        for name in _hints(cls)
        if inspect.getattr_static(cls, name)._rest_name_input not in (None, name)
    )


def returned(path, method):
    """The classes that a method is annotated to return: in one piece, in a stream."""
    hint = inspect.signature(getattr(find(path), method)).return_annotation
    options = typing.get_args(hint) if typing.get_origin(hint) is typing.Union else (hint,)
    whole = [option.__name__ for option in options if inspect.isclass(option) and typing.get_origin(option) is None]
    pieces = [
        typing.get_args(option)[0].__name__
        for option in options
        if typing.get_origin(option) in (Iterable, AsyncIterable)
    ]
    return [whole, pieces]


BUILDING = ("__init__", "_configure", "build")


def read_by_azure_core():
    """The keywords that the policies of azure-core read: of a constructor, of a call."""
    core = Path(azure.core.__file__).parent
    files = [*(core / "pipeline" / "policies").glob("*.py"), core / "pipeline" / "transport" / "_requests_basic.py"]
    files += [core / "_pipeline_client.py", Path(azure.ai.inference.__file__).with_name("_configuration.py")]
    files.append(Path(azure.ai.inference.__file__).with_name("_client.py"))
    made, called = set(), set()
    for file in files:
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
                into = made if function.name.startswith(BUILDING) else called
                into |= {
                    node.args[0].value
                    for node in ast.walk(function)
                    if isinstance(node, ast.Call)
                    and ast.unparse(node.func) in READS
                    and isinstance(node.args[0], ast.Constant)
                }
    return {"made": sorted(made), "called": sorted(called)}


READS = {f"{owner}.{how}" for owner in ("kwargs", "options", "request.context.options") for how in ("get", "pop")}


def exceptions():
    """The exception classes that azure-core defines."""
    module = azure.core.exceptions
    found = {thing for thing in vars(module).values() if inspect.isclass(thing) and issubclass(thing, Exception)}
    return sorted(f"azure.core.exceptions.{thing.__name__}" for thing in found if thing.__module__ == module.__name__)


def exports():
    return [f"azure.core.exceptions.{name}" for name in azure.core.exceptions.__all__]


def is_subclass(one, other):
    return issubclass(find(one), find(other))


def accepts(path, keyword):
    """Does a call of today's SDK take this keyword?"""
    here = target(path) if path.startswith("client.") else find(path)
    return keyword in inspect.signature(here).parameters


# ----------------------------------------------------------------------------------------- what it does

USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
CHAT = {
    "id": "c1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [
        {
            "index": 0,
            "finish_reason": "tool_calls",
            "message": {
                "role": "assistant",
                "content": "hi",
                "tool_calls": [{"id": "t1", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
            },
        }
    ],
    "usage": USAGE,
}
VECTORS = {
    "object": "list",
    "model": "m",
    "data": [{"object": "embedding", "index": 0, "embedding": [0.5, 1.5]}],
    "usage": {"prompt_tokens": 1, "total_tokens": 1},
}
EMPTY_CHUNK = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []}
CHUNK = {
    **EMPTY_CHUNK,
    "choices": [{"index": 0, "finish_reason": None, "delta": {"role": "assistant", "content": "hi"}}],
}
LAST = {**EMPTY_CHUNK, "usage": USAGE}
STREAM = "".join(f"data: {json.dumps(part)}\n\n" for part in (EMPTY_CHUNK, CHUNK, LAST)) + "data: [DONE]\n\n"
ERROR = {"error": {"code": "cc", "message": "boom"}}


class Service:
    """Answers like the service, and keeps what it was asked."""

    def __init__(self, status=200, failure=None):
        self.status = status
        self.failure = failure
        self.asked = []

    def answer(self, method, url, headers, body):
        sent = json.loads(body) if body else {}
        self.asked.append(
            {"method": method, "url": url, "headers": {k.lower(): v for k, v in headers.items()}, "body": sent}
        )
        if self.status != 200:
            return "application/json", json.dumps(ERROR)
        if sent.get("stream"):
            return "text/event-stream", STREAM
        return "application/json", json.dumps(VECTORS if url.partition("?")[0].endswith("/embeddings") else CHAT)


class Adapter(requests.adapters.BaseAdapter):
    """The service behind ``requests``, on which azure-core stands."""

    def __init__(self, service):
        super().__init__()
        self.service = service

    def send(self, request, **options):
        if self.service.failure:
            raise getattr(requests, self.service.failure)("x")
        kind, text = self.service.answer(request.method, request.url, request.headers, request.body)
        answer = requests.Response()
        answer.status_code = self.service.status
        answer.reason = "Why"
        answer.headers["content-type"] = kind
        answer.request, answer.url = request, request.url
        answer.raw = importlib.import_module("urllib3").HTTPResponse(
            importlib.import_module("io").BytesIO(text.encode()), status=self.service.status, preload_content=False
        )
        return answer

    def close(self):
        pass


FAILURES = {"ConnectionError": "ConnectError", "ConnectTimeout": "ConnectTimeout", "ReadTimeout": "ReadTimeout"}


def _transport(service):
    """The service behind httpx2, on which openai stands."""

    def handle(request):
        if service.failure:
            raise getattr(httpx2, FAILURES[service.failure])("x")
        kind, text = service.answer(request.method, str(request.url), dict(request.headers), request.content)
        return httpx2.Response(
            service.status, headers={"content-type": kind}, content=text, extensions={"reason_phrase": b"Why"}
        )

    return httpx2.MockTransport(handle)


def _old(service, name, asynchronous, credential=None, **options):
    session = requests.Session()
    session.mount("https://", Adapter(service))
    cls = find(f"{PACKAGE}.aio.{name}" if asynchronous else f"{PACKAGE}.{name}")
    transport = (AsyncioRequestsTransport if asynchronous else RequestsTransport)(session=session)
    credential = credential or AzureKeyCredential("k")
    return cls("https://r.services.ai.azure.com/models", credential, transport=transport, retry_total=0, **options)


def _new(service, asynchronous, key="k", **options):
    kind = httpx2.AsyncClient if asynchronous else httpx2.Client
    cls = openai.AsyncOpenAI if asynchronous else openai.OpenAI
    http = kind(transport=_transport(service))
    address = "https://r.openai.azure.com/openai/v1/"
    return cls(base_url=address, api_key=key, http_client=http, max_retries=0, **options)


def _names(service, asynchronous=False):
    """What programs of the tests may name."""
    return {
        **vars(find(f"{PACKAGE}.models")),
        "chat": _old(service, "ChatCompletionsClient", asynchronous),
        "vectors": _old(service, "EmbeddingsClient", asynchronous),
        "client": _new(service, asynchronous),
        "asyncio": asyncio,
        "openai": openai,
        "json": json,
    }


def requests_of(*expressions):
    """What each expression sends."""
    service = Service()
    names = _names(service)
    for expression in expressions:
        eval(expression, dict(names))
    return service.asked


def evaluated(expression, *lines):
    """The value of an expression behind some lines, as ``repr``; an error as its class and text."""
    names = _names(Service())
    for line in lines:
        exec(line, names)
    try:
        return repr(eval(expression, names))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def awaited(expression):
    """The value of an expression that awaits something, with async clients."""

    async def run():
        names = _names(Service(), asynchronous=True)
        exec(f"async def asked():\n    return {expression}", names)
        return repr(await names["asked"]())

    return asyncio.run(run())


def form(expression):
    """What an object of a request is in JSON."""
    value = eval(expression, dict(vars(find(f"{PACKAGE}.models"))))
    return json.loads(json.dumps(value, cls=importlib.import_module("azure.ai.inference._model_base").SdkJSONEncoder))


def failure(status, problem=None):
    """What both packages raise at a status, or where the connection fails: the paths of the classes."""
    found = []
    for call in (CALL_THERE, CALL_HERE):
        try:
            eval(call, _names(Service(status, problem)))
        except Exception as error:
            module = type(error).__module__ if type(error).__module__.startswith("azure.core") else "openai"
            found.append(f"{module}.{type(error).__name__}")
        else:
            found.append("nothing")
    return found


CALL_THERE = "chat.complete(messages=[UserMessage('x')], model='m')"
CALL_HERE = "client.chat.completions.create(messages=[], model='m')"


def of_error(status, there, here):
    """Expressions of ``e``, on what each package raises."""
    found = []
    for call, expression in ((CALL_THERE, there), (CALL_HERE, here)):
        try:
            eval(call, _names(Service(status)))
        except Exception as e:
            try:
                found.append(repr(eval(expression, {"e": e})))
            except Exception as error:
                found.append(type(error).__name__)
    return found


def authorised(key):
    """The headers of authentication that a key, or the result of an expression, leads to."""
    there, here = Service(), Service()
    _old(there, "ChatCompletionsClient", False).complete(messages=[])
    _new(here, False, eval(key)).chat.completions.create(messages=[], model="m")
    return [
        {name: asked["headers"][name] for name in ("api-key", "authorization") if name in asked["headers"]}
        for service in (there, here)
        for asked in service.asked
    ]


def defaults_of_client():
    """The body that a default of the constructor leads to."""
    service = Service()
    _old(service, "ChatCompletionsClient", False, temperature=0.5, model="m").complete(messages=[])
    return service.asked[0]["body"]
