"""OAI301 to OAI312 and OAI902: how code for Azure is written, and what is found in it."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from examples import check, examples, lint

CLIENTS = """
--- without a version
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_key=k)  # OAI301:10
--- async, by the module
import openai
client = openai.AsyncAzureOpenAI(azure_endpoint=e, api_key=k)  # OAI301:10
--- by the module of the class
from openai.lib.azure import AzureOpenAI as Azure
client = Azure(azure_endpoint=e)  # OAI301:10
--- None
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=None)  # OAI301:10
--- a constant that is None
from openai import AzureOpenAI
VERSION = None
client = AzureOpenAI(azure_endpoint=e, api_version=VERSION)  # OAI301:10
--- near: a variable that the program reads itself
import os
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=os.getenv("AZURE_OPENAI_API_VERSION"))
other = AzureOpenAI(azure_endpoint=e, api_version=os.environ.get("MY_VERSION"))
--- near: bare, which leaves all to the environment
import os
from openai import AsyncAzureOpenAI, AzureOpenAI
client = AzureOpenAI()
if "AZURE_OPENAI_ENDPOINT" in os.environ:
    other = AsyncAzureOpenAI(api_key=key)
--- near: a variable that the program reads itself, by name
import os
from openai import AzureOpenAI
version = os.getenv("AZURE_OPENAI_API_VERSION")
client = AzureOpenAI(azure_endpoint=e, api_version=version)
--- near: the same as an attribute
import os
from openai import AzureOpenAI
class Config:
    api_version_of_azure = os.environ.get("MY_VERSION")
client = AzureOpenAI(azure_endpoint=e, api_version=Config.api_version_of_azure)
--- near: the variable is required elsewhere
import os, sys
from openai import AzureOpenAI
for name in ("AZURE_OPENAI_API_KEY", "OPENAI_API_VERSION"):
    if name not in os.environ:
        sys.exit(f"missing {name}")
AzureOpenAI(azure_endpoint=e)
--- near: the variable that is read is required elsewhere
import os
from openai import AzureOpenAI
missing = [name for name in ("MY_VERSION", "MY_KEY") if not os.getenv(name)]
if missing:
    raise SystemExit(missing)
AzureOpenAI(azure_endpoint=e, api_version=os.getenv("MY_VERSION"))
--- near: what a caller leaves out comes from the environment
from openai import AzureOpenAI
class Model:
    def __init__(self, api_key: str | None = None, base_url: str | None = None):
        self.client = AzureOpenAI(api_key=api_key, base_url=base_url)
def make(endpoint=None):
    return AzureOpenAI(azure_endpoint=endpoint)
--- a parameter that every caller gives
from openai import AzureOpenAI
def make(endpoint, key=None):
    return AzureOpenAI(azure_endpoint=endpoint, api_key=key)  # OAI301:12
--- near: a test that wants the error
import pytest
from openai import AzureOpenAI
def test_it():
    with pytest.raises(ValueError):
        AzureOpenAI(azure_endpoint=e, api_key=k)
class Test:
    def test_it(self):
        with self.assertRaises(ValueError):
            AzureOpenAI(azure_endpoint=e, base_url="https://r.openai.azure.com/openai", api_key=k)
--- near: a variable with a default, one that is required, one that the SDK reads
import os
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint=e, api_version=os.getenv("AZURE_OPENAI_API_VERSION", "2024-10-21"))
AzureOpenAI(azure_endpoint=e, api_version=os.getenv("AZURE_OPENAI_API_VERSION") or "2024-10-21")
AzureOpenAI(azure_endpoint=e, api_version=os.environ["AZURE_OPENAI_API_VERSION"])
AzureOpenAI(azure_endpoint=e, api_version=os.getenv("OPENAI_API_VERSION"))
--- near: a value that may have been tested
import os
from openai import AzureOpenAI
version = os.getenv("AZURE_OPENAI_API_VERSION")
if not version:
    raise SystemExit("set AZURE_OPENAI_API_VERSION")
AzureOpenAI(azure_endpoint=e, api_version=version)
--- near: the file sets the variable
import os
from openai import AzureOpenAI
os.environ["OPENAI_API_VERSION"] = "2024-10-21"
AzureOpenAI(azure_endpoint=e)
--- near: the file sets the variable that it reads
import os
from openai import AzureOpenAI
os.environ["MY_VERSION"] = "2024-10-21"
AzureOpenAI(azure_endpoint=e, api_version=os.getenv("MY_VERSION"))
--- near: a file of variables is loaded
import dotenv
from openai import AzureOpenAI
dotenv.load_dotenv()
AzureOpenAI(azure_endpoint=e)
AzureOpenAI(api_key=k)
--- near: the file requires the variable
import os
from openai import AzureOpenAI
if not os.getenv("OPENAI_API_VERSION"):
    raise SystemExit("OPENAI_API_VERSION is not set")
AzureOpenAI(azure_endpoint=e)
--- near: keywords from elsewhere, an ellipsis, a subclass, another class
from langchain.llms import AzureOpenAI as Other
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint=e, **options)
AzureOpenAI(...)
class Mine(AzureOpenAI):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
Other(azure_endpoint=e)
class AzureOpenAI:
    pass
