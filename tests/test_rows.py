"""A test of many rows says which of them are wrong, and why."""

from __future__ import annotations

import pytest
from rows import each


@each([1, 3, (5, 7)])
def test_odd(*numbers):
    """Numbers."""
    assert all(number % 2 for number in numbers)


def test_it_is_called_as_its_check():
    assert (test_odd.__name__, test_odd.__doc__, test_odd.__module__) == ("test_odd", "Numbers.", __name__)


def test_each_row_that_is_wrong_is_named():
    @each({"one": 1, "two": 2, "three": 3})
    def short(row):
        assert len(row) == 3, "too long"
        if row == "two":
            raise KeyError(row)

    with pytest.raises(pytest.fail.Exception) as raised:
        short()
    assert str(raised.value).startswith("2 of 3 rows are wrong\n\n'two'\n    KeyError: 'two'\n\n'three'\n")
    assert "AssertionError: too long" in str(raised.value)


def test_a_table_without_rows_fails():
    with pytest.raises(pytest.fail.Exception, match="0 of 0 rows"):
        each([])(lambda row: None)()


def test_what_a_row_cannot_be_asked_skips_all():
    @each([1])
    def asked(row):
        pytest.skip("offline")

    with pytest.raises(pytest.skip.Exception):
        asked()
