"""The language server, asked by a client over its standard streams."""

from __future__ import annotations

import json
import re
import sys
import time
from importlib.metadata import requires

import pytest
from documents import ROOT
from faces.runs import LEGACY, program, write
from server.client import CAPABILITIES, RESOLVING

from flake8_openai_v1.lint.linter import lint_source

EXAMPLE = ROOT / "examples" / "before.py"
FIX_ALL = "source.fixAll.flake8-openai-v1"
GENEROUS = 5
"""Seconds, on a machine that others use. The figure is in benchmarks/README.md."""


def fixed(folder, *arguments):
    """What the command makes of files, without writing."""
    done = program("flake8-openai-v1", "fix", *arguments, cwd=folder)
    assert done.returncode in (0, 1), done.stderr


def found(folder, path):
    """The codes of what the command finds in a file, looking at its folder."""
    done = program("flake8-openai-v1", "check", ".", "--output-format", "json", cwd=folder)
    return [one["code"] for one in json.loads(done.stdout)["findings"] if one["path"] == f"./{path}"]


# Findings


def test_the_example_is_diagnosed(editor, tmp_path):
    path = tmp_path / "before.py"
    path.write_bytes(EXAMPLE.read_bytes())
    began = time.perf_counter()
    uri = editor.open(path)
    shown = editor.diagnostics(uri)
    assert editor.published[uri][0][0] - began < GENEROUS
    assert [one["code"] for one in shown] == found(tmp_path, "before.py")
    assert editor.settled(uri) == shown
    assert len(editor.published[uri]) == 1
    setting, call, *_ = shown
    assert setting == {
        "range": {"start": {"line": 6, "character": 0}, "end": {"line": 6, "character": 15}},
        "severity": 1,
        "code": "OAI105",
        "codeDescription": {"href": "https://flake8-openai-v1.readthedocs.io/en/latest/rules/OAI105/"},
        "source": "flake8-openai-v1",
        "message": setting["message"],
    }
    assert editor.text_at(uri, call["range"]) == "openai.ChatCompletion.create"


