"""Never a traceback, never a hang: on any text the linter ends, with findings or with a SyntaxError or ValueError."""

from __future__ import annotations

import ast
import contextlib
import keyword
import random
import re
import signal
import sys
import sysconfig
import time
import zipfile
from pathlib import Path

import pytest
import random_programs
from faces.runs import program, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_openai_v1.lint.check import Candidate, check_file
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.syntax.diagnostics import Diagnostic

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.filterwarnings("ignore")  # Python's own, of the texts
LIMIT = 40
"""Seconds; all of these take one or two, and what grows by the square or faster would take minutes."""


class Hang(BaseException):
    """No Exception, so that nothing takes it for one of its own."""


@contextlib.contextmanager
def in_time():
    """Fail what does not end (where the platform has timers)."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(number, frame):
        raise Hang

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(3 * LIMIT)
    start = time.process_time()
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert time.process_time() - start < LIMIT


def survive(source: str) -> list[Diagnostic] | None:
    """The findings, which must lie within the text; None where it is not Python."""
    try:
        found = lint_source(source)
    except (SyntaxError, ValueError):
        return None
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in found:
        assert 1 <= finding.line <= finding.end_line <= len(lines), finding
        assert finding.column <= len(lines[finding.line - 1]), finding
        assert (finding.line, finding.column) < (finding.end_line, finding.end_column), finding
    return found


# -- what others wrote

IMPORTS = re.compile(r"^([ \t]*)import (\w+)[ \t]*$", re.MULTILINE)
FROMS = re.compile(r"^([ \t]*)from (?!__future__)[\w.]+ import", re.MULTILINE)


def about_openai(text: str) -> str:
    """The same program, with the SDK for what it imports: every line matters."""
    return FROMS.sub(r"\1from openai import", IMPORTS.sub(r"\1import openai as \2", text))


def sample(step: int) -> list[Path]:
    """Each so many-th file of the standard library and its tests, in an order that mixes the folders."""
    folder = Path(sysconfig.get_path("stdlib"))
    files = [path for path in folder.rglob("*.py") if "site-packages" not in path.parts]
    files.sort(key=lambda path: (path.name, str(path)))
    return files[::step]


def test_the_standard_library():
    files = sample(16)
    assert len(files) > 50
    found = 0
    for path in files:
        try:
            text = about_openai(path.read_bytes().decode("utf-8-sig"))
        except UnicodeDecodeError:
            continue
        try:
            found += len(survive(text) or ())
        except Exception as error:
            raise AssertionError(path) from error
    assert found > 10


@pytest.mark.index
@pytest.mark.parametrize("requirement", ["pymemgpt==0.1.18", "phidata==2.0.0"])
def test_truncated_packages(requirement):
    import sdks

    rng = random.Random(requirement)
    with zipfile.ZipFile(sdks.wheel(requirement)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode() if name.endswith(".py") else ""
            if "openai" not in text:
                continue
            for _ in range(4):
                survive(text[: rng.randrange(len(text))])
                survive(until_it_parses(text, rng.randrange(len(text))))


EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


def until_it_parses(text: str, end: int) -> str:
    """The longest beginning of a program, up to here, that is one itself."""
    lines = text[:end].split("\n")[:-1]
    while lines:
        with contextlib.suppress(SyntaxError):
            ast.parse("\n".join(lines))
            break
        lines.pop()
    return "\n".join(lines)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_truncated_examples(path):
    text = path.read_text("utf-8")
    rng = random.Random(path.name)
    whole = {(found.line, found.code) for found in survive(text)}
    for _ in range(60):
        end = rng.randrange(len(text))
        survive(text[:end])
        survive(text[end:])
        begun = survive(until_it_parses(text, end))
        assert begun is not None
        # What the end of a program says of its beginning may be missing, but little is.
        assert len({(found.line, found.code) for found in begun} - whole) <= 2


def test_truncated_examples_through_the_command(tmp_path):
    rng = random.Random(1)
    files: dict[str, str | bytes] = {}
    broken = set()
    for path in EXAMPLES:
        text = path.read_text("utf-8")
        for number in range(3):
            cut = text[: rng.randrange(len(text))]
            name = f"{path.stem}_{number}.py"
            files[name] = cut
            with contextlib.suppress(SyntaxError):
                ast.parse(cut)
                continue
            if "openai" in cut:
                broken.add(f"./{name}")
    assert broken
    write(tmp_path, files)
    done = program(sys.executable, "-m", "flake8_openai_v1", "check", cwd=tmp_path)
    assert done.returncode == 2
    *messages, summary = done.stderr.splitlines()
    assert {message.split(":")[0] for message in messages} == broken
    assert all(": cannot parse: " in message for message in messages)
    assert str(len(broken)) in summary


# -- what nobody wrote

NAMES = ["openai", "error", "ChatCompletion", "create", "acreate", "api_base", "OpenAI", "client", "e", "x", "y"]


def with_names_of_the_sdk(source: str, seed: int) -> str:
    """The same program with its names replaced by those that matter, the same for the same."""
    rng = random.Random(seed)
    chosen: dict[str, str] = {}

    def rename(match: re.Match[str]) -> str:
        name = match[0]
        if keyword.iskeyword(name) or keyword.issoftkeyword(name):
            return name
        return chosen.setdefault(name, rng.choice(NAMES))

    return re.sub(r"\b(?<![\\\"'])[^\W\d]\w*\b(?![\"'])", rename, source)


@settings(max_examples=12)
@given(random_programs.of_grammar, st.integers(0, 3))
def test_random_programs(source, seed):
    survive("import openai\n" + source)
    survive("import openai\n" + with_names_of_the_sdk(source, seed))


# Of what it makes much is no program of the older Pythons, and thrown away. How much depends on what else is loaded, as
# Hypothesis takes constants from there.
@settings(
    max_examples=25, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(random_programs.of_nodes, st.integers(0, 3))
def test_random_programs_of_many_statements(source, seed):
    survive("import openai\n" + with_names_of_the_sdk(source, seed))


name = st.sampled_from(NAMES)
atom = name | st.sampled_from(["1", "'openai.error'", "'choices'", "None", "...", "[]", "{}", "openai.Model", "b''"])


def expressions(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One level around expressions."""
    forms = [
        "({0})", "{0}.{n}", "({0})[{1}]", "{n}({0})", "({0}).{n}({1}, {n}={2})", "({0})(*{1}, **{2})", "[{0}, *{1}]",
        "({0}, {1})", "{{{0}: {1}, **{2}}}", "{{{0}, {1}}}", "(lambda {n}, *a, k={0}: {1})", "({0} if {1} else {2})",
        "({0} or {1} and not {2})", "({0} < {1} in {2})", "[{0} for {n} in {1} if {2}]", "{{{0}: {1} for {n} in {2}}}",
        "({n} := {0})", "(await {0})", "(yield {0})", "(yield from {0})", "f'{{{n}}} {{{n}[0]!r:>{{{n}}}}}'", "-({0})",
        "({0} | {1} + {2})", "getattr({0}, 'ChatCompletion', {1})", "isinstance({0}, {1})", "dict({0}, **{1})",
        "list(map(lambda {n}: {0}, {1}))", "openai.ChatCompletion.create(model={0}, stream={1})", "({0})[{1}:{2}]",
        "functools.partial({0}, {1})", "setattr(openai, 'api_base', {0})", "json.dumps({0})", "hasattr(openai, {0})",
    ]  # fmt: skip
    form = st.sampled_from(forms)
    return st.builds(lambda form, a, b, c, n: form.format(a, b, c, n=n), form, inner, inner, inner, name)


