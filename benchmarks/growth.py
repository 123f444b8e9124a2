"""How the time of the analysis grows: with the size of a file, with nesting, functions, cyclic calls, branches.

Every program is written for the SDK from end to end, which is the worst case: no line can be skipped. The
ratio to ``ast.parse`` of the same text must not grow with the size: at most twice as large at the largest as
at the smallest.
"""

from __future__ import annotations

import ast
import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from flake8_openai_v1.lint.linter import lint_tree

BEGIN = """\
import openai
from openai import OpenAI
client = OpenAI()
"""


def lines(number: int) -> str:
    """Functions of ten lines, a legacy call and a response in each."""
    function = """\
def ask_{0}(prompt, client=client):
    messages = [{{"role": "user", "content": prompt}}]
    try:
        old = openai.ChatCompletion.create(model="m", messages=messages)
        new = client.chat.completions.create(model="m", messages=messages)
    except openai.error.RateLimitError as error:
        print(error.http_status)
        return None
    print(old["choices"][0]["message"]["content"])
    return new.choices[0].message["content"]
"""
    return "".join(function.format(at) for at in range(number // 10))


def chained(number: int) -> str:
    """Functions that return what the next one returns; only the last one asks."""
    calls = "".join(f"def f{at}():\n    return f{at + 1}()\n" for at in range(number))
    return f"{calls}def f{number}():\n    return client.chat.completions.create()\nprint(f0()['id'])\n"


def cyclic(number: int) -> str:
    """Functions that call each other in a ring, each with what it was given and what it asked for."""
    function = "def f{0}(r):\n    f{1}(r)\n    f{1}(client.chat.completions.create())\n    return r['id']\n"
    return "".join(function.format(at, (at + 1) % number) for at in range(number))


def ladder(number: int) -> str:
    """One ``if`` with as many branches, each of which binds the name; the parser takes no 2,000."""
    rungs = "".join(f"elif x == {at}:\n    r = client.chat.completions.create(n={at})\n" for at in range(number))
    return f"if x is None:\n    r = None\n{rungs}print(r['id'])\n"


def cases(number: int) -> str:
    """One ``match`` with as many cases, each of which binds the name."""
    arms = "".join(f"    case {at}:\n        r = client.chat.completions.create(n={at})\n" for at in range(number))
    return f"match x:\n{arms}    case _:\n        r = None\nprint(r['id'])\n"


def branches(number: int) -> str:
    """Branches one behind the other, each of which may bind the name anew."""
    return "r = None\n" + "if x:\n    r = client.chat.completions.create()\nprint(r['id'])\n" * number


def nested(number: int) -> str:
    """Blocks in each other, as deep as the parser takes them."""
    text = "".join("  " * depth + ("for x in xs:\n" if depth % 5 == 1 else "if x:\n") for depth in range(number))
    return text + "  " * number + "print(client.chat.completions.create()['id'])\n"


def names(number: int) -> str:
    """Names bound from each other."""
    chain = "".join(f"r{at + 1} = r{at}\n" for at in range(number))
    return f"r0 = client.chat.completions.create()\n{chain}print(r{number}['id'])\n"


def classes(number: int) -> str:
    """Classes with a client each, that hold an object of the next."""
    cls = """\
class C{0}:
    def __init__(self):
        self.client = OpenAI()
        self.next = C{1}()
    def ask(self):
        return self.client.chat.completions.create()
    def show(self):
        return self.ask()["id"], self.next.ask()["id"]
"""
    return "".join(cls.format(at, (at + 1) % number) for at in range(number))


PROGRAMS: dict[Callable[[int], str], tuple[int, ...]] = {
    lines: (1_000, 10_000, 50_000),
    chained: (100, 1_000, 5_000),
    cyclic: (100, 1_000, 5_000),
    ladder: (100, 400, 1_400),
    cases: (100, 1_000, 10_000),
    branches: (100, 1_000, 10_000),
    nested: (10, 40, 80),
    names: (100, 1_000, 10_000),
    classes: (100, 500, 2_000),
}


def measured(function: Callable[[], object], turns: int) -> float:
    """The shortest of several times, in seconds of the processor."""
    times = []
    for _ in range(turns):
        started = time.process_time()
        function()
        times.append(time.process_time() - started)
    return min(times)


def main(turns: int) -> int:
    """Measure, print, and give the exit status."""
    sys.setrecursionlimit(100_000)
    good = True
    for program, sizes in PROGRAMS.items():
        ratios = []
        for size in sizes:
            source = BEGIN + program(size)
            rows = source.splitlines(keepends=True)
            tree = ast.parse(source)
            gc.collect()
            ours = measured(lambda tree=tree, rows=rows: lint_tree(tree, rows), turns)
            theirs = measured(lambda source=source: ast.parse(source), turns)
            ratios.append(ours / max(theirs, 1e-4))
            print(f"{program.__name__} {size:,}: {ours * 1000:,.1f} ms, {ratios[-1]:.2f} x ast.parse", flush=True)
        linear = ratios[-1] <= 2 * max(ratios[0], 1)
        good &= linear
        print(f"{program.__name__}: {'linear' if linear else 'grows faster than the file'}", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 3))
