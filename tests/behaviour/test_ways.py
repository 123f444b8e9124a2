"""Responses that travel are read as they were, after a fix: each way of `ways` with one of its resources."""

from __future__ import annotations

import pytest
from behaviour import ways


@pytest.mark.index
@pytest.mark.parametrize(("way", "resource"), list(ways.rotating()))
def test_is_the_same_or_left(way, resource):
    assert ways.outcome(ways.program(way, resource)).verdict in ("same", "left")


@pytest.mark.index
def test_most_are_fixed():
    """Dicts that are read as objects would be found; so would a fix that leaves all."""
    found = [ways.outcome(ways.program(way, "chat")).verdict for way in list(ways.WAYS)[::6]]
    assert found == ["same"] * len(found)
