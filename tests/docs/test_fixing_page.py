"""The page about fixes: of what stands before comes what stands after, and the reasons on it are those of the tool."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

import pytest
from documents import ROOT, section

from examples import lint
from flake8_openai_v1.fix.causes import Code
from flake8_openai_v1.fix.fixer import CLIENTS, PROMISED, SMALL, Options, Source, fix_files
from flake8_openai_v1.fix.results import Fixed
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.report import Found, Run, renderer
from flake8_openai_v1.sdk.exceptions import EXCEPTIONS

PAGE = (ROOT / "docs" / "fixing.md").read_text("utf-8")
FENCE = r"```python\n(.*?)^```\n"
BEFORE = re.compile(rf"(?ms)^Before:\n\n{FENCE}(?=\nAfter)")
AFTER = re.compile(rf"(?ms)\nAfter(?:, with `(--[a-z-]+)(?: ([\w,]+))?`)?:\n\n{FENCE}")


class Pair(NamedTuple):
    """A program of the page, and what the page says becomes of it."""

    line: int
    option: str
    value: str
    before: str
    after: str

    def __str__(self) -> str:
        return " ".join(filter(None, (f"{self.line}", self.option, self.value)))

    def fixed(self, before: str) -> list[Fixed]:
        return fixed(before, self.option, self.value)


def pairs() -> list[Pair]:
    found = []
    for before in BEFORE.finditer(PAGE):
        at = before.end()
        line = PAGE[: before.start()].count("\n") + 1
        while after := AFTER.match(PAGE, at):
            found.append(Pair(line, after[1] or "", after[2] or "", before[1], after[3]))
            at = after.end()
    return found


PAIRS = pairs()
EACH = pytest.mark.parametrize("pair", PAIRS, ids=str)


def files(text: str) -> list[tuple[str, str]]:
    """The files of a program: ``# bot.py`` on a line of its own begins one."""
    head, *parts = re.split(r"(?m)^# (\w+\.py)\n", text)
    return list(zip(parts[::2], parts[1::2], strict=True)) or [("bot.py", head)]


def fixed(text: str, option: str = "", value: str = "") -> list[Fixed]:
    config = Config(select=tuple(value.split(","))) if option == "--select" else Config()
    options = Options(value if option == "--client" else "auto", option == "--unsafe-fixes")
    assert option in ("", "--select", "--client", "--unsafe-fixes")
    return fix_files([Source(name, part.encode()) for name, part in files(text)], config, options)


def whole(results: list[Fixed]) -> str:
    """The files as they stand in one block."""
    if len(results) == 1:
        return results[0].after.decode()
    return "".join(f"# {result.path}\n{result.after.decode()}" for result in results)


def test_each_program_is_in_a_pair():
    generated = re.findall(r"(?m)^<!-- begin .*: generated -->$", PAGE)  # has a test in test_examples.py
    assert len(re.findall(r"(?m)^```python$", PAGE)) - len(generated) == len(PAIRS) + len({pair.line for pair in PAIRS})
    assert {pair.option for pair in PAIRS} == {"", "--select", "--client", "--unsafe-fixes"}


@EACH
def test_pair(pair):
    assert whole(pair.fixed(pair.before)) == pair.after


@EACH
def test_second_run(pair):
    assert whole(pair.fixed(pair.after)) == pair.after


@EACH
def test_all_that_is_left_is_told(pair):
    found = [one for _, part in files(pair.after) for one in lint(part) if one.code.startswith(PROMISED)]
    told = [one for result in pair.fixed(pair.before) for one in result.left if one.finding.code.startswith(PROMISED)]
    assert len(told) == len(found) or pair.option == "--select"


def test_unsafe_is_not_done_otherwise():
    pair = next(pair for pair in PAIRS if pair.option == "--unsafe-fixes")
    assert whole(fixed(pair.before)) == pair.before


