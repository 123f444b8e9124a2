"""Responses that were dicts → objects: accesses, methods of dicts, serialisation."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...rules.responses import has_attribute, is_walk, known_attribute
from ...sdk.fields import ALWAYS, LEGACY_ONLY, NULLABLE, OPTIONAL
from ...sdk.shapes import FIELDS
from ...semantics.responses import attribute_for, is_model
from ...semantics.uses import ACCESS, ITERATE, LACK, METHOD, SERIALISE, SPREAD, Use
from ...semantics.values import Const, Either, Items, Many, Page, Response, Value, alternatives, elements
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from . import empties
from .orders import OTHER_ORDER, depends_on_order
from .repeated import repeats

TO_DICT = ".to_dict()"
"""Gives what the service sent, in plain dicts and lists, as objects of 0.x were. (Since 1.17.0.)"""
TO_JSON = ".to_json()"
"""Gives the text that objects of 0.x had."""
CHUNK_DELTA = "ChatCompletionChunk.ChoiceDelta"
MESSAGE = "ChatCompletionMessage"
DELTA = frozenset({"ChatCompletionChunk.ChoiceDelta", "ChatCompletionChunk.ChoiceDeltaFunctionCall"})
"""Shapes that may have no field at all, and are false then as dicts."""
WHOLE = (
    *(ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Expr),
    *(ast.keyword, ast.Yield, ast.NamedExpr, ast.Lambda),
)
"""Where an expression stands that needs no brackets, whatever it is."""
OF_LEGACY = LEGACY_ONLY | {"get", "keys", "values", "items", "pop", "update", "setdefault", "copy", "to_dict_recursive"}
"""Attributes of the objects of 0.x, which were dicts, and not of today's."""
NO_EDIT = "there is no edit for this get(): read the attribute, with your default"
STANDS_IN = "this may be a response, or a dict that stands in for it"
MUTATES = frozenset({"pop", "popitem", "update", "setdefault", "clear"})


@about(Code.RESPONSE)
def rewrite_response(plan: Plan, use: Use) -> None:
    """Rewrite what is done with a response as if it were a dict."""
    if use.role == ACCESS:
        code = "OAI112" if any(isinstance(link, ast.Subscript) for link in links(use.node)) else "OAI113"
        if plan.wants(code, use.node):
            _access(plan, use.node)
    elif use.role == METHOD and plan.wants("OAI115" if use.extra == "auto_paging_iter" else "OAI113", use.node):
        _method(plan, use)
    elif use.role == ITERATE and plan.wants("OAI113", use.node):
        _iterated(plan, use)
    elif use.role == SPREAD:
        _spread(plan, use)
    elif use.role == LACK and id(use.node) not in plan.from_headers:
        text = f"today's objects have no {use.extra}"
        plan.problem(use.node, text, Code.NO_COUNTERPART, about_responses=True, is_loud=True)
    elif use.role == SERIALISE and plan.wants("OAI114", use.node):
        _serialised(plan, use)


