"""Responses that stay dicts, with all that they meet, while those of other calls of a program become objects."""

from __future__ import annotations

import textwrap

import pytest
from fix.given import check, examples, run

from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.project.config import Config

OWN = r"""
--- a list that callers may have given, and a call that has nothing to do with it
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        reply = openai.Completion.create(model="m", prompt=text)
        self.replies.append(reply)
        return reply["choices"][0].text
    def last(self):
        last = self.replies[-1]
        if "usage" in last:
            print(last.usage.total_tokens, last)
        return last["choices"][0]["text"]
def embed(texts):
    return [one["embedding"] for one in openai.Embedding.create(model="m", input=texts)["data"]]
>>>
import json
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        reply = openai.completions.create(model="m", prompt=text).to_dict()
        self.replies.append(reply)
        return reply["choices"][0]["text"]
    def last(self):
        last = self.replies[-1]
        if "usage" in last:
            print(last["usage"]["total_tokens"], json.dumps(last, indent=2))
        return last["choices"][0]["text"]
def embed(texts):
    return [one.embedding for one in openai.embeddings.create(model="m", input=texts).data]
--- two calls whose responses meet there
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        self.replies.append(openai.Completion.create(model="m", prompt=text))
    def ask_again(self, text):
        reply = openai.Completion.create(model="n", prompt=text)
        self.replies.append(reply)
        return reply.choices[0]
    def last(self):
        return self.replies[-1]["choices"][0]["text"]
print(openai.Embedding.create(model="m", input="a")["data"])
>>>
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        self.replies.append(openai.completions.create(model="m", prompt=text).to_dict())
    def ask_again(self, text):
        reply = openai.completions.create(model="n", prompt=text).to_dict()
        self.replies.append(reply)
        return reply["choices"][0]
    def last(self):
        return self.replies[-1]["choices"][0]["text"]
print(openai.embeddings.create(model="m", input="a").data)
--- a pattern that one of them matches
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        reply = openai.Completion.create(model="m", prompt=text)
        self.replies.append(reply)
        match reply:
            case {"choices": [first, *rest]}:
                return first.text
    def last(self):
        return self.replies[-1]["choices"][0]["text"]
match openai.Embedding.create(model="m", input="a"):
    case {"data": [first, *rest]}:
        print(first)
>>>
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        reply = openai.completions.create(model="m", prompt=text).to_dict()
        self.replies.append(reply)
        match reply:
            case {"choices": [first, *rest]}:
                return first["text"]
    def last(self):
        return self.replies[-1]["choices"][0]["text"]
match openai.embeddings.create(model="m", input="a").to_dict():
    case {"data": [first, *rest]}:
        print(first)
--- a field that is deleted, which no dict of 0.x let be
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        self.replies.append(openai.Completion.create(model="m", prompt=text))
    def last(self):
        last = self.replies[-1]
        del last["usage"]
        return last["choices"][0]["text"]
print(openai.Embedding.create(model="m", input="a")["data"])
>>>
left: is read by attributes
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        self.replies.append(openai.Completion.create(model="m", prompt=text))
    def last(self):
        last = self.replies[-1]
        del last["usage"]
        return last["choices"][0]["text"]
print(openai.embeddings.create(model="m", input="a").data)
--- an attribute whose name shows at run time only
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        self.replies.append(openai.Completion.create(model="m", prompt=text))
    def last(self, name):
        return getattr(self.replies[-1], name)
print(openai.Embedding.create(model="m", input="a")["data"])
>>>
left: which attribute this asks for is not seen
import openai
class Talk:
    def __init__(self, replies=None):
        self.replies = replies or []
    def ask(self, text):
        self.replies.append(openai.Completion.create(model="m", prompt=text))
    def last(self, name):
        return getattr(self.replies[-1], name)
print(openai.embeddings.create(model="m", input="a").data)
"""


@examples(OWN, header="import openai\n")
def test_kept(before, expected, settings):
    check(before, expected, **settings)


TALK = """
import openai, other
class Talk:
    def __init__(self):
        self.replies = []
    def ask(self, text):
        reply = openai.Completion.create(model="m", prompt=text)
        self.replies.append(reply)
        return reply.choices[0]
    def last(self):
        return self.replies[-1]["choices"][0]["text"]
other.keep(Talk())
"""


