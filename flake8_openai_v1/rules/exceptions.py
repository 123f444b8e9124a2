"""OAI107 to OAI109: exception classes, their attributes, and what a clause catches."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import cast

from ..sdk.exceptions import ATTRIBUTES, LEGACY_WIDENED, MADE, WIDENED_BY, Attribute, Made
from ..sdk.names import Name
from ..semantics.uses import CALL, CATCH, DELETE, LOAD, MADE_THERE, STORE, TRY, Use
from ..semantics.values import Member, Place, alternatives
from .base import File, Finding, Rule
from .facts import (
    EXCEPTION,
    EXCEPTION_ROWS,
    advice,
    classes_instead,
    current_exception,
    is_exception,
    is_rebound,
    is_subclass,
    removed,
    version,
)
from .names import GONE, named

ATTRIBUTE_ROWS: dict[str, Attribute] = {row.name: row for row in ATTRIBUTES}


def call_of(row: Made) -> str:
    """How an exception is made, with what every call must give: ``openai.APIError("...", request=..., body=...)``."""
    given = [] if row.text is None else [f'{row.text}="..."' if row.text else '"..."']
    given += ["response=...", "body=..."] if row.status else ["request=..."] if row.request else []
    return f"openai.{row.name}({', '.join(given)})"


CALLS: dict[str, str] = {row.path: call_of(row) for row in MADE}
"""An exception of 0.x → how its like is made today."""
TIMEOUT = "openai.Timeout"


def made_by_hand(path: str) -> str:
    """What to say where a program makes an exception of 0.x itself."""
    call = CALLS.get(path)
    if call is None:
        return "; raise a class of your own"
    needed = [word for word in ("response=", "body=", "request=") if word in call]
    if not needed:
        return f"; use {call}"
    return f"; SDK exceptions need {' and '.join(needed)} now: raise a class of your own, or use {call}"


class RemovedException(Rule):
    """Finds the exception classes of 0.x: the module `openai.error` is gone, some classes with it.

    ## Why it breaks

        AttributeError: module 'openai' has no attribute 'error'

    In an `except` clause that error comes up only when another one is being handled, and hides it.

    Seven of the twelve classes are gone by name: `InvalidRequestError` (400, 404 and 415 then;
    `BadRequestError`, `NotFoundError` and `APIStatusError` now), `PermissionError`,
    `ServiceUnavailableError`, `Timeout`, `TryAgain`, `InvalidAPIType`, `SignatureVerificationError`.
    `openai.Timeout` does exist, but it is the class of timeout *settings*; to catch it gives

        TypeError: catching classes that do not inherit from BaseException is not allowed

    A text is no longer enough to make one. Those with a status take `response=` and `body=`, the errors of a
    connection take `request=`:

        TypeError: APIStatusError.__init__() missing 2 required keyword-only arguments: 'response' and 'body'

    ## Example

    ```python
    import openai

    try:
        pass
    except openai.error.InvalidRequestError:
        pass
    ```

    ## Use instead

    ```python
    import openai

    try:
        pass
    except (openai.BadRequestError, openai.NotFoundError):
        pass
    ```

    ## Not detected

    Classes named at run time, and a class that may be another one on another path.
    """

    code = "OAI107"
    name = "removed-exception"
    roles = (LOAD, STORE, DELETE, CALL, CATCH)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each mention."""
        if is_rebound(use.value):
            return
        if use.role == CATCH and any(
            isinstance(value, Place) and value.path == TIMEOUT for value in alternatives(use.value)
        ):
            yield Finding(
                use.node,
                f"{use.spelled} is the class of timeout settings since openai 1.0; use openai.APITimeoutError",
                "openai.APITimeoutError",
            )
            return
        found = removed(use.value)
        if found is None or found.kind != EXCEPTION:
            return
        assert isinstance(found.row, Name)
        instead = classes_instead(found.row, file.target)
        told = advice(instead, found.row.note)
        if use.role == CALL or use.extra == MADE_THERE:
            # What a clause would catch does not matter here.
            instead = CALLS.get(found.path)
            told = made_by_hand(found.path)
        yield Finding(use.node, f"{named(use, found)} {GONE}{told}", instead)


