"""Programs of azure-ai-inference that become programs of openai: texts before and after, and programs that run.

A text of examples: each begins with a line ``--- title``. Behind ``>>>`` stands what becomes of it, or ``left: `` and a
part of the reason.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from azure.running import Ran, folders, run
from azure.server import Server
from azure.test_programs import DEPLOYMENTS, asked, credentials

from examples import split
from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.fix.results import Fixed
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.sdk.inference import DICTS, NAMES, TYPES

EXAMPLES = Path(__file__).with_name("inference_examples.txt")
PROGRAMS = Path(__file__).parents[1] / "azure" / "programs"
LEFT = "left: "
OWN = dict(split(Path(__file__).with_name("inference_programs.txt").read_text("utf-8")))
"""Programs that run: title → text."""


def fixed(source: str, *, unsafe: bool = True, path: str = "program.py", **settings: object) -> Fixed:
    """What becomes of one file."""
    config = Config(**settings)  # type: ignore[arg-type]
    (result,) = fix_files([Source(path, source.encode())], config, Options(unsafe=unsafe))
    assert result.failure is None
    return result


def after(source: str, **settings: object) -> str:
    """What a source becomes; a second time nothing."""
    result = fixed(source, **settings).after.decode()  # type: ignore[arg-type]
    assert fixed(result, **settings).after.decode() == result  # type: ignore[arg-type]
    return result


def rows() -> list[object]:
    """The examples: source, and what becomes of it."""
    found = []
    for title, text in split(EXAMPLES.read_text("utf-8")):
        before, _, expected = text.partition(">>>\n")
        found.append(pytest.param(before, expected, id=title))
    assert len({one.id for one in found}) == len(found)
    return found


@pytest.mark.parametrize(("before", "expected"), rows())
def test_examples(before, expected):
    result = fixed(before)
    if expected.startswith(LEFT):
        assert result.after is result.before
        reasons = " ".join(one.reason for one in result.left)
        assert expected.removeprefix(LEFT).strip() in reasons, reasons
        return
    assert result.after.decode() == (before if expected.strip() == "the same" else expected), [
        one.reason for one in result.left
    ]
    assert fixed(result.after.decode()).after == result.after
    left = [found for found in lint_source(result.after.decode()) if found.code.startswith("OAI4")]
    assert not left or expected.strip() == "the same"


CLIENT = """\
import os

