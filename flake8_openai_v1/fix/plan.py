"""What is to be done to one file, while it is worked out: its edits, and what stands against them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec, TypeVar

from ..lint.linter import Examined
from ..rules.facts import COROUTINE, METHOD, removed
from ..semantics.local import Local
from ..semantics.responses import holds_legacy
from ..semantics.uses import CALL, Model
from ..semantics.values import Value
from .causes import Cause, Code
from .text.edits import Edits
from .text.text import Text

if TYPE_CHECKING:
    from ..semantics.factories import Factory
    from .clients.clients import Client
    from .clients.homes import Homes

P = ParamSpec("P")
R = TypeVar("R")


class Reason(NamedTuple):
    """Why something was not done, or should be looked at."""

    line: int
    """From 1, in the text before."""
    text: str
    code: Code = Code.FORM
    about_responses: bool = False
    """Is it only that responses are no dicts any more?"""
    about_settings: bool = False
    """Is it only that the module's client would not follow its settings?"""
    is_loud: bool = False
    """Does the place raise with today's SDK if it stays, and concern nothing else?"""
    step: str = ""
    """What a person does next; empty: what the code says."""
    is_unsafe: bool = False
    """Is it done where a person wants unsafe fixes?"""
    elsewhere: Cause | None = None
    """The cause in another file that this one goes with."""
    is_suspicion: bool = False
    """Is it only that something may be a response, and would raise with today's SDK if it is?"""

    @property
    def cause(self) -> Cause:
        """It as the cause of a finding at its own place."""
        if self.elsewhere is not None:
            return self.elsewhere
        return Cause(self.code, self.text, is_unsafe=self.is_unsafe, step=self.step)


TIGHT = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp)
"""Expressions behind which a dot may stand."""
Cuttable = ast.Call | ast.Tuple | ast.List | ast.Set | ast.Dict
"""What arguments or elements can be taken out of."""


class Carrier(NamedTuple):
    """The clients on which calls are made, in the place of the module."""

    names: dict[bool, str]
    """Is it asynchronous? → the variable that holds it."""
    azure: bool
    made: bool = False
    """Is each name the call of a function that makes the client, of the settings that hold then?"""
    alone: bool = False
    """Are their classes imported in the place of the module?"""
    at: Mapping[int, str] | None = None
    """``id(node)`` of what names the SDK in a call → the client on which that is made; None: one of `names`."""


class Elsewhere(NamedTuple):
    """A function that makes clients, as another file of its program names it."""

    factory: Factory
    module: str
    """What its file is called in an import."""
    is_imported: bool
    """Has the file imported it already?"""
    own: frozenset[str]
    """The first names of the modules of the program that the file imports."""


