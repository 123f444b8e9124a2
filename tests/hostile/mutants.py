"""Damaged copies of real files, and what must be true of ``check`` and ``fix`` on whatever they are given.

``python tests/hostile/mutants.py FOLDER … --check 4000 --fix 2000 --seed 1`` takes the files below folders that name
the SDK, spoils them and says which break a promise. Each mutant follows from its seed, its number and the file.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2])]

from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.fix.results import Fixed
from flake8_openai_v1.lint.check import Candidate, check_file
from flake8_openai_v1.lint.programs import in_programs, together
from flake8_openai_v1.plugin import Plugin
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.syntax.source import SourceError, decode, parse

SUFFIXES = (".py", ".pyi", ".ipynb")
LARGEST = 60_000
"""Bytes of a file that is taken: a larger one is no other, and takes its time."""

OLD = re.compile(
    rb"\b(?:openai|ai)\.(?:ChatCompletion|Completion|Embedding|Image|Audio|Moderation|File|Model|error|api_base)\b"
    rb"|from openai\.(?:error|embeddings_utils) import|azure\.ai\.inference"
)
"""What ``fix`` may change: the mutants that it is given are of files with this."""
SLOW = 20
"""Seconds of processor time after which something is wrong."""

TOKEN = re.compile(rb"\w+|[^\w\s]")
WORDS = (
    *(b"openai", b"await", b"async", b"yield", b"lambda", b"return", b"del", b"global", b"not", b"None", b"self"),
    *(b"*", b"**", b":=", b"=", b"==", b",", b";", b":", b".", b"...", b"@", b"->", b"#", b"\\", b"\\\n"),
    *(b"(", b")", b"[", b"]", b"{", b"}", b"'", b'"', b'"""', b"f'{", b"}'", b"0x" + b"f" * 40, b"1e999"),
    *(b"choices", b"ChatCompletion", b"error", b"api_base", b"create", b"model", b"engine", b"stream", b"r", b"e"),
)
ODD = (
    *(b"\0", b"\f", b"\v", b"\r", b"\x1a", b"\xff", b"\xef\xbb\xbf", b"\xc2\xa0", b"\xed\xa0\x80"),
    "\u2028é😀".encode(),
)
BRACKETS = b"()[]{}"

Change = Callable[[random.Random, bytes], bytes]


def _place(rng: random.Random, data: bytes) -> int:
    return rng.randrange(len(data)) if data else 0


def _lines(change: Callable[[random.Random, list[bytes]], None]) -> Change:
    """A change of the lines of a file."""

    def changed(rng: random.Random, data: bytes) -> bytes:
        lines = data.splitlines(keepends=True)
        if lines:
            change(rng, lines)
        return b"".join(lines)

    return changed


def flip(rng: random.Random, data: bytes) -> bytes:
    """One bit of a byte is another."""
    at = _place(rng, data)
    return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :] if data else data


def insert(rng: random.Random, data: bytes) -> bytes:
    """An odd byte or character stands somewhere."""
    at = _place(rng, data)
    return data[:at] + rng.choice(ODD) + data[at:]


def _deleted(rng: random.Random, lines: list[bytes]) -> None:
    at = rng.randrange(len(lines))
    del lines[at : at + rng.randint(1, 4)]


def _doubled(rng: random.Random, lines: list[bytes]) -> None:
    at = rng.randrange(len(lines))
    lines[at:at] = lines[at : at + rng.randint(1, 4)]


def _swapped(rng: random.Random, lines: list[bytes]) -> None:
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _moved(rng: random.Random, lines: list[bytes]) -> None:
    """Blocks go elsewhere."""
    at = rng.randrange(len(lines))
    block = lines[at : at + rng.randint(2, 12)]
    del lines[at : at + len(block)]
    to = rng.randint(0, len(lines))
    lines[to:to] = block


def _shifted(rng: random.Random, lines: list[bytes]) -> None:
    """Lines have another indentation."""
    at = rng.randrange(len(lines))
    by = rng.choice((b"    ", b" ", b"\t", b""))
    for number in range(at, min(len(lines), at + rng.randint(1, 6))):
        lines[number] = by + lines[number] if by else lines[number].removeprefix(b"    ")


