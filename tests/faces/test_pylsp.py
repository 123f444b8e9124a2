"""The plugin in an editor: python-lsp-server with flake8 turned on, driven over stdio."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading

import pytest
from faces.runs import LEGACY, MESSAGE, SCRIPTS


class Editor:
    """As much of an editor as it takes to see diagnostics."""

    def __init__(self, folder):
        words = [sys.executable, "-m", "pylsp"]
        self.process = subprocess.Popen(words, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.messages = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        """Put what the server says into the queue."""
        with contextlib.suppress(ValueError):  # closed
            while header := self.process.stdout.readline():
                length = int(header.split(b":")[1])
                while self.process.stdout.readline().strip():
                    pass
                self.messages.put(json.loads(self.process.stdout.read(length)))

    def send(self, method, params, **more):
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def wait_for(self, wanted):
        """Give the first message that is wanted."""
        while True:
            message = self.messages.get(timeout=60)
            if wanted(message):
                return message

    def close(self):
        self.send("shutdown", None, id=99)
        self.wait_for(lambda message: message.get("id") == 99)
        self.send("exit", None)
        self.process.wait(timeout=60)
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture
def editor(tmp_path):
    editor = Editor(tmp_path)
    try:
        yield editor
        editor.close()
    finally:
        if editor.process.poll() is None:
            editor.process.kill()
            editor.process.wait()


def test_the_finding_arrives(editor, tmp_path):
    plugins = {name: {"enabled": False} for name in ("pyflakes", "pycodestyle", "mccabe", "pylint", "ruff")}
    plugins["flake8"] = {"enabled": True, "executable": str(SCRIPTS / "flake8")}
    editor.send("initialize", {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}}, id=1)
    editor.wait_for(lambda message: message.get("id") == 1)
    editor.send("initialized", {})
    editor.send("workspace/didChangeConfiguration", {"settings": {"pylsp": {"plugins": plugins}}})
    uri = (tmp_path / "unsaved.py").as_uri()
    text = f"{LEGACY}x = '日本'; openai.ChatCompletion.create(model='m')\n"
    document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
    editor.send("textDocument/didOpen", {"textDocument": document})

    def published(message):
        return message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri

    found = editor.wait_for(lambda message: published(message) and message["params"]["diagnostics"])
    findings = [row for row in found["params"]["diagnostics"] if row["code"].startswith("OAI")]
    assert [row["code"] for row in findings] == ["OAI102", "OAI102"]
    assert [row["source"] for row in findings] == ["flake8", "flake8"]
    assert [row["message"] for row in findings] == [MESSAGE, MESSAGE]
    assert [row["range"]["start"] for row in findings] == [
        {"line": 1, "character": 0},
        {"line": 2, "character": 10},
    ]
    assert [row["range"]["end"]["line"] for row in findings] == [
        1,
        2,
    ]  # flake8 knows no ends: pylsp takes the line's

    change = {
        "textDocument": {"uri": uri, "version": 2},
        "contentChanges": [{"text": "import openai\nprint(openai)\n"}],
    }
    editor.send("textDocument/didChange", change)
    editor.wait_for(lambda message: published(message) and not message["params"]["diagnostics"])
