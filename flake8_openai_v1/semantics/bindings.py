"""Statements that bind names: imports, assignments, deletions."""

from __future__ import annotations

import ast

from ..sdk import inference
from ..sdk.names import STAR, STAR_SINCE
from . import by_hand, responses
from .blocks import Blocks
from .places import (
    EXCEPTION_ROWS,
    FOLLOWED,
    TELLS_VERSION,
    VARIABLES,
    VERSIONS,
    WATCHED_MODULES,
    WATCHED_SETTINGS,
    canonical,
)
from .questions import about_sdk, summary_of, unpacked
from .relevance import Word
from .scopes import CLASS
from .uses import DELETE, IMPORT, SETITEM, STORE
from .values import (
    NONE,
    Class,
    Client,
    Const,
    Function,
    Items,
    Many,
    Mapping,
    Object,
    Place,
    Value,
    Version,
    attribute,
    beginning,
    join,
    lengthened,
    rebound,
)


def about_call(place: Place | Client) -> bool:
    """Is it a method of the SDK, legacy or current, that a store replaces?"""
    return responses.call_of(place) is not None


def _name_of(target: ast.expr) -> str | None:
    """The name, attribute or key that a target binds."""
    if isinstance(target, ast.Subscript):
        key = target.slice
        return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None
    return target.id if isinstance(target, ast.Name) else target.attr if isinstance(target, ast.Attribute) else None


