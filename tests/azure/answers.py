"""What the local service of ``server.py`` says: bodies of answers, made from nothing but the request.

The same request gets the same answer, whoever asks: ids, times and vectors are not by chance.
"""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from collections.abc import Iterator

CREATED = 1732147200
NOTHING_FOUND = {name: {"filtered": False, "severity": "safe"} for name in ("hate", "self_harm", "sexual", "violence")}
PROMPT_FILTER = [{"prompt_index": 0, "content_filter_results": NOTHING_FOUND}]
CITATION = {"content": "Tents hold four.", "title": "Tents", "url": None, "filepath": "tents.md", "chunk_id": "0"}
SAMPLES = {"string": "x", "integer": 1, "number": 1.5, "boolean": True, "null": None}
IMAGE = b"\x89PNG\r\n\x1a\n" + b"an image"
SOUND = b"ID3" + b"a sound"
USAGE = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}


def _text(content) -> str:
    """The words of a message, and how many pictures are with them."""
    if not isinstance(content, list):
        return str(content or "")
    words = " ".join(part.get("text", "") for part in content if "text" in part)
    pictures = sum("image" in part.get("type", "") for part in content)
    return f"{words} [{pictures} image{'s'[: pictures != 1]}]" if pictures else words


def _sample(schema: dict):
    """A value that a JSON schema allows: as simple as can be."""
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type", "object")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "array":
        return [_sample(schema.get("items", {"type": "string"}))]
    if kind == "object":
        return {name: _sample(part) for name, part in schema.get("properties", {}).items()}
    return SAMPLES[kind]


def _call(function: dict) -> dict:
    return {"name": function["name"], "arguments": json.dumps(_sample(function.get("parameters") or {}))}


def _message(body: dict) -> tuple[dict, str]:
    """The message that answers a chat, and why it ends there."""
    last = body["messages"][-1]
    message: dict = {"role": "assistant", "content": None}
    if last["role"] not in ("tool", "function"):
        if body.get("tools") and body.get("tool_choice") != "none":
            call = {"id": "call_1", "type": "function", "function": _call(body["tools"][0]["function"])}
            return {**message, "tool_calls": [call]}, "tool_calls"
        if body.get("functions") and body.get("function_call") != "none":
            return {**message, "function_call": _call(body["functions"][0])}, "function_call"
    wanted = body.get("response_format") or {}
    if wanted.get("type") == "json_schema":
        message["content"] = json.dumps(_sample(wanted["json_schema"]["schema"]))
    elif wanted.get("type") == "json_object":
        message["content"] = json.dumps({"answer": _text(last.get("content"))})
    else:
        message["content"] = f"You said: {_text(last.get('content'))}"
    if body.get("data_sources"):
        message["context"] = {"citations": [CITATION], "intent": json.dumps([_text(last.get("content"))])}
    elif body.get("dataSources"):
        said = json.dumps({"citations": [CITATION], "intent": json.dumps([_text(last.get("content"))])})
        message["context"] = {"messages": [{"role": "tool", "content": said, "end_turn": False}]}
        message["end_turn"] = True
    return message, "stop"


def chat(body: dict, model: str, *, azure: bool) -> dict:
    """The answer to a chat. On Azure it tells what its filter thinks, too."""
    message, reason = _message(body)
    choices = [
        {"index": index, "message": message, "finish_reason": reason, "logprobs": None}
        | ({"content_filter_results": NOTHING_FOUND} if azure else {})
        for index in range(body.get("n") or 1)
    ]
    answer = {"id": "chatcmpl-1", "object": "chat.completion", "created": CREATED, "model": model}
    answer |= {"choices": choices, "usage": USAGE, "system_fingerprint": "fp_1"}
    return answer | ({"prompt_filter_results": PROMPT_FILTER} if azure else {})


def chat_stream(body: dict, model: str, *, azure: bool) -> Iterator[dict]:
    """The same as chunks. On Azure the first one is about the prompt, and has no choices."""
    message, reason = _message(body)
    head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": CREATED, "model": model}
    if azure:
        yield {"id": "", "object": "", "created": 0, "model": "", "choices": [], "prompt_filter_results": PROMPT_FILTER}
    content = message.pop("content")
    first = {**message, "content": "" if content is not None else None}
    if "tool_calls" in first:
        first["tool_calls"] = [{"index": at, **call} for at, call in enumerate(first["tool_calls"])]
    pieces = [piece for piece in (content or "").split(" ") if piece]
    deltas = [first, *({"content": ("" if not at else " ") + piece} for at, piece in enumerate(pieces)), {}]
    for at, delta in enumerate(deltas, 1):
        choice = {"index": 0, "delta": delta, "finish_reason": reason if at == len(deltas) else None}
        yield head | {"choices": [choice]}
    if (body.get("stream_options") or {}).get("include_usage"):
        yield head | {"choices": [], "usage": USAGE}


def _prompts(body: dict) -> list:
    prompt = body.get("prompt", "")
    return prompt if isinstance(prompt, list) and prompt and not isinstance(prompt[0], int) else [prompt]


