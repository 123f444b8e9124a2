"""Names of files as services want them: from the root of the repository, with slashes."""

from __future__ import annotations

import os

ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables in which GitHub Actions and GitLab CI say where the repository is."""


def from_root(path: str) -> str:
    """Name a file from the root of its repository; from the current folder where nobody says what the root is."""
    here = os.path.abspath(path)
    for root in filter(None, (*map(os.environ.get, ROOTS), os.getcwd())):
        inner = _within(here, root)
        if inner is not None:
            return inner.replace(os.sep, "/")
    return os.path.normpath(path).replace(os.sep, "/")


def _within(path: str, root: str) -> str | None:
    """The way from a folder down to a file; None where the file is not below it."""
    try:
        inner = os.path.relpath(path, root)
    except ValueError:  # another drive
        return None
    return None if inner.split(os.sep)[0] == os.pardir else inner