@dataclass
class Settings:
    """What the files of a run make of the settings of the module, taken together."""

    files: int = 0
    """How many files there are."""
    stored: set[str] = field(default_factory=set)
    """Names of settings that some file assigns: ``api_key``."""
    changes: bool = False
    """Does some function assign one?"""
    read: set[str] = field(default_factory=set)
    """Names of settings that some file reads."""
    azure: bool | None = False
    """Is the module on Azure? None: sometimes, or who knows."""
    kinds: set[str | None] = field(default_factory=set)
    """The kinds of API that are assigned, in small letters; None: one that does not show."""
    dynamic: str = ""
    """Where some setting is assigned under a name that is made at run time."""
    each_call: bool = False
    """Is each call made on a client of its own, since the module's would not follow the settings?"""
    made: str = ""
    """Where the program makes such clients already; calls that are left are to be made on these."""
    made_of: str = ""
    """The setting that has the address then."""
    elsewhere: Mapping[str, Sequence[Elsewhere]] = field(default_factory=dict)
    """The path of a file → what makes such clients in others, and may be imported there."""
    setters: frozenset[str] = frozenset()
    """Names of functions that assign settings, or call one that does."""
    switched: str = ""
    """Why the module's client for Azure, which reads some of its settings once, would not follow the program."""
    undeployed: bool = False
    """May a call go to OpenAI, since it names no deployment, where others go to Azure?"""
    exported: set[str] = field(default_factory=set)
    """Names that some file imports from another one of them."""
    unknown: str = ""
    """Why it is not known what calls of the program do."""
    defined: set[str] = field(default_factory=set)
    """Names of functions and classes that the files define."""
    slashed: bool = False
    """Does some file assign an address with a slash at its end?"""
    replaced: set[str] = field(default_factory=set)
    """Methods of 0.x that some file assigns."""
    mocked: bool = False
    """Does some file put something in the place of calls, as tests do?"""
    replaced_module: bool = False
    """Does some file put something in the place of the module, by its name in another file?"""
    keyed: bool = False
    """Does some call have a key, an address or a kind of API of its own?"""
    called: set[str] = field(default_factory=set)
    """Those that some file calls, or hands on."""
    script: bool = False
    """Does some file do something when it is run, so that what it does not set is not set?"""
    calls: bool = False
    callers: int = 0
    """How many files call the SDK of 0.x."""
    """Does some file call the SDK of 0.x?"""
    captured: bool = False
    """Does some file read what is printed?"""
    handed: bool = False
    """Does some file hand a method or a resource of 0.x on?"""
    asynchronous: bool = False
    """Does some file await it?"""
    overwritten: set[int] = field(default_factory=set)
    """``id(node)`` of settings whose value another one takes the place of before anybody reads it."""
    current: bool = False
    """Does some file call today's SDK on the module?"""
    alone: bool = True
    """Is the file a program of its own?"""
    homes: Homes | None = None
    """Where clients are made that have the settings, if all files of the program agree."""
    apart: str = ""
    """Why they are not made there."""
    returning: dict[str, frozenset[str]] = field(default_factory=dict)
    """Names of methods that return responses → the fields of these."""
    ordered: frozenset[str] = frozenset()
    """Shapes of responses of which some file goes through the keys in their order."""
    names_stream: bool = True
    """Does some file of the run have the word ``stream``, so that ``**`` may bring it to a call?"""


