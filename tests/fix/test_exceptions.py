# ruff: noqa: E501
"""Exceptions: classes, attributes, the order of clauses, and what is made of them in tests and by other packages."""

from __future__ import annotations

import pytest
from fix.given import check, examples, fixed, reasons

HEADER = "import openai\n"

CLASSES = r"""
--- each
try:
    openai.Model.list()
except openai.error.AuthenticationError:
    pass
except openai.error.PermissionError:
    pass
except openai.error.RateLimitError:
    pass
except openai.error.TryAgain:
    pass
except openai.error.APIError:
    pass
>>>
try:
    openai.models.list()
except openai.AuthenticationError:
    pass
except openai.PermissionDeniedError:
    pass
except openai.RateLimitError:
    pass
except openai.ConflictError:
    pass
except (openai.InternalServerError, openai.UnprocessableEntityError):
    pass
--- the base of all
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e)
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(e)
--- by its short name
try:
    openai.Model.list()
except openai.OpenAIError as e:
    print(e)
except openai.InvalidRequestError:
    pass
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(e)
except (openai.BadRequestError, openai.NotFoundError):
    pass
--- the short name of what is the base of all today
try:
    openai.Model.list()
except openai.APIError as e:
    print(e)
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as e:
    print(e)
--- the same, from the package
from openai import APIError, Model
try:
    Model.list()
except APIError as e:
    print(e)
>>>
import openai
from openai import InternalServerError, UnprocessableEntityError
try:
    openai.models.list()
except (InternalServerError, UnprocessableEntityError) as e:
    print(e)
--- a tuple
try:
    openai.Model.list()
except (openai.error.RateLimitError, openai.error.Timeout, ValueError) as e:
    print(e)
>>>
try:
    openai.models.list()
except (openai.RateLimitError, openai.APITimeoutError, ValueError) as e:
    print(e)
--- a tuple with one that is two
try:
    openai.Model.list()
except (openai.error.InvalidRequestError, openai.error.RateLimitError):
    pass
>>>
try:
    openai.models.list()
except (openai.BadRequestError, openai.NotFoundError, openai.RateLimitError):
    pass
--- a tuple over lines
try:
    openai.Model.list()
except (
    openai.error.InvalidRequestError,  # ours
    openai.error.RateLimitError,  # theirs
):
    pass
>>>
try:
    openai.models.list()
except (
    openai.BadRequestError,
    openai.NotFoundError,  # ours
    openai.RateLimitError,  # theirs
):
    pass
--- in brackets
try:
    openai.Model.list()
except (openai.error.InvalidRequestError):
    pass
>>>
try:
    openai.models.list()
except (openai.BadRequestError, openai.NotFoundError):
    pass
--- a tuple with a class a line, and one that is two
try:
    openai.Model.list()
except (
    openai.error.APIError,
    openai.error.TryAgain,  # again
    openai.error.InvalidRequestError
):
    pass
>>>
try:
    openai.models.list()
except (
    openai.InternalServerError,
    openai.UnprocessableEntityError,
    openai.ConflictError,  # again
    openai.BadRequestError,
    openai.NotFoundError
):
    pass
--- a tuple with one that is two, in brackets
try:
    openai.Model.list()
except (openai.error.RateLimitError, (openai.error.InvalidRequestError)):
    pass
>>>
try:
    openai.models.list()
except (openai.RateLimitError, openai.BadRequestError, openai.NotFoundError):
    pass
--- a tuple under a name
RETRY = (openai.error.RateLimitError, openai.error.ServiceUnavailableError, openai.error.APIError)
try:
    openai.Model.list()
except RETRY:
    pass
>>>
RETRY = (openai.RateLimitError, openai.InternalServerError, openai.UnprocessableEntityError)
try:
    openai.models.list()
except RETRY:
    pass
--- a list under a name
RETRY = [openai.error.RateLimitError, openai.error.InvalidRequestError]
try:
    openai.Model.list()
except tuple(RETRY):
    pass
>>>
RETRY = [openai.RateLimitError, openai.BadRequestError, openai.NotFoundError]
try:
    openai.models.list()
except tuple(RETRY):
    pass
--- two tuples are added
RETRY = (openai.error.RateLimitError,) + (openai.error.InvalidRequestError,)
>>>
RETRY = (openai.RateLimitError,) + (openai.BadRequestError, openai.NotFoundError,)
--- isinstance
try:
    openai.Model.list()
except Exception as e:
    if isinstance(e, openai.error.InvalidRequestError):
        print("invalid")
    elif isinstance(e, (openai.error.RateLimitError, openai.error.InvalidRequestError)):
        print("rate")
>>>
try:
    openai.models.list()
except Exception as e:
    if isinstance(e, (openai.BadRequestError, openai.NotFoundError)):
        print("invalid")
    elif isinstance(e, (openai.RateLimitError, openai.BadRequestError, openai.NotFoundError)):
        print("rate")
--- its type
try:
    openai.Model.list()
except Exception as e:
    if type(e) is openai.error.InvalidRequestError:
        print(1)
    if type(e) == openai.error.Timeout:
        print(2)
    if type(e) != openai.error.InvalidRequestError:
        print(3)
>>>
try:
    openai.models.list()
except Exception as e:
    if type(e) in (openai.BadRequestError, openai.NotFoundError):
        print(1)
    if type(e) == openai.APITimeoutError:
        print(2)
    if type(e) not in (openai.BadRequestError, openai.NotFoundError):
        print(3)
--- raised again
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    raise RuntimeError("slow down") from e
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    raise RuntimeError("slow down") from e
--- suppressed
import contextlib
import openai
with contextlib.suppress(openai.error.Timeout):
    openai.Model.list()
>>>
import contextlib
import openai
with contextlib.suppress(openai.APITimeoutError):
    openai.models.list()
--- 503 before what it is of
RETRY = (openai.error.ServiceUnavailableError, openai.error.APIError)
>>>
RETRY = (openai.InternalServerError, openai.UnprocessableEntityError)
--- 503 behind what it is of
RETRY = (openai.error.APIError, openai.error.ServiceUnavailableError)
>>>
RETRY = (openai.InternalServerError, openai.UnprocessableEntityError)
--- an annotation of the server's
def f(e: openai.error.APIError) -> None:
    print(e)
>>>
def f(e: openai.InternalServerError) -> None:
    print(e)
--- the server's under an alias of the import
from openai import APIError as Broken, Model
try:
    Model.list()
except Broken:
    pass
>>>
import openai
from openai import InternalServerError, UnprocessableEntityError
try:
    openai.models.list()
except (InternalServerError, UnprocessableEntityError):
    pass
--- suppressed, two
import contextlib
import openai
with contextlib.suppress(openai.error.InvalidRequestError):
    openai.Model.list()
>>>
import contextlib
import openai
with contextlib.suppress(openai.BadRequestError, openai.NotFoundError):
    openai.models.list()
--- in a dict
NAMES = {openai.error.Timeout: "timeout", openai.error.InvalidRequestError: "invalid"}
>>>
NAMES = {openai.APITimeoutError: "timeout", openai.BadRequestError: "invalid", openai.NotFoundError: "invalid"}
--- in a dict, two that are one
NAMES = {openai.error.APIError: "down", openai.error.ServiceUnavailableError: "busy"}
>>>
left: openai.error.APIError and openai.error.ServiceUnavailableError are one class today, and are told apart here
--- in a dict, with values that are made
NAMES = {openai.error.InvalidRequestError: make("invalid")}
>>>
left: openai.error.InvalidRequestError is several classes now, and one is wanted here
--- an alias of its own
Limited = openai.error.RateLimitError
try:
    openai.Model.list()
except Limited:
    pass
>>>
Limited = openai.RateLimitError
try:
    openai.models.list()
except Limited:
    pass
--- an alias of its own, of one that is two
Bad = openai.error.InvalidRequestError
try:
    openai.Model.list()
except Bad:
    pass
>>>
Bad = (openai.BadRequestError, openai.NotFoundError)
try:
    openai.models.list()
except Bad:
    pass
--- a base class
class Mine(openai.error.OpenAIError):
    pass
>>>
class Mine(openai.OpenAIError):
    pass
--- a base class that is made otherwise
class Mine(openai.error.RateLimitError):
    def __init__(self):
        super().__init__("slow")
>>>
import httpx2
import openai
class Mine(openai.RateLimitError):
    def __init__(self):
        super().__init__("slow", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
--- a tuple under a name, with one in capitals
import openai
from openai.error import InvalidRequestError, RateLimitError as RLE
E = (InvalidRequestError, RLE)
>>>
import openai
from openai import BadRequestError, NotFoundError, RateLimitError as RLE
E = (BadRequestError, NotFoundError, RLE)
--- an alias of its own, of one that is two, in a tuple
Bad = openai.error.InvalidRequestError
try:
    openai.Model.list()
except (Bad, ValueError):
    pass
>>>
left: openai.error.InvalidRequestError is several classes now, and one is wanted here
--- in a table
WORDS = (
    (openai.error.RateLimitError, "slow down"),
    (openai.error.InvalidRequestError, "your fault"),
)
def describe(error):
    for kind, words in WORDS:
        if isinstance(error, kind):
            return words, error.http_status
>>>
WORDS = (
    (openai.RateLimitError, "slow down"),
    ((openai.BadRequestError, openai.NotFoundError), "your fault"),
)
def describe(error):
    for kind, words in WORDS:
        if isinstance(error, kind):
            return words, error.status_code
--- in a table that is used otherwise
WORDS = [(openai.error.InvalidRequestError, "your fault")]
print(dict(WORDS))
>>>
left: openai.error.InvalidRequestError is several classes now, and one is wanted here
--- their names
print(openai.error.RateLimitError.__name__)
print([kind.__name__ for kind in (openai.error.RateLimitError, openai.error.AuthenticationError)])
>>>
print(openai.RateLimitError.__name__)
print([kind.__name__ for kind in (openai.RateLimitError, openai.AuthenticationError)])
--- their names, another one among them
print([kind.__name__ for kind in (openai.error.RateLimitError, openai.error.Timeout)])
>>>
left: the name of the class of an exception is another one today; --unsafe-fixes does it
--- gone through
KINDS = (openai.error.RateLimitError, openai.error.AuthenticationError)
def describe(error):
    return any(isinstance(error, kind) for kind in KINDS)
>>>
KINDS = (openai.RateLimitError, openai.AuthenticationError)
def describe(error):
    return any(isinstance(error, kind) for kind in KINDS)
--- a base class that is made nowhere else
class Limited(openai.error.RateLimitError):
    pass
def ask():
    try:
        return openai.Model.list()
    except openai.error.RateLimitError as e:
        raise Limited("limited") from e
    except openai.error.OpenAIError as e:
        raise ValueError(e.http_status) from e
>>>
import httpx2
import openai
class Limited(openai.RateLimitError):
    pass
def ask():
    try:
        return openai.models.list()
    except openai.RateLimitError as e:
        raise Limited("limited", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None) from e
    except openai.OpenAIError as e:
        raise ValueError(getattr(e, "status_code", None)) from e
--- a base class that is raised as it is
class Limited(openai.error.RateLimitError):
    pass
def ask():
    raise Limited
>>>
import httpx2
import openai
class Limited(openai.RateLimitError):
    pass
def ask():
    raise Limited("<empty message>", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
--- a base class with more
class Mine(openai.error.OpenAIError):
    def __init__(self, text, more):
        super().__init__(text)
        self.more = more
>>>
class Mine(openai.OpenAIError):
    def __init__(self, text, more):
        super().__init__(text)
        self.more = more
--- a base class whose attributes are read
class Mine(openai.error.OpenAIError):
    def show(self):
        return self.http_status
>>>
left: today's exceptions have no http_status of this kind
--- a base class that is made without a text
class Mine(openai.error.OpenAIError):
    pass
def f():
    raise Mine()
>>>
class Mine(openai.OpenAIError):
    pass
def f():
    raise Mine("<empty message>")
--- a base class of others
class Mine(openai.error.RateLimitError):
    pass
class Other(Mine):
    pass
>>>
left: another class is derived from this one, and where its objects are made does not show
--- a base class of others, which makes its objects itself
class Mine(openai.error.RateLimitError):
    def __init__(self, text, model):
        super().__init__(text)
        self.model = model
class Other(Mine):
    pass
def f():
    raise Other("slow", "m")
>>>
import httpx2
import openai
class Mine(openai.RateLimitError):
    def __init__(self, text, model):
        super().__init__(text, response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
        self.model = model
class Other(Mine):
    pass
def f():
    raise Other("slow", "m")
--- a class that is named as its base
from openai.error import RateLimitError
class RateLimitError(RateLimitError):
    def __init__(self, text, model):
        super().__init__(text)
        self.model = model
def f():
    raise RateLimitError("slow", "m")
>>>
import httpx2
from openai import RateLimitError
class RateLimitError(RateLimitError):
    def __init__(self, text, model):
        super().__init__(text, response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
        self.model = model
def f():
    raise RateLimitError("slow", "m")
--- several bases, of Python and of the program
class Told:
    kind = "slow"
class Slow(openai.error.RateLimitError, Told, RuntimeError):
    pass
def f():
    raise Slow("slow")
>>>
import httpx2
import openai
class Told:
    kind = "slow"
class Slow(openai.RateLimitError, Told, RuntimeError):
    pass
def f():
    raise Slow("slow", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
--- several bases, the exception of the SDK behind another one
class Slow(RuntimeError, openai.error.RateLimitError):
    pass
def f():
    raise Slow("slow")
>>>
left: a class of the program's own is made of an exception and of others
--- several bases, both of the SDK
class Slow(openai.error.RateLimitError, openai.error.ServiceUnavailableError):
    pass
def f():
    raise Slow("slow")
>>>
left: a class of the program's own is made of an exception and of others
--- several bases, one with what today's exceptions set
class Told:
    @property
    def message(self):
        return "told"
class Slow(openai.error.RateLimitError, Told):
    pass
def f():
    raise Slow("slow")
>>>
left: a class of the program's own is made of an exception and of others
--- several bases, one from elsewhere
from mine import Told
class Slow(openai.error.RateLimitError, Told):
    pass
def f():
    raise Slow("slow")
>>>
left: a class of the program's own is made of an exception and of others
--- a base class, of a timeout
class Mine(openai.error.Timeout):
    pass
>>>
left: this exception is made of more than a text, which today's is not
--- never raised
try:
    openai.Model.list()
except openai.error.InvalidAPIType:
    pass
except openai.error.SignatureVerificationError:
    pass
>>>
left: openai.error.InvalidAPIType has no counterpart
--- never raised, beside others
try:
    openai.Model.list()
except openai.error.SignatureVerificationError:
    print("signature")
except (openai.error.TryAgain, openai.error.InvalidAPIType):
    print("again")
except openai.error.InvalidAPIType as e:
    raise ValueError(e.user_message)
>>>
try:
    openai.models.list()
except openai.ConflictError:
    print("again")
--- never raised, in tuples
NEVER = (openai.error.InvalidAPIType, openai.error.RateLimitError)
try:
    openai.Model.list()
except (
    openai.error.InvalidRequestError,  # ours
    openai.error.InvalidAPIType,
):
    pass
except (*NEVER, openai.error.Timeout) as e:
    print(isinstance(e, (openai.error.RateLimitError, openai.error.InvalidAPIType)))
>>>
NEVER = (openai.RateLimitError,)
try:
    openai.models.list()
except (
    openai.BadRequestError,
    openai.NotFoundError,  # ours
):
    pass
except (*NEVER, openai.APITimeoutError) as e:
    print(isinstance(e, openai.RateLimitError))
--- never raised, imported
from openai.error import InvalidAPIType, RateLimitError, SignatureVerificationError
from contextlib import suppress
with suppress(RateLimitError, InvalidAPIType):
    openai.Model.list()
try:
    openai.Model.list()
except (SignatureVerificationError, RateLimitError):
    pass
>>>
from openai import RateLimitError
from contextlib import suppress
with suppress(RateLimitError):
    openai.models.list()
try:
    openai.models.list()
except RateLimitError:
    pass
--- never raised, and the order changes
try:
    openai.Model.list()
except openai.error.APIConnectionError:
    print("connection")
except openai.error.InvalidAPIType:
    print("type")
except openai.error.Timeout:
    print("timeout")
>>>
try:
    openai.models.list()
except openai.APITimeoutError:
    print("timeout")
except openai.APIConnectionError:
    print("connection")
--- never raised, with a comment
try:
    openai.Model.list()
except openai.error.RateLimitError:
    pass
except openai.error.InvalidAPIType:
    pass  # who knows
>>>
left: a comment stands within what would change
--- never raised, asked for alone
def is_ours(e):
    return isinstance(e, openai.error.InvalidAPIType)
>>>
left: openai.error.InvalidAPIType has no counterpart
--- an annotation
def f(e: openai.error.RateLimitError) -> None:
    print(e)
>>>
def f(e: openai.RateLimitError) -> None:
    print(e)
--- an annotation of one that is two
def f(e: openai.error.InvalidRequestError) -> None:
    print(e)
>>>
left: openai.error.InvalidRequestError is several classes now, and one is wanted here
--- getattr
Error = getattr(openai.error, "RateLimitError")
>>>
Error = getattr(openai, "RateLimitError")
--- no exception
x = openai.error.ErrorObject
>>>
left: no counterpart
--- except star [3.11]
try:
    openai.Model.list()
except* openai.error.RateLimitError:
    pass
>>>
try:
    openai.models.list()
except* openai.RateLimitError:
    pass
--- nothing is named
try:
    openai.Model.list()
except Exception as e:
    print(e)
>>>
try:
    openai.models.list()
except Exception as e:
    print(e)
"""

