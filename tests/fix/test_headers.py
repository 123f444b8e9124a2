"""What objects of 0.x had from the headers of an answer, and dicts in a line of their own."""

from __future__ import annotations

from fix.given import check, examples

READ = r"""
--- shown to a person
reply = openai.Embedding.create(model="m", input="tide")  # slow
print(f"took {reply.response_ms} ms", reply["data"][0]["embedding"])
print(reply.organization)
>>>
raw = openai.embeddings.with_raw_response.create(model="m", input="tide")  # slow
reply = raw.parse()
print(f"took {raw.headers.get('openai-processing-ms')} ms", reply.data[0].embedding)
print(raw.headers.get("openai-organization"))
--- a number to go on with
def ask(text):
    reply = openai.Completion.create(model="m", prompt=text)
    print("%.1f s" % (reply.response_ms / 1000))
    took = reply.response_ms
    return {"took": took, "text": reply.choices[0].text}
>>>
def ask(text):
    raw = openai.completions.with_raw_response.create(model="m", prompt=text)
    reply = raw.parse()
    print("%.1f s" % (round(float(raw.headers["openai-processing-ms"])) / 1000))
    took = round(float(ms)) if (ms := raw.headers.get("openai-processing-ms")) else None
    return {"took": took, "text": reply.choices[0].text}
--- a log that takes numbers only
import logging
import openai
reply = openai.Moderation.create(input="x")
logging.info("took %d ms", reply.response_ms)
>>>
import logging
import openai
raw = openai.moderations.with_raw_response.create(input="x")
reply = raw.parse()
logging.info("took %d ms", round(float(ms)) if (ms := raw.headers.get("openai-processing-ms")) else None)
--- names that are taken
raw = open("raw.txt").read()
reply = openai.Moderation.create(input=raw)
print(reply.response_ms)
>>>
raw = open("raw.txt").read()
raw_response = openai.moderations.with_raw_response.create(input=raw)
reply = raw_response.parse()
print(raw_response.headers.get("openai-processing-ms"))
--- returned
def ask():
    return openai.Model.list()
print(ask().response_ms)
>>>
left: today's objects have no response_ms
import openai
def ask():
    return openai.models.list()
print(ask().response_ms)
--- bound twice
r = openai.Model.list()
r = openai.Model.list()
print(r.response_ms)
>>>
raw = openai.models.with_raw_response.list()
r = raw.parse()
raw = openai.models.with_raw_response.list()
r = raw.parse()
print(raw.headers.get("openai-processing-ms"))
--- bound in the branches of a test, and in another function
def ask(azure, text):
    if azure:
        reply = openai.Completion.create(model="a", prompt=text)
    else:
        reply = openai.Completion.create(model="b", prompt=text)
    print("time:", reply.response_ms / 1000.0, "s")
    return reply.choices[0].text
def embed(text):
    reply = openai.Embedding.create(model="m", input=text)
    print(reply.response_ms)
    return reply["data"][0]["embedding"]
>>>
def ask(azure, text):
    if azure:
        raw = openai.completions.with_raw_response.create(model="a", prompt=text)
        reply = raw.parse()
    else:
        raw = openai.completions.with_raw_response.create(model="b", prompt=text)
        reply = raw.parse()
    print("time:", round(float(raw.headers["openai-processing-ms"])) / 1000.0, "s")
    return reply.choices[0].text
def embed(text):
    raw = openai.embeddings.with_raw_response.create(model="m", input=text)
    reply = raw.parse()
    print(raw.headers.get("openai-processing-ms"))
    return reply.data[0].embedding
--- bound by something else, too
def ask(reply, text):
    if reply is None:
        reply = openai.Completion.create(model="a", prompt=text)
    print(reply.response_ms)
ask(None, "a")
>>>
left: today's objects have no response_ms
import openai
def ask(reply, text):
    if reply is None:
        reply = openai.Completion.create(model="a", prompt=text)
    print(reply.response_ms)
ask(None, "a")
--- bound by something else in a branch
def ask(cached, text):
    if cached:
        reply = cached
    else:
        reply = openai.Completion.create(model="a", prompt=text)
    print(reply.response_ms)
ask(None, "a")
>>>
left: today's objects have no response_ms
import openai
def ask(cached, text):
    if cached:
        reply = cached
    else:
        reply = openai.Completion.create(model="a", prompt=text)
    print(reply.response_ms)
ask(None, "a")
--- bound in a function within
def ask():
    reply = openai.Completion.create(model="a", prompt="b")
    def again():
        nonlocal reply
        reply = openai.Completion.create(model="a", prompt="b")
    again()
    print(reply.response_ms)
>>>
left: today's objects have no response_ms
import openai
def ask():
    reply = openai.completions.create(model="a", prompt="b")
    def again():
        nonlocal reply
        reply = openai.completions.create(model="a", prompt="b")
    again()
    print(reply.response_ms)
--- another scope
r = openai.Model.list()
def show():
    print(r.response_ms)
>>>
left: today's objects have no response_ms
import openai
r = openai.models.list()
def show():
    print(r.response_ms)
--- a stream
r = openai.Completion.create(model="m", prompt="p", stream=True)
for one in r:
    print(one.response_ms)
>>>
left: today's objects have no response_ms
import openai
r = openai.completions.create(model="m", prompt="p", stream=True)
for one in r:
    print(one.response_ms)
--- beside another statement
if r := 1: r = openai.Model.list(); print(r.response_ms)
>>>
left: today's objects have no response_ms
import openai
if r := 1: r = openai.models.list(); print(r.response_ms)
--- within a field
r = openai.Model.list()
print(r.data[0].response_ms)
>>>
left: today's objects have no response_ms
import openai
r = openai.models.list()
print(r.data[0].response_ms)
--- in a comprehension
r = openai.Model.list()
x = [r.response_ms for _ in y]
>>>
left: today's objects have no response_ms
import openai
r = openai.models.list()
x = [r.response_ms for _ in y]
"""


@examples(READ, header="import openai\n")
def test_headers(before, expected, settings):
    check(before, expected, **settings)


LINES = r'''
--- a dict that is awaited over several lines
async def ask():
    reply = await openai.Completion.acreate(
        model="m",  # small
        prompt="p",
    )  # slow
    reply.update(seen=True)
    return reply["choices"][0]["text"]
>>>
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def ask():
    reply = await async_openai_client().completions.create(
        model="m",  # small
        prompt="p",
    )  # slow
    reply = reply.to_dict()
    reply.update(seen=True)
    return reply["choices"][0]["text"]
'''


@examples(LINES, header="import openai\n")
def test_dicts_behind_long_calls(before, expected, settings):
    check(before, expected, **settings)
