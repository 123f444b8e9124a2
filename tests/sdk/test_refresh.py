"""The maintainer's script finds what a release has changed, and nothing where nothing did."""

from __future__ import annotations

import pytest
from sdks import NEWEST, ROOT, ask, installs, probe

from flake8_openai_v1.sdk import deprecations, index, models, names, retirements, signatures, versions
from flake8_openai_v1.sdk.signatures import Signature

import history  # isort: skip
import refresh  # isort: skip

pytestmark = pytest.mark.index


@pytest.fixture(autouse=True)
def _processes_of_the_session(monkeypatch):
    """Have the script ask the processes that the other tests ask, which it may not end."""

    class Shared:
        def __init__(self, release):
            self.ask = probe(release).ask

        def close(self):
            pass

    monkeypatch.setattr(refresh, "Probe", Shared)


def changes():
    return list(refresh.changes(NEWEST))


def test_the_tables_are_current(capsys):
    assert refresh.main(["--release", NEWEST]) == 0
    assert capsys.readouterr().out == f"openai {NEWEST}: the tables are current\n"


def test_a_change_is_printed_and_told_by_the_exit_code(monkeypatch, capsys):
    monkeypatch.setattr(signatures, "DEPRECATED", frozenset())
    assert refresh.main(["--release", NEWEST]) == 1
    out = capsys.readouterr().out
    assert "deprecated: client.images.create_variation\n" in out
    assert f"openai {NEWEST}: " in out
    assert "What to do: python tools/refresh.py --write" in out


def test_a_replacement_that_went_is_found(monkeypatch):
    row = names.Name("openai.Old.create", "client.old.create", "doctored")
    monkeypatch.setattr(names, "METHODS", (*names.METHODS, row))
    assert changes() == ["removed: client.old.create, which sdk/names.py gives for openai.Old.create"]


def test_a_new_deprecation_is_found(monkeypatch):
    known = signatures.DEPRECATED - {"audio.translations.create"}
    monkeypatch.setattr(signatures, "DEPRECATED", known)
    assert changes() == ["deprecated: client.audio.translations.create"]


def test_a_new_mark_is_found(monkeypatch):
    marks = {**deprecations.MARKED, "images.create_variation": ("3.24.0", "other words")}
    monkeypatch.setattr(deprecations, "MARKED", marks)
    assert changes() == ["marked as deprecated: client.images.create_variation: deprecated"]


def test_days_in_the_documentation_are_held_against_the_table(monkeypatch):
    ends = dict(retirements.ENDS)
    del ends["gpt-4o"]
    ends["gpt-5"] = ends["gpt-5"]._replace(day="2027-12-11")
    monkeypatch.setattr(retirements, "ENDS", ends)
    assert changes() == [
        "end of a model: gpt-4o on 2027-01-14, sdk/retirements.py has no row",
        "end of a model: gpt-5 on 2026-12-11, sdk/retirements.py has 2027-12-11",
    ]


def test_types_and_modules_that_went_are_found():
    found = list(refresh._changed_names("1.65.5", NEWEST))
    assert found == []  # the table has them
    known = dict(index.REMOVED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "REMOVED", {})
        found = list(refresh._changed_names("1.65.5", NEWEST))
    assert "removed: openai.types.beta.VectorStore" in found
    assert "removed: openai.resources.beta.chat" in found
    assert "removed: openai.resources.beta.chat.completions" not in found
    assert {line.removeprefix("removed: ") for line in found} <= known.keys()


def test_what_came_back_is_found(monkeypatch):
    row = index.Gone("1.99.1", None, "")
    path = "openai.types.chat.ChatCompletionMessageToolCall"
    monkeypatch.setattr(index, "REMOVED", {**index.REMOVED, path: row})
    assert changes() == [f"came back: {path}, which sdk/removals.py has as gone"]


TABLES = ("removals.py", "options.py", "deprecations.py")


