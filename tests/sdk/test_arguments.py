"""Each row of ``sdk/arguments.py`` and ``sdk/signatures.py`` against the real calls."""

from __future__ import annotations

import pytest
from sdks import CURRENT, LEGACY, NEWEST, ROOT, ask, at

from flake8_openai_v1.sdk.arguments import ARGUMENTS, OF_METHOD, POSITIONAL
from flake8_openai_v1.sdk.names import METHODS
from flake8_openai_v1.sdk.signatures import DEPRECATED, SIGNATURES

pytestmark = pytest.mark.index

EACH_RELEASE = pytest.mark.parametrize("release", CURRENT)
EACH_ARGUMENT = pytest.mark.parametrize("row", ARGUMENTS, ids=lambda row: row.name)

SUCCESSORS = [row for row in METHODS if row.use]
ROWS = {row.path: row for row in METHODS}

# Keyword of a legacy request -> where its value turns up in it.
LEGACY_REQUEST = {
    "api_base": ("https://gateway.corp/v1", "url"),
    "api_key": ("sk-mine", "headers"),
    "api_type": ("azure", "url"),
    "api_version": ("2023-05-15", "url"),
    "deployment_id": ("my-deployment", "url"),
    "engine": ("my-engine", "url"),
    "headers": ({"X-Mine": "mine"}, "headers"),
    "organization": ("org", "headers"),
    "request_id": ("r-mine", "headers"),
    "request_timeout": (7, "timeout"),
}


def keyword(use):
    """``model`` of ``model=`` or ``file=(name, file)``; None for what is no keyword of the call."""
    head = use.partition("=")[0]
    return head if head.isidentifier() else None


@EACH_ARGUMENT
def test_a_legacy_call_takes_the_argument(row):
    value, key = LEGACY_REQUEST[row.name]
    given = {row.name: value}
    if row.name in ("api_type", "api_version", "deployment_id"):  # these say something on Azure only
        given = {"api_type": "azure", "api_version": "2023-05-15", "deployment_id": "my-deployment", **given}
    call = ("legacy_call", "openai.ChatCompletion.create", [])
    plain = ask(LEGACY, *call, {"model": "m", "messages": []})
    request = ask(LEGACY, *call, {"model": "m", "messages": [], **given})
    expected = {"api_type": "/openai/deployments/", "headers": "mine"}.get(row.name, str(value))
    assert expected not in str(plain[key])
    assert expected in str(request[key])


@EACH_RELEASE
@EACH_ARGUMENT
def test_every_successor_refuses_the_argument(row, release):
    for method in SUCCESSORS:
        answer = ask(release, "call", at(method, release), [], {row.name: "x"})
        assert answer.startswith("TypeError")
        assert row.name in answer


@EACH_RELEASE
@EACH_ARGUMENT
def test_what_stands_for_the_argument_is_taken(row, release):
    name = keyword(row.use or "")
    if name == "model":
        for path in (
            "chat.completions",
            "completions",
            "embeddings",
            "audio.transcriptions",
            "audio.translations",
        ):
            assert ask(release, "takes", f"client.{path}.create", [], {name: "x"})
    elif name:
        for method in SUCCESSORS:
            if method.path != "openai.File.wait_for_processing":  # which took no arguments of a request
                assert ask(release, "takes", at(method, release), [], {name: "x"}), method.path
    elif row.use and row.use.startswith("client.with_options("):
        option = row.use.partition("(")[2].partition("=")[0]
        assert ask(release, "takes", "client.with_options", [], {option: "x"})
        assert ask(release, "takes", "openai.OpenAI", [], {option: "x"})
        assert ask(release, "copy_of", "OpenAI", "with_options")
    elif row.use:
        assert row.use == "AzureOpenAI(api_version=...)"
        assert ask(release, "takes", "openai.AzureOpenAI", [], {"api_version": "x"})
    else:
        assert row.note


def test_the_request_id_went_in_a_header():
    row = next(row for row in ARGUMENTS if row.name == "request_id")
    request = ask(LEGACY, "legacy_call", "openai.ChatCompletion.create", [], {"model": "m", "request_id": "r-mine"})
    assert request["headers"]["x-request-id"] == "r-mine"
    assert '"X-Request-Id"' in row.use


