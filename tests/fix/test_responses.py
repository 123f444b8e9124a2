"""Responses, which were dicts and are objects: all that programs do with them."""

from __future__ import annotations

from fix.given import check, examples

HEADER = "import openai\nr = openai.ChatCompletion.create(model='m', messages=[])\n"
THEN = "import openai\nr = openai.chat.completions.create(model='m', messages=[])\n"
STREAM = "import openai\ns = openai.ChatCompletion.create(model='m', messages=[], stream=True)\n"
STREAM_THEN = "import openai\ns = openai.chat.completions.create(model='m', messages=[], stream=True)\n"

SUBSCRIPTS = r"""
--- the usual
print(r["choices"][0]["message"]["content"])
>>>
...
print(r.choices[0].message.content)
--- mixed with attributes
print(r.choices[0]["message"].content, r["choices"][0].message["content"])
>>>
...
print(r.choices[0].message.content, r.choices[0].message.content)
--- attributes alone
print(r.choices[0].message.content)
>>>
...
print(r.choices[0].message.content)
--- single quotes
print(r['choices'][0]['message']['content'])
>>>
...
print(r.choices[0].message.content)
--- over lines
text = (
    r["choices"][0]  # the first
    ["message"]
    ["content"].strip()
)
>>>
...
text = (
    r.choices[0]  # the first
    .message
    .content.strip()
)
--- over lines, with a backslash
text = r["choices"][0] \
    ["message"]["content"]
>>>
...
text = r.choices[0] \
    .message.content
--- with spaces
text = r [ "choices" ] [ 0 ] [ "message" ] [ "content" ]
>>>
...
text = r.choices [ 0 ].message.content
--- in brackets
text = ((r)["choices"])[0]["message"]
>>>
...
text = ((r).choices)[0].message
--- a variable in between
choice = r["choices"][0]
message = choice["message"]
print(message["content"], message["role"], choice["finish_reason"])
>>>
...
choice = r.choices[0]
message = choice.message
print(message.content, message.role, choice.finish_reason)
--- unpacked
first, *rest = r["choices"]
print(first["message"], rest[0]["index"])
>>>
...
first, *rest = r.choices
print(first.message, rest[0].index)
--- usage
print(r["usage"]["total_tokens"], r["usage"]["prompt_tokens"])
>>>
...
print(r.usage.total_tokens, r.usage.prompt_tokens)
--- all top fields
print(r["id"], r["object"], r["created"], r["model"])
>>>
...
print(r.id, r.object, r.created, r.model)
--- a field that is none
print(r["foo"])
>>>
...
print(r.to_dict()["foo"])
--- a field of the service's own
print(r["choices"][0]["content_filter_results"]["hate"])
>>>
...
print(r.choices[0].to_dict()["content_filter_results"]["hate"])
--- a key that is a variable
def f(key):
    return r[key]
>>>
...
def f(key):
    return r.to_dict()[key]
--- a key of a list
for key in ["id", "model"]:
    print(r[key])
>>>
...
for key in ["id", "model"]:
    print(r.to_dict()[key])
--- assigned
r["choices"][0]["message"]["content"] = "other"
>>>
...
r.choices[0].message.content = "other"
--- assigned a field of its own
r["took"] = 3
print(r["took"], r.get("took"), "took" in r)
>>>
...
r.took = 3
print(r.took, getattr(r, "took", None), hasattr(r, "took"))
--- deleted
del r["usage"]
>>>
...
del r.usage
--- added to
r["usage"]["total_tokens"] += 1
>>>
...
r.usage.total_tokens += 1
--- a slice
for c in r["choices"][:2]:
    print(c["text"] if "text" in c else c["message"]["content"])
>>>
...
for c in r.choices[:2]:
    print(c.text if hasattr(c, "text") else c.message.content)
--- a comprehension
texts = [c["message"]["content"] for c in r["choices"]]
>>>
...
texts = [c.message.content for c in r.choices]
--- a dict comprehension
texts = {c["index"]: c["message"]["content"] for c in r["choices"] if c["finish_reason"] == "stop"}
>>>
...
texts = {c.index: c.message.content for c in r.choices if c.finish_reason == "stop"}
--- a generator
print(max(c["index"] for c in r["choices"]))
>>>
...
print(max(c.index for c in r.choices))
--- enumerate and zip
for i, c in enumerate(r["choices"]):
    print(i, c["message"]["content"])
for c, n in zip(r["choices"], [1]):
    print(c["index"], n)
>>>
...
for i, c in enumerate(r.choices):
    print(i, c.message.content)
for c, n in zip(r.choices, [1]):
    print(c.index, n)
--- sorted by a key
for c in sorted(r["choices"], key=lambda c: c["index"]):
    print(c["message"]["content"])
>>>
...
for c in sorted(r.choices, key=lambda c: c.index):
    print(c.message.content)
--- map and filter
print(list(map(lambda c: c["message"]["content"], r["choices"])))
>>>
...
print(list(map(lambda c: c.message.content, r.choices)))
--- at once
print(openai.ChatCompletion.create(model="m", messages=[])["choices"][0]["message"]["content"])
>>>
...
print(openai.chat.completions.create(model="m", messages=[]).choices[0].message.content)
--- at once, over lines
text = openai.ChatCompletion.create(
    model="m",
    messages=[],
)["choices"][0]["message"]["content"]
>>>
...
text = openai.chat.completions.create(
    model="m",
    messages=[],
).choices[0].message.content
--- a walrus
if (text := r["choices"][0]["message"]["content"]):
    print(text)
>>>
...
if (text := r.choices[0].message.content):
    print(text)
--- function calls
call = r["choices"][0]["message"]["function_call"]
print(call["name"], call["arguments"])
>>>
...
call = r.choices[0].message.function_call
print(call.name, call.arguments)
--- tool calls
for call in r["choices"][0]["message"]["tool_calls"]:
    print(call["function"]["name"], call["id"])
>>>
...
for call in r.choices[0].message.tool_calls:
    print(call.function.name, call.id)
--- log probabilities
print(openai.Completion.create(model="m", prompt="p")["choices"][0]["logprobs"]["tokens"])
>>>
...
print(openai.completions.create(model="m", prompt="p").choices[0].logprobs.tokens)
--- embeddings
e = openai.Embedding.create(model="m", input="a")
print(e["data"][0]["embedding"], e["usage"]["total_tokens"])
print([d["embedding"] for d in e["data"]])
>>>
...
e = openai.embeddings.create(model="m", input="a")
print(e.data[0].embedding, e.usage.total_tokens)
print([d.embedding for d in e.data])
--- images
print(openai.Image.create(prompt="p")["data"][0]["url"], openai.Image.create(prompt="p").data[0]["b64_json"])
>>>
...
print(openai.images.generate(prompt="p").data[0].url, openai.images.generate(prompt="p").data[0].b64_json)
--- moderations
m = openai.Moderation.create("a")["results"][0]
print(m["flagged"], m["categories"]["hate"], m["category_scores"]["hate"])
>>>
...
m = openai.moderations.create(input="a").results[0]
print(m.flagged, m.categories.hate, m.category_scores.hate)
--- moderations, with a slash
m = openai.Moderation.create("a")["results"][0]
print(m["categories"]["hate/threatening"], m["categories"]["self-harm"])
>>>
...
m = openai.moderations.create(input="a").results[0]
print(m.categories.hate_threatening, m.categories.self_harm)
--- transcripts
print(openai.Audio.transcribe("whisper-1", open("a.mp3", "rb"))["text"])
>>>
...
print(openai.audio.transcriptions.create(model="whisper-1", file=open("a.mp3", "rb")).text)
--- models
print([m["id"] for m in openai.Model.list()["data"]], openai.Model.list().data[0]["id"])
>>>
...
print([m.id for m in openai.models.list().data], openai.models.list().data[0].id)
--- a page by number
print(openai.Model.list()[0])
>>>
...
print(openai.models.list().data[0])
--- files
f = openai.File.create(file=open("a", "rb"), purpose="fine-tune")
print(f["id"], f.status)
>>>
...
f = openai.files.create(file=("file", open("a", "rb")), purpose="fine-tune")
print(f.id, f.status)
--- jobs
print(openai.FineTuningJob.create(training_file="f", model="m")["id"])
>>>
...
print(openai.fine_tuning.jobs.create(training_file="f", model="m").id)
--- a function returns it
def ask():
    return openai.ChatCompletion.create(model="m", messages=[])
print(ask()["choices"][0]["message"]["content"])
>>>
...
def ask():
    return openai.chat.completions.create(model="m", messages=[])
print(ask().choices[0].message.content)
--- a function takes it
def text(response):
    return response["choices"][0]["message"]["content"]
print(text(r))
>>>
...
def text(response):
    return response.choices[0].message.content
print(text(r))
--- an attribute keeps it
class Bot:
    def ask(self):
        self.last = openai.ChatCompletion.create(model="m", messages=[])
        return self.last["choices"]
    def cost(self):
        return self.last["usage"]["total_tokens"]
>>>
...
class Bot:
    def ask(self):
        self.last = openai.chat.completions.create(model="m", messages=[])
        return self.last.choices
    def cost(self):
        return self.last.usage.total_tokens
--- a dataclass is made of it
from dataclasses import dataclass
import openai
@dataclass
class Answer:
    text: str
r = openai.Completion.create(model="m", prompt="p")
a = Answer(text=r["choices"][0]["text"])
print(a.text)
>>>
from dataclasses import dataclass
import openai
@dataclass
class Answer:
    text: str
r = openai.completions.create(model="m", prompt="p")
a = Answer(text=r.choices[0].text)
print(a.text)
--- a name that is something else, too
def f(cached):
    x = cached or openai.ChatCompletion.create(model="m", messages=[])
    return x["choices"]
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
def f(cached):
    x = cached or openai.chat.completions.create(model="m", messages=[]).to_dict()
    return x["choices"]
--- one of two
def f(chat):
    if chat:
        x = openai.ChatCompletion.create(model="m", messages=[])
        return x["choices"][0]["message"]["content"]
    x = openai.Completion.create(model="m", prompt="p")
    return x["choices"][0]["text"]
>>>
...
def f(chat):
    if chat:
        x = openai.chat.completions.create(model="m", messages=[])
        return x.choices[0].message.content
    x = openai.completions.create(model="m", prompt="p")
    return x.choices[0].text
--- a lambda
f = lambda x: openai.Completion.create(model="m", prompt=x)["choices"][0]["text"]
>>>
...
f = lambda x: openai.completions.create(model="m", prompt=x).choices[0].text
--- match
match r:
    case {"choices": [{"message": {"content": text}}]}:
        print(text)
>>>
...
match r.to_dict():
    case {"choices": [{"message": {"content": text}}]}:
        print(text)
--- a field that is a word of Python
m = openai.Moderation.create("a")
print(m["results"][0]["categories"])
>>>
...
m = openai.moderations.create(input="a")
print(m.results[0].categories)
"""

