# ruff: noqa: E501
"""Clients for each call, made by a function of what the module has set: where the module's own would not follow."""

from __future__ import annotations

from fix.given import check, examples, reasons, run

HEADER = "import openai\n"

MAKERS = r'''
--- in a function that another one calls, again and again
openai.api_type = "azure"
openai.api_key = "k"
openai.api_version = "2023-05-15"
def use(name):
    openai.api_base = ENDPOINTS[name]
def ask(name):
    use(name)
    return openai.ChatCompletion.create(engine="d", messages=[])["choices"][0]["message"]["content"]
print(ask("a"), ask("b"))
>>>


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.api_key = "k"
openai.api_version = "2023-05-15"
def use(name):
    openai.azure_endpoint = ENDPOINTS[name]
def ask(name):
    use(name)
    return openai_client().chat.completions.create(model="d", messages=[]).choices[0].message.content
print(ask("a"), ask("b"))
--- the kind of API changes
def use(azure):
    if azure:
        openai.api_type = "azure"
        openai.api_base = "https://a.openai.azure.com"
        openai.api_version = "2023-05-15"
        openai.api_key = "az"
    else:
        openai.api_type = "open_ai"
        openai.api_base = "https://api.openai.com/v1"
        openai.api_version = None
        openai.api_key = "sk"
for azure in (True, False):
    use(azure)
    print(openai.Embedding.create(model="m", input="a"))
>>>


def openai_client():
    """Make a client of what the module has set now."""
    if openai.api_type == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)


def use(azure):
    if azure:
        openai.api_type = "azure"
        openai.base_url = "https://a.openai.azure.com"
        openai.api_version = "2023-05-15"
        openai.api_key = "az"
    else:
        openai.api_type = "openai"
        openai.base_url = "https://api.openai.com/v1"
        openai.api_version = None
        openai.api_key = "sk"
for azure in (True, False):
    use(azure)
    print(openai_client().embeddings.create(model="m", input="a"))
--- the kind of API is a variable
import os
import openai

openai.api_type = os.environ["KIND"]
openai.api_base = os.environ["BASE"]
openai.api_version = "2023-05-15"
openai.api_key = os.environ["KEY"]

def f():
    return openai.Embedding.create(engine="d", input="a")
>>>
import os
import openai

openai.api_type = os.environ["KIND"]
if openai.api_type == "azure":
    openai.azure_endpoint = os.environ["BASE"]
else:
    openai.base_url = os.environ["BASE"].rstrip("/") + "/"
openai.api_version = "2023-05-15"
openai.api_key = os.environ["KEY"]

def f():
    return openai.embeddings.create(model="d", input="a")
--- awaited
openai.api_type = "azure_ad"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"

def renew():
    openai.api_key = token()

async def f():
    renew()
    return await openai.Embedding.acreate(engine="d", input="a")

def g():
    renew()
    return openai.Embedding.create(engine="d", input="a")
>>>


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        azure_ad_token=openai.api_key,
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncAzureOpenAI(
        azure_ad_token=openai.api_key,
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"

def renew():
    openai.api_key = token()

async def f():
    renew()
    return await async_openai_client().embeddings.create(model="d", input="a")

def g():
    renew()
    return openai_client().embeddings.create(model="d", input="a")
--- an organisation
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.organization = "org"

def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"

def f():
    return openai.Model.list()
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.organization = "org"

def use(name):
    openai.azure_endpoint = f"https://{name}.openai.azure.com"

def f():
    return openai_client().models.list()
--- a resource by name
from openai import Embedding, ChatCompletion
import openai.error

openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"

def f():
    try:
        return Embedding.create(engine="d", input="a"), ChatCompletion.create(engine="d", messages=[])
    except openai.error.RateLimitError:
        return None
>>>
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def use(name):
    openai.azure_endpoint = f"https://{name}.openai.azure.com"

def f():
    try:
        return openai_client().embeddings.create(model="d", input="a"), openai_client().chat.completions.create(model="d", messages=[])
    except openai.RateLimitError:
        return None
--- a module under another name
import openai as ai

ai.api_type = "azure"
ai.api_version = "2023-05-15"
ai.api_key = "k"

def use(name):
    ai.api_base = f"https://{name}.openai.azure.com"

def f():
    return ai.Embedding.create(engine="d", input="a")
>>>
import openai as ai


def openai_client():
    """Make a client of what the module has set now."""
    return ai.AzureOpenAI(
        api_key=ai.api_key,
        organization=ai.organization,
        azure_endpoint=str(ai.azure_endpoint),
        api_version=ai.api_version,
    )


ai.api_type = "azure"
ai.api_version = "2023-05-15"
ai.api_key = "k"

def use(name):
    ai.azure_endpoint = f"https://{name}.openai.azure.com"

def f():
    return openai_client().embeddings.create(model="d", input="a")
--- the name is taken
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def openai_client(name):
    openai.api_base = f"https://{name}.openai.azure.com"

def f():
    return openai.Embedding.create(engine="d", input="a")
>>>


def make_openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def openai_client(name):
    openai.azure_endpoint = f"https://{name}.openai.azure.com"

def f():
    return make_openai_client().embeddings.create(model="d", input="a")
--- handed on
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"

def f(pool):
    return pool.submit(openai.Embedding.create, engine="d", input="a")
>>>


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def use(name):
    openai.azure_endpoint = f"https://{name}.openai.azure.com"

def f(pool):
    return pool.submit(lambda **kwargs: openai_client().embeddings.create(**kwargs), model="d", input="a")
--- imported within a function
import os

def use(name):
    import openai
    openai.api_type = "azure"
    openai.api_version = "2023-05-15"
    openai.api_base = f"https://{name}.openai.azure.com"
    return openai.Embedding.create(engine="d", input="a")
>>>
import os


def openai_client():
    """Make a client of what the module has set now."""
    import openai

    return openai.AzureOpenAI(
        api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


def use(name):
    import openai
    openai.api_type = "azure"
    openai.api_version = "2023-05-15"
    openai.azure_endpoint = f"https://{name}.openai.azure.com"
    return openai_client().embeddings.create(model="d", input="a")
--- today's SDK is called on the module, too
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"

def f():
    return openai.Embedding.create(engine="d", input="a"), openai.models.list()
>>>
left: makes its client for Azure only once
--- an address that is added to
openai.api_base = "https://a"
openai.api_base += "/v1"
print(openai.Embedding.create(model="m", input="a"))
>>>


def openai_client():
    """Make a client of what the module has set now."""
    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)


openai.base_url = "https://a"
openai.base_url += "/v1"
print(openai_client().embeddings.create(model="m", input="a"))
--- an address that is added to, from nowhere
def f():
    openai.api_base += "/v1"
    print(openai.Embedding.create(model="m", input="a"))
>>>
left: is added to
--- the kind of API is read
def f(settings):
    before = openai.api_type
    openai.api_type, openai.api_base, openai.api_version = settings
    print(openai.api_type, openai.api_base, openai.Embedding.create(engine="m", input="a"))
    openai.api_type = before
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    kind = str(openai.api_type).lower()
    if kind in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    if kind == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def f(settings):
    before = openai.api_type
    openai.api_type, openai.base_url, openai.api_version = settings
    print(openai.api_type, openai.base_url, openai_client().embeddings.create(model="m", input="a"))
    openai.api_type = before
--- the kind of API is compared with that of a token
def use(azure):
    openai.api_type = "azure_ad"
    openai.api_base = "https://a.openai.azure.com"
    openai.api_key = token()
    print(openai.api_type == "azure_ad", openai.Embedding.create(engine="m", input="a"))
>>>
left: the kind of API is read
--- a call has options of its own
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"

def f(key):
    return openai.Embedding.create(api_key=key, engine="d", input="a", api_version="2024-02-01")
>>>


def openai_client(api_key=None, api_version=None):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.AzureOpenAI(
        api_key=api_key or openai.api_key,
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=api_version or openai.api_version,
    )


openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def use(name):
    openai.azure_endpoint = f"https://{name}.openai.azure.com"

def f(key):
    return openai_client(api_key=key, api_version="2024-02-01").embeddings.create(model="d", input="a")
--- options in a dict that a function gives
def options():
    return {"api_type": "azure", "api_base": "https://a.openai.azure.com", "api_version": "2023-05-15", "api_key": "k"}

def f():
    return openai.Embedding.create(engine="d", input="a", **options())
>>>
import os
import openai


def openai_client(api_key=None, api_base=None, api_type=None, api_version=None):
    """Make a client of what a call is given, or what the module has set now."""
    kind = str(api_type or openai.api_type).lower()
    if kind in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=api_key or openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(api_base or openai.base_url),
            api_version=api_version or openai.api_version,
        )
    if kind == "azure":
        return openai.AzureOpenAI(
            api_key=api_key or openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(api_base or openai.base_url),
            api_version=api_version or openai.api_version,
        )
    return openai.OpenAI(
        api_key=api_key or openai.api_key,
        organization=openai.organization,
        base_url=api_base or openai.base_url,
    )


def options():
    return {"api_type": "azure", "api_base": "https://a.openai.azure.com", "api_version": "2023-05-15", "api_key": "k"}

def f():
    return openai_client(**options()).embeddings.create(model="d", input="a")
--- options in a dict with others
def options():
    return {"api_key": "k", "engine": "d"}

def f():
    return openai.Embedding.create(input="a", **options())
>>>
left: is an option of a client now
--- nothing but an import and a call
import openai; openai.api_base = openai.api_base + "/"; print(openai.Model.list())
>>>
left: there is no place behind imports
--- a docstring, comments, Windows
# of the file
import os  # of os
import openai  # of openai
# of the setting
openai.api_base = os.environ["A"]
print(openai.api_base)
# of the call
print(openai.Model.list())
>>>
# of the file
import os  # of os
import openai  # of openai
# of the setting
openai.base_url = os.environ["A"].rstrip("/") + "/"
print(str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/"))
# of the call
print(openai.models.list())
--- a patch
from unittest.mock import patch
import openai

openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"

def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"

def f():
    return openai.Embedding.create(engine="d", input="a")

def test_f():
    with patch("openai.Embedding.create"):
        f()
>>>
left: a client is made for each call, which wants a key and an address under a patch, too; --unsafe-fixes does it
--- a resource under a name of its own
class Vectors:
    def __init__(self, name):
        openai.api_type = "azure"
        openai.api_version = "2023-05-15"
        openai.api_base = f"https://{name}.openai.azure.com"
        self._resource = openai.Embedding
        self.name = name

    def of(self, texts):
        return self._resource.create(engine="ada", input=texts)["data"]

class Other:
    def __init__(self, resource):
        self._resource = resource
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


class Vectors:
    def __init__(self, name):
        openai.api_type = "azure"
        openai.api_version = "2023-05-15"
        openai.azure_endpoint = f"https://{name}.openai.azure.com"
        self.name = name

    def of(self, texts):
        return openai_client().embeddings.create(model="ada", input=texts).data

class Other:
    def __init__(self, resource):
        self._resource = resource
--- a resource under a name of its own that something else is done with
class Vectors:
    def __init__(self, name):
        openai.api_type = "azure"
        openai.api_version = "2023-05-15"
        openai.api_base = f"https://{name}.openai.azure.com"
        self._resource = openai.Embedding

    def of(self, texts):
        return self._resource.create(engine="ada", input=texts).data

    def kind(self):
        return self._resource
>>>
left: each call needs a client of its own, and what is handed on here would keep one
--- a resource under a name of its own that a derived class may use
class Vectors:
    def __init__(self, name):
        openai.api_type = "azure"
        openai.api_version = "2023-05-15"
        openai.api_base = f"https://{name}.openai.azure.com"
        self._resource = openai.Embedding

    def of(self, texts):
        return self._resource.create(engine="ada", input=texts).data

class More(Vectors):
    pass
>>>
left: each call needs a client of its own, and what is handed on here would keep one
--- a method that is handed on
class Chat:
    def __init__(self, name):
        self.create = openai.ChatCompletion.create
        openai.api_type = "azure"
        openai.api_version = "2023-05-15"
        openai.api_base = f"https://{name}.openai.azure.com"

    def say(self, text):
        return self.create(engine="gpt", messages=[{"role": "user", "content": text}]).choices[0].message.content
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


class Chat:
    def __init__(self, name):
        self.create = lambda **kwargs: openai_client().chat.completions.create(**kwargs)
        openai.api_type = "azure"
        openai.api_version = "2023-05-15"
        openai.azure_endpoint = f"https://{name}.openai.azure.com"

    def say(self, text):
        return self.create(model="gpt", messages=[{"role": "user", "content": text}]).choices[0].message.content
--- a chain of targets
base = openai.api_base = "https://a/v1"
def f():
    return openai.Model.list()
>>>


def openai_client():
    """Make a client of what the module has set now."""
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


base = openai.base_url = "https://a/v1"
def f():
    return openai_client().models.list()
--- Active Directory, no token
openai.api_type = "azure_ad"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    return openai.Embedding.create(engine="d", input="a")
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        azure_ad_token=openai.api_key or os.environ.get("OPENAI_API_KEY"),
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    return openai_client().embeddings.create(model="d", input="a")
--- Active Directory, the token is read
openai.api_type = "azure_ad"
openai.api_key = token
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    print(openai.api_key)
    return openai.Embedding.create(engine="d", input="a")
>>>


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        azure_ad_token=openai.api_key,
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.api_key = token
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    print(openai.api_key)
    return openai_client().embeddings.create(model="d", input="a")
--- two resources
def use(name):
    openai.api_type = "azure"
    openai.api_version = "2023-05-15"
    openai.api_base = f"https://{name}.openai.azure.com"
    openai.Embedding.create(engine="d", input="a")
use("one")
use("two")
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


def use(name):
    openai.api_type = "azure"
    openai.api_version = "2023-05-15"
    openai.azure_endpoint = f"https://{name}.openai.azure.com"
    openai_client().embeddings.create(model="d", input="a")
use("one")
use("two")
--- two resources, one behind the other
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_base = "https://one.openai.azure.com"
openai.Embedding.create(engine="d", input="a")
openai.api_base = "https://two.openai.azure.com"
openai.Embedding.create(engine="d", input="a")
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.azure_endpoint = "https://one.openai.azure.com"
openai_client().embeddings.create(model="d", input="a")
openai.azure_endpoint = "https://two.openai.azure.com"
openai_client().embeddings.create(model="d", input="a")
--- by **
params = {"api_key": "sk-1"}
openai.ChatCompletion.create(model="m", messages=[], **params)
>>>


def openai_client(api_key=None):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.OpenAI(api_key=api_key or openai.api_key)


params = {"api_key": "sk-1"}
openai_client(**params).chat.completions.create(model="m", messages=[])
--- in one of two branches
def f(azure):
    if azure:
        openai.api_type = "azure"
        openai.api_base = "https://a.openai.azure.com"
        openai.api_version = "2023-05-15"
    else:
        openai.api_type = "open_ai"
        openai.api_base = "https://api.openai.com/v1"
        openai.api_version = None
    return openai.Model.list()
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    if openai.api_type == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def f(azure):
    if azure:
        openai.api_type = "azure"
        openai.base_url = "https://a.openai.azure.com"
        openai.api_version = "2023-05-15"
    else:
        openai.api_type = "openai"
        openai.base_url = "https://api.openai.com/v1"
        openai.api_version = None
    return openai_client().models.list()
--- options among the rest of what a function is given
def ask(text, **where):
    return openai.Completion.create(prompt=text, **where)

ask("a", engine="d", api_key="k", api_base="https://a")
ask("b", engine="e")
>>>


def openai_client(api_key=None, api_base=None):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.OpenAI(
        api_key=api_key or openai.api_key,
        base_url=api_base or openai.base_url,
    )


def ask(text, api_key=None, api_base=None, **where):
    return openai_client(api_key=api_key, api_base=api_base).completions.create(prompt=text, **where)

ask("a", model="d", api_key="k", api_base="https://a")
ask("b", model="e")
--- an option in a dict that has a name
def ask(text):
    given = {"api_key": "k", "engine": "d"}
    return openai.Completion.create(prompt=text, **given)
>>>


def openai_client(api_key=None, **others):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.OpenAI(
        api_key=api_key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def ask(text):
    given = {"api_key": "k", "model": "d"}
    return openai_client(**given).completions.create(prompt=text, **{name: value for name, value in given.items() if name != "api_key"})
--- an option in a dict, awaited
async def ask(text, **where):
    return await openai.Completion.acreate(prompt=text, model=where.pop("model", "m"), **where)

ask("a", api_key="k")
>>>


def async_openai_client(api_key=None, **others):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.AsyncOpenAI(api_key=api_key or openai.api_key)


async def ask(text, **where):
    return await async_openai_client(**where).completions.create(prompt=text, model=where.pop("model", "m"), **{name: value for name, value in where.items() if name != "api_key"})

ask("a", api_key="k")
--- a file with the key
openai.api_key_path = "key.txt"
def f():
    return openai.Model.list()
>>>


def openai_client():
    """Make a client of what the module has set now."""
    with open(openai_key_path) as file:
        key = file.read().strip()
    return openai.OpenAI(
        api_key=key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


openai_key_path = "key.txt"
def f():
    return openai_client().models.list()
--- a file with the key, for some
if not openai.api_key:
    openai.api_key_path = "key.txt"
print(openai.Model.list())
>>>
left: --unsafe-fixes does it
--- a file with the key, set by a function
def use(path):
    openai.api_key_path = path
def f():
    return openai.Model.list()
>>>
left: --unsafe-fixes does it
--- a file with the key, on Azure
openai.api_key_path = "key.txt"
openai.api_type = "azure"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f(key):
    return openai.Completion.create(engine="d", prompt="p", api_key=key)
>>>


def openai_client(api_key=None):
    """Make a client of what a call is given, or what the module has set now."""
    with open(openai_key_path) as file:
        key = file.read().strip()
    return openai.AzureOpenAI(
        api_key=api_key or key,
        organization=openai.organization,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


openai_key_path = "key.txt"
openai.api_type = "azure"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f(key):
    return openai_client(api_key=key).completions.create(model="d", prompt="p")
--- a script whose key stands in a file that it chooses
import sys
import openai
openai.api_key_path = sys.argv[1]
print(openai.Model.list())
>>>
import sys
import openai


def openai_client():
    """Make a client of what the module has set now."""
    with open(openai_key_path) as file:
        key = file.read().strip()
    return openai.OpenAI(api_key=key)


openai_key_path = sys.argv[1]
print(openai_client().models.list())
--- objects with kinds of API of their own, of which not all are looked at
class LLM:
    def __init__(self, kind, key):
        openai.api_type = kind
        if kind == "azure":
            openai.api_base = "https://a.openai.azure.com"
        openai.api_key = key

    def ask(self):
        return openai.Model.list()

one = LLM("azure", "k")
print(one.ask())
two = LLM("open_ai", "sk")
>>>


def openai_client():
    """Make a client of what the module has set now."""
    kind = str(openai.api_type).lower()
    if kind in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=openai.api_key,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    if kind == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)


class LLM:
    def __init__(self, kind, key):
        openai.api_type = kind
        if kind == "azure":
            openai.base_url = "https://a.openai.azure.com"
        openai.api_key = key

    def ask(self):
        return openai_client().models.list()

one = LLM("azure", "k")
print(one.ask())
two = LLM("open_ai", "sk")
--- settings under names that are made
import openai
for name in ("base", "type", "version"):
    key = f"api_{name}"
    setattr(openai, key, options[name])
print(openai.Model.list())
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    kind = str(openai.api_type).lower()
    if kind in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    if kind == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


for name in ("base", "type", "version"):
    key = f"api_{name}"
    setattr(openai, key.replace("api_base", "base_url"), options[name])
print(openai_client().models.list())
--- settings under names that are made in the call
import openai
for name in ["base", "key"]:
    setattr(openai, "api_" + name, options[name])
print(openai.Model.list())
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    kind = str(openai.api_type).lower()
    if kind in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    if kind == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


for name in ["base", "key"]:
    setattr(openai, ("api_" + name).replace("api_base", "base_url"), options[name])
print(openai_client().models.list())
--- settings in a dict that a loop goes through
import openai
SETTINGS = {"api_key": "k", "api_base": "https://x.example/v1"}
for name, value in SETTINGS.items():
    setattr(openai, name, value)
print(openai.Model.list())
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    kind = str(openai.api_type).lower()
    if kind in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    if kind == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key or os.environ.get("OPENAI_API_KEY"),
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


SETTINGS = {"api_key": "k", "api_base": "https://x.example/v1"}
for name, value in SETTINGS.items():
    setattr(openai, name.replace("api_base", "base_url"), value)
print(openai_client().models.list())
--- a setting that is gone in a dict that a loop goes through
import openai
for name, value in {"api_key": "k", "proxy": "http://p"}.items():
    setattr(openai, name, value)
print(openai.Model.list())
>>>
left: which settings of the module are assigned shows at run time only
--- a dict that a loop goes through, and that gets more before
import openai
settings = {"api_key": "k"}
settings["proxy"] = "http://p"
for name, value in settings.items():
    setattr(openai, name, value)
print(openai.Model.list())
>>>
left: which settings of the module are assigned shows at run time only
--- names that are the values of a dict
import openai
for given, name in {"api_key": "proxy"}.items():
    setattr(openai, name, given)
print(openai.Model.list())
>>>
left: which settings of the module are assigned shows at run time only
--- settings under names from elsewhere
import openai
for name, value in options.items():
    setattr(openai, name, value)
print(openai.Model.list())
>>>
left: which settings of the module are assigned shows at run time only
--- settings under names that are made, one of which is gone
import openai
for name in ("api_base", "proxy"):
    setattr(openai, name, options[name])
print(openai.Model.list())
>>>
left: which settings of the module are assigned shows at run time only
--- the kind is read
def f():
    if openai.api_type == "open_ai":
        return openai.Model.list()
>>>
...
def f():
    if (openai.api_type or "open_ai") == "open_ai":
        return openai.models.list()
--- the kind is compared with those of Azure, in a chain, and made a text
def f():
    if openai.api_type in ("azure", "azuread"):
        return openai.Model.list()
    return openai.api_type.upper(), openai.api_type or "open_ai"
>>>
...
def f():
    if openai.api_type in ("azure", "azuread"):
        return openai.models.list()
    return (openai.api_type or "open_ai").upper(), openai.api_type or "open_ai"
--- what 0.x did not have, and the module has today, is for a client of one call, too
openai.max_retries = 0
openai.http_client = openai.DefaultHttpxClient(proxy="http://proxy:3128")
def ask(key):
    return openai.Embedding.create(api_key=key, model="m", input="x")["data"]
>>>
...
openai.max_retries = 0
openai.http_client = openai.DefaultHttpxClient(proxy="http://proxy:3128")
def ask(key):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
        max_retries=openai.max_retries,
        http_client=openai.http_client,
    )
    return client.embeddings.create(model="m", input="x").data
--- a proxy is for a client of one call, too
openai.proxy = "http://proxy:3128"
def ask(key):
    return openai.Embedding.create(api_key=key, model="m", input="x")["data"]
>>>
...
openai.http_client = openai.DefaultHttpxClient(proxy="http://proxy:3128")
def ask(key):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
        http_client=openai.http_client,
    )
    return client.embeddings.create(model="m", input="x").data
--- connections that are not for awaited calls
openai.http_client = openai.DefaultHttpxClient(proxy="http://proxy:3128")
async def ask():
    return await openai.Embedding.acreate(model="m", input="x")
>>>
left: openai.http_client is not for awaited calls
--- a client that is asked for, beside settings of today [instance]
openai.api_key = "k"
openai.timeout = 5
print(openai.Embedding.create(model="m", input="x"))
>>>
...
openai.api_key = "k"
openai.timeout = 5
print(openai.embeddings.create(model="m", input="x"))
--- a call without a deployment, which went to OpenAI, before Azure is set
def ask(text):
    try:
        return openai.Completion.create(model="m", prompt=text)
    except openai.error.RateLimitError:
        openai.api_type = "azure"
        openai.api_base = "https://a.openai.azure.com"
        openai.api_version = "2023-05-15"
        openai.api_key = "k"
        return openai.Completion.create(engine="d", prompt=text)
>>>


def openai_client():
    """Make a client of what the module has set now."""
    if openai.api_type == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key,
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def ask(text):
    try:
        return openai_client().completions.create(model="m", prompt=text)
    except openai.RateLimitError:
        openai.api_type = "azure"
        openai.base_url = "https://a.openai.azure.com"
        openai.api_version = "2023-05-15"
        openai.api_key = "k"
        return openai_client().completions.create(model="d", prompt=text)
--- a function that is called with a model, and with a deployment
def ask(text, **given):
    return openai.Completion.create(prompt=text, **given)
def azure():
    openai.api_type = "azure"
    openai.api_base = "https://a.openai.azure.com"
    openai.api_version = "2023-05-15"
    openai.api_key = "k"
    return ask("a", engine="d")
print(ask("b", model="m"), azure())
>>>


def openai_client():
    """Make a client of what the module has set now."""
    if openai.api_type == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)


def ask(text, **given):
    return openai_client().completions.create(prompt=text, **given)
def azure():
    openai.api_type = "azure"
    openai.base_url = "https://a.openai.azure.com"
    openai.api_version = "2023-05-15"
    openai.api_key = "k"
    return ask("a", model="d")
print(ask("b", model="m"), azure())
--- a kind of API that a parameter may not be given
def ask(key, kind=None):
    return openai.Completion.create(engine="d", prompt="a", api_key=key, api_type=kind, api_base="https://a")
ask("k", "azure")
ask("k")
>>>
import os
import openai


def openai_client(api_key=None, api_base=None, api_type=None):
    """Make a client of what a call is given, or what the module has set now."""
    kind = str(api_type or openai.api_type).lower()
    if kind in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=api_key or openai.api_key or os.environ.get("OPENAI_API_KEY"),
            azure_endpoint=str(api_base or openai.base_url),
            api_version=openai.api_version,
        )
    if kind == "azure":
        return openai.AzureOpenAI(
            api_key=api_key or openai.api_key or os.environ.get("OPENAI_API_KEY"),
            azure_endpoint=str(api_base or openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=api_key or openai.api_key,
        base_url=api_base or openai.base_url,
    )


def ask(key, kind=None):
    return openai_client(api_key=key, api_type=kind, api_base="https://a").completions.create(model="d", prompt="a")
ask("k", "azure")
ask("k")
--- a version beside a call that goes to OpenAI
def ask(key):
    return openai.Completion.create(model="d", prompt="a", api_key=key, api_type="openai", api_version="v")
>>>
def ask(key):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )
    return client.completions.create(model="d", prompt="a")
--- an address on Azure that is read before it is set
import openai
print(openai.api_base)
openai.api_type = "azure"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "k"
print(openai.Completion.create(engine="d", prompt="a"))
>>>
import os
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


print(openai.azure_endpoint or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1"))
openai.api_type = "azure"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "k"
print(openai_client().completions.create(model="d", prompt="a"))
--- another method without a deployment, which went to OpenAI
def ask(text):
    return openai.ChatCompletion.create(model="m", messages=text)
def vector(text):
    openai.api_type = "azure"
    openai.api_base = "https://a.openai.azure.com"
    openai.api_version = "2023-05-15"
    openai.api_key = "k"
    return openai.Embedding.create(engine="d", input=text)
>>>


def openai_client():
    """Make a client of what the module has set now."""
    if openai.api_type == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key,
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def ask(text):
    return openai_client().chat.completions.create(model="m", messages=text)
def vector(text):
    openai.api_type = "azure"
    openai.base_url = "https://a.openai.azure.com"
    openai.api_version = "2023-05-15"
    openai.api_key = "k"
    return openai_client().embeddings.create(model="d", input=text)
--- the kind of API is compared with that of Azure
import openai
def use(settings):
    openai.api_type, openai.api_base, openai.api_version, openai.api_key = settings
def f():
    return openai.api_type == "azure", "azure" != openai.api_type, openai.Model.list()
>>>
import openai


def openai_client():
    """Make a client of what the module has set now."""
    kind = str(openai.api_type).lower()
    if kind in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=openai.api_key,
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    if kind == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key,
            organization=openai.organization,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def use(settings):
    openai.api_type, openai.base_url, openai.api_version, openai.api_key = settings
def f():
    return openai.api_type == "azure", "azure" != openai.api_type, openai_client().models.list()
--- a file with the key, whose name is read
openai.api_key_path = "key.txt"
print(openai.api_key_path, openai.Model.list())
>>>
left: openai.api_key_path is gone
--- one kind or the other, in a function that runs again
def use(east):
    if east:
        openai.api_base = "https://east.openai.azure.com"
    else:
        openai.api_base = "https://west.openai.azure.com"
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
use(True)
print(openai.Embedding.create(engine="d", input="a"))
use(False)
print(openai.Embedding.create(engine="d", input="a"))
>>>


def openai_client():
    """Make a client of what the module has set now."""
    return openai.AzureOpenAI(
        api_key=openai.api_key,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


def use(east):
    if east:
        openai.azure_endpoint = "https://east.openai.azure.com"
    else:
        openai.azure_endpoint = "https://west.openai.azure.com"
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
use(True)
print(openai_client().embeddings.create(model="d", input="a"))
use(False)
print(openai_client().embeddings.create(model="d", input="a"))
'''


