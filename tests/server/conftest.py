"""What the tests of the language server share."""

from __future__ import annotations

import pytest
from server.client import Editor


@pytest.fixture
def editors():
    """Makes editors, which are closed in the end."""
    made = []

    def make(*arguments, **more):
        made.append(Editor(*arguments, **more))
        return made[-1]

    try:
        yield make
        for editor in made:
            editor.close()
    finally:
        for editor in made:
            if editor.process.poll() is None:
                editor.process.kill()
                editor.process.wait()


@pytest.fixture
def editor(editors, tmp_path):
    """An editor in a folder of its own."""
    return editors(tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """An editor that several tests use, each with a file of its own."""
    made = Editor(tmp_path_factory.mktemp("shared"))
    yield made
    made.close()


@pytest.fixture
def new_file(shared, tmp_path_factory):
    """Opens a new file with a text in the editor that is shared."""

    def make(text):
        path = tmp_path_factory.mktemp("folder") / "a.py"
        path.write_text(text)
        return shared.open(path)

    return make
