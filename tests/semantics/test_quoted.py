"""Code in strings and comments: annotations in quotes, type comments, f-strings; positions on every Python."""

from __future__ import annotations

from examples import check, examples

CASES = r'''
--- a name in quotes
import openai
def f(a: "openai.Embedding"): pass  # OAI104:11
--- two names in quotes, with a blank before
import openai
from typing import Union
def f(a: "Union[openai.Embedding, ' openai.File']"): pass  # OAI104:17 OAI104:37
--- behind characters of several bytes
import openai
é = "日本語"; x: "openai.Image"  # OAI104:16
--- escapes: reported at the string
import openai
def f(a: "openai\x2eFile"): pass  # OAI104:10
--- joined strings: reported at the first
import openai
def f(a: "openai." "File"): pass  # OAI104:10
--- an exception in quotes
import openai
def f() -> "openai.error.RateLimitError": pass  # OAI107:13
--- Literal holds no annotation
import openai
from typing import Literal
def f(a: Literal["openai.ChatCompletion", "ChatCompletion"]): pass
--- a plain string is no annotation
import openai
a = "openai.ChatCompletion"
def f(a="openai.ChatCompletion.create"):
    """openai.ChatCompletion.create"""
--- text that is no expression
import openai
def f(a: "openai.ChatCompletion or so on, and on"): pass
--- type comment of an assignment
import openai
x = f()  # type: openai.ChatCompletion
#^ OAI104:18
--- type comment of a function
import openai
def f(a, b):
    # type: (openai.File, int) -> openai.Image
    #^ OAI104:14 OAI104:35
    return None
--- type comment with a reason behind
import openai
x = []  # type: list[openai.Model]  # filled below
#^ OAI104:22
--- type: ignore says nothing
import openai
x = openai.api_key  # type: ignore
y = openai.api_key  # type: ignore[openai.ChatCompletion]
--- a type comment in a string is none
import openai
x = "# type: openai.ChatCompletion"
y = """
# type: openai.ChatCompletion
"""
--- a type comment that is no expression
import openai
x = openai.api_key  # type: openai.ChatCompletion, if any
--- a type comment with another openai
from . import openai
x = f()  # type: openai.ChatCompletion
--- f-string
import openai
y = f"{openai.api_base} {openai.proxy}"  # OAI105:8 OAI106:26
--- the same setting twice in an f-string
import openai
y = f"{openai.api_base}{openai.api_base}"  # OAI105:8 OAI105:25
--- f-string over several lines
import openai
y = f"""
 {openai.api_base}
#^ OAI105:3
{openai.proxy!r:>{openai.debug}}
#^ OAI106:2 OAI106:19
"""
--- f-string with =, a format, blanks and characters of several bytes
import openai
é = f"{openai.api_base=}{1:{openai.proxy}}日本{  openai.log!r:>10}"  # OAI105:8 OAI106:29 OAI106:48
--- f-strings joined over lines
import openai
y = (
    "a"
    f"é{openai.api_base}" "b"  # OAI105:9
    rf"\d{{}}{openai.proxy}"  # OAI106:15
)
--- a call in an f-string
import openai
y = f"{openai.Edit.create(engine=1)}" + f"{openai.Edit.create(engine=2)}"  # OAI102:8 OAI110:27 OAI102:44 OAI110:63
--- f-string within a call within an f-string
import openai
y = f"{g(f'{openai.proxy}')}"  # OAI106:13
'''


@examples(CASES)
def test_code_in_strings_and_comments(source):
    check(source)


NESTED = """
--- an outer clause that 0.x reached
import openai
try:
    try:
        ask()
    except openai.error.APIError:  # OAI107:12 OAI109:12
        pass
except openai.error.RateLimitError:  # OAI107:8
    pass
--- the inner clause raises again
import openai
try:
    try:
        ask()
    except openai.error.APIError:  # OAI107:12
        log()
        raise
except openai.error.RateLimitError:  # OAI107:8
    pass
--- a function in between runs elsewhere
import openai
try:
    def f():
        try:
            ask()
        except openai.error.APIError:  # OAI107:16
            pass
except openai.error.RateLimitError:  # OAI107:8
    pass
--- the base class caught it then, too
import openai
try:
    try:
        ask()
    except openai.error.OpenAIError:  # OAI107:12
        pass
except openai.error.RateLimitError:  # OAI107:8
    pass
--- current classes, nested, may be meant so
import openai
try:
    try:
        ask()
    except openai.APIError:
        pass
except openai.RateLimitError:
    pass
--- timeouts became connection errors
import openai
try:
    try:
        ask()
    except openai.error.APIConnectionError:  # OAI107:12 OAI109:12
        pass
except openai.error.Timeout:  # OAI107:8
    pass
"""


@examples(NESTED)
def test_nested_try(source):
    check(source)
