"""OAI503: parameters that the SDK or the service wants to be rid of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..sdk.parameters import MAX_TOKENS, PARAMETERS, PICTURES, REFUSING, TOOLS_ON_AZURE, Parameter
from ..semantics.addresses import is_own_host
from ..semantics.questions import literals
from ..semantics.uses import CALL, REQUEST, Use
from ..semantics.values import NONE, Const, Literal, Partial, Place, Value, alternatives
from ..syntax.diagnostics import Severity
from .api_versions import version_of
from .base import File, Finding, Rule
from .facts import advice, version
from .requests import Argument, Request, request_of, sent_by_hand
from .urls import url_of


class DeprecatedParameter(Rule):
    """Finds parameters that are deprecated, or that the service refuses for the model of the call.

    `functions=` and `function_call=` of chat completions; `max_tokens=` beside a model that refuses it (the o series,
    GPT-5); `response_format=` of `images.generate` and `images.edit`; `hyperparameters=` of `fine_tuning.jobs.create`;
    `prompt_cache_retention=`. By keyword, from a dict whose keys the file shows, in calls of 0.x, and in the body of a
    request by hand to `https://api.openai.com`.

    ## Why it breaks

    What is deprecated works for the models that there were when it was, and newer ones need not know it. What a model
    refuses raises:

        openai.BadRequestError: Error code: 400

    with the code `unsupported_parameter`, or `unknown_parameter`, in its body.

    | Parameter | Use | Since openai |
    |---|---|---|
    | `functions=[f]` | `tools=[{"type": "function", "function": f}]` | 1.1.0 |
    | `function_call=` | `tool_choice=` | 1.1.0 |
    | `max_tokens=` where the model refuses it | `max_completion_tokens=` | 1.45.0 |
    | `response_format=` of images | nothing: they always come as `b64_json` | |
    | `hyperparameters=` | `method=` | 1.58.0 |
    | `prompt_cache_retention=` | `prompt_cache_options=` | 2.45.0 |

    With `tools=` the answer has `message.tool_calls` in place of `message.function_call`, and what a function returned
    goes back as a message of the role `tool` with its `tool_call_id`. No fix is made.

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    weather = {"name": "weather", "parameters": {"type": "object", "properties": {}}}
    client.chat.completions.create(model="gpt-6-luna", messages=[], functions=[weather], function_call="auto")
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    weather = {"name": "weather", "parameters": {"type": "object", "properties": {}}}
    client.chat.completions.create(
        model="gpt-6-luna", messages=[], tools=[{"type": "function", "function": weather}], tool_choice="auto"
    )
    ```

    ## Not detected

    `max_tokens=` where it works: for models that take it, for those that the file does not name, on Azure, and where
    requests go to another server. `response_format=` of pictures where the model varies: the program may have asked
    which it is. `user=`, and whatever merely has a newer form. Arguments that are `None` or `openai.omit`; keys that a
    dict may have or not. Tests, whose requests are mocked.
    """

    code = "OAI503"
    name = "deprecated-parameter"
    severity = Severity.WARNING
    remote = True
    roles = (CALL, REQUEST)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each argument, where it is written."""
        if use.expected or use.era == "older":
            return
        if use.role == REQUEST:
            yield from self._by_hand(use, file)
            return
        request = request_of(use, file)
        if request is None:
            return
        for row in PARAMETERS:
            if request.path in row.calls and _concerns(row, request, use, file):
                yield from _findings(row, request.arguments, file, row.what)
        if request.path in MAX_TOKENS.calls and request.own:
            yield from _max_tokens(request.arguments, file)

    def _by_hand(self, use: Use, file: File) -> Iterator[Finding]:
        url = url_of(use.value)
        if url is None or not is_own_host(use.value):
            return
        route = url.ends.removeprefix("/v1/")
        arguments = list(sent_by_hand(use, file))
        for row in PARAMETERS:
            if row.route == route:
                yield from _findings(row, arguments, file, row.what)
        if route == MAX_TOKENS.route:
            yield from _max_tokens(arguments, file)


def _concerns(row: Parameter, request: Request, use: Use, file: File) -> bool:
    """True if a parameter is to be replaced wherever the request of a call goes."""
    if row.calls == PICTURES and not _names_model(request):
        return False
    if request.own is not False or row.own:
        return bool(request.own) or not row.own
    value = use.value.function if isinstance(use.value, Partial) else use.value
    return request.azure and all(
        not known or known >= TOOLS_ON_AZURE for known in (version_of(one, file) for one in alternatives(value))
    )


def _names_model(request: Request) -> bool:
    """True if a call says which model it asks, or leaves it to the service: one that varies may be tested before."""
    model = request.get("model")
    return request.complete if model is None else isinstance(model.value, Const)


def _findings(row: Parameter, arguments: Sequence[Argument], file: File, what: str) -> Iterator[Finding]:
    """One finding for each argument of the parameter that is certainly given."""
    if version(row.since) > file.target:
        return
    for argument in arguments:
        if argument.name == row.name and not argument.mixed and not is_left_out(argument.value):
            yield Finding(argument.node, f"{row.name}= {what}{advice(row.use, row.note)}", row.use)


def is_left_out(value: Value) -> bool:
    """True if an argument stands for none: ``None``, ``openai.omit``, ``openai.NOT_GIVEN``."""
    return value == NONE or (isinstance(value, Place) and value.path.startswith("openai."))


def _max_tokens(arguments: Sequence[Argument], file: File) -> Iterator[Finding]:
    models = [_refusing(argument.value) for argument in arguments if argument.name == "model"]
    if models and all(models):
        yield from _findings(MAX_TOKENS, arguments, file, f'{MAX_TOKENS.what} the model "{models[-1]}" (400)')


def _refusing(model: Value) -> str | None:
    """The name of a model that is certainly one of those that refuse ``max_tokens``."""
    known = [str(one.value) for one in literals(model)]
    options = alternatives(model)
    certain = len(known) == len(options) and all(isinstance(option, Literal) for option in options)
    return known[0] if known and certain and REFUSING.issuperset(known) else None
