"""What would not fit together in the new text of a program, wherever it has travelled.

Those are responses that would be read as dicts although they are objects now, or by attributes that they have no more,
dicts made of responses that would be read as objects, and arguments of 0.x in dicts.

What `escapes` and `responses` know of a file is what names in it show. This looks at what was made of a whole program:
each place that reads something as a dict is asked whether a response may get there, through containers, attributes,
calls and files. One path is enough.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...lint.importers import Importers, Imports
from ...lint.relevant import names_sdk
from ...sdk.fields import LEGACY_ONLY
from ...semantics.facts import Fact, Getter, Key, Unit, is_of_legacy, is_response
from ...semantics.graph import Graph
from ...semantics.looks import Looks
from ...semantics.nodes import Node, Site
from ...semantics.places import SERIALISERS
from ...semantics.responses import DICT_METHODS, RETURNS, call_of, has_field
from ...semantics.tracking import File, Program
from ...semantics.travel import OTHERS, Travel
from ...semantics.values import Client, Place, Response, Value
from ..causes import Code
from .escapes import STRONG, all_fields
from .written import fills_unseen, made_texts

VALIDATES = frozenset({"model_validate", "parse_obj", "validate_python"})
"""Methods of pydantic that take a dict, and no object of another model."""
OBJECT = Place("openai.openai_object.OpenAIObject")
"""The class of all responses of 0.x."""
MEASURES = frozenset({"builtins.len"})
"""What takes a dict and no object."""
RAW = ".with_raw_response"
"""Below it, calls give what the service sent."""
OWN = frozenset({"pop", "update", "copy", "clear"})
"""Methods of dicts that other things have, too."""
READ = "what this call gives is read as a dict in {}, and is an object today"
LACKS = "what this call gives is read in {} by an attribute that today's objects do not have"
AS_OBJECT = "what this call gives is read by attributes in {}, where it would be a dict"
WRITTEN = "the text of what this call gives is made in {}: it was JSON, and is another one today"
STALE = "a dict that is spread into this call has an argument of 0.x: {}"
CODES = {READ: Code.ESCAPES, LACKS: Code.RESPONSE, AS_OBJECT: Code.ESCAPES, WRITTEN: Code.ESCAPES, STALE: Code.ARGUMENT}
LOOKS_LIKE_ONE = re.compile(rb"\.(?:%s)\b" % "|".join(sorted(STRONG)).encode())
GONE_KEYS = frozenset({"engine", "deployment_id", "request_timeout", "api_base", "api_type"})
"""Arguments of 0.x that no call takes today."""


class Text(NamedTuple):
    """A file as it would be."""

    path: str
    lines: Sequence[str]
    looks: Looks
    is_touched: bool = True
    """May something of the SDK be in it?"""
    has_new_dicts: bool = True
    """Were responses made dicts in it that were none before?"""


class Misread(NamedTuple):
    """A place that may read a response as a dict."""

    path: str
    """Of its file."""
    line: int
    """In the text as it would be."""
    text: str
    """That line."""
    givers: frozenset[str]
    """The paths of the files whose calls give the response, or are given the argument."""
    kind: str = READ

    @property
    def code(self) -> Code:
        """The code of the cause that it is."""
        return CODES[self.kind]


def may_concern(data: bytes) -> bool:
    """True if a file names the SDK, or reads what looks like a part of a response, wherever it has that from."""
    return names_sdk(data) or LOOKS_LIKE_ONE.search(data) is not None


def misreads(
    files: Sequence[Text], others: Sequence[str], opened: Callable[[str], Text | None], data: Callable[[str], bytes]
) -> list[Misread]:
    """Find the places of a program that may read a response of today's SDK as a dict.

    ``others`` are the paths of files of the run that do not name the SDK: they are ``opened`` where a response may get
    into them, as those are that nothing of it was in; None for one that cannot be parsed. ``data`` gives the bytes of
    any file.
    """
    texts: dict[int, Text] = dict(enumerate(files))
    paths = [*(file.path for file in files), *others]

    def look(number: int) -> File | None:
        text = texts.get(number) or opened(paths[number])
        if text is None:
            return None
        texts[number] = text
        return File(text.path, text.looks.tree, text.looks.alone())

    importers = Importers(Imports(paths, lambda number: data(paths[number])))
    program = Program(paths, look, importers.of, keys=GONE_KEYS)
    for number, file in enumerate(files):
        if file.is_touched:
            program.open(number)
    program.solve()
    for number in [
        number for number, waiting in program.solver.waiting.items() if any(_is_spread(*one) for one in waiting)
    ]:
        program.open(number)
    program.solve()
    dicts = _seed_dicts(program)
    homes = {node: number for number, graph in program.graphs.items() for node in graph.nodes}
    written: dict[int, list[tuple[ast.AST, Node, Fact]]] = {}
    new = {call for call in dicts if texts[homes[call]].has_new_dicts}  # the text of others is as it was
    for number, text, owner, one in made_texts(program.graphs):
        if _is_other_text(owner, one, new):
            written.setdefault(number, []).append((text, owner, one))
    found: dict[tuple[int, int, str], set[int]] = {}
    for number, graph in program.graphs.items():
        aside = program.solver.codes[number].is_set_aside
        for place in _promised(graph):
            found.setdefault((number, place.lineno, READ), {number})
        for call, key in _stale(graph, program.solver.codes[number].answer):
            if not aside(call):
                found.setdefault((key.number, key.at.lineno, STALE), set()).add(number)
        read = [(LACKS if isinstance(one[0], ast.Attribute) else READ, *one) for one in _read(graph)]
        read += [(AS_OBJECT, *one) for one in _read_as_object(graph, dicts)] if dicts else []
        read += [(WRITTEN, *one) for one in written.get(number, ())]
        for kind, expression, node, fact in read:
            unit = node.facts[fact]
            if unit is not None and not aside(expression):
                line: int = expression.lineno  # type: ignore[attr-defined]
                givers = {homes[origin] for origin in unit.top().origins if origin in homes}
                found.setdefault((number, line, kind), set()).update(givers)
    for number, line, givers in _come_back(program, dicts, homes):
        found.setdefault((number, line, AS_OBJECT), set()).update(givers)
    return [
        Misread(
            texts[number].path, line, texts[number].lines[line - 1], frozenset(texts[one].path for one in givers), kind
        )
        for (number, line, kind), givers in sorted(found.items())
    ]


def _is_spread(node: Node, name: str) -> bool:
    """True if what is imported is given to a call with two stars."""
    seen = {node}
    waiting = [node]
    for one in waiting:
        if any(position == "**" for _, position in one.given):
            return True
        more = [other for other in one.next if other not in seen]
        seen.update(more)
        waiting += more
    return False


def _stale(graph: Graph, answer: Callable[[ast.expr], Value]) -> Iterator[tuple[ast.Call, Key]]:
    """Yield the calls of today's SDK that get an argument of 0.x with two stars, and the key that is one."""
    for site in graph.sites:
        spread = [node for name, node in site.keywords if name is None]
        facts = (fact.value for node in spread for fact in node.facts)
        keys = [value for value in facts if isinstance(value, Key) and value.name in GONE_KEYS]
        if keys and isinstance(site.at, ast.Call):
            options = [answer(site.at.func), *(fact.value for fact in site.function.facts)]
            calls = [call_of(option) for option in options if isinstance(option, (Client, Place))]
            if any(call is not None and not call.legacy and not call.foreign for call in calls):
                yield from ((site.at, key) for key in keys)


