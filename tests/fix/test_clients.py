# ruff: noqa: E501
"""Clients where settings, keys or kinds of API are several: what an expert writes, and what must stay."""

from __future__ import annotations

import pytest
from fix.given import check, examples, run

HEADER = "import os\nimport openai\n"

TOKENS = r'''
--- a key or a token, by a branch
def get(text, credential=None):
    openai.api_version = "2023-05-15"
    openai.api_base = os.environ["ENDPOINT"]
    if credential is not None:
        openai.api_key = credential.get_token("https://cognitiveservices.azure.com/.default").token
        openai.api_type = "azure_ad"
    else:
        openai.api_type = 'azure'
        openai.api_key = os.environ["KEY"]
    return openai.Embedding.create(deployment_id="d", input=text)["data"][0]["embedding"]
print(get("a"))
>>>


def openai_client():
    """Make a client of what the module has set now."""
    if openai.api_type == "azure_ad":
        return openai.AzureOpenAI(
            azure_ad_token=openai.api_key,
            azure_endpoint=str(openai.azure_endpoint),
            api_version=openai.api_version,
        )
    return openai.AzureOpenAI(
        api_key=openai.api_key,
        azure_endpoint=str(openai.azure_endpoint),
        api_version=openai.api_version,
    )


def get(text, credential=None):
    openai.api_version = "2023-05-15"
    openai.azure_endpoint = os.environ["ENDPOINT"]
    if credential is not None:
        openai.api_key = credential.get_token("https://cognitiveservices.azure.com/.default").token
        openai.api_type = "azure_ad"
    else:
        openai.api_type = 'azure'
        openai.api_key = os.environ["KEY"]
    return openai_client().embeddings.create(model="d", input=text).data[0].embedding
print(get("a"))
--- a key, a token, or neither on Azure
def use(kind):
    openai.api_base = os.environ["ENDPOINT"]
    openai.api_key = os.environ["KEY"]
    if kind == 1:
        openai.api_type = "azuread"
    elif kind == 2:
        openai.api_type = "Azure"
    elif kind == 3:
        openai.api_type = "azure_ad"
    else:
        openai.api_type = "open_ai"
def get(kind):
    use(kind)
    return openai.Moderation.create(input="a")
print(get(1), get(2))
>>>


def openai_client():
    """Make a client of what the module has set now."""
    if openai.api_type in ("azure_ad", "azuread"):
        return openai.AzureOpenAI(
            azure_ad_token=openai.api_key,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    if openai.api_type == "azure":
        return openai.AzureOpenAI(
            api_key=openai.api_key,
            azure_endpoint=str(openai.base_url),
            api_version=openai.api_version,
        )
    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)


def use(kind):
    openai.base_url = os.environ["ENDPOINT"]
    openai.api_key = os.environ["KEY"]
    if kind == 1:
        openai.api_type = "azuread"
    elif kind == 2:
        openai.api_type = "azure"
    elif kind == 3:
        openai.api_type = "azure_ad"
    else:
        openai.api_type = "openai"
def get(kind):
    use(kind)
    return openai_client().moderations.create(input="a")
print(get(1), get(2))
'''


@examples(TOKENS, header=HEADER)
def test_a_token_only_sometimes(before, expected, settings):
    check(before, expected, **settings)


