"""OAI101 to OAI104: names that went with 0.x, and what only looks like them."""

from __future__ import annotations

import pytest

from examples import check, examples, lint
from flake8_openai_v1.sdk.names import HELPERS, METHODS, MODULES, RESOURCES

IMPORTS = r"""
--- current exceptions are no finding
from openai import APIError, APIConnectionError, OpenAIError, RateLimitError, AuthenticationError, Timeout
--- current modules are no finding
import openai.types, openai.resources, openai.lib.azure
from openai.types.chat import ChatCompletion
from openai.lib.azure import AzureOpenAI
from openai.resources.chat import Completions
--- settings that work are no finding
from openai import api_key, organization, api_type, api_version, base_url
--- another distribution is no finding
from openai_error import RateLimitError
from myopenai.error import RateLimitError
import openais.error
--- a private module of today is no finding
from openai._types import NOT_GIVEN
from openai._exceptions import RateLimitError
--- every resource
from openai import Audio, ChatCompletion, Completion, Customer  # OAI101:20 OAI101:27 OAI101:43 OAI101:55
from openai import Deployment, Edit, Embedding, Engine, ErrorObject  # OAI101:20 OAI101:32 OAI101:38 OAI101:49 OAI101:57
from openai import File, FineTune, FineTuningJob  # OAI101:20 OAI101:26 OAI101:36
from openai import Image, Model, Moderation  # OAI101:20 OAI101:27 OAI101:34
--- an exception that is gone and one that is not
from openai import InvalidRequestError, APIError  # OAI101:20
--- modules
import openai.error, openai.util, openai.embeddings_utils  # OAI101:8 OAI101:22 OAI101:35
import openai.api_requestor as requestor  # OAI101:8
from openai import api_resources, openai_object, datalib  # OAI101:20 OAI101:35 OAI101:50
--- all of the exceptions
from openai.error import APIConnectionError, APIError  # OAI101:26 OAI101:46
from openai.error import AuthenticationError, InvalidAPIType  # OAI101:26 OAI101:47
from openai.error import InvalidRequestError, OpenAIError, PermissionError  # OAI101:26 OAI101:47 OAI101:60
from openai.error import RateLimitError, ServiceUnavailableError  # OAI101:26 OAI101:42
from openai.error import SignatureVerificationError, Timeout, TryAgain  # OAI101:26 OAI101:54 OAI101:63
--- what is below a module that is gone
from openai.api_resources.abstract.engine_api_resource import EngineAPIResource  # OAI101:63
from openai.error import something_unheard_of  # OAI101:26
--- settings that are gone
from openai import api_base, proxy, api_key_path  # OAI101:20 OAI101:30 OAI101:37
--- used too
from openai import ChatCompletion  # OAI101:20
def f():
    return ChatCompletion.create(model="m")  # OAI102:12
--- under TYPE_CHECKING and in a function
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from openai.openai_object import OpenAIObject  # OAI101:38
def f():
    import openai.error  # OAI101:12
"""

