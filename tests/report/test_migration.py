"""The report of a migration: its numbers, and its forms."""

from __future__ import annotations

import html.parser
import json
import re

import pytest
from report.given import HOSTILE, ONE, OPINION, SOON, TWO

from flake8_openai_v1 import rule_url
from flake8_openai_v1.report import Failure
from flake8_openai_v1.report.migration import Cause, FileStanding, Point, Standing, State, renderer
from flake8_openai_v1.report.migration.text import render
from flake8_openai_v1.rules.models import message
from flake8_openai_v1.sdk.retirements import ENDS
from flake8_openai_v1.syntax.diagnostics import Severity

RETIRED = ONE._replace(code="OAI307", message="the version ends on 2026-05-01; use another")
SOONER = ONE._replace(code="OAI307", message="the version ended on 2025-02-03; use another")
NEVER = ONE._replace(code="OAI307", message="there is no such version")

FILES = [
    FileStanding("a.py", State.DONE, []),
    FileStanding("./src/b_c.py", State.PART, [ONE, ONE, TWO], 2, 1),
    FileStanding("src/d.py", State.TO_DO, [ONE, SOON, RETIRED, SOONER, NEVER, RETIRED], 1, 0, 5),
]
COURSE = [Point("2026-01-05", "0123abcde", 1200, 7), Point("2026-03-01", "f" * 9, 10, 3), Point("2026-11-30", "", 9, 2)]
STANDING = Standing(
    "shop", ".", "2026-11-30", 40, FILES, [Cause("a | reason", 5, 1)], [Failure("x.py", "cannot parse: y")], COURSE
)
NOTHING = Standing("shop", "src tests", "2026-11-30", 40, FILES[:1])
FORMS = {"text": render, **{name: renderer(name) for name in ("markdown", "json", "html")}}


def test_numbers():
    assert (STANDING.findings, STANDING.safe, STANDING.unsafe, STANDING.by_hand) == (9, 3, 1, 5)
    assert STANDING.states == {State.DONE: 1, State.PART: 1, State.TO_DO: 1}
    assert STANDING.severities == {Severity.ERROR: 4, Severity.WARNING: 5}
    assert [(about.code, number, files) for about, number, files in STANDING.codes()] == [
        ("OAI307", 4, 1),
        ("OAI102", 3, 2),
        ("OAI106", 1, 1),
        ("OAI302", 1, 1),
    ]
    assert STANDING.folders() == [("src", 9, 2)]
    assert [(one.day, one.findings) for one in STANDING.endings()] == [("2025-02-03", 1), ("2026-05-01", 2), ("", 1)]


@pytest.mark.parametrize("name", ENDS)
def test_the_day_is_that_of_the_end_and_not_one_in_a_name(name):
    ended = ONE._replace(code="OAI502", message=message(name, ENDS[name]))
    (ending,) = NOTHING._replace(files=[FileStanding("a.py", State.TO_DO, [ended])]).endings()
    assert ending.day == ENDS[name].day


def test_the_day_of_a_version():
    text = 'openai.api_version "2023-07-01-preview" was announced for retirement (latest date 2025-02-03)'
    ended = ONE._replace(code="OAI307", message=text)
    standing = NOTHING._replace(files=[FileStanding("a.py", State.TO_DO, [ended])])
    assert [one.day for one in standing.endings()] == ["2025-02-03"]
    assert "| 2025-02-03 |" in renderer("markdown")(standing)


@pytest.mark.parametrize(
    ("files", "failures", "step"),
    [
        (FILES, (), "flake8-openai-v1 fix --diff ."),
        ([FILES[1]._replace(safe=0)], (), "flake8-openai-v1 fix --unsafe-fixes --diff ."),
        ([FILES[1]._replace(safe=0, unsafe=0)], (), "flake8-openai-v1 explain ./src/b_c.py:2"),
        (FILES[:1], (), "nothing is left to do"),
        ([], [Failure("x.py", "y")], "see to what could not be processed"),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_the_next_step(files, failures, step, form):
    standing = Standing("shop", ".", "2026-11-30", 40, files, failures=failures)
    assert standing.next_step() == step
    if form != "json":
        shown = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), FORMS[form](standing))
        assert step in shown


