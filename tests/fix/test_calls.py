# ruff: noqa: E501
"""Calls: what is called, and its arguments."""

from __future__ import annotations

from fix.given import check, examples

HEADER = "import openai\n"

RESOURCES = r"""
--- chat
openai.ChatCompletion.create(model="m", messages=[])
>>>
openai.chat.completions.create(model="m", messages=[])
--- completions
openai.Completion.create(model="m", prompt="p")
>>>
openai.completions.create(model="m", prompt="p")
--- embeddings
openai.Embedding.create(model="m", input=["a"])
>>>
openai.embeddings.create(model="m", input=["a"])
--- moderations
openai.Moderation.create(input="a")
openai.Moderation.create("a")
openai.Moderation.create("a", "text-moderation-latest")
>>>
openai.moderations.create(input="a")
openai.moderations.create(input="a")
openai.moderations.create(input="a", model="text-moderation-latest")
--- images
openai.Image.create(prompt="p", n=1, size="256x256")
openai.Image.create_variation(image=open("a.png", "rb"), n=1)
openai.Image.create_edit(image=open("a.png", "rb"), mask=open("b.png", "rb"), prompt="p")
>>>
openai.images.generate(prompt="p", n=1, size="256x256")
openai.images.create_variation(image=open("a.png", "rb"), n=1)
openai.images.edit(image=open("a.png", "rb"), mask=open("b.png", "rb"), prompt="p")
--- images by position
openai.Image.create_variation(open("a.png", "rb"))
openai.Image.create_edit(open("a.png", "rb"), open("b.png", "rb"), prompt="p")
>>>
openai.images.create_variation(image=open("a.png", "rb"))
openai.images.edit(image=open("a.png", "rb"), mask=open("b.png", "rb"), prompt="p")
--- audio
openai.Audio.transcribe("whisper-1", open("a.mp3", "rb"))
openai.Audio.transcribe(model="whisper-1", file=open("a.mp3", "rb"), response_format="text")
openai.Audio.translate("whisper-1", file=open("a.mp3", "rb"))
>>>
openai.audio.transcriptions.create(model="whisper-1", file=open("a.mp3", "rb"))
openai.audio.transcriptions.create(model="whisper-1", file=open("a.mp3", "rb"), response_format="text")
openai.audio.translations.create(model="whisper-1", file=open("a.mp3", "rb"))
--- audio, raw
openai.Audio.transcribe_raw("whisper-1", data, "a.mp3")
>>>
left: an argument without a name that today's call does not take
--- audio, raw, by keyword
openai.Audio.transcribe_raw("whisper-1", file=data, filename="a.mp3")
>>>
openai.audio.transcriptions.create(model="whisper-1", file=("a.mp3", data))
--- files
openai.File.list()
openai.File.retrieve("f")
openai.File.retrieve(id="f")
openai.File.delete("f")
openai.File.delete(sid="f")
>>>
openai.files.list()
openai.files.retrieve("f")
openai.files.retrieve(file_id="f")
openai.files.delete("f")
openai.files.delete(file_id="f")
--- files, their content
x = openai.File.download("f")
>>>
x = openai.files.content("f").read()
--- files, sent
openai.File.create(file=open("a.jsonl", "rb"), purpose="fine-tune")
>>>
openai.files.create(file=("file", open("a.jsonl", "rb")), purpose="fine-tune")
--- files, sent by position
openai.File.create(open("a.jsonl", "rb"), "fine-tune")
>>>
openai.files.create(file=("file", open("a.jsonl", "rb")), purpose="fine-tune")
--- files, sent with a name
openai.File.create(file=open("a.jsonl", "rb"), purpose="fine-tune", user_provided_filename="b.jsonl")
>>>
openai.files.create(file=("b.jsonl", open("a.jsonl", "rb")), purpose="fine-tune")
--- files, sent with a name in the middle
openai.File.create(
    file=open("a.jsonl", "rb"),
    user_provided_filename="b.jsonl",  # what it is called
    purpose="fine-tune",
)
>>>
openai.files.create(
    file=("b.jsonl", open("a.jsonl", "rb")),
      # what it is called
    purpose="fine-tune",
)
--- files, opened as text
openai.File.create(file=open("a.jsonl"), purpose="fine-tune")
>>>
openai.files.create(file=("file", open("a.jsonl", "rb")), purpose="fine-tune")
--- files, opened as text by a with
with open("a.jsonl", "r") as f:
    openai.File.create(file=f, purpose="fine-tune")
>>>
with open("a.jsonl", "rb") as f:
    openai.files.create(file=("file", f), purpose="fine-tune")
--- files, opened as text and read
with open("a.jsonl", "r") as f:
    print(f.read())
    openai.File.create(file=f, purpose="fine-tune")
>>>
left: a file that is opened as text is sent, which must be opened in binary mode today
--- models
openai.Model.list()
openai.Model.retrieve("m")
openai.Model.retrieve(id="m")
openai.Model.delete("ft:m")
openai.Model.delete(sid="ft:m")
>>>
openai.models.list()
openai.models.retrieve("m")
openai.models.retrieve(model="m")
openai.models.delete("ft:m")
openai.models.delete(model="ft:m")
--- fine-tuning jobs
openai.FineTuningJob.create(training_file="f", model="m")
openai.FineTuningJob.list(limit=3)
openai.FineTuningJob.retrieve("j")
openai.FineTuningJob.retrieve(id="j")
openai.FineTuningJob.cancel("j")
openai.FineTuningJob.list_events(id="j", limit=2)
openai.FineTuningJob.list_events("j", 2)
>>>
openai.fine_tuning.jobs.create(training_file="f", model="m")
openai.fine_tuning.jobs.list(limit=3)
openai.fine_tuning.jobs.retrieve("j")
openai.fine_tuning.jobs.retrieve(fine_tuning_job_id="j")
openai.fine_tuning.jobs.cancel("j")
openai.fine_tuning.jobs.list_events(fine_tuning_job_id="j", limit=2)
openai.fine_tuning.jobs.list_events("j", limit=2)
--- old fine-tunes
openai.FineTune.create(training_file="f", model="ada")
>>>
left: openai.FineTune.create has no exact counterpart: other parameters
--- edits
openai.Edit.create(model="m", input="a", instruction="b")
>>>
left: openai.Edit.create has no exact counterpart: the edits endpoint was shut down; put the instruction and the input into messages
--- engines
openai.Engine.list()
>>>
left: engines became models: another address is asked; --unsafe-fixes does it
--- what an engine's call gave goes with it
for engine in openai.Engine.list()["data"]:
    print(engine["id"])
>>>
left: engines became models: another address is asked; --unsafe-fixes does it
--- what a call without a counterpart gave goes with it
print(openai.Deployment.list()["data"][0]["status"])
>>>
left: openai.Deployment.list has no exact counterpart: manage deployments with azure-mgmt-cognitiveservices
--- what an engine's call gave is read as a model [unsafe]
for engine in openai.Engine.list()["data"]:
    print(engine["id"])
>>>
for engine in openai.models.list().data:
    print(engine.id)
--- engines [unsafe]
openai.Engine.list()
openai.Engine.retrieve("ada")
>>>
openai.models.list()
openai.models.retrieve("ada")
--- a resource that is nowhere
openai.Customer.create()
>>>
left: openai.Customer.create has no exact counterpart: it has no counterpart; remove the call
--- what a call does not take is sent on
openai.ChatCompletion.create(model="m", messages=[], top_k=3, min_p=0.1)
>>>
openai.chat.completions.create(model="m", messages=[], extra_body={"top_k": 3, "min_p": 0.1})
--- what an image call does not take
openai.Image.create(prompt="p", steps=3)
>>>
openai.images.generate(prompt="p", extra_body={"steps": 3})
--- what a list does not take
openai.Model.list(owner="me")
>>>
openai.models.list(extra_query={"owner": "me"})
"""