AzureOpenAI()
--- the module
import openai
openai.api_type = "azure"  # OAI301:1
openai.azure_endpoint = e
openai.chat.completions.create(model="d", messages=[])
--- near: the module with a version
import openai
openai.api_type = "azure"
openai.azure_endpoint = e
openai.api_version = "2024-10-21"
--- near: the rest of the settings is elsewhere
import openai
openai.api_type = "azure"
--- without an endpoint
from openai import AzureOpenAI
AzureOpenAI(api_key=k, api_version=v)  # OAI303:1
AzureOpenAI(azure_ad_token_provider=p, api_version=v, azure_endpoint=None)  # OAI303:1
--- near: an endpoint that the environment has
import os
from openai import AzureOpenAI
AzureOpenAI(api_version=v)
os.environ["AZURE_OPENAI_ENDPOINT"] = e
AzureOpenAI(api_key=k, api_version=v)
--- near: an address of another kind
from openai import AzureOpenAI
AzureOpenAI(api_key=k, api_version=v, base_url=u)
AzureOpenAI(api_key=k, api_version=v, **options)
--- two addresses
from openai import AzureOpenAI
AzureOpenAI(base_url="https://r.openai.azure.com/openai", azure_endpoint="https://r.openai.azure.com", api_version=v)  # OAI304:59
AzureOpenAI(base_url="https://r.openai.azure.com/openai", azure_deployment="d", api_version=v)  # OAI304:59
--- near: one of the addresses may be None
from openai import AzureOpenAI
def make(base_url=None, endpoint=None):
    return AzureOpenAI(base_url=base_url, azure_endpoint=endpoint, api_version=v)
--- two credentials
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import AzureOpenAI
provider = get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default")
AzureOpenAI(azure_endpoint=e, api_version=v, api_key="k", azure_ad_token_provider=provider)  # OAI304:46
AzureOpenAI(azure_endpoint=e, api_version=v, api_key="k", azure_ad_token="t")  # OAI304:46
--- near: two credentials of which one is None in each case
import os
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import AzureOpenAI
provider = get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default")
key = os.getenv("KEY", "") if len(os.getenv("KEY", "")) > 0 else None
AzureOpenAI(azure_endpoint=e, api_version=v, api_key=key, azure_ad_token_provider=provider if not key else None)
def make(entra):
    key = token = None
    if entra:
        token = get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default")
    else:
        key = os.environ["KEY"]
    return AzureOpenAI(azure_endpoint=e, api_version=v, api_key=key, azure_ad_token_provider=token)
def provide():
    return "token"
def make_again(key, entra):
    return AzureOpenAI(
        azure_endpoint=e, api_version=v, api_key="k" if not entra else None, azure_ad_token_provider=provide if entra else None
    )
class Bot:
    def __init__(self, entra):
        self.provider = None
        if entra:
            self.provider = get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default")
        key = None if entra else os.environ["KEY"]
        self.client = AzureOpenAI(azure_endpoint=e, api_version=v, api_key=key, azure_ad_token_provider=self.provider)
--- near: two credentials of which one may be None
import os
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint=e, api_version=v, api_key=os.getenv("KEY"), azure_ad_token_provider=provider)
AzureOpenAI(azure_endpoint=e, api_version=v, api_key="k", azure_ad_token=None)
--- what OpenAI does not take
from openai import AsyncOpenAI, OpenAI
OpenAI(api_version="2024-10-21")  # OAI304:8
OpenAI(azure_endpoint=e, azure_deployment="d")  # OAI304:8 OAI304:26
AsyncOpenAI(azure_ad_token_provider=p)  # OAI304:13
--- what AzureOpenAI does not take
from openai import AzureOpenAI
AzureOpenAI(endpoint=e, credential=c, api_version=v)  # OAI304:13 OAI304:25
AzureOpenAI("https://r.openai.azure.com", api_version=v)  # OAI304:13
--- the wrong kind of provider
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from azure.identity.aio import get_bearer_token_provider as aget
from openai import AsyncAzureOpenAI, AsyncOpenAI, AzureOpenAI, OpenAI
u = "https://r.openai.azure.com/openai/v1/"
sync, later = get_bearer_token_provider(c, s), aget(c, s)
OpenAI(base_url=u, api_key=sync)
OpenAI(base_url=u, api_key=later)  # OAI304:20
AsyncOpenAI(base_url=u, api_key=sync)  # OAI304:25
AsyncOpenAI(base_url=u, api_key=later)
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token_provider=later)  # OAI304:46
AsyncAzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token_provider=sync)
async def token(): ...
OpenAI(base_url=u, api_key=token)  # OAI304:20
--- near: a client per branch, and of a class attribute
from openai import AzureOpenAI, OpenAI
class App:
    version = "2024-10-21"
    def client(self, azure):
        if azure:
            return AzureOpenAI(azure_endpoint=e, api_version=self.version)
        return OpenAI()