CALLS = r"""
--- calls of today are no finding
import openai
from openai import OpenAI
client = OpenAI()
client.chat.completions.create(model="m", messages=[])
client.embeddings.create(model="m", input="x")
openai.models.list()
openai.images.generate(prompt="x")
openai.OpenAI().files.list()
--- own things of the same names are no finding
class Completion:
    @staticmethod
    def create(**kwargs): ...
Completion.create(engine="x")
self.ChatCompletion.create(engine="x")
x.openai.ChatCompletion.create()
--- other packages are no finding
import litellm, anthropic, portkey_ai as ai
litellm.completion(model="m")
anthropic.Completion.create()
ai.ChatCompletion.create()
--- what is no method of the SDK is no finding
import openai
openai.configure(api_key="x")
openai.my_extension.create()
--- methods of every resource
import openai
openai.Audio.transcribe(model="m", file=f)  # OAI102:1
openai.Audio.translate(model="m", file=f)  # OAI102:1
openai.Audio.transcribe_raw("m", f, "n.mp3")  # OAI102:1 OAI111:29
openai.ChatCompletion.create()  # OAI102:1
openai.Completion.create()  # OAI102:1
openai.Customer.create()  # OAI102:1
openai.Deployment.create()  # OAI102:1
openai.Edit.create()  # OAI102:1
openai.Embedding.create()  # OAI102:1
openai.Engine.list()  # OAI102:1
openai.Engine.retrieve("m")  # OAI102:1
openai.File.create(file=f, purpose="p")  # OAI102:1
openai.File.find_matching_files(name="n", bytes=1, purpose="p")  # OAI102:1
openai.File.download("f")  # OAI102:1
openai.FineTune.create(training_file="f")  # OAI102:1
openai.FineTune.stream_events("f")  # OAI102:1
openai.FineTuningJob.create(training_file="f", model="m")  # OAI102:1
openai.Image.create(prompt="p")  # OAI102:1
openai.Image.create_variation(image=f)  # OAI102:1
openai.Image.create_edit(image=f, prompt="p")  # OAI102:1
openai.Model.list()  # OAI102:1
openai.Model.delete("m")  # OAI102:1
openai.Moderation.create(input="x")  # OAI102:1
--- helpers
import openai
from openai.embeddings_utils import get_embedding, cosine_similarity  # OAI101:37 OAI101:52
get_embedding("x", engine="m")  # OAI102:1
cosine_similarity(a, b)  # OAI102:1
openai.util.convert_to_dict(x)  # OAI102:1
openai.util.log_debug("x")  # OAI102:1
openai.api_requestor.APIRequestor()  # OAI102:1
openai.openai_object.OpenAIObject.construct_from({})  # OAI102:1
--- instances
import openai
openai.Engine("m").generate(prompt="p")  # OAI102:1
engine = openai.Engine("m")  # OAI102:10
engine.generate()  # OAI102:1
chat = openai.ChatCompletion()  # OAI102:8
chat.create()  # OAI102:1
--- a method that the table does not know is below a removed class
import openai
openai.ChatCompletion.whatever()  # OAI102:1
--- async
import openai
async def f():
    await openai.ChatCompletion.acreate()  # OAI103:11
    await openai.Embedding.acreate()  # OAI103:11
    await openai.Completion.acreate()  # OAI103:11
    await openai.Audio.atranscribe("m", g)  # OAI103:11 OAI111:36
    await openai.Image.acreate(prompt="p")  # OAI103:11
    await openai.Model.alist()  # OAI103:11
    await openai.File.adownload("f")  # OAI103:11
    await openai.FineTune.acancel("f")  # OAI103:11
    r = openai.Moderation.acreate()  # OAI103:9
    return await asyncio.wait_for(openai.Edit.acreate(), 3)  # OAI103:35
--- what is expected to be removed is no finding
import openai
import pytest
from openai.lib._old_api import APIRemovedInV1
def test_old_api():
    with pytest.raises(APIRemovedInV1):
        openai.Completion.create()
    with pytest.raises(expected_exception=openai.lib._old_api.APIRemovedInV1):
        openai.ChatCompletion.create(engine="x")
    with pytest.raises((APIRemovedInV1, AttributeError), match="no longer"):
        openai.Embedding.create(input="x")["data"]
class TestOldApi:
    def test_it(self):
        with self.assertRaises(APIRemovedInV1):
            openai.Moderation.create(input="x")
        with self.assertRaisesRegex(APIRemovedInV1, "no longer"):
            openai.Image.create(prompt="x")
--- what another error is expected of
import openai
import pytest
def test_it():
    with pytest.raises(ValueError):
        openai.Completion.create()  # OAI102:9
    with pytest.raises(openai.error.RateLimitError):  # OAI107:24
        openai.Completion.create()  # OAI102:9
--- async on another thing is no finding
import openai
async def f(gateway):
    await gateway.ChatCompletion.acreate()
    await openai.AsyncOpenAI().chat.completions.create(model="m", messages=[])
"""

