"""``sdk/elsewhere.py``: what gone calls returned, and where each field stands today."""

from __future__ import annotations

import pytest
from sdks import NEWEST, ROOT, ended

from flake8_openai_v1.sdk import elsewhere, shapes
from flake8_openai_v1.sdk.names import METHODS
from flake8_openai_v1.semantics.places import CALLS, COROUTINES, COUNTERPARTS
from flake8_openai_v1.semantics.responses import call_of
from flake8_openai_v1.semantics.tracking import is_call
from flake8_openai_v1.semantics.values import Place

AZURE = ("azure-mgmt-cognitiveservices==14.1.0", "azure-core==1.41.0")
INSIDE = ROOT / "tests" / "sdk" / "inside_deployments.py"


@pytest.mark.index
def test_deployments_of_today_are_objects_with_these_attributes():
    paths = list(elsewhere.PLACES["Deployment"].values())
    *found, error = ended(NEWEST, INSIDE, "reads", paths, [AZURE])
    assert found
    assert all(found)
    assert error == "'Deployment' object is not subscriptable"


@pytest.mark.index
def test_what_the_list_of_deployments_gives_is_iterated():
    assert "ItemPaged['_models.Deployment']" in ended(NEWEST, INSIDE, "lists", "list", [AZURE])


def test_a_field_of_an_edit_stands_in_a_chat_completion():
    for shape, today in {"Edit": "ChatCompletion", "Edit.Choice": "ChatCompletion.Choice"}.items():
        for name in elsewhere.FIELDS[shape]:
            first, _, second = elsewhere.PLACES.get(shape, {}).get(name, name).partition(".")
            kind = shapes.FIELDS[today][first]
            assert not second or second in shapes.FIELDS[kind]


def test_each_result_is_that_of_a_call_and_has_fields():
    assert set(elsewhere.RETURNS) <= set(CALLS.values())
    assert {row.shape for row in elsewhere.RETURNS.values()} <= set(elsewhere.FIELDS)
    assert {row.result for row in METHODS if row.result} == set(elsewhere.RETURNS)
    for shape, places in elsewhere.PLACES.items():
        assert shape.startswith("[") or set(places) <= set(elsewhere.FIELDS[shape])


def test_what_has_a_counterpart_is_followed_where_it_is_handed_on_and_nothing_else():
    assert is_call(Place("openai.Model.list"))
    assert is_call(Place("openai.Model.alist"))
    for path in [*(path for path in CALLS if path not in COUNTERPARTS), "openai.Engine.alist"]:
        call = call_of(Place(path))
        assert call is not None
        assert call.legacy
        assert not is_call(Place(path))
    assert COROUTINES["openai.Engine.alist"] == "openai.Engine.list"
