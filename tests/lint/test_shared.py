"""What a file asks of a client that another file has, beside the exam in ``tests/rules/unseen``."""

from __future__ import annotations

import pytest

from flake8_openai_v1.lint import shared
from flake8_openai_v1.lint.check import Candidate, check_files
from flake8_openai_v1.lint.programs import together
from flake8_openai_v1.project.config import Config

MADE = "from openai import OpenAI\nclient = OpenAI()\n"
ASKS = "from {0} import client\nclient.beta.vector_stores.list()\n"
SENDS = "from {0} import client\nclient.chat.completions.create(model='gpt-4', messages=[])\n"


@pytest.fixture
def codes(tmp_path):
    """What is found in each of some files of one run."""

    def found(**files):
        paths, given = [], []
        for name, text in files.items():
            *folders, last = name.replace("__init__", "<init>").split("__")
            path = tmp_path.joinpath(*folders, f"{last.replace('<init>', '__init__')}.py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            paths.append(str(path))
            if "openai" in text:  # others are read by who needs them
                given.append(Candidate(str(path), text.encode()))
        checked = together(paths, given, list(check_files(given, Config(), 1)), Config())
        names = dict(zip(paths, files, strict=True))
        return {names[row.path]: [one.code for one in row.findings] for row in checked if row.findings}

    return found


def test_a_file_that_does_not_name_the_sdk(codes):
    assert codes(sdk=MADE, app=ASKS.format("sdk")) == {"app": ["OAI201"]}


def test_in_a_package(codes):
    init = {"pkg____init__": ""}
    assert codes(**init, pkg__sdk=MADE, pkg__app=ASKS.format(".sdk")) == {"pkg__app": ["OAI201"]}


def test_a_class_of_another_file(codes):
    base = "from openai import OpenAI\nclass Base:\n    def __init__(self):\n        self.client = OpenAI()\n"
    app = "from sdk import Base\nclass App(Base):\n    def go(self):\n        self.client.beta.threads.create()\n"
    assert codes(sdk=base, app=app) == {"app": ["OAI501"]}


def test_over_two_files(codes):
    between = "from sdk import client as one\nfrom openai import OpenAI\nother = OpenAI()\nclient = one\n"
    assert codes(sdk=MADE, between=between, app=ASKS.format("between")) == {"app": ["OAI201"]}


@pytest.mark.parametrize(
    ("between", "code"),
    [
        ("from .sdk import client\n", "OAI201"),
        ("from .sdk import (\n    client,  # the one\n)\n", "OAI201"),
        ("from .sdk import *\n", "OAI201"),
        ("from .sdk import client as other\n\nclient = None\n", ""),
        ("from .sdk import other\nfrom .stub import client\n", ""),
        ("from .sdk import client\nclient = object()\n", ""),
    ],
)
def test_a_package_that_hands_it_on(codes, between, code):
    files = {"pkg____init__": between, "pkg__sdk": MADE + "other = 1\n", "pkg__stub": "client = None\n"}
    assert codes(**files, app=ASKS.format("pkg")) == ({"app": [code]} if code else {})


def test_a_file_that_hands_it_on_by_another_name(codes):
    between = {"again": "from sdk import client as one\n", "more": "from again import one as client\n"}
    assert codes(sdk=MADE, **between, app=ASKS.format("more")) == {"app": ["OAI201"]}


def test_a_model_is_asked_for(codes):
    assert codes(sdk=MADE, app=SENDS.format("sdk")) == {"app": ["OAI502"]}


@pytest.mark.parametrize(
    "more", ["import os\nos.environ['OPENAI_BASE_URL'] = 'http://h/v1'\n", "client.base_url = 'http://h/v1'\n"]
)
def test_requests_may_go_elsewhere(codes, more):
    assert codes(sdk=MADE + more, app=SENDS.format("sdk")) == {}


def test_requests_go_to_azure(codes):
    made = "from openai import AzureOpenAI\nclient = AzureOpenAI(azure_endpoint='https://r.openai.azure.com')\n"
    assert "OAI502" not in codes(sdk=made, app=SENDS.format("sdk")).get("app", [])


def test_files_that_import_each_other(codes):
    sdk = "import app\n" + MADE
    assert codes(sdk=sdk, app=ASKS.format("sdk")) == {"app": ["OAI201"]}


def test_a_name_of_another_kind(codes):
    stub = "import openai\nclass Stub:\n    beta = None\nclient = Stub()\nown = openai.OpenAI()\n"
    assert codes(sdk=stub, app=ASKS.format("sdk")) == {}


def test_a_comment_silences(codes):
    assert codes(sdk=MADE, app=ASKS.format("sdk").rstrip() + "  # noqa: OAI201\n") == {}


def test_an_error_of_ours_takes_nothing_away(codes, monkeypatch):
    def broken(*_):
        raise RecursionError

    monkeypatch.setattr(shared._Files, "_findings", broken)
    app = "from sdk import client\nfrom openai.types import Edit\nclient.beta.vector_stores.list()\n"
    assert codes(sdk=MADE, app=app) == {"app": ["OAI201"]}


def test_where_the_name_of_a_model_stands(tmp_path):
    """At the request, where another file has it: with that file and the line, for each that may be meant."""
    (tmp_path / "conf.py").write_text('class One:\n    model = "gpt-4"\n\n\nclass Two:\n    model = "o1-mini"\n')
    bot = "import sys\nfrom openai import OpenAI\nfrom conf import One, Two\nconfig = One() if sys.argv else Two()\n"
    bot += "OpenAI().chat.completions.create(model=config.model, messages=[])\n"
    (tmp_path / "bot.py").write_text(bot)
    paths = [str(tmp_path / name) for name in ("bot.py", "conf.py")]
    given = [Candidate(paths[0], bot.encode())]
    (row,) = together(paths, given, list(check_files(given, Config(), 1)), Config())
    (found,) = row.findings
    assert (found.code, found.line) == ("OAI502", 5)
    for name, line in (("gpt-4", 2), ("o1-mini", 6)):
        assert f'the model "{name}" (from {paths[1]}:{line}) was shut down on' in found.message
