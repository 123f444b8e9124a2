"""OAI105, OAI106, OAI118: settings of the module and of the environment."""

from __future__ import annotations

import pytest

from examples import check, examples, lint
from flake8_openai_v1.sdk.settings import ENVIRONMENT, KEPT, READERS, SETTINGS

SETTING_CASES = r"""
--- settings that work are no finding
import openai
openai.api_key = "k"
openai.organization = "o"
openai.api_type = "azure"
openai.api_version = "2024-10-21"
openai.base_url = "https://h/v1/"
openai.azure_endpoint = "https://h"
openai.timeout = 3
openai.max_retries = 1
--- settings of other objects are no finding
settings.api_base = "x"
self.api_base = "x"
litellm.api_base = "x"
llm.openai.api_base = "x"
class Config:
    api_base = "x"
    proxy = None
--- names and keywords are no finding
import openai
api_base = "x"
proxy = api_base
f(api_base=api_base, proxy=proxy)
d = {"api_base": api_base}
--- assigned
import openai
openai.api_base = "x"  # OAI105:1
openai.proxy = "x"  # OAI106:1
--- assigned together
import openai
openai.api_key = openai.api_base = "x"  # OAI105:18
openai.api_base, openai.api_key = "x", "k"  # OAI105:1
(openai.debug, x) = True, 1  # OAI106:2
--- assigned through an alias, in a function, in a method, under a condition
import openai as oa
def f(url):
    if url:
        oa.api_base = url  # OAI105:9
class A:
    def f(self):
        oa.proxy = self.proxy  # OAI106:9
--- with an annotation
import openai
openai.api_base: str = "x"  # OAI105:1
--- augmented
import openai
openai.api_base += "/v1"  # OAI105:1
--- read
import openai
print(openai.api_base)  # OAI105:7
x = openai.api_base or "y"  # OAI105:5
if openai.proxy:  # OAI106:4
    pass
--- read and assigned
import openai
before = openai.api_base  # OAI105:10
openai.api_base = "x"  # OAI105:1
try:
    pass
finally:
    openai.api_base = before  # OAI105:5
--- a method of the value
import openai
x = openai.api_base.rstrip("/")  # OAI105:5
--- kept under a name: what it holds is the program's own
import openai
base = openai.api_base  # OAI105:8
print(base.rstrip("/"), base)
class Bot:
    def __init__(self):
        self.base = openai.api_base  # OAI105:21
        self.key = openai.api_key
    def ask(self):
        return self.base.rstrip("/") + self.key.strip()
--- deleted
import openai
del openai.api_base, openai.log  # OAI105:5 OAI106:22
--- for and with targets
import openai
for openai.api_base in urls:  # OAI105:5
    pass
with f() as openai.proxy:  # OAI106:13
    pass
--- passed to a call
import openai
f(openai.api_base, base=openai.api_base)  # OAI105:3 OAI105:25
--- sessions
import openai
openai.requestssession = requests.Session()  # OAI106:1
openai.aiosession.set(session)  # OAI106:1
openai.aiosession.get()  # OAI106:1
--- the rest
import openai
openai.api_key_path = "f"  # OAI106:1
openai.app_info = {}  # OAI106:1
openai.ca_bundle_path = "f"  # OAI106:1
openai.enable_telemetry = False  # OAI106:1
openai.log = "debug"  # OAI106:1
openai.verify_ssl_certs = False  # OAI106:1
--- through self
import openai
class A:
    def __init__(self):
        self.ai = openai
        self.ai.api_base = "x"  # OAI105:9
        self.ai.api_key = "k"
--- asked for, with a default
import openai
x = getattr(openai, "api_base", None)
if hasattr(openai, "proxy"):
    openai.proxy = "x"
--- in a loop of names, at run time
import openai
for name in ("api_base", "api_key"):
    setattr(openai, name, 1)
--- unknown settings of one's own
import openai
openai.my_setting = 1
print(openai.my_setting)
"""