@EACH_RELEASE
@pytest.mark.parametrize("path", OF_METHOD)
def test_the_successor_of_a_method_refuses_its_arguments(path, release):
    use = at(ROWS[path], release)
    for row in OF_METHOD[path]:
        answer = ask(release, "call", use, [], {row.name: "x"})
        assert answer.startswith("TypeError")
        assert row.name in answer
        assert row.use or row.note
        if row.use and use == ROWS[path].use:
            assert ask(release, "takes", use, [], {keyword(row.use): "x"})


@pytest.mark.parametrize("path", OF_METHOD)
def test_a_legacy_method_takes_its_arguments(path):
    for row in OF_METHOD[path]:
        if row.name == "dataSources":  # any keyword goes into the body
            keywords = {"model": "m", "dataSources": ["mine"]}
            assert ask(LEGACY, "legacy_call", path, [], keywords)["body"]["dataSources"] == ["mine"]
        else:
            source = "openai.FineTuningJob.list" if path.endswith("auto_paging_iter") else path
            assert row.name in ask(LEGACY, "legacy_parameters", source)


@pytest.mark.parametrize("row", SUCCESSORS, ids=lambda row: row.path)
def test_no_parameter_that_went_is_forgotten(row):
    general = {argument.name for argument in ARGUMENTS}
    own = {argument.name for argument in OF_METHOD.get(row.path, ())}
    source = "openai.FineTuningJob.list" if row.path.endswith("auto_paging_iter") else row.path
    for name in set(ask(LEGACY, "legacy_parameters", source)) - general:
        assert (name in own) != ask(NEWEST, "takes", row.use, [], {name: "x"}), name


def test_positional_arguments_mean_what_the_table_says():
    expected = {row.path: ask(LEGACY, "legacy_positional", row.path) for row in SUCCESSORS}
    assert {path: list(names) for path, names in POSITIONAL.items()} == {k: v for k, v in expected.items() if v}


@EACH_RELEASE
def test_nothing_is_positional_beyond_the_signatures(release):
    for path, method in ask(release, "methods").items():
        if path in SIGNATURES:
            allowed = SIGNATURES[path].positional
            positional = [name for name, by_position, _ in method["parameters"] if by_position]
            assert positional == list(allowed[: len(positional)]) or release != NEWEST
            assert not ask(release, "takes", f"client.{path}", ["x"] * (len(allowed) + 1), {})


@EACH_RELEASE
def test_positional_arguments_are_refused_at_run_time(release):
    for path, arguments in {
        "client.audio.transcriptions.create": ["whisper-1", "x"],
        "client.files.create": ["x", "fine-tune"],
        "client.images.edit": ["x", "x"],
        "client.moderations.create": ["x"],
        "client.chat.completions.create": ["x"],
    }.items():
        answer = ask(release, "call", path, arguments, {})
        assert answer.startswith("TypeError: ")
        assert "were given" in answer
    assert ask(release, "call", "client.models.retrieve", ["m"], {}) == "GET /v1/models/m"
    assert ask(release, "call", "client.files.retrieve", ["f"], {}) == "GET /v1/files/f"


def test_every_successor_has_a_signature():
    uses = {use for row in SUCCESSORS for use in (row.use, *(old for _, old in row.until))}
    assert {use.removeprefix("client.") for use in uses} <= SIGNATURES.keys()
    assert SIGNATURES.keys() >= DEPRECATED


def test_the_signatures_are_those_of_the_probed_releases():
    import refresh

    methods = [ask(release, "methods") for release in CURRENT]
    text = refresh.render(refresh.merged(methods), refresh.deprecated_in(methods[-1]))
    written = ROOT / "flake8_openai_v1" / "sdk" / "signatures.py"
    assert written.read_text(encoding="utf-8") == text, "run tools/refresh.py --write"


@EACH_RELEASE
def test_no_current_call_takes_a_legacy_argument(release):
    for path, method in ask(release, "methods").items():
        if path in SIGNATURES:
            names = {name for name, _, _ in method["parameters"]}
            assert not names & {row.name for row in ARGUMENTS}, path