ATTRIBUTES = r"""
--- the status
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(e.http_status)
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(e.status_code)
--- the status of what may have none
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e.http_status)
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(getattr(e, "status_code", None))
--- the status of a connection
try:
    openai.Model.list()
except openai.error.APIConnectionError as e:
    print(e.http_status)
>>>
try:
    openai.models.list()
except openai.APIConnectionError as e:
    print(getattr(e, "status_code", None))
--- the status in an f-string
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(f"{e.http_status}")
    print(f'{e.http_status}')
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(f"{getattr(e, 'status_code', None)}")
    print(f'{getattr(e, "status_code", None)}')
--- the text
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(e.user_message, e._message)
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(e.body["message"], e.body["message"])
--- the text of what may have none
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e.user_message)
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(e.body["message"] if isinstance(getattr(e, "body", None), dict) else str(e))
--- the body
try:
    openai.Model.list()
except openai.error.InvalidRequestError as e:
    print(e.json_body["error"]["message"], e.json_body["error"])
    print(e.error.message, e.error["code"], e.error.get("type"), e.error)
>>>
try:
    openai.models.list()
except (openai.BadRequestError, openai.NotFoundError) as e:
    print(e.body["message"], e.body)
    print(e.body["message"], e.body["code"], e.body.get("type"), e.body)
--- the body as a whole
try:
    openai.Model.list()
except openai.error.InvalidRequestError as e:
    print(e.json_body)
>>>
try:
    openai.models.list()
except (openai.BadRequestError, openai.NotFoundError) as e:
    print({"error": e.body})
--- the body as a whole, of what may have none
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    if e.json_body:
        print("body")
    print(e.json_body)
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    if isinstance(getattr(e, "body", None), dict):
        print("body")
    print({"error": e.body} if isinstance(getattr(e, "body", None), dict) else None)
--- the body as a whole, if there is one
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e.json_body["error"]["code"] if e.json_body else "")
    print("" if not e.json_body else 1)
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(e.body["code"] if isinstance(getattr(e, "body", None), dict) else "")
    print("" if not isinstance(getattr(e, "body", None), dict) else 1)
--- an entry a line
ADVICE = {
    openai.error.RateLimitError: "wait",
    openai.error.InvalidRequestError: "mend it",
}
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print([text for kind, text in ADVICE.items() if isinstance(e, kind)])
>>>
ADVICE = {
    openai.RateLimitError: "wait",
    openai.BadRequestError: "mend it",
    openai.NotFoundError: "mend it",
}
try:
    openai.models.list()
except openai.OpenAIError as e:
    print([text for kind, text in ADVICE.items() if isinstance(e, kind)])
--- the text of the answer
try:
    openai.Model.list()
except openai.error.InvalidRequestError as e:
    print(e.http_body, e.headers, e.headers.get("x"), e.organization, e.request_id, e.code, e.param)
>>>
try:
    openai.models.list()
except (openai.BadRequestError, openai.NotFoundError) as e:
    print(e.response.text, e.response.headers, e.response.headers.get("x"), e.response.headers.get("openai-organization"), e.request_id, e.code, e.param)
--- a part of the answer, by its name
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(getattr(e.error, "type", None) == "insufficient_quota", hasattr(e.error, "code"), getattr(e.error, "type"))
except openai.error.OpenAIError as e:
    print(getattr(e.error, "type", None) == "x", not hasattr(e.error, "code"))
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(e.body.get("type", None) == "insufficient_quota", "code" in e.body, e.body["type"])
except openai.OpenAIError as e:
    print((e.body.get("type", None) if isinstance(getattr(e, "body", None), dict) else None) == "x", not (isinstance(getattr(e, "body", None), dict) and "code" in e.body))
--- the headers of what may have none
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e.headers, e.headers.get("Retry-After"), e.http_body, e.organization or "nobody")
>>>
import openai
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(e.response.headers if isinstance(e, openai.APIStatusError) else {}, (e.response.headers if isinstance(e, openai.APIStatusError) else {}).get("Retry-After"), e.response.text if isinstance(e, openai.APIStatusError) else None, (e.response.headers.get("openai-organization") if isinstance(e, openai.APIStatusError) else None) or "nobody")
--- the headers of a limit, or of a lost connection
try:
    openai.Model.list()
except (openai.error.RateLimitError, openai.error.APIConnectionError) as e:
    print(e.headers["Retry-After"])
>>>
try:
    openai.models.list()
except (openai.RateLimitError, openai.APIConnectionError) as e:
    print((e.response.headers if isinstance(e, openai.APIStatusError) else {})["Retry-After"])
--- the headers of what may be an exception of others
try:
    openai.Model.list()
except (openai.error.RateLimitError, ValueError) as e:
    print(e.headers)
>>>
left: today's exceptions have no headers
import openai
try:
    openai.models.list()
except (openai.RateLimitError, ValueError) as e:
    print(e.headers)
--- should_retry
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(e.should_retry)
>>>
left: today's exceptions have no should_retry
import openai
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(e.should_retry)
--- assigned
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    e.http_status = 3
>>>
left: an attribute of an exception is assigned
--- of a function
def status(e):
    return e.http_status
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(status(e))
>>>
def status(e):
    return e.status_code
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(status(e))
--- of something not known
def status(e):
    return e.http_status
openai.Model.list()
>>>
left: http_status may be that of an exception of the SDK, which has it no more
--- of self
class Mine:
    def __init__(self):
        self.http_status = 3
    def f(self):
        openai.Model.list()
        return self.http_status
>>>
class Mine:
    def __init__(self):
        self.http_status = 3
    def f(self):
        openai.models.list()
        return self.http_status
--- by getattr
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(getattr(e, "http_status", None))
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(getattr(e, "status_code", None))
--- the text is tested
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    if str(e).startswith("Rate"):
        print("rate")
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    if e.body["message"].startswith("Rate"):
        print("rate")
--- the text is searched
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    if "quota" in str(e):
        print("quota")
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    if "quota" in str(e):
        print("quota")
--- args
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(e.args[0])
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(e.body["message"])
--- the text of a server's error is tested
try:
    openai.Model.list()
except openai.error.APIError as e:
    print(str(e).startswith("Rate"))
>>>
left: it goes with line 5: the text of an exception begins with its status today; --unsafe-fixes does it
--- the text of a server's error is tested [unsafe]
try:
    openai.Model.list()
except openai.error.APIError as e:
    print(str(e).startswith("Rate"))
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as e:
    print(str(e).startswith("Rate"))
--- the text is tested, of one that may be another
try:
    openai.Model.list()
except (openai.error.RateLimitError, ValueError) as e:
    print(str(e).split()[0])
>>>
try:
    openai.models.list()
except (openai.RateLimitError, ValueError) as e:
    print((e.body["message"] if isinstance(getattr(e, "body", None), dict) else str(e)).split()[0])
--- the text is tested, in a clause for all
try:
    openai.Model.list()
except Exception as e:
    print(str(e) == "slow")
>>>
left: it goes with line 5: the text of an exception begins with its status today; --unsafe-fixes does it
--- the text of another is tested
openai.Model.list()
try:
    open("x")
except Exception as e:
    print(str(e) == "slow")
>>>
openai.models.list()
try:
    open("x")
except Exception as e:
    print(str(e) == "slow")
--- the text is kept and tested
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    text = str(e)
    if text.startswith("Rate"):
        print(text)
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    text = e.body["message"]
    if text.startswith("Rate"):
        print(text)
--- the text is kept and shown in another form
try:
    openai.Model.list()
except openai.error.InvalidRequestError as e:
    text = str(e)
    print(text.lower())
>>>
try:
    openai.models.list()
except (openai.BadRequestError, openai.NotFoundError) as e:
    text = e.body["message"]
    print(text.lower())
--- the text is kept and searched
try:
    openai.Model.list()
except openai.error.InvalidRequestError as e:
    text = str(e).lower()
    if "maximum context" in text:
        print(text)
>>>
try:
    openai.models.list()
except (openai.BadRequestError, openai.NotFoundError) as e:
    text = str(e).lower()
    if "maximum context" in text:
        print(text)
--- the text is kept elsewhere
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    text = str(e)
    print(len(text))
>>>
left: it goes with line 5: the text of an exception begins with its status today; --unsafe-fixes does it
--- the text is that of the service
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e.error.message == str(e), e.json_body["error"]["message"] == str(e), e.user_message == str(e))
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(e.body["message"] == (e.body["message"] if isinstance(getattr(e, "body", None), dict) else str(e)), e.body["message"] == (e.body["message"] if isinstance(getattr(e, "body", None), dict) else str(e)), (e.body["message"] if isinstance(getattr(e, "body", None), dict) else str(e)) == (e.body["message"] if isinstance(getattr(e, "body", None), dict) else str(e)))
--- the text is a key
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    counts[str(e)] += 1
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    counts[e.body["message"]] += 1
--- all args
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(e.args)
>>>
left: it goes with line 5: the text of an exception begins with its status today; --unsafe-fixes does it
--- args of what may be any
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e.args[0], e.args[0].startswith("a"))
>>>
left: it goes with line 5: the text of an exception begins with its status today; --unsafe-fixes does it
--- made of a part of a response
def ask(**options):
    reply = openai.Completion.create(**options)
    if "error" in reply:
        raise openai.error.RateLimitError(message=reply["error"])
    return reply["choices"]
print(ask(model="m", prompt="p"))
>>>
import httpx2
import openai
def ask(**options):
    reply = openai.completions.create(**options)
    if hasattr(reply, "error"):
        raise openai.RateLimitError(reply.error, response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
    return reply.choices
print(ask(model="m", prompt="p"))
--- the text of one that the program makes
try:
    raise openai.error.RateLimitError("slow")
except openai.error.RateLimitError as e:
    print(str(e) == "slow")
>>>
import httpx2
import openai
try:
    raise openai.RateLimitError("slow", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
except openai.RateLimitError as e:
    print((e.body["message"] if isinstance(getattr(e, "body", None), dict) else str(e)) == "slow")
--- the name of the class
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(type(e).__name__)
>>>
left: the name of the class of an exception is another one today; --unsafe-fixes does it
--- the name of the class, in a line of a log
import logging
log = logging.getLogger(__name__)
try:
    openai.Model.list()
except openai.error.Timeout as e:
    logging.warning(f"failed: {type(e).__name__}")
    log.error("failed: %s", type(e).__name__, exc_info=True)
>>>
import logging
log = logging.getLogger(__name__)
try:
    openai.models.list()
except openai.APITimeoutError as e:
    logging.warning(f"failed: {type(e).__name__}")
    log.error("failed: %s", type(e).__name__, exc_info=True)
--- the name of the class, in what only looks like a log
from web import log
try:
    openai.Model.list()
except openai.error.Timeout as e:
    log.error("failed: %s", type(e).__name__)
>>>
left: the name of the class of an exception is another one today; --unsafe-fixes does it
--- the name of the class of a cause
def ask():
    try:
        openai.Model.list()
    except openai.error.Timeout as e:
        raise ValueError("late") from e
try:
    ask()
except ValueError as e:
    print(type(e.__cause__).__name__)
print(openai.Model.list())
>>>
left: the name of the class of an exception is another one today; --unsafe-fixes does it
import openai
def ask():
    try:
        openai.Model.list()
    except openai.APITimeoutError as e:
        raise ValueError("late") from e
try:
    ask()
except ValueError as e:
    print(type(e.__cause__).__name__)
print(openai.models.list())
--- the name of a class in one function, and calls in another one
def ask():
    try:
        return openai.Model.list()
    except openai.error.OpenAIError as e:
        return {"type": type(e).__name__}
def paint(text):
    return openai.Image.create(prompt=text)["data"]
>>>
left: the name of the class of an exception is another one today; --unsafe-fixes does it
import openai
def ask():
    try:
        return openai.Model.list()
    except openai.error.OpenAIError as e:
        return {"type": type(e).__name__}
def paint(text):
    return openai.images.generate(prompt=text).data
--- the same, and the clause has its class from an import that others need
import openai.error as oe
def ask():
    try:
        return openai.Model.list()
    except oe.OpenAIError as e:
        return {"type": type(e).__name__}
def paint(text):
    return openai.Image.create(prompt=text)["data"], oe.RateLimitError
>>>
left: the name of the class of an exception is another one today; --unsafe-fixes does it
--- the name of a class where a clause for all of them takes the error of what is left
def ask():
    try:
        return openai.Model.list()
    except Exception as e:
        return {"type": type(e.__cause__).__name__}
def paint(text):
    return openai.Image.create(prompt=text)["data"]
>>>
left: the name of the class of an exception is another one today; --unsafe-fixes does it
--- told by its name, which is gone
try:
    openai.Model.list()
except Exception as e:
    print(type(e).__name__ == "InvalidRequestError")
>>>
left: exceptions are told by the names of their classes, and InvalidRequestError is none of today's
--- told by its name, in a function
def is_busy(error):
    return error.__class__.__name__ in {"RateLimitError", "ServiceUnavailableError"}
try:
    openai.Model.list()
except Exception as e:
    print(is_busy(e))
>>>
left: exceptions are told by the names of their classes, and ServiceUnavailableError is none of today's
--- told by its name, in a table
ADVICE = {"InvalidRequestError": "mend it"}
try:
    openai.Model.list()
except Exception as e:
    print(ADVICE.get(type(e).__name__))
>>>
left: exceptions are told by the names of their classes, and InvalidRequestError is none of today's
--- told by its name, in how it is shown
try:
    openai.Model.list()
except Exception as e:
    print("TryAgain" in repr(e))
>>>
left: exceptions are told by the names of their classes, and TryAgain is none of today's
--- told by its module
try:
    openai.Model.list()
except Exception as e:
    print(type(e).__module__ == "openai.error")
>>>
left: exceptions are told by the names of their classes, and openai.error is none of today's
--- told by a name that is there still, or by one that others have
import requests
KINDS = ["Timeout"]
try:
    openai.Model.list()
except Exception as e:
    print(type(e).__name__ == "RateLimitError", type(e).__module__.startswith("openai"))
try:
    requests.get("http://127.0.0.1/")
except requests.Timeout as e:
    print(type(e).__name__ in KINDS, "Timeout" in repr(e))
>>>
import requests
KINDS = ["Timeout"]
try:
    openai.models.list()
except Exception as e:
    print(type(e).__name__ == "RateLimitError", type(e).__module__.startswith("openai"))
try:
    requests.get("http://127.0.0.1/")
except requests.Timeout as e:
    print(type(e).__name__ in KINDS, "Timeout" in repr(e))
--- the name of the class [unsafe]
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(type(e).__name__)
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print(type(e).__name__)
--- handed over by a web framework
@app.errorhandler(openai.error.RateLimitError)
def busy(error):
    return error.user_message, error.http_status
@api.exception_handler(openai.error.OpenAIError)
async def failed(request, exc):
    return exc.http_status, request.http_status
>>>
left: http_status may be that of an exception of the SDK, which has it no more
--- a method of the program that is called as one was
class Chat:
    def step(self, text):
        self.interface.user_message(text)
        return openai.Model.list()
>>>
import openai
class Chat:
    def step(self, text):
        self.interface.user_message(text)
        return openai.models.list()
--- handed over by a web framework, alone
@app.errorhandler(openai.error.RateLimitError)
def busy(error):
    return error.http_status
@api.exception_handler(openai.error.OpenAIError)
async def failed(request, exc):
    return exc.http_status
>>>
@app.errorhandler(openai.RateLimitError)
def busy(error):
    return getattr(error, "status_code", None)
@api.exception_handler(openai.OpenAIError)
async def failed(request, exc):
    return getattr(exc, "status_code", None)
--- handed over by a web framework, of which the code is read
@app.errorhandler(openai.error.RateLimitError)
def busy(error):
    return error.code
>>>
@app.errorhandler(openai.RateLimitError)
def busy(error):
    return (error.code if isinstance(error, (openai.BadRequestError, openai.NotFoundError)) else None)
--- one of several that a test makes
@pytest.mark.parametrize("error", [openai.error.APIError, openai.error.Timeout])
def test(error):
    with mock.patch("openai.Completion.create", side_effect=error("no")):
        run()
>>>
left: exceptions of today are made of a response, and it shows at run time which one this is
--- one of several that a loop makes
for error in (openai.error.APIError, openai.error.Timeout):
    run(error("no"))
>>>
left: exceptions of today are made of a response, and it shows at run time which one this is
--- what may be one of the SDK
try:
    openai.Model.list()
except Exception as e:
    print(e.http_status)
>>>
left: it goes with line 5: this may be an exception of others, which never had http_status; --unsafe-fixes does it
--- the name of a class that keeps it
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(type(e).__name__, e.__class__.__name__)
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(type(e).__name__, e.__class__.__name__)
--- of what a retry asks about
import backoff
import openai
def fatal(e):
    return e.http_status is not None and e.http_status < 500
@backoff.on_exception(backoff.expo, (openai.error.RateLimitError, openai.error.APIError), giveup=fatal)
def ask():
    return openai.Model.list()
>>>
import backoff
import openai
def fatal(e):
    return getattr(e, "status_code", None) is not None and getattr(e, "status_code", None) < 500
@backoff.on_exception(backoff.expo, (openai.RateLimitError, openai.InternalServerError, openai.UnprocessableEntityError), giveup=fatal)
def ask():
    return openai.models.list()
--- of what a retry asks about, in a lambda
import openai
from tenacity import retry, retry_if_exception
@retry(retry=retry_if_exception(lambda e: e.http_status == 429))
def ask():
    return openai.Model.list()
>>>
import openai
from tenacity import retry, retry_if_exception
@retry(retry=retry_if_exception(lambda e: getattr(e, "status_code", None) == 429))
def ask():
    return openai.models.list()
--- of what a retry asks about, others among them
import backoff
import openai
def fatal(e):
    return e.http_status < 500
@backoff.on_exception(backoff.expo, (openai.error.RateLimitError, OSError), giveup=fatal)
def ask():
    return openai.Model.list()
>>>
left: it goes with line 4: http_status may be that of an exception of the SDK, which has it no more
--- of what something else asks about, too
import backoff
import openai
def fatal(e):
    return e.http_status < 500
@backoff.on_exception(backoff.expo, openai.error.RateLimitError, giveup=fatal)
def ask():
    return openai.Model.list()
watch(fatal)
>>>
left: it goes with line 4: http_status may be that of an exception of the SDK, which has it no more
--- of a cause
def ask():
    try:
        return openai.Model.list()
    except openai.error.OpenAIError as e:
        raise ValueError("no list") from e
try:
    ask()
except ValueError as e:
    cause = e.__cause__
    print(cause.http_status, e.__cause__.user_message)
>>>
def ask():
    try:
        return openai.models.list()
    except openai.OpenAIError as e:
        raise ValueError("no list") from e
try:
    ask()
except ValueError as e:
    cause = e.__cause__
    print(getattr(cause, "status_code", None), e.__cause__.body["message"] if isinstance(getattr(e.__cause__, "body", None), dict) else str(e.__cause__))
--- of a cause that may be another one
def ask():
    try:
        return openai.Model.list()
    except openai.error.OpenAIError as e:
        raise ValueError("no list") from e
    except OSError as e:
        raise ValueError("no file") from e
try:
    ask()
except ValueError as e:
    print(e.__cause__.http_status)
>>>
left: it goes with line 12: http_status may be that of an exception of the SDK, which has it no more
--- the code of one that had it
try:
    openai.Model.list()
except openai.error.InvalidRequestError as e:
    print(e.code)
>>>
try:
    openai.models.list()
except (openai.BadRequestError, openai.NotFoundError) as e:
    print(e.code)
--- the code of one that had none
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(e.code)
>>>
left: it goes with line 5: code of this exception was None, and is what the service says today; --unsafe-fixes does it
--- the code of one that had none [unsafe]
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(e.code)
>>>
try:
    openai.models.list()
except openai.RateLimitError as e:
    print(e.code)
--- the code of what may have had it
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e.code)
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print((e.code if isinstance(e, (openai.BadRequestError, openai.NotFoundError)) else None))
--- the code of a connection
try:
    openai.Model.list()
except openai.error.APIConnectionError as e:
    print(e.code)
>>>
try:
    openai.models.list()
except openai.APIConnectionError as e:
    print(e.code)
--- the text of the server
try:
    openai.Model.list()
except openai.error.APIError as e:
    print(e.user_message, e.json_body, e.http_status)
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as e:
    print(e.body["message"] if isinstance(e.body, dict) else str(e), {"error": e.body} if isinstance(e.body, dict) else None, e.status_code)
--- by getattr, of what may be another one
try:
    openai.Model.list()
except Exception as e:
    print(getattr(e, "http_status", None))
>>>
left: it goes with line 5: http_status may be that of an exception of the SDK, which has it no more
--- by getattr, with another default
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(getattr(e, "http_status", "none"))
>>>
left: it goes with line 5: http_status may be that of an exception of the SDK, which has it no more
--- headers of what may be another exception
try:
    openai.Model.list()
except Exception as e:
    print(int(e.headers["Retry-After"]))
>>>
left: it goes with line 5: this may be an exception of others, which never had headers; --unsafe-fixes does it
--- headers of what may be another exception [unsafe]
try:
    openai.Model.list()
except Exception as e:
    print(int(e.headers["Retry-After"]))
>>>
try:
    openai.models.list()
except Exception as e:
    print(int(e.response.headers["Retry-After"]))
--- the text of what may be another exception [unsafe]
try:
    openai.Model.list()
except Exception as e:
    print(e.user_message, e.http_status)
>>>
try:
    openai.models.list()
except Exception as e:
    print(e.body["message"] if isinstance(getattr(e, "body", None), dict) else str(e), getattr(e, "status_code", None))
--- headers of an exception where the SDK is not called
openai.Model.list()
try:
    load()
except Exception as e:
    print(e.headers)
>>>
openai.models.list()
try:
    load()
except Exception as e:
    print(e.headers)
--- methods of the program's own
class Chat:
    def ask(self, user_message):
        self.interface.user_message(user_message)
        return openai.Model.list()
>>>
class Chat:
    def ask(self, user_message):
        self.interface.user_message(user_message)
        return openai.models.list()
--- no exception of the SDK
class Error(Exception):
    http_status = 3
try:
    openai.Model.list()
except Error as e:
    print(e.http_status)
>>>
left: http_status may be that of an exception of the SDK, which has it no more
"""

