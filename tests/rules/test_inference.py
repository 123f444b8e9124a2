"""OAI401 to OAI405: azure-ai-inference."""

from __future__ import annotations

import pytest

from examples import Found, check, examples, expected, lint


@examples("""
--- imports
from azure.ai.inference import ChatCompletionsClient, EmbeddingsClient  # OAI401:32 OAI401:55
from azure.ai.inference.aio import ChatCompletionsClient as AsyncChat  # OAI401:36
import azure.ai.inference  # OAI401:8
import azure.ai.inference.aio as aio  # OAI401:8
from azure.ai import inference  # OAI401:22
--- modules of messages and of what has no counterpart
import azure.ai.inference.models  # OAI403:8
from azure.ai.inference import models, prompts, tracing  # OAI403:32 OAI405:40 OAI405:49
--- all names of a module
from azure.ai.inference import *  # OAI401:32
from azure.ai.inference.models import *  # OAI403:39

client = ChatCompletionsClient("https://example.services.ai.azure.com/models", key)  # OAI401:10
client.complete(messages=[UserMessage("Hello")])  # OAI402:1 OAI403:27
--- over several lines
from azure.ai.inference.models import (
    SystemMessage,  # OAI403:5
    UserMessage,  # OAI403:5
    ImageEmbeddingInput,  # OAI405:5
)
--- within a function, and where it may be missing
def connect(endpoint, credential):
    try:
        from azure.ai.inference import ChatCompletionsClient  # OAI401:40
    except ImportError:
        raise RuntimeError("pip install azure-ai-inference")
    return ChatCompletionsClient(endpoint, credential)  # OAI401:12
--- for annotations only
from __future__ import annotations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from azure.ai.inference import ChatCompletionsClient  # OAI401:36

def ask(client: ChatCompletionsClient, messages):  # OAI401:17
    return client.complete(messages=messages)  # OAI402:12
--- in quotes
from azure.ai import inference  # OAI401:22

def ask(client: "inference.ChatCompletionsClient"):  # OAI401:18
    return client.complete(messages=[])  # OAI402:12
--- names of tests
from unittest import mock

@mock.patch("azure.ai.inference.ChatCompletionsClient.complete")  # OAI401:13
def test(complete):
    with mock.patch("azure.ai.inference.aio.ChatCompletionsClient"):  # OAI401:21
        pass
--- by name
import importlib

importlib.import_module("azure.ai.inference.models")
client = importlib.import_module("azure.ai.inference").ChatCompletionsClient("a", "b")  # OAI401:10
""")
def test_imports(source):
    check(source)


@examples("""
--- keywords and positions
from azure.ai.inference import ChatCompletionsClient, EmbeddingsClient  # OAI401:32 OAI401:55

chat = ChatCompletionsClient(endpoint=endpoint, credential=credential)  # OAI401:8
vectors = EmbeddingsClient(endpoint, credential)  # OAI401:11
--- an alias and a module
import azure.ai.inference as inf  # OAI401:8
from azure.ai.inference import ChatCompletionsClient as Chat  # OAI401:32

one = inf.ChatCompletionsClient(endpoint, credential)  # OAI401:7
two = Chat(endpoint, credential)  # OAI401:7
--- the whole path
import azure.ai.inference  # OAI401:8

client = azure.ai.inference.ChatCompletionsClient(endpoint, credential)  # OAI401:10
--- with
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

with ChatCompletionsClient(endpoint, credential) as client:  # OAI401:6
    print(client.complete(model="m", messages=[]))  # OAI402:11
--- async with
from azure.ai.inference.aio import ChatCompletionsClient  # OAI401:36

async def main():
    async with ChatCompletionsClient(endpoint, credential) as client:  # OAI401:16
        return await client.complete(model="m", messages=[])  # OAI402:22
--- a class that is passed on, assigned, derived from
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

make = ChatCompletionsClient  # OAI401:8
client = make(endpoint, credential)
client.complete(messages=[])  # OAI402:1
build(ChatCompletionsClient)  # OAI401:7
KINDS = {"chat": ChatCompletionsClient}  # OAI401:18

class Mine(ChatCompletionsClient):  # OAI401:12
    pass
--- defaults of requests
from azure.ai.inference import ChatCompletionsClient, EmbeddingsClient  # OAI401:32 OAI401:55

chat = ChatCompletionsClient(  # OAI401:8
    endpoint,
    credential,
    model="m",  # OAI405:5
    temperature=0.5,  # OAI405:5
    max_tokens=100,  # OAI405:5
    api_version="2024-05-01-preview",
    retry_total=2,
    user_agent="mine",
    credential_scopes=["https://cognitiveservices.azure.com/.default"],
)
vectors = EmbeddingsClient(endpoint, credential, dimensions=10, input_type="query")  # OAI401:11 OAI405:50 OAI405:65
--- options of azure-core
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

ChatCompletionsClient(endpoint, credential, logging_enable=True, per_call_policies=[p])  # OAI401:1 OAI405:45 OAI405:66
ChatCompletionsClient(endpoint, credential, read_timeout=5, connection_timeout=5, transport=t)  # OAI401:1
--- from a dict
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

settings = {
    "endpoint": endpoint,
    "temperature": 0.5,  # OAI405:5
}
client = ChatCompletionsClient(credential=credential, **settings)  # OAI401:10
--- from a dict that is not known
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

def connect(**options):
    return ChatCompletionsClient(**options)  # OAI401:12
--- a client that is made where none was given
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

def ask(messages, client: ChatCompletionsClient | None = None):  # OAI401:27
    if not client:
        client = ChatCompletionsClient(endpoint, credential)  # OAI401:18
    return client.complete(messages=messages)  # OAI402:12
--- of a project
from azure.ai.projects import AIProjectClient

project = AIProjectClient(endpoint="https://example", credential=credential)
chat = project.inference.get_chat_completions_client()  # OAI401:8
reply = chat.complete(model="m", messages=[])  # OAI402:9
print(reply["id"])  # OAI402:7
with project.inference.get_embeddings_client() as vectors:  # OAI401:6
    vectors.embed(model="m", input=["a"])  # OAI402:5
images = project.inference.get_image_embeddings_client()  # OAI405:10
--- of an asynchronous project
from azure.ai.projects.aio import AIProjectClient

async def main(project):
    chat = await project.inference.get_chat_completions_client()  # OAI401:18
    reply = await chat.complete(model="m", messages=[])  # OAI402:19
    return reply["choices"]  # OAI402:12
""")
def test_clients(source):
    check(source)


