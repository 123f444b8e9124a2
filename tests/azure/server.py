"""A local service that answers like Azure OpenAI, like Azure AI Inference and like OpenAI, and keeps what it is asked.

Nothing leaves the machine. A test starts it for a block::

    with Server() as server:
        run(program, env={"AZURE_OPENAI_ENDPOINT": server.url, "AZURE_OPENAI_API_KEY": KEY, ...})
        assert server.requests[0].deployment == "chat"

``python tests/azure/server.py`` runs it by hand. What it answers on which path is in ``Service``; the bodies are in
``answers.py``. What it is strict about is what Azure is strict about:

* ``/openai/…`` needs an ``api-version`` that is in ``VERSIONS`` (404, as Azure says it), ``/openai/v1/…`` takes none
  but those of ``V1_VERSIONS`` (400), ``/models/…`` needs one of ``MODELS_VERSIONS``;
* a key in ``api-key``, a token in ``Authorization: Bearer``; any will do, but ``TOKEN`` is no key, and ``KEY`` is a
  token only where ``/openai/v1``, ``/models`` and ``/v1`` take it as one. With "wrong" in it it is refused (401);
* the host, where a client says that of Azure or of OpenAI (``Host:``): ``/v1`` is only at OpenAI, the others only at
  Azure, and OpenAI wants a key that begins with ``sk-``. Under its own address the service is all of them;
* a deployment that there is: ``DEPLOYMENTS``, or those given to ``Server(deployments=…)``. Case matters;
* some things have a floor: ``FLOORS``, ``PREVIEW_ONLY``, ``GPT_IMAGE``;
* the gpt-image models send pictures as base64, and take no ``response_format``.

It speaks http. azure-core sends no token over http, unless a call says so: ``complete(…, enforce_https=False)``.

A deployment (or model) called ``status-429`` answers with that status; ``status-429-2`` does it twice, then answers;
``slow-3`` takes three seconds.

``{url}/at/llm.example/v1/…`` is taken for ``https://llm.example/v1/…``: so a program can be served whose text names
hosts, if they are replaced in it. The service also serves as proxy for http.
"""

from __future__ import annotations

import contextlib
import email
import http.server
import json
import re
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

sys.path.append(str(Path(__file__).parents[1]))

from azure import answers
from azure.things import Things, edit, moderation

KEY = "key-for-tests"
TOKEN = "token-for-tests"

DEPLOYMENTS = {
    "chat": "gpt-4o",
    "instruct": "gpt-35-turbo-instruct",
    "embeddings": "text-embedding-3-small",
    "recordings": "whisper",
    "whisper": "whisper",
    "speech": "tts",
    "pictures": "gpt-image-1-mini",
}
"""Names of deployments, and what is deployed there."""

VERSIONS = frozenset({
    "2022-12-01", "2023-03-15-preview", "2023-05-15", "2023-06-01-preview", "2023-07-01-preview",
    "2023-08-01-preview", "2023-09-01-preview", "2023-10-01-preview", "2023-12-01-preview", "2024-02-01",
    "2024-02-15-preview", "2024-03-01-preview", "2024-04-01-preview", "2024-05-01-preview", "2024-06-01",
    "2024-07-01-preview", "2024-08-01-preview", "2024-09-01-preview", "2024-10-01-preview", "2024-10-21",
    "2024-12-01-preview", "2025-01-01-preview", "2025-02-01-preview", "2025-03-01-preview", "2025-04-01-preview",
})  # fmt: skip
V1_VERSIONS = frozenset({"preview", "latest", "v1"})
MODELS_VERSIONS = frozenset({"2024-05-01-preview"})

FLOORS = (
    ("responses", "", "", "2025-03-01-preview", "Azure OpenAI Responses API is enabled only for api-version"),
    ("chat/completions", "response_format", "json_schema", "2024-08-01-preview",
     "response_format value as json_schema is enabled only for api versions"),
    ("chat/completions", "tool_choice", "required", "2024-06-01",
     "tool_choice value as required is enabled only for api versions"),
)  # fmt: skip
"""Operation, name and value in the body, the first version that serves it, how the service says that."""
PREVIEW_ONLY = {"audio/speech": "2024-02-15-preview", "images/edits": "2025-04-01-preview"}
"""Operations that are in no GA version, with the first preview."""
GPT_IMAGE = "2025-04-01-preview"
"""The first version that serves models for pictures whose name begins with gpt-image."""