def rows(title: str, cause: str = "") -> list[list[str]]:
    """The rows of the table of a section, or of the part of it about a cause, without its head."""
    text = section(PAGE, title)
    if cause:
        text = text.partition(f"### Cause {cause}\n")[2].partition("\n### ")[0]
    found = re.findall(r"(?m)^\|(.*)\|$", text)
    return [[cell.strip() for cell in row.split("|")] for row in found[2:]]



def test_forms():
    told = re.findall(r"(?m)^\| `(\w+)` \|", section(PAGE, "What carries the configuration"))
    assert sorted(told) == sorted(CLIENTS)


def test_size_of_small_programs():
    assert re.findall(r"at most (\d+) files", PAGE) == [str(SMALL)]


CLAUSE = """\
import openai

try:
    openai.Completion.create(model="m", prompt="Hello")
except openai.error.{}:
    pass
"""
EXCEPTION_ROWS = [[cell.replace("`", "") for cell in row] for row in rows("Exceptions")]


def test_all_exceptions_are_told():
    assert sorted(f"openai.error.{row[0]}" for row in EXCEPTION_ROWS) == sorted({row.path for row in EXCEPTIONS})


@pytest.mark.parametrize("row", EXCEPTION_ROWS, ids=lambda row: row[0])
def test_exceptions(row):
    old, _, new, what = row
    (result,) = fixed(CLAUSE.format(old))
    if new:
        names = [f"openai.{name}" for name in new.split(", ")]
        caught = names[0] if len(names) == 1 else f"({', '.join(names)})"
        assert f"except {caught}:\n" in result.after.decode()
    else:
        assert what.startswith("Has no counterpart")
        assert f"openai.error.{old} has no counterpart" in result.left[-1].reason


CALL = 'openai.Completion.create(model="m", prompt="Hello")'
AZURE = 'import openai\nopenai.api_type = "azure"\nopenai.api_version = "2024-10-21"\nopenai.api_key = "k"\n'
INFERENCE = """\
from azure.ai.inference import ChatCompletionsClient
from azure.core.credentials import AzureKeyCredential
client = ChatCompletionsClient("https://example.services.ai.azure.com/models", AzureKeyCredential("k"))
"""


def catching(error: str, *body: str) -> str:
    return f"import openai\ntry:\n    {CALL}\nexcept openai.error.{error} as e:\n    " + "\n    ".join(body) + "\n"