MADE = """
from azure.ai.inference{module} import {cls} as C
from azure.core.credentials import AzureKeyCredential
from azure.identity{module} import DefaultAzureCredential

credential = DefaultAzureCredential()
client = C({arguments})
"""
V1 = "https://<resource>.openai.azure.com/openai/v1/"
EACH = "pass model=... in each call, the name of the deployment"


@pytest.mark.parametrize(
    ("arguments", "instead", "note"),
    [
        ("endpoint, AzureKeyCredential(key)", f'OpenAI(base_url="{V1}", api_key=key)', EACH),
        ("endpoint, AzureKeyCredential(self.key)", f'OpenAI(base_url="{V1}", api_key=self.key)', EACH),
        ("endpoint, AzureKeyCredential('secret')", f'OpenAI(base_url="{V1}", api_key=...)', EACH),
        ("endpoint, AzureKeyCredential(os.environ['KEY'])", f'OpenAI(base_url="{V1}", api_key=...)', EACH),
        ("endpoint, unknown", f'OpenAI(base_url="{V1}", api_key=...)', EACH),
        (
            "endpoint, credential",
            f'OpenAI(base_url="{V1}", api_key=get_bearer_token_provider(credential, "https://ai.azure.com/.default"))',
            EACH,
        ),
        (
            "endpoint=endpoint, credential=DefaultAzureCredential()",
            f'OpenAI(base_url="{V1}", '
            'api_key=get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default"))',
            EACH,
        ),
        (
            "'https://my-res.services.ai.azure.com/models', key",
            'OpenAI(base_url="https://my-res.openai.azure.com/openai/v1/", api_key=...)',
            EACH,
        ),
        (
            "f'https://{name}.services.ai.azure.com/models', key",
            f'OpenAI(base_url="{V1}", api_key=...)',
            EACH,
        ),
        (
            "'https://<your-resource>.services.ai.azure.com/models', key",
            f'OpenAI(base_url="{V1}", api_key=...)',
            EACH,
        ),
        (
            "'https://my-res.openai.azure.com/openai/deployments/orders', key, api_version='2024-06-01'",
            'OpenAI(base_url="https://my-res.openai.azure.com/openai/v1/", api_key=...)',
            'without api_version=; pass model="orders" in each call, the name of the deployment',
        ),
        (
            "'https://models.inference.ai.azure.com', key",
            f'OpenAI(base_url="{V1}", api_key=...)',
            f"GitHub Models was shut down on 2026-07-30; {EACH}",
        ),
        (
            "'https://my-llama.eastus2.models.ai.azure.com', key",
            f'OpenAI(base_url="{V1}", api_key=...)',
            f"deploy the model in a resource first; {EACH}",
        ),
        (
            "endpoint, key, retry_total=1, retry_connect=1, user_agent='x', timeout=3",
            f'OpenAI(base_url="{V1}", api_key=...)',
            f"max_retries= for retry_total= and retry_connect=; default_headers= for user_agent=; {EACH}",
        ),
        ("'http://[', key", f'OpenAI(base_url="{V1}", api_key=...)', EACH),
        ("*given", f'OpenAI(base_url="{V1}", api_key=...)', EACH),
        ("", f'OpenAI(base_url="{V1}", api_key=...)', EACH),
    ],
)
def test_the_client_to_make(arguments, instead, note):
    (found,) = (
        d for d in lint(MADE.format(module="", cls="ChatCompletionsClient", arguments=arguments)) if d.line == 7
    )
    assert found.code == "OAI401"
    assert found.replacement == instead
    end = f" ({note})" if note else ""
    start = "C (ChatCompletionsClient) belongs to azure-ai-inference, retired on 2026-08-26; use "
    assert found.message == f"{start}{instead}{end}"
    assert "secret" not in found.message


