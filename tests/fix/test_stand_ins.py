"""What is given in the place of a method of 0.x: ``ask(create=stub)``."""

from __future__ import annotations

import pytest
from fix.given import run

BOT = """import openai


def ask(text, create=openai.ChatCompletion.create):
    reply = create(model="gpt-4", messages=[{"role": "user", "content": text}])
    return reply["choices"][0]["message"]["content"]
"""
CLASS = """import openai


class Bot:
    def __init__(self, create=openai.ChatCompletion.create):
        self.create = create

    def ask(self, text):
        reply = self.create(model="gpt-4", messages=[{"role": "user", "content": text}])
        return reply["choices"][0]["message"]["content"]
"""
STUB = """def stub(**kwargs):
    return {"choices": [{"message": {"content": "hi"}}]}
"""
MADE = 'openai.types.chat.ChatCompletion.construct(choices=[{"message": {"content": "hi"}}])'
DICT = '{"choices": [{"message": {"content": "hi"}}]}'


def fixed(bot: str, test: str) -> tuple[str, str]:
    results = run({"bot.py": bot, "test_bot.py": test})
    return results["bot.py"].after.decode(), results["test_bot.py"].after.decode()


@pytest.mark.parametrize(
    ("bot", "test"),
    [
        (BOT, f"from bot import ask\n{STUB}def test():\n    assert ask('x', create=stub) == 'hi'\n"),
        (BOT, f"from bot import ask\n{STUB}def test():\n    assert ask('x', stub) == 'hi'\n"),
        (BOT, f"import bot\ndef test():\n    assert bot.ask('x', lambda **given: {DICT}) == 'hi'\n"),
        (CLASS, f"from bot import Bot\n{STUB}def test():\n    assert Bot(stub).ask('x') == 'hi'\n"),
        (
            CLASS,
            f"from unittest import mock\nfrom bot import Bot\ndef test():\n"
            f"    assert Bot(mock.Mock(return_value={DICT})).ask('x') == 'hi'\n",
        ),
        (
            BOT,
            f"from unittest.mock import MagicMock\nimport bot\ndef test():\n    create = MagicMock()\n"
            f"    create.return_value = {DICT}\n    assert bot.ask('x', create) == 'hi'\n",
        ),
    ],
)
def test_a_stub_that_is_given_for_a_default_gives_an_object(bot, test):
    code, tests = fixed(bot, test)
    assert "create=openai.chat.completions.create" in code
    assert "reply.choices[0].message.content" in code
    assert MADE in tests
    assert "import openai" in tests


def test_a_dict_with_a_name_is_made_an_object_where_the_stub_gives_it():
    test = f"from bot import ask\nREPLY = {DICT}\ndef stub(**given):\n    return REPLY\n"
    test += "def test():\n    ask('x', stub)\n    assert REPLY['choices']\n"
    code, tests = fixed(BOT, test)
    assert "reply.choices[0]" in code
    assert "return openai.types.chat.ChatCompletion.construct(**REPLY)" in tests
    assert f"REPLY = {DICT}" in tests


@pytest.mark.parametrize(
    ("test", "why"),
    [
        (f"from bot import ask\n{STUB}def test():\n    assert ask('x', stub) in stub()\n", "is called here, too"),
        ("from bot import ask\nfrom other import stub\ndef test():\n    assert ask('x', stub)\n", "read as a dict"),
    ],
)
def test_a_stub_that_is_used_otherwise_holds_the_call(test, why):
    results = run({"bot.py": BOT, "test_bot.py": test})
    assert results["bot.py"].after == results["bot.py"].before
    assert why in " ".join(left.reason for left in results["bot.py"].left)
    assert results["test_bot.py"].after == results["test_bot.py"].before


def test_a_stub_in_a_file_that_is_not_named_holds_the_call():
    from flake8_openai_v1.fix.fixer import Source, fix_files
    from flake8_openai_v1.project.config import Config

    test = f"from bot import ask\n{STUB}def test():\n    assert ask('x', create=stub) == 'hi'\n"
    sources = [Source("bot.py", BOT.encode()), Source("test_bot.py", test.encode())._replace(outside=True)]
    bot, _ = fix_files(sources, Config())
    assert bot.after == bot.before
    assert any("name that file, too" in left.reason for left in bot.left)


def test_a_function_of_the_program_beside_the_call_is_no_stub():
    code = f"{BOT}\n\n{STUB}\n\nprint(ask('x', create=stub))\n"
    results = run({"bot.py": code})
    assert results["bot.py"].after == results["bot.py"].before


def test_a_patch_of_what_is_gone_and_called_by_nobody_holds_no_call():
    test = "from unittest import mock\nimport openai\n\n\n@mock.patch('openai.Customer.create')\ndef test(create):\n"
    code = f"{test}    assert openai.Model.list()['data']\n"
    result = run({"test_bot.py": code})["test_bot.py"]
    assert "openai.models.list().data" in result.after.decode()
    assert [left.reason for left in result.left] == ["a test patches something of 0.x that is gone"]


def test_a_patch_of_what_is_gone_and_called_holds_its_calls():
    test = "from unittest import mock\nimport openai\n\n\n@mock.patch('openai.Customer.create')\ndef test(create):\n"
    code = f"{test}    openai.Customer.create()\n    assert openai.Model.list()['data']\n"
    result = run({"test_bot.py": code})["test_bot.py"]
    assert result.after == result.before


SEVERAL = """import openai


def ask(text):
    return openai.Completion.create(model="m", prompt=text)["choices"][0]["text"]


def later(text):
    return [one["text"] for one in openai.Completion.create(model="m", prompt=text)["choices"]]


async def soon(text):
    return (await openai.Completion.acreate(model="m", prompt=text))["choices"][0]["text"]


async def pair(text):
    return await soon(text), ask(text)
"""
FIXTURE = """from unittest.mock import AsyncMock, MagicMock

import openai
import pytest
from bot import ask


@pytest.fixture
def data():
    one = {"choices": [{"text": "a"}]}
    other = {"choices": [{"text": "b"}]}
    return one, other


@pytest.fixture
def mocked(monkeypatch, data):
    one, other = data
    api = MagicMock()
    api.Completion.acreate = AsyncMock(return_value=one)
    api.Completion.create.return_value = other
    monkeypatch.setattr(openai, "Completion", api.Completion)


def test(mocked):
    assert ask("x") == "b"
"""


def test_a_mock_in_the_place_of_a_class_of_which_several_methods_are_called():
    results = run({"bot.py": SEVERAL, "test_bot.py": FIXTURE}, unsafe=True)
    text = results["test_bot.py"].after.decode()
    assert '"openai.resources.completions.AsyncCompletions.create", api.Completion.acreate' in text
    assert '"openai.resources.completions.Completions.create", api.Completion.create' in text
    assert "return_value=openai.types.Completion.construct(**one)" in text
    assert "api.Completion.create.return_value = openai.types.Completion.construct(" in text
    assert "openai.completions.create(" in results["bot.py"].after.decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("MagicMock()", "make()"),
        ("api.Completion.create.return_value", "api.Completion.mystery.return_value"),
        ("    monkeypatch.setattr(", "    kept = monkeypatch.setattr("),
        ('    assert ask("x") == "b"', '    assert data()[0] == ask("x")'),
    ],
)
def test_a_mock_in_the_place_of_a_class_that_is_not_all_seen(old, new):
    assert old in FIXTURE
    results = run({"bot.py": SEVERAL, "test_bot.py": FIXTURE.replace(old, new)}, unsafe=True)
    assert results["bot.py"].after == results["bot.py"].before