GETS = r"""
--- a field that is always there
print(r.get("choices"), r.get("choices", [])[0])
>>>
...
print(r.choices, r.choices[0])
--- a field that may be missing
print(r.get("usage"), r.get("usage", None))
>>>
...
print(r.usage, r.usage)
--- a default that is false
text = r["choices"][0]["message"].get("content", "")
>>>
...
text = r.choices[0].message.content
--- a default that is false, of a field that may be missing
call = r["choices"][0]["message"].get("function_call", {})
>>>
...
call = r.choices[0].message.function_call or {}
--- a default that is not
call = r["choices"][0]["message"].get("function_call", "none")
>>>
...
call = r.choices[0].message.function_call if r.choices[0].message.function_call is not None else "none"
--- a default that is called
call = r["choices"][0]["message"].get("function_call", make())
>>>
...
call = r.choices[0].message.function_call if r.choices[0].message.function_call is not None else make()
--- and on
name = r["choices"][0]["message"].get("function_call", {}).get("name")
>>>
...
name = r.choices[0].message.to_dict().get("function_call", {}).get("name")
--- and on, from what is always there
text = r.get("choices", [{}])[0].get("message", {}).get("content", "")
>>>
...
text = r.choices[0].message.content
--- in a condition
if r["choices"][0]["message"].get("function_call"):
    print("call")
if not r["choices"][0]["message"].get("tool_calls", []):
    print("no call")
>>>
...
if r.choices[0].message.function_call:
    print("call")
if not (r.choices[0].message.tool_calls or []):
    print("no call")
--- in an operation
n = 1 + r["usage"].get("total_tokens", 0)
>>>
...
n = 1 + (r.usage.total_tokens or 0)
--- in a call
print(r["usage"].get("total_tokens", 0))
>>>
...
print(r.usage.total_tokens or 0)
--- in a comparison
if r["choices"][0]["message"].get("function_call", {}) == {}:
    pass
>>>
...
if (r.choices[0].message.function_call or {}) == {}:
    pass
--- or
text = r["choices"][0]["message"].get("function_call", "") or "none"
>>>
...
text = r.choices[0].message.function_call or "" or "none"
--- and
text = r["choices"][0]["message"].get("function_call", "") and "some"
>>>
...
text = (r.choices[0].message.function_call or "") and "some"
--- a conditional expression
text = "a" if r["choices"][0]["message"].get("function_call", "") else "b"
>>>
...
text = "a" if r.choices[0].message.function_call or "" else "b"
--- a field that is none
print(r.get("foo"), r.get("foo", 3))
>>>
...
print(r.to_dict().get("foo"), r.to_dict().get("foo", 3))
--- a get of a key that is a variable
def f(key):
    return r.get(key)
>>>
...
def f(key):
    return r.to_dict().get(key)
--- in an f-string
print(f"{r['choices'][0]['message'].get('function_call', '')}")
>>>
...
print(f"{r.choices[0].message.function_call or ''}")
--- a get in brackets
call = (r["choices"][0]["message"].get)("function_call", {})
>>>
...
call = r.choices[0].message.function_call or {}
--- on what a call gives
x = openai.ChatCompletion.create(model="m", messages=[]).get("usage", {"total_tokens": 0})
>>>
...
x = openai.chat.completions.create(model="m", messages=[]).to_dict().get("usage", {"total_tokens": 0})
--- a field that may be missing, under a name
usage = r.get("usage", {})
print(usage.get("total_tokens", 0), usage["prompt_tokens"], usage and "used")
>>>
...
usage = r.usage or {}
print(getattr(usage, "total_tokens", 0), usage.prompt_tokens, usage and "used")
--- a field that may be missing, in an attribute
class Meter:
    usage = r.get("usage", {})
print(Meter.usage.get("total_tokens", 0))
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
class Meter:
    usage = r.get("usage", {})
print(Meter.usage.get("total_tokens", 0))
--- a field that may be missing, of which more is asked
usage = r.get("usage", {})
print({**usage})
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
usage = r.get("usage", {})
print({**usage})
--- a field that one of two has
for one in (r, openai.Moderation.create(input="x")):
    print(one.get("usage", {}).get("total_tokens"))
>>>
...
for one in (r, openai.moderations.create(input="x")):
    print(one.to_dict().get("usage", {}).get("total_tokens"))
--- a field that one of two has, under a name
for one in (r, openai.Moderation.create(input="x")):
    usage = one.get("usage")
    print(usage and usage["total_tokens"])
>>>
...
for one in (r, openai.moderations.create(input="x")):
    usage = getattr(one, "usage", None)
    print(usage and usage.total_tokens)
--- a field that one of two has, or nothing
for one in (r, openai.Moderation.create(input="x")):
    print((one.get("usage") or {}).get("total_tokens"))
>>>
...
for one in (r, openai.moderations.create(input="x")):
    print(getattr((getattr(one, "usage", None) or {}), "total_tokens", None))
"""