def links(node: ast.AST) -> Iterator[ast.AST]:
    """The links of a chain of accesses, the last first."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call, ast.Await)):
        yield node
        node = node.func if isinstance(node, ast.Call) else node.value


def has_field(value: Value, name: str) -> bool:
    """Has each of the models that a value may be a field of this name?"""
    options = alternatives(value)
    return bool(options) and all(
        (isinstance(option, Response) and name in FIELDS.get(option.shape, ()))
        or (isinstance(option, Page) and name in ("data", "object", "has_more", "first_id", "last_id"))
        for option in options
    )


def is_always_sent(value: Value, name: str) -> bool:
    """Does the service always send a field that may be null, so that its key was always there?"""
    if name in NULLABLE:
        return True
    return name == "content" and all(
        isinstance(option, Response) and option.shape == MESSAGE for option in alternatives(value)
    )


def _access(plan: Plan, node: ast.AST) -> None:
    """A chain: each subscript and each ``get`` in it becomes an attribute."""
    if is_walk(node, plan.model):
        plan.problem(node, "a loop goes from a response to its parts by subscripts", about_responses=True)
    for link in reversed(list(links(node))):
        if id(link) in plan.frozen:
            continue
        if isinstance(link, ast.Subscript) and is_model(plan.value(link.value)):
            _subscript(plan, link)
        elif isinstance(link, ast.Call) and id(link) in plan.model.gets:
            _get(plan, link)


def _subscript(plan: Plan, node: ast.Subscript) -> None:
    if not plan.placed(node):
        return
    value = plan.value(node.value)
    start, end = plan.text.suffix(node)
    key = node.slice.value if isinstance(node.slice, ast.Constant) else None
    if isinstance(key, str):
        name = attribute_for(value, key)
        known = name.isidentifier() and any(has_field(option, name) for option in alternatives(value))
        stored = not isinstance(node.ctx, ast.Load)
        if known and not (not stored and _misses_are_caught(plan, node, value, key)):
            plan.edits.replace(start, end, f".{name}")
            return
        if stored or _is_stored(plan, key) or _is_asked_for(plan, node, key):
            if not name.isidentifier():
                plan.problem(node, f"no attribute can be called {name!r}", about_responses=True)
                return
            plan.edits.replace(start, end, f".{name}")
            return
    elif isinstance(value, Page):
        plan.edits.wrap(start, start, "", ".data")
        return
    if not isinstance(node.ctx, ast.Load):
        plan.problem(node, "a field is assigned under a name that the file does not show", about_responses=True)
        return
    if any(True for _ in alternatives(plan.value(node))):
        plan.problem(
            node, f"a {key!r} that is not there is caught, and what is there is used as an object", about_responses=True
        )
        return
    plan.edits.wrap(start, start, "", TO_DICT)
    _stay_dict(plan, node)


def _is_asked_for(plan: Plan, node: ast.Subscript, key: str) -> bool:
    """True if a key is read only where a test around it says that it is there, which asks for an attribute today."""
    test = has_attribute(plan.value(node.value), key)
    if test is None or not test.startswith("hasattr"):
        return False
    owner = ast.unparse(node.value)
    above: ast.AST = node
    for around in plan.text.around(node):
        if isinstance(around, (ast.If, ast.IfExp)):
            body = around.body if isinstance(around, ast.If) else [around.body]
            if above in body and any(
                isinstance(part, ast.Compare)
                and isinstance(part.ops[0], ast.In)
                and isinstance(part.left, ast.Constant)
                and part.left.value == key
                and ast.unparse(part.comparators[0]) == owner
                for part in _conditions(around.test)
            ):
                return True
        above = around
    return False


def _conditions(test: ast.expr) -> list[ast.expr]:
    """The parts of a test that are all true where it is."""
    return test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) else [test]


def _is_stored(plan: Plan, key: str) -> bool:
    """Does the program itself put something under a key of a response?"""
    return any(
        isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and is_model(plan.value(owner))
        for node, owner in plan.text.index.keys.get(key, ())
    )


def _misses_are_caught(plan: Plan, node: ast.AST, value: Value, key: str) -> bool:
    """Is a key that is not there caught (``except KeyError``), so that an attribute that is None would be missed?"""
    if key in ALWAYS:
        return False
    delta = any(isinstance(option, Response) and option.shape in DELTA for option in alternatives(value))
    optional = delta or key in OPTIONAL
    inner: ast.AST = node
    for around in plan.text.around(node):
        if isinstance(around, ast.Try) and inner in around.body:
            alike = _raises_all_the_same(plan, node, around)
            for handler in around.handlers:
                caught = names_in(handler.type)
                if caught & MISSES or (optional and not alike and caught & ANY):
                    return True
        elif isinstance(around, (ast.With, ast.AsyncWith)) and _suppresses(around):
            return True
        inner = around
    return optional and any(names_in(handler.type) & MISSES for handler in plan.text.handlers)


def _raises_all_the_same(plan: Plan, node: ast.AST, around: ast.Try) -> bool:
    """True if what is read of a field that is None raises, too, in a ``try`` whose clauses do not tell that apart."""
    parent = plan.text.parents.get(id(node))
    goes_on = isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is node
    names = {name for handler in around.handlers for name in names_in(handler.type)}
    used = {one.id for handler in around.handlers for one in ast.walk(handler) if isinstance(one, ast.Name)}
    named = {handler.name for handler in around.handlers if handler.name}
    return goes_on and not names & OF_NONE and not named & used


MISSES = frozenset({"KeyError", "LookupError"})
ANY = frozenset({"Exception", "BaseException", ""})
OF_NONE = frozenset({"AttributeError", "TypeError"})
"""What reading something of None raises."""


def names_in(node: ast.expr | None) -> set[str]:
    """The names of classes in a clause; the empty one where it names none."""
    if node is None:
        return {""}
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _suppresses(node: ast.With | ast.AsyncWith) -> bool:
    return any(isinstance(item.context_expr, ast.Call) and names_in(item.context_expr) & MISSES for item in node.items)


def look_for_copies(plan: Plan) -> None:
    """``response.copy()`` was a dict; today it is another object."""
    for node in plan.text.loads.get("copy", ()):
        if isinstance(node, ast.Attribute) and _is_legacy(plan.value(node.value)):
            parent = plan.text.parents.get(id(node))
            if (
                isinstance(parent, ast.Call)
                and parent.func is node
                and not plan.is_set_aside(node)
                and plan.placed(node)
            ):
                start, _ = plan.text.suffix(node)
                plan.edits.wrap(start, start, "", TO_DICT)


@about(Code.RESPONSE)
def look_for_caught_attributes(plan: Plan) -> None:
    """``try: delta.content`` / ``except AttributeError``: the attribute is always there now."""
    for node in plan.text.each(ast.Attribute):
        if not isinstance(node.ctx, ast.Load) or node.attr in ALWAYS:
            continue
        value = plan.value(node.value)
        if not _is_legacy(value) or plan.is_set_aside(node):
            continue
        delta = any(isinstance(option, Response) and option.shape in DELTA for option in alternatives(value))
        if not delta and node.attr not in OPTIONAL:
            continue
        inner: ast.AST = node
        for around in plan.text.around(node):
            if isinstance(around, ast.Try) and inner in around.body:
                if any(names_in(handler.type) & {"AttributeError"} for handler in around.handlers):
                    plan.problem(node, f"{node.attr} is always there now, and may be None", about_responses=True)
            inner = around


def _get(plan: Plan, node: ast.Call) -> None:
    assert isinstance(node.func, ast.Attribute)
    owner = node.func.value
    value = plan.value(owner)
    if not plan.placed(node) or node.keywords or not isinstance(node.args[0], ast.Constant):
        plan.problem(node, NO_EDIT, about_responses=True)
        return
    key = str(node.args[0].value)
    start, _ = plan.text.suffix(node.func)
    end = plan.text.span(node)[1]
    name = known_attribute(value, key)
    default = node.args[1] if len(node.args) > 1 else None
    if empties.has_stand_in(plan, owner):
        # What may be an empty dict has no attributes.
        rest = plan.text.of(default) if default is not None else "None"
        if name is None or not _is_alone(plan, node):
            plan.problem(node, STANDS_IN, Code.ESCAPES, about_responses=True)
            return
        quote = plan.quote(node)
        plan.edits.wrap(*plan.text.span(node), "getattr(", "")
        _in_place(plan, node.func, end, f", {quote}{name}{quote}, {rest})")
        return
    if name is None or not name.isidentifier() or not has_field(value, name):
        if _is_stored(plan, key) and key.isidentifier():
            text = plan.text.of(node.args[0])
            rest = plan.text.of(default) if default is not None else "None"
            plan.edits.wrap(*plan.text.span(node), "getattr(", "")
            _in_place(plan, node.func, end, f", {text}, {rest})")
        elif is_model(plan.value(node)) and not _goes_on(plan, node):
            # One of several responses has it: what it is goes on as an object.
            if name is None or not name.isidentifier() or not (default is None or _is_none(default)):
                plan.problem(node, STANDS_IN, Code.ESCAPES, about_responses=True)
                return
            quote = plan.quote(node)
            plan.edits.wrap(*plan.text.span(node), "getattr(", "")
            _in_place(plan, node.func, end, f", {quote}{name}{quote}, None)")
        else:
            plan.edits.wrap(start, start, "", TO_DICT)
            _stay_dict(plan, node)
        return
    goes_on = _goes_on(plan, node)
    needless = default is not None and _is_none(default)
    if default is not None and not needless and any(use.node is node for use in plan.model.of(SPREAD)):
        plan.edits.wrap(start, start, "", TO_DICT)
        _stay_dict(plan, node)
        return
    if default is None or needless or (is_always_sent(value, name) and not goes_on) or (goes_on and key in ALWAYS):
        _in_place(plan, node.func, end, f".{name}")
    elif goes_on:
        # The default stands for an object: what follows must not run on None.
        plan.edits.wrap(start, start, "", TO_DICT)
        _stay_dict(plan, node)
    elif empties.gives_empty(plan, node) and not empties.is_read_by_name(plan, node):
        plan.problem(node, STANDS_IN, Code.ESCAPES, about_responses=True)
    elif _is_falsy(default):
        _in_place(plan, node.func, end, f".{name}")
        text = plan.text.of(default)
        _bracketed(plan, node, f" or {text}")
    elif _is_pure(owner):
        _in_place(plan, node.func, end, f".{name}")
        again = _as_attributes(plan, node, name)
        if again is None:
            plan.problem(node, NO_EDIT, about_responses=True)
            return
        _bracketed(plan, node, f" if {again} is not None else {plan.text.of(default)}")
    else:
        plan.edits.wrap(start, start, "", TO_DICT)


def _in_place(plan: Plan, function: ast.Attribute, end: int, text: str) -> None:
    """Put a text in the place of a method and of its call; brackets around the method go."""
    whole, span = plan.text.whole(function), plan.text.span(function)
    if whole != span:
        plan.edits.replace(whole[0], span[0], "")
    plan.edits.replace(plan.text.suffix(function)[0], end, text)


def _is_alone(plan: Plan, node: ast.AST) -> bool:
    return not _goes_on(plan, node)


def rewrite_copies(plan: Plan) -> None:
    """``dict(response)`` of a response without lists is not reported: today's has fields in it that nobody sent."""
    known = {id(use.node) for use in plan.model.of(SPREAD)}
    for call in plan.text.each(ast.Call):
        if isinstance(call.func, ast.Name) and call.func.id == "dict" and call.args and id(call.args[0]) not in known:
            given = call.args[0]
            if _is_legacy(plan.value(given)) and not plan.is_set_aside(call) and plan.placed(given):
                _copied(plan, given)