def test_the_asynchronous_client_to_make():
    source = MADE.format(module=".aio", cls="EmbeddingsClient", arguments="endpoint, credential")
    (found,) = (d for d in lint(source) if d.line == 7)
    assert found.replacement.startswith('AsyncOpenAI(base_url="https://<resource>')
    assert "get_bearer_token_provider of azure.identity.aio" in found.message


@examples("""
--- a call, its keywords
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
client.complete(  # OAI402:1
    model="m",
    messages=[{"role": "user", "content": "Hello"}],
    temperature=0.5,
    max_tokens=10,
    seed=1,
    stop=["x"],
    model_extras={"a": 1},  # OAI402:5
    headers={"a": "b"},  # OAI402:5
    params={"a": "b"},  # OAI402:5
    connection_timeout=3,  # OAI402:5
    content_type="application/json",
    logging_enable=True,  # OAI405:5
    cls=lambda *a: a,  # OAI405:5
)
--- embeddings
from azure.ai.inference import EmbeddingsClient  # OAI401:32

client = EmbeddingsClient(endpoint, credential)  # OAI401:10
client.embed(model="m", input=["a"], dimensions=3, encoding_format="float")  # OAI402:1
client.embed(model="m", input=["a"], input_type="query", encoding_format="int8")  # OAI402:1 OAI405:38 OAI405:58
--- the format of a response
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

JSON = "json_object"
client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
client.complete(model="m", messages=[], response_format="json_object")  # OAI402:1 OAI402:41
client.complete(model="m", messages=[], response_format=JSON)  # OAI402:1 OAI402:41
client.complete(model="m", messages=[], response_format=chosen)  # OAI402:1
--- a body
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
client.complete({"messages": [], "model": "m"})  # OAI402:1
client.complete(body={"messages": []})  # OAI402:1
client.complete(body)  # OAI402:1
--- keywords from a dict
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
options = {
    "model": "m",
    "model_extras": {"a": 1},  # OAI402:5
}
client.complete(messages=[], **options)  # OAI402:1
--- an attribute of a class
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

class Bot:
    def __init__(self, endpoint, credential):
        self.client = ChatCompletionsClient(endpoint, credential)  # OAI401:23

    def ask(self, messages):
        return self.client.complete(model="m", messages=messages)  # OAI402:16

    def text(self, messages):
        return self.ask(messages)["choices"][0]["message"]["content"]  # OAI402:16
--- a function that gives the client
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

def connect():
    return ChatCompletionsClient(endpoint, credential)  # OAI401:12

connect().complete(model="m", messages=[])  # OAI402:1
client = connect()
client.complete(model="m", messages=[])  # OAI402:1
--- handed on
import asyncio
import functools
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
ask = functools.partial(client.complete, model="m", model_extras={})  # OAI402:25 OAI402:53
ask(messages=[], headers={})  # OAI402:18

async def main():
    reply = await asyncio.to_thread(client.complete, messages=[], params={})  # OAI402:37 OAI402:67
    return reply["id"]  # OAI402:12
--- assigned
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
ask = client.complete  # OAI402:7
print(ask(messages=[])["id"])  # OAI402:7
--- what is the same in openai
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
client.close()
close = client.close
stack.enter_context(client)
--- what a larger program does
from __future__ import annotations
from typing import Any
from azure.ai.inference.aio import ChatCompletionsClient, EmbeddingsClient  # OAI401:36 OAI401:59

class Bot:
    def __init__(self, config):
        self.chat: ChatCompletionsClient | None = None  # OAI401:20
        self.vectors: dict[str, EmbeddingsClient] = {}  # OAI401:33

    async def start(self):
        self.chat = ChatCompletionsClient(endpoint=self.endpoint, credential=self.credential)  # OAI401:21
        self.vectors["a"] = EmbeddingsClient(self.endpoint, self.credential)  # OAI401:29

    def pick(self, name: str) -> EmbeddingsClient:  # OAI401:34
        return self.vectors[name]

    async def ask(self, text):
        for attempt in range(3):
            with span() as current:
                try:
                    assert self.chat is not None, "not started"
                    options = {"model": "m"}
                    options["model_extras"] = {"a": 1}  # OAI402:29
                    reply = await self.chat.complete(messages=[text], **options)  # OAI402:35
                    self.note(current, reply)
                    return reply.choices[0].message["content"]  # OAI402:28
                except ValueError:
                    pass

    async def embed(self, text):
        found = await self.pick("a").embed(input=[text], model="m", retry_on_methods=["POST"])  # OAI402:23 OAI405:69
        return found["data"][0].embedding  # OAI402:16

    @staticmethod
    def note(current, reply: Any):
        usage = reply.usage
        current.set(usage.get("completion_tokens_details"))  # OAI402:21
--- several clients
from azure.ai.inference import ChatCompletionsClient, EmbeddingsClient  # OAI401:32 OAI401:55

def ask(client: ChatCompletionsClient | EmbeddingsClient):  # OAI401:17 OAI401:41
    client.complete(model="m", messages=[])  # OAI402:5
    client.embed(model="m", input=[])  # OAI402:5
--- a loader
from azure.ai.inference import load_client  # OAI405:32
from azure.ai.inference.aio import load_client as connect  # OAI405:36

client = load_client(endpoint, credential)  # OAI405:10
print(client.complete(model="m", messages=[])["id"])  # OAI402:7 OAI402:7

async def main():
    client = await connect(endpoint, credential)  # OAI405:20
    return await client.embed(model="m", input=[])  # OAI402:18
""")
def test_calls(source):
    check(source)