STREAMS = r"""
--- the usual
for chunk in s:
    print(chunk["choices"][0]["delta"].get("content", ""), end="")
>>>
...
for chunk in s:
    print(chunk.choices[0].delta.content or "", end="")
--- a key is asked for
for chunk in s:
    delta = chunk["choices"][0]["delta"]
    if "content" in delta:
        print(delta["content"], end="")
>>>
...
for chunk in s:
    delta = chunk.choices[0].delta
    if delta.content is not None:
        print(delta.content, end="")
--- a key is not
for chunk in s:
    if "content" not in chunk["choices"][0]["delta"]:
        continue
    print(chunk["choices"][0]["delta"]["content"])
>>>
...
for chunk in s:
    if chunk.choices[0].delta.content is None:
        continue
    print(chunk.choices[0].delta.content)
--- is it true
for chunk in s:
    delta = chunk["choices"][0]["delta"]
    if delta:
        print(delta["content"])
>>>
...
for chunk in s:
    delta = chunk.choices[0].delta
    if delta.to_dict():
        print(delta.content)
--- is it false
for chunk in s:
    if not chunk.choices[0].delta:
        break
>>>
...
for chunk in s:
    if not chunk.choices[0].delta.to_dict():
        break
--- hasattr
for chunk in s:
    delta = chunk.choices[0].delta
    if hasattr(delta, "content"):
        print(delta.content)
>>>
...
for chunk in s:
    delta = chunk.choices[0].delta
    if delta.content is not None:
        print(delta.content)
--- getattr
for chunk in s:
    print(getattr(chunk.choices[0].delta, "content", ""), end="")
    print(getattr(chunk.choices[0].delta, "content", None), getattr(chunk.choices[0].delta, "content", "-"))
>>>
import openai
s = (item.to_dict() for item in openai.chat.completions.create(model='m', messages=[], stream=True))
for chunk in s:
    print(chunk["choices"][0]["delta"].get("content", ""), end="")
    print(chunk["choices"][0]["delta"].get("content", None), chunk["choices"][0]["delta"].get("content", "-"))
--- KeyError
for chunk in s:
    try:
        print(chunk["choices"][0]["delta"]["content"])
    except KeyError:
        pass
>>>
...
for chunk in s:
    try:
        print(chunk.choices[0].delta.to_dict()["content"])
    except KeyError:
        pass
--- KeyError of what is always there
for chunk in s:
    try:
        print(chunk["choices"][0])
    except KeyError:
        pass
>>>
...
for chunk in s:
    try:
        print(chunk.choices[0])
    except KeyError:
        pass
--- Exception
for chunk in s:
    try:
        print(chunk["choices"][0]["delta"]["content"])
    except Exception:
        pass
>>>
...
for chunk in s:
    try:
        print(chunk.choices[0].delta.to_dict()["content"])
    except Exception:
        pass
--- AttributeError
for chunk in s:
    try:
        print(chunk.choices[0].delta.content)
    except AttributeError:
        pass
>>>
left: content is always there now, and may be None
--- suppressed
import contextlib
import openai
for chunk in openai.ChatCompletion.create(model="m", messages=[], stream=True):
    with contextlib.suppress(KeyError):
        print(chunk["choices"][0]["delta"]["content"])
>>>
import contextlib
import openai
for chunk in openai.chat.completions.create(model="m", messages=[], stream=True):
    with contextlib.suppress(KeyError):
        print(chunk.choices[0].delta.to_dict()["content"])
--- collected
text = ""
for chunk in s:
    text += chunk["choices"][0]["delta"].get("content", "")
>>>
...
text = ""
for chunk in s:
    text += chunk.choices[0].delta.content or ""
--- joined
print("".join(c["choices"][0]["delta"].get("content", "") for c in s))
>>>
...
print("".join(c.choices[0].delta.content or "" for c in s))
--- a generator
def stream():
    for chunk in openai.ChatCompletion.create(model="m", messages=[], stream=True):
        yield chunk["choices"][0]["delta"].get("content", "")
>>>
...
def stream():
    for chunk in openai.chat.completions.create(model="m", messages=[], stream=True):
        yield chunk.choices[0].delta.content or ""
--- a generator of chunks
def stream():
    for chunk in s:
        yield chunk
for chunk in stream():
    print(chunk["choices"][0]["delta"].get("content", ""))
>>>
...
def stream():
    for chunk in s:
        yield chunk
for chunk in stream():
    print(chunk.choices[0].delta.content or "")
--- finish
for chunk in s:
    if chunk["choices"][0]["finish_reason"] == "stop":
        break
    if chunk["choices"][0]["finish_reason"] is not None:
        print("end")
>>>
...
for chunk in s:
    if chunk.choices[0].finish_reason == "stop":
        break
    if chunk.choices[0].finish_reason is not None:
        print("end")
--- next
first = next(s)
print(first["choices"][0]["delta"]["role"])
>>>
...
first = next(s)
print(first.choices[0].delta.role)
--- items of a delta
for chunk in s:
    for key, value in chunk["choices"][0]["delta"].items():
        print(key, value)
>>>
left: keys come in another order than the service sent them; --unsafe-fixes does it
--- items of a delta that are collected
whole = {}
for chunk in s:
    for key, value in chunk["choices"][0]["delta"].items():
        if value:
            whole[key] = whole.get(key, "") + value
>>>
...
whole = {}
for chunk in s:
    for key, value in chunk.choices[0].delta.to_dict().items():
        if value:
            whole[key] = whole.get(key, "") + value
--- a list of chunks
chunks = list(s)
print(chunks[0]["id"])
>>>
...
chunks = list(s)
print(chunks[0].id)
--- of completions
for event in openai.Completion.create(model="m", prompt="p", stream=True):
    print(event["choices"][0]["text"], end="")
>>>
...
for event in openai.completions.create(model="m", prompt="p", stream=True):
    print(event.choices[0].text, end="")
--- a field that is there, and is something
for chunk in s:
    delta = chunk["choices"][0]["delta"]
    if "content" in delta and delta["content"]:
        print(delta["content"])
    if "content" in delta and delta.content is not None and True:
        print(delta.content)
    if "content" not in delta or not delta.get("content"):
        continue
    print(True or ("content" in delta and delta["content"]) if len(delta["content"]) else 0)
    is_named = [one for one in "ab" if "function_call" not in delta or delta["function_call"] is None]
>>>
...
for chunk in s:
    delta = chunk.choices[0].delta
    if delta.content:
        print(delta.content)
    if delta.content is not None and True:
        print(delta.content)
    if not delta.content:
        continue
    print(True or (delta.content is not None and delta.content) if len(delta.content) else 0)
    is_named = [one for one in "ab" if delta.function_call is None]
--- a field that is there, and another test
for chunk in s:
    delta = chunk["choices"][0]["delta"]
    if "content" in delta and delta["role"]:
        print(1)
    if "content" in delta or delta["content"]:
        print(2)
    if "content" in delta and delta["content"] == "":
        print(3)
    if "function_call" in delta and delta["function_call"]["name"]:
        print(4)
    text = "content" in delta and delta["content"]
>>>
...
for chunk in s:
    delta = chunk.choices[0].delta
    if delta.content is not None and delta.role:
        print(1)
    if delta.content is not None or delta.content:
        print(2)
    if delta.content is not None and delta.content == "":
        print(3)
    if delta.function_call is not None and delta.function_call.name:
        print(4)
    text = delta.content is not None and delta.content
--- function calls in a stream
for chunk in s:
    delta = chunk["choices"][0]["delta"]
    if delta.get("function_call"):
        print(delta["function_call"].get("arguments", ""), end="")
>>>
...
for chunk in s:
    delta = chunk.choices[0].delta
    if delta.function_call:
        print(delta.function_call.arguments or "", end="")
--- a stream that may be one
def f(stream):
    r = openai.ChatCompletion.create(model="m", messages=[], stream=stream)
    if stream:
        for chunk in r:
            print(chunk["choices"][0]["delta"].get("content", ""))
    else:
        print(r["choices"][0]["message"]["content"])
>>>
...
def f(stream):
    r = openai.chat.completions.create(model="m", messages=[], stream=stream)
    if stream:
        for chunk in r:
            print(chunk.choices[0].delta.content or "")
    else:
        print(r.choices[0].message.content)
--- a stream on Azure
import openai
openai.api_type = "azure"
openai.api_key = "k"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    for chunk in openai.ChatCompletion.create(engine="d", messages=[], stream=True):
        if chunk["choices"]:
            print(chunk["choices"][0]["delta"].get("content", ""))
>>>
import openai
openai.api_type = "azure"
openai.api_key = "k"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
def f():
    for chunk in openai.chat.completions.create(model="d", messages=[], stream=True):
        if chunk.choices:
            print(chunk.choices[0].delta.content or "")
--- a difference that says nothing is false
deltas = [chunk["choices"][0]["delta"] for chunk in s]
print([d["content"] for d in deltas if d], bool(deltas[0]), [1 for c in deltas if (d := c)])
>>>
...
deltas = [chunk.choices[0].delta for chunk in s]
print([d.content for d in deltas if d.to_dict()], bool(deltas[0].to_dict()), [1 for c in deltas if (d := c).to_dict()])
--- differences that are asked in a row
deltas = [chunk["choices"][0]["delta"] for chunk in s]
print(len(list(filter(None, deltas))))
>>>
import openai
s = (item.to_dict() for item in openai.chat.completions.create(model='m', messages=[], stream=True))
deltas = [chunk["choices"][0]["delta"] for chunk in s]
print(len(list(filter(None, deltas))))
--- any of them
print(any(chunk["choices"][0]["delta"] for chunk in s))
>>>
import openai
s = (item.to_dict() for item in openai.chat.completions.create(model='m', messages=[], stream=True))
print(any(chunk["choices"][0]["delta"] for chunk in s))
--- which of them is empty
deltas = [chunk["choices"][0]["delta"] for chunk in s]
print({} in deltas, deltas.count({}), sorted(deltas, key=bool))
>>>
import openai
s = (item.to_dict() for item in openai.chat.completions.create(model='m', messages=[], stream=True))
deltas = [chunk["choices"][0]["delta"] for chunk in s]
print({} in deltas, deltas.count({}), sorted(deltas, key=bool))
--- asked in a row, and given on
for d in filter(lambda d: d, (chunk["choices"][0]["delta"] for chunk in s)):
    took(d)
>>>
import openai
s = (item.to_dict() for item in openai.chat.completions.create(model='m', messages=[], stream=True))
for d in filter(lambda d: d, (chunk["choices"][0]["delta"] for chunk in s)):
    took(d)
"""