@examples(MAKERS, header=HEADER)
def test_makers(before, expected, settings):
    check(before, expected, **settings)


def test_in_one_of_the_files_that_call():
    results = run(
        {
            "config.py": "import openai\n\ndef use(kind, base):\n    openai.api_type = kind\n    openai.api_base = base\n    openai.api_version = 'v'\n",
            "bot.py": "import openai\nimport config\n\ndef ask():\n    config.use('azure', 'https://a')\n    return openai.ChatCompletion.create(engine='d', messages=[])\n",
            "other.py": "import openai\nimport config\n\ndef ask():\n    config.use('openai', 'https://b')\n    return openai.Model.list()\n",
        }
    )
    texts = {path: result.after.decode() for path, result in results.items()}
    assert "    openai.base_url = base\n" in texts["config.py"]
    assert "def openai_client" not in texts["config.py"]
    assert "openai_client().chat.completions.create(model='d', messages=[])" in texts["bot.py"]
    assert "openai_client().models.list()" in texts["other.py"]
    assert texts["bot.py"].count("def openai_client():\n") == 1
    assert "import config\nfrom bot import openai_client\n" in texts["other.py"]
    assert "def openai_client" not in texts["other.py"]


SESSIONS = r'''
--- a session of its own
import aiohttp
import openai
async def f():
    openai.aiosession.set(aiohttp.ClientSession())
    await openai.Embedding.acreate(model="m", input="a")
    await openai.aiosession.get().close()
>>>
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    await async_openai_client().embeddings.create(model="m", input="a")
--- a session that the program uses itself
import aiohttp
import openai
async def f():
    session = aiohttp.ClientSession()
    openai.aiosession.set(session)
    await openai.Embedding.acreate(model="m", input="a")
    await session.get("https://a")
    openai.aiosession.set(None)
>>>
import aiohttp
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    session = aiohttp.ClientSession()
    await async_openai_client().embeddings.create(model="m", input="a")
    await session.get("https://a")
--- the only statement of a block
import openai
from aiohttp import ClientSession
async def begin(): openai.aiosession.set(ClientSession())
async def f():
    await openai.Embedding.acreate(model="m", input="a")
>>>
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def begin(): pass
async def f():
    await async_openai_client().embeddings.create(model="m", input="a")
--- a session with settings
import aiohttp
import openai
async def f():
    openai.aiosession.set(aiohttp.ClientSession(headers={"a": "b"}))
    await openai.Embedding.acreate(model="m", input="a")
>>>
left: openai.aiosession is gone
--- a session from elsewhere
import openai
async def f(session):
    openai.aiosession.set(session)
    await openai.Embedding.acreate(model="m", input="a")
>>>
left: openai.aiosession is gone
--- a session that is asked for
import aiohttp
import openai
async def f():
    openai.aiosession.set(aiohttp.ClientSession())
    await openai.Embedding.acreate(model="m", input="a")
    await openai.aiosession.get().get("https://a")
>>>
left: openai.aiosession is gone
'''