ARGUMENTS = r"""
--- engine
openai.Completion.create(engine="davinci", prompt="p")
>>>
openai.completions.create(model="davinci", prompt="p")
--- deployment_id
openai.ChatCompletion.create(deployment_id="d", messages=[])
>>>
openai.chat.completions.create(model="d", messages=[])
--- engine and model
openai.ChatCompletion.create(engine="d", model="m", messages=[])
>>>
openai.chat.completions.create(model="d", messages=[])
--- engine and model, the engine not known
def f(engine=None):
    return openai.ChatCompletion.create(engine=engine, model="m", messages=[])
>>>
def f(engine=None):
    return openai.chat.completions.create(model=engine or "m", messages=[])
--- engine and model, the engine a condition
def f(x):
    return openai.ChatCompletion.create(model="m", messages=[], engine=x if x else None)
>>>
def f(x):
    return openai.chat.completions.create(messages=[], model=(x if x else None) or "m")
--- engine and deployment_id
openai.ChatCompletion.create(engine="d", deployment_id="e", messages=[])
>>>
left: engine= and deployment_id= are both given
--- request_timeout
openai.ChatCompletion.create(model="m", messages=[], request_timeout=10)
>>>
openai.chat.completions.create(model="m", messages=[], timeout=10)
--- request_timeout, None as its default was
openai.ChatCompletion.create(model="m", messages=[], request_timeout=None)
>>>
openai.chat.completions.create(model="m", messages=[])
--- request_timeout, None where it is not configured
openai.ChatCompletion.create(model="m", messages=[], request_timeout=conf().get("request_timeout", None))
openai.ChatCompletion.create(model="m", messages=[], request_timeout=conf().get("wait") if slow else 3)
openai.ChatCompletion.create(model="m", messages=[], request_timeout=conf().get("wait", 30))
>>>
openai.chat.completions.create(model="m", messages=[], timeout=conf().get("request_timeout", None) or 600)
openai.chat.completions.create(model="m", messages=[], timeout=(conf().get("wait") if slow else 3) or 600)
openai.chat.completions.create(model="m", messages=[], timeout=conf().get("wait", 30))
--- request_timeout, None where a caller leaves it out
class Bot:
    wait: float = None
    def __init__(self, limit=None, *, other=None, sure=5):
        self.limit, self.sure = limit, sure
        self.other = other
    def ask(self, limit=None):
        openai.Completion.create(model="m", prompt="p", request_timeout=self.wait)
        openai.Completion.create(model="m", prompt="p", request_timeout=self.other)
        openai.Completion.create(model="m", prompt="p", request_timeout=limit)
        openai.Completion.create(model="m", prompt="p", request_timeout=self.sure)
>>>
class Bot:
    wait: float = None
    def __init__(self, limit=None, *, other=None, sure=5):
        self.limit, self.sure = limit, sure
        self.other = other
    def ask(self, limit=None):
        openai.completions.create(model="m", prompt="p", timeout=self.wait or 600)
        openai.completions.create(model="m", prompt="p", timeout=self.other or 600)
        openai.completions.create(model="m", prompt="p", timeout=limit or 600)
        openai.completions.create(model="m", prompt="p", timeout=self.sure)
--- request_timeout, None in a dict
options = {"request_timeout": None}
openai.Completion.create(model="m", prompt="p", **options)
def ask(wait=None):
    given = {"request_timeout": wait}
    return openai.Completion.create(model="m", prompt="p", **given)
>>>
options = {"timeout": 600}
openai.completions.create(model="m", prompt="p", **options)
def ask(wait=None):
    given = {"timeout": wait or 600}
    return openai.completions.create(model="m", prompt="p", **given)
--- timeout was none, in a dict
class Bot:
    def __init__(self):
        self.args = {
            "model": "m",
            "request_timeout": conf()["wait"],  # for the answer
            "timeout": conf()["wait"],  # for all attempts
        }
    def ask(self, text):
        return openai.Completion.create(prompt=text, **self.args)
>>>
class Bot:
    def __init__(self):
        self.args = {
            "model": "m",
            "timeout": conf()["wait"],  # for the answer
            # for all attempts
        }
    def ask(self, text):
        return openai.completions.create(prompt=text, **self.args)
--- timeout was none, in a line of its own
options = {
    "timeout": 3,
    "request_timeout": 4,
}
openai.Completion.create(model="m", prompt="p", **options)
>>>
options = {
    "timeout": 4,
}
openai.completions.create(model="m", prompt="p", **options)
--- timeout was none, in a line
options = {"timeout": 3, "request_timeout": 4, "n": 1}
others = dict(request_timeout=4, timeout=3)
openai.Completion.create(model="m", prompt="p", **options)
openai.Completion.create(model="m", prompt="p", **others)
>>>
options = {"timeout": 4, "n": 1}
others = dict(timeout=4)
openai.completions.create(model="m", prompt="p", **options)
openai.completions.create(model="m", prompt="p", **others)
--- timeout was none, and is read
options = {"timeout": 3, "request_timeout": 4}
print(options["timeout"])
openai.Completion.create(model="m", prompt="p", **options)
>>>
left: timeout= limits the request today, and was the time to wait for a model to load
--- timeout was none, and is one for another call
options = {"timeout": 3, "request_timeout": 4}
openai.Completion.create(model="m", prompt="p", **options)
openai.Image.create(prompt="p", **options)
>>>
left: timeout= limits the request today, and was the time to wait for a model to load
--- timeout was none, and is shown
options = {"timeout": 3, "request_timeout": 4}
print(options)
openai.Completion.create(model="m", prompt="p", **options)
>>>
left: timeout= limits the request today, and was the time to wait for a model to load
--- request_timeout, a pair
openai.ChatCompletion.create(model="m", messages=[], request_timeout=(3, 10))
>>>
openai.chat.completions.create(model="m", messages=[], timeout=openai.Timeout(10, connect=3))
--- request_timeout, a pair under a name
WAIT = (3, 10)
openai.ChatCompletion.create(model="m", messages=[], request_timeout=WAIT)
>>>
WAIT = (3, 10)
openai.chat.completions.create(model="m", messages=[], timeout=WAIT)
--- request_timeout, of the caller
def f(wait):
    return openai.ChatCompletion.create(model="m", messages=[], request_timeout=wait)
f((3, 10))
>>>
def f(wait):
    return openai.chat.completions.create(model="m", messages=[], timeout=wait)
f(openai.Timeout(10, connect=3))
--- timeout was none
openai.ChatCompletion.create(model="m", messages=[], timeout=10)
>>>
openai.chat.completions.create(model="m", messages=[])
--- timeout and request_timeout
openai.ChatCompletion.create(model="m", messages=[], timeout=10, request_timeout=20)
>>>
openai.chat.completions.create(model="m", messages=[], timeout=20)
--- headers
openai.ChatCompletion.create(model="m", messages=[], headers={"X-A": "b"})
>>>
openai.chat.completions.create(model="m", messages=[], extra_headers={"X-A": "b"})
--- request_id
openai.ChatCompletion.create(model="m", messages=[], request_id="r-1")
>>>
openai.chat.completions.create(model="m", messages=[], extra_headers={"X-Request-Id": "r-1"})
--- request_id and headers
openai.ChatCompletion.create(model="m", messages=[], request_id="r-1", headers={"X-A": "b"})
>>>
left: request_id= is extra_headers={"X-Request-Id": ...} now
--- an argument on lines of its own, with comments
openai.ChatCompletion.create(
    # which one
    engine="d",  # the deployment
    model="m",  # the model
    messages=[],
    timeout=3,  # seconds
)
>>>
openai.chat.completions.create(
    # which one
    model="d",  # the deployment
      # the model
    messages=[],  # seconds
)
--- the last argument goes
openai.ChatCompletion.create(model="m", messages=[], timeout=3)
openai.ChatCompletion.create(model="m", messages=[], timeout=3,)
openai.ChatCompletion.create(
    model="m",
    messages=[],
    timeout=3
)
>>>
openai.chat.completions.create(model="m", messages=[])
openai.chat.completions.create(model="m", messages=[],)
openai.chat.completions.create(
    model="m",
    messages=[]
)
--- what is required is not given
openai.ChatCompletion.create(model="m")
>>>
left: today's call requires messages=
--- a comma in a comment
openai.ChatCompletion.create(
    model="m", timeout=3,  # a, b
    messages=[])
>>>
openai.chat.completions.create(
    model="m",   # a, b
    messages=[])
--- spaces around the sign
openai.ChatCompletion.create(engine = "d", messages = [])
>>>
openai.chat.completions.create(model = "d", messages = [])
--- brackets around a value
openai.ChatCompletion.create(engine=("d"), messages=([]), request_timeout=(3))
>>>
openai.chat.completions.create(model=("d"), messages=([]), timeout=(3))
--- by **, seen
params = {"engine": "d", "temperature": 0}
openai.Completion.create(prompt="p", **params)
>>>
params = {"model": "d", "temperature": 0}
openai.completions.create(prompt="p", **params)
--- by **, from dict()
params = dict(engine="d", temperature=0)
openai.Completion.create(prompt="p", **params)
>>>
params = dict(model="d", temperature=0)
openai.completions.create(prompt="p", **params)
--- by **, a display
openai.Completion.create(**{"engine": "d", "prompt": "p", "request_timeout": 3})
>>>
openai.completions.create(**{"model": "d", "prompt": "p", "timeout": 3})
--- by **, changed later
params = {"prompt": "p"}
params["engine"] = "d"
openai.Completion.create(**params)
>>>
params = {"prompt": "p"}
params["model"] = "d"
openai.completions.create(**params)
--- by **, set by a subscript, and the dict is kept, too
params = {"prompt": "p"}
params["engine"] = "d"
seen = str(params)
openai.Completion.create(**params)
>>>
import openai
params = {"prompt": "p"}
params["engine"] = "d"
seen = str(params)
openai.completions.create(**{"model" if name == "engine" else name: value for name, value in params.items()})
--- by **, read elsewhere
params = {"engine": "d", "prompt": "p"}
print(params["engine"])
openai.Completion.create(**params)
>>>
params = {"model": "d", "prompt": "p"}
print(params["model"])
openai.completions.create(**params)
--- by **, given to others
params = {"engine": "d", "prompt": "p"}
show(params)
openai.Completion.create(**params)
>>>
import openai
params = {"engine": "d", "prompt": "p"}
show(params)
openai.completions.create(**{"model" if name == "engine" else name: value for name, value in params.items()})
--- by **, of a function
def params():
    return {"engine": "d", "prompt": "p"}
openai.Completion.create(**params())
>>>
def params():
    return {"model": "d", "prompt": "p"}
openai.completions.create(**params())
--- by **, updated
params = {"model": "m"}
params.update(request_timeout=3)
openai.Completion.create(prompt="p", **params)
>>>
params = {"model": "m"}
params.update(timeout=3)
openai.completions.create(prompt="p", **params)
--- by **, nothing to do
params = {"model": "m", "prompt": "p"}
openai.Completion.create(**params)
>>>
params = {"model": "m", "prompt": "p"}
openai.completions.create(**params)
--- by **, not known
def f(**kwargs):
    return openai.Completion.create(**kwargs)
f(engine="d", prompt="p")
>>>
def f(**kwargs):
    return openai.completions.create(**kwargs)
f(model="d", prompt="p")
--- by **, not known, with defaults
def f(**kwargs):
    kwargs.setdefault("engine", "d")
    return openai.Completion.create(**kwargs)
>>>
def f(**kwargs):
    kwargs.setdefault("model", "d")
    return openai.completions.create(**kwargs)
--- by **, not known, in another class
DEFAULTS = {"request_timeout": 3}
def f(kwargs):
    return openai.Completion.create(**{**DEFAULTS, **kwargs})
>>>
DEFAULTS = {"timeout": 3}
def f(kwargs):
    return openai.completions.create(**{**DEFAULTS, **kwargs})
--- by **, a key that others send on
params = {"model": "m", "prompt": "p", "top_k": 3}
openai.Completion.create(**params)
>>>
left: top_k is an argument that today's call does not take, and comes in by a dict
--- a dict made of another one
common = {"engine": "m", "request_timeout": 3}
def complete(prompt):
    kwargs = dict(common, prompt=prompt)
    return openai.Completion.create(**kwargs)
>>>
common = {"model": "m", "timeout": 3}
def complete(prompt):
    kwargs = dict(common, prompt=prompt)
    return openai.completions.create(**kwargs)
--- a dict that takes what a function is given
def ask(prompt, **kwargs):
    params = {"model": "m", "prompt": prompt}
    params.update(kwargs)
    return openai.Completion.create(**params)
ask("a", request_timeout=3)
>>>
def ask(prompt, **kwargs):
    params = {"model": "m", "prompt": prompt}
    params.update(kwargs)
    return openai.completions.create(**params)
ask("a", timeout=3)
--- a dict of a property
class Model:
    @property
    def defaults(self):
        return {"engine": "m", "request_timeout": 3}
    def ask(self, prompt):
        return openai.Completion.create(prompt=prompt, **self.defaults)
>>>
class Model:
    @property
    def defaults(self):
        return {"model": "m", "timeout": 3}
    def ask(self, prompt):
        return openai.completions.create(prompt=prompt, **self.defaults)
--- a dict that is shown
def defaults():
    return {"engine": "m"}
print(defaults())
openai.Completion.create(prompt="p", **defaults())
>>>
import openai
def defaults():
    return {"engine": "m"}
print(defaults())
openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in defaults().items()})
--- a dict in an attribute that is shown
class Model:
    def __init__(self):
        self.options = {"engine": "m"}
        print(self.options)
    def ask(self, prompt):
        return openai.Completion.create(prompt=prompt, **self.options)
>>>
import openai
class Model:
    def __init__(self):
        self.options = {"engine": "m"}
        print(self.options)
    def ask(self, prompt):
        return openai.completions.create(prompt=prompt, **{"model" if name == "engine" else name: value for name, value in self.options.items()})
--- by *
args = ["m"]
openai.Model.retrieve(*args)
>>>
left: arguments come in by *args, and today's call takes keywords only
--- by *, keywords only
args = ["a"]
openai.Moderation.create(*args)
>>>
left: arguments come in by *args, and today's call takes keywords only
--- by * of a function, where the first one was the key
def f(*args, **kw):
    return openai.ChatCompletion.create(*args, **kw)
>>>
def f(*args, **kw):
    return openai.chat.completions.create(*args, **kw)
--- by * of a function that is called with keywords only
def f(*args, **kw):
    return openai.Moderation.create(*args, **kw)
f(input="a")
>>>
def f(*args, **kw):
    return openai.moderations.create(*args, **kw)
f(input="a")
--- by * of a function that is called otherwise
def f(*args, **kw):
    return openai.Moderation.create(*args, **kw)
f("a")
>>>
left: arguments come in by *args, and today's call takes keywords only
--- by * of a function that is handed on
def f(*args, **kw):
    return openai.Moderation.create(*args, **kw)
run(f)
>>>
left: arguments come in by *args, and today's call takes keywords only
--- by * of a function that nobody is seen to call
def f(*args, **kw):
    return openai.Moderation.create(*args, **kw)
>>>
left: arguments come in by *args, and today's call takes keywords only
--- many by position
openai.ChatCompletion.create("sk-1", model="m", messages=[])
>>>
left: an argument without a name that today's call does not take
--- dataSources
openai.ChatCompletion.create(model="m", messages=[], dataSources=[1])
>>>
openai.chat.completions.create(model="m", messages=[], extra_body={"data_sources": [1]})
--- extra_body is given
openai.ChatCompletion.create(model="m", messages=[], top_k=3, extra_body={"a": 1})
>>>
left: extra_body= is given already
--- stream
for chunk in openai.Completion.create(model="m", prompt="p", stream=True):
    print(chunk.choices[0].text)
>>>
for chunk in openai.completions.create(model="m", prompt="p", stream=True):
    print(chunk.choices[0].text)
--- an unknown argument over lines
openai.ChatCompletion.create(
    model="m",
    top_k=3,  # sampling
    messages=[],
    min_p=0.1,
)
>>>
openai.chat.completions.create(
    model="m",
    extra_body={"top_k": 3, "min_p": 0.1},  # sampling
    messages=[],
)
--- a model without a name, beside a deployment
with open("a.mp3", "rb") as f:
    print(openai.Audio.transcribe("whisper-1", f, deployment_id="d").text)
>>>
with open("a.mp3", "rb") as f:
    print(openai.audio.transcriptions.create(file=f, model="d").text)
--- a method whose *args are always empty
class Guard:
    def ask(self, text, *args):
        return openai.Moderation.create(text, *args)

    def both(self):
        return [self.ask("a"), self.ask("b")]
>>>
class Guard:
    def ask(self, text, *args):
        return openai.moderations.create(input=text, *args)

    def both(self):
        return [self.ask("a"), self.ask("b")]
--- a method that is given more
class Guard:
    def ask(self, text, *args):
        return openai.Moderation.create(text, *args)

    def both(self):
        return [self.ask("a"), self.ask("b", "text-moderation-latest")]
>>>
left: arguments come in by *args
"""