CLAUSES = r"""
--- the wider one comes first
try:
    openai.Model.list()
except openai.error.APIConnectionError:
    print("connection")
except openai.error.Timeout:
    print("timeout")
>>>
try:
    openai.models.list()
except openai.APITimeoutError:
    print("timeout")
except openai.APIConnectionError:
    print("connection")
--- the narrower one comes first
try:
    openai.Model.list()
except openai.error.Timeout:
    print("timeout")
except openai.error.APIConnectionError:
    print("connection")
>>>
try:
    openai.models.list()
except openai.APITimeoutError:
    print("timeout")
except openai.APIConnectionError:
    print("connection")
--- another between, with comments
try:
    openai.Model.list()
# no connection
except openai.error.APIConnectionError:
    print("connection")
    # that was it
except openai.error.RateLimitError:
    # slow
    print("rate")
except openai.error.Timeout:  # late
    print("timeout")
else:
    print("fine")
finally:
    print("done")
>>>
try:
    openai.models.list()
# no connection
except openai.APITimeoutError:  # late
    print("timeout")
except openai.APIConnectionError:
    print("connection")
    # that was it
except openai.RateLimitError:
    # slow
    print("rate")
else:
    print("fine")
finally:
    print("done")
--- another between that catches all
try:
    openai.Model.list()
except openai.error.APIConnectionError:
    print("connection")
except openai.error.OpenAIError:
    print("all")
except openai.error.Timeout:
    print("timeout")
>>>
left: the order of the clauses must change, and one of them catches more than these
--- on one line each
try: openai.Model.list()
except openai.error.APIConnectionError: print("connection")
except openai.error.Timeout: print("timeout")
>>>
try: openai.models.list()
except openai.APITimeoutError: print("timeout")
except openai.APIConnectionError: print("connection")
--- both in one
try:
    openai.Model.list()
except (openai.error.APIConnectionError, openai.error.Timeout):
    print("either")
>>>
try:
    openai.models.list()
except (openai.APIConnectionError, openai.APITimeoutError):
    print("either")
--- the wider one in a tuple
try:
    openai.Model.list()
except (openai.error.APIConnectionError, openai.error.RateLimitError):
    print("connection")
except openai.error.Timeout:
    print("timeout")
>>>
try:
    openai.models.list()
except openai.APITimeoutError:
    print("timeout")
except (openai.APIConnectionError, openai.RateLimitError):
    print("connection")
--- the wider one alone
try:
    openai.Model.list()
except openai.error.APIConnectionError:
    print("connection")
>>>
try:
    openai.models.list()
except openai.APIConnectionError:
    print("connection")
--- timeouts, which a clause for all errors had
try:
    openai.Model.list()
except openai.error.APIConnectionError:
    print("connection")
except openai.error.OpenAIError as e:
    # all else
    print("other", e.http_status)
>>>
try:
    openai.models.list()
except openai.APITimeoutError as e:
    # all else
    print("other", getattr(e, "status_code", None))
except openai.APIConnectionError:
    print("connection")
except openai.OpenAIError as e:
    # all else
    print("other", getattr(e, "status_code", None))
--- timeouts, on lines of clauses
try: openai.Model.list()
except (openai.error.APIConnectionError, ValueError): print("connection")
except Exception: print("other")
>>>
try: openai.models.list()
except openai.APITimeoutError:
    print("other")
except (openai.APIConnectionError, ValueError): print("connection")
except Exception: print("other")
--- timeouts, where both do the same
try:
    openai.Model.list()
except openai.error.APIConnectionError:
    print("failed")
except Exception:
    print("failed")
>>>
try:
    openai.models.list()
except openai.APIConnectionError:
    print("failed")
except Exception:
    print("failed")
--- 503, which a clause for all errors had
try:
    openai.Model.list()
except openai.error.RateLimitError:
    print("slow")
except openai.error.APIError as e:  # theirs
    print("server", e)
except Exception as e:
    print("other")
>>>
try:
    openai.models.list()
except openai.RateLimitError:
    print("slow")
except (openai.InternalServerError, openai.UnprocessableEntityError) as e:  # theirs
    if e.status_code == 503:
        print("other")
    else:
        print("server", e)
except Exception as e:
    print("other")
--- 503, and texts in pieces
try:
    openai.Model.list()
except openai.error.APIError as e:
    raise ValueError(
        "one "
        "two"
    )
except Exception as e:
    raise ValueError(
        "three "
        "four"
    )
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as e:
    if e.status_code == 503:
        raise ValueError(
            "three "
            "four"
        )
    else:
        raise ValueError(
            "one "
            "two"
        )
except Exception as e:
    raise ValueError(
        "three "
        "four"
    )
--- all but 503, which a clause for all errors had
try:
    openai.Model.list()
except (openai.error.RateLimitError, openai.error.ServiceUnavailableError):
    print("slow")
except openai.error.OpenAIError:
    print("other")
>>>
try:
    openai.models.list()
except (openai.RateLimitError, openai.InternalServerError) as error:
    if (getattr(error, "status_code", None) or 0) >= 500 and getattr(error, "status_code", None) != 503:
        print("other")
    else:
        print("slow")
except openai.OpenAIError:
    print("other")
--- 503, and another order
try:
    openai.Model.list()
except openai.error.APIError:
    print("server")
except openai.error.APIConnectionError:
    print("connection")
except openai.error.Timeout:
    print("late")
except openai.error.OpenAIError:
    print("other")
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as error:
    if error.status_code == 503:
        print("other")
    else:
        print("server")
except openai.APITimeoutError:
    print("late")
except openai.APIConnectionError:
    print("connection")
except openai.OpenAIError:
    print("other")
--- timeouts, which a clause further out had
def ask():
    try:
        try:
            return openai.Model.list()
        except openai.error.APIConnectionError:
            return "connection"
    except openai.error.Timeout:
        return "timeout"
>>>
def ask():
    try:
        try:
            return openai.models.list()
        except openai.APITimeoutError:
            raise
        except openai.APIConnectionError:
            return "connection"
    except openai.APITimeoutError:
        return "timeout"
--- all but 503, which a clause further out had
def ask():
    try:
        try:
            return openai.Model.list()
        except openai.error.ServiceUnavailableError:  # busy
            # Later.
            return "busy"
    except:
        return "other"
>>>
def ask():
    try:
        try:
            return openai.models.list()
        except openai.InternalServerError as error:  # busy
            if error.status_code != 503:
                raise
            # Later.
            return "busy"
    except:
        return "other"
--- 503, which a clause further out had
def ask():
    try:
        try:
            return openai.Model.list()
        except (openai.error.APIError, ValueError) as e: return e
    except openai.error.OpenAIError:
        return "other"
>>>
def ask():
    try:
        try:
            return openai.models.list()
        except (openai.InternalServerError, openai.UnprocessableEntityError, ValueError) as e:
            if getattr(e, "status_code", None) == 503:
                raise
            return e
    except openai.OpenAIError:
        return "other"
--- 503, raised again as it is
def ask():
    try:
        try:
            return openai.Model.list()
        except openai.error.APIError:
            raise
    except openai.error.ServiceUnavailableError:
        return "busy"
>>>
def ask():
    try:
        try:
            return openai.models.list()
        except (openai.InternalServerError, openai.UnprocessableEntityError):
            raise
    except openai.InternalServerError:
        return "busy"
--- 503, and names that differ
try:
    openai.Model.list()
except openai.error.APIError as one:
    print("server", one)
except Exception as other:
    print("other", other)
>>>
left: it would catch openai.error.ServiceUnavailableError today, for which there is a clause below
--- 503 and the others
try:
    openai.Model.list()
except openai.error.APIError as e:
    print("server", e)
except openai.error.ServiceUnavailableError:
    print("busy")
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as e:
    if e.status_code == 503:
        print("busy")
    else:
        print("server", e)
--- 503 first
try:
    openai.Model.list()
except openai.error.ServiceUnavailableError as e:
    print("busy")
    time.sleep(1)

except openai.error.APIError as e:
    print("server")
    raise
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as e:
    if e.status_code == 503:
        print("busy")
        time.sleep(1)
    else:
        print("server")
        raise
--- 503 and the others, with the same to do
try:
    openai.Model.list()
except openai.error.APIError:
    print("server")
except openai.error.ServiceUnavailableError:
    print("server")
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError):
    print("server")
except openai.InternalServerError:
    print("server")
--- 503 and the others, with comments
try:
    openai.Model.list()
except openai.error.APIError:  # theirs
    # It is broken.
    print("server")
except openai.error.ServiceUnavailableError:  # busy
    # Later.
    print("busy")  # really
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as error:
    if error.status_code == 503:  # busy
        # Later.
        print("busy")  # really
    else:  # theirs
        # It is broken.
        print("server")
--- all of them in the order of the old examples
try:
    openai.Model.list()
except openai.error.APIError as e:
    # retry or log
    print("server", e)
except openai.error.APIConnectionError as e:
    # the network
    print("connection", e)
except openai.error.RateLimitError as e:
    print("limit", e)

except openai.error.ServiceUnavailableError as e:
    # busy
    print("busy", e)
except openai.error.Timeout as e:
    print("time", e)
except:
    print("other")
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as e:
    if e.status_code == 503:
        # busy
        print("busy", e)
    else:
        # retry or log
        print("server", e)
except openai.APITimeoutError as e:
    print("time", e)
except openai.APIConnectionError as e:
    # the network
    print("connection", e)
except openai.RateLimitError as e:
    print("limit", e)

except:
    print("other")
--- 503 and the others, by its short name
try:
    openai.Model.list()
except openai.APIError:
    print("server")
except openai.error.ServiceUnavailableError:
    print("busy")
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as error:
    if error.status_code == 503:
        print("busy")
    else:
        print("server")
--- 503 and the others, under two names
try:
    openai.Model.list()
except openai.error.APIError as e:
    print("server", e)
except openai.error.ServiceUnavailableError as busy:
    print("busy", busy)
>>>
left: openai.InternalServerError is raised both for openai.error.APIError and for openai.error.ServiceUnavailableError, and their clauses differ
--- 503 and the others, another between
try:
    openai.Model.list()
except openai.error.APIError:
    print("server")
except openai.error.RateLimitError:
    print("rate")
except openai.error.ServiceUnavailableError:
    print("busy")
>>>
try:
    openai.models.list()
except (openai.InternalServerError, openai.UnprocessableEntityError) as error:
    if error.status_code == 503:
        print("busy")
    else:
        print("server")
except openai.RateLimitError:
    print("rate")
--- 503 and the others, in tuples
try:
    openai.Model.list()
except (openai.error.APIError, openai.error.RateLimitError):
    print("server")
except openai.error.ServiceUnavailableError:
    print("busy")
>>>
left: openai.InternalServerError is raised both for openai.error.APIError and for openai.error.ServiceUnavailableError, and their clauses differ
--- 503 and the others, with a text over lines
try:
    openai.Model.list()
except openai.error.APIError:
    print('''a
b''')
except openai.error.ServiceUnavailableError:
    print("busy")
>>>
left: openai.InternalServerError is raised both for openai.error.APIError and for openai.error.ServiceUnavailableError, and their clauses differ
--- 503 and the others, told apart by isinstance
try:
    openai.Model.list()
except Exception as e:
    if isinstance(e, openai.error.APIError):
        print("server")
    elif isinstance(e, openai.error.ServiceUnavailableError):
        print("busy")
>>>
try:
    openai.models.list()
except Exception as e:
    if isinstance(e, (openai.InternalServerError, openai.UnprocessableEntityError)) and e.status_code != 503:
        print("server")
    elif isinstance(e, openai.InternalServerError):
        print("busy")
--- 503 and the others, told apart by isinstance, in a choice
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print("busy" if isinstance(e, openai.error.ServiceUnavailableError) else "api" if isinstance(e, openai.error.APIError) else e)
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    print("busy" if isinstance(e, openai.InternalServerError) and e.status_code == 503 else "api" if isinstance(e, (openai.InternalServerError, openai.UnprocessableEntityError)) else e)
--- 503 and the others, told apart by isinstance, among others
def is_transient(e):
    if not isinstance(e, (openai.error.APIError, openai.error.RateLimitError)):
        return isinstance(e, openai.error.ServiceUnavailableError)
>>>
def is_transient(e):
    if not (isinstance(e, (openai.InternalServerError, openai.UnprocessableEntityError, openai.RateLimitError)) and getattr(e, "status_code", None) != 503):
        return isinstance(e, openai.InternalServerError) and e.status_code == 503
--- 503 and the others, told apart by isinstance, 503 among others
try:
    openai.Model.list()
except Exception as e:
    if isinstance(e, (openai.error.ServiceUnavailableError, openai.error.Timeout)):
        print("busy")
    elif isinstance(e, openai.error.APIError):
        print("server")
>>>
left: openai.error.APIError and openai.error.ServiceUnavailableError are one class today, and are told apart here
--- 503 and the others, told apart by their classes
try:
    openai.Model.list()
except Exception as e:
    if type(e) is openai.error.ServiceUnavailableError:
        print("busy")
    elif type(e) is openai.error.APIError:
        print("server")
>>>
left: openai.error.APIError and openai.error.ServiceUnavailableError are one class today, and are told apart here
--- a connection and a timeout, told apart by isinstance
try:
    openai.Model.list()
except Exception as e:
    if isinstance(e, openai.error.APIConnectionError):
        print("connection")
    elif isinstance(e, openai.error.Timeout):
        print("timeout")
>>>
try:
    openai.models.list()
except Exception as e:
    if isinstance(e, openai.APIConnectionError) and not isinstance(e, openai.APITimeoutError):
        print("connection")
    elif isinstance(e, openai.APITimeoutError):
        print("timeout")
--- a connection and a timeout, told apart by isinstance, the narrower one first
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    if isinstance(e, openai.error.Timeout):
        print("timeout")
    elif isinstance(e, openai.error.RateLimitError):
        print("slow")
    elif isinstance(e, openai.error.APIConnectionError):
        print("connection")
>>>
try:
    openai.models.list()
except openai.OpenAIError as e:
    if isinstance(e, openai.APITimeoutError):
        print("timeout")
    elif isinstance(e, openai.RateLimitError):
        print("slow")
    elif isinstance(e, openai.APIConnectionError):
        print("connection")
--- a connection and a timeout, told apart by isinstance, of two exceptions
def worse(a, b):
    return isinstance(a, openai.error.Timeout) and isinstance(b, openai.error.APIConnectionError)
>>>
def worse(a, b):
    return isinstance(a, openai.APITimeoutError) and isinstance(b, openai.APIConnectionError)
--- a connection and a timeout, caught by one clause and told apart
try:
    openai.Model.list()
except (openai.error.Timeout, openai.error.APIConnectionError) as e:
    print("connection" if isinstance(e, openai.error.APIConnectionError) else "timeout")
>>>
try:
    openai.models.list()
except (openai.APITimeoutError, openai.APIConnectionError) as e:
    print("connection" if isinstance(e, openai.APIConnectionError) and not isinstance(e, openai.APITimeoutError) else "timeout")
--- a connection and a timeout, told apart by their classes
try:
    openai.Model.list()
except Exception as e:
    if type(e) is openai.error.APIConnectionError:
        print("connection")
    elif type(e) is openai.error.Timeout:
        print("timeout")
>>>
try:
    openai.models.list()
except Exception as e:
    if type(e) is openai.APIConnectionError:
        print("connection")
    elif type(e) is openai.APITimeoutError:
        print("timeout")
--- 503 alone
try:
    openai.Model.list()
except openai.error.ServiceUnavailableError:
    print("busy")
>>>
try:
    openai.models.list()
except openai.InternalServerError:
    print("busy")
--- the base of all comes first, as it did
try:
    openai.Model.list()
except openai.error.OpenAIError:
    print("all")
except Exception:
    print("else")
>>>
try:
    openai.models.list()
except openai.OpenAIError:
    print("all")
except Exception:
    print("else")
--- clauses with semicolons
try:
    openai.Model.list()
except openai.error.APIConnectionError: a = 1; b = 2
except openai.error.Timeout: a = 2; b = 3
>>>
try:
    openai.models.list()
except openai.APITimeoutError: a = 2; b = 3
except openai.APIConnectionError: a = 1; b = 2
--- clauses indented by tabs
def f():
	try:
		openai.Model.list()
	except openai.error.APIError:
		print("server")
	except openai.error.ServiceUnavailableError:
		print("busy")
>>>
def f():
	try:
		openai.models.list()
	except (openai.InternalServerError, openai.UnprocessableEntityError) as error:
		if error.status_code == 503:
			print("busy")
		else:
			print("server")
--- in a loop
while True:
    try:
        r = openai.Model.list()
        break
    except openai.error.ServiceUnavailableError:
        time.sleep(3)
        continue
    except openai.error.APIError as e:
        print(e)
        break
>>>
while True:
    try:
        r = openai.models.list()
        break
    except (openai.InternalServerError, openai.UnprocessableEntityError) as e:
        if e.status_code == 503:
            time.sleep(3)
            continue
        else:
            print(e)
            break
--- one within the other
try:
    try:
        openai.Model.list()
    except openai.error.APIConnectionError:
        print(1)
    except openai.error.Timeout:
        print(2)
except openai.error.APIConnectionError:
    print(3)
except openai.error.Timeout:
    print(4)
>>>
try:
    try:
        openai.models.list()
    except openai.APITimeoutError:
        print(2)
    except openai.APIConnectionError:
        print(1)
except openai.APITimeoutError:
    print(4)
except openai.APIConnectionError:
    print(3)
"""

