"""The command, run as a user would run it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest
from faces.runs import CLEAN, LEGACY, MESSAGE, SCRIPTS, check, program, python, screen, write

FINDING = f"2:1: {MESSAGE}\n"


def test_findings(tmp_path):
    write(tmp_path, {"b.py": LEGACY, "a/c.py": LEGACY, "clean.py": CLEAN, "other.py": "x = 1\n"})
    done = check(cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == f"./a/c.py:{FINDING}./b.py:{FINDING}"
    assert done.stderr == "4 files, 3 with OpenAI code, 2 findings, 2 with what to write\n"


def test_nothing_found(tmp_path):
    write(tmp_path, {"clean.py": CLEAN})
    done = check("clean.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 file, 1 with OpenAI code, 0 findings, 0 with what to write\n"


def test_an_empty_folder(tmp_path):
    done = check(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("0 files, ")


def test_quiet(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    done = check("--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, f"./a.py:{FINDING}", "")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("broken.py", "import openai\ndef f(:\n", r"cannot parse: .*\(line 2\)"),
        ("python2.py", "import openai\nprint 'hello'\n", r"cannot parse: .*\(line 2\)"),
        ("nul.py", "import openai\0\n", "cannot parse: .*null bytes"),
        ("latin.py", b"import openai\n# caf\xe9\n", "cannot decode: .*utf-8.*"),
        ("coding.py", "# coding: klingon\nimport openai\n", "cannot decode: unknown encoding: klingon"),
        (
            "deep.py",
            "import openai\nx = " + "(" * 500 + ")" * 500,
            "cannot parse: too many nested parentheses.*",
        ),
        ("missing.py", None, "no such file or folder"),
    ],
)
def test_what_cannot_be_processed_is_said_and_the_others_go_on(tmp_path, name, content, reason):
    write(tmp_path, {"a.py": LEGACY, "z.py": LEGACY})
    if content is not None:
        write(tmp_path, {name: content})
    done = check("a.py", name, "z.py", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == f"a.py:{FINDING}z.py:{FINDING}"
    first, last = done.stderr.splitlines()
    assert re.fullmatch(f"{re.escape(name)}: {reason}", first)
    assert ", 1 not processed, " in last


def test_files_without_the_word_are_not_looked_into(tmp_path):
    write(tmp_path, {"broken.py": "def f(:\n", "latin.py": b"# caf\xe9\n", "nul.py": "\0"})
    done = check(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="no such links or modes")
def test_a_broken_link(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    (tmp_path / "gone.py").symlink_to("nowhere")
    done = check(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, f"./a.py:{FINDING}")
    assert done.stderr.startswith("./gone.py: cannot read: No such file or directory\n")


@pytest.mark.parametrize(
    ("data", "position"),
    [
        (b"\xef\xbb\xbfimport openai\nopenai.ChatCompletion.create()\n", "2:1"),
        (b"import openai\r\nopenai.ChatCompletion.create()\r\n", "2:1"),
        (b"import openai\ropenai.ChatCompletion.create()\r", "2:1"),
        (b"import openai\n\x0copenai.ChatCompletion.create()\n", "2:2"),
        (b"import openai\n\x0c\nx = 1; openai.ChatCompletion.create()", "3:8"),
        (b"# coding: latin-1\nimport openai; x = '\xe9'; openai.ChatCompletion.create()\n", "2:25"),
        ("import openai; x = '日本'; openai.ChatCompletion.create()\n".encode(), "1:26"),
        ("import openai; x = '🐍'; openai.ChatCompletion.create()\n".encode(), "1:25"),
    ],
)
def test_positions_are_lines_and_characters(tmp_path, data, position):
    write(tmp_path, {"a.py": data})
    assert check("a.py", cwd=tmp_path).stdout == f"a.py:{position}: {MESSAGE}\n"


# Standard input


def test_standard_input(tmp_path):
    assert check("-", cwd=tmp_path, stdin=LEGACY).stdout == f"stdin:{FINDING}"
    done = check("-", "--stdin-filename", "src/a.py", cwd=tmp_path, stdin=LEGACY)
    assert (done.returncode, done.stdout) == (1, f"src/a.py:{FINDING}")


def test_standard_input_that_is_broken(tmp_path):
    done = check("-", cwd=tmp_path, stdin="import openai\n(")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("stdin: cannot parse: ")


# Options


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ([], "OAI102 OAI105"),
        (["--select", "OAI105"], "OAI105"),
        (["--select", "OAI102,OAI105"], "OAI102 OAI105"),
        (["--select", "OAI102", "--select", "OAI105"], "OAI102 OAI105"),
        (["--select", "OAI9"], ""),
        (["--select", "OAI10"], "OAI102 OAI105"),
        (["--ignore", "OAI105"], "OAI102"),
        (["--ignore", "OAI1"], ""),
        (["--ignore", "OAI1", "--select", "OAI105"], "OAI105"),
        (["--select", "OAI9", "--extend-select", "OAI102"], "OAI102"),
        (["--disable-noqa"], "OAI101 OAI102 OAI105"),
    ],
)
def test_selection(tmp_path, arguments, codes):
    text = f"{LEGACY}openai.api_base = 'x'\nfrom openai import Edit  # noqa\n"
    done = check(*arguments, "-", cwd=tmp_path, stdin=text)
    assert sorted(line.split()[1] for line in done.stdout.splitlines()) == codes.split()
    assert done.returncode == (1 if codes else 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "OAI999"], "argument --select: unknown code 'OAI999'"),
        (["--select", "OAI7"], "argument --select: unknown code 'OAI7'"),
        (["--select", "E501"], "argument --select: unknown code 'E501'"),
        (["--select", ""], "argument --select: expected a code"),
        (["--ignore", "OAI1,oai102"], "argument --ignore: unknown code 'oai102'"),
        (["--extend-select", "OAI9,X"], "argument --extend-select: unknown code 'X'"),
        (["--target-version", "0.28"], "argument --target-version: openai 0.28 is not a target"),
        (["--target-version", "new"], "argument --target-version: 'new' is not a release of openai"),
        (["--output-format", "xml"], "argument --output-format: invalid choice: 'xml'"),
        (["--jobs", "0"], "argument -j/--jobs: '0' is not a number of processes"),
        (["--frobnicate"], "unrecognized arguments: --frobnicate"),
    ],
)
def test_wrong_usage(tmp_path, arguments, said):
    done = check(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_no_command(tmp_path):
    done = program("flake8-openai-v1", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.search(
        r"(?ms)^commands:\n.*^    check +say what must change$.*^begin with:\n  flake8-openai-v1 check \.$", done.stderr
    )


def test_help(tmp_path):
    for command in ([], ["check"], ["fix"], ["baseline"], ["report"], ["explain"], ["skill"], ["server"]):
        done = program("flake8-openai-v1", *command, "--help", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("usage: flake8-openai-v1")


def test_families_without_rules_may_be_named(tmp_path):
    done = check("--select", "OAI2,OAI3,OAI4,OAI5,OAI6,OAI9", "-", cwd=tmp_path, stdin=LEGACY)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_target_version_decides_on_the_replacement(tmp_path):
    text = "import openai\nopenai.Edit.create()\n"
    assert "client.edits.create" in check("--target-version", "1.7.1", "-", cwd=tmp_path, stdin=text).stdout
    assert "client.edits.create" not in check("-", cwd=tmp_path, stdin=text).stdout


def test_excludes(tmp_path):
    write(tmp_path, {"docs/a.py": LEGACY, "b.py": LEGACY, "c.py": LEGACY})
    assert check("--exclude", "docs,./c.py", cwd=tmp_path).stdout == f"./b.py:{FINDING}"
    assert check("--exclude", "docs", "docs/a.py", cwd=tmp_path).stdout == f"docs/a.py:{FINDING}"
    done = check("--exclude", "docs", "--force-exclude", "docs/a.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


def test_statistics(tmp_path):
    text = f"{LEGACY}openai.api_base = 'x'\nopenai.Completion.create()\n"
    done = check("--statistics", "-", cwd=tmp_path, stdin=text)
    assert done.stdout.splitlines()[3:] == ["2     OAI102 removed-call", "1     OAI105 renamed-setting"]
    done = check("--statistics", "--output-format", "json", "-", cwd=tmp_path, stdin=text)
    assert len(json.loads(done.stdout)["findings"]) == 3
    assert done.stderr.splitlines()[:2] == ["2     OAI102 removed-call", "1     OAI105 renamed-setting"]


def test_json(tmp_path):
    done = check("--output-format", "json", "-", cwd=tmp_path, stdin=LEGACY)
    assert done.returncode == 1
    [row] = json.loads(done.stdout)["findings"]
    assert row["path"] == "stdin"
    assert (row["line"], row["column"], row["end_line"]) == (2, 1, 2)
    assert (row["code"], row["name"]) == ("OAI102", "removed-call")
    assert f"{row['code']} {row['message']}" == MESSAGE
    assert row["replacement"] == "client.chat.completions.create"
    assert row["url"] == "https://flake8-openai-v1.readthedocs.io/en/latest/rules/OAI102/"


def test_json_of_nothing(tmp_path):
    done = check("--output-format", "json", "-", cwd=tmp_path, stdin=CLEAN)
    report = json.loads(done.stdout)
    assert (done.returncode, report["findings"], report["summary"]["files"]) == (0, [], 1)


def test_github(tmp_path):
    write(tmp_path, {"src/a.py": LEGACY})
    done = check("--output-format", "github", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=src/a.py,line=2,col=1,endLine=2,title=OAI102 removed-call")
    assert done.stdout.endswith(f"::{MESSAGE}\n")


def test_settings_in_files(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "tests/b.py": LEGACY, "old/c.py": LEGACY})
    write(tmp_path, {"setup.cfg": "[flake8]\nselect = E\nexclude = old\nper-file-ignores = tests/*: OAI102\n"})
    assert check(cwd=tmp_path).stdout == f"./a.py:{FINDING}"
    assert check("--exclude", "a.py", cwd=tmp_path).stdout == f"./old/c.py:{FINDING}"
    write(tmp_path, {"other.cfg": "[flake8]\nextend-ignore = OAI102\n"})
    assert check("--config", "other.cfg", cwd=tmp_path).stdout == ""


@pytest.mark.skipif(sys.version_info < (3, 11), reason="pyproject.toml needs Python 3.11 or tomli")
def test_our_table_goes_before_flake8s_and_the_command_line_before_both(tmp_path):
    write(tmp_path, {"a.py": f"{LEGACY}openai.api_base = 'x'\n", "setup.cfg": "[flake8]\nignore = OAI102\n"})
    assert "OAI102" not in check(cwd=tmp_path).stdout
    write(tmp_path, {"pyproject.toml": "[tool.flake8-openai-v1]\nignore = ['OAI105']\n"})
    assert check(cwd=tmp_path).stdout == f"./a.py:{FINDING}"
    assert check("--ignore", "OAI101", cwd=tmp_path).stdout.count("OAI1") == 2


@pytest.mark.skipif(sys.version_info < (3, 11), reason="pyproject.toml needs Python 3.11 or tomli")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = true", "pyproject.toml: unknown key 'colour'"),
        ("select = ['OAI999']", "pyproject.toml: select: unknown code 'OAI999'"),
    ],
)
def test_wrong_settings(tmp_path, text, said):
    write(tmp_path, {"a.py": LEGACY, "pyproject.toml": f"[tool.flake8-openai-v1]\n{text}\n"})
    done = check(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_config_that_is_missing(tmp_path):
    done = check("--config", "none.cfg", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "flake8-openai-v1: none.cfg: cannot read: No such file or directory\n"


# The other commands


def test_version(tmp_path):
    expected = f"flake8-openai-v1 {version('flake8-openai-v1')}\n"
    assert program("flake8-openai-v1", "--version", cwd=tmp_path).stdout == expected
    assert program(sys.executable, "-m", "flake8_openai_v1", "--version", cwd=tmp_path).stdout == expected


# Several processes

MANY = LEGACY + "".join(f"def f{number}(x):\n    return [x, {number}]\n" for number in range(100)) + "# more\n" * 10_000
"""A file that is large enough for several of them to be given to processes."""


def test_processes_change_nothing(tmp_path):
    write(tmp_path, {f"{number:02}.py": f"{MANY}\n# {number}" for number in range(16)})
    write(tmp_path, {"07.py": "import openai\n("})
    one, two = (check("--jobs", jobs, cwd=tmp_path) for jobs in (1, 2))
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)
    assert one.stdout.count("OAI102") == 15


IS_LOADED = """
import sys
from flake8_openai_v1.cli import main
main(sys.argv[2:])
print(sys.argv[1] in sys.modules)
"""


def test_processes_are_started_only_where_they_pay(tmp_path):
    write(tmp_path, {"a.py": LEGACY, "b.py": LEGACY})
    words = ["multiprocessing", "check", "--jobs", "2"]
    assert python(IS_LOADED, *words, cwd=tmp_path).stdout.splitlines()[-1] == "False"
    write(tmp_path, {f"{number}.py": MANY for number in range(16)})
    assert python(IS_LOADED, *words, cwd=tmp_path).stdout.splitlines()[-1] == "True"


# What is loaded


def test_a_tree_without_the_word_loads_no_linter(tmp_path):
    write(tmp_path, {"a.py": "x = 1\n"})
    code = "import sys; from flake8_openai_v1.cli import main; main(['check']); print(*sorted(sys.modules))"
    loaded = python(code, cwd=tmp_path).stdout.split()
    unwanted = [
        name
        for name in loaded
        if name.startswith(("flake8_openai_v1.lint.linter", "flake8_openai_v1.rules", "flake8_openai_v1.semantics"))
        or name in ("ast_grep_py", "flake8", "multiprocessing", "configparser", "json")
    ]
    assert unwanted == []


def test_linting_never_loads_the_rewriter(tmp_path):
    done = python(IS_LOADED, "ast_grep_py", "check", "-", cwd=tmp_path, stdin=LEGACY + "x = 1  # noqa\n")
    assert done.stdout.splitlines()[-1] == "False"
    assert "OAI102" in done.stdout


# The world outside


def test_the_reader_goes_away(tmp_path):
    write(tmp_path, {"a.py": "import openai\n" + "openai.ChatCompletion.create()\n" * 5000})
    words = [SCRIPTS / "flake8-openai-v1", "check", "a.py"]
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
    assert (process.returncode, said) == (1, "")


posix = pytest.mark.skipif(os.name == "nt", reason="another system's pipes and signals")


@posix
@pytest.mark.parametrize("tail", [">&-", "2>&-", ">&- 2>&-", "<&-", "2>&1 | head -n 1", "2>/dev/full"])
def test_closed_streams(tmp_path, tail):
    write(tmp_path, {"a.py": LEGACY})
    script = f"'{SCRIPTS / 'flake8-openai-v1'}' check a.py {tail}"
    done = program("/bin/sh", "-c", script, cwd=tmp_path)
    assert done.returncode == (0 if "|" in tail else 1)


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")
def test_a_full_disk(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    done = program("/bin/sh", "-c", f"'{SCRIPTS / 'flake8-openai-v1'}' check a.py >/dev/full", cwd=tmp_path)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr


@posix
def test_interrupted_while_reading(tmp_path):
    os.mkfifo(tmp_path / "a.py")
    words = [SCRIPTS / "flake8-openai-v1", "check", "a.py"]
    with (
        subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
        open(tmp_path / "a.py", "wb"),  # returns when the other end has been opened
    ):
        # A signal between Python's look for one and the call that waits is seen after it: then the next one counts.
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)
        stdout, stderr = process.communicate()
    assert (process.returncode, stdout) == (130, b"")
    assert stderr == b"flake8-openai-v1: interrupted\n"


def processes_of(group):
    """How many processes of a group there are."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            found.append(int(stat.read_text().rpartition(")")[2].split()[2]))
    if not found:
        listed = subprocess.run(["ps", "-A", "-o", "pgid="], capture_output=True, text=True, check=True)
        found = list(map(int, listed.stdout.split()))
    return found.count(group)


