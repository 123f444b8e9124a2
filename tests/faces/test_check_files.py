"""Files to findings, where something of ours goes wrong."""

from __future__ import annotations

import multiprocessing
import os

import pytest
from faces.runs import LEGACY, check, python, write

from flake8_openai_v1.lint import check as module
from flake8_openai_v1.lint import linter
from flake8_openai_v1.lint.check import Candidate, Checked, check_file, check_files
from flake8_openai_v1.project.config import Config

FAILING_LINTER = """
import os, sys, flake8_openai_v1.lint.linter as linter
real = linter.examined
def examined(flow, lines, filename, config, module=None):
    if filename.endswith("bad.py"):
        {}
    return real(flow, lines, filename, config, module)
linter.examined = examined
from flake8_openai_v1.cli import main
sys.exit(main(["check", *sys.argv[1:]]))
"""


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("raise KeyError('a\\nb')", r"internal error, please report it: KeyError: 'a\nb'"),
        ("raise RecursionError('too deep')", "nested too deeply to be followed"),
        ("raise MemoryError", "too large for the memory"),
        ("raise SyntaxError('x')", "internal error, please report it: SyntaxError: x"),
    ],
)
def test_a_failure_of_ours_is_said_and_the_others_go_on(tmp_path, fault, said):
    write(tmp_path, {"a.py": LEGACY, "bad.py": LEGACY, "c.py": LEGACY})
    done = python(FAILING_LINTER.format(fault), cwd=tmp_path)
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["./a.py", "./c.py"]
    assert done.stderr.splitlines()[0].rstrip() == f"./bad.py: {said}"


FAILING_PROGRAM = """
import sys
from flake8_openai_v1.lint import programs
programs._followed = lambda *given: 1 / 0
from flake8_openai_v1.cli import main
sys.exit(main(["check", *sys.argv[1:]]))
"""


def test_a_failure_with_the_program_leaves_what_each_file_tells(tmp_path):
    own = "import openai\n\n\ndef ask():\n    return openai.Moderation.create(input='x')\n\n\nprint(ask()['id'])\n"
    other = "from own import ask\n\nprint(ask()['id'])\n"
    write(tmp_path, {"own.py": own, "other.py": other})
    done = python(FAILING_PROGRAM, cwd=tmp_path)
    assert done.returncode == 1
    assert [line.split(" ")[1] for line in done.stdout.splitlines()] == ["OAI102", "OAI112"]
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == {"./own.py"}


needs_fork = pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="needs processes that inherit")


@needs_fork
def test_a_process_that_dies_is_said(tmp_path):
    padding = "# " + "x" * module.WORTH_A_PROCESS
    write(tmp_path, dict.fromkeys(("a.py", "bad.py", "c.py", "d.py"), LEGACY + padding))
    done = python(FAILING_LINTER.format("os._exit(3)"), "--jobs", 2, cwd=tmp_path)
    assert done.returncode == 2
    assert "./bad.py: internal error: a process that checked files died" in done.stderr
    files = [*(line.split(":")[0] for line in done.stdout.splitlines()), *(f"./{name}.py" for name in ())]
    failed = [line.split(":")[0] for line in done.stderr.splitlines()[:-1]]
    assert sorted(files + failed) == ["./a.py", "./bad.py", "./c.py", "./d.py"]


@needs_fork
def test_a_file_that_goes_away(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "WORTH_A_PROCESS", 1)
    write(tmp_path, {"a.py": LEGACY})
    names = [str(tmp_path / name) for name in ("a.py", "b.py")]
    first, second = check_files([Candidate(name, LEGACY.encode()) for name in names], Config(), 2)
    assert [finding.code for finding in first.findings] == ["OAI102"]
    assert second == Checked(names[1], [], "cannot read: No such file or directory")


def test_the_linter_is_not_asked_about_a_file_that_is_taken_out(monkeypatch):
    monkeypatch.setattr(linter, "examined", lambda *arguments: 1 / 0)
    assert check_file(Candidate("a.py", b"import openai\n# flake8: noqa\n)"), Config()) == Checked("a.py", [])
    assert "ZeroDivisionError" in check_file(Candidate("a.py", b"import openai\n"), Config()).failure


def test_deep_nesting_is_no_traceback(tmp_path):
    deep = {
        "attributes.py": "import openai\nx = openai" + ".a" * 50_000 + "\n",
        "calls.py": "import openai\nx = openai" + "()" * 20_000 + "\n",
        "sums.py": "import openai\nx = " + "1 + " * 50_000 + "openai.api_base\n",
        "signs.py": "import openai\nx = " + "-" * 50_000 + "1\n",
        "nots.py": "import openai\nx = " + "not " * 50_000 + "1\n",
        "lambdas.py": "import openai\nx = " + "lambda: " * 20_000 + "1\n",
        "elifs.py": "import openai\nif 1: pass\n" + "elif 1: pass\n" * 5_000,
        "strings.py": "import openai\nx = " + "'a' " * 50_000 + "\n",
        "indents.py": "import openai\n" + "".join(" " * depth + "if 1:\n" for depth in range(99)) + " " * 99 + "x\n",
    }
    write(tmp_path, deep)
    done = check(*deep, cwd=tmp_path)
    assert done.returncode in (0, 1, 2)
    reported = [line.split(":")[0] for line in done.stderr.splitlines()[:-1]]
    assert set(reported) <= set(deep)
    assert os.path.basename(done.args[0]).startswith("flake8-openai-v1")
