"""A function that makes clients stands once in a program, where those that need it can import it; else in each file."""

from __future__ import annotations

import pytest
from fix.given import run

from examples import split
from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.project.config import Config

SETTINGS = """\
import openai


def use(name):
    openai.api_type = "azure"
    openai.api_key = "k"
    openai.api_version = "2023-05-15"
    openai.api_base = f"https://{name}.openai.azure.com"
"""
ASK = """\
import openai


def ask(text):
    return openai.ChatCompletion.create(engine="d", messages=[])
"""
EMBED = """\
import openai


def embed(text):
    return openai.Embedding.create(engine="d", input=text)
"""
MAIN = """\
import ask, embed, settings

for name in ("a", "b"):
    settings.use(name)
    print(ask.ask(name), embed.embed(name))
"""
PLAIN = {"main.py": MAIN, "settings.py": SETTINGS, "ask.py": ASK, "embed.py": EMBED}
MAKER = "def openai_client("


def made_in(files: dict[str, str], **options: bool) -> dict[str, str]:
    """What becomes of files."""
    return {path: one.after.decode() for path, one in run(files, **options).items()}


def makers(made: dict[str, str]) -> list[str]:
    """The files that make clients by a function of theirs."""
    return [path for path, text in made.items() if MAKER in text]


def test_it_stands_where_the_settings_are_made():
    made = made_in(PLAIN)
    assert makers(made) == ["settings.py"]
    assert made["ask.py"] == (
        "from settings import openai_client\n\n\ndef ask(text):\n"
        '    return openai_client().chat.completions.create(model="d", messages=[])\n'
    )
    assert made["settings.py"].startswith(
        "import openai\n\n\ndef openai_client():\n"
        '    """Make a client of what the module has set now."""\n'
        "    return openai.AzureOpenAI(\n"
        "        api_key=openai.api_key,\n"
        "        azure_endpoint=str(openai.azure_endpoint),\n"
        "        api_version=openai.api_version,\n"
        "    )\n\n\ndef use(name):\n"
    )


IMPORTS = r"""
--- beside what is imported from that file, in its order
from settings import use
import openai
>>>
from settings import openai_client, use
--- beside names in brackets, one a line
from settings import (
    use,
)
import openai
>>>
from settings import (
    openai_client,
    use,
)
--- among other imports of the program
import json

import openai

import ask
import words
>>>
import json

import ask
import words
from settings import openai_client
--- in order of their modules
import json
import openai
from ask import ask
from words import WORDS
>>>
import json
from ask import ask
from settings import openai_client
from words import WORDS
--- behind those of packages, where there are no others
import json
import openai
>>>
import json

from settings import openai_client
--- a comment stays
import json  # for nothing
import openai  # the SDK
>>>
import json  # for nothing
import openai  # the SDK

from settings import openai_client
--- the module is still needed
import openai
def seen():
    return openai.RateLimitError
>>>
import openai

from settings import openai_client
def seen():
    return openai.RateLimitError
"""
EACH = [(title, *program.split(">>>\n")) for title, program in split(IMPORTS)]


@pytest.mark.parametrize(("title", "before", "after"), EACH, ids=[one[0] for one in EACH])
def test_how_it_is_imported(title, before, after):
    files = PLAIN | {"embed.py": before + EMBED.partition("\n")[2], "words.py": "WORDS = []\n"}
    made = made_in(files)
    assert makers(made) == ["settings.py"]
    assert made["embed.py"].startswith(f"{after}\n\ndef embed(text):\n")


PACKAGE = {
    "main.py": MAIN.replace("import ask, embed, settings", "from shop import ask, embed, settings"),
    "shop/__init__.py": "",
    "shop/settings.py": SETTINGS,
    "shop/ask.py": ASK,
    "shop/embed.py": EMBED,
}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ("from . import words\n", "from .settings import openai_client\n"),
        ("from .words import WORDS\n", "from .settings import openai_client\n"),
        ("import shop.words\n", "from shop.settings import openai_client\n"),
        ("from shop.words import WORDS\n", "from shop.settings import openai_client\n"),
        ("", "from shop.settings import openai_client\n"),
    ],
)
def test_a_package_imports_as_it_does(others, expected):
    made = made_in(PACKAGE | {"shop/words.py": "WORDS = []\n", "shop/ask.py": others + ASK})
    assert makers(made) == ["shop/settings.py"]
    assert expected in made["shop/ask.py"]


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("", "if __name__ == '__main__':\n    print(ask('x'))\n"),
        ("try:\n    from .words import WORDS\nexcept ImportError:\n    from words import WORDS\n", ""),
    ],
    ids=["it is run as a script, too", "it imports in either way"],
)
def test_a_file_that_may_be_run_otherwise_has_its_own(head, tail):
    """Another name of the module would not be found then."""
    made = made_in(PACKAGE | {"shop/words.py": "WORDS = []\n", "shop/ask.py": head + ASK + "\n\n" + tail})
    assert "shop/ask.py" in makers(made)
    assert "settings" not in made["shop/ask.py"]


def test_a_script_finds_what_lies_beside_it():
    made = made_in(PLAIN | {"ask.py": ASK + "\n\nif __name__ == '__main__':\n    print(ask('x'))\n"})
    assert makers(made) == ["settings.py"]


