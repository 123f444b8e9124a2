"""Where things stand in a text, what is cut of it, and how edits come together."""

from __future__ import annotations

import ast
import re

import pytest
from fix.given import comments
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from examples import split
from flake8_openai_v1.fix.text.edits import Conflict, Edits, applied
from flake8_openai_v1.fix.text.text import Text
from flake8_openai_v1.syntax.diagnostics import Edit


def text_of(source):
    """A text with its own line ends, and the tree of what Python reads."""
    return Text(source, ast.parse(source.replace("\r\n", "\n").replace("\r", "\n")))


def find(text, kind, name=None):
    """The first node of a kind (with a name) in the order of the text."""
    nodes = [node for node in ast.walk(text.tree) if isinstance(node, kind)]
    if name is not None:
        nodes = [node for node in nodes if name in (getattr(node, "id", None), getattr(node, "attr", None))]
    return min(nodes, key=lambda node: (node.lineno, node.col_offset))


# Positions


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "before",
    [
        "",
        "'ä€😀'; ",
        "x = 1\n",
        "x = '''a\nb\u2028c\x0cd\x1ce\x85'''\n",
        "\n\n# ü\n",
        "if x:\n\ty = 2; ",
        "'\\\n'; ",
        "f'{x}ö'; ",
    ],
)
def test_a_span_is_where_a_node_stands(before, newline):
    source = (before + "call(ünd.name  ['😀'], b)\n").replace("\n", newline)
    text = text_of(source)
    assert text.of(find(text, ast.Call)) == "call(ünd.name  ['😀'], b)"
    assert text.of(find(text, ast.Name, "b")) == "b"
    assert text.of(find(text, ast.Attribute)) == "ünd.name"
    start, end = text.span(find(text, ast.Subscript))
    assert source[start:end] == "ünd.name  ['😀']"
    assert "".join(text.raw_lines) == source
    assert text.newline == newline or not source.startswith("\n")


def test_lines_are_those_of_python():
    text = text_of("a = 1\r\nb = '''x\ry\n'''\rc = 3")
    assert text.lines == ["a = 1\n", "b = '''x\n", "y\n", "'''\n", "c = 3"]
    assert [text.line_of(text.span(find(text, ast.Name, name))[0]) for name in "abc"] == [1, 2, 5]
    assert text.newline == "\r\n"
    at = text.span(find(text, ast.Name, "c"))[0]
    assert (text.line_start(at), text.line_end(at)) == (at, len(text.text))


def test_an_empty_text():
    text = text_of("")
    assert (text.lines, text.newline, text.indent) == ([], "\n", "    ")
    assert (text.line_of(0), text.line_start(0), text.line_end(0), text.offset(1, 0)) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("source", "indent"),
    [("if x:\n  y\n", "  "), ("if x:\n\ty\n", "\t"), ("x = 1\n", "    "), ("if x:\n    y\n  # odd\n", "    ")],
)
def test_one_step_of_indentation(source, indent):
    assert text_of(source).indent == indent


@given(st.text(max_size=20).filter(lambda s: not re.search("[\r\n\\\\'\0]", s)), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=60)
def test_offsets_are_characters(inside, newline):
    if any(0xD800 <= ord(c) < 0xE000 for c in inside):
        return
    source = f"x = '{inside}', y{newline}z = 1"
    text = text_of(source)
    assert text.of(find(text, ast.Name, "y")) == "y"
    assert text.of(find(text, ast.Name, "z")) == "z"


# Brackets


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("f(x)", "x"),
        ("f((x))", "(x)"),
        ("f( ( x ) )", "( x )"),
        ("y = (x)", "(x)"),
        ("y = ((x))", "((x))"),
        ("y = (  # why\n    x  # what\n)", "x"),
        ("y = (\n    x  # what\n)", "(\n    x  # what\n)"),
        ("return_(x)", "x"),
        ("if (x): pass", "(x)"),
        ("if not(x): pass", "(x)"),
        ("y = a[(x)]", "(x)"),
        ("(f\n(x))", "x"),
        ("y = a[0](x)", "x"),
        ("y = f()(x)", "x"),
        ("y = 'a'.join(x)", "x"),
        ("y = (x).a", "(x)"),
        ("y = (x, 1)", "x"),
        ("y = z, (x)", "(x)"),
        ("print((x), 1)", "(x)"),
        ("y = (x if z else 1)", "x"),
        ("for i in(x): pass", "(x)"),
        ("assert(x)", "(x)"),
        ("lambda:(x)", "(x)"),
        ("y = {1:(x)}", "(x)"),
        ("y = z or(x)", "(x)"),
        ("class A(x): pass", "x"),
        ("y = (\\\nx\\\n)", "x"),
    ],
)
def test_an_expression_with_its_brackets(source, whole):
    text = text_of(source)
    start, end = text.whole(find(text, ast.Name, "x"))
    # A comment or a backslash behind an opening bracket hides it: that is less than there is, and never more.
    assert source[start:end] == whole


