"""The local service says what Azure says: the programs and documents that are run against it rely on that."""

from __future__ import annotations

import base64
import json
import struct
import urllib.error
import urllib.request

import pytest
from azure.answers import IMAGE
from azure.server import DEPLOYMENTS, KEY, TOKEN, V1_VERSIONS, VERSIONS, Server

from flake8_openai_v1.sdk.api_versions import ALIASES, API_VERSIONS
from flake8_openai_v1.sdk.models import AZURE_SPELLINGS, MODELS

CHAT = {"messages": [{"role": "user", "content": "Hi"}]}
DATED = "?api-version=2024-10-21"
CHAT_PATH = f"/openai/deployments/chat/chat/completions{DATED}"
BY_KEY = {"api-key": KEY}
BY_TOKEN = {"authorization": f"Bearer {TOKEN}"}
KEY_AS_TOKEN = {"authorization": f"Bearer {KEY}"}


@pytest.fixture(scope="module")
def server():
    with Server() as started:
        yield started


@pytest.fixture
def ask(server):
    """A function that sends a request: status, headers and text of the answer."""
    server.forget()

    def send(path, body=None, headers=BY_KEY):
        data = None if body is None else json.dumps(body).encode()
        url = path if path.startswith("http") else server.url + path
        request = urllib.request.Request(url, data, {"content-type": "application/json", **headers})
        try:
            answer = urllib.request.urlopen(request, timeout=10)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.headers, answer.read().decode()

    return send


@pytest.mark.parametrize(
    ("path", "headers", "status", "code"),
    [
        (CHAT_PATH, BY_KEY, 200, None),
        (CHAT_PATH, BY_TOKEN, 200, None),
        (CHAT_PATH, {}, 401, "401"),
        (CHAT_PATH, KEY_AS_TOKEN, 401, "401"),
        (CHAT_PATH, {"api-key": TOKEN}, 401, "401"),
        (CHAT_PATH, {"api-key": "wrong"}, 401, "401"),
        (CHAT_PATH.replace(DATED, ""), BY_KEY, 404, "404"),
        (CHAT_PATH.replace("2024-10-21", "2024-10-22"), BY_KEY, 404, "404"),
        (CHAT_PATH.replace("2024-10-21", "preview"), BY_KEY, 404, "404"),
        (CHAT_PATH.replace("/chat/chat", "/gpt-4o/chat"), BY_KEY, 404, "DeploymentNotFound"),
        (CHAT_PATH.replace("/chat/chat", "/Chat/chat"), BY_KEY, 404, "DeploymentNotFound"),
        (f"/openai/chat/completions{DATED}", BY_KEY, 404, "404"),
        (f"/openai/openai/deployments/chat/chat/completions{DATED}", BY_KEY, 404, "404"),
        ("/openai/v1/chat/completions", BY_KEY, 404, "DeploymentNotFound"),
        (f"/openai/v1/chat/completions{DATED}", BY_KEY, 400, "BadRequest"),
        ("/chat/completions", BY_KEY, 404, "404"),
        ("/v1/chat/completions", BY_KEY, 401, "401"),
    ],
)
def test_who_may_ask_what(ask, path, headers, status, code):
    answer, _, text = ask(path, CHAT, headers)
    assert answer == status
    assert json.loads(text).get("error", {}).get("code") == code


@pytest.mark.parametrize("path", ["/openai/v1/chat/completions", "/openai/v1/chat/completions?api-version=preview"])
@pytest.mark.parametrize("headers", [BY_KEY, BY_TOKEN, KEY_AS_TOKEN])
def test_the_v1_api_takes_a_deployment_for_a_model(ask, path, headers):
    assert ask(path, {**CHAT, "model": "chat"}, headers)[0] == 200


def test_a_stream_on_azure_begins_with_a_chunk_without_choices(ask):
    asked = {**CHAT, "stream": True}
    _, headers, text = ask(CHAT_PATH, asked)
    assert headers["content-type"].startswith("text/event-stream")
    *chunks, end = [line.removeprefix("data: ") for line in text.splitlines() if line]
    assert end == "[DONE]"
    chunks = [json.loads(chunk) for chunk in chunks]
    assert chunks[0]["choices"] == []
    assert "".join(chunk["choices"][0]["delta"].get("content") or "" for chunk in chunks[1:]) == "You said: Hi"
    plain = ask("/v1/chat/completions", {**asked, "model": "gpt-4o"}, KEY_AS_TOKEN)[2]
    assert '"choices": []' not in plain


