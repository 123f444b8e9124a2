# ruff: noqa: E501
"""Settings of the module, of the environment, and of Azure; a client in their place."""

from __future__ import annotations

from fix.given import check, examples

HEADER = "import openai\n"

MODULE = r"""
--- an address
openai.api_base = "https://a/v1"
def f():
    return openai.Model.list()
>>>
openai.base_url = "https://a/v1/"
def f():
    return openai.models.list()
--- an address with its slash
openai.api_base = "https://a/v1/"
def f():
    return openai.Model.list()
>>>
openai.base_url = "https://a/v1/"
def f():
    return openai.models.list()
--- single quotes, three quotes, a raw text
openai.api_base = 'https://a/v1'
def f():
    openai.api_base = '''https://a/v1'''
def g():
    openai.api_base = r"https://a/v1"
>>>
openai.base_url = 'https://a/v1/'
def f():
    openai.base_url = '''https://a/v1/'''
def g():
    openai.base_url = r"https://a/v1/"
--- an f-string
def f(host):
    openai.api_base = f"https://{host}/v1"
>>>
def f(host):
    openai.base_url = f"https://{host}/v1/"
--- an f-string with its slash
def f(host):
    openai.api_base = f"https://{host}/v1/"
>>>
def f(host):
    openai.base_url = f"https://{host}/v1/"
--- an f-string that ends in a field
def f(host):
    openai.api_base = f"https://{host}"
>>>
def f(host):
    openai.base_url = f"https://{host}/"
--- a sum
def f(host):
    openai.api_base = "https://" + host
>>>
def f(host):
    openai.base_url = ("https://" + host).rstrip("/") + "/"
--- a sum with its slash
def f(host):
    openai.api_base = host + "/v1/"
>>>
def f(host):
    openai.base_url = host + "/v1/"
--- a percent
def f(host):
    openai.api_base = "https://%s/v1" % host
>>>
def f(host):
    openai.base_url = ("https://%s/v1" % host).rstrip("/") + "/"
--- format
def f(host):
    openai.api_base = "https://{}/v1".format(host)
>>>
def f(host):
    openai.base_url = "https://{}/v1".format(host).rstrip("/") + "/"
--- a parameter
def f(base):
    openai.api_base = base
>>>
def f(base):
    openai.base_url = base and base.rstrip("/") + "/"
--- an attribute
class Bot:
    def __init__(self, config):
        openai.api_base = config.base
>>>
class Bot:
    def __init__(self, config):
        openai.base_url = config.base and config.base.rstrip("/") + "/"
--- a subscript
def f(config):
    openai.api_base = config["base"]
>>>
def f(config):
    openai.base_url = (config["base"] or "").rstrip("/") + "/"
--- a conditional expression
def f(local):
    openai.api_base = "http://localhost:1/v1" if local else "https://a/v1"
>>>
def f(local):
    openai.base_url = "http://localhost:1/v1/" if local else "https://a/v1/"
--- or
def f(base):
    openai.api_base = base or "https://a/v1"
>>>
def f(base):
    openai.base_url = (base or "https://a/v1").rstrip("/") + "/"
--- of the environment, required
import os
import openai
openai.api_base = os.environ["BASE"]
def f():
    return openai.Model.list()
>>>
import os
import openai
openai.base_url = os.environ["BASE"].rstrip("/") + "/"
def f():
    return openai.models.list()
--- of the environment, with a default
import os
import openai
openai.api_base = os.environ.get("BASE", "https://a/v1")
def f():
    return openai.Model.list()
>>>
import os
import openai
openai.base_url = os.environ.get("BASE", "https://a/v1").rstrip("/") + "/"
def f():
    return openai.models.list()
--- of the environment, perhaps
import os
import openai
openai.api_base = os.getenv("BASE")
def f():
    return openai.Model.list()
>>>
import os
import openai
openai.base_url = (os.getenv("BASE") or "").rstrip("/") + "/"
def f():
    return openai.models.list()
--- only where it is given
import os
import openai
if os.getenv("BASE"):
    openai.api_base = os.getenv("BASE")
def f():
    return openai.Model.list()
>>>
import os
import openai
if os.getenv("BASE"):
    openai.base_url = os.getenv("BASE").rstrip("/") + "/"
def f():
    return openai.models.list()
--- only where it is given, and something else is bound there
def f(config, base):
    if config.url and base:
        openai.api_base = config.url
    if base:
        base = config.base
        openai.api_base = base
    return openai.Model.list()
>>>
...
def f(config, base):
    if config.url and base:
        openai.base_url = config.url.rstrip("/") + "/"
    if base:
        base = config.base
        openai.base_url = base and base.rstrip("/") + "/"
    return openai.models.list()
--- None
openai.api_base = None
def f():
    return openai.Model.list()
>>>
openai.base_url = None
def f():
    return openai.models.list()
--- several at once
openai.api_key, openai.api_base = "sk-1", "https://a/v1"
def f():
    return openai.Model.list()
>>>
openai.api_key, openai.base_url = "sk-1", "https://a/v1/"
def f():
    return openai.models.list()
--- with semicolons
openai.api_key = "sk-1"; openai.api_base = "https://a/v1"; print("set")
def f():
    return openai.Model.list()
>>>
openai.api_key = "sk-1"; openai.base_url = "https://a/v1/"; print("set")
def f():
    return openai.models.list()
--- with a comment
openai.api_base = "https://a/v1"  # the gateway
def f():
    return openai.Model.list()
>>>
openai.base_url = "https://a/v1/"  # the gateway
def f():
    return openai.models.list()
--- in brackets, over lines
openai.api_base = (
    "https://a"
    "/v1"
)
def f():
    return openai.Model.list()
>>>
openai.base_url = (
    "https://a"
    "/v1/"
)
def f():
    return openai.models.list()
--- a walrus of nothing to do
def f(x):
    if (base := x.base):
        openai.api_base = base
>>>
def f(x):
    if (base := x.base):
        openai.base_url = base and base.rstrip("/") + "/"
--- setattr
def f(base):
    setattr(openai, "api_base", "https://a/v1")
>>>
def f(base):
    setattr(openai, "base_url", "https://a/v1/")
--- setattr with a name that is not known
def f(name, value):
    setattr(openai, name, value)
>>>
left: which name of the module this is shows at run time only
--- setattr in a loop over what is known
for name, value in {"api_key": "sk-1", "api_base": "https://a/v1"}.items():
    setattr(openai, name, value)
>>>
left: which name of the module this is shows at run time only
--- under another name
import openai as ai
def f():
    ai.api_base = "https://a/v1"
>>>
import openai as ai
def f():
    ai.base_url = "https://a/v1/"
--- from the package
from openai import api_base
print(api_base)
>>>
left: openai.api_base has no counterpart: with a trailing slash, or OpenAI(base_url=...)
--- deleted
del openai.api_base
>>>
del openai.base_url
--- read and shown
def f():
    print(openai.api_base)
>>>
import os
import openai
def f():
    print(str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/"))
--- read after it is set
openai.api_base = "https://a/v1"
def f():
    return openai.api_base
>>>
import os
import openai
openai.base_url = "https://a/v1/"
def f():
    return str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/")
--- read with a slash that is the program's own
openai.api_base = "https://a/v1/"
def f():
    return openai.api_base
>>>
left: openai.api_base is read, and openai.base_url has no default and may end in a slash
--- read in an f-string
def f():
    return f"at {openai.api_base}!"
>>>
import os
import openai
def f():
    return f"at {str(openai.base_url or os.environ.get('OPENAI_BASE_URL', 'https://api.openai.com/v1')).rstrip('/')}!"
--- read in an f-string with a quote in it
def f():
    return f'at {openai.api_base}!'
>>>
import os
import openai
def f():
    return f'at {str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/")}!'
--- compared
def f():
    return openai.api_base == "https://api.openai.com/v1"
>>>
import os
import openai
def f():
    return str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/") == "https://api.openai.com/v1"
--- put back
def f():
    before = openai.api_base
    openai.api_base = "https://a/v1"
    try:
        return openai.Model.list()
    finally:
        openai.api_base = before
>>>
import os
import openai
def f():
    before = str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/") + "/"
    openai.base_url = "https://a/v1/"
    try:
        return openai.models.list()
    finally:
        openai.base_url = before
--- put back, on two lines at once
def f(base, key):
    old = openai.api_base, openai.api_key
    openai.api_base, openai.api_key = base, key
    openai.Model.list()
    openai.api_base, openai.api_key = old
>>>
import os
import openai
def f(base, key):
    old = str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/") + "/", openai.api_key or os.environ.get("OPENAI_API_KEY")
    openai.base_url, openai.api_key = base and base.rstrip("/") + "/", key
    openai.models.list()
    openai.base_url, openai.api_key = old
--- put back and shown
def f():
    before = openai.api_base
    openai.api_base = "https://a/v1"
    print(before)
    openai.api_base = before
>>>
import os
import openai
def f():
    before = str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/")
    openai.base_url = "https://a/v1/"
    print(before)
    openai.base_url = before.rstrip("/") + "/"
--- added to
openai.api_base += "/v1"
>>>
left: openai.api_base
--- getattr
def f():
    return getattr(openai, "api_base", None)
>>>
import os
import openai
def f():
    return str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/")
--- hasattr
def f():
    return hasattr(openai, "api_base")
>>>
the same
--- the organisation stays
openai.organization = "org-1"
def f():
    return openai.Model.list()
>>>
openai.organization = "org-1"
def f():
    return openai.models.list()
--- an organisation that may be empty, which 0.x took for none
def f():
    import os
    openai.organization = os.environ.get("ORG", "")
    return openai.Model.list()
>>>
def f():
    import os
    openai.organization = os.environ.get("ORG", "") or None
    return openai.models.list()
--- a file with the key [unsafe]
openai.api_key_path = "key.txt"
def f():
    return openai.Model.list()
>>>
openai.api_key = open("key.txt").read().strip()
def f():
    return openai.models.list()
--- a proxy
openai.proxy = "http://p:1"
def f():
    return openai.Model.list()
>>>
openai.http_client = openai.DefaultHttpxClient(proxy="http://p:1")
def f():
    return openai.models.list()
--- a proxy of the environment
import os
import openai
openai.proxy = os.environ["PROXY"]
def f():
    return openai.Model.list()
>>>
import os
import openai
openai.http_client = openai.DefaultHttpxClient(proxy=os.environ["PROXY"])
def f():
    return openai.models.list()
--- proxies
openai.proxy = {"http": "http://p:1", "https": "http://p:2"}
def f():
    return openai.Model.list()
>>>
left: openai.proxy may be a dict here, with a proxy for each scheme, and today's client takes one text
--- no proxy
openai.proxy = None
def f():
    return openai.Model.list()
>>>
openai.http_client = None
def f():
    return openai.models.list()
--- settings without effect
openai.verify_ssl_certs = False
openai.ca_bundle_path = "ca.pem"
openai.log = "debug"
openai.debug = False
openai.enable_telemetry = False
def f():
    return openai.Model.list()
>>>
openai.verify_ssl_certs = False
openai.ca_bundle_path = "ca.pem"
openai.log = "debug"
openai.debug = False
openai.enable_telemetry = False
def f():
    return openai.models.list()
--- debug
openai.debug = True
def f():
    return openai.Model.list()
>>>
left: openai.debug is gone: {"OpenAI-Debug": "true"}
--- a session
import requests
import openai
openai.requestssession = requests.Session()
def f():
    return openai.Model.list()
>>>
left: openai.requestssession is gone: openai.DefaultHttpxClient(...), or OpenAI(http_client=...)
--- app info
openai.app_info = {"name": "bot", "version": "1.2", "url": "https://bot.example"}
def f():
    return openai.Model.list()
>>>
openai.default_headers = {"User-Agent": f"OpenAI/Python {openai.__version__} bot/1.2 (https://bot.example)"}
def f():
    return openai.models.list()
--- app info, of which only the name says something
import openai as ai
ai.app_info = {'name': 'bot', 'version': None, 'url': ''}
def f():
    return ai.Model.list()
>>>
import openai as ai
ai.default_headers = {"User-Agent": f"OpenAI/Python {ai.__version__} bot"}
def f():
    return ai.models.list()
--- app info that is taken away
openai.app_info = {"name": "bot"}
print(openai.Model.list())
openai.app_info = None
print(openai.Model.list())
>>>
openai.default_headers = {"User-Agent": f"OpenAI/Python {openai.__version__} bot"}
print(openai.models.list())
openai.default_headers = {}
print(openai.models.list())
--- app info, with a version that has a name
VERSION = "1.2"
openai.app_info = {"name": "bot", "version": VERSION, "url": None}
def f():
    return openai.Model.list()
>>>
VERSION = "1.2"
openai.default_headers = {"User-Agent": f"OpenAI/Python {openai.__version__} bot/{VERSION}"}
def f():
    return openai.models.list()
--- app info, with a version from elsewhere
from mine import VERSION
openai.app_info = {"name": "bot", "version": VERSION, "url": None}
def f():
    return openai.Model.list()
>>>
left: the version of the application may be empty here, and was left out then
--- app info, and a call with a key of its own
openai.app_info = {"name": "bot", "version": "1", "url": None}
def f(key):
    return openai.Model.list(api_key=key)
>>>
openai.default_headers = {"User-Agent": f"OpenAI/Python {openai.__version__} bot/1"}
def f(key):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
        default_headers=openai.default_headers,
    )
    return client.models.list()
--- app info that is made elsewhere
openai.app_info = make()
def f():
    return openai.Model.list()
>>>
left: openai.app_info is gone: {"User-Agent": ...}
--- app info that is read
openai.app_info = {"name": "bot", "version": "1", "url": None}
def f():
    return openai.app_info["name"], openai.Model.list()
>>>
left: openai.app_info is gone: {"User-Agent": ...}
--- app info with an unknown part
openai.app_info = {"name": "bot", "version": "1", "url": None, "mail": "a@b"}
def f():
    return openai.Model.list()
>>>
left: openai.app_info is gone: {"User-Agent": ...}
"""