PROGRAMS = {
    "… has no exact counterpart: …": 'import openai\nopenai.Edit.create(model="m", instruction="Shorten")\n',
    "this is read as a dict, and may be the response … in line …, which is an object today": (
        "import openai\nfrom helpers import retry\n"
        'print(retry(openai.Completion.create, model="m", prompt="Hello")["choices"][0]["text"])\n'
    ),
    "keys come in another order than the service sent them; --unsafe-fixes does it": (
        'import openai\nfor name in openai.Embedding.create(model="m", input="Hello").keys():\n    print(name)\n'
    ),
    "engine= and deployment_id= are both given": (
        'import openai\nopenai.Completion.create(engine="a", deployment_id="b", prompt="Hello")\n'
    ),
    "which argument of the call this is shows at run time only, and it may have another name today": (
        'import openai\noptions = {}\nfor name in ("engine", "prompt"):\n    options[name] = input(name)\n'
        "openai.Completion.create(**options)\n"
    ),
    "… and this … may be in one dict, where both are called model today": (
        'import openai\noptions = {}\nif input():\n    options["engine"] = "e"\noptions["model"] = "m"\n'
        'openai.Completion.create(**{"prompt": "Hello"}, **options)\n'
    ),
    "what is spread beside … may have …, too, which … has today; --unsafe-fixes does it": (
        'import openai\noptions = {"engine": "m"}\nprint(options == {})\n'
        'def ask(more):\n    openai.Completion.create(**options, **more)\n'
    ),
    "today's call requires …": 'import openai\nopenai.Completion.create(prompt="Hello")\n',
    "the key … of a dict is used elsewhere, too": (
        'import openai\noptions = {}\noptions["engine"] = "m"\nsave(options)\n'
        'openai.Completion.create(prompt="Hello", **(options or {}))\n'
    ),
    "this may be an argument of the call in line …, and has another name now; --unsafe-fixes does it": (
        'import openai\nfrom lib import keep, run\noptions = {"engine": "m"}\nkeep(options)\ndef ask(**given):\n'
        '    openai.Completion.create(prompt="Hello", **given)\nrun(ask)\n'
    ),
    "arguments come in by *args, and today's call takes keywords only": (
        'import openai\narguments = given()\nopenai.Audio.transcribe(*arguments, language="de")\n'
    ),
    "a text is sent as a file, which must be bytes today": (
        'import io, openai\nopenai.File.create(file=io.StringIO("{}"), purpose="fine-tune")\n'
    ),
    "an async method is handed on to code that inspects it, and belongs to a client today": (
        "import asyncio, openai\nask = openai.ChatCompletion.acreate\nprint(asyncio.iscoroutinefunction(ask))\n"
    ),
    "clients would be made by a function, for which there is no place behind imports": (
        'def use(name):\n    import openai\n    openai.api_type = "azure"\n    openai.api_key = "k"\n'
        '    openai.api_version = "2024-10-21"\n    openai.api_base = f"https://{name}.openai.azure.com"\n'
        'def ask():\n    import openai\n    openai.Completion.create(engine="m", prompt="Hello")\n'
    ),
    "the program calls on clients that are made in …: make one so for this call": (
        'import openai\nopenai.api_type = "azure"\nopenai.api_version = "2024-10-21"\ndef use(name):\n'
        '    openai.azure_endpoint = f"https://{name}.openai.azure.com"\ndef client():\n'
        "    return openai.AzureOpenAI(api_key=openai.api_key, azure_endpoint=openai.azure_endpoint, "
        "api_version=openai.api_version)\ndef ask(key):\n"
        '    return openai.Completion.create(engine="m", prompt="Hello", api_key=key)\n'
    ),
    "openai.api_base is read, and openai.base_url has no default and may end in a slash": (
        'import openai\nopenai.api_base = "https://gateway.corp.example/v1/"\nprint(openai.api_base)\n'
    ),
    "OPENAI_API_BASE is set behind the import of openai, where 0.x did not read it any more": (
        f'import os, openai\nos.environ["OPENAI_API_BASE"] = "https://gateway.corp.example/v1"\n{CALL}\n'
    ),
    "the file with the key was read again for each call; now it is read once; --unsafe-fixes does it": (
        f'import openai\nif not openai.api_key:\n    openai.api_key_path = "key.txt"\n{CALL}\n'
    ),
    "helpers of 0.x are imported within a function or a block": (
        "def f(a, b):\n    from openai.embeddings_utils import cosine_similarity\n    return cosine_similarity(a, b)\n"
    ),
    "what the SDK logs has other texts today; --unsafe-fixes does it": (
        f'import openai\nopenai.util.logger.setLevel("DEBUG")\n{CALL}\n'
    ),
    "openai.debug is gone: …": f"import openai\nopenai.debug = True\n{CALL}\n",
    "openai.requestssession is gone: …": (
        f"import openai, requests\nopenai.requestssession = requests.Session()\n{CALL}\n"
    ),
    "openai.proxy may be a dict here, …": f"import openai\nopenai.proxy = given()\n{CALL}\n",
    "each call needs a client of its own, and what is handed on here would keep one": (
        f'{AZURE}openai.api_base = "https://eu.openai.azure.com"\n{CALL}\n'
        f'openai.api_base = "https://us.openai.azure.com"\n{CALL}\nask = [openai.Completion]\n'
    ),
    "openai.api_base is assigned more than once, and the openai module makes its client for Azure only once": (
        f'{AZURE}openai.api_base = "https://eu.openai.azure.com"\n{CALL}\n'
        f'openai.api_base = "https://us.openai.azure.com"\n{CALL}\nopenai.models.list()\n'
    ),
    "openai.api_base may be assigned again, with another value, "
    "and the openai module makes its client for Azure only once": (
        f'{AZURE}def use(region):\n    openai.api_base = f"https://{{region}}.openai.azure.com"\n'
        f"{CALL}\nopenai.models.list()\n"
    ),
    "images on Azure are made by a deployment now, which only a person knows": (
        f'{AZURE}openai.api_base = "https://example.openai.azure.com"\nopenai.Image.create(prompt="A cat")\n'
    ),
    "the text of an exception begins with its status today; --unsafe-fixes does it": (
        catching("OpenAIError", 'print(str(e).startswith("This model"))')
    ),
    "the name of the class of an exception is another one today; --unsafe-fixes does it": (
        catching("Timeout", "print(type(e).__name__)")
    ),
    "exceptions are told by the names of their classes, and … is none of today's": (
        catching("OpenAIError", "pass").replace("openai.error.OpenAIError", "Exception")
        + 'def is_bad(error):\n    return type(error).__name__ == "InvalidRequestError"\n'
    ),
    "this exception is made of more than a text, which today's is not": (
        'import openai\nraise openai.error.RateLimitError("slow", json_body={})\n'
    ),
    "this may be an exception of the SDK, which is made of a response today": (
        "import openai\nKINDS = [openai.error.RateLimitError]\nraise KINDS[int()](str())\n"
    ),
    "the program makes such an exception itself, which had no http_status": (
        'import openai\ntry:\n    raise openai.error.RateLimitError("slow")\n'
        "except openai.error.RateLimitError as e:\n    print(e.http_status)\n"
    ),
    "code of this exception was None, and is what the service says today; --unsafe-fixes does it": (
        catching("RateLimitError", "print(e.code)")
    ),
    "openai.InternalServerError is raised both for openai.error.APIError and for "
    "openai.error.ServiceUnavailableError, and their clauses differ; --unsafe-fixes does it": (
        f"import openai\ntry:\n    {CALL}\nexcept openai.error.ServiceUnavailableError as busy:\n    print(busy)\n"
        "except openai.error.APIError as e:\n    print(e)\n"
    ),
    "a class of the program is derived from one that was removed": (
        "import openai\nclass Mine(openai.ChatCompletion):\n    pass\n"
    ),
    "a test replaces a class of 0.x as a whole, and today its methods are those of a client": (
        'from unittest import mock\nwith mock.patch("openai.ChatCompletion"):\n    pass\n'
    ),
    "a test makes a dict here that may stand for a response, which is an object today": (
        'from unittest import mock\nanswer = {"choices": [{"text": "Hi"}]}\n'
        'with mock.patch("openai.Completion.create", return_value=answer) as create:\n    print(create() == answer)\n'
    ),
    "a patch of an async method made an AsyncMock, and would not today: name new_callable=AsyncMock": (
        'from unittest import mock\nwith mock.patch("openai.ChatCompletion.acreate"):\n    pass\n'
    ),
    "which name of the module this is shows at run time only": (
        'import openai\ndef call(name):\n    return getattr(openai, name).create(engine="m")\n'
    ),
    "… is not selected, and the rest needs it": f"import openai\n{CALL}['choices']\n",
    "… is silenced here, and the rest goes with it": f'import openai\n{CALL}\nopenai.api_base = "b"  # noqa: OAI105\n',
    "model= is required in openai, and neither this call nor its client says which": (
        f"{INFERENCE}client.complete(messages=[])\n"
    ),
    "the address changes from … to …; --unsafe-fixes does it": f'{INFERENCE}client.complete(model="m", messages=[])\n',
}
"""Each reason of the table, and a program about which the tool says it. ``…`` stands for any text."""
OPTIONS = {
    "… is not selected, and the rest needs it": ("--select", "OAI102"),
}