@examples(SESSIONS)
def test_sessions(before, expected, settings):
    check(before, expected, **settings)


PROXIES = r"""
--- the same proxy twice
proxy = "http://p:1"
openai.proxy = {"http": proxy, "https": proxy}
print(openai.Model.list())
>>>
proxy = "http://p:1"
openai.http_client = openai.DefaultHttpxClient(proxy=proxy)
print(openai.models.list())
--- two proxies
openai.proxy = {"http": "http://p:1", "https": "http://p:2"}
print(openai.Model.list())
>>>
left: may be a dict here, with a proxy for each scheme, and today's client takes one text
--- one proxy
openai.proxy = {"https": "http://p:2"}
print(openai.Model.list())
>>>
left: may be a dict here, with a proxy for each scheme, and today's client takes one text
--- the key by getattr
import openai
print(getattr(openai, "api_key", None))
print(openai.Model.list())
>>>
import os
import openai
print(getattr(openai, "api_key", None) or os.environ.get("OPENAI_API_KEY"))
print(openai.models.list())
"""


@examples(PROXIES, header=HEADER)
def test_proxies(before, expected, settings):
    check(before, expected, **settings)


def test_a_file_with_the_key_that_another_file_needs():
    results = run(
        {
            "config.py": "import openai\nopenai.api_key_path = 'key.txt'\n",
            "bot.py": "import openai\nimport config\nprint(openai.Model.list())\n",
        }
    )
    assert all(result.after is result.before for result in results.values())


