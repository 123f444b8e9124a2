"""The site of the documents: each link leads to something, and what the package says of itself is there."""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from documents import ROOT

from flake8_openai_v1 import NAME, SITE, rule_url
from flake8_openai_v1.fix.causes import Cause, Code
from flake8_openai_v1.report import Found
from flake8_openai_v1.report.causes import causes, lines
from flake8_openai_v1.rules import RULES
from flake8_openai_v1.syntax.diagnostics import Diagnostic

WHERE = "https://site.example/"
"""Where the pages are thought to be, so that links between them are told from others."""


class Page(HTMLParser):
    """What a page links to, loads, and names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.anchors |= {given["id"] or ""} if "id" in given else set()
        if tag == "a" and given.get("href"):
            self.links.add(given["href"] or "")
        if tag in ("script", "img", "iframe", "link") and given.get("rel") != "canonical":
            self.loads |= {given[name] or "" for name in ("src", "href") if given.get(name)}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    pytest.importorskip("zensical", reason="the extra [docs] is not installed")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "website.py", folder], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Page]:
    """The pages by their addresses."""
    found = {}
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix().removesuffix("index.html")
        found[WHERE + name] = Page(path.read_text("utf-8"))
    return found


def is_there(address: str, site: Path, pages: dict[str, Page]) -> bool:
    """True if an address of the site leads to a file, and to a place in it."""
    page, anchor = urldefrag(address)
    if page in pages:
        return not anchor or unquote(anchor) in pages[page].anchors
    return (site / unquote(page.removeprefix(WHERE))).is_file()


def test_links_of_the_site(site, pages):
    lost = []
    for address, page in pages.items():
        if address.endswith("404.html"):  # is shown at any address, so its links are those of the site's root
            continue
        for link in page.links | page.loads:
            target = urljoin(address, link)
            if target.startswith(WHERE) and not is_there(target, site, pages):
                lost.append((address, link))
    assert lost == []
    assert sum(len(page.links) for page in pages.values()) > 1000


def test_lists_are_lists(site):
    """What GitHub shows as the next item of a list may be text of the one before it for another renderer."""
    for path in site.rglob("*.html"):
        text = re.sub(r"(?s)<pre.*?</pre>", "", path.read_text("utf-8"))
        assert re.findall(r"\n(?:[2-9]\.|[*-]) [A-Z`].*", text) == [], path


def test_pages_load_nothing_from_elsewhere(pages):
    assert {link for page in pages.values() for link in page.loads if re.match(r"\w+:|//", link)} == set()


def test_each_rule_has_the_page_that_findings_name(site, pages):
    for rule in RULES:
        assert is_there(rule_url(rule.code).replace(SITE, WHERE), site, pages), rule.code


def test_what_fix_points_to_is_there(site, pages):
    findings = [Diagnostic(line, 0, line, 1, "OAI102", "m") for line in range(3)]
    *_, last = lines(causes([Found("a.py", findings, [Cause(Code.FORM, "why")] * 3)]))
    assert is_there(last.partition(": ")[2].replace(SITE, WHERE), site, pages)
    assert [code for code in Code if not is_there(code.url.replace(SITE, WHERE), site, pages)] == []


def test_it_can_be_searched(site):
    found = json.dumps(json.loads((site / "search.json").read_text("utf-8")))
    assert [rule.code for rule in RULES if f"{rule.code} {rule.name}" not in found] == []


def test_links_of_the_long_description(site, pages):
    """What the package index shows: rendered by its own renderer, and nothing is relative there."""
    renderer = pytest.importorskip("readme_renderer.markdown", reason="the extra [docs] is not installed")
    rendered = renderer.render((ROOT / "README.md").read_text("utf-8"))
    assert rendered
    page = Page(rendered)
    assert "<table>" in rendered
    links = {link for link in page.links if not link.startswith("#user-content-")}  # of the titles
    assert len(links) > 10
    assert {link for link in links if not link.startswith(SITE)} == set()
    assert [link for link in links if not is_there(link.replace(SITE, WHERE), site, pages)] == []


def test_addresses_of_the_package(site, pages):
    told = dict(row.split(", ") for row in importlib.metadata.metadata(NAME).get_all("Project-URL") or [])
    assert {*told} == {"Documentation", "Rules", "Changelog"}
    assert [link for link in told.values() if not is_there(link.replace(SITE, WHERE), site, pages)] == []
    assert all(link.startswith(SITE) for link in told.values())
