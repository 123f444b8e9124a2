"""What all tests share."""

from __future__ import annotations

import gc
import os
import signal

import pytest
from hypothesis import HealthCheck, settings

collect_ignore_glob = ["behaviour/packages/*", "behaviour/projects/*"]
"""Programs that are fixed, and have tests of their own."""

# In CI the same examples each time: what it says of a commit is to be the same tomorrow. New ones are found elsewhere.
settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("project")

# In the background, and under nohup, these are ignored, and so they would be in all processes that tests send them to.
for number in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among the tests themselves, which are many."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Keep files, single tests and what ``-k`` names in this process: they begin sooner. None is one per processor."""
    named = config.option.keyword or any("::" in name or name.endswith(".py") for name in config.args)
    return 0 if named else None


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    """Keep settings of the person who runs the tests out of the programs that the tests run."""
    for name in ("NO_COLOR", "FORCE_COLOR", "PYTHONWARNINGS"):
        if name in os.environ:
            monkeypatch.delenv(name)
