# ruff: noqa: E501
"""What holds for every program: bytes without findings stay, nothing raises, a second run changes nothing, layout is kept."""

from __future__ import annotations

import ast
import contextlib
import io
import random
import re
import tokenize

import pytest
import random_programs
from fix.given import fixed, reasons, run
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from syntax.test_notebook import dump
from test_robustness import blocks, in_time, with_names_of_the_sdk

from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config

pytestmark = pytest.mark.filterwarnings("ignore")  # Python's own, of the texts


def check(source: str, unsafe: bool = False) -> None:
    """Fix a text, if it is Python; where nothing is found in it, it stays."""
    try:
        found = lint_source(source)
    except (SyntaxError, ValueError):
        assume(False)
    (result,) = run({"a.py": source.encode("utf-8", "surrogatepass")}, unsafe=unsafe).values()
    if not found:
        assert result.after is result.before


# -- what nobody wrote


@settings(max_examples=25)
@given(random_programs.of_grammar, st.integers(0, 3))
def test_random_programs(source, seed):
    check(source)
    check("import openai\n" + with_names_of_the_sdk(source, seed))


@settings(max_examples=6)
@given(random_programs.of_nodes, st.integers(0, 3))
def test_random_programs_of_many_statements(source, seed):
    check("import openai\n" + with_names_of_the_sdk(source, seed))


@settings(max_examples=40)
@given(st.lists(blocks, min_size=1, max_size=4).map("".join), st.booleans())
def test_made_up_programs(source, unsafe):
    check("import openai\n" + source, unsafe)


PIECES = [
    "import openai\n", "from openai import ChatCompletion\n", "from openai.error import RateLimitError, Timeout\n",
    "openai.api_key = 'sk-1'\n", "openai.api_base = 'https://a/v1'\n", "openai.api_type = 'azure'\n", "import os, sys\n",
    "openai.api_version = '2023-05-15'\n", "r = openai.ChatCompletion.create(engine='m', messages=[], timeout=3)\n",
    "r = ChatCompletion.create(model='m', messages=[], stream=True)\n", "print(r['choices'][0]['message'].get('content', ''))\n",
    "for c in r:\n    print(c['choices'][0]['delta'].get('content', ''))\n", "x = r if x else {}\n", "print(f\"{r['id']} {r=}\")\n",
    "try:\n    openai.Model.list()\nexcept openai.error.APIConnectionError:\n    pass\nexcept openai.error.Timeout as e:\n"
    "    print(e.http_status)\n", "def f(**kw):\n    return openai.Completion.create(**kw)\n", "f(engine='m', prompt=r['id'])\n",
    "print(json.dumps(r), openai.api_base, 'usage' in r)\n", "xs.append(r)\n", "print(xs[0]['choices'])\n", "x = 1  # noqa\n",
    "async def g():\n    return await openai.Embedding.acreate(input='a', model='m', api_key=openai.api_key)\n", "save(r)\n",
    "class A:\n    api = openai.ChatCompletion\n    def f(self):\n        self.r = self.api.create()\n        return self.r['id']\n",
    "if openai.api_key is None:\n    openai.api_key = os.environ['KEY']\n", "e = openai.Edit.create(input='a')\n",
    "import unittest.mock\n@unittest.mock.patch('openai.ChatCompletion.create', return_value={'choices': []})\ndef t(m): pass\n",
    "openai.ChatCompletion.create = f\n", "r.update(a=1)\n", "del openai.api_base\n", "openai = None\n", "global r\n",
]  # fmt: skip


@settings(max_examples=120)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9), st.sampled_from(["auto", "instance", "module"]))
def test_programs_of_pieces(pieces, client):
    (result,) = run({"a.py": "".join(pieces)}, client=client).values()
    assert result.failure is None


@settings(max_examples=25)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), min_size=1, max_size=4), st.data())
def test_programs_of_several_files(texts, data):
    names = [f"m{number}.py" for number in range(len(texts))]
    files = {}
    for name, text in zip(names, texts, strict=True):
        other = data.draw(st.sampled_from(names))[:-3]
        files[name] = data.draw(st.sampled_from(["", f"import {other}\n", f"from {other} import r, f\n"])) + text
    run(files)


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.sampled_from([*PIECES, "!ls\n", "%%time\n", "this is no Python\n"]), max_size=3).map("".join))
)
def test_notebooks_of_pieces(cells):
    run({"a.ipynb": dump(*cells)})


# -- bytes


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from([
            b"\0", b"\r", b"\n", b"\r\n", b"\f", b"\x1a", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe9", "é".encode(), b"\\",
            b'"""', b"'", b"#", b"import openai", b"openai.ChatCompletion.create(", b")", b" ", b"\t", b"['choices']",
            b"# coding: latin-1", b"# noqa", b"f'{openai.error", b"}'", b"\xed\xa0\x80", "\u2028".encode(), b"\\\n",
            b"{", b"}", b'{"cells": [', b"]}", b'"source": "import openai"', b"openai.api_base = 'a'", b"from openai import ",
        ]),
        max_size=12,
    ).map(b"".join),
    st.sampled_from(["a.py", "a.ipynb", "a.pyi", "a"]),
)  # fmt: skip
def test_any_bytes(data, path):
    run({path: b"import openai\n" + data})
    run({path: data + b"\nopenai.Model.list()"})


