# ruff: noqa: E501
"""What tests make a patched method return."""

from __future__ import annotations

from fix.given import check, examples, run

HEADER = "from unittest.mock import AsyncMock, MagicMock, patch\nimport openai\n"

FAKES = r"""
--- the module, under its name in a file
def ask():
    return openai.ChatCompletion.create(model="m", messages=[]).choices[0].message["content"]

@patch("bot.openai")
def test_a(mock_openai):
    reply = MagicMock()
    reply.choices[0].message = {"content": "a"}
    mock_openai.ChatCompletion.create.return_value = reply
    assert ask() == "a"
    mock_openai.ChatCompletion.create.assert_called_once_with(model="m", messages=[])

def test_b():
    with patch("bot.openai") as sdk:
        sdk.ChatCompletion.create.return_value = {"choices": [{"message": {"content": "a"}}]}
        sdk.Image.create.side_effect = openai.error.RateLimitError("slow")
        ask()
>>>
...
def ask():
    return openai.chat.completions.create(model="m", messages=[]).choices[0].message.content

@patch("bot.openai")
def test_a(mock_openai):
    reply = MagicMock()
    reply.choices[0].message = openai.types.chat.ChatCompletionMessage.construct(content="a")
    mock_openai.chat.completions.create.return_value = reply
    assert ask() == "a"
    mock_openai.chat.completions.create.assert_called_once_with(model="m", messages=[])

def test_b():
    with patch("bot.openai") as sdk:
        sdk.chat.completions.create.return_value = openai.types.chat.ChatCompletion.construct(choices=[{"message": {"content": "a"}}])
        sdk.images.generate.side_effect = openai.RateLimitError("slow", response=MagicMock(status_code=429, headers={}), body=None)
        ask()
--- the module, under its name in the file itself
def ask():
    return openai.ChatCompletion.create(model="m", messages=[]).choices[0].message["content"]

@patch("__main__.openai")
def test(mock_openai):
    mock_openai.ChatCompletion.create.return_value = {"choices": [{"message": {"content": "a"}}]}
    assert ask() == "a"
>>>
left: ChatCompletion.create may be that of the SDK, or of what a test puts in its place
--- the module, by its name in another module
def ask():
    return openai.Completion.create(engine="e", prompt="p")["choices"][0]["text"]

def test():
    fake = MagicMock()
    fake.Completion.create.return_value = MagicMock(choices=[])
    with patch.object(bot, "openai", fake):
        ask()
    assert fake.Completion.create.call_args[1]["engine"] == "e"
    with patch.object(bot, "openai") as other:
        other.Completion.create.side_effect = ValueError("no")
        ask()
>>>
...
def ask():
    return openai.completions.create(model="e", prompt="p").choices[0].text

def test():
    fake = MagicMock()
    fake.completions.create.return_value = MagicMock(choices=[])
    with patch.object(bot, "openai", fake):
        ask()
    assert fake.completions.create.call_args[1]["model"] == "e"
    with patch.object(bot, "openai") as other:
        other.completions.create.side_effect = ValueError("no")
        ask()
--- what a test asks of arguments that have other names today
def ask():
    return openai.Completion.create(engine="e", prompt="p", request_timeout=3)["choices"][0]["text"]

@patch("openai.Completion.create")
def test(create):
    ask()
    create.assert_called_once_with(engine="e", prompt="p", request_timeout=3)
    args, kwargs = create.call_args
    assert kwargs["engine"] == create.call_args_list[0].kwargs["engine"] and "request_timeout" in kwargs
    other.assert_called_with(engine="e")
>>>
...
def ask():
    return openai.completions.create(model="e", prompt="p", timeout=3).choices[0].text

@patch("openai.resources.completions.Completions.create")
def test(create):
    ask()
    create.assert_called_once_with(model="e", prompt="p", timeout=3)
    args, kwargs = create.call_args
    assert kwargs["model"] == create.call_args_list[0].kwargs["model"] and "timeout" in kwargs
    other.assert_called_with(engine="e")
--- what a test asks of an argument that no call has today
def ask():
    return openai.Completion.create(model="e", prompt="p")["choices"][0]["text"]

@patch("openai.Completion.create")
def test(create):
    ask()
    assert create.call_args[1]["api_base"] == "e"
>>>
left: a test asks for api_base=, which is no argument today
--- the module, of which a method is awaited
async def ask():
    return await openai.ChatCompletion.acreate(model="m", messages=[])

@patch("bot.openai")
def test(sdk):
    sdk.ChatCompletion.acreate = AsyncMock(return_value=None)
>>>
left: ChatCompletion.acreate may be that of the SDK, or of what a test puts in its place
--- the module, where calls have keys of their own
def ask(key):
    return openai.ChatCompletion.create(model="m", messages=[], api_key=key)

@patch("bot.openai")
def test(sdk):
    sdk.ChatCompletion.create.return_value = None
>>>
left: ChatCompletion.create may be that of the SDK, or of what a test puts in its place
--- a class
def ask():
    return openai.ChatCompletion.create(model="m", messages=[]).choices[0].message.content

@patch("openai.ChatCompletion")
def test(chat):
    chat.create.return_value = {"choices": [{"message": {"content": "a"}}]}
    assert ask() == "a"
    chat.create.assert_called_once()
>>>
...
def ask():
    return openai.chat.completions.create(model="m", messages=[]).choices[0].message.content

@patch("openai.resources.chat.completions.Completions.create")
def test(chat):
    chat.return_value = openai.types.chat.ChatCompletion.construct(choices=[{"message": {"content": "a"}}])
    assert ask() == "a"
    chat.assert_called_once()
--- a class, of which the program calls one method
def ask():
    return openai.ChatCompletion.create(model="m", messages=[]).choices[0].message.content

def test():
    with patch("openai.ChatCompletion"):
        ask()
>>>
...
def ask():
    return openai.chat.completions.create(model="m", messages=[]).choices[0].message.content

def test():
    with patch("openai.resources.chat.completions.Completions.create"):
        ask()
--- a class, of which the program calls two methods
async def ask():
    openai.ChatCompletion.create(model="m", messages=[])
    await openai.ChatCompletion.acreate(model="m", messages=[])

@patch("openai.ChatCompletion")
def test(chat):
    chat.create.return_value = None
    ask()
>>>
left: a test replaces a class of 0.x as a whole, and today its methods are those of a client
--- a class, whose mock goes on
@patch("openai.ChatCompletion")
def test(chat):
    chat.create.return_value = None
    print(chat)
>>>
left: a test replaces a class of 0.x as a whole, and today its methods are those of a client
--- a class of the test's own
class Fake:
    @staticmethod
    def create(**kwargs):
        return {"choices": [{"text": "a"}]}

class Bound:
    def create(self, **kwargs):
        return openai.types.Completion.construct(choices=[])

def test_a(monkeypatch):
    monkeypatch.setattr(openai, "Completion", Fake)
    print(openai.Completion.create(model="m", prompt="p").choices)

def test_b():
    with patch("openai.Completion", Bound()):
        print(openai.Completion.create(model="m", prompt="p").choices)
>>>
...
class Fake:
    @staticmethod
    def create(**kwargs):
        return openai.types.Completion.construct(choices=[{"text": "a"}])

class Bound:
    def create(self, **kwargs):
        return openai.types.Completion.construct(choices=[])

def test_a(monkeypatch):
    monkeypatch.setattr("openai.resources.completions.Completions.create", staticmethod(Fake.create))
    print(openai.completions.create(model="m", prompt="p").choices)

def test_b():
    with patch("openai.resources.completions.Completions.create", staticmethod(Bound().create)):
        print(openai.completions.create(model="m", prompt="p").choices)
--- a class of the test's own, with two methods
class Fake:
    @staticmethod
    def create(**kwargs):
        return {"choices": [{"text": "a"}]}
    @staticmethod
    async def acreate(**kwargs):
        return {"choices": [{"text": "a"}]}

def test(monkeypatch):
    monkeypatch.setattr(openai, "Completion", Fake)
>>>
left: a test replaces a class of 0.x as a whole, and today its methods are those of a client
--- a class, by a part of a mock
def test(monkeypatch):
    api = MagicMock()
    api.Completion.create.return_value = {"choices": [{"text": "a"}]}
    monkeypatch.setattr(openai, "Completion", api.Completion)
>>>
...
def test(monkeypatch):
    api = MagicMock()
    api.Completion.create.return_value = openai.types.Completion.construct(choices=[{"text": "a"}])
    monkeypatch.setattr("openai.resources.completions.Completions.create", api.Completion.create)
--- a response that is made of a dict
import openai

def test(monkeypatch):
    async def chunks(**kwargs):
        for word in ("a", "b"):
            yield openai.util.convert_to_openai_object({"choices": [{"delta": {"content": word}}]})

    reply = MagicMock(return_value=openai.openai_object.OpenAIObject.construct_from({"id": "a", "choices": [{"message": {"content": "b"}}]}))
    print(chunks, reply)
>>>
import openai

def test(monkeypatch):
    async def chunks(**kwargs):
        for word in ("a", "b"):
            yield openai.types.chat.ChatCompletionChunk.construct(choices=[{"delta": {"content": word}}])

    reply = MagicMock(return_value=openai.types.chat.ChatCompletion.construct(id="a", choices=[{"message": {"content": "b"}}]))
    print(chunks, reply)
--- a response that is made of a dict, and read as one
import openai

def reply():
    return openai.util.convert_to_openai_object({"choices": [{"text": "a"}]})

print(reply()["choices"])
>>>
left: openai.util.convert_to_openai_object has no counterpart
--- a response that is made of a dict of which its type does not show
import openai

def reply(given):
    return openai.util.convert_to_openai_object(given)

def other():
    return openai.util.convert_to_openai_object({"choices": []})
>>>
left: openai.util.convert_to_openai_object has no counterpart
--- a response that is made of a dict and goes on
import openai

def reply(log):
    made = openai.util.convert_to_openai_object({"choices": [{"text": "a"}]})
    log(made)
>>>
left: openai.util.convert_to_openai_object has no counterpart
--- a response that is filled bit by bit
from unittest.mock import AsyncMock, MagicMock, patch
import openai
from openai.openai_object import OpenAIObject

def reply(text):
    reply = OpenAIObject()
    choice = openai.openai_object.OpenAIObject()
    choice.text = text
    reply.choices = [choice]
    return reply

@patch("openai.Completion.create")
def test(create):
    create.return_value = reply("a")
>>>
from unittest.mock import AsyncMock, MagicMock, patch
import openai
from openai import BaseModel as OpenAIObject

def reply(text):
    reply = OpenAIObject.construct()
    choice = openai.BaseModel.construct()
    choice.text = text
    reply.choices = [choice]
    return reply

@patch("openai.resources.completions.Completions.create")
def test(create):
    create.return_value = reply("a")
--- a response that is filled bit by bit, as a dict
import openai
from openai.openai_object import OpenAIObject

def reply(text):
    reply = OpenAIObject()
    reply["text"] = text
    return reply
>>>
left: openai.openai_object.OpenAIObject has no counterpart
--- a dict with a text
@patch.object(openai.Completion, "create", return_value={"choices": [{"text": "a"}]})
def test(create):
    pass
>>>
...
@patch("openai.resources.completions.Completions.create", return_value=openai.types.Completion.construct(choices=[{"text": "a"}]))
def test(create):
    pass
--- several tests
@patch("openai.Completion.create")
def test_a(create):
    create.return_value = {"choices": [{"text": "a"}]}

def test_b():
    with patch("openai.Embedding.create") as embed:
        embed.return_value = {"data": [{"embedding": [1.0]}]}
>>>
...
@patch("openai.resources.completions.Completions.create")
def test_a(create):
    create.return_value = openai.types.Completion.construct(choices=[{"text": "a"}])

def test_b():
    with patch("openai.resources.embeddings.Embeddings.create") as embed:
        embed.return_value = openai.types.CreateEmbeddingResponse.construct(data=[{"embedding": [1.0]}])
--- two patches of one test, the last first
@patch("openai.Moderation.create")
@patch("bot.log")
@patch("openai.Completion.create")
def test(complete, log, moderate):
    complete.return_value = {"choices": [{"text": "a"}]}
    log.return_value = {"line": 1}
    moderate.return_value = {"results": [{"flagged": False}]}
>>>
...
@patch("openai.resources.moderations.Moderations.create")
@patch("bot.log")
@patch("openai.resources.completions.Completions.create")
def test(complete, log, moderate):
    complete.return_value = openai.types.Completion.construct(choices=[{"text": "a"}])
    log.return_value = {"line": 1}
    moderate.return_value = openai.types.ModerationCreateResponse.construct(results=[{"flagged": False}])
--- in a class, one after another, and patched with something that is not given
class Tests:
    @patch("bot.LIMIT", 3)
    @patch("openai.ChatCompletion.create")
    def test(self, create):
        create.side_effect = [{"choices": [{"message": {"content": "a"}}]}, ValueError("b")]
>>>
...
class Tests:
    @patch("bot.LIMIT", 3)
    @patch("openai.resources.chat.completions.Completions.create")
    def test(self, create):
        create.side_effect = [openai.types.chat.ChatCompletion.construct(choices=[{"message": {"content": "a"}}]), ValueError("b")]
--- in a setup
class Tests:
    def setUp(self):
        patcher = patch("openai.Completion.create")
        self.create = patcher.start()
    def test(self):
        self.create.return_value = {"choices": [{"text": "a"}]}
>>>
...
class Tests:
    def setUp(self):
        patcher = patch("openai.resources.completions.Completions.create")
        self.create = patcher.start()
    def test(self):
        self.create.return_value = openai.types.Completion.construct(choices=[{"text": "a"}])
--- a function that stands for the method
def fake(**given):
    return {"choices": [{"text": given["prompt"].upper()}]}
def test_a():
    with patch("openai.Completion.create", side_effect=fake):
        pass
def test_b(monkeypatch):
    monkeypatch.setattr(openai.Completion, "create", fake)
>>>
...
def fake(**given):
    return openai.types.Completion.construct(choices=[{"text": given["prompt"].upper()}])
def test_a():
    with patch("openai.resources.completions.Completions.create", side_effect=fake):
        pass
def test_b(monkeypatch):
    monkeypatch.setattr("openai.resources.completions.Completions.create", staticmethod(fake))
--- a function that is called by the test, too
def fake(**given):
    return {"choices": [{"text": "a"}]}
def test(monkeypatch):
    monkeypatch.setattr(openai.Completion, "create", fake)
    assert bot.ask() == fake()["choices"][0]["text"]
>>>
left: what stands for a method of the SDK is called here, too
--- a lambda
def test(monkeypatch):
    monkeypatch.setattr(openai.Completion, "create", lambda **kw: {"choices": [{"text": "a"}]})
>>>
...
def test(monkeypatch):
    monkeypatch.setattr("openai.resources.completions.Completions.create", staticmethod(lambda **kw: openai.types.Completion.construct(choices=[{"text": "a"}])))
--- a mock of its own
def test_a():
    with patch("openai.Completion.create", new=MagicMock(return_value={"choices": [{"text": "a"}]})):
        pass
def test_b():
    with patch("openai.Completion.acreate", AsyncMock(return_value={"choices": [{"text": "b"}]})):
        pass
>>>
...
def test_a():
    with patch("openai.resources.completions.Completions.create", new=MagicMock(return_value=openai.types.Completion.construct(choices=[{"text": "a"}]))):
        pass
def test_b():
    with patch("openai.resources.completions.AsyncCompletions.create", AsyncMock(return_value=openai.types.Completion.construct(choices=[{"text": "b"}]))):
        pass
--- a mock of its own, with a name
def test():
    fake = MagicMock()
    fake.return_value = {"choices": [{"text": "a"}]}
    with patch("openai.Completion.create", fake):
        pass
>>>
...
def test():
    fake = MagicMock()
    fake.return_value = openai.types.Completion.construct(choices=[{"text": "a"}])
    with patch("openai.resources.completions.Completions.create", fake):
        pass
--- a dict with a name
ANSWER = {"choices": [{"text": "a"}]}
@patch("openai.Completion.create")
def test(create):
    create.return_value = ANSWER
    assert bot.ask() == ANSWER["choices"][0]["text"]
>>>
...
ANSWER = {"choices": [{"text": "a"}]}
@patch("openai.resources.completions.Completions.create")
def test(create):
    create.return_value = openai.types.Completion.construct(**ANSWER)
    assert bot.ask() == ANSWER["choices"][0]["text"]
--- a dict with a name that is compared
ANSWER = {"choices": [{"text": "a"}]}
@patch("openai.Completion.create", return_value=ANSWER)
def test(create):
    assert bot.ask() == ANSWER
>>>
left: a test makes a dict here that may stand for a response, which is an object today
--- a dict that a function makes
def answer(text):
    return {"choices": [{"text": text}]}
@patch("openai.Completion.create")
def test(create):
    create.return_value = answer("a")
    create.side_effect = [answer("b"), answer("c")]
>>>
...
def answer(text):
    return {"choices": [{"text": text}]}
@patch("openai.resources.completions.Completions.create")
def test(create):
    create.return_value = openai.types.Completion.construct(**answer("a"))
    create.side_effect = [openai.types.Completion.construct(**answer("b")), openai.types.Completion.construct(**answer("c"))]
--- a dict of a file
import json
from unittest.mock import patch
import openai
@patch("openai.ChatCompletion.create")
def test(create):
    create.return_value = json.load(open("answer.json"))
>>>
import json
from unittest.mock import patch
import openai
@patch("openai.resources.chat.completions.Completions.create")
def test(create):
    create.return_value = openai.types.chat.ChatCompletion.construct(**json.load(open("answer.json")))
--- a fixture
@patch("openai.Completion.create")
def test(create, answer):
    create.return_value = answer
>>>
left: what a test makes the SDK return comes from elsewhere, and may be a dict
--- from another file
from unittest.mock import patch
from answers import ANSWER
import openai
@patch("openai.Completion.create", return_value=ANSWER)
def test(create):
    pass
>>>
left: what a test makes the SDK return comes from elsewhere, and may be a dict
--- a recording
@patch("openai.Audio.transcribe", return_value={"text": "a"})
def test(transcribe):
    pass
>>>
from unittest.mock import AsyncMock, MagicMock, patch
import openai
import openai.types.audio
@patch("openai.resources.audio.transcriptions.Transcriptions.create", return_value=openai.types.audio.Transcription.construct(text="a"))
def test(transcribe):
    pass
--- a list has another type
@patch("openai.Model.list", return_value={"data": [{"id": "m"}]})
def test(models):
    pass
>>>
left: a test makes a dict here that may stand for a response, which is an object today
--- keys that are words, and one that is none
@patch("openai.ChatCompletion.create", return_value={
    "id": "x",  # of no call
    "choices" : ([]),
})
@patch("openai.Embedding.create", return_value={"data": [], "x-y": 1})
@patch("openai.Completion.create", return_value={"choices": [], "class": 1})
def test_a(a, b, c):
    pass
>>>
...
@patch("openai.resources.chat.completions.Completions.create", return_value=openai.types.chat.ChatCompletion.construct(
    id="x",  # of no call
    choices=([]),
))
@patch("openai.resources.embeddings.Embeddings.create", return_value=openai.types.CreateEmbeddingResponse.construct(**{"data": [], "x-y": 1}))
@patch("openai.resources.completions.Completions.create", return_value=openai.types.Completion.construct(**{"choices": [], "class": 1}))
def test_a(a, b, c):
    pass
--- a part of an object of the test's own
from unittest.mock import patch
from types import SimpleNamespace as Of
import openai
class Choice:
    def __init__(self, m):
        self.message = m
class Reply:
    usage = {"total_tokens": 3}
    def __init__(self, text):
        self.choices = [Choice({"content": text})]
@patch("openai.ChatCompletion.create", side_effect=[Reply("a"), Of(choices=[Of(message=dict(content="b"))])])
def test(create):
    run()
>>>
from unittest.mock import patch
from types import SimpleNamespace as Of
import openai
class Choice:
    def __init__(self, m):
        self.message = m
class Reply:
    usage = openai.types.CompletionUsage.construct(total_tokens=3)
    def __init__(self, text):
        self.choices = [Choice(openai.types.chat.ChatCompletionMessage.construct(content=text))]
@patch("openai.resources.chat.completions.Completions.create", side_effect=[Reply("a"), Of(choices=[Of(message=openai.types.chat.ChatCompletionMessage.construct(content="b"))])])
def test(create):
    run()
--- a part of an object whose class has no statement
from unittest.mock import patch
import openai
from collections import namedtuple
Choice = namedtuple("Choice", "index message")
reply = type("Reply", (), {"choices": [Choice(0, {"content": "a"})], "usage": {"total_tokens": 3}})()
@patch("openai.ChatCompletion.create", return_value=reply)
def test(create):
    run()
>>>
from unittest.mock import patch
import openai
from collections import namedtuple
Choice = namedtuple("Choice", "index message")
reply = type("Reply", (), {"choices": [Choice(0, openai.types.chat.ChatCompletionMessage.construct(content="a"))], "usage": openai.types.CompletionUsage.construct(total_tokens=3)})()
@patch("openai.resources.chat.completions.Completions.create", return_value=reply)
def test(create):
    run()
--- a part of an object, put there later
from unittest.mock import MagicMock, patch
import openai
message = {"content": "a"}
reply = MagicMock()
reply.choices = [MagicMock(message=message, extra={"colour": 1})]
reply.configure_mock(usage={"total_tokens": 3})
@patch("openai.ChatCompletion.create", return_value=reply)
def test(create):
    run()
>>>
from unittest.mock import MagicMock, patch
import openai
message = openai.types.chat.ChatCompletionMessage.construct(content="a")
reply = MagicMock()
reply.choices = [MagicMock(message=message, extra={"colour": 1})]
reply.configure_mock(usage=openai.types.CompletionUsage.construct(total_tokens=3))
@patch("openai.resources.chat.completions.Completions.create", return_value=reply)
def test(create):
    run()
--- a part of an object under a name that no response has
from unittest.mock import patch
import openai
class Choice:
    def __init__(self, m):
        self.keep(m)
class Reply:
    choices = [Choice({"content": "a"})]
@patch("openai.ChatCompletion.create", return_value=Reply())
def test(create):
    run()
>>>
left: a test makes a dict here that may stand for a response, which is an object today
--- a part of a mock
with patch("openai.ChatCompletion.create") as create:
    create.return_value.choices[0].message = {"content": "faked"}
    run()
>>>
...
with patch("openai.resources.chat.completions.Completions.create") as create:
    create.return_value.choices[0].message = openai.types.chat.ChatCompletionMessage.construct(content="faked")
    run()
--- a part of a mock, when it is made
with patch("openai.ChatCompletion.create") as create:
    create.return_value = Mock(choices=[Mock(message={"content": "faked"})])
    run()
>>>
...
with patch("openai.resources.chat.completions.Completions.create") as create:
    create.return_value = Mock(choices=[Mock(message=openai.types.chat.ChatCompletionMessage.construct(content="faked"))])
    run()
--- pieces of a stream
@patch("openai.ChatCompletion.create", return_value=[{"choices": [{"delta": {"content": "a"}}]}])
def test(create):
    pass
>>>
left: a test makes a dict here that may stand for a response, which is an object today
--- dicts of its own
@patch("openai.Completion.create", return_value=MagicMock(choices=[MagicMock(text="a")]))
def test(create):
    assert post("/ask", json={"text": "hello", "data": [1]}).json() == {"text": "a", "usage": 3, "results": []}
>>>
...
@patch("openai.resources.completions.Completions.create", return_value=MagicMock(choices=[MagicMock(text="a")]))
def test(create):
    assert post("/ask", json={"text": "hello", "data": [1]}).json() == {"text": "a", "usage": 3, "results": []}
--- a dict like a response that nothing is known to return
@patch("openai.Completion.create")
def test(create):
    configure(create, {"choices": [{"text": "a"}]})
>>>
left: a test makes a dict here that may stand for a response, which is an object today
"""


