"""The messages: what an editor tells and asks, and when something is worked out for it.

A document is looked at by itself as soon as somebody stops typing, and shown; then the files of its program are looked
at together. An edit ends both, and what comes too late is not shown.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Coroutine, Iterable, Iterator
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcContentModified
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path, uri_scheme

from .. import NAME, __version__
from ..fix.planning import Plan
from ..fix.results import Fixed
from ..project.discovery import is_notebook
from ..syntax import shown
from ..syntax.diagnostics import Applicability, Diagnostic, Fix, Scope
from .actions import (
    FIX_ALL,
    FIX_ALL_NOTEBOOK,
    UNSAFE,
    Change,
    Client,
    changes_of,
    reason,
    silenced,
    tally,
    wanted,
    why_left,
    workspace_edit,
)
from .documents import Document, Part
from .folders import Folders, Settled
from .messages import Shown, hover, overlap
from .programs import Going, Programs, is_excluded
from .reading import Findings, Reader, Reading, Whole
from .worker import Worker

SHORTEST, LONGEST = 0.005, 0.2
"""Seconds that are waited for the next edit: a quarter of what it took the last time to look at the document."""
IDLE = 0.15
"""Seconds after which the files of a program are looked at together."""
CALM = 0.25
"""Seconds before an answer is worked out that nobody may want: an editor asks at each move, and takes it back."""
PYTHON = "python"
SCHEMES = ("file", "untitled")
"""Others are those of something that is shown, as an older revision beside the file."""
QUICK_FIX = types.CodeActionKind.QuickFix.value
TITLES = {
    "file": "Migrate this file",
    "file unsafe": "Migrate this file, with unsafe fixes",
    "program": "Migrate this program",
    "program unsafe": "Migrate this program, with unsafe fixes",
}
NOTHING_MORE = "unsafe fixes would change nothing more"
LOOK = "Likely right; look at what changes"
WATCHED = ("**/*.{py,ipynb}", "**/{setup.cfg,tox.ini,.flake8,pyproject.toml}", "**/{.env*,*.env,.flaskenv}")
"""Files that matter where they change on the disk."""


class State:
    """An open document, and what is known of it."""

    def __init__(self, document: Document) -> None:
        """Nothing is known yet."""
        self.document = document
        self.reading: Reading | None = None
        self.whole: Whole | None = None
        self.findings: Findings = {}
        self.took = 0.0
        self.task: asyncio.Task[None] | None = None
        self.version = 0
        """How often it has changed."""
        self.plan: tuple[object, Plan] | None = None
        """What is safe to do about each finding, and when that was worked out."""
        self.fixes: dict[str, tuple[object, list[Fixed]]] = {}
        """What fixes make of it, and when that was worked out."""


class Server(LanguageServer):
    """The language server."""

    def __init__(self) -> None:
        """Nothing is open yet."""
        super().__init__(
            NAME,
            __version__,
            types.TextDocumentSyncKind.Full,
            types.NotebookDocumentSyncOptions(
                [types.NotebookDocumentFilterWithCells(cells=[types.NotebookCellLanguage(PYTHON)], notebook="*")]
            ),
        )
        self._states: dict[str, State] = {}
        self._folders = Folders()
        self._client = Client()
        self._reader, self._programs = Reader(), Programs()
        self._quick, self._slow = Worker(), Worker()
        self._changes = 0
        """How often files have changed on the disk, as far as was told."""
        self._looking: dict[str, asyncio.Task[None]] = {}
        self._said: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def report_server_error(self, error: Exception, source: object) -> None:
        """Put an error of ours into the editor's log. That of a question is in its answer."""
        if source is not FeatureRequestError:
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, shown.text(f"{NAME}: {error}")))

    # What the editor tells

    def begin(self, params: types.InitializeParams) -> None:
        """Note what the editor can do and which folders it has open."""
        self._client = Client.of(params.capabilities, self.workspace.position_encoding)
        self.folders_changed()
        if self._folders.paths and os.path.isdir(self._folders.paths[0]):
            os.chdir(self._folders.paths[0])

    def ready(self) -> None:
        """Ask to be told of files that change on the disk, where the editor does that."""
        workspace = self.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            one = types.Registration(NAME, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self.client_register_capability(types.RegistrationParams([one]))

    def folders_changed(self) -> None:
        """Note which folders are open."""
        uris = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri]
        self._folders.paths = [path.rstrip(os.sep) or os.sep for uri in uris if uri and (path := to_fs_path(uri))]
        self.files_changed()

    def files_changed(self) -> None:
        """Look at all documents again: settings, or files that are not open, may have changed."""
        self._changes += 1
        self._folders.changed()
        for state in self._states.values():
            self._look_at(state)

    def file_changed(self, uri: str) -> None:
        """Take in a file that was opened or has changed."""
        text = self.workspace.text_documents.get(uri) or self.workspace.get_text_document(uri)
        path = to_fs_path(uri) or text.filename or uri
        is_python = text.language_id in (None, "", PYTHON) or path.endswith((".py", ".pyi"))
        if not is_python or uri_scheme(uri) not in SCHEMES:
            return
        if is_notebook(path):  # as Python, by an editor that shows it so
            path += ".py"
        part = Part(uri, text.source, text.version)
        self._take(Document(uri, path, {None: part}, None, text.version))

    def notebook_changed(self, uri: str) -> None:
        """Take in a notebook that was opened or has changed."""
        notebook = self.workspace.get_notebook_document(notebook_uri=uri)
        if notebook is None:
            return
        parts: dict[int | None, Part] = {}
        for cell in notebook.cells:
            text = self.workspace.get_text_document(cell.document)
            if cell.kind == types.NotebookCellKind.Code and text.language_id in (None, "", PYTHON):
                parts[len(parts) + 1] = Part(cell.document, text.source, text.version)
        path = to_fs_path(uri) or uri
        path = path if is_notebook(path) else f"{path}.ipynb"
        metadata: dict[str, Any] = notebook.metadata if isinstance(notebook.metadata, dict) else {}
        self._take(Document(uri, path, parts, metadata, notebook.version))

    def _take(self, document: Document) -> None:
        state = self._states.setdefault(document.uri, State(document))
        gone = {part.uri for part in state.document.parts.values()} - {part.uri for part in document.parts.values()}
        for uri in gone:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        state.document = document
        state.version += 1
        self._look_at(state)

    def closed(self, uri: str) -> None:
        """Forget a document."""
        state = self._states.pop(uri, None)
        if state is None:
            return
        if state.task is not None:
            state.task.cancel()
        self._publish(state, {})
        self._reader.forget(state.document)
        self._look_together(self._folders.base(state.document.path))

    # When what is worked out

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if isinstance(error, Exception):
            self.report_server_error(error, None)

    def _look_at(self, state: State) -> None:
        if state.task is not None:
            state.task.cancel()
        state.task = self._start(self._looked_at(state))

    async def _looked_at(self, state: State) -> None:
        """Look at a document by itself, and then with its program."""
        if state.reading is not None:
            await asyncio.sleep(min(max(state.took / 4, SHORTEST), LONGEST))
        document = state.document
        settled = self._settled(document)
        if is_excluded(settled.config, settled.base)(document.path):
            self._publish(state, {})
            return
        others = state.whole.others if state.whole is not None else ()
        self._stop_looking(settled.base)  # at a text that was; and two threads take one processor's time
        changes = self._changes
        began = time.monotonic()
        state.reading = await self._quick.do(lambda going: self._reader.read(document, settled.config, others, changes))
        state.took = time.monotonic() - began
        self._publish(state, state.reading.with_whole(state.whole))
        self._look_together(settled.base)

    def _settled(self, document: Document) -> Settled:
        settled = self._folders.settled(document.path)
        if settled.problem is not None and settled.problem not in self._said:
            self._said.add(settled.problem)
            self._say(settled.problem, types.MessageType.Warning)
        return settled

    def _stop_looking(self, base: str) -> None:
        if base in self._looking:
            self._looking[base].cancel()

    def _look_together(self, base: str) -> None:
        self._stop_looking(base)
        self._looking[base] = self._start(self._looked_at_together(base))

    async def _looked_at_together(self, base: str) -> None:
        """Look at the files of the programs that the documents of a folder belong to."""
        await asyncio.sleep(IDLE)
        states = [
            state
            for state in self._states.values()
            if os.path.isabs(state.document.path) and self._folders.base(state.document.path) == base
        ]
        readings = [state.reading for state in states if state.reading is not None]
        if not readings:
            return
        config = self._folders.settled(readings[0].document.path).config
        excluded = is_excluded(config, base)
        readings = [reading for reading in readings if not excluded(reading.document.path)]
        wholes = await self._slow.do(lambda going: self._programs.look(readings, base, config, self._changes, going))
        known = {reading.document.uri: whole for reading, whole in zip(readings, wholes, strict=True)}
        for state in states:
            whole = known.get(state.document.uri)
            if whole is None or state.reading is None:
                continue
            state.whole = whole
            if state.task is None or state.task.done():
                self._publish(state, state.reading.with_whole(whole), again=False)

    def _publish(self, state: State, findings: Findings, *, again: bool = True) -> None:
        """Show what is found in a document; where ``again`` is False, only what is new."""
        before, state.findings = state.findings, findings
        document = state.document
        for part in document.parts.values():
            if not again and before.get(part.uri) == findings.get(part.uri):
                continue
            shown = Shown(part.text, self._client.units)
            diagnostics = [shown.diagnostic(found) for found in findings.get(part.uri, ())]
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(part.uri, diagnostics, part.version))

    def _say(self, text: str, kind: types.MessageType = types.MessageType.Info) -> None:
        self.window_show_message(types.ShowMessageParams(kind, shown.text(f"{NAME}: {text}")))

    # What the editor asks

    async def _part(self, uri: str) -> tuple[State, int | None] | None:
        """The document that an address is of, once it was looked at as it is now, and which part of it."""
        while True:
            place = self._place(uri)
            if place is None or place[0].task is None or place[0].task.done():
                return place
            await asyncio.wait([place[0].task])

    def _place(self, uri: str) -> tuple[State, int | None] | None:
        for state in self._states.values():
            for number, part in state.document.parts.items():
                if part.uri == uri:
                    return state, number
        return None

    def _found(self, state: State, number: int | None, where: types.Range) -> list[tuple[Diagnostic, types.Diagnostic]]:
        part = state.document.parts[number]
        shown = Shown(part.text, self._client.units)
        found = state.findings.get(part.uri, ())
        return [(one, shown.diagnostic(one)) for one in found if overlap(shown.range(one), where)]

    async def pointed_at(self, params: types.HoverParams) -> types.Hover | None:
        """Say what there is to say of a place."""
        place = await self._part(params.text_document.uri)
        if place is None:
            return None
        found = self._found(*place, types.Range(params.position, params.position))
        if not found:
            return None
        state, _ = place
        base, results = self._folders.base(state.document.path), await self._fixes(state, "file")
        texts = dict.fromkeys(hover(one, why_left(one, results, base)) for one, _ in found)
        content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(texts))
        return types.Hover(content, found[0][1].range)

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Say what can be done at a place."""
        place = await self._part(params.text_document.uri)
        if place is None:
            return []
        state, number = place
        only = params.context.only
        result: list[types.CodeAction] = []
        kinds = (FIX_ALL,) if number is None else (FIX_ALL, FIX_ALL_NOTEBOOK)
        for kind in kinds if any(state.findings.values()) else ():
            if wanted(kind, only):
                edit = self._edit(changes_of(await self._fixes(state, "file")))
                if edit is not None:
                    result.append(types.CodeAction("Migrate what is safe", kind, edit=edit))
        found = self._found(state, number, params.range)
        if found and wanted(QUICK_FIX, only):
            if params.context.trigger_kind == types.CodeActionTriggerKind.Automatic:
                await asyncio.sleep(CALM)
            result += await self._units(state, found)
            result += await self._offers(state, [diagnostic for _, diagnostic in found])
            result += self._comments(state, found)
        return result

    async def _units(self, state: State, found: list[tuple[Diagnostic, types.Diagnostic]]) -> list[types.CodeAction]:
        """What may be done to the calls that findings are about, each by itself."""
        document, plan = state.document, await self._plan(state)
        about: dict[Fix, list[types.Diagnostic]] = {}
        for one, diagnostic in found:
            fix = plan.of(document.path, one)
            if fix is not None and fix.scope is Scope.CALL and fix.applicability is Applicability.SAFE:
                about.setdefault(fix, []).append(diagnostic)
        result: list[types.CodeAction] = []
        for fix, diagnostics in about.items():
            change = Change(document.path, document.data, document.after(plan.whole(fix)))
            edit = self._edit([change])
            result.append(types.CodeAction(fix.title, QUICK_FIX, diagnostics, edit=edit))
        return result

    async def _plan(self, state: State) -> Plan:
        """What is safe to do about each finding of a document; worked out once for what is open."""
        document, config = state.document, self._settled(state.document).config
        others = [other.document for other in self._states.values()]
        if state.plan is None or state.plan[0] != self._now():
            now = self._now()
            plan = await self._slow.do(lambda going: self._programs.plan(document, others, config, going))
            if self._now() != now:
                raise JsonRpcContentModified
            state.plan = now, plan
        return state.plan[1]

    async def _offers(self, state: State, diagnostics: list[types.Diagnostic]) -> list[types.CodeAction]:
        """What may be done to a document as a whole, and to its program."""
        result = []
        is_alone = state.whole is None or not state.whole.others
        for scope in ("file",) if is_alone else ("file", "program"):
            for what in (scope, f"{scope} {UNSAFE}"):
                data = {"uri": state.document.uri, "what": what}
                action = types.CodeAction(TITLES[what], QUICK_FIX, diagnostics, data=data)
                if what == "file" or not self._client.resolves:
                    await self._work_out(state, action, what)
                elif what == f"file {UNSAFE}" and not any(one.left for one in await self._fixes(state, "file")):
                    continue
                if action.data is not None or action.edit is not None or action.disabled is not None:
                    result.append(action)
        return result

    async def resolved(self, action: types.CodeAction) -> types.CodeAction:
        """Work out an action that somebody has chosen."""
        data: dict[str, Any] = action.data if isinstance(action.data, dict) else {}
        state = self._states.get(data.get("uri", ""))
        if state is not None and data.get("what") in TITLES:
            await self._work_out(state, action, data["what"])
            if action.edit is None:
                self._say(action.disabled.reason if action.disabled else NOTHING_MORE)
                action.disabled = None
        return action

    async def _work_out(self, state: State, action: types.CodeAction, what: str) -> None:
        """Give an action its edit, or the reason why it has none."""
        action.data = None
        results = await self._fixes(state, what)
        is_unsafe = what.endswith(UNSAFE)
        if is_unsafe:
            safe = await self._fixes(state, what.removesuffix(f" {UNSAFE}"))
            if changes_of(safe) == changes_of(results):
                return
        action.edit = self._edit(changes_of(results), LOOK if is_unsafe else None)
        if action.edit is not None:
            action.title = f"{action.title} ({tally(results)})"
            action.is_preferred = what == "file" or None
        elif self._client.shows_disabled or what.startswith("program"):
            action.disabled = types.CodeActionDisabled(reason(results, self._folders.base(state.document.path)))

    async def _fixes(self, state: State, what: str) -> list[Fixed]:
        """What `fix` makes of a document, or of its program; worked out once for what is open.

        Raises JsonRpcContentModified where somebody typed meanwhile.
        """
        now = self._now()
        known = state.fixes.get(what)
        if known is not None and known[0] == now:
            return known[1]
        document = state.document
        others = [other.document for other in self._states.values()]
        settled = self._settled(document)
        scope, _, unsafe = what.partition(" ")
        base, config, programs = settled.base, settled.config, self._programs

        def work(going: Going) -> list[Fixed]:
            if scope == "program":
                return programs.migrated(document, others, base, config, bool(unsafe), going)
            return programs.fixed(document, others, config, bool(unsafe), going)

        results = await self._slow.do(work)
        if self._now() != now:
            raise JsonRpcContentModified
        state.fixes[what] = (now, results)
        return results

    def _now(self) -> object:
        """What fixes depend on: it is another one where something has changed."""
        return self._changes, [(uri, state.version) for uri, state in self._states.items()]

    def _edit(self, changes: Iterable[Change], unsure: str | None = None) -> types.WorkspaceEdit | None:
        opened = {state.document.path: state.document for state in self._states.values()}
        return workspace_edit(changes, opened, self._client, unsure)

    def _comments(
        self, state: State, found: Iterable[tuple[Diagnostic, types.Diagnostic]]
    ) -> Iterator[types.CodeAction]:
        """Yield the actions that silence findings where they are."""
        seen = set()
        opened = {state.document.path: state.document}
        for one, diagnostic in found:
            if (one.code, one.line) in seen:
                continue
            seen.add((one.code, one.line))
            change = silenced(state.document, one)
            edit = workspace_edit([change], opened, self._client) if change is not None else None
            if edit is not None:
                yield types.CodeAction(f"Ignore {one.code} here (noqa)", QUICK_FIX, [diagnostic], edit=edit)