class Bindings(Blocks):
    """What statements bind to names, attributes and items."""

    def bind(self, name: str, value: Value) -> None:
        """Bind a name; a stand-in for a failed import counts as nothing."""
        if self.standing_in and not about_sdk(value):
            # A flag that is set where nothing of that name was imported is only a flag.
            if not isinstance(value, Const) or about_sdk(self.scope.names.get(name)):
                value = NONE
        super().bind(name, value)
        if self.scope.kind is CLASS and self.scope.cls is not None and about_sdk(value):
            self.carry(self.scope.cls, name)

    def assign(self, target: ast.expr, value: Value, node: ast.expr | None = None) -> None:
        """Bind a target of any form to a value."""
        if isinstance(target, ast.Name):
            self.tested.discard(target.id)
            self.bind(target.id, rebound(value))
        elif isinstance(target, ast.Attribute):
            self._assign_attribute(target, value, node)
        elif isinstance(target, ast.Subscript):
            self._assign_item(target, value, node)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for part, given in zip(target.elts, unpacked(target, value), strict=True):
                self.assign(part, given)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, value)

    def _assign_attribute(self, target: ast.Attribute, value: Value, node: ast.expr | None) -> None:
        base = self.chain(target.value)
        self.close(target.value)
        if isinstance(base, (Object, Class)):
            cls = base.cls if isinstance(base, Object) else base
            if self.standing_in and not about_sdk(value):
                value = NONE
            summary_of(cls.attributes, target.attr).add(rebound(value), self.era)
            if about_sdk(value):
                self.carry(cls, target.attr)
        elif base is None:
            if about_sdk(value):
                self.want(target.value)
        else:
            place = attribute(base, target.attr)
            if place is not None:
                if node is not None and target.attr in WATCHED_SETTINGS:
                    self.want_text(node, value)
                self.emit(STORE, target, place, value)
                self._told(place, value)

    def _told(self, place: Value, value: Value) -> None:
        """What a store into the SDK means for its calls: another function is behind one, or all go to Azure."""
        if isinstance(place, (Place, Client)) and place.path not in self.replaced:
            if place.path == "openai.api_type":
                if not isinstance(value, Const) or not str(value.value).startswith("azure"):
                    return
            elif not about_call(place):
                return
            self.replaced.add(place.path)
            self.learned = True

    def _assign_item(self, target: ast.Subscript, value: Value, node: ast.expr | None) -> None:
        base = self.chain(target.value)
        if responses.is_model(base) or isinstance(base, Many):
            self._subscripted(target)
            if isinstance(base, Many) and isinstance(target.value, ast.Name):
                self.bind(target.value.id, Many(join(base.item, value)))
            return
        self.close(target.value)
        self.eval(target.slice)
        key = target.slice
        if isinstance(key, ast.Constant) and by_hand.is_header(key.value):
            by_hand.header(self, key, value)
        if isinstance(base, Mapping) and isinstance(target.value, ast.Name):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                self.put[id(key)] = self.sides
                if value is not None:
                    self.model.entries[id(key)] = value
                elif node is not None:
                    self.under[id(key)] = node
                self.bind(target.value.id, base.with_entries(((key.value, key),)))
        elif base is not None:
            self.emit(SETITEM, target, base, value)

    def _import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.model.modules.add(alias.name.partition(".")[0])
            self.model.imports.add(alias.name)
            path = ""
            for part in alias.name.split("."):
                path = canonical(f"{path}.{part}") if path else part
            if alias.name.partition(".")[0] != "openai" and self.elsewhere(alias.name, 0) is not None:
                self.follow(alias.asname or alias.name.partition(".")[0])
            if alias.asname:
                self.bind(alias.asname, Place(path))
            else:
                self.bind(alias.name.partition(".")[0], Place(alias.name.partition(".")[0]))
            if alias.name.partition(".")[0] == "openai" or alias.name.startswith(WATCHED_MODULES):
                self.emit(IMPORT, alias, Place(path), node, spelled=alias.name)

    def _import_from(self, node: ast.ImportFrom) -> None:
        if node.names[0].name == "*" and (node.level or not (node.module or "").startswith("openai")):
            # From here on a name of the SDK may be one of the other module.
            self.star = False
        if self._import_from_run(node):
            return
        if node.level or not node.module:
            for alias in node.names:
                if alias.name != "*":
                    self.bind(alias.asname or alias.name, self._told_elsewhere(alias.name))
            return
        package = node.module.partition(".")[0]
        self.model.modules.add(package)
        self.model.imports.add(node.module)
        if package != "openai":
            self._import_from_elsewhere(node, node.module)
            if package == "azure":
                self._import_azure(node, node.module)
            return
        module = ""
        for part in node.module.split("."):
            module = canonical(f"{module}.{part}") if module else part
        for alias in node.names:
            if alias.name == "*":
                if node.module == "openai.error":
                    for path in EXCEPTION_ROWS:
                        self.bind(path.rpartition(".")[2], Place(path))
                if node.module == "openai":
                    self.star = True
                    self.note(self.relevance.learn(map(Word, (*STAR, *STAR_SINCE))))
                self.emit(IMPORT, alias, Place(module), node, spelled=node.module)
                continue
            place = attribute(Place(module), alias.name)
            value: Value = place
            if isinstance(place, Place) and place.path in VERSIONS:
                value = Version()
            self.bind(alias.asname or alias.name, value)
            self.emit(IMPORT, alias, place, node, spelled=f"{node.module}.{alias.name}")

    def _import_from_run(self, node: ast.ImportFrom) -> bool:
        """Bind what another file binds that is looked at together with this one; False where none does."""
        names = self.elsewhere(node.module or "", node.level)
        modules = {
            alias.name: inner
            for alias in node.names
            for inner in [f"{node.module}.{alias.name}" if node.module else alias.name]
            if self.elsewhere(inner, node.level) is not None
        }
        if names is None and not modules:
            return False
        for alias in node.names:
            bound = alias.asname or alias.name
            if alias.name == "*":
                for name, value in (names or {}).items():
                    if not name.startswith("_"):
                        self._bind_from_run(name, value)
            elif names is not None and alias.name in names:
                self._bind_from_run(bound, names[alias.name])
            elif alias.name in modules:
                self.follow(bound)
                self.bind(bound, Place("." * node.level + modules[alias.name]))
            else:
                self.bind(bound, None)
        return True

    def _bind_from_run(self, name: str, value: Value) -> None:
        if isinstance(value, (Function, Class)):
            self.follow(name)
        self.bind(name, rebound(value))

    def _import_azure(self, node: ast.ImportFrom, module: str) -> None:
        """Names of Azure that are followed are uses; a star binds all that the table of azure-ai-inference knows."""
        for alias in node.names:
            path = f"{module}.{alias.name}"
            if path.startswith(FOLLOWED):
                self.emit(IMPORT, alias, Place(module if alias.name == "*" else path), node, spelled=path)
            if alias.name == "*":
                for known in (*inference.NAMES, *inference.CLIENTS):
                    owner, _, name = known.rpartition(".")
                    if owner == module:
                        self.bind(name, Place(known))

    def _import_from_elsewhere(self, node: ast.ImportFrom, module: str) -> None:
        # Most imports are of other packages, and mean the same in every round.
        bindings = self.imported.get(id(node))
        if bindings is None:
            bindings = self.imported[id(node)] = [
                (alias.asname or alias.name, self._told_elsewhere(alias.name) or attribute(Place(module), alias.name))
                for alias in node.names
                if alias.name != "*"
            ]
        for name, value in bindings:
            self.bind(name, value)

    @staticmethod
    def _told_elsewhere(name: str) -> Version | None:
        return Version(plain=False) if TELLS_VERSION.search(name) else None

    def _assign(self, node: ast.Assign) -> None:
        value = self.eval(node.value)
        for target in node.targets:
            self.assign(target, value, node.value)
            by_hand.secret(self, _name_of(target), node.value, value)

    def _annotated_assign(self, node: ast.AnnAssign) -> None:
        promised = self.annotation(node.annotation)
        if isinstance(node.target, ast.Name) and node.target.id.upper() in VARIABLES and self._reads_environment():
            self.model.environment.add(node.target.id.upper())
        value = self.eval(node.value) if node.value is not None else None
        if node.value is not None:
            by_hand.secret(self, _name_of(node.target), node.value, value)
        if node.value is not None or promised is not None:
            known = value is not None and value != NONE
            self.assign(node.target, value if known or promised is None else promised, node.value)
        elif isinstance(node.target, ast.Name):
            self.scope.declare(node.target.id)

    def _reads_environment(self) -> bool:
        """True within a class that fills its fields from the environment, as settings of pydantic do."""
        bases = self.scope.cls.bases if self.scope.kind is CLASS and self.scope.cls is not None else ()
        return any(isinstance(base, Place) and base.path.endswith(".BaseSettings") for base in bases)

    def _augmented_assign(self, node: ast.AugAssign) -> None:
        value = self.eval(node.value)
        target = node.target
        if isinstance(target, ast.Name):
            found, before = self.scope.lookup(target.id)
            if found and isinstance(before, Mapping) and isinstance(value, Mapping):
                self.bind(target.id, before.with_entries(value.entries))
            elif found and isinstance(before, (Items, Many)) and beginning(before):
                self.bind(target.id, lengthened(before, value))
            elif found:
                self.bind(target.id, None)
        else:
            self.assign(target, None if not isinstance(value, Mapping) else value)

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                scope, here = self.scope.home(target.id)
                if here:
                    scope.names[target.id] = None
            elif isinstance(target, ast.Attribute):
                base = self.chain(target.value)
                place = attribute(base, target.attr) if base is not None else None
                if isinstance(place, Place):
                    self.emit(DELETE, target, place)
            elif isinstance(target, ast.Subscript):
                self._subscripted(target)
                base = self.model.value(target.value)
                key = target.slice
                if isinstance(base, Mapping) and isinstance(target.value, ast.Name):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        self.bind(target.value.id, base.without(key.value))