@dataclass
class Plan:
    """The work on one file."""

    path: str
    examined: Examined
    text: Text
    settings: Settings
    edits: Edits
    wants: Callable[[str, ast.AST], bool]
    """Is a code selected, and not silenced where a node stands? Where it is silenced, the file must be left."""
    carrier: Carrier | None = None
    """None: calls are made on the module."""
    as_dicts: bool = False
    """Are responses made dicts, and attributes of them subscripts?"""
    dicts: Collection[ast.AST] = frozenset()
    """Expressions that may be responses which are made dicts, or hold such ones, beside others that become objects."""
    in_dicts: bool = False
    """Are those looked at, and not the others?"""
    of_dicts: Sequence[ast.AST] = ()
    """Where something stands against their being made dicts."""
    again: bool = False
    """Is it the text of a file that was migrated already?"""
    problems: list[Reason] = field(default_factory=list)
    """What forbids all edits: the file would be half migrated."""
    doubts: list[Reason] = field(default_factory=list)
    """What makes them unsafe."""
    subject: Code = Code.FORM
    """What is worked out: reasons that name no code of their own have this one."""
    places: list[tuple[ast.AST, Reason, ast.AST | None]] = field(default_factory=list)
    """The nodes that problems and doubts are about, and from where a response may come there."""
    travel: Local | None = None
    """Where values come from and go to; None in a text that was edited, where that has been looked at."""
    left: Sequence[tuple[int, int]] = ()
    """Stretches of the text that stay as they are: units that cannot be migrated."""
    lost: dict[tuple[str, int], bool] = field(default_factory=dict)
    """A name and the ``id`` of the function that binds it → is it read where it is not known to be a response?"""
    makings: list[tuple[str, ast.AST]] | None = None
    """Where the file makes exceptions that have a status today, once somebody has asked."""
    notes: list[str] = field(default_factory=list)
    imports: set[str] = field(default_factory=set)
    """Modules that edits need."""
    tolerated: set[int] = field(default_factory=set)
    """Lines whose settings may stay: they change nothing."""
    raw: set[int] = field(default_factory=set)
    """``id(node)`` of functions of 0.x that are called for what the service sends, as it sends it."""
    from_headers: set[int] = field(default_factory=set)
    """``id(node)`` of attributes of 0.x that are read from the headers of an answer."""
    frozen: set[int] = field(default_factory=set)
    """``id(node)`` of links of chains that stay as they are, since a dict stands before them."""
    arguments: set[int] = field(default_factory=set)
    """``id(node)`` of arguments of the SDK's calls, by keyword or by key, that were looked at."""
    patched: set[str] = field(default_factory=set)
    """Classes of 0.x whose methods tests patch."""
    returned: set[int] = field(default_factory=set)
    """``id(node)`` of what a patched method is made to return, and that is an object now."""
    mocked: set[int] = field(default_factory=set)
    """``id(node)`` of methods of mocks that are put in the place of classes of 0.x."""
    made: set[int] = field(default_factory=set)
    """``id(node)`` of dicts in tests that are made objects."""
    makers: dict[bool, set[str]] = field(default_factory=dict)
    """Is it asynchronous? → the options that calls give the function that makes their clients."""
    borrowed: list[Elsewhere] = field(default_factory=list)
    """Functions of other files that make the clients of calls, and are to be imported."""
    short: dict[str, Client] = field(default_factory=dict)
    """Functions that make clients of what the module has set, where its own client serves all other calls."""
    standing: set[str] = field(default_factory=set)
    """Clients that do not stand behind the module: a variable, the call of a function."""
    made_before: list[tuple[ast.stmt, list[str]]] = field(default_factory=list)
    """Statements, and the lines before them that make clients."""
    globals: list[ast.AST] = field(default_factory=list)
    """Functions to which a global statement was added."""
    cuts: dict[int, tuple[Cuttable, list[ast.expr | ast.keyword]]] = field(default_factory=dict)
    """``id(node)`` → a call, tuple or list, and its arguments or elements that go."""

    @property
    def model(self) -> Model:
        """All uses and values of the file."""
        return self.examined.file.model

    @cached_property
    def is_legacy(self) -> bool:
        """True if the file is written for 0.x, by the names in it."""
        return any(removed(use.value) is not None for use in self.examined.uses)

    @cached_property
    def makers_are_here(self) -> bool:
        """True if the file itself calls the SDK of 0.x."""
        kinds = (METHOD, COROUTINE)
        return any(
            use.role == CALL and (found := removed(use.value)) is not None and found.kind in kinds
            for use in self.examined.uses
        )

    @cached_property
    def known(self) -> list[ast.AST]:
        """The nodes of which something is known, in the order of ``ast.walk``."""
        return [node for node in self.text.nodes if id(node) in self.model.values]

    def value(self, node: ast.AST) -> Value:
        """What an expression denotes; None where that is unknown, or a response that is not looked at."""
        value = self.model.value(node)
        return None if self.dicts and holds_legacy(value) and self.is_hidden(node) else value

    def is_hidden(self, node: ast.AST) -> bool:
        """True if an expression may be a response that is made a dict while others are looked at, or the other way."""
        if self.in_dicts:
            return node not in self.dicts and holds_legacy(self.model.value(node))
        return node in self.dicts

    def may_come_in(self, node: ast.expr) -> bool:
        """True if an expression may be something that code gives which is not seen, or a response all the same."""
        travel = self.travel
        return travel is not None and (travel.may_come_in(node) or travel.may_be_response(node))

    def is_followed(self, call: ast.Call) -> bool:
        """True if all that a call does with what it is given shows."""
        return self.travel is None or self.travel.is_followed(call)

    def problem(
        self,
        node: ast.AST,
        text: str,
        code: Code | None = None,
        *,
        step: str = "",
        about_responses: bool = False,
        about_settings: bool = False,
        is_loud: bool = False,
        is_suspicion: bool = False,
        giver: ast.AST | None = None,
    ) -> None:
        """Say why a place, and what belongs to it, must be left; ``step`` is what a person does about it.

        The ``code`` is that of what is worked out (`about`), unless another one is given. ``giver`` is where a response
        leaves that may come to the place.
        """
        line = getattr(node, "lineno", 1)
        code = code or self.subject
        reason = Reason(line, text, code, about_responses, about_settings, is_loud, step, is_suspicion=is_suspicion)
        self._say(self.problems, node, reason, giver)

    def set_suspicions_aside(self) -> None:
        """Make notes of the problems that are only suspicions."""
        for node, reason, _ in self.places:
            if reason.is_suspicion:
                self.note(node, reason.text)
        self.problems = [one for one in self.problems if not one.is_suspicion]
        self.places = [one for one in self.places if not one[1].is_suspicion]

    def doubt(
        self,
        node: ast.AST,
        text: str,
        code: Code | None = None,
        *,
        about_responses: bool = False,
        about_settings: bool = False,
        giver: ast.AST | None = None,
    ) -> None:
        """Say why a person should look at the edits; ``giver`` is a call that the place may belong to."""
        line = getattr(node, "lineno", 1)
        self._say(self.doubts, node, Reason(line, text, code or self.subject, about_responses, about_settings), giver)

    def _say(self, reasons: list[Reason], node: ast.AST, reason: Reason, giver: ast.AST | None = None) -> None:
        if not self.is_left(node):
            self.places.append((node, reason, giver))
            if reason not in reasons:
                reasons.append(reason)

    def is_left(self, node: ast.AST) -> bool:
        """True if a node stands in what stays as it is."""
        if not self.left or not hasattr(node, "lineno"):
            return False
        start, end = self.text.span(node)
        return any(first <= start and end <= last for first, last in self.left)

    def note(self, node: ast.AST, text: str) -> None:
        """Say what a person should know of what was done."""
        note = f"line {self.line(node)}: {text}"
        if note not in self.notes:
            self.notes.append(note)

    def replace(self, node: ast.AST, text: str) -> None:
        """Put a text in the place of a node."""
        if self.placed(node):
            if text.startswith("{") and self.text.field_quotes(node) is not None:
                text = f" {text}"  # two braces at the front of a field are no field
            self.edits.replace(*self.text.span(node), text)

    def behind(self, node: ast.expr, text: str) -> None:
        """Put a text that begins with a dot behind an expression, in brackets where that binds looser."""
        if not self.placed(node):
            return
        start, end = self.text.whole(node)
        bare = isinstance(node, TIGHT) or (start, end) != self.text.span(node)
        self.edits.wrap(start, end, "" if bare else "(", text if bare else f"){text}")

    def wrap(self, node: ast.expr, before: str, after: str) -> None:
        """Put texts around an expression, outside of brackets that are its own."""
        if self.placed(node):
            self.edits.wrap(*self.text.whole(node), before, after)

    def cut(self, owner: Cuttable, argument: ast.expr | ast.keyword) -> None:
        """Take an argument out of a call, an element out of a tuple or list, the entry of a key out of a dict."""
        if self.placed(argument):
            gone = self.cuts.setdefault(id(owner), (owner, []))[1]
            if argument not in gone:
                gone.append(argument)

    def is_set_aside(self, node: ast.AST) -> bool:
        """Does a node stand in code that is meant for the old SDK?"""
        line = getattr(node, "lineno", 0)
        return any(first <= line <= last for first, last in self.examined.flow.set_aside)

    def placed(self, node: ast.AST) -> bool:
        """True if it is known where a node stands, and that may change. If it is not known, that is a problem."""
        if self.is_left(node):
            return False
        if self.text.is_shown(node):
            self.problem(node, "an f-string shows this expression itself (=), which changes", Code.FORM)
            return False
        if self.text.is_placed(node):
            return True
        self.problem(self.text.statement_of(node), "it is not known where in an f-string this stands", Code.FORM)
        return False

    def quote(self, node: ast.AST) -> str:
        """A quotation mark that may stand where a node stands."""
        around = self.text.field_quotes(node)
        return "'" if around is not None and around[0] == '"' else '"'

    def line(self, node: ast.AST) -> int:
        """The line in which a node begins."""
        return int(getattr(node, "lineno", 1))


def about(code: Code) -> Callable[[Callable[Concatenate[Plan, P], R]], Callable[Concatenate[Plan, P], R]]:
    """Decorate a function that works edits out: reasons that are given in it have this code, unless they name another.

    What it calls that is decorated itself has its own.
    """

    def decorated(function: Callable[Concatenate[Plan, P], R]) -> Callable[Concatenate[Plan, P], R]:
        @wraps(function)
        def called(plan: Plan, /, *args: P.args, **kwargs: P.kwargs) -> R:
            before, plan.subject = plan.subject, code
            try:
                return function(plan, *args, **kwargs)
            finally:
                plan.subject = before

        return called

    return decorated
