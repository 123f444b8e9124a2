"""The errors that the pages quote are those that the SDK raises: each is provoked, with real releases."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys

import pytest
import sdks
from azure.server import Server
from documents import section

from flake8_openai_v1.rules import RULES, page

CLIENT = "from openai import OpenAI\nclient = OpenAI(api_key='k')\n"

# A server that has an answer for a chat, a stream and a list of jobs, that is busy for one model, and that
# knows nothing else; with settings, clients and some answers of it.
SERVER = """
import http.server, json, threading
import openai

MESSAGE = {"role": "assistant", "content": "Hi"}
CHAT = {"id": "c", "object": "chat.completion", "created": 1, "model": "m"}
CHAT["choices"] = [{"index": 0, "finish_reason": "stop", "message": MESSAGE}]
CHUNK = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []}
JOBS = {"object": "list", "data": [], "has_more": False}

class Service(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(200 if self.path.startswith("/v1/fine_tuning/jobs") else 404, JOBS)

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if "/v1/chat/completions" not in self.path and "/m/chat/completions" not in self.path:
            self.answer(404, {"error": {"message": "nothing here"}})
        elif asked["model"] == "gone":
            self.answer(404, {"error": {"message": "no such model", "code": "model_not_found"}})
        elif asked["model"] == "revoked":
            self.answer(401, {"error": {"message": "no such key", "code": "invalid_api_key"}})
        elif "max_tokens" in asked:
            self.answer(400, {"error": {"message": "not this one", "code": "unsupported_parameter"}})
        elif asked["model"] == "busy":
            self.answer(429, {"error": {"message": "busy"}})
        elif asked.get("stream"):
            self.answer(200, f"data: {json.dumps(CHUNK)}\\n\\ndata: [DONE]\\n\\n")
        else:
            self.answer(200, CHAT)

    def answer(self, status, body):
        stream = isinstance(body, str)
        data = body if stream else json.dumps(body)
        self.send_response(status)
        self.send_header("content-type", "text/event-stream" if stream else "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data.encode())

    def log_message(self, *arguments):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
threading.Thread(target=server.serve_forever, daemon=True).start()
HOST = f"http://127.0.0.1:{server.server_port}"
openai.api_key, openai.max_retries, openai.base_url = "k", 0, HOST + "/v1/"
client = openai.OpenAI(api_key="k", base_url=HOST + "/v1")
other = openai.AsyncOpenAI(api_key="k", base_url=HOST + "/v1")
azure = openai.AzureOpenAI(api_key="k", azure_endpoint=HOST, api_version="2024-10-21")
chat = {"model": "m", "messages": []}
"""
ANSWER = SERVER + "response = client.chat.completions.create(**chat)\n"
AWAITED = SERVER + "import asyncio\nasync def main():\n    "

STUB = "You tried to access openai.ChatCompletion, but this is no longer supported in openai>=1.0.0"

# code → the end of a program → the error that it must end with, as the page quotes it.
PROGRAMS = {
    "OAI101": {
        "import openai.error": "ModuleNotFoundError: No module named 'openai.error'",
        "import openai.embeddings_utils": "ModuleNotFoundError: No module named 'openai.embeddings_utils'",
        "from openai import InvalidRequestError": (
            "ImportError: cannot import name 'InvalidRequestError' from 'openai'"
        ),
        "from openai import ChatCompletion\nChatCompletion.create()": STUB,
    },
    "OAI102": {"import openai\nopenai.ChatCompletion.create(model='m')": STUB},
    "OAI103": {"import openai\nopenai.ChatCompletion.acreate(model='m')": STUB},
    "OAI104": {"import openai\nopenai.error": "AttributeError: module 'openai' has no attribute 'error'"},
    "OAI105": {"import openai\nopenai.api_base": "AttributeError: module 'openai' has no attribute 'api_base'"},
    "OAI106": {"import openai\nopenai.proxy": "AttributeError: module 'openai' has no attribute 'proxy'"},
    "OAI107": {
        "import openai\ntry: 1 / 0\nexcept openai.error.RateLimitError: pass": (
            "AttributeError: module 'openai' has no attribute 'error'"
        ),
        "import openai\ntry: 1 / 0\nexcept openai.Timeout: pass": (
            "TypeError: catching classes that do not inherit from BaseException is not allowed"
        ),
        "import openai\nopenai.RateLimitError('slow down')": (
            "TypeError: APIStatusError.__init__() missing 2 required keyword-only arguments: 'response' and 'body'"
        ),
    },
    "OAI108": {
        SERVER
        + "try: openai.chat.completions.create(model='busy', messages=[])\n"
        + "except openai.RateLimitError as e: e.http_status": (
            "AttributeError: 'RateLimitError' object has no attribute 'http_status'"
        ),
    },
    "OAI110": {
        CLIENT + "client.chat.completions.create(model='m', messages=[], request_timeout=1)": (
            "TypeError: Completions.create() got an unexpected keyword argument 'request_timeout'"
        ),
        CLIENT + "client.embeddings.create(engine='m', input='i')": (
            "TypeError: Embeddings.create() got an unexpected keyword argument 'engine'"
        ),
        CLIENT + "client.chat.completions.create(engine='m', messages=[])": (
            "TypeError: Missing required arguments; Expected either ('messages' and 'model') or "
            "('messages', 'model' and 'stream') arguments to be given"
        ),
        CLIENT + "client.completions.create(deployment_id='m', prompt='')": (
            "TypeError: Missing required arguments; Expected either ('model' and 'prompt') or "
            "('model', 'prompt' and 'stream') arguments to be given"
        ),
    },
    "OAI111": {
        CLIENT + "client.audio.transcriptions.create('whisper-1', b'')": (
            "TypeError: create() takes 1 argument(s) but 3 were given"
        ),
        CLIENT + "client.files.create(b'', 'fine-tune')": (
            "TypeError: Files.create() takes 1 positional argument but 3 were given"
        ),
    },
    "OAI112": {
        ANSWER + "response['choices']": "TypeError: 'ChatCompletion' object is not subscriptable",
        ANSWER + "response.choices[0]['message']": "TypeError: 'Choice' object is not subscriptable",
        ANSWER + "response.choices[0].message['content']": (
            "TypeError: 'ChatCompletionMessage' object is not subscriptable"
        ),
        ANSWER + "response['id'] = 'x'": "TypeError: 'ChatCompletion' object does not support item assignment",
        ANSWER + "print(**response)": "argument after ** must be a mapping, not ChatCompletion",
    },
    "OAI113": {
        ANSWER + "response.get('usage')": "AttributeError: 'ChatCompletion' object has no attribute 'get'",
        ANSWER + "response.choices[0].message.items()": (
            "AttributeError: 'ChatCompletionMessage' object has no attribute 'items'"
        ),
        ANSWER + "len(response)": "TypeError: object of type 'ChatCompletion' has no len()",
        ANSWER + "response.response_ms": "AttributeError: 'ChatCompletion' object has no attribute 'response_ms'",
    },
    "OAI114": {
        ANSWER + "json.dumps(response)": "TypeError: Object of type ChatCompletion is not JSON serializable",
        ANSWER + "import yaml\nyaml.safe_dump(response)": (
            "yaml.representer.RepresenterError: ('cannot represent an object',"
        ),
        ANSWER + "json.loads(str(response))": "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
    },
    "OAI910": {
        ANSWER + "response['choices']": "TypeError: 'ChatCompletion' object is not subscriptable",
    },
    "OAI115": {
        SERVER + "client.fine_tuning.jobs.list().auto_paging_iter()": (
            "AttributeError: 'SyncCursorPage[FineTuningJob]' object has no attribute 'auto_paging_iter'"
        ),
    },
    "OAI116": {
        AWAITED + "await client.chat.completions.create(**chat)\nasyncio.run(main())": (
            "TypeError: object ChatCompletion can't be used in 'await' expression"
        ),
        SERVER + "other.chat.completions.create(**chat).choices": (
            "AttributeError: 'coroutine' object has no attribute 'choices'"
        ),
        SERVER + "import warnings\nwarnings.simplefilter('always')\n"
        "other.chat.completions.create(**chat)\nraise SystemExit(1)": (
            "RuntimeWarning: coroutine 'AsyncCompletions.create' was never awaited"
        ),
        AWAITED + "for _ in await other.chat.completions.create(stream=True, **chat): pass\nasyncio.run(main())": (
            "TypeError: 'AsyncStream' object is not iterable"
        ),
        AWAITED + "async for _ in client.chat.completions.create(stream=True, **chat): pass\nasyncio.run(main())": (
            "TypeError: 'async for' requires an object with __aiter__ method, got Stream"
        ),
    },
    "OAI117": {
        SERVER + "for chunk in azure.chat.completions.create(stream=True, **chat): chunk.choices[0]": (
            "IndexError: list index out of range"
        ),
    },
    "OAI118": {
        SERVER + "openai.base_url = HOST + '/v1'\nopenai.chat.completions.create(**chat)": (
            "openai.NotFoundError: Error code: 404"
        ),
    },
}

PROGRAMS |= {
    "OAI401": {
        "import openai\nopenai.OpenAI(endpoint='https://x', credential='k')": (
            "TypeError: OpenAI.__init__() got an unexpected keyword argument 'endpoint'"
        ),
        "import openai\nopenai.OpenAI('https://x', 'k')": (
            "TypeError: OpenAI.__init__() takes 1 positional argument but 3 were given"
        ),
    },
    "OAI402": {
        CLIENT + "client.complete(messages=[])": "AttributeError: 'OpenAI' object has no attribute 'complete'",
        CLIENT + "client.chat.completions.create(model='m', messages=[], model_extras={})": (
            "TypeError: Completions.create() got an unexpected keyword argument 'model_extras'"
        ),
        ANSWER + "response['choices']": "TypeError: 'ChatCompletion' object is not subscriptable",
        ANSWER + "response.as_dict()": "AttributeError: 'ChatCompletion' object has no attribute 'as_dict'",
        ANSWER + "response.created.year": "AttributeError: 'int' object has no attribute 'year'",
        SERVER + "for update in azure.chat.completions.create(stream=True, **chat): update.choices[0]": (
            "IndexError: list index out of range"
        ),
    },
    "OAI403": {
        "from azure.ai.inference.models import UserMessage": "ModuleNotFoundError: No module named 'azure'",
    },
    "OAI404": {
        SERVER
        + "try: openai.chat.completions.create(model='busy', messages=[])\n"
        + "except openai.RateLimitError as e: e.reason": (
            "AttributeError: 'RateLimitError' object has no attribute 'reason'"
        ),
    },
    "OAI405": {
        CLIENT + "client.get_model_info()": "AttributeError: 'OpenAI' object has no attribute 'get_model_info'",
        "import openai\nopenai.OpenAI(temperature=0.5)": (
            "TypeError: OpenAI.__init__() got an unexpected keyword argument 'temperature'"
        ),
        CLIENT + "client.embeddings.create(model='m', input=[], input_type='query')": (
            "TypeError: Embeddings.create() got an unexpected keyword argument 'input_type'"
        ),
    },
}

PROGRAMS |= {
    "OAI501": {SERVER + "client.beta.threads.create()": "openai.NotFoundError: Error code: 404"},
    "OAI502": {
        SERVER + "client.chat.completions.create(model='gone', messages=[])": "openai.NotFoundError: Error code: 404"
    },
    "OAI503": {
        SERVER + "client.chat.completions.create(model='m', messages=[], max_tokens=9)": (
            "openai.BadRequestError: Error code: 400"
        )
    },
    "OAI601": {
        SERVER + "client.chat.completions.create(model='revoked', messages=[])": (
            "openai.AuthenticationError: Error code: 401"
        )
    },
}

IN_1_0_0 = {
    "OAI102": {
        "import openai\nopenai.ChatCompletion.create()": (
            "AttributeError: module 'openai' has no attribute 'ChatCompletion'"
        )
    }
}


def quoted(code: str) -> str:
    (rule,) = (rule for rule in RULES if rule.code == code)
    return " ".join(section(page(rule), "Why it breaks").split())


RUNNER = """
import contextlib, io, json, sys, traceback

said = []
for program in json.load(sys.stdin):
    with contextlib.redirect_stderr(io.StringIO()) as out:
        try:
            exec(program, {"__name__": "__main__"})
        except BaseException:
            traceback.print_exc()
    said.append(out.getvalue())
print(json.dumps(said))
"""


@functools.cache
def said(release: str) -> dict[str, str]:
    """What each program says on stderr with a release, without line breaks."""
    try:
        number, beside, package = release.partition(" and ")
        folders = [*sdks.installs.path(number), *([sdks.installs.package(package)] if beside else [])]
    except sdks.installs.Unreachable as problem:
        sdks.unreachable(problem)
    programs = [program for table in TABLES[release] for row in table.values() for program in row]
    variables = {name: value for name, value in os.environ.items() if "OPENAI_" not in name}
    variables["PYTHONPATH"] = os.pathsep.join(map(str, folders))
    with Server() as service:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", RUNNER],
            input=json.dumps(programs),
            capture_output=True,
            text=True,
            env=variables | {"AZURE_SERVICE": service.url},
            timeout=300,
            check=True,
        )
    texts = [" ".join(text.split()) for text in json.loads(done.stdout)]
    return dict(zip(programs, texts, strict=True))


AZURE = """
import os
import openai
from openai import AzureOpenAI, OpenAI
e, v = os.environ["AZURE_SERVICE"], "2024-10-21"
given = {"api_key": "key-for-tests", "max_retries": 0}
chat = {"model": "chat", "messages": [{"role": "user", "content": "Hello"}]}
"""
NOT_FOUND = "openai.NotFoundError: Error code: 404"

# The same for Azure, against a service that answers like it.
ON_AZURE = {
    "OAI301": {
        AZURE + "AzureOpenAI(azure_endpoint=e, **given)": (
            "ValueError: Must provide either the `api_version` argument or the "
            "`OPENAI_API_VERSION` environment variable"
        ),
    },
    "OAI302": {
        AZURE + "chat['model'] = 'gpt-3.5-turbo'\n"
        "AzureOpenAI(azure_endpoint=e, api_version=v, **given).chat.completions.create(**chat)": NOT_FOUND,
    },
    "OAI303": {
        AZURE + "AzureOpenAI(api_version=v, **given)": (
            "ValueError: Must provide one of the `base_url` or `azure_endpoint` arguments, or the "
            "`AZURE_OPENAI_ENDPOINT` environment variable"
        ),
    },
    "OAI304": {
        AZURE + "AzureOpenAI(azure_endpoint=e, base_url=e, api_version=v, **given)": (
            "ValueError: base_url and azure_endpoint are mutually exclusive"
        ),
        AZURE + "OpenAI(api_version=v)": (
            "TypeError: OpenAI.__init__() got an unexpected keyword argument 'api_version'"
        ),
    },
    "OAI305": {
        AZURE + "AzureOpenAI(azure_endpoint=e + '/openai', api_version=v, **given)"
        ".chat.completions.create(**chat)": NOT_FOUND,
        AZURE + "AzureOpenAI(azure_endpoint='r.openai.azure.com', api_version=v, **given).models.list()": (
            "openai.APIConnectionError: Connection error."
        ),
    },
    "OAI306": {
        AZURE + "openai.base_url, openai._client = None, None  # other programs have set them\n"
        "openai.api_type, openai.api_key, openai.api_base = 'azure', 'k', e\nopenai.api_version = v\n"
        "openai.chat.completions.create(**chat)": (
            "ValueError: Must provide one of the `base_url` or `azure_endpoint` arguments, or the "
            "`AZURE_OPENAI_ENDPOINT` environment variable"
        ),
        AZURE + "AzureOpenAI(api_base=e)": (
            "TypeError: AzureOpenAI.__init__() got an unexpected keyword argument 'api_base'"
        ),
    },
    "OAI307": {
        AZURE + "AzureOpenAI(azure_endpoint=e, api_version='2024-05-13', **given).chat.completions.create(**chat)": (
            NOT_FOUND
        ),
    },
    "OAI308": {
        AZURE + "AzureOpenAI(azure_endpoint=e, api_version='2024-06-01', **given).chat.completions.create("
        "**chat, response_format={'type': 'json_schema', 'json_schema': {'name': 'n', 'schema': {}}})": (
            "openai.BadRequestError: Error code: 400"
        ),
    },
    "OAI309": {
        AZURE + "AzureOpenAI(base_url=e + '/openai/deployments/chat/extensions', api_version='2024-02-01', **given)"
        ".chat.completions.create(**chat)": NOT_FOUND,
    },
    "OAI310": {
        AZURE + "OpenAI(base_url=e, **given).chat.completions.create(**chat)": NOT_FOUND,
        AZURE + "AzureOpenAI(base_url=e + '/openai/v1', api_version='preview', **given)"
        ".chat.completions.create(**chat)": NOT_FOUND,
    },
    "OAI311": {
        AZURE + "AzureOpenAI(azure_endpoint=e, api_version=v, azure_ad_token='wrong')"
        ".chat.completions.create(**chat)": "openai.AuthenticationError: Error code: 401",
    },
}
WARN = "import warnings\nwith warnings.catch_warnings():\n    warnings.simplefilter('error')\n    "
IN_NEWEST = {
    "OAI201": {
        "from openai.types.beta import VectorStore": (
            "ImportError: cannot import name 'VectorStore' from 'openai.types.beta'"
        ),
        "import openai.resources.beta.chat": "ModuleNotFoundError: No module named 'openai.resources.beta.chat'",
        CLIENT + "client.beta.vector_stores": "AttributeError: 'Beta' object has no attribute 'vector_stores'",
        CLIENT + "client.edits": "AttributeError: 'OpenAI' object has no attribute 'edits'",
        CLIENT + "client.evals.create(data_source_config={}, testing_criteria=[], share_with_openai=False)": (
            "TypeError: Evals.create() got an unexpected keyword argument 'share_with_openai'"
        ),
    },
    "OAI202": {
        CLIENT + "OpenAI(proxies={})": "TypeError: OpenAI.__init__() got an unexpected keyword argument 'proxies'",
        CLIENT + "client.with_options(headers={})": (
            "TypeError: OpenAI.copy() got an unexpected keyword argument 'headers'"
        ),
    },
    "OAI203": {"import httpx": "ModuleNotFoundError: No module named 'httpx'"},
    "OAI204": {
        "import subprocess\nsubprocess.run(['openai', 'migrate'], env={'PATH': '/nowhere'})": (
            "FileNotFoundError: [Errno 2] No such file or directory: 'openai'"
        ),
        "import subprocess, sys\n"
        "done = subprocess.run([sys.executable, '-m', 'openai', 'migrate'], capture_output=True, text=True)\n"
        "sys.stderr.write(done.stderr)": (
            "No module named openai.__main__; 'openai' is a package and cannot be directly executed"
        ),
    },
    "OAI205": {
        CLIENT + WARN + "client.files.retrieve_content('f')": (
            "DeprecationWarning: The `.content()` method should be used instead"
        ),
        CLIENT + WARN + "client.fine_tuning.checkpoints.permissions.retrieve('f')": (
            "DeprecationWarning: Retrieve is deprecated. Please swap to the paginated list method instead."
        ),
    },
    "OAI304": {
        AZURE + "AzureOpenAI(azure_endpoint=e, api_version=v, api_key='k', azure_ad_token='t')": (
            "openai.lib.azure.MutuallyExclusiveAuthError"
        ),
    },
}
WITH_HTTPX = {
    "OAI203": {
        CLIENT + "import httpx\nOpenAI(api_key='k', base_url=httpx.URL('http://h/v1'))": (
            "TypeError: Invalid type for url. Expected str or httpx2.URL, got <class 'httpx.URL'>: URL('http://h/v1')"
        ),
        "import httpx, openai\nopenai.DefaultHttpxClient(auth=httpx.BasicAuth('a', 'b'))": (
            'TypeError: Invalid "auth" argument'
        ),
        SERVER + "import httpx\nhttp = openai.DefaultHttpxClient(timeout=httpx.Timeout(3))\n"
        "openai.OpenAI(api_key='k', base_url=HOST, http_client=http).models.list()": (
            "TypeError: 'Timeout' object cannot be interpreted as an integer"
        ),
    },
}
HTTPX = "httpx==0.28.1"
"""What the SDK no longer brings along."""
TABLES = {
    f"{sdks.NEWEST} and {HTTPX}": [WITH_HTTPX],
    sdks.NEWEST: [PROGRAMS, ON_AZURE, IN_NEWEST],
    "1.109.1": [PROGRAMS, ON_AZURE],
    "1.0.0": [IN_1_0_0],
}
ROWS = [
    pytest.param(release, code, program, error, id=f"{release}-{code}-{number}")
    for release, tables in TABLES.items()
    for table in tables
    for code, row in table.items()
    for number, (program, error) in enumerate(row.items())
]


@pytest.mark.index
@pytest.mark.parametrize(("release", "code", "program", "error"), ROWS)
def test_error(release, code, program, error):
    assert error in quoted(code)
    assert error in said(release)[program]


ALL = (PROGRAMS, ON_AZURE, IN_NEWEST, IN_1_0_0, WITH_HTTPX)


def test_every_quoted_error_is_proven():
    proven = [error for table in ALL for row in table.values() for error in row.values()]
    for rule in RULES:
        for line in re.findall(r"(?m)^    ((?:\w+\.)*\w*(?:Error|Warning): .*)$", section(page(rule), "Why it breaks")):
            line = " ".join(line.split())
            assert any(line in error or error in line for error in proven), line
