"""The command ``baseline``: what is found in files is written down, so that `check --baseline` fails on what is new."""

from __future__ import annotations

import os
import shlex
from argparse import Namespace
from collections import Counter

from .. import NAME
from ..lint.baseline import Baseline, nearest
from ..lint.settings import SettingsError
from ..project.config import Config
from ..report.talk import Talk, count
from ..syntax.source import SourceError, read
from .options import BASELINE
from .search import Search
from .writing import WriteError, replace


def baseline(arguments: Namespace, config: Config, talk: Talk) -> bool:
    """Run the command. Never True: what is found is no reason to fail."""
    path: str = arguments.baseline
    known = Baseline.read(path) if arguments.update else Baseline(path, {})
    search = Search(arguments, config, talk)
    total = files = new = 0
    for file, findings in search.findings():
        if arguments.update:
            new += len(known.new(file.path, file.data, findings))
        else:
            known.add(file.path, file.data, findings)
        total += len(findings)
        files += bool(findings)
    talk.clear()
    if arguments.update:
        paid = known.settle(search.looked_at, search.roots, config)
        _write(path, known.text())
        more = f", {count(new, 'new one')} not written down" if new else ""
        talk.remark(f"{path}: {count(paid.total(), 'finding')} taken out{_by_code(paid)}, {known.seen:,} left{more}")
    else:
        _write(path, known.text())
        talk.remark(f"{path}: {count(total, 'finding')} in {count(files, 'file')} written down")
    return False


def remark(known: int, paid: Counter[str], path: str) -> str:
    """Say how many findings were not shown as they are known, and what was paid off."""
    said = f"baseline: {count(known, 'finding')} known"
    if not paid:
        return said
    option = "" if path == nearest(BASELINE) else f" --baseline {shlex.quote(path)}"
    return f"{said}, {paid.total():,} paid off{_by_code(paid)}; take them out with: {NAME} baseline --update{option}"


def _by_code(counts: Counter[str]) -> str:
    return f" ({', '.join(f'{number:,} {code}' for code, number in sorted(counts.items()))})" if counts else ""


def _write(path: str, text: str) -> None:
    """Put a text in a file. Raises SettingsError where that is not possible."""
    try:
        if os.path.exists(path):
            before = read(path)
            if before != text.encode():
                replace(path, before, text.encode())
        else:
            with open(path, "xb") as file:
                file.write(text.encode())
    except OSError as error:
        raise SettingsError(f"{path}: cannot write: {error.strerror}") from None
    except (SourceError, WriteError) as error:
        raise SettingsError(f"{path}: {error}") from None