ERRORS = {
    400: ("invalid_request_error", "The request is not valid."),
    401: ("401", "Access denied due to invalid subscription key or wrong API endpoint."),
    403: ("403", "The principal lacks the required data action."),
    404: ("404", "Resource not found"),
    409: ("409", "There is a conflict."),
    422: ("422", "The input cannot be processed."),
    429: ("429", "Requests have exceeded the call rate limit. Please retry after 0 seconds."),
    500: ("InternalServerError", "Internal server error"),
    503: ("503", "The service is busy."),
}
NO_DEPLOYMENT = (
    "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, "
    "please wait a moment and try again."
)
MATTER = ("api-key", "authorization", "content-type", "openai-organization", "openai-beta", "extra-parameters")

AZURE = re.compile(r"/openai/(?!v1(?:/|$))(?:deployments/(?P<deployment>[^/]+)/)?(?P<operation>.+)")
V1 = re.compile(r"/openai/v1/?(?P<operation>.*)")
MODELS = re.compile(r"/models/(?P<operation>.+)")
PLAIN = re.compile(r"/v1/(?P<operation>.+)")
ENGINE = re.compile(r"engines/(?P<model>[^/]+)/(?P<operation>.+)")
AT = re.compile(r"/at/(?P<host>[^/]+)(?P<path>/.*)?")
FORCED = re.compile(r"status-(\d{3})(?:-(\d+))?")
SLOW = re.compile(r"slow-(\d)")


class Request(NamedTuple):
    """A request as it came: what tests compare."""

    method: str
    path: str
    """As sent, not decoded, without the query."""
    query: dict[str, str]
    headers: dict[str, str]
    """Those of ``MATTER`` that were sent, in lower case; without the boundary of a form."""
    body: dict | list | None
    """JSON, or the fields of a form with files as ``[name, size]``."""
    host: str = ""
    """What stands behind ``/at/``, or what a proxy is asked for."""
    proxied: bool = False
    more: dict[str, str] = {}  # noqa: RUF012
    """Headers that a program made up (``x-…``), and those in which the SDKs say what they are, in lower case."""

    @property
    def operation(self) -> str:
        """``chat/completions``, on whichever kind of path."""
        match = next(filter(None, (kind.fullmatch(self.path) for kind in (V1, AZURE, MODELS, PLAIN))), None)
        return match["operation"] if match else self.path

    @property
    def deployment(self) -> str | None:
        """What is asked: the deployment in the path, else the model in the body."""
        match = AZURE.fullmatch(self.path)
        if match and match["deployment"]:
            return unquote(match["deployment"])
        return self.body.get("model") if isinstance(self.body, dict) else None


class Refused(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, code: str = "", message: str = "") -> None:
        known = ERRORS.get(status, (str(status), "An error."))
        self.status, self.code, self.message = status, code or known[0], message or known[1]


class Text(NamedTuple):
    """An answer that is not JSON."""

    content: bytes
    kind: str


class Later(NamedTuple):
    """The answer to a job that was taken: ask there."""

    body: dict
    place: str


