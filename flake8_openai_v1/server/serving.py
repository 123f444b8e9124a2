"""The way of each message to the server, and the server's to its streams."""

from __future__ import annotations

import gc
import logging
import os
import sys
import warnings

from lsprotocol import types

from .actions import FIX_ALL, FIX_ALL_NOTEBOOK
from .language import QUICK_FIX, Server


def make() -> Server:
    """Make a server that knows its messages."""
    server = Server()

    @server.feature(types.INITIALIZE)
    def _(ls: Server, params: types.InitializeParams) -> None:
        ls.begin(params)

    @server.feature(types.INITIALIZED)
    def _(ls: Server, params: types.InitializedParams) -> None:
        ls.ready()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.file_changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.file_changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        ls.files_changed()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.closed(params.text_document.uri)

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_OPEN)
    def _(ls: Server, params: types.DidOpenNotebookDocumentParams) -> None:
        ls.notebook_changed(params.notebook_document.uri)

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def _(ls: Server, params: types.DidChangeNotebookDocumentParams) -> None:
        ls.notebook_changed(params.notebook_document.uri)

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def _(ls: Server, params: types.DidCloseNotebookDocumentParams) -> None:
        ls.closed(params.notebook_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        ls.files_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def _(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
        ls.folders_changed()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def _(ls: Server, params: types.HoverParams) -> types.Hover | None:
        return await ls.pointed_at(params)

    kinds = [QUICK_FIX, FIX_ALL, FIX_ALL_NOTEBOOK]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds, resolve_provider=True))
    async def _(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        return await ls.actions(params)

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def _(ls: Server, params: types.CodeAction) -> types.CodeAction:
        return await ls.resolved(params)

    return server


def serve() -> None:
    """Serve over standard input and output until the editor goes."""
    warnings.simplefilter("ignore")  # of what stands in files; threads that each say so would undo each other's
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = make()
    gc.collect()
    gc.freeze()  # what is there by now stays, and need not be looked at again
    gc.set_threshold(50_000, 20, 20)  # an analysis makes many objects, and all of them go with it
    # What is printed by mistake is not to be taken for a message.
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    if sys.stderr is not None:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server.start_io(stdout=output)
