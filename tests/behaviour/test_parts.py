"""Projects of which ``fix`` is given a part, or that decide by their settings where requests go.

The command is run as people run it, with what the head of ``main.py`` says. Then the project behaves under today's SDK
as it did under openai 0.28.1, or it is as it was, and what was left is said with a file and a line to look at.
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from behaviour.running import PROJECTS, Program, programs, run
from faces import runs

ALL = programs(PROJECTS)
MIGRATED = (
    "azure_env_instance",
    "azure_env_named",
    "azure_form",
    "azure_rerun",
    "env_file_read_by_program",
    "key_only_elsewhere",
    "library_user_key",
    "notebook_and_helper",
    "notebook_rag",
)
"""Those of which nothing stands in the way of what is named."""
PLACE = re.compile(r"line \d+|cell_\d+|is not selected|is ignored")
"""How a reason leads a person on."""


def fixed(program: Program, folder: Path, more: list[str]) -> tuple[Program, subprocess.CompletedProcess[str]]:
    """A program after the command, and what that said."""
    for name, content in program.files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    words = [*more, *shlex.split(program.head["fix"])]
    done = runs.program("flake8-openai-v1", "fix", *words, cwd=folder)
    return program._replace(files={name: (folder / name).read_bytes() for name in program.files}), done


@pytest.mark.index
@pytest.mark.parametrize("more", [[], ["--unsafe-fixes"], ["--client", "module"]], ids=["safe", "unsafe", "module"])
@pytest.mark.parametrize("program", ALL, ids=[program.name for program in ALL])
def test_behaves_as_before_or_is_left(program, more, tmp_path):
    after, done = fixed(program, tmp_path, more)
    told = done.stdout + done.stderr
    if after == program:
        assert program.name not in MIGRATED, told
        assert done.returncode, told
        assert PLACE.search(told), told
    else:
        did = run(after, "current")
        assert did.said() == json.loads(program.recorded.read_text("utf-8")), f"{told}\n{did.complaint}"
        assert fixed(after, tmp_path, more)[0] == after, "a second run changes something"
