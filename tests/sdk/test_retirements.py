"""The ends of models: against the documentation in the types of the newest release, and against the other tables."""

from __future__ import annotations

import re

import pytest
from rows import each
from sdks import NEWEST, ask

from flake8_openai_v1.sdk import models, retirements
from flake8_openai_v1.sdk.retirements import AS_OF, BEGINNINGS, ENDS, FINE_TUNED

ROWS = [*ENDS.items(), *FINE_TUNED.items()]


@each(ROWS)
def test_a_row_is_whole(name, end):
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", end.day)
    assert end.use or end.note or name == "codex-mini-latest"
    assert end.source.text
    assert end.source.day <= AS_OF
    assert re.match(BEGINNINGS, name)
    assert re.fullmatch(r"[\w.:-]+", name)


def test_the_rows_are_in_the_order_of_their_days():
    days = [end.day for end in ENDS.values()]
    assert days == sorted(days)


def test_the_names_are_names_of_models():
    assert not ENDS.keys() - models.OPENAI.keys()


@pytest.mark.index
def test_the_days_are_those_of_the_newest_release():
    told = ask(NEWEST, "ends_of_models")
    assert len(told) > 90
    for name, days in told.items():
        assert [ENDS[name].day] == days, name


@pytest.mark.index
def test_what_is_recommended_is_known():
    """Each successor is a name of the newest release, of its own row, or of the page that recommends it."""
    known = {*ask(NEWEST, "model_names"), *ENDS, *models.OPENAI}
    assert {name for end in ENDS.values() for name in end.use} - known == set()


def test_the_page_names_the_day_of_the_table():
    from flake8_openai_v1.rules.models import RetiredModel

    assert retirements.AS_OF in (RetiredModel.__doc__ or "")
