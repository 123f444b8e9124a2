"""OAI110 and OAI111: arguments that today's calls refuse."""

from __future__ import annotations

import pytest

from examples import check, examples, lint
from flake8_openai_v1.sdk.arguments import ARGUMENTS, OF_METHOD, POSITIONAL
from flake8_openai_v1.sdk.names import METHODS
from flake8_openai_v1.sdk.signatures import SIGNATURES

KEYWORDS = r"""
--- a client that is given, or made
import openai
from openai import OpenAI
class Bot:
    def __init__(self, client: OpenAI):
        self.client = client or OpenAI()
    def ask(self, text):
        return self.client.embeddings.create(engine="m", input=text)  # OAI110:46
--- arguments of today are no finding
from openai import OpenAI
client = OpenAI(api_key="k", base_url="u", organization="o", timeout=3)
client.chat.completions.create(model="m", messages=[], timeout=3, extra_headers={}, extra_body={}, stream=True)
client.with_options(api_key="k", timeout=3).embeddings.create(model="m", input="x")
--- other calls with such arguments are no finding
import openai
f(engine="m", request_timeout=3, api_base="u", headers={})
requests.post("u", headers={})
llm.create(engine="m")
client.chat.completions.create(engine="m")
dict(engine="m")
--- own functions with such parameters are no finding
import openai
def ask(engine, request_timeout=3): ...
ask(engine="m", request_timeout=1)
--- what a legacy call took and takes today is no finding of this rule
import openai
openai.ChatCompletion.create(model="m", messages=[], temperature=0, stream=True, timeout=3, user="u")  # OAI102:1
--- on legacy calls
import openai
openai.ChatCompletion.create(engine="m")  # OAI102:1 OAI110:30
openai.Completion.create(deployment_id="m")  # OAI102:1 OAI110:26
openai.Embedding.create(request_timeout=3)  # OAI102:1 OAI110:25
openai.Image.create(api_key="k", prompt="p")  # OAI102:1 OAI110:21
openai.Edit.create(headers={})  # OAI102:1 OAI110:20
openai.Model.list(organization="o")  # OAI102:1 OAI110:19
--- several in one call
import openai
openai.ChatCompletion.create(  # OAI102:1
    engine="m",  # OAI110:5
    messages=[],
    api_key="k",  # OAI110:5
    api_base="u",  # OAI110:5
    api_type="azure",  # OAI306:5
    api_version="v",  # OAI110:5
    organization="o",  # OAI110:5
    request_id="r",  # OAI110:5
    request_timeout=3,  # OAI110:5
    headers={},  # OAI110:5
)
--- on current calls
from openai import OpenAI, AzureOpenAI
client = OpenAI()
client.chat.completions.create(engine="m", messages=[])  # OAI110:32
client.embeddings.create(deployment_id="m", input="x")  # OAI110:26
AzureOpenAI(api_version=v).completions.create(request_timeout=3, model="m", prompt="p")  # OAI110:47
client.with_options(timeout=3).images.generate(api_key="k", prompt="p")  # OAI110:48
client.chat.completions.with_raw_response.create(engine="m", messages=[])  # OAI110:50
--- on calls of the module client
import openai
openai.chat.completions.create(engine="m", messages=[])  # OAI110:32
openai.embeddings.create(api_base="u", model="m", input="x")  # OAI110:26
--- on async clients
from openai import AsyncOpenAI
client = AsyncOpenAI()
async def f():
    await client.chat.completions.create(deployment_id="m", messages=[])  # OAI110:42
--- on a client in self
from openai import OpenAI
class Bot:
    def __init__(self):
        self.client = OpenAI()
    def ask(self):
        return self.client.chat.completions.create(engine="m", messages=[])  # OAI110:52
--- on a client that a parameter promises
import openai
def f(client: openai.OpenAI):
    return client.chat.completions.create(engine="m", messages=[])  # OAI110:43
--- what 0.x sent on unseen
import openai
openai.ChatCompletion.create(model="m", messages=[], best_friend=1)  # OAI102:1 OAI110:54
--- what a current call does not know is not this rule's
from openai import OpenAI
OpenAI().chat.completions.create(model="m", messages=[], best_friend=1)
--- beside a package that wraps the calls
import instructor, openai
openai.ChatCompletion.create(model="m", response_model=X)  # OAI102:1
openai.ChatCompletion.create(engine="m", response_model=X)  # OAI102:1 OAI110:30
--- arguments of one method
import openai
openai.File.create(file=f, purpose="p", user_provided_filename="n")  # OAI102:1 OAI110:41
openai.FineTune.retrieve(id="f")  # OAI102:1 OAI110:26
openai.Model.retrieve(id="m")  # OAI102:1 OAI110:23
openai.Model.delete(sid="m")  # OAI102:1 OAI110:21
openai.FineTuningJob.list(starting_after="x", limit=3)  # OAI102:1 OAI110:27
--- through a method under a name
import openai
create = openai.ChatCompletion.create  # OAI104:10
create(engine="m")  # OAI110:8
--- through partial
from functools import partial
import openai
ask = partial(openai.ChatCompletion.create, engine="m")  # OAI104:15 OAI110:45
"""