OVERWRITTEN = r'''
--- the last one wins
openai.api_type = "azure"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_type = "azure_ad"
openai.api_key = credential.get_token("https://cognitiveservices.azure.com/.default").token
print(openai.Embedding.create(engine="d", input="a"))
>>>
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_type = "azure"
openai.azure_ad_token = credential.get_token("https://cognitiveservices.azure.com/.default").token
print(openai.embeddings.create(model="d", input="a"))
--- with a comment, which stays
openai.api_type = "azure"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"  # of May
openai.api_version = os.environ["VERSION"]
print(openai.Embedding.create(engine="d", input="a"))
>>>
openai.api_type = "azure"
openai.azure_endpoint = "https://a.openai.azure.com"
# of May
openai.api_version = os.environ["VERSION"]
print(openai.embeddings.create(model="d", input="a"))
--- a credential in between
import openai
from azure.identity import DefaultAzureCredential
openai.api_type = "azure"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
credential = DefaultAzureCredential()
token = credential.get_token("https://cognitiveservices.azure.com/.default")
openai.api_type = "azure_ad"
openai.api_key = token.token
print(openai.Embedding.create(engine="d", input="a"))
>>>
import openai
from azure.identity import DefaultAzureCredential
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
credential = DefaultAzureCredential()
token = credential.get_token("https://cognitiveservices.azure.com/.default")
openai.api_type = "azure"
openai.azure_ad_token = token.token
print(openai.embeddings.create(model="d", input="a"))
'''


@examples(OVERWRITTEN, header=HEADER)
def test_overwritten(before, expected, settings):
    check(before, expected, **settings)


READ = {
    "by a function of the program": 'V = "1"\nask()\nV = "2"\n',
    "in between": 'V = "1"\nfirst = V\nV = "2"\n',
    "by what the second value calls": 'V = "1"\nV = ask()\n',
    "where the second one may not be reached": 'try:\n    V = "1"\n    V = os.environ["VERSION"]\nexcept KeyError:\n    pass\n',
    "where the second one may not be made": 'V = "1"\nif os.environ.get("NEW"):\n    V = "2"\n',
    "by a call in its own value": 'V = ask()\nV = "2"\n',
    "by a method of who knows what": 'V = "1"\nthing.save()\nV = "2"\n',
    "in a loop": 'for V in ("1", "2"):\n    pass\n',
}
"""Where a value may be read, or may have been made by something with an effect; V is the setting."""


@pytest.mark.parametrize("lines", READ.values(), ids=READ)
def test_not_overwritten(lines):
    """All assignments stay."""
    lines = lines.replace("V", "openai.api_version")
    before = f"""import os
import openai
openai.api_type = "azure"
openai.api_base = "https://a.openai.azure.com"
def ask():
    return str(openai.Embedding.create(engine="d", input="a"))
{lines}print(ask())
"""
    after = run({"a.py": before})["a.py"].after.decode()
    assert after.count("openai.api_version = ") >= before.count("openai.api_version = ")
    assert after.count("in (\"1\"") == before.count("in (\"1\"")


HANDED_ON = r'''
--- a method that is kept
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"
class Bot:
    def __init__(self, chat):
        self.create = openai.ChatCompletion.create if chat else openai.Completion.create
        self.table = {"embed": openai.Embedding.create}
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
class Bot:
    def __init__(self, chat):
        self.create = (lambda **kwargs: openai_client().chat.completions.create(**kwargs)) if chat else (lambda **kwargs: openai_client().completions.create(**kwargs))
        self.table = {"embed": lambda **kwargs: openai_client().embeddings.create(**kwargs)}
--- a resource that is chosen, and used at once
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"
def ask(text, chat):
    use(chat)
    resource = openai.ChatCompletion if chat else openai.Completion
    return resource.create(engine="d", stop=text)
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
def ask(text, chat):
    use(chat)
    resource = openai_client().chat.completions if chat else openai_client().completions
    return resource.create(model="d", stop=text)
--- a resource that is used where settings may have changed
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"
def switch():
    use(input())
def ask(text):
    resource = openai.Embedding
    switch()
    return resource.create(engine="d", input=text)
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
def switch():
    use(input())
def ask(text):
    switch()
    return openai_client().embeddings.create(model="d", input=text)
--- a resource that is chosen, and awaited
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"
async def ask(chat):
    resource = openai.ChatCompletion if chat else openai.Completion
    return await resource.acreate(engine="d")
>>>
left: each call needs a client of its own, and what is handed on here would keep one
--- a resource that is chosen, and a method that is awaited elsewhere
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"
def ask(chat):
    resource = openai.ChatCompletion if chat else openai.Completion
    return resource.acreate(engine="d")
>>>
left: each call needs a client of its own, and what is handed on here would keep one
--- a resource that is chosen, where settings change before it is called
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"
def ask(chat):
    resource = openai.ChatCompletion if chat else openai.Completion
    use(chat)
    return resource.create(engine="d")
>>>
left: each call needs a client of its own, and what is handed on here would keep one
--- a method that goes to another process
import openai
from multiprocessing import Queue
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def use(name):
    openai.api_base = f"https://{name}.openai.azure.com"
def ask(queue):
    queue.put(openai.Embedding.create)
>>>
left: a method is handed on, maybe to another process
--- a key beside a method that is called now
import asyncio
import openai
from functools import partial
async def check(key, loop):
    await loop.run_in_executor(None, partial(openai.Moderation.create, api_key=key, input="a", request_timeout=10))
    await asyncio.to_thread(openai.Moderation.create, api_key=key, input="a")
>>>
import asyncio
import openai
from functools import partial
async def check(key, loop):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )
    await loop.run_in_executor(None, partial(client.moderations.create, input="a", timeout=10))
    await asyncio.to_thread(client.moderations.create, input="a")
--- a key beside a method that is called later
from functools import partial
import openai
def check(key):
    return partial(openai.Moderation.create, api_key=key)
>>>
from functools import partial
import openai
def check(key):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )
    return partial(client.moderations.create)
'''


