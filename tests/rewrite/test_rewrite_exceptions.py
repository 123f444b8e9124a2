# ruff: noqa: E501
"""Exceptions: classes, attributes, the order of clauses, and what is made of them in tests and by other packages."""

from __future__ import annotations

from rewrite.given import check, examples

HEADER = "import openai\n"

MADE = "today's classes are not made without arguments"
XFAIL = {
    "no exception": "no edit and no reason",
    "handed to what raises it": MADE,
}

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
except openai.InternalServerError:
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
except openai.InternalServerError as e:
    print(e)
--- the same, from the package
from openai import APIError, Model
try:
    Model.list()
except APIError as e:
    print(e)
>>>
left: openai.APIError was raised for errors of the server alone, and is the base of all today
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
    openai.BadRequestError, openai.NotFoundError,  # ours
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
RETRY = (openai.RateLimitError, openai.InternalServerError)
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
--- suppressed, two
import contextlib
import openai
with contextlib.suppress(openai.error.InvalidRequestError):
    openai.Model.list()
>>>
left: openai.error.InvalidRequestError is several classes now, and one is wanted here
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
left: openai.error.InvalidRequestError is several classes now, and one is wanted here
--- a base class
class Mine(openai.error.OpenAIError):
    pass
>>>
left: a class of the program's own is made of an exception, which is made in another way now
--- a base class that is made otherwise
class Mine(openai.error.RateLimitError):
    def __init__(self):
        super().__init__("slow")
>>>
left: a class of the program's own is made of an exception, which is made in another way now
--- never raised
try:
    openai.Model.list()
except openai.error.InvalidAPIType:
    pass
except openai.error.SignatureVerificationError:
    pass
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
    print((e.body["message"] if getattr(e, "body", None) else str(e)))
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
    if ({"error": e.body} if getattr(e, "body", None) else None):
        print("body")
    print(({"error": e.body} if getattr(e, "body", None) else None))
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
--- the headers of what may have none
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(e.headers)
>>>
left: today's exceptions have no headers
--- should_retry
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    print(e.should_retry)
>>>
left: today's exceptions have no should_retry
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
left: http_status may be that of an exception of the SDK, which has it no more
--- the text is tested
try:
    openai.Model.list()
except openai.error.RateLimitError as e:
    if str(e).startswith("Rate"):
        print("rate")
>>>
left: the text of an exception begins with its status today; --unsafe-fixes does it
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
left: the text of an exception begins with its status today; --unsafe-fixes does it
--- the name of the class
try:
    openai.Model.list()
except openai.error.OpenAIError as e:
    print(type(e).__name__)
>>>
left: the name of the class of an exception is another one today; --unsafe-fixes does it
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
except openai.InternalServerError as e:
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
except openai.InternalServerError as e:
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
except openai.InternalServerError:
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
except openai.InternalServerError as error:
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
except openai.InternalServerError as e:
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
except openai.InternalServerError as error:
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
left: openai.error.APIConnectionError and openai.error.Timeout are one a kind of the other today, and are told apart here
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
	except openai.InternalServerError as error:
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
    except openai.InternalServerError as e:
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
        | retry_if_exception_type(openai.InternalServerError)
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
left: exceptions of today are made of a response
--- raised without a call, from another
def f():
    try:
        pass
    except OSError as e:
        raise openai.error.APIError from e
>>>
left: exceptions of today are made of a response
--- handed to what raises it
def f(future):
    future.set_exception(openai.error.Timeout)
>>>
left: exceptions of today are made of a response
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
left: exceptions of today are made of a response
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
    c = openai.AuthenticationError("", response=Mock(status_code=401, headers={}), body=None)
    d = openai.InternalServerError("busy", response=Mock(status_code=503, headers={}), body=None)
--- made with a mock, one that is two
from unittest.mock import Mock
import openai
def test():
    openai.error.InvalidRequestError("bad", "param")
>>>
left: exceptions of today are made of a response
--- made with more
from unittest.mock import Mock
import openai
def test():
    openai.error.RateLimitError("slow", http_status=429)
>>>
left: exceptions of today are made of a response
--- the class itself is what a mock raises
from unittest import mock
import openai
def test():
    with mock.patch("openai.ChatCompletion.create", side_effect=openai.error.RateLimitError):
        pass
>>>
left: exceptions of today are made of a response
"""


@examples(CLASSES, header=HEADER, xfail=XFAIL)
def test_classes(before, expected, settings):
    check(before, expected, **settings)


@examples(ATTRIBUTES, header=HEADER, xfail=XFAIL)
def test_attributes(before, expected, settings):
    check(before, expected, **settings)


@examples(CLAUSES, header=HEADER, xfail=XFAIL)
def test_clauses(before, expected, settings):
    check(before, expected, **settings)


@examples(RETRIES, xfail=XFAIL)
def test_retries(before, expected, settings):
    check(before, expected, **settings)


@examples(TESTS, header=HEADER, xfail=XFAIL)
def test_tests(before, expected, settings):
    check(before, expected, **settings)