def completion(body: dict, model: str) -> dict:
    """The answer to a completion: a choice for each prompt."""
    choices = [
        {"index": index, "text": f" {prompt} and so on", "finish_reason": "stop", "logprobs": None}
        for index, prompt in enumerate(_prompts(body))
    ]
    answer = {"id": "cmpl-1", "object": "text_completion", "created": CREATED, "model": model}
    return answer | {"choices": choices, "usage": USAGE}


def completion_stream(body: dict, model: str) -> Iterator[dict]:
    """The same in chunks, a word each."""
    answer = completion(body, model)
    del answer["usage"]
    for choice in answer["choices"]:
        pieces = choice["text"].split(" ")[1:]
        for at, piece in enumerate(pieces, 1):
            end = "stop" if at == len(pieces) else None
            yield answer | {"choices": [{**choice, "text": f" {piece}", "finish_reason": end}]}


def _vector(text: object, size: int) -> list[float]:
    """Numbers between -1 and 1 that float32 holds exactly: JSON and base64 say the same."""
    digest = hashlib.sha256(repr(text).encode()).digest()
    return [(digest[at % len(digest)] - 128) / 128 for at in range(size)]


def embeddings(body: dict, model: str) -> dict:
    """A vector for each input, as numbers or as base64."""
    given = body["input"]
    inputs = given if isinstance(given, list) and given and not isinstance(given[0], int) else [given]
    rows = []
    for index, one in enumerate(inputs):
        vector: object = _vector(one, body.get("dimensions") or 4)
        if body.get("encoding_format") == "base64":
            vector = base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()
        rows.append({"object": "embedding", "index": index, "embedding": vector})
    return {"object": "list", "data": rows, "model": model, "usage": {"prompt_tokens": 7, "total_tokens": 7}}


def transcription(fields: dict, files: dict, *, translated: bool) -> dict | str:
    """The text of a recording: JSON, or plain text where the request asks for that."""
    name, size = files["file"]
    text = f"{'Translation' if translated else 'Transcription'} of {name}, {size} bytes."
    wanted = fields.get("response_format", "json")
    if wanted == "verbose_json":
        task = "translate" if translated else "transcribe"
        return {"task": task, "language": "english", "duration": 1.0, "text": text, "segments": []}
    if wanted == "srt":
        return f"1\n00:00:00,000 --> 00:00:01,000\n{text}\n"
    return {"text": text} if wanted == "json" else f"{text}\n"


def images(body: dict, host: str) -> dict:
    """A picture for each one wanted, as URL on this service or as base64: always that from the gpt-image models."""
    rows = []
    model = body.get("model", "")
    for number in range(1, int(body.get("n") or 1) + 1):
        if model.startswith("gpt-image") or body.get("response_format") == "b64_json":
            rows.append({"b64_json": base64.b64encode(IMAGE).decode()})
        else:
            rows.append({"url": f"{host}/pictures/{number}.png"})
        if model.startswith("dall-e-3"):
            rows[-1]["revised_prompt"] = body["prompt"]
    return {"created": CREATED, "data": rows}


def response(body: dict, model: str) -> dict:
    """The answer of the Responses API."""
    given = body.get("input", "")
    last = {"content": given} if isinstance(given, str) else given[-1]
    wanted = (body.get("text") or {}).get("format") or {}
    if body.get("tools") and last.get("type") != "function_call_output":
        call = _call(body["tools"][0])
        item = {"id": "fc_1", "type": "function_call", "call_id": "call_1", "status": "completed", **call}
    else:
        said = _text(last.get("content", last.get("output")))
        said = json.dumps(_sample(wanted["schema"])) if "schema" in wanted else f"You said: {said}"
        text = {"type": "output_text", "text": said, "annotations": []}
        item = {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed", "content": [text]}
    usage = {"input_tokens": 7, "output_tokens": 5, "total_tokens": 12}
    usage |= {"input_tokens_details": {"cached_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 0}}
    answer = {"id": "resp_1", "object": "response", "created_at": CREATED, "status": "completed", "model": model}
    answer |= {"output": [item], "usage": usage, "error": None, "incomplete_details": None, "metadata": {}}
    answer |= {"instructions": body.get("instructions"), "parallel_tool_calls": True, "tool_choice": "auto"}
    return answer | {"temperature": 1.0, "tools": [], "top_p": 1.0}


def response_stream(body: dict, model: str) -> Iterator[dict]:
    """The same as events."""
    whole = response(body, model)
    yield {"type": "response.created", "response": whole | {"status": "in_progress", "output": [], "usage": None}}
    place = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
    for at, word in enumerate(whole["output"][0]["content"][0]["text"].split(" ")):
        yield {"type": "response.output_text.delta", "delta": ("" if not at else " ") + word, **place}
    yield {"type": "response.completed", "response": whole}


def models(names: list[str]) -> dict:
    """A list of models."""
    return {"object": "list", "data": [model(name) for name in names]}


def model(name: str) -> dict:
    """One model."""
    return {"id": name, "object": "model", "created": CREATED, "owned_by": "system"}


def file(name: str, size: int, purpose: str) -> dict:
    """One file that was uploaded."""
    row = {"id": "file-1", "object": "file", "bytes": size, "created_at": CREATED, "filename": name}
    return row | {"purpose": purpose, "status": "processed"}