def _read(graph: Graph) -> Iterator[tuple[ast.AST, Node, Fact]]:
    """Yield what is read as a dict in a file, and may be a response."""
    for expression in list(graph.nodes):
        if isinstance(expression, ast.Subscript) and isinstance(expression.slice, ast.Constant):
            yield from _with_field(graph, expression, expression.value, expression.slice.value)
        elif isinstance(expression, ast.Subscript) and not isinstance(expression.slice, ast.Slice):
            # Under a key that does not show: a response, and not one of what may be in a container.
            yield from (one for one in _whole(graph, expression, expression.value) if not one[2].is_weak)
        elif isinstance(expression, ast.Call) and isinstance(expression.func, ast.Attribute):
            owner, name = expression.func.value, expression.func.attr
            key = expression.args[0].value if expression.args and isinstance(expression.args[0], ast.Constant) else None
            if name == "get":
                yield from _with_field(graph, expression, owner, key)
            elif name in DICT_METHODS - OWN:
                yield from _whole(graph, expression, owner)
        elif isinstance(expression, ast.Compare) and isinstance(expression.ops[0], (ast.In, ast.NotIn)):
            if isinstance(expression.left, ast.Constant) and isinstance(expression.left.value, str):
                yield from _whole(graph, expression, expression.comparators[0])
        elif isinstance(expression, ast.Attribute) and expression.attr in LEGACY_ONLY:
            yield from _whole(graph, expression, expression.value)
        elif isinstance(expression, ast.Dict):
            for written, value in zip(expression.keys, expression.values, strict=True):
                if written is None:
                    yield from _whole(graph, expression, value)
    for pattern, node in graph.mappings:
        yield from ((pattern, node, fact) for fact in node.facts if _is_one(fact) and _is_of_today(fact))
    yield from (one for one in fills_unseen(graph) if _is_one(one[2]) and _is_of_today(one[2]))
    for site in graph.sites:
        if site.args and isinstance(site.at, ast.Call):
            yield from _given(site, site.at)


