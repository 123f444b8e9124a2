"""The plugin in the real flake8: that of this environment, the lowest supported one and the newest."""

from __future__ import annotations

import functools
import shutil
import sys
from importlib.metadata import version

import pytest
from faces.environments import PROJECT, environment, is_newest
from faces.runs import LEGACY, MESSAGE, SCRIPTS, check, flake8, program, python, write

FINDING = f"2:1: {MESSAGE}\n"


@pytest.fixture(
    params=[
        "here",
        pytest.param("flake8==6.0.0", marks=pytest.mark.index),
        pytest.param("flake8", marks=pytest.mark.index),
    ]
)
def run(request, tmp_path):
    """Run one of the flake8s in the test's folder."""
    if request.param == "flake8" and is_newest("flake8"):
        pytest.skip("the newest flake8 is the one here")
    programs = SCRIPTS if request.param == "here" else environment(request.param)
    return functools.partial(program, str(programs / "flake8"), cwd=tmp_path)


def test_it_is_named(run):
    assert f"flake8-openai-v1: {version('flake8-openai-v1')}" in " ".join(run("--version").stdout.split())


def test_findings(run, tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b/c.py": LEGACY, "d.py": "x = 1\n"})
    done = run()
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"./a.py:{FINDING}./b/c.py:{FINDING}"
    assert check(cwd=tmp_path).stdout == done.stdout


@pytest.mark.index
@pytest.mark.parametrize("requirement", ["flake8==6.0.0", "flake8==6.1.0", "flake8==7.0.0", "flake8==7.3.0", "flake8"])
def test_the_report_is_the_same_to_the_byte_under_each_flake8(tmp_path, requirement):
    shutil.copytree(PROJECT / "examples", tmp_path, dirs_exist_ok=True)
    there = str(environment(requirement) / "flake8")
    words = ("--select", "OAI", "--extend-select", "OAI9", ".")
    theirs = program(there, *words, cwd=tmp_path)
    assert (theirs.returncode, theirs.stderr) == (1, "")
    assert theirs.stdout.count("\n") > 20
    assert theirs.stdout == flake8(*words, cwd=tmp_path).stdout
    assert sorted(theirs.stdout.splitlines()) == sorted(check(*words, cwd=tmp_path).stdout.splitlines())


@pytest.mark.parametrize("jobs", [1, 2])
def test_jobs(run, tmp_path, jobs):
    write(tmp_path, {f"{number}.py": LEGACY for number in range(8)})
    done = run("-j", jobs, "--select", "OAI", "--openai-target-version", "2")
    assert done.stdout == "".join(f"./{number}.py:{FINDING}" for number in range(8))


def test_standard_input(run):
    assert run("-", stdin=LEGACY).stdout == f"stdin:{FINDING}"
    assert run("-", "--stdin-display-name", "src/a.py", stdin=LEGACY).stdout == f"src/a.py:{FINDING}"


def test_vs_codes_way_to_call_it(run):
    done = run("--format=%(row)d,%(col)d,%(code).1s,%(code)s:%(text)s", "-", stdin=LEGACY)
    assert done.stdout == f"2,1,O,OAI102:{MESSAGE.split(' ', 1)[1]}\n"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("setup.cfg", "openai-target-version"),
        ("tox.ini", "openai_target_version"),
        (".flake8", "openai-target-version"),
    ],
)
def test_the_target_version_in_a_config_file(run, tmp_path, name, key):
    write(tmp_path, {"a.py": "import openai\nopenai.Edit.create()\n"})
    assert "client.edits.create" not in run("--select", "OAI").stdout
    write(tmp_path, {name: f"[flake8]\n{key} = 1.7.1\n"})
    done = run("--select", "OAI")
    assert "client.edits.create" in done.stdout
    assert check(cwd=tmp_path).stdout == done.stdout
    assert "client.edits.create" not in run("--select", "OAI", "--openai-target-version", "3").stdout


ON_AZURE = """\
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
client.chat.completions.create(model="gpt-4o", messages=[])
client.chat.completions.create(model="gpt-4", messages=[])
"""