@examples(FAKES, header=HEADER, then=HEADER)
def test_fakes(before, expected, settings):
    check(before, expected, **settings)


def test_a_file_that_stays_holds_back_the_calls_of_which_it_replaces_the_module():
    files = {
        "bot.py": "import openai\ndef ask():\n    return openai.Completion.create(model='m', prompt='p')['choices'][0]['text']\n",
        "test_bot.py": "import bot\nfrom fakes import fake\nfrom unittest.mock import patch\n"
        "def test():\n    with patch.object(bot, 'openai', fake):\n        bot.ask()\n    assert fake.Completion.create.called\n",
    }
    results = run(files)
    assert results["bot.py"].after == results["bot.py"].before
    assert "the SDK is replaced" in results["bot.py"].left[0].reason or "Completion.create may be" in results["bot.py"].left[0].reason


def test_no_client_object_where_a_test_replaces_the_module():
    files = {
        "bot.py": "import openai\ndef ask():\n    return openai.Completion.create(model='m', prompt='p')['choices'][0]['text']\n",
        "test_bot.py": "import bot\nfrom unittest.mock import patch\n@patch('bot.openai')\n"
        "def test(sdk):\n    sdk.Completion.create.return_value.choices = []\n    bot.ask()\n",
    }
    assert b"openai.completions.create" in run(files, client="instance")["bot.py"].after
