"""OAI107 to OAI109: exception classes, their attributes, what a clause catches."""

from __future__ import annotations

import sys

import pytest

from examples import check, examples, lint
from flake8_openai_v1.sdk.exceptions import ATTRIBUTES, EXCEPTIONS, SUCCESSORS

CLASSES = r"""
--- classes of today are no finding
import openai
try:
    pass
except openai.RateLimitError:
    pass
except (openai.APITimeoutError, openai.APIConnectionError):
    pass
except openai.OpenAIError:
    pass
--- classes of others are no finding
import requests, anthropic
from openai import OpenAI
try:
    pass
except requests.exceptions.Timeout:
    pass
except anthropic.error.RateLimitError:
    pass
except error.APIError:
    pass
--- builtin namesakes are no finding
import openai
try:
    pass
except (TimeoutError, PermissionError):
    pass
--- own modules called error are no finding
from . import error
from .error import RateLimitError
import openai
try:
    pass
except error.Timeout:
    pass
except RateLimitError:
    pass
--- a clause
import openai
try:
    pass
except openai.error.RateLimitError:  # OAI107:8
    pass
--- a clause with a name
import openai
try:
    pass
except openai.error.RateLimitError as e:  # OAI107:8
    print(e)
--- a tuple of three gives three
import openai
try:
    pass
except (openai.error.RateLimitError, openai.error.Timeout, openai.error.APIError):  # OAI107:9 OAI107:38 OAI107:60
    pass
--- a tuple over lines
import openai
try:
    pass
except (
    openai.error.RateLimitError,  # OAI107:5
    ValueError,
    openai.error.TryAgain,  # OAI107:5
):
    pass
--- the top-level name that is gone
import openai
try:
    pass
except openai.InvalidRequestError:  # OAI107:8
    pass
--- top-level names that stay
import openai
try:
    pass
except (openai.APIError, openai.OpenAIError):
    pass
--- raised
import openai
raise openai.error.RateLimitError("x")  # OAI107:7
raise openai.error.APIError  # OAI107:7
--- made and kept
import openai
e = openai.error.InvalidRequestError("x", "y")  # OAI107:5
errors = [openai.error.Timeout(), openai.error.TryAgain]  # OAI107:11 OAI107:35
--- asked for
import openai
isinstance(e, openai.error.RateLimitError)  # OAI107:15
isinstance(e, (openai.error.RateLimitError, ValueError))  # OAI107:16
issubclass(t, openai.error.OpenAIError)  # OAI107:15
type(e) is openai.error.Timeout  # OAI107:12
type(e) == openai.error.Timeout  # OAI107:12
--- subclassed, annotated
import openai
class Mine(openai.error.OpenAIError): ...  # OAI107:12
def f(e: openai.error.APIError) -> "openai.error.Timeout": ...  # OAI107:10 OAI107:37
--- from the module under a name
import openai.error as oe  # OAI101:8
try:
    pass
except oe.RateLimitError:  # OAI107:8
    pass
--- from a name of the module
import openai
error = openai.error  # OAI104:9
try:
    pass
except error.RateLimitError:  # OAI107:8
    pass
--- a class under a name: the one mention is the one finding
import openai
Limit = openai.error.RateLimitError  # OAI107:9
try:
    pass
except Limit:
    pass
--- retry decorators
import openai, tenacity, backoff
@tenacity.retry(retry=tenacity.retry_if_exception_type(openai.error.RateLimitError))  # OAI107:56
def f(): ...
@backoff.on_exception(backoff.expo, openai.error.RateLimitError)  # OAI107:37
def g(): ...
@backoff.on_exception(backoff.expo, (openai.error.RateLimitError, openai.error.Timeout))  # OAI107:38 OAI107:67
def h(): ...
--- retry decorators with or
import openai
from tenacity import retry, retry_if_exception_type
@retry(
    retry=(
        retry_if_exception_type(openai.error.Timeout)  # OAI107:33
        | retry_if_exception_type(openai.error.RateLimitError)  # OAI107:35
    )
)
def f(): ...
--- Timeout in a clause is a class of settings today
import openai
try:
    pass
except openai.Timeout:  # OAI107:8
    pass
--- Timeout imported
from openai import OpenAI, Timeout
try:
    pass
except (ValueError, Timeout):  # OAI107:21
    pass
--- Timeout as a setting is right
import openai
from openai import OpenAI, Timeout
client = OpenAI(timeout=Timeout(3))
client = OpenAI(timeout=openai.Timeout(3, connect=1))
--- Timeout of others in a clause
import openai, requests, httpx
from requests import Timeout
try:
    pass
except Timeout:
    pass
except requests.Timeout:
    pass
except httpx.Timeout:
    pass
--- bare, Exception, own
import openai
class RateLimitError(Exception): ...
try:
    pass
except RateLimitError:
    pass
except Exception:
    pass
except:
    pass
"""