def _given(site: Site, call: ast.Call) -> Iterator[tuple[ast.AST, Node, Fact]]:
    """Yield what is given to a function that wants a dict, or writes one."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    places = {fact.value.path for fact in site.function.facts if isinstance(fact.value, Place)}
    serialises = bool(places & SERIALISERS)  # also with default=, which 0.x never needed for a response
    node = site.args[0][0]
    if any(isinstance(fact.value, Getter) and fact.value.label[0] in "k?" for fact in site.function.facts):
        yield from ((call, node, fact) for fact in node.facts if _is_one(fact) and _is_of_today(fact))
    if name in VALIDATES or serialises or places & MEASURES:
        for fact in node.facts:
            is_one = isinstance(fact.value, Response) or not places & MEASURES
            if is_one and _is_of_today(fact) and bool(fact.contents) == serialises:
                yield call, node, fact


def _is_one(fact: Fact) -> bool:
    """True if something is a response, and no list of them, or what holds one."""
    return isinstance(fact.value, Response) and not fact.contents


def _promised(graph: Graph) -> Iterator[ast.expr]:
    """Yield what is read as a dict from a parameter of which an annotation says that it is a response."""
    promised = {
        parameter
        for annotation, parameter in graph.annotated
        if any(fact.value in (Place("openai.BaseModel"), OBJECT) for fact in annotation.facts)
    }
    for expression in graph.nodes if promised else ():
        if isinstance(expression, ast.Subscript) and isinstance(expression.slice, ast.Constant):
            owners = graph.nodes.get(expression.value, ())
            if isinstance(expression.slice.value, str) and not promised.isdisjoint(owners):
                yield expression


def _with_field(
    graph: Graph, expression: ast.AST, owner: ast.expr, key: object
) -> Iterator[tuple[ast.AST, Node, Fact]]:
    if isinstance(key, str):
        yield from (one for one in _whole(graph, expression, owner) if has_field(one[2].value, key))


def _whole(graph: Graph, expression: ast.AST, owner: ast.expr) -> Iterator[tuple[ast.AST, Node, Fact]]:
    """Yield what an expression does with the response that something may be."""
    for node in graph.nodes.get(owner, ()):
        for fact in node.facts:
            if isinstance(fact.value, Response) and not fact.contents and _is_of_today(fact):
                yield expression, node, fact


def _seed_dicts(program: Program) -> dict[ast.AST, frozenset[str]]:
    """Follow what ``response.to_dict()`` gives, or ``raw.http_response.json()``, as a response that is a dict.

    Returns the calls of these methods, with the names of all fields in what they give.
    """
    made: dict[ast.AST, frozenset[str]] = {}
    for number, graph in program.graphs.items():
        for site in graph.sites:
            raw = _raw_dict(site.at, program.solver.codes[number].answer)
            if raw is not None:
                made[site.at] = frozenset(all_fields(raw))
                program.solver.add(site.node, Fact(raw), Unit(site.at))
    before = -1
    while before < len(made):
        before = len(made)
        for site in [site for graph in program.graphs.values() for site in graph.sites]:
            if site.function.of is not None and site.function.of[0] == ("a", "to_dict"):
                for fact in list(site.function.of[1].facts):
                    if isinstance(fact.value, Response) and not fact.contents and _is_of_today(fact):
                        value = replace(fact.value, legacy=True)
                        made[site.at] = made.get(site.at, frozenset()).union(all_fields(value))
                        program.solver.add(site.node, Fact(value), Unit(site.at))
        program.solve()
    return made


def _raw_dict(node: ast.AST, answer: Callable[[ast.expr], Value]) -> Response | None:
    """What ``http_response.json()`` of a call below ``with_raw_response`` gives: a response of 0.x."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "json":
        return None
    owner = node.func.value
    if not isinstance(owner, ast.Attribute) or owner.attr != "http_response":
        return None
    call = owner.value.value if isinstance(owner.value, ast.Await) else owner.value
    callee = answer(call.func) if isinstance(call, ast.Call) else None
    if isinstance(callee, Client):
        callee = replace(callee, path=callee.path.replace(RAW, ""), wrapped=False)
    elif isinstance(callee, Place):
        callee = replace(callee, path=callee.path.replace(RAW, ""))
    known = call_of(callee)
    row = RETURNS.get(known.path) if known is not None else None
    return Response(row.shape, legacy=True) if row is not None else None