def test_a_picture_of_old_is_a_job(ask, server):
    version = "?api-version=2023-06-01-preview"
    status, headers, _ = ask(f"/openai/images/generations:submit{version}", {"prompt": "x", "n": 2})
    assert status == 202
    answer = json.loads(ask(headers["operation-location"])[2])
    assert answer["status"] == "succeeded"
    assert [row["url"].startswith(server.url) for row in answer["result"]["data"]] == [True, True]


def test_a_picture_of_today_is_base64(ask, server):
    path = "/openai/deployments/pictures/images/generations?api-version="
    answer = json.loads(ask(f"{path}2025-04-01-preview", {"prompt": "x"})[2])
    assert [list(row) for row in answer["data"]] == [["b64_json"]]
    assert base64.b64decode(answer["data"][0]["b64_json"]).startswith(b"\x89PNG")
    assert ask(f"{path}2024-10-21", {"prompt": "x"})[0] == 404
    assert ask(f"{path}2025-04-01-preview", {"prompt": "x", "response_format": "url"})[0] == 400
    assert ask("/openai/v1/images/generations", {"prompt": "x", "model": "pictures"})[0] == 200


def test_a_download_is_no_question(server):
    server.forget()
    with urllib.request.urlopen(f"{server.url}/pictures/1.png", timeout=10) as answer:
        assert answer.read() == IMAGE
    assert server.requests == []


def test_vectors_are_the_same_in_both_encodings(ask):
    path = f"/openai/deployments/embeddings/embeddings{DATED}"
    plain, packed = (
        [row["embedding"] for row in json.loads(ask(path, {"input": ["a", "b"], **form})[2])["data"]]
        for form in ({}, {"encoding_format": "base64"})
    )
    assert plain[0] != plain[1]
    assert [list(struct.unpack("<4f", base64.b64decode(vector))) for vector in packed] == plain


def test_use_your_data_in_both_forms(ask):
    old = "/openai/deployments/chat/extensions/chat/completions?api-version=2023-08-01-preview"
    assert "messages" in json.loads(ask(old, {**CHAT, "dataSources": [{}]})[2])["choices"][0]["message"]["context"]
    new = json.loads(ask(CHAT_PATH, {**CHAT, "data_sources": [{}]})[2])
    assert "citations" in new["choices"][0]["message"]["context"]
    assert ask(CHAT_PATH, {**CHAT, "dataSources": [{}]})[0] == 400
    assert ask(old.replace("2023-08-01-preview", "2024-10-21"), {**CHAT, "dataSources": [{}]})[0] == 404


def test_an_old_version_lacks_what_is_new(ask):
    status, _, text = ask(f"/openai/responses{DATED}", {"model": "chat", "input": "Hi"})
    assert status == 400
    assert "enabled only for api-version 2025-03-01-preview and later" in text
    assert ask(f"/openai/deployments/speech/audio/speech{DATED}", {"input": "x"})[0] == 404


def test_it_refuses_as_told(ask):
    busy = CHAT_PATH.replace("/chat/chat", "/status-429-2/chat")
    assert [ask(busy, CHAT)[0] for _ in range(3)] == [429, 429, 200]
    status, headers, _ = ask(CHAT_PATH.replace("/chat/chat", "/status-503/chat"), CHAT)
    assert (status, headers["retry-after"]) == (503, "0")


def test_it_keeps_what_it_is_asked(ask, server):
    ask(CHAT_PATH, CHAT)
    ask("/openai/v1/chat/completions", {**CHAT, "model": "chat"}, BY_TOKEN)
    first, second = server.requests
    assert (first.method, first.path, first.query) == (
        "POST",
        CHAT_PATH.partition("?")[0],
        {"api-version": "2024-10-21"},
    )
    assert first.headers == {**BY_KEY, "content-type": "application/json"}
    assert first.body == CHAT
    assert (first.operation, first.deployment) == (second.operation, second.deployment) == ("chat/completions", "chat")


def test_a_host_may_stand_in_the_path(ask, server):
    by_openai_key = {"authorization": "Bearer sk-x"}
    openai = "/at/api.openai.com/v1/chat/completions"
    assert ask(openai, {**CHAT, "model": "gpt-4o"}, by_openai_key)[0] == 200
    assert ask(openai, {**CHAT, "model": "gpt-4o"}, KEY_AS_TOKEN)[0] == 401
    assert ask(openai.replace("api.openai", "x.openai.azure"), CHAT, by_openai_key)[0] == 404
    assert ask(f"/at/x.openai.azure.com{CHAT_PATH}", CHAT)[0] == 200
    assert [(one.host, one.path.partition("/c")[0]) for one in server.requests[::3]] == [
        ("api.openai.com", "/v1"),
        ("x.openai.azure.com", "/openai/deployments"),
    ]