expression = st.recursive(atom, expressions, max_leaves=12)


def indented(text: str) -> str:
    return "".join(f" {line}\n" for line in text.splitlines())


def statements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One level around statements."""
    forms = [
        "if {e}:\n{0}elif {f}:\n{1}else:\n{0}", "for {n} in {e}:\n{0}else:\n{1}", "while {e}:\n{0}", "{0}{1}",
        "async for {n}, *x in {e}:\n{0}", "with {e} as {n}, {f}:\n{0}",
        "def {n}({m}: {e}, *a, k=({f}), **kw) -> {e}:\n{0}",
        "async def {n}(self, {m}=({e})):\n{0}", "@{n}\nclass {n}({e}, metaclass={f}):\n{0}{1}",
        "try:\n{0}except {n}.error as {m}:\n{1}except ({e}, {f}) as {n}:\n{0}else:\n{1}finally:\n{0}",
        "try:\n{0}except ImportError:\n{1}",
        "match {e}:\n case {{'a': {n}}}:\n{c} case openai.X(k=1) | 3 if {f}:\n{d} case {n}:\n{c}",
    ]  # fmt: skip
    return st.builds(
        lambda form, a, b, e, f, n, m: form.format(
            indented(a), indented(b), c=indented(indented(a)), d=indented(indented(b)), e=e, f=f, n=n, m=m + "_"
        ),
        st.sampled_from(forms), inner, inner, expression, expression, name, name,
    )  # fmt: skip


simple = st.one_of(
    st.builds("{} = {}\n".format, name, expression),
    st.builds("{}.{} = {}\n".format, name, name, expression),
    st.builds("{}[{}] = {}\n".format, name, expression, expression),
    st.builds("{}, *{} = {}\n".format, name, name, expression),
    st.builds("{} += {}\n".format, name, expression),
    st.builds("{}: {} = {}\n".format, name, expression, expression),
    st.builds("del {}.{}, {}\n".format, name, name, name),
    st.builds("import openai.{} as {}\n".format, name, name),
    st.builds("from openai import {} as {}\n".format, name, name),
    st.builds("global {}\n".format, name),
    st.builds("return {}\n".format, expression),
    st.builds("{}  # type: {}\n".format, expression, expression),
    st.sampled_from(["from openai import *\n", "continue\n", "break\n", "raise\n", "import json, functools\n"]),
    expression.map("{}\n".format),
)
blocks = st.recursive(simple, statements, max_leaves=15)


@settings(max_examples=80)
@given(st.lists(blocks, min_size=1, max_size=4).map("".join))
def test_made_up_programs(source):
    with in_time():
        survive("import openai\n" + source)


def test_made_up_programs_are_programs():
    """The test before is worth nothing if Python refuses them."""
    good = []

    @settings(max_examples=40, database=None)
    @given(blocks)
    def count(source):
        good.append(survive("import openai\n" + source) is not None)

    count()
    assert sum(good) > len(good) / 3


# -- nested deeper than Python walks

LAST = "\nopenai.ChatCompletion.create()\n"


def nested(*lines: str, times: int = 90, then: str = "openai.Model.list()\n") -> str:
    """Blocks within blocks."""
    text = [" " * depth + lines[depth % len(lines)] + "\n" for depth in range(times * len(lines))]
    return "".join(text) + " " * len(text) + then


DEEP = {
    "calls": "f(" * 90 + "openai.Completion" + ")" * 90,
    "attributes": "x = openai" + ".a" * 900,
    "attributes beyond the parser": "x = openai" + ".a" * 20_000,
    "a method chain": "x = openai" + ".a(1)" * 300,
    "a method chain of thousand": "x = openai" + ".a(1)" * 1000,
    "options of a client": "x = openai.OpenAI()" + ".with_options(a=1)" * 330,
    "parentheses": "x = " + "(" * 150 + "openai" + ")" * 150,
    "brackets": "x = " + "[" * 90 + "openai" + "]" * 90,
    "comprehensions": "x = " + "[" * 80 + "openai" + " for openai in openai.y]" * 80,
    "subscripts": "r = openai.ChatCompletion.create()\nx = r" + "['choices'][0]" * 200,
    "not": "x = " + "not " * 900 + "openai",
    "minus": "x = " + "-" * 900 + "openai",
    "conditional expressions": "x = " + "openai if openai else " * 300 + "openai",
    "lambdas": "x = " + "lambda: " * 300 + "openai",
    "a sum": "x = openai" + " + openai.a" * 800,
    "a sum of five thousand": "x = openai" + " + openai.a" * 5000,
    "a comparison of five thousand": "x = openai" + " < openai.a" * 5000,
    "a disjunction of five thousand": "x = openai" + " or openai.a" * 5000,
    "a dict in a dict": "x = " + "{'openai': " * 90 + "1" + "}" * 90,
    "elif": "if openai.a:\n pass\n" + "elif openai.b:\n x = openai\n" * 150,
    "ten thousand elif": "if openai.a:\n pass\n" + "elif openai.b:\n x = openai\n" * 10_000,
    "functions": nested("def f(a=openai):", then="return openai\n"),
    "classes": nested("class A(openai.B):"),
    "methods": nested("class A(openai.B):", "def f(self, a=openai):", times=40),
    "ifs": nested("if openai.a:"),
    "loops": nested("for x in openai.y:", times=40, then="x = [x, openai]\n"),
    "functions in loops": nested("for x in openai.y:", "def f(a=x):", times=40),
    "methods in loops": nested("for x in openai.y:", "class A:", "def f(self, a=x):", times=28),
    "tries": nested("try: openai", "except openai.Timeout as e:", times=80).replace("  except", " except"),
    "with": nested("with openai.a as x:"),
    "match": nested("match openai:", "case openai.b:", times=40),
    "decorators": "@" + "f(" * 90 + "openai" + ")" * 90 + "\ndef f(): pass",
    "a decorator's attributes": "@openai" + ".a" * 900 + "\ndef f(): pass\n@openai" + ".a(1)" * 300 + "\nclass A: pass",
    "an annotation": "x: " + "A[" * 90 + "openai.B" + "]" * 90 + " = 1",
    "annotations of a function": "def f(a: openai" + ".a" * 900 + "=openai" + ".a(1)" * 300 + ") -> openai.a"
    + ".a" * 900 + ": pass",
    "bases": "class A(openai" + ".a" * 900 + ", metaclass=openai" + ".a(1)" * 300 + "): pass",
    "a quoted annotation": "def f(x: 'openai" + ".a" * 240 + "', y: '" + "-" * 400 + "openai'): pass",
    "type comments": "x = 1  # type: openai" + ".a" * 3000 + "\ny = 1  # type: " + "[" * 90 + "openai" + "]" * 90,
    "an f-string": "x = f'" + "{openai.a}" * 3000 + "'",
    "starred": "x = " + "[*" * 90 + "openai" + "]" * 90,
    "in an except": "try: pass\nexcept openai" + ".a" * 900 + ": pass",
    "in a with": "with openai" + ".a(1)" * 330 + " as x: pass",
    "in a match": "match openai" + ".a(1)" * 330 + ":\n case openai.b: pass",
    "in a lambda's default": "x = lambda a=openai" + ".a(1)" * 330 + ": a",
    "in a del": "del openai" + ".a(1)" * 330 + ".b",
    "in an assignment": "openai" + ".a(1)" * 330 + ".b = openai" + ".a" * 900,
}  # fmt: skip


@pytest.mark.parametrize("deep", DEEP.values(), ids=DEEP)
def test_deep_nesting(deep):
    """What is too deep is passed over, and the rest of the file is read as if it were not there."""
    with in_time():
        found = survive("import openai\n" + deep + LAST)
    if found is None:
        with pytest.raises((SyntaxError, RecursionError, MemoryError)):
            ast.parse(deep)
    else:
        behind = [finding.code for finding in found if finding.line > deep.count("\n") + 2]
        assert behind == ["OAI102"]


TOO_DEEP = "openai" + ".a(1)" * 330


@pytest.mark.parametrize(
    "statement",
    [
        f"x = {TOO_DEEP}",
        f"@{TOO_DEEP}\ndef f(): pass",
        f"def f(x: {TOO_DEEP}): pass",
        f"def f(x={TOO_DEEP}): pass",
        f"class A({TOO_DEEP}): pass",
        f"if {TOO_DEEP}: pass",
        f"for x in {TOO_DEEP}: pass",
        f"with {TOO_DEEP} as x: pass",
        f"x: {TOO_DEEP} = 1",
        f"x = [y for y in {TOO_DEEP} if {TOO_DEEP}]",
        f"x = lambda: {TOO_DEEP}",
        f"x = (1, 2) if {TOO_DEEP} else openai",
        f"x = f'{{{TOO_DEEP}}}'",
        f"try: {TOO_DEEP}\nexcept {TOO_DEEP}: pass",
        f"match openai:\n case {{'a': 1}} if {TOO_DEEP}: pass",
    ],
)
@pytest.mark.parametrize(
    "around",
    ["{}", "class C:\n{}", "def f():\n{}", "for z in y:\n{}", "try:\n{}\nfinally: pass", "while 1:\n if openai.a:\n{}"],
)
def test_nothing_is_left_of_what_is_too_deep(statement, around):
    """Neither its scope, nor that it stood in an annotation, a condition, a loop, a try."""
    inside = around.format(statement if around == "{}" else indented(indented(statement)).rstrip("\n"))
    rest = "\nr = openai.ChatCompletion.create()\nr['choices']\nx = 'openai.Model'\ndef g(): return r['id']\n"
    expected = [found.code for found in lint_source("import openai" + rest)]
    begin = inside.count("\n") + 2
    codes = [found.code for found in survive("import openai\n" + inside + rest) if found.line > begin]
    assert codes == expected == ["OAI102", "OAI112", "OAI112"]


def descend(frames: int, function):
    """Call a function from so many frames deeper."""
    return descend(frames - 1, function) if frames else function()


def test_called_from_a_deep_stack():
    source = (ROOT / "examples" / "chat.py").read_text("utf-8")
    frame, here = sys._getframe(), 0
    while frame is not None:
        frame, here = frame.f_back, here + 1
    room = sys.getrecursionlimit() - here
    whole = lint_source(source)
    assert whole
    assert descend(room // 2, lambda: lint_source(source)) == whole
    for left in range(5, 200, 3):
        try:
            found = descend(room - left, lambda: lint_source(source))
        except (RecursionError, SyntaxError):
            continue
        # With little room less is found, with enough all of it.
        assert left < 150 or found == whole
    assert lint_source(source) == whole


# -- time that grows with the text

MANY = 10_000
FUNCTION = """\
def f{0}(a, b):
    c = openai.ChatCompletion.create(model=a)
    return c['choices'][0]