CALLED = """
from azure.ai.inference import ChatCompletionsClient, EmbeddingsClient

client = ChatCompletionsClient(endpoint, credential)
vectors = EmbeddingsClient(endpoint, credential)
{line}
"""
MODEL = ", with model=..., the name of the deployment, which it requires"
BODY = ", with the entries of the body as keyword arguments"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("client.complete(messages=[])", f"use client.chat.completions.create{MODEL}"),
        ("client.complete(messages=[], model='m')", "use client.chat.completions.create"),
        ("client.complete(**options)", "use client.chat.completions.create"),
        (
            "client.complete(body)",
            "use client.chat.completions.create, with messages=..., or the entries of a dict, as keyword arguments",
        ),
        ("client.complete([])", f"use client.chat.completions.create, with messages=... for the list{MODEL}"),
        ("client.complete({'messages': []})", f"use client.chat.completions.create{BODY}{MODEL}"),
        ("client.complete({'messages': [], 'model': 'm'})", f"use client.chat.completions.create{BODY}"),
        ("vectors.embed(input=[])", f"use vectors.embeddings.create{MODEL}"),
        (
            "run(client.complete)",
            "use client.chat.completions.create, which requires model=, the name of the deployment",
        ),
    ],
)
def test_the_call_to_make(line, said):
    found = [d for d in lint(CALLED.format(line=line)) if d.line == 6]
    owner = "vectors" if "vectors" in line else "client"
    assert [d.message.partition("; ")[2] for d in found] == [f"make {owner} an OpenAI client, then {said}"]