def test_of_several_the_one_that_others_import_has_it():
    """No file of it sets anything."""
    files = {
        "main.py": MAIN.replace("import ask, embed, settings", "import ask, embed, settings, openai"),
        "settings.py": SETTINGS.replace("\nimport", "import"),
        "ask.py": "import embed\n" + ASK,
        "embed.py": EMBED,
    }
    files["main.py"] += SETTINGS.partition("\n")[2].replace("use", "again")
    files.pop("settings.py")
    files["main.py"] = files["main.py"].replace(", settings, openai", ", openai").replace("settings.use", "again")
    made = made_in(files)
    assert makers(made) == ["embed.py"]
    assert made["ask.py"].startswith("import embed\nfrom embed import openai_client\n")


def test_it_takes_what_any_of_them_gives():
    ask = ASK.replace("messages=[]", 'messages=[], api_key="own"')
    made = made_in(PLAIN | {"ask.py": ask})
    assert [path for path, text in made.items() if "def openai_client(api_key=None):" in text] == ["settings.py"]
    assert 'openai_client(api_key="own").chat' in made["ask.py"]
    assert "openai_client().embeddings" in made["embed.py"]


def test_both_kinds_stand_in_one_file():
    more = "\n\nasync def later():\n    return await openai.Embedding.acreate(engine='d', input='x')\n"
    made = made_in(PLAIN | {"ask.py": ASK + more, "embed.py": EMBED + more})
    assert (
        makers(made) == [path for path, text in made.items() if "def async_openai_client(" in text] == ["settings.py"]
    )
    assert made["ask.py"].startswith("from settings import async_openai_client, openai_client\n")


APART = {
    "a circle": {"settings.py": SETTINGS + "\n\ndef later():\n    import ask\n    import embed\n"},
    "a file that does more when it is imported": {"settings.py": SETTINGS + "print('read')\n"},
    "a file that needs a package which the others do not": {
        "settings.py": "import torch\n" + SETTINGS,
        "main.py": MAIN.replace("import ask, embed, settings", "import ask, embed")
        .replace("for", "def run():\n  import settings\n  for")
        .replace("    ", "      "),
    },
    "a test puts something in the place of the module of one file": {
        "test_ask.py": "from unittest.mock import patch\nimport ask\n\n\n@patch('ask.openai')\ndef test(_):\n    ask\n"
    },
}


@pytest.mark.parametrize("files", APART.values(), ids=APART)
def test_what_would_not_be_the_same_is_not_shared(files):
    """Each file has its own then, or imports the other one's, which stands apart from that."""
    made = made_in(PLAIN | files)
    assert "settings.py" not in makers(made)
    if "test_ask.py" in files:
        assert makers(made) == [] or makers(made) == ["ask.py", "embed.py"]


def test_two_that_run_something_keep_their_own():
    made = made_in(
        {path: text + "print(1)\n" if path != "main.py" else text for path, text in PLAIN.items()}
        | {"settings.py": SETTINGS + "print(2)\n"}
    )
    assert makers(made) == ["ask.py", "embed.py"]


def test_a_call_while_the_file_is_imported_stands_behind_the_import():
    early = "import openai\n\nFIRST = openai.Embedding.create(engine='d', input='')\nimport words\n"
    made = made_in(PLAIN | {"embed.py": early + EMBED, "words.py": ""})
    assert compile(made["embed.py"], "embed.py", "exec")
    assert made["embed.py"].index("openai_client") < made["embed.py"].index("FIRST")


def test_a_file_that_is_not_to_change_has_nothing_put_into_it():
    sources = [
        Source(path, text.encode(), outside=path == "settings.py")
        for path, text in (PLAIN | {"settings.py": SETTINGS.replace("api_base", "azure_endpoint")}).items()
    ]
    made = {one.path: one.after.decode() for one in fix_files(sources, Config(), Options())}
    assert made["settings.py"] == SETTINGS.replace("api_base", "azure_endpoint")
    assert all("from settings" not in text for text in made.values())


def test_one_more_file_imports_what_is_there():
    """Also where the file that has it is not named, as it is not to change."""
    done = made_in(PLAIN)
    more = done | {"more.py": EMBED.replace("embed(", "more("), "main.py": done["main.py"] + "import more\n"}
    sources = [Source(path, text.encode(), outside=path == "settings.py") for path, text in more.items()]
    made = {one.path: one.after.decode() for one in fix_files(sources, Config(), Options())}
    assert made["more.py"].startswith("from settings import openai_client\n\n\ndef more(text):\n")
    assert {path: text for path, text in made.items() if path != "more.py"} == {
        path: text for path, text in more.items() if path != "more.py"
    }


def test_what_is_left_is_told_at_its_line():
    ask = ASK + "\n\nprint(openai.Engine.list()['data'])\n"
    result = run(PLAIN | {"ask.py": ask})["ask.py"]
    lines = result.after.decode().splitlines()
    for left in result.left:
        assert "Engine" in lines[left.finding.line - 1]
    assert result.left


def test_units_that_import_it_need_the_file_that_has_it():
    sources = [Source(path, text.encode()) for path, text in PLAIN.items()]
    results = {one.path: one for one in fix_files(sources, Config(), Options(), units=True)}
    assert "settings.py" in results["ask.py"].needs


def test_a_text_with_the_name_of_the_module_does_not_need_it():
    made = made_in(PLAIN | {"ask.py": ASK.replace("def ask(text):\n", 'def ask(text):\n    """Ask openai-chat."""\n')})
    assert made["ask.py"].startswith("from settings import openai_client\n")
    quoted = made_in(PLAIN | {"ask.py": ASK.replace("ask(text)", 'ask(text: "openai.OpenAI")')})
    assert quoted["ask.py"].startswith("import openai\n")