def _joined(rng: random.Random, lines: list[bytes]) -> None:
    at = rng.randrange(len(lines))
    lines[at] = lines[at].rstrip(b"\r\n") + rng.choice((b"; ", b" ", b"\\\n", b", "))


def bracket(rng: random.Random, data: bytes) -> bytes:
    """A bracket is lost."""
    places = [at for at, byte in enumerate(data) if byte in BRACKETS]
    if not places:
        return data
    at = rng.choice(places)
    return data[:at] + data[at + 1 :]


def token(rng: random.Random, data: bytes) -> bytes:
    """A token is another one: of the file, or one that means something."""
    found = list(TOKEN.finditer(data))
    if not found:
        return data
    where = rng.choice(found)
    new = rng.choice(found)[0] if rng.random() < 0.5 else rng.choice(WORDS)
    return data[: where.start()] + new + data[where.end() :]


def rename(rng: random.Random, data: bytes) -> bytes:
    """Every place of a name has another: two things become one."""
    names = sorted({match[0] for match in TOKEN.finditer(data) if match[0][:1].isalpha()})
    if len(names) < 2:
        return data
    old, new = rng.sample(names, 2)
    return re.sub(rb"\b" + re.escape(old) + rb"\b", lambda _: new, data)


def truncate(rng: random.Random, data: bytes) -> bytes:
    """The end is missing, or the beginning."""
    at = _place(rng, data)
    return data[:at] if rng.random() < 0.7 else data[at:]


def encoding(rng: random.Random, data: bytes) -> bytes:
    """The file says, or is, another encoding, or has other line ends."""
    kind = rng.randrange(5)
    if kind == 0:
        name = rng.choice((b"latin-1", b"cp932", b"utf-7", b"utf-16", b"ascii", b"x"))
        return b"# -*- coding: " + name + b" -*-\n" + data
    if kind == 1:
        return b"\xef\xbb\xbf" + data
    if kind == 2:
        return data.replace(b"\r\n", b"\n").replace(b"\n", rng.choice((b"\r\n", b"\r", b"\n\r\n")))
    if kind == 3:
        return data.decode("utf-8", "replace").encode(rng.choice(("utf-16", "latin-1", "cp1252")), "replace")
    return data.rstrip() + rng.choice((b"", b"\\", b"\n\n\n", b"\n\f\n"))


CHANGES: dict[str, Change] = {
    "flip": flip,
    "insert": insert,
    "delete": _lines(_deleted),
    "double": _lines(_doubled),
    "swap": _lines(_swapped),
    "move": _lines(_moved),
    "shift": _lines(_shifted),
    "join": _lines(_joined),
    "bracket": bracket,
    "token": token,
    "rename": rename,
    "truncate": truncate,
    "encoding": encoding,
}


class Mutant(NamedTuple):
    """A damaged copy of a file."""

    name: str
    """Its number, its file and what was changed."""
    path: str
    data: bytes


def mutants(files: Sequence[tuple[str, bytes]], number: int, seed: object) -> Iterator[Mutant]:
    """Yield so many damaged copies, of files in turn: two of three that are programs still, if that is easily found."""
    for count in range(number):
        rng = random.Random(f"{seed} {count}")
        path, whole = files[count % len(files)]
        for _ in range(8 if count % 3 else 1):
            names, data = rng.choices(list(CHANGES), k=rng.choice((1, 1, 2, 4))), whole
            for name in names:
                data = CHANGES[name](rng, data)
            if parses(path, data):
                break
        yield Mutant(f"{count} {path}: {', '.join(names)}", path, data)


def parses(path: str, data: bytes) -> bool:
    """True if the bytes of a file of Python are a program."""
    try:
        parse(decode(data))
    except SourceError:
        return False
    return not path.endswith(".ipynb")


