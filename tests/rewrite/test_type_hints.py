"""Annotations that say dict where an object is."""

from __future__ import annotations

import pytest

from flake8_openai_v1.fixer import fix_source

HEAD = "from typing import Any, Dict\n\nimport openai\n\n\n"
CHANGED = [
    ("x: dict = openai.Moderation.create(input='a')\n", "x = openai.moderations.create(input='a')\n"),
    ("x: Dict[str, Any] = openai.Moderation.create(input='a')\n", "x = openai.moderations.create(input='a')\n"),
    ("x: 'dict' = openai.Moderation.create(input='a')\n", "x = openai.moderations.create(input='a')\n"),
    (
        "def f():\n    x: dict = openai.Moderation.create(input='a')\n    y: dict = x['results'][0]\n    print(y)\n",
        "def f():\n    x = openai.moderations.create(input='a')\n    y = x.results[0]\n    print(y)\n",
    ),
]  # fmt: skip
SAME = [
    "x: str = openai.Moderation.create(input='a')['id']\n",
    "x: dict = {'a': openai.Moderation.create(input='a')}\n",
    "class A:\n    x: dict = openai.Moderation.create(input='a')\n",
    "x: Any = openai.Moderation.create(input='a')\n",
    "def f() -> dict:\n    if x:\n        return {}\n    return openai.Moderation.create(input='a')\n\n\nx = f()\n",
    "@route\ndef f() -> dict:\n    return openai.Moderation.create(input='a')\n",
]


@pytest.mark.parametrize(("before", "after"), CHANGED)
def test_the_annotation_goes(before, after):
    assert fix_source(f"import openai\nfrom typing import Any, Dict\n{before}print(Any, Dict)\n").endswith(
        f"\n{after}print(Any, Dict)\n"
    )


@pytest.mark.parametrize("text", SAME)
def test_it_stays(text):
    annotations = [line.partition("=")[0] for line in text.splitlines() if ": " in line or "->" in line]
    made = fix_source(HEAD + text)
    assert all(one in made for one in annotations)


def test_what_a_function_returns_is_named():
    text = (
        "def f() -> dict:\n    return openai.ChatCompletion.create(model='m', messages=[])\n\n\nprint(f()['choices'])\n"
    )
    assert "def f() -> openai.types.chat.ChatCompletion:\n" in fix_source(HEAD + text)


def test_a_response_that_is_made_a_dict_is_one():
    text = "import json\nx: dict = openai.Moderation.create(input='a')\njson.dump(x, open('a', 'w'))\nstore(x)\n"
    made = fix_source(HEAD + text)
    assert ("x: dict = " in made) == (".to_dict()" in made.split("json.dump")[0])


def test_imports_that_only_the_annotation_used_go():
    text = "x: Dict = openai.Moderation.create(input='a')\n"
    assert fix_source(HEAD + text).startswith("from typing import Any\n\nimport openai\n")
    made = fix_source(f"from typing import Dict\n{text.replace('x:', 'import openai' + chr(10) + 'x:')}")
    assert made == "import openai\nx = openai.moderations.create(input='a')\n"
    assert "import Any, Dict\n" in fix_source(f"{HEAD}{text}y: Dict = {{}}\n")