x{0} = f{0}(openai, 2)
"""
LONG = {
    "50,000 lines": "".join(FUNCTION.format(number) for number in range(MANY)),
    "50,000 lines of others": "".join(FUNCTION.format(number).replace("openai", "x") for number in range(MANY)),
    "known names": "".join(f"name_{number} = openai.ChatCompletion\n" for number in range(6000)),
    "rungs that bind": "".join(f"openai_{number} = openai.Model\n" for number in range(500))
    + "if a:\n x = openai\n"
    + "".join(f"elif b == {number}:\n x{number % 50} = openai.Model\n" for number in range(120)),
    "keys of a dict": "d = {}\n" + "".join(f"d['openai_{number}'] = openai\n" for number in range(5000)),
    "updates of a dict": "d = {}\n" + "d.update(d, openai=1)\n" * 500 + "openai.Model.list(**d)\n",
    "a list of a list": "x = [openai]\n" + "x = [x for _ in openai.y]\n" * 1000,
    "pairs of pairs": "x = 'openai'\n" + "x = (x, x)  # openai\n" * 200,
    "a list twice as long": "x = ['openai']\n" + "x = x + x  # openai\n" * 60,
    "pairs of pairs in a list": "x = []\n" + "x.append((x, x))  # openai\n" * 200,
    "items of a list": "x = [y for y in openai.z]\n" + "x[0] = x  # openai\n" * 500,
    "lambdas of lambdas": "x = openai\n" + "x = lambda: x  # openai\n" * 1000,
    "partials of partials": "import functools\nx = openai.Model.list\n" + "x = functools.partial(x)\n" * 1000,
    "elements": "x = [" + "openai, " * 20_000 + "]",
    "clauses": "try: openai\n" + "except openai.APIError: openai\n" * 300,
    "cases": "match openai:\n" + "".join(f" case openai.x{number}: x = openai\n" for number in range(2000)),
    "managers": "with " + ", ".join(f"openai.a() as x{number}" for number in range(2000)) + ": pass",
    "flags": "".join(
        f"try:\n from openai import OpenAI\n F{n} = True\nexcept ImportError:\n F{n} = False\nif F{n}:\n x = openai\n"
        for n in range(300)
    ),
    "messages": "m = []\n"
    + "r = openai.ChatCompletion.create(messages=m)\nm.append(r['choices'][0]['message'])\n" * 500,
    "loops in loops": nested("for x in openai.y:", times=19, then="z = [x, openai]\n"),
    "loops in loops, changing": "z = openai\n" + nested("for x in openai.y:", times=60, then="z = z.a, x\n"),
    "loops that go on": "z = openai\n"
    + "".join(" " * n + "while openai.y:\n" + " " * n + " if z: continue\n" for n in range(45))
    + " " * 45 + "z = z.a\n",
}  # fmt: skip
CYCLES = {
    "cyclic calls": "".join(
        f"def f{n}(a, b=openai):\n    return f{(n + 1) % 500}(f{n * 7 % 500}(a, openai), b)\n" for n in range(500)
    ),
    "a chain of calls": "def f0(): return openai.ChatCompletion.create()\n"
    + "".join(f"def f{n + 1}(): return f{n}()\n" for n in range(1000)),
    "a chain of calls, backwards": "".join(f"def f{n + 1}(): return f{n}()\n" for n in reversed(range(1000)))
    + "def f0(): return openai.ChatCompletion.create()\n",
    "recursion": "def f(x=openai):\n    return [f([x]), f((x, x)), f, lambda: f(x), x]\n",
    "generators": "def f(x=openai):\n    yield from f([x])\n    yield [f(x), openai]\n    return f\n" * 100,
    "coroutines": "async def g(x=openai):\n    return [g(openai), g(g(x)), await g(await x)]\nx = g(openai)\n" * 100,
    "its own base": "class A(A, A, A, A): openai\nclass B(B, A, B, A): openai\nB.openai.x\nA().openai\n",
    "bases twice": "class A: x = openai\n"
    + "".join(f"class A{n}({', '.join(['A' + str(n - 1 or '')] * 4)}): pass  # openai\n" for n in range(1, 40))
    + "A39().openai.foo\nA39.y\n",
    "classes that make each other": "".join(
        f"class A{n}(A{(n + 1) % 50}):\n    x = openai\n"
        f"    def __init__(self, a=openai):\n        self.y = A{(n + 3) % 50}(openai)\n"
        f"    def m(self):\n        return self.y.m(self.x)\n"
        for n in range(50)
    ),
    "attributes of themselves": "class A:\n    def f(self):\n        self.x = [self.x, openai]\n"
    "        self.y = self.x, self.y\n"
    "        self.f = self.f\n",
    "names of themselves": "x = x = [x, openai]\ny = (y, x)\nx, y = y, x\n" * 100,
    "decorators of each other": "def d(f):\n    def w(*a): return f(openai, d(w))\n    return w\n"
    + "@d\ndef d(f): return d(f)(openai)\n" * 50,
}  # fmt: skip


@pytest.mark.parametrize("text", [*LONG.values(), *CYCLES.values()], ids=[*LONG, *CYCLES])
def test_it_ends(text):
    with in_time():
        found = survive("import openai\n" + text + LAST)
    assert found is not None
    assert found[-1].code == "OAI102"


# -- bytes

CALL = "openai.ChatCompletion.create()"


def checked(data: bytes):
    """What ``check`` makes of the bytes of a file."""
    done = check_file(Candidate("file.py", data), Config())
    assert done.failure is None or "\n" not in done.failure
    assert "internal error" not in (done.failure or "")
    return done


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (f"\ufeffimport openai\n{CALL}\n".encode(), 2, 0),
        (f"\ufeff{CALL}\n".encode(), 1, 0),
        (f"import openai\r\n{CALL}\r\n".encode(), 2, 0),
        (f"import openai\r{CALL}\r".encode(), 2, 0),
        (f"import openai\r\r\n\n\r{CALL}".encode(), 5, 0),
        (f"import openai\n\f\n\f{CALL}\n".encode(), 3, 1),
        (f"import openai\n\v = 1\n{CALL}\n".encode(), None, None),
        (f"# coding: latin-1\nimport openai\n'\xe9\xe8', {CALL}\n".encode("latin-1"), 3, 6),
        (f"# coding: cp1252\nimport openai\n'\u20ac', {CALL}\n".encode("cp1252"), 3, 5),
        (f"import openai\n'\U0001f600', {CALL}\n".encode(), 2, 5),
        (f"import openai\n'\u2028\x85\x1c', {CALL}\n".encode(), 2, 7),
        (f"import openai\n'\xe9\xe8', {CALL}\n".encode("latin-1"), None, None),
        (f"import openai\n{CALL}\n".encode("utf-16"), None, None),
        (f"import openai\n{CALL}\0\n".encode(), None, None),
        (f"\0import openai\n{CALL}\n".encode(), None, None),
        (f"# coding: nothing\nimport openai\n{CALL}\n".encode(), None, None),
        (b"\xef\xbb\xbf# coding: latin-1\nimport openai\n", None, None),
        (b"import openai\n\xe2\x82", None, None),
    ],
)
def test_bytes(data, line, column):
    done = checked(data)
    if line is None:
        assert done.failure or done.findings == []
    else:
        assert [(found.line, found.column) for found in done.findings] == [(line, column)], done


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from([
            b"\0", b"\r", b"\n", b"\r\n", b"\f", b"\x1a", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe9", "é".encode(), b"\\",
            b'"""', b"'", b"#", b"import openai", b"openai.ChatCompletion.create(", b")", b" ", b"\t",
            b"# coding: latin-1",
            b"# type: openai.error", b"# noqa", b"f'{openai.error", b"}'", b"\xed\xa0\x80", "\u2028".encode(), b"\\\n",
        ]),
        max_size=12,
    ).map(b"".join)
)  # fmt: skip
def test_any_bytes(data):
    checked(b"import openai\n" + data)
    checked(data + b"\nopenai")