RETRIES = r"""
--- tenacity
import openai
from tenacity import retry, retry_if_exception_type, stop_after_attempt
@retry(retry=retry_if_exception_type(openai.error.RateLimitError), stop=stop_after_attempt(3))
def ask():
    return openai.Model.list()
>>>
import openai
from tenacity import retry, retry_if_exception_type, stop_after_attempt
@retry(retry=retry_if_exception_type(openai.RateLimitError), stop=stop_after_attempt(3))
def ask():
    return openai.models.list()
--- tenacity, one that is two
import openai
from tenacity import retry, retry_if_exception_type
@retry(retry=retry_if_exception_type(openai.error.InvalidRequestError))
def ask():
    return openai.Model.list()
>>>
import openai
from tenacity import retry, retry_if_exception_type
@retry(retry=retry_if_exception_type((openai.BadRequestError, openai.NotFoundError)))
def ask():
    return openai.models.list()
--- tenacity, or
import openai
from tenacity import retry, retry_if_exception_type
@retry(
    retry=(
        retry_if_exception_type(openai.error.Timeout)
        | retry_if_exception_type(openai.error.APIError)
        | retry_if_exception_type(openai.error.APIConnectionError)
        | retry_if_exception_type(openai.error.RateLimitError)
    ),
)
def ask():
    return openai.Model.list()
>>>
import openai
from tenacity import retry, retry_if_exception_type
@retry(
    retry=(
        retry_if_exception_type(openai.APITimeoutError)
        | retry_if_exception_type((openai.InternalServerError, openai.UnprocessableEntityError))
        | retry_if_exception_type(openai.APIConnectionError)
        | retry_if_exception_type(openai.RateLimitError)
    ),
)
def ask():
    return openai.models.list()
--- tenacity, a tuple
import openai
from tenacity import retry, retry_if_exception_type
@retry(retry=retry_if_exception_type((openai.error.RateLimitError, openai.error.InvalidRequestError)))
def ask():
    return openai.Model.list()
>>>
import openai
from tenacity import retry, retry_if_exception_type
@retry(retry=retry_if_exception_type((openai.RateLimitError, openai.BadRequestError, openai.NotFoundError)))
def ask():
    return openai.models.list()
--- backoff
import backoff
import openai
@backoff.on_exception(backoff.expo, openai.error.RateLimitError)
def ask():
    return openai.Model.list()
>>>
import backoff
import openai
@backoff.on_exception(backoff.expo, openai.RateLimitError)
def ask():
    return openai.models.list()
--- backoff, a tuple
import backoff
import openai
@backoff.on_exception(backoff.expo, (openai.error.RateLimitError, openai.error.Timeout), max_tries=3)
def ask():
    return openai.Model.list()
>>>
import backoff
import openai
@backoff.on_exception(backoff.expo, (openai.RateLimitError, openai.APITimeoutError), max_tries=3)
def ask():
    return openai.models.list()
--- backoff, by keyword
import backoff
import openai
@backoff.on_exception(backoff.expo, exception=openai.error.RateLimitError)
def ask():
    return openai.Model.list()
>>>
import backoff
import openai
@backoff.on_exception(backoff.expo, exception=openai.RateLimitError)
def ask():
    return openai.models.list()
--- a connection, but no timeout
import openai
from tenacity import retry, retry_if_exception_type
@retry(retry=retry_if_exception_type(openai.error.APIConnectionError))
def ask():
    return openai.Model.list()
>>>
import openai
from tenacity import retry, retry_if_exception_type
@retry(retry=retry_if_exception_type(openai.APIConnectionError))
def ask():
    return openai.models.list()
--- a decorator of its own
import openai
def retry(errors: tuple = (openai.error.RateLimitError,)):
    def wrap(f):
        return f
    return wrap
@retry(errors=(openai.error.RateLimitError, openai.error.ServiceUnavailableError))
def ask():
    return openai.Model.list()
>>>
import openai
def retry(errors: tuple = (openai.RateLimitError,)):
    def wrap(f):
        return f
    return wrap
@retry(errors=(openai.RateLimitError, openai.InternalServerError))
def ask():
    return openai.models.list()
"""