@examples(HANDED_ON, header=HEADER.partition("\n")[2])
def test_handed_on(before, expected, settings):
    check(before, expected, **settings)


def test_a_client_that_is_imported_within_functions():
    """There is no place for a function that makes clients in a file that imports nothing at its top."""
    check(
        """def use(name):
    import openai
    openai.api_type = "azure"
    openai.api_version = "2023-05-15"
    openai.api_base = f"https://{name}.openai.azure.com"
    return openai.Embedding.create(engine="d", input="a")
""",
        "left: there is no place behind imports",
    )


PROXIES = r'''
--- a proxy for awaited calls
openai.proxy = "http://p:1"
async def f():
    return await openai.Model.alist()
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
        http_client=openai.DefaultAsyncHttpxClient(proxy=openai_proxy),
    )


openai_proxy = "http://p:1"
async def f():
    return await async_openai_client().models.list()
--- of awaited calls, in the class that makes them
class Bot:
    def __init__(self, config):
        """A bot."""
        openai.api_key = config["key"]
        openai.proxy = "http://proxy.example:8080"
        openai.proxy = None
    async def get(self, text):
        found = await openai.Embedding.acreate(model="m", input=text)
        return found["data"][0]["embedding"]
    def moderate(self, text):
        return openai.Moderation.create(input=text)
>>>

openai_proxy = None


def openai_client():
    """Make a client of what the module has set now."""
    return openai.OpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
        http_client=openai.DefaultHttpxClient(proxy=openai_proxy),
    )


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
        http_client=openai.DefaultAsyncHttpxClient(proxy=openai_proxy),
    )


class Bot:
    def __init__(self, config):
        """A bot."""
        global openai_proxy
        openai.api_key = config["key"]
        openai_proxy = "http://proxy.example:8080"
        openai_proxy = None
    async def get(self, text):
        found = await async_openai_client().embeddings.create(model="m", input=text)
        return found.data[0].embedding
    def moderate(self, text):
        return openai_client().moderations.create(input=text)
--- of awaited calls, in the body of a class
class Bot:
    openai.proxy = "http://proxy.example:8080"
    async def get(self, text):
        return await openai.Embedding.acreate(model="m", input=text)
>>>
left: openai.proxy is set in the body of a class
--- that may be a dict
def use(config):
    openai.proxy = config.proxy
    return openai.Model.list()
>>>
left: openai.proxy may be a dict here, with a proxy for each scheme, and today's client takes one text; --unsafe-fixes does it
--- that is a text by its form
def use(config):
    openai.proxy = str(config.proxy)
    return openai.Model.list()
def then(config):
    openai.proxy = f"http://{config.host}:{config.port}"
    return openai.Model.list()
def last(config):
    openai.proxy = "http://" + config.host
    openai.proxy = "http://{}".format(config.host).strip()
    return openai.Model.list()
>>>
def use(config):
    openai.http_client = openai.DefaultHttpxClient(proxy=str(config.proxy) or None)
    return openai.models.list()
def then(config):
    openai.http_client = openai.DefaultHttpxClient(proxy=f"http://{config.host}:{config.port}")
    return openai.models.list()
def last(config):
    openai.http_client = openai.DefaultHttpxClient(proxy="http://" + config.host)
    openai.http_client = openai.DefaultHttpxClient(proxy="http://{}".format(config.host).strip() or None)
    return openai.models.list()
--- that a function called otherwise makes
def use(config):
    openai.proxy = config.str(config.proxy)
    return openai.Model.list()
>>>
left: openai.proxy may be a dict here
--- that may be a dict, as a person will see [unsafe]
def use(config):
    openai.proxy = config.proxy
    return openai.Model.list()
>>>
def use(config):
    openai.http_client = openai.DefaultHttpxClient(proxy=config.proxy)
    return openai.models.list()
--- that is named as a dict [unsafe]
def use(config):
    openai.proxy = config.proxies
    return openai.Model.list()
>>>
def use(config):
    openai.http_client = openai.DefaultHttpxClient(proxy=config.proxies.get("https") or None)
    return openai.models.list()
'''