@examples("""
--- reads of a response
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
r = client.complete(model="m", messages=[])  # OAI402:5
print(r["choices"][0]["message"]["content"])  # OAI402:7
print(r.choices[0]["message"].content)  # OAI402:7
print(r.get("usage"))  # OAI402:7
print(r.choices[0].message.get("content", ""))  # OAI402:7
print(r.as_dict(), r.choices[0].message.as_dict())  # OAI402:7 OAI402:20
print(r.keys(), r.values(), r.items())  # OAI402:7 OAI402:17 OAI402:29
print("usage" in r, "usage" not in r)  # OAI402:7 OAI402:21
print(len(r))  # OAI402:7
print(dict(r))  # OAI402:12
print({**r}, dict(**r))  # OAI402:10 OAI402:21
for key in r:  # OAI402:12
    print(key)
r["id"] = "x"  # OAI402:1
--- what works in both
import json
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
r = client.complete(model="m", messages=[])  # OAI402:5
print(r.id, r.model, r.created, r.usage.total_tokens, r.choices[0].finish_reason, r)
print(r.choices[0].message.content, r.choices[0].message.tool_calls[0].function.name)
print(r.choices[0].finish_reason == "stop", len(r.choices), isinstance(r, dict))
print(f"{r.created:%Y}", r.created > 3, json.dumps(r))
--- fields of another type
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
r = client.complete(model="m", messages=[])  # OAI402:5
print(r.created.isoformat(), r.created.year)  # OAI402:7 OAI402:30
print(r.choices[0].finish_reason.value, r.choices[0].message.role.name)  # OAI402:7 OAI402:41
print(r.choices[0].finish_reason.upper(), r.model.value)
--- with the members of an enumeration
from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.ai.inference.models import CompletionsFinishReason  # OAI403:39

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
r = client.complete(model="m", messages=[])  # OAI402:5
if r.choices[0].finish_reason == CompletionsFinishReason.TOOL_CALLS:  # OAI403:34
    print(CompletionsFinishReason.stopped)  # OAI403:11
--- a stream
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
for update in client.complete(model="m", messages=[], stream=True):  # OAI402:15
    print(update.choices[0].delta.content or "", end="")  # OAI402:11
    print(update["id"])  # OAI402:11
--- a stream with a look at its choices
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
stream = client.complete(model="m", messages=[], stream=True)  # OAI402:10
for update in stream:
    if update.choices:
        print(update.choices[0].delta.content or "", end="")
    if update.usage:
        print(update.usage["total_tokens"])  # OAI402:15
--- an asynchronous stream
from azure.ai.inference.aio import ChatCompletionsClient  # OAI401:36

async def main():
    async with ChatCompletionsClient(endpoint, credential) as client:  # OAI401:16
        stream = await client.complete(model="m", messages=[], stream=True)  # OAI402:24
        async for update in stream:
            print(update.choices[0].delta["content"])  # OAI402:19 OAI402:19
--- by annotation
from azure.ai.inference import models as m  # OAI403:32

def text(reply: m.ChatCompletions) -> str:  # OAI403:17
    return reply["choices"][0]["message"]["content"]  # OAI402:12

def parts(stream: m.StreamingChatCompletions):  # OAI403:19
    for update in stream:
        yield update.get("choices")  # OAI402:15
--- through functions
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10

def ask(messages):
    return client.complete(model="m", messages=messages)  # OAI402:12

def text(reply):
    return reply["choices"][0].message.content  # OAI402:12

print(text(ask([])), ask([]).get("id"))  # OAI402:22
--- embeddings
from azure.ai.inference import EmbeddingsClient  # OAI401:32

client = EmbeddingsClient(endpoint, credential)  # OAI401:10
r = client.embed(model="m", input=["a"])  # OAI402:5
print([item["embedding"] for item in r.data], r["data"][0].embedding)  # OAI402:8 OAI402:47
print([item.embedding[0] for item in r.data])
--- what is known of a model
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
info = client.get_model_info()  # OAI405:8
print(info.model_name, info["model_name"], info.get("model_type"), info.model_type.value)
--- a chunk has more in openai
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
for update in client.complete(model="m", messages=[], stream=True):  # OAI402:15
    if update.choices and update.choices[0].delta.tool_calls:
        for call in update.choices[0].delta.tool_calls:
            if "index" in call:  # OAI402:16
                print(call["index"])  # OAI402:23
--- code for both
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
r = client.complete(model="m", messages=[])  # OAI402:5
try:
    text = r["choices"][0]["message"]["content"]
except TypeError:
    text = r.choices[0].message.content
""")
def test_responses(source):
    # Messages may say that something "is not None".
    assert [Found(d.line, d.column + 1, d.code) for d in lint(source)] == expected(source)


@pytest.mark.parametrize(
    ("expression", "instead"),
    [
        ("r['choices'][0]['message']['content']", "r.choices[0].message.content"),
        ("r.get('usage')", "r.usage"),
        ("r.get('model', 'x')", 'r.model or "x"'),
        ("r['object']", "r.object"),
        # Fields that the object in openai does not have.
        ("r['own']", 'r.to_dict()["own"]'),
        ("r['choices'][0]['message']['tool_call_id']", 'r.choices[0].message.to_dict()["tool_call_id"]'),
        ("r.choices[0].message.tool_calls[0]['index']", 'r.choices[0].message.tool_calls[0].to_dict()["index"]'),
        ("r['choices'][0]['message']['audio']", "r.choices[0].message.audio"),
        ("r['choices'][0]['message'].get('name')", 'getattr(r.choices[0].message, "name", None)'),
        ("vectors.embed(input=['x'])['id']", 'vectors.embed(...).to_dict()["id"]'),
        ("vectors.embed(input=['x']).get('id')", 'getattr(vectors.embed(...), "id", None)'),
        ("'id' in vectors.embed(input=['x'])", 'hasattr(vectors.embed(...), "id")'),
        ("r.as_dict()", "r.to_dict()"),
        ("r.items()", "r.to_dict().items()"),
        ("r.pop('id')", "the attributes of r"),
        ("dict(r)", "r.to_dict()"),
        ("f(**r)", "**r.to_dict()"),
        ("'usage' in r", "r.usage is not None"),
        ("'usage' not in r", "r.usage is None"),
        ("'object' in r", "r.object is not None"),
        ("'own' in r", 'hasattr(r, "own")'),
        ("'own' not in r", 'not hasattr(r, "own")'),
        ("len(r)", "len(r.to_dict())"),
        ("r.created.year", "datetime.fromtimestamp(r.created, timezone.utc).year"),
        ("r.choices[0].finish_reason.value", "r.choices[0].finish_reason"),
        ("'{id}'.format_map(r)", "r.to_dict()"),
        ("operator.itemgetter('id')(r)", 'operator.attrgetter("id")'),
    ],
)
def test_what_to_read_instead(expression, instead):
    source = f"import operator\n{CALLED.format(line='r = client.complete(messages=[])')}print({expression})\n"
    found = [d for d in lint(source) if d.line == 8 and "embed belongs to" not in d.message][-1]
    assert found.code == "OAI402"
    assert found.replacement == instead
    assert found.message.endswith(f"use {instead}")