DICTS = r"""
--- in
if "usage" in r:
    print(r["usage"])
if "foo" in r:
    print("foo")
if "choices" not in r:
    raise ValueError
>>>
...
if r.usage is not None:
    print(r.usage)
if hasattr(r, "foo"):
    print("foo")
if r.choices is None:
    raise ValueError
--- in, turned round
if not "usage" in r:
    pass
>>>
...
if not r.usage is not None:
    pass
--- keys
print(sorted(r.keys()))
>>>
...
print(sorted(r.to_dict().keys()))
--- keys, in their order
for key in r.keys():
    print(key)
>>>
import openai
r = openai.chat.completions.with_raw_response.create(model='m', messages=[]).http_response.json()
for key in r.keys():
    print(key)
--- keys of a call on whose objects something else is done
for key in r.keys():
    print(key)
x = unknown()
print(x.choices)
>>>
left: keys come in another order than the service sent them; --unsafe-fixes does it
--- keys of a call on whose objects something else is done [unsafe]
for key in r.keys():
    print(key)
x = unknown()
print(x.choices)
>>>
...
for key in r.to_dict().keys():
    print(key)
x = unknown()
print(x.choices)
--- keys of some, and others
m = openai.Moderation.create("a")["results"][0]
print([name for name, found in m["categories"].items() if found], r.choices[0].message.content)
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
m = openai.moderations.with_raw_response.create(input="a").http_response.json()["results"][0]
print([name for name, found in m["categories"].items() if found], r["choices"][0]["message"]["content"])
--- keys in their order, compared
print(list(r["usage"]) == ["prompt_tokens", "completion_tokens", "total_tokens"], r["usage"].keys() == {"a"})
>>>
import openai
r = openai.chat.completions.with_raw_response.create(model='m', messages=[]).http_response.json()
print(list(r["usage"]) == ["prompt_tokens", "completion_tokens", "total_tokens"], r["usage"].keys() == {"a"})
--- the highest
m = openai.Moderation.create("a")["results"][0]
print(max(m["category_scores"].items(), key=lambda pair: pair[1]))
>>>
...
m = openai.moderations.create(input="a").results[0]
print(max(m.category_scores.to_dict().items(), key=lambda pair: pair[1]))
--- keys of what comes in another form
e = openai.Embedding.create(model="m", input="a")
for key in e:
    print(key)
>>>
left: keys come in another order than the service sent them; --unsafe-fixes does it
import openai
r = openai.chat.completions.create(model='m', messages=[])
e = openai.Embedding.create(model="m", input="a")
for key in e:
    print(key)
--- keys of what is awaited
import asyncio
import openai
openai.api_key = "sk-1"
async def f():
    r = await openai.Moderation.acreate(input="a")
    print(list(r["results"][0]["categories"]))
asyncio.run(f())
>>>
import asyncio
from openai import AsyncOpenAI
client = AsyncOpenAI(api_key="sk-1")
async def f():
    r = (await client.moderations.with_raw_response.create(input="a")).http_response.json()
    print(list(r["results"][0]["categories"]))
asyncio.run(f())
--- items
d = {k: v for k, v in r.items()}
>>>
...
d = {k: v for k, v in r.to_dict().items()}
--- values
print(len(r.values()))
>>>
...
print(len(r.to_dict().values()))
--- iterated
for key in r:
    print(key)
>>>
import openai
r = openai.chat.completions.with_raw_response.create(model='m', messages=[]).http_response.json()
for key in r:
    print(key)
--- iterated, in no order
print(sorted(r), set(r), [r[key] for key in sorted(r)])
>>>
...
print(sorted(r.to_dict()), set(r.to_dict()), [r.to_dict()[key] for key in sorted(r.to_dict())])
--- its length
print(len(r))
>>>
...
print(len(r.to_dict()))
--- dict()
d = dict(r)
print(d["id"])
>>>
...
d = r.to_dict()
print(d["id"])
--- spread
d = {**r, "a": 1}
>>>
...
d = {**r.to_dict(), "a": 1}
--- spread into a call
def f(**kw):
    print(kw)
f(**r)
>>>
...
def f(**kw):
    print(kw)
f(**r.to_dict())
--- spread a message into messages
messages = [{**r["choices"][0]["message"]}]
>>>
...
messages = [{**r.choices[0].message.to_dict()}]
--- appended to messages
messages = []
messages.append(r["choices"][0]["message"])
openai.ChatCompletion.create(model="m", messages=messages)
>>>
...
messages = []
messages.append(r.choices[0].message)
openai.chat.completions.create(model="m", messages=messages)
--- appended to messages, and read
messages = [{"role": "user", "content": "a"}]
messages.append(r["choices"][0]["message"])
for m in messages:
    print(m["role"], m["content"])
>>>
...
messages = [{"role": "user", "content": "a"}]
messages.append(r.choices[0].message.to_dict())
for m in messages:
    print(m["role"], m["content"])
--- a message in a call
openai.ChatCompletion.create(model="m", messages=[{"role": "user", "content": "a"}, r["choices"][0]["message"]])
>>>
...
openai.chat.completions.create(model="m", messages=[{"role": "user", "content": "a"}, r.choices[0].message])
--- to_dict
print(r.to_dict())
>>>
...
print(r.to_dict())
--- to_dict_recursive
print(r.to_dict_recursive())
>>>
...
print(r.to_dict())
--- copied
import copy
import openai
r = openai.Model.retrieve("m")
c = copy.deepcopy(r)
print(c["id"])
>>>
import copy
import openai
r = openai.models.retrieve("m")
c = copy.deepcopy(r)
print(c.id)
--- its own copy
c = r.copy()
print(c["id"])
>>>
...
c = r.to_dict().copy()
print(c["id"])
--- changed
r.update({"a": 1})
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
r.update({"a": 1})
--- popped
r.pop("usage")
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
r.pop("usage")
--- setdefault
r.setdefault("a", 1)
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
r.setdefault("a", 1)
--- isinstance
if isinstance(r, dict):
    print(r["id"])
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
if isinstance(r, dict):
    print(r["id"])
--- equal
print(r == {})
>>>
...
print(r.to_dict() == {})
--- equal to something else
def f(other):
    return r["choices"][0]["message"] == other
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
def f(other):
    return r["choices"][0]["message"] == other
--- one of a list
history = [{"role": "user", "content": "a"}]
print(r.choices[0].message in history, r.choices[0] in r.choices, r.choices[0].message == None)
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
history = [{"role": "user", "content": "a"}]
print(r["choices"][0]["message"] in history, r["choices"][0] in r["choices"], r["choices"][0]["message"] == None)
--- compared with its like
best = r["choices"][0]
print([c for c in r["choices"] if c != best], best in r["choices"], best == None)
>>>
...
best = r.choices[0]
print([c for c in r.choices if c != best], best in r.choices, best == None)
--- compared with itself
print(r["choices"][0]["message"] == r["choices"][0]["message"])
>>>
...
print(r.choices[0].message == r.choices[0].message)
--- pages
for job in openai.FineTuningJob.list()["data"]:
    print(job["id"])
for job in openai.FineTuningJob.list().auto_paging_iter():
    print(job["id"])
>>>
...
for job in openai.fine_tuning.jobs.list().data:
    print(job.id)
for job in openai.fine_tuning.jobs.list():
    print(job.id)
--- a page is iterated over
for key in openai.Model.list():
    print(key)
>>>
left: what a list call returned gave its keys, and gives its items today
import openai
r = openai.chat.completions.create(model='m', messages=[])
for key in openai.Model.list():
    print(key)
--- the length of a page
print(len(openai.Model.list()["data"]))
>>>
...
print(len(openai.models.list().data))
--- the length of a page itself
print(len(openai.Model.list()))
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[])
print(len(openai.models.list().to_dict()))
--- an attribute that is missing is caught, and read on
import json, openai
m = openai.ChatCompletion.create(model="m", messages=[], functions=[])["choices"][0]["message"]
try:
    found = json.loads(m.function_call.arguments)
except AttributeError:
    found = {}
>>>
import json, openai
m = openai.chat.completions.create(model="m", messages=[], functions=[]).choices[0].message
try:
    found = json.loads(m.function_call.arguments)
except AttributeError:
    found = {}
--- an attribute that is missing is caught
import openai
m = openai.ChatCompletion.create(model="m", messages=[], functions=[])["choices"][0]["message"]
try:
    call = m.function_call
except AttributeError:
    call = {}
>>>
left: function_call is always there now, and may be None
--- milliseconds
print(r.response_ms)
>>>
import openai
raw = openai.chat.completions.with_raw_response.create(model='m', messages=[])
r = raw.parse()
print(raw.headers.get("openai-processing-ms"))
--- the organisation
print(r.organization)
>>>
import openai
raw = openai.chat.completions.with_raw_response.create(model='m', messages=[])
r = raw.parse()
print(raw.headers.get("openai-organization"))
"""

