"""What releases of openai took away, added and marked, from their wheels: the tables of ``sdk`` that say since when.

    python tools/history.py    write sdk/removals.py, sdk/options.py and sdk/deprecations.py anew; half an hour

A sample of the releases is read; where two neighbours differ, the releases between them are bisected. Wheels are
downloaded once, into the cache of ``installs``. Nothing of them is run. ``tools/refresh.py --write`` adds to the
tables what came since.
"""

from __future__ import annotations

import functools
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import installs
from installs import Unreachable, release_key
from surface import Surface, is_public, surface

import flake8_openai_v1.sdk
from flake8_openai_v1.sdk import index
from flake8_openai_v1.sdk.deprecations import MARKED
from flake8_openai_v1.sdk.options import OPTIONS

SDK = Path(flake8_openai_v1.sdk.__file__).parent

STEP = 6
"""Every so many releases one is read in any case."""
ALWAYS = ("1.0.0", "1.30.0", "1.65.5", "1.109.1", "2.54.0")

NO_EDITS = "the edits endpoint was shut down on 2024-01-04"
NO_FINE_TUNES = "other parameters and fields"
NO_FILES = "files of assistants became vector stores, and the Assistants API was shut down on 2026-08-26"
BY_TOOLS = "tool_resources= took its place, and the Assistants API was shut down on 2026-08-26"
BY_ATTACHMENTS = "attachments= took its place, and the Assistants API was shut down on 2026-08-26"
BY_SCHEMA = "response_format= of today takes openai.types.shared_params.ResponseFormatText and its like"

JUDGED: dict[str, tuple[str | None, str]] = {
    "client.beta.assistants.create(file_ids)": (None, BY_TOOLS),
    "client.beta.assistants.files": (None, NO_FILES),
    "client.beta.assistants.update(file_ids)": (None, BY_TOOLS),
    "client.beta.threads.messages.create(file_ids)": (None, BY_ATTACHMENTS),
    "client.beta.threads.messages.files": (None, NO_FILES),
    "client.edits": ("client.chat.completions", NO_EDITS),
    "client.fine_tunes": ("client.fine_tuning.jobs", NO_FINE_TUNES),
    "openai.cli": (None, "the command went with it; call the SDK"),
    "openai.edits": ("openai.chat.completions", NO_EDITS),
    "openai.fine_tunes": ("openai.fine_tuning.jobs", NO_FINE_TUNES),
    "openai.resources.AsyncFineTunes": ("openai.resources.fine_tuning.AsyncJobs", NO_FINE_TUNES),
    "openai.resources.FineTunes": ("openai.resources.fine_tuning.Jobs", NO_FINE_TUNES),
    "openai.types.EvalLabelModelGrader": ("openai.types.graders.LabelModelGrader", ""),
    "openai.types.EvalStringCheckGrader": ("openai.types.graders.StringCheckGrader", ""),
    "openai.types.EvalStringCheckGraderParam": ("openai.types.graders.StringCheckGraderParam", ""),
    "openai.types.EvalTextSimilarityGrader": ("openai.types.graders.TextSimilarityGrader", ""),
    "openai.types.EvalTextSimilarityGraderParam": ("openai.types.graders.TextSimilarityGraderParam", ""),
    "openai.types.FineTune": ("openai.types.fine_tuning.FineTuningJob", NO_FINE_TUNES),
    "openai.types.FineTuneEvent": ("openai.types.fine_tuning.FineTuningJobEvent", NO_FINE_TUNES),
    "openai.types.beta.AssistantResponseFormat": (None, BY_SCHEMA),
    "openai.types.beta.AssistantResponseFormatParam": (None, BY_SCHEMA),
    "openai.types.beta.CodeToolCall": ("openai.types.beta.threads.runs.CodeInterpreterToolCall", ""),
    "openai.types.beta.RetrievalTool": ("openai.types.beta.FileSearchTool", "retrieval became file_search"),
    "openai.types.beta.RetrievalToolParam": ("openai.types.beta.FileSearchToolParam", "retrieval became file_search"),
    "openai.types.beta.threads.MessageContentImageFile": ("openai.types.beta.threads.ImageFileContentBlock", ""),
    "openai.types.beta.threads.MessageContentText": ("openai.types.beta.threads.TextContentBlock", ""),
    "openai.types.beta.threads.ThreadMessage": ("openai.types.beta.threads.Message", ""),
    "openai.types.beta.threads.runs.CodeToolCall": ("openai.types.beta.threads.runs.CodeInterpreterToolCall", ""),
    "openai.types.beta.threads.runs.RetrievalToolCall": (
        "openai.types.beta.threads.runs.FileSearchToolCall", "retrieval became file_search",
    ),
    "openai.types.beta.threads.runs.RetrievalToolCallDelta": (
        "openai.types.beta.threads.runs.FileSearchToolCallDelta", "retrieval became file_search",
    ),
    "openai.types.chat.ChatCompletionTool": ("openai.types.chat.ChatCompletionFunctionTool", ""),
    "openai.types.fine_tuning.fine_tuning_job.MethodDpo": ("openai.types.fine_tuning.DpoMethod", ""),
    "openai.types.fine_tuning.fine_tuning_job.MethodDpoHyperparameters": (
        "openai.types.fine_tuning.DpoHyperparameters", "",
    ),
    "openai.types.fine_tuning.fine_tuning_job.MethodSupervised": ("openai.types.fine_tuning.SupervisedMethod", ""),
    "openai.types.fine_tuning.fine_tuning_job.MethodSupervisedHyperparameters": (
        "openai.types.fine_tuning.SupervisedHyperparameters", "",
    ),
    "openai.types.fine_tuning.job_create_params.MethodDpo": ("openai.types.fine_tuning.DpoMethodParam", ""),
    "openai.types.fine_tuning.job_create_params.MethodDpoHyperparameters": (
        "openai.types.fine_tuning.DpoHyperparametersParam", "",
    ),
    "openai.types.fine_tuning.job_create_params.MethodSupervised": (
        "openai.types.fine_tuning.SupervisedMethodParam", "",
    ),
    "openai.types.fine_tuning.job_create_params.MethodSupervisedHyperparameters": (
        "openai.types.fine_tuning.SupervisedHyperparametersParam", "",
    ),
    "openai.types.responses.ResponseTextAnnotationDeltaEvent": (
        "openai.types.responses.ResponseOutputTextAnnotationAddedEvent", "",
    ),
}  # fmt: skip
"""What only a person can tell: a name → what is written today (None: nothing), and a note."""