"""

ENDPOINTS = """
--- a path in azure_endpoint
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint="https://r.openai.azure.com/openai", api_version=v)  # OAI305:28
AzureOpenAI(azure_endpoint="https://r.openai.azure.com/openai/", api_version=v)  # OAI305:28
AzureOpenAI(azure_endpoint="https://r.openai.azure.com/openai#part", api_version=v)  # OAI305:28
AzureOpenAI(azure_endpoint="https://r.openai.azure.com/openai/v1/", api_version=v)  # OAI305:28
AzureOpenAI(azure_endpoint="https://r.openai.azure.com/openai/deployments/d", api_version=v)  # OAI305:28
AzureOpenAI(azure_endpoint="https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=1", api_version=v)  # OAI305:28
--- no scheme, and the wrong host
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint="r.openai.azure.com", api_version=v)  # OAI305:28
AzureOpenAI(azure_endpoint="https://r.azure.openai.com/", api_version=v)  # OAI305:28
AzureOpenAI(base_url="https://r.azure.openai.com/openai", api_version=v)  # OAI305:22
--- put together
import os
from openai import AzureOpenAI
HOST = "https://r.openai.azure.com"
name = input()
AzureOpenAI(azure_endpoint=f"https://{name}.openai.azure.com/openai", api_version=v)  # OAI305:13
AzureOpenAI(azure_endpoint=HOST + "/openai/v1", api_version=v)  # OAI305:13
AzureOpenAI(azure_endpoint="%s/openai/deployments/%s" % (os.environ["E"], name), api_version=v)  # OAI305:13
AzureOpenAI(azure_endpoint="{}/openai/v1".format(os.getenv("E")), api_version=v)  # OAI305:13
AzureOpenAI(azure_endpoint=f"{HOST}/openai", api_version=v)  # OAI305:13
--- defaults of the environment, and values of a dict
import os
from openai import AzureOpenAI
CONFIG = {
    "endpoint": "https://r.openai.azure.com/openai",
    "other": "https://r.openai.azure.com",
}
AzureOpenAI(azure_endpoint=os.getenv("E", "https://r.openai.azure.com/openai"), api_version=v)  # OAI305:13
AzureOpenAI(azure_endpoint=os.getenv("E") or "https://r.openai.azure.com/openai", api_version=v)  # OAI305:13
AzureOpenAI(azure_endpoint=CONFIG["endpoint"], api_version=v)  # OAI305:13
AzureOpenAI(azure_endpoint=CONFIG.get("endpoint"), api_version=v)  # OAI305:13
AzureOpenAI(azure_endpoint=CONFIG["other"], api_version=v)
--- a default of a parameter
from openai import AzureOpenAI
def make(endpoint="https://r.openai.azure.com/openai/"):
    return AzureOpenAI(azure_endpoint=endpoint, api_version=v)  # OAI305:24
--- the module
import openai
openai.azure_endpoint = "https://r.openai.azure.com/openai/v1"  # OAI305:1
--- the module on a host of Azure, and the environment
import os
import openai
openai.base_url = "https://r.openai.azure.com/"  # OAI310:1
os.environ["AZURE_OPENAI_ENDPOINT"] = "https://r.openai.azure.com/openai/v1/"  # OAI305:1
--- the route of another SDK, and a deployment without a name
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint="https://r.services.ai.azure.com/models", api_version=v)  # OAI305:28
AzureOpenAI(azure_endpoint="https://r.openai.azure.com/openai/deployments/", api_version=v)  # OAI305:28
--- base_url
from openai import AzureOpenAI
AzureOpenAI(base_url="https://r.openai.azure.com", api_version=v)  # OAI305:22
AzureOpenAI(base_url="https://r.openai.azure.com/openai/deployments/d/chat/completions", api_version=v)  # OAI305:22
AzureOpenAI(base_url="r.openai.azure.com/openai", api_version=v)  # OAI305:22
--- near: right ones
from openai import AzureOpenAI
import openai
AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version=v)
AzureOpenAI(azure_endpoint="https://r.openai.azure.com/", api_version=v)
AzureOpenAI(azure_endpoint="https://r.cognitiveservices.azure.com/", api_version=v)
AzureOpenAI(azure_endpoint=f"https://{name}.openai.azure.us/", api_version=v)
AzureOpenAI(base_url="https://r.openai.azure.com/openai", api_version=v)
AzureOpenAI(base_url="https://r.openai.azure.com/openai/deployments/d", api_version=v)
AzureOpenAI(azure_endpoint="https://gateway.example.com/openai", api_version=v)
AzureOpenAI(azure_endpoint="https://x.azure-api.net/team", api_version=v)
AzureOpenAI(azure_endpoint="http://localhost:8080", api_version=v)
openai.azure_endpoint = "https://r.openai.azure.com/"
--- near: to be filled in
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint="", api_version=v)
AzureOpenAI(azure_endpoint="<your endpoint>", api_version=v)
AzureOpenAI(azure_endpoint="YOUR_AZURE_OPENAI_ENDPOINT", api_version=v)
AzureOpenAI(azure_endpoint="https://<your-resource>.openai.azure.com/", api_version=v)
--- OpenAI on a host of Azure
from openai import AsyncOpenAI, OpenAI
OpenAI(base_url="https://r.openai.azure.com")  # OAI310:17
OpenAI(base_url="https://r.openai.azure.com/openai")  # OAI310:17
OpenAI(base_url="https://r.openai.azure.com/openai/deployments/d", api_key=k)  # OAI310:17
OpenAI(base_url="https://r.openai.azure.com/openai/v1/?api-version=preview", api_key=k)  # OAI310:17
OpenAI(base_url="https://r.openai.azure.com/openai/v1/chat/completions", api_key=k)  # OAI310:17
AsyncOpenAI(base_url=f"https://{name}.cognitiveservices.azure.com/")  # OAI310:13
OpenAI(base_url="https://r.azure.openai.com/openai/v1/", api_key=k)  # OAI310:17
OpenAI(base_url="r.openai.azure.com/openai/v1/", api_key=k)  # OAI310:17
--- AzureOpenAI on the v1 endpoint
from openai import AzureOpenAI
client = AzureOpenAI(base_url="https://r.openai.azure.com/openai/v1/", api_version="preview")  # OAI310:31
client.chat.completions.create(model="d", messages=[])
--- AzureOpenAI on the v1 endpoint, with a dated version and with none
from openai import AzureOpenAI
client = AzureOpenAI(base_url="https://r.openai.azure.com/openai/v1/", api_version="2024-10-21")  # OAI310:31
client.responses.create(model="d", input="x")
AzureOpenAI(base_url="https://r.openai.azure.com/openai/v1/", azure_ad_token_provider=p)  # OAI310:22
--- near: the v1 endpoint
from openai import AsyncOpenAI, AzureOpenAI, OpenAI
OpenAI(base_url="https://r.openai.azure.com/openai/v1/", api_key=k)
OpenAI(base_url="https://r.openai.azure.com/openai/v1", api_key=k)
AsyncOpenAI(base_url=f"https://{name}.services.ai.azure.com/openai/v1/")
OpenAI(base_url=f"{endpoint}/openai/v1/")
OpenAI(base_url="https://r.services.ai.azure.com/api/projects/p/openai")
client = AzureOpenAI(base_url="https://r.openai.azure.com/openai/v1/", api_version="preview")
client.responses.create(model="d", input="x")
--- near: other hosts, and a deployment with what it needs
from openai import OpenAI
OpenAI()
OpenAI(base_url="https://gateway.example.com")
OpenAI(base_url="https://models.inference.ai.azure.com", api_key=k)
OpenAI(base_url="https://x.azure-api.net/openai", api_key=k)
OpenAI(base_url="https://r.openai.azure.com/openai/deployments/d", default_query={"api-version": "2024-10-21"})
"""

DEPLOYMENTS = """
--- names of models
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v)
client.chat.completions.create(model="gpt-3.5-turbo-16k", messages=[])  # OAI302:38
client.chat.completions.create(messages=[], model="gpt-3.5-turbo")  # OAI302:51
client.completions.create(model="gpt-3.5-turbo-instruct", prompt="x")  # OAI302:33
client.responses.create(model="gpt-4o-2024-08-06", input="x")  # OAI302:31
client.audio.transcriptions.create(model="whisper-1", file=f)  # OAI302:42
client.beta.chat.completions.parse(model="gpt-4-0613", messages=[])  # OAI302:42
--- near: names that Azure gives as well
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v)
client.chat.completions.create(model="gpt-4o", messages=[])
client.embeddings.create(model="text-embedding-ada-002", input="x")
client.beta.chat.completions.parse(model="gpt-35-turbo", messages=[])
client.audio.transcriptions.create(model="whisper", file=f)
client.images.generate(model="dall-e-3", prompt="x")
--- by name
from openai import AzureOpenAI
MODEL = "gpt-4-0613"
client = AzureOpenAI(azure_endpoint=e, api_version=v)
def ask(text, model="gpt-4o-mini-2024-07-18"):
    return client.chat.completions.create(model=model, messages=[])  # OAI302:43