@examples(PROXIES, header=HEADER.partition("\n")[2])
def test_proxies(before, expected, settings):
    check(before, expected, **settings)


def test_a_proxy_of_another_file():
    """A call that is awaited, and a file that sets its proxy, stay together."""
    files = {
        "config.py": "import openai\nopenai.proxy = 'http://proxy.example:8080'\n",
        "app.py": "import config\nimport openai\nasync def f():\n    return await openai.Model.alist()\n",
    }
    for result in run(files).values():
        assert result.after == result.before
        assert any("proxy" in left.reason for left in result.left)


def test_a_client_object_where_it_cannot_be():
    """The calls are migrated on the module, and a note says why."""
    source = "import openai\n\ndef use(key):\n    if key != 1:\n        openai.api_key = key\n    return openai.Model.list()\n"
    result = run({"a.py": source}, client="instance")["a.py"]
    assert result.after.decode() == source.replace("Model", "models")
    why = "openai.Model.list is named before all settings are made"
    note = f"calls stay on the openai module, as a client would behave otherwise: {why}"
    assert list(result.notes) == [f"line 6: {note}"]


ONE_CLIENT = "api_key=key or openai.api_key, organization=openai.organization, base_url=openai.base_url"

INLINE = {
    "what else is called in the statement may change settings": "show(use(key), openai.Model.list(api_key=key))",
    "it may not be called at all": "return openai.Model.list(api_key=key) if key else None",
    "it is called again and again": "return [openai.Model.list(api_key=key) for _ in range(3)]",
    "it is called later": "return lambda: openai.Model.list(api_key=key)",
    "a line of a block": "if key: return openai.Model.list(api_key=key)",
    "the option may do something": "return openai.Model.list(api_key=ask_for(key))",
    "a second one, with another client, in the same statement": (
        "return openai.Model.list(api_key=key), openai.Model.list(api_key=other)"
    ),
}
"""Where a client stays in its expression, as a statement before it would not be the same; and why."""


@pytest.mark.parametrize("line", INLINE.values(), ids=INLINE)
def test_a_client_within_an_expression(line):
    """The client is made where the call is, and when it is."""
    source = f"import openai\ndef f(key, other):\n    {line}\n"
    after = run({"a.py": source})["a.py"].after.decode()
    assert "client = " not in after
    assert "openai.OpenAI(" in after