CONF = """\
import openai
openai.api_type = "azure"
openai.api_version = "2023-05-15"
def use(name, key):
    openai.api_base = f"https://{name}.openai.azure.com"
    openai.api_key = key
"""
ASKS = """\
import conf, openai
def ask(text):
    return openai.Embedding.create(engine="d", input=text)["data"]
"""
LEFT = ASKS.replace('engine="d", ', 'engine="d", deployment_id="e", ').replace("ask(", "other(")


def text(results, name):
    return results[name].after.decode()


def test_what_is_left_is_called_on_what_is_there():
    """The rest is done; the call that was left gets the client of the function that is there, once it is mended."""
    first = run({"app.py": CONF + ASKS.partition("\n")[2] + LEFT.partition("\n")[2]})
    assert "openai_client().embeddings.create(model" in text(first, "app.py")
    assert 'openai.Embedding.create(engine="d", deployment_id="e", input=text)["data"]' in text(first, "app.py")
    assert {left.finding.line for left in first["app.py"].left} == {22}
    second = run({"app.py": text(first, "app.py").replace('deployment_id="e", ', "")})
    assert text(second, "app.py").count("openai_client().embeddings.create(") == 2
    assert text(second, "app.py").count("def ") == 4
    assert not second["app.py"].left


def test_a_file_without_such_a_function_imports_it():
    files = {"conf.py": CONF, "asks.py": ASKS, "others.py": LEFT, "main.py": "import asks, others\n"}
    first = run(files)
    assert text(first, "others.py") == LEFT
    mended = {name: text(first, name) for name in files} | {"others.py": LEFT.replace('deployment_id="e", ', "")}
    second = run(mended)
    assert not reasons(second["others.py"])
    assert "from asks import openai_client\n" in text(second, "others.py")
    assert all(second[name].after is second[name].before for name in files if name != "others.py")


