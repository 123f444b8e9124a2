"""Runs the programs as a user would, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import nurseries

LEGACY = 'import openai\nopenai.ChatCompletion.create(model="m", messages=[])\n'
MESSAGE = (
    "OAI102 openai.ChatCompletion.create was removed in openai 1.0; "
    "use openai.chat.completions.create, or client.chat.completions.create (with client = OpenAI())"
)
CLEAN = "import openai\nopenai.OpenAI()\n"

SCRIPTS = Path(sysconfig.get_path("scripts"))
OURS = ("flake8_openai_v1.cli", "flake8_openai_v1.lint.check", "flake8_openai_v1.cli.fix", "ast_grep_py")
IMPORTED = {
    "flake8": ("flake8.main.cli", "pycodestyle", "pyflakes.checker", "mccabe"),
    "flake8-openai-v1": OURS,
}
"""What programs that are run often import: all but our plugin, which flake8 looks for and loads itself."""


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
    python = Path(words[0]).with_name("python")
    if Path(words[0]).name in IMPORTED and python.is_file():
        imported = IMPORTED[Path(words[0]).name]
        ended = nurseries.run(words, folder=cwd, environment=env, given=data, python=python, modules=imported)
    elif name == sys.executable and words[1] != "-c":
        ended = nurseries.run(words[1:], folder=cwd, environment=env, given=data, modules=OURS)
    else:
        ended = nurseries.alone(words[1:], folder=cwd, environment=env, given=data, python=words[0])
    status, *streams = ended
    stdout, stderr = (stream.decode("utf-8", "surrogateescape") for stream in streams)
    assert "Traceback" not in stdout + stderr
    return subprocess.CompletedProcess(words, status, stdout, stderr)


def check(*arguments: object, cwd: Path, **more):
    """Run ``flake8-openai-v1 check``."""
    return program("flake8-openai-v1", "check", *arguments, cwd=cwd, **more)


def flake8(*arguments: object, cwd: Path, **more):
    """Run flake8 of this environment."""
    return program("flake8", *arguments, cwd=cwd, **more)


def python(code: str, *arguments: object, cwd: Path, **more):
    """Run a few lines of Python."""
    return program(sys.executable, "-c", code, *arguments, cwd=cwd, **more)


def screen(words: list[object], *, cwd: Path, **environment: str) -> tuple[int, str]:
    """Run a program on a terminal: its exit status, and what is seen there."""
    import pty  # only where there are terminals

    leader, follower = pty.openpty()
    env = {**os.environ, "TERM": "xterm", **environment}
    process = subprocess.Popen(list(map(str, words)), cwd=cwd, stdout=follower, stderr=follower, env=env)
    os.close(follower)
    text = b""
    while True:
        try:
            piece = os.read(leader, 10000)
        except OSError:
            break
        if not piece:
            break
        text += piece
    os.close(leader)
    return process.wait(), text.decode().replace("\r\n", "\n")
