"""The report as a JSON object. New keys may come; those that are here stay, see docs/stability.md."""

from __future__ import annotations

from typing import Any

from ... import NAME, __version__
from ...syntax import shown
from ...syntax.diagnostics import Severity
from . import Standing, State

VERSION = 1


def render(standing: Standing) -> str:
    """Give the object, on one line."""
    states, severities = standing.states, standing.severities
    content: dict[str, Any] = {
        "version": VERSION,
        "tool": {"name": NAME, "version": __version__},
        "project": standing.name,
        "day": standing.day,
        "summary": {
            "files": standing.searched,
            **{state.name.lower(): states[state] for state in State},
            "findings": standing.findings,
            **{f"{severity.value}s": severities[severity] for severity in Severity},
            "safe": standing.safe,
            "unsafe": standing.unsafe,
            "by_hand": standing.by_hand,
            "failures": len(standing.failures),
        },
        "files": [
            {
                "path": file.path,
                "state": file.state.name.lower(),
                "findings": len(file.findings),
                "safe": file.safe,
                "unsafe": file.unsafe,
                "by_hand": file.by_hand,
            }
            for file in standing.files
        ],
        "codes": [
            {"code": about.code, "name": about.name, "url": about.url, "findings": number, "files": files}
            for about, number, files in standing.codes()
        ],
        "folders": [
            {"path": folder, "findings": number, "files": files} for folder, number, files in standing.folders()
        ],
        "causes": [cause._asdict() for cause in standing.causes],
        "endings": [{**one._asdict(), "day": one.day or None} for one in standing.endings()],
        "failures": [
            {"path": failure.path, "cell": failure.cell, "reason": failure.reason} for failure in standing.failures
        ],
        "course": [{**point._asdict(), "commit": point.commit or None} for point in standing.course],
    }
    return shown.as_json(content) + "\n"