def test_severity_and_tag(editor, tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-openai-v1]\nextend-select = ["OAI902"]\n')
    text = (
        "import os\nfrom openai import OpenAI, AzureOpenAI\n"
        "OpenAI().chat.completions.create(model='gpt-4-32k', messages=[])\n"
        "client = AzureOpenAI(api_version='2024-10-21', azure_endpoint=os.environ['A'], api_key=os.environ['K'])\n"
        "client.chat.completions.create(model='d', messages=[])['choices']\n"
    )
    uri = editor.open(write(tmp_path, {"a.py": text}) / "a.py")
    rows = {one["code"]: (one["severity"], one.get("tags")) for one in editor.diagnostics(uri)}
    assert rows == {"OAI502": (2, [2]), "OAI902": (4, [2]), "OAI112": (1, None)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_columns(editors, tmp_path, encoding):
    editor = editors(tmp_path, {**CAPABILITIES, "general": {"positionEncodings": [encoding]}})
    assert editor.encoding == encoding
    text = (
        "import openai; x = '🦜🦜é日'; openai.api_base = '🦜'\n"
        "r = openai.ChatCompletion.create(model='日', messages=[{'role': 'user', 'content': '🦜é'}])\n"
        "print('é🦜', r['choices'][0]['text'], '🦜')\n"
    )
    path = write(tmp_path, {"a.py": text}) / "a.py"
    uri = editor.open(path)
    marked = [editor.text_at(uri, one["range"]) for one in editor.diagnostics(uri)]
    assert marked[0] == "openai.api_base"
    assert marked[1].startswith("openai.ChatCompletion.create(")
    assert marked[2] == "r['choices'][0]['text']"
    editor.apply(editor.action(uri, "Migrate this file")["edit"])
    fixed(tmp_path, "a.py")
    assert editor.texts[uri] == path.read_bytes().decode() != text


@pytest.mark.parametrize(
    "text",
    [
        LEGACY.replace("\n", "\r\n"),
        LEGACY.replace("\n", "\r"),
        "x = 1\f\n\f\n" + LEGACY,
        "x = 'a\u2028b\x0b\x85'\n" + LEGACY,
        "# coding: latin-1\nx = 'é'\n" + LEGACY,
        "# coding: cp1252\nx = '€'\n" + LEGACY.rstrip("\n"),
        "\ufeffimport openai; openai.ChatCompletion.create(model='m', messages=[])\n",
        LEGACY + "x = '''\r\n\r\n\n'''\r\n",
        "",
    ],
    ids=["crlf", "cr", "form feeds", "separators", "latin-1", "cp1252", "mark", "mixed", "empty"],
)
def test_texts(editor, tmp_path, text):
    encoding = {"# coding: l": "latin-1", "# coding: c": "cp1252"}.get(text[:11], "utf-8")
    path = tmp_path / "a.py"
    path.write_bytes(text.encode(encoding))
    uri = editor.open(path, text)
    for one in editor.diagnostics(uri):
        assert editor.text_at(uri, one["range"]).startswith("openai.ChatCompletion.create")
    for action in editor.actions(uri, only=[FIX_ALL]):
        editor.apply(action["edit"])
    fixed(tmp_path, "a.py")
    assert editor.texts[uri].encode(encoding) == path.read_bytes()
    assert ("ChatCompletion" in editor.texts[uri], editor.diagnostics(uri)) == (False, [])


def test_edits_are_small(editor, tmp_path):
    path = tmp_path / "before.py"
    path.write_bytes(EXAMPLE.read_bytes())
    uri = editor.open(path)
    editor.diagnostics(uri)
    (action,) = editor.actions(uri, only=["source.fixAll"])
    assert (action["kind"], action["title"]) == (FIX_ALL, "Migrate what is safe")
    (change,) = action["edit"]["documentChanges"]
    assert all(one["range"]["start"]["line"] == one["range"]["end"]["line"] for one in change["edits"])
    assert {editor.text_at(uri, one["range"]) for one in change["edits"]} >= {"ChatCompletion", "request_timeout"}
    editor.apply(action["edit"])
    fixed(tmp_path, "before.py")
    assert editor.texts[uri] == path.read_text()
    assert editor.actions(uri, only=["source.fixAll"]) == []


def test_what_was_just_typed_is_fixed(editor, tmp_path):
    uri = editor.open(tmp_path / "a.py", "import openai\n")
    editor.diagnostics(uri)
    editor.change(uri, LEGACY)
    (action,) = editor.actions(uri, only=[FIX_ALL])
    editor.apply(action["edit"])
    assert editor.actions(uri) == editor.actions(uri, only=[FIX_ALL]) == []


def test_hover(editor, tmp_path):
    uri = editor.open(write(tmp_path, {"a.py": LEGACY}) / "a.py")
    editor.diagnostics(uri)
    place = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 9}}
    text = editor.ask("textDocument/hover", place)["contents"]["value"]
    assert text.startswith("**OAI102 removed-call**\n\nopenai.ChatCompletion.create was removed")
    before, after = text.split("\n\nBefore:\n\n")[1].split("\n\nAfter:\n\n")
    assert "openai.ChatCompletion.create(" in before
    assert "client.chat.completions.create(" in after
    assert text.endswith("/rules/OAI102/)")
    place["position"] = {"line": 0, "character": 0}
    assert editor.ask("textDocument/hover", place) is None


# While somebody types

