"""Import forms: what the bound names denote."""

from __future__ import annotations

from examples import check, examples

CASES = r"""
--- plain
import openai
openai.ChatCompletion.create()  # OAI102:1
--- as another name
import openai as oa
oa.ChatCompletion.create()  # OAI102:1
openai = oa
--- several in one statement
import os, openai as oa, sys
oa.Embedding.create(input=os.getcwd())  # OAI102:1
--- several statements on one line
import openai; openai.Embedding.create()  # OAI102:16
--- parenthesised names over several lines
from openai import (
    ChatCompletion,  # OAI101:5
    Embedding as E,  # OAI101:5
)
ChatCompletion.create()  # OAI102:1
E.create()  # OAI102:1
--- from import
from openai import Completion  # OAI101:20
Completion.create()  # OAI102:1
--- from import as
from openai import Completion as C  # OAI101:20
x = C.create()  # OAI102:5
--- submodule
import openai.error  # OAI101:8
try:
    pass
except openai.error.RateLimitError:  # OAI107:8
    pass
--- submodule as
import openai.error as e  # OAI101:8
try:
    pass
except e.RateLimitError:  # OAI107:8
    pass
--- from import of a submodule
from openai import error  # OAI101:20
try:
    pass
except error.Timeout:  # OAI107:8
    pass
--- from import of a submodule as
from openai import error as oe  # OAI101:20
raise oe.APIError("no")  # OAI107:7
--- from a submodule
from openai.error import RateLimitError, Timeout as T  # OAI101:26 OAI101:42
try:
    pass
except (RateLimitError, T):  # OAI107:9 OAI107:25
    pass
--- deep submodule
import openai.api_resources.chat_completion  # OAI101:8
--- from a deep submodule
from openai.api_resources import ChatCompletion  # OAI101:34
ChatCompletion.create()  # OAI102:1
--- from the module of one resource
from openai.api_resources.embedding import Embedding  # OAI101:44
Embedding.create()  # OAI102:1
--- submodule binds the top name
import openai.api_resources  # OAI101:8
openai.Image.create()  # OAI102:1
--- star
from openai import *
ChatCompletion.create()  # OAI102:1
--- star, and another one behind it that may bind the same name
from openai import *
from mine import *
ChatCompletion.create()
--- star behind another one
from mine import *
from openai import *
from openai.error import *  # OAI101:26
ChatCompletion.create()  # OAI102:1
--- star, and own names
from openai import *
from PIL import Image
log = print
def f(File, Model):
    return File.open("x"), Model.list(), Image.open("x"), log("x")
--- star binds no module name
from openai import *
print(error)
--- star of the exceptions
from openai.error import *  # OAI101:26
--- star of the utilities
from openai.embeddings_utils import *  # OAI101:37
--- star of another module and the SDK unbound
from utils import *
openai.ChatCompletion.create()  # OAI102:1
--- a notebook cell alone
response = openai.Completion.create(model="m", prompt="p")  # OAI102:12
--- in a function
def ask():
    import openai
    return openai.Completion.create()  # OAI102:12
--- in a function, used in another
def ready():
    import openai
def ask():
    return openai.Completion.create()  # OAI102:12
--- in a function as another name, used in another
def ready():
    import openai as oa
def ask():
    return oa.Completion.create()
--- global from a function
def ready():
    global oa
    import openai as oa
def ask():
    return oa.Completion.create()  # OAI102:12
--- in a class body
class Bot:
    import openai as oa
    answer = oa.Completion.create()  # OAI102:14
    def ask(self):
        return self.oa.Completion.create()  # OAI102:16
--- in a method
class Bot:
    def ask(self):
        from openai import ChatCompletion as cc  # OAI101:28
        return cc.create()  # OAI102:16
--- in try
try:
    import openai
except ImportError:
    openai = None
openai.ChatCompletion.create()  # OAI102:1
--- in try with a flag
try:
    import openai
    HAVE = True
except ImportError:
    HAVE = False
def ask():
    if not HAVE:
        raise RuntimeError("pip install openai")
    return openai.ChatCompletion.create()  # OAI102:12
--- in try with a stand-in class
try:
    from openai.error import RateLimitError  # OAI101:30
except ImportError:
    class RateLimitError(Exception):
        pass
--- a stand-in does not hide what it stands in for
try:
    import openai
except ImportError:
    class openai:
        pass
openai.ChatCompletion.create()  # OAI102:1
--- ModuleNotFoundError
try:
    import openai
except ModuleNotFoundError as e:
    raise SystemExit("openai is needed") from e
openai.Moderation.create()  # OAI102:1
--- contextlib.suppress
from contextlib import suppress
with suppress(ImportError):
    import openai
openai.Moderation.create()  # OAI102:1
--- type checking
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from openai import ChatCompletion  # OAI101:24
def f(c: "ChatCompletion"): ...  # OAI104:11
--- type checking with a run-time import
import typing
if typing.TYPE_CHECKING:
    import openai
def f():
    import openai
    openai.Edit.create()  # OAI102:5
--- conditional import
import os
if os.environ.get("X"):
    import openai
    openai.Edit.create()  # OAI102:5
--- relative import of a namesake
from . import openai
openai.ChatCompletion.create()
--- relative from
from .openai import ChatCompletion
ChatCompletion.create()
--- relative parent
from ..openai.error import RateLimitError
try:
    pass
except RateLimitError:
    pass
--- relative with the name renamed
from .clients import openai as openai
openai.Completion.create()
--- relative alias
from .clients import gateway as openai
openai.Completion.create()
--- another package's submodule
import langchain.llms.openai
from langchain.llms import openai
openai.ChatCompletion.create()
--- another package below the same word
import openai_extra
openai_extra.ChatCompletion.create()
--- another package imported as openai
import litellm as openai
openai.ChatCompletion.create()
openai.api_base = "x"
--- a class of another package
from litellm import ChatCompletion
from openai import OpenAI
ChatCompletion.create()
--- current names
from openai import OpenAI, AsyncOpenAI, RateLimitError, APIError
import openai
client = OpenAI()
client.chat.completions.create(model="m", messages=[])
openai.chat.completions.create(model="m", messages=[])
--- types of the current SDK
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types import Completion, Embedding, Image
def f(c: ChatCompletion) -> Embedding:
    return ChatCompletion.create()
--- import after use in a function
def ask():
    return oa.ChatCompletion.create()  # OAI102:12
import openai as oa
--- dotted import with alias of the package
import openai.api_resources.completion as c  # OAI101:8
c.Completion.create()  # OAI102:1
--- twice under two names
import openai
import openai as oa
openai.Model.list()  # OAI102:1
oa.Model.list()  # OAI102:1
--- future import first
from __future__ import annotations
import openai
openai.Model.list()  # OAI102:1
--- a backslash
import \
    openai as oa
oa.Model.list()  # OAI102:1
--- from import with a backslash
from openai import \
    ChatCompletion  # OAI101:5
--- util
from openai.util import convert_to_dict  # OAI101:25
--- openai object
from openai.openai_object import OpenAIObject  # OAI101:34
--- embeddings utils
from openai.embeddings_utils import get_embedding, cosine_similarity  # OAI101:37 OAI101:52
get_embedding("x")  # OAI102:1
--- settings by name
from openai import api_base  # OAI101:20
--- kept settings by name
from openai import api_key
--- the alias equals the name
from openai import Image as Image  # OAI101:20
"""


@examples(CASES)
def test_imports(source):
    check(source)
