"""A process that runs programs, each in a child of its own: what all of them import is imported once, before the fork.

``running.py`` starts it with the SDK on its path and the names of modules to import: those that the SDK needs, never
the SDK itself, which looks at the environment when it is imported. A line of JSON on standard input is a program to run
(see ``become``); the answer is its exit status.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import runpy
import sys


def serve(modules: list[str]) -> dict | None:
    """Answer until the input ends. Returns in each child, with what it is to do."""
    for name in modules:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if not child:
            return job
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    return None


def become(job: dict) -> None:
    """Run a program as if this process had been started for it: arguments, folder, environment, input and output."""
    os.chdir(job["folder"])
    os.environ.clear()
    os.environ.update(job["environment"])
    for number, (path, flags) in enumerate(
        ((job["input"], os.O_RDONLY), (job["output"], os.O_WRONLY), (job["complaint"], os.O_WRONLY))
    ):
        os.dup2(os.open(path, flags | (os.O_CREAT if number else 0), 0o600), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.argv = job["words"]
    sys.path[0] = job["folder"]
    runpy.run_path(job["words"][0], run_name="__main__")


if __name__ == "__main__":
    given = serve(sys.argv[1:])
    if given:
        become(given)  # what it raises ends the child, as it would end the program