DICTS = r"""
--- a dict that the file does not show is no finding
import openai
def f(**kwargs):
    return openai.ChatCompletion.create(**kwargs)  # OAI102:12
openai.ChatCompletion.create(**load())  # OAI102:1
openai.ChatCompletion.create(**{k: v for k, v in x})  # OAI102:1
--- a dict that goes elsewhere is no finding
import openai
kwargs = {"engine": "m"}
log(**kwargs)
other.create(**kwargs)
openai.ChatCompletion.create(model="m")  # OAI102:1
--- a dict with arguments of today is no finding
import openai
kwargs = {"model": "m", "temperature": 0}
openai.ChatCompletion.create(**kwargs)  # OAI102:1
--- a key taken out again is no finding
import openai
kwargs = {"engine": "m", "model": "m"}
kwargs.pop("engine")
openai.ChatCompletion.create(**kwargs)  # OAI102:1
--- a key deleted again is no finding
import openai
kwargs = {"engine": "m"}
del kwargs["engine"]
openai.ChatCompletion.create(**kwargs)  # OAI102:1
--- a dict literal
import openai
openai.ChatCompletion.create(**{"engine": "m"})  # OAI102:1 OAI110:33
--- a dict under a name
import openai
kwargs = {"engine": "m", "temperature": 0}  # OAI110:11
openai.ChatCompletion.create(messages=[], **kwargs)  # OAI102:1
--- a dict made by call
import openai
kwargs = dict(engine="m", request_timeout=3)  # OAI110:15 OAI110:27
openai.ChatCompletion.create(**kwargs)  # OAI102:1
--- keys set later
import openai
kwargs = {}
kwargs["engine"] = "m"  # OAI110:8
if azure:
    kwargs["api_base"] = "u"  # OAI110:12
openai.ChatCompletion.create(**kwargs)  # OAI102:1
--- keys by update and setdefault
import openai
kwargs = {"model": "m"}
kwargs.update({"request_timeout": 3})  # OAI110:16
kwargs.update(api_key="k")  # OAI110:15
kwargs.setdefault("headers", {})  # OAI110:19
openai.ChatCompletion.create(**kwargs)  # OAI102:1
--- merged dicts
import openai
base = {"engine": "m"}  # OAI110:9
openai.ChatCompletion.create(**{**base, "n": 1})  # OAI102:1
openai.ChatCompletion.create(**base, n=1)  # OAI102:1
--- merged with |
import openai
base = {"engine": "m"}  # OAI110:9
base |= {"api_key": "k"}  # OAI110:10
openai.ChatCompletion.create(**base)  # OAI102:1
--- on current calls
from openai import OpenAI
client = OpenAI()
kwargs = {"model": "m", "request_timeout": 3}  # OAI110:25
client.chat.completions.create(**kwargs)
--- of a class
import openai
class Bot:
    def __init__(self):
        self.kwargs = {"engine": "m"}  # OAI110:24
    def ask(self):
        return openai.ChatCompletion.create(**self.kwargs)  # OAI102:16
--- through a function of the file
import openai
def ask(**kwargs):
    return openai.ChatCompletion.create(**kwargs)  # OAI102:12
ask(engine="m", messages=[])  # OAI110:5
--- from a function of the file
import openai
def settings():
    return {"engine": "m"}  # OAI110:13
openai.ChatCompletion.create(**settings())  # OAI102:1
--- used for two calls is one
import openai
kwargs = {"engine": "m"}  # OAI110:11
openai.ChatCompletion.create(**kwargs)  # OAI102:1
openai.Completion.create(**kwargs)  # OAI102:1
--- in a branch of the version
import openai
kwargs = {"temperature": 0}
if openai.__version__ < "1":
    kwargs["engine"] = "m"
    openai.ChatCompletion.create(**kwargs)
else:
    kwargs["model"] = "m"
    openai.chat.completions.create(**kwargs)
"""

SIDES = r"""
--- near: a key for another provider, and a call that is not made for it
from openai import OpenAI
import litellm
def complete(client: OpenAI, local, **kwargs):
    raw = None
    if local:
        call = litellm.completion
        kwargs["api_key"] = "none"
    else:
        call = client.chat.completions.create
        raw = client.chat.completions.with_raw_response.create
    if raw is not None:
        return raw(**kwargs)
    return call(**kwargs)
--- near: in a ladder
from openai import OpenAI
client = OpenAI()
def complete(kind, **kwargs):
    if kind == "local":
        kwargs["api_base"] = "http://localhost"
    elif kind == "other":
        kwargs["headers"] = {}
    else:
        create = client.chat.completions.create
    return create(**kwargs)
--- a key on the side of the call, and on no side
from openai import OpenAI
client = OpenAI()
def complete(kind, **kwargs):
    kwargs["engine"] = "e"  # OAI110:12
    if kind:
        kwargs["headers"] = {}  # OAI110:16
        create = client.chat.completions.create
    else:
        create = None
    return create(**kwargs)
--- a key on one side, and a function of both
import openai
def complete(kind, **kwargs):
    if kind:
        kwargs["engine"] = "e"  # OAI110:16
        create = openai.ChatCompletion.create  # OAI104:18
    else:
        create = openai.Completion.create  # OAI104:18
    return create(**kwargs)
--- a key in one condition, a function in another
from openai import OpenAI
client = OpenAI()
def complete(kind, **kwargs):
    if kind:
        kwargs["engine"] = "e"  # OAI110:16
    if not kind:
        create = client.chat.completions.create
    return create(**kwargs)
"""

