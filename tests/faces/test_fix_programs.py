"""``fix`` lists what ``check`` finds: what shows only beside other files is fixed, or left with its cause."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

BOT = """\
import openai

MODEL = input()


def ask(text):
    return openai.ChatCompletion.create(model=MODEL, messages=[{"role": "user", "content": text}])
"""
TWICE = """\
import openai

MODEL = input()


def twice(text):
    return openai.Completion.create(engine=MODEL, deployment_id=MODEL, prompt=text)
"""
APP = """\
from bot import ask

print(ask("hello")["choices"][0]["message"]["content"])
"""
SHOP = """\
from bot2 import twice

print(twice("helo")["choices"][0]["text"])
"""
BOTH = "engine= and deployment_id= are both given"


def run(folder, command, *arguments, given=None):
    """What a command says in JSON, and on standard error."""
    words = [sys.executable, "-m", "flake8_openai_v1", command, "--output-format", "json", *(arguments or ["."])]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, input=given)
    assert done.returncode in (0, 1), done.stderr
    assert "internal error" not in done.stderr
    talk = done.stderr
    if not done.stdout.startswith("{"):  # with --diff and for standard input, results go with the talk
        talk, _, _ = done.stderr.partition("{")
        return json.loads(done.stderr[len(talk) : done.stderr.rindex("}") + 1]), done.stderr
    return json.loads(done.stdout), talk


def places(result):
    return [(row["path"], row["line"], row["column"], row["code"]) for row in result["findings"]]


def reasons(result):
    return {(row["path"], row["line"]): row["cause"]["reason"] for row in result["findings"]}


def agree(folder, *arguments):
    """Check, fix, check and fix again: what is left after the first fix. All must tell the same."""
    before, _ = run(folder, "check", *arguments)
    left, _ = run(folder, "fix", *arguments)
    after, _ = run(folder, "check", *arguments)
    again, _ = run(folder, "fix", *arguments)
    assert places(left) == places(after) == places(again)
    assert reasons(left) == reasons(after) == reasons(again)
    assert left["summary"]["fixed"] + len(left["findings"]) == len(before["findings"])
    assert again["summary"]["fixed"] == 0
    return left


@pytest.fixture
def project(tmp_path):
    def make(**files):
        for name, text in files.items():
            tmp_path.joinpath(f"{name}.py").write_text(text)
        return tmp_path

    return make


def test_a_read_in_another_file_that_is_fixed_is_counted(project):
    folder = project(bot=BOT, app=APP)
    left, talk = run(folder, "fix")
    assert left["summary"]["fixed"] == 2
    assert "2 files: 2 findings fixed in 2 files, 0 left" in talk
    assert "openai.chat" in (folder / "bot.py").read_text()
    assert ".choices[0].message.content" in (folder / "app.py").read_text()
    assert agree(folder)["findings"] == []


def test_a_read_in_another_file_that_is_left_goes_with_its_call(project):
    folder = project(bot2=TWICE, shop=SHOP)
    left = agree(folder)
    assert {path for path, *_ in places(left)} == {"./bot2.py", "./shop.py"}
    assert reasons(left)["./shop.py", 3] == f"it goes with ./bot2.py, line 7: {BOTH}"
    _, talk = run(folder, "fix")
    assert "files: 0 done, 0 in part, 2 to do" in talk


def test_what_is_left_of_one_call_and_of_its_reads_is_one_cause(project):
    folder = project(bot2=TWICE, shop=SHOP, stall=SHOP, stand=SHOP)
    left, talk = run(folder, "fix")
    number = len(left["findings"])
    assert f"{number} findings are left, by 1 cause:" in talk
    assert f"  {number}  ./bot2.py:7: {BOTH}" in talk


def test_fixed_and_left_side_by_side(project):
    folder = project(bot=BOT, app=APP, bot2=TWICE, shop=SHOP)
    left = agree(folder)
    assert {path for path, *_ in places(left)} == {"./bot2.py", "./shop.py"}
    assert left["summary"]["fixed"] == 2


def test_a_diff_counts_the_same(project):
    folder = project(bot=BOT, app=APP, bot2=TWICE, shop=SHOP)
    shown, talk = run(folder, "fix", "--diff", ".")
    assert "4 files: 2 findings would be fixed in 2 files, 4 left in 2 files" in talk
    assert (folder / "bot.py").read_text() == BOT
    written, _ = run(folder, "fix")
    assert reasons(shown) == reasons(written)


def test_a_file_that_is_only_looked_at_is_not_listed(project):
    folder = project(bot2=TWICE, shop=SHOP)
    for arguments in (["bot2.py"], ["--exclude", "shop.py", "."]):
        left, talk = run(folder, "fix", *arguments)
        assert {path.removeprefix("./") for path, *_ in places(left)} == {"bot2.py"}
        assert "1 file: nothing" not in talk


def test_a_read_of_what_a_file_gives_that_is_not_named(project):
    folder = project(bot2=TWICE, shop=SHOP)
    assert agree(folder, "shop.py")["findings"] == []  # as check does not see it, either


def test_a_code_that_is_not_selected_is_not_listed(project):
    folder = project(bot2=TWICE, shop=SHOP)
    assert {row[3] for row in places(agree(folder, "--select", "OAI102", "."))} == {"OAI102"}
    left = agree(folder, "--select", "OAI112", ".")
    assert {row[3] for row in places(left)} == {"OAI112"}
    assert left["findings"][0]["cause"]["reason"]


def test_a_line_that_is_silenced_is_not_listed(project):
    folder = project(bot2=TWICE, shop=SHOP.replace('["text"])', '["text"])  # noqa: OAI112'))
    assert {row[0] for row in places(agree(folder))} == {"./bot2.py"}


def test_standard_input_beside_files(project):
    folder = project(bot2=TWICE)
    arguments = ["--stdin-filename", "shop.py", "-", "bot2.py"]
    left, _ = run(folder, "fix", *arguments, given=SHOP)
    found, _ = run(folder, "check", *arguments, given=SHOP)
    assert sorted(places(left)) == sorted(places(found))
    assert {path for path, *_ in places(left)} == {"bot2.py", "shop.py"}


def test_a_dict_of_another_file_is_read_as_it_was(project):
    keep = "import json\nfrom bot import ask\n\nreply = ask('x')\nprint(json.dumps(reply), reply['id'])\n"
    folder = project(bot=BOT, keep=keep)
    left = agree(folder)
    assert left["findings"] == []
    assert left["summary"]["fixed"] == len({"the call", "the read", "what is made JSON"})


def test_what_a_test_that_is_not_named_puts_in_the_place_of_the_module(project):
    bot = "def ask(api):\n    reply = api.Completion.create(model='m', prompt='x')\n    return reply['choices'][0]\n"
    main = "import openai\nfrom bot import ask\n\nprint(ask(openai))\n"
    test = "import bot\nfrom unittest.mock import Mock\n\nprint(bot.ask(Mock()))\n"
    folder = project(bot=bot, main=main, test_bot=test)
    (folder / "pyproject.toml").touch()
    left = agree(folder, "bot.py", "main.py")
    why = "what it is called on comes from another file, and may be something else elsewhere"
    assert reasons(left) == {("bot.py", 2): why, ("bot.py", 3): f"it goes with line 2: {why}"}
    assert (folder / "bot.py").read_text() == bot


GROWS = """\
import openai


def one(x):
    return openai.Completion.create(engine="m", prompt=x, api_key="k", api_base="https://gate.example.com/v1/")["choices"]


OPTIONS = {"engine": "m", "deployment_id": "x"}
"""
USES = 'import openai\nfrom a import OPTIONS\n\nprint(openai.Completion.create(prompt="x", **OPTIONS)["choices"])\n'


def test_a_cause_in_another_file_has_its_line_as_that_is_on_disk(tmp_path):
    """Before the fix, beside its diff, and behind it, where the lines above are more."""
    (tmp_path / "a.py").write_text(GROWS)
    (tmp_path / "b.py").write_text(USES)
    for words in (("check",), ("fix", "--diff", "."), ("fix",)):
        result, _ = run(tmp_path, *words)
        text = (tmp_path / "a.py").read_text().splitlines()
        causes = {(row["cause"]["path"], row["cause"]["line"]) for row in result["findings"] if row["path"] == "./b.py"}
        assert causes == {("./a.py", 1 + text.index('OPTIONS = {"engine": "m", "deployment_id": "x"}'))}
    assert len(text) > len(GROWS.splitlines())