WITH_OTHERS: dict[str, list[Source]] = {
    "a text has code with …, and texts are executed here": [
        Source("bot.py", f'import openai\nexec("openai.Completion.create()")\n{CALL}\n'.encode())
    ],
    "… is set there; name that file, too": [
        Source("bot.py", f"import openai, settings\n{CALL}\n".encode()),
        Source("settings.py", b'import openai\nopenai.api_base = "https://gateway.corp.example/v1"\n', outside=True),
    ],
    "a person must decide": [
        Source("bot.py", b'from openai import AzureOpenAI\nAzureOpenAI(azure_endpoint="https://x.openai.azure.com")\n')
    ],
    "it changes nothing, and may be deleted": [
        Source("bot.py", f"import openai\nopenai.api_type = 'open_ai'\nopenai.debug = False\n{CALL}\n".encode())
    ],
    "cannot write: …": [Source("bot.py", f"import openai\n{CALL}\n".encode(), kept="cannot write: it is read-only")],
}
"""The same for reasons that need more than a text."""
LEFT = "What is left, and what to do"
REASONS = {
    code: [row[0].strip("`") for row in rows(LEFT, code)]
    for code in re.findall(r"(?m)^### Cause ([\w-]+)$", section(PAGE, LEFT))
}
"""The name of a cause → the reasons that the page names."""