@posix
def test_interrupted_with_several_processes(tmp_path):
    files = {f"{number:03}.py": MANY + "openai.Edit.create()\n" * 200 for number in range(60)}
    write(tmp_path, files)
    words = [SCRIPTS / "flake8-openai-v1", "check", "--jobs", "2"]
    with subprocess.Popen(
        words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        while processes_of(process.pid) < 3 and process.poll() is None:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert stderr == b"flake8-openai-v1: interrupted\n"
    assert stdout.count(b"OAI102") < 201 * len(files)


@posix
def test_colours_on_a_terminal(tmp_path):
    write(tmp_path, {"a.py": LEGACY})

    def shown(*arguments, **environment):
        words = [SCRIPTS / "flake8-openai-v1", "check", "a.py", *arguments]
        status, text = screen(words, cwd=tmp_path, **environment)
        assert status == 1
        return re.sub(r"(\r[^\r\n]*)+\r", "", text)  # without the progress

    talk = "1 file, 1 with OpenAI code, 1 finding, 1 with what to write\nnext: flake8-openai-v1 fix --diff a.py\n"
    coloured = shown("--output-format", "text")
    assert "\033[1m\033[31mOAI102\033[m" in coloured
    plain = shown("--output-format", "text", "--no-color")
    assert plain == re.sub(r"\033\[\d*m", "", coloured) == f"a.py:{FINDING}{talk}"
    coloured = shown()
    assert "\033[1m\033[31merror\033[m \033[1mOAI102 removed-call\033[m [*]\n" in coloured
    plain = check("a.py", "--output-format", "full", cwd=tmp_path).stdout + talk.replace(
        ", 1 with what to write", ": 1 by fix"
    )
    assert " 2 | openai.ChatCompletion.create(" in plain
    assert re.sub(r"\033\[\d*m", "", coloured) == plain
    assert shown("--no-color") == shown(NO_COLOR="1") == shown(TERM="dumb") == plain


MIXED = """\
import openai
openai.Edit.create()
for name in openai.Embedding.create(model="m", input="x").keys():
    print(name)
print(openai.Image.create(prompt="x")["data"])
"""


def test_what_fix_would_do(tmp_path):
    """Marks, causes, and at the end how many of each kind, and how far that takes the files."""
    write(tmp_path, {"a.py": MIXED, "b.py": LEGACY, "c.py": "import openai\nopenai.Edit.create()\n"})
    done = check("--output-format", "full", cwd=tmp_path)
    heads = [line for line in done.stdout.splitlines() if re.match(r"\./\w\.py:", line)]
    assert "./a.py:2:1 error OAI102 removed-call" in heads
    assert "./a.py:3:13 error OAI102 removed-call [*unsafe]" in heads
    assert "./a.py:5:7 error OAI102 removed-call [*]" in heads
    assert "[no-counterpart]" in done.stdout
    assert "; --unsafe-fixes does it [response]" in " ".join(done.stdout.split())
    *_, files, numbers = done.stderr.splitlines()
    assert numbers == "3 files, 3 with OpenAI code, 7 findings: 3 by fix, 2 by fix --unsafe-fixes, 2 by hand"
    assert files == "files: 1 done, 1 in part, 1 to do"
    assert " causes:\n" in done.stderr


def test_nobody_waits_long_for_marks(tmp_path):
    """Where there is much to plan, a terminal has findings at once; programs that read fixes get them."""
    write(tmp_path, {"a.py": LEGACY + "#" * 100_000})
    done = check("--output-format", "full", cwd=tmp_path)
    assert "[*]" not in done.stdout
    assert done.stderr == "1 file, 1 with OpenAI code, 1 finding, 1 with what to write\n"
    assert json.loads(check("--output-format", "json", cwd=tmp_path).stdout)["summary"]["safe"] == 1


@pytest.mark.parametrize("form", ["json", "sarif", "rdjson"])
def test_programs_do_not_wait_for_ever(tmp_path, form):
    """Where there is very much to plan, programs get the findings, and standard error says what they do not get."""
    write(tmp_path, {"a.py": LEGACY + "#" * 200_000, "b.py": LEGACY + "#" * 200_000})
    done = check("--output-format", form, cwd=tmp_path)
    assert "OAI102" in done.stdout
    assert not re.search(r'"(edits|suggestions|safe)"', done.stdout)
    assert done.stderr == (
        "fixes and causes are left out, as the files with findings hold more than 300 kB: name some of them, "
        "or look at fix --diff\n2 files, 2 with OpenAI code, 2 findings, 2 with what to write\n"
    )
    some = check("--output-format", form, "a.py", cwd=tmp_path)
    assert "fixes and causes" not in some.stderr
    assert re.search(r'"(safe|suggestions|fixes)"', some.stdout)



def test_all_safe_fixes_of_json_are_what_fix_writes(tmp_path):
    write(tmp_path, {"a.py": MIXED, "b.py": LEGACY})
    report = json.loads(check("--output-format", "json", cwd=tmp_path).stdout)
    assert all("fix" in row or "cause" in row for row in report["findings"])
    program("flake8-openai-v1", "fix", cwd=tmp_path)
    for name, text in (("a.py", MIXED), ("b.py", LEGACY)):
        edits = [edit for fix in report["fixes"] if fix["applicability"] == "safe" for edit in fix["edits"]]
        lines = text.splitlines(keepends=True)
        for edit in sorted((one for one in edits if one["path"] == f"./{name}"), key=place, reverse=True):
            line = lines[edit["line"] - 1]
            assert edit["line"] == edit["end_line"]
            lines[edit["line"] - 1] = line[: edit["column"] - 1] + edit["text"] + line[edit["end_column"] - 1 :]
        assert "".join(lines) == (tmp_path / name).read_text()


def place(edit):
    return edit["line"], edit["column"]


def test_a_gate_plans_nothing(tmp_path):
    """What has no place for fixes is as quick as flake8: nothing of the fixer is loaded."""
    write(tmp_path, {"a.py": LEGACY})
    for name in ("text", "github", "gitlab"):
        code = (
            "import sys\nfrom flake8_openai_v1.cli import main\n"
            f"main(['check', '--output-format', {name!r}])\nprint('flake8_openai_v1.fix.fixer' in sys.modules)\n"
        )
        assert python(code, cwd=tmp_path).stdout.splitlines()[-1] == "False"


@posix
def test_names_that_are_no_text(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"\xff.py")).write_text(LEGACY)
    except OSError:
        pytest.skip("no such names on this file system")
    assert check(cwd=tmp_path).stdout == f"./\\udcff.py:{FINDING}"
