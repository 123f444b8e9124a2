"""Runs a program beside an installed openai: what it sends, and how it ends.

Runs in the process of a release, as ``tests/sdk/inside.py`` does. A program runs in a child of that process: what it
changes in the SDK or in the environment is gone with it. The SDK is as it is; only what would leave the machine is
caught where httpx hands it to the network, and goes to the service of ``server.py`` instead. ``azure.identity`` is
ours, as the real one needs many packages: its function gives a provider as that of the real one does, its credential
a token.
"""

import contextlib
import functools
import gc
import importlib
import io
import json
import os
import sys
import time
import types

import openai

AUTH = ("api-key", "authorization", "openai-organization", "openai-project")
LOADED = (
    *("asyncio", "httpcore", "httpcore2", "h11", "anyio._backends._asyncio", "anyio.streams.tls", "truststore"),
    *("openai.resources", "openai.resources.chat.completions.completions", "openai.resources.chat.chat"),
    *("openai.resources.embeddings", "openai.resources.images", "openai.resources.audio", "openai.pagination"),
)
ANSWERED = (".openai.azure.com", ".cognitiveservices.azure.com", "api.openai.com", "gateway.corp.example")


def run_program(source, environment, service):
    """``{"sent": [[status, method, URL, headers], …], "error": names of its classes or None, "message": …}``.

    ``service`` is the port of the local service, which stands for all hosts of ``ANSWERED``. There are no others.
    """
    _load()
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        try:
            answer = _run(source, environment, service)
            os.write(writer, json.dumps(answer).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer)


@functools.cache
def _load():
    """Load once what many programs do, or the SDK when a client is asked for a resource."""
    for name in LOADED:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    gc.freeze()  # what is there is not looked through again in each child


def _run(source, environment, service):
    sent = []
    _catch(sent, service)
    time.sleep = lambda seconds: None  # between tries
    os.environ.update(environment)
    _identify()
    del sys.modules["openai"]
    sys.meta_path.insert(0, _Again)
    error, message = None, ""
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            exec(compile(source, "program.py", "exec"), {"__name__": "__main__"})
        except Exception as raised:
            error = [cls.__name__ for cls in type(raised).__mro__ if cls not in (Exception, BaseException, object)]
            message = str(raised)
    return {"sent": sent, "error": error, "message": message}


def _identify():
    """Put modules ``azure.identity`` and ``azure.identity.aio`` where a program imports them."""

    class Credential:
        def get_token(self, *scopes):
            return types.SimpleNamespace(token="token-for-tests", expires_on=0)

    class AsyncCredential:
        async def get_token(self, *scopes):
            return Credential().get_token()

    def provider(credential, *scopes):
        return lambda: credential.get_token(*scopes).token

    def async_provider(credential, *scopes):
        async def provide():
            return (await credential.get_token(*scopes)).token

        return provide

    for name, credential, give in (
        ("azure", None, None),
        ("azure.identity", Credential, provider),
        ("azure.identity.aio", AsyncCredential, async_provider),
    ):
        sys.modules[name] = made = types.ModuleType(name)
        made.DefaultAzureCredential, made.get_bearer_token_provider = credential, give


class _Again:
    """Lets the import of a program run the package once more: there it reads the environment."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "openai":
            return None
        openai.__spec__.loader.create_module = lambda spec: openai
        return openai.__spec__


def _catch(sent, service):
    """Let the transports of httpx, or of its successor, tell what they are given, and ask the service."""
    httpx = importlib.import_module("httpx2" if int(openai.__version__.split(".")[0]) >= 3 else "httpx")
    handle, handle_async = httpx.HTTPTransport.handle_request, httpx.AsyncHTTPTransport.handle_async_request

    def told(request):
        headers = {name: value for name, value in request.headers.items() if name in AUTH}
        sent.append([0, request.method, str(request.url), headers])
        if request.url.host.endswith(ANSWERED):
            request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=service)
        elif request.url.host:  # without one it gets no further than this
            raise httpx.ConnectError("Name or service not known", request=request)
        return sent[-1]

    def handle_request(self, request):
        row = told(request)
        response = handle(self, request)
        row[0] = response.status_code
        return response

    async def handle_async_request(self, request):
        row = told(request)
        response = await handle_async(self, request)
        row[0] = response.status_code
        return response

    httpx.HTTPTransport.handle_request = handle_request
    httpx.AsyncHTTPTransport.handle_async_request = handle_async_request
