"""Exceptions handed around: OAI108 and OAI107 by value."""

from __future__ import annotations

from values.given import check_with

from examples import examples

EXCEPTIONS = r"""
--- timeout settings are tested
def f(timeout):
    if isinstance(timeout, openai.Timeout):
        return timeout.read
--- timeout settings among others
import httpx
def f(timeout):
    if isinstance(timeout, (httpx.Timeout, openai.Timeout)):
        return timeout.read
--- an exception is tested for settings
try:
    pass
except Exception as e:
    isinstance(e, openai.Timeout)  # OAI107:19
--- settings among exceptions
def f(e):
    return isinstance(e, (openai.RateLimitError, openai.Timeout))  # OAI107:50
--- an annotated parameter
def f(e: openai.APIStatusError):
    print(e.http_status)  # OAI108:11
--- an annotated parameter in quotes
def f(e: "openai.RateLimitError"):
    print(e.json_body)  # OAI108:11
--- one of two exceptions
def f(e: openai.RateLimitError | openai.APIConnectionError):
    print(e.user_message)  # OAI108:11
--- a function that is only called with one
def f(e):
    print(e.http_status)  # OAI108:11
try:
    pass
except openai.APIStatusError as e:
    f(e)
--- a method that is only called with one
class Bot:
    def explain(self, error):
        return error.http_body  # OAI108:16
    def ask(self):
        try:
            return 1
        except openai.APIError as e:
            return self.explain(e)
--- two clauses give different ones
def f(e):
    print(e.http_status)  # OAI108:11
try:
    pass
except openai.RateLimitError as e:
    f(e)
except openai.BadRequestError as e:
    f(e)
--- two functions deep
def f(e):
    return g(e)
def g(e):
    return e.http_status  # OAI108:12
try:
    pass
except openai.APIError as e:
    f(e)
--- kept under another name
last = None
try:
    pass
except openai.APIError as e:
    last = e
print(last.http_status)  # OAI108:7
--- kept on self
class Bot:
    def ask(self):
        try:
            pass
        except openai.APIError as e:
            self.error = e
    def show(self):
        return self.error.http_status  # OAI108:16
--- returned
def ask():
    try:
        return None
    except openai.APIError as e:
        return e
print(ask().http_status)  # OAI108:7
--- isinstance
def f(e):
    if isinstance(e, openai.RateLimitError):
        return e.http_status  # OAI108:16
--- isinstance of several
def f(e):
    if isinstance(e, (openai.RateLimitError, openai.APIConnectionError)):
        return e.http_status  # OAI108:16
--- isinstance and
def f(e):
    return isinstance(e, openai.RateLimitError) and e.http_status  # OAI108:53
--- isinstance in a conditional expression
def f(e):
    return e.http_status if isinstance(e, openai.RateLimitError) else 0  # OAI108:12
--- match
def f(e):
    match e:
        case openai.RateLimitError():
            return e.http_status  # OAI108:20
--- near: a function that is also called with another exception
def f(e):
    print(e.http_status)
try:
    pass
except openai.APIStatusError as e:
    f(e)
except ValueError as e:
    f(e)
--- near: called from a broad clause too
def f(e):
    print(e.http_status)
try:
    pass
except openai.APIStatusError as e:
    f(e)
except Exception as e:
    f(e)
--- near: an own exception with that attribute
class Own(openai.OpenAIError):
    http_status = 3
try:
    pass
except Own as e:
    print(e.http_status)
--- near: other clients' exceptions
import stripe
def f(e: stripe.error.CardError):
    print(e.http_status, e.json_body, e.user_message)
--- near: attributes that are still there
def f(e: openai.APIStatusError):
    print(e.code, e.param, e.type, e.request_id, e.message, e.body, e.status_code, e.response)
--- near: getattr with a default
def f(e: openai.APIStatusError):
    print(getattr(e, "http_status", None), hasattr(e, "json_body"))
--- near: guarded by hasattr
def f(e: openai.APIStatusError):
    if hasattr(e, "http_status"):
        print(e.http_status)
--- near: handed on, it may be called with anything
def f(e):
    print(e.http_status)
try:
    pass
except openai.APIError as e:
    f(e)
handlers.append(f)
"""


@examples(EXCEPTIONS)
def test_exceptions(source):
    check_with(source, "current")
