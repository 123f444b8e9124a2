"""A process that runs programs, each in a child of its own: what all of them import is imported once, before the fork.

``nurseries.py`` starts it with names of modules to import, those behind ``again`` for programs that import them anew: a
package that looks at the environment when it is imported does so in each child (``Again``). A line of JSON on standard
input is a program to run (see ``become``); the answer is its exit status.
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


def become(job: dict, again: list[str]) -> None:
    """Run a program as if this process had been started for it: arguments, folder, environment, input and output.

    Its words are a script and arguments, or ``-m``, a module, and arguments.
    """
    os.chdir(job["folder"])
    os.environ.clear()
    os.environ.update(job["environment"])
    sys.dont_write_bytecode = bool(os.environ.get("PYTHONDONTWRITEBYTECODE"))
    ways = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)
    for number, (path, flags) in enumerate(zip(job["files"], ways, strict=True)):
        os.dup2(os.open(path, flags, 0o600), number)
    for number, name in enumerate(("stdin", "stdout", "stderr")):  # encoded as Python was told when it was started
        was = getattr(sys, name)
        now = open(number, "w" if number else "r", encoding=was.encoding, errors=was.errors, closefd=False)  # noqa: SIM115
        setattr(sys, name, now)
    for name in again:
        if name in sys.modules:
            sys.meta_path.insert(0, Again(sys.modules.pop(name)))
    first, *rest = job["words"]
    if first == "-m":
        sys.argv, sys.path[0] = rest, job["folder"]
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv, sys.path[0] = job["words"], os.path.dirname(os.path.join(job["folder"], first))
        runpy.run_path(first, run_name="__main__")


if __name__ == "__main__":
    names = sys.argv[1:]
    given = serve([name.lstrip("+") for name in names])
    if given:
        # What it raises ends the child, as it would end the program.
        become(given, [name[1:] for name in names if name.startswith("+")])
