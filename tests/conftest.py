"""What all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    """Keep settings of the person who runs the tests out of the programs that the tests run."""
    for name in ("NO_COLOR", "FORCE_COLOR", "PYTHONWARNINGS"):
        if name in os.environ:
            monkeypatch.delenv(name)