def _copied(plan: Plan, node: ast.expr) -> None:
    """``dict(response)`` is ``response.to_dict()`` today: that is a copy."""
    plan.behind(node, TO_DICT)
    call = plan.text.parents.get(id(node))
    if isinstance(call, ast.Call) and not call.keywords and plan.text.whole(node) == plan.text.span(node):
        (start, end), (first, last) = plan.text.span(call), plan.text.span(node)
        if plan.text.text[start:first].strip() == "dict(" and plan.text.text[last:end] == ")":
            plan.edits.replace(start, first, "")
            plan.edits.replace(last, end, "")


@about(Code.RESPONSE)
def look_for_stand_ins(plan: Plan) -> None:
    """``response or {}``, of which the attributes are read elsewhere."""
    for node in plan.text.each(ast.BoolOp):
        if not empties.is_or_dict(node) or plan.is_set_aside(node) or not _is_legacy(plan.value(node)):
            continue
        parent = plan.text.parents.get(id(node))
        if isinstance(parent, ast.Attribute) and parent.attr == "get":
            continue
        first, last = node.values[-2:]
        always = isinstance(first, (ast.Subscript, ast.Call)) and _key_of(first) in ALWAYS
        if len(node.values) == 2 and always and isinstance(last, ast.Dict) and not last.keys and plan.placed(node):
            plan.edits.replace(plan.text.whole(first)[1], plan.text.whole(last)[1], "")
        else:
            plan.problem(node, STANDS_IN, Code.ESCAPES, about_responses=True)