TESTS = r"""
--- raises
import openai
import pytest
def test():
    with pytest.raises(openai.error.RateLimitError):
        openai.Model.list()
>>>
import openai
import pytest
def test():
    with pytest.raises(openai.RateLimitError):
        openai.models.list()
--- raised without a call
def f():
    raise openai.error.RateLimitError
>>>
import httpx2
import openai
def f():
    raise openai.RateLimitError("<empty message>", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
--- raised without a call, from another
def f():
    try:
        pass
    except OSError as e:
        raise openai.error.APIError from e
>>>
import httpx2
import openai
def f():
    try:
        pass
    except OSError as e:
        raise openai.InternalServerError("<empty message>", response=httpx2.Response(500, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None) from e
--- handed to what raises it
def f(future):
    future.set_exception(openai.error.Timeout)
>>>
import httpx2
import openai
def f(future):
    future.set_exception(openai.APITimeoutError(request=httpx2.Request("POST", "https://api.openai.com/v1")))
--- raises one that is two
import openai
import pytest
def test():
    with pytest.raises(openai.error.InvalidRequestError):
        openai.Model.list()
>>>
import openai
import pytest
def test():
    with pytest.raises((openai.BadRequestError, openai.NotFoundError)):
        openai.models.list()
--- raises, with its text
import openai
import pytest
def test():
    with pytest.raises(openai.error.RateLimitError, match="^slow"):
        openai.Model.list()
>>>
import openai
import pytest
def test():
    with pytest.raises(openai.RateLimitError, match="^slow"):
        openai.models.list()
--- assertRaises
import unittest
import openai
class Test(unittest.TestCase):
    def test(self):
        with self.assertRaises(openai.error.InvalidRequestError):
            openai.Model.list()
>>>
import unittest
import openai
class Test(unittest.TestCase):
    def test(self):
        with self.assertRaises((openai.BadRequestError, openai.NotFoundError)):
            openai.models.list()
--- made without a mock
def f():
    raise openai.error.RateLimitError("slow")
>>>
import httpx2
import openai
def f():
    raise openai.RateLimitError("slow", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
--- suppressed, each
import contextlib
import openai
with contextlib.suppress(openai.error.APIError, openai.error.ServiceUnavailableError, openai.error.InvalidRequestError):
    openai.Model.list()
>>>
import contextlib
import openai
with contextlib.suppress(openai.InternalServerError, openai.UnprocessableEntityError, openai.BadRequestError, openai.NotFoundError):
    openai.models.list()
--- made, each
def f(kind):
    a = openai.error.APIConnectionError("no")
    b = openai.error.Timeout("late")
    c = openai.error.AuthenticationError("key")
    d = openai.error.ServiceUnavailableError("busy")
    e = openai.error.InvalidRequestError("empty", param="prompt")
    f = openai.error.OpenAIError("what")
    g = openai.error.APIError(message="broken", http_status=502)
    h = openai.error.RateLimitError("slow", headers={"Retry-After": "3"})
>>>
import httpx2
import openai
def f(kind):
    a = openai.APIConnectionError(message="no", request=httpx2.Request("POST", "https://api.openai.com/v1"))
    b = openai.APITimeoutError(request=httpx2.Request("POST", "https://api.openai.com/v1"))
    c = openai.AuthenticationError("key", response=httpx2.Response(401, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
    d = openai.InternalServerError("busy", response=httpx2.Response(503, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
    e = openai.BadRequestError("empty", response=httpx2.Response(400, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
    f = openai.OpenAIError("what")
    g = openai.InternalServerError("broken", response=httpx2.Response(502, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
    h = openai.RateLimitError("slow", response=httpx2.Response(429, headers={"Retry-After": "3"}, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
--- made, by its short name
def f():
    raise openai.APIError("broken")
def g():
    raise openai.OpenAIError("what")
def h():
    openai.Model.list()
>>>
import httpx2
import openai
def f():
    raise openai.InternalServerError("broken", response=httpx2.Response(500, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
def g():
    raise openai.OpenAIError("what")
def h():
    openai.models.list()
--- made, from the package
from openai.error import InvalidRequestError as Bad, RateLimitError as Limited
def f():
    raise Limited("slow")
def g():
    raise Bad("bad", None)
>>>
import httpx2
from openai import BadRequestError, NotFoundError, RateLimitError as Limited
def f():
    raise Limited("slow", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
def g():
    raise BadRequestError("bad", response=httpx2.Response(400, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
--- made, by a name of its own
import openai
Limited = openai.error.RateLimitError
def f():
    raise Limited("slow")
>>>
import httpx2
import openai
Limited = openai.RateLimitError
def f():
    raise Limited("slow", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
--- made, one of several
KINDS = {"rate": openai.error.RateLimitError, "key": openai.error.AuthenticationError}
def fail(kind, text):
    raise KINDS[kind](text)
>>>
left: this may be an exception of the SDK, which is made of a response today
--- a timeout under another name, whose text is shown
from openai.error import Timeout as TooLong
import openai
def f():
    raise TooLong("my text")
try:
    f()
except TooLong as e:
    print(e)
>>>
left: the text of today's exception for a timeout is always the same
--- of the class of one that was caught
import openai
try:
    openai.Completion.create(model="m", prompt="p")
except openai.error.RateLimitError as e:
    raise type(e)("again: " + str(e))
>>>
left: this may be an exception of the SDK, which is made of a response today
--- of the class of one that was caught, by its attribute
import openai
try:
    openai.Completion.create(model="m", prompt="p")
except openai.error.RateLimitError as e:
    raise e.__class__("again")
>>>
left: this may be an exception of the SDK, which is made of a response today
--- made, of a parameter
def fail(kind, text):
    raise kind(text)
fail(openai.error.RateLimitError, "slow")
>>>
left: this may be an exception of the SDK, which is made of a response today
--- made, of an attribute
class Fake:
    def __init__(self, error):
        self.error = error
    def ask(self):
        raise self.error("slow")
Fake(openai.error.RateLimitError).ask()
>>>
left: this may be an exception of the SDK, which is made of a response today
--- raised again, beside a tuple
RETRY = (openai.error.RateLimitError, openai.error.Timeout)
def ask(self):
    last = None
    for _ in range(3):
        try:
            return openai.Model.list()
        except RETRY as e:
            last = e
        except Exception as e:
            self.last = e
            raise self.last.with_traceback(None)
    raise last
>>>
RETRY = (openai.RateLimitError, openai.APITimeoutError)
def ask(self):
    last = None
    for _ in range(3):
        try:
            return openai.models.list()
        except RETRY as e:
            last = e
        except Exception as e:
            self.last = e
            raise self.last.with_traceback(None)
    raise last
--- made, and its parameter read
try:
    raise openai.error.InvalidRequestError("empty", param="prompt")
except openai.error.InvalidRequestError as e:
    print(e.param)
>>>
left: this exception is made of more than a text, which today's is not
import openai
try:
    raise openai.error.InvalidRequestError("empty", param="prompt")
except (openai.BadRequestError, openai.NotFoundError) as e:
    print(e.param)
--- made, and its status read
def ask():
    if full:
        raise openai.error.RateLimitError("slow")
    return openai.Model.list()
try:
    ask()
except openai.error.RateLimitError as e:
    print(e.http_status)
>>>
left: it goes with line 9: the program makes such an exception itself, which had no http_status
--- made, and its text read
def ask():
    if full:
        raise openai.error.RateLimitError("slow")
    return openai.Model.list()
try:
    ask()
except openai.error.RateLimitError as e:
    print(e.user_message)
>>>
import httpx2
import openai
def ask():
    if full:
        raise openai.RateLimitError("slow", response=httpx2.Response(429, request=httpx2.Request("POST", "https://api.openai.com/v1")), body=None)
    return openai.models.list()
try:
    ask()
except openai.RateLimitError as e:
    print(e.body["message"] if isinstance(e.body, dict) else str(e))
--- made, and the text of a timeout read
try:
    raise openai.error.Timeout("late")
except openai.error.OpenAIError as e:
    print(e)
>>>
left: the text of today's exception for a timeout is always the same
--- made of a body
def f():
    raise openai.error.RateLimitError("slow", json_body={"error": {}})
>>>
left: this exception is made of more than a text, which today's is not
--- made of what does not show
def f(given):
    raise openai.error.RateLimitError(*given)
>>>
left: this exception is made of more than a text, which today's is not
--- made with a mock
from unittest import mock
import openai
def test():
    error = openai.error.RateLimitError("slow")
    with mock.patch("openai.ChatCompletion.create", side_effect=error):
        pass
>>>
from unittest import mock
import openai
def test():
    error = openai.RateLimitError("slow", response=mock.Mock(status_code=429, headers={}), body=None)
    with mock.patch("openai.resources.chat.completions.Completions.create", side_effect=error):
        pass
--- made with a mock, each
from unittest.mock import Mock
import openai
def test():
    a = openai.error.APIConnectionError("no")
    b = openai.error.Timeout("late")
    c = openai.error.AuthenticationError()
    d = openai.error.ServiceUnavailableError("busy")
>>>
from unittest.mock import Mock
import openai
def test():
    a = openai.APIConnectionError(message="no", request=Mock())
    b = openai.APITimeoutError(request=Mock())
    c = openai.AuthenticationError("<empty message>", response=Mock(status_code=401, headers={}), body=None)
    d = openai.InternalServerError("busy", response=Mock(status_code=503, headers={}), body=None)
--- made with a mock, one that is two
from unittest.mock import Mock
import openai
def test():
    openai.error.InvalidRequestError("bad", "param")
>>>
from unittest.mock import Mock
import openai
def test():
    openai.BadRequestError("bad", response=Mock(status_code=400, headers={}), body=None)
--- made with more
from unittest.mock import Mock
import openai
def test():
    openai.error.RateLimitError("slow", http_status=429)
>>>
from unittest.mock import Mock
import openai
def test():
    openai.RateLimitError("slow", response=Mock(status_code=429, headers={}), body=None)
--- the class itself is what a mock raises
from unittest import mock
import openai
def test():
    with mock.patch("openai.ChatCompletion.create", side_effect=openai.error.RateLimitError):
        pass
>>>
from unittest import mock
import openai
def test():
    with mock.patch("openai.resources.chat.completions.Completions.create", side_effect=openai.RateLimitError("<empty message>", response=mock.Mock(status_code=429, headers={}), body=None)):
        pass
"""


