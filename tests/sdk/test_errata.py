"""``docs/guide-errata.md``: what it says is false is, and what it says instead is true, on real releases."""

from __future__ import annotations

import re

import pytest
from sdks import CURRENT, LEGACY, NEWEST, NEXT, ROOT, ask, installs

from flake8_openai_v1.sdk.names import METHODS
from flake8_openai_v1.sdk.settings import KEPT, SETTINGS

pytestmark = pytest.mark.index

PAGE = (ROOT / "docs" / "guide-errata.md").read_text(encoding="utf-8")
STATUSES = ["400", "404", "415"]


def rows(heading):
    """The cells of the table below a heading, back quotes taken off those that are all code."""
    table = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("| ")][1:]
    return [[re.sub(r"^`([^`]*)`$", r"\1", cell.strip()) for cell in line.strip("|").split("|")] for line in lines]


FALSE = rows("False rows")
MISLEADING = {row[0]: row[1:] for row in rows("Rows that are true and mislead")}
SENTENCES = rows("Sentences that are wrong")


def later(boundary):
    """The releases of which a row says that the guide is false, and those of which it does not."""
    if boundary == "every release":
        return list(CURRENT), []
    first = boundary.removesuffix(" and later")
    last = next(last for last, following in NEXT.items() if following == first)
    key = installs.release_key(first)
    false = [first, *(release for release in CURRENT if installs.release_key(release) >= key)]
    return false, [last, *(release for release in CURRENT if installs.release_key(release) < key)]


def holds(release, guide, legacy):
    """Is the claim of the guide true with a release?"""
    if guide == "removed":
        return ask(release, "fate", legacy) != "there"
    if not ask(release, "resolves", guide):
        return False
    if legacy.endswith(".delete"):
        return ask(release, "call", guide, [], {}).startswith("DELETE ")
    return True


def test_the_page_has_the_thirteen():
    assert len(FALSE) == 13
    assert len({row[0] for row in FALSE}) == 13


@pytest.mark.parametrize(("legacy", "guide", "boundary", "truth"), FALSE)
def test_the_row_of_the_guide_is_false_where_the_page_says(legacy, guide, boundary, truth):
    assert ask(LEGACY, "exists", legacy)
    false, true = later(boundary)
    assert not [release for release in false if holds(release, guide, legacy)]
    assert all(holds(release, guide, legacy) for release in true)


@pytest.mark.parametrize(("legacy", "guide", "boundary", "truth"), FALSE)
def test_the_page_and_the_tables_say_the_same_truth(legacy, guide, boundary, truth):
    if legacy == truth:
        name = legacy.partition(".")[2]
        assert name in KEPT or name == "OpenAIError"
        assert {ask(release, "fate", truth) for release in CURRENT} == {"there"}
        return
    known = {row.path: row.use for row in METHODS} | {f"openai.{row.name}": row.use for row in SETTINGS}
    assert known[legacy] == (None if truth == "no counterpart" else truth)
    assert truth == "no counterpart" or ask(NEWEST, "resolves", truth)
    if legacy.endswith(".delete") and truth != "no counterpart":
        assert ask(NEWEST, "call", truth, [], {}) == "DELETE /v1/models/x"


def test_no_row_of_ours_repeats_the_guide():
    ours = {(row.path, row.use) for row in METHODS} | {(f"openai.{row.name}", row.use) for row in SETTINGS}
    assert not ours & {(legacy, guide) for legacy, guide, _, _ in FALSE}
    assert not {f"openai.{row.name}" for row in SETTINGS} & {row[0] for row in FALSE if row[1] == "removed"}


@pytest.mark.parametrize("release", CURRENT)
def test_what_is_behind_the_false_rows(release):
    refused = ask(release, "takes", "openai.OpenAI", [], {"proxies": "http://h"})
    assert not refused
    assert ask(release, "module_call", {"proxies": "http://127.0.0.1:9"})["routes"] == 0
    assert not ask(release, "resolves", "client.fine_tuning.jobs.delete")
    assert ask(release, "call", "client.fine_tuning.jobs.create", [], {}) == "POST /v1/fine_tuning/jobs"
    assert not ask(release, "takes", "client.fine_tuning.jobs.list_events", [], {"stream": True})
    for old in ("azure_ad", "open_ai"):
        assert ask(release, "module_client_is", {"api_type": old}, "OpenAI")
        assert ask(release, "module_call", {"api_type": old})["url"].startswith("https://api.openai.com/")


def _api_base(release):
    assert ask(release, "url_of", "module") == "http://h/v1models"
    assert ask(release, "url_of", "client") == "http://h/v1/models"
    azure = {"api_type": "azure", "api_version": "2024-10-21", "azure_endpoint": "https://x.openai.azure.com"}
    assert ask(release, "module_call", azure)["url"].startswith("https://x.openai.azure.com/")