@pytest.mark.parametrize("key", ["openai-azure-deployments", "openai_azure_deployments"])
def test_deployments(run, tmp_path, key):
    """Names of deployments are told on the command line, or in a config file that both faces read."""
    write(tmp_path, {"a.py": ON_AZURE})
    assert run("--select", "OAI").stdout == ""
    assert run("--select", "OAI", "--openai-azure-deployments", "chat").stdout.count("OAI302") == 2
    assert run("--select", "OAI", "--openai-azure-deployments", "gpt-4o,gpt-4").stdout == ""
    assert run("--select", "OAI", "--openai-azure-deployments=gpt-4o").stdout.startswith("./a.py:4:38: OAI302")
    assert check("--azure-deployments", "gpt-4o, gpt-4", cwd=tmp_path).stdout == ""
    write(tmp_path, {"setup.cfg": f"[flake8]\n{key} =\n  gpt-4o,\n"})
    done = run("--select", "OAI")
    assert done.stdout.startswith("./a.py:4:38: OAI302")
    assert check(cwd=tmp_path).stdout == done.stdout


def test_opinions_on_azure(run, tmp_path):
    write(tmp_path, {"a.py": ON_AZURE.replace("gpt-4", "chat")})
    assert run("--select", "OAI").stdout == ""
    assert run("--extend-select", "OAI9").stdout.count("OAI902") == 1


@pytest.mark.parametrize("value", ["0.28", "9", "newest", ""])
def test_a_wrong_target_version(run, tmp_path, value):
    write(tmp_path, {"a.py": LEGACY})
    done = run(f"--openai-target-version={value}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "flake8: error: argument --openai-target-version: " in done.stderr
    write(tmp_path, {"setup.cfg": f"[flake8]\nopenai-target-version = {value}\n"})
    again = run()
    assert (again.returncode, again.stdout, again.stderr) == (2, "", done.stderr)


def test_options_in_a_config_file(run, tmp_path):
    write(tmp_path, {"a.py": LEGACY, "old/b.py": LEGACY, "tests/c.py": LEGACY, "tests/d.py": LEGACY})
    text = "[flake8]\nexclude = old\nextend-exclude = d.py\nper-file-ignores =\n    tests/*: OAI102,E501\n"
    write(tmp_path, {"setup.cfg": text})
    done = run("--select", "OAI")
    assert done.stdout == f"./a.py:{FINDING}"
    assert check(cwd=tmp_path).stdout == done.stdout


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ([], True),
        (["--select", "OAI"], True),
        (["--select", "OAI1"], True),
        (["--select", "OAI102"], True),
        (["--select", "OAI105"], False),
        (["--select", "E,F"], False),
        (["--select", "E", "--extend-select", "OAI"], True),
        (["--extend-select", "OAI9"], True),
        (["--ignore", "E"], True),
        (["--ignore", "OAI"], False),
        (["--extend-ignore", "OAI102"], False),
        (["--select", "OAI102", "--ignore", "OAI1"], True),
        (["--select", "OAI", "--per-file-ignores", "a.py:OAI102"], False),
        (["--select", "OAI", "--per-file-ignores", "b.py:OAI102"], True),
        (["--select", "OAI", "--exit-zero"], True),
    ],
)
def test_selection(run, tmp_path, arguments, shown):
    write(tmp_path, {"a.py": LEGACY})
    assert run("a.py", *arguments).stdout == (f"a.py:{FINDING}" if shown else "")


# There is no opinion yet. These run with a linter that has one.

WITH_AN_OPINION = """
import sys, flake8_openai_v1.lint.linter as linter
from flake8_openai_v1.syntax.diagnostics import Diagnostic
rows = (1, 0, "OAI101"), (2, 0, "OAI901"), (2, 1, "OAI902")
found = [Diagnostic(line, column, line, 6, code, "message") for line, column, code in rows]
linter.lint_tree = linter.findings = lambda *arguments: found
import flake8_openai_v1.rules as rules
rules.RULES += type("Opinion", (), {"code": "OAI901"}), type("Other", (), {"code": "OAI902"})
"""
IN_FLAKE8 = f"{WITH_AN_OPINION}\nfrom flake8.main.cli import main; sys.exit(main())"
IN_CHECK = f"{WITH_AN_OPINION}\nfrom flake8_openai_v1.cli import main; sys.exit(main())"