@examples(CLASSES, header=HEADER)
def test_classes(before, expected, settings):
    check(before, expected, **settings)


@examples(ATTRIBUTES, header=HEADER)
def test_attributes(before, expected, settings):
    check(before, expected, **settings)


@examples(CLAUSES, header=HEADER)
def test_clauses(before, expected, settings):
    check(before, expected, **settings)


@examples(RETRIES)
def test_retries(before, expected, settings):
    check(before, expected, **settings)


@examples(TESTS, header=HEADER)
def test_tests(before, expected, settings):
    check(before, expected, **settings)


TIMEOUTS = "this takes in timeouts today, which were openai.error.Timeout: look whether it suits them"
BUSY = "this takes in 503 today, which was openai.error.ServiceUnavailableError: look whether it suits it"
ALL = "this takes in all of 5xx today, not only 503: look whether it suits them"
UNNAMED = (
    "nothing to do for usual errors; a status without a class (413) is openai.APIStatusError today, not caught here"
)
TRY = "import openai\ntry:\n    openai.Model.list()\n"
RETRY = "import openai, tenacity\n@tenacity.retry(retry={})\ndef ask():\n    openai.Model.list()\n"
TYPE = "tenacity.retry_if_exception_type(openai.error.{})"


@pytest.mark.parametrize(
    ("program", "notes"),
    [
        (TRY + "except openai.error.APIConnectionError:\n    pass\n", [f"line 4: {TIMEOUTS}"]),
        (TRY + "except openai.error.APIError:\n    pass\n", [f"line 4: {BUSY}", f"line 4: {UNNAMED}"]),
        (TRY + "except openai.error.ServiceUnavailableError:\n    pass\n", [f"line 4: {ALL}"]),
        (
            TRY + "except (openai.error.APIConnectionError, openai.error.Timeout):\n    pass\n",
            [],
        ),
        (
            TRY + "except openai.error.Timeout:\n    pass\nexcept openai.error.APIConnectionError:\n    pass\n",
            [],
        ),
        (
            TRY + "except (openai.error.APIError, openai.error.ServiceUnavailableError):\n    pass\n",
            [f"line 4: {UNNAMED}"],
        ),
        (RETRY.format(TYPE.format("APIConnectionError")), [f"line 2: {TIMEOUTS}"]),
        (RETRY.format(TYPE.format("APIConnectionError") + " | " + TYPE.format("Timeout")), []),
        (
            "import openai\nopenai.Model.list()\nONES = [openai.error.ServiceUnavailableError, ValueError]\n",
            [f"line 3: {ALL}"],
        ),
        (
            TRY + "except Exception as e:\n    if isinstance(e, openai.error.APIConnectionError):\n        pass\n",
            [f"line 5: {TIMEOUTS}"],
        ),
        ("import openai\ndef f(e: openai.error.APIConnectionError): pass\n", []),
        (TRY + "except openai.error.APIConnectionError:\n    print(1)\nexcept Exception:\n    pass\n", []),
    ],
)
def test_what_is_said_of_classes_that_catch_more(program, notes):
    result = fixed(program)
    assert result.after != result.before
    assert list(result.notes) == notes