ENVIRONMENT_CASES = r"""
--- what current SDKs read is no finding
import os, openai
os.environ["OPENAI_API_KEY"] = "k"
os.environ["OPENAI_BASE_URL"] = "u"
os.environ["OPENAI_ORG_ID"] = "o"
os.environ["AZURE_OPENAI_ENDPOINT"] = "e"
os.environ["OPENAI_API_VERSION"] = "v"
--- read is no finding
import os, openai
x = os.environ["OPENAI_API_BASE"]
y = os.getenv("OPENAI_API_BASE")
del os.environ["OPENAI_API_BASE"]
os.environ.pop("OPENAI_API_BASE", None)
--- set and read by the program itself is no finding
import os, openai
os.environ["OPENAI_API_BASE"] = "u"
client = openai.OpenAI(base_url=os.environ["OPENAI_API_BASE"])
--- set, and read with getenv
import os, openai
os.environ.setdefault("OPENAI_API_BASE", "u")
client = openai.OpenAI(base_url=os.getenv("OPENAI_API_BASE"))
--- set, and read with get
import os, openai
os.environ["OPENAI_ORGANIZATION"] = "u"
client = openai.OpenAI(organization=os.environ.get("OPENAI_ORGANIZATION"))
--- without the SDK in the file is no finding
import os
os.environ["OPENAI_API_BASE"] = "u"
--- beside a package that reads it is no finding
import os, openai, litellm
os.environ["OPENAI_API_BASE"] = "u"
--- beside langchain
import os, openai
from langchain.chat_models import ChatOpenAI
os.environ["OPENAI_API_BASE"] = "u"
--- another mapping is no finding
import openai
env["OPENAI_API_BASE"] = "u"
config.environ["OPENAI_API_BASE"] = "u"
--- set
import os
import openai
os.environ["OPENAI_API_BASE"] = "u"  # OAI106:1
os.environ["OPENAI_API_KEY_PATH"] = "u"  # OAI106:1
os.environ["OPENAI_ORGANIZATION"] = "u"  # OAI106:1
os.environ["AZURE_OPENAI_API_VERSION"] = "u"  # OAI106:1
--- set in other ways
import os
from openai import OpenAI
os.environ.setdefault("OPENAI_API_BASE", "u")  # OAI106:1
os.putenv("OPENAI_API_BASE", "u")  # OAI106:1
os.environ.update({"OPENAI_API_BASE": "u", "X": "y"})  # OAI106:20
os.environ.update(OPENAI_ORGANIZATION="u")  # OAI106:19
os.environ |= {"OPENAI_API_BASE": "u"}  # OAI106:16
--- set under another name of the mapping
from os import environ
import os as system
import openai
environ["OPENAI_API_BASE"] = "u"  # OAI106:1
system.environ["OPENAI_API_BASE"] = "u"  # OAI106:1
--- set in a function
import os, openai
def configure(url):
    if url:
        os.environ["OPENAI_API_BASE"] = url  # OAI106:9
--- monkeypatch
import openai
def test(monkeypatch):
    monkeypatch.setenv("OPENAI_API_BASE", "u")  # OAI106:5
    monkeypatch.setenv("OPENAI_BASE_URL", "u")
    monkeypatch.delenv("OPENAI_API_BASE")
--- setitem
import os, openai
def test(monkeypatch):
    monkeypatch.setitem(os.environ, "OPENAI_API_BASE", "u")  # OAI106:5
--- read through a helper that is given its name
import os, openai
from vault import Secret
os.environ["AZURE_OPENAI_API_VERSION"] = "2024-06-01"
client = make(version=Secret.from_env_var("AZURE_OPENAI_API_VERSION"))
--- read through a function of the file
import os, openai
def read(name):
    return os.environ[name]
os.environ.setdefault("OPENAI_API_BASE", "u")
client = openai.OpenAI(base_url=read("OPENAI_API_BASE"))
--- read through a name of the name
import os, openai
from decouple import config
BASE = "OPENAI_API_BASE"
os.environ[BASE] = "u"
client = openai.OpenAI(base_url=config(BASE))
--- read by an option of the command
import os, click, openai
os.environ["OPENAI_API_BASE"] = "u"
@click.option("--base", envvar="OPENAI_API_BASE")
def main(base):
    openai.OpenAI(base_url=base)
--- read by a method of an object
import os, openai
from environs import Env
env = Env()
os.environ["OPENAI_ORGANIZATION"] = "u"
client = openai.OpenAI(organization=env.str("OPENAI_ORGANIZATION"))
--- read into a field of settings
import os, openai
from pydantic import Field
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    openai_api_base: str
    organization: str = Field(validation_alias="OPENAI_ORGANIZATION")
os.environ["OPENAI_API_BASE"] = "u"
os.environ["OPENAI_ORGANIZATION"] = "u"
--- near: what is put into it comes by the same name
import os, openai
import streamlit as st
from vault import secret
os.environ["OPENAI_API_BASE"] = secret("OPENAI_API_BASE")  # OAI106:1
os.environ["OPENAI_ORGANIZATION"] = st.secrets["OPENAI_ORGANIZATION"]  # OAI106:1
os.environ.setdefault("OPENAI_API_KEY_PATH", settings.get("OPENAI_API_KEY_PATH"))  # OAI106:1
--- near: a key of another mapping, and another class
import os, openai
class Config:
    OPENAI_API_BASE: str = "u"
os.environ["OPENAI_API_BASE"] = Config.OPENAI_API_BASE  # OAI106:1
print(config.get("OPENAI_API_BASE"))
del settings["OPENAI_API_BASE"]
--- set by a test for what it tests
import openai
import pytest
from vault import Secret, Talker
def test_version(monkeypatch):
    monkeypatch.setenv("AZURE_OPENAI_API_VERSION", "2024-06-01")
    monkeypatch.setenv("OPENAI_API_BASE", "http://localhost/v1")
    assert isinstance(Talker().client, openai.AzureOpenAI)
--- near: a test that makes the client, or the call, itself
import pytest
import openai
def test_base(monkeypatch):
    monkeypatch.setenv("OPENAI_API_BASE", "http://localhost/v1")  # OAI106:5
    assert openai.OpenAI().base_url == "http://localhost/v1"
--- in a branch for the old SDK
import os, openai
if openai.__version__ < "1":
    os.environ["OPENAI_API_BASE"] = "u"
"""

