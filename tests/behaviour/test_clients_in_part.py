"""Programs whose settings change while they run, of which something is left: no request goes elsewhere, ever.

Each is fixed, run, mended where something is left, fixed again, and run again. What its requests are is what they were
under openai 0.28.1: the address, the version, the key and how that is sent.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

import pytest
from behaviour.running import Did, Program, run

from flake8_openai_v1.fix.fixer import Fixed, Options, Source, fix_files
from flake8_openai_v1.project.config import Config


class Case(NamedTuple):
    """A program, and how what is left of it is mended."""

    files: dict[str, str]
    mended: tuple[str, str, str] = ("main.py", 'deployment_id="chat", ', "")
    """File, text, and what a person writes in its place."""


LEFT = """

def other(text):
    reply = openai.ChatCompletion.create(
        engine="chat", deployment_id="chat", messages=[{"role": "user", "content": text}]
    )
    return reply["choices"][0]["message"]["content"]
"""
ASK = """

def ask(text):
    reply = openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": text}])
    return reply["choices"][0]["message"]["content"]
"""
VECTOR = """

def vector(text):
    return len(openai.Embedding.create(engine="vectors", input=text)["data"][0]["embedding"])
"""
LAST = """
    if "--all" in sys.argv:
        print(other("c"))
"""

REGIONS = f"""\
# run: --all
import sys

import openai

openai.api_type = "azure"
openai.api_version = "2024-10-21"


def use(region, key):
    openai.api_base = f"https://{{region}}.openai.azure.com"
    openai.api_key = key
{ASK}{LEFT}

if __name__ == "__main__":
    for region in ("one", "two"):
        use(region, f"key-of-{{region}}")
        print(ask("a"))
{LAST}"""

KINDS = f"""\
# run: --all
import sys

import openai


def use(kind):
    if kind == "azure":
        openai.api_type = "azure"
        openai.api_base = "https://one.openai.azure.com"
        openai.api_version = "2024-10-21"
        openai.api_key = "key-of-azure"
    elif kind == "token":
        openai.api_type = "azure_ad"
        openai.api_base = "https://two.openai.azure.com"
        openai.api_version = "2024-06-01"
        openai.api_key = "token-of-azure"
    else:
        openai.api_type = "open_ai"
        openai.api_base = "https://gateway.internal/v1"
        openai.api_version = None
        openai.api_key = "key-of-gateway"


def ask(text):
    names = {{"engine": "chat"}} if openai.api_type.startswith("azure") else {{"model": "gpt-4o"}}
    reply = openai.ChatCompletion.create(messages=[{{"role": "user", "content": text}}], **names)
    return reply["choices"][0]["message"]["content"]
{LEFT}

if __name__ == "__main__":
    for kind in ("azure", "token", "plain", "token"):
        use(kind)
        print(ask("a"))
{LAST}"""

TOKENS = REGIONS.replace('"azure"', '"azure_ad"').replace("key-of", "token-of")

RESTORED = f"""\
# run: --all
import sys

import openai

openai.api_type = "azure"
openai.api_version = "2024-10-21"
openai.api_base = "https://one.openai.azure.com"
openai.api_key = "key-of-one"
{VECTOR}{LEFT}

def elsewhere(text):
    before = openai.api_base, openai.api_key
    old = openai.api_base
    openai.api_base = "https://two.openai.azure.com"
    openai.api_key = "key-of-two"
    try:
        return vector(text)
    finally:
        openai.api_base = old
        openai.api_key = before[1]


if __name__ == "__main__":
    print(vector("a"))
    print(elsewhere("b"))
    print(vector("a"))
{LAST}"""

OPTIONS = f"""\
# run: --all
import sys

import openai

openai.api_type = "azure"
openai.api_version = "2024-10-21"
openai.api_base = "https://one.openai.azure.com"
openai.api_key = "key-of-one"


def ask(text, resource, version):
    given = {{}}
    if resource:
        given["api_base"] = f"https://{{resource}}.openai.azure.com"
        given["api_key"] = f"key-of-{{resource}}"
    if version:
        given["api_version"] = version
    reply = openai.ChatCompletion.create(engine="chat", messages=[{{"role": "user", "content": text}}], **given)
    return reply["choices"][0]["message"]["content"]
{LEFT}

