"""Why a finding is left, or why its fix wants a look: a code, a place, and what a person does next.

Whoever gives a reason gives its code with it. Many findings have one cause.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from .. import SITE

UNSAFE = "; --unsafe-fixes does it"
"""How a reason ends where that option would change more."""


class Code(str, Enum):
    """What kind of thing is in the way. The value is the name that outputs have and the page about fixes explains."""

    NO_COUNTERPART = "no-counterpart"
    """Nothing of today does the same."""
    ARGUMENT = "argument"
    """It is not certain what a call is given, or today's call does not take it so."""
    RESPONSE = "response"
    """What is done with a response does something else with an object."""
    ESCAPES = "escapes"
    """A response may be read as a dict where it does not show that it is one."""
    HANDED_ON = "handed-on"
    """A method, a resource or a class is not called, but handed on, assigned or derived from."""
    CLIENT = "client"
    """It is not certain which client calls would be made on."""
    CONFIGURATION = "configuration"
    """A setting cannot be carried over as it is made."""
    CLAUSE = "clause"
    """A handler, or what is read of the exception in it, would do something else."""
    RAISED = "raised"
    """The program makes an exception of the SDK itself, which is made of a response today."""
    MOCK = "mock"
    """A test, or the program, puts something in the place of the SDK."""
    DYNAMIC = "dynamic"
    """Names of the SDK are looked up, or code is executed, at run time."""
    OTHER_FILE = "other-file"
    """A file that is not named, or cannot be read or written, decides what is right here."""
    NOT_SELECTED = "not-selected"
    """A finding is not selected, or is silenced, and the rest goes with it."""
    FORM = "form"
    """It is written in a way for which there is no edit."""
    NO_FIX = "no-fix"
    """The rule has no fix: it asks for what only a person knows."""
    HARMLESS = "harmless"
    """It changes nothing, and may stay."""
    FAILED = "failed"
    """The file could not be processed."""

    @property
    def step(self) -> str:
        """What a person does next, where the reason itself does not say it."""
        return STEPS[self]

    @property
    def url(self) -> str:
        """Where the page about fixes explains it."""
        return f"{SITE}fixing/#cause-{self.value}"


STEPS = {
    Code.NO_COUNTERPART: "do by hand what the reason says, or take the line out; then run fix again",
    Code.ARGUMENT: "write the argument in the call itself, by its old name; then run fix again",
    Code.RESPONSE: "read the field as an attribute (reply.usage), or put .to_dict() behind the call and keep the dict",
    Code.ESCAPES: "if it is a response, read attributes here (reply.choices); if it never is one, rename the variable",
    Code.HANDED_ON: "make a client (OpenAI(), or AsyncOpenAI()) here, and hand on its method; then run fix again",
    Code.CLIENT: "make the client that these calls need (OpenAI(...) or AzureOpenAI(...)), and call that",
    Code.CONFIGURATION: "set it once before the first call, and run fix again; or make a client there, and call it",
    Code.CLAUSE: "write the clause for today's exceptions (e.status_code, str(e)); then run fix again",
    Code.RAISED: "raise an exception of the program's own; then run fix again",
    Code.MOCK: "patch the method where it is today (openai.resources.…), and let it return an object of openai.types",
    Code.DYNAMIC: "write out the name that is meant; then run fix again",
    Code.OTHER_FILE: "name that file in the same run, or mend it; then run fix again",
    Code.NOT_SELECTED: "select the code, or take the comment out; then run fix again",
    Code.FORM: "write it plainly, on lines of its own; then run fix again",
    Code.NO_FIX: "do what the message of the finding says",
    Code.HARMLESS: "delete it, or leave it",
    Code.FAILED: "see why the file could not be processed",
}


class Cause(NamedTuple):
    """Why a finding is left."""

    code: Code
    reason: str
    """One line: what is in the way."""
    line: int = 0
    """Where it is, from 1, in a notebook in its cell; 0: it is of the whole file, or at the finding itself."""
    path: str = ""
    """The file that it is in; empty: that of the finding."""
    cell: int | None = None
    """The code cell that it is in, from 1; None where it is in none."""
    is_elsewhere: bool = False
    """Is it at another place, which the finding goes with?"""
    is_unsafe: bool = False
    """Is there a fix, which a person should look at?"""
    step: str = ""
    """What a person does next, in words about this program; empty: what the code says."""

    def seen_from(self, path: str, line: int, cell: int | None) -> Cause:
        """The cause as it is said at a finding: neither its file is named nor its line, where these are the same."""
        if self.path not in ("", path):
            return self
        is_there = (self.line, self.cell) == (line, cell)
        return self._replace(path="", is_elsewhere=self.is_elsewhere and not is_there)

    @property
    def own(self) -> str:
        """The reason as it is said at its own place."""
        return self.reason + UNSAFE if self.is_unsafe else self.reason

    @property
    def text(self) -> str:
        """The reason as it is said at the finding."""
        if not self.is_elsewhere:
            return self.own
        return f"{self.place}: {self.own}"

    @property
    def place(self) -> str:
        """The place that the finding goes with."""
        places = [self.path, f"cell_{self.cell}" if self.cell else "", f"line {self.line}" if self.line else ""]
        return f"it goes with {', '.join(filter(None, places))}"

    @property
    def next(self) -> str:
        """What a person does next."""
        if self.is_unsafe:
            return "look at what fix --unsafe-fixes --diff makes of it"
        return self.step or self.code.step


NO_FIX = Cause(Code.NO_FIX, "a person must decide")
HARMLESS = Cause(Code.HARMLESS, "it changes nothing, and may be deleted")
UNTOUCHED = Cause(Code.NO_FIX, "it was not changed; new code around it hides it from check, so a person must decide")
"""Not a fix: what is around a finding was changed so that it is not seen. It stands, and a person looks."""
