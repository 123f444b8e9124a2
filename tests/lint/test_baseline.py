"""What a baseline knows again."""

from __future__ import annotations

import json
import os
import random
from collections import Counter

import pytest

from flake8_openai_v1.lint.baseline import Baseline
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.lint.settings import SettingsError
from flake8_openai_v1.project.config import Config

HEAD = "import json\n\nimport openai\n\nopenai.api_base = 'https://gateway.example'\n"
PROGRAM = """\
def ask(question):
    r = openai.ChatCompletion.create(engine='x', messages=[question])
    return r['choices'][0]
---
def again(question):
    r = openai.ChatCompletion.create(
        engine='x',
    )
    return json.dumps(r)
---
class Bot:
    def run(self):
        try:
            openai.Edit.create()
        except openai.error.Timeout:
            pass
---
def total(text):
    r = openai.Embedding.create(input=text)
    return r['usage']['total_tokens'], r.get('data')
---
def total(text):
    r = openai.Embedding.create(input=text)
    return r['usage']['total_tokens'], r.get('data')
---
for each in openai.Model.list()['data']:
    print(each["id"])"""
BLOCKS = PROGRAM.split("\n---\n")


def program(blocks, head=HEAD):
    return "\n\n\n".join([head, *blocks]) + "\n"


def new(baseline, text, path="a.py"):
    return baseline.new(path, text.encode(), lint_source(text, path))


def written(tmp_path, **texts):
    """The baseline of some files, read again as it was written."""
    file = tmp_path / "known.json"
    baseline = Baseline(str(file), {})
    for name, text in texts.items():
        path = str(tmp_path / f"{name}.py")
        baseline.add(path, text.encode(), lint_source(text, path))
    file.write_text(baseline.text())
    return Baseline.read(str(file))


def moved(text, dice):
    """The same statements on other lines: blocks in another order, comments between, more indented, longer lines."""
    blocks = [f"{'#' * dice.randrange(3)}\n" * dice.randrange(4) + block for block in dice.sample(BLOCKS, len(BLOCKS))]
    for place, block in enumerate(blocks):
        way = dice.randrange(5)
        if way == 0:
            blocks[place] = "if True:\n" + "\n".join(f"    {line}" for line in block.splitlines())
        elif way == 1:
            blocks[place] = block.replace("'", '"')
        elif way == 2:
            blocks[place] = "\n".join(f"{line}  # seen" if line else line for line in block.splitlines())
        elif way == 3:
            blocks[place] = block.replace("engine='x'", "\n            engine='x'").replace(
                "(input=text)", "(\n    input=text,\n    )"
            )
    return program(blocks, "\n" * dice.randrange(5) + HEAD)


@pytest.mark.parametrize("seed", range(100))
def test_a_random_move_of_lines_brings_nothing_new(tmp_path, seed):
    text = program(BLOCKS)
    baseline = written(tmp_path, a=text)
    after = moved(text, random.Random(seed))
    assert after != text
    path = str(tmp_path / "a.py")
    assert Counter(found.code for found in lint_source(after)) == Counter(found.code for found in lint_source(text))
    assert new(baseline, after, path) == []
    assert baseline.seen == len(lint_source(text)) == 18
    assert baseline.settle([path], [str(tmp_path)], Config()) == Counter()


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("openai.Image.create()\n", ["OAI102"]),
        ("openai.Edit.create()\n", ["OAI102"]),  # as there is one already: one more
        ("openai.Model.list(engine='x')\n", ["OAI102", "OAI110"]),
    ],
)
@pytest.mark.parametrize("at_end", [True, False])
def test_a_new_finding_is_new(tmp_path, more, codes, at_end):
    text = program(BLOCKS)
    baseline = written(tmp_path, a=text)
    text = text + more if at_end else program([more, *BLOCKS])
    assert sorted(found.code for found in new(baseline, text, str(tmp_path / "a.py"))) == codes


def test_what_is_paid_off_is_counted_and_taken_out(tmp_path):
    baseline = written(tmp_path, a=program(BLOCKS), b=program(BLOCKS[:1]))
    a, b = (str(tmp_path / name) for name in ("a.py", "b.py"))
    assert new(baseline, program(BLOCKS[1:]), a) == []
    paid = baseline.settle([a], [a], Config())
    assert paid == Counter(OAI102=1, OAI110=1, OAI112=1)
    known = json.loads(baseline.text())["files"]
    assert sum(known["a.py"].values()) == 15
    assert sum(known["b.py"].values()) == 4, "it was not looked at"
    (tmp_path / "known.json").write_text(baseline.text())
    again = Baseline.read(str(tmp_path / "known.json"))
    assert len(new(again, program(BLOCKS), a)) == 3
    assert again.settle([a], [a], Config()) == Counter()
    assert len(new(again, program(BLOCKS[:1]), b)) == 0