def test_a_file_that_cannot_import_such_a_function_is_told_of_it():
    """It would be a circle."""
    files = {"conf.py": CONF, "asks.py": "import others\n" + ASKS, "others.py": LEFT, "main.py": "import asks, others\n"}
    first = run(files)
    assert "openai.azure_endpoint = f" in text(first, "conf.py")
    assert text(first, "others.py") == LEFT
    mended = {name: text(first, name) for name in files} | {"others.py": LEFT.replace('deployment_id="e", ', "")}
    for unsafe in (False, True):
        second = run(mended, unsafe=unsafe)
        assert all(result.after is result.before for result in second.values())
        assert "the program calls on clients that are made in asks.py, line 5" in reasons(second["others.py"])


def test_settings_without_a_call_that_is_made_on_such_a_client_stay():
    """The next run would take them for those of the module's own client."""
    first = run({"conf.py": CONF, "others.py": LEFT})
    assert all(result.after is result.before for result in first.values())
    assert "it goes with others.py, line 3" in reasons(first["conf.py"])


def test_what_a_function_that_is_there_does_not_take():
    first = text(run({"app.py": CONF + ASKS.partition("\n")[2] + LEFT.partition("\n")[2]}), "app.py")
    for more in ("api_key=text, ", 'api_type="open_ai", '):
        second = run({"app.py": first.replace('deployment_id="e", ', more)})
        assert second["app.py"].after is second["app.py"].before
        assert "make one so for this call" in reasons(second["app.py"])
    awaited = first.replace('deployment_id="e", ', "").replace("def other", "async def other")
    second = run({"app.py": awaited.replace("return openai.Embedding.create", "return await openai.Embedding.acreate")})
    assert second["app.py"].after is second["app.py"].before


