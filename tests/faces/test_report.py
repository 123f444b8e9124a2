"""The command ``report``."""

from __future__ import annotations

import json
import shutil

import pytest
from faces.runs import CLEAN, LEGACY, SCRIPTS, check, program, screen, write
from faces.test_diff_base import commit, git

PART = LEGACY + 'client = openai.OpenAI()\nclient.chat.completions.create(model="m", messages=[])\n'
WORD = '"""Not about openai."""\n'
HAND = "import openai\nopenai.Edit.create()\n"


def report(*arguments, cwd, **more):
    return program("flake8-openai-v1", "report", *arguments, cwd=cwd, **more)


def numbers(*arguments, cwd):
    done = report("--json", "-", *arguments, cwd=cwd)
    assert done.returncode in (0, 2), done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "shop"
    files = {
        "a.py": LEGACY,
        "src/part.py": PART,
        "src/done.py": CLEAN,
        "word.py": WORD,
        "x.py": "x = 1\n",
        "b.py": HAND,
    }
    return write(folder, files)


def test_numbers(project):
    found = numbers(cwd=project)
    assert found["project"] == "shop"
    assert {file["path"]: file["state"] for file in found["files"]} == {
        "./a.py": "to_do",
        "./b.py": "to_do",
        "./src/done.py": "done",
        "./src/part.py": "part",
    }
    assert found["summary"] == {
        **{"files": 6, "done": 1, "part": 1, "to_do": 2, "findings": 3, "errors": 3, "warnings": 0, "hints": 0},
        **{"safe": 2, "unsafe": 0, "by_hand": 1, "failures": 0},
    }
    assert [(row["path"], row["findings"]) for row in found["folders"]] == [(".", 2), ("src", 1)]
    assert [cause["findings"] for cause in found["causes"]] == [1]
    assert "course" in found
    assert not found["course"]


def test_its_numbers_are_those_of_check(tmp_path):
    """Also where something is found in a file that does not name the SDK."""
    ask = 'import openai\ndef ask():\n    return openai.Completion.create(model="m", prompt="x")\n'
    use = 'from ask import ask\nprint(ask()["choices"][0]["text"])\n'
    write(tmp_path, {"ask.py": ask, "use.py": use, "gone.py": "import openai\nopenai.Edit.create(input='x')\n"})
    checked = json.loads(check("--output-format", "json", ".", cwd=tmp_path).stdout)["summary"]
    reported = numbers(cwd=tmp_path)
    assert {path["path"] for path in reported["files"]} == {"./ask.py", "./use.py", "./gone.py"}
    for name in ("findings", "safe", "unsafe", "by_hand"):
        assert reported["summary"][name] == checked[name]
    assert reported["summary"]["findings"] == sum(reported["summary"][one] for one in ("safe", "unsafe", "by_hand"))


def test_the_next_step_leads_out(tmp_path):
    """Where all is left to a person, no command leads back to another one."""
    write(tmp_path, {"gone.py": "import openai\nopenai.Edit.create(input='x')\n"})
    assert report(cwd=tmp_path).stdout.splitlines()[-1] == "next: flake8-openai-v1 explain ./gone.py:2  # holds back 2"
    status, text = screen([SCRIPTS / "flake8-openai-v1", "check", "."], cwd=tmp_path)
    assert status == 1
    assert text.splitlines()[-1] == "next: by hand, what to do at the first: flake8-openai-v1 explain ./gone.py:2"