POSITIONS = r"""
--- keywords are no finding
import openai
openai.Audio.transcribe(model="m", file=f)  # OAI102:1
openai.Image.create_variation(image=f)  # OAI102:1
openai.chat.completions.create(model="m", messages=[])
--- positions that today's calls take are no finding
import openai
from openai import OpenAI
openai.Model.retrieve("m")  # OAI102:1
openai.File.delete("f")  # OAI102:1
openai.FineTuningJob.cancel("f")  # OAI102:1
OpenAI().models.retrieve("m")
OpenAI().files.content("f")
OpenAI().fine_tuning.jobs.cancel("f")
--- unpacked ones are no finding
import openai
openai.Audio.transcribe(*args)  # OAI102:1
--- other calls are no finding
f("whisper-1", file)
client.audio.transcriptions.create("whisper-1", file)
--- audio
import openai
openai.Audio.transcribe("whisper-1", f)  # OAI102:1 OAI111:25 OAI502:25
openai.Audio.translate("whisper-1", f)  # OAI102:1 OAI111:24 OAI502:24
openai.Audio.transcribe("whisper-1", file=f)  # OAI102:1 OAI111:25 OAI502:25
--- images and files
import openai
openai.Image.create_variation(f)  # OAI102:1 OAI111:31
openai.Image.create_edit(f, prompt="p")  # OAI102:1 OAI111:26
openai.File.create(f, "fine-tune")  # OAI102:1 OAI111:20
--- moderations and helpers
import openai
openai.Moderation.create("text")  # OAI102:1 OAI111:26
--- current calls
from openai import OpenAI
client = OpenAI()
client.audio.transcriptions.create("whisper-1", f)  # OAI111:36
client.embeddings.create("m")  # OAI111:26
client.chat.completions.create([], model="m")  # OAI111:32
client.files.content("f", 3)  # OAI111:27
--- the module client
import openai
openai.moderations.create("text")  # OAI111:27
--- async
import openai
async def f():
    await openai.Audio.atranscribe("whisper-1", f)  # OAI103:11 OAI111:36 OAI502:36
--- to_thread
import asyncio, openai
async def f():
    await asyncio.to_thread(openai.Audio.transcribe, "whisper-1", f)  # OAI104:29 OAI111:54 OAI502:54
"""


@examples(KEYWORDS)
def test_keywords(source):
    check(source)


@examples(DICTS)
def test_dicts(source):
    check(source)


@examples(SIDES)
def test_sides_of_a_condition(source):
    check(source)


@examples(POSITIONS)
def test_positions(source):
    check(source)


CURRENT = {row.path: row.use.removeprefix("client.") for row in METHODS if row.use}


@pytest.mark.parametrize("row", ARGUMENTS, ids=lambda row: row.name)
def test_every_argument(row):
    """Found on every legacy call and on every current one that does not take it."""
    code = "OAI306" if row.kind else "OAI110"
    for path, use in CURRENT.items():
        codes = [d.code for d in lint(f"import openai\n{path}({row.name}=1)\n")]
        takes = use in SIGNATURES and row.name in SIGNATURES[use].keywords
        assert codes == (["OAI102"] if takes else ["OAI102", code]), path
    for path, signature in SIGNATURES.items():
        diagnostics = lint(f"from openai import OpenAI\nOpenAI().{path}({row.name}=1)\n")
        codes = [d.code for d in diagnostics if not d.code.startswith(("OAI2", "OAI5"))]  # of the method itself
        assert codes == ([] if row.name in signature.keywords else [code]), path


OWN = [(path, row) for path, rows in OF_METHOD.items() for row in rows]


@pytest.mark.parametrize(("path", "row"), OWN, ids=lambda part: getattr(part, "name", part))
def test_every_argument_of_one_method(path, row):
    diagnostics = lint(f"import openai\n{path}({row.name}=1)\n")
    assert [(d.code, d.replacement) for d in diagnostics][1:] == [("OAI110", row.use)]


@pytest.mark.parametrize("path", POSITIONAL)
def test_every_position(path):
    """The message says what the arguments are called today."""
    given = POSITIONAL[path]
    use = CURRENT.get(path)
    if use not in SIGNATURES:
        pytest.skip("no counterpart with a signature")
    source = f"import openai\n{path}({', '.join('abcdefghijkl'[: len(given)])})\n"
    found = [diagnostic for diagnostic in lint(source) if diagnostic.code == "OAI111"]
    assert len(found) == (len(given) > len(SIGNATURES[use].positional))
    assert all("openai 1.0" in d.message and "\n" not in d.message for d in found)
