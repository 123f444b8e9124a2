"""Addresses of clients of azure-ai-inference → those of openai's, and the deployments that they name."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from ...rules.inference import endpoint
from ...rules.urls import V1, url_of
from ...sdk.inference import (
    CLIENTS,
    CONSTRUCTOR_POSITIONAL,
    ENDPOINTS,
)
from ...semantics.values import Const, Text
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan
from .variables import definition, loads

OLD_PATH = "/models"
NEW_PATH = "/openai/v1/"
FIELD = re.compile(r"/openai/deployments/\{(?P<name>[^{}!:]+)\}(?:/[^{}]*)?(?=[\"']+$)")
"""The end of an f-string whose address names the deployment by a variable."""
END = re.compile(r"(?:\.services\.ai\.azure\.com)?/models/?(?=[\"']+$)")
"""The end of the text of an address, with its quotes."""


class Default(NamedTuple):
    """An argument that a client gave to each of its calls."""

    text: str
    """As it stands in the file; for what comes from elsewhere, a literal."""
    node: ast.expr | None
    """Where it stands in this file; None for a literal."""


def rewrite_address(plan: Plan, node: ast.expr) -> Default | None:
    """Rewrite the endpoint; gives the deployment that it names."""
    value = plan.value(node)
    url = url_of(value) if isinstance(value, (Const, Text)) else None
    if url is None or (not url.host and isinstance(value, Text)):
        _unknown_address(plan, node)
        return None
    if V1.search(url.path):
        return None
    base_url, deployment, gone = endpoint(value)
    if gone and any(row.gone and url.host.endswith(row.ending) for row in ENDPOINTS):
        plan.problem(node, f"there is nothing behind {url.shown}: {gone}", Code.CONFIGURATION)
        return None
    if not any(url.host.endswith(row.ending) for row in ENDPOINTS):
        plan.doubt(
            node,
            f"{url.shown} is no address of Azure: it stays, as if there were an API like OpenAI's",
            Code.CONFIGURATION,
        )
        return None
    found = Default(f'"{deployment}"', None) if deployment else None
    if isinstance(value, Const) and not isinstance(node, ast.JoinedStr):
        label = re.match(r"[^/]*//([^/.]+)", str(value.value).strip())
        if label:
            base_url = base_url.replace("<resource>", label[1])
        plan.doubt(node, f"the address changes from {url.shown} to {base_url}", Code.CONFIGURATION)
        _write_address(plan, node, base_url)
        return found
    return _text_address(plan, node, url.shown)


def _write_address(plan: Plan, node: ast.expr, base_url: str) -> None:
    """Put an address where a literal stands, or in the place of a variable that others use, too."""
    target: ast.expr = node
    if isinstance(node, ast.Name):
        assigned = definition(plan, node)
        if isinstance(assigned, ast.Constant) and is_only(plan, node, "endpoint"):
            target = assigned
    quote = plan.quote(target)
    source = plan.text.of(target)
    if isinstance(target, ast.Constant) and source[:1] in "\"'" and source[:3] not in ('"""', "'''"):
        quote = source[0]
    plan.replace(target, f"{quote}{base_url}{quote}")


def is_only(plan: Plan, node: ast.Name, name: str) -> bool:
    """Is a variable used as one argument of clients alone?"""
    position = CONSTRUCTOR_POSITIONAL.index(name)
    for other in loads(plan, node):
        parent = plan.text.parents.get(id(other))
        call = plan.text.parents.get(id(parent)) if isinstance(parent, ast.keyword) else parent
        if not isinstance(call, ast.Call) or certain_path(plan.value(call.func)) not in CLIENTS:
            return False
        if other not in call.args[position : position + 1] and getattr(parent, "arg", "") != name:
            return False
    return True


def _text_address(plan: Plan, node: ast.expr, shown: str) -> Default | None:
    """An address that is put together: its end changes."""
    source = plan.text.of(node)
    if isinstance(node, ast.JoinedStr) and source.count("\n") == 0:
        field = FIELD.search(source)
        if field is not None:
            inner = [part.value for part in node.values if isinstance(part, ast.FormattedValue)][-1]
            plan.doubt(node, f"the address changes from {shown} to one that ends in {NEW_PATH}", Code.CONFIGURATION)
            text = source[: field.start()] + NEW_PATH + source[field.end() :]
            plan.replace(node, text if "{" in text else text.lstrip("fF"))
            return Default(field["name"].strip(), inner)
        end = END.search(source)
        if end is not None:
            host = ".openai.azure.com" if end[0].startswith(".") else ""
            plan.doubt(
                node, f"the address changes from {shown} to one that ends in {host}{NEW_PATH}", Code.CONFIGURATION
            )
            plan.replace(node, source[: end.start()] + host + NEW_PATH + source[end.end() :])
            return None
    if "/deployments/" in shown:
        plan.problem(node, f"{shown} names a deployment, which is model= of each call in openai", Code.CONFIGURATION)
        return None
    _unknown_address(plan, node)
    return None


def _unknown_address(plan: Plan, node: ast.expr) -> None:
    """An address that the file does not show: what it ends in is changed where it is given to the client."""
    text = f"the file does not show the address: its {OLD_PATH} becomes {NEW_PATH}"
    plan.doubt(node, text)
    plan.note(node, text)
    quote = plan.quote(node)
    bare = isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Constant, ast.JoinedStr))
    bare = bare or plan.text.whole(node) != plan.text.span(node)
    before, after = ("", "") if bare else ("(", ")")
    after += f".rstrip({quote}/{quote}).removesuffix({quote}{OLD_PATH}{quote}) + {quote}{NEW_PATH}{quote}"
    plan.wrap(node, before, after)