class Bot:
    model = "gpt-3.5-turbo"
    def ask(self):
        return client.chat.completions.create(model=self.model, messages=[])  # OAI302:47
client.chat.completions.create(model=MODEL, messages=[])  # OAI302:32
--- a client that is made when it is wanted
from openai import AzureOpenAI
client: AzureOpenAI | None = None
def ask():
    global client
    if client is None:
        client = AzureOpenAI(azure_endpoint="https://r.openai.azure.com/openai/v1", api_version=v)  # OAI305:45
    return client.chat.completions.create(model="my-model", messages=[])
class Bot:
    def __init__(self):
        self.client = None
    def ask(self):
        if not self.client:
            self.client = AzureOpenAI(azure_endpoint=e)  # OAI301:27
        return self.client.chat.completions.create(model="gpt-4-0314", messages=[])  # OAI302:58
--- near: in azure_deployment, where nothing but a deployment stands
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v, azure_deployment="gpt-3.5-turbo")
client.chat.completions.create(model="gpt-4-0613", messages=[])
--- behind a client with a deployment, a call that does not ask it
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v, azure_deployment="gpt-3.5-turbo")
client.responses.create(model="gpt-4-0613", input="x")  # OAI302:31
--- async, and with options
from openai import AsyncAzureOpenAI
client = AsyncAzureOpenAI(azure_endpoint=e, api_version=v)
async def main():
    await client.with_options(timeout=3).chat.completions.create(model="gpt-4-0613", messages=[])  # OAI302:72
--- the v1 endpoint
from openai import OpenAI
client = OpenAI(base_url="https://r.openai.azure.com/openai/v1/", api_key=k)
client.chat.completions.create(model="gpt-3.5-turbo", messages=[])  # OAI302:38
--- the module
import openai
openai.api_type = "azure"
openai.azure_endpoint = e
openai.api_version = "2024-10-21"
openai.chat.completions.create(model="gpt-3.5-turbo", messages=[])  # OAI302:38
--- near: OpenAI, and clients that are not known
import openai
from openai import AzureOpenAI, OpenAI
OpenAI().chat.completions.create(model="gpt-3.5-turbo", messages=[])  # OAI502:40
OpenAI(base_url="http://localhost/v1").chat.completions.create(model="gpt-3.5-turbo", messages=[])
openai.chat.completions.create(model="gpt-3.5-turbo", messages=[])  # OAI502:38
def ask(client: AzureOpenAI):
    client.chat.completions.create(model="gpt-3.5-turbo", messages=[])
make().chat.completions.create(model="gpt-3.5-turbo", messages=[])
--- a factory that a framework caches
import streamlit as st
from openai import AzureOpenAI
@st.cache_resource(show_spinner=False)
def make():
    return AzureOpenAI(azure_endpoint=e, api_version=v)