class Gone(NamedTuple):
    """One name that went."""

    path: str
    """``openai.types.Edit``, ``client.edits``, ``client.evals.create(share_with_openai)``."""
    since: str
    """The first release without it."""
    use: str | None
    note: str = ""


@functools.cache
def releases() -> tuple[str, ...]:
    """All releases of the index from 1.0.0 on, the oldest first. Raises Unreachable."""
    answer = installs.pip("index", "versions", "openai")
    found = answer.partition("Available versions: ")[2].partition("\n")[0].split(", ")
    return tuple(sorted((release for release in found if release_key(release) >= (1,)), key=release_key))


@functools.cache
def read(release: str) -> Surface:
    """The surface of a release. Raises Unreachable."""
    return surface(installs.wheel(f"openai=={release}"))


@functools.cache
def paths(release: str) -> dict[str, str]:
    """All that may go: names, paths of the client, parameters of its methods; each with where it is made."""
    found = dict(read(release).names)
    for path, method in read(release).paths.items():
        found[f"client.{path}"] = f"client.{path}"
        found |= {f"client.{path}({name})": f"client.{path}" for name in method.parameters if name != "**"}
    return found


def turning_point(is_so: Callable[[str], bool], before: str, after: str) -> str:
    """The first release between two of which something is so, as it is of ``after`` and not of ``before``."""
    all_of_them = releases()
    low, high = all_of_them.index(before), all_of_them.index(after)
    while high - low > 1:
        middle = (low + high) // 2
        if is_so(all_of_them[middle]):
            high = middle
        else:
            low = middle
    return all_of_them[high]


