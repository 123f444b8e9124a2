"""The command ``baseline``, and ``check --baseline``."""

from __future__ import annotations

import json

import pytest
from faces.runs import CLEAN, LEGACY, MESSAGE, check, program, write

FILE = ".flake8-openai-v1-baseline.json"
MORE = LEGACY + "openai.Edit.create()\n"


def baseline(*arguments, cwd, **more):
    return program("flake8-openai-v1", "baseline", *arguments, cwd=cwd, **more)


def known(folder, file=FILE):
    return {name: sum(own.values()) for name, own in json.loads((folder / file).read_text())["files"].items()}


def test_only_new_findings_fail(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b.py": CLEAN, "sub/c.py": MORE})
    done = baseline(cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{FILE}: 3 findings in 2 files written down\n")
    assert known(tmp_path) == {"a.py": 1, "sub/c.py": 2}
    done = check("--baseline", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith(" 0 findings, 0 with what to write\nbaseline: 3 findings known\n")
    write(tmp_path, {"a.py": f"\n\n{MORE}"})
    done = check("--baseline", cwd=tmp_path)
    assert done.returncode == 1
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["./a.py:5:1:"]
    assert check("--baseline", "--exit-zero", cwd=tmp_path).returncode == 0
    assert check(cwd=tmp_path).stdout.count("OAI102") == 4


def test_what_was_paid_off_is_said_and_taken_out(tmp_path):
    write(tmp_path, {"a.py": MORE, "b.py": LEGACY})
    baseline(cwd=tmp_path)
    write(tmp_path, {"a.py": LEGACY, "b.py": "x = 1\n"})
    done = check("--baseline", cwd=tmp_path)
    assert done.returncode == 0
    said = "baseline: 1 finding known, 2 paid off (2 OAI102); take them out with: flake8-openai-v1 baseline --update"
    assert done.stderr.splitlines()[-1] == said
    assert check("--baseline", "--quiet", cwd=tmp_path).stderr == ""
    write(tmp_path, {"c.py": LEGACY})
    done = baseline("--update", cwd=tmp_path)
    assert done.stderr == f"{FILE}: 2 findings taken out (2 OAI102), 1 left, 1 new one not written down\n"
    assert known(tmp_path) == {"a.py": 1}
    assert check("--baseline", cwd=tmp_path).returncode == 1
    before = (tmp_path / FILE).stat().st_mtime_ns
    assert baseline("--update", cwd=tmp_path).returncode == 0
    assert (tmp_path / FILE).stat().st_mtime_ns == before, "nothing changed, nothing is written"


def test_a_part_of_the_project(tmp_path):
    """What was not looked at is neither new nor paid off: a hook sees the files of a commit only."""
    write(tmp_path, {"a.py": LEGACY, "b.py": LEGACY})
    baseline(cwd=tmp_path)
    write(tmp_path, {"a.py": CLEAN, "b.py": CLEAN})
    assert ", 1 paid off (1 OAI102)" in check("a.py", "--baseline", cwd=tmp_path).stderr
    baseline("--update", "a.py", cwd=tmp_path)
    assert known(tmp_path) == {"b.py": 1}


def test_what_cannot_be_processed_is_not_paid_off(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    baseline(cwd=tmp_path)
    write(tmp_path, {"a.py": "import openai\n("})
    done = check("--baseline", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith("baseline: 0 findings known\n")
    assert baseline("--update", cwd=tmp_path).returncode == 2
    assert known(tmp_path) == {"a.py": 1}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--baseline", "."],
        [".", "--baseline"],
        ["--baseline", FILE, "."],
        ["--baseline", "a.py"],
        ["--baseline", "--", "a.py"],
        ["--baseline=" + FILE],
    ],
)
def test_ways_to_write_it(tmp_path, arguments):
    write(tmp_path, {"a.py": LEGACY})
    baseline(cwd=tmp_path)
    assert check(*arguments, cwd=tmp_path).returncode == 0


def test_another_file(tmp_path):
    write(tmp_path, {"src/a.py": MORE})
    done = baseline("--baseline", "ci/old.json", "src", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "flake8-openai-v1: ci/old.json: cannot write: No such file or directory\n",
    )
    (tmp_path / "ci").mkdir()
    baseline("--baseline", "ci/old.json", "src", cwd=tmp_path)
    assert known(tmp_path, "ci/old.json") == {"../src/a.py": 2}
    assert check("--baseline", "ci/old.json", cwd=tmp_path).returncode == 0
    assert check("--baseline", "../ci/old.json", cwd=tmp_path / "src").returncode == 0
    write(tmp_path, {"src/a.py": LEGACY})
    done = check("--baseline", "ci/old.json", cwd=tmp_path)
    assert done.stderr.endswith("flake8-openai-v1 baseline --update --baseline ci/old.json\n")


def test_it_is_looked_for_above_the_current_folder(tmp_path):
    """Up to the root of the repository, as settings are; one that is named by a path is that one."""
    write(tmp_path, {"src/deep/a.py": LEGACY, "src/b.py": LEGACY})
    (tmp_path / ".git").mkdir()
    inner = tmp_path / "src" / "deep"
    assert baseline(cwd=tmp_path).returncode == 0
    done = check("--baseline", cwd=inner)
    assert (done.returncode, done.stdout) == (0, "")
    assert "baseline: 1 finding known" in done.stderr
    write(tmp_path, {"src/deep/a.py": "\n"})
    done = check("--baseline", cwd=inner)
    assert done.stderr.endswith("take them out with: flake8-openai-v1 baseline --update\n")
    assert baseline("--update", cwd=inner).returncode == 0
    assert list(known(tmp_path)) == ["src/b.py"]
    assert not (inner / FILE).exists()
    assert check("--baseline", f"./{FILE}", cwd=inner).returncode == 2
    (tmp_path / "src" / ".git").mkdir()
    assert check("--baseline", cwd=inner).returncode == 2


def test_there_is_none(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    done = check("--baseline", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"flake8-openai-v1: {FILE}: there is no baseline; write one with: flake8-openai-v1 baseline\n"
    assert baseline("--update", cwd=tmp_path).returncode == 2


def test_options_say_what_is_looked_for(tmp_path):
    write(tmp_path, {"a.py": f"{LEGACY}openai.api_base = 'x'\n", "b.py": LEGACY})
    baseline("--select", "OAI105", "--exclude", "b.py", cwd=tmp_path)
    assert known(tmp_path) == {"a.py": 1}
    assert check("--baseline", cwd=tmp_path).stdout == f"./a.py:2:1: {MESSAGE}\n./b.py:2:1: {MESSAGE}\n"


def test_numbers_in_json(tmp_path):
    write(tmp_path, {"a.py": MORE})
    baseline(cwd=tmp_path)
    write(tmp_path, {"a.py": LEGACY})
    summary = json.loads(check("--baseline", "--output-format", "json", cwd=tmp_path).stdout)["summary"]
    assert (summary["findings"], summary["known"], summary["paid_off"]) == (0, 1, 1)