make().chat.completions.create(model="gpt-3.5-turbo", messages=[])  # OAI302:38
--- near: the client has a deployment, or may have one
from openai import AzureOpenAI
AzureOpenAI(azure_deployment="d", azure_endpoint=e, api_version=v).chat.completions.create(model="gpt-3.5-turbo", messages=[])
AzureOpenAI(azure_deployment=x, azure_endpoint=e, api_version=v).chat.completions.create(model="gpt-3.5-turbo", messages=[])
AzureOpenAI(base_url="https://r.openai.azure.com/openai/deployments/d", api_version=v).chat.completions.create(model="gpt-3.5-turbo", messages=[])
AzureOpenAI(base_url=u, api_version=v).chat.completions.create(model="gpt-3.5-turbo", messages=[])
AzureOpenAI(api_version=v, **options).chat.completions.create(model="gpt-3.5-turbo", messages=[])
--- near: the program calls it a deployment
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v)
models = [{"name": "gpt-3.5-turbo", "sku": "Standard"}]
client.chat.completions.create(model=models[0]["name"], messages=[])
client.chat.completions.create(model="gpt-4-0613", messages=[])  # name of the deployment
client.chat.completions.create(model="gpt-3.5-turbo-16k", messages=[])
openai_deployment_name = "gpt-3.5-turbo-16k"
--- near: another client has a deployment of that name
from openai import AzureOpenAI
chat = AzureOpenAI(azure_endpoint=e, api_version=v, azure_deployment="gpt-3.5-turbo")
client = AzureOpenAI(azure_endpoint=e, api_version=v)
client.chat.completions.create(model="gpt-3.5-turbo", messages=[])
--- near: a test, which asks no service
import pytest
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v)
client.chat.completions.create(model="gpt-3.5-turbo", messages=[])
--- near: names of deployments, and what is no deployment
import os
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v)
AZURE_DEPLOYMENT = "gpt-3.5-turbo"
client.chat.completions.create(model=AZURE_DEPLOYMENT, messages=[])
client.chat.completions.create(model="my-gpt-4", messages=[])
client.chat.completions.create(model="gpt-4o-prod", messages=[])
client.chat.completions.create(model=os.getenv("MODEL", "gpt-3.5-turbo"), messages=[])
client.fine_tuning.jobs.create(model="gpt-4o-mini-2024-07-18", training_file="f")
client.chat.completions.create(model=models["gpt-3.5-turbo"], messages=[])
"""

SETTINGS = """
--- kinds that are no longer known
import openai
openai.api_type = "azure_ad"  # OAI306:1
openai.api_type = "azuread"  # OAI306:1
openai.api_type = "open_ai"  # OAI306:1
openai.api_type = "Azure"  # OAI306:1
setattr(openai, "api_type", "azure_ad")  # OAI306:1
--- azure beside settings of 0.x
import openai
openai.api_type = "azure"  # OAI306:1
openai.api_base = "https://r.openai.azure.com"  # OAI105:1
openai.api_version = "2024-10-21"
--- azure beside calls of 0.x
import openai
openai.api_type = "azure"  # OAI306:1
openai.api_version = "2024-10-21"
openai.ChatCompletion.create(engine="d", messages=[])  # OAI102:1 OAI110:30
--- in the environment
import os
import openai
os.environ["OPENAI_API_TYPE"] = "azure_ad"  # OAI306:1
os.environ.setdefault("OPENAI_API_TYPE", "azuread")  # OAI306:1
os.environ.update(OPENAI_API_TYPE="azure_ad")  # OAI306:19
--- in a call
import openai
openai.ChatCompletion.create(api_type="azure", deployment_id="d", engine="d")  # OAI102:1 OAI306:30 OAI110:48 OAI110:67
--- in the arguments for calls
import openai
options = {"api_type": "azure", "temperature": 0}  # OAI306:12
if proxy:
    options["api_type"] = "azure_ad"  # OAI306:13
openai.ChatCompletion.create(messages=[], **options)  # OAI102:1
--- given to a client
from openai import AzureOpenAI, OpenAI
AzureOpenAI(api_type="azure", api_base=e, api_version=v, deployment_id="d")  # OAI306:13 OAI306:31 OAI306:58
OpenAI(api_type="azure", engine="d")  # OAI306:8 OAI306:26
--- near: today's module on Azure
import os
import openai
os.environ["OPENAI_API_TYPE"] = "azure"
openai.api_type = "azure"
openai.azure_endpoint = e
openai.api_version = "2024-10-21"
openai.chat.completions.create(model="d", messages=[])
--- near: other kinds, unknown values, code for both SDKs
import openai
openai.api_type = "openai"
openai.api_type = kind
openai.api_type = None
if openai.__version__.startswith("0."):
    openai.api_type = "azure_ad"
