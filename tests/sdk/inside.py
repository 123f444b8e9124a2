# ruff: noqa: F821 (its names are those of tools/inside.py too)
"""What the proofs ask a release, beside the functions of ``tools/inside.py`` that it runs with.

``legacy_…`` run on 0.28.1, what follows them on 1.0.0 and later. Nothing reaches the network.
"""

import ast
import asyncio
import contextlib
import functools
import importlib
import importlib.util
import inspect
import io
import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import openai

BODY = {"error": {"message": "boom", "type": "t", "param": "p", "code": "cc"}}
HEADERS = {"content-type": "application/json", "x-request-id": "r1", "openai-organization": "org"}
PLUMBING = ("typing", "collections", "__future__", "typing_extensions")

# ---------------------------------------------------------------------------------------- any release


def version():
    return openai.__version__


def fate(path):
    """gone: reading it fails. raises: reading or calling it says that it was removed. there: neither."""
    try:
        thing = find(path)
        if type(thing).__name__ == "APIRemovedInV1Proxy":
            thing()
    except Exception as error:
        if type(error).__name__ == "APIRemovedInV1":
            return "raises"
        if isinstance(error, (AttributeError, ImportError)):
            return "gone"
        raise
    return "there"


def exists(path):
    """Is there such a name, be it in a module that imports what is not installed here?"""
    try:
        find(path)
        return True
    except AttributeError:
        return False
    except ImportError as error:
        if (error.name or "").startswith("openai"):
            return False
    module, _, name = path.rpartition(".")
    if module == "openai":
        return True
    tree = ast.parse(Path(importlib.util.find_spec(module).origin).read_text(encoding="utf-8"))
    return name in {getattr(node, "name", None) for node in tree.body}


def deprecated(path):
    """Is what stands at a path marked as deprecated?"""
    return hasattr(target(path), "__deprecated__")


def submodules():
    """Every module below the package, without its tests."""
    found = pkgutil.walk_packages(openai.__path__, "openai.", onerror=lambda name: None)
    return sorted(module.name for module in found if not module.name.startswith("openai.tests"))


def same(one, other):
    return find(one) is find(other)


def public_names():
    """Names of the module and its submodules, without what it imports from elsewhere."""
    submodules = {module.name for module in pkgutil.iter_modules(openai.__path__)}
    own = {name for name in dir(openai) if getattr(vars(openai).get(name), "__module__", "") not in PLUMBING}
    return sorted(name for name in submodules | own if not name.startswith("_") and name != "annotations")


def star():
    return list(openai.__all__)


def evaluate(expression, environment):
    """An expression in a new Python with this release and variables in its environment; errors by class name."""
    program = (
        "import json, openai\n"
        f"try: value = {expression}\n"
        "except Exception as error: value = type(error).__name__\n"
        "print(json.dumps(value))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=True,
    )
    return json.loads(done.stdout)


def with_environment(expression, environment):
    """An expression with variables in the environment of this process; errors by class name."""
    os.environ.update(environment)
    try:
        return eval(expression)
    except Exception as error:
        return type(error).__name__
    finally:
        for name in environment:
            del os.environ[name]


def sources_with(text):
    """The files of the package, without its tests, that contain a text."""
    root = Path(openai.__file__).parent
    files = (file for file in root.rglob("*.py") if "tests" not in file.relative_to(root).parts)
    return sorted(file.relative_to(root).as_posix() for file in files if text in file.read_text(encoding="utf-8"))


def variables():
    """The names of environment variables that stand in the package, without its command."""
    root = Path(openai.__file__).parent
    files = [file for file in root.rglob("*.py") if not {"tests", "cli", "cli.py"} & set(file.relative_to(root).parts)]
    named = re.compile(r"""\benviron(?:\.get\(|\[)\s*["'](\w+)["']""")
    return sorted({name for file in files for name in named.findall(file.read_text(encoding="utf-8"))})


# ---------------------------------------------------------------------------------------------- 0.28.1


def legacy_settings():
    """Plain values of the module."""
    return sorted(
        name
        for name, value in vars(openai).items()
        if not name.startswith("__")
        and name.islower()
        and not inspect.ismodule(value)
        and getattr(value, "__module__", None) is None
    )


def legacy_resources():
    """Each resource class with the methods that it has beside those of every object of the SDK."""
    from openai.openai_object import OpenAIObject

    found = {}
    for name, value in vars(openai.api_resources).items():
        if inspect.isclass(value):
            own = set(dir(value)) - set(dir(OpenAIObject))
            found[name] = sorted(m for m in own if not m.startswith("_") and callable(getattr(value, m)))
    return found