def test_a_client_of_another_address_is_no_such_client():
    other = (
        "def third():\n    return openai.AzureOpenAI(api_key=openai.api_key, azure_endpoint=THIRD, "
        "api_version=openai.api_version)\n"
    )
    first = run({"app.py": CONF + other + ASKS.partition("\n")[2] + LEFT.partition("\n")[2]})
    second = run({"app.py": text(first, "app.py").replace('deployment_id="e", ', "")})
    assert "third()." not in text(second, "app.py")
    assert text(second, "app.py").count("openai_client().embeddings.create(") == 2


def test_a_function_that_makes_what_the_module_has_holds_nothing_back():
    """The module's own client has the same address and key: a call more is made on the module."""
    made = "def client():\n    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)\n"
    settings = "import openai\nopenai.api_key = KEY\nopenai.base_url = 'https://gateway.example/v1/'\n"
    call = "print(openai.Model.list())\n"
    results = run({"app.py": settings + made + "client().models.list()\n" + call})
    assert "print(openai.models.list())" in text(results, "app.py")
    settings = settings.replace("v1/'", "v1'")
    results = run({"app.py": settings + made + "client().models.list()\n" + call})
    assert "print(client().models.list())" in text(results, "app.py")


def test_a_file_with_an_address_that_stays_holds_all_back():
    conf = CONF.replace('azure.com"\n', 'azure.com"  # noqa\n')
    for unsafe in (False, True):
        results = run({"conf.py": conf, "asks.py": ASKS, "main.py": "import asks\n"}, unsafe=unsafe)
        assert all(result.after is result.before for result in results.values())


