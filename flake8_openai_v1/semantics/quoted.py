"""Code within strings and comments: annotations in quotes, type comments."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence

OPENING = re.compile(rb"[rRuU]?(\"\"\"|'''|\"|')")
TYPE_COMMENT = re.compile(r"#\s*type:\s*(?!ignore\b)(?=\S)")
LONGEST = 500
"""Characters; what is longer is no annotation."""


def parse_annotation(node: ast.Constant, lines: Sequence[str]) -> tuple[ast.expr, bool] | None:
    """The expression in a string, and whether its nodes have the positions that they have in the file.

    None where the string is no expression.
    """
    text = str(node.value)
    if len(text) > LONGEST:
        return None
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    column = _content(node, lines)
    if column is None:
        return tree, False
    _move(tree, node.lineno, column + len(text[: len(text) - len(text.lstrip())].encode()))
    return tree, True


def _content(node: ast.Constant, lines: Sequence[str]) -> int | None:
    """The column (in bytes) where the text of a string begins, if the string stands there as it is."""
    if node.end_lineno != node.lineno or not 1 <= node.lineno <= len(lines):
        return None
    literal = lines[node.lineno - 1].encode("utf-8", "surrogatepass")[node.col_offset : node.end_col_offset]
    match = OPENING.match(literal)
    if match is None or literal[match.end() : -len(match[1])] != str(node.value).encode("utf-8", "surrogatepass"):
        return None
    return node.col_offset + match.end()


def type_comments(lines: Sequence[str], relevant: Sequence[int]) -> Iterator[ast.expr]:
    """The expressions in type comments on relevant lines (1-based), with their positions in the file."""
    candidates = {number for number in relevant if number <= len(lines) and TYPE_COMMENT.search(lines[number - 1])}
    if not candidates:
        return
    try:
        # Only the tokenizer knows what is a comment and what a string.
        tokens = [
            token
            for token in tokenize.generate_tokens(io.StringIO("".join(lines)).readline)
            if token.type == tokenize.COMMENT and token.start[0] in candidates
        ]
    except (tokenize.TokenError, SyntaxError):
        return
    for token in tokens:
        match = TYPE_COMMENT.match(token.string)
        if match is None:
            continue
        text = token.string[match.end() :].partition("#")[0].strip()
        column = len(token.line[: token.start[1] + match.end()].encode("utf-8", "surrogatepass"))
        for mode in ("eval", "func_type"):
            try:
                tree = ast.parse(text, mode=mode)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
            for part in ast.iter_child_nodes(tree):
                if isinstance(part, ast.expr):
                    _move(part, token.start[0], column)
                    yield part
            break


def _move(tree: ast.expr, line: int, column: int) -> None:
    """Give the nodes of an expression that was parsed alone, on one line, their place in the file."""
    for part in ast.walk(tree):
        if isinstance(part, (ast.expr, ast.keyword)):
            part.lineno = part.end_lineno = line
            part.col_offset += column
            part.end_col_offset = (part.end_col_offset or 0) + column
