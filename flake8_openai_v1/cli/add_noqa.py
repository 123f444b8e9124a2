"""``check --add-noqa``: comments are added to the lines of findings."""

from __future__ import annotations

from collections.abc import Iterable

from ..lint.add_noqa import add_noqa
from ..report import Found
from ..report.talk import Talk, count
from ..syntax.source import SourceError, internal
from .writing import WriteError, orderly_end, replace


def silence(files: Iterable[Found], talk: Talk) -> None:
    """Write comments into files for all that is found in them, and say how many."""
    added = changed = 0
    for file in list(files):
        try:
            data, refused = add_noqa(file.path, file.data, file.findings)
            if data != file.data:
                with orderly_end():
                    replace(file.path, file.data, data)
        except (SourceError, WriteError) as error:
            talk.failed(file.path, error)
            continue
        except Exception as error:
            talk.failed(file.path, internal(error))
            continue
        for found in refused:
            cell = "" if found.cell is None else f"cell_{found.cell}:"
            where = f"{cell}{found.line}:{found.column + 1}"
            talk.failed(file.path, f"{found.code} at {where} stays: a comment would not silence it")
        added += len(file.findings) - len(refused)
        changed += data != file.data
    talk.remark(f"{count(added, 'finding')} silenced in {count(changed, 'file')}")
