"""What a message tells to write is what `fix` writes there."""

from __future__ import annotations

import re

import pytest
from behaviour.golden import all_programs, examples, fixed

OTHERWISE = (
    "openai.aiosession",  # a client takes the session, or it goes
    '" in ',  # by the test that stands there
    "to_dict_recursive",
    "put the narrower class first",  # which is no text to write
    "json.dumps cannot take",
    "was shut down on",  # a person chooses a model
)
"""Messages that fixes do not follow word by word. None comes in."""
RAW = ".http_response.json()"
"""A dict in the order of the service, where that matters: more than `to_dict` gives."""
PROGRAMS = [*examples().items(), *[*all_programs().items()][::3]]


@pytest.mark.parametrize("program", [one for _, one in PROGRAMS], ids=[name for name, _ in PROGRAMS])
def test_what_a_message_tells_is_written(program):
    results = fixed(program, "module")
    text = " ".join(one.after.decode("utf-8", "replace") for one in results)
    for one in results:
        for found in one.fixed:
            words = re.findall(r"\w+", found.replacement or "")
            if words[-1:] == ["to_dict"] and RAW in text:
                continue
            if words and not any(part in found.message for part in OTHERWISE):
                assert re.search(rf"\b{words[-1]}\b", text), (found.message, found.replacement)