def _legacy_function(path):
    """The function that takes the arguments, behind those that only pass ``*args, **kwargs`` on."""
    cls, _, name = path.rpartition(".")
    for base in inspect.getmro(find(cls)):
        if name in vars(base):
            function = getattr(base, name)
            parameters = list(inspect.signature(function).parameters.values())
            if [p.kind for p in parameters] != [
                inspect.Parameter.VAR_POSITIONAL,
                inspect.Parameter.VAR_KEYWORD,
            ]:
                return [p for p in parameters if p.name != "self"]
    return []


def legacy_positional(path):
    return [p.name for p in _legacy_function(path) if p.kind is p.POSITIONAL_OR_KEYWORD]


def legacy_parameters(path):
    return [p.name for p in _legacy_function(path) if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]


@contextlib.contextmanager
def _legacy_wire(status=200, body=None, error=None):
    """Requests that 0.28.1 sends, answered without a network."""
    import requests

    sent = []

    def request(session, method, url, **options):
        if error:
            raise getattr(requests.exceptions, error)("boom")
        data = options.get("data")
        sent.append(
            {
                "method": method,
                "url": url,
                "headers": {key.lower(): value for key, value in options["headers"].items()},
                "timeout": options.get("timeout"),
                "proxies": dict(session.proxies),
                "session": type(session).__name__,
                "verify": session.verify,
                "body": json.loads(data) if data and not options.get("files") else None,
                "files": [(name, part[0]) for name, part, *_ in options.get("files") or ()],
            }
        )
        answer = requests.Response()
        answer.status_code = status
        answer.headers.update(HEADERS)
        answer._content = json.dumps({"data": []} if body is None else body).encode()
        answer.raw = io.BytesIO()
        return answer

    original = requests.Session.request
    requests.Session.request = request
    openai.api_requestor._thread_context.__dict__.clear()
    try:
        yield sent
    finally:
        requests.Session.request = original


def legacy_call(path, arguments, keywords, settings=None):
    """The request that a call sends, with settings assigned for its time; ``log`` is what it printed."""
    before = {name: getattr(openai, name) for name in settings or ()}
    values = {name: _legacy_value(name, value) for name, value in (settings or {}).items()}
    try:
        for name, value in {"api_key": "sk-x", **values}.items():
            setattr(openai, name, value)
        printed = io.StringIO()
        with _legacy_wire() as sent, contextlib.redirect_stderr(printed):
            find(path)(*arguments, **keywords)
    finally:
        for name, value in before.items():
            setattr(openai, name, value)
    return {**sent[-1], "log": bool(printed.getvalue())}


def _legacy_value(name, value):
    if name == "requestssession":
        import requests

        return type("Mine", (requests.Session,), {})()
    if name == "api_key_path":
        file = Path(os.environ.get("TMPDIR", "/tmp")) / f"key-{os.getpid()}"
        file.write_text(value, encoding="utf-8")
        return str(file)
    return value


def legacy_aiosession():
    """Is a session set on ``openai.aiosession`` the one that is used?"""
    used = []

    class Session:
        closed = False

        async def request(self, **options):
            used.append(options["url"])
            raise KeyError

    async def run():
        openai.api_key = "sk-x"
        openai.aiosession.set(Session())
        with contextlib.suppress(KeyError):
            await openai.Model.alist()
        return bool(used)

    return asyncio.run(run())


def legacy_errors(statuses):
    """The classes (with bases) of what each answer raises."""
    openai.api_key = "sk-x"
    found = {}
    for status in statuses:
        error = {"timeout": "Timeout", "connection": "ConnectionError"}.get(status)
        with _legacy_wire(200 if error else int(status), BODY, error):
            try:
                openai.Model.list()
            except openai.error.OpenAIError as raised:
                found[status] = [cls.__name__ for cls in type(raised).__mro__ if cls.__module__ == "openai.error"]
    return found


def legacy_auto_paging(name):
    """works, fails or has none."""
    openai.api_key = "sk-x"
    resource = getattr(openai, name)
    if not hasattr(resource, "auto_paging_iter"):
        return "has none"
    azure = {"api_type": "azure", "api_version": "2023-05-15"} if name == "Deployment" else {}
    with _legacy_wire(200, {"data": [], "has_more": False}):
        try:
            return "works" if list(resource.auto_paging_iter(**azure)) == [] else "gives something else"
        except AttributeError:
            return "fails"


def legacy_exceptions():
    return sorted(name for name, value in vars(openai.error).items() if inspect.isclass(value))


def legacy_error_attributes():
    """The public attributes of a 0.28.1 error as values."""
    openai.api_key = "sk-x"
    with _legacy_wire(429, BODY):
        try:
            openai.Model.list()
        except openai.error.OpenAIError as raised:
            error = raised
    connection = openai.error.APIConnectionError("m")
    plain = set(dir(Exception))
    names = {
        name for one in (error, connection) for name in dir(one) if name not in plain and not name.startswith("__")
    }
    return {name: repr(getattr(error, name, getattr(connection, name, None))) for name in sorted(names)}


