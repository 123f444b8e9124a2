"""The HTML report in a real browser: it renders, sorts and filters, and complains of nothing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
from report.test_migration import STANDING, hostile

from flake8_openai_v1.report.migration import FileStanding, State, renderer

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium here; .ci/run installs it")

MANY = [
    FileStanding(f"src/{number}.py", list(State)[number % 3], STANDING.files[2].findings[: number % 5])
    for number in range(12)
]

ACTIONS = """<script>
{
const seen = {};
const rows = () => [...document.querySelectorAll("#files tbody tr")];
const heads = document.querySelectorAll("#files th");
const shown = () => rows().filter((row) => row.getClientRects().length).map((row) => row.cells[0].textContent);
const numbers = () => rows().map((row) => Number(row.cells[2].textContent));
seen.all = shown().length;
heads[2].querySelector("button").click();
seen.most = numbers();
seen.order = heads[2].getAttribute("aria-sort");
heads[2].querySelector("button").click();
seen.least = numbers();
heads[0].querySelector("button").click();
seen.names = rows().map((row) => row.cells[0].textContent);
seen.orders = [...heads].map((head) => head.getAttribute("aria-sort"));
document.getElementById("text").value = "SRC/1";
document.getElementById("text").dispatchEvent(new Event("input"));
seen.found = shown();
document.getElementById("state").value = "todo";
document.getElementById("state").dispatchEvent(new Event("change"));
seen.todo = shown();
seen.said = document.getElementById("shown").textContent;
seen.width = document.documentElement.scrollWidth <= window.innerWidth;
seen.back = getComputedStyle(document.body).backgroundColor;
seen.tags = [...new Set([...document.body.querySelectorAll("*")].map((each) => each.localName))];
document.title = JSON.stringify(seen);
}
</script>"""


def browse(tmp_path, page, *options):
    """Open a page, do what `ACTIONS` says, and give what was seen and what the console says."""
    file = tmp_path / "page.html"
    file.write_text(page.replace("</body>", f"{ACTIONS}</body>"), encoding="utf-8")
    words = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom"]
    words += [f"--user-data-dir={tmp_path / 'profile'}", *options, file.as_uri()]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=True, encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return json.loads(title[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")), console


def test_it_renders_sorts_and_filters(tmp_path):
    seen, console = browse(tmp_path, renderer("html")(STANDING._replace(files=MANY)), "--window-size=1000,900")
    assert console == []
    assert seen["all"] == 12
    assert seen["most"] == sorted(seen["least"], reverse=True) != seen["least"] == sorted(seen["least"])
    assert (seen["order"], seen["orders"]) == ("descending", ["ascending", *[None] * 5])
    assert seen["names"] == sorted(file.path for file in MANY)
    assert seen["found"] == ["src/1.py", "src/10.py", "src/11.py"]
    assert seen["todo"] == ["src/11.py"]
    assert seen["said"] == "1 file shown"
    assert seen["width"]


@pytest.mark.parametrize(("scheme", "back"), [(1, "rgb(255, 255, 255)"), (0, "rgb(15, 19, 24)")])
def test_light_and_dark(tmp_path, scheme, back):
    options = (f"--blink-settings=preferredColorScheme={scheme}", "--window-size=500,900")
    seen, _ = browse(tmp_path, renderer("html")(STANDING), *options)
    assert (seen["back"], seen["width"]) == (back, True)


def test_hostile_names(tmp_path):
    """They are shown as they are: no element, no script, no complaint."""
    plain, _ = browse(tmp_path, renderer("html")(STANDING))
    for standing in hostile():
        seen, console = browse(tmp_path, renderer("html")(standing))
        assert console == []
        assert set(seen["tags"]) <= set(plain["tags"])