KEYS = r"""
--- a key in a function stays
def main(key):
    openai.api_key = key
    return openai.Model.list()
>>>
def main(key):
    openai.api_key = key
    return openai.models.list()
--- a key is asked for
if not openai.api_key:
    raise SystemExit("no key")
print(openai.Model.list())
>>>
import os
import openai
if not (openai.api_key or os.environ.get("OPENAI_API_KEY")):
    raise SystemExit("no key")
print(openai.models.list())
--- a key is asked for, behind or
import os
import openai
key = openai.api_key or os.environ.get("OPENAI_API_KEY")
print(openai.Model.list())
>>>
import os
import openai
key = openai.api_key or os.environ.get("OPENAI_API_KEY")
print(openai.models.list())
--- a key is read
def f():
    return {"Authorization": "Bearer " + openai.api_key}
openai.Model.list()
>>>
import os
import openai
def f():
    return {"Authorization": "Bearer " + (openai.api_key or os.environ.get("OPENAI_API_KEY"))}
openai.models.list()
--- a key is read in an f-string
def f():
    return f"Bearer {openai.api_key}"
openai.Model.list()
>>>
import os
import openai
def f():
    return f"Bearer {(openai.api_key or os.environ.get('OPENAI_API_KEY'))}"
openai.models.list()
--- a key is read behind its setting
openai.api_key = "sk-1"
print(openai.api_key)
openai.Model.list()
>>>
openai.api_key = "sk-1"
print(openai.api_key)
openai.models.list()
--- a key is put back
def f(key):
    before = openai.api_key
    openai.api_key = key
    openai.Model.list()
    openai.api_key = before
>>>
import os
import openai
def f(key):
    before = openai.api_key or os.environ.get("OPENAI_API_KEY")
    openai.api_key = key
    openai.models.list()
    openai.api_key = before
--- a key from the package
from openai import api_key
print(api_key)
>>>
the same
--- keys that take turns
import itertools
import openai
keys = itertools.cycle(["sk-1", "sk-2"])
for prompt in ["a", "b"]:
    openai.api_key = next(keys)
    openai.Completion.create(model="m", prompt=prompt)
>>>
import itertools
import openai
keys = itertools.cycle(["sk-1", "sk-2"])
for prompt in ["a", "b"]:
    openai.api_key = next(keys)
    openai.completions.create(model="m", prompt=prompt)
--- nothing is called: the file is another's
def show():
    print(openai.api_key)
>>>
the same
"""