def test_the_key_from_a_file_and_a_proxy_are_carried_whole_or_not_at_all():
    for more in ('openai.api_key_path = "key.txt"\n', 'openai.proxy = "http://p:1"\n'):
        call = ASKS.partition("\n")[2].replace("def", "async def").replace("openai.E", "await openai.E")
        results = run({"app.py": CONF + more + call.replace("create", "acreate") + LEFT.partition("\n")[2]})
        assert results["app.py"].after is results["app.py"].before


def test_a_name_of_the_program_for_a_method_is_given_no_options():
    """Its client is made where the name is, and would not have the address that is given here."""
    given = 'given = {"api_base": opts.base, "api_key": opts.key}\n'
    for before, called in (
        ("def ask(opts):\n    f = openai.Completion.create\n    ", "return f(model='m', prompt='p', **given)"),
        ("f = openai.Completion.create\ndef ask(opts):\n    ", "return f(model='m', prompt='p', **given)"),
        ("f = openai.Completion.create\ndef ask(opts, **given):\n    ", "return f(model='m', prompt='p', **given)"),
        ("f = openai.Completion.create\ndef ask(opts):\n    ", "return f(model='m', prompt='p', api_key=opts.key)"),
    ):
        for unsafe in (False, True):
            own = "ask(opts=1, api_key=K, api_base=B)\n" if "**given)" in before else ""
            more = "" if own else given + "    "
            results = run({"app.py": "import openai\n" + before + more + called + "\n" + own}, unsafe=unsafe)
            assert "openai_client" not in text(results, "app.py")
            assert "Completion.create" in text(results, "app.py")


