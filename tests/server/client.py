"""An editor as small as can be: it speaks to a server over its standard streams, and keeps what is open."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

from pygls.uris import to_fs_path

SERVER = (sys.executable, "-m", "flake8_openai_v1", "server")
PATIENCE = 60
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
    "textDocument": {"codeAction": {"disabledSupport": True, "dataSupport": True}},
    "notebookDocument": {"synchronization": {}},
}
RESOLVING = {
    **CAPABILITIES,
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "changeAnnotationSupport": {"groupsOnLabel": True}},
    },
    "textDocument": {
        "codeAction": {"disabledSupport": True, "dataSupport": True, "resolveSupport": {"properties": ["edit"]}}
    },
}


class Editor:
    """A client with documents in it."""

    def __init__(self, folder, capabilities=CAPABILITIES, folders=None):
        self.process = subprocess.Popen(
            SERVER, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.changed = threading.Condition()
        self.answers, self.published, self.said, self.errors = {}, {}, [], []
        self.number = 0
        self.texts, self.versions = {}, {}
        self.encoding = "utf-16"
        for work in (self.listen, self.listen_to_errors):
            threading.Thread(target=work, daemon=True).start()
        folders = [folder] if folders is None else folders
        uris = [{"uri": one.as_uri(), "name": one.name} for one in folders]
        first = uris[0]["uri"] if uris else None
        params = {"processId": None, "rootUri": first, "workspaceFolders": uris, "capabilities": capabilities}
        self.capabilities = self.ask("initialize", params)["capabilities"]
        self.encoding = self.capabilities["positionEncoding"]
        self.tell("initialized", {})

    # The wire

    def listen(self):
        with contextlib.suppress(ValueError):  # closed
            while header := self.process.stdout.readline():
                length = int(header.split(b":")[1])
                while self.process.stdout.readline().strip():
                    pass
                self.take(json.loads(self.process.stdout.read(length)))

    def listen_to_errors(self):
        with contextlib.suppress(ValueError):
            for line in self.process.stderr:
                self.errors.append(line.decode())

    def take(self, message):
        with self.changed:
            method = message.get("method")
            if method == "textDocument/publishDiagnostics":
                params = message["params"]
                self.published.setdefault(params["uri"], []).append(
                    (time.perf_counter(), params.get("version"), params["diagnostics"])
                )
            elif method is not None and "id" in message:
                self.send({"id": message["id"], "result": None})
            elif method is not None:
                self.said.append((method, message["params"]))
            else:
                self.answers[message["id"]] = message
            self.changed.notify_all()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def begin(self, method, params):
        """Ask, and do not wait for the answer. Gives its number."""
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        return self.number

    def answer(self, number):
        self.wait(lambda: number in self.answers)
        return self.answers[number]

    def ask(self, method, params):
        answer = self.answer(self.begin(method, params))
        assert "error" not in answer, (answer, self.errors)
        return answer["result"]

    def wait(self, true, patience=PATIENCE):
        with self.changed:
            assert self.changed.wait_for(true, patience), (self.errors, self.said)

    # Documents

    def open(self, path, text=None, language="python"):
        uri = path if isinstance(path, str) else path.as_uri()
        self.texts[uri] = path.read_bytes().decode() if text is None else text
        self.versions[uri] = 1
        item = {"uri": uri, "languageId": language, "version": 1, "text": self.texts[uri]}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri, text):
        self.texts[uri] = text
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def save(self, uri):
        self.tell("textDocument/didSave", {"textDocument": {"uri": uri}})

    def open_notebook(self, path, cells, metadata=None):
        uri = path.as_uri()
        uris = [f"{uri}#cell{number}" for number, _ in enumerate(cells)]
        self.texts.update(zip(uris, cells, strict=True))
        self.versions.update(dict.fromkeys([uri, *uris], 1))
        notebook = {
            "uri": uri,
            "notebookType": "jupyter-notebook",
            "version": 1,
            "metadata": metadata or {},
            "cells": [{"kind": 2, "document": one} for one in uris],
        }
        texts = [{"uri": one, "languageId": "python", "version": 1, "text": self.texts[one]} for one in uris]
        self.tell("notebookDocument/didOpen", {"notebookDocument": notebook, "cellTextDocuments": texts})
        return uri, uris

    def change_cell(self, uri, cell, text):
        self.texts[cell] = text
        self.versions[uri] += 1
        self.versions[cell] += 1
        change = {"document": {"uri": cell, "version": self.versions[cell]}, "changes": [{"text": text}]}
        params = {
            "notebookDocument": {"uri": uri, "version": self.versions[uri]},
            "change": {"cells": {"textContent": [change]}},
        }
        self.tell("notebookDocument/didChange", params)

    def diagnostics(self, uri, wanted=lambda found: True):
        """Wait for diagnostics of a document as it is now that are wanted, and give them."""

        def last():
            now = self.versions[uri]
            shown = reversed(self.published.get(uri, ()))
            return next((found for _, version, found in shown if version == now and wanted(found)), None)

        self.wait(lambda: last() is not None)
        return last()

    def settled(self, uri):
        """The diagnostics of a document when no more come."""
        self.diagnostics(uri)
        while True:
            number = len(self.published[uri])
            time.sleep(0.5)
            if len(self.published[uri]) == number:
                return self.published[uri][-1][2]

    def codes(self, uri):
        return [found["code"] for found in self.settled(uri)]

    # Places and edits

    def offset(self, text, position):
        lines = LINE.findall(text)
        start = sum(map(len, lines[: position["line"]]))
        line = lines[position["line"]].rstrip("\r\n") if position["line"] < len(lines) else ""
        if self.encoding == "utf-32":
            return start + position["character"]
        codec, width = ("utf-16-le", 2) if self.encoding == "utf-16" else ("utf-8", 1)
        return start + len(line.encode(codec)[: position["character"] * width].decode(codec))

    def span(self, text, place):
        return self.offset(text, place["start"]), self.offset(text, place["end"])

    def text_at(self, uri, place):
        start, end = self.span(self.texts[uri], place)
        return self.texts[uri][start:end]

    def at(self, uri, line, character):
        position = {"line": line, "character": character}
        return {"textDocument": {"uri": uri}, "range": {"start": position, "end": position}}

    def actions(self, uri, place=None, only=None, **context):
        if place is None:
            place = {"start": {"line": 0, "character": 0}, "end": {"line": 100_000, "character": 0}}
        context = {"diagnostics": [], **context, **({"only": only} if only else {})}
        return self.ask("textDocument/codeAction", {"textDocument": {"uri": uri}, "range": place, "context": context})

    def action(self, uri, start, place=None, **more):
        """The action whose title begins with some words. What its program is, may have to be found out first."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = [one for one in self.actions(uri, place, **more) if one["title"].startswith(start)]
            if found:
                return found[0]
            time.sleep(0.1)
        raise AssertionError(f"no action {start!r}")

    def apply(self, edit):
        """Make edits, in what is open or on the disk. Gives the addresses of what has changed."""
        changed = {}
        if "documentChanges" in edit:
            for one in edit["documentChanges"]:
                uri, version = one["textDocument"]["uri"], one["textDocument"].get("version")
                assert version == self.versions.get(uri), uri
                changed[uri] = one["edits"]
        else:
            changed = edit["changes"]
        for uri, edits in changed.items():
            before = self.texts.get(uri)
            text = before if before is not None else path_of(uri).read_bytes().decode()
            rows = sorted((*self.span(text, one["range"]), one["newText"]) for one in edits)
            assert all(one[1] <= other[0] for one, other in pairwise(rows)), "they overlap"
            for start, end, new in reversed(rows):
                text = text[:start] + new + text[end:]
            if before is None:
                path_of(uri).write_bytes(text.encode())
            elif "#" in uri:
                self.change_cell(uri.partition("#")[0], uri, text)
            else:
                self.change(uri, text)
        return list(changed)

    def close(self):
        assert self.ask("shutdown", None) is None
        self.tell("exit", None)
        assert (self.process.wait(timeout=PATIENCE), self.errors) == (0, [])
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()
        assert self.errors == []
        assert [said for said in self.said if said[0] == "window/logMessage"] == []


def path_of(uri):
    return Path(to_fs_path(uri))