AZURE = r"""
--- by the module
openai.api_type = "azure"
openai.api_key = "k"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    return openai.ChatCompletion.create(engine="d", messages=[])
>>>
openai.api_type = "azure"
openai.api_key = "k"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    return openai.chat.completions.create(model="d", messages=[])
--- capital letters
openai.api_type = "Azure"
openai.api_key = "k"
openai.api_base = "https://a.openai.azure.com/"
openai.api_version = "2023-05-15"
def f():
    return openai.ChatCompletion.create(deployment_id="d", messages=[])
>>>
openai.api_type = "azure"
openai.api_key = "k"
openai.azure_endpoint = "https://a.openai.azure.com/"
openai.api_version = "2023-05-15"
def f():
    return openai.chat.completions.create(model="d", messages=[])
--- in a function
def main():
    openai.api_type = "azure"
    openai.api_key = "k"
    openai.api_base = "https://a.openai.azure.com"
    openai.api_version = "2023-05-15"
    openai.Embedding.create(engine="d", input="a")
main()
>>>
def main():
    openai.api_type = "azure"
    openai.api_key = "k"
    openai.azure_endpoint = "https://a.openai.azure.com"
    openai.api_version = "2023-05-15"
    openai.embeddings.create(model="d", input="a")
main()
--- by the environment
import os
import openai
openai.api_type = "azure"
openai.api_key = os.environ["KEY"]
openai.api_base = os.environ["BASE"]
openai.api_version = os.environ["VERSION"]
def f():
    return openai.Embedding.create(engine="d", input="a")
>>>
import os
import openai
openai.api_type = "azure"
openai.api_key = os.environ["KEY"]
openai.azure_endpoint = os.environ["BASE"]
openai.api_version = os.environ["VERSION"]
def f():
    return openai.embeddings.create(model="d", input="a")
--- Active Directory
openai.api_type = "azure_ad"
openai.api_key = token
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    return openai.Embedding.create(engine="d", input="a")
>>>
openai.api_type = "azure"
openai.azure_ad_token = token
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    return openai.embeddings.create(model="d", input="a")
--- in one branch
import os
import openai
openai.api_key = os.environ["KEY"]
if os.environ.get("AZURE"):
    openai.api_type = "azure"
    openai.api_base = os.environ["BASE"]
    openai.api_version = "2023-05-15"
def f():
    return openai.Model.list()
>>>
import os
import openai
openai.api_key = os.environ["KEY"]
if os.environ.get("AZURE"):
    openai.api_type = "azure"
    openai.azure_endpoint = os.environ["BASE"]
    openai.api_version = "2023-05-15"
def f():
    return openai.models.list()
--- an address in one branch, another one in the other
import os
import openai
if os.environ.get("AZURE"):
    openai.api_type = "azure"
    openai.api_base = os.environ["BASE"]
    openai.api_version = "2023-05-15"
else:
    openai.api_base = os.environ["GATEWAY"]
def f():
    return openai.Model.list()
>>>
import os
import openai
if os.environ.get("AZURE"):
    openai.api_type = "azure"
    openai.azure_endpoint = os.environ["BASE"]
    openai.api_version = "2023-05-15"
else:
    openai.base_url = os.environ["GATEWAY"].rstrip("/") + "/"
def f():
    return openai.models.list()
--- an address that may be either
import os
import openai
openai.api_type = os.environ.get("KIND", "open_ai")
openai.api_base = os.environ["BASE"]
def f():
    return openai.Model.list()
>>>
import os
import openai
openai.api_type = os.environ.get("KIND", "open_ai")
if openai.api_type == "azure":
    openai.azure_endpoint = os.environ["BASE"]
else:
    openai.base_url = os.environ["BASE"].rstrip("/") + "/"
def f():
    return openai.models.list()
--- images
openai.api_type = "azure"
openai.api_key = "k"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-06-01-preview"
def f():
    return openai.Image.create(prompt="p")
>>>
left: images on Azure are made by a deployment now, which only a person knows
import openai
openai.api_type = "azure"
openai.api_key = "k"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-06-01-preview"
def f():
    return openai.Image.create(prompt="p")
--- a class attribute is evaluated early
openai.api_type = "azure"
class Bot:
    api = openai.ChatCompletion
openai.api_key = "k"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
Bot.api.create(engine="d", messages=[])
>>>
openai.api_type = "azure"
class Bot:
    api = openai.ChatCompletion
openai.api_key = "k"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
Bot.api.create(engine="d", messages=[])
--- engine and model
openai.api_type = "azure"
openai.api_key = "k"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f(d):
    return openai.ChatCompletion.create(engine=d, model="gpt-4", messages=[])
>>>
openai.api_type = "azure"
openai.api_key = "k"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f(d):
    return openai.chat.completions.create(model=d, messages=[])
"""

