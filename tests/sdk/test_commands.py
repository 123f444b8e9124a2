"""Each word of ``sdk/commands.py``: releases before know it, those since do not."""

from __future__ import annotations

import os

import nurseries
import pytest
import sdks
from sdks import ROOT, installs

from flake8_openai_v1.sdk.commands import FLAGS, WITH_VALUE, WORDS

pytestmark = pytest.mark.index


def run(release: str, *words: str) -> str:
    """What the command of a release says; 0.28.1 has it as a script only."""
    try:
        folders = installs.path(release)
    except installs.Unreachable as problem:
        sdks.unreachable(problem)
    variables = {"PYTHONPATH": os.pathsep.join(map(str, folders)), "PATH": os.defpath, "OPENAI_API_KEY": "k"}
    script = ["-m", "openai._openai_scripts" if release == "0.28.1" else "openai"]
    ended = nurseries.run([*script, *words], folder=ROOT, environment=variables, modules=["+openai"])
    return (ended.printed + ended.complained).decode()


@pytest.mark.parametrize("word", WORDS)
def test_a_word_was_known(word):
    release = "0.28.1" if WORDS[word].since == "1.0.0" else "2.34.0"
    said = run(release, word, "--help")
    assert "usage" in said
    assert "invalid choice" not in said


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_known_no_more(word):
    if WORDS[word].since == "1.0.0":
        assert "invalid choice: 'wandb'" in run("1.0.0", word, "--help")
    else:
        assert sdks.NEXT["2.34.0"] == WORDS[word].since == "2.35.0"
        assert "No module named openai.__main__" in run("2.35.0", word, "--help")


def test_what_may_stand_before_the_word():
    said = run("1.109.1", "--help")
    for option in WITH_VALUE | FLAGS:
        assert option in said or option in run("0.28.1", "--help"), option