from azure.ai.inference import ChatCompletionsClient
from azure.ai.inference.models import UserMessage
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(
    endpoint="https://one.services.ai.azure.com/models",
    credential=AzureKeyCredential(os.environ["KEY"]),
)
reply = client.complete(model="chat", messages=[UserMessage("Hello")])
print(reply["choices"][0]["message"]["content"])
"""


def test_a_change_of_the_address_is_unsafe():
    result = fixed(CLIENT, unsafe=False)
    assert result.after is result.before
    assert any("the address changes from https://one.services.ai.azure.com/models" in one.reason for one in result.left)
    assert all("--unsafe-fixes" in one.reason for one in result.left)


def test_the_address_that_is_right_already_is_safe():
    source = CLIENT.replace("one.services.ai.azure.com/models", "one.openai.azure.com/openai/v1/")
    result = fixed(source, unsafe=False)
    assert 'OpenAI(\n    base_url="https://one.openai.azure.com/openai/v1/",\n' in result.after.decode()
    assert not result.left


def test_messages_alone_are_safe():
    source = 'from azure.ai.inference.models import UserMessage\n\nTALK = [UserMessage("Hello")]\n'
    assert fixed(source, unsafe=False).after.decode() == 'TALK = [{"role": "user", "content": "Hello"}]\n'


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_stay(newline):
    before = CLIENT.replace("\n", newline)
    result = fixed(before).after.decode()
    assert result == after(CLIENT).replace("\n", newline)


def test_a_mark_and_other_letters_stay():
    before = "\N{BYTE ORDER MARK}" + CLIENT.replace('"Hello"', '"Grüße, 世界"')
    result = fixed(before).after.decode()
    assert result.startswith("\N{BYTE ORDER MARK}import os")
    assert '{"role": "user", "content": "Grüße, 世界"}' in result


def test_what_is_silenced_or_not_selected_is_not_half_done():
    assert fixed(CLIENT, select=("OAI1",)).after.decode() == CLIENT
    for settings in ({"select": ("OAI402",)}, {"ignore": ("OAI403",)}):
        assert fixed(CLIENT, **settings).after.decode() == CLIENT
    silenced = CLIENT.replace('"Hello")])', '"Hello")])  # noqa: OAI402')
    result = fixed(silenced)
    assert result.after is result.before
    assert any("silenced" in one.reason for one in result.left)
    every = "\n".join(f"{line}  # noqa: OAI4" if line else line for line in CLIENT.splitlines()) + "\n"
    assert fixed(every).after.decode() == every


def test_for_a_target_without_such_clients_nothing_is_done():
    before = CLIENT.replace('AzureKeyCredential(os.environ["KEY"])', "DefaultAzureCredential()").replace(
        "from azure.core.credentials import AzureKeyCredential", "from azure.identity import DefaultAzureCredential"
    )
    assert "get_bearer_token_provider(DefaultAzureCredential()" in after(before)
    result = fixed(before, target=(1, 50))
    assert result.after is result.before
    assert any("1.106.0" in one.reason for one in result.left)


def program(**files: str) -> dict[str, Fixed]:
    """What becomes of files that belong together."""
    sources = [Source(f"{name}.py", text.encode()) for name, text in files.items()]
    results = fix_files(sources, Config(), Options(unsafe=True))
    return {result.path.removesuffix(".py"): result for result in results}


def test_a_client_that_another_file_makes():
    made = program(
        made=(
            "from azure.ai.inference import ChatCompletionsClient\n"
            "from azure.core.credentials import AzureKeyCredential\n\n"
            'key = AzureKeyCredential("k")\n'
            'client = ChatCompletionsClient("https://a.services.ai.azure.com/models", key, model="m")\n'
        ),
        bot=(
            "from made import client\nfrom said import said\n\n\n"
            "def ask(question):\n"
            "    reply = client.complete(messages=said(question))\n"
            '    return reply["choices"][0]["message"]["content"]\n'
        ),
        said=(
            "from azure.ai.inference.models import SystemMessage, UserMessage\n\n\n"
            'def said(question):\n    return [SystemMessage("Be brief."), UserMessage(question)]\n'
        ),
    )
    assert made["made"].after.decode() == (
        "from openai import OpenAI\n\n"
        'key = "k"\n'
        'client = OpenAI(base_url="https://a.openai.azure.com/openai/v1/", api_key=key)\n'
    )
    assert 'model="m" of the client is taken out' in made["made"].notes[0]
    assert made["bot"].after.decode() == (
        "from made import client\nfrom said import said\n\n\n"
        "def ask(question):\n"
        '    reply = client.chat.completions.create(model="m", messages=said(question))\n'
        "    return reply.choices[0].message.content\n"
    )
    assert made["said"].after.decode() == (
        "def said(question):\n"
        '    return [{"role": "system", "content": "Be brief."}, {"role": "user", "content": question}]\n'
    )


def test_every_class_of_the_package_has_a_form():
    """A class that programs make has a dict, a class of openai, or a reason."""
    for path, row in NAMES.items():
        if row.family == "message" and row.use and row.use.startswith("{"):
            assert path in DICTS or path.rpartition(".")[2] == "ContentItem", path
    for path, written in DICTS.items():
        assert written.source
        assert not {key for key, _ in written.fixed} & set(written.fields), path
        assert written.positional in (None, *written.fields), path


@pytest.mark.index
def test_types_are_there():
    """Names for annotations are in the newest openai."""
    paths = sorted(path for path in TYPES.values() if "." in path)
    text = "\n".join(f"from {module} import {name}" for module, _, name in (path.rpartition(".") for path in paths))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders("current", "")))}
    done = subprocess.run([sys.executable, "-c", text], env=environment, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr


# Programs that run

MARK = re.compile(r" *#\^?(?: *OAI\d{3}:\d+)+ *$", re.MULTILINE)
"""What says in a program of ``tests/azure`` what is found there."""
TASKS = sorted(path.parent.name for path in PROGRAMS.glob("*/inference.py"))
STAY = {"pictures_in_chat": "models.ImageUrl.load has no counterpart in openai"}
"""Tasks whose program is left, and why."""


@pytest.mark.index
@pytest.mark.parametrize("task", TASKS)
def test_programs_do_the_same_after(task, tmp_path):
    before = MARK.sub("", (PROGRAMS / task / "inference.py").read_text("utf-8"))
    result = fixed(before)
    if task in STAY:
        assert result.after is result.before
        assert any(STAY[task] in one.reason for one in result.left)
        return
    text = result.after.decode()
    assert "azure.ai.inference" not in text
    assert not [found for found in lint_source(text) if found.code.startswith("OAI4")]
    program = tmp_path / "program.py"
    program.write_text(text, "utf-8")
    if (PROGRAMS / task / "credential.py").is_file():
        (tmp_path / "credential.py").write_text((PROGRAMS / task / "credential.py").read_text("utf-8"), "utf-8")
    with Server(DEPLOYMENTS) as server:
        today = run(PROGRAMS / task / "current.py", "current", server, tmp_path)
        ran = run(program, "current", server, tmp_path)
    assert ran.status == 0, f"{ran.complained}\n{text}"
    assert ran.printed == today.printed
    assert asked(ran.requests) == asked(today.requests)
    assert credentials(ran.requests) == credentials(today.requests)


@pytest.mark.index
@pytest.mark.parametrize("name", sorted(OWN))
def test_own_programs_do_the_same_after(name, tmp_path):
    """More programs: before with their own SDK, after with openai."""
    before, program = tmp_path / "before.py", tmp_path / "after.py"
    before.write_text(OWN[name], "utf-8")
    result = fixed(OWN[name])
    text = result.after.decode()
    assert "azure.ai.inference" not in text, [one.reason for one in result.left]
    program.write_text(text, "utf-8")
    with Server(DEPLOYMENTS) as server:
        old = run(before, "inference", server, tmp_path)
        new = run(program, "current", server, tmp_path)
    assert old.status == 0, old.complained
    assert new.status == 0, f"{new.complained}\n{text}"
    assert new.printed == old.printed, text
    assert bodies(new) == bodies(old), text
    assert credentials(new.requests) == credentials(old.requests)


def bodies(ran: Ran) -> list[object]:
    """What was asked, to the letter of the bodies.

    openai asks for vectors as base64 by itself. A content that is None was left out, and is sent as null: that says
    the same.
    """
    found = []
    for request in ran.requests:
        body = dict(request.body or {})
        if request.operation == "embeddings" and body.get("encoding_format") == "base64":
            del body["encoding_format"]
        if "messages" in body:
            messages = [{key: value for key, value in one.items() if value is not None} for one in body["messages"]]
            body["messages"] = messages
        found.append([request.method, request.operation, body])
    return sorted(found, key=str)