@examples("""
--- messages
from azure.ai.inference.models import AssistantMessage, SystemMessage  # OAI403:39 OAI403:57
from azure.ai.inference.models import ToolMessage, UserMessage, DeveloperMessage  # OAI403:39 OAI403:52 OAI403:65

messages = [
    SystemMessage("You are helpful."),  # OAI403:5
    DeveloperMessage(content="Be brief."),  # OAI403:5
    UserMessage(content="Hello"),  # OAI403:5
    AssistantMessage("Hi"),  # OAI403:5
    ToolMessage("42", tool_call_id="1"),  # OAI403:5
]
--- images
import azure.ai.inference.models as m  # OAI403:8

message = m.UserMessage(  # OAI403:11
    content=[
        m.TextContentItem(text="What is this?"),  # OAI403:9
        m.ImageContentItem(  # OAI403:9
            image_url=m.ImageUrl(  # OAI403:23
                url=url,
                detail=m.ImageDetailLevel.HIGH,  # OAI403:24
            ),
        ),
        m.ImageContentItem(image_url=m.ImageUrl.load(image_file="a.png", image_format="png")),  # OAI403:9 OAI405:38
        m.AudioContentItem(input_audio=m.InputAudio.load(audio_file="a", audio_format="mp3")),  # OAI403:9 OAI405:40
    ]
)
--- tools
from azure.ai.inference.models import (
    ChatCompletionsToolChoicePreset,  # OAI403:5
    ChatCompletionsToolDefinition as Tool,  # OAI403:5
    FunctionDefinition,  # OAI403:5
)

tool = Tool(function=FunctionDefinition(name="f", parameters={}))  # OAI403:8 OAI403:22
choice = ChatCompletionsToolChoicePreset.AUTO  # OAI403:10
other = ChatCompletionsToolChoicePreset("auto")  # OAI403:9
--- formats
from azure.ai.inference.models import EmbeddingEncodingFormat, JsonSchemaFormat  # OAI403:39 OAI403:64

shape = JsonSchemaFormat(name="n", schema={}, strict=True)  # OAI403:9
encoding = EmbeddingEncodingFormat.BASE64  # OAI403:12
smaller = EmbeddingEncodingFormat.INT8  # OAI405:11
--- annotations, checks, bases
from typing import Optional
from azure.ai.inference.models import ChatCompletions, ChatRequestMessage, UserMessage  # OAI403:39 OAI403:56 OAI403:76

def ask(messages: list[ChatRequestMessage]) -> Optional[ChatCompletions]:  # OAI403:24 OAI403:57
    if isinstance(messages[0], UserMessage):  # OAI403:32
        return None

class Loud(UserMessage):  # OAI403:12
    pass
--- a role
from azure.ai.inference.models import ChatRole  # OAI403:39

print(ChatRole.USER, ChatRole.USER.value, ChatRole.user)  # OAI403:7 OAI403:22 OAI403:43
--- names of earlier releases
from azure.ai.inference.models import ChatCompletionsFunctionToolDefinition  # OAI403:39
from azure.ai.inference.models import ChatCompletionsResponseFormat  # OAI403:39
from azure.ai.inference.models import ChatCompletionsResponseFormatJSON  # OAI403:39
from azure.ai.inference.models import EmbeddingInput, ModelType  # OAI405:39 OAI405:55

shape = ChatCompletionsResponseFormat.JSON_OBJECT  # OAI403:9
kind = ModelType.CHAT  # OAI405:8
--- by a variable
from azure.ai.inference.models import UserMessage  # OAI403:39

Message = UserMessage  # OAI403:11
messages = [Message("Hello")]
--- names that no release had
from azure.ai.inference.models import Parrot
from azure.ai.inference import VERSION

print(Parrot, VERSION)
""")
def test_messages(source):
    check(source)