CHAT = EXAMPLE.read_text()
BROKEN = {
    "a bracket": "x = foo(",
    "a text": "x = 'abc",
    "a long text": "x = '''abc",
    "a name": "x = 1 +",
    "an import": "from os import",
    "a block": "if x:",
    "a try": "try:\n    x = 1",
    "a def": "def f(a,",
    "a decorator": "@",
    "an f-string": "print(f'{x')",
    "a closing bracket": "x = 1)",
    "two": "x = (\n\ny = [",
    "statement of Python 2": "print 'x'",
}


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("at", [0, 5, 8, 24])
def test_a_broken_line_elsewhere_keeps_the_findings(shared, new_file, line, at):
    uri = new_file(CHAT)
    before = [(one["code"], shared.text_at(uri, one["range"])) for one in shared.diagnostics(uri)]
    assert len(before) == 6
    lines = CHAT.splitlines(keepends=True)
    shared.change(uri, "".join([*lines[:at], line + "\n", *lines[at:]]))
    assert [(one["code"], shared.text_at(uri, one["range"])) for one in shared.diagnostics(uri)] == before


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN)
def test_what_can_be_read_of_a_file_that_is_opened_broken(shared, new_file, line):
    lines = CHAT.splitlines(keepends=True)
    uri = new_file("".join([*lines[:5], line + "\n", *lines[5:]]))
    whole = [one.code for one in lint_source(CHAT)]
    assert [one["code"] for one in shared.diagnostics(uri)] == whole


def test_nothing_flickers(editor, tmp_path):
    text = "import openai\n\n\ndef ask(q):\n    r = openai.ChatCompletion.create(model='m', messages=q)\n    "
    typed = "print(r['choices'][0]['message']['content'], f'{q!r} x', [a for a in (1, 2)], {'a': 'b'}, \"c\")"
    uri = editor.open(write(tmp_path, {"a.py": text + "\n"}) / "a.py")
    editor.diagnostics(uri)
    for number in range(1, len(typed) + 1):
        editor.change(uri, f"{text}{typed[:number]}\n")
        shown = editor.diagnostics(uri)
        assert (shown[0]["code"], editor.text_at(uri, shown[0]["range"])[:28]) == (
            "OAI102",
            "openai.ChatCompletion.create",
        ), typed[:number]
    assert [one["code"] for one in shown] == ["OAI102", "OAI112"]
    changed = text.replace("import openai", "import openai as") + typed
    editor.change(uri, changed)
    assert [one["code"] for one in editor.diagnostics(uri)] == ["OAI102", "OAI112"]
    editor.change(uri, changed.replace("ChatCompletion.create", "Chat("))
    assert [one["code"] for one in editor.diagnostics(uri)] == ["OAI112"]


def test_much_that_is_pasted_is_read_though_a_line_is_broken(editor, tmp_path):
    uri = editor.open(write(tmp_path, {"a.py": "import openai\n"}) / "a.py")
    editor.diagnostics(uri)
    pasted = "import openai\nx = (\n" + LEGACY * 3 + "y = 1\n"
    editor.change(uri, pasted)
    assert [one["code"] for one in editor.diagnostics(uri)] == ["OAI102"] * 3


# Actions


def test_ignore_here(editor, tmp_path):
    path = write(tmp_path, {"a.py": LEGACY}) / "a.py"
    uri = editor.open(path)
    (shown,) = editor.diagnostics(uri)
    action = editor.action(uri, "Ignore OAI102 here (noqa)", shown["range"])
    assert (action["kind"], action["diagnostics"]) == ("quickfix", [shown])
    editor.apply(action["edit"])
    assert editor.diagnostics(uri) == []
    program("flake8-openai-v1", "check", "--add-noqa", "a.py", cwd=tmp_path)
    assert editor.texts[uri] == path.read_text()


def test_kinds_that_are_asked_for(editor, tmp_path):
    uri = editor.open(write(tmp_path, {"a.py": LEGACY}) / "a.py")
    (shown,) = editor.diagnostics(uri)

    def kinds(*only):
        return {one["kind"] for one in editor.actions(uri, shown["range"], only=list(only))}

    assert kinds("quickfix") == {"quickfix"}
    assert kinds("source") == kinds("source.fixAll") == kinds(FIX_ALL) == {FIX_ALL}
    assert kinds("source.organizeImports") == kinds("refactor") == kinds("source.fixAll.ruff") == set()
    assert kinds("") == {"quickfix", FIX_ALL}
    assert {one["kind"] for one in editor.actions(uri, shown["range"])} == {"quickfix"}
    nowhere = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    assert editor.actions(uri, nowhere) == []