def _read_as_object(graph: Graph, dicts: Container[ast.AST]) -> Iterator[tuple[ast.AST, Node, Fact]]:
    """Yield the attributes that a file reads of what may be the dict of a response."""
    for expression in list(graph.nodes):
        if isinstance(expression, ast.Attribute):
            for node in graph.nodes.get(expression.value, ()):
                for fact, unit in node.facts.items():
                    if isinstance(fact.value, Response) and fact.value.legacy and not fact.contents:
                        known = has_field(fact.value, expression.attr) or expression.attr in LEGACY_ONLY
                        if known and unit is not None and any(one in dicts for one in unit.top().origins):
                            yield expression, node, fact


def _is_other_text(node: Node, fact: Fact, dicts: Container[ast.AST]) -> bool:
    """True if what may be written somewhere is a response of today, or the dict of one."""
    if not isinstance(fact.value, Response):
        return False
    unit = node.facts[fact]
    return not fact.value.legacy or (unit is not None and any(one in dicts for one in unit.top().origins))


def _come_back(
    program: Program, dicts: Mapping[ast.AST, frozenset[str]], homes: Mapping[ast.AST, int]
) -> Iterator[tuple[int, int, set[int]]]:
    """Yield where code that is not seen may give back a dict of a response, one field of which is read as an object's.

    ``dicts`` are the calls that make them (`_seed_dicts`). Yields a file and a line, and the files of the dicts.
    """
    travel = Travel(program)
    out = [(homes[call], fields) for call, fields in dicts.items() if travel.goes_out(homes[call], call) == OTHERS]
    for number, graph in program.graphs.items() if out else ():
        called = {site.at.func for site in graph.sites if isinstance(site.at, ast.Call)}
        for expression in list(graph.nodes):
            if isinstance(expression, ast.Attribute) and expression.attr in STRONG and expression not in called:
                owners = graph.nodes.get(expression.value, ())
                is_known = any(is_response(fact.value) for owner in owners for fact in owner.facts)
                givers = {giver for giver, fields in out if expression.attr in fields}
                if givers and not is_known and travel.may_come_from_others(number, expression.value):
                    yield number, expression.lineno, givers


def _is_of_today(fact: Fact) -> bool:
    """True if something is a response of today's SDK: a call that was left gives none at all."""
    return is_response(fact.value) and not is_of_legacy(fact.value)