class ExceptionAttribute(Rule):
    """Finds attributes of a caught exception that only the exceptions of 0.x had.

    ## Why it breaks

        AttributeError: 'RateLimitError' object has no attribute 'http_status'

    raised while the program handles another error, so that the handler itself fails.

    ## Example

    ```python
    import openai

    try:
        pass
    except openai.APIStatusError as e:
        print(e.http_status)
    ```

    ## Use instead

    ```python
    import openai

    try:
        pass
    except openai.APIStatusError as e:
        print(e.status_code)
    ```

    Connection errors and timeouts have no status: `getattr(e, "status_code", None)`.

    ## Not detected

    An exception of a class that the file does not show, and `getattr` with a default.
    """

    code = "OAI108"
    name = "exception-attribute"
    roles = (LOAD, STORE, CALL)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each attribute."""
        member = use.value
        if not isinstance(member, Member) or member.name not in ATTRIBUTE_ROWS:
            return
        if isinstance(use.node, ast.Name):
            return  # the value under a name of the program's own: it was read elsewhere
        classes = [path for path in member.of.classes if not path.startswith("builtins.")]
        if not classes or not all(is_exception(path) for path in classes):
            return
        row = ATTRIBUTE_ROWS[member.name]
        instead = row.use
        for last, use_then in row.until:
            if file.target <= version(last):
                instead = use_then
                break
        owner = use.spelled.rpartition(".")[0] or "e"
        if instead is not None:
            instead = f"{owner}.{instead}"
        yield Finding(use.node, f"{use.spelled} {GONE}{advice(instead, row.note)}", instead)


RETRIES = frozenset(
    {"tenacity.retry_if_exception_type", "tenacity.retry.retry_if_exception_type", "backoff.on_exception"}
)


class ExceptOrder(Rule):
    """Finds clauses that catch more than they did with 0.x, or all that a later clause was meant for.

    In 0.x the classes were siblings. Today `APIError` is the base of all API errors, and
    `APITimeoutError` is an `APIConnectionError`. A clause for the wider class swallows the narrower one
    behind it; a retry on it repeats what can never succeed.

    ## Why it breaks

    Nothing is raised: the wrong branch runs. The clause behind is dead code, a retry decorator on
    `APIError` also retries a wrong key and a malformed request.

    ## Example

    ```python
    import openai

    try:
        pass
    except openai.APIError:
        print("server trouble")
    except openai.RateLimitError:
        print("wait")
    ```

    ## Use instead

    ```python
    import openai

    try:
        pass
    except openai.RateLimitError:
        print("wait")
    except openai.APIError:
        print("server trouble")
    ```

    For errors of the server alone there is `openai.InternalServerError`.

    ## Not detected

    Clauses on classes that the file does not show. A wider class that stands alone: OAI107 says what
    it catches now.
    """

    code = "OAI109"
    name = "except-order"
    roles = (TRY, CATCH)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each clause that swallows, and each retry that widens."""
        if use.role == TRY:
            yield from self._clauses(use, file)
        elif use.extra in RETRIES:
            options = alternatives(use.value)
            wide = [value.path for value in options if isinstance(value, Place) and value.path in LEGACY_WIDENED]
            if wide and len(wide) == len(options) and not _is_beside(WIDENED_BY.get(wide[0]), use.node, file):
                reason = LEGACY_WIDENED[wide[0]]
                yield Finding(use.node, f"{use.spelled} retries more than before openai 1.0: {reason}")

    def _clauses(self, use: Use, file: File) -> Iterator[Finding]:
        assert isinstance(use.extra, tuple)
        # ``except*`` has a class of its own from Python 3.11 on, of the same form.
        handlers = cast(ast.Try, use.node).handlers
        clauses = file.model.clauses[id(use.node)]
        around = tuple(clause for outer in use.extra for clause in file.model.clauses.get(id(outer), ()))
        for number, clause in enumerate(clauses):
            raises = any(isinstance(part, ast.Raise) for part in ast.walk(handlers[number]))
            for node, path in clause:
                swallowed = self._swallowed(path, clauses[number + 1 :])
                where = "the later except for it never runs"
                if swallowed is None and path in EXCEPTION_ROWS and not raises:
                    # What 0.x let through to the clauses of an outer try.
                    legacy = tuple(tuple(pair for pair in outer if pair[1] in EXCEPTION_ROWS) for outer in around)
                    swallowed = self._swallowed(path, legacy)
                    where = "the outer except for it never runs, this one catches it first"
                if swallowed is not None:
                    wide = ast.unparse(node)
                    yield Finding(
                        node,
                        f"{wide} also catches {swallowed} since openai 1.0, {where}; put the narrower class first",
                        "the narrower class first",
                    )

    @staticmethod
    def _swallowed(path: str, later: tuple[tuple[tuple[ast.expr, str], ...], ...]) -> str | None:
        """The first class of a later clause that never gets there now, but did with 0.x."""
        wide = current_exception(path)
        if wide is None or path == "openai.error.OpenAIError" or wide == "openai.OpenAIError":
            return None
        for clause in later:
            for _, other in clause:
                narrow = current_exception(other)
                if narrow is None or other == path:
                    continue
                legacy_both = path in EXCEPTION_ROWS and other in EXCEPTION_ROWS
                if is_subclass(narrow, wide) or (legacy_both and narrow == wide):
                    return narrow
        return None


def _is_beside(current: str | None, node: ast.AST, file: File) -> bool:
    """Does a tuple of exceptions name this class of today, or what it was, beside a node?"""
    others = file.model.beside.get(id(node))
    return (
        current is not None
        and others is not None
        and any(isinstance(other, Place) and current_exception(other.path) == current for other in others.elements)
    )
