"""Annotations that say dict where an object is."""

from __future__ import annotations

import pytest

from flake8_openai_v1.fix.fixer import fix_source

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
    "@route\ndef f(x: dict):\n    return x['results']\n\n\nf(openai.Moderation.create(input='a'))\n",
    "def f(x: dict):\n    x = x['results'][0]\n    return x['flagged']\n\n\nf(openai.Moderation.create(input='a'))\n",
    "def f(x: dict):\n    return 1\n\n\nf(openai.Moderation.create(input='a'))\n",
    "def f(x: dict):\n    return x\n\n\nf(openai.Moderation.create(input='a'))\nf({'a': 1})\n",
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


GIVEN = """class Usage:
    def add(self, usage: dict, *, of: Dict[str, Any]) -> None:
        print(usage["total_tokens"], of["choices"][0]["message"]["content"])


def say(choice: dict):
    print(choice["text"])


reply = openai.ChatCompletion.create(model="m", messages=[])
Usage().add(reply["usage"], of=reply)
say(openai.Completion.create(model="m", prompt="p")["choices"][0])
"""


def test_what_a_function_is_given_is_named_or_says_nothing():
    made = fix_source(HEAD + GIVEN)
    assert "def say(choice):\n" in made
    parameters = "usage: openai.types.CompletionUsage, *, of: openai.types.chat.ChatCompletion"
    assert parameters in " ".join(made.split()).replace("( ", "(").replace(", )", ")")
    assert made.startswith("import openai\n")


def test_nothing_is_imported_for_an_annotation():
    """A file that is on a client object does without the module."""
    key = 'import os\n\nopenai.api_key = os.environ["OPENAI_API_KEY"]\n'
    made = fix_source(HEAD.strip() + "\n" + key + GIVEN)
    assert "def add(self, usage, *, of) -> None:\n" in made
    assert "import openai" not in made


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


OWN_IMPORT = """from typing import Any, Dict


class Model:
    def run(self, reply: Dict[str, Any] = None) -> Dict[str, Any]:
        import openai

        return openai.Moderation.create(input="a")


print(Model().run()["results"][0]["flagged"])
"""


def test_no_type_of_a_module_that_the_function_itself_imports():
    fixed = fix_source(OWN_IMPORT)
    assert "    def run(self, reply: Dict[str, Any] = None):\n        import openai\n" in fixed
    assert "return openai.moderations.create(" in fixed


def test_the_annotation_stays_where_the_call_does():
    call = '    reply = openai.Moderation.create(input="a")\n    return reply\n'
    reads = "reply = run()\nprint(reply['id'], reply.response_ms, reply.items())\n"
    fixed = fix_source(f"{HEAD}def run() -> Dict[str, Any]:\n{call}\n\n{reads}openai.Model.list()\n")
    assert f"def run() -> Dict[str, Any]:\n{call}" in fixed
    assert fixed.endswith("openai.models.list()\n")
