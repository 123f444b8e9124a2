"""What a release of openai offers, read from its wheel: modules, their names, paths of a client, options of clients.

Nothing is run. Private modules and names, and what a module has of other packages, are left out.
"""

from __future__ import annotations

import ast
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CLIENT = ("openai._client", "OpenAI")
WRAPPERS = ("with_raw_response", "with_streaming_response")


class Method(NamedTuple):
    """A resource (without parameters) or a method below a client."""

    parameters: tuple[str, ...] = ()
    deprecated: str | None = None
    """What its mark says; None where it has none."""


class Surface(NamedTuple):
    """The public names of one release."""

    names: dict[str, str]
    """Each module, and each name of one: ``openai.types.beta.VectorStore`` → the place where it is made."""
    paths: dict[str, Method]
    """Each resource and method below a client: ``beta.threads.create``."""
    options: dict[str, tuple[str, ...]]
    """Each client class, and each of its methods that makes another client → the keywords that it takes."""


def surface(wheel: Path) -> Surface:
    """Read the surface of a release from its wheel."""
    with zipfile.ZipFile(wheel) as archive:
        texts = {name: archive.read(name) for name in archive.namelist()}
    modules = {
        _module(name): Module(_module(name), ast.parse(text), name.endswith("__init__.py"))
        for name, text in texts.items()
        if name.startswith("openai/") and name.endswith(".py")
    }
    package = Package(modules)
    return Surface(dict(package.names()), dict(package.paths(CLIENT, "")), dict(package.options()))


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def is_public(path: str) -> bool:
    """True if no part of a dotted path is private."""
    return not any(part.startswith("_") for part in path.split("."))


class Module:
    """The names that one module binds."""

    def __init__(self, name: str, tree: ast.Module, is_package: bool) -> None:
        """Read a parsed module; ``is_package`` if others lie below it."""
        self.name = name
        self._package = name if is_package else name.rpartition(".")[0]
        self.defined: dict[str, ast.stmt] = {}
        """Classes, functions and constants of its own."""
        self.imported: dict[str, str] = {}
        """What it imports of openai when it runs, and where from."""
        self.typed: dict[str, str] = {}
        """What it imports for type checkers, or within functions."""
        self.stars: list[str] = []
        """The modules of which it imports all."""
        self._read(tree.body, self.imported)
        if "__getattr__" in self.defined:
            # What is imported for type checkers is then loaded when somebody asks for it.
            self.imported = {**self.typed, **self.imported}

    def _read(self, body: list[ast.stmt], imported: dict[str, str]) -> None:
        for node in body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                self.defined[node.name] = node
                if not isinstance(node, ast.ClassDef):
                    self._imports([part for part in ast.walk(node) if isinstance(part, ast.ImportFrom)], self.typed)
            elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    if isinstance(target, ast.Name):
                        self.defined[target.id] = node
            elif isinstance(node, ast.ImportFrom):
                self._imports([node], imported)
            elif isinstance(node, ast.If):
                typed = "TYPE_CHECKING" in ast.unparse(node.test)
                negated = isinstance(node.test, ast.UnaryOp)
                self._read(node.body, self.typed if typed and not negated else imported)
                self._read(node.orelse, self.typed if typed and negated else imported)
            elif isinstance(node, ast.Try):
                self._read([*node.body, *node.orelse], imported)

    def _imports(self, nodes: list[ast.ImportFrom], imported: dict[str, str]) -> None:
        for node in nodes:
            source = node.module or ""
            if node.level:
                above = self._package.split(".")
                above = above[: len(above) - node.level + 1]
                source = ".".join([*above, source] if source else above)
            if source.partition(".")[0] != "openai":
                continue
            for alias in node.names:
                if alias.name == "*":
                    self.stars.append(source)
                else:
                    imported[alias.asname or alias.name] = f"{source}.{alias.name}"