--- near: another package reads it
import os
import openai
from langchain.chat_models import AzureChatOpenAI
os.environ["OPENAI_API_TYPE"] = "azure_ad"
"""

VERSIONS = """
--- there are none like these
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint=e, api_version="2024-05-13")  # OAI307:43
AzureOpenAI(azure_endpoint=e, api_version="2025-01-31")  # OAI307:43
AzureOpenAI(azure_endpoint=e, api_version="2023-05-01")  # OAI307:43
AzureOpenAI(azure_endpoint=e, api_version="2024-02-15")  # OAI307:43
AzureOpenAI(azure_endpoint=e, api_version="2023-05-15-preview")  # OAI307:43
AzureOpenAI(azure_endpoint=e, api_version="2024-13-01")  # OAI307:43
AzureOpenAI(azure_endpoint=e, api_version="20240201")  # OAI307:43
AzureOpenAI(azure_endpoint=e, api_version="preview")  # OAI307:43
AzureOpenAI(azure_endpoint=e, api_version="v1")  # OAI307:43
--- announced for retirement
from openai import AsyncAzureOpenAI
VERSION = "2023-03-15-preview"
AsyncAzureOpenAI(azure_endpoint=e, api_version=VERSION)  # OAI307:36
--- the module, the environment, a call of 0.x
import os
import openai
openai.api_version = "2023-07-01-preview"  # OAI307:1
os.environ["OPENAI_API_VERSION"] = "2023-12-01-preview"  # OAI307:1
openai.Completion.create(engine="d", api_version="2024-05-13")  # OAI102:1 OAI110:26 OAI110:38 OAI307:50
--- near: there are
from openai import AzureOpenAI
import openai
AzureOpenAI(azure_endpoint=e, api_version="2024-10-21")
AzureOpenAI(azure_endpoint=e, api_version="2025-04-01-preview")
AzureOpenAI(azure_endpoint=e, api_version="2023-05-15")
AzureOpenAI(azure_endpoint=e, api_version="2099-01-01-preview")
AzureOpenAI(azure_endpoint=e, api_version="<version>")
AzureOpenAI(azure_endpoint=e, api_version="YOUR_API_VERSION")
AzureOpenAI(azure_endpoint=e, api_version="2024-xx-xx")
AzureOpenAI(azure_endpoint=e, api_version="1")
openai.api_version = "2024-02-01"
OTHER(api_version="2024-05-13")
--- near: another package's setting of that name
import os
from langchain.llms import AzureOpenAI
os.environ["OPENAI_API_VERSION"] = "2023-03-15-preview"
--- features
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version="2024-10-21")
client.responses.create(model="d", input="x")  # OAI308:1
client.audio.speech.create(model="d", input="x", voice="alloy")  # OAI308:1
client.images.edit(model="d", image=i, prompt="p")  # OAI308:1
client.beta.assistants.create(model="d")  # OAI501:1
client.chat.completions.create(model="d", messages=[], reasoning_effort="low")  # OAI308:56
--- what came after the version
from openai import AzureOpenAI
from pydantic import BaseModel
class Answer(BaseModel):
    text: str
client = AzureOpenAI(azure_endpoint=e, api_version="2024-06-01")
client.chat.completions.create(model="d", messages=[], max_completion_tokens=9)  # OAI308:56
client.chat.completions.create(model="d", messages=[], response_format={"type": "json_schema", "json_schema": s})  # OAI308:56
client.beta.chat.completions.parse(model="d", messages=[], response_format=Answer)  # OAI308:60
client.chat.completions.create(model="d", messages=[], stream_options={"include_usage": True}, store=True)  # OAI308:96
SCHEMA = {"type": "json_schema", "json_schema": s}
client.chat.completions.create(model="d", messages=[], response_format=SCHEMA)  # OAI308:56
client.with_options(timeout=3).responses.create(model="d", input="x")  # OAI308:1
--- the module
import openai
openai.api_type = "azure"
openai.azure_endpoint = e
openai.api_version = "2024-02-01"
openai.responses.create(model="d", input="x")  # OAI308:1
--- a version that does for a call of 0.x, and not for what takes its place
import openai
openai.api_type = "azure"  # OAI306:1
openai.api_version = "2023-06-01-preview"  # OAI308:1
openai.Image.create(prompt="p")  # OAI102:1
--- near: served, or not known
import openai
from openai import AzureOpenAI, OpenAI
new = AzureOpenAI(azure_endpoint=e, api_version="2025-04-01-preview")
new.responses.create(model="d", input="x")
new.chat.completions.create(model="d", messages=[], max_completion_tokens=9, response_format={"type": "json_schema"})
ga = AzureOpenAI(azure_endpoint=e, api_version="2024-10-21")
ga.chat.completions.create(model="d", messages=[], max_completion_tokens=9, tools=t, response_format={"type": "json_schema"})
ga.chat.completions.create(model="d", messages=[], response_format={"type": "json_object"}, store=openai.NOT_GIVEN)
ga.images.generate(model="d", prompt="p")
ga.responses.create(model="d", input="x", extra_query={"api-version": "preview"})
OpenAI().responses.create(model="d", input="x")
AzureOpenAI(azure_endpoint=e, api_version=v).responses.create(model="d", input="x")
def ask(client: AzureOpenAI):
    client.responses.create(model="d", input="x")
new = ga.with_options(api_version="2025-04-01-preview")
new.responses.create(model="d", input="x")
"""

WORKAROUNDS = """
--- the extensions
from openai import AzureOpenAI
d = input()
client = AzureOpenAI(base_url=f"https://r.openai.azure.com/openai/deployments/{d}/extensions", api_version=v)  # OAI309:22
client.chat.completions.create(model=d, messages=[], extra_body={"dataSources": []})  # OAI309:66
--- a body with a name
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version=v)
body = {"dataSources": []}  # OAI309:9
client.chat.completions.create(model="d", messages=[], extra_body=body)
--- the adapter of 0.x
import requests
import openai
def setup(deployment):
    class Adapter(requests.adapters.HTTPAdapter):  # OAI309:19
        def send(self, request, **kwargs):
            request.url = f"{openai.api_base}/openai/deployments/{deployment}/extensions/chat/completions"  # OAI105:30
            return super().send(request, **kwargs)
    session = requests.Session()
    session.mount(prefix="https://", adapter=Adapter())
    openai.requestssession = session  # OAI106:5
--- near: data_sources, and another adapter
import openai
import requests
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=e, api_version="2024-02-01")
client.chat.completions.create(model="d", messages=[], extra_body={"data_sources": []})
class Adapter(requests.adapters.HTTPAdapter):
    name = "openai"