@pytest.mark.parametrize(
    ("source", "suffix"),
    [
        ("x.a", ".a"),
        ("x . a", " . a"),
        ("(x).a", ".a"),
        ("x['a']", "['a']"),
        ("x  ['a']", "  ['a']"),
        ("(x  # why\n).a", ".a"),
        ("(x\n    .a)", ".a"),
        ("(x  # why\n    .a)", ".a"),
        ("x \\\n  .a", ".a"),
    ],
)
def test_what_stands_behind_a_value(source, suffix):
    text = text_of(source)
    start, end = text.suffix(find(text, (ast.Attribute, ast.Subscript)))
    assert source[start:end] == suffix


def test_names_of_attributes_and_keywords():
    text = text_of("f(ä . bö , cä = 1)")
    start, end = text.name(find(text, ast.Attribute))
    assert text.text[start:end] == "bö"
    (call,) = (node for node in ast.walk(text.tree) if isinstance(node, ast.Call))
    start, end = text.keyword_name(call.keywords[0])
    assert text.text[start:end] == "cä"


# f-strings


@pytest.mark.parametrize(
    "source",
    [
        "f'{x[0]}'",
        "f'a{x[0]}b'",
        "f'{{{x[0]}}}'",
        "f'{y}{x[0]}'",
        "f'{y!r:>{z}} {x[0]:>{z}}'",
        "f'ä€😀 {x[0]} ö'",
        "ü = 'ä'; f'ä{x[0]}'",
        "f'{y:{x[0]}}'",
        "f'{ x[0] }'",
        "f'{(x[0])}'",
        "f'''\n\n{x[0]}\n'''",
        "f'''\nä {y} {x[0]}'''",
        "f'''{\nx[0]\n}'''",
        "'a' f'{y}' 'b' f'{x[0]}'",
        "('a'\n f'ä{y}'\n 'ö'\n f'ü{x[0]}')",
        "f'{f\"{x[0]}\"}'",
        "f'{y + f\"{z}{x[0]}\"}'",
        "f'{x[0]!r}'",
        "f'{x[0]:%Y-%m}'",
        "f'{y != 1} {x[0]}'",
        "f'{y == 1} {x[0]}'",
        "f'{(lambda: x[0])()}'",
        "f'{ {1: 2} } {x[0]}'",
        "rf'\\d{x[0]}'",
        "Rf'\\{x[0]}'",
        "f'\\N{BULLET}\\x41{x[0]}'",
        "f'\\\n{x[0]}'",
        "f'{y}' if z else f'{x[0]}'",
        "f'{y,} {x[0]}'",
        "f'{*y, 1} {x[0]}'",
        "g(f'{y}', f'{x[0]}')",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_expressions_in_f_strings_are_placed(source, newline):
    source = source.replace("\n", newline)
    text = text_of(source)
    nodes = [node for node in ast.walk(text.tree) if isinstance(node, ast.Subscript)]
    assert nodes
    for node in nodes:
        assert text.is_placed(node)
        assert text.of(node) == "x[0]"
        assert text.of(node.value) == "x"
        assert text.field_quotes(node) is not None
        assert not text.is_shown(node)


@pytest.mark.skipif("sys.version_info < (3, 12)")
@pytest.mark.parametrize(
    "source",
    ["f'{x['a']}'", "f'{f'{x['a']}'}'", "f'{\n  x['a']  # what\n}'", "f'{y['b']} {x['a']}'", "f'{'\\n'.join(x['a'])}'"],
)
def test_expressions_in_f_strings_of_today_are_placed(source):
    text = text_of(source)
    for node in ast.walk(text.tree):
        if isinstance(node, ast.Subscript) and node.value.id == "x":
            assert text.is_placed(node)
            assert text.of(node) == "x['a']"


@pytest.mark.parametrize(("source", "shown"), [("f'{x=}'", True), ("f'{x = !r}'", True), ("f'{x}='", False)])
def test_expressions_that_are_shown(source, shown):
    text = text_of(source)
    assert text.is_shown(find(text, ast.Name, "x")) is shown


@pytest.mark.parametrize(
    ("source", "quotes"),
    [("f'{x}'", "'"), ('f"{x}"', '"'), ("f'''{x}'''", "'''"), ('rf"""{x}"""', '"""'), ("g(x)", None), ("'x', x", None)],
)
def test_the_quotes_around_a_field(source, quotes):
    text = text_of(source)
    assert text.field_quotes(find(text, ast.Name, "x")) == quotes


# Arguments

CUTS = [
    ("f(a, b, c)", "a", "f(b, c)"),
    ("f(a, b, c)", "b", "f(a, c)"),
    ("f(a, b, c)", "c", "f(a, b)"),
    ("f(a, b, c)", "ab", "f(c)"),
    ("f(a, b, c)", "bc", "f(a)"),
    ("f(a, b, c)", "ac", "f(b)"),
    ("f(a, b, c)", "abc", "f()"),
    ("f(a)", "a", "f()"),
    ("f(a,)", "a", "f()"),
    ("f( a , )", "a", "f(  )"),
    ("f(a, b,)", "b", "f(a,)"),
    ("f(a,b)", "a", "f(b)"),
    ("f(a=1, b=(2, 3), c=g(4, 5))", "b", "f(a=1, c=g(4, 5))"),
    ("f(a=1, b=(2, 3), c=g(4, 5))", "c", "f(a=1, b=(2, 3))"),
    ("f((a), ((b)), c)", "b", "f((a), c)"),
    ("f((a), ((b)), c)", "a", "f(((b)), c)"),
    ("f(a, *b, c=1, **d)", "c", "f(a, *b, **d)"),
    ("f(\n    a,\n    b,\n    c,\n)", "b", "f(\n    a,\n    c,\n)"),
    ("f(\n    a,\n    b,\n    c,\n)", "c", "f(\n    a,\n    b,\n)"),
    ("f(\n    a,\n    b,\n    c\n)", "c", "f(\n    a,\n    b\n)"),
    ("f(\n    a,\n    b,\n    c,\n)", "a", "f(\n    b,\n    c,\n)"),
    ("f(a,\n  b,\n  c)", "b", "f(a,\n  c)"),
    ("f(a, 'x, y', b)", "b", "f(a, 'x, y')"),
    ("f(a\n  , b\n  , c)", "b", "f(a\n  , c)"),
]


@pytest.mark.parametrize(("source", "gone", "expected"), CUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_arguments_go_with_their_commas(source, gone, expected, newline):
    assert without(source.replace("\n", newline), gone) == expected.replace("\n", newline)


def without(source, gone):
    text = text_of(source)
    call = text.tree.body[0].value
    named = [*call.args, *call.keywords]
    cut = [one for one in named if (getattr(one, "arg", None) or getattr(one, "id", None)) in set(gone)]
    assert len(cut) == len(gone)
    edits = [Edit(start, end, "", source[start:end]) for start, end in text.arguments_cut(call, cut)]
    return applied(source, edits)


ARGUMENTS = ["a", "b=1", "*c", "d=(1, 2)", "**e", "(f)", "g={'x': [1, 2]}", "h='#, '"]
GAPS = ["", " ", "\n    ", "  # one, two)\n    ", "\n    # (, \n    "]


COMMENTS = """\
--- a comma in a comment before the comma
f(a  # one, two
  , b)
--- a comment behind what stays, before what goes to the end
f(
    b,  # why
    a,
)
--- a comment between two that go
f(
    b,
    a,  # why
    a,
)
--- a comment before what goes
f(
    # why
    a,
    b,
)
--- a comment behind what goes, on lines with others
f(b, a,  # why
  b)
--- all go
f(  # one
    a,  # two
    # three
)
"""


@pytest.mark.parametrize("source", [pytest.param(source, id=title) for title, source in split(COMMENTS)])
def test_comments_stay_where_arguments_go(source):
    text = text_of(source)
    call = text.tree.body[0].value
    gone = [one for one in call.args if one.id == "a"]
    edits = [Edit(start, end, "", source[start:end]) for start, end in text.arguments_cut(call, gone)]
    result = applied(source, edits)
    assert [one.id for one in ast.parse(result).body[0].value.args] == [one.id for one in call.args if one.id != "a"]
    assert comments(result.encode()) == comments(source.encode()), result


@pytest.mark.xfail(strict=True, reason="where all go, a comma behind a comment stays")
@given(
    st.lists(st.sampled_from(ARGUMENTS), min_size=1, max_size=5, unique=True),
    st.data(),
)
@settings(max_examples=100, derandomize=True, phases=[Phase.generate])
def test_any_arguments_go(arguments, data):
    gap = st.sampled_from(GAPS)
    order = sorted(arguments, key=lambda one: (one.startswith("**"), "=" in one and one[0] != "(", one))
    source = "f("
    for number, argument in enumerate(order):
        last = number == len(order) - 1
        source += data.draw(gap) + argument + data.draw(gap) + ("," if not last or data.draw(st.booleans()) else "")
    source += data.draw(gap) + ")"
    text = text_of(source)
    call = text.tree.body[0].value
    named = [*call.args, *call.keywords]
    gone = [one for one in named if data.draw(st.booleans())]
    edits = [Edit(start, end, "", source[start:end]) for start, end in text.arguments_cut(call, gone)]
    result = applied(source, edits)
    again = ast.parse(result).body[0].value
    kept = [ast.dump(one) for one in named if one not in gone]
    assert [ast.dump(one) for one in [*again.args, *again.keywords]] == kept
    assert comments(result.encode()) == comments(source.encode())


# Around a node


def test_functions_and_statements():
    text = text_of("@a\ndef f(b=c) -> d:\n    return lambda e=g: h\nclass i: j = k\n")
    inside = {name: text.function_of(find(text, ast.Name, name)) for name in "acdghjk"}
    assert {name for name, function in inside.items() if function is None} == set("acdjk")
    assert inside["g"] is find(text, ast.FunctionDef)
    assert inside["h"] is find(text, ast.Lambda)
    assert text.statement_of(find(text, ast.Name, "h")) is find(text, ast.Return)


def test_blocks():
    source = "try:\n    a\nexcept b:\n    c\nelse:\n    d\nfinally:\n    e\n"
    text = text_of(source)
    for name in "acde":
        statement = text.statement_of(find(text, ast.Name, name))
        assert text.block_of(statement) == [statement]


# Edits


def made(source, *steps):
    """A text after edits."""
    edits = Edits(source)
    for name, *arguments in steps:
        getattr(edits, name)(*arguments)
    assert bool(edits) == bool(steps)
    return applied(source, edits.finished())


def test_no_edits():
    assert not Edits("abc")
    assert Edits("abc").finished() == []
    assert applied("abc", []) == "abc"


def test_replacements_come_in_any_order():
    steps = [("replace", 0, 1, "X"), ("replace", 4, 5, ""), ("replace", 2, 3, "YY")]
    for order in (steps, steps[::-1]):
        assert made("abcde", *order) == "XbYYd"


def test_the_same_twice_is_one():
    assert made("abc", ("replace", 0, 1, "X"), ("replace", 0, 1, "X")) == "Xbc"
    assert made("abc", ("insert", 1, "X"), ("insert", 1, "X")) == "aXbc"
    assert made("abc", ("wrap", 1, 2, "(", ")"), ("wrap", 1, 2, "(", ")")) == "a(b)c"


def test_the_same_as_before_is_nothing():
    edits = Edits("abc")
    edits.replace(0, 1, "a")
    assert not edits


def test_two_replacements_of_the_same():
    edits = Edits("abc")
    edits.replace(0, 1, "X")
    with pytest.raises(Conflict):
        edits.replace(0, 1, "Y")


@pytest.mark.parametrize(
    "steps",
    [
        [("replace", 0, 2, "X"), ("replace", 1, 3, "Y")],
        [("replace", 0, 3, "X"), ("replace", 1, 2, "Y")],
        [("replace", 0, 3, "X"), ("insert", 1, "Y")],
        [("replace", 0, 3, "X"), ("wrap", 1, 2, "(", ")")],
    ],
)
def test_conflicts(steps):
    edits = Edits("abcd")
    for name, *arguments in steps:
        getattr(edits, name)(*arguments)
    with pytest.raises(Conflict):
        edits.finished()


def test_insertions_at_one_place_keep_their_order():
    assert made("ab", ("insert", 1, "1"), ("insert", 1, "2"), ("insert", 0, "0")) == "0a12b"


def test_insertions_at_the_edges_of_a_replacement():
    assert made("abc", ("replace", 1, 2, "X"), ("insert", 1, "<"), ("insert", 2, ">")) == "a<X>c"


def test_of_several_around_the_same_the_first_is_the_innermost():
    assert made("abc", ("wrap", 1, 2, "(", ")"), ("wrap", 1, 2, "[", "]")) == "a[(b)]c"
    assert made("abc", ("wrap", 1, 2, "", ".x"), ("wrap", 1, 2, "(", ")")) == "a(b.x)c"


def test_of_several_around_others_the_shorter_is_inside():
    for steps in (
        [("wrap", 0, 1, "(", ")"), ("wrap", 0, 3, "[", "]")],
        [("wrap", 0, 3, "[", "]"), ("wrap", 0, 1, "(", ")")],
    ):
        assert made("abc", *steps) == "[(a)bc]"
    for steps in (
        [("wrap", 2, 3, "(", ")"), ("wrap", 0, 3, "[", "]")],
        [("wrap", 0, 3, "[", "]"), ("wrap", 2, 3, "(", ")")],
    ):
        assert made("abc", *steps) == "[ab(c)]"


def test_one_ends_where_another_begins():
    assert made("ab", ("wrap", 0, 1, "(", ")"), ("wrap", 1, 2, "[", "]")) == "(a)[b]"
    assert made("ab", ("wrap", 1, 2, "[", "]"), ("wrap", 0, 1, "(", ")")) == "(a)[b]"


def test_around_what_is_replaced():
    assert made("abc", ("wrap", 1, 2, "(", ")"), ("replace", 1, 2, "X")) == "a(X)c"


def test_rearranged():
    source = "one two three"
    assert made(source, ("rearrange", 0, 7, [(4, 7), " ", (0, 3)])) == "two one three"
    assert made(source, ("replace", 4, 7, "2"), ("rearrange", 0, 7, [(4, 7), " ", (0, 3)])) == "2 one three"
    assert made(source, ("rearrange", 0, 7, [(4, 7), " ", (0, 3)]), ("wrap", 0, 3, "(", ")")) == "two (one) three"
    assert made(source, ("rearrange", 4, 7, []), ("replace", 8, 13, "3")) == "one  3"


def test_rearranged_within_what_is_rearranged():
    source = "a b c d"
    inner = ("rearrange", 0, 3, [(2, 3), " ", (0, 1)])
    with pytest.raises(Conflict):
        made(source, ("rearrange", 2, 7, [(6, 7), (2, 5)]), inner)


def test_another_text_stands_there():
    with pytest.raises(Conflict):
        applied("abc", [Edit(0, 1, "X", "b")])
    with pytest.raises(Conflict):
        applied("abc", [Edit(0, 2, "X", "ab"), Edit(1, 3, "Y", "bc")])


def test_what_takes_the_place_of_something():
    edits = Edits("abc")
    edits.replace(0, 1, "X")
    assert (edits.replacement(0, 1), edits.replacement(0, 2)) == ("X", None)


@given(
    st.text("abc", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.text("xyz", max_size=2)))
)
@settings(max_examples=100)
def test_any_edits(source, rows):
    """Either a conflict, or exactly what was asked for."""
    edits = Edits(source)
    kept = {}
    try:
        for one, other, text in rows:
            start, end = sorted((min(one, len(source)), min(other, len(source))))
            if start < end:
                edits.replace(start, end, text)
                kept[start, end] = text
        result = applied(source, edits.finished())
    except Conflict:
        return
    expected, at = "", 0
    for (start, end), text in sorted(kept.items()):
        if source[start:end] == text:
            continue
        expected += source[at:start] + text
        at = end
    assert result == expected + source[at:]


def test_an_insertion_behind_what_is_rearranged():
    move = ("rearrange", 0, 4, [(2, 4), (0, 2)])
    assert made("a\nb\nc\n", move, ("insert", 4, "X\n")) == "b\na\nX\nc\n"


def test_what_stands_around_a_piece_goes_with_it():
    move = ("rearrange", 0, 3, [(2, 3), " ", (0, 1)])
    assert made("a b c", move, ("wrap", 2, 3, "(", ")")) == "(b) a c"
    assert made("a b c", move, ("wrap", 0, 1, "(", ")")) == "b (a) c"