UNSURE = (
    "import os\nfrom azure.ai.inference import ChatCompletionsClient\n"
    "from azure.core.credentials import AzureKeyCredential\n"
    "key = AzureKeyCredential(os.environ['KEY'])\n"
    "client = ChatCompletionsClient(endpoint='https://x.services.ai.azure.com/models', credential=key)\n"
    "print(client.complete(messages=[{'role': 'user', 'content': 'x'}], model='gpt-4o').choices[0].message.content)\n"
)
"""The address changes with the package."""


def test_what_a_person_should_look_at_is_marked(editors, tmp_path):
    editor = editors(tmp_path, RESOLVING)
    path = write(tmp_path, {"a.py": UNSURE}) / "a.py"
    uri = editor.open(path)
    editor.diagnostics(uri)
    assert editor.actions(uri, only=[FIX_ALL]) == []
    place = {"textDocument": {"uri": uri}, "position": {"line": 4, "character": 12}}
    assert "; an unsafe fix does it\n" in editor.ask("textDocument/hover", place)["contents"]["value"]
    action = editor.action(uri, "Migrate this file, with unsafe fixes")
    assert "edit" not in action
    edit = editor.ask("codeAction/resolve", action)["edit"]
    assert edit["changeAnnotations"]["unsafe"]["needsConfirmation"] is True
    assert {one["annotationId"] for change in edit["documentChanges"] for one in change["edits"]} == {"unsafe"}
    editor.apply(edit)
    fixed(tmp_path, "a.py", "--unsafe-fixes")
    assert editor.texts[uri] == path.read_text() != UNSURE


def test_why_nothing_can_be_done(editor, tmp_path):
    text = "import openai\nr = openai.Customer.create(x=1)\n"
    uri = editor.open(write(tmp_path, {"a.py": text}) / "a.py")
    editor.diagnostics(uri)
    action = editor.action(uri, "Migrate this file")
    assert "edit" not in action
    reason = action["disabled"]["reason"]
    assert len(reason) > 10
    place = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 9}}
    assert f"\n\nNo safe fix: {reason}\n\nBefore:" in editor.ask("textDocument/hover", place)["contents"]["value"]


def test_an_editor_that_knows_no_versions(editors, tmp_path):
    editor = editors(tmp_path, {})
    path = write(tmp_path, {"a.py": LEGACY}) / "a.py"
    uri = editor.open(path)
    editor.diagnostics(uri)
    edit = editor.action(uri, "Migrate this file")["edit"]
    assert list(edit) == ["changes"]
    editor.apply(edit)
    fixed(tmp_path, "a.py")
    assert editor.texts[uri] == path.read_text()


CALLS = """import openai
openai.api_base = "https://gateway.corp.example/v1"


def chat(q):
    r = openai.ChatCompletion.create(model="m", messages=q)
    print(r["usage"]["total_tokens"])
    return r["choices"][0]["message"]["content"]


def complete(q):
    try:
        r = openai.Completion.create(model="m", prompt=q, request_timeout=3)
    except openai.error.APIError as e:
        return e.http_status
    return r["choices"][0]["text"]


for part in openai.ChatCompletion.create(model="m", messages=[], stream=True):
    print(part["choices"][0]["delta"].get("content", ""))
"""