TEXTS = r"""
--- json.dumps
import json
import openai
r = openai.Model.retrieve("m")
print(json.dumps(r), json.dumps(r, indent=2), json.dumps({"r": r}))
>>>
import json
import openai
r = openai.models.retrieve("m")
print(json.dumps(r.to_dict()), json.dumps(r.to_dict(), indent=2), json.dumps({"r": r.to_dict()}))
--- json.dumps of a part
import json
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
print(json.dumps(r["usage"]), json.dumps(r["choices"][0]["message"]["content"]))
>>>
import json
import openai
r = openai.chat.completions.create(model="m", messages=[])
print(json.dumps(r.usage.to_dict()), json.dumps(r.choices[0].message.content))
--- json.dumps of a list
import json
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
print(json.dumps(r["choices"]))
>>>
import json
import openai
r = openai.chat.completions.create(model="m", messages=[])
print(json.dumps([item.to_dict() for item in r.choices]))
--- json.dump
import json
import openai
with open("a", "w") as f:
    json.dump(openai.Model.retrieve("m"), f)
>>>
import json
import openai
with open("a", "w") as f:
    json.dump(openai.models.retrieve("m").to_dict(), f)
--- json.dumps with a default
import json
import openai
print(json.dumps(openai.Model.retrieve("m"), default=str))
>>>
import json
import openai
print(json.dumps(openai.models.retrieve("m").to_dict(), default=str))
--- json.dumps of one of two
import json
import openai
def f(x):
    r = openai.Model.retrieve("m") if x else {"a": 1}
    return json.dumps(r)
>>>
import json
import openai
def f(x):
    r = openai.models.retrieve("m").to_dict() if x else {"a": 1}
    return json.dumps(r)
--- json.loads
import json
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
print(json.loads(r["choices"][0]["message"]["content"])["a"])
>>>
import json
import openai
r = openai.chat.completions.create(model="m", messages=[])
print(json.loads(r.choices[0].message.content)["a"])
--- json.loads of a text
import json
import openai
r = json.loads(str(openai.Model.retrieve("m")))
print(r["id"])
>>>
import json
import openai
r = json.loads(openai.models.retrieve("m").to_json())
print(r["id"])
--- printed
print(r, "a", r["choices"])
>>>
...
print(r, "a", r.choices)
--- str
text = str(r)
>>>
...
text = r.to_json()
--- the method behind str
text = r.__str__()
>>>
...
text = r.to_json()
--- an f-string
print(f"{r}")
>>>
...
print(f"{r}")
--- an f-string that is more than shown
import json
import openai
r = openai.Model.retrieve("m")
print(json.loads(f"{r}")["id"], f"{r}")
text = f"{r!s} {r!r}"
>>>
import json
import openai
r = openai.models.retrieve("m")
print(json.loads(f"{r.to_json()}")["id"], f"{r}")
text = f"{r.to_json()!s} {r!r}"
--- printed to a file
import sys
import openai
r = openai.Model.retrieve("m")
with open("a", "w") as f:
    print(r, r["id"], file=f)
print(r, file=sys.stderr)
>>>
import sys
import openai
r = openai.models.retrieve("m")
with open("a", "w") as f:
    print(r.to_json(), r.id, file=f)
print(r, file=sys.stderr)
--- repr
print(repr(r))
>>>
...
print(repr(r))
--- pprint
import pprint
import openai
pprint.pprint(openai.Model.retrieve("m"))
>>>
import pprint
import openai
pprint.pprint(openai.models.retrieve("m"))
--- percent
print("%s" % r["id"], "%(id)s" % r)
>>>
...
print("%s" % r.id, "%(id)s" % r.to_dict())
--- format
print("{}".format(r["id"]), "{0[id]}".format(r), "{r[id]}".format(r=r))
>>>
...
print("{}".format(r.id), "{0[id]}".format(r.to_dict()), "{r[id]}".format(r=r.to_dict()))
--- format_map
print("{id}".format_map(r))
>>>
...
print("{id}".format_map(r.to_dict()))
--- yaml
import yaml
import openai
yaml.dump(openai.Model.retrieve("m"))
>>>
import yaml
import openai
yaml.dump(openai.models.retrieve("m").to_dict())
--- percent, more than shown
a = "%s" % r["usage"]
b = "%s|%s|%d" % (r["id"], r["usage"], r["created"])
c = "%(u)s %(n)s" % {"u": r["usage"], "n": 1}
print("%s" % r["usage"], "%r" % r["usage"])
d = "%r %10s" % (r["usage"], r["id"])
>>>
...
a = "%s" % r.usage.to_json()
b = "%s|%s|%d" % (r.id, r.usage.to_json(), r.created)
c = "%(u)s %(n)s" % {"u": r.usage.to_json(), "n": 1}
print("%s" % r.usage, "%r" % r.usage)
d = "%r %10s" % (r.usage, r.id)
--- format, more than shown
a = "{}".format(r["usage"])
b = "{1} {0} {u!s}".format(r["usage"], r["id"], u=r["usage"])
TEMPLATE = "{!r} {}"
c = TEMPLATE.format(r, r["usage"])
d = format(r)
print("{}".format(r["usage"]))
>>>
...
a = "{}".format(r.usage.to_json())
b = "{1} {0} {u!s}".format(r.usage.to_json(), r.id, u=r.usage.to_json())
TEMPLATE = "{!r} {}"
c = TEMPLATE.format(r, r.usage.to_json())
d = r.to_json()
print("{}".format(r.usage))
--- cells of a table
import csv, sys
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
table = csv.writer(sys.stdout)
table.writerow(["a", r["choices"][0]["message"], r["id"]])
table.writerows([["b", r["usage"]] for _ in "cd"])
csv.DictWriter(sys.stdout, ["text", "usage"]).writerow({"text": "e", "usage": r["usage"]})
>>>
import csv, sys
import openai
r = openai.chat.completions.create(model="m", messages=[])
table = csv.writer(sys.stdout)
table.writerow(["a", r.choices[0].message.to_json(), r.id])
table.writerows([["b", r.usage.to_json()] for _ in "cd"])
csv.DictWriter(sys.stdout, ["text", "usage"]).writerow({"text": "e", "usage": r.usage.to_json()})
--- a row that is a part of a response, which holds objects
import csv, sys
import openai
part = openai.Moderation.create(input="a")["results"][0]
csv.DictWriter(sys.stdout, sorted(part)).writerow(part)
>>>
left: the text of what this call gives is made in
--- rows that are put together before
import csv, sys
import openai
rows = []
for text in "ab":
    rows.append([text, openai.Moderation.create(input=text)["results"][0]])
csv.writer(sys.stdout).writerows(rows)
>>>
left: the text of what this call gives is made in
--- what is printed, and read
import contextlib, io, json
import openai
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print(openai.Model.retrieve("m"))
print(json.loads(out.getvalue())["id"])
>>>
import contextlib, io, json
import openai
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print(openai.models.retrieve("m").to_json())
print(json.loads(out.getvalue())["id"])
--- an f-string that is printed to a file
import openai
with open("a", "w") as f:
    print(f"{openai.Model.retrieve('m')}", file=f)
>>>
import openai
with open("a", "w") as f:
    print(f"{openai.models.retrieve('m').to_json()}", file=f)
--- a text of what is a response at times only
import openai
def keep(found):
    return "found: " + str(found)
kept = [keep("nothing"), keep(openai.Model.retrieve("m"))]
>>>
left: the text of what this call gives is made in
--- the same, percent
import openai
def keep(found):
    return "found: %s" % (found,)
kept = [keep("nothing"), keep(openai.Model.retrieve("m"))]
>>>
left: the text of what this call gives is made in
--- the same, format
import openai
TEXT = "found: {0}"
def keep(found):
    return TEXT.format(found)
kept = [keep("nothing"), keep(openai.Model.retrieve("m"))]
>>>
left: the text of what this call gives is made in
--- the same, an f-string
import openai
def keep(found):
    return f"found: {found}"
kept = [keep("nothing"), keep(openai.Model.retrieve("m"))]
>>>
left: the text of what this call gives is made in
--- the same, shown to a person
import openai
def show(found):
    print(f"found: {found}", "%s" % (found,), str(found))
show("nothing")
show(openai.Model.retrieve("m"))
>>>
import openai
def show(found):
    print(f"found: {found}", "%s" % (found,), str(found))
show("nothing")
show(openai.models.retrieve("m"))
--- texts of the values of a response
import openai
found = openai.Completion.create(model="m", prompt="p")
texts = dict((key, str(value)) for key, value in found.items())
>>>
left: the text of what this call gives is made in
--- a text that does not show takes a response, or looks into it
import openai
r = openai.Model.retrieve("m")
template = input()
text = template % r
>>>
left: whether this text takes a response as a whole
--- a text looks into what may be a response
import openai
def text_of(found):
    return "%(id)s" % found, "{0[id]}".format(found)
texts = [text_of({"id": "a"}), text_of(openai.Model.retrieve("m"))]
>>>
import openai
def text_of(found):
    return "%(id)s" % found, "{0[id]}".format(found)
texts = [text_of({"id": "a"}), text_of(openai.models.retrieve("m").to_dict())]
--- a text of what was a dict before
import openai
class Message:
    call = None
    def text(self):
        return f"call: {self.call or ''}"
message = Message()
part = openai.ChatCompletion.create(model="m", messages=[]).choices[0].message["function_call"]
message.call = part.to_dict()
kept = [message.text()]
>>>
import openai
class Message:
    call = None
    def text(self):
        return f"call: {self.call or ''}"
message = Message()
part = openai.chat.completions.create(model="m", messages=[]).choices[0].message.function_call
message.call = part.to_dict()
kept = [message.text()]
--- each made a text
text = "\n".join(map(str, r["choices"]))
texts = list(map(str, r["choices"])), map(str, [1])
>>>
...
text = "\n".join(item.to_json() for item in r.choices)
texts = list(item.to_json() for item in r.choices), map(str, [1])
--- JSON with a default
import json
import openai
r = openai.Model.retrieve("m")
json.dumps({"reply": r, "rows": [r, 1]}, default=str)
json.dumps({"reply": r}, default=lambda o: o.__dict__)
chat = openai.ChatCompletion.create(model="m", messages=[])
json.dumps([c["message"] for c in chat["choices"]], default=repr)
>>>
import json
import openai
r = openai.models.retrieve("m")
json.dumps({"reply": r.to_dict(), "rows": [r.to_dict(), 1]}, default=str)
json.dumps({"reply": r.to_dict()}, default=lambda o: o.__dict__)
chat = openai.chat.completions.create(model="m", messages=[])
json.dumps([item.to_dict() for item in [c.message for c in chat.choices]], default=repr)
--- JSON with a default, of what holds it
import json
from datetime import date
import openai
class Bot:
    def __init__(self):
        self.history = []
    def ask(self):
        self.history.append(openai.ChatCompletion.create(model="m", messages=[])["choices"][0]["message"])
    def dump(self):
        return json.dumps({"day": date.today(), "history": self.history}, default=str)
>>>
import json
from datetime import date
import openai
class Bot:
    def __init__(self):
        self.history = []
    def ask(self):
        self.history.append(openai.chat.completions.create(model="m", messages=[]).choices[0].message)
    def dump(self):
        return json.dumps({"day": date.today(), "history": [item.to_dict() for item in self.history]}, default=str)
--- JSON with a default, of what holds it beside other things
import json
import openai
history = []
def ask(text):
    history.append({"role": "user", "content": text})
    history.append(openai.ChatCompletion.create(model="m", messages=history)["choices"][0]["message"])
def dump():
    return json.dumps({"history": history}, default=str)
>>>
import json
import openai
history = []
def ask(text):
    history.append({"role": "user", "content": text})
    history.append(openai.chat.completions.create(model="m", messages=history).to_dict()["choices"][0]["message"])
def dump():
    return json.dumps({"history": history}, default=str)
--- pickle
import pickle
import openai
pickle.dumps(openai.Model.retrieve("m"))
>>>
import pickle
import openai
pickle.dumps(openai.models.retrieve("m"))
--- logged
import logging
import openai
logging.info("got %s", openai.Model.retrieve("m"))
>>>
import logging
import openai
logging.info("got %s", openai.models.retrieve("m"))
"""