# ------------------------------------------------------------------------------------- 1.0.0 and later


def _httpx():
    return importlib.import_module("httpx2" if int(openai.__version__.split(".")[0]) >= 3 else "httpx")


def _http(handler):
    httpx = _httpx()
    return httpx.Client(transport=httpx.MockTransport(handler))


def _canned(status=200, body=None):
    httpx = _httpx()

    def handler(request):
        if status == "timeout":
            raise httpx.ReadTimeout("boom", request=request)
        if status == "connection":
            raise httpx.ConnectError("boom", request=request)
        return httpx.Response(int(status), json=body if body is not None else {"data": []}, headers=HEADERS)

    return handler


_sent = []


@functools.cache
def _recording_client():
    """A client whose requests go to ``_sent`` and are answered with an empty list."""

    def handler(request):
        _sent.append(request)
        request.read()
        return _canned()(request)

    return openai.OpenAI(api_key="x", max_retries=0, http_client=_http(handler))


def _method(path):
    here = _recording_client()
    for part in path.split(".")[1:]:
        here = getattr(here, part)
    return here


def call(path, arguments, keywords):
    """What a call on a client ends in: ``METHOD /path``, or the class and text of what it raises.

    Parameters that it requires and is not given are filled in.
    """
    method = _method(path)
    given = dict(keywords)
    for index, parameter in enumerate(inspect.signature(method).parameters.values()):
        positional = parameter.kind is parameter.POSITIONAL_OR_KEYWORD and index < len(arguments)
        if parameter.default is parameter.empty and not positional:
            given.setdefault(parameter.name, b"x" if parameter.name in ("file", "image", "mask") else "x")
    _sent.clear()
    try:
        method(*arguments, **given)
    except Exception as error:
        if not _sent:
            return f"{type(error).__name__}: {error}"
    return f"{_sent[0].method} {_sent[0].url.path}"


def uploaded_name(path, file):
    """The file name that a call with ``file=(name, content)`` uploads."""
    _sent.clear()
    _method(path)(model="whisper-1", file=(file[0], file[1].encode()))
    return _sent[0].content.decode().partition('filename="')[2].partition('"')[0]


def takes(path, arguments, keywords):
    """Can these be bound to the parameters? Others may be missing."""
    try:
        inspect.signature(target(path)).bind_partial(*arguments, **keywords)
    except TypeError:
        return False
    return True


def parents():
    """Each exception class of the module with its nearest base that the module has too."""
    found = {}
    for name, value in list(vars(openai).items()):
        if name[0] != "_" and issubclass(type(value), type) and issubclass(value, BaseException):
            bases = (base for base in value.__mro__[1:] if getattr(openai, base.__name__, None) is base)
            found[f"openai.{name}"] = next((f"openai.{base.__name__}" for base in bases), None)
    return found


def errors(statuses):
    """The classes (with bases) of what each answer raises."""
    found = {}
    for status in statuses:
        here = openai.OpenAI(api_key="x", max_retries=0, http_client=_http(_canned(status, BODY)))
        try:
            here.models.list()
        except openai.OpenAIError as raised:
            found[status] = [cls.__name__ for cls in type(raised).__mro__ if cls.__module__.startswith("openai")]
    return found


def error_value(expression):
    """An expression over ``e``, an error with status 429; AttributeError by name."""
    here = openai.OpenAI(api_key="x", max_retries=0, http_client=_http(_canned(429, BODY)))
    try:
        here.models.list()
    except openai.OpenAIError as e:
        try:
            return eval(expression, {"e": e})
        except AttributeError:
            return "AttributeError"


def error_attributes(status):
    """The attributes of the error that an answer raises."""
    here = openai.OpenAI(api_key="x", max_retries=0, http_client=_http(_canned(status, BODY)))
    try:
        here.models.list()
    except openai.OpenAIError as error:
        return dir(error)


def is_exception(path):
    return issubclass(find(path), BaseException)


_forgotten = []


@contextlib.contextmanager
def _module_with(settings):
    """Assign settings to the module for a time, in which it makes its client anew.

    Afterwards all is as it was, also what the client changed. The clients stay alive: in 1.0.0 one that is
    collected closes the connection of the next.
    """
    before = {name: value for name, value in vars(openai).items() if value is None or type(value) is str}
    before |= {name: vars(openai)[name] for name in settings if name in vars(openai)}
    for name, value in {"api_key": "x", **settings}.items():
        setattr(openai, name, value)
    openai._reset_client()
    try:
        yield
    finally:
        _forgotten.append(openai._client)
        openai._reset_client()
        for name in set(settings) - set(before):
            delattr(openai, name)
        for name, value in before.items():
            setattr(openai, name, value)