def _key_of(node: ast.Subscript | ast.Call) -> object:
    """The key of ``x["key"]`` or ``x.get("key")``."""
    part: ast.AST | None = node.slice if isinstance(node, ast.Subscript) else node.args[0] if node.args else None
    return part.value if isinstance(part, ast.Constant) else None


def _goes_on(plan: Plan, node: ast.AST) -> bool:
    """Is something reached through a node?"""
    parent = plan.text.parents.get(id(node))
    return isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is node


def _stay_dict(plan: Plan, node: ast.AST) -> None:
    """Behind ``to_dict()`` the rest of a chain stays as it is: what was to become an attribute must not."""
    parent = plan.text.parents.get(id(node))
    while isinstance(parent, (ast.Attribute, ast.Subscript, ast.Call)):
        if (parent.func if isinstance(parent, ast.Call) else parent.value) is not node:
            break
        plan.frozen.add(id(parent))
        node, parent = parent, plan.text.parents.get(id(parent))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_falsy(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return not node.value
    return (isinstance(node, (ast.List, ast.Tuple)) and not node.elts) or (isinstance(node, ast.Dict) and not node.keys)


def _is_pure(node: ast.AST) -> bool:
    """May an expression be written twice?"""
    if isinstance(node, ast.Name):
        return True
    if isinstance(node, ast.Attribute):
        return _is_pure(node.value)
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and _is_pure(node.value)


def _as_attributes(plan: Plan, node: ast.Call, name: str) -> str | None:
    """The text of ``x["a"].get("b")`` as attributes."""
    assert isinstance(node.func, ast.Attribute)
    owner = _attributes(plan, node.func.value)
    return f"{owner}.{name}" if owner is not None else None


def _attributes(plan: Plan, node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = _attributes(plan, node.value)
        return f"{owner}.{node.attr}" if owner is not None else None
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        owner = _attributes(plan, node.value)
        if owner is None:
            return None
        if is_model(plan.value(node.value)) and isinstance(node.slice.value, str):
            return f"{owner}.{attribute_for(plan.value(node.value), node.slice.value)}"
        return f"{owner}[{plan.text.of(node.slice)}]"
    return None


def _bracketed(plan: Plan, node: ast.expr, after: str) -> None:
    """Put a text behind an expression, in brackets where it would bind otherwise."""
    parent = plan.text.parents.get(id(node))
    bare = isinstance(parent, WHOLE)
    if isinstance(parent, ast.Call) and node in parent.args:
        bare = True
    if isinstance(parent, ast.Dict):
        bare = node in parent.keys or parent.keys[parent.values.index(node)] is not None
    elif isinstance(parent, (ast.List, ast.Tuple, ast.Set, ast.FormattedValue)):
        bare = not (isinstance(parent, ast.FormattedValue) and " if " in after)
    if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.Or) and after.startswith(" or "):
        bare = True
    if isinstance(parent, (ast.If, ast.While)) and after.startswith(" or "):
        bare = True
    if plan.text.whole(node) != plan.text.span(node):
        bare = True  # it has brackets already
    plan.edits.wrap(*plan.text.span(node), "" if bare else "(", after if bare else f"{after})")


def _method(plan: Plan, use: Use) -> None:
    node = use.node
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Attribute)
    if not plan.placed(node):
        return
    name = str(use.extra)
    start, end = plan.text.suffix(node.func)
    whole_end = plan.text.span(node)[1]
    _access(plan, node.func.value)
    if name == "auto_paging_iter":
        plan.edits.replace(start, whole_end, "")
    elif name == "to_dict_recursive":
        plan.edits.replace(start, end, ".to_dict")
    elif name in MUTATES:
        plan.problem(node, f"{name}() changes a response, which is no dict any more", about_responses=True)
    else:
        plan.edits.wrap(start, start, "", TO_DICT)
        if depends_on_order(plan.text, use):
            plan.doubt(node, OTHER_ORDER, about_responses=True)