def check_fault(mutant: Mutant, beside: Sequence[Candidate] = ()) -> str | None:
    """What is wrong with the findings in a mutant, seen alone, by flake8, and together with other files."""
    path, data = mutant.path, mutant.data
    files = [Candidate(path, data), *beside]
    config = Config()
    checked = [check_file(file, config) for file in files]
    checked = in_programs(files, checked, config)
    checked = together([file.path for file in files], files, checked, config)
    for one in checked:
        if "internal error" in (one.failure or "") or "\n" in (one.failure or ""):
            return f"{one.path}: {one.failure}"
        for unread in one.unread:
            if "internal error" in str(unread):
                return f"{one.path}: {unread}"
    if path.endswith(".ipynb") or not parses(path, data):
        return None
    lines = decode(data)
    for finding in checked[0].findings:
        if not 1 <= finding.line <= finding.end_line <= len(lines) + 1:
            return f"a finding outside of the text: {finding}"
        if (finding.line, finding.column) >= (finding.end_line, finding.end_column):
            return f"a finding of nothing: {finding}"
    for line, _, message, _ in Plugin(parse(lines), lines, path).run():
        if message.startswith("OAI000"):
            return f"{line}: {message}"
    return None


def fix_fault(mutant: Mutant, options: Options, beside: Sequence[Candidate] = ()) -> str | None:
    """What is wrong with what becomes of a mutant, alone or together with other files."""
    sources = [Source(mutant.path, mutant.data), *(Source(*one) for one in beside)]
    return fault_of(fix_files(sources, Config(), options), options)


def fault_of(results: Sequence[Fixed], options: Options) -> str | None:
    """What is wrong with what became of the files of a run."""
    for one in results:
        for said in (one.failure or "", *(left.reason for left in one.left), *one.notes):
            if "internal error" in said or "\n" in said:
                return f"{one.path}: {said}"
        if parses(one.path, one.before) and not parses(one.path, one.after):
            return f"{one.path} does not parse any more"
        if one.failure and one.after != one.before:
            return f"{one.path} failed and was changed: {one.failure}"
    again = fix_files([Source(one.path, one.after) for one in results], Config(), options)
    for one, other in zip(results, again, strict=True):
        if other.after != one.after:
            return f"a second run changes {one.path}"
    return None


# -- as a command


def found_below(folders: Sequence[str]) -> list[tuple[str, bytes]]:
    """The files below folders that name the SDK and are not too large, in an order that mixes projects."""
    files = []
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix in SUFFIXES and path.is_file() and path.stat().st_size <= LARGEST:
                data = path.read_bytes()
                if b"openai" in data or b"azure.ai.inference" in data:
                    files.append((os.path.relpath(path, folder), data))
    random.Random(0).shuffle(files)
    return files


def main(words: Sequence[str]) -> int:
    """Run both, say what is wrong, keep those mutants if a folder is named for them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--check", type=int, default=4000)
    parser.add_argument("--fix", type=int, default=2000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args(words)
    warnings.simplefilter("ignore")
    files = found_below(given.folders)
    wrong, seen = 0, Counter[str]()
    old = [(path, data) for path, data in files if OLD.search(data)]
    for kind, number, taken in (("check", given.check, files), ("fix", given.fix, old or files)):
        for count, mutant in enumerate(mutants(taken, number, f"{given.seed} {kind}")):
            neighbour = taken[(count * 7 + 1) % len(taken)]
            beside = [Candidate(*neighbour)] if count % 5 == 0 and neighbour[0] != mutant.path else []
            options = Options(("auto", "instance", "module")[count % 3], unsafe=count % 2 == 1)
            start = time.process_time()
            try:
                if kind == "check":
                    fault = check_fault(mutant, beside)
                else:
                    sources = [Source(mutant.path, mutant.data), *(Source(*one) for one in beside)]
                    results = fix_files(sources, Config(), options)
                    seen["changed"] += results[0].after != results[0].before
                    fault = fault_of(results, options)
            except Exception:
                fault = traceback.format_exc()[-1500:]
            took = time.process_time() - start
            seen["programs"] += parses(mutant.path, mutant.data)
            if took > SLOW:
                fault = fault or f"took {took:.0f} seconds"
            if fault:
                wrong += 1
                print(f"{kind} {mutant.name} {options if kind == 'fix' else ''}: {fault}", flush=True)
                if given.keep:
                    given.keep.mkdir(parents=True, exist_ok=True)
                    (given.keep / f"{kind}_{count}{Path(mutant.path).suffix}").write_bytes(mutant.data)
    print(f"{given.check} checked, of {len(files)} files; {given.fix} fixed, of {len(old)}: {seen['changed']} changed.")
    print(f"{seen['programs']} are programs, {wrong} wrong.")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