@settings(max_examples=60)
@given(st.binary(max_size=40), st.sampled_from(["a.py", "a.ipynb"]))
def test_any_bytes_at_all(data, path):
    for each in (data, b"openai" + data, data + b"openai"):
        run({path: each})


def test_it_ends():
    chain = (
        "r = openai.ChatCompletion.create(model='m', messages=[])\n"
        + "print(r['choices'][0]['message']['content'])\n" * 100
    )
    for text in (
        chain,
        "".join(f"def f{n}():\n    return openai.Model.list()['data'][{n}]['id']\n" for n in range(100)),
        "try:\n    pass\n" + "".join(f"except openai.error.Timeout as e{n}:\n    pass\n" for n in range(100)),
        "x = openai.Completion.create(" + ", ".join(f"a{n}=1" for n in range(100)) + ")\n",
        "x = f'" + "{openai.api_base}" * 200 + "'\n",
        "x = " + "(" * 60 + "openai.Model" + ")" * 60 + ".list()\n",
    ):
        with in_time():
            fix_files([Source("a.py", ("import openai\n" + text).encode())], Config(), Options())


# -- layouts

PROGRAMS = {
    "calls": """\
import openai
from openai import ChatCompletion, Embedding
def ask(p, engine, key):
    a = openai.ChatCompletion.create(engine=engine, messages=[{"role": "user", "content": p}], request_timeout=3, n=2)
    b = ChatCompletion.create(model="m", messages=[], timeout=3, headers={"a": "b"})
    c = Embedding.create(input=[p], deployment_id="d", top_k=3, min_p=4)
    d = openai.Moderation.create(p, "text-moderation-latest")
    e = openai.Audio.transcribe("whisper-1", p, language="en")
    f = openai.File.create(file=p, user_provided_filename="x", purpose="y")
    g = openai.Completion.create(api_key=key, model="m", prompt=p)
    params = {"engine": "d", "prompt": p}
    return a, b, c, d, e, f, g, openai.Completion.create(**params), openai.File.download("f")
""",
    "settings": """\
import os
import openai
openai.api_key = os.environ["KEY"]
openai.api_base = os.environ.get("BASE", "https://a/v1")
openai.verify_ssl_certs = False
def use(base, key):
    before = openai.api_base
    openai.api_base, openai.api_key = base, key
    try:
        return openai.Model.list()
    finally:
        openai.api_base = before
def other(host):
    openai.api_base = "https://" + host
    setattr(openai, "api_base", "https://b/v1")
""",
    "azure": """\
import openai
openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_base = "https://a.openai.azure.com"
openai.api_key = "k"
async def f(p):
    r = await openai.ChatCompletion.acreate(engine="d", messages=p)
    return r["choices"][0]["message"]["content"]
""",
    "exceptions": """\
import openai
from openai.error import InvalidRequestError, RateLimitError as Limited, Timeout
RETRY = (Limited, openai.error.InvalidRequestError, openai.error.APIError)
def f():
    try:
        return openai.Model.list()
    except InvalidRequestError as e:
        print(e.http_status, e.user_message, e.json_body["error"]["code"], e.headers.get("a"))
    except (Limited, Timeout) as e:
        print(isinstance(e, openai.error.InvalidRequestError))
    except openai.error.OpenAIError as e:
        print(e.http_status)
    return None
""",
    "clauses": """\
import openai
def f():
    try:
        return openai.Model.list()
    except openai.error.APIConnectionError:
        print("connection")
    except openai.error.RateLimitError:
        print("rate")
    except openai.error.Timeout:
        print("timeout")
def g():
    try:
        return openai.Model.list()
    except openai.error.APIError:
        print("server")
    except openai.error.ServiceUnavailableError as e:
        print("busy", e)
        return 1
""",
    "responses": """\
import json
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
m = r["choices"][0]["message"]
print(m["content"], m.get("function_call", {}), r.get("usage"), r["usage"].get("total_tokens", 0) + 1)
print("usage" in r, not "foo" in r, len(r), [c["index"] for c in r["choices"]], json.dumps(r), {**r}, str(r))
print(f"{r['id']} and {m['content']!r:>10}", "%(id)s" % r)
if m.get("function_call") and m["function_call"]["name"] == "f":
    r["choices"][0]["message"]["content"] = "x"
for chunk in openai.ChatCompletion.create(model="m", messages=[], stream=True):
    delta = chunk["choices"][0]["delta"]
    if "content" in delta:
        print(delta["content"], delta.get("role", ""), end="")
cache = {}
cache["a"] = r
print(cache["a"]["choices"])
""",
}
WORDS = ["# a comment", "# b, c)", "# openai.error", "#", "# 'd"]


