"""Names reached at run time: getattr, import_module, sys.modules, patches, annotations in quotes."""

from __future__ import annotations

from examples import check, examples

REFLECTION = r"""
--- getattr with a literal
import openai
getattr(openai, "ChatCompletion").create()  # OAI102:1
getattr(openai, "ChatCompletion")  # OAI104:1
--- getattr of a method: the class is what must change
import openai
create = getattr(openai.Completion, "create")  # OAI104:18
create()
getattr(openai.Completion, "create")()  # OAI104:9
--- getattr of a method of a name
import openai
cc = openai.ChatCompletion  # OAI104:6
getattr(cc, "create")()  # OAI102:1
--- setattr and delattr on a class
import openai
setattr(openai.Completion, "create", fake)  # OAI104:9
delattr(openai.Completion, "create")  # OAI104:9
--- getattr of a setting
import openai
base = getattr(openai, "api_base")  # OAI105:8
--- getattr with a default
import openai
base = getattr(openai, "api_base", None)
cc = getattr(openai, "ChatCompletion", None)
--- getattr of what is kept
import openai
key = getattr(openai, "api_key")
--- getattr with a variable
import openai
cc = getattr(openai, name)
cc.create()
--- getattr with a constant of the file
import openai
NAME = "ChatCompletion"
cc = getattr(openai, NAME)  # OAI104:6
--- getattr on something else
getattr(gateway, "ChatCompletion").create()
--- setattr
import openai
setattr(openai, "api_base", "x")  # OAI105:1
setattr(openai, "proxy", "x")  # OAI106:1
setattr(openai, "api_key", "x")
setattr(gateway, "api_base", "x")
--- delattr
import openai
delattr(openai, "api_base")  # OAI105:1
--- hasattr asks
import openai
hasattr(openai, "api_base")
--- vars and dict access are unknown
import openai
vars(openai)["api_base"] = "x"
openai.__dict__["api_base"] = "x"
--- import_module
import importlib
sdk = importlib.import_module("openai")
sdk.Edit.create()  # OAI102:1
--- import_module imported
from importlib import import_module
import_module("openai").Edit.create()  # OAI102:1
--- import_module of a submodule
import importlib
error = importlib.import_module("openai.error")  # OAI104:33
try:
    pass
except error.Timeout:  # OAI107:8
    pass
--- import_module of a current submodule
import importlib
importlib.import_module("openai.types.chat")
--- import_module of something else
import importlib
importlib.import_module("gateway.openai").Edit.create()
importlib.import_module(".openai", __package__).Edit.create()
--- import_module of a constant
import importlib
NAME = "openai"
sdk = importlib.import_module(NAME)
sdk.Edit.create()  # OAI102:1
--- __import__
sdk = __import__("openai")
sdk.Edit.create()  # OAI102:1
--- __import__ of a submodule gives the top
sdk = __import__("openai.error")  # OAI104:18
sdk.Edit.create()  # OAI102:1
--- sys.modules
import sys
sys.modules["openai"].Edit.create()  # OAI102:1
--- sys.modules of something else
import sys
sys.modules["gateway"].Edit.create()
--- sys.modules replaced: from here on openai is another module
import sys
sys.modules["openai"] = fake
import openai
openai.ChatCompletion.create()
--- sys.modules replaced for another module
import sys
import openai
sys.modules["gateway"] = fake
openai.ChatCompletion.create()  # OAI102:1
--- sys.modules from import
from sys import modules
modules["openai"].Edit.create()  # OAI102:1
--- sys.modules get
import sys
sys.modules.get("openai").Edit.create()  # OAI102:1
--- find_spec only asks
import importlib.util
HAVE = importlib.util.find_spec("openai") is not None
--- subclass
import openai
class Mine(openai.ChatCompletion):  # OAI104:12
    @classmethod
    def create(cls, **kwargs):
        return super().create(**kwargs)
Mine.create(engine="x")
--- isinstance of an instance
import openai
isinstance(x, openai.openai_object.OpenAIObject)  # OAI104:15
--- issubclass
import openai
issubclass(x, (openai.error.APIError, ValueError))  # OAI107:16
--- type of exception in a dict
import openai
RETRY = {openai.error.Timeout: 1, openai.error.RateLimitError: 2}  # OAI107:10 OAI107:35
--- exceptions in a module constant
import openai
ERRORS = (openai.error.Timeout, openai.error.RateLimitError)  # OAI107:11 OAI107:33
try:
    pass
except ERRORS:
    pass
"""

