"""Each row of ``sdk/shapes.py`` against objects that the real releases build."""

from __future__ import annotations

import atexit
import functools
from concurrent.futures import ThreadPoolExecutor

import pytest
from rows import each
from sdks import LEGACY as LEGACY_RELEASE
from sdks import ROOT, installs, kept, unreachable

from flake8_openai_v1.sdk.shapes import BROKEN_METHODS, EXPORTS, FIELDS, LEGACY, METHODS, RETURNS, WIRE

import shapes as tool  # isort: skip
from inside_shapes import joined, names_in  # isort: skip

pytestmark = pytest.mark.index

RELEASES = tool.RELEASES
EACH_RELEASE = pytest.mark.parametrize("release", RELEASES)
EACH_SHAPE = each(FIELDS)

# Each model: what code written for 0.x does with it, over `m` and the name of one of its fields.
MODEL = {
    "m[field]": "TypeError",
    "m[0]": "TypeError",
    "operator.setitem(m, field, 1)": "TypeError",
    "operator.delitem(m, field)": "TypeError",
    "operator.itemgetter(field)(m)": "TypeError",
    "field in m": False,
    "len(m)": "TypeError",
    "m.get(field)": "AttributeError",
    "m.keys()": "AttributeError",
    "m.items()": "AttributeError",
    "dict(**m)": "TypeError",
    "'{x}'.format_map(m)": "TypeError",
    "json.dumps(m)": "TypeError",
    "json.dumps(dict(m, m=m))": "TypeError",
    "isinstance(m, dict)": False,
    "all(dict(m)[name] is getattr(m, name) for name in m.model_fields_set)": True,
    "{type(pair) for pair in m} == {tuple}": True,
    "hasattr(m, field)": True,
    "m.model_dump() == m.dict()": True,
    "field in m.to_dict(use_api_names=False)": True,
    "isinstance(json.loads(m.model_dump_json()), dict)": True,
    "isinstance(json.loads(m.to_json()), dict)": True,
    "json.dumps(m.model_dump(mode='json'))[0]": "{",
    "type(m.copy()) is type(copy.copy(m)) is type(copy.deepcopy(m)) is type(m)": True,
}

PAGE = {
    "m[0]": "TypeError",
    "m['data']": "TypeError",
    "len(m)": "TypeError",
    "m.get('data')": "AttributeError",
    "m.auto_paging_iter()": "AttributeError",
    "'data' in m": False,
    "json.dumps(m)": "TypeError",
    "isinstance(m, dict)": False,
    "len(m.data)": 2,
    "m.data[0] == next(iter(m))": True,
}

STREAM = {
    "m[0]": "TypeError",
    "m['choices']": "TypeError",
    "len(m)": "TypeError",
    "m.get('x')": "AttributeError",
}

# What the same code did with the objects of 0.28.1, in either form.
BOTH = {
    "m[field] is getattr(m, field)": True,
    "m.get(field) is m[field]": True,
    "field in m": True,
    "len(m) == len(m.keys())": True,
    "dict(**m) == m": True,
    "json.loads(json.dumps(m)) == m.to_dict_recursive()": True,
    "isinstance(m, dict)": True,
}


SCRIPTS = (ROOT / "tools/inside_shapes.py", ROOT / "tests/sdk/inside.py", ROOT / "tests/sdk/inside_shapes.py")


@functools.cache
def probe(release: str) -> installs.Probe | installs.Unreachable:
    try:
        started = installs.Probe(release, *SCRIPTS)
    except installs.Unreachable as problem:
        return problem
    atexit.register(started.close)
    return started


def ask(release, function, *arguments):
    return kept(release, SCRIPTS, [function, arguments], lambda: asked(release, function, *arguments))


def asked(release, function, *arguments):
    found = probe(release)
    if isinstance(found, installs.Unreachable):
        unreachable(found)
    return found.ask(function, *arguments)


@functools.cache
def exported(release):
    """The names of ``EXPORTS`` that a release has, with the kinds of what they stand for, in paths."""
    return ask(release, "existing", list(EXPORTS))