REFERENCES = r"""
--- what is still there is no finding
import openai
x = [openai.OpenAI, openai.APIError, openai.types, openai.chat.completions.create]
def f(a: openai.OpenAI, b: openai.Timeout, c: openai.types.Completion): ...
--- texts are no finding
import openai
print("openai.ChatCompletion", b"openai.Completion", "ChatCompletion")
x = {"openai.ChatCompletion": 1}
--- attributes of other objects are no finding
import openai
x = self.ChatCompletion, request.openai, config.openai.Completion
--- one for each mention
import openai
x = openai.ChatCompletion  # OAI104:5
y = openai.ChatCompletion.create  # OAI104:5
z = openai.embeddings_utils  # OAI104:5
print(openai.util)  # OAI104:7
del openai.ChatCompletion  # OAI104:5
openai.ChatCompletion = Fake  # OAI104:1
openai.ChatCompletion.create = fake  # OAI104:1
openai.ChatCompletion.create.calls = 1  # OAI104:1
f(openai.Completion, key=openai.Edit)  # OAI104:3 OAI104:26
--- a chain is one
import openai
x = openai.api_resources.abstract.engine_api_resource.EngineAPIResource.class_url  # OAI104:5
--- attributes of a class
import openai
x = openai.Completion.OBJECT_NAME  # OAI104:5
y = openai.Completion.__doc__  # OAI104:5
--- comparing classes
import openai
if cls is openai.ChatCompletion:  # OAI104:11
    pass
if cls in (openai.Completion, openai.Edit):  # OAI104:12 OAI104:31
    pass
--- a dict of them
import openai
x = {
    "chat": openai.ChatCompletion,  # OAI104:13
    "text": openai.Completion,  # OAI104:13
    "more": [openai.Edit],  # OAI104:14
}
--- subclassed, decorated, annotated
import openai
class A(openai.Completion): ...  # OAI104:9
@wrapt.patch_function_wrapper(openai.Completion, "create")  # OAI104:31
def f(a: openai.Edit): ...  # OAI104:10
--- yielded, returned, awaited
import openai
def f():
    yield openai.Completion  # OAI104:11
    return openai.Completion  # OAI104:12
"""


@examples(IMPORTS)
def test_imports(source):
    check(source)


@examples(CALLS)
def test_calls(source):
    check(source)


@examples(REFERENCES)
def test_references(source):
    check(source)


@pytest.mark.parametrize("row", METHODS, ids=lambda row: row.path)
def test_every_method(row):
    """Each method of the table is found by its full path, its coroutine too, through any spelling of its class."""
    found = [(d.code, d.line) for d in lint(f"import openai\n{row.path}()\n")]
    assert ("OAI102", 2) in found
    if row.coroutine:
        (diagnostic,) = lint(f"import openai\n{row.coroutine}()\n")
        assert diagnostic.code == "OAI103"
    _, cls, name = row.path.split(".")
    (imported, called) = lint(f"from openai import {cls} as x\nx.{name}()\n")
    assert (imported.code, called.code) == ("OAI101", "OAI102")


@pytest.mark.parametrize("row", [*RESOURCES, *HELPERS, *MODULES], ids=lambda row: row.path)
def test_every_name(row):
    """Each class, helper and module is found where it is mentioned and where it is imported."""
    (diagnostic,) = lint(f"import openai\nx = {row.path}\n")
    assert (diagnostic.code, diagnostic.line) == ("OAI104", 2)
    module, _, name = row.path.rpartition(".")
    (diagnostic,) = lint(f"from {module} import {name}\n")
    assert (diagnostic.code, diagnostic.line) == ("OAI101", 1)
