"""Texts that a program puts together: the parts of them that are known."""

from __future__ import annotations

import ast

import pytest

from flake8_openai_v1.semantics import analyse
from flake8_openai_v1.semantics.texts import LONGEST, parts_of
from flake8_openai_v1.semantics.values import Const, Default

GIVEN = "import openai\nHOST, name = 'https://h', input()\ndef f(path='/p', other=None):\n    openai.base_url = {}\n"

TEXTS = [
    ("'a'", ("a",)),
    ("'a' 'b'", ("ab",)),
    ("'a' + 'b'", ("ab",)),
    ("'a' + name", ("a", None)),
    ("name + 'a' + name + 'b'", (None, "a", None, "b")),
    ("name + 'a' + 'b'", (None, "ab")),
    ("HOST + '/v1'", ("https://h/v1",)),
    ("f'{HOST}/v1'", ("https://h/v1",)),
    ("f'{name}/v1/{name}{name}'", (None, "/v1/", None)),
    ("f'{HOST!r}/v1'", (None, "/v1")),
    ("f'{HOST:>9}/v1'", (None, "/v1")),
    ("'%s/v1' % HOST", ("https://h/v1",)),
    ("'%s/%s' % (HOST, name)", ("https://h/", None)),
    ("'%d%%/%s' % (name, HOST)", (None, "%/https://h")),
    ("'{}/v1'.format(HOST)", ("https://h/v1",)),
    ("'{0}/{1}/{0}'.format('a', name)", ("a/", None, "/a")),
    ("'{h}/{n:>3}'.format(h=HOST, n=1)", ("https://h/", None)),
    ("'{{}}{}'.format(HOST)", ("{}https://h",)),
    ("str(HOST) + '/v1'", ("https://h/v1",)),
    ("str(f'{name}/v1')", (None, "/v1")),
    ("path", ("/p",)),
    ("f'{HOST}{path}'", ("https://h/p",)),
    ("f'{other}/v1'", (None, "/v1")),
    ("''", ("",)),
]

UNKNOWN = ["name", "name + name", "f'{name}'", "'%(a)s/v1' % {'a': 1}", "'{'.format(name)", "'%' % name", "1 + 2"]


def assigned(text: str):
    tree = ast.parse(GIVEN.format(text))
    model = analyse(tree, GIVEN.format(text).splitlines(keepends=True)).model
    (found,) = [use.extra for use in model.of("store") if use.spelled == "openai.base_url"]
    return found


@pytest.mark.parametrize(("text", "parts"), TEXTS)
def test_parts(text, parts):
    assert parts_of(assigned(text)) == parts


@pytest.mark.parametrize("text", UNKNOWN)
def test_nothing_is_known(text):
    assert not parts_of(assigned(text))


def test_a_text_that_grows_is_given_up():
    source = "import openai\nurl = 'openai'\n" + "url = url + url  # openai\n" * 99 + "openai.base_url = url\n"
    model = analyse(ast.parse(source), source.splitlines(keepends=True)).model
    (use,) = [use for use in model.of("store") if use.spelled == "openai.base_url"]
    assert sum(len(part) for part in parts_of(use.extra) or () if part) <= LONGEST
    assert use.extra is None


def test_a_default_is_only_that():
    """Another file may call with anything, so it is not taken for the value."""
    found = assigned("path")
    assert isinstance(found, Default)
    assert found.value == Const("/p")
