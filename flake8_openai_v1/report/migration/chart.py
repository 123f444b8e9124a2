"""The course of a migration as a line, in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from . import Point

WIDTH, HEIGHT = 720, 220
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 12, 28


def chart(course: Sequence[Point]) -> str:
    """Draw how many findings there were at each point. The days are to scale."""
    first, last = course[0], course[-1]
    said = f"From {first.findings:,} findings on {first.day} to {last.findings:,} on {last.day}"
    top = max(point.findings for point in course) or 1
    days = [date.fromisoformat(point.day).toordinal() for point in course]
    span = days[-1] - days[0]
    places = [(day - days[0]) / span if span else number / max(1, len(days) - 1) for number, day in enumerate(days)]
    dots = [
        (
            round(LEFT + place * (WIDTH - LEFT - RIGHT), 1),
            round(TOP + (1 - point.findings / top) * (HEIGHT - TOP - BOTTOM), 1),
        )
        for place, point in zip(places, course, strict=True)
    ]
    line = " ".join(f"{x},{y}" for x, y in dots)
    circles = "".join(
        f'<circle cx="{x}" cy="{y}" r="4">'
        f"<title>{point.day} {point.commit or 'now'}: {point.findings:,}</title></circle>"
        for (x, y), point in zip(dots, course, strict=True)
    )
    floor = HEIGHT - BOTTOM
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{said}">'
        f'<path class="axis" d="M{LEFT},{TOP}V{floor}H{WIDTH - RIGHT}" fill="none"/>'
        f'<text x="{LEFT - 6}" y="{TOP + 6}" text-anchor="end">{top:,}</text>'
        f'<text x="{LEFT - 6}" y="{floor}" text-anchor="end">0</text>'
        f'<text x="{LEFT}" y="{HEIGHT - 8}">{first.day}</text>'
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 8}" text-anchor="end">{last.day}</text>'
        f'<polyline class="course" points="{line}"/>{circles}</svg>'
    )
