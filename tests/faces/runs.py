"""Runs the programs as a user would, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

LEGACY = 'import openai\nopenai.ChatCompletion.create(model="m", messages=[])\n'
MESSAGE = "OAI102 openai.ChatCompletion.create was removed in openai 1.0; use client.chat.completions.create"
CLEAN = "import openai\nopenai.OpenAI()\n"

SCRIPTS = Path(sysconfig.get_path("scripts"))


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files, by relative name, into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def program(name: str, *arguments: object, cwd: Path, stdin: str | bytes = b"", **environment: str):
    """Run a program of this environment (or of the one at its full path) and take what it prints."""
    words = [name if os.path.isabs(name) else str(SCRIPTS / name), *map(str, arguments)]
    data = stdin.encode() if isinstance(stdin, str) else stdin
    env = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
    done = subprocess.run(words, cwd=cwd, input=data, capture_output=True, timeout=300, env=env, check=False)
    stdout, stderr = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
    assert "Traceback" not in stdout + stderr
    return subprocess.CompletedProcess(words, done.returncode, stdout, stderr)


def check(*arguments: object, cwd: Path, **more):
    """Run ``flake8-openai-v1 check``."""
    return program("flake8-openai-v1", "check", *arguments, cwd=cwd, **more)


def flake8(*arguments: object, cwd: Path, **more):
    """Run flake8 of this environment."""
    return program("flake8", *arguments, cwd=cwd, **more)


def python(code: str, *arguments: object, cwd: Path, **more):
    """Run a few lines of Python."""
    return program(sys.executable, "-c", code, *arguments, cwd=cwd, **more)