FIELDS = r"""
--- double quotes around
print(f"{r['choices'][0]['message']['content']}")
>>>
...
print(f"{r.choices[0].message.content}")
--- single quotes around
print(f'{r["choices"][0]["message"]["content"]}')
>>>
...
print(f'{r.choices[0].message.content}')
--- three quotes around
print(f'''{r["choices"][0]["message"]["content"]} and
{r["usage"]["total_tokens"]:>10} tokens''')
>>>
...
print(f'''{r.choices[0].message.content} and
{r.usage.total_tokens:>10} tokens''')
--- several fields
print(f"{r['id']}: {r['model']!r} {r['created']:>{10}} {r['usage']['total_tokens']:,}")
>>>
...
print(f"{r.id}: {r.model!r} {r.created:>{10}} {r.usage.total_tokens:,}")
--- an f-string in an f-string
print(f"{f'{r}' if r['id'] else r['model']} {'-'.join(c['text'] for c in r['choices'])}")
>>>
...
print(f"{f'{r}' if r.id else r.model} {'-'.join(c.to_dict()['text'] for c in r.choices)}")
--- double braces
print(f"{{{r['id']}}} {{r['id']}}")
>>>
...
print(f"{{{r.id}}} {{r['id']}}")
--- the expression is shown
print(f"{r['id']=}")
>>>
left: an f-string shows this expression itself (=), which changes
--- the expression is shown, of something else
x = 1
print(f"{x=} {r['id']}")
>>>
...
x = 1
print(f"{x=} {r.id}")
--- the same quotes within [3.12]
print(f"{r["choices"][0]["message"]["content"]}")
>>>
...
print(f"{r.choices[0].message.content}")
--- nested, the same quotes [3.12]
print(f"{f"{r["id"]}"} {r["model"]}")
>>>
...
print(f"{f"{r.id}"} {r.model}")
--- a line end within [3.12]
print(f"{
    r["id"]  # which
}")
>>>
...
print(f"{
    r.id  # which
}")
--- text before that is not ASCII
print(f"ä€😀 {r['id']} ö {r['model']}")
>>>
...
print(f"ä€😀 {r.id} ö {r.model}")
--- joined texts
print("a" f"{r['id']}" "b" f"{r['model']}")
>>>
...
print("a" f"{r.id}" "b" f"{r.model}")
--- joined texts over lines
print(
    f"{r['id']} "
    f"{r['usage']['total_tokens']}"
    "ü"
    f"{r['model']}"
)
>>>
...
print(
    f"{r.id} "
    f"{r.usage.total_tokens}"
    "ü"
    f"{r.model}"
)
--- raw
print(rf"\d{r['id']}", Rf'\d{r["id"]}')
>>>
...
print(rf"\d{r.id}", Rf'\d{r.id}')
--- escapes
print(f"\t{r['id']}\n\N{BULLET}{r['model']}\x41")
>>>
...
print(f"\t{r.id}\n\N{BULLET}{r.model}\x41")
--- with a lambda
print(f"{(lambda x: x['id'])(r)}")
>>>
...
print(f"{(lambda x: x.id)(r)}")
--- with a format that is an expression
print(f"{r['usage']['total_tokens']:{r['usage']['prompt_tokens']}}")
>>>
...
print(f"{r.usage.total_tokens:{r.usage.prompt_tokens}}")
--- a call
print(f"{openai.Completion.create(model='m', prompt='p')['choices'][0]['text'].strip()}")
>>>
...
print(f"{openai.completions.create(model='m', prompt='p').choices[0].text.strip()}")
--- a call over lines
print(f'''{openai.Completion.create(
    model="m", prompt="p")["choices"][0]["text"]}''')
>>>
...
print(f'''{openai.completions.create(
    model="m", prompt="p").choices[0].text}''')
--- get
print(f"{r['usage'].get('total_tokens', 0)} {r.get('usage', None)}")
>>>
...
print(f"{r.usage.total_tokens or 0} {r.usage}")
--- in a backslash line
print(f"{r['id']}" \
      f"{r['model']}")
>>>
...
print(f"{r.id}" \
      f"{r.model}")
--- a dict at the front of a field
print(f"{ {'a': r['id']} }")
>>>
...
print(f"{ {'a': r.id} }")
--- bytes and other texts beside
print(b"r['id']", "r['id']", f"r['id'] {r['id']}")
>>>
...
print(b"r['id']", "r['id']", f"r['id'] {r.id}")
"""


@examples(SUBSCRIPTS, header=HEADER, then=THEN)
def test_subscripts(before, expected, settings):
    check(before, expected, **settings)


@examples(GETS, header=HEADER, then=THEN)
def test_gets(before, expected, settings):
    check(before, expected, **settings)


@examples(STREAMS, header=STREAM, then=STREAM_THEN)
def test_streams(before, expected, settings):
    check(before, expected, **settings)


@examples(DICTS, header=HEADER, then=THEN)
def test_what_else_dicts_can(before, expected, settings):
    check(before, expected, **settings)


@examples(TEXTS, header=HEADER, then=THEN)
def test_texts_that_are_made_of_them(before, expected, settings):
    check(before, expected, **settings)


@examples(FIELDS, header=HEADER, then=THEN)
def test_fields_of_f_strings(before, expected, settings):
    check(before, expected, **settings)
