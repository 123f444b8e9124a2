"""OAI910: reads of what may be a response of 0.x, and may be something else; and what is near it."""

from __future__ import annotations

import pytest

from examples import examples, lint

POSSIBLE = r"""
--- a response, or what a cache has
def ask(cache, prompt):
    if prompt in cache:
        return cache[prompt]
    return chat.create()
print(ask(load(), "a")["choices"][0]["message"]["content"])  # OAI910:7
--- a response, or a dict of the program
def ask(fake):
    return {"choices": [{"text": "a"}]} if fake else chat.create()
reply = ask(True)
print(reply["choices"], reply.get("id"))  # OAI910:7 OAI910:25
--- an item of a list, by its number
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create().choices[0].message)
print(messages[0]["role"], messages[-1]["content"])  # OAI910:7 OAI910:28
--- a parameter that others get, too
import requests
def first(reply):
    return reply["choices"][0]  # OAI910:12
first(chat.create())
first(requests.post("http://localhost", timeout=1).json())
--- an exception and a plugin's answer
def answer(reply):
    return plugins.call(reply) or reply
reply = answer(chat.create())
print(reply["choices"][0]["message"])  # OAI910:7
--- a stream with an item of the program's own
def chunks():
    yield from chat.create(stream=True)
    yield {"choices": [{"delta": {"content": "a"}}]}
for chunk in chunks():
    print(chunk["choices"][0]["delta"])  # OAI910:11
--- several things that each may be called
for ask in (chat.create, read_file):
    print(ask()["id"])  # OAI910:11
--- near: nothing but a response
print(chat.create().id)
--- near: nothing of the SDK
import json
reply = json.loads(read_file())
chat.create()
print(reply["choices"][0]["message"]["content"])
--- near: a name that no response has
reply = chat.create() if a else load()
print(reply["answer"], reply.get("error"))
--- near: told apart
reply = chat.create() if a else load()
if isinstance(reply, dict):
    print(reply["choices"])
--- near: a key that is not seen
reply = chat.create() if a else load()
print(reply[key])
--- near: another response of the same form
import litellm
reply = litellm.completion(model="m", messages=[])
chat.create()
print(reply["choices"][0]["message"]["content"])
--- near: JSON of a request to the same service
import requests
chat.create()
reply = requests.post("https://api.openai.com/v1/chat/completions", json={}, timeout=1).json()
print(reply["choices"][0]["message"]["content"])
--- near: what the response was made a dict of
reply = chat.create().to_dict() if a else load()
print(reply["choices"])
--- near: another name after it
reply = chat.create()
reply = load()
print(reply["choices"])
"""


def check_with_chat(source: str) -> None:
    """Check an example, before which stand two lines that it does not show."""
    found = lint("import openai\nchat = openai.ChatCompletion\n" + source, extend_select=("OAI910",))
    shown = {(one.line - 2, one.column + 1) for one in found if one.code == "OAI910"}
    marked = {
        (number, int(mark))
        for number, line in enumerate(source.splitlines(), 1)
        for mark in line.partition("#")[2].replace("OAI910:", "").split()
    }
    assert shown == marked


@examples(POSSIBLE)
def test_possible(source):
    check_with_chat(source)


@pytest.mark.parametrize("select", [(), ("OAI",)])
def test_it_is_off_unless_it_is_named(select):
    source = "import openai\nreply = openai.ChatCompletion.create() if a else load()\nprint(reply['id'])\n"
    assert [one.code for one in lint(source, extend_select=select)].count("OAI910") == 0
    assert [one.code for one in lint(source, extend_select=("OAI9",))].count("OAI910") == 1


def test_what_is_certain_is_said_once():
    source = "import openai\nreply = openai.ChatCompletion.create()\nprint(reply['id'])\n"
    assert [one.code for one in lint(source, extend_select=("OAI9",)) if one.line == 3] == ["OAI112"]


TOLD = r"""
--- a plugin's answer, of which an attribute is read that responses have
reply = plugins.call() or chat.create()
print(reply.choices[0]["message"], reply.usage["total_tokens"])  # OAI112:7 OAI112:36
--- chunks, or what a plugin streams
for chunk in chat.create(stream=True) if a else plugins.stream():
    print(chunk.choices[0].delta.get("content", ""))  # OAI113:11
--- kept under another name
message = (plugins.call() or chat.create()).choices[0].message
print(message["content"])  # OAI112:7
--- near: an object of the program's own
class Own:
    def __init__(self):
        self.choices = [{"message": "a"}]
reply = Own() if a else chat.create()
print(reply.choices[0]["message"])
--- near: an object of fields
from types import SimpleNamespace
reply = SimpleNamespace(choices=[{"message": "a"}]) if a else chat.create()
print(reply.choices[0]["message"])
--- near: an attribute that others have, too
reply = plugins.call() or openai.Embedding.create(model="m", input="a")
print(reply.data[0]["embedding"])
--- near: nothing of the SDK gets there
chat.create()
reply = plugins.call()
print(reply.choices[0]["message"])
"""


@examples(TOLD)
def test_an_attribute_tells_that_it_is_a_response(source):
    found = lint("import openai\nchat = openai.ChatCompletion\n" + source)
    shown = {(one.code, one.line - 2, one.column + 1) for one in found if one.code in ("OAI112", "OAI113")}
    marked = {
        (mark.partition(":")[0], number, int(mark.partition(":")[2]))
        for number, line in enumerate(source.splitlines(), 1)
        for mark in line.partition("#")[2].split()
    }
    assert shown == marked