class Server:
    """The service on a port of its own, for the time of a ``with`` block.

    ``deployments``: names there are, beside those of ``DEPLOYMENTS``, with the model behind each.
    ``polls``: how often a job for a picture is not ready yet; each time costs a client a second or more.
    ``retries``: whether an SDK may try again by itself what was refused.
    """

    def __init__(self, deployments: dict[str, str] | None = None, polls: int = 0, *, retries: bool = True) -> None:
        self.deployments = DEPLOYMENTS | (deployments or {})
        self.polls = polls
        self.retries = retries
        self.things = Things()
        self.requests: list[Request] = []
        self.forced: Counter[str] = Counter()
        self.jobs: dict[str, tuple[int, dict]] = {}
        self._http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
        self._http.daemon_threads = True
        self._http.owner = self  # type: ignore[attr-defined]

    @property
    def url(self) -> str:
        """``http://127.0.0.1:port``, the endpoint of the resource. ``{url}/v1`` is that of OpenAI."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def port(self) -> int:
        return self._http.server_port

    def forget(self) -> None:
        """Forget all requests, and how often it has refused."""
        self.requests.clear()
        self.forced.clear()

    def __enter__(self) -> Server:
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()


class Service(http.server.BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    @property
    def owner(self) -> Server:
        return self.server.owner  # type: ignore[attr-defined]

    def do_GET(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.answer()

    def do_DELETE(self) -> None:
        self.answer()

    def log_message(self, *_: object) -> None:
        pass

    def answer(self) -> None:
        """Read the request, keep it, and send what the service says to it."""
        # self.path has lost a second slash at its start
        path, _, query = self.requestline.split()[1].partition("?")
        proxied = path.startswith("http://")  # who asks a proxy names the host, too
        if proxied:
            path = "/" + path.split("/", 3)[3]
        at = AT.fullmatch(path)
        self.host, path = (at["host"], at["path"] or "/") if at else (self.headers.get("host", ""), path)
        raw = self.rfile.read(int(self.headers.get("content-length") or 0))
        self.query = dict(parse_qsl(query, keep_blank_values=True))
        self.files: dict[str, tuple[str, int]] = {}
        self.contents: dict[str, bytes] = {}
        self.body = self.read_body(raw)
        sent = {name: self.headers[name] for name in MATTER if name in self.headers}
        if "content-type" in sent:
            sent["content-type"] = sent["content-type"].partition(";")[0]
        kept = {**self.body, **{name: list(file) for name, file in self.files.items()}} if self.files else self.body
        more = {name.lower(): value for name, value in self.headers.items() if name.lower().startswith(("x-", "user-"))}
        host = self.host if at or proxied else ""
        if not path.startswith("/pictures/"):  # a download from a store is no question to the service
            self.owner.requests.append(Request(self.command, path, self.query, sent, kept, host, proxied, more))
        try:
            self.send(self.route(path))
        except Refused as refused:
            error = {"code": refused.code, "message": refused.message, "type": None, "param": None}
            extra = {"retry-after": "0", "retry-after-ms": "1"} if refused.status in (429, 503) else {}
            if not self.owner.retries:
                extra["x-should-retry"] = "false"
            self.send_json({"error": error}, refused.status, extra)

    def read_body(self, raw: bytes) -> dict | None:
        kind = self.headers.get("content-type", "")
        if not raw:
            return None
        if not kind.startswith("multipart/"):
            return json.loads(raw)
        form = email.message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + raw)
        fields = {}
        for part in form.get_payload():
            name = part.get_param("name", header="content-disposition")
            content = part.get_payload(decode=True)
            if part.get_filename():
                self.files[name] = (part.get_filename(), len(content))
                self.contents[name] = content
            else:
                fields[name] = content.decode()
        return fields

    # -- which of the services, and who may ask

    def route(self, path: str):
        if path.startswith("/pictures/"):
            return Text(answers.IMAGE, "image/png")
        path = f"/{path.strip('/')}"  # nobody minds
        host = self.host
        at_openai = host == "api.openai.com"
        if at_openai and not self.headers.get("authorization", "").startswith("Bearer sk-"):
            raise Refused(401, "invalid_api_key", "Incorrect API key provided.")
        if bool(PLAIN.fullmatch(path)) != at_openai and host.endswith((".com", ".example")):
            raise Refused(404)
        if match := V1.fullmatch(path):
            self.need_credential(key_is_token=True)
            if match["operation"] in BY_MODEL and self.query.get("api-version", "v1") not in V1_VERSIONS:
                raise Refused(400, "BadRequest", "api-version query parameter is not allowed when using /v1 path")
            return self.operation(match["operation"], self.body_model, known=self.owner.deployments, azure=True)
        if match := AZURE.fullmatch(path):
            self.need_credential()
            self.need_version(VERSIONS)
            return self.azure(match["operation"], match["deployment"] and unquote(match["deployment"]))
        if match := MODELS.fullmatch(path):
            self.need_credential(key_is_token=True)
            self.need_version(MODELS_VERSIONS)
            if match["operation"] == "info":
                return {"model_name": "gpt-4o", "model_type": "chat-completion", "model_provider_name": "OpenAI"}
            return self.operation(match["operation"], self.body_model, known=self.owner.deployments, azure=False)
        if match := PLAIN.fullmatch(path):
            self.need_credential(key_is_token=True, header=False)
            operation, model = match["operation"], self.body_model
            if old := ENGINE.fullmatch(operation):
                operation, model = old["operation"], unquote(old["model"])
            return self.operation(operation, model, known=None, azure=False)
        raise Refused(404)

    def need_credential(self, *, key_is_token: bool = False, header: bool = True) -> None:
        token = self.headers.get("authorization", "").partition("Bearer ")[2]
        key = self.headers.get("api-key", "") if header else ""
        given = (key != TOKEN and key) or ((key_is_token or token != KEY) and token)
        if not given or "wrong" in given or "<" in given:  # <function …>, <coroutine …>
            raise Refused(401)

    def need_version(self, known: frozenset[str]) -> None:
        if self.query.get("api-version") not in known:
            raise Refused(404)

    @property
    def body_model(self) -> str | None:
        return self.body.get("model") if isinstance(self.body, dict) else None

    def azure(self, operation: str, deployment: str | None):
        """``/openai/…`` with a dated api-version."""
        extensions = operation == "extensions/chat/completions"
        if operation == "images/generations:submit" and not deployment:
            return self.submit()
        if operation.startswith("operations/images/"):
            return self.job(operation.rpartition("/")[2])
        of_deployment = extensions or (operation in BY_MODEL and operation != "responses")
        if of_deployment != bool(deployment):
            raise Refused(404)
        version = self.query["api-version"]
        if operation in PREVIEW_ONLY and not (version.endswith("-preview") and version >= PREVIEW_ONLY[operation]):
            raise Refused(404)
        for about, name, value, floor, words in FLOORS:
            said = (self.body or {}).get(name)
            said = said.get("type") if isinstance(said, dict) else said
            if operation == about and (not name or said == value) and version < floor:
                raise Refused(400, "BadRequest", f"{words} {floor} and later")
        if extensions:
            if not version.startswith("2023"):
                raise Refused(404)
            operation = "chat/completions"
            if "dataSources" not in self.body:
                raise Refused(400, message="Validation error at #/dataSources: Field required")
        elif "dataSources" in (self.body or {}):
            raise Refused(400, message="Unrecognized request argument supplied: dataSources")
        asked = deployment if of_deployment else self.body_model
        return self.operation(operation, asked, known=self.owner.deployments, azure=True)

    # -- what is asked

    def operation(self, operation: str, asked: str | None, *, known: dict[str, str] | None, azure: bool):
        """Do what is asked. ``known`` are the deployments; without, each model is known."""
        if operation in BY_MODEL:
            self.refuse_as_told(asked)
            missing = [name for name in NEEDED.get(operation, ()) if name not in self.body and name not in self.files]
            if missing:
                raise Refused(400, message=f"Missing required parameter: '{missing[0]}'.")
            if known is not None and asked not in known:
                raise Refused(404, "DeploymentNotFound", NO_DEPLOYMENT)
            model = known[asked] if known else asked
            if slow := SLOW.fullmatch(asked or ""):
                time.sleep(int(slow[1]))
            if not model and operation.startswith("images/"):
                model = "dall-e-2"  # OpenAI's own default
            if not model:
                raise Refused(400, message="you must provide a model parameter")
            return BY_MODEL[operation](self, model, azure)
        if operation == "moderations":
            return moderation(self.body)
        answer = self.thing(operation, sorted(set(known.values())) if known else ["gpt-4o", "text-embedding-3-small"])
        if answer is None:
            raise Refused(404)
        return Text(answer, "application/octet-stream") if isinstance(answer, bytes) else answer

    def thing(self, operation: str, names: list[str]):
        """What there is beside what a model says: models, files, jobs. None where there is no such thing."""
        things = self.owner.things
        head, _, rest = operation.partition("/")
        if head in ("models", "engines"):
            if rest and rest not in names:
                return None
            if self.command == "DELETE":
                return {"id": rest, "object": "model", "deleted": True}
            return answers.model(rest) if rest else answers.models(names)
        if head == "files" and self.command == "POST":
            return things.upload(self.files["file"][0], self.contents["file"], self.body["purpose"])
        if head == "files":
            return things.file(self.command, rest)
        for path in ("fine-tunes", "fine_tuning/jobs"):
            if operation == path or operation.startswith(f"{path}/"):
                rest = operation.removeprefix(path).strip("/")
                return things.job(self.command, path == "fine-tunes", rest, self.body or {}, self.query)
        return None

    def refuse_as_told(self, asked: str | None) -> None:
        match = FORCED.fullmatch(asked or "")
        if match:
            self.owner.forced[match[0]] += 1
            if not match[2] or self.owner.forced[match[0]] <= int(match[2]):
                raise Refused(int(match[1]))
            self.owner.deployments.setdefault(match[0], "gpt-4o")

    def on_chat(self, model: str, azure: bool):
        if self.body.get("stream"):
            return answers.chat_stream(self.body, model, azure=azure)
        return answers.chat(self.body, model, azure=azure)

    def on_completions(self, model: str, azure: bool):
        return (answers.completion_stream if self.body.get("stream") else answers.completion)(self.body, model)

    def on_embeddings(self, model: str, azure: bool):
        body = self.body
        if "PythonBindings/0." in self.headers.get("user-agent", ""):
            body = body | {"encoding_format": "float"}  # 0.x asks for base64, but takes numbers; it unpacks with numpy
        return answers.embeddings(body, model)

    def on_transcribe(self, model: str, azure: bool):
        return answers.transcription(self.body, self.files, translated=False)

    def on_translate(self, model: str, azure: bool):
        return answers.transcription(self.body, self.files, translated=True)

    def on_speech(self, model: str, azure: bool):
        return Text(answers.SOUND + self.body["input"].encode(), "audio/mpeg")

    def on_pictures(self, model: str, azure: bool):
        if model.startswith("gpt-image"):
            if self.query.get("api-version", "v1") < GPT_IMAGE:  # what v1 takes comes after all dates
                raise Refused(404)
            if "response_format" in self.body:
                raise Refused(400, message="Unknown parameter: 'response_format'.")
        return answers.images({**self.body, "model": model}, self.owner.url)

    def on_text_edit(self, model: str, azure: bool):
        return edit(self.body)

    def on_responses(self, model: str, azure: bool):
        return (answers.response_stream if self.body.get("stream") else answers.response)(self.body, model)

    def submit(self) -> Later:
        number = str(len(self.owner.jobs) + 1)
        self.owner.jobs[number] = (self.owner.polls, answers.images(self.body, self.owner.url))
        place = f"{self.owner.url}/openai/operations/images/{number}?api-version={self.query['api-version']}"
        return Later({"id": number, "status": "notRunning"}, place)

    def job(self, number: str) -> dict:
        if number not in self.owner.jobs:
            raise Refused(404)
        left, result = self.owner.jobs[number]
        self.owner.jobs[number] = (left - 1, result)
        if left > 0:
            return {"id": number, "status": "running"}
        return {"id": number, "status": "succeeded", "created": answers.CREATED, "result": result}

    # -- how it is sent

    def send(self, answer) -> None:
        if isinstance(answer, Later):
            self.send_json(answer.body, 202, {"operation-location": answer.place, "retry-after": "1"})
        elif isinstance(answer, (Text, str)):
            content, kind = answer if isinstance(answer, Text) else (answer.encode(), "text/plain; charset=utf-8")
            self.send_bytes(content, kind)
        elif isinstance(answer, dict):
            self.send_json(answer)
        else:
            self.send_events(answer)

    def send_json(self, body: dict, status: int = 200, extra: dict[str, str] | None = None) -> None:
        self.send_bytes(json.dumps(body).encode(), "application/json", status, extra)

    def send_bytes(self, content: bytes, kind: str, status: int = 200, extra: dict[str, str] | None = None) -> None:
        self.send_response(status)
        headers = {"content-type": kind, "content-length": str(len(content)), "x-request-id": "request-1"}
        headers |= {"openai-processing-ms": "41", "openai-organization": "the-press"}
        for name, value in (headers | (extra or {})).items():
            self.send_header(name, value)
        with contextlib.suppress(ConnectionError):  # it did not wait
            self.end_headers()
            self.wfile.write(content)

    def send_events(self, chunks) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("content-type", "text/event-stream; charset=utf-8")
        self.send_header("connection", "close")
        self.end_headers()
        for at, chunk in enumerate(chunks):
            name = chunk.get("type")
            if name:
                chunk = {**chunk, "sequence_number": at}
                self.wfile.write(f"event: {name}\n".encode())
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        if not name:
            self.wfile.write(b"data: [DONE]\n\n")


NEEDED = {
    "chat/completions": ("messages",),
    "embeddings": ("input",),
    "audio/transcriptions": ("file",),
    "audio/translations": ("file",),
    "audio/speech": ("input",),
    "images/generations": ("prompt",),
    "images/edits": ("prompt", "image"),
    "images/variations": ("image",),
    "edits": ("instruction",),
}
BY_MODEL = {
    "chat/completions": Service.on_chat,
    "completions": Service.on_completions,
    "embeddings": Service.on_embeddings,
    "audio/transcriptions": Service.on_transcribe,
    "audio/translations": Service.on_translate,
    "audio/speech": Service.on_speech,
    "images/generations": Service.on_pictures,
    "images/edits": Service.on_pictures,
    "images/variations": Service.on_pictures,
    "edits": Service.on_text_edit,
    "responses": Service.on_responses,
}
"""Operations that ask a model. On a dated path all but the last stand below a deployment."""


def main() -> None:
    """Run until it is interrupted."""
    with Server() as server:
        print(server.url, "deployments:", *server.deployments, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(*server.requests, sep="\n")


if __name__ == "__main__":
    main()