def _iterated(plan: Plan, use: Use) -> None:
    node = use.node
    assert isinstance(node, ast.expr)
    if not plan.placed(node):
        return
    kind, around = use.extra if isinstance(use.extra, tuple) else ("", None)
    if kind == "in":
        assert isinstance(around, ast.Compare)
        _contains(plan, around, node, use.value)
    elif kind == "len" and all(isinstance(option, Page) for option in alternatives(use.value)):
        plan.problem(node, "len() of what a list call returned was the number of its fields", about_responses=True)
    else:
        plan.behind(node, TO_DICT)
        if depends_on_order(plan.text, use):
            plan.doubt(node, OTHER_ORDER, about_responses=True)


def _contains(plan: Plan, compare: ast.Compare, node: ast.expr, value: Value) -> None:
    """``"usage" in response``."""
    left = compare.left
    if len(compare.ops) != 1 or not isinstance(left, ast.Constant) or not plan.placed(compare):
        plan.problem(compare, "there is no edit for this test: ask whether the attribute is None", about_responses=True)
        return
    key = str(left.value)
    name = known_attribute(value, key)
    absent = isinstance(compare.ops[0], ast.NotIn)
    start, right = plan.text.span(compare)[0], plan.text.whole(node)
    if "#" in plan.text.text[start : right[0]]:
        plan.problem(compare, "a comment stands within a test that changes", about_responses=True)
        return
    if name is not None and has_field(value, name) and name.isidentifier() and not is_always_sent(value, name):
        if repeats(plan, compare, node, (key, name), absent=absent):
            return
        plan.edits.replace(start, right[0], "")
        plan.behind(node, f".{name} is {'' if absent else 'not '}None")
        return
    test = None if name is not None and is_always_sent(value, name) else has_attribute(value, key)
    if _is_stored(plan, key):
        test = "hasattr"
    if test is None:
        plan.behind(node, TO_DICT)
    elif test.startswith("hasattr"):
        plan.edits.replace(start, right[0], f"{'not ' if absent else ''}hasattr(")
        plan.edits.wrap(*right, "", f", {plan.text.of(left)})")
    else:
        plan.edits.replace(start, right[0], "getattr(")
        plan.edits.wrap(*right, "", f", {plan.text.of(left)}, None) is {'' if absent else 'not '}None")