@pytest.mark.parametrize(
    ("arguments", "in_both", "shown"),
    [
        ([], True, "OAI101"),
        (["--select", "OAI"], True, "OAI101"),
        (["--select", "OAI9"], True, "OAI901 OAI902"),
        (["--select", "OAI,OAI9"], True, "OAI101 OAI901 OAI902"),
        (["--select", "OAI901"], True, "OAI901"),
        (["--select", "OAI", "--extend-select", "OAI9"], True, "OAI101 OAI901 OAI902"),
        (["--extend-select", "OAI9"], True, "OAI101 OAI901 OAI902"),
        (["--extend-select", "OAI902"], True, "OAI101 OAI902"),
        (["--extend-select", "OAI9", "--ignore", "OAI901"], True, "OAI101 OAI902"),
        (["--ignore", "E"], False, "OAI101"),
        (["--extend-ignore", "E"], False, "OAI101"),
        (["--select", "O"], False, "OAI101"),
        (["--select", "E,W,F,OAI"], False, "OAI101"),
    ],
)
@pytest.mark.parametrize("requirement", ["here", pytest.param("flake8==6.0.0", marks=pytest.mark.index)])
def test_opinions_are_shown_only_if_selected(tmp_path, requirement, arguments, in_both, shown):
    interpreter = sys.executable if requirement == "here" else environment(requirement) / "python"
    write(tmp_path, {"a.py": "import openai\nopenai.x\n"})

    def codes(code, *words):
        done = program(str(interpreter), "-c", code, *words, "a.py", *arguments, cwd=tmp_path)
        return [line.split()[1] for line in done.stdout.splitlines() if " OAI" in line]

    assert codes(IN_FLAKE8, "-j1") == shown.split()
    if in_both:
        assert codes(IN_CHECK, "check") == shown.split()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", "OAI101"),
        ("select = OAI", "OAI101"),
        ("ignore = E,W", "OAI101"),
        ("extend-ignore = OAI1", ""),
        ("extend-select = OAI9", "OAI101 OAI901 OAI902"),
        ("extend-select = OAI9\nignore = OAI902", "OAI101 OAI901"),
        ("extend-select = OAI9\nper-file-ignores = a.py: OAI9", "OAI101"),
    ],
)
def test_opinions_in_a_config_file(tmp_path, text, shown):
    write(tmp_path, {"a.py": "import openai\nopenai.x\n", ".flake8": f"[flake8]\n{text}\n"})
    for code, command in ((IN_FLAKE8, "-j1"), (IN_CHECK, "check")):
        done = program(sys.executable, "-c", code, command, "a.py", cwd=tmp_path)
        assert [line.split()[1] for line in done.stdout.splitlines() if " OAI" in line] == shown.split()


def test_a_failure_of_ours_is_a_finding_and_the_run_goes_on(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b.py": "import os\n"})
    code = (
        "import sys, flake8_openai_v1.lint.linter as linter\n"
        "def lint_tree(*arguments): raise SyntaxError('one\\ntwo')\n"
        "linter.lint_tree = lint_tree\n"
        "from flake8.main.cli import main; sys.exit(main())"
    )
    done = python(code, "-j1", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == (
        "./a.py:1:1: OAI000 internal error, this file was not checked: SyntaxError: one\\ntwo\n"
        "./b.py:1:1: F401 'os' imported but unused\n"
    )
    assert "OAI000" not in python(code, "-j1", "--extend-ignore=OAI000", cwd=tmp_path).stdout


def test_what_importing_the_plugin_loads(tmp_path):
    code = (
        "import sys\n"
        "import flake8.main.cli, flake8.plugins.pyflakes, flake8.plugins.pycodestyle\n"
        "before = set(sys.modules)\n"
        "import flake8_openai_v1.plugin\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    assert python(code, cwd=tmp_path).stdout.split() == ["flake8_openai_v1", "flake8_openai_v1.plugin"]


def test_files_without_the_word_load_no_linter(tmp_path):
    write(tmp_path, {"a.py": "import os\nprint(os)\n"})
    code = (
        "import sys\n"
        "from flake8.main.cli import main\n"
        "main(['-j1', '--openai-target-version=2'])\n"
        "print('flake8_openai_v1.plugin' in sys.modules, 'flake8_openai_v1.lint.linter' in sys.modules)"
    )
    assert python(code, cwd=tmp_path).stdout == "True False\n"


def test_linting_never_loads_the_rewriter(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    code = (
        "import sys\n"
        "from flake8.main.cli import main\n"
        "main(['-j1'])\n"
        "print('flake8_openai_v1.lint.linter' in sys.modules, 'ast_grep_py' in sys.modules)"
    )
    assert python(code, cwd=tmp_path).stdout == f"./a.py:{FINDING}True False\n"


def test_broken_files_are_flake8s_to_report(tmp_path):
    write(
        tmp_path,
        {"a.py": "import openai\n(", "b.py": b"import openai\nopenai.ChatCompletion.create('\xe9')\n"},
    )
    done = flake8(cwd=tmp_path)
    assert "./a.py:" in done.stdout
    assert "E999" in done.stdout or "E902" in done.stdout
    assert f"./b.py:{FINDING}" in done.stdout