@functools.cache
def paths(release):
    """Shapes to the paths of their classes, where the release has them."""
    return {EXPORTS[path]: path for path, kind in exported(release).items() if path == kind}


@functools.cache
def of_models(release, function, *arguments):
    """The answer of a function that takes all models, by shape."""
    found = ask(release, function, list(paths(release).values()), *map(list, arguments))
    return {EXPORTS[path]: row for path, row in found.items()}


def shapes_in(kind):
    """A kind in paths as one in shapes; a class that the table leaves out is ``?``."""
    *lists, _ = kind.split(kind.lstrip("[") or "\0")
    names = names_in(kind)
    return "".join(lists) + joined(EXPORTS.get(name, "?") for name in names) if names else kind


def holders(shape):
    """The releases that have a shape."""
    return [release for release in RELEASES if shape in paths(release)]


@pytest.fixture(autouse=True, scope="module")
def _together():
    """Ask all releases at once what takes longest."""

    def long(release):
        of_models(release, "outcomes", tuple(MODEL))
        of_models(release, "kinds")

    with ThreadPoolExecutor() as pool:
        list(pool.map(long, RELEASES))


# ------------------------------------------------------------------------------------------------ names


def test_an_exported_name_is_that_shape():
    found = {path: [exported(release).get(path, "") for release in reversed(RELEASES)] for path in EXPORTS}
    assert {path: joined(shapes_in(kind) for kind in kinds if kind) for path, kinds in found.items()} == EXPORTS


def test_a_shape_is_called_as_its_class():
    for shape in FIELDS:
        assert holders(shape), shape
        for release in holders(shape):
            assert paths(release)[shape].rpartition(".")[2] == shape.rpartition(".")[2]


def test_every_shape_that_a_row_names_is_there():
    kinds = [kind for row in FIELDS.values() for kind in row.values()]
    kinds += [kind for row in RETURNS.values() for kind in (row.shape, row.chunk, *row.formats.values())]
    assert {name for kind in [*kinds, *EXPORTS.values()] for name in names_in(kind)} == set(FIELDS)
    assert set(WIRE) <= set(FIELDS)


# --------------------------------------------------------------------------------------------- behaviour


@EACH_SHAPE
def test_a_model_is_no_dict(shape):
    for release in holders(shape):
        assert of_models(release, "outcomes", tuple(MODEL))[shape] == MODEL


@EACH_SHAPE
def test_fields_are_of_their_kinds(shape):
    found = {}
    for release in holders(shape):
        for name, kinds in of_models(release, "kinds")[shape].items():
            found.setdefault(name, []).extend(map(shapes_in, kinds))
    assert found.keys() == FIELDS[shape].keys()
    for name, kind in FIELDS[shape].items():
        if name not in tool.UNREAD and kind != "?":
            assert set(names_in(joined(found[name]))) == set(names_in(kind)), name
            assert outer(joined(found[name])) == outer(kind), name


def outer(kind):
    """A kind without the names of shapes."""
    return kind.partition(kind.lstrip("["))[0] + "model" if names_in(kind) else kind


def test_what_is_left_unknown_has_several_kinds():
    for shape, row in FIELDS.items():
        for name, kind in row.items():
            if "?" in kind and name not in tool.UNREAD:
                found = {
                    kind for release in holders(shape) for kind in of_models(release, "kinds")[shape].get(name, [])
                }
                assert len(found) > 1 or name in {"parsed", "output_parsed"}, (shape, name, found)


@EACH_SHAPE
def test_methods(shape):
    for release in holders(shape):
        found = of_models(release, "members", tuple(METHODS | BROKEN_METHODS))[shape]
        assert set(found) - set(FIELDS[shape]) == METHODS


def test_every_method_of_legacy_results_is_told_apart():
    assert METHODS.isdisjoint(BROKEN_METHODS)
    assert {*ask(LEGACY_RELEASE, "legacy_members")["methods"], *public(dict)} <= METHODS | BROKEN_METHODS