def gone(sample: Sequence[str]) -> Iterator[Gone]:
    """What some release of a sample has and the last one has not, without what lies below something that went."""
    newest = sample[-1]
    last: dict[str, str] = {}
    origins: dict[str, str] = {}
    for release in sample:
        for path, origin in paths(release).items():
            last[path], origins[path] = release, origin
    missing = [path for path in sorted(last) if last[path] != newest]
    went = {}
    for path in missing:
        after = sample[sample.index(last[path]) + 1]
        went[path] = turning_point(partial(_lacks, path), last[path], after)
    successors = Successors(read(newest))
    told: dict[str, str | None] = {}
    for path in missing:
        method = path.partition("(")[0]
        if method != path and method in went:
            continue
        above = next((owner for owner in owners(path) if owner in told), None)
        use, note = successors.of(path, origins[path])
        if above is not None and release_key(went[above]) <= release_key(went[path]):
            instead = told[above]
            follows = use is None if instead is None else successors.has(instead + path[len(above) :])
            if origins[path] != path or follows:
                continue
        told[path] = use
        yield Gone(path, went[path], use, note)


def _lacks(path: str, release: str) -> bool:
    """True if a release has no such thing."""
    return path not in paths(release)


def owners(path: str) -> Iterator[str]:
    """What a path lies below, the nearest first."""
    while "." in path:
        path = path.rpartition(".")[0]
        yield path


class Successors:
    """Where the names of older releases are today."""

    def __init__(self, newest: Surface) -> None:
        """``newest`` is the surface of today."""
        self._newest = newest
        self._homes: dict[str, str] = {}
        for path, origin in newest.names.items():
            owner = path.rpartition(".")[0]
            if owner == "openai" or origin.startswith(f"{owner}."):
                home = self._homes.setdefault(origin, path)
                if len(path) < len(home):
                    self._homes[origin] = path

    def has(self, path: str) -> bool:
        """True if there is something at a path today."""
        if path.startswith("client."):
            return path.removeprefix("client.") in self._newest.paths
        return path in self._newest.names

    def of(self, path: str, origin: str) -> tuple[str | None, str]:
        """What is written today for something that went, and a note."""
        if path in JUDGED:
            return JUDGED[path]
        for home in (self._home(origin), self._moved(path), self._moved(origin)):
            if home is not None:
                return home, ""
        return next((row for name, row in JUDGED.items() if origin == _made_in(name)), (None, ""))

    def _home(self, origin: str) -> str | None:
        """The shortest public name of something that is still made where it was."""
        return self._homes.get(origin) if origin in self._newest.names or not is_public(origin) else None

    def _moved(self, path: str) -> str | None:
        """The same without ``beta``, or in the module that was a package."""
        parts = path.split(".")
        flat = [part for part, before in zip(parts, ["", *parts], strict=False) if part != before]
        for moved in (path.replace(".beta.", ".", 1), ".".join(flat)):
            if moved != path and self.has(moved):
                origin = self._newest.names.get(moved, moved)
                same = path.rpartition(".")[2] == moved.rpartition(".")[2]
                return moved if same or origin == moved else None
        return None


def _made_in(path: str) -> str:
    """The place where a name of a package is made: ``openai.types.Edit`` is ``openai.types.edit.Edit``."""
    owner, _, name = path.rpartition(".")
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
    return f"{owner}.{snake}.{name}"


def known() -> dict[str, Gone]:
    """What the table says now."""
    return {path: Gone(path, *row) for path, row in index.REMOVED.items()}


def options(sample: Sequence[str]) -> dict[str, dict[str, str]]:
    """The options of each client class, and of its ``copy``: the first release that takes each."""
    found: dict[str, dict[str, str]] = {}
    for before, release in pairwise(sample):
        for cls, names in read(release).options.items():
            for name in names:
                if name not in found.setdefault(cls, {}):
                    found[cls][name] = _first(partial(_takes, cls, name), before, release)
    return found


def _takes(cls: str, name: str, release: str) -> bool:
    """True if a client class of a release takes an option."""
    return name in read(release).options.get(cls, ())