class Package:
    """All modules of a release together."""

    def __init__(self, modules: dict[str, Module]) -> None:
        """``modules`` by their full names."""
        self.modules = modules

    def names(self) -> Iterator[tuple[str, str]]:
        """Each public module and name, and where it is made."""
        for name, module in self.modules.items():
            if not is_public(name):
                continue
            yield name, name
            for bound in sorted(self._bound(module)):
                path = f"{name}.{bound}"
                if not bound.startswith("_") and path not in self.modules:
                    yield path, self.origin(path)

    def _bound(self, module: Module) -> set[str]:
        found = {*module.defined, *module.imported}
        for star in module.stars:
            if star in self.modules:
                found |= {name for name in self._bound(self.modules[star]) if not name.startswith("_")}
        return found

    def origin(self, path: str) -> str:
        """The place where a name is made, through all imports."""
        for _ in range(20):
            owner, _, name = path.rpartition(".")
            module = self.modules.get(owner)
            if module is None or path in self.modules or name in module.defined:
                return path
            after = module.imported.get(name) or module.typed.get(name)
            for star in module.stars if after is None else ():
                if star in self.modules and name in self._bound(self.modules[star]):
                    after = f"{star}.{name}"
            if after is None:
                return path
            path = after
        return path

    def class_of(self, module: str, annotation: ast.expr | None) -> tuple[str, str] | None:
        """The class of this package that an annotation names: its module and its name."""
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            annotation = ast.parse(annotation.value, mode="eval").body
        if not isinstance(annotation, (ast.Name, ast.Attribute)):
            return None
        parts = ast.unparse(annotation).split(".")
        here = self.modules[module]
        first = f"{module}.{parts[0]}"
        if parts[0] not in here.defined:
            first = here.imported.get(parts[0]) or here.typed.get(parts[0]) or first
        path = self.origin(".".join([first, *parts[1:]]))
        owner, _, name = path.rpartition(".")
        found = self.modules.get(owner)
        return (owner, name) if found and isinstance(found.defined.get(name), ast.ClassDef) else None

    def members(self, cls: tuple[str, str]) -> Iterator[tuple[str, ast.stmt]]:
        """The public members of a class, those that it inherits from this package too."""
        node = self.modules[cls[0]].defined[cls[1]]
        assert isinstance(node, ast.ClassDef)
        for base in node.bases:
            above = self.class_of(cls[0], base.value if isinstance(base, ast.Subscript) else base)
            if above is not None:
                yield from self.members(above)
        for statement in node.body:
            name = getattr(statement, "name", None)
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                name = statement.target.id
            if name is not None and not name.startswith("_"):
                yield name, statement

    def paths(self, cls: tuple[str, str], prefix: str) -> Iterator[tuple[str, Method]]:
        """Each resource and method below a class."""
        for name, node in dict(self.members(cls)).items():
            if name in WRAPPERS:
                continue
            is_property = isinstance(node, ast.FunctionDef) and any(
                "property" in ast.unparse(decorator) for decorator in node.decorator_list
            )
            annotation = (
                node.annotation
                if isinstance(node, ast.AnnAssign)
                else node.returns
                if is_property and isinstance(node, ast.FunctionDef)
                else None
            )
            below = self.class_of(cls[0], annotation) if annotation is not None else None
            if below is not None and below[0].startswith("openai.resources"):
                yield f"{prefix}{name}", Method()
                yield from self.paths(below, f"{prefix}{name}.")
            elif prefix and annotation is None and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield f"{prefix}{name}", Method(_parameters(node), _deprecated(node))

    def options(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The keywords of each client class, and of its ``copy``."""
        for owner in ("openai._client", "openai.lib.azure", "openai.lib.bedrock"):
            module = self.modules.get(owner)
            for name, node in module.defined.items() if module is not None else ():
                if not name.endswith("OpenAI") or name.startswith(("_", "Base")) or not isinstance(node, ast.ClassDef):
                    continue
                found = dict(self.members((owner, name)))
                constructors = [part for part in node.body if getattr(part, "name", "") == "__init__"]
                for label, function in ((name, constructors[-1:]), (f"{name}.copy", [found.get("copy")])):
                    for one in function:
                        if isinstance(one, ast.FunctionDef):
                            yield label, tuple(arg.arg for arg in one.args.kwonlyargs)


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[str, ...]:
    """The parameters of a method, but for ``self``."""
    args = node.args
    named = [*args.posonlyargs, *args.args, *args.kwonlyargs]
    return tuple(arg.arg for arg in named if arg.arg != "self") + (("**",) if args.kwarg else ())


def _deprecated(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str | None:
    """What the ``@deprecated`` of a method says; None where it has none."""
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and "deprecated" in ast.unparse(decorator.func):
            return str(ast.literal_eval(decorator.args[0])) if decorator.args else "deprecated"
    return None