--- the transport for images
import httpx
import openai
from openai import AsyncAzureOpenAI, AzureOpenAI
class Transport(httpx.HTTPTransport):  # OAI312:17
    def handle_request(self, request):
        request.url = request.url.copy_with(path="/openai/images/generations:submit")
        return super().handle_request(request)
class AsyncTransport(httpx.AsyncHTTPTransport):  # OAI312:22
    async def handle_async_request(self, request):
        request.url = request.url.copy_with(path="/openai/images/generations:submit")
        return await super().handle_async_request(request)
client = AzureOpenAI(
    azure_endpoint=e,
    api_version="2024-02-01",
    http_client=httpx.Client(transport=Transport()),  # OAI312:5
)
other = AsyncAzureOpenAI(azure_endpoint=e, api_version="2024-02-01", http_client=httpx.AsyncClient(transport=AsyncTransport()))  # OAI312:70
client.images.generate(prompt="p")
--- near: another transport
import httpx
from openai import AzureOpenAI
class Transport(httpx.HTTPTransport):
    name = "openai"
AzureOpenAI(azure_endpoint=e, api_version="2024-02-01", http_client=httpx.Client(transport=Transport()))  # OAI203:69
"""

TOKENS = """
--- one token
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import AzureOpenAI, OpenAI
credential = DefaultAzureCredential()
token = credential.get_token("https://cognitiveservices.azure.com/.default")
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token=token.token)  # OAI311:46
AzureOpenAI(azure_endpoint=e, api_version=v, api_key=token.token)  # OAI311:46
OpenAI(base_url="https://r.openai.azure.com/openai/v1/", api_key=token.token)  # OAI311:58
provider = get_bearer_token_provider(credential, "https://cognitiveservices.azure.com/.default")
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token=provider())  # OAI311:46
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token_provider=provider())  # OAI311:46
--- through a function, and a credential from elsewhere
from openai import AzureOpenAI
def token(credential):
    return credential.get_token("https://cognitiveservices.azure.com/.default").token
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token=token(c))  # OAI311:46
--- async
from azure.identity.aio import DefaultAzureCredential
from openai import AsyncAzureOpenAI
async def main():
    async with DefaultAzureCredential() as credential:
        token = await credential.get_token("https://cognitiveservices.azure.com/.default")
        return AsyncAzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token=token.token)  # OAI311:66
--- the module
import openai
from azure.identity import DefaultAzureCredential
openai.azure_ad_token = DefaultAzureCredential().get_token("https://cognitiveservices.azure.com/.default").token  # OAI311:1
--- scopes
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import AzureOpenAI
scope = "https://cognitiveservices.azure.com"
one = get_bearer_token_provider(DefaultAzureCredential(), "https://management.azure.com/.default")  # OAI311:59
two = get_bearer_token_provider(DefaultAzureCredential(), scope)  # OAI311:59
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token_provider=one)
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token_provider=two)
--- objects that are no token and no key
from azure.core.credentials import AzureKeyCredential
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import AzureOpenAI, OpenAI
credential = DefaultAzureCredential()
provider = get_bearer_token_provider(credential, "https://ai.azure.com/.default")
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token=credential.get_token("https://ai.azure.com/.default"))  # OAI311:46
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token=provider)  # OAI311:46
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token_provider=credential)  # OAI311:46
AzureOpenAI(azure_endpoint=e, api_version=v, api_key=AzureKeyCredential("k"))  # OAI311:46
OpenAI(base_url="https://r.openai.azure.com/openai/v1/", api_key=credential)  # OAI311:58
--- the setting of the module that is given a provider
import openai
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
openai.azure_ad_token = get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default")  # OAI311:1
--- near: what an object of the program's own gives may be a text
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token=my_auth.get_token("user"))
AzureOpenAI(azure_endpoint=e, api_version=v, api_key=my_auth.get_token("https://ai.azure.com/.default"))
--- near: right ones, and those of other services
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import AzureOpenAI, OpenAI
from azure.search.documents import SearchClient
search = get_bearer_token_provider(DefaultAzureCredential(), "https://search.azure.com/.default")
one = get_bearer_token_provider(DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default")
two = get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default")
three = get_bearer_token_provider(DefaultAzureCredential(), "api://my-gateway/.default")
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token_provider=one)
OpenAI(base_url="https://r.openai.azure.com/openai/v1/", api_key=two)
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token_provider=three)
AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token=token)
--- near: a gateway wants a token of its own
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import AzureOpenAI
provider = get_bearer_token_provider(DefaultAzureCredential(), "https://management.azure.com/.default")
AzureOpenAI(base_url=f"{gateway}/openai", api_version=v, azure_ad_token_provider=provider)
"""

OPINIONS = """
--- dated
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21")  # OAI902:79
client.chat.completions.create(model="d", messages=[])
client.embeddings.create(model="d", input="x")
--- async: the other class is named
from openai import AsyncAzureOpenAI
client = AsyncAzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21")  # OAI902:84
async def f():
    await client.chat.completions.create(model="d", messages=[])