def module_call(settings):
    """The request of a call on the module, with settings assigned for its time; its routes through proxies."""
    sent = []

    def handler(request):
        headers = {k: v for k, v in request.headers.items() if not k.startswith("x-stainless")}
        sent.append({"url": str(request.url), "headers": headers})
        return _canned()(request)

    printed = io.StringIO()
    with _module_with(settings):
        routes = len(openai._load_client()._client._mounts)
    with _module_with({**settings, "http_client": _http(handler)}), contextlib.redirect_stderr(printed):
        openai._load_client().models.list()  # as openai.models.list(), whose client 1.0.0 keeps for good
    return {**sent[0], "routes": routes, "log": bool(printed.getvalue())}


def http_client_is_used():
    """Does a client given as ``openai.http_client`` carry the proxy that it was made with?"""
    mine = openai.DefaultHttpxClient(proxy="http://127.0.0.1:9")
    with _module_with({"http_client": mine}):
        return openai._load_client()._client is mine and bool(mine._mounts)


def asynchronous_http_client_is_used():
    """Does ``AsyncOpenAI(http_client=…)`` use the client that it is given?"""
    mine = openai.DefaultAsyncHttpxClient()
    return openai.AsyncOpenAI(api_key="x", http_client=mine)._client is mine


def url_of(call):
    """The URL that listing models asks, on the module or on a client, with ``http://h/v1`` as base URL."""
    if call == "module":
        return module_call({"base_url": "http://h/v1"})["url"]
    _sent.clear()
    _recording_client().with_options(base_url="http://h/v1").models.list()
    return str(_sent[0].url)


def client_class(path):
    """asynchronous?, azure?"""
    base = importlib.import_module("openai._base_client")
    azure = importlib.import_module("openai.lib.azure")
    cls = find(path)
    return [issubclass(cls, base.AsyncAPIClient), issubclass(cls, azure.BaseAzureClient)]


def module_resources():
    """The names of the module that stand for a resource of a client that is made when it is needed."""
    proxies = importlib.import_module("openai._module_client")
    return sorted(
        f"openai.{name}"
        for name, value in list(vars(openai).items())
        if type(value).__module__ == proxies.__name__ and type(value).__name__.endswith("Proxy")
    )


def module_client_is(settings, name):
    """Do calls on the module go through a client of a class?"""
    with _module_with(settings):
        return isinstance(openai._load_client(), getattr(openai, name))


def wrapper_of(path, wrapper):
    """Does a resource have a wrapper that has the method, with the same parameters?"""
    resource, _, name = path.rpartition(".")
    plain = target(path)
    wrapped = getattr(getattr(target(resource), wrapper), name)
    return list(inspect.signature(plain).parameters) == list(inspect.signature(wrapped).parameters)


def copy_of(name, method):
    """Does the method of a client return a client of its class, with what it was given?"""
    here = client(name)
    made = getattr(here, method)(api_key="other", organization="o", base_url="http://other/")
    return (
        type(made) is type(here)
        and (made.api_key, made.organization) == ("other", "o")
        and "other" in str(made.base_url)
    )


def console_scripts():
    """The commands that the installed distribution brings."""
    root = Path(openai.__file__).parent.parent
    files = list(root.glob(f"openai-{openai.__version__}.dist-info/entry_points.txt"))
    return files[0].read_text(encoding="utf-8").split() if files else []


def literals_at(path):
    """The texts of the literals in a type."""
    found = set()
    _literals(find(path), {}, found)
    return sorted(found)


def format_of_a_class():
    """The type of the ``response_format`` that a call with a class sends."""
    import pydantic

    class Answer(pydantic.BaseModel):
        text: str

    _sent.clear()
    with contextlib.suppress(Exception):  # what it is answered is no completion
        _method("client.chat.completions.parse")(model="m", messages=[], response_format=Answer)
    return json.loads(_sent[0].content)["response_format"]["type"]


def resolving(paths):
    """Those of several paths at which there is something."""
    return [path for path in paths if resolves(path)]


def options_of(label):
    """The options of a client class, or of its ``copy``."""
    name, _, method = label.partition(".")
    cls = getattr(openai, name)
    parameters = inspect.signature(getattr(cls, method) if method else cls).parameters
    return [option for option in parameters if option != "self"]


def refused(label, names):
    """Those of several keywords that a client class, or its ``copy``, refuses with a TypeError."""
    name, _, method = label.partition(".")
    found = []
    for keyword in names:
        try:
            (getattr(client(name), method) if method else getattr(openai, name))(**{keyword: None})
        except TypeError as error:
            if "unexpected keyword argument" in str(error):
                found.append(keyword)
        except Exception:  # it is taken, and something else is missing
            continue
    return found