@pytest.mark.parametrize("form", FORMS)
def test_the_next_step_by_hand_is_at_the_cause_of_most(form):
    causes = [
        Cause("nobody knows where", 40, 2),
        Cause("a gateway", 1200, 2, "src/my bot.py:42"),
        Cause("x", 1, 1, "a.py:1"),
    ]
    files = [FILES[1]._replace(safe=0, unsafe=0)]
    standing = Standing("shop", ".", "2026-11-30", 40, files, causes)
    assert standing.next_step() == "flake8-openai-v1 explain 'src/my bot.py:42'  # holds back 1,200"
    assert standing._replace(causes=causes[2:]).next_step() == "flake8-openai-v1 explain a.py:1"
    told = '"place": "src/my bot.py:42"' if form == "json" else "src/my bot.py:42: a gateway"
    shown = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), FORMS[form](standing))
    assert told in shown


def test_text():
    assert render(STANDING) == (
        "shop: 3 files with OpenAI code: 1 done, 1 in part, 1 to do\n"
        "9 findings: 4 errors, 5 warnings\n"
        "3 can be fixed safely, 1 with --unsafe-fixes, 5 by hand\n"
        "\n"
        "by rule\n"
        "  4 ############################## OAI307 azure-api-version-unknown (1 file)\n"
        "  3 #######################        OAI102 removed-call (2 files)\n"
        "  1 ########                       OAI106 removed-setting (1 file)\n"
        "  1 ########                       OAI302 azure-model-not-deployment (1 file)\n"
        "\n"
        "by folder\n"
        "  9 ############################## src (2 files)\n"
        "\n"
        "by hand because\n"
        "  5 a | reason\n"
        "\n"
        "ends\n"
        "  1 2025-02-03 OAI307 the version ended on 2025-02-03; use another\n"
        "  2 2026-05-01 OAI307 the version ends on 2026-05-01; use another\n"
        "  1 some day OAI307 there is no such version\n"
        "\n"
        "course\n"
        "  1,200 ############################## 2026-01-05 0123abcde (7 files)\n"
        "     10 #                              2026-03-01 fffffffff (3 files)\n"
        "      9 #                              2026-11-30 now (2 files)\n"
        "\n"
        "next: flake8-openai-v1 fix --diff .\n"
    )
    assert render(NOTHING) == (
        "shop: 1 file with OpenAI code: 1 done, 0 in part, 0 to do\n\nnext: nothing is left to do\n"
    )


def test_colours_change_nothing_but_colour():
    coloured = render(STANDING, coloured=True)
    assert "\033[31m4 errors\033[m" in coloured
    assert re.sub(r"\033\[\d*m", "", coloured) == render(STANDING)


def test_long_parts_of_the_text_are_cut():
    files = [FileStanding(f"{number}/a.py", State.TO_DO, [ONE]) for number in range(30)]
    assert "    and 20 more\n" in render(Standing("shop", ".", "2026-11-30", 40, files))


def test_markdown():
    shown = FORMS["markdown"](STANDING)
    assert shown.startswith(
        "### Migration of <code>shop</code> to today's openai\n\n"
        "**3 files with OpenAI code: 1 done, 1 in part, 1 to do.** 9 findings: 3 can be fixed safely, "
        "1 with `--unsafe-fixes`, 5 by hand.\n\n"
    )
    assert f"| Rule | Findings | Files |\n|---|---:|---:|\n| [OAI307]({rule_url('OAI307')}) azure-" in shown
    assert "| <code>a &#124; reason</code> | 5 | 1 |\n" in shown
    assert "| 2026-11-30 | 9 | 2 | now |\n" in shown
    assert "| <code>x&#46;py</code> | <code>cannot parse&#58; y</code> |\n" in shown
    assert FORMS["markdown"](NOTHING).count("|") == 0


