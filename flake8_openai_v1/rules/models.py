"""OAI502: names of models that have an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from ..sdk.parameters import REFUSED_ARGUMENTS, REFUSING
from ..sdk.retirements import AS_OF, ENDS, FINE_TUNED, TUNED, End
from ..semantics.addresses import is_own_host
from ..semantics.questions import literals
from ..semantics.uses import CALL, REQUEST, Use
from ..semantics.values import Literal
from ..syntax import shown
from ..syntax.diagnostics import Severity
from .base import File, Finding, Rule
from .requests import Argument, request_of, sent_by_hand
from .services import service_at

NAMES = frozenset({"engine", "model"})
"""Arguments that name a model; the first one in calls of 0.x only."""


class RetiredModel(Rule):
    """Finds names of models with an announced end, where a request to OpenAI's own service carries them.

    In `model=` (and `engine=` of 0.x), through constants, defaults, attributes, settings in a dict, `os.getenv(...,
    "gpt-4")`; also in a request by hand to `https://api.openai.com`. The finding is at the name itself; where another
    file has it, at the request that carries it, and the message says in which file and on which line the name stands.

    ## Why it breaks

    After its last day a model is not found, for everyone and with every release of the SDK:

        openai.NotFoundError: Error code: 404

    with the code `model_not_found` in its body. The message says the day, and what the service recommended instead as
    of another day: recommendations change within weeks. Whether the day is past is said as of 2026-11-30, when the
    table was last checked, not by the clock of the machine: a gate does not turn red by itself.

    No fix is made: another model takes other parameters (reasoning models refuse `temperature` and `max_tokens`), costs
    something else and answers something else.

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    client.chat.completions.create(model="gpt-4", messages=[])
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    client.chat.completions.create(model="gpt-5.6-sol", messages=[])
    ```

    ## Not detected

    Names on Azure, where they are those of deployments, and where the client's address is another's or is not shown: a
    `base_url` of a gateway, of a local server or from outside, `OPENAI_BASE_URL` named in the file, a client that
    comes in as an argument. Lists of models, tables of prices, comparisons, choices of a command line, tokenizers: no
    request carries them. Tests, whose requests are mocked.
    """

    code = "OAI502"
    name = "retired-model"
    severity = Severity.WARNING
    remote = True
    roles = (CALL, REQUEST)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each name, where it stands."""
        if use.expected:
            return
        for argument, beside in _sent_by_hand(use, file) if use.role == REQUEST else _sent(use, file):
            ended = [(one, end) for one in literals(argument.value) if (end := end_of(str(one.value))) is not None]
            here = [(one, end) for one, end in ended if id(one.node) in file.model.values]
            for one, end in here:
                told = message(str(one.value), end) + _refused(successor(end), beside)
                # Of calls that carry one name, the first says what it is.
                told = file.once(("what is said of a model", id(one.node)), partial(str, told))
                yield Finding(one.node, told, successor(end))
            there = [(one, end) for one, end in ended if id(one.node) not in file.model.values]
            if there:
                parts = [message(str(one.value), end, _where(one, file)) for one, end in there]
                told = "; ".join(parts) + (_refused(successor(there[0][1]), beside) if len(there) == 1 else "")
                yield Finding(argument.node, told, successor(there[0][1]) if len(there) == 1 else None)


def _sent(use: Use, file: File) -> Iterator[tuple[Argument, set[str]]]:
    """What names a model in a call of the SDK that goes to OpenAI's own service, and all that the call is given."""
    request = request_of(use, file)
    if request is None or not request.own or request.path.rpartition(".")[2] == "list":
        return
    if service_at(request.path) is not None:
        return  # the service itself is gone
    for argument in request.arguments:
        if argument.name == "model" or (request.legacy and argument.name in NAMES):
            yield argument, {one.name for one in request.arguments}


def _sent_by_hand(use: Use, file: File) -> Iterator[tuple[Argument, set[str]]]:
    """What names a model in a request by hand to OpenAI's own service, and all that is in its body."""
    if is_own_host(use.value):
        given = list(sent_by_hand(use, file))
        yield from ((one, {other.name for other in given}) for one in given if one.name == "model")


def _refused(model: str | None, given: Iterable[str]) -> str:
    """What is said of the arguments of a call that a model does not take."""
    told = [what for name, what in REFUSED_ARGUMENTS.items() if name in given and model in REFUSING]
    return f"; {model} {' and '.join(told)}" if told else ""


def _where(literal: Literal, file: File) -> str:
    """What is said of where a name stands that is not at the finding."""
    if literal.path in ("", file.path):
        return f" (on line {literal.node.lineno})"
    return f" (from {shown.name(literal.path)}:{literal.node.lineno})"


def end_of(name: str) -> End | None:
    """The announced end of a model, also of one that was tuned."""
    if not name.startswith(TUNED):
        return ENDS.get(name)
    base = name.removeprefix(TUNED).partition(":")[0]
    fits = [row for row in FINE_TUNED if base == row or base.startswith(f"{row}-")]
    return FINE_TUNED[max(fits, key=len)] if fits else None


def successors(end: End) -> dict[str, End]:
    """What the service recommended in the end, with the row that says so: a successor that has ended has one itself."""
    found: dict[str, End] = {}
    for name in end.use:
        later = ENDS.get(name)
        if later is None:
            found.setdefault(name, end)
        else:
            found |= {one: row for one, row in successors(later).items() if one not in found}
    return found


def successor(end: End) -> str | None:
    """The first of the models that the service recommended."""
    return next(iter(successors(end)), None)


def message(name: str, end: End, where: str = "") -> str:
    """What is said of a name, and where it stands: its day, and what was recommended as of which day."""
    model = f"the model {name!r}".replace("'", '"') + where
    when = f"was shut down on {end.day} (404)" if end.day < AS_OF else f"will be shut down on {end.day}"
    found = successors(end)
    if not found:
        return f"{model} {when}; {end.note or 'no successor is named'}"
    rows = list(found.values())
    note = f", {rows[0].note}" if rows[0].note else ""
    return f"{model} {when}; use {' or '.join(found)} (recommended as of {max(row.source.day for row in rows)}{note})"
