"""OAI910: reads of what may be a response, where a person should look."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..semantics.uses import POSSIBLE, Use
from ..syntax.diagnostics import Severity
from .base import File, Finding, Rule
from .responses import shown


class PossibleResponseRead(Rule):
    """Finds fields read by a key of what may be a response of a legacy call, or something else: a dict, cached JSON.

    Not certain, and so off unless it is selected: `--extend-select OAI9`. What is a response on every path is found by
    OAI112 and OAI113.

    ## Why it breaks

        TypeError: 'ChatCompletion' object is not subscriptable

    That is so where the response comes: what stands in for it, a dict of the program's own, a cache, what another
    package gives, is read as before.

    ## Example

    ```python
    import openai

    def ask(cache, prompt):
        if prompt in cache:
            return cache[prompt]
        messages = [{"role": "user", "content": prompt}]
        return openai.ChatCompletion.create(model="gpt-5.6-sol", messages=messages)

    reply = ask({"hello": {"choices": []}}, "hello")
    print(reply["choices"])
    ```

    ## Use instead

    A dict wherever one is read: `to_dict()` where the response comes from.

    ```python
    from openai import OpenAI

    client = OpenAI()

    def ask(cache, prompt):
        if prompt in cache:
            return cache[prompt]
        messages = [{"role": "user", "content": prompt}]
        return client.chat.completions.create(model="gpt-5.6-sol", messages=messages).to_dict()

    reply = ask({"hello": {"choices": []}}, "hello")
    print(reply["choices"])
    ```

    ## Not detected

    Reads under a name that no field of the response has, and operations of dicts other than a subscript and `get`.
    """

    code = "OAI910"
    name = "possible-response-read"
    severity = Severity.HINT
    roles = (POSSIBLE,)
    opinion = True

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each chain of reads."""
        error = "AttributeError" if isinstance(use.node, ast.Call) else "TypeError"
        text = f"{shown(use.node)} raises {error} since openai 1.0 where this is a response, as it may be"
        yield Finding(use.node, f"{text}; use to_dict() where the response comes from")