CLIENTS = r"""
--- a script
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]

print(openai.Model.list())
>>>
import os
from openai import OpenAI

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])

print(client.models.list())
--- a script whose organisation may be empty
import os
import openai
openai.api_key = "sk-1"
openai.organization = os.getenv("ORG", "")
print(openai.Model.list())
>>>
import os
from openai import OpenAI
client = OpenAI(api_key="sk-1", organization=os.getenv("ORG", "") or None)
print(client.models.list())
--- a script whose key stands in a file
import os
import openai
openai.api_key_path = os.path.join(os.path.dirname(__file__), "key.txt")
openai.organization = "org-1"
print(openai.Model.list())
>>>
import os
from openai import OpenAI
client = OpenAI(
    api_key=lambda: open(os.path.join(os.path.dirname(__file__), "key.txt")).read().strip(),
    organization="org-1",
)
print(client.models.list())
--- a script that needs the module for something else
import openai
openai.api_key = "sk-1"
print(openai.Completion.create(model="m", prompt="p", request_timeout=(3, 10)))
>>>
import openai
from openai import OpenAI
client = OpenAI(api_key="sk-1")
print(client.completions.create(model="m", prompt="p", timeout=openai.Timeout(10, connect=3)))
--- a script whose key may be missing
import os
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")

print(openai.Model.list())
>>>
import os
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")

print(openai.models.list())
--- a library
import openai
openai.api_key = "sk-1"
def f():
    return openai.Model.list()
>>>
import openai
openai.api_key = "sk-1"
def f():
    return openai.models.list()
--- a script with all settings
import openai
openai.api_key = "sk-1"
openai.organization = "org-1"
openai.api_base = "https://a/v1"
openai.Model.list()
>>>
from openai import OpenAI
client = OpenAI(api_key="sk-1", organization="org-1", base_url="https://a/v1")
client.models.list()
--- a script on Azure
import openai
openai.api_type = "azure"
openai.api_key = "a-rather-long-key-that-stands-here"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.ChatCompletion.create(engine="d", messages=[])
>>>
from openai import AzureOpenAI
client = AzureOpenAI(
    api_key="a-rather-long-key-that-stands-here",
    azure_endpoint="https://a.openai.azure.com",
    api_version="2023-05-15",
)
client.chat.completions.create(model="d", messages=[])
--- a script on Azure, with a token
import openai
openai.api_type = "azure_ad"
openai.api_key = "t"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
openai.ChatCompletion.create(engine="d", messages=[])
>>>
from openai import AzureOpenAI
client = AzureOpenAI(
    azure_ad_token="t",
    azure_endpoint="https://a.openai.azure.com",
    api_version="2023-05-15",
)
client.chat.completions.create(model="d", messages=[])
--- a script on Azure without a version
import openai
openai.api_type = "azure"
openai.api_key = "k"
openai.api_base = "https://a.openai.azure.com"
openai.ChatCompletion.create(engine="d", messages=[])
>>>
import openai
openai.api_type = "azure"
openai.api_key = "k"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.chat.completions.create(model="d", messages=[])
--- what a setting is made of is made right before it [instance]
import os
import openai

openai.api_type = "azure"
endpoint = os.environ["ENDPOINT"]
openai.api_base = endpoint
openai.api_version = "2023-05-15"
openai.api_key = os.environ["KEY"]
openai.Embedding.create(engine="d", input="a")
>>>
import os
from openai import AzureOpenAI

endpoint = os.environ["ENDPOINT"]
client = AzureOpenAI(
    api_key=os.environ["KEY"],
    azure_endpoint=endpoint,
    api_version="2023-05-15",
)
client.embeddings.create(model="d", input="a")
--- what a setting is made of is something else behind it [instance]
import os
import openai

base = os.environ["ENDPOINT"]
openai.api_base = base
base = "https://other.example/v1"
openai.api_key = os.environ["KEY"]
openai.Model.list()
print(base)
>>>
import os
import openai

base = os.environ["ENDPOINT"]
openai.base_url = base and base.rstrip("/") + "/"
base = "https://other.example/v1"
openai.api_key = os.environ["KEY"]
openai.models.list()
print(base)
--- settings with comments
import openai

# The key.
openai.api_key = "sk-1"  # secret
# Where.
openai.api_base = "https://a/v1"

openai.Model.list()
>>>
from openai import OpenAI

# The key.
client = OpenAI(
    api_key="sk-1",  # secret
    # Where.
    base_url="https://a/v1",
)

client.models.list()
--- the name client is taken
import openai
openai.api_key = "sk-1"
def f(client):
    return client
openai.Model.list()
>>>
from openai import OpenAI
openai_client = OpenAI(api_key="sk-1")
def f(client):
    return client
openai_client.models.list()
--- both names are taken
import openai
openai.api_key = "sk-1"
def f(client, openai_client):
    return client
openai.Model.list()
>>>
import openai
openai.api_key = "sk-1"
def f(client, openai_client):
    return client
openai.models.list()
--- the name of the class is taken
import openai
openai.api_key = "sk-1"
class OpenAI: pass
OpenAI()
openai.Model.list()
>>>
import openai
client = openai.OpenAI(api_key="sk-1")
class OpenAI: pass
OpenAI()
client.models.list()
--- the module is still needed
import openai
openai.api_key = "sk-1"
try:
    openai.Model.list()
except openai.error.RateLimitError:
    pass
>>>
import openai
openai.api_key = "sk-1"
try:
    openai.models.list()
except openai.RateLimitError:
    pass
--- an alias
import openai as ai
ai.api_key = "sk-1"
ai.Model.list()
>>>
from openai import OpenAI
client = OpenAI(api_key="sk-1")
client.models.list()
--- a from import
import openai
from openai import ChatCompletion
openai.api_key = "sk-1"
ChatCompletion.create(model="m", messages=[])
>>>
import openai
openai.api_key = "sk-1"
openai.chat.completions.create(model="m", messages=[])
--- several imports in one statement
import os, openai
openai.api_key = "sk-1"
openai.Model.list()
>>>
import os, openai
client = openai.OpenAI(api_key="sk-1")
client.models.list()
--- set twice
import openai
openai.api_key = "sk-1"
openai.Model.list()
openai.api_key = "sk-2"
openai.Model.list()
>>>
import openai
openai.api_key = "sk-1"
openai.models.list()
openai.api_key = "sk-2"
openai.models.list()
--- set in a function
import openai
def main():
    openai.api_key = "sk-1"
    openai.Model.list()
main()
>>>
import openai
def main():
    openai.api_key = "sk-1"
    openai.models.list()
main()
--- called before it is set
import openai
def f():
    openai.Model.list()
f()
openai.api_key = "sk-1"
f()
>>>
import openai
def f():
    openai.models.list()
f()
openai.api_key = "sk-1"
f()
--- something runs between
import openai
openai.api_key = "sk-1"
print("go")
openai.api_base = "https://a/v1"
openai.Model.list()
>>>
import openai
openai.api_key = "sk-1"
print("go")
openai.base_url = "https://a/v1/"
openai.models.list()
--- something changes between
import openai
key = "sk-1"
openai.api_key = key
key = "sk-2"
openai.api_base = "https://a/v1"
openai.Model.list()
>>>
import openai
key = "sk-1"
openai.api_key = key
key = "sk-2"
openai.base_url = "https://a/v1/"
openai.models.list()
--- read later
import openai
openai.api_key = "sk-1"
openai.Model.list()
print(openai.api_key)
>>>
import openai
openai.api_key = "sk-1"
openai.models.list()
print(openai.api_key)
--- a proxy, too
import openai
openai.api_key = "sk-1"
openai.proxy = "http://p:1"
openai.Model.list()
>>>
from openai import DefaultHttpxClient, OpenAI
client = OpenAI(api_key="sk-1", http_client=DefaultHttpxClient(proxy="http://p:1"))
client.models.list()
--- per call
import openai
openai.api_key = "sk-1"
openai.Model.list(api_key="sk-2")
openai.Model.list(organization="org-1")
>>>
from openai import OpenAI
client = OpenAI(api_key="sk-1")
client.with_options(api_key="sk-2").models.list()
client.with_options(organization="org-1").models.list()
--- asked for, in a library [instance]
import openai
openai.api_key = "sk-1"
def f():
    return openai.Model.list()
>>>
from openai import OpenAI
client = OpenAI(api_key="sk-1")
def f():
    return client.models.list()
--- asked for, without settings [instance]
import openai
def f():
    return openai.Model.list()
>>>
from openai import OpenAI

client = OpenAI()
def f():
    return client.models.list()
--- asked for, the key may be missing [instance]
import os
import openai
openai.api_key = os.getenv("KEY")
openai.Model.list()
>>>
import os
from openai import OpenAI
client = OpenAI(api_key=os.getenv("KEY"))
client.models.list()
--- asked for, in a function that sets up and calls [instance]
import openai
def main():
    openai.api_key = "sk-1"
    openai.Model.list()
main()
>>>
from openai import OpenAI
def main():
    client = OpenAI(api_key="sk-1")
    client.models.list()
main()
--- asked for, where it is not the same [instance]
import openai
def main():
    openai.api_key = "sk-1"
    openai.Model.list()
    print(openai.api_key)
main()
>>>
import openai
def main():
    openai.api_key = "sk-1"
    openai.models.list()
    print(openai.api_key)
main()
--- asked not to be [module]
import openai
openai.api_key = "sk-1"
openai.Model.list()
>>>
import openai
openai.api_key = "sk-1"
openai.models.list()
--- a resource in a variable
import openai
openai.api_key = "sk-1"
chat = openai.ChatCompletion
chat.create(model="m", messages=[])
>>>
from openai import OpenAI
client = OpenAI(api_key="sk-1")
chat = client.chat.completions
chat.create(model="m", messages=[])
--- what calls the SDK is in functions
import openai
openai.api_key = "sk-1"
def ask(p):
    r = openai.ChatCompletion.create(model="m", messages=[{"role": "user", "content": p}])
    return r["choices"][0]["message"]["content"]
if __name__ == "__main__":
    print(ask("a"))
>>>
from openai import OpenAI
client = OpenAI(api_key="sk-1")
def ask(p):
    r = client.chat.completions.create(model="m", messages=[{"role": "user", "content": p}])
    return r.choices[0].message.content
if __name__ == "__main__":
    print(ask("a"))
--- a client of today beside
import openai
from openai import OpenAI
openai.api_key = "sk-1"
openai.Model.list()
>>>
import openai
from openai import OpenAI
client = openai.OpenAI(api_key="sk-1")
client.models.list()
--- a file with crossing lines
import openai; openai.api_key = "sk-1"
openai.Model.list()
>>>
import openai; openai.api_key = "sk-1"
openai.models.list()
"""