VARIABLE_CASES = r"""
--- set, and read to make a client
import os, openai
openai.api_type = "azure"
openai.api_base = os.environ["HOST"]
def client():
    return openai.AsyncAzureOpenAI(azure_endpoint=openai.api_base, api_version="2024-06-01")
--- in a method, each time
import openai
from openai import AsyncAzureOpenAI
class Approach:
    def __init__(self, endpoint, provider):
        openai.api_base = endpoint
        openai.api_type = "azure_ad"
        openai.azure_ad_token_provider = provider
        openai.api_version = "2024-02-01"
        self.client = AsyncAzureOpenAI(
            azure_endpoint=openai.api_base,
            azure_ad_token_provider=provider,
            api_version=openai.api_version,
        )
--- as a part of an address
import openai
openai.api_base = "http://localhost:8000"
client = openai.OpenAI(base_url=f"{openai.api_base}/v1", api_key="none")
--- through a name
import openai
openai.api_base = "http://localhost:8000/v1"
base = openai.api_base
client = openai.OpenAI(base_url=base)
--- through a dict of arguments
import openai
openai.api_base = "http://localhost:8000/v1"
options = {"base_url": openai.api_base}
client = openai.OpenAI(**options)
--- through a function of the program
import openai
openai.api_base = "http://localhost:8000/v1"
def make(url):
    return openai.OpenAI(base_url=url)
client = make(openai.api_base.rstrip("/"))
--- a proxy
import httpx, openai
openai.proxy = "http://proxy.example:8080"
client = openai.OpenAI(http_client=httpx.Client(proxy=openai.proxy))  # OAI203:36
--- deleted afterwards
import openai
openai.api_base = "http://localhost:8000/v1"
client = openai.OpenAI(base_url=openai.api_base)
del openai.api_base
--- the slash of today's setting, which a client adds
import os, openai
openai.base_url = "https://mine.example/v1"
def openai_client():
    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)
--- a kind beside a client for Azure
import openai
openai.api_type = "azure_ad"
client = openai.AzureOpenAI(azure_endpoint=e, azure_ad_token_provider=p, api_version="2024-10-21")
--- the kind in the environment beside a client for Azure
import os, openai
os.environ["OPENAI_API_TYPE"] = "azure_ad"
client = openai.AzureOpenAI(azure_endpoint=e, azure_ad_token_provider=p, api_version="2024-10-21")
--- near: set elsewhere
import openai
openai.api_type = "azure"
openai.api_version = "2024-02-01"
client = openai.AsyncAzureOpenAI(azure_endpoint=openai.api_base, api_version=openai.api_version)  # OAI105:49
--- near: another one is read
import openai
openai.api_key = "k"
openai.api_base = "https://gateway.example/v1"  # OAI105:1
client = openai.OpenAI(api_key=openai.api_key)
--- near: no client is made of it
import openai
openai.api_base = "https://gateway.example/v1"  # OAI105:1
print(openai.api_base)  # OAI105:7
client = openai.OpenAI()
--- near: no client is made
import openai
openai.api_type = "azure"  # OAI306:1
openai.api_base = "https://mine.openai.azure.com"  # OAI105:1
print(openai.api_base)  # OAI105:7
--- near: the endpoint is set, and a call of 0.x is left
import openai
openai.api_type = "azure"
openai.azure_endpoint = host
openai.Deployment.list()  # OAI102:1
--- near: a client, and a call of 0.x
import openai
openai.api_type = "azure"  # OAI306:1
openai.api_base = host  # OAI105:1
client = openai.AzureOpenAI(azure_endpoint=openai.api_base, api_version="2024-06-01")  # OAI105:44
openai.Embedding.create(engine="e", input="x")  # OAI102:1 OAI110:25
--- near: a client of the address that the module has today, and a call of 0.x
import openai
openai.api_type = "azure"
openai.base_url = "https://h.example"
client = openai.AzureOpenAI(azure_endpoint=openai.base_url, api_version="2024-06-01")
openai.Embedding.create(engine="e", input="x")  # OAI102:1 OAI110:25
--- near: a client, and a call of today on the module
import openai
openai.api_type = "azure_ad"  # OAI306:1
openai.api_base = host  # OAI105:1
client = openai.AzureOpenAI(azure_endpoint=openai.api_base, api_version="2024-06-01")  # OAI105:44
openai.embeddings.create(model="e", input="x")
--- near: a client, and a call of today on the module without a slash
import openai
openai.base_url = "https://h/v1"  # OAI118:1
client = openai.OpenAI(base_url=openai.base_url)
openai.embeddings.create(model="e", input="x")
--- near: a client, and a resource of 0.x that is imported
import openai
from openai import ChatCompletion  # OAI101:20
openai.api_base = host  # OAI105:1
client = openai.OpenAI(base_url=openai.api_base)  # OAI105:33
--- near: a client, and the module is handed on
import openai
openai.api_base = host  # OAI105:1
client = openai.OpenAI(base_url=openai.api_base)  # OAI105:33
run(openai)
--- near: a client for OpenAI beside a kind of Azure
import openai
openai.api_type = "azure_ad"  # OAI306:1
client = openai.OpenAI(api_key=openai.api_key)
"""

