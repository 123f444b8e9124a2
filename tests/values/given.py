"""What the examples of this folder have before them: clients, and the same with the calls of 0.x."""

from __future__ import annotations

import re

from examples import Found, expected, lint

GIVEN = {
    "current": """\
import openai
from openai import OpenAI, AsyncOpenAI
client, aclient = OpenAI(), AsyncOpenAI()
chat, achat = client.chat.completions, aclient.chat.completions
""",
    "legacy": """\
import openai
from openai import OpenAI, AsyncOpenAI
client, aclient = OpenAI(), AsyncOpenAI()
chat = openai.ChatCompletion
class achat: create = openai.ChatCompletion.acreate
""",
}
"""Which SDK ``chat.create()`` and ``achat.create()`` are written for → how they come about."""

VALUES = frozenset({"OAI112", "OAI113", "OAI114", "OAI115", "OAI117"})
"""The rules that find the same on what a legacy and a current call returned."""


def check_with(source: str, sdk: str) -> None:
    """Fail unless exactly what is marked is found; on legacy calls only of the rules on values.

    A source that begins with ``import openai`` has nothing before it. A mark ``# 0.x: OAI113:19`` counts for
    legacy calls only: on what a current call returned it may be meant so.
    """
    __tracebackhide__ = True
    given = "" if source.startswith("import openai\n") else GIVEN[sdk]
    legacy = sdk == "legacy"
    shift = given.count("\n")
    source = re.sub("# 0.x: ", "# ", source) if legacy else re.sub("# 0.x: .*", "", source)
    diagnostics = lint(given + source)
    found = sorted(Found(d.line - shift, d.column + 1, d.code) for d in diagnostics if not legacy or d.code in VALUES)
    marked = [mark for mark in expected(source) if not legacy or mark.code in VALUES]
    shown = [f"  {d.line - shift}:{d.column + 1} {d.code} {d.message}" for d in diagnostics]
    assert found == marked, "\n".join(["found:", *shown, source])