def test_each_call_is_migrated_by_itself(editor, tmp_path):
    path = write(tmp_path, {"a.py": CALLS}) / "a.py"
    uri = editor.open(path)
    editor.diagnostics(uri)
    calls = [one["title"] for one in editor.actions(uri) if "this call" in one["title"]]
    assert sorted(calls) == ["Migrate this call and its 2 reads", *["Migrate this call and its read"] * 2]
    titles = {}
    for one in editor.diagnostics(uri):
        actions = [action["title"] for action in editor.actions(uri, one["range"])]
        titles[one["range"]["start"]["line"] + 1] = actions[0]
    assert titles == {
        2: "Migrate this file (11 findings fixed)",
        6: "Migrate this call and its 2 reads",
        7: "Migrate this call and its 2 reads",
        8: "Migrate this call and its 2 reads",
        13: "Migrate this call and its read",
        14: "Migrate this file (11 findings fixed)",
        15: "Migrate this file (11 findings fixed)",
        16: "Migrate this call and its read",
        19: "Migrate this call and its read",
        20: "Migrate this call and its read",
    }
    fixed(tmp_path, "a.py", "--client", "module")
    whole = path.read_text()
    calls = ['ChatCompletion.create(model="m", messages=q', 'Completion.create(model="m", prompt', "stream=True"]
    for number, call in enumerate(calls):
        line = next(number for number, line in enumerate(editor.texts[uri].splitlines()) if call in line)
        start = "Migrate this call" if number < 2 else "Migrate this file"
        editor.apply(editor.action(uri, start, editor.at(uri, line, 30)["range"])["edit"])
        shown = editor.diagnostics(uri)
        assert len(shown) == (5, 2, 0)[number]
        assert [editor.text_at(uri, one["range"])[:22] for one in shown if one["code"] == "OAI102"] == (
            ["openai.Completion.crea", "openai.ChatCompletion."][number:] if number < 2 else []
        )
    assert editor.texts[uri] == whole


@pytest.mark.parametrize(
    "text",
    [
        LEGACY,
        "from openai import ChatCompletion\nChatCompletion.create(model='m')\nChatCompletion.create(model='n')\n",
        "import openai\nr = openai.Image.create(n=1)\nif r:\n    r = openai.Image.create(n=2)\nprint(r['created'])\n",
    ],
    ids=["one call", "an import that goes", "one response"],
)
def test_what_cannot_be_migrated_by_itself(editor, tmp_path, text):
    uri = editor.open(write(tmp_path, {"a.py": text}) / "a.py")
    for one in editor.diagnostics(uri):
        assert editor.actions(uri, one["range"])[0]["title"].startswith("Migrate this file")


# Several files

PROGRAM = {
    "config.py": 'import openai\nopenai.api_base = "https://gateway.corp.example/v1"\n',
    "bot.py": "import openai\nimport config\n\n\ndef ask(q):\n"
    "    return openai.ChatCompletion.create(model='m', messages=[{'role': 'user', 'content': q}])\n",
    "main.py": "from bot import ask\n\nprint(ask('x')['choices'][0]['message']['content'])\n",
}


def test_findings_that_other_files_tell(editor, tmp_path):
    write(tmp_path, PROGRAM)
    uri = editor.open(tmp_path / "main.py")
    bot = editor.open(tmp_path / "bot.py")
    editor.diagnostics(bot)
    shown = editor.diagnostics(uri, bool)
    assert [one["code"] for one in shown] == found(tmp_path, "main.py") == ["OAI112"]
    for broken in ("\nx = (", "\n\n"):
        editor.change(uri, PROGRAM["main.py"] + broken)
        assert [one["code"] for one in editor.diagnostics(uri)] == ["OAI112"]
    editor.change(bot, PROGRAM["bot.py"].replace("return openai.ChatCompletion.create(", "return print("))
    editor.diagnostics(uri, lambda shown: not shown)


def test_a_program_is_migrated(editors, tmp_path):
    editor = editors(tmp_path, RESOLVING)
    write(tmp_path, PROGRAM)
    bot = editor.open(tmp_path / "bot.py")
    editor.diagnostics(bot)
    assert "edit" not in editor.action(bot, "Migrate this program")
    edit = editor.ask("codeAction/resolve", editor.action(bot, "Migrate this program"))["edit"]
    changed = editor.apply(edit)
    assert sorted(changed) == [(tmp_path / name).as_uri() for name in ("bot.py", "config.py", "main.py")]
    other = write(tmp_path / "other", PROGRAM)
    fixed(other, ".")
    for name in PROGRAM:
        now = editor.texts[bot] if name == "bot.py" else (tmp_path / name).read_text()
        assert now == (other / name).read_text() != PROGRAM[name]