SLASH = r"""
--- with a slash is no finding
import openai
openai.base_url = "https://h/v1/"
--- a client adds it by itself
import openai
client = openai.OpenAI(base_url="https://h/v1")
client.base_url = "https://h/v1"
--- what the file does not show is no finding
import openai, os
openai.base_url = os.environ["X"]
openai.base_url = url
openai.base_url = f"{host}/v1/"
openai.base_url = None
openai.base_url = ""
openai.base_url = "..."
openai.base_url = f"{host}"
--- without
import openai
openai.base_url = "https://h/v1"  # OAI118:1
--- at the end of a text put together
import openai
openai.base_url = f"https://{host}/v1"  # OAI118:1
--- through setattr
import openai
setattr(openai, "base_url", "https://h/v1")  # OAI118:1
--- a constant of the file
import openai
URL = "https://h/v1"
openai.base_url = URL  # OAI118:1
--- a constant of the file with a slash
import openai
URL = "https://h/v1/"
openai.base_url = URL
--- through an alias
import openai as oa
oa.base_url = "https://h/v1"  # OAI118:1
--- two on a line
import openai
openai.base_url = openai.azure_endpoint = "https://h/v1"  # OAI118:1
--- either
import openai
openai.base_url = "https://a/v1/" if local else "https://b/v1"
--- or
import os, openai
openai.base_url = os.getenv("X") or "https://b/v1"
openai.base_url = os.getenv("X", "https://b/v1")
"""


