"""OAI901 and OAI903: what works, and could be better."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..sdk.responses_api import CALLS, CHAT_ONLY, DIFFERS, NOT_SERVED, OF_PARSE, SERVED, SINCE
from ..sdk.signatures import SIGNATURES
from ..semantics.uses import CALL, LOAD, Use
from ..semantics.values import Client, Const, Place, alternatives
from ..syntax.diagnostics import Severity
from .azure import is_on_v1, made_by
from .base import File, Finding, Rule
from .facts import current_path, is_rebound, version
from .parameters import is_left_out
from .requests import Request, request_of

CHAT = re.compile(r"(?:beta\.)?chat\.completions")
"""What stands for ``responses`` in a call."""


class ModuleClient(Rule):
    """Finds calls on the module itself (`openai.chat.completions.create`), which all code of a process shares.

    An opinion, off unless it is selected: `--extend-select OAI9`.

    ## Why it breaks

    It does not. But there is one such client in a process: whoever assigns `openai.api_key`, `openai.base_url` or
    `openai.api_type`, in any library, changes where your calls go, and some assignments have no effect after the first
    call. It is not asynchronous, `openai.base_url` needs a slash at its end, and type checkers do not see what the
    module was told. A client is an object that says all of this itself.

    ## Example

    ```python
    import openai

    reply = openai.responses.create(model="gpt-6-luna", input="Hello")
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    reply = client.responses.create(model="gpt-6-luna", input="Hello")
    ```

    ## Not detected

    Calls of 0.x, which have codes of their own: what `fix` writes for them is chosen by `--client`. Settings of the
    module alone.
    """

    code = "OAI901"
    name = "module-client"
    severity = Severity.HINT
    roles = (CALL, LOAD)
    opinion = True

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call, and for each method that is handed on."""
        paths = {current_path(option) if isinstance(option, Place) else None for option in alternatives(use.value)}
        path = paths.pop() if len(paths) == 1 else None
        if path is None or path not in SIGNATURES or is_rebound(use.value):
            return  # a variable that holds a method is found where it is bound
        instead = f"client.{path}"
        made = "AzureOpenAI(...)" if file.azure_module else "OpenAI()"
        what = f"{use.spelled} uses the module's client, which all code of the process shares"
        yield Finding(use.node, f"{what}; use {instead} with client = {made}", instead)


class ChatCompletions(Rule):
    """Finds chat completions that the Responses API serves as well.

    An opinion, off unless it is selected: `--extend-select OAI9`. The message says what differs for this call.

    ## Why it breaks

    It does not: chat completions stay. OpenAI and Azure recommend the Responses API for new code: it keeps the state of
    a conversation, has tools that the service runs itself, and gets what is new first.

    One thing is another by default: the Responses API stores what it is sent, for 30 days, unless it is given
    `store=False`.

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    reply = client.chat.completions.create(
        model="gpt-6-luna", messages=[{"role": "user", "content": "Hello"}], max_completion_tokens=100
    )
    print(reply.choices[0].message.content)
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    reply = client.responses.create(
        model="gpt-6-luna", input=[{"role": "user", "content": "Hello"}], max_output_tokens=100, store=False
    )
    print(reply.output_text)
    ```

    [docs/responses.md](../responses.md) has more of these, each with what it prints, for OpenAI and for Azure.

    ## Not detected

    Calls with what the Responses API has not (`n=`, `stop=`, `seed=`, `logit_bias=`, `audio=`, penalties, ...), with
    arguments that the file does not show, on other servers, on dated versions of Azure's API, and of models that only
    chat completions serve. Calls of 0.x.
    """

    code = "OAI903"
    name = "chat-completions"
    severity = Severity.HINT
    remote = True
    roles = (CALL,)
    opinion = True

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call."""
        request = request_of(use, file)
        if request is None or request.legacy or request.handed or not request.complete or use.expected:
            return
        counterpart = CALLS.get(request.path)
        if counterpart is None or version(SINCE) > file.target or not (request.own or _is_on_v1(use, file)):
            return
        given = [argument for argument in request.arguments if not is_left_out(argument.value)]
        if any(argument.name in NOT_SERVED or argument.name not in SERVED for argument in given):
            return
        model = request.get("model")
        if model is not None and isinstance(model.value, Const):
            if any(part in str(model.value.value) for part in CHAT_ONLY):
                return
        instead = CHAT.sub("responses", use.spelled)
        if instead == use.spelled:
            instead = f"client.{counterpart}"
        names = [argument.name for argument in given]
        differs = ", ".join(_differing(names, request))
        yield Finding(use.node, f"{use.spelled} can be {instead}: {differs}", instead)


def _is_on_v1(use: Use, file: File) -> bool:
    """True if a call is made on a client of OpenAI for the v1 endpoint of Azure."""
    options = alternatives(use.value)
    made = [made_by(option) if isinstance(option, Client) else None for option in options]
    return bool(made) and all(one is not None and not one.azure and is_on_v1(one, file) for one in made)


def _differing(names: list[str], request: Request) -> Iterator[str]:
    """What is different for a call with these arguments."""
    renamed = {**SERVED, **OF_PARSE} if request.path.endswith("parse") else SERVED
    for name in names:
        if renamed[name]:
            yield f"{name}= is {renamed[name]}"
    for name in names:
        if name in DIFFERS:
            yield DIFFERS[name]
    if "stream" not in names:
        yield "the text is output_parsed" if request.path.endswith("parse") else "the text is output_text"
    if "store" not in names:
        yield "store=False keeps it from being stored"