def test_a_program_is_migrated_from_a_file_that_does_not_name_openai(editor, tmp_path):
    write(tmp_path, PROGRAM)
    bot, main = editor.open(tmp_path / "bot.py"), editor.open(tmp_path / "main.py")
    editor.diagnostics(bot)
    editor.diagnostics(main, bool)
    changed = editor.apply(editor.action(main, "Migrate this program")["edit"])
    assert sorted(changed) == [(tmp_path / name).as_uri() for name in ("bot.py", "config.py", "main.py")]


def test_a_file_is_fixed_among_the_others_as_they_are_in_the_editor(editor, tmp_path):
    write(tmp_path, {**PROGRAM, "config.py": ""})
    bot, config = editor.open(tmp_path / "bot.py"), editor.open(tmp_path / "config.py")
    editor.diagnostics(bot)
    editor.change(config, PROGRAM["config.py"] + "openai.api_type = some()\n")
    editor.diagnostics(config)
    reason = editor.action(bot, "Migrate this file")["disabled"]["reason"]
    assert "config.py" in reason
    assert str(tmp_path) not in reason


# Notebooks

CELLS = [
    "import openai\n%pip install openai\nopenai.api_base = 'https://gateway.corp.example/v1'",
    "r = openai.ChatCompletion.create(model='m', messages=[])",
    "print(r['choices'][0]['message']['content'])\n",
]