def _spread(plan: Plan, use: Use) -> None:
    node = use.node
    if use.extra == "match":
        case = plan.text.parents.get(id(node))
        matched = plan.text.parents.get(id(case))
        if isinstance(matched, ast.Match) and not plan.is_hidden(matched.subject) and plan.wants("OAI112", node):
            plan.behind(matched.subject, TO_DICT)
        return
    assert isinstance(node, ast.expr)
    code = "OAI113" if use.extra in ("dict", "isinstance") else "OAI112"
    if not plan.wants(code, node) or not plan.placed(node):
        return
    if (
        use.extra in ("**", "dict")
        and id(node) in plan.model.gets
        and isinstance(node, ast.Call)
        and len(node.args) > 1
    ):
        pass  # a dict is made before the key is looked for
    elif use.extra == "dict":
        _copied(plan, node)
    elif use.extra == "**":
        plan.behind(node, TO_DICT)
    elif use.extra == "isinstance":
        plan.problem(
            node, "a response was a dict: what is meant for others is told apart in another way", about_responses=True
        )
    else:
        plan.problem(node, f"{use.extra} takes no response any more", about_responses=True)


def _serialised(plan: Plan, use: Use) -> None:
    node = use.node
    assert isinstance(node, ast.expr)
    if not plan.placed(node):
        return
    if is_model(use.value) and isinstance(node, (ast.IfExp, ast.BoolOp)):
        plan.problem(
            node, "what is serialised may be a response, or something else", Code.ESCAPES, about_responses=True
        )
    elif is_model(use.value):
        plan.behind(node, TO_DICT)
    elif isinstance(use.value, Many):
        plan.wrap(node, "[item.to_dict() for item in ", "]")
    else:
        plan.problem(
            node, "what is serialised may be a response, or something else", Code.ESCAPES, about_responses=True
        )


