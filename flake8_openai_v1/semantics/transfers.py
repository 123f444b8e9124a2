"""Transfer models: what functions of other packages, and of Python itself, do with what they are given.

One row a function, by its path: it gives an argument on, gives its items, calls it, puts it somewhere. A function that
has no row may do anything with what it is given.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from . import places
from .facts import RAISED, SAME_FUNCTION, SOME, Fact, Getter
from .nodes import ANY, ANY_ITEM, ANY_KEY, Node, Site
from .values import Place, Response

if TYPE_CHECKING:
    from .solver import Solver


def _first(solver: Solver, site: Site) -> None:
    """Gives its first argument."""
    if site.args:
        solver.link(site.args[0][0], site.node)


def _keyed(solver: Solver, site: Site) -> None:
    """Calls its ``key`` with each item of its first argument."""
    for name, node in site.keywords:
        if name == "key" and site.args:
            solver.apply(site, node, [(solver.part(site.args[0][0], ANY_ITEM), False)])


def _every(solver: Solver, site: Site) -> None:
    """Gives what is in its arguments: of a response, that is a dict, the keys."""
    _keyed(solver, site)
    site.node.refined = _is_no_model
    for node, _ in site.args:
        solver.link(node, site.node)


def _iterated(solver: Solver, site: Site) -> None:
    """Gives what is in its argument; of two, what calling the first one gives."""
    if len(site.args) == 2:
        solver.put(solver.apply(site, site.args[0][0], [], []), ANY_ITEM, site.node)
    else:
        _every(solver, site)


def _chained(solver: Solver, site: Site) -> None:
    """Gives the items of the items of its argument."""
    if site.args:
        items = solver.part(site.args[0][0], ANY_ITEM)
        solver.put(solver.part(items, ANY_ITEM), ANY_ITEM, site.node)


def _is_no_model(fact: Fact) -> bool:
    return bool(fact.contents) or not isinstance(fact.value, Response)


def _item(solver: Solver, site: Site) -> None:
    """Gives an item of its first argument."""
    if len(site.args) == 1 or (site.args and site.args[0][1]):
        _keyed(solver, site)
        solver.link(solver.part(site.args[0][0], ANY_ITEM), site.node)
    else:
        _keyed(solver, site)
        for node, _ in site.args:
            solver.link(node, site.node)


def _next(solver: Solver, site: Site) -> None:
    if site.args:
        solver.link(solver.part(site.args[0][0], ANY_ITEM), site.node)
        for node, _ in site.args[1:]:
            solver.link(node, site.node)


def _numbered(solver: Solver, site: Site) -> None:
    if site.args:
        pair = Node()
        solver.put(solver.part(site.args[0][0], ANY_ITEM), ("i", 1), pair)
        solver.put(pair, ANY_ITEM, site.node)


def _zipped(solver: Solver, site: Site) -> None:
    pair = Node()
    for number, (node, _) in enumerate(site.args):
        solver.put(solver.part(node, ANY_ITEM), ("i", number), pair)
    solver.put(pair, ANY_ITEM, site.node)


def _mapped(solver: Solver, site: Site) -> None:
    if site.args:
        items = [(solver.part(node, ANY_ITEM), False) for node, _ in site.args[1:]]
        solver.put(solver.apply(site, site.args[0][0], items), ANY_ITEM, site.node)


def _filtered(solver: Solver, site: Site) -> None:
    if len(site.args) == 2:
        solver.link(site.args[1][0], site.node)
        solver.apply(site, site.args[0][0], [(solver.part(site.args[1][0], ANY_ITEM), False)])


def _gathered(solver: Solver, site: Site) -> None:
    for number, (node, starred) in enumerate(site.args):
        if starred:
            solver.put(solver.part(node, ANY_ITEM), ANY_ITEM, site.node)
        else:
            solver.put(node, ("i", number), site.node)
    if any(name == "return_exceptions" and not _is_false(node) for name, node in site.keywords):
        solver.store(site.node, Fact(RAISED, (ANY_ITEM,)), None)


def _is_false(node: Node) -> bool:
    return isinstance(node.at, ast.Constant) and not node.at.value


def _waited(solver: Solver, site: Site) -> None:
    """Gives those of its tasks that are done, and the others."""
    for node, _ in site.args[:1]:
        solver.put(node, ("i", 0), site.node)
        solver.put(node, ("i", 1), site.node)


def _threaded(solver: Solver, site: Site) -> None:
    if site.args:
        solver.link(solver.apply(site, site.args[0][0], site.args[1:]), site.node)


def _decorating(solver: Solver, site: Site) -> None:
    """A decorator that keeps its function: with brackets or without."""
    if site.args:
        solver.link(site.args[0][0], site.node)
    solver.keeps_function(site)


def _wrapping(solver: Solver, site: Site) -> None:
    """Gives a decorator that keeps its function; the one that it is given is only looked at."""
    solver.add(site.node, Fact(SAME_FUNCTION))


def _partial(solver: Solver, site: Site) -> None:
    solver.bind_partly(site)


def _fixture(solver: Solver, site: Site) -> None:
    if site.args:
        solver.link(site.args[0][0], site.node)
        solver.add_fixture(site)
    solver.keeps_function(site, fixture=True)


def _dict(solver: Solver, site: Site) -> None:
    for node, _ in site.args:
        solver.merge(node, site.node)
        pair = solver.part(node, ANY_ITEM)  # where it is no dict, but has pairs
        solver.put(solver.part(pair, ("i", 1)), ANY_KEY, site.node)
    for name, node in site.keywords:
        if name is None:
            solver.merge(node, site.node)
        else:
            solver.put(node, ("k", name), site.node)


def _fromkeys(solver: Solver, site: Site) -> None:
    """``dict.fromkeys(keys, value)``."""
    for node, _ in site.args[1:2]:
        solver.put(node, ANY_KEY, site.node)


def _namespace(solver: Solver, site: Site) -> None:
    for name, node in site.keywords:
        if name is not None:
            solver.put(node, ("a", name), site.node)


def _text_of(site: Site, position: int) -> str | None:
    node = site.args[position][0].at if len(site.args) > position else None
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _getattr(solver: Solver, site: Site) -> None:
    name = _text_of(site, 1)
    if name is not None:
        solver.link(solver.part(site.args[0][0], ("a", name)), site.node)
    elif len(site.args) > 1:
        found = solver.part(site.args[0][0], ("a", SOME))
        site.node.is_unknown = True
        solver.link(found, site.node)
    for node, _ in site.args[2:]:
        solver.link(node, site.node)


def _setattr(solver: Solver, site: Site) -> None:
    if len(site.args) == 3:
        solver.store_attribute(site.args[0][0], _text_of(site, 1) or SOME, site.args[2][0])


def _getter(kind: str) -> Callable[[Solver, Site], None]:
    """``itemgetter("name")``, ``attrgetter("name")``."""

    def gives(solver: Solver, site: Site) -> None:
        node = site.args[0][0].at if len(site.args) == 1 else None
        if isinstance(node, ast.Constant):
            is_number = isinstance(node.value, int)
            solver.add(site.node, Fact(Getter(("i" if is_number and kind == "k" else kind, node.value))))
        elif kind == "k":
            solver.add(site.node, Fact(Getter(ANY)))

    return gives


def _setitem(solver: Solver, site: Site) -> None:
    if len(site.args) == 3:
        name = _text_of(site, 1)
        solver.put(site.args[2][0], ("k", name) if name is not None else ANY, site.args[0][0])


def _second(solver: Solver, site: Site) -> None:
    if len(site.args) > 1:
        solver.link(site.args[1][0], site.node)


PICKLERS = frozenset({"pickle.dumps", "pickle.loads", "dill.dumps", "dill.loads", "cloudpickle.dumps"})
"""Copies go through them: what comes out is what was put in."""
CONTAINERS = frozenset(
    {"queue.Queue", "queue.SimpleQueue", "queue.LifoQueue", "asyncio.Queue", "multiprocessing.Queue"}
    | {"collections.defaultdict", "collections.OrderedDict"}
)
FIELDS = frozenset(
    {"dataclasses.field", "pydantic.Field", "pydantic.fields.Field", "pydantic.v1.Field", "pydantic.dataclasses.Field"}
    | {"attr.ib", "attr.field", "attrs.field", "sqlmodel.Field"}
)
"""What stands in a class for a field of its objects."""


def _rows(paths: Iterable[str], model: Callable[[Solver, Site], None]) -> dict[str, Callable[[Solver, Site], None]]:
    return dict.fromkeys(paths, model)


def _logger(solver: Solver, site: Site) -> None:
    """Gives an object whose methods write what they are given."""
    solver.add(site.node, Fact(Place("logging.Logger")))


def _field(solver: Solver, site: Site) -> None:
    """Gives what a field of a class is where its objects are given nothing for it."""
    for node, _ in site.args[:1]:
        solver.link(node, site.node)
    for name, node in site.keywords:
        if name == "default":
            solver.link(node, site.node)
        elif name in ("default_factory", "factory"):
            solver.link(solver.apply(site, node, [], []), site.node)


def _new(solver: Solver, site: Site) -> None:
    """Makes a container: what is in it is put there later."""


LEVELS = ("debug", "info", "warning", "warn", "error", "exception", "critical", "log")
KEYLESS = frozenset(
    {f"builtins.{name}" for name in ("bool", "float", "int", "len", "str", "repr", "format", "print", "exit", "quit")}
    | {f"{owner}.{level}" for owner in ("logging", "logging.Logger", "loguru.logger") for level in LEVELS}
    | {"json.dumps", "os._exit", "pprint.pprint", "sys.exit", "time.sleep", "time.time", "warnings.warn"}
    | {"traceback.format_exc", "traceback.print_exc", "streamlit.error", "streamlit.warning", "streamlit.stop"}
)
"""What gives a text, a number, or nothing: of that nothing can be read by a key."""


MODELS: dict[str, Callable[[Solver, Site], None]] = {
    **_rows(places.KEEPS_VALUE | places.TASKS | places.RUNNERS | {"asgiref.sync.sync_to_async"}, _first),
    **_rows(places.KEEPS_ITEMS, _every),
    **_rows(places.PICKS_ITEM, _item),
    **_rows(places.DEFAULTS, _next),
    **_rows(places.GATHERERS, _gathered),
    **_rows(places.THREADS, _threaded),
    **_rows(places.KEEPS_FUNCTION, _decorating),
    **_rows(PICKLERS, _first),
    **_rows(CONTAINERS, _new),
    **_rows(FIELDS, _field),
    **_rows(("collections.OrderedDict", "collections.UserDict"), _dict),
    "asgiref.sync.async_to_sync": _first,
    "builtins.dict": _dict,
    "builtins.dict.fromkeys": _fromkeys,
    "builtins.enumerate": _numbered,
    "builtins.filter": _filtered,
    "builtins.getattr": _getattr,
    "builtins.iter": _iterated,
    "builtins.map": _mapped,
    "builtins.setattr": _setattr,
    "builtins.staticmethod": _first,
    "builtins.zip": _zipped,
    "concurrent.futures.wait": _waited,
    "functools.partial": _partial,
    "functools.wraps": _wrapping,
    "itertools.chain.from_iterable": _chained,
    "logging.getLogger": _logger,
    "operator.attrgetter": _getter("a"),
    "operator.itemgetter": _getter("k"),
    "operator.setitem": _setitem,
    "pytest.fixture": _fixture,
    "pytest_asyncio.fixture": _fixture,
    "types.SimpleNamespace": _namespace,
    "typing.cast": _second,
    "typing_extensions.cast": _second,
}
"""Path of a function → what it does."""