PATCHES = r"""
--- patch as decorator
from unittest.mock import patch
@patch("openai.ChatCompletion.create")  # OAI104:8
def test(create): ...
--- patch as context
from unittest import mock
def test():
    with mock.patch("openai.ChatCompletion.create") as m:  # OAI104:21
        pass
--- patch started
import unittest.mock
p = unittest.mock.patch("openai.Embedding.acreate")  # OAI104:25
p.start()
--- patch of the package mock
import mock
@mock.patch("openai.Completion.create")  # OAI104:13
def test(create): ...
--- patch through another module
from unittest.mock import patch
@patch("app.bot.openai.ChatCompletion.create")  # OAI104:8
def test(create): ...
--- patch of the module in another module
from unittest.mock import patch
@patch("app.bot.openai")
def test(create): ...
--- patch of an own class
from unittest.mock import patch
@patch("app.bot.ChatCompletion.create")
@patch("app.openai.ChatCompletion")
@patch("app.openai.Client")
def test(a, b, c): ...
--- patch of a current target
from unittest.mock import patch
@patch("openai.OpenAI")
@patch("openai.resources.chat.completions.Completions.create")
@patch("openai.chat.completions.create")
def test(a, b, c): ...
--- patch of a setting
from unittest.mock import patch
@patch("openai.api_base", "x")  # OAI105:8
@patch("openai.proxy", "x")  # OAI106:8
@patch("openai.api_key", "x")
def test(): ...
--- patch of an exception
from unittest.mock import patch
@patch("openai.error.RateLimitError")  # OAI104:8
def test(a): ...
--- patch.object
from unittest.mock import patch
import openai
@patch.object(openai.ChatCompletion, "create")  # OAI104:15
def test(create): ...
--- patch.object on the module
from unittest.mock import patch
import openai
with patch.object(openai, "ChatCompletion"):  # OAI104:27
    pass
--- patch.object of a setting
from unittest.mock import patch
import openai
with patch.object(openai, "api_base", "x"):  # OAI105:27
    pass
--- patch.object of something kept
from unittest.mock import patch
import openai
with patch.object(openai, "api_key", "x"), patch.object(gateway, "ChatCompletion"):
    pass
--- patch.object of the current client
from unittest.mock import patch
from openai import OpenAI
client = OpenAI()
with patch.object(client.chat.completions, "create"):
    pass
--- patch.dict of the environment
import os
from unittest.mock import patch
import openai
with patch.dict(os.environ, {"OPENAI_API_BASE": "x"}):  # OAI106:30
    openai.OpenAI()
--- patch.dict by name
import openai
from unittest import mock
@mock.patch.dict("os.environ", {"OPENAI_API_BASE": "x", "OPENAI_API_KEY": "k"})  # OAI106:33
def test():
    openai.OpenAI()
--- patch.dict with keywords
import openai, os
from unittest import mock
@mock.patch.dict(os.environ, OPENAI_API_BASE="x")  # OAI106:30
def test():
    openai.OpenAI()
--- patch.dict of something else
import openai
from unittest import mock
@mock.patch.dict(settings, {"OPENAI_API_BASE": "x"})
def test(): ...
--- patch.multiple
from unittest.mock import patch
import openai
with patch.multiple("openai.ChatCompletion", create=f):  # OAI104:21
    pass
--- patch.multiple of an object
from unittest.mock import patch
import openai
with patch.multiple(openai.ChatCompletion, create=f):  # OAI104:21
    pass
--- monkeypatch with a string
def test(monkeypatch):
    monkeypatch.setattr("openai.ChatCompletion.create", fake)  # OAI104:25
--- monkeypatch with an object
import openai
def test(monkeypatch):
    monkeypatch.setattr(openai.ChatCompletion, "create", fake)  # OAI104:25
--- monkeypatch with the module
import openai
def test(monkeypatch):
    monkeypatch.setattr(openai, "ChatCompletion", Fake)  # OAI104:33
    monkeypatch.setattr(openai, "api_base", "x")  # OAI105:33
    monkeypatch.setattr(openai, "api_key", "x")
--- monkeypatch of an own class
def test(monkeypatch):
    monkeypatch.setattr("app.ChatCompletion.create", fake)
    monkeypatch.setattr(app, "ChatCompletion", fake)
--- monkeypatch in a context
import pytest, openai
def test():
    with pytest.MonkeyPatch.context() as mp:
        mp.setattr(openai, "ChatCompletion", Fake)  # OAI104:28
--- monkeypatch delattr
import openai
def test(monkeypatch):
    monkeypatch.delattr("openai.ChatCompletion")  # OAI104:25
--- monkeypatch setenv
import openai
def test(monkeypatch):
    monkeypatch.setenv("OPENAI_API_BASE", "x")  # OAI106:5
    monkeypatch.setenv("OPENAI_API_KEY", "x")
--- monkeypatch delenv is harmless
import openai
def test(monkeypatch):
    monkeypatch.delenv("OPENAI_API_BASE", raising=False)
--- monkeypatch that is another thing
def helper(monkeypatch): ...
monkeypatch = Other()
monkeypatch.setattr("openai.ChatCompletion.create", fake)
--- mocker
def test(mocker):
    mocker.patch("openai.ChatCompletion.create")  # OAI104:18
    mocker.patch("openai.OpenAI")
--- mocker.patch.object
import openai
def test(mocker):
    mocker.patch.object(openai.ChatCompletion, "create")  # OAI104:25
    mocker.patch.object(openai, "ChatCompletion")  # OAI104:33
    mocker.spy(openai.Embedding, "create")  # OAI104:16
--- mocker.patch.dict
import os, openai
def test(mocker):
    mocker.patch.dict(os.environ, {"OPENAI_API_BASE": "x"})  # OAI106:36
--- mocker of an own class
def test(mocker):
    mocker.patch("app.ChatCompletion.create")
--- session mocker
def fake(session_mocker):
    session_mocker.patch("openai.Embedding.create")  # OAI104:26
--- a keyword target
from unittest.mock import patch
@patch(target="openai.Embedding.create")  # OAI104:15
def test(a): ...
--- a target put together
from unittest.mock import patch
@patch(PREFIX + "openai.Embedding.create")
@patch(f"{PREFIX}.openai.Embedding.create")
def test(a): ...
--- a target in parentheses over two lines
from unittest.mock import patch
@patch(
    "openai.Embedding."  # OAI104:5
    "create"
)
def test(a): ...
--- spec of a mock
from unittest.mock import MagicMock
import openai
m = MagicMock(spec=openai.ChatCompletion)  # OAI104:20
--- parametrised targets
import pytest
@pytest.mark.parametrize("target", ["openai.Embedding.create"])
def test(target): ...
--- assertRaises
import openai
class T(TestCase):
    def test(self):
        with self.assertRaises(openai.error.RateLimitError):  # OAI107:32
            pass
        self.assertRaisesRegex(openai.error.Timeout, "x", f)  # OAI107:32
--- side_effect
import openai
m.side_effect = openai.error.RateLimitError("x")  # OAI107:17
--- pytest.raises
import openai, pytest
with pytest.raises(openai.error.RateLimitError):  # OAI107:20
    pass
with pytest.raises((openai.error.RateLimitError, ValueError)):  # OAI107:21
    pass
--- responses library and urls
import responses
responses.add("POST", "https://api.openai.com/v1/ChatCompletion.create")
"""


@examples(REFLECTION)
def test_reflection(source):
    check(source)


@examples(PATCHES)
def test_patches(source):
    check(source)
