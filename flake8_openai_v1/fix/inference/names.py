"""Names of azure-ai-inference → those of openai, and the imports that bring them.

A name in the program is replaced where it stands; the import that brought it then brings the new one. Imports of which
all names are replaced go. What is still named at the end forbids the migration: the file would be half migrated.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...sdk.inference import EXCEPTIONS, PACKAGE
from ...syntax.written import FUNCTIONS, root_of
from ..names.imports import is_bound_otherwise
from ..names.paths import certain_path, is_own_name
from ..plan import Plan
from ..text.text import semicolon_at_end

KEY = "azure.core.credentials.AzureKeyCredential"
ERRORS = "azure.core.exceptions"
OURS = ("azure.ai.inference", "azure.core.credentials", ERRORS)
"""Modules whose names are replaced."""
MODULE = "openai"
TALK = re.compile(r"#(?!\s*(?:noqa|type:|pylint:|isort:|pyright:|ruff:|nosec|fmt:|yapf:|mypy:))")
"""The beginning of a comment that is for people."""

Import = ast.Import | ast.ImportFrom


class Binding(NamedTuple):
    """A name that an import of one of these modules binds."""

    statement: Import
    alias: ast.alias
    bound: str
    """The name; ``*`` for all of a module."""
    path: str
    """What it is: for ``import a.b`` the whole ``a.b``."""


class Wanted(NamedTuple):
    """Something to import: ``from module import name as bound``, or ``import module``."""

    module: str
    name: str = ""
    bound: str = ""

    @property
    def shown(self) -> str:
        """As it stands in the list of an import."""
        return f"{self.name} as {self.bound}" if self.bound and self.bound != self.name else self.name


class Names:
    """The names of one file that are replaced."""

    def __init__(self, plan: Plan) -> None:
        """Look at the imports of a file."""
        self.plan = plan
        self.bindings = list(_bindings(plan))
        self._taken: set[int] = set()
        """``id(name)`` of names that stand no more where they stood."""
        self._wanted: dict[int, list[Wanted]] = {}
        """``id(statement)`` → what is imported in its place."""
        self._gone: set[int] = set()
        """``id(statement)`` of imports that leave nothing."""
        self._cut: set[int] = set()
        """The lines that they leave."""
        self._leaving: set[int] = set()
        """``id(alias)`` of names that go even if nothing used them."""
        self._statements = {id(binding.statement): binding.statement for binding in self.bindings}

    # Replacing

    def rename(self, node: ast.expr, path: str) -> None:
        """Put the name of something of openai, or of a builtin, where an expression is a name of these modules."""
        if is_own_name(self.plan.value(node)):
            return  # under a name of the program's own, whose assignment is rewritten
        text = self.text(node, path)
        if text:
            self.plan.replace(node, text)

    def text(self, node: ast.expr, path: str) -> str:
        """What names something of openai where an expression stood, which is taken away; empty: it may stay."""
        found = self.take(node)
        module, _, name = path.rpartition(".")
        if not module:
            return path
        if isinstance(node, ast.Name) and found is not None:
            alias = found.alias
            if alias.asname and found.path in EXCEPTIONS:
                self._want(found, Wanted(module, name, alias.asname))
                return ""
            self._want(found, Wanted(module, name))
            return name
        if found is not None and module != MODULE:
            # Types are in modules of their own.
            self._want(found, Wanted(module, name))
            return name
        if found is not None:
            self._want(found, Wanted(MODULE))
            return path
        self.plan.problem(node, f"{self.plan.text.of(node)} is not brought by an import that the file shows")
        return ""

    def take(self, node: ast.expr) -> Binding | None:
        """Say that an expression stands there no more; gives the import of what it begins with."""
        root = root_of(node)
        if isinstance(root, ast.Constant):
            # An annotation in quotes: its names are those of the file.
            return None
        if not isinstance(root, ast.Name):
            return None
        self._taken.add(id(root))
        return self.binding_of(root, node)

    def binding_of(self, root: ast.Name, node: ast.expr) -> Binding | None:
        """The import that brings a name with which an expression begins."""
        functions = [id(around) for around in self.plan.text.around(root) if isinstance(around, FUNCTIONS)]
        spelled = ast.unparse(node)
        path = certain_path(self.plan.value(root)) or certain_path(self.plan.value(node)) or ""
        best: Binding | None = None
        for binding in self.bindings:
            statement = binding.statement
            scope = self.plan.text.function_of(statement)
            if scope is not None and id(scope) not in functions and functions:
                continue
            if binding.bound == "*":
                fits = path.rpartition(".")[0] == binding.path
            elif isinstance(statement, ast.Import) and binding.alias.asname is None:
                fits = f"{spelled}.".startswith(f"{binding.path}.")
            else:
                fits = binding.bound == root.id
            # The innermost function's own import comes before that of the file.
            if fits and (best is None or scope is not None):
                best = binding
        return best

    def beside(self, node: ast.expr, module: str, name: str, bound: str = "") -> None:
        """Import something more beside the import that brings an expression, so that it is there where that is."""
        root = root_of(node)
        found = self.binding_of(root, node) if isinstance(root, ast.Name) else None
        if found is None:
            self.plan.problem(node, f"{name} is needed here, and it is not clear where to import it")
            return
        self._want(found, Wanted(module, name, bound))

    def quoted(self, binding: Binding, plain: bool, path: str) -> str:
        """What names something of openai in a text, where the name of a binding, or an attribute of it, stood."""
        module, _, name = path.rpartition(".")
        if not module:
            return path
        if plain or module != MODULE:
            self._want(binding, Wanted(module, name))
            return name
        self._want(binding, Wanted(MODULE))
        return path

    def leave(self, alias: ast.AST) -> None:
        """Say that a name is not imported any more, even if nothing in the file uses it."""
        self._leaving.add(id(alias))

    def _want(self, binding: Binding, wanted: Wanted) -> None:
        known = self._wanted.setdefault(id(binding.statement), [])
        if wanted not in known:
            known.append(wanted)

    # Imports

    def finish(self) -> None:
        """Rewrite the imports."""
        blocks: dict[int, list[Import]] = {}
        for statement in self._statements.values():
            blocks.setdefault(id(self.plan.text.block_of(statement)[0]), []).append(statement)
        for statements in blocks.values():
            self._finish_block(sorted(statements, key=self.plan.text.span))

    def _finish_block(self, statements: list[Import]) -> None:
        kept = {id(statement): self._kept(statement) for statement in statements}
        changed = [one for one in statements if len(kept[id(one)]) < len(one.names) or self._wanted.get(id(one))]
        if not changed:
            return
        wanted = [one for statement in changed for one in self._wanted.get(id(statement), ())]
        first = changed[0]
        lines = self._lines(first, list(dict.fromkeys(wanted)))
        for statement in changed:
            own = kept[id(statement)]
            if statement is first and len(own) == len(statement.names):
                start = self.plan.text.span(statement)[1]
                indent = self.plan.text.indentation(self.plan.text.span(statement)[0])
                more = "".join(f"{self.plan.text.newline}{indent}{line}" for line in lines)
                self.plan.edits.insert(self.plan.text.line_end(start), more)
                continue
            if len(own) == len(statement.names):
                continue
            written = [_written(statement, own)] if own else []
            self._write(statement, [*written, *(lines if statement is first else [])])

    def _write(self, statement: Import, lines: list[str]) -> None:
        """Put imports in the place of one. Comments that only speak to tools go with what they are about."""
        plan, text = self.plan, self.plan.text.text
        start, end = plan.text.span(statement)
        first, last = plan.text.line_start(start), plan.text.line_end(end)
        before, behind = text[first:start], text[end:last]
        if TALK.search(text[start:end]):
            plan.problem(statement, "a comment stands within an import that changes")
            return
        ends_line = not behind.strip() or behind.lstrip().startswith("#")
        if lines:
            separator = plan.text.newline + before if not before.strip() and ends_line else "; "
            plan.edits.replace(start, end, separator.join(lines))
            return
        block = plan.text.block_of(statement)
        if all(id(one) in self._gone or one is statement for one in block):
            plan.edits.replace(start, end, "pass")
            return
        self._gone.add(id(statement))
        if not before.strip() and ends_line:
            if TALK.search(behind):
                plan.edits.replace(start, end + len(behind) - len(behind.lstrip()), "")
            else:
                plan.edits.replace(first, self._gap(statement, block), "")
        elif not ends_line:
            semicolon = re.compile(r"[ \t]*;[ \t]*").match(text, end)
            plan.edits.replace(start, semicolon.end() if semicolon else end, "")
        else:
            ahead = semicolon_at_end(before)
            plan.edits.replace(start if ahead is None else first + ahead, end, "")

    def _gap(self, statement: Import, block: Sequence[ast.stmt]) -> int:
        """The end of the lines that go with a statement: blank ones behind it that would stand beside others."""
        text = self.plan.text
        number = text.line_of(text.span(statement)[1])
        lines = text.raw_lines
        behind = number
        while behind < len(lines) and not lines[behind].strip():
            behind += 1
        above = text.line_of(text.span(statement)[0]) - 1
        before = 0
        while above > 0 and (above in self._cut or not lines[above - 1].strip()):
            before += above not in self._cut
            above -= 1
        at = block.index(statement)
        begins = above == 0 or block is not text.tree.body
        is_first = begins and all(id(one) in self._gone for one in block[:at])
        until = behind if is_first else min(behind, number + before)
        self._cut |= set(range(text.line_of(text.span(statement)[0]), until + 1))
        return text.offset(until + 1, 0)

    def _kept(self, statement: Import) -> list[ast.alias]:
        """The names of an import that are still used, or are none of ours."""
        bindings = {id(binding.alias): binding for binding in self.bindings if binding.statement is statement}
        kept = []
        for alias in statement.names:
            binding = bindings.get(id(alias))
            if binding is None:
                kept.append(alias)
                continue
            rest = [node for node in self._uses(binding) if id(node) not in self._taken]
            taken = any(id(node) in self._taken for node in self._uses(binding)) or id(alias) in self._leaving
            retired = f"{binding.path}.".startswith(f"{PACKAGE}.")
            if retired and rest:
                self.plan.problem(rest[0], f"it is not clear what to write for {binding.path} here")
            elif retired or (taken and not rest):
                self._exported(binding)
            else:
                kept.append(alias)
        return kept

    def _uses(self, binding: Binding) -> list[ast.Name]:
        """The names in the file that an import brings."""
        found = []
        for node in ast.walk(self.plan.text.tree):
            if not isinstance(node, ast.Name):
                continue
            if binding.bound == "*":
                path = certain_path(self.plan.value(node)) or ""
                fits = path.rpartition(".")[0] == binding.path and self.binding_of(node, node) is binding
            elif isinstance(binding.statement, ast.Import) and binding.alias.asname is None:
                fits = node.id == binding.bound and f"{self._chain(node)}.".startswith(f"{binding.path}.")
            else:
                fits = node.id == binding.bound
            if fits:
                found.append(node)
        return found

    def _chain(self, node: ast.expr) -> str:
        """A name with all attributes behind it."""
        parent = self.plan.text.parents.get(id(node))
        while isinstance(parent, ast.Attribute):
            node, parent = parent, self.plan.text.parents.get(id(parent))
        return ast.unparse(node)

    def _exported(self, binding: Binding) -> None:
        """A name that goes must be nobody else's."""
        package = self.plan.path.replace("\\", "/").endswith("__init__.py")
        if package and not any(True for _ in self._uses(binding)):
            self.plan.problem(binding.statement, f"{binding.bound} is imported for other files")
            return
        for node in self.plan.text.tree.body:
            if isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign)) and "__all__" in ast.unparse(node)[:8]:
                for part in ast.walk(node):
                    if isinstance(part, ast.Constant) and part.value == binding.bound:
                        self.plan.problem(part, f"{binding.bound} is given to other files")

    def _lines(self, statement: Import, wanted: list[Wanted]) -> list[str]:
        """The imports to write in the place of one; what others of the block bring is left out, or goes there."""
        plan = self.plan
        modules: dict[str, list[str]] = {}
        lines = []
        for one in wanted:
            if self._is_there(statement, one):
                continue
            bound = one.bound or one.name or one.module
            if is_bound_otherwise(plan, bound, statement) and not self._is_replaced(bound):
                plan.problem(statement, f"the name {bound} is taken")
            if one.name:
                modules.setdefault(one.module, []).append(one.shown)
            else:
                lines.append(f"import {one.module}")
                if statement in plan.text.tree.body:
                    plan.imports.discard(one.module)
        for module, found in sorted(modules.items()):
            other = self._other(statement, module)
            if other is not None:
                end = plan.text.span(other.names[-1])[1]
                plan.edits.insert(end, "".join(f", {name}" for name in sorted(found)))
                continue
            lines.append(f"from {module} import {', '.join(sorted(found))}")
        return lines

    def _is_replaced(self, bound: str) -> bool:
        """Is a name one that an import of ours binds, and that stays?"""
        return any(binding.bound == bound for binding in self.bindings)

    def _is_there(self, statement: Import, wanted: Wanted) -> bool:
        """Does another import of the block, or of the top of the file, bring it already?"""
        for other in (*self.plan.text.block_of(statement), *self.plan.text.tree.body):
            if other is statement:
                continue
            if isinstance(other, ast.Import) and not wanted.name:
                if any(alias.name == wanted.module and alias.asname is None for alias in other.names):
                    return True
            elif isinstance(other, ast.ImportFrom) and wanted.name and other.module == wanted.module:
                bound = wanted.bound or wanted.name
                if any(alias.name == wanted.name and (alias.asname or alias.name) == bound for alias in other.names):
                    return True
        return False

    def _other(self, statement: Import, module: str) -> ast.ImportFrom | None:
        """Another import from a module in the same block, to which names can be added."""
        for other in self.plan.text.block_of(statement):
            if isinstance(other, ast.ImportFrom) and other.module == module and not other.level:
                if other.names[0].name != "*" and id(other) not in self._statements:
                    return other
        return None


def _bindings(plan: Plan) -> Iterator[Binding]:
    for statement in plan.text.nodes:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                if f"{alias.name}.".startswith(tuple(f"{name}." for name in OURS)):
                    yield Binding(statement, alias, alias.asname or alias.name.partition(".")[0], alias.name)
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            for alias in statement.names:
                module = f"{statement.module}." if alias.name == "*" else f"{statement.module}.{alias.name}."
                if module.startswith(tuple(f"{name}." for name in OURS)):
                    yield Binding(statement, alias, alias.asname or alias.name, module[:-1])


def _written(statement: Import, aliases: list[ast.alias]) -> str:
    """An import of fewer names."""
    shown = ", ".join(f"{alias.name} as {alias.asname}" if alias.asname else alias.name for alias in aliases)
    return f"from {statement.module} import {shown}" if isinstance(statement, ast.ImportFrom) else f"import {shown}"