@examples(SETTING_CASES)
def test_settings(source):
    check(source)


@examples(ENVIRONMENT_CASES)
def test_environment(source):
    check(source)


@examples(VARIABLE_CASES)
def test_settings_that_are_variables_of_the_program(source):
    check(source)


OWN_ADDRESSES = """\
import openai
openai.api_base = "https://mine.openai.azure.com"
a = openai.AzureOpenAI(azure_endpoint="https://mine.openai.azure.com", api_version="2024-10-21")
b = openai.OpenAI(base_url="http://localhost:8000/v1")
"""


def test_an_address_that_no_request_would_go_to():
    (found,) = lint(OWN_ADDRESSES)
    said = "openai.api_base is ignored since openai 1.0; remove it, the clients have addresses of their own"
    assert (found.code, found.message) == ("OAI105", said)
    for more in ("c = openai.OpenAI()\n", "openai.models.list()\n"):
        assert "remove it" not in lint(OWN_ADDRESSES + more)[0].message


@examples(SLASH)
def test_base_url(source):
    check(source)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting(setting):
    """Found in each position, and never by a name alone."""
    code = "OAI105" if setting.renamed else "OAI106"
    place = f"openai.{setting.name}"
    reflected = f"setattr(openai, '{setting.name}', x)"
    for line in (f"{place} = x", f"x = {place}", f"del {place}", f"{place} += x", reflected):
        assert [d.code for d in lint(f"import openai\n{line}\n")] == [code], line
    assert lint(f"import openai\n{setting.name} = 1\nx.{setting.name} = 1\nx.openai.{setting.name} = 1\n") == []


@pytest.mark.parametrize("name", sorted(KEPT))
def test_kept_settings(name):
    assert lint(f"import openai\nopenai.{name} = x\nprint(openai.{name})\n") == []


@pytest.mark.parametrize("variable", ENVIRONMENT, ids=lambda variable: variable.name)
def test_every_variable(variable):
    (diagnostic,) = lint(f"import os, openai\nos.environ['{variable.name}'] = 'x'\n")
    assert diagnostic.code == "OAI106"
    assert variable.name in diagnostic.message
    assert diagnostic.replacement == variable.use


@pytest.mark.parametrize("package", sorted(READERS))
def test_packages_that_read_the_variables(package):
    assert lint(f"import os, openai\nimport {package}.x\nos.environ['OPENAI_API_BASE'] = 'x'\n") == []
