"""Which releases of the SDK the tables were checked with."""

from __future__ import annotations

AS_OF = "2026-11-30"
"""The day the tables were last checked against the newest release."""

NEWEST = (3, 57, 0)
"""The newest release the tables were checked with."""

LATEST = {1: (1, 109, 1), 2: (2, 54, 0), 3: (3, 57, 0)}
"""The newest known release of each major."""

PROBED = ("0.28.1", "1.0.0", "1.109.1", "2.54.0", "3.57.0")
"""The releases that the tests install and hold every row against; the first is the legacy one."""