def notebook(cells):
    rows = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": one} for one in cells]
    return json.dumps({"cells": rows, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def test_a_notebook_is_one_program(editor, tmp_path):
    path = write(tmp_path, {"a.ipynb": notebook(CELLS)}) / "a.ipynb"
    uri, cells = editor.open_notebook(path, CELLS)
    shown = [editor.diagnostics(cell) for cell in cells]
    assert [[one["code"] for one in row] for row in shown] == [["OAI105"], ["OAI102"], ["OAI112"]]
    assert editor.text_at(cells[2], shown[2][0]["range"]) == "r['choices'][0]['message']['content']"
    editor.change_cell(uri, cells[0], CELLS[0] + "\nx = (")
    assert [[one["code"] for one in editor.diagnostics(cell)] for cell in cells] == [["OAI105"], ["OAI102"], ["OAI112"]]
    editor.change_cell(uri, cells[0], CELLS[0])
    editor.diagnostics(cells[0])
    for kind in (FIX_ALL, f"notebook.{FIX_ALL}"):
        (action,) = editor.actions(cells[0], only=[kind])
        assert action["kind"] == kind
    editor.apply(action["edit"])
    fixed(tmp_path, "a.ipynb")
    after = ["".join(cell["source"]) for cell in json.loads(path.read_text())["cells"]]
    assert [editor.texts[cell] for cell in cells] == after != CELLS
    assert [editor.settled(cell) for cell in cells] == [[], [], []]


def test_a_comment_in_a_cell(editor, tmp_path):
    uri, cells = editor.open_notebook(tmp_path / "a.ipynb", CELLS)
    editor.diagnostics(cells[1])
    editor.apply(editor.action(cells[1], "Ignore OAI102 here")["edit"])
    assert editor.texts[cells[1]] == CELLS[1] + "  # noqa: OAI102"
    assert editor.diagnostics(cells[1]) == []
    editor.tell(
        "notebookDocument/didClose",
        {"notebookDocument": {"uri": uri}, "cellTextDocuments": [{"uri": cell} for cell in cells]},
    )
    editor.wait(lambda: all(editor.published[cell][-1][2] == [] for cell in cells))


def test_cells_come_and_go(editor, tmp_path):
    uri, cells = editor.open_notebook(tmp_path / "a.ipynb", CELLS)
    editor.diagnostics(cells[2], bool)
    editor.versions[uri] += 1
    new = f"{uri}#new"
    editor.texts[new], editor.versions[new] = "openai.Completion.create()", 1
    array = {"start": 1, "deleteCount": 1, "cells": [{"kind": 2, "document": new}]}
    structure = {
        "array": array,
        "didOpen": [{"uri": new, "languageId": "python", "version": 1, "text": editor.texts[new]}],
        "didClose": [{"uri": cells[1]}],
    }
    document = {"uri": uri, "version": editor.versions[uri]}
    params = {"notebookDocument": document, "change": {"cells": {"structure": structure}}}
    editor.tell("notebookDocument/didChange", params)
    assert [one["code"] for one in editor.diagnostics(new)] == ["OAI102"]
    editor.wait(lambda: editor.published[cells[1]][-1][2] == [] == editor.published[cells[2]][-1][2])


# Settings


def test_the_settings_of_the_project(editor, tmp_path):
    write(tmp_path, {"pyproject.toml": '[tool.flake8-openai-v1]\nignore = ["OAI102"]\nexclude = ["old"]\n'})
    write(tmp_path, {"a.py": LEGACY, "old/a.py": LEGACY, ".venv/a.py": LEGACY, "sub/.flake8": ""})
    assert editor.diagnostics(editor.open(tmp_path / "old" / "a.py")) == []
    assert editor.diagnostics(editor.open(tmp_path / ".venv" / "a.py")) == []
    uri = editor.open(tmp_path / "a.py")
    assert editor.diagnostics(uri) == []
    write(tmp_path, {"pyproject.toml": ""})
    change = {"uri": (tmp_path / "pyproject.toml").as_uri(), "type": 2}
    editor.tell("workspace/didChangeWatchedFiles", {"changes": [change]})
    editor.diagnostics(uri, bool)
    write(tmp_path, {".flake8": "[flake8]\nper-file-ignores =\n    a.py: OAI1\n"})
    editor.save(uri)
    editor.diagnostics(uri, lambda shown: not shown)


def test_settings_that_cannot_be_used_are_said_once(editor, tmp_path):
    write(tmp_path, {"pyproject.toml": "[tool.flake8-openai-v1]\nunknown = 1\n", "a.py": LEGACY})
    uri = editor.open(tmp_path / "a.py")
    assert len(editor.diagnostics(uri)) == 1
    editor.save(uri)
    editor.settled(uri)
    (said,) = [params["message"] for method, params in editor.said if method == "window/showMessage"]
    assert "unknown key 'unknown'" in said


def test_each_folder_has_its_own_settings(editors, tmp_path):
    for name in ("one", "two"):
        write(tmp_path / name, {"a.py": LEGACY, "setup.cfg": f"[flake8]\nextend-ignore = OAI{name == 'one':d}02\n"})
    write(tmp_path / "two" / "inner", {".git/HEAD": "", ".flake8": "[flake8]\nextend-ignore=OAI1\n", "a.py": LEGACY})
    editor = editors(tmp_path, folders=[tmp_path / "one", tmp_path / "two"])
    paths = [tmp_path / "one" / "a.py", tmp_path / "two" / "a.py", tmp_path / "two" / "inner" / "a.py"]
    assert [len(editor.diagnostics(editor.open(path))) for path in paths] == [0, 1, 0]


# What editors do otherwise


def test_what_is_not_saved_anywhere(editor):
    uri = editor.open("untitled:Untitled-1", LEGACY)
    assert [one["code"] for one in editor.diagnostics(uri)] == ["OAI102"]
    editor.apply(editor.action(uri, "Migrate this file")["edit"])
    assert editor.texts[uri] == LEGACY.replace("ChatCompletion", "chat.completions")


def test_other_languages_are_left_alone(editor, tmp_path):
    editor.open(tmp_path / "a.md", LEGACY, "markdown")
    uri = editor.open(tmp_path / "a.py", LEGACY)
    editor.settled(uri)
    assert list(editor.published) == [uri]


def test_an_older_revision_beside_a_file_is_left_alone(editor, tmp_path):
    editor.open("git:/repository/a.py?%7B%22ref%22%3A%22HEAD%22%7D", LEGACY)
    uri = editor.open(tmp_path / "a.py", LEGACY)
    editor.settled(uri)
    assert list(editor.published) == [uri]


def test_what_is_closed_shows_nothing(editor, tmp_path):
    uri = editor.open(write(tmp_path, {"a.py": LEGACY}) / "a.py")
    editor.diagnostics(uri)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    editor.wait(lambda: editor.published[uri][-1][2] == [])


def test_a_question_is_taken_back(editor, tmp_path):
    text = LEGACY + "".join(f"r{n} = openai.ChatCompletion.create(model='m', messages=[])\n" for n in range(300))
    uri = editor.open(tmp_path / "a.py", text)
    editor.diagnostics(uri)
    numbers = []
    for number in range(5):
        editor.change(uri, f"{text}x = {number}\n")
        context = {"diagnostics": [], "only": [FIX_ALL]}
        numbers.append(editor.begin("textDocument/codeAction", {**editor.at(uri, 1, 1), "context": context}))
        editor.tell("$/cancelRequest", {"id": numbers[-1]})
    assert {editor.answer(number)["error"]["code"] for number in numbers} == {-32800}
    assert len(editor.diagnostics(uri)) == 301


def test_edits_are_those_of_the_text_as_it_is(editor, tmp_path):
    text = LEGACY + "".join(f"r{n} = openai.ChatCompletion.create(model='m', messages=[])\n" for n in range(200))
    uri = editor.open(tmp_path / "a.py", text)
    editor.diagnostics(uri)
    for number in range(5):
        context = {"diagnostics": [], "only": [FIX_ALL]}
        asked = editor.begin("textDocument/codeAction", {**editor.at(uri, 1, 1), "context": context})
        time.sleep(0.1 * number)
        editor.change(uri, f"x = {number}\n{text}")
        answer = editor.answer(asked)
        if "error" in answer:
            assert answer["error"]["code"] == -32801
        else:
            (edit,) = answer["result"][0]["edit"]["documentChanges"]
            is_old = edit["textDocument"]["version"] == editor.versions[uri] - 1
            assert is_old or edit["edits"][0]["range"]["start"]["line"] == 2


def test_only_the_last_of_quick_edits_is_looked_at(editor, tmp_path):
    uri = editor.open(tmp_path / "a.py", LEGACY)
    editor.diagnostics(uri)
    for number in range(100):
        editor.change(uri, LEGACY + f"x = {number}\n")
    editor.diagnostics(uri)
    assert len(editor.published[uri]) < 50


def test_odd_texts(editor, tmp_path):
    uri = editor.open(tmp_path / "a.py", LEGACY)
    odd = ["\0", "\ud83d", "(" * 300, "x" * 100_000, "\\", "'" * 7, "\r\r\n\n", "\ufeff", "if 1:\n\t x\n  y"]
    for text in (*odd, LEGACY + "\0"):
        editor.change(uri, text)
        editor.diagnostics(uri)
    editor.change(uri, "x = '\ud83d'\n" + LEGACY)
    assert [one["code"] for one in editor.diagnostics(uri)] == ["OAI102"]


# The command


def test_the_extra_is_missing(tmp_path):
    write(tmp_path, {"lib/pygls/__init__.py": "raise ImportError('no pygls')\n"})
    done = program("flake8-openai-v1", "server", cwd=tmp_path, PYTHONPATH=str(tmp_path / "lib"))
    said = "flake8-openai-v1: server needs an extra, pip install 'flake8-openai-v1[server]': no pygls\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_who_does_not_ask_for_the_extra_gets_nothing_of_it():
    needed = [row for row in requires("flake8-openai-v1") if "extra ==" not in row]
    assert sorted(re.match(r"[\w-]+", row)[0] for row in needed) == ["ast-grep-py", "flake8"]


def test_nothing_but_the_server_imports_what_it_needs(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    loaded = "print({'pygls', 'lsprotocol', 'asyncio'} & {*sys.modules})"
    code = f"import sys; from flake8_openai_v1.cli import main; main(sys.argv[1:]); {loaded}"
    assert program(sys.executable, "-c", code, "fix", "a.py", cwd=tmp_path).stdout.endswith("set()\n")