PER_CALL = r"""
--- a key
openai.ChatCompletion.create(model="m", messages=[], api_key="sk-1")
>>>
openai.OpenAI(api_key="sk-1").chat.completions.create(model="m", messages=[])
--- a key under a name
def f(key):
    return openai.ChatCompletion.create(model="m", messages=[], api_key=key)
>>>
def f(key):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )
    return client.chat.completions.create(model="m", messages=[])
--- a key and an address
openai.ChatCompletion.create(api_key="sk-1", api_base="https://a/v1", model="m", messages=[])
>>>
client = openai.OpenAI(api_key="sk-1", base_url="https://a/v1")
client.chat.completions.create(model="m", messages=[])
--- an organisation
openai.ChatCompletion.create(model="m", messages=[], organization="org-1")
>>>
openai.OpenAI(organization="org-1").chat.completions.create(model="m", messages=[])
--- Azure
openai.ChatCompletion.create(
    engine="d",
    messages=[],
    api_type="azure",
    api_base="https://a.openai.azure.com",
    api_version="2023-05-15",
    api_key="k",
)
>>>
client = openai.AzureOpenAI(
    api_key="k",
    azure_endpoint="https://a.openai.azure.com",
    api_version="2023-05-15",
)
client.chat.completions.create(
    model="d",
    messages=[],
)
--- Azure, AD
openai.ChatCompletion.create(
    engine="d", messages=[], api_type="azure_ad", api_base="https://a.openai.azure.com",
    api_version="2023-05-15", api_key=token,
)
>>>
client = openai.AzureOpenAI(
    azure_ad_token=token,
    azure_endpoint="https://a.openai.azure.com",
    api_version="2023-05-15",
)
client.chat.completions.create(
    model="d", messages=[],
)
--- Azure, an address that is not known
openai.ChatCompletion.create(engine="d", messages=[], api_type="azure", api_key="k")
>>>
left: this call goes to Azure, and no address is set for it
--- in a program that runs
def f(key):
    return openai.ChatCompletion.create(model="m", messages=[], api_key=key)
if __name__ == "__main__":
    f("sk-1")
>>>
def f(key):
    return openai.OpenAI(api_key=key).chat.completions.create(model="m", messages=[])
if __name__ == "__main__":
    f("sk-1")
--- with a key of the module
openai.api_key = "sk-0"
openai.ChatCompletion.create(model="m", messages=[], api_key="sk-1")
>>>
from openai import OpenAI
client = OpenAI(api_key="sk-0")
client.with_options(api_key="sk-1").chat.completions.create(model="m", messages=[])
--- on a name of its own
chat = openai.ChatCompletion
chat.create(model="m", messages=[], api_key="sk-1")
>>>
openai.OpenAI(api_key="sk-1").chat.completions.create(model="m", messages=[])
--- on a name of its own, which has other calls
import openai
_chat = openai.ChatCompletion
def f(key):
    _chat.create(model="m", messages=[], api_key=key)
    return _chat.create(model="m", messages=[])
>>>
import openai
_chat = openai.chat.completions
def f(key):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )
    client.chat.completions.create(model="m", messages=[])
    return _chat.create(model="m", messages=[])
--- beside a method that is handed on
import functools
def f(key, loop):
    return loop.run_in_executor(None, functools.partial(openai.Model.retrieve, "m", api_key=key, request_timeout=10))
>>>
import functools
def f(key, loop):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )
    return loop.run_in_executor(None, functools.partial(client.models.retrieve, "m", timeout=10))
--- beside a method that is kept, where the program sets something
import functools
import openai
openai.organization = "org-1"
def f(key):
    return functools.partial(openai.Model.retrieve, "m", api_key=key, request_timeout=10)
>>>
left: a method is kept beside options of its client, which has others by then
--- beside a method that is handed on with its own key, where the program sets one
import functools
import openai
def configure(key):
    openai.api_key = key
def f(key, loop):
    return loop.run_in_executor(None, functools.partial(openai.Model.retrieve, "m", api_key=key, request_timeout=10))
>>>
import functools
import openai
def configure(key):
    openai.api_key = key
def f(key, loop):
    client = openai.OpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )
    return loop.run_in_executor(None, functools.partial(client.models.retrieve, "m", timeout=10))
--- beside a method that is handed on with its own key, where the program sets an organization
import functools
import openai
def configure(name):
    openai.organization = name
def f(key, loop):
    return loop.run_in_executor(None, functools.partial(openai.Model.retrieve, "m", api_key=key, request_timeout=10))
>>>
left: a method is kept beside options of its client, which has others by then
--- beside a method that is kept with its own key, where the program sets one
import functools
import openai
def configure(key):
    openai.api_key = key
def f(key):
    return functools.partial(openai.Model.retrieve, "m", api_key=key, request_timeout=10)
>>>
left: a method is kept beside options of its client, which has others by then
--- beside a method that is kept, before the address is set
import functools
import openai
ask = functools.partial(openai.Model.retrieve, api_key="sk-1")
openai.api_base = "https://gateway.example/v1"
ask("m")
>>>
left: a method is kept beside options of its client, which has others by then
--- a method with options [module]
openai.api_key = "sk-0"
openai.Model.list(api_key="sk-1")
openai.Embedding.create(input="a", model="m", organization="org-1", request_timeout=3)
>>>
openai.api_key = "sk-0"
openai.OpenAI(api_key="sk-1").models.list()
client = openai.OpenAI(api_key=openai.api_key, organization="org-1")
client.embeddings.create(input="a", model="m", timeout=3)
"""