def test_reasons_of_the_page():
    assert list(REASONS) == [code.value for code in Code]
    assert all(REASONS.values())
    assert sorted(reason for known in REASONS.values() for reason in known) == sorted([*PROGRAMS, *WITH_OTHERS])
    assert all(row[1].endswith(".") for code in Code for row in rows(LEFT, code.value))


@pytest.mark.parametrize(("code", "reason"), [(code, reason) for code, known in REASONS.items() for reason in known])
def test_reason(code, reason):
    """The tool says it of such a program, as a cause of that name; what is no finding is said in a note."""
    if reason in PROGRAMS:
        compile(PROGRAMS[reason], reason, "exec")
        result = fixed(PROGRAMS[reason], *OPTIONS.get(reason, ()))[0]
    else:
        result = fix_files(WITH_OTHERS[reason], Config())[0]
    assert result.left or result.after is result.before
    pattern = ".+".join(map(re.escape, reason.split("…")))
    said = [(left.cause.code.value, left.cause.own) for left in result.left]
    said += [(code, note.partition(": ")[2]) for note in result.notes if not result.left]
    assert any(name == code and re.fullmatch(pattern, one) for name, one in said), said


def test_the_cause_of_the_page():
    shown = json.loads(re.search(r"(?s)```json\n(.*?)```", section(PAGE, LEFT))[1])
    program = "import openai\n" + PROGRAMS[shown["reason"]].partition("\n")[2]
    (result,) = fixed(program)
    found = Found("./bot.py", [left.finding for left in result.left], [left.cause for left in result.left])
    report = json.loads("".join(renderer("json")(Run([found]))))
    assert {**report["findings"][0]["cause"]} == shown


def test_an_object_made_as_the_page_says_is_enough():
    """What tests make as a dict, for a helper that is not seen, and in the way of the table."""
    text = """\
import openai
from stubs import answer
from unittest.mock import patch

@patch("openai.Completion.create")
def test(create):
    answer(create, {})
    assert openai.Completion.create(model="m", prompt="x")["choices"][0]["text"] == "Hi"
"""
    (left,) = fixed(text.format('{"choices": [{"text": "Hi"}]}'))
    assert "a test makes a dict here that may stand for a response, which is an object today" in left.left[0].reason
    assert left.after is left.before
    (done,) = fixed(text.format('openai.types.Completion.construct(choices=[{"text": "Hi"}])'))
    assert not done.left
    assert b'.choices[0].text == "Hi"' in done.after