NO_KEY = "line 5: nothing to do if there is a key; without one, a call raises TypeError today, not openai.AuthenticationError"


@pytest.mark.parametrize(
    ("key", "clause", "note"),
    [
        ("openai.api_key = os.getenv('KEY')", "openai.error.AuthenticationError", NO_KEY),
        ("openai.api_key = os.getenv('KEY')", "(ValueError, openai.error.OpenAIError)", NO_KEY),
        ("openai.api_key = os.environ.get('KEY', '')", "openai.error.AuthenticationError", ""),
        ("openai.api_key = os.environ['KEY']", "openai.error.AuthenticationError", ""),
        ("openai.api_key = 'sk-1'", "openai.error.AuthenticationError", ""),
        ("pass", "openai.error.AuthenticationError", NO_KEY),
        ("pass", "openai.error.RateLimitError", ""),
    ],
)
@pytest.mark.parametrize("client", ["auto", "module"])
def test_it_is_said_what_is_raised_without_a_key(key, clause, note, client):
    result = fixed(
        f"import openai, os\n{key}\ntry:\n    openai.Model.list()\nexcept {clause}:\n    pass\n", client=client
    )
    assert result.after != result.before
    assert "".join(result.notes) == note


@pytest.mark.parametrize(
    "line",
    ["from concurrent.futures import ProcessPoolExecutor", "import multiprocessing", "from multiprocessing import Pool"],
)
def test_exceptions_of_other_processes_are_told_of(line):
    source = f'{line}\nimport openai\ndef f():\n    return openai.Completion.create(model="m", prompt="p")\n'
    assert "cannot be pickled" in reasons(fixed(source))
    assert "cannot be pickled" not in reasons(fixed(source.replace(line, "from multiprocessing.pool import ThreadPool")))