HANDED_ON = r'''
--- a method that is awaited, given to an object
import openai
from tools import Bot
def make():
    return Bot(openai.Completion.acreate)
>>>
import openai
from tools import Bot


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def make():
    return Bot(lambda **kwargs: async_openai_client().completions.create(**kwargs))
--- partial
from functools import partial
import openai
ask = partial(openai.Completion.create, engine="d", request_timeout=3)
ask(prompt="p")
>>>
from functools import partial
import openai
ask = partial(openai.completions.create, model="d", timeout=3)
ask(prompt="p")
--- partial, called with more
import functools
import openai
ask = functools.partial(openai.Completion.create, model="m")
ask(prompt="p", request_timeout=3)
>>>
import functools
import openai
ask = functools.partial(openai.completions.create, model="m")
ask(prompt="p", timeout=3)
--- submit
from concurrent.futures import ThreadPoolExecutor
import openai
with ThreadPoolExecutor() as pool:
    pool.submit(openai.Completion.create, engine="d", prompt="p")
>>>
from concurrent.futures import ThreadPoolExecutor
import openai
with ThreadPoolExecutor() as pool:
    pool.submit(openai.completions.create, model="d", prompt="p")
--- map
from concurrent.futures import ThreadPoolExecutor
import openai
with ThreadPoolExecutor() as pool:
    pool.map(openai.Model.retrieve, ["a", "b"])
    pool.map(openai.Moderation.create, ["a", "b"])
>>>
left: map gives its arguments without names, and today's call takes keywords only
--- map, by position today
from concurrent.futures import ThreadPoolExecutor
import openai
with ThreadPoolExecutor() as pool:
    pool.map(openai.Model.retrieve, ["a", "b"])
>>>
from concurrent.futures import ThreadPoolExecutor
import openai
with ThreadPoolExecutor() as pool:
    pool.map(openai.models.retrieve, ["a", "b"])
--- to_thread
import asyncio
import openai
async def f():
    return await asyncio.to_thread(openai.Completion.create, engine="d", prompt="p")
>>>
import asyncio
import openai
async def f():
    return await asyncio.to_thread(openai.completions.create, model="d", prompt="p")
--- run_in_executor
import asyncio
import openai
async def f(loop):
    return await loop.run_in_executor(None, lambda: openai.Completion.create(engine="d", prompt="p"))
>>>
import asyncio
import openai
async def f(loop):
    return await loop.run_in_executor(None, lambda: openai.completions.create(model="d", prompt="p"))
--- Thread
import threading
import openai
threading.Thread(target=openai.Completion.create, kwargs={"engine": "d", "prompt": "p"}).start()
>>>
left: it is called with the arguments beside it, which are for 0.x
--- a helper of its own
import openai
def retry(f, **kw):
    return f(**kw)
retry(openai.Completion.create, engine="d", prompt="p")
>>>
import openai
def retry(f, **kw):
    return f(**kw)
retry(openai.completions.create, model="d", prompt="p")
--- a helper of another package
import openai
from tenacity import retry
retry(openai.Completion.create)(model="m", prompt="p")
>>>
import openai
from tenacity import retry
retry(openai.completions.create)(model="m", prompt="p")
--- a method that is awaited
import asyncio
import openai
def f(call=openai.Completion.acreate):
    return call(model="m", prompt="p")
>>>
import asyncio
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def f(call=lambda **kwargs: async_openai_client().completions.create(**kwargs)):
    return call(model="m", prompt="p")
--- a method that is awaited, at once
import asyncio
import openai
from tools import again
openai.api_key = "sk-1"
async def main():
    return await again(openai.Completion.acreate, model="m", prompt="p")
asyncio.run(main())
>>>
import asyncio
from openai import AsyncOpenAI
from tools import again
client = AsyncOpenAI(api_key="sk-1")
async def main():
    return await again(client.completions.create, model="m", prompt="p")
asyncio.run(main())
--- a method that is awaited, at once, in a library
import openai
from tools import again
async def ask():
    return await again(openai.Completion.acreate, model="m", prompt="p")
>>>
import openai
from tools import again


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def ask():
    return await again(async_openai_client().completions.create, model="m", prompt="p")
--- a method that is awaited, where settings change
import asyncio
import openai
from tools import again
async def main(key):
    openai.api_key = key
    return await again(openai.Completion.acreate, model="m", prompt="p")
asyncio.run(main("sk-1"))
>>>
import asyncio
import openai
from tools import again
async def main(key):
    openai.api_key = key
    return await again(lambda **kwargs: openai.AsyncOpenAI(api_key=openai.api_key).completions.create(**kwargs), model="m", prompt="p")
asyncio.run(main("sk-1"))
--- a method that is awaited, under names
import asyncio
import openai
complete = openai.Completion.acreate
CALLS = {"again": complete, "chat": openai.ChatCompletion.acreate}
asyncio.run(complete(model="m", prompt="p"))
>>>
import asyncio
import openai
def complete(**kwargs):
    return openai.AsyncOpenAI().completions.create(**kwargs)
CALLS = {"again": complete, "chat": lambda **kwargs: openai.AsyncOpenAI().chat.completions.create(**kwargs)}
asyncio.run(complete(model="m", prompt="p"))
--- a method that is awaited, or another one
import openai
class Chat:
    def __init__(self, create=None):
        self.create = create or openai.ChatCompletion.acreate
>>>
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


class Chat:
    def __init__(self, create=None):
        self.create = create or (lambda **kwargs: async_openai_client().chat.completions.create(**kwargs))
--- a method that is awaited and looked at
import asyncio
import openai
def f(call):
    return asyncio.iscoroutinefunction(call)
f(openai.Completion.acreate)
CALLS = {"again": openai.Completion.acreate}
>>>
left: an async method is handed on to code that inspects it, and belongs to a client today
'''

