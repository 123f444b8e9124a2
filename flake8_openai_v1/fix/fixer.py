"""Sources + fixes → sources: what `fix` makes of the files of one run, without touching the disk.

`fixing` has the parts: the files, one of them, those of a program, and what holds what back. Here programs are taken
one after the other: what is known of one is dropped before the next is looked at.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property

from ..lint.relevant import names_sdk, relevant
from ..project.config import Config
from ..project.environment import Variable
from ..syntax.diagnostics import Diagnostic
from ..syntax.source import SourceError, internal
from .alone import PASSES, Outcome, failed, having_helpers, outcome_of
from .causes import HARMLESS, NO_FIX, UNTOUCHED, Cause, Code
from .files import (
    CLIENTS,
    LEGACY,
    PROMISED,
    File,
    Options,
    Reader,
    Source,
    is_by_itself,
    unread,
    without_text,
)
from .held import holding, with_what_holds
from .plan import Reason
from .program import Run, has_suspicions, left_over, settled
from .results import Fixed, Left, Span, remaining, untouched, with_true_claims
from .run import Parsed, look_at, programs
from .sharing import with_one_maker

SMALL = 10
"""Files of a run: in one with no more of them, nothing is left whose error could be caught, so that it goes on."""
STREAM = re.compile(rb"\bstream\b")


def fix_files(
    sources: Sequence[Source],
    config: Config,
    options: Options = Options(),  # noqa: B008
    progress: Callable[[int, int], None] = lambda done, total: None,
    variables: Sequence[Variable] = (),
    *,
    units: bool = False,
) -> list[Fixed]:
    """Fix the files of one run, which are seen together. Gives one result for each, in their order.

    Files that have no word of the SDK in them are needed where they use what others give: what a function of another
    file returns is followed there. `variables` are set outside of Python and may decide where requests go. `progress`
    is called with the number of files done and of all. `units`: also say where those are. Never raises an Exception
    for what stands in a file.
    """
    if options.unsafe:
        first = _first(sources, config, options, progress, variables, units=units)
        return _further(sources, config, options, variables, first, range(len(sources)))
    # A doubt need not be all that is in the way: unsafe fixes may leave it for another reason.
    safe, unsafe = _both(sources, config, options, progress, variables, _has_claims, units=units)
    return with_true_claims(safe, unsafe)


def fixed_in_both_ways(
    sources: Sequence[Source],
    config: Config,
    client: str,
    progress: Callable[[int, int], None],
    variables: Sequence[Variable],
    is_asked: Callable[[Fixed], bool],
) -> tuple[list[Fixed], list[Fixed]]:
    """What safe fixes make of the files of a run, and what unsafe ones do, both with their units.

    ``is_asked``: is it asked what unsafe fixes do to the program of a file? Elsewhere they are taken to do the same.
    """
    safe, unsafe = _both(sources, config, Options(client), progress, variables, is_asked, units=True)
    asked = {number for number, one in enumerate(unsafe) if one is not safe[number]}
    return safe, _further(sources, config, Options(client, unsafe=True), variables, unsafe, asked)


def _first(
    sources: Sequence[Source],
    config: Config,
    options: Options,
    progress: Callable[[int, int], None],
    variables: Sequence[Variable],
    *,
    units: bool = False,
) -> list[Fixed]:
    """What a first round makes of the files of a run."""
    results = [Fixed(source.path, source.data, source.data) for source in sources]
    for number, result, _ in _Round(sources, config, options, variables).results(progress, units=units):
        results[number] = result
    return results


def _both(
    sources: Sequence[Source],
    config: Config,
    options: Options,
    progress: Callable[[int, int], None],
    variables: Sequence[Variable],
    is_asked: Callable[[Fixed], bool],
    *,
    units: bool,
) -> tuple[list[Fixed], list[Fixed]]:
    """What a round of safe fixes makes of the files of a run, and one of unsafe ones: each program is followed once."""
    safe = [Fixed(source.path, source.data, source.data) for source in sources]
    unsafe = list(safe)
    first = _Round(sources, config, options, variables)
    for number, result, other in first.results(progress, units=units, is_asked=is_asked):
        safe[number], unsafe[number] = result, other
    if first.has_doubtful_helpers:
        # These are put into files before anything else.
        unsafe = _first(sources, config, options._replace(unsafe=True), progress, variables, units=units)
    return safe, unsafe


def _further(
    sources: Sequence[Source],
    config: Config,
    options: Options,
    variables: Sequence[Variable],
    results: list[Fixed],
    among: Collection[int],
) -> list[Fixed]:
    """What further rounds of unsafe fixes make of files: where some are fixed without others, these may be, too.

    ``among``: the numbers of the files that are looked at.
    """
    for _ in range(PASSES):
        changed = {number for number in among if results[number].after != sources[number].data}
        if not changed:
            break
        sources = [source._replace(data=one.after) for source, one in zip(sources, results, strict=True)]
        rows = _Round(sources, config, options, variables, changed).results(lambda done, total: None)
        again = {number: result for number, result, _ in rows}
        if any(one.after != one.before for one in again.values()):
            results = [one.then(again[at]) if at in again else one for at, one in enumerate(results)]
    return results


def _has_claims(result: Fixed) -> bool:
    return result.has_claims


class _Round:
    """The files of a run, which are fixed once: program by program."""

    def __init__(
        self,
        sources: Sequence[Source],
        config: Config,
        options: Options,
        variables: Sequence[Variable],
        changed: Collection[int] | None = None,
    ) -> None:
        """Read what is to be looked at. ``changed``: of programs without one of these files all is known."""
        self._sources = sources
        self._options = options
        self._variables = variables
        self._changed = changed
        self._reader = Reader(config)
        self._failures: dict[int, str] = {}
        self._files: dict[int, File] = {}
        self._ready: dict[int, File] = {}
        """Files, with the helpers of 0.x in them that they use."""
        self._units = 0
        self._read()
        self._reader.forget()
        self.has_doubtful_helpers = any(one.kept is not None and one.kept.is_unsafe for one in self._ready.values())
        """Are helpers that some file uses put into it by unsafe fixes only?"""

    def _read(self) -> None:
        for number, source in enumerate(self._sources):
            if source.unreadable:
                self._files[number] = without_text(source, Reason(0, "the file cannot be read", Code.OTHER_FILE))
        for number in relevant([(source.path, source.data) for source in self._sources]):
            source = self._sources[number]
            try:
                file = self._reader.read(source)
            except SourceError as error:
                if not names_sdk(source.data):
                    continue
                self._failures[number] = str(error)
                file = unread(source, str(error))
            except Exception as error:
                self._failures[number] = internal(error)
                file = unread(source, internal(error))
            if file is not None:
                self._files[number] = file
        for number, file in list(self._files.items()):
            try:
                self._ready[number] = having_helpers(file, self._sources, self._reader, self._options)
            except Exception as error:
                self._failures[number] = internal(error)
                kept = file._replace(kept=Reason(0, internal(error), Code.FAILED))
                self._files[number] = self._ready[number] = kept

    @cached_property
    def _names_stream(self) -> bool:
        """True if a call may be told to stream: some file of the run has that word."""
        return any(STREAM.search(source.data) for source in self._sources)

    def results(
        self,
        progress: Callable[[int, int], None],
        *,
        units: bool = False,
        is_asked: Callable[[Fixed], bool] = lambda result: False,
    ) -> Iterator[tuple[int, Fixed, Fixed]]:
        """Yield what became of files, with their numbers, and what unsafe fixes would do. Programs are dropped then.

        ``is_asked``: is that asked of the program of a file? Elsewhere it is the same.
        """
        for number, failure in self._failures.items():
            source = self._sources[number]
            failed_file = Fixed(source.path, source.data, source.data, failure=failure)
            yield number, failed_file, failed_file
        packages = {os.path.dirname(one.path) for one in self._sources if os.path.basename(one.path) == "__init__.py"}
        parsed = {number: _parsed(file, packages) for number, file in self._ready.items()}
        total, done = len(parsed), 0
        for links in programs(parsed):
            own = {number: parsed.pop(number) for number in links}
            files = {number: self._files.pop(number) for number in links}
            ready = {number: self._ready.pop(number) for number in links}
            if self._changed is None or not links.keys().isdisjoint(self._changed):
                is_small = len(self._sources) <= SMALL
                members = look_at(
                    own, links, self._reader.config, self._variables, is_small, names_stream=self._names_stream
                )
                run = Run(members, ready, self._reader, self._options, self._sources, {}, {})
                for number, _ in enumerate(links):
                    progress(done + number, total)
                yield from self._settled(run, files, is_asked, units=units)
                self._reader.forget()
            done += len(links)

    def _settled(
        self, run: Run, files: Mapping[int, File], is_asked: Callable[[Fixed], bool], *, units: bool
    ) -> Iterator[tuple[int, Fixed, Fixed]]:
        """Yield what becomes of the files of a program, and what unsafe fixes would do."""
        if run.options.client == "instance":
            with suppress(Exception):  # then calls stay on the module
                run = run.at_homes()
        safe = unsafe = self._results(run, files, units=units)
        if any(map(is_asked, safe.values())):
            unsafe = self._results(run.with_options(run.options._replace(unsafe=True)), files, units=units)
        yield from ((number, one, unsafe[number]) for number, one in safe.items())

    def _results(self, run: Run, files: Mapping[int, File], *, units: bool) -> dict[int, Fixed]:
        """What becomes of the files of a program by safe fixes, or by unsafe ones."""
        outcomes = self._outcomes(run, files)
        if run.options.unsafe and has_suspicions(run, outcomes):
            others = self._outcomes(run.with_options(run.options._replace(trusting=True)), files)
            if left_over(run, others) < left_over(run, outcomes):
                outcomes = others
        results: dict[int, Fixed] = {}
        with suppress(Exception):  # then each file keeps what it was given
            outcomes = with_one_maker(run, outcomes)
        for number, outcome in outcomes.items():
            file = files[number]
            if file.parses and not file.source.outside:
                try:
                    result = _result(file, outcome, run.reader)
                    failure = outcome.failure or self._failures.get(number)
                    results[number] = result._replace(failure=failure)
                except Exception as error:
                    results[number] = Fixed(
                        file.source.path, file.source.data, file.source.data, failure=internal(error)
                    )
        return self._with_units(run, results, outcomes) if units else results

    @staticmethod
    def _outcomes(run: Run, files: Mapping[int, File]) -> dict[int, Outcome]:
        """What becomes of the files of a program, and of those that others hold back."""
        outcomes: dict[int, Outcome] = {}
        for number, member in run.members.items():
            try:
                outcomes[number] = outcome_of(run.files[number], member, run.reader, run.options)
            except Exception as error:
                outcomes[number] = failed(internal(error))
        try:
            outcomes = settled(run, outcomes)
        except Exception as error:
            outcomes = dict.fromkeys(outcomes, failed(internal(error)))
        return with_what_holds(run.members, files, outcomes, run.options, run.reader)

    def _with_units(self, run: Run, results: Mapping[int, Fixed], outcomes: Mapping[int, Outcome]) -> dict[int, Fixed]:
        """Say where the units of files that are changed are, and which files these need."""
        changed = {number for number, result in results.items() if result.after is not result.before}
        if not changed:
            return dict(results)
        spans: dict[str, list[tuple[int, Span]]] = {}
        known = {file.source.path: file for file in run.files.values()}
        for group in run.members[next(iter(changed))].units.groups():
            self._units += 1
            for path, node in group:
                if not known[path].lines:
                    spans.setdefault(path, []).append((self._units, known[path].span(node)))
        needed: dict[int, set[str]] = {number: set() for number in changed}
        for number, within in holding(run.members, run.files):
            for other in within & changed - {number}:
                needed[other].add(run.files[number].source.path)
        # Where the responses of one file are dicts, those of no file of its program may be objects.
        dicts = {number for number in changed if outcomes[number].as_dicts}
        for number in changed:
            needed[number] |= outcomes[number].needs
            if dicts - {number}:
                needed[number] |= {run.files[other].source.path for other in changed - {number}}
        return {
            number: result._replace(units=spans.get(result.path, ()), needs=frozenset(needed[number]))
            if number in changed
            else result
            for number, result in results.items()
        }


def _parsed(file: File, packages: Collection[str]) -> Parsed:
    folder = os.path.dirname(file.source.path)
    is_packaged = folder in packages or os.path.exists(os.path.join(folder, "__init__.py"))
    may_change = not file.source.outside and file.kept is None
    return Parsed(file.source.path, file.text, file.source.data, file.looks, is_packaged, may_change)


def fix_source(
    source: str,
    filename: str = "<unknown>",
    config: Config | None = None,
    options: Options = Options(),  # noqa: B008
) -> str:
    """Fix one source text, seen alone. Gives the same text where nothing can be done.

    Raises ``SyntaxError`` where ``source`` is not Python.
    """
    (fixed,) = fix_files([Source(filename, source.encode("utf-8", "surrogatepass"))], config or Config(), options)
    if fixed.failure is not None:
        raise SyntaxError(fixed.failure)
    return fixed.after.decode("utf-8", "surrogatepass")


def _result(file: File, outcome: Outcome, reader: Reader) -> Fixed:
    """What became of a file, for those who asked."""
    source = file.source
    unread = file.notebook.unread if file.notebook is not None else ()
    if outcome.data is None or outcome.data == source.data:
        same = {found: file.shown(found) for found in file.findings}
        left = _left(file, outcome.reasons, outcome.tolerated, {}, same)
        # What nothing is found of, and yet may break: it is said all the same.
        silent = bool(file.findings) or file.kept is not None
        notes = [f"{file.where(one.line)}: {one.cause.own}" for one in outcome.reasons if one.line and not silent]
        return Fixed(source.path, source.data, source.data, left=left, unread=unread, notes=notes, doubtful=bool(notes))
    again = reader.read(source._replace(data=outcome.data))
    if again is None:
        fixed = [_as_it_was(file, found) for found in file.findings]
        return Fixed(
            *(source.path, source.data, outcome.data, fixed, (), None, outcome.notes, unread), is_whole=outcome.is_whole
        )
    if outcome.found is not None:
        again = again._replace(findings=list(outcome.found))
    known = remaining(file.findings, file.text.lines, again.findings, again.text.lines)
    gone = Counter(file.findings) - Counter(known.values())
    stands = untouched(filter(is_by_itself, gone), file.text.text, again.text.text)
    at_places = {(found.code, found[:4]): found for found in again.findings if found not in known}
    for one, found in stands.items():
        # What is around it may change what is said of it.
        known[at_places.get((found.code, found[:4]), found)] = one
    was = {found: _as_it_was(file, one) for found, one in known.items()}
    left = _left(again, [], outcome.tolerated, outcome.partly, was)
    left += [Left(again.shown(found), UNTOUCHED, was[found]) for found in known if found not in again.findings]
    gone -= Counter(stands.keys())
    fixed = [_as_it_was(file, found) for found in gone.elements()]
    return Fixed(
        *(source.path, source.data, outcome.data, fixed, left, None, outcome.notes, unread), is_whole=outcome.is_whole
    )


def _as_it_was(file: File, found: Diagnostic) -> Diagnostic:
    """A finding at its place in the file as it was given: before helpers were put into it."""
    if file.lines:
        height = found.end_line - found.line
        line = file.lines[found.line - 1]
        return found._replace(line=line, end_line=line + height)
    return file.shown(found)


def _left(
    file: File,
    reasons: Sequence[Reason],
    tolerated: frozenset[str],
    partly: Mapping[tuple[str, str], Cause],
    was: Mapping[Diagnostic, Diagnostic],
) -> list[Left]:
    """The findings of a file, each with the cause that is its own, that of its unit, or that of the whole file.

    ``was`` gives what they were in the old text.
    """
    own = {reason.line: reason.cause for reason in reversed(reasons)}
    rest = file.cause_of_others(reasons[0]) if reasons else None
    result = []
    for found in file.findings:
        if found.line in own:
            cause = own[found.line]
        elif (found.code, found.message) in partly:
            cause = partly[found.code, found.message]
        elif found.message in tolerated:
            cause = HARMLESS
        else:
            cause = rest if rest is not None and found.code.startswith(PROMISED) else NO_FIX
        shown = file.shown(found)
        result.append(Left(shown, cause.seen_from(file.source.path, shown.line, shown.cell), was.get(found)))
    return result


__all__ = ["CLIENTS", "LEGACY", "PROMISED", "SMALL", "Options", "Source", "fix_files", "fix_source"]