ATTRIBUTE_CASES = r"""
--- attributes of today are no finding
import openai
try:
    pass
except openai.APIStatusError as e:
    print(e.status_code, e.message, e.body, e.response, e.request_id, e.code, e.param, e.type, e.args)
--- attributes of other exceptions are no finding
import openai, requests, stripe
try:
    pass
except requests.HTTPError as e:
    print(e.http_status, e.headers)
except stripe.error.CardError as e:
    print(e.user_message, e.json_body)
except Exception as e:
    print(e.http_status)
--- of a tuple with a class of others
import openai, stripe
try:
    pass
except (openai.APIError, stripe.StripeError) as e:
    print(e.http_status)
--- headers of a response are no finding
import openai
try:
    pass
except openai.APIStatusError as e:
    print(e.response.headers["x"])
--- asked for, with a default
import openai
try:
    pass
except openai.APIError as e:
    print(getattr(e, "http_status", None))
    if hasattr(e, "http_status"):
        print(e.http_status)
--- in another function, of an unknown
import openai
def f(e):
    return e.http_status
--- handed on, it is the program's own
import openai
class Mine(Exception):
    def __init__(self, status):
        self.status = status
try:
    pass
except openai.APIError as e:
    raise Mine(e.http_status)  # OAI108:16
--- after the clause the name is gone
import openai
try:
    pass
except openai.APIError as e:
    pass
e = other()
print(e.http_status)
--- read
import openai
try:
    pass
except openai.APIError as e:
    print(e.http_status)  # OAI108:11
    print(e.user_message)  # OAI108:11
    print(e.json_body["error"])  # OAI108:11
    print(e.http_body)  # OAI108:11
    print(e.headers.get("x"))  # OAI108:11
    print(e.should_retry)  # OAI108:11
    print(e.organization)  # OAI108:11
    print(e._message)  # OAI108:11
    print(e.error.message)  # OAI108:11
--- of legacy classes
import openai
try:
    pass
except openai.error.RateLimitError as e:  # OAI107:8
    if e.http_status == 429:  # OAI108:8
        raise
--- of a tuple of classes
from openai import APIError, RateLimitError
try:
    pass
except (APIError, RateLimitError) as error:
    log(error.http_status, error.message)  # OAI108:9
--- in an f-string
import openai
try:
    pass
except openai.APIError as e:
    print(f"{e.http_status} {e}")  # OAI108:14
--- through getattr without a default
import openai
try:
    pass
except openai.APIError as e:
    print(getattr(e, "http_status"))  # OAI108:11
--- of an exception kept under another name
import openai
try:
    pass
except openai.APIError as e:
    last = e
    print(last.http_status)  # OAI108:11
--- of an exception told by isinstance
import openai
def f(e):
    if isinstance(e, openai.APIError):
        return e.http_status  # OAI108:16
    return e.http_status
--- of a parameter with an annotation
import openai
def f(e: openai.APIError):
    return e.http_status  # OAI108:12
--- of one that is made
import openai
e = openai.error.RateLimitError("x")  # OAI107:5
print(e.http_status)  # OAI108:7
--- in nested code
import openai
try:
    pass
except openai.APIError as e:
    def f():
        pass
    if e.http_status:  # OAI108:8
        while e.http_status > 400:  # OAI108:15
            pass
--- assigned
import openai
try:
    pass
except openai.APIError as e:
    e.http_status = 3  # OAI108:5
"""

