"""Each row of ``sdk/exceptions.py`` against what the real releases raise."""

from __future__ import annotations

import pytest
from sdks import CURRENT, LEGACY, NEWEST, NEXT, ask, at, fresh

from flake8_openai_v1.rules.exceptions import call_of
from flake8_openai_v1.sdk.exceptions import (
    ATTRIBUTES,
    EXCEPTIONS,
    LEGACY_WIDENED,
    MADE,
    PARENTS,
    REEXPORTED,
    WIDENED_BY,
)

pytestmark = pytest.mark.index

STATUSES = [
    "400",
    "401",
    "403",
    "404",
    "409",
    "415",
    "422",
    "429",
    "500",
    "502",
    "503",
    "timeout",
    "connection",
]

EACH_EXCEPTION = pytest.mark.parametrize("row", EXCEPTIONS, ids=lambda row: row.path)
EACH_ATTRIBUTE = pytest.mark.parametrize("row", ATTRIBUTES, ids=lambda row: row.name)
EACH_RELEASE = pytest.mark.parametrize("release", CURRENT)

# What the rows say of a 0.28.1 error, here one with status 429, as an expression over `e`.
LEGACY_VALUES = {
    "_message": "'boom'",
    "headers": "openai-organization",
    "http_body": '"message": "boom"',
    "http_status": "429",
    "json_body": "{'error': {'message': 'boom'",
    "organization": "'org'",
    "should_retry": "False",
    "user_message": "'boom'",
}


def caught(release, path):
    """The answers whose exception a class catches."""
    raised = ask(release, "legacy_errors" if release == LEGACY else "errors", STATUSES)
    assert list(raised) == STATUSES
    return {status for status, classes in raised.items() if path.rpartition(".")[2] in classes}


def test_every_legacy_class_has_a_row():
    assert {f"openai.error.{name}" for name in ask(LEGACY, "legacy_exceptions")} == {row.path for row in EXCEPTIONS}


@EACH_RELEASE
@EACH_EXCEPTION
def test_an_exact_successor_catches_the_same(row, release):
    if row.exact:
        assert caught(LEGACY, row.path)
        assert caught(LEGACY, row.path) == caught(release, row.use)


def test_what_widens_a_class_is_below_it():
    rows = {row.path: row.use for row in EXCEPTIONS}
    for path, widened_by in WIDENED_BY.items():
        assert path in LEGACY_WIDENED
        assert PARENTS[widened_by] == rows[path]


@EACH_RELEASE
@pytest.mark.parametrize("path", LEGACY_WIDENED)
def test_a_widened_successor_catches_more(path, release):
    row = next(row for row in EXCEPTIONS if row.path == path)
    assert not row.exact
    assert caught(LEGACY, path) < caught(release, row.use)


@EACH_RELEASE
def test_no_other_successor_catches_more(release):
    for row in EXCEPTIONS:
        if row.use and row.path not in LEGACY_WIDENED:
            assert caught(LEGACY, row.path) >= caught(release, row.use)


@EACH_RELEASE
def test_the_notes_on_what_is_caught(release):
    assert caught(LEGACY, "openai.error.InvalidRequestError") == {"400", "404", "415"}
    raised = ask(release, "errors", STATUSES)
    assert [raised[status][0] for status in ("400", "404", "415")] == [
        "BadRequestError",
        "NotFoundError",
        "APIStatusError",
    ]
    assert caught(LEGACY, "openai.error.ServiceUnavailableError") == {"503"}
    assert caught(release, "openai.InternalServerError") == {"500", "502", "503"}
    assert "timeout" in caught(release, "openai.APIConnectionError")
    assert caught(release, "openai.APIError") == set(STATUSES)
    assert caught(LEGACY, "openai.error.Timeout") == {"timeout"}


@EACH_RELEASE
def test_timeout_is_a_setting_now(release):
    assert not ask(release, "is_exception", "openai.Timeout")
    assert ask(release, "is_exception", "openai.APITimeoutError")