@examples("""
--- a clause
from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.core.exceptions import AzureError, HttpResponseError  # OAI404:35 OAI404:47

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
try:
    client.complete(model="m", messages=[])  # OAI402:5
except HttpResponseError as e:  # OAI404:8
    print(e.status_code, e.message, e.response.headers)
    print(e.reason, e.error.message, e.model, e.exc_msg)  # OAI404:11 OAI404:21 OAI404:38 OAI404:47
except (AzureError, ValueError):  # OAI404:9
    pass
--- the module
import azure.core.exceptions  # OAI404:8
import azure.core.exceptions as errors  # OAI404:8
from azure.core import exceptions  # OAI404:24
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

try:
    ChatCompletionsClient(endpoint, credential).complete(messages=[])  # OAI401:5 OAI402:5
except azure.core.exceptions.ResourceNotFoundError:  # OAI404:8
    pass
except errors.ClientAuthenticationError:  # OAI404:8
    pass
except exceptions.ServiceRequestError:  # OAI404:8
    pass
--- anywhere in a file with no other package of Azure
from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.core.credentials import AzureKeyCredential
from azure.core.exceptions import HttpResponseError, ServiceRequestError  # OAI404:35 OAI404:54
from azure.identity import DefaultAzureCredential

RETRIED = (HttpResponseError, ServiceRequestError)  # OAI404:12 OAI404:31

def ask(bot):
    try:
        return bot.ask()
    except HttpResponseError as error:  # OAI404:12
        if isinstance(error, ServiceRequestError):  # OAI404:30
            raise
        return error.reason  # OAI404:16
--- a predicate of a retry
import tenacity
from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.core.exceptions import HttpResponseError  # OAI404:35

@tenacity.retry(retry=tenacity.retry_if_exception_type(HttpResponseError))  # OAI404:56
def ask(client: ChatCompletionsClient):  # OAI401:17
    return client.complete(model="m", messages=[])  # OAI402:12
--- beside another package of Azure, around a call
from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.core.exceptions import HttpResponseError
from azure.storage.blob import BlobServiceClient

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
blobs = BlobServiceClient(endpoint, credential)

def ask(messages):
    return client.complete(model="m", messages=messages)  # OAI402:12

try:
    text = ask([]).choices[0].message.content
except HttpResponseError as e:  # OAI404:8
    print(e.reason)  # OAI404:11
try:
    blobs.get_blob_client("a", "b").download_blob()
except HttpResponseError as e:
    print(e.reason)
--- a clause within a clause
from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.core.exceptions import HttpResponseError
from azure.storage.blob import BlobServiceClient

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
try:
    client.complete(model="m", messages=[])  # OAI402:5
except HttpResponseError:  # OAI404:8
    try:
        BlobServiceClient(endpoint, credential).get_blob_client("a", "b").delete_blob()
    except HttpResponseError as e:
        print(e.reason)
--- no client in the file
from azure.ai.inference.models import UserMessage  # OAI403:39
from azure.core.exceptions import HttpResponseError

def ask(bot):
    try:
        return bot.ask(UserMessage("Hello"))  # OAI403:24
    except HttpResponseError as e:
        return e.reason
--- blob storage alone
from azure.core.exceptions import HttpResponseError, ResourceNotFoundError
from azure.storage.blob import BlobServiceClient

OPENAI = "azure.ai"
try:
    BlobServiceClient(endpoint, credential).get_blob_client("a", "b").download_blob()
except ResourceNotFoundError:
    pass
except HttpResponseError as e:
    print(e.reason, e.error)
--- an attribute of something else
from azure.ai.inference import ChatCompletionsClient  # OAI401:32

try:
    ChatCompletionsClient(endpoint, credential).complete(messages=[])  # OAI401:5 OAI402:5
except ValueError as e:
    print(e.reason)
except Exception as e:
    print(e.reason, e.error)
""")
def test_exceptions(source):
    check(source)


EXCEPTIONS = [
    ("HttpResponseError", "openai.APIStatusError", " (for 429 openai.RateLimitError)"),
    ("ClientAuthenticationError", "openai.AuthenticationError", ""),
    ("ResourceNotFoundError", "openai.NotFoundError", ""),
    ("ServiceRequestError", "openai.APIConnectionError", ""),
    ("ServiceResponseTimeoutError", "openai.APITimeoutError", ""),
    ("AzureError", "openai.OpenAIError", ""),
]


@pytest.mark.parametrize(("name", "instead", "note"), EXCEPTIONS)
def test_the_exception_to_catch(name, instead, note):
    source = CALLED.format(line=f"from azure.core.exceptions import {name}\ntry: pass\nexcept {name}: pass")
    found = [d for d in lint(source) if d.line > 5]
    bare = instead.removeprefix("openai.")
    assert [d.message for d in found] == [
        f"azure.core.exceptions.{name} is nothing that openai raises; use from openai import {bare}{note}",
        f"{name} is nothing that openai raises; use {instead}{note}",
    ]


