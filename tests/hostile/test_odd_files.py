"""One odd file: it is named with its reason and stays as it is, and the others of the run are done."""

from __future__ import annotations

import time

import pytest
from faces.runs import check, flake8, program, write

from flake8_openai_v1.fix import alone, fixer, run
from flake8_openai_v1.fix.fixer import Source, fix_files
from flake8_openai_v1.fix.text.text import Text
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.syntax.source import parse

GOOD = """\
import openai
r = openai.Completion.create(model="m", prompt="p")
print(r["choices"][0]["text"])
"""
FIXED = """\
import openai
r = openai.completions.create(model="m", prompt="p")
print(r.choices[0].text)
"""
NUMBER = "0x" + "f" * 4000
"""More digits than Python writes as a decimal number."""

ODD = {
    "a number in a condition": f"if x == {NUMBER}: pass",
    "a number where the program begins": f"if __name__ == {NUMBER}: openai.x",
    "a number as a kind of API": f"openai.api_type = {NUMBER}",
    "a number in an f-string": f'print(f"{{{NUMBER}}}")',
    "a number as a key": f'r = openai.Completion.create(model="m", prompt="p")\nr[{NUMBER}]',
    "links": "x = openai" + ".a" * 900,
    "links in a condition": "if x" + ".a" * 900 + ": openai.x",
    "links of calls": "(x" + ".a(1)" * 900 + ")()",
    "links in an f-string": 'print(f"{x' + ".a" * 900 + '}")',
    "a parameter twice": "def f(a, a, b=1, c=2):\n    return a",
    "a sum": "openai.api_key = " + "a + " * 900 + "b",
    "an exception": "try:\n    pass\nexcept openai.error.APIError as e:\n    e" + ".a" * 900,
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("options", [fixer.Options(), fixer.Options(unsafe=True)], ids=["safe", "unsafe"])
def test_the_others_are_fixed(odd, options):
    sources = [
        Source("odd.py", f"import openai\n{odd}\nopenai.Model.list()\n".encode()),
        Source("user.py", f"import odd\n{GOOD}".encode()),
        Source("other.py", GOOD.encode()),
    ]
    odd_one, user, other = fix_files(sources, Config(), options)
    assert other.after == FIXED.encode()
    assert "internal error" not in (odd_one.failure or "")
    assert odd_one.after == odd_one.before or b"models.list()" in odd_one.after
    assert user.after != user.before or user.left


@pytest.mark.parametrize("command", [["check"], ["fix"]])
def test_by_the_command(tmp_path, command):
    write(
        tmp_path, {f"odd{n}.py": f"import openai\n{odd}\nopenai.Model.list()\n" for n, odd in enumerate(ODD.values())}
    )
    write(
        tmp_path, {"other.py": GOOD, "many.py": "import " + ", ".join(f"odd{n}" for n in range(len(ODD))) + f"\n{GOOD}"}
    )
    done = program("flake8-openai-v1", *command, cwd=tmp_path)
    assert done.returncode in (0, 1)
    assert "internal error" not in done.stdout + done.stderr
    if command == ["fix"]:
        assert (tmp_path / "other.py").read_text() == FIXED
    else:
        for number in range(len(ODD)):
            assert f"odd{number}.py" in done.stdout
    found = flake8("--select", "OAI", cwd=tmp_path)
    assert "OAI000" not in found.stdout


class Odd(Exception):
    """An error of ours that nobody has thought of."""


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (run, "gathered"),
        (run, "examined"),
        (alone, "worked_out"),
        (fixer, "having_helpers"),
        (fixer, "_result"),
        (alone, "bytes_after"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_errors_of_ours(monkeypatch, module, name):
    """Wherever one comes from, it is said of its file, and what belongs to that file stays."""
    inner = getattr(module, name)

    def fails(*arguments, **options):
        own = arguments[:1] if name == "having_helpers" else arguments  # the others are given to it, too
        if "is_odd" in repr(own) or "is_odd" in _text(own):
            raise Odd("no\nidea")
        return inner(*arguments, **options)

    monkeypatch.setattr(module, name, fails)
    sources = [
        Source("odd.py", f"is_odd = 1\n{GOOD}".encode()),
        Source("user.py", f"import odd\n{GOOD}".encode()),
        Source("other.py", GOOD.encode()),
    ]
    odd, user, other = fix_files(sources, Config())
    assert odd.failure == "internal error, please report it: Odd: no idea"
    assert odd.after == odd.before
    assert other.after == FIXED.encode()
    assert other.failure is None
    if name != "_result":
        assert user.after == user.before
        assert {"odd.py" in left.reason for left in user.left} == {True}


def _text(value: object) -> str:
    """The text that an argument is about, wherever it is kept."""
    if isinstance(value, Text):
        return value.text
    if isinstance(value, (list, tuple)):
        return " ".join(map(_text, value))
    return ""


# -- bytes

ENCODED = {
    "cp932": b"\xee\xf9 \xfa\x54",
    "cp950": b"\xa1\xc3\xf9\xf9",
    "iso2022_jp": b'\x1b$@$"\x1b(J ok',
    "hz": b"~{<:Ky~}~{~}",
    "utf-7": b"Hi+AGE-",
    "raw_unicode_escape": b"\\u2022 \\u0041",
    "unicode_escape": b"x",
}
LEGACY = 'import openai\nNOTE = "{}"\nopenai.api_base = "https://gateway.example/v1"\nopenai.Model.list()\n'


@pytest.mark.parametrize("name", ENCODED)
def test_what_does_not_encode_back_stays(tmp_path, name):
    text = LEGACY.encode().replace(b"{}", ENCODED[name])
    data = f"# -*- coding: {name} -*-\n".encode() + text
    write(tmp_path, {"odd.py": data, "other.py": GOOD, "user.py": "import odd\n" + GOOD})
    done = program("flake8-openai-v1", "fix", cwd=tmp_path)
    assert done.returncode == 2
    assert f"odd.py: cannot write: {name} does not encode its text to the same bytes" in done.stderr
    assert (tmp_path / "odd.py").read_bytes() == data
    assert (tmp_path / "other.py").read_text() == FIXED
    assert (tmp_path / "user.py").read_text() == "import odd\n" + GOOD
    assert "odd.py:5:1: OAI102" in check(cwd=tmp_path).stdout or name == "unicode_escape"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cp932", b"\x82\xa0"),
        ("big5", b"\xa4\xa4"),
        ("latin-1", b"\xe9\x85"),
        ("utf-8-sig", b"\xc3\xa9"),
        ("euc_jp", b"\xa4\xa2"),
    ],
)
def test_other_bytes_are_kept(name, data):
    bom = b"\xef\xbb\xbf" if name == "utf-8-sig" else b""
    cookie = b"" if bom else f"# coding: {name}\n".encode()
    source = bom + cookie + GOOD.encode() + b"x = '" + data + b"'\r\n"
    (fixed,) = fix_files([Source("a.py", source)], Config())
    assert fixed.after == bom + cookie + FIXED.encode() + b"x = '" + data + b"'\r\n"


# -- f-strings

FIELDS = {
    "a format": "{{d:{}}}".format("a:" * 3000),
    "comparisons": "{{{}a}}".format("a == a != a and " * 400),
    "conversions": "{a!r:>{b}} " * 1000,
}


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_fields_of_f_strings_are_placed_in_linear_time(field):
    def cost(text: str) -> float:
        tree = parse([text])
        before = time.process_time()
        Text(text, tree)
        return time.process_time() - before

    half = field[: len(field) // 2].rpartition("}")[0] + "}" if field.count("{") > 2 else None
    whole = min(cost(f'x = f"{field}"\n') for _ in range(3))
    assert whole < 2
    if half is not None:
        assert whole < 6 * min(cost(f'x = f"{half}"\n') for _ in range(3)) + 0.05
