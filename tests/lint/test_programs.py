"""A setting of the module that is made in one file and read, or needed, in another of the run."""

from __future__ import annotations

import pytest

from flake8_openai_v1.lint.check import Candidate, check_files
from flake8_openai_v1.lint.programs import found_in, in_programs
from flake8_openai_v1.project.config import Config

SETS = "import openai\nopenai.api_type = 'azure'\nopenai.api_base = host\nopenai.api_version = '2024-02-01'\n"
READS = "import openai\nclient = openai.AzureOpenAI(azure_endpoint=openai.api_base, api_version=openai.api_version)\n"
CALLS = "import openai\nprint(openai.Embedding.create(input='x'))\n"
CALLS_NOW = "import openai\nprint(openai.embeddings.create(model='m', input='x'))\n"
BOTH = SETS + READS.removeprefix("import openai\n")


@pytest.fixture
def codes(tmp_path):
    """What is found in each of some files of one run."""

    def found(**files):
        candidates = []
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            candidates.append(Candidate(str(path), text.encode()))
        checked = in_programs(candidates, list(check_files(candidates, Config(), 1)), Config())
        assert [one.path for one in checked] == [one.path for one in candidates]
        return {name: [one.code for one in row.findings] for name, row in zip(files, checked, strict=True)}

    return found


def test_a_file_alone(codes):
    assert codes(app=SETS) == {"app": ["OAI306", "OAI105"]}


def test_read_in_a_file_that_is_imported(codes):
    found = codes(app="from bot import client\n" + SETS, bot=READS)
    assert found == {"app": [], "bot": ["OAI105"]}, "the one that only reads may run first"


def test_read_in_a_file_that_imports(codes):
    assert codes(settings=SETS, bot="import settings\n" + READS)["settings"] == []


def test_read_in_a_file_that_is_imported_by_the_same(codes):
    assert codes(settings=SETS, bot=READS, main="import settings, bot, openai\n")["settings"] == []


def test_read_in_a_package(codes):
    found = codes(app__main="from approaches.chat import client\n" + SETS, app__approaches__chat=READS)
    assert found["app__main"] == []


@pytest.mark.parametrize("calls", [CALLS, CALLS_NOW])
def test_a_call_on_the_module_elsewhere(codes, calls):
    alone = codes(settings=BOTH)["settings"]
    assert alone == []
    found = codes(settings=BOTH, bot="import settings\n" + calls)["settings"]
    assert found == ["OAI306", "OAI105", "OAI105"]


def test_files_that_have_nothing_to_do_with_each_other(codes):
    found = codes(settings=SETS, bot=READS)
    assert found == {"settings": ["OAI306", "OAI105"], "bot": ["OAI105"]}
    assert codes(settings=BOTH, bot=CALLS)["settings"] == []


def test_a_file_that_cannot_be_parsed_beside(codes):
    broken = "import settings, openai\ndef (\n"
    assert codes(settings=SETS, bot="import settings\n" + READS, other=broken)["settings"] == []


def test_comments_count_there_too(codes):
    text = BOTH.replace("host\n", "host  # noqa: OAI105\n")
    assert codes(settings=text, bot="import settings\n" + CALLS)["settings"] == ["OAI306", "OAI105"]


MAKER = """\
from openai import OpenAI
class Base:
    def __init__(self):
        self.client = OpenAI()
client = OpenAI()
def ask(text):
    return client.chat.completions.create(model="m", messages=[text])
def parts(text):
    yield from client.chat.completions.create(model="m", messages=[text], stream=True)
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('from maker import ask\nprint(ask("x")["choices"][0]["message"]["content"])\n', ["OAI112"]),
        ('from maker import ask\nprint(ask("x").choices[0].message.to_dict()["content"])\n', []),
        ('from maker import ask\nprint(ask("x").model_dump()["choices"])\n', []),
        ('from maker import ask\nprint(ask("x").get("usage"))\n', ["OAI113"]),
        ('from maker import parts\nfor part in parts("x"):\n    print(part["choices"])\n', ["OAI112"]),
        ('from maker import client\nprint(client.models.list()["data"])\n', ["OAI112"]),
        (
            'from maker import client\nwith client.with_options(timeout=1) as c:\n    print(c.models.list()["data"])\n',
            ["OAI112"],
        ),
        ('from maker import client\nprint(client.models.with_raw_response.list()["data"])\n', []),
        (
            "from maker import Base\nclass Bot(Base):\n    def ask(self):\n"
            '        reply = self.client.embeddings.create(model="m", input="x")\n        return reply["data"]\n',
            ["OAI112"],
        ),
        (
            'from maker import ask\ndef tell(kind):\n    reply = ask("x") if kind else {}\n    print(reply["usage"])\n',
            ["OAI112"],
        ),
        ('from maker import ask\ndef tell(found):\n    reply = found or ask("x")\n    print(reply["usage"])\n', []),
    ],
)
@pytest.mark.parametrize("first", ["app", "maker"])
def test_what_a_client_of_another_file_gives(tmp_path, text, expected, first):
    texts = {"app": text, "maker": MAKER}
    files = []
    for name in sorted(texts, reverse=first == "maker"):
        (tmp_path / f"{name}.py").write_text(texts[name], "utf-8")
        files.append(Candidate(str(tmp_path / f"{name}.py"), texts[name].encode()))
    given = [one for one in files if b"openai" in one.data]
    found = found_in([one.path for one in files], given, Config())
    assert [one.code for row in found for one in row.findings] == expected
