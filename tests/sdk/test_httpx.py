"""Each row of ``sdk/httpx.py``, run with openai 3 and openai 2, with httpx beside them and without."""

from __future__ import annotations

import atexit
import functools
import re
import zipfile

import pytest
import sdks
from sdks import NEWEST, ROOT

from flake8_openai_v1.sdk.httpx import BROKEN, DEFAULTS, MAKERS, OF_CLIENTS, OF_EXCEPTIONS, SENDING, SINCE, TIMES

pytestmark = pytest.mark.index

BEFORE = "2.54.0"
HTTPX = "httpx==0.28.1"

HEAD = """
import httpx
import openai
from openai import DefaultHttpxClient, OpenAI
given = {"api_key": "k", "max_retries": 0, "base_url": "http://127.0.0.1:9/v1"}
"""
# An argument of the default client -> an object of httpx, and what openai 3 ends in.
OBJECTS = {
    "auth": ("httpx.BasicAuth('a', 'b')", 'TypeError: Invalid "auth" argument'),
    "base_url": ("httpx.URL('http://h')", "TypeError: Invalid type for url."),
    "cookies": ("httpx.Cookies({'a': 'b'})", "AttributeError: 'Cookies' object has no attribute 'add_cookie_header'"),
    "mounts": ("{'http://': httpx.HTTPTransport()}", "AssertionError"),
    "timeout": ("httpx.Timeout(3)", "TypeError: 'Timeout' object cannot be interpreted as an integer"),
    "transport": ("httpx.HTTPTransport()", "AssertionError"),
}
WORKS = {
    "headers": "httpx.Headers({'a': 'b'})",
    "limits": "httpx.Limits(max_connections=3)",
    "params": "httpx.QueryParams({'a': 'b'})",
    "proxy": "httpx.Proxy('http://127.0.0.1:9')",
}
REFUSED = "APIConnectionError"
"""The network is not there, and nothing else is wrong."""


def outcomes(release: str, programs: list[str], *packages: str) -> list[str]:
    """What programs end in with a release, with packages beside it."""
    found = probe(release, packages)
    if not isinstance(found, sdks.installs.Probe):
        sdks.unreachable(found)
    return found.ask("outcomes", programs)


@functools.cache
def probe(release: str, packages: tuple[str, ...]) -> sdks.installs.Probe | sdks.installs.Unreachable:
    """The process that runs each program in a child of its own; one for all tests."""
    try:
        beside = (sdks.installs.package(*packages),) if packages else ()
        started = sdks.installs.Probe(release, ROOT / "tests" / "rules" / "later" / "inside.py", beside=beside)
    except sdks.installs.Unreachable as problem:
        return problem
    atexit.register(started.close)
    return started


def default_client(name: str, value: str) -> str:
    return f"{HEAD}OpenAI(http_client=DefaultHttpxClient({name}={value}), **given).models.list()\n"


def test_what_the_default_client_does_with_objects_of_httpx():
    assert OBJECTS.keys() == BROKEN.keys()
    programs = [default_client(name, value) for name, (value, _) in OBJECTS.items()]
    for (_, error), now, before in zip(
        OBJECTS.values(), outcomes(NEWEST, programs, HTTPX), outcomes(BEFORE, programs), strict=True
    ):
        assert error in now
        assert REFUSED in before
    for name, (_, error) in OBJECTS.items():
        assert error.partition(":")[0] in BROKEN[name]


def test_what_works_where_httpx_is_installed():
    programs = [default_client(name, value) for name, value in WORKS.items()]
    programs += [
        f"{HEAD}OpenAI(timeout=httpx.Timeout(3), **given).models.list()\n",
        f"{HEAD}OpenAI(http_client=httpx.Client(), **given).models.list()\n",
        f"{HEAD}OpenAI(**given).models.list(timeout=httpx.Timeout(3))\n",
        f"{HEAD}given.pop('base_url')\nurl = httpx.URL('http://127.0.0.1:9/v1')\n"
        "OpenAI(base_url=url, http_client=DefaultHttpxClient(), **given).models.list()\n",
    ]
    assert not WORKS.keys() & BROKEN.keys()
    assert all(REFUSED in said for said in outcomes(NEWEST, programs, HTTPX))
    assert all("ModuleNotFoundError: No module named 'httpx'" in said for said in outcomes(NEWEST, programs))
    assert all(REFUSED in said for said in outcomes(BEFORE, programs))


