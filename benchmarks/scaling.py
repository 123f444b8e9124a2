"""How `check` and `fix` grow: each program with 150 of something ordinary and with 600, by processor time.

Four times the program may take five times as long, and 600 of anything three seconds. What takes longer than a
minute is ended. Names of programs may be given; otherwise all are measured.
"""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from flake8_openai_v1.fix.fixer import Source, fix_files
from flake8_openai_v1.lint.check import Candidate, check_file
from flake8_openai_v1.project.config import Config

SIZES = (150, 600)
GROWTH, LONGEST, PATIENCE = 5.0, 3.0, 60
"""The largest ratio, the seconds for the larger size, and those after which nobody waits any longer."""

READ = 'print(r["choices"][0]["message"]["content"])\n'
ASK = 'openai.ChatCompletion.create(model="m", messages=[{"role": "user", "content": text}])'


def functions(number: int) -> str:
    """Functions with a call and a read each."""
    body = f"    r = {ASK}\n    {READ}"
    return "import openai\n" + "".join(f"def ask{at}(text):\n{body}" for at in range(number))


def module_calls(number: int) -> str:
    """Calls and reads at the top of a module."""
    return "import openai\ntext = input()\n" + f"r = {ASK}\n{READ}" * number


def own_names(number: int) -> str:
    """The same, with a name for each response."""
    return "import openai\ntext = input()\n" + "".join(
        f"r{at} = {ASK}\nprint(r{at}['choices'][0]['message']['content'])\n" for at in range(number)
    )


def tries(number: int) -> str:
    """Calls with handlers, at the top of a module."""
    block = f"try:\n    r = {ASK}\n    {READ}except openai.error.RateLimitError as e:\n    print(e.http_status)\n"
    return "import openai\ntext = input()\n" + block * number


def classes(number: int) -> str:
    """Classes that keep a response in an attribute and read it in another method."""
    cls = (
        "class Bot{0}:\n    def ask(self, text):\n        self.reply = {1}\n        return self.show()\n"
        "    def show(self):\n        return self.reply['choices'][0]['message']['content']\n"
    )
    return "import openai\n" + "".join(cls.format(at, ASK) for at in range(number))


def clients(number: int) -> str:
    """Clients of today's SDK whose responses are read as dicts."""
    return "from openai import OpenAI\ntext = input()\n" + "".join(
        f"client{at} = OpenAI()\n"
        f"print(client{at}.chat.completions.create(model='m', messages=[])['choices'][0]['message']['content'])\n"
        for at in range(number)
    )


def loads(number: int) -> str:
    """One call, and lines that have nothing to do with it."""
    lines = "".join(f"a{at + 1} = a{at} + step(a{at}, b)\n" for at in range(number))
    return f"import openai\ntext, a0, b = input(), 0, 1\nr = {ASK}\n{READ}def step(x, y):\n    return x\n{lines}"


def callers(number: int) -> str:
    """Functions that read what one function returns."""
    reader = "def read{0}():\n    return ask('{0}')['choices'][0]['message']['content']\n"
    return f"import openai\ndef ask(text):\n    return {ASK}\n" + "".join(reader.format(at) for at in range(number))


def collected(number: int) -> str:
    """Responses that are put into one list, which is read in the end."""
    puts = f"found.append({ASK})\n" * number
    return f"import openai\ntext, found = input(), []\n{puts}for r in found:\n    {READ}"


def wrappers(number: int) -> str:
    """A chain of functions, each of which returns what the next one returns."""
    chain = "".join(f"def f{at}(text):\n    return f{at + 1}(text)\n" for at in range(number))
    return f"import openai\n{chain}def f{number}(text):\n    return {ASK}\nr = f0(input())\n{READ}"


def files(number: int) -> list[str]:
    """Files of one program whose classes have an attribute of the same name."""
    source = (
        "import openai\nclass Bot{0}:\n    def ask(self, text):\n        self.reply = {1}\n"
        "    def show(self):\n        return self.reply['choices'][0]['message']['content']\n"
    )
    return [source.format(at, ASK) for at in range(number)]


PROGRAMS: tuple[Callable[[int], str | list[str]], ...] = (
    *(functions, module_calls, own_names, tries, classes, clients, loads, callers, collected, wrappers),
    files,
)


def check(sources: list[Source]) -> None:
    """Find what is wrong in each file."""
    for source in sources:
        found = check_file(Candidate(source.path, source.data), Config())
        assert not found.failure


def fix(sources: list[Source]) -> None:
    """Fix the files as one program."""
    fix_files(sources, Config())


class TooLong(BaseException):
    """Nobody waits any longer. No Exception, so that nothing takes it for one of its own."""


@contextlib.contextmanager
def patience() -> Iterator[None]:
    """Raise TooLong where something takes longer than a minute of the processor."""

    def end(signum: int, frame: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def seconds(work: Callable[[list[Source]], None], text: str | list[str]) -> float:
    """The processor time of some work on a program: the shorter of two, or infinity."""
    texts = [text] if isinstance(text, str) else text
    sources = [Source(f"bot{at}.py", one.encode()) for at, one in enumerate(texts)]
    times = []
    for _ in range(2):
        gc.collect()
        started = time.process_time()
        try:
            with patience():
                work(sources)
        except TooLong:
            return float("inf")
        times.append(time.process_time() - started)
        if times[0] > LONGEST:
            break
    return min(times)


def main(names: list[str]) -> int:
    """Measure, print a table, and give the exit status."""
    good = True
    print("| What | | 150 | 600 | Ratio |\n|---|---|---|---|---|")
    for program in PROGRAMS:
        if names and program.__name__ not in names:
            continue
        for work in (check, fix):
            small, large = (seconds(work, program(size)) for size in SIZES)
            ratio = large / small
            bad = not (ratio <= GROWTH and large <= LONGEST)
            good &= not bad
            told = " | ".join(f"{one:.2f} s" if one < PATIENCE else "over a minute" for one in (small, large))
            print(f"| {program.__name__} | {work.__name__} | {told} | {ratio:.1f}{' missed' * bad} |", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
