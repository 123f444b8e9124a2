"""What the rules on responses say, run: on objects that an installed SDK built from the answers of the API."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
import sdks
from values.given import GIVEN

from examples import lint

CHAT = {
    "id": "c",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [
        {
            "index": 0,
            "finish_reason": "stop",
            "message": {
                "role": "assistant",
                "content": "hello",
                "tool_calls": [
                    {"id": "t", "type": "function", "function": {"name": "f", "arguments": '{"x": 1}'}},
                ],
            },
        }
    ],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
}

# Expression on ``r`` → what running it gives: the name of an error, or the representation of the value.
FOUND = {
    'r["id"]': "TypeError",
    'r["choices"][0]["message"]["content"]': "TypeError",
    'r.choices[0]["message"]': "TypeError",
    'r.choices[0].message["content"]': "TypeError",
    'r.usage["total_tokens"]': "TypeError",
    'r.choices[0].message.tool_calls[0]["function"]': "TypeError",
    "dict(**r)": "TypeError",
    "{**r.usage}": "TypeError",
    'r.get("id")': "AttributeError",
    'r.choices[0].message.get("content", "")': "AttributeError",
    "r.keys()": "AttributeError",
    "r.values()": "AttributeError",
    "r.items()": "AttributeError",
    'r.pop("id")': "AttributeError",
    'r.setdefault("id", 1)': "AttributeError",
    "r.update({})": "AttributeError",
    "r.to_dict_recursive()": "AttributeError",
    "r.auto_paging_iter()": "AttributeError",
    "len(r)": "TypeError",
    '"usage" in r': "False",
    '"content" in r.choices[0].message': "False",
    "json.dumps(r)": "TypeError",
    'json.dumps({"a": [r.usage]})': "TypeError",
    "json.dumps(r.choices)": "TypeError",
    '"{id}".format_map(r)': "TypeError",
    'operator.itemgetter("id")(r)': "TypeError",
    'sorted(r.choices, key=operator.itemgetter("index"))': "TypeError",
}

SILENT = {
    "r.id": "'c'",
    "r.choices[0].message.content": "'hello'",
    "r.choices[0].message.content[0]": "'h'",
    "r.choices[-1].index": "0",
    "len(r.choices)": "1",
    'r.model_dump()["id"]': "'c'",
    'r.model_dump()["choices"][0]["message"]["content"]': "'hello'",
    'r.model_dump().get("id")': "'c'",
    '"usage" in r.model_dump()': "True",
    'json.loads(r.model_dump_json())["id"]': "'c'",
    'json.loads(r.choices[0].message.tool_calls[0].function.arguments)["x"]': "1",
    'getattr(r, "id")': "'c'",
    'operator.attrgetter("id")(r)': "'c'",
    'dict(**r.model_dump())["id"]': "'c'",
    "json.dumps(r.choices[0].message.content)": "'\"hello\"'",
    '"{id}".format_map(r.model_dump())': "'c'",
}


def test_what_is_found_and_what_is_not():
    given = GIVEN["current"] + "import json, operator\nr = chat.create()\n"
    assert [expression for expression in FOUND if len(lint(f"{given}x = {expression}\n")) != 1] == []
    assert [expression for expression in SILENT if lint(f"{given}x = {expression}\n")] == []


@pytest.mark.index
@pytest.mark.parametrize("release", sdks.CURRENT)
def test_what_running_gives(release):
    expressions = {**FOUND, **SILENT}
    if release == "1.0.0":
        # It knew no tool calls: what it does not know it keeps as dicts.
        expressions = {key: value for key, value in expressions.items() if "tool_calls" not in key}
    program = f"""
import json, operator
from openai.types.chat import ChatCompletion
answer = json.loads({json.dumps(json.dumps(CHAT))})
for expression in json.loads({json.dumps(json.dumps(list(expressions)))}):
    r = ChatCompletion.model_validate(answer) if hasattr(ChatCompletion, "model_validate") else ChatCompletion(**answer)
    try:
        print(json.dumps(repr(eval(expression))))
    except Exception as error:
        print(json.dumps(type(error).__name__))
"""
    try:
        folders = sdks.installs.path(release)
    except sdks.installs.Unreachable as problem:
        sdks.unreachable(problem)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders))}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    given = [json.loads(line) for line in done.stdout.splitlines()]
    assert dict(zip(expressions, given, strict=True)) == expressions
