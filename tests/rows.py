"""Tests of tables with thousands of rows: one test for all of them, as one for each would cost more than its proof."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def each(rows: Iterable[object]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Make a check of one row a test of all rows. It fails with each row that is wrong, and why.

    A row that is a plain tuple is given in several parameters.
    """

    def decorate(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            given = list(rows)
            wrong = [said for row in given if (said := _wrong(check, row))]
            if wrong or not given:
                pytest.fail("\n\n".join([f"{len(wrong)} of {len(given)} rows are wrong", *wrong]), pytrace=False)

        test.__name__, test.__qualname__ = check.__name__, check.__qualname__
        test.__doc__, test.__module__ = check.__doc__, check.__module__
        return test

    return decorate


def _wrong(check: Callable[..., None], row: Any) -> str:
    """What is wrong with a row, or nothing."""
    try:
        check(*row) if type(row) is tuple else check(row)
    except Exception as problem:
        return f"{row!r}\n    {type(problem).__name__}: {problem}"
    return ""