@about(Code.RESPONSE)
def rewrite_texts(plan: Plan) -> None:
    """What was written by ``str``, or by a format that looks inside."""
    for node in plan.text.each(ast.BinOp, ast.FormattedValue, ast.Call):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _is_legacy(plan.value(node.right)):
            left = node.left.value if isinstance(node.left, ast.Constant) else ""
            if isinstance(left, str) and "%(" in left and not plan.is_set_aside(node):
                plan.behind(node.right, TO_DICT)
        if isinstance(node, ast.FormattedValue) and not plan.is_set_aside(node):
            _formatted(plan, node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "__str__":
            is_whole = not node.args and _is_legacy(plan.value(node.func.value)) and not plan.is_set_aside(node)
            if is_whole and plan.wants("OAI114", node) and plan.placed(node):
                plan.edits.replace(plan.text.suffix(node.func)[0], plan.text.span(node)[1], TO_JSON)
        if not isinstance(node, ast.Call) or not (node.args or node.keywords) or plan.is_set_aside(node):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "print" and _is_printed_to_file(node):
            for argument in node.args:
                if _is_legacy(plan.value(argument)) and plan.placed(argument):
                    plan.behind(argument, TO_JSON)
        if isinstance(node.func, ast.Name) and node.func.id == "str" and len(node.args) == 1:
            if _is_legacy(plan.value(node.args[0])) and plan.wants("OAI114", node) and plan.placed(node):
                start, end = plan.text.span(node)
                inner = plan.text.whole(node.args[0])
                plan.edits.replace(start, inner[0], "")
                plan.edits.replace(inner[1], end, TO_JSON)
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            text = node.func.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str) and "[" in text.value:
                for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                    if _is_legacy(plan.value(argument)) and plan.placed(argument):
                        plan.behind(argument, TO_DICT)


def _is_printed_to_file(node: ast.Call) -> bool:
    given = next((keyword.value for keyword in node.keywords if keyword.arg == "file"), None)
    return given is not None and not (isinstance(given, ast.Attribute) and given.attr in ("stdout", "stderr"))


def _formatted(plan: Plan, node: ast.FormattedValue) -> None:
    """A response in an f-string that is more than shown to a person: its text was JSON."""
    if node.format_spec is not None or node.conversion not in (-1, ord("s")) or not _is_legacy(plan.value(node.value)):
        return
    for around in plan.text.around(node):
        if isinstance(around, ast.Call):
            if empties.shows(around):
                return
            break
    if plan.placed(node.value):
        plan.behind(node.value, TO_JSON)


def _is_legacy(value: Value) -> bool:
    options = alternatives(value)
    return bool(options) and all(isinstance(option, Response) and option.legacy for option in options)


@about(Code.RESPONSE)
def rewrite_truth(plan: Plan) -> None:
    """A difference in a stream that says nothing was an empty dict, which is false; and a dict equals a dict."""
    for node in plan.known:
        value = plan.value(node)
        if not isinstance(node, ast.expr) or not isinstance(value, Response) or not value.legacy:
            continue
        if plan.is_set_aside(node):
            continue
        parent = plan.text.parents.get(id(node))
        tested = (isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)) and parent.test is node) or (
            isinstance(parent, (ast.BoolOp, ast.UnaryOp))
        )
        compared = isinstance(parent, ast.Compare) and any(
            isinstance(other, ast.Dict) for other in (parent.left, *parent.comparators)
        )
        if isinstance(parent, ast.Compare) and isinstance(parent.ops[0], (ast.In, ast.NotIn)):
            compared = node in parent.comparators and not isinstance(parent.left, ast.Constant)
        if isinstance(node, ast.Call) and id(node) in plan.model.gets:
            continue  # which may give something else
        if (tested and value.shape == CHUNK_DELTA) or compared:
            plan.behind(node, TO_DICT)
        elif isinstance(parent, ast.Compare) and not _compares_alike(plan, parent, node):
            plan.problem(node, "a response is compared with what may be a dict", Code.ESCAPES, about_responses=True)


def _compares_alike(plan: Plan, compare: ast.Compare, node: ast.AST) -> bool:
    """Is what a response is compared with an object as it is, or something that no response equals?"""
    if not isinstance(compare.ops[0], (ast.Eq, ast.NotEq, ast.In, ast.NotIn)) or node in compare.comparators[1:]:
        return True
    other = compare.comparators[0] if compare.left is node else compare.left
    value = plan.value(other)
    if isinstance(compare.ops[0], (ast.In, ast.NotIn)) and isinstance(value, (Many, Items)):
        return all(map(_is_legacy, elements(value)))
    return _is_legacy(value) or isinstance(value, Const)