def test_what_is_not_selected_is_not_paid_off(tmp_path):
    baseline = written(tmp_path, a=program(BLOCKS))
    a = str(tmp_path / "a.py")
    assert baseline.settle([a], [a], Config(select=("OAI105",))) == Counter(OAI105=1)


def test_files_that_move(tmp_path):
    baseline = written(tmp_path, old=program(BLOCKS))  # which is not there
    assert new(baseline, program(BLOCKS), str(tmp_path / "sub" / "new.py")) == []
    assert baseline.settle([str(tmp_path / "sub" / "new.py")], [str(tmp_path)], Config()) == Counter()
    assert list(json.loads(baseline.text())["files"]) == ["sub/new.py"]


def test_a_file_that_is_there_has_not_moved(tmp_path):
    (tmp_path / "old.py").write_text(program(BLOCKS))
    baseline = written(tmp_path, old=program(BLOCKS))
    assert len(new(baseline, program(BLOCKS), str(tmp_path / "copy.py"))) == 18


def test_a_file_that_is_gone_is_paid_off_where_it_was_searched_for(tmp_path):
    baseline = written(tmp_path, gone=program(BLOCKS[:1]))
    assert baseline.settle([], [str(tmp_path / "elsewhere")], Config()) == Counter()
    assert baseline.settle([], [str(tmp_path)], Config()).total() == 4
    assert json.loads(baseline.text())["files"] == {}


def test_cells(tmp_path):
    def notebook(*cells):
        return json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells]}).encode()

    from flake8_openai_v1.lint.check import Candidate, check_file

    def findings(data):
        return check_file(Candidate("n.ipynb", data), Config()).findings

    before = notebook("import openai", "openai.Edit.create()", "openai.api_base = 'x'")
    after = notebook("import openai\nopenai.api_base = 'x'", "", "1", "openai.Edit.create()")
    baseline = Baseline(str(tmp_path / "known.json"), {})
    baseline.add("n.ipynb", before, findings(before))
    (tmp_path / "known.json").write_text(baseline.text())
    assert Baseline.read(str(tmp_path / "known.json")).new("n.ipynb", after, findings(after)) == []


def test_it_says_nothing_of_what_stands_in_the_files(tmp_path):
    secret = "sk-" + "a1B2" * 12
    text = f"import openai\nopenai.api_base = '{secret}'\nopenai.Edit.create(engine='{secret}')\n"
    written(tmp_path, a=text)
    assert "a1B2" not in (tmp_path / "known.json").read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not a baseline"),
        ("[]", "not a baseline"),
        ("{}", "not a baseline"),
        ('{"version": 1, "files": []}', "not a baseline"),
        ('{"version": 1, "files": {"a.py": ["OAI102"]}}', "not a baseline"),
        ('{"version": 1, "files": {"a.py": {"OAI102 x": "y"}}}', "not a baseline"),
        ('{"version": 2, "files": {}}', "a baseline of version 2, expected 1"),
        ("[" * 100000, "not a baseline"),
        (None, "there is no baseline; write one with: flake8-openai-v1 baseline"),
    ],
)
def test_what_is_no_baseline(tmp_path, text, said):
    path = tmp_path / "known.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(SettingsError) as error:
        Baseline.read(str(path))
    assert str(error.value) == f"{path}: {said}"


def test_the_shape(tmp_path):
    """A promise: docs/stability.md."""
    written(tmp_path, b="import openai\nopenai.Edit.create()\nopenai.Edit.create()\n", a=HEAD, c="")
    content = json.loads((tmp_path / "known.json").read_text())
    assert content["version"] == 1
    assert list(content) == ["version", "files"]
    assert list(content["files"]) == ["a.py", "b.py"]
    [(key, number)] = content["files"]["b.py"].items()
    assert (key.split()[0], len(key.split()[1]), number) == ("OAI102", 16, 2)
    assert (tmp_path / "known.json").read_text().endswith("}\n")
    assert os.sep == "/" or "\\" not in str(content)
