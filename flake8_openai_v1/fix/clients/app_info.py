"""``openai.app_info``, which named the application to the service: a header of the client today."""

from __future__ import annotations

import ast

from ...semantics.uses import STORE, Use
from ..causes import Code
from ..names.scopes import module_name
from ..plan import Plan, about
from .assigned import assigned_in

PARTS = {"name": " {}", "version": "/{}", "url": " ({})"}
"""What 0.x made of the parts of it, behind its own name."""


@about(Code.CONFIGURATION)
def rewrite(plan: Plan, use: Use) -> bool:
    """Give the module a header that says what 0.x made of it; False where that does not show."""
    node = use.node
    value = assigned_in(plan.text, node) if use.role == STORE and isinstance(node, ast.Attribute) else None
    if value is None or not isinstance(node, ast.Attribute) or "default_headers" in plan.settings.stored:
        return False
    text = _agent(plan, value)
    if text is None:
        return False
    plan.replace(node, f"{plan.text.of(node.value)}.default_headers")
    if not text:
        plan.replace(value, "{}")  # a client that is there takes no None
    else:
        quote = plan.quote(value)
        agent = f"OpenAI/Python {{{module_name(plan, node)}.__version__}}{text}"
        plan.replace(value, f"{{{quote}User-Agent{quote}: f{quote}{agent}{quote}}}")
    return True


def _agent(plan: Plan, value: ast.expr) -> str | None:
    """What a dict adds to the header, in a text with gaps; empty for None, None where that does not show."""
    if isinstance(value, ast.Constant) and value.value is None:
        return ""
    if not isinstance(value, ast.Dict):
        return None
    keys = [key.value if isinstance(key, ast.Constant) else None for key in value.keys]
    given = dict(zip(keys, value.values, strict=True))
    if len(given) != len(keys) or not given.keys() <= PARTS.keys() or "name" not in given:
        return None
    parts = [form.format(part) for name, form in PARTS.items() if (part := _part(plan, name, given.get(name))) != ""]
    return None if any(_part(plan, name, given.get(name)) is None for name in PARTS) else "".join(parts)


def _part(plan: Plan, name: str, value: ast.expr | None) -> str | None:
    """One part as it stands in a text with gaps; empty for one that is not given, None where that does not show."""
    if value is None or (isinstance(value, ast.Constant) and not value.value):
        return ""
    if isinstance(value, ast.Constant):
        text = str(value.value)
        return text if isinstance(value.value, str) and text.isprintable() and not set(text) & set("{}\\\"'") else None
    if not isinstance(value, (ast.Name, ast.Attribute)):
        return None
    if name != "name" and not _is_text(plan, value):
        plan.doubt(value, f"the {name} of the application may be empty here, and was left out then")
    return f"{{{plan.text.of(value)}}}"


def _is_text(plan: Plan, node: ast.expr) -> bool:
    """True for a name that the file gives nothing but a text, once."""
    stores = plan.text.index.stores.get(node.id, ()) if isinstance(node, ast.Name) else ()
    made = [plan.text.parents.get(id(one)) for one in stores]
    value = made[0].value if len(made) == 1 and isinstance(made[0], (ast.Assign, ast.AnnAssign)) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and bool(value.value)