VARIABLES = r"""
--- set before the import
import os
os.environ["OPENAI_API_BASE"] = "https://a/v1"
import openai
openai.Model.list()
>>>
import os
os.environ["OPENAI_BASE_URL"] = "https://a/v1"
import openai
openai.models.list()
--- set behind the import
import os
import openai
os.environ["OPENAI_API_BASE"] = "https://a/v1"
openai.Model.list()
>>>
left: OPENAI_API_BASE is set behind the import of openai, where 0.x did not read it any more
--- set in a function
import os
def f():
    os.environ["OPENAI_API_BASE"] = "https://a/v1"
    import openai
    openai.Model.list()
>>>
left: OPENAI_API_BASE is set behind the import of openai, where 0.x did not read it any more
--- the organisation
import os
os.environ["OPENAI_ORGANIZATION"] = "org-1"
import openai
openai.Model.list()
>>>
import os
os.environ["OPENAI_ORG_ID"] = "org-1"
import openai
openai.models.list()
--- by setdefault
import os
os.environ.setdefault("OPENAI_API_BASE", "https://a/v1")
import openai
openai.Model.list()
>>>
import os
os.environ.setdefault("OPENAI_BASE_URL", "https://a/v1")
import openai
openai.models.list()
--- by update
import os
os.environ.update(OPENAI_API_BASE="https://a/v1")
import openai
openai.Model.list()
>>>
import os
os.environ.update(OPENAI_BASE_URL="https://a/v1")
import openai
openai.models.list()
--- the variable of today is taken out of the environment
import os
os.environ["OPENAI_API_BASE"] = "https://gateway.example/v1"
os.environ.pop("OPENAI_BASE_URL", None)
import openai
openai.Model.list()
>>>
left: the program takes OPENAI_BASE_URL, which today's SDK reads, out of the environment
--- read by the program, too
import os
os.environ["OPENAI_API_BASE"] = "https://a/v1"
import openai
print(os.environ["OPENAI_API_BASE"])
openai.Model.list()
>>>
left: OPENAI_API_BASE is read by the program, too
--- read by the program alone, which assigns the setting
import os
import openai
os.environ["OPENAI_API_TYPE"] = "azure"
os.environ["OPENAI_API_BASE"] = "https://mine.openai.azure.com"
openai.api_type = "azure"
openai.api_version = "2024-06-01"
openai.api_base = os.getenv("OPENAI_API_BASE")
openai.api_key = "k"
openai.Embedding.create(engine="m", input="a")
>>>
import os
import openai
os.environ["OPENAI_API_TYPE"] = "azure"
os.environ["OPENAI_API_BASE"] = "https://mine.openai.azure.com"
openai.api_type = "azure"
openai.api_version = "2024-06-01"
openai.azure_endpoint = os.getenv("OPENAI_API_BASE")
openai.api_key = "k"
openai.embeddings.create(model="m", input="a")
--- read by the program, which assigns the setting sometimes
import os
os.environ["OPENAI_API_BASE"] = "https://a/v1"
import openai
if os.environ["HERE"]:
    openai.api_base = os.environ["OPENAI_API_BASE"]
openai.Model.list()
>>>
left: OPENAI_API_BASE is read by the program, too
--- the kind
import os
os.environ["OPENAI_API_TYPE"] = "azure"
import openai
openai.Model.list()
>>>
left: the variable decides whether calls go to Azure
--- the kind and the address
import os
os.environ["OPENAI_API_TYPE"] = "azure"
os.environ["OPENAI_API_BASE"] = "https://a.openai.azure.com"
os.environ["OPENAI_API_VERSION"] = "2023-05-15"
import openai
openai.ChatCompletion.create(engine="d", messages=[])
>>>
left: the variable decides whether calls go to Azure, where today's SDK reads others
--- from a file
import os
from dotenv import load_dotenv
load_dotenv()
import openai
openai.api_key = os.getenv("OPENAI_API_KEY")
openai.api_base = os.getenv("OPENAI_API_BASE", "https://api.openai.com/v1")
print(openai.Model.list())
>>>
import os
from dotenv import load_dotenv
load_dotenv()
import openai
openai.api_key = os.getenv("OPENAI_API_KEY")
openai.base_url = os.getenv("OPENAI_API_BASE", "https://api.openai.com/v1").rstrip("/") + "/"
print(openai.models.list())
--- the key stays
import os
os.environ["OPENAI_API_KEY"] = "sk-1"
import openai
openai.Model.list()
>>>
import os
os.environ["OPENAI_API_KEY"] = "sk-1"
import openai
openai.models.list()
--- read by the program alone
import os
import openai
openai.api_base = os.environ["OPENAI_API_BASE"]
def f():
    return openai.Model.list()
>>>
import os
import openai
openai.base_url = os.environ["OPENAI_API_BASE"].rstrip("/") + "/"
def f():
    return openai.models.list()
"""


