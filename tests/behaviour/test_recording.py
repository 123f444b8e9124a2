"""The normal form: what is the same in it, and what still differs."""

from __future__ import annotations

import json

import pytest
from azure.server import Request
from behaviour.recording import normal, printed, requests

JSON = {"content-type": "application/json", "authorization": "Bearer k"}
CHAT = {"model": "m", "messages": []}


def request(path="/v1/chat/completions", body=CHAT, more=None, **changes):
    return Request("POST", path, {}, JSON, body, "api.openai.com", False, more or {})._replace(**changes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            request("/v1/embeddings", {"input": "x"}),
            request("/v1/embeddings", {"encoding_format": "base64", "input": "x"}),
        ),
        (request("/v1/engines/m/chat/completions", {"messages": []}), request()),
        (request("/v1/engines/m", None), request("/v1/models/m", None)),
        (
            request("/openai/deployments/d/chat/completions", {"messages": []}),
            request("/openai/deployments/d/chat/completions", {"messages": [], "model": "d"}),
        ),
        (request(body={"image": ["image", 3]}), request(body={"image": ["cat.png", 3]})),
        (request(body={"file": ["talks/a.mp3", 3]}), request(body={"file": ["a.mp3", 3]})),
        (request(body={"b": 1, "a": 2}), request(body={"a": 2, "b": 1})),
        (request("/openai//models"), request("//openai/models")),
        (
            request(more={"x-stainless-lang": "python", "user-agent": "a"}),
            request(more={"x-openai-client-user-agent": "b"}),
        ),
    ],
)
def test_the_same(one, other):
    assert json.dumps(normal(one)) == json.dumps(normal(other))


@pytest.mark.parametrize(
    "other",
    [
        request(method="GET"),
        request("/v1/completions"),
        request(body={**CHAT, "temperature": 0}),
        request(body={**CHAT, "temperature": None}),
        request(body={**CHAT, "model": "n"}),
        request(body={**CHAT, "encoding_format": "float"}),
        request(body={"file": ["a.mp3", 3]}),
        request(query={"limit": "1"}),
        request(host="llm.corp.internal"),
        request(proxied=True),
        request(headers={**JSON, "authorization": "Bearer other"}),
        request(headers={**JSON, "api-key": "k"}),
        request(headers={**JSON, "openai-organization": "o"}),
        request(more={"x-tenant": "blue"}),
    ],
)
def test_not_the_same(other):
    assert normal(request()) != normal(other)


def test_retries_of_the_sdk_are_left_out():
    first = request(more={"x-stainless-retry-count": "0"})
    again = request(more={"x-stainless-retry-count": "1"})
    assert requests([first, again, first]) == [normal(first)] * 2


OLD = """{
  "id": "r-1",
  "choices": [
    {
      "index": 0,
      "finish_reason": null,
      "message": {
        "role": "assistant",
        "content": "It's (not) \\"so\\"\\u00e9"
      }
    }
  ]
}"""
NEW = (
    "ChatCompletion(id='r-1', choices=[Choice(finish_reason=None, index=0, logprobs=None, "
    "message=ChatCompletionMessage(content='It\\'s (not) \"so\"é', refusal=None, role='assistant'))], tier=None)"
)
LINE = '{"choices": [{"index": 0, "message": {"content": "It\'s (not) \\"so\\"é", "role": "assistant"}}], "id": "r-1"}'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (OLD, [LINE]),
        (NEW, [LINE]),
        (f"a {OLD} b\n{NEW}", [f"a {LINE} b", LINE]),
        (f"[<OpenAIObject id=r-1 at 0x7f0a> JSON: {OLD}]", [f"[{LINE}]"]),
        (f"[<OpenAIObject chat.completion id=r-1 at 0x7f0a> JSON: {OLD}]", [f"[{LINE}]"]),
        (
            "SyncPage[Model](data=[Model(id='m', more=None)], object='list')",
            ['{"data": [{"id": "m"}], "object": "list"}'],
        ),
        ("Error code: 404 - There is none", ["There is none"]),
        (
            "http://127.0.0.1:4711/at/api.openai.com/v1 http://127.0.0.1:4711/x",
            ["https://api.openai.com/v1 http://service/x"],
        ),
        ("a {'b': None, 'a': {'d': 1, 'c': '}'}} b", ["a {'a': {'c': '}', 'd': 1}, 'b': None} b"]),
        ("{'a', 'b'} {'a': x} {'a", ["{'a', 'b'} {'a': x} {'a"]),
        ("{'b', 'a'} {'x': {'b', 'a'}}", ["{'b', 'a'} {'x': {'b', 'a'}}"]),
        # What is no object stays.
        (
            "{'a': None} {} {\n} f(x=1) Text(x) Name(x=y) Open(x='",
            ["{'a': None} {} {} f(x=1) Text(x) Name(x=y) Open(x='"],
        ),
        ('{"b": null, "a": 1}', ['{"a": 1, "b": null}']),
    ],
)
def test_printed(text, lines):
    assert printed(text) == lines