def bracketed(source: str, rng: random.Random) -> str:
    """The same program with brackets around some of its expressions."""
    tree = ast.parse(source)
    inside = {id(node) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for node in ast.walk(one)}
    inside |= {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    inside |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.Tuple) for part in node.elts}
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    marks: list[tuple[int, int, str]] = []
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.Constant, ast.BinOp, ast.Dict)):
            continue
        if id(node) in inside or not isinstance(getattr(node, "ctx", ast.Load()), ast.Load) or rng.random() > 0.12:
            continue
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        marks += [(start, end - start, "("), (end, start - end, ")")]
    for at, _, mark in sorted(marks, reverse=True):
        source = source[:at] + mark + source[at:]
    return source


def laid_out(source: str, rng: random.Random, words: list[str]) -> str:
    """The same program with other white space, comments, quotes and line ends."""
    pieces: list[str] = []
    depth, row, column, fields = 0, 1, 0, 0
    lines = source.splitlines(keepends=True)
    first = True
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        name = tokenize.tok_name[token.type]
        if name == "ENDMARKER":
            break
        between = text_between(lines, (row, column), token.start)
        row, column = token.end
        if fields and name != "FSTRING_END":
            pieces.append(between + token.string)
            fields += name == "FSTRING_START"
            continue
        if name == "FSTRING_END":
            fields -= 1
            pieces.append(between + token.string)
            continue
        fields += name == "FSTRING_START"
        if name in ("NEWLINE", "NL"):
            pieces.append(
                rng.choice(["", "  ", f"  {rng.choice(words)}"])
                + "\n"
                + rng.choice(["", "", "", "\n", f"{words[0]}\n"])
            )
            first = True
            continue
        if name in ("INDENT", "DEDENT", "COMMENT"):
            pieces.append(token.string if name == "COMMENT" else "")
            continue
        if first:
            pieces.append(" " * token.start[1])
        elif depth and not (token.string in "([" and re.search(r"[\w)\]'\"]$", pieces[-1])):
            gaps = [
                between,
                between,
                between,
                f" {between} ",
                f"\n      {between}",
                f"  {rng.choice(words)}\n  {between}",
            ]
            pieces.append(rng.choice(gaps))
        else:
            pieces.append(
                rng.choice([between, between, between + " " if between else between, between and f"{between}\\\n  "])
            )
        first = False
        pieces.append(requoted(token.string, rng) if name == "STRING" else token.string)
        depth += token.string in ("(", "[", "{") and name == "OP"
        depth -= token.string in (")", "]", "}") and name == "OP"
    return "".join(pieces).replace("\n", rng.choice(["\n", "\n", "\r\n", "\r"]))


def text_between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text from one place to another of the same line."""
    return lines[start[0] - 1][start[1] : end[1]] if start[0] == end[0] <= len(lines) else ""


def requoted(text: str, rng: random.Random) -> str:
    """A plain text in other quotes."""
    if not re.fullmatch(r"\"[^\"'\\]*\"|'[^\"'\\]*'", text):
        return text
    quote = rng.choice(['"', "'", '"""', "'''"])
    return f"{quote}{text[1:-1]}{quote}"


def shape(data: bytes) -> str:
    """What a program means."""
    return ast.dump(ast.parse(data))


def layouts(title: str, words: list[str]) -> list[str]:
    """A program in many layouts."""
    rngs = [random.Random(f"{title} {seed}") for seed in range(16)]
    return [laid_out(bracketed(PROGRAMS[title], rng), rng, words) for rng in rngs]


@pytest.mark.parametrize("title", PROGRAMS)
def test_the_layouts_are_of_the_same_program(title):
    for source in layouts(title, WORDS):
        assert shape(source.encode()) == shape(PROGRAMS[title].encode())


@pytest.mark.parametrize("title", PROGRAMS)
def test_layouts(title):
    """However a program is laid out, it becomes the same."""
    expected = fixed(PROGRAMS[title], client="module")
    assert expected.after is not expected.before, reasons(expected)
    for source in layouts(title, [""]):
        result = fixed(source, client="module")
        assert shape(result.after) == shape(expected.after), f"{reasons(result)}\n{result.after.decode()}"


@pytest.mark.parametrize("title", PROGRAMS)
def test_layouts_with_comments(title):
    """However a program is laid out, it becomes the same; or a unit is left, where a comment stands in the way."""
    expected = fixed(PROGRAMS[title], client="module")
    for source in layouts(title, WORDS):
        result = fixed(source, client="module")
        if result.after is result.before or any(one.finding.code == "OAI102" for one in result.left):
            assert "comment" in reasons(result), f"{reasons(result)}\n{source}"
        else:
            assert shape(result.after) == shape(expected.after), result.after.decode()


@pytest.mark.parametrize("title", PROGRAMS)
def test_parts_of_programs(title):
    """Any lines of a program, as far as they are one."""
    lines = PROGRAMS[title].splitlines(keepends=True)
    rng = random.Random(title)
    for _ in range(25):
        kept = "".join(line for line in lines if rng.random() < 0.8)
        with contextlib.suppress(SyntaxError):
            ast.parse(kept)
            run({"a.py": kept})
