"""What can be done about findings: fixes as edits of what is open and of what is not, and comments that silence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.uris import from_fs_path

from .. import NAME
from ..fix.causes import UNSAFE as BY_OPTION
from ..fix.results import Fixed
from ..lint.add_noqa import add_noqa
from ..project.discovery import is_notebook
from ..report.talk import count
from ..syntax import shown
from ..syntax.diagnostics import Diagnostic
from ..syntax.differences import edits
from ..syntax.source import SourceError
from .documents import Document, decoded
from .positions import Places, Units

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{NAME}"
"""What an editor asks for that fixes when it saves."""
FIX_ALL_NOTEBOOK = f"notebook.{FIX_ALL}"
"""The same, of one that saves a notebook."""

UNSAFE = "unsafe"
"""The name of the annotation of edits that a person should look at."""


class Client(NamedTuple):
    """What an editor can do."""

    units: Units = Units.UTF16
    resolves: bool = False
    """Does it ask for the edit of an action when that is chosen?"""
    knows_versions: bool = False
    """Does it take edits of documents of a version?"""
    confirms: bool = False
    """Does it ask a person before it makes edits that are marked?"""
    shows_disabled: bool = False
    """Does it show actions that cannot be taken, with the reason?"""

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities, encoding: object) -> Client:
        """What an editor says of itself, and the encoding that was agreed on."""
        action = capabilities.text_document and capabilities.text_document.code_action
        edit = capabilities.workspace and capabilities.workspace.workspace_edit
        versions = bool(edit and edit.document_changes)
        resolving = action.resolve_support if action else None
        return cls(
            Units(str(getattr(encoding, "value", encoding))),
            bool(action and action.data_support and resolving and "edit" in resolving.properties),
            versions,
            bool(versions and edit and edit.change_annotation_support),
            bool(action and action.disabled_support),
        )


def wanted(kind: str, only: Sequence[Any] | None) -> bool:
    """True if an editor that asks for some kinds of actions wants one: a kind is meant with all below it."""
    if only is None:
        return not kind.startswith(types.CodeActionKind.Source.value)
    kinds = [str(getattr(one, "value", one)) for one in only]
    return any(not one or kind == one or kind.startswith(f"{one}.") for one in kinds)


# Changes of files


class Change(NamedTuple):
    """A file before and after."""

    path: str
    before: bytes
    after: bytes


def workspace_edit(
    changes: Iterable[Change], opened: Mapping[str, Document], client: Client, unsure: str | None = None
) -> types.WorkspaceEdit | None:
    """Changes of files as edits; None where there are none. ``unsure`` is why a person should look at them."""
    each = [edit for change in changes for edit in _edits(change, opened.get(change.path), client.units)]
    if not each:
        return None
    if not client.knows_versions:
        return types.WorkspaceEdit(changes={document.uri: made for document, made in each})
    if unsure is None or not client.confirms:
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, made) for document, made in each])
    marked = [
        types.TextDocumentEdit(document, [types.AnnotatedTextEdit(UNSAFE, one.range, one.new_text) for one in made])
        for document, made in each
    ]
    annotation = types.ChangeAnnotation("Unsafe fixes", needs_confirmation=True, description=unsure)
    return types.WorkspaceEdit(document_changes=marked, change_annotations={UNSAFE: annotation})


def _edits(
    change: Change, document: Document | None, units: Units
) -> Iterator[tuple[types.OptionalVersionedTextDocumentIdentifier, list[types.TextEdit]]]:
    """Yield the edits of a file, or of each cell of a notebook that is open."""
    if document is None:
        uri = from_fs_path(change.path) or change.path
        texts = [(uri, None, *map(_text_of(change.path), (change.before, change.after)))]
    else:
        before, after = document.texts_of(change.before), document.texts_of(change.after)
        texts = [(part.uri, part.version, before[number], after[number]) for number, part in document.parts.items()]
    for uri, version, old, new in texts:
        made = text_edits(old, new, units)
        if made:
            yield types.OptionalVersionedTextDocumentIdentifier(uri, version), made


def _text_of(path: str) -> Any:
    return bytes.decode if is_notebook(path) else decoded


def text_edits(before: str, after: str, units: Units) -> list[types.TextEdit]:
    """The smallest edits that make one text of another."""
    places = Places(before, units)
    return [
        types.TextEdit(
            types.Range(types.Position(*places.place(edit.start)), types.Position(*places.place(edit.end))), edit.text
        )
        for edit in edits(before, after)
    ]


# Fixes


def changes_of(results: Iterable[Fixed]) -> list[Change]:
    """The files that fixes change."""
    return [
        Change(one.path, one.before, one.after) for one in results if one.failure is None and one.after != one.before
    ]


def tally(results: Sequence[Fixed]) -> str:
    """How much fixes do, and how much they leave."""
    fixed = sum(len(one.fixed) for one in results)
    left = sum(len(one.left) for one in results)
    return f"{count(fixed, 'finding')} fixed, {left:,} left" if left else f"{count(fixed, 'finding')} fixed"


def reason(results: Iterable[Fixed], base: str) -> str:
    """Why fixes change nothing, one line."""
    for one in results:
        for text in (one.failure, *(left.reason for left in one.left), *one.notes):
            if text:
                return _told(text, base)
    return "nothing is found that can be fixed"


def why_left(found: Diagnostic, results: Iterable[Fixed], base: str) -> str | None:
    """Why fixes leave a finding, one line; None where they do not."""
    known = (left for one in results for left in one.left)
    what = found.code, found.message
    return next((_told(left.reason, base) for left in known if (left.finding.code, left.finding.message) == what), None)


def _told(text: str, base: str) -> str:
    """A reason for a person, who is in a folder and has no command line."""
    return shown.text(text.replace(os.path.join(base, ""), "").replace(BY_OPTION, "; an unsafe fix does it"))


# Comments


def silenced(document: Document, found: Diagnostic) -> Change | None:
    """A document with a comment that silences a finding; None where there can be none."""
    data = document.data
    try:
        after, refused = add_noqa(document.path, data, [found])
    except (SourceError, ValueError, LookupError):
        return None
    return Change(document.path, data, after) if not refused and after != data else None
