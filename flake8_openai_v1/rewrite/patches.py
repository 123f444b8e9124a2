"""Targets of ``mock.patch`` and ``monkeypatch`` in strings: what is patched today."""

from __future__ import annotations

from ..semantics.uses import Use
from .plan import Plan


def rewrite_target(plan: Plan, use: Use) -> None:
    """Rewrite the target of a patch."""
    if plan.wants("OAI104", use.node):
        plan.problem(use.node, "what is patched is gone")