def test_what_nothing_raises_any_more():
    assert ask(LEGACY, "sources_with", "raise error.SignatureVerificationError") == []
    assert ask(LEGACY, "sources_with", "SignatureVerificationError") == ["error.py"]
    assert ask(LEGACY, "sources_with", "raise error.InvalidAPIType")
    for release in CURRENT:
        assert ask(release, "module_client_is", {"api_type": "no such type"}, "OpenAI")


def test_what_the_module_still_exports():
    for name in ("APIError", "OpenAIError"):
        assert f"openai.{name}" not in REEXPORTED
        assert {ask(release, "fate", f"openai.{name}") for release in CURRENT} == {"there"}


def test_the_hierarchy_is_the_real_one():
    assert ask(NEWEST, "parents") == PARENTS
    for release in CURRENT:
        assert ask(release, "parents").items() <= PARENTS.items()


def test_every_attribute_that_went_has_a_row():
    found = ask(LEGACY, "legacy_error_attributes")
    gone = {name for name in found if ask(NEWEST, "error_value", f"e.{name}") == "AttributeError"}
    assert gone - {"construct_error_object"} == {row.name for row in ATTRIBUTES}


@EACH_ATTRIBUTE
def test_a_legacy_error_has_the_attribute(row):
    assert LEGACY_VALUES.get(row.name, "") in ask(LEGACY, "legacy_error_attributes")[row.name]


@EACH_RELEASE
@EACH_ATTRIBUTE
def test_a_current_error_has_its_replacement(row, release):
    assert ask(release, "error_value", f"e.{row.name}") == "AttributeError"
    use = at(row, release)
    expected = {
        "body": {"message": "boom", "type": "t", "param": "p", "code": "cc"},
        "response.json()": {"error": {"message": "boom", "type": "t", "param": "p", "code": "cc"}},
        "status_code": 429,
        'response.headers.get("openai-organization")': "org",
    }
    if use in expected:
        assert ask(release, "error_value", f"e.{use}") == expected[use]
    elif use == "response.text":
        assert "boom" in ask(release, "error_value", f"e.{use}")
    elif use == "response.headers":
        assert ask(release, "error_value", f"dict(e.{use})")["x-request-id"] == "r1"
    elif use == "message":
        assert ask(release, "error_value", f"e.{use}").startswith("Error code: 429 - ")
        assert release == "1.0.0" or ask(release, "error_value", 'e.body["message"]') == "boom"
    else:
        assert use is None


@pytest.mark.parametrize("row", [row for row in ATTRIBUTES if row.until], ids=lambda row: row.name)
def test_the_replacement_of_an_attribute_changes_after_that_release(row):
    for last, use in row.until:
        assert ask(last, "error_value", f"e.{use}")["error"]["message"] == "boom"
        assert ask(last, "error_value", f"e.{row.use}") == "AttributeError"
        assert ask(NEXT[last], "error_value", f"e.{row.use}")["message"] == "boom"


@EACH_RELEASE
def test_only_an_error_with_a_status_has_a_response(release):
    for row in ATTRIBUTES:
        if "openai.APIStatusError only" in row.note:
            attribute = at(row, release).partition(".")[0]
            assert attribute in ask(release, "error_attributes", "429")
            assert attribute not in ask(release, "error_attributes", "connection")


@pytest.mark.parametrize("release", [CURRENT[0], NEWEST])
def test_how_one_is_made_is_all_that_must_be_given(release):
    signature = "__import__('inspect').signature"
    calls = [call_of(row).replace(f"openai.{row.name}(", f"{signature}(openai.{row.name}).bind(") for row in MADE]
    given = fresh(release, f"[list(bound.arguments) for bound in ({', '.join(calls)})]")
    required = f"[name for name, one in {signature}(openai.%s).parameters.items() if one.default is one.empty]"
    wanted = fresh(release, f"[{', '.join(required % row.name for row in MADE)}]")
    for row, names, needed in zip(MADE, given, wanted, strict=True):
        assert set(needed) - {"args", "kwargs"} <= set(names), row