def public(cls):
    return [name for name in dir(cls) if not name.startswith("_")]


@pytest.mark.parametrize("shape", WIRE)
def test_a_spelling_of_the_api_is_that_field(shape):
    for wire, name in WIRE[shape].items():
        found = [ask(release, "spellings", paths(release)[shape], [wire])[wire] for release in holders(shape)]
        assert [name] in found
        assert all(names in ([], [name]) for names in found)  # a release may not have it yet


# ----------------------------------------------------------------------------------------------- results


@pytest.mark.parametrize("method", RETURNS)
def test_a_method_returns_that(method):
    row = RETURNS[method]
    check = page_of if row.page else result_of
    found = {check(release, method, cls) for release, cls in answered(method, row.shape)}
    assert found == set(names_in(row.shape))
    if row.shape == "":
        releases = [release for release in RELEASES if ask(release, "has_method", method)]
        assert releases
        assert {ask(release, "in_format", method, None, None) for release in releases} == {""}


def answered(method, kind):
    """Releases with a method, each with the models of a kind that the API may answer with."""
    for release in RELEASES:
        if ask(release, "has_method", method):
            yield from ((release, paths(release)[shape]) for shape in names_in(kind) if shape in paths(release))


def result_of(release, method, cls):
    """The shape of what a method makes of the answer for a model."""
    expected = {expression: value for expression, value in MODEL.items() if "field" not in expression}
    kind, found = ask(release, "result", method, cls, list(expected))
    assert found == expected
    return EXPORTS[kind]


def page_of(release, method, cls):
    """The shape of the items of the page that a method makes of it."""
    iterated, data, found = ask(release, "page", method, cls, list(PAGE))
    assert (iterated, found) == (data, PAGE)
    assert data.startswith("[")
    return EXPORTS[data[1:]]


@pytest.mark.parametrize("method", [method for method, row in RETURNS.items() if row.chunk])
def test_a_stream_is_of_that(method):
    seen = set()
    for release, cls in answered(method, RETURNS[method].chunk):
        kinds, found = ask(release, "stream", method, [cls], list(STREAM))
        assert found == STREAM
        seen |= {EXPORTS[kind] for kind in kinds}
    assert seen == set(names_in(RETURNS[method].chunk))


@EACH_RELEASE
@pytest.mark.parametrize(
    ("method", "response_format"), [(method, name) for method, row in RETURNS.items() for name in row.formats]
)
def test_a_format_makes_that(release, method, response_format):
    shape = RETURNS[method].formats[response_format]
    if shape in ("", *paths(release)):
        cls = paths(release).get(shape)
        assert ask(release, "in_format", method, response_format, cls) == (cls or "")


# ------------------------------------------------------------------------------------------------ 0.28.1


@functools.cache
def legacy_outcomes():
    release = RELEASES[-1]
    found = ask(release, "answers", list(paths(release).values()))
    return {EXPORTS[path]: row for path, row in ask(LEGACY_RELEASE, "legacy_outcomes", found, list(BOTH)).items()}


@EACH_SHAPE
def test_a_legacy_result_had_both_forms(shape):
    if shape in paths(RELEASES[-1]):
        for expression, values in legacy_outcomes()[shape].items():
            assert set(values) == {BOTH[expression]}, expression


def test_attributes_of_legacy_results():
    values = ask(LEGACY_RELEASE, "legacy_values", list(LEGACY))
    for name, header in LEGACY.items():
        assert header is None or values[name] != "None"


@EACH_RELEASE
def test_no_model_has_the_attributes_of_legacy_results(release):
    for shape, found in of_models(release, "members", tuple(LEGACY)).items():
        assert set(found) <= set(FIELDS[shape])
    assert {header for header in LEGACY.values() if header} <= set(ask(release, "raw_headers"))


# ------------------------------------------------------------------------------------------- the table


def test_the_table_is_current():
    assert tool.generated(ask) == tool.PLACE.read_text(encoding="utf-8")
