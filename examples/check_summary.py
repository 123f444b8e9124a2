"""Tests of the summary that put a stand-in where the SDK's method was."""

from unittest import mock

import openai
import pytest
from summary import summarise

REPLY = {"choices": [{"message": {"content": "Short."}}]}


@mock.patch("openai.ChatCompletion.create", return_value=REPLY)
def test_summary(create):
    """The text is sent along."""
    assert summarise("Long, long ago.") == "Short."
    assert "Long, long ago." in create.call_args.kwargs["messages"][0]["content"]


def test_busy(monkeypatch):
    """What goes wrong there comes out here."""

    def busy(**arguments):
        raise openai.error.RateLimitError("slow down")

    monkeypatch.setattr(openai.ChatCompletion, "create", busy)
    with pytest.raises(openai.error.RateLimitError):
        summarise("Long, long ago.")