@settings(max_examples=150)
@given(st.text(max_size=60))
def test_any_text(text):
    survive("import openai\n" + text)
    survive("openai = '''" + text + "'''\nopenai.error\n")
    survive("import openai\ndef f(a: '" + text + "', b): # type: (openai, " + text + ") -> None\n    openai\n")


AZURE = """\
import os
import openai
from azure.ai.inference import ChatCompletionsClient
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import AzureOpenAI, OpenAI
provider = get_bearer_token_provider(DefaultAzureCredential(), {0!r})
client = AzureOpenAI(azure_endpoint={0!r}, api_version={1!r}, azure_ad_token_provider=provider)
client.chat.completions.create(model={1!r}, messages=[], response_format={{"type": {0!r}}})
AzureOpenAI(base_url={0!r} + os.getenv({1!r}) + "%s" % {1!r}, api_version=os.getenv({1!r}), azure_deployment={0!r})
OpenAI(base_url=f"{{x}}" + {0!r}, api_key="{{}}".format({1!r}))
openai.api_type, openai.api_version, openai.azure_endpoint, openai.base_url = {0!r}, {1!r}, {0!r}, {1!r}
openai.api_base = {0!r}
os.environ[{1!r}] = {0!r}
os.environ["AZURE_OPENAI_ENDPOINT"] = {1!r}
ChatCompletionsClient({0!r}, credential=None)
"""
PIECES = (
    *("https://", "x.openai.azure.com", "/openai", "/v1/", "/deployments/"),
    *("?", "#", "[", "%s", "{}", "(", "2024-02-01"),
)


@settings(deadline=None)
@given(*[st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join)] * 2)
def test_any_text_as_an_argument(one, other):
    """Addresses, versions, names: whatever a program writes there, its file is read to the end."""
    assert survive(AZURE.format(one, other)) is not None
