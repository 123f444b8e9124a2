"""``check`` sees the files that it is given together; what one gets from another one is found there."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys

import pytest

BOT = """\
import openai

MODEL = input()


def ask(text):
    return openai.ChatCompletion.create(model=MODEL, messages=[{"role": "user", "content": text}])
"""
APP = """\
from bot import ask

print(ask("hello")["choices"][0]["message"]["content"])
"""


def check(folder, *arguments):
    command = [sys.executable, "-m", "flake8_openai_v1", "check", "--output-format", "text", *(arguments or ["."])]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return sorted(line.removeprefix("./") for line in done.stdout.splitlines() if ": OAI" in line)


def codes(lines):
    """File and code of each finding."""
    return [(line.partition(":")[0], line.split(" ")[1]) for line in lines]


@pytest.fixture
def project(tmp_path):
    def make(**files):
        for name, text in files.items():
            path = tmp_path.joinpath(*name.split("__")).with_suffix(".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path

    return make


def test_a_response_that_another_file_gives(project):
    folder = project(bot=BOT, app=APP)
    assert codes(check(folder)) == [("app.py", "OAI112"), ("bot.py", "OAI102")]


def test_a_response_that_one_file_puts_into_the_module_of_another(project):
    made = "store.last = openai.Moderation.create(input='x')"
    main = f"import openai\nimport store\nfrom show import show\n\n{made}\nshow()\n"
    show = "import store\n\n\ndef show():\n    print(store.last['id'])\n"
    folder = project(main=main, store="last = None\n", show=show)
    assert codes(check(folder)) == [("main.py", "OAI102"), ("show.py", "OAI112")]


def test_alone_nothing_is_known_of_it(project):
    folder = project(bot=BOT, app=APP)
    assert codes(check(folder, "app.py")) == []


def test_a_method_of_a_class_of_another_file(project):
    bot = BOT.replace("\n\ndef ask(text):\n    ", "\n\nclass Bot:\n    def ask(self, text):\n        ")
    app = "from lib.bot import Bot\n\nclass App:\n    def __init__(self):\n        self.bot = Bot()\n"
    app += "    def run(self):\n        return self.bot.ask('x')[\"id\"]\n"
    folder = project(lib____init__="", lib__bot=bot, app=app)
    assert codes(check(folder)) == [("app.py", "OAI112"), ("lib/bot.py", "OAI102")]


def test_a_base_class_of_another_file_calls_what_it_is_given(project):
    base = "class Base:\n    def run(self):\n        return self.show(self.function(model='m'))\n"
    chat = "import openai\nfrom base import Base\n\nclass Chat(Base):\n    def __init__(self):\n"
    chat += "        self.function = openai.ChatCompletion.create\n    @staticmethod\n    def show(answer):\n"
    chat += "        return answer['choices']\n\nChat().run()\n"
    found = codes(check(project(base=base, chat=chat)))
    assert ("chat.py", "OAI112") in found


def test_a_parameter_of_a_function_of_another_file(project):
    show = "def show(answer):\n    print(answer['id'])\n"
    app = "import openai\nfrom show import show\n\nshow(openai.Moderation.create(input='x'))\n"
    assert codes(check(project(show=show, app=app))) == [("app.py", "OAI102"), ("show.py", "OAI112")]


def test_one_caller_that_gives_something_else_makes_it_silent(project):
    show = "def show(answer):\n    print(answer['id'])\n"
    app = "import openai\nfrom show import show\n\nshow(openai.Moderation.create(input='x'))\n"
    other = "from show import show\n\nshow({'id': 1})\n"
    assert codes(check(project(show=show, app=app, other=other))) == [("app.py", "OAI102")]


def test_a_comment_silences_what_the_program_shows(project):
    folder = project(bot=BOT, app=APP.replace(")\n", ")  # noqa: OAI112\n").replace("ask  # noqa: OAI112", "ask"))
    assert codes(check(folder)) == [("bot.py", "OAI102")]


def test_the_order_of_files_and_the_number_of_processes_change_nothing(project):
    folder = project(bot=BOT, app=APP, more="from app import ask\nprint(ask('x')[\"id\"])\n")
    expected = check(folder, "--jobs", "1", ".")
    assert len(expected) == 3
    names = ["bot.py", "app.py", "more.py"]
    orders = list(itertools.permutations(names))
    random.Random(1).shuffle(orders)
    for order in orders[:3]:
        assert check(folder, "--jobs", "3", *order) == expected


def test_a_file_that_does_not_parse_hides_nothing_else(project):
    folder = project(bot=BOT, app=APP, broken="from bot import ask\nprint(ask('x')['id'\n")
    done = subprocess.run(
        [sys.executable, "-m", "flake8_openai_v1", "check", "--output-format", "text", "."],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "app.py:3" in done.stdout


def test_files_of_one_folder_that_is_no_package_import_each_other(project):
    folder = project(**{"my-app__src__lib__bot": BOT, "my-app__tests__app": APP.replace("bot", "lib.bot")})
    assert codes(check(folder)) == [("my-app/src/lib/bot.py", "OAI102"), ("my-app/tests/app.py", "OAI112")]


def test_a_folder_with_a_dash_is_not_imported_from_beside_it(project):
    folder = project(**{"my-app__bot": BOT, "other__app": APP})
    assert codes(check(folder)) == [("my-app/bot.py", "OAI102")]


# The module itself, by the way of another file


@pytest.mark.parametrize(
    ("config", "main"),
    [
        ("import openai\n", "from config import openai\n\nopenai.Completion.create(prompt='x')\n"),
        ("import openai as ai\n", "import config  # for openai\n\nconfig.ai.Completion.create(prompt='x')\n"),
        ("import openai\n", "from config import *\n\nopenai.Completion.create(prompt='x')\n"),
        ("from openai import Completion\n", "from config import Completion  # openai's\n\nCompletion.acreate()\n"),
        ("try:\n    import openai\nexcept:\n    openai = None\n", "import config\n\nconfig.openai.File.list()\n"),
    ],
)
def test_the_module_that_another_file_imported(project, config, main):
    found = codes(check(project(config=config, main=main)))
    assert [code for name, code in found if name == "main.py"] in (["OAI102"], ["OAI103"])


def test_exceptions_and_settings_of_the_module_that_another_file_imported(project):
    main = "from config import ai\n\nai.api_base = input()\ntry:\n    print(ai.Moderation.create())\n"
    main += "except ai.error.Timeout:  # of openai\n    pass\n"
    folder = project(config="import openai as ai\n", main=main)
    assert codes(check(folder)) == [("main.py", "OAI105"), ("main.py", "OAI102"), ("main.py", "OAI107")]


BOT_OF = """\
class Bot:
    def __init__(self, api):
        self.api = api

    def ask(self, text):
        try:
            return self.api.Completion.create(model=input(), prompt=text)["choices"][0]["text"]
        except self.api.error.Timeout:
            return None
"""


def test_the_module_that_another_file_hands_on(project):
    folder = project(bot=BOT_OF, main="import openai\nfrom bot import Bot\n\nprint(Bot(openai).ask('x'))\n")
    assert sorted(codes(check(folder))) == [("bot.py", "OAI102"), ("bot.py", "OAI107"), ("bot.py", "OAI112")]
    (folder / "other.py").write_text("from bot import Bot\nfrom fake import api\n\nBot(api).ask('y')\n")
    assert check(folder) == []


@pytest.mark.parametrize(
    ("config", "main"),
    [
        ("from . import openai\n", "from config import openai\n\nopenai.Completion.create(prompt='x')\n"),
        ("import openai\n\nopenai = wrapped(openai)\n", "from config import openai\n\nopenai.Completion.create()\n"),
        ("import openai\nfrom PIL import Image\n", "from config import Image, openai\n\nImage.create()\n"),
        ("import openai\n\nclient = openai.OpenAI()\n", "from config import client  # openai\n\nclient.error.Any()\n"),
    ],
)
def test_what_only_looks_like_the_module(project, config, main):
    assert check(project(config=config, main=main)) == []