def deprecations(sample: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The methods that a release marks as deprecated: since when, and what the mark says."""
    found: dict[str, tuple[str, str]] = {}
    for before, release in pairwise(sample):
        for path, method in read(release).paths.items():
            if method.deprecated is not None:
                since = found[path][0] if path in found else _first(partial(_marks, path), before, release)
                found[path] = since, method.deprecated.partition("\n")[0]
    return found


def _marks(path: str, release: str) -> bool:
    """True if a release marks a method as deprecated."""
    method = read(release).paths.get(path)
    return method is not None and method.deprecated is not None


def _first(is_so: Callable[[str], bool], before: str, after: str) -> str:
    """The first release of which something is so, from ``before`` on; it is so of ``after``."""
    return before if is_so(before) else turning_point(is_so, before, after)


def render_removals(rows: Iterable[Gone]) -> str:
    """The text of ``sdk/removals.py``; the rows of one module, release and home are one."""
    groups: dict[tuple[str, str, str | None, str], list[str]] = {}
    for row in sorted(rows, key=lambda row: (_parts(row.path)[0], release_key(row.since), row.path)):
        owner, name = _parts(row.path)
        home = row.use
        if home is not None and home.rpartition(".")[2] == name:
            home = f"{home.rpartition('.')[0]}.*"
        groups.setdefault((owner, row.since, home, row.note), []).append(name)
    lines = [
        f"    Removed({_quoted(owner)}, {_quoted(since)}, {_quoted(' '.join(names))}"
        + (f", {_quoted(home) if home else None}" if home or note else "")
        + (f", {_quoted(note)}" if note else "")
        + "),"
        for (owner, since, home, note), names in groups.items()
    ]
    return replaced("removals.py", "REMOVED", lines)


def _parts(path: str) -> tuple[str, str]:
    """``client.evals.create(share_with_openai)`` → its method and ``(share_with_openai)``."""
    method, bracket, argument = path.partition("(")
    if bracket:
        return method, f"({argument}"
    owner, _, name = path.rpartition(".")
    return owner, name


def render_options(found: dict[str, dict[str, str]]) -> str:
    """The text of ``sdk/options.py``."""
    lines = [f"    {_quoted(cls)}: {json.dumps(names)}," for cls, names in found.items()]
    return replaced("options.py", "OPTIONS", lines)


def render_deprecations(found: dict[str, tuple[str, str]]) -> str:
    """The text of ``sdk/deprecations.py``."""
    lines = [
        f"    {_quoted(path)}: ({_quoted(since)}, {_quoted(text)})," for path, (since, text) in sorted(found.items())
    ]
    return replaced("deprecations.py", "MARKED", lines)


def _quoted(text: str) -> str:
    return json.dumps(text)


def replaced(file: str, name: str, lines: list[str]) -> str:
    """The text of a module of ``sdk`` with other rows in one of its tables."""
    text = (SDK / file).read_text(encoding="utf-8")
    found = re.search(rf"^{name}\b.*= [({{]\n", text, re.MULTILINE)
    if found is None:
        raise ValueError(f"sdk/{file} has no {name}")
    end = re.compile(r"^[)}]\n", re.MULTILINE).search(text, found.end())
    assert end is not None
    return text[: found.end()] + "".join(f"{line}\n" for line in lines) + text[end.start() :]


def write(sample: Sequence[str]) -> None:
    """Write the three tables from a sample of releases, the newest last."""
    texts = {
        "removals.py": render_removals(gone(sample)),
        "options.py": render_options(options(sample)),
        "deprecations.py": render_deprecations(deprecations(sample)),
    }
    for file, text in texts.items():
        (SDK / file).write_text(text, encoding="utf-8")


def add(last: str, release: str) -> None:
    """Add to the three tables, which are those of ``last``, what the releases up to a newer one changed."""
    between = (one for one in releases() if release_key(last) < release_key(one) < release_key(release))
    sample = [last, *between, release]
    there = paths(release)
    rows = [row for path, row in known().items() if path not in there]  # some come back
    rows += [row for row in gone(sample) if row.path not in index.REMOVED]
    taken = {cls: names | OPTIONS.get(cls, {}) for cls, names in options(sample).items()}
    taken = {cls: OPTIONS.get(cls, {}) | names for cls, names in taken.items()}  # in the order of the table
    marks = {path: (MARKED.get(path, row)[0], row[1]) for path, row in deprecations(sample).items()}
    texts = {
        "removals.py": render_removals(rows),
        "options.py": render_options({**OPTIONS, **taken}),
        "deprecations.py": render_deprecations({**MARKED, **marks}),
    }
    for file, text in texts.items():
        (SDK / file).write_text(text, encoding="utf-8")


def main() -> int:
    """Write the tables. Returns the exit code."""
    try:
        every = releases()
        sample = {*every[::STEP], *ALWAYS, every[-1]}
        size = 0
        while len(sample) > size:
            # What came and went between two releases shows in the one before something else went.
            size = len(sample)
            went = {row.since for row in gone(sorted(sample, key=release_key))}
            sample |= {every[every.index(release) - 1] for release in went}
        write(sorted(sample, key=release_key))
    except Unreachable as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