@pytest.mark.parametrize(
    "line",
    [
        "return openai.Model.list(api_key=key)",
        "found = {'models': [openai.Model.list(api_key=key).data]}",
        "for model in openai.Model.list(api_key=key).data:\n        print(model)",
        "print(len(openai.Model.list(api_key=key).data))",
    ],
)
def test_a_client_in_a_statement(line):
    """The client is made in a statement before that of the call, within its block."""
    source = f"import openai\ndef f(key):\n    if key:\n        {line.replace(chr(10), chr(10) + '    ')}\n"
    after = " ".join(run({"a.py": source})["a.py"].after.decode().split())
    made = f"client = openai.OpenAI( {ONE_CLIENT}, )"
    assert f"if key: {made} " in after
    assert "client.models.list()" in after


def test_a_client_for_two_calls():
    """One client does for both where nothing changes between them, and not where something may."""
    call = "    openai.Model.list(api_key=key)\n"
    change = {"": 1, "    key = next(keys)\n": 2, "    use()\n": 2, "    openai.organization = 'o'\n": 2}
    for between, number in change.items():
        source = f"import openai\ndef use():\n    openai.api_base = 'https://a/v1'\ndef f(key, keys):\n{call}{between}{call}"
        after = run({"a.py": source})["a.py"].after.decode()
        assert after.count("client = ") == number, (between, after)


LOOPS = r'''
--- a framework with one event loop
import os
import discord
import openai
openai.api_key = os.environ["OPENAI_API_KEY"]
bot = discord.Client(intents=discord.Intents.default())
@bot.event
async def on_message(message):
    await openai.Moderation.acreate(input=message.content)
bot.run(os.environ["TOKEN"])
>>>
import os
import discord
from openai import AsyncOpenAI
client = AsyncOpenAI(api_key=os.environ["OPENAI_API_KEY"])
bot = discord.Client(intents=discord.Intents.default())
@bot.event
async def on_message(message):
    await client.moderations.create(input=message.content)
bot.run(os.environ["TOKEN"])
--- a framework, and a loop for each thread
import asyncio
import os
import fastapi
import openai
openai.api_key = os.environ["OPENAI_API_KEY"]
app = fastapi.FastAPI()
@app.get("/")
def page():
    asyncio.run(openai.Moderation.acreate(input="a"))
if __name__ == "__main__":
    serve(app)
>>>
import asyncio
import os
import fastapi
import openai
openai.api_key = os.environ["OPENAI_API_KEY"]
app = fastapi.FastAPI()
@app.get("/")
def page():
    asyncio.run(openai.AsyncOpenAI(api_key=openai.api_key).moderations.create(input="a"))
if __name__ == "__main__":
    serve(app)
--- a token, awaited, on the module
import os
import openai
openai.api_type = "azure_ad"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = os.environ.get("TOKEN")
async def f():
    return await openai.Embedding.acreate(engine="d", input="x")
>>>
import os
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncAzureOpenAI(
        azure_ad_token=openai.azure_ad_token,
        organization=openai.organization,
        azure_endpoint=openai.azure_endpoint,
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.azure_ad_token = os.environ.get("TOKEN")
async def f():
    return await async_openai_client().embeddings.create(model="d", input="x")
'''


@examples(LOOPS)
def test_awaited(before, expected, settings):
    check(before, expected, **settings)