@about(Code.RESPONSE)
def look_for_pages(plan: Plan) -> None:
    """``for x in openai.Model.list()`` went through the keys of a dict."""
    if "auto_paging_iter" in plan.text.loads:
        return  # which gave the items
    for node in plan.text.each(ast.For, ast.comprehension):
        if not plan.is_set_aside(node.iter):
            pages = (one for one in alternatives(plan.value(node.iter)) if isinstance(one, Page))
            if any(_is_legacy(page.item) for page in pages):
                plan.problem(node.iter, "what a list call returned gave its keys, and gives its items today")


DUMPS = frozenset({"json.dumps", "json.dump"})


@about(Code.RESPONSE)
def rewrite_serialised(plan: Plan) -> None:
    """What the linter does not report: ``json.dumps(response, default=…)``, which wrote a dict; ``obj=response``."""
    known = {id(use.node) for use in plan.examined.uses if use.role == SERIALISE}
    for node in plan.text.each(ast.Call):
        if certain_path(plan.value(node.func)) not in DUMPS or plan.is_set_aside(node):
            continue
        given = node.args[0] if node.args else next((one.value for one in node.keywords if one.arg == "obj"), None)
        if given is None:
            continue
        value = plan.value(given)
        mixed = isinstance(value, Either) and any(map(_is_legacy, value.options)) and not _is_legacy(value)
        if id(given) in known and not mixed:
            continue
        if _is_legacy(value) and not isinstance(given, (ast.IfExp, ast.BoolOp)):
            plan.behind(given, TO_DICT)
        elif mixed or (
            isinstance(given, (ast.IfExp, ast.BoolOp))
            and any(isinstance(part, ast.expr) and _is_legacy(plan.value(part)) for part in ast.walk(given))
        ):
            plan.problem(
                given, "what is serialised may be a response, or something else", Code.ESCAPES, about_responses=True
            )


@about(Code.RESPONSE)
def rewrite_by_name(plan: Plan) -> None:
    """``hasattr(delta, "content")`` and ``getattr(delta, "content", "")``: the attribute is always there now."""
    for node in plan.text.each(ast.Call):
        if not isinstance(node.func, ast.Name) or len(node.args) < 2:
            continue
        value = plan.value(node.args[0])
        key = node.args[1]
        if node.func.id not in ("hasattr", "getattr") or plan.is_set_aside(node):
            continue
        named = plan.value(key)
        if not isinstance(named, Const) or named.value in OF_LEGACY:
            options = value.options if isinstance(value, Either) else (value,)
            if any(isinstance(one, Response) and one.legacy for one in options):
                gone = f"today's objects have no {named.value}" if isinstance(named, Const) else ""
                plan.problem(node, gone or "which attribute this asks for is not seen", about_responses=not gone)
            continue
        if not isinstance(key, ast.Constant) or not isinstance(value, Response) or not value.legacy:
            continue
        if not has_field(value, str(key.value)):
            continue
        if not plan.placed(node) or not plan.wants("OAI113", node):
            continue
        start, end = plan.text.span(node)
        inner = plan.text.whole(node.args[0])
        name = attribute_for(value, str(key.value))
        parent = plan.text.parents.get(id(node))
        if node.func.id == "hasattr":
            bare = isinstance(parent, (*WHOLE, ast.If, ast.While, ast.BoolOp, ast.UnaryOp, ast.IfExp))
            plan.edits.replace(start, inner[0], "" if bare else "(")
            plan.edits.replace(inner[1], end, f".{name} is not None" + ("" if bare else ")"))
        elif len(node.args) == 3 and not (isinstance(node.args[2], ast.Constant) and node.args[2].value is None):
            default = node.args[2]
            if not _is_falsy(default):
                plan.problem(node, "the attribute is always there now, and may be None", about_responses=True)
                continue
            bare = isinstance(parent, WHOLE) or (isinstance(parent, ast.Call) and node in parent.args)
            plan.edits.replace(start, inner[0], "" if bare else "(")
            plan.edits.replace(inner[1], end, f".{name} or {plan.text.of(default)}" + ("" if bare else ")"))