def _invalid_request(release):
    assert {raised[0] for raised in ask(LEGACY, "legacy_errors", STATUSES).values()} == {"InvalidRequestError"}
    raised = ask(release, "errors", STATUSES)
    assert [classes[0] for classes in raised.values()] == [
        "BadRequestError",
        "NotFoundError",
        "APIStatusError",
    ]
    assert "BadRequestError" not in raised["404"] + raised["415"]
    assert "NotFoundError" not in raised["400"] + raised["415"]


def _keywords(release, legacy, guide, text):
    """What the text names was positional and is not."""
    arguments = re.findall(r"`(\w+)`", text)
    assert ask(LEGACY, "legacy_positional", legacy)[: len(arguments)] == arguments != []
    assert ask(release, "call", guide, ["x"], {}).startswith("TypeError")
    assert ask(release, "takes", guide, [], dict.fromkeys(arguments, "x"))


def _deprecated(guide, text):
    """It is since the release that the text names."""
    since = re.search(r"[Dd]eprecated since ([\d.]+\d)", text)[1]
    last = next(last for last, following in NEXT.items() if following == since)
    assert ask(since, "deprecated", guide)
    assert not ask(last, "deprecated", guide)


def _renamed(release, guide, old, new):
    assert not ask(release, "takes", guide, [], {old: "x"})
    assert ask(release, "takes", guide, [], {new: "x"})


@pytest.mark.parametrize("release", CURRENT)
@pytest.mark.parametrize("legacy", MISLEADING)
def test_a_misleading_row_misleads(legacy, release):
    guide, text = MISLEADING[legacy]
    assert ask(LEGACY, "exists", legacy)
    assert holds(release, guide, legacy)
    if "eprecated since" in text:
        _deprecated(guide, text)
    name = legacy.removeprefix("openai.")
    if name == "api_base":
        _api_base(release)
    elif name == "InvalidRequestError":
        _invalid_request(release)
    elif name == "File.download":
        assert ask("1.2.1", "resolves", "client.files.content")
    elif name in ("Audio.transcribe", "Audio.translate", "Image.create_variation"):
        _keywords(release, legacy, guide, text)
    elif name in ("Audio.transcribe_raw", "Audio.translate_raw"):
        call = text.partition("`")[2].partition("(")[0]
        sent = ask(LEGACY, "legacy_call", legacy, ["whisper-1", "x", "a.mp3"], {})
        assert sent["files"] == [["file", "a.mp3"]]
        assert ask(release, "uploaded_name", call, ["a.mp3", "x"]) == "a.mp3"
    elif name == "FineTuningJob.list":
        _renamed(release, guide, *re.findall(r"`(\w+)=`", text))
    elif name == "Model.retrieve":
        old, *new = re.findall(r"`(\w+)=`", text)
        paths = [guide, "client.files.retrieve", "client.fine_tuning.jobs.retrieve"]
        for path, name in zip(paths, new, strict=True):
            _renamed(release, path, old, name)
    elif name == "api_key_path":
        assert ask(release, "module_call", {"api_key_path": "/nowhere"}) == ask(release, "module_call", {})
    else:
        assert name == "api_resources"
        assert not ask(release, "resolves", "openai.resources.ChatCompletion")


def test_the_command_went():
    assert "`openai migrate`" in SENTENCES[0][0]
    assert "gone since 2.35.0" in SENTENCES[0][1]
    assert "openai" in ask("2.34.0", "console_scripts")
    assert "openai" not in ask("2.35.0", "console_scripts")
    assert ask(NEWEST, "sources_with", "`openai migrate`") == ["lib/_old_api.py"]


def test_the_variable_was_never_read():
    assert "`AZURE_OPENAI_API_VERSION`" in SENTENCES[1][0]
    for release in (LEGACY, *CURRENT):
        assert ask(release, "sources_with", "AZURE_OPENAI_API_VERSION") == []
        assert ask(release, "sources_with", "OPENAI_API_VERSION")


def test_auto_paging_worked_on_one_class():
    assert "`.auto_paging_iter()`" in SENTENCES[2][0]
    worked = {name: ask(LEGACY, "legacy_auto_paging", name) for name in ask(LEGACY, "legacy_resources")}
    named = set(re.findall(r"`(\w+)`", SENTENCES[2][1]))
    assert {name for name, result in worked.items() if result == "works"} == {"FineTuningJob"}
    assert {name for name, result in worked.items() if result != "has none"} == named
    assert len(SENTENCES) == 3
