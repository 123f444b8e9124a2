"""Examples are about what is written. How its lines are broken is left to test_layout."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from flake8_openai_v1.project import line_length


@pytest.fixture(autouse=True, scope="module")
def room(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let lines be as long as they like."""
    with pytest.MonkeyPatch.context() as patch:
        if request.module.__name__.rpartition(".")[2] != "test_layout":
            patch.setattr(line_length, "DEFAULT", 1_000)
        yield