ORDER = r"""
--- narrow before wide is right
import openai
try:
    pass
except openai.RateLimitError:
    pass
except openai.APITimeoutError:
    pass
except openai.APIConnectionError:
    pass
except openai.APIStatusError:
    pass
except openai.APIError:
    pass
--- siblings are right in any order
import openai
try:
    pass
except openai.BadRequestError:
    pass
except openai.RateLimitError:
    pass
except openai.APIConnectionError:
    pass
--- the base last is right, as it was
import openai
try:
    pass
except openai.error.RateLimitError:  # OAI107:8
    pass
except openai.error.OpenAIError:  # OAI107:8
    pass
--- classes of others are no finding
import requests, openai
try:
    pass
except requests.RequestException:
    pass
except requests.Timeout:
    pass
--- Exception before was wrong then, too
import openai
try:
    pass
except Exception:
    pass
except openai.RateLimitError:
    pass
--- APIError before one of its kind
import openai
try:
    pass
except openai.error.APIError:  # OAI107:8 OAI109:8
    pass
except openai.error.RateLimitError:  # OAI107:8
    pass
--- current classes
import openai
try:
    pass
except openai.APIError:  # OAI109:8
    pass
except openai.RateLimitError:
    pass
--- old and current
import openai
try:
    pass
except openai.APIError:  # OAI109:8
    pass
except openai.error.Timeout:  # OAI107:8
    pass
--- imported
from openai.error import APIError, AuthenticationError  # OAI101:26 OAI101:36
try:
    pass
except APIError:  # OAI107:8 OAI109:8
    pass
except AuthenticationError:  # OAI107:8
    pass
--- timeouts are connection errors
import openai
try:
    pass
except openai.error.APIConnectionError:  # OAI107:8 OAI109:8
    pass
except openai.error.Timeout:  # OAI107:8
    pass
--- timeouts first is right
import openai
try:
    pass
except openai.error.Timeout:  # OAI107:8
    pass
except openai.error.APIConnectionError:  # OAI107:8
    pass
--- within a tuple
import openai
try:
    pass
except (ValueError, openai.error.APIError):  # OAI107:21 OAI109:21
    pass
except (KeyError, openai.error.RateLimitError):  # OAI107:19
    pass
--- both in one tuple is right
import openai
try:
    pass
except (openai.error.APIError, openai.error.RateLimitError):  # OAI107:9 OAI107:32
    pass
--- one finding for a clause that swallows several
import openai
try:
    pass
except openai.APIError:  # OAI109:8
    pass
except openai.RateLimitError:
    pass
except openai.APITimeoutError:
    pass
--- two clauses that swallow
import openai
try:
    pass
except openai.APIStatusError:  # OAI109:8
    pass
except openai.APIConnectionError:  # OAI109:8
    pass
except openai.RateLimitError:
    pass
except openai.APITimeoutError:
    pass
--- classes under names
import openai
Wide = openai.APIError
try:
    pass
except Wide:  # OAI109:8
    pass
except openai.RateLimitError:
    pass
--- a tuple under a name
import openai
WIDE = (openai.APIError, ValueError)
try:
    pass
except WIDE:  # OAI109:8
    pass
except openai.RateLimitError:
    pass
--- one that is not known
import openai
try:
    pass
except errors():
    pass
except openai.RateLimitError:
    pass
--- retried types, as narrow as they were
import openai, tenacity, backoff
@tenacity.retry(retry=tenacity.retry_if_exception_type(openai.RateLimitError))
def f(): ...
@backoff.on_exception(backoff.expo, openai.APITimeoutError)
def g(): ...
--- retried types that are wider now
import openai, tenacity, backoff
@tenacity.retry(retry=tenacity.retry_if_exception_type(openai.error.APIError))  # OAI107:56 OAI109:56
def f(): ...
@backoff.on_exception(backoff.expo, openai.error.APIConnectionError)  # OAI107:37 OAI109:37
def g(): ...
@backoff.on_exception(backoff.expo, exception=openai.error.ServiceUnavailableError)  # OAI107:47 OAI109:47
def h(): ...
--- retried types that are wider only by what stands beside them
import openai, tenacity
@tenacity.retry(retry=tenacity.retry_if_exception_type((
    openai.error.APIConnectionError,  # OAI107:5
    openai.error.Timeout,  # OAI107:5
)))
def f(): ...
@tenacity.retry(retry=tenacity.retry_if_exception_type((
    openai.error.APIConnectionError,  # OAI107:5 OAI109:5
    openai.error.RateLimitError,  # OAI107:5
)))
def g(): ...
--- retried current types may be meant so
import openai, tenacity
@tenacity.retry(retry=tenacity.retry_if_exception_type(openai.APIError))
def f(): ...
--- in a branch for the old SDK
import openai
if openai.__version__ < "1":
    try:
        pass
    except openai.error.APIError:
        pass
    except openai.error.RateLimitError:
        pass
"""

GROUPS = r"""
--- a clause of except*
import openai
try:
    pass
except* openai.error.RateLimitError:  # OAI107:9
    pass
--- its order
import openai
try:
    pass
except* openai.APIError:  # OAI109:9
    pass
except* openai.RateLimitError:
    pass
--- its exceptions come in a group
import openai
try:
    pass
except* openai.APIError as group:
    print(group.http_status, [e.message for e in group.exceptions])
"""