def test_on_the_terminal(project):
    done = report(".", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    first, *_, last = done.stdout.splitlines()
    assert first == "shop: 4 files with OpenAI code: 1 done, 1 in part, 2 to do"
    assert last == "next: flake8-openai-v1 fix --diff ."
    assert {path.name for path in project.iterdir()} == {"a.py", "b.py", "src", "word.py", "x.py"}


def test_files(project):
    done = report("--html", "r.html", "--markdown", "r.md", "--json", "r.json", "src", cwd=project)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "r.md: written\nr.json: written\nr.html: written\n"
    assert (project / "r.html").read_text("utf-8").startswith("<!doctype html>")
    assert (project / "r.md").read_text("utf-8").startswith("### Migration of <code>src</code>")
    assert json.loads((project / "r.json").read_text())["summary"]["files"] == 2


def test_what_fails(project):
    write(project, {"broken.py": "import openai\n("})
    done = report("--json", "-", cwd=project)
    assert done.returncode == 2
    assert done.stderr.startswith("./broken.py: cannot parse: ")
    assert [failure["path"] for failure in json.loads(done.stdout)["failures"]] == ["./broken.py"]
    done = report("--html", "none/r.html", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("flake8-openai-v1: none/r.html: cannot write: No such file or directory\n")


def test_options_say_what_is_looked_for(project):
    assert numbers("--select", "OAI105", cwd=project)["summary"]["findings"] == 0
    assert numbers("--exclude", "src,b.py", cwd=project)["summary"]["findings"] == 1


def test_nothing_there(tmp_path):
    assert report(cwd=tmp_path).stdout.endswith("next: nothing is left to do\n")


# Its course


@pytest.fixture
def history(project, monkeypatch):
    if shutil.which("git") is None:
        pytest.skip("git is not installed")

    def step(day, **files):
        write(project, {name.replace("_", "."): text for name, text in files.items()})
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_DATE", f"{day}T12:00:00Z")
        commit(project)

    git(project, "init", "--quiet")
    step("2026-01-05")
    git(project, "tag", "start")
    step("2026-02-05", a_py=CLEAN)
    step("2026-03-05", c_py=LEGACY + HAND, readme_md=LEGACY)
    return project


def course(*arguments, cwd, revision="start"):
    found = numbers("--since", revision, *arguments, cwd=cwd)["course"]
    return [(point["day"], point["findings"], point["files"]) for point in found[:-1]], found[-1]


def test_the_course(history):
    write(history, {"b.py": CLEAN})
    past, now = course(cwd=history)
    assert past == [("2026-01-05", 3, 3), ("2026-02-05", 2, 2), ("2026-03-05", 4, 3)]
    assert (now["commit"], now["findings"], now["files"]) == (None, 3, 2)
    assert git(history, "status", "--porcelain") == " M b.py\n", "nothing was checked out"
    done = report("--since", "start", cwd=history)
    assert "\ncourse\n  3 #####" in done.stdout


def test_the_course_of_a_part(history):
    assert course("src", cwd=history)[0] == [("2026-01-05", 1, 1), ("2026-02-05", 1, 1), ("2026-03-05", 1, 1)]
    past, _ = course("--exclude", "src", "--select", "OAI1", cwd=history, revision="HEAD~1")
    assert past == [("2026-02-05", 1, 1), ("2026-03-05", 3, 2)]
    past, _ = course("..", cwd=history / "src", revision="HEAD")
    assert past == [("2026-03-05", 4, 3)]


def test_a_long_course_is_thinned_out(history):
    for _ in range(60):
        git(history, "commit", "--quiet", "--allow-empty", "--message", "x")
    past, _ = course(cwd=history)
    assert len(past) == 40
    assert past[0] == ("2026-01-05", 3, 3)


@pytest.mark.parametrize("revision", ["nowhere", "--all"])
def test_no_such_commit(history, revision):
    done = report(f"--since={revision}", cwd=history)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"flake8-openai-v1: --since {revision}: no such commit here")


def test_a_base_elsewhere(history):
    """A commit that is no parent of HEAD comes first, then what HEAD has beyond it."""
    git(history, "checkout", "--quiet", "-b", "other", "start")
    git(history, "commit", "--quiet", "--allow-empty", "--message", "x")
    git(history, "checkout", "--quiet", "main")
    past, _ = course(cwd=history, revision="other")
    assert [findings for _, findings, _ in past] == [3, 2, 4]


def test_a_commit_counts_what_check_counts(tmp_path):
    """Also what is found in a file that does not name the SDK."""
    ask = 'import openai\ndef ask():\n    return openai.Completion.create(model="m", prompt="x")\n'
    write(tmp_path, {"ask.py": ask, "use.py": 'from ask import ask\nprint(ask()["choices"][0]["text"])\n'})
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    past, now = numbers("--since", "HEAD", cwd=tmp_path)["course"]
    assert past["findings"] == now["findings"] == 2
    assert past["files"] == now["files"] == 2


def test_the_next_step_is_at_what_holds_back_most(tmp_path):
    """Not at the import in the first line."""
    source = "import openai\n\n\ndef ask(**given):\n    return openai.Customer.create(**given)\n"
    write(tmp_path, {"bot.py": source + "\n\nopenai.Edit.create(input='x')\nopenai.Edit.create(input='y')\n"})
    said = report(cwd=tmp_path).stdout.splitlines()
    places = [line.split()[1] for line in said[said.index("by hand because") + 1 :] if line.startswith("  ")]
    assert places
    assert all(one.startswith("./bot.py:") for one in places)
    assert f"explain {places[0].rstrip(':')}" in said[-1]
