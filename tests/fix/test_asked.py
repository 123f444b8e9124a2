# ruff: noqa: E501
"""Optional fields: where a test says that a key is there, nobody can catch that it is not."""

from __future__ import annotations

from fix.given import check, examples

HEADER = """import openai
message = openai.ChatCompletion.create(model="m", messages=[])["choices"][0]["message"]
"""
THEN = """import openai
message = openai.chat.completions.create(model="m", messages=[]).choices[0].message
"""
DICT = """import openai
message = openai.chat.completions.create(model="m", messages=[]).to_dict()["choices"][0]["message"]
"""

ASKED = r"""
--- by what the key gives
try:
    if message.get("function_call"):
        print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
>>>
...
try:
    if message.function_call:
        print(message.function_call.name)
except Exception as e:
    print(type(e))
--- by a part of a test
try:
    if ready and message.get("function_call", None) is not None:
        print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
>>>
...
try:
    if ready and message.function_call is not None:
        print(message.function_call.name)
except Exception as e:
    print(type(e))
--- by in
try:
    if "function_call" in message:
        print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
>>>
...
try:
    if message.function_call is not None:
        print(message.function_call.name)
except Exception as e:
    print(type(e))
--- by who leaves
def f():
    try:
        if not message.get("function_call"):
            return None
        return message["function_call"]["name"]
    except Exception as e:
        return type(e)
>>>
...
def f():
    try:
        if not message.function_call:
            return None
        return message.function_call.name
    except Exception as e:
        return type(e)
--- on the other side
try:
    if message.get("function_call") is None:
        print("text")
    else:
        print(message["function_call"]["arguments"])
except Exception as e:
    print(type(e))
>>>
...
try:
    if message.function_call is None:
        print("text")
    else:
        print(message.function_call.arguments)
except Exception as e:
    print(type(e))
--- within an expression
try:
    print(message.get("function_call") and message["function_call"]["name"], message["function_call"]["name"] if message.get("function_call") else "")
except Exception as e:
    print(type(e))
>>>
...
try:
    print(message.function_call and message.function_call.name, message.function_call.name if message.function_call else "")
except Exception as e:
    print(type(e))
"""

NOT_ASKED = r"""
--- by one of two questions
try:
    if message.get("content") or message.get("function_call"):
        print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
>>>
...
try:
    if message.get("content") or message.get("function_call"):
        print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
--- of another object
try:
    if other.get("function_call"):
        print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
>>>
...
try:
    if other.get("function_call"):
        print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
--- where nobody leaves
try:
    if not message.get("function_call"):
        print("text")
    print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
>>>
...
try:
    if not message.get("function_call"):
        print("text")
    print(message["function_call"]["name"])
except Exception as e:
    print(type(e))
--- before a function that is called later
try:
    if message.get("function_call"):
        def later():
            try:
                return message["function_call"]["name"]
            except Exception as e:
                return type(e)
finally:
    print("x")
>>>
...
try:
    if message.get("function_call"):
        def later():
            try:
                return message["function_call"]["name"]
            except Exception as e:
                return type(e)
finally:
    print("x")
"""

ALIKE = r"""
--- it is asked for another class
reply = openai.ChatCompletion.create(model="m", messages=[])
try:
    print(reply["usage"]["total_tokens"])
except Exception as e:
    print(isinstance(e, openai.error.RateLimitError))
>>>
reply = openai.chat.completions.create(model="m", messages=[])
try:
    print(reply.usage.total_tokens)
except Exception as e:
    print(isinstance(e, openai.RateLimitError))
--- it is asked for the class of one of the two
reply = openai.ChatCompletion.create(model="m", messages=[])
try:
    print(reply["usage"]["total_tokens"])
except Exception as e:
    print(isinstance(e, (ValueError, KeyError)))
>>>
reply = openai.chat.completions.create(model="m", messages=[]).to_dict()
try:
    print(reply["usage"]["total_tokens"])
except Exception as e:
    print(isinstance(e, (ValueError, KeyError)))
--- it is given to a function of the program
def print_error(e):
    print(type(e))
def error(e):
    print(type(e))
reply = openai.ChatCompletion.create(model="m", messages=[])
try:
    print(reply["usage"]["total_tokens"])
except Exception as e:
    error(e)
>>>
def print_error(e):
    print(type(e))
def error(e):
    print(type(e))
reply = openai.chat.completions.create(model="m", messages=[]).to_dict()
try:
    print(reply["usage"]["total_tokens"])
except Exception as e:
    error(e)
--- a clause for keys of a package that is no part of the program
import tiktoken
def count(model):
    try:
        return tiktoken.encoding_for_model(model)
    except KeyError:
        return tiktoken.get_encoding("cl100k_base")
print({"usage": openai.ChatCompletion.create(model="m", messages=[])["usage"].total_tokens})
>>>
import tiktoken
def count(model):
    try:
        return tiktoken.encoding_for_model(model)
    except KeyError:
        return tiktoken.get_encoding("cl100k_base")
print({"usage": openai.chat.completions.create(model="m", messages=[]).usage.total_tokens})
--- a clause for keys around a function of the program
def count():
    return openai.ChatCompletion.create(model="m", messages=[])["usage"]["total_tokens"]
try:
    print(count())
except KeyError:
    print(0)
>>>
def count():
    return openai.chat.completions.create(model="m", messages=[]).to_dict()["usage"]["total_tokens"]
try:
    print(count())
except KeyError:
    print(0)
"""


GUESSED = r"""
--- a plugin's answer, of which an attribute is read that responses have
import openai
import plugins
reply = plugins.call() or openai.ChatCompletion.create(model="m", messages=[])
print(reply.choices[0]["message"]["content"])
>>>
left: this may be something else than a response, and is read as one today; --unsafe-fixes does it
--- a plugin's answer, of which an attribute is read that responses have [unsafe]
import openai
import plugins
reply = plugins.call() or openai.ChatCompletion.create(model="m", messages=[])
for choice in reply.choices:
    print(choice["message"]["content"])
>>>
import openai
import plugins
reply = plugins.call() or openai.chat.completions.create(model="m", messages=[])
for choice in reply.choices:
    print(choice.message.content)
--- a plugin's answer, of which nothing is read by keys
import openai
import plugins
reply = plugins.call() or openai.ChatCompletion.create(model="m", messages=[])
print(reply.choices[0].message.content)
>>>
import openai
import plugins
reply = plugins.call() or openai.chat.completions.create(model="m", messages=[])
print(reply.choices[0].message.content)
"""


@examples(GUESSED, header="import openai\n")
def test_what_only_a_name_tells_is_changed_where_somebody_looks(before, expected, settings):
    check(before, expected, **settings)


@examples(ASKED, header=HEADER, then=THEN)
def test_a_test_says_that_a_key_is_there(before, expected, settings):
    check(before, expected, **settings)


@examples(NOT_ASKED, header=HEADER, then=DICT)
def test_no_test_says_that_a_key_is_there(before, expected, settings):
    check(before, expected, **settings)


@examples(ALIKE, header="import openai\n")
def test_whether_a_clause_tells_a_missing_key_from_none(before, expected, settings):
    check(before, expected, **settings)