ASYNC = r'''
--- a call
async def f():
    return await openai.ChatCompletion.acreate(model="m", messages=[])
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    return await async_openai_client().chat.completions.create(model="m", messages=[])
--- with a key of the module
openai.api_key = "sk-1"
async def f():
    return await openai.ChatCompletion.acreate(model="m", messages=[])
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


openai.api_key = "sk-1"
async def f():
    return await async_openai_client().chat.completions.create(model="m", messages=[])
--- with an address of the module
openai.api_key = "sk-1"
openai.api_base = "https://a/v1"
async def f():
    return await openai.ChatCompletion.acreate(model="m", messages=[])
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


openai.api_key = "sk-1"
openai.base_url = "https://a/v1/"
async def f():
    return await async_openai_client().chat.completions.create(model="m", messages=[])
--- on Azure
openai.api_type = "azure"
openai.api_key = "k"
openai.api_base = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
async def f():
    return await openai.ChatCompletion.acreate(engine="d", messages=[])
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncAzureOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        azure_endpoint=openai.azure_endpoint,
        api_version=openai.api_version,
    )


openai.api_type = "azure"
openai.api_key = "k"
openai.azure_endpoint = "https://a.openai.azure.com"
openai.api_version = "2023-05-15"
async def f():
    return await async_openai_client().chat.completions.create(model="d", messages=[])
--- a stream
async def f():
    async for chunk in await openai.ChatCompletion.acreate(model="m", messages=[], stream=True):
        print(chunk["choices"][0]["delta"].get("content", ""), end="")
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    async for chunk in await async_openai_client().chat.completions.create(model="m", messages=[], stream=True):
        print(chunk.choices[0].delta.content or "", end="")
--- gathered
import asyncio
import openai
async def f(texts):
    return await asyncio.gather(*[openai.Embedding.acreate(model="m", input=text) for text in texts])
>>>
import asyncio
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f(texts):
    return await asyncio.gather(*[async_openai_client().embeddings.create(model="m", input=text) for text in texts])
--- a class
from openai import ChatCompletion
async def f():
    return await ChatCompletion.acreate(model="m", messages=[])
>>>
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    return await async_openai_client().chat.completions.create(model="m", messages=[])
--- an alias
import openai as ai
async def f():
    return (await ai.ChatCompletion.acreate(model="m", messages=[]))["choices"][0]["message"]["content"]
>>>
import openai as ai


def async_openai_client():
    """Make a client of what the module has set now."""
    return ai.AsyncOpenAI(
        api_key=ai.api_key,
        organization=ai.organization,
        base_url=ai.base_url,
    )


async def f():
    return (await async_openai_client().chat.completions.create(model="m", messages=[])).choices[0].message.content
--- with a timeout
async def f():
    return await openai.ChatCompletion.acreate(engine="m", messages=[], request_timeout=3)
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    return await async_openai_client().chat.completions.create(model="m", messages=[], timeout=3)
--- with a key
async def f(key):
    return await openai.ChatCompletion.acreate(model="m", messages=[], api_key=key)
>>>
async def f(key):
    client = openai.AsyncOpenAI(
        api_key=key or openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )
    return await client.chat.completions.create(model="m", messages=[])
--- both
openai.Model.list()
async def f():
    return await openai.Model.alist()
>>>
openai.models.list()
async def f():
    return await openai.AsyncOpenAI().models.list()
--- a script with one loop
import asyncio
import openai
openai.api_key = "sk-1"
async def main():
    r = await openai.ChatCompletion.acreate(model="m", messages=[])
    print(r["choices"][0]["message"]["content"])
asyncio.run(main())
>>>
import asyncio
from openai import AsyncOpenAI
client = AsyncOpenAI(api_key="sk-1")
async def main():
    r = await client.chat.completions.create(model="m", messages=[])
    print(r.choices[0].message.content)
asyncio.run(main())
--- a script with both
import asyncio
import openai
openai.api_key = "sk-1"
async def main():
    await openai.ChatCompletion.acreate(model="m", messages=[])
    openai.Model.list()
asyncio.run(main())
>>>
import asyncio
from openai import AsyncOpenAI, OpenAI
client = OpenAI(api_key="sk-1")
async_client = AsyncOpenAI(api_key="sk-1")
async def main():
    await async_client.chat.completions.create(model="m", messages=[])
    client.models.list()
asyncio.run(main())
--- a script with two loops
import asyncio
import openai
openai.api_key = "sk-1"
async def main():
    await openai.ChatCompletion.acreate(model="m", messages=[])
asyncio.run(main())
asyncio.run(main())
>>>
import asyncio
import openai
openai.api_key = "sk-1"
async def main():
    await openai.AsyncOpenAI(api_key=openai.api_key).chat.completions.create(model="m", messages=[])
asyncio.run(main())
asyncio.run(main())
--- on a name of its own
chat = openai.ChatCompletion
async def f():
    return await chat.acreate(model="m", messages=[])
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


chat = openai.chat.completions
async def f():
    return await async_openai_client().chat.completions.create(model="m", messages=[])
--- on an attribute of its own
class Chat:
    def __init__(self):
        self.chat = openai.ChatCompletion
        self.both = openai.Completion
    async def f(self):
        return await self.chat.acreate(model="m", messages=[]), await self.both.acreate(model="m", prompt="p")
    def g(self):
        return self.both.create(model="m", prompt="p")
f = Chat().f
f()
>>>
class Chat:
    def __init__(self):
        self.both = openai.completions
    async def f(self):
        return await openai.AsyncOpenAI().chat.completions.create(model="m", messages=[]), await openai.AsyncOpenAI().completions.create(model="m", prompt="p")
    def g(self):
        return self.both.create(model="m", prompt="p")
f = Chat().f
f()
--- a session
import aiohttp
import openai
async def f():
    async with aiohttp.ClientSession() as s:
        openai.aiosession.set(s)
        await openai.Model.alist()
>>>
import aiohttp
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    async with aiohttp.ClientSession() as s:
        await async_openai_client().models.list()
--- a file
async def f():
    return await openai.File.adownload("f")
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    return (await async_openai_client().files.content("f")).read()
--- wait_for
import asyncio
import openai
async def f():
    return await asyncio.wait_for(openai.Model.alist(), 3)
>>>
import asyncio
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    return await asyncio.wait_for(async_openai_client().models.list(), 3)
'''


@examples(RESOURCES, header=HEADER)
def test_resources(before, expected, settings):
    check(before, expected, **settings)


@examples(ARGUMENTS, header=HEADER)
def test_arguments(before, expected, settings):
    check(before, expected, **settings)


@examples(PER_CALL, header=HEADER)
def test_options_of_one_call(before, expected, settings):
    check(before, expected, **settings)


@examples(HANDED_ON, header=HEADER)
def test_methods_that_are_handed_on(before, expected, settings):
    check(before, expected, **settings)


@examples(ASYNC, header=HEADER)
def test_awaited_calls(before, expected, settings):
    check(before, expected, **settings)
