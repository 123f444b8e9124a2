"""What a program tells of one of its files: where its values go to and come from, and whose keys its dicts have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from .facts import Key
from .keys import Keys, Mentions
from .stand_ins import StandIn
from .travel import Travel


class Local(NamedTuple):
    """`Travel` and `Keys` as they are asked from one file."""

    travel: Travel
    keys: Keys
    number: int
    """That of the file."""

    def stand_ins(self) -> Iterator[StandIn]:
        """Yield what this file has that is called in the place of a method of 0.x."""
        yield from (one for one in self.travel.stand_ins if one.number == self.number)

    def stood_in(self) -> Iterator[tuple[ast.AST, StandIn]]:
        """Yield the calls of this file in whose method's place something may be called, and that."""
        for one in self.travel.stand_ins:
            yield from ((call, one) for number, call in one.calls if number == self.number)

    def is_stood_in(self, expression: ast.AST) -> bool:
        """True if an expression is what a call of 0.x gives, or what something gives that is called in its place."""
        if self.may_come_in(expression):
            return False
        calls = {call for call, _ in self.stood_in()}
        nodes = self.travel.program.graphs[self.number].nodes.get(expression, ()) if calls else ()
        units = (unit.top() for node in nodes for unit in node.facts.values() if unit is not None)
        return any(not calls.isdisjoint(unit.origins) for unit in units)

    def given(self, call: ast.Call) -> list[Key]:
        """The keys that a call may be given by ``**``."""
        return self.keys.given(self.number, call)

    def given_by(self, expression: ast.AST) -> list[Key]:
        """The keys that a dict may have which is spread into a call."""
        return self.keys.given_by(self.number, expression)

    def renamed(self) -> Iterator[Key]:
        """Yield the keys of the program that calls of the SDK are given."""
        yield from self.keys.arguments

    def may_reach(self, at: ast.expr | ast.keyword, call: ast.Call) -> bool:
        """True if a dict with a key of this file may be what a call is given by ``**``."""
        return self.keys.may_reach(self.number, at, call)

    def mentions(self, key: Key, name: str = "") -> Mentions:
        """What is done with the dicts that have a key; ``name``: that of one which shows at run time only."""
        return self.keys.mentions(key, name)

    def may_be_given(self, key: Key, expression: ast.AST) -> bool:
        """True if code that is not seen may be given a key, and give it where an expression is."""
        return self.keys.may_be_given(key, self.number, expression)

    def rivals(self, key: Key) -> list[Key]:
        """The keys that may be in the dict of a key, have the same name today, and decided nothing beside it."""
        return self.keys.rivals(key)

    def key(self, name: str, node: ast.expr | ast.keyword) -> Key | None:
        """A key of this file that a call of the SDK is given."""
        key = Key(name, node, self.number)
        return key if key in self.keys.arguments else None

    def reads(self, name: str) -> bool:
        """True if some file of the program that is looked at reads a key of this name, of whatever."""
        return any(key == name for graph in self.travel.program.graphs.values() for _, key in graph.key_reads.values())

    def place(self, key: Key) -> str:
        """Name where a key stands in another file."""
        return f"{self.travel.program.graphs[key.number].path}, line {key.at.lineno}"

    def named(self, key: Key) -> list[ast.expr]:
        """Where this file names a key again."""
        return [node for number, node in self.keys.mentions(key).named if number == self.number]

    def may_come_in(self, expression: ast.AST) -> bool:
        """True if an expression may be something that code which is not seen gives."""
        return self.travel.may_come_in(self.number, expression)

    def may_come_from_others(self, expression: ast.AST) -> bool:
        """The same, but for what those give who call what the program calls nowhere."""
        return self.travel.may_come_from_others(self.number, expression)

    def may_hold_others(self, expression: ast.AST) -> bool:
        """True if something may be, or hold at any depth, what code that is not seen gives."""
        return self.travel.may_hold_others(self.number, expression)

    def may_be_response(self, expression: ast.AST) -> bool:
        """True if an expression may be a response of 0.x, or of today."""
        return self.travel.may_be_response(self.number, expression)

    def is_followed(self, call: ast.Call) -> bool:
        """True if all that a call does with what it is given shows."""
        return self.travel.is_followed(self.number, call)

    def goes_out(self, expression: ast.AST) -> str:
        """Who may be given a container of responses: `OTHERS`, `CALLERS`, or nobody."""
        return self.travel.goes_out(self.number, expression)

    def taken_out(self, expression: ast.AST) -> Iterator[ast.AST | None]:
        """Yield the expressions that may be what is in a container; None for those of other files."""
        for number, one in self.travel.taken_out(self.number, expression):
            yield one if number == self.number else None

    def read_by(self, call: ast.Call, argument: ast.expr) -> Iterator[ast.AST | None]:
        """Yield the expressions that may be what functions get by an argument; None for those of other files."""
        for number, one in self.travel.read_by(self.number, call, argument):
            yield one if number == self.number else None

    def readers(self, function: ast.AST) -> str:
        """Who may be given what a function returns, beside those who call it in the program."""
        return self.travel.readers(function)

    def makes_given_object(self, call: ast.Call) -> bool:
        """True if a call makes an object that code which is not seen looks into."""
        return self.travel.makes_given_object(call)

    def makes_object(self, call: ast.Call) -> bool:
        """True if a call makes an object of a class of the program."""
        return bool(self.travel.made_by(call))

    def is_lost(self, target: ast.Attribute) -> bool:
        """True if it does not show who reads what is put into an attribute."""
        return self.travel.is_lost(self.number, target)