if __name__ == "__main__":
    for resource, version in (("two", "2024-06-01"), ("", ""), ("three", ""), ("two", "")):
        print(ask("a", resource, version))
{LAST}"""

SHARED = {
    "conf.py": REGIONS[: REGIONS.index("def ask")].replace("# run: --all\n", "").rstrip() + "\n",
    "asks.py": "import openai\n" + ASK,
    "others.py": "import openai\n" + LEFT,
    "main.py": """\
import asks
import conf
import others

if __name__ == "__main__":
    for region in ("one", "two"):
        conf.use(region, f"key-of-{region}")
        print(asks.ask("a"))
    print(others.other("c"))
""",
}

CREDENTIALS = {
    "asks.py": f"""\
import openai


def ask(text, **kwargs):
    reply = openai.ChatCompletion.create(messages=[{{"role": "user", "content": text}}], **kwargs)
    return reply["choices"][0]["message"]["content"]
{LEFT}""",
    "main.py": """\
import asks


class Resource:
    def __init__(self, name=None):
        self.name = name

    @property
    def credentials(self):
        if not self.name:
            return {}
        return {
            "api_type": "azure",
            "api_base": f"https://{self.name}.openai.azure.com",
            "api_key": f"key-of-{self.name}",
            "api_version": "2024-10-21",
        }

    def ask(self, text):
        if self.name:
            return asks.ask(text, engine="chat", **self.credentials)
        return asks.ask(text, model="gpt-4o")


if __name__ == "__main__":
    for name in ("one", "two", None, "one"):
        print(Resource(name).ask("a"))
    print(asks.other("c"))
""",
}

OWN_CLIENT = f"""\
# run: --all
import sys

import openai

openai.api_type = "azure"
openai.api_version = "2024-10-21"


def use(region, key):
    openai.api_base = f"https://{{region}}.openai.azure.com"
    openai.api_key = key


def get_client():
    return openai.AzureOpenAI(
        api_key=openai.api_key, azure_endpoint="https://third.openai.azure.com", api_version=openai.api_version
    )
{ASK}{LEFT}

if __name__ == "__main__":
    for region in ("one", "two"):
        use(region, f"key-of-{{region}}")
        print(ask("a"))
{LAST}"""

CASES = {
    "regions": Case({"main.py": REGIONS}),
    "kinds": Case({"main.py": KINDS}),
    "tokens": Case({"main.py": TOKENS}),
    "restored": Case({"main.py": RESTORED}),
    "options": Case({"main.py": OPTIONS}),
    "shared": Case(SHARED, ("others.py", 'deployment_id="chat", ', "")),
    "credentials": Case(CREDENTIALS, ("asks.py", 'engine="chat", deployment_id="chat", ', 'model="gpt-4o", ')),
    "own_client": Case({"main.py": OWN_CLIENT}),
}


def program(files: dict[str, str]) -> Program:
    return Program("in_part", {name: text.encode() for name, text in files.items()}, "main.py")


def mended(case: Case, files: dict[str, str]) -> dict[str, str]:
    name, old, new = case.mended
    assert old in files[name]
    return {**files, name: files[name].replace(old, new)}


def fixed(files: dict[str, str], *, unsafe: bool) -> tuple[dict[str, str], list[Fixed]]:
    results = fix_files([Source(name, text.encode()) for name, text in files.items()], Config(), Options(unsafe=unsafe))
    return {one.path: one.after.decode() for one in results}, results


def reasons(results: list[Fixed]) -> list[str]:
    """Why something is left, for each finding."""
    return [left.reason for one in results for left in one.left]


@functools.cache
def legacy(name: str) -> Did:
    """What the program did under 0.28.1, with the call that is left as a person mends it."""
    return run(program(mended(CASES[name], CASES[name].files)))


@pytest.mark.index
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", CASES)
def test_no_request_goes_elsewhere(name, unsafe):
    case, expected = CASES[name], legacy(name)
    assert expected.status == 0
    assert len({str(one) for one in expected.requests}) > 1, "the program does not tell requests apart"
    first, results = fixed(case.files, unsafe=unsafe)
    assert first != case.files, reasons(results)
    assert fixed(first, unsafe=unsafe)[0] == first, "a second run changes something"
    did = run(program(first), "current")
    assert did.requests == expected.requests[: len(did.requests)]
    assert did.status
    second, results = fixed(mended(case, first), unsafe=unsafe)
    did = run(program(second), "current")
    assert did.requests == expected.requests[: len(did.requests)]
    assert not reasons(results)
    assert did.said() == expected.said()
