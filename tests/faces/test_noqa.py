"""``check`` and flake8 show the same findings, whatever comments, line ends and encodings a file has."""

from __future__ import annotations

import shutil

import pytest
from faces.environments import environment
from faces.runs import check, flake8, program, write
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

CALL = "openai.ChatCompletion.create(model=m)"

COMMENTS = [
    "",
    "# noqa",
    "#noqa",
    "#  noqa",
    "# NOQA",
    "# NoQa",
    "# noqa OAI102",
    "# noqa:OAI102",
    "# noqa: OAI102",
    "# noqa:  OAI102",
    "# noqa:\tOAI102",
    "# noqa : OAI105",
    "# noqa: OAI",
    "# noqa: OAI1",
    "# noqa: OAI10",
    "# noqa: O",
    "# noqa: oai102",
    "# noqa: Oai102",
    "# noqa: OAI105",
    "# noqa: E501",
    "# noqa: E501,OAI102",
    "# noqa: E501, OAI102",
    "# noqa: E501 OAI102",
    "# noqa: E501,,OAI102",
    "# noqa: E501;OAI102",
    "# noqa: OAI102 because",
    "# noqa: because OAI102",
    "# noqa: OAI102,",
    "# noqa:,OAI102",
    "# noqa:OAI1020",
    "# noqa: OAI102-OAI105",
    "# noqa?",
    "# noqas",
    "# nopqa",
    "# see # noqa",
    "# see # noqa: OAI102",
    "# noqa: E501 # noqa: OAI102",
    "# type: ignore # noqa",
    "# ruff: noqa",
    "# ruff: noqa: OAI102",
    "# pylint: disable=all",
    "# flake8: noqa",
    "# flake8: noqa: OAI102",
    "# flake8:noqa",
    "# flake8=noqa",
    "# FLAKE8: NOQA",
    "#flake8: noqa",
]

STATEMENTS = [
    f"{CALL}  {{}}",
    f"{CALL}  # first {{}}\n",
    "openai.ChatCompletion.create(  {}\n    model=m,\n)",
    "openai.ChatCompletion.create(\n    model=m,  {}\n)",
    "openai.ChatCompletion.create(\n    model=m,\n)  {}",
    f"f(\n    a,\n    {CALL},  {{}}\n)",
    f"f(\n    a,  {{}}\n    {CALL},\n)",
    f"x = {CALL}, '''\ntext\n'''  {{}}",
    f"x = '''\ntext\n''', {CALL}  {{}}",
    f"x = '''\ntext {{}}\n''', {CALL}",
    f"x = f'''\ntext {{{{{CALL}}}}}\n'''  {{}}",
    f"x = \\\n    {CALL}  {{}}",
    f"x = {CALL}, \\\n    1  {{}}",
    f"x = (\n    {CALL}, \\\n    1  {{}}\n)",
    f"x = '{{}}', {CALL}",
    f"x = 'a\\\nb', {CALL}  {{}}",
    f"{{}}\n{CALL}",
    f"{CALL}\n{{}}",
    f"'''\n{{}}\n'''\n{CALL}",
    f"def g():\n    {CALL}  {{}}",
    f"def g():\n    {{}}\n    {CALL}",
    f"if x:  {{}}\n    {CALL}",
    f"if x: {CALL}  {{}}",
    f"@{CALL}  {{}}\ndef g(): pass",
    f"@{CALL}\ndef g(): pass  {{}}",
    f"class C:\n    a = {CALL}  {{}}\n    '''doc {{}}\n    '''",
    f"a = 1; {CALL}  {{}}",
    f"\x0c{CALL}  {{}}",
    f"{CALL}  {{}}\x0c",
    f"{CALL}  {{}} \\",
    f"é = '日本'; {CALL}  {{}}",
    "openai.api_base = 'x'  {}",
    "import openai.error  {}",
    "try: pass\nexcept openai.error.Timeout:  {}\n    pass",
    "x = 1  {}",
    "",
]

SOURCES = st.lists(st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(COMMENTS)), min_size=1, max_size=5).map(
    lambda rows: "import openai\n" + "\n".join(text.replace("{}", comment) for text, comment in rows)
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "latin-1", "cp932"])
TAILS = st.sampled_from(["", "\n", "\n\n", "\n    ", "\n#", "\n\x0c", "\n\\", "\n("])


@st.composite
def files(draw):
    """Bytes of a file that can be decoded (others flake8 takes for latin-1, and `check` reports them)."""
    text = draw(SOURCES) + draw(TAILS)
    encoding = draw(ENCODINGS)
    if encoding in ("latin-1", "cp932"):
        text = f"# -*- coding: {encoding} -*-\n{text}"
    return text.replace("\n", draw(ENDS)).encode(encoding, "ignore")


def compare(folder, run):
    """Compare what is shown, each file with each comment; give the number of lines."""
    expected = run("--select", "OAI", "--isolated", cwd=folder).stdout.splitlines()
    assert check("--quiet", cwd=folder).stdout.splitlines() == expected
    return len(expected)


def test_every_comment_on_every_statement(tmp_path):
    """All pairs of a statement and a comment: one file each."""
    write(
        tmp_path,
        {
            f"{row:02}_{column:02}.py": f"import openai\n{text.replace('{}', comment)}\n"
            for row, text in enumerate(STATEMENTS)
            for column, comment in enumerate(COMMENTS)
        },
    )
    assert compare(tmp_path, flake8) > 500


@pytest.mark.index
def test_the_lowest_flake8_means_the_same(tmp_path):
    """`check` asks the flake8 beside it; here that is the lowest one that is supported."""
    programs = environment("flake8==6.0.0")
    for number, comment in enumerate(COMMENTS):
        write(tmp_path, {f"{number:02}.py": f"import openai\n{STATEMENTS[0].replace('{}', comment)}\n"})
    expected = program(str(programs / "flake8"), "--select", "OAI", cwd=tmp_path).stdout
    ours = program(str(programs / "python"), "-m", "flake8_openai_v1", "check", cwd=tmp_path)
    assert ours.stdout == expected != ""


@given(st.lists(files(), min_size=40, max_size=60))
@settings(max_examples=6, suppress_health_check=list(HealthCheck), phases=[Phase.reuse, Phase.generate])
def test_generated_files(tmp_path_factory, contents):
    folder = tmp_path_factory.mktemp("generated")
    write(folder, {f"{number:02}.py": content for number, content in enumerate(contents)})
    compare(folder, flake8)
    shutil.rmtree(folder)


def test_disable_noqa(tmp_path):
    write(
        tmp_path,
        {f"{number:02}.py": f"import openai\n{CALL}  {text}\n" for number, text in enumerate(COMMENTS)},
    )
    write(tmp_path, {"all.py": f"# flake8: noqa\nimport openai\n{CALL}\n"})
    expected = flake8("--select", "OAI", "--disable-noqa", cwd=tmp_path).stdout
    assert check("--disable-noqa", cwd=tmp_path).stdout == expected
    assert len(expected.splitlines()) == len(COMMENTS) + 1
    write(tmp_path, {".flake8": "[flake8]\ndisable-noqa = true\n"})
    assert check(cwd=tmp_path).stdout == expected