def test_it_is_a_proxy_for_http(server):
    server.forget()
    asked = urllib.request.Request("http://llm.local:8080/v1/models", headers=KEY_AS_TOKEN)
    asked.set_proxy(f"127.0.0.1:{server.port}", "http")
    with urllib.request.urlopen(asked, timeout=10) as answer:
        assert json.load(answer)["object"] == "list"
    assert [(one.host, one.path, one.proxied) for one in server.requests] == [("llm.local:8080", "/v1/models", True)]


def test_an_sdk_may_be_told_not_to_try_again(ask):
    busy = CHAT_PATH.replace("/chat/chat", "/status-429/chat")
    assert ask(busy, CHAT)[1]["x-should-retry"] is None
    with Server(retries=False) as strict:
        assert ask(strict.url + busy, CHAT)[1]["x-should-retry"] == "false"


def test_what_there_was_at_openai(ask):
    def post(path, body):
        return json.loads(ask(f"/v1/{path}", body, KEY_AS_TOKEN)[2])

    assert post("engines/davinci/completions", {"prompt": "x"})["model"] == "davinci"
    assert post("edits", {"model": "m", "input": "x", "instruction": "y"})["choices"][0]["text"] == "x (y)"
    found = post("moderations", {"input": ["fine", "wrong"]})["results"]
    assert [(one["flagged"], one["categories"]["violence"]) for one in found] == [(False, False), (True, True)]
    assert post("images/variations", {"image": "x", "n": "2"})["data"][1]["url"].endswith("/pictures/2.png")
    assert ask("/v1/engines/gpt-4o", None, KEY_AS_TOKEN)[0] == 200
    assert ask("/v1/engines/gpt-1", None, KEY_AS_TOKEN)[0] == 404


def test_it_keeps_files(ask):
    form = b'--b\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nfine-tune\r\n'
    form += b'--b\r\nContent-Disposition: form-data; name="file"; filename="f.jsonl"\r\n\r\nabc\r\n--b--\r\n'
    with Server() as server:
        request = urllib.request.Request(f"{server.url}/v1/files", form, KEY_AS_TOKEN)
        request.add_header("content-type", "multipart/form-data; boundary=b")
        with urllib.request.urlopen(request, timeout=10) as answer:
            row = json.load(answer)
        assert (row["filename"], row["bytes"], row["purpose"]) == ("f.jsonl", 3, "fine-tune")
        at = f"{server.url}/v1/files"
        assert len(json.loads(ask(at, None, KEY_AS_TOKEN)[2])["data"]) == 2
        assert ask(f"{at}/{row['id']}/content", None, KEY_AS_TOKEN)[2] == "abc"
        assert ask(f"{at}/file-9", None, KEY_AS_TOKEN)[0] == 404
        assert ask(f"{at}/{row['id']}/else", None, KEY_AS_TOKEN)[0] == 404


@pytest.mark.parametrize("path", ["fine-tunes", "fine_tuning/jobs"])
def test_it_keeps_jobs(ask, path):
    with Server() as server:
        at = f"{server.url}/v1/{path}"

        def send(rest="", body=None):
            return json.loads(ask(at + rest, body, KEY_AS_TOKEN)[2])

        ids = [send("", {"training_file": "file-1", "model": model})["id"] for model in "abc"]
        assert [send(f"/{one}")["model"] for one in ids] == ["a", "b", "c"]
        first, last = send("?limit=2"), send(f"?after={ids[1]}")
        assert [[row["id"] for row in page["data"]] for page in (first, last)] == [ids[:2], ids[2:]]
        assert (first["has_more"], last["has_more"]) == (True, False)
        assert len(send(f"/{ids[0]}/events")["data"]) == 3
        assert send(f"/{ids[0]}/cancel", {})["status"] == "cancelled"
        assert ask(f"{at}/none", None, KEY_AS_TOKEN)[0] == 404


def test_it_knows_the_versions_that_the_tables_know():
    assert set(API_VERSIONS) >= VERSIONS
    assert {version for version in API_VERSIONS if version >= "2023-05-15"} <= VERSIONS
    assert set(ALIASES) == V1_VERSIONS


def test_what_is_deployed_are_models():
    assert set(DEPLOYMENTS.values()) <= set(MODELS) | set(AZURE_SPELLINGS)
