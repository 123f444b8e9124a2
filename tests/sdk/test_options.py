"""Each row of ``sdk/options.py`` against real releases."""

from __future__ import annotations

import pytest
from sdks import NEWEST, ask, installs

from flake8_openai_v1.sdk.azure import REFUSED_BY_AZURE, REFUSED_BY_OPENAI
from flake8_openai_v1.sdk.options import ADVICE, OPTIONS, SAME

RELEASES = ("1.0.0", "1.30.0", "1.65.5", "1.109.1", "2.54.0", NEWEST)
IN_CALLS = "in the calls"


def key(release: str) -> tuple[int, ...]:
    return installs.release_key(release)


@pytest.mark.index
@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("label", OPTIONS)
def test_a_class_takes_what_the_table_says(label, release):
    expected = [name for name, since in OPTIONS[label].items() if key(since) <= key(release)]
    if not expected:
        assert not ask(release, "resolves", f"openai.{label.partition('.')[0]}")
        return
    taken = [name for name in ask(release, "options_of", label) if name != "_extra_kwargs" or name in OPTIONS[label]]
    assert sorted(taken) == sorted(expected)


@pytest.mark.index
@pytest.mark.parametrize("release", ["1.0.0", "1.109.1", "2.54.0", NEWEST])
@pytest.mark.parametrize("label", ["OpenAI", "AsyncOpenAI", "AzureOpenAI", "OpenAI.copy"])
def test_what_people_give_is_refused(label, release):
    assert ask(release, "refused", label, list(ADVICE)) == list(ADVICE)


@pytest.mark.parametrize("name", ADVICE)
def test_advice_names_an_option(name):
    use, note = ADVICE[name]
    assert name not in OPTIONS["OpenAI"]
    assert name not in REFUSED_BY_OPENAI or name not in REFUSED_BY_AZURE
    assert use is not None
    assert use.endswith("=")
    assert note == IN_CALLS or use.removesuffix("=") in OPTIONS["OpenAI"]


@pytest.mark.parametrize("name", sorted(SAME))
def test_only_the_name_is_wrong(name):
    instead, note = ADVICE[name]
    assert instead is not None
    assert not note
    assert instead.removesuffix("=") in OPTIONS["OpenAI"]
    assert name not in OPTIONS["OpenAI"]