def test_an_exception_that_is_never_raised():
    source = CALLED.format(line="import azure.core.exceptions as e\ntry: pass\nexcept e.ResourceNotModifiedError: pass")
    (found,) = (d for d in lint(source) if d.line == 8)
    assert found.replacement is None
    assert found.message.endswith("; the service never answers 304; remove the clause")


@examples("""
--- clients
from azure.ai.inference import ImageEmbeddingsClient  # OAI405:32
from azure.ai.inference.models import ImageEmbeddingInput  # OAI405:39

client = ImageEmbeddingsClient(endpoint, credential, model="m")  # OAI405:10
client.embed(input=[ImageEmbeddingInput(image="x")], model_extras={})  # OAI405:1 OAI405:21
run(client.embed)  # OAI405:5
--- methods
from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.ai.inference.aio import EmbeddingsClient  # OAI401:36

client = ChatCompletionsClient(endpoint, credential)  # OAI401:10
print(client.get_model_info().model_name)  # OAI405:7
client.send_request(request)  # OAI405:1

async def main():
    async with EmbeddingsClient(endpoint, credential) as vectors:  # OAI401:16
        return await vectors.get_model_info()  # OAI405:22
--- templates
from azure.ai.inference.prompts import PromptTemplate  # OAI405:40

template = PromptTemplate.from_string(prompt_template="system:\\nHello {{name}}")  # OAI405:12
messages = template.create_messages(name="Ann")
other = PromptTemplate.from_prompty("a.prompty")  # OAI405:9
--- tracing
from azure.ai.inference.tracing import AIInferenceInstrumentor  # OAI405:40

AIInferenceInstrumentor().instrument()  # OAI405:1
with trace():
    AIInferenceInstrumentor().uninstrument()  # OAI405:5
""")
def test_what_has_no_counterpart(source):
    check(source)


@examples("""
--- classes of the program
OPENAI = "azure.ai.inference"

class SystemMessage:
    def __init__(self, content):
        self.content = content

class ChatCompletionsClient:
    def complete(self, messages):
        return {"choices": messages}

client = ChatCompletionsClient()
print(client.complete([SystemMessage("x")])["choices"], SystemMessage("x").content)
--- langchain
from langchain_azure_ai.chat_models import AzureAIChatCompletionsModel
from langchain_core.messages import HumanMessage, SystemMessage, ToolMessage

# azure.ai.inference is behind it
model = AzureAIChatCompletionsModel(endpoint=endpoint, credential=credential, model="m")
reply = model.invoke([SystemMessage(content="x"), HumanMessage(content="y"), ToolMessage("z", tool_call_id="1")])
print(reply.content, reply["content"])
--- beside langchain
from azure.ai.inference.models import UserMessage  # OAI403:39
from langchain_core.messages import SystemMessage

def convert(message):
    if isinstance(message, SystemMessage):
        return UserMessage(message.content)  # OAI403:16
--- another package of Azure
from azure.ai.projects import AIProjectClient
from azure.ai.textanalytics import TextAnalyticsClient
from azure.ai.documentintelligence.models import AnalyzeResult

project = AIProjectClient(endpoint=endpoint, credential=credential)
client = project.get_openai_client()
print(client.chat.completions.create(model="m", messages=[]).choices[0].message.content)
connection = project.connections.get_default()
print(project.inference.get_azure_openai_client())
--- a method of the same name elsewhere
import azure.ai.projects

factory.get_chat_completions_client()
agent.complete(messages=[], model_extras={})["id"]
index.embed(input=["a"])["data"]
--- a name that is something else on another path
import azure.ai.inference.models as models  # OAI403:8

if plain:
    UserMessage = dict
else:
    UserMessage = models.UserMessage  # OAI403:19
messages = [UserMessage(content="x")]
--- a name in a text
LOGGER = "azure.ai.inference"
import logging

logging.getLogger("azure.ai.inference").setLevel("DEBUG")
print("pip install azure-ai-inference", {"azure.ai.inference": 1}["azure.ai.inference"])
--- a client of openai
from openai import OpenAI

client = OpenAI(base_url="https://example.openai.azure.com/openai/v1/", api_key=key)
reply = client.chat.completions.create(model="my-deployment", messages=[{"role": "user", "content": "Hello"}])
print(reply.choices[0].message.content, reply.choices[0].finish_reason, reply.created)
""")
def test_what_is_fine(source):
    check(source)


def test_one_line_may_hold_several_names():
    source = "from azure.ai.inference.models import UserMessage as A, UserMessage as B\nprint(A('x'), B('y'))\n"
    assert [(d.line, d.column, d.code) for d in lint(source)] == [
        (1, 38, "OAI403"),
        (1, 56, "OAI403"),
        (2, 6, "OAI403"),
        (2, 14, "OAI403"),
    ]