@pytest.mark.skipif(sys.version_info < (3, 11), reason="except* is new in Python 3.11")
@examples(GROUPS)
def test_groups(source):
    check(source)


@examples(CLASSES)
def test_classes(source):
    check(source)


@examples(ATTRIBUTE_CASES)
def test_attributes(source):
    check(source)


@examples(ORDER)
def test_order(source):
    check(source)


@pytest.mark.parametrize("row", EXCEPTIONS, ids=lambda row: row.path)
def test_every_class(row):
    """Found in a clause; the message names the classes that `fix` writes, if there are any."""
    (diagnostic,) = lint(f"import openai\ntry:\n    pass\nexcept {row.path}:\n    pass\n")
    assert diagnostic.code == "OAI107"
    assert diagnostic.message.startswith(f"{row.path} was removed in openai 1.0; ")
    classes = [f"openai.{name}" for name in SUCCESSORS[row.path]] if row.use else []
    shown = f"({', '.join(classes)})" if len(classes) > 1 else "".join(classes)
    assert diagnostic.replacement == (shown or None)
    assert not classes or f"use {shown}" in diagnostic.message
    assert row.note in diagnostic.message
    (imported,) = lint(f"from openai.error import {row.path.rpartition('.')[2]}\n")
    assert not classes or f"use from openai import {', '.join(SUCCESSORS[row.path])}" in imported.message


@pytest.mark.parametrize("row", ATTRIBUTES, ids=lambda row: row.name)
def test_every_attribute(row):
    """Found on classes of both SDKs, never on an unknown object."""
    for cls in ("openai.APIError", "openai.RateLimitError", "openai.OpenAIError"):
        (diagnostic,) = lint(f"import openai\ntry:\n    pass\nexcept {cls} as err:\n    print(err.{row.name})\n")
        assert diagnostic.code == "OAI108"
        assert diagnostic.message.startswith(f"err.{row.name} was removed in openai 1.0; ")
        assert diagnostic.replacement == (f"err.{row.use}" if row.use else None)
    assert lint(f"import openai\ndef f(err):\n    print(err.{row.name})\n") == []


MAKING = {
    'raise openai.error.RateLimitError("slow down")': 'openai.RateLimitError("...", response=..., body=...)',
    'raise openai.error.RateLimitError("slow down") from None': 'openai.RateLimitError("...", response=..., body=...)',
    "raise openai.error.AuthenticationError": 'openai.AuthenticationError("...", response=..., body=...)',
    'raise openai.error.APIError("x", http_status=500)': 'openai.InternalServerError("...", response=..., body=...)',
    'raise openai.error.APIConnectionError("x")': 'openai.APIConnectionError(message="...", request=...)',
    "raise openai.error.Timeout from error": "openai.APITimeoutError(request=...)",
    'raise openai.error.OpenAIError("x")': 'openai.OpenAIError("...")',
    'raise openai.error.TryAgain("x")': 'openai.ConflictError("...", response=..., body=...)',
    'raise openai.InvalidRequestError("x", "model")': 'openai.BadRequestError("...", response=..., body=...)',
    'error = openai.error.PermissionError("x")': 'openai.PermissionDeniedError("...", response=..., body=...)',
    "mock.patch(t, side_effect=openai.error.ServiceUnavailableError)": (
        'openai.InternalServerError("...", response=..., body=...)'
    ),
    "mock.patch(t, side_effect=[openai.error.Timeout(), 1])": "openai.APITimeoutError(request=...)",
}
"""What makes an exception → how it is made today, for which a text is no longer enough."""


@pytest.mark.parametrize(("statement", "instead"), MAKING.items())
def test_how_one_is_made(statement, instead):
    (diagnostic,) = lint(f"import openai\n{statement}\n")
    assert diagnostic.code == "OAI107"
    assert diagnostic.replacement == instead
    needs = [word for word in ("response=", "body=", "request=") if word in instead]
    own = f"SDK exceptions need {' and '.join(needs)} now: raise a class of your own, or " if needs else ""
    assert diagnostic.message.endswith(f" was removed in openai 1.0; {own}use {instead}")


@pytest.mark.parametrize("statement", ["retry = (openai.error.RateLimitError,)", "raises(openai.error.RateLimitError)"])
def test_one_that_is_not_made(statement):
    (diagnostic,) = lint(f"import openai\n{statement}\n")
    assert diagnostic.message.endswith("; use openai.RateLimitError")


def test_making_what_nothing_raises():
    (diagnostic,) = lint('import openai\nraise openai.error.SignatureVerificationError("x")\n')
    assert diagnostic.message.endswith(" was removed in openai 1.0; raise a class of your own")