KWARGS = r'''
--- options among what a function is given become parameters
import openai
async def embed(text, *more, **options):
    return await openai.Embedding.acreate(input=text, **options)
embed("a", model="m", api_key="k", organization="o")
>>>
import openai


def async_openai_client(api_key=None, organization=None):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=api_key or openai.api_key,
        organization=organization or openai.organization,
    )


async def embed(text, *more, api_key=None, organization=None, **options):
    return await async_openai_client(api_key=api_key, organization=organization).embeddings.create(input=text, **options)
embed("a", model="m", api_key="k", organization="o")
--- a function that looks at what it is given
import openai
def embed(**options):
    print(options["api_key"])
    return openai.Embedding.create(**options)
embed(model="m", input="a", api_key="k")
>>>
import openai


def openai_client(api_key=None, **others):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.OpenAI(api_key=api_key or openai.api_key)


def embed(**options):
    print(options["api_key"])
    return openai_client(**options).embeddings.create(**{name: value for name, value in options.items() if name != "api_key"})
embed(model="m", input="a", api_key="k")
--- a function in which the name means something else
import openai
api_key = "mine"
def embed(**options):
    print(api_key)
    return openai.Embedding.create(**options)
embed(model="m", input="a", api_key="k")
>>>
import openai


def openai_client(api_key=None, **others):
    """Make a client of what a call is given, or what the module has set now."""
    return openai.OpenAI(api_key=api_key or openai.api_key)


api_key = "mine"
def embed(**options):
    print(api_key)
    return openai_client(**options).embeddings.create(**{name: value for name, value in options.items() if name != "api_key"})
embed(model="m", input="a", api_key="k")
'''


@examples(KWARGS)
def test_options_by_name(before, expected, settings):
    check(before, expected, **settings)


EMPTY = r'''
--- the address of the module, where that of a call is empty
class Embeds:
    def __init__(self, api_base=None):
        self.base = api_base
    def get(self, text):
        return openai.Embedding.create(model="m", input=text, api_base=self.base, api_key="k")["data"]
def use(base):
    openai.api_base = base
    return Embeds().get("a")
>>>
class Embeds:
    def __init__(self, api_base=None):
        self.base = api_base
    def get(self, text):
        client = openai.OpenAI(
            api_key="k",
            organization=openai.organization,
            base_url=self.base or openai.base_url,
        )
        return client.embeddings.create(model="m", input=text).data
def use(base):
    openai.base_url = base and base.rstrip("/") + "/"
    return Embeds().get("a")
--- options that are None, or one thing or another
openai.api_base = "https://gateway.example/v1"
def get(text, mine, key):
    first = openai.Embedding.create(model="m", input=text, api_base=None, api_key=key if mine else "")
    return first["data"]
>>>
openai.base_url = "https://gateway.example/v1/"
def get(text, mine, key):
    first = openai.OpenAI(api_key=(key if mine else "") or openai.api_key, organization=openai.organization, base_url=openai.base_url).embeddings.create(model="m", input=text)
    return first.data
--- options that may be empty, in a script that sets nothing
import os
BASE = os.getenv("LLM_BASE", "")
def ask(text, key="", organization=None):
    reply = openai.Completion.create(model="m", prompt=text, api_base=BASE, api_key=key, organization=organization)
    return reply["choices"][0]["text"]
print(ask("x"))
>>>
import os
BASE = os.getenv("LLM_BASE", "")
def ask(text, key="", organization=None):
    client = openai.OpenAI(
        api_key=key or None,
        organization=organization,
        base_url=BASE or None,
    )
    reply = client.completions.create(model="m", prompt=text)
    return reply.choices[0].text
print(ask("x"))
'''
"""An option of 0.x that was empty left that of the module."""


@examples(EMPTY, header=HEADER)
def test_empty_options(before, expected, settings):
    check(before, expected, **settings)


LAZY = r'''
--- a small function, in a file that imports the SDK where it needs it
from tool.openai_things import x
async def ask(text):
    import openai
    return (await openai.Completion.acreate(model="m", prompt=text))["choices"][0]["text"]
>>>
from tool.openai_things import x


def async_openai_client():
    """Make a client of what the module has set now."""
    import openai

    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def ask(text):
    import openai
    return (await async_openai_client().completions.create(model="m", prompt=text)).choices[0].text
'''


@examples(LAZY)
def test_the_sdk_is_imported_where_it_was(before, expected, settings):
    check(before, expected, **settings)
