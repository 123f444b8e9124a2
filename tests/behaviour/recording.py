"""What a program did, in a form that is the same for openai 0.28.1 and for the newest SDK.

All known differences that are not the program's are taken away here, and nowhere else:

* *The SDK's own retries.* Today's SDK tries twice more after some refusals and after timeouts. The service tells it not
  to (``x-should-retry``); requests that say that they are retries (``x-stainless-retry-count``) are left out.
* *Embeddings as base64.* Both SDKs ask for base64 unless a program asks for something. ``encoding_format: base64`` is
  left out.
* *Forms.* The boundary is left out; a file is its name and size, text fields are in order of their names. 0.28.1 sent
  pictures as ``image`` and ``mask``, today the name is that of the open file: both are ``picture`` here. Of other names
  the folder is left out. (A file that is uploaded has its name in the account: that one counts.)
* *Headers.* Kept are the credential, the organisation, and headers that the program made up.
* *The deployment's name in the body.* Today's client for Azure also sends it as ``model``; 0.28.1 sent what the program
  gave as ``model``, which the service does not look at. Below a deployment ``model`` is left out.
* *Slashes.* Where the address of a resource on Azure ends in a slash, 0.28.1 sent two. One is kept.
* *Engines.* ``/v1/engines/x/completions`` was the same as ``/v1/completions`` with ``model: x``, and ``/v1/engines`` is
  ``/v1/models`` now; the first of each is gone.
* *Arguments that are None* were sent as null by 0.28.1 and are so today; as nothing in the query of a GET.
* *Printed objects.* 0.28.1 printed JSON over several lines, today's SDK prints ``Name(field=…)`` with all fields it
  knows. Both become one line of JSON, keys in order, without what is null.
* *Printed dicts, and JSON on one line,* that were made of an object have the order of the server with 0.28.1, that of
  the fields of a class today. Keys are put in order; what is null stays.
* *Printed exceptions.* Today their text begins with ``Error code: 404 - ``. That is left out.
* *The service's address* becomes the host that the program names.
"""

from __future__ import annotations

import ast
import json
import re
from typing import Any

from azure.server import AZURE, ENGINE, PLAIN, Request

OURS = ("x-stainless-", "x-openai-client", "x-should-retry")
"""Headers that SDKs make up."""

FILES = {"file": "", "image": "picture", "mask": "picture"}
"""Fields that are files, and the names that they are given here."""

STATUS = re.compile(r"Error code: \d{3} - ")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+(?:/at/([\w.:-]+))?")
LEGACY_REPR = re.compile(r"<\w+(?: [\w.]+)?(?: id=[^ >]+)? at 0x[0-9a-f]+> JSON: (?=\{)")
OBJECT = re.compile(r"\{(?=[\n\"'])|\b[A-Z]\w*(?:\[[\w, .]+\])?\((?=\w+=)")


def requests(kept: list[Request]) -> list[dict[str, Any]]:
    """What was asked, in order."""
    return [normal(one) for one in kept if one.more.get("x-stainless-retry-count", "0") == "0"]


def normal(request: Request) -> dict[str, Any]:
    """One request; keys that say nothing are left out."""
    path, body = re.sub("//+", "/", request.path), request.body
    if isinstance(body, dict):
        body = {key: value for key, value in sorted(body.items()) if (key, value) != ("encoding_format", "base64")}
    plain = PLAIN.fullmatch(path)
    engine = plain and ENGINE.fullmatch(plain["operation"])
    if engine:
        path, body = f"/v1/{engine['operation']}", dict(sorted({**(body or {}), "model": engine["model"]}.items()))
    elif plain and plain["operation"].partition("/")[0] == "engines":
        path = path.replace("engines", "models", 1)
    azure = AZURE.fullmatch(path)
    if azure and azure["deployment"] and isinstance(body, dict):
        body = {key: value for key, value in body.items() if key != "model"}
    if isinstance(body, dict):
        body = {key: upload(key, value) if key in FILES else value for key, value in body.items()}
    said = {
        "request": f"{request.method} {request.host}{path}",
        "query": request.query,
        "key": request.headers.get("api-key"),
        "authorisation": request.headers.get("authorization"),
        "organisation": request.headers.get("openai-organization"),
        "headers": {key: value for key, value in sorted(request.more.items()) if is_own(key)},
        "proxied": request.proxied,
        "form": (request.headers.get("content-type") or "").startswith("multipart/"),
        "body": body,
    }
    return {key: value for key, value in said.items() if value}


def upload(field: str, value: Any) -> Any:
    """A file of a form, as name and size."""
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[1], int):
        return value
    return [FILES[field] or value[0].rpartition("/")[2], value[1]]


def is_own(header: str) -> bool:
    """Whether a program made up a header."""
    return header.startswith("x-") and not header.startswith(OURS)


def printed(text: str) -> list[str]:
    """What was printed, as lines."""
    text = ADDRESS.sub(lambda match: f"https://{match[1]}" if match[1] else "http://service", text)
    text = STATUS.sub("", text)
    return objects(text).splitlines()


def objects(text: str) -> str:
    """Write each object of the SDK that stands in a text as a line of JSON, and put the keys of dicts in order."""
    text = LEGACY_REPR.sub("", text)
    done, at = [], 0
    while match := OBJECT.search(text, at):
        end, value = parsed(text, match.start())
        done.append(text[at : match.start()])
        if end is None:
            done.append(match[0])
            at = match.end()
        else:
            done.append(value)
            at = end
    return "".join([*done, text[at:]])


def parsed(text: str, start: int) -> tuple[int | None, str]:
    """The end of an object that begins there, and how it is written here; no end if it is none."""
    if text[start] == "{":
        try:
            value, end = json.JSONDecoder().raw_decode(text, start)
        except ValueError:
            pass
        else:
            value = without_null(value) if text[start + 1] == "\n" else value
            return end, json.dumps(value, sort_keys=True, ensure_ascii=False)
    for match in re.compile(r"\}" if text[start] == "{" else r"\)").finditer(text, start):
        try:
            tree = ast.parse(text[start : match.end()], mode="eval")
        except SyntaxError:
            continue
        if any(isinstance(node, ast.Set) for node in ast.walk(tree)):
            break  # it has no order that could be written down
        try:
            value = literal(tree.body)
        except ValueError:
            break
        if text[start] == "{":
            return match.end(), repr(in_order(value))
        return match.end(), json.dumps(without_null(value), sort_keys=True, ensure_ascii=False)
    return None, ""


def in_order(value: Any) -> Any:
    """The same with the keys of dicts in order."""
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value, key=repr)}
    return [in_order(one) for one in value] if isinstance(value, list) else value


def literal(node: ast.expr) -> Any:
    """The value of what pydantic prints, or of a literal. Raises ValueError for anything else."""
    if isinstance(node, ast.Call) and not node.args:
        return {str(word.arg): literal(word.value) for word in node.keywords}
    if isinstance(node, ast.List):
        return [literal(one) for one in node.elts]
    if isinstance(node, ast.Dict):
        return {ast.literal_eval(key): literal(value) for key, value in zip(node.keys, node.values, strict=True) if key}
    return ast.literal_eval(node)


def without_null(value: Any) -> Any:
    """The same without keys whose value is null."""
    if isinstance(value, dict):
        return {key: without_null(one) for key, one in value.items() if one is not None}
    return [without_null(one) for one in value] if isinstance(value, list) else value