def test_beside_a_file_whose_responses_cannot_be_dicts():
    main = """
        import openai, bot
        for model in openai.Model.list().auto_paging_iter():
            print(model["id"])
        """
    results = run({"bot.py": TALK, "main.py": textwrap.dedent(main)})
    assert b'openai.completions.create(model="m", prompt=text).to_dict()\n' in results["bot.py"].after
    assert b'return reply["choices"][0]\n' in results["bot.py"].after
    assert b"print(model.id)" in results["main.py"].after


def test_a_test_that_puts_what_has_attributes_in_the_place_of_a_call():
    tested = """
        import bot
        from types import SimpleNamespace
        from unittest.mock import patch
        @patch("openai.Completion.create")
        def test_it(create):
            create.return_value = SimpleNamespace(choices=["hi"])
            assert bot.Talk().ask("x") == "hi"
        """
    results = run({"bot.py": TALK, "test_bot.py": textwrap.dedent(tested)})
    assert b"to_dict" not in results["bot.py"].after


def test_what_another_file_reads_of_them_goes_with_them():
    main = """
        import openai, bot
        for model in openai.Model.list().auto_paging_iter():
            print(model["id"])
        print(bot.Talk().replies[0].usage.total_tokens)
        """
    results = run({"bot.py": TALK, "main.py": textwrap.dedent(main)})
    assert b'openai.completions.create(model="m", prompt=text).to_dict()\n' in results["bot.py"].after
    assert b'print(bot.Talk().replies[0]["usage"]["total_tokens"])\n' in results["main.py"].after
    assert b"print(model.id)\n" in results["main.py"].after


MAKER = """
import openai
def ask(text):
    return openai.Completion.create(model="m", prompt=text)
def other():
    return openai.Completion.create(model="m", prompt="p")
"""
USER = """
import json, maker
def run(cached):
    reply = json.load(open("r.json")) if cached else maker.ask("x")
    print(reply["choices"][0]["text"])
print(maker.other()["usage"]["total_tokens"])
"""
READER = """
import maker
print(maker.ask("a").choices[0].text)
"""
OPEN = """
import maker, others
def show(thing=None):
    reply = maker.ask("a") if thing is None else others.Reply(thing)
    print(reply.choices[0].text)
"""


@pytest.mark.parametrize("order", [("maker.py", "user.py", "reader.py"), ("reader.py", "user.py", "maker.py")])
def test_in_all_files_that_they_get_to(order):
    files = {"maker.py": MAKER, "user.py": USER, "reader.py": READER}
    results = run({name: files[name] for name in order})
    assert b'return openai.completions.create(model="m", prompt=text).to_dict()\n' in results["maker.py"].after
    assert b'return openai.completions.create(model="m", prompt="p")\n' in results["maker.py"].after
    assert b'print(reply["choices"][0]["text"])\nprint(maker.other().usage.total_tokens)' in results["user.py"].after
    assert b'print(maker.ask("a")["choices"][0]["text"])' in results["reader.py"].after


@pytest.mark.parametrize("order", [("maker.py", "user.py", "reader.py"), ("reader.py", "user.py", "maker.py")])
def test_where_one_of_these_files_needs_objects_they_are_left_in_all(order):
    files = {"maker.py": MAKER, "user.py": USER, "reader.py": OPEN}
    results = run({name: files[name] for name in order})
    assert b'return openai.Completion.create(model="m", prompt=text)\n' in results["maker.py"].after
    assert b'return openai.completions.create(model="m", prompt="p")\n' in results["maker.py"].after
    assert b'print(reply["choices"][0]["text"])\nprint(maker.other().usage.total_tokens)' in results["user.py"].after
    assert results["reader.py"].after == results["reader.py"].before
    assert {left.cause.path for left in results["maker.py"].left} == {"reader.py"}


def test_where_one_of_these_files_is_only_read_they_are_left():
    files = {"maker.py": MAKER, "user.py": USER, "reader.py": READER}
    sources = [Source(name, text.encode(), outside=name == "reader.py") for name, text in files.items()]
    assert all(result.after == result.before for result in fix_files(sources, Config(), Options()))