@examples(MODULE, header=HEADER)
def test_settings_of_the_module(before, expected, settings):
    check(before, expected, **settings)


@examples(KEYS, header=HEADER)
def test_keys(before, expected, settings):
    check(before, expected, **settings)


@examples(AZURE, header=HEADER)
def test_azure(before, expected, settings):
    check(before, expected, **settings)


@examples(CLIENTS)
def test_clients(before, expected, settings):
    check(before, expected, **settings)


@examples(VARIABLES)
def test_variables_of_the_environment(before, expected, settings):
    check(before, expected, **settings)


@examples(
    '''\
--- behind an import of several lines [instance]
import openai
from shop import (
    basket,
    till,
)


def names():
    return openai.Model.list()
>>>
from openai import OpenAI
from shop import (
    basket,
    till,
)

client = OpenAI()


def names():
    return client.models.list()
--- behind an import that goes on [instance]
import openai
from shop import \\
    basket  # of today

def names():
    return openai.Model.list()
>>>
from openai import OpenAI
from shop import \\
    basket  # of today

client = OpenAI()

def names():
    return client.models.list()
--- behind what begins in the line of an import [instance]
import openai
from shop import basket; NOTE = """
"""
def names():
    return openai.Model.list()
>>>
from openai import OpenAI
from shop import basket; NOTE = """
"""

client = OpenAI()
def names():
    return client.models.list()
--- not behind an import that may fail [instance]
import os
try:
    import openai
except ImportError:
    openai = None
def names():
    return openai.Model.list()
>>>
import os
try:
    import openai
except ImportError:
    openai = None
def names():
    return openai.models.list()
--- not behind an import that may be left out [instance]
import os
if os.environ.get("ONLINE"):
    import openai
def names():
    return openai.Model.list()
>>>
import os
if os.environ.get("ONLINE"):
    import openai
def names():
    return openai.models.list()
'''
)
def test_where_a_client_is_made(before, expected, settings):
    check(before, expected, **settings)
