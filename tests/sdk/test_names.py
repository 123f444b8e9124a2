"""Each row of ``sdk/names.py`` against the real releases."""

from __future__ import annotations

import pytest
from rows import each
from sdks import CURRENT, LEGACY, NEWEST, NEXT, ask, at

from flake8_openai_v1.sdk.exceptions import EXCEPTIONS, REEXPORTED
from flake8_openai_v1.sdk.names import ALIASES, HELPERS, METHODS, MODULES, NEW_ONLY, RESOURCES, STAR, STAR_SINCE
from flake8_openai_v1.sdk.removals import REMOVED

pytestmark = pytest.mark.index

ROWS = [*RESOURCES, *METHODS, *HELPERS, *MODULES, *EXCEPTIONS]
EACH_ROW = each(ROWS)

# What every resource inherits: paths of URLs, calls of endpoints that the resource does not have.
INHERITED = {
    "class_url",
    "instance_url",
    "events_request",
    "events_url",
    "get_url",
    "refresh",
    "arefresh",
    "wait",
    "await_",
}

# Classes whose inherited `retrieve` asked an endpoint that the API does not have.
NOTHING_TO_RETRIEVE = {"Audio", "ChatCompletion", "Completion", "Edit", "Embedding", "Image"}

# Classes whose inherited `auto_paging_iter` failed in 0.28.1 already.
NO_PAGES = {"Deployment", "Engine", "File", "FineTune", "Model"}


def paths(row):
    return [row.path] + ([row.coroutine] if row.coroutine else [])


@EACH_ROW
def test_the_name_is_in_the_legacy_release(row):
    assert all(ask(LEGACY, "exists", path) for path in paths(row))


@EACH_ROW
def test_the_name_is_in_no_later_release(row):
    for release in CURRENT:
        kept = at(row, release) == row.path  # another module of the same name, for a while
        for path in paths(row):
            assert ask(release, "fate", path) in ({"there"} if kept else {"gone", "raises"}), release


@each([row for row in ROWS if row.use])
def test_the_replacement_resolves(row):
    for release in CURRENT:
        use = at(row, release)
        if use:
            assert ask(release, "resolves", use), release
            assert ask(release, "resolves", use, "AsyncOpenAI"), release


@pytest.mark.parametrize("row", [row for row in ROWS if row.until], ids=lambda row: row.path)
def test_the_replacement_changes_after_that_release(row):
    for last, use in row.until:
        assert use is None or ask(last, "resolves", use)
        assert row.use is None or ask(NEXT[last], "resolves", row.use)
        # And not elsewhere: the old one ended there, or the new one began.
        ended = use is not None and not ask(NEXT[last], "resolves", use)
        began = row.use is not None and not ask(last, "resolves", row.use)
        assert ended or began


@EACH_ROW
def test_what_is_deprecated_itself_is_called_so(row):
    marked = row.use is not None and ask(NEWEST, "deprecated", row.use)
    assert ("deprecated since" in row.note) == marked
    if marked:
        since = row.note.split("deprecated since ")[1].split(" ")[0]
        last = next(last for last, following in NEXT.items() if following == since)
        assert ask(since, "deprecated", row.use)
        assert not ask(last, "deprecated", row.use)


def test_the_tables_have_every_resource_and_its_methods():
    listed = {row.path for row in METHODS} | {row.coroutine for row in METHODS}
    found = ask(LEGACY, "legacy_resources")
    assert {f"openai.{name}" for name in found} == {row.path for row in RESOURCES}
    for name, methods in found.items():
        expected = set(methods) - INHERITED
        expected -= {"retrieve", "aretrieve"} if name in NOTHING_TO_RETRIEVE else set()
        expected -= {"auto_paging_iter"} if name in NO_PAGES else set()
        assert {f"openai.{name}.{method}" for method in expected} == {
            p for p in listed if p and p.split(".")[1] == name
        }


def test_the_tables_have_every_module():
    listed = {row.path for row in MODULES}
    modules = set(ask(LEGACY, "submodules"))
    later = {f"{row.owner}.{name}" for row in REMOVED for name in row.names.split()}
    assert {path for path in modules if ask(NEWEST, "fate", path) == "gone"} - later == listed


@pytest.mark.parametrize("row", METHODS, ids=lambda row: row.path)
def test_a_method_without_a_twin_has_none(row):
    resource, _, name = row.path.rpartition(".")
    assert row.coroutine in (f"{resource}.a{name}", None)
    assert ask(LEGACY, "exists", f"{resource}.a{name}") == bool(row.coroutine)


@pytest.mark.parametrize(("alias", "path"), [*ALIASES.items(), *REEXPORTED.items()])
def test_an_alias_is_the_same_object(alias, path):
    assert path in {row.path for row in ROWS}
    assert ask(LEGACY, "same", alias, path)
    assert {ask(release, "fate", alias) for release in CURRENT} <= {"gone", "raises"}


def test_the_names_that_only_later_releases_have():
    legacy = set(ask(LEGACY, "public_names"))
    later = set.intersection(*(set(ask(release, "public_names")) for release in CURRENT))
    assert later - legacy == NEW_ONLY


def test_what_a_star_import_binds():
    assert ask(LEGACY, "star") == list(STAR)
    for release in ("1.0.0", NEWEST):
        assert set(ask(release, "star")) >= set(STAR_SINCE)


def test_calling_a_removed_name_says_so_since_1_2_0():
    assert ask("1.1.2", "fate", "openai.ChatCompletion.create") == "gone"
    assert ask("1.2.0", "fate", "openai.ChatCompletion.create") == "raises"


@pytest.mark.parametrize("row", RESOURCES, ids=lambda row: row.path)
def test_something_stands_in_the_place_of_each_resource_and_raises(row):
    """Fixes in part rest on that: what is left of 0.x is loud."""
    for release in CURRENT[1:]:  # before 1.2.0 they were gone without a word
        assert ask(release, "fate", f"{row.path}.create") == "raises", release
