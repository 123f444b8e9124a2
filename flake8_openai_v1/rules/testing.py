"""Is a file a test? What a service would answer concerns none: its requests are mocked or replayed."""

from __future__ import annotations

import re

from ..semantics.uses import Model

NAME = re.compile(r"(?:^|[/\\])(?:test_[^/\\]*|[^/\\]*_test|conftest)\.py$")
"""Names of files in which pytest looks for tests and fixtures."""
FRAMEWORKS = frozenset({"mock", "pytest", "pytest_httpx", "requests_mock", "respx", "responses", "unittest", "vcr"})
"""Packages that only tests import."""


def is_test(filename: str, model: Model) -> bool:
    """True if a file holds tests, by its name or by what it imports."""
    return NAME.search(filename) is not None or not model.modules.isdisjoint(FRAMEWORKS)