def test_json():
    """The shape is a promise: docs/stability.md."""
    report = json.loads(FORMS["json"](STANDING))
    assert list(report) == [
        *("version", "tool", "project", "day", "summary", "files", "codes", "folders", "causes", "endings"),
        *("failures", "course"),
    ]
    assert report["version"] == 1
    assert report["summary"] == {
        **{"files": 40, "done": 1, "part": 1, "to_do": 1, "findings": 9, "errors": 4, "warnings": 5, "hints": 0},
        **{"safe": 3, "unsafe": 1, "by_hand": 5, "failures": 1},
    }
    expected = {"path": "src/d.py", "state": "to_do", "findings": 6, "safe": 1, "unsafe": 0, "by_hand": 5}
    assert report["files"][2] == expected
    assert report["codes"][0]["code"] == "OAI307"
    assert report["folders"] == [{"path": "src", "findings": 9, "files": 2}]
    assert report["causes"] == [{"reason": "a | reason", "findings": 5, "files": 1, "place": ""}]
    assert [one["day"] for one in report["endings"]] == ["2025-02-03", "2026-05-01", None]
    assert report["failures"] == [{"path": "x.py", "cell": None, "reason": "cannot parse: y"}]
    assert report["course"][-1] == {"day": "2026-11-30", "commit": None, "findings": 9, "files": 2}


class Page(html.parser.HTMLParser):
    """What is in a page."""

    VOID = ("meta", "input", "br")

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.texts, self.attributes = [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def test_html():
    shown = FORMS["html"](STANDING)
    page = Page(shown)
    assert shown.startswith('<!doctype html>\n<html lang="en">\n')
    text = " ".join("".join(page.texts).split())
    assert "shop: migration to today's openai" in text
    for part in ("a | reason", "src/d.py", "cannot parse: y", "2025-02-03", "0123abcde"):
        assert part in text
    assert page.tags.count("h1") == 1
    assert page.tags.count("table") == page.tags.count("caption") == 7
    heads = [value for tag, name, value in page.attributes if (tag, name) == ("th", "scope")]
    assert len(heads) == page.tags.count("th") > 20
    assert [value for tag, name, value in page.attributes if (tag, name) == ("svg", "aria-label")] == [
        "From 1,200 findings on 2026-01-05 to 9 on 2026-11-30"
    ]


def test_the_page_needs_no_network():
    """It asks for nothing but the links that somebody follows."""
    shown = FORMS["html"](STANDING)
    page = Page(shown)
    assert "default-src 'none'" in shown
    assert [attribute for attribute in page.attributes if attribute[1] in ("src", "srcset", "data", "action")] == []
    links = [value for tag, name, value in page.attributes if name == "href"]
    assert links == [about.url for about, _, _ in STANDING.codes()]
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", shown)


def hostile():
    files = [FileStanding(text, State.TO_DO, [OPINION._replace(message=text, code="OAI307")]) for text in HOSTILE]
    causes = [Cause(text, 1, 1) for text in HOSTILE]
    failures = [Failure(text, text) for text in HOSTILE]
    return [Standing(text, text, "2026-11-30", 1, files, causes, failures) for text in HOSTILE]


@pytest.mark.parametrize("standing", hostile(), ids=range(len(HOSTILE)))
@pytest.mark.parametrize("form", FORMS)
def test_hostile_names_and_texts(standing, form):
    shown = FORMS[form](standing)
    assert [line for line in shown.split("\n") if form != "html" and not line.isprintable()] == []
    assert [line for line in shown.split("\n") if line.startswith("::")] == []
    if form == "html":
        plain = Page(FORMS["html"](STANDING._replace(course=())))
        assert set(Page(shown).tags) <= set(plain.tags)
        assert {pair[:2] for pair in Page(shown).attributes} <= {pair[:2] for pair in plain.attributes}


@pytest.mark.parametrize(
    "course",
    [
        [Point("2026-01-05", "a", 0, 0)],
        [Point("2026-01-05", "a", 5, 1), Point("2026-01-05", "", 0, 0)],
        [Point("2026-01-05", "a", 5, 1), Point("2025-01-05", "b", 7, 1), Point("2026-02-05", "", 1, 1)],
    ],
)
def test_odd_courses(course):
    """One point, one day, a clock that went backwards."""
    shown = FORMS["html"](STANDING._replace(course=course))
    [line] = re.findall(r'<polyline class="course" points="([^"]*)"', shown)
    numbers = [tuple(map(float, dot.split(","))) for dot in line.split(" ")]
    assert len(numbers) == len(course)
    assert all(0 <= y <= 220 for _, y in numbers)