def test_the_address():
    programs = [
        f"{HEAD}given['base_url'] = httpx.URL('http://h/v1')\nOpenAI(**given)\n",
        f"{HEAD}openai.api_key, openai.base_url = 'k', httpx.URL('http://h/v1/')\nopenai.models.list()\n",
    ]
    assert all("TypeError: Invalid type for url." in said for said in outcomes(NEWEST, programs, HTTPX))
    assert not any("TypeError" in said for said in outcomes(BEFORE, programs))


def test_times_of_the_sdk():
    programs = [
        f"{HEAD}httpx.get('http://h', timeout={time})\n" for time in ("openai.Timeout(3)", "openai.DEFAULT_TIMEOUT")
    ]
    assert {"openai.Timeout", "openai.DEFAULT_TIMEOUT"} <= TIMES
    assert all("TypeError: 'Timeout' object" in said for said in outcomes(NEWEST, programs, HTTPX))
    assert all("ConnectError" in said for said in outcomes(BEFORE, programs))


def test_what_is_of_another_class():
    of_clients = {"_client": "Client", "base_url": "URL", "timeout": "Timeout"}
    assert of_clients.keys() == OF_CLIENTS
    programs = [
        f"{HEAD}c = OpenAI(timeout=3, **given)\nc.timeout = openai.Timeout(3)\n"
        f"assert isinstance(c.{name}, httpx.{cls})\n"
        for name, cls in of_clients.items()
    ]
    of_exceptions = {"request": "Request", "__cause__": "ConnectError", "__context__": "ConnectError"}
    programs += [
        f"{HEAD}try: OpenAI(**given).models.list()\n"
        f"except openai.APIConnectionError as e: assert isinstance(e.{name}, httpx.{cls})\n"
        for name, cls in of_exceptions.items()
    ]
    assert of_exceptions.keys() | {"response"} == OF_EXCEPTIONS
    assert outcomes(NEWEST, programs, HTTPX) == ["AssertionError"] * len(programs)
    assert outcomes(BEFORE, programs) == ["ok"] * len(programs)


def test_patches_of_what_sends():
    """A patch that is reached ends the program otherwise than the network does."""
    programs = [
        f"{HEAD}from unittest import mock\n"
        f"with mock.patch({target!r}, side_effect=ZeroDivisionError('reached')): OpenAI(**given).models.list()\n"
        for target in ("httpx.Client.send", "httpx.HTTPTransport.handle_request")
    ]
    assert {"httpx.Client.send", "httpx.HTTPTransport.handle_request"} <= SENDING
    assert all(REFUSED in said and "reached" not in said for said in outcomes(NEWEST, programs, HTTPX))


def test_what_makes_objects_is_there_in_both_libraries():
    checks = "".join(f"{name}\n" for name in MAKERS)
    renamed = "".join(f"httpx2.{name.partition('.')[2]}\n" for name in MAKERS)
    programs = [f"import httpx\n{checks}", f"import httpx2\n{renamed}", f"import openai\n{chr(10).join(DEFAULTS)}\n"]
    assert outcomes(NEWEST, programs, HTTPX) == ["ok", "ok", "ok"]


@pytest.mark.parametrize(("release", "library"), [(BEFORE, "httpx"), (SINCE, "httpx2"), (NEWEST, "httpx2")])
def test_what_a_release_installs(release, library):
    with zipfile.ZipFile(sdks.wheel(f"openai=={release}")) as archive:
        text = archive.read(f"openai-{release}.dist-info/METADATA").decode()
    needed = [line for line in text.splitlines() if line.startswith("Requires-Dist:") and "extra ==" not in line]
    assert {match[1] for line in needed if (match := re.match(r"Requires-Dist: (httpx2?)\b", line))} == {library}
