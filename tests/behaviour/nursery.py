"""A process that runs programs, each in a child of its own: what all of them import is imported once, before the fork.

``running.py`` starts it with the SDK on its path and the names of modules to import. The SDK looks at the environment
when it is imported: so what its ``__init__`` does is done again when the program imports it (``Again``). A line of JSON
on standard input is a program to run (see ``become``); the answer is its exit status.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import runpy
import sys
from types import ModuleType


def serve(modules: list[str]) -> dict | None:
    """Answer until the input ends. Returns in each child, with what it is to do."""
    for name in modules:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    gc.freeze()  # what is there is not looked through again in each child
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if not child:
            return job
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    return None


class Again(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports a module that was imported before the fork: its code runs again, in the same module."""

    def __init__(self, module: ModuleType) -> None:
        self.module = module

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        if name != self.module.__name__:
            return None
        sys.meta_path.remove(self)
        found = importlib.machinery.PathFinder.find_spec(name)
        assert found
        self.loader, found.loader = found.loader, self
        return found

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return self.module

    def exec_module(self, module: ModuleType) -> None:
        assert self.loader
        module.__spec__.loader = module.__loader__ = self.loader
        self.loader.exec_module(module)


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
    if "openai" in sys.modules:
        sys.meta_path.insert(0, Again(sys.modules.pop("openai")))
    runpy.run_path(job["words"][0], run_name="__main__")


if __name__ == "__main__":
    given = serve(sys.argv[1:])
    if given:
        become(given)  # what it raises ends the child, as it would end the program