ACROSS = """\
import openai


def ask(**kwargs):
    return openai.Completion.create(prompt="p", **kwargs)["choices"][0]["text"]
"""
OPTIONS = """\
from app import ask


def say(key, base):
    return ask(model="m", **{"api_key": key, "api_base": base})
"""


def test_options_of_another_file():
    results = run({"app.py": ACROSS, "bot.py": OPTIONS})
    assert "def ask(api_key=None, api_base=None, **kwargs):" in text(results, "app.py")
    assert "openai_client(api_key=api_key, api_base=api_base)" in text(results, "app.py")
    assert text(results, "bot.py") == OPTIONS


def test_options_of_another_file_that_are_taken_out_of_a_dict():
    app = ACROSS.replace("**kwargs):", "**kwargs):\n    print(len(kwargs))")
    results = run({"app.py": app, "bot.py": OPTIONS})
    assert "openai_client(**kwargs)" in text(results, "app.py")
    assert 'if name not in ("api_key", "api_base")' in text(results, "app.py")


SEVERAL = """\
import os

import openai

SETTINGS = {"top_p": 1}
NAMES = {"api_key": "KEY", "api_base": "BASE"}


def ask(request):
    where = {name: os.environ[variable] for name, variable in NAMES.items()}
    if request.deployment:
        where["deployment_id"] = request.deployment
    return openai.Completion.create(**where, prompt="p", **SETTINGS)
"""


def test_options_in_one_of_several_dicts():
    results = run({"app.py": SEVERAL})
    assert "openai_client(**where).completions.create(" in text(results, "app.py")
    assert 'if name not in ("api_key", "api_base")}, prompt="p", **SETTINGS)' in text(results, "app.py")


def test_options_of_another_file_that_nobody_can_take_out():
    named = ACROSS.replace("openai.Completion.create(", "M(")
    for app in (
        named.replace("\n\n\n", "\nM = openai.Completion.create\n\n\n", 1),
        ACROSS.replace("Completion.create(", "Completion.create, ")
        .replace("return ", "return functools.partial(")
        .replace("**kwargs)[", "**kwargs)()["),
    ):
        for unsafe in (False, True):
            results = run({"app.py": "import functools\n" + app, "bot.py": OPTIONS}, unsafe=unsafe)
            assert "openai_client" not in text(results, "app.py"), text(results, "app.py")
            assert text(results, "bot.py") == OPTIONS
