"""Whole packages, as they were released: what is found in each, line by line.

``tests/data/<name>-<version>.txt`` holds what is found, ``path:line:column code``, each read and found right.
After a change that was meant, ``python tests/test_projects.py --write`` writes them anew: read the difference.
"""

from __future__ import annotations

import contextlib
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import sdks  # noqa: E402

from flake8_openai_v1.lint.linter import lint_source  # noqa: E402

DATA = Path(__file__).parent / "data"

LEGACY = [
    "aider-chat==0.16.0",
    "chromadb==0.4.15",
    "embedchain==0.0.60",
    "evals==1.0.3",
    "gptcache==0.1.43",
    "guardrails-ai==0.2.9",  # v1.py in it is written for 1.0, and reads the chunks of a stream as dicts all the same
    "instructor==0.2.11",
    "marvin==1.5.0",
    "pandasai==0.8.0",
    "phidata==2.0.0",
    "pymemgpt==0.1.18",
    "semantic-kernel==0.3.10.dev0",
]
"""Releases that were written for openai 0.x."""

CURRENT = [
    "aider-chat==0.86.2",
    "dspy==3.4.1",
    "instructor==1.17.0",
    "langchain-openai==1.7.4",
    "openai==3.52.0",
    "openai-agents==0.24.0",
]
"""Releases for the SDK of today: nothing may be found in them."""
RETIRED = {
    "instructor==1.17.0": ["instructor/cli/jobs.py:136:13 OAI503", "instructor/cli/jobs.py:207:27 OAI503"],
}
"""But for what the service is to be rid of: here ``hyperparameters=`` of a fine-tuning job."""


@pytest.fixture(scope="module")
def downloaded():
    """The packages in the cache. Where one cannot be had its own test says so."""

    def download(requirement: str) -> None:
        with contextlib.suppress(sdks.installs.Unreachable):
            sdks.installs.wheel(requirement)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(download, [*LEGACY, *CURRENT]))


def findings(requirement: str, folder: Path) -> list[str]:
    """What is found in a package, unpacked into a folder, in the order of its files."""
    with zipfile.ZipFile(sdks.wheel(requirement)) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".py"))
        archive.extractall(folder, names)
    found = []
    for name in names:
        path = folder / name
        source = path.read_text("utf-8-sig")
        try:
            found += [f"{name}:{one.line}:{one.column + 1} {one.code}" for one in lint_source(source, str(path))]
        except SyntaxError:  # templates, and what only later Pythons read
            continue
    return found


def golden(requirement: str) -> Path:
    return DATA / f"{requirement.replace('==', '-')}.txt"


@pytest.mark.index
@pytest.mark.parametrize("requirement", LEGACY)
def test_all_that_is_legacy_is_found(requirement, tmp_path, downloaded):
    assert findings(requirement, tmp_path) == golden(requirement).read_text("utf-8").splitlines()


@pytest.mark.index
@pytest.mark.parametrize("requirement", CURRENT)
def test_nothing_is_found_in_what_is_current(requirement, tmp_path, downloaded):
    assert findings(requirement, tmp_path) == RETIRED.get(requirement, [])


def write() -> None:
    """Write what is found now."""
    import tempfile

    for requirement in LEGACY:
        with tempfile.TemporaryDirectory() as folder:
            text = "".join(f"{line}\n" for line in findings(requirement, Path(folder)))
        golden(requirement).write_text(text, "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    write()
