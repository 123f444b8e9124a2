"""Runs beside an installed openai, in a process of its own: answers what that release has.

Reads lines of ``[function, arguments]`` in JSON, writes lines of ``{"result": …}`` or ``{"error": …}``.
Knows nothing of the package that it serves; must run on releases from 0.28.1 on.
"""

from __future__ import annotations

import datetime
import functools
import importlib
import inspect
import json
import pkgutil
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ForwardRef, Literal, get_args, get_origin


def find(path: str) -> Any:
    """The object at ``openai.…``: attributes first, modules where there is no such attribute.

    Raises AttributeError or ImportError where there is none.
    """
    parts = path.split(".")
    here: Any = importlib.import_module(parts[0])
    for depth, part in enumerate(parts[1:], start=2):
        try:
            here = getattr(here, part)
        except AttributeError:
            if not inspect.ismodule(here):
                raise
            here = importlib.import_module(".".join(parts[:depth]))
    return here


@functools.cache
def client(name: str = "OpenAI") -> Any:
    """A client of a class; it sends nothing by itself."""
    options = {"azure_endpoint": "https://x.openai.azure.com", "api_version": "2024-10-21"}
    return getattr(find("openai"), name)(api_key="x", **(options if "Azure" in name else {}))


def target(path: str, name: str = "OpenAI") -> Any:
    """The object at ``client.…`` (a client of the class named) or ``openai.…``; raises as ``find`` does."""
    root, _, rest = path.partition(".")
    if root != "client":
        return find(path)
    here = client(name)
    for part in rest.split("."):
        here = getattr(here, part)
    return here


def resolves(path: str, name: str = "OpenAI") -> bool:
    """Is there something at ``client.…`` or ``openai.…``?"""
    try:
        target(path, name)
    except (AttributeError, ImportError):
        return False
    return True


def methods() -> dict[str, Any]:
    """Each method of each resource: parameters as ``[name, by position?, required?]``, deprecated or not."""
    found: dict[str, Any] = {}
    for path, method in _walk(client(), ""):
        parameters = inspect.signature(method).parameters.values()
        found[path] = {
            "parameters": [[p.name, p.kind is p.POSITIONAL_OR_KEYWORD, p.default is p.empty] for p in parameters],
            "deprecated": hasattr(method, "__deprecated__"),
        }
    return found


def _walk(resource: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for name in dir(resource):
        if name.startswith(("_", "with_")):
            continue
        try:
            value = getattr(resource, name)
        except Exception:  # a lazy part whose extra is not installed
            continue
        if inspect.ismethod(value):
            if prefix:
                yield prefix + name, value
        elif type(value).__module__.startswith("openai.resources"):
            yield from _walk(value, f"{prefix}{name}.")


def options() -> dict[str, list[str]]:
    """The options of each client class."""
    openai = find("openai")
    names = [name for name in dir(openai) if name.endswith("OpenAI") and isinstance(getattr(openai, name), type)]
    return {name: list(inspect.signature(getattr(openai, name)).parameters) for name in names}


def azure() -> dict[str, list[str]]:
    """Of the Azure clients: paths before which the deployment goes into the URL, and variables that they read."""
    module = find("openai.lib.azure")
    read = re.findall(r"""\benviron(?:\.get\(|\[)\s*["'](\w+)["']""", inspect.getsource(module))
    return {"deployment endpoint": sorted(module._deployments_endpoints), "variable": sorted(set(read))}


def model_names() -> list[str]:
    """The names of models in the types of the package: what a field ``model`` may be, and each alias ``…Model``."""
    found: set[str] = set()
    for module in pkgutil.walk_packages(find("openai.types").__path__, "openai.types."):
        known = vars(importlib.import_module(module.name))
        for name, value in list(known.items()):
            if inspect.isclass(value):
                annotation = vars(value).get("__annotations__", {}).get("model")
                _literals(annotation, known, found)
            elif name.endswith("Model"):
                _literals(value, known, found)
    return sorted(found)


def ends_of_models() -> dict[str, list[str]]:
    """The days that the documentation of the types gives for the ends of models: name → days as ``2026-10-23``."""
    found: dict[str, set[str]] = {}
    for file in Path(find("openai").__file__).parent.rglob("*.py"):
        for part in re.findall(r'(?s)Deprecated values:\n(.*?)(?:"""|\n\n)', file.read_text(encoding="utf-8")):
            for item in re.split(r'(?:^| )- (?=")', " ".join(part.split()))[1:]:
                names, _, text = item.partition(": ")
                days = re.findall(r"\d{4}-\d\d-\d\d", text)
                days += [
                    datetime.datetime.strptime(day, "%B %d, %Y").date().isoformat()
                    for day in re.findall(r"[A-Z][a-z]+ \d{1,2}, \d{4}", text)
                ]
                for name in re.findall(r'"([^"]+)"', names):
                    found.setdefault(name, set()).update(days)
    return {name: sorted(days) for name, days in found.items() if days}


def marked() -> dict[str, str]:
    """The methods that are marked as deprecated: path → what the mark says."""
    found = {}
    for path, method in _walk(client(), ""):
        if hasattr(method, "__deprecated__"):
            found[path] = method.__deprecated__.partition("\n")[0]
    return found


def _literals(annotation: Any, known: dict[str, Any], found: set[str]) -> None:
    """Add the texts of the literals in an annotation; strings in it are names of its module."""
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        try:
            annotation = eval(annotation, known)
        except NameError:  # inherited from a class of another module, which is asked too
            return
    if get_origin(annotation) is Literal:
        found.update(value for value in get_args(annotation) if isinstance(value, str))
    else:
        for part in get_args(annotation):
            _literals(part, known, found)


def main(scripts: list[str]) -> None:
    """Answer until the input ends."""
    known: dict[str, Any] = dict(globals())
    for script in scripts:
        with open(script, encoding="utf-8") as file:
            exec(compile(file.read(), script, "exec"), known)
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        name, arguments = json.loads(line)
        try:
            answer = {"result": known[name](*arguments)}
        except BaseException:
            answer = {"error": traceback.format_exc()}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