--- near: no call, a call that v1 does not serve, a body that it may not know, another host
from openai import AzureOpenAI
AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21")
one = AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21")
one.audio.transcriptions.create(model="d", file=f)
two = AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21")
two.chat.completions.create(model="d", messages=[], extra_body={"data_sources": []})
three = AzureOpenAI(azure_endpoint="https://gateway.example.com", api_version="2024-10-21")
three.chat.completions.create(model="d", messages=[])
"""


@examples(CLIENTS)
def test_clients(source):
    check(source)


@examples(ENDPOINTS)
def test_endpoints(source):
    check(source)


@examples(DEPLOYMENTS)
def test_deployments(source):
    check(source)


@examples(SETTINGS)
def test_settings(source):
    check(source)


@examples(VERSIONS)
def test_versions(source):
    check(source)


@examples(WORKAROUNDS)
def test_workarounds(source):
    check(source)


@examples(TOKENS)
def test_tokens(source):
    check(source)


@examples(OPINIONS)
def test_opinions(source):
    check(source, extend_select=("OAI9",))


def test_opinions_are_off():
    source = "from openai import AzureOpenAI\nc = AzureOpenAI(azure_endpoint=e, api_version='2024-10-21')\n"
    assert lint(source + "c.embeddings.create(model='d', input='x')\n") == []


def test_deployments_that_the_user_tells():
    source = "from openai import AzureOpenAI\nc = AzureOpenAI(azure_endpoint=e, api_version=v)\n"
    source += "c.chat.completions.create(model='gpt-4o')\nc.chat.completions.create(model='gpt-4')\n"
    assert lint(source) == []
    assert [d.line for d in lint(source, azure_deployments=("chat",))] == [3, 4]
    assert [d.line for d in lint(source, azure_deployments=("gpt-4o",))] == [4]
    assert lint(source, azure_deployments=("gpt-4o", "gpt-4")) == []


@pytest.mark.parametrize(
    ("target", "code"), [((1, 105, 0), "OAI304"), ((1, 106, 0), None), ((2, 54, 0), None), ((3, 57, 0), None)]
)
def test_functions_as_keys(target, code):
    source = (
        "from azure.identity import get_bearer_token_provider\nfrom openai import OpenAI\n"
        "OpenAI(base_url='https://r.openai.azure.com/openai/v1/', api_key=get_bearer_token_provider(c, s))\n"
    )
    assert [d.code for d in lint(source, target=target)] == ([code] if code else [])


@pytest.mark.parametrize(("target", "code"), [((3, 3, 1), "OAI304"), ((3, 4, 0), None)])
def test_functions_as_keys_of_azure(target, code):
    source = "from openai import AzureOpenAI\nAzureOpenAI(azure_endpoint=e, api_version=v, api_key=lambda: 'k')\n"
    assert [d.code for d in lint(source, target=target)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("target", "says"), [((2, 54, 0), "api_key= beside azure_ad_token= counts for nothing"), ((3, 4, 0), "raises Mut")]
)
def test_two_credentials_at_each_target(target, says):
    source = "from openai import AzureOpenAI\n"
    source += "AzureOpenAI(azure_endpoint=e, api_version=v, api_key='k', azure_ad_token='t')\n"
    (found,) = lint(source, target=target)
    assert says in found.message


MESSAGES = [
    ("os.environ['OPENAI_API_BASE'] = 'x'\nopenai.api_type = 'azure'", "openai since 1.0; use AZURE_OPENAI_ENDPOINT"),
    ("openai.ChatCompletion.create(model='m', engine='d')", "engine= was removed in openai 1.0; delete it and put its value in model="),
    ("c = AzureOpenAI(azure_endpoint=e, api_version='2024-10-21')\nc.beta.assistants.create(model='d')", "off on 2026-08-26"),
    (
        "AzureOpenAI(azure_endpoint='https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=1',"
        " api_version=v)",
        'use azure_endpoint="https://r.openai.azure.com", azure_deployment="d", api_version=...',
    ),
    ("openai.api_base = 'x'", "requests go to api.openai.com; use openai.base_url (with"),
    ("openai.api_base = 'https://r.openai.azure.com'", "requests go to api.openai.com; use openai.azure_endpoint (or"),
    ("openai.api_type = kind\nopenai.api_base = 'x'", "use openai.base_url (with a trailing slash; on Azure openai."),
    ("openai.api_type = 'azure'\nopenai.api_base = 'x'", "calls to Azure raise ValueError; use openai.azure_endpoint"),
    ("openai.api_type = 'azure_ad'\nopenai.api_base = 'x'", "requests go to api.openai.com; use openai.azure_endpoint"),
    ("AzureOpenAI(azure_endpoint=e)", "without api_version raises ValueError unless OPENAI_API_VERSION is set"),
    ("AzureOpenAI(azure_endpoint=e, api_version=None)", "api_version=None, which counts as none"),
    ("AzureOpenAI(azure_endpoint='r.openai.azure.com', api_version=v)", 'use "https://r.openai.azure.com"'),
    (
        "AzureOpenAI(azure_endpoint='https://r.openai.azure.com/openai/deployments/d', api_version=v)",
        'use azure_endpoint="https://r.openai.azure.com", azure_deployment="d"',
    ),
    ("OpenAI(base_url='https://r.openai.azure.com')", 'use OpenAI(base_url="https://r.openai.azure.com/openai/v1/")'),
    ("AzureOpenAI(azure_endpoint=e, api_version='2024-02-15')", 'use "2024-02-15-preview"'),
    ("AzureOpenAI(azure_endpoint=e, api_version='2024-05-13')", "is a version of a model (gpt-4o)"),
    ("AzureOpenAI(azure_endpoint=e, api_version='2023-05-01')", "the API that makes resources"),
]


@pytest.mark.parametrize(("code", "says"), MESSAGES)
def test_messages(code, says):
    found = lint(f"import os\nimport openai\nfrom openai import AzureOpenAI, OpenAI\n{code}\n")
    assert any(says in one.message for one in found)
