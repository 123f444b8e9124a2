"""``fix`` on real projects that were written for openai 0.x: what it does to each, and whether it keeps its promises.

Each is copied to a scratch folder and fixed there by the real command. Then ``tools/promises.py`` looks whether every
file still parses, nothing is found but what was said to be left, a second run changes nothing, and files without
findings are the same bytes. Where pyright is installed, it looks at what was written, with the newest openai.
The exit status is 1 if a promise was broken, or if pyright found an error on a line that `fix` wrote.

Arguments are releases (``name==version``) or folders with a project, instead of those listed here.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from common import PROGRAMS, ROOT, source

sys.path.insert(0, str(ROOT))

import installs
from promises import Attempt, Row, attempt
from typecheck import Verdict, compare

from flake8_openai_v1.project.discovery import SUFFIXES
from flake8_openai_v1.sdk.versions import PROBED

RELEASES = (
    "aider-chat==0.16.0",
    "apache-airflow-providers-openai==1.0.0",
    "chromadb==0.4.15",
    "crfm-helm==0.3.0",
    "embedchain==0.0.60",
    "flaml==2.1.1",
    "homeassistant==2023.11.0",
    "instructor==0.2.11",
    "langfuse==1.1.11",
    "llama-index==0.8.50",
    "llmx==0.0.15a0",
    "lm-eval==0.3.0",
    "metagpt==0.5.2",
    "phidata==2.0.0",
    "pyautogen==0.1.14",
    "pymemgpt==0.1.18",
)

FAMILY = "OAI1"
"""What the share of files is about: what openai 1.0 removed or changed."""

SHOWN = 20
"""Broken promises of a project that are printed."""

COMPLETELY, PARTLY, NOT = "completely", "partly", "not at all"


class Project(NamedTuple):
    """What came of a project."""

    name: str
    attempt: Attempt
    verdict: Verdict | None
    seconds: float


def main(options: argparse.Namespace) -> int:
    """Measure, print, and give the exit status."""
    pyright = shutil.which("pyright", path=str(Path(sys.prefix) / PROGRAMS)) or shutil.which("pyright")
    if options.no_pyright or pyright is None:
        print("without pyright" if options.no_pyright else "without pyright, which is not installed")
        pyright = None
    extra = [f"--client={options.client}", *(["--unsafe-fixes"] if options.unsafe_fixes else [])]
    projects = []
    for name in options.project or RELEASES:
        project = measured(name, extra, pyright and Path(pyright), options.keep)
        tell(project)
        projects.append(project)
    return summary(projects)


def measured(name: str, extra: list[str], pyright: Path | None, keep: Path | None) -> Project:
    """Fix a copy of a project, and look at it."""
    origin = Path(name) if Path(name).is_dir() else source(name)
    title = origin.resolve().name if Path(name).is_dir() else name
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        copy = scratch / "project"
        copy.mkdir()
        for path in origin.rglob("*"):
            if path.suffix in SUFFIXES and path.is_file():
                place = copy / path.relative_to(origin)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(path.read_bytes())
        started = time.perf_counter()
        result = attempt(copy, *extra)
        taken = time.perf_counter() - started
        verdict = None
        if pyright is not None:
            sdk = installs.path(PROBED[-1])[0]
            verdict = compare(result.before, result.after, pyright, sdk, scratch / "pyright")
        if keep is not None:
            shutil.rmtree(keep / title, ignore_errors=True)
            shutil.copytree(copy, keep / title)
    return Project(title, result, verdict, taken)


def fate(attempt: Attempt, path: str) -> str:
    """How far a file with findings was fixed."""
    if not any(row.path == path and row.code.startswith(FAMILY) for row in attempt.rest):
        return COMPLETELY
    return PARTLY if attempt.before[path] != attempt.after.get(path) else NOT


def fates(attempt: Attempt) -> dict[str, str]:
    """How far each file that had findings of the family was fixed."""
    paths = sorted({row.path for row in attempt.found if row.code.startswith(FAMILY)})
    return {path: fate(attempt, path) for path in paths}


def tell(project: Project) -> None:
    """Print what came of a project."""
    attempt, verdict = project.attempt, project.verdict
    counts = Counter(fates(attempt).values())
    shares = ", ".join(f"{counts[how]} {how}" for how in (COMPLETELY, PARTLY, NOT))
    print(f"{project.name}: {len(attempt.before):,} files; fixed: {shares}; {project.seconds:.1f} s", flush=True)
    for problem in attempt.broken[:SHOWN]:
        print(f"  broken: {problem}")
    if attempt.broken[SHOWN:]:
        print(f"  broken: {len(attempt.broken) - SHOWN} more")
    if verdict is not None:
        for kind, complaints in (("written", verdict.written), ("elsewhere", verdict.elsewhere)):
            for one in complaints:
                print(f"  pyright, {kind}: {one}")


def summary(projects: list[Project]) -> int:
    """Print what came of all, and give the exit status."""
    files = [(project, path, how) for project in projects for path, how in fates(project.attempt).items()]
    print(f"\n{len(files)} files had findings {FAMILY}xx; fixed:")
    for how in (COMPLETELY, PARTLY, NOT):
        those = [(project, path) for project, path, fate in files if fate == how]
        print(f"  {how}: {len(those)}, {len(those) / max(len(files), 1):.0%}")
        reasons = [
            (general(row.text), (project.name, path))
            for project, path in those
            for row in project.attempt.left
            if row.path == path and row.code.startswith(FAMILY)
        ]
        for line in table(reasons):
            print(f"    {line}")
    found, left = (Counter(row.code for row in rows) for rows in everything(projects))
    print("\nFindings before, and after:")
    for code in sorted(found | left):
        print(f"  {code}: {found[code]:4} {left[code]:4}")
    broken = sum(len(project.attempt.broken) for project in projects)
    print(f"\n{broken} promises broken")
    verdicts = [project.verdict for project in projects if project.verdict is not None]
    written = sum(len(verdict.written) for verdict in verdicts)
    if verdicts:
        elsewhere, types = (sum(len(getattr(it, name)) for it in verdicts) for name in ("elsewhere", "types"))
        print(f"new errors of pyright: {written} on written lines, {elsewhere} elsewhere, {types} about types only")
    return 1 if broken or written else 0


def everything(projects: list[Project]) -> tuple[list[Row], list[Row]]:
    """All that was found before, and that is left."""
    return (
        [row for project in projects for row in project.attempt.found],
        [row for project in projects for row in project.attempt.rest],
    )


def general(reason: str) -> str:
    """A reason without the numbers in it, and without what led to it, so that equal ones can be counted."""
    return re.sub("[0-9]+", "N", re.sub(r"^(it goes with [^:]*: )+", "", reason))


def table(reasons: list[tuple[str, object]]) -> Iterator[str]:
    """Yield the reasons with their numbers of findings and files, the most frequent first."""
    for reason, number in Counter(reason for reason, _ in reasons).most_common():
        files = len({file for other, file in reasons if other == reason})
        yield f"{number} in {files}: {reason}"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("project", nargs="*", help="name==version, or a folder (default: the projects that are listed in this script)")
    add("--client", default="auto", help="for fix")
    add("--unsafe-fixes", action="store_true", help="for fix")
    add("--no-pyright", action="store_true", help="leave pyright out")
    add("--keep", type=Path, metavar="FOLDER", help="put the fixed projects there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(arguments()))