@pytest.fixture
def tables(monkeypatch, tmp_path):
    """A copy of the tables of ``tools/history.py``, which it writes."""
    for name in TABLES:
        text = (ROOT / "flake8_openai_v1" / "sdk" / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(history, "SDK", tmp_path)
    return tmp_path


def test_nothing_is_added_where_nothing_changed(tables):
    before = [(tables / name).read_text("utf-8") for name in TABLES]
    history.add(NEWEST, NEWEST)
    assert [(tables / name).read_text("utf-8") for name in TABLES] == before


def test_what_releases_changed_is_added_as_if_all_had_been_read(monkeypatch, tables):
    """The tables as they were with 3.52.0 become those of today."""
    before = [(tables / name).read_text("utf-8") for name in TABLES]
    later = {path: row for path, row in index.REMOVED.items() if row.since in ("3.53.0", "3.54.0", "3.55.0", "3.57.0")}
    assert later
    monkeypatch.setattr(index, "REMOVED", {path: row for path, row in index.REMOVED.items() if path not in later})
    history.add("3.52.0", NEWEST)
    assert [(tables / name).read_text("utf-8") for name in TABLES] == before


def test_new_methods_and_parameters_are_found(monkeypatch):
    table = dict(signatures.SIGNATURES)
    del table["models.list"]
    known = table["models.delete"]
    table["models.delete"] = Signature((), known.keywords - {"timeout"}, known.required)
    monkeypatch.setattr(signatures, "SIGNATURES", table)
    assert changes() == [
        "new parameter: client.models.delete(timeout=)",
        "positional now: client.models.delete('model',)",
        "new method: client.models.list",
    ]


def test_new_models_are_found(monkeypatch):
    monkeypatch.setattr(models, "MODELS", models.MODELS - {"gpt-4o", "whisper-1", "text-davinci-003"})
    assert changes() == ["new model: gpt-4o", "new model: whisper-1"]


def test_what_the_script_leaves_out_is_in_the_types():
    assert set(ask(NEWEST, "model_names")) >= refresh.NO_MODELS


def test_a_newer_release_is_told_with_what_it_removed(monkeypatch):
    monkeypatch.setattr(versions, "NEWEST", (2, 54, 0))
    methods, options = ask("2.54.0", "methods"), ask("2.54.0", "options")
    methods["models.gone"] = methods["models.list"]
    methods["models.list"]["parameters"].append(["gone", False, False])
    methods["models.delete"]["parameters"] = []
    options["OpenAI"].append("gone")
    options["AzureOpenAI"].remove("admin_api_key")
    azure = {"deployment endpoint": ["/completions", "/gone"], "variable": ["AZURE_GONE", "OPENAI_API_VERSION"]}
    doctored = {"methods": methods, "options": options, "azure": azure}
    shared = refresh.Probe

    class Doctored(shared):
        def __init__(self, release):
            super().__init__(release)
            if release == "2.54.0":
                self.ask = doctored.__getitem__

    monkeypatch.setattr(refresh, "Probe", Doctored)
    found = changes()
    assert found[0] == f"newer release: {NEWEST}, the tables know 2.54.0"
    assert {
        "removed: client.models.gone",
        "removed parameter: client.models.list(gone=)",
        "required now: client.models.delete(model=)",
        "client option removed: OpenAI(gone=)",
        "client option added: OpenAI(data_residency=)",
        "client option added: AzureOpenAI(admin_api_key=)",
        "Azure deployment endpoint removed: /gone",
        "Azure deployment endpoint added: /images/edits",
        "Azure variable removed: AZURE_GONE",
        "Azure variable added: AZURE_OPENAI_AD_TOKEN",
    } <= set(found)
    assert "Azure deployment endpoint added: /completions" not in found
    assert "Azure variable added: OPENAI_API_VERSION" not in found


def test_write_brings_both_generated_tables_up_to_date(monkeypatch, tmp_path):
    current = (ROOT / "flake8_openai_v1" / "sdk" / "versions.py").read_text(encoding="utf-8")
    stale = current.replace(str(versions.NEWEST), "(3, 0, 0)").replace(f'"{NEWEST}"', '"3.0.0"')
    (tmp_path / "versions.py").write_text(stale, encoding="utf-8")
    monkeypatch.setattr(refresh, "SDK", tmp_path)
    refresh.write(NEWEST)
    written = (tmp_path / "versions.py").read_text(encoding="utf-8").splitlines()
    assert [line for line in written if not line.startswith("AS_OF")] == [
        line for line in current.splitlines() if not line.startswith("AS_OF")
    ]
    generated = (tmp_path / "signatures.py").read_text(encoding="utf-8")
    assert generated == (ROOT / "flake8_openai_v1" / "sdk" / "signatures.py").read_text(encoding="utf-8")


def test_without_the_index_the_script_says_so(monkeypatch, capsys):
    def offline():
        raise installs.Unreachable("pip: no route")

    monkeypatch.setattr(refresh, "newest", offline)
    assert refresh.main([]) == 2
    assert capsys.readouterr().err == "pip: no route\n"


def test_the_newest_release_is_asked_of_the_index(monkeypatch):
    report = '{"install": [{"metadata": {"version": "9.9.9"}}]}'
    monkeypatch.setattr(installs, "pip", lambda *arguments: f"Looking in indexes\n{report}")
    assert installs.newest() == "9.9.9"
