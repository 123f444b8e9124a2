"""What the local service of ``server.py`` keeps between requests: files, and jobs that fine-tune.

Numbers are given in order and times stand still, so that a program that is run twice is told the same.
"""

from __future__ import annotations

import json

from azure import answers

WORDS = {"wrong": "violence", "hate": "hate"}
"""Words that the moderation minds, and the category of each."""
CATEGORIES = ("hate", "self-harm", "sexual", "violence")
TRAINING = b'{"messages": []}\n'


class Things:
    """Files and jobs by their ids; one file is there from the start."""

    def __init__(self) -> None:
        self.files: dict[str, dict] = {}
        self.contents: dict[str, bytes] = {}
        self.jobs: dict[str, dict] = {}
        self.upload("train.jsonl", TRAINING, "fine-tune")

    def upload(self, name: str, content: bytes, purpose: str) -> dict:
        """Keep a file."""
        row = answers.file(name, len(content), purpose) | {"id": f"file-{len(self.files) + 1}"}
        self.files[row["id"]] = row
        self.contents[row["id"]] = content
        return row

    def file(self, method: str, rest: str) -> dict | bytes | None:
        """What is said to ``/files/<rest>``; None where there is no such thing."""
        number, _, part = rest.partition("/")
        if not number:
            return {"object": "list", "data": list(self.files.values()), "has_more": False}
        if number not in self.files or part not in ("", "content"):
            return None
        if part:
            return self.contents[number]
        if method == "DELETE":
            del self.files[number]
            return {"id": number, "object": "file", "deleted": True}
        return self.files[number]

    def job(self, method: str, old: bool, rest: str, body: dict, query: dict[str, str]) -> dict | None:
        """What is said to ``/fine_tuning/jobs/<rest>``, or to ``/fine-tunes/<rest>`` of old."""
        number, _, part = rest.partition("/")
        if not number and method == "POST":
            return self.begin(old, body)
        if not number:
            rows = [row for row in self.jobs.values() if row["object"].startswith("fine-") == old]
            return page(rows, query)
        row = self.jobs.get(number)
        if row is None or part not in ("", "events", "cancel"):
            return None
        if part == "events":
            return page(events(row), query)
        if part == "cancel":
            row["status"] = "cancelled"
        return row

    def begin(self, old: bool, body: dict) -> dict:
        """Take a job; it is done at once."""
        number = f"ft-{len(self.jobs) + 1}" if old else f"ftjob-{len(self.jobs) + 1}"
        model = body.get("model", "curie")
        end = f":{body['suffix']}" if body.get("suffix") else ""
        row = {"id": number, "object": "fine-tune" if old else "fine_tuning.job", "model": model}
        row |= {"created_at": answers.CREATED, "training_file": body["training_file"], "organization_id": "org-1"}
        row |= {"fine_tuned_model": f"ft:{model}{end}", "status": "succeeded", "result_files": [], "error": None}
        row |= {"validation_file": body.get("validation_file"), "trained_tokens": 10, "seed": 1}
        row |= {"hyperparameters": body.get("hyperparameters") or {"n_epochs": 3}, "finished_at": answers.CREATED}
        self.jobs[number] = row
        return row


def events(job: dict) -> list[dict]:
    """What happened to a job."""
    told = ("Job was taken", "Epoch 1 of 1", "Job is done")
    return [
        {"object": "fine_tuning.job.event", "id": f"event-{at}", "level": "info", "message": text}
        | {"created_at": answers.CREATED + at, "type": "message"}
        for at, text in enumerate(f"{text}: {job['id']}" for text in told)
    ]


def page(rows: list[dict], query: dict[str, str]) -> dict:
    """A page of rows, as ``limit`` and ``after`` ask for."""
    ids = [row["id"] for row in rows]
    begin = ids.index(query["after"]) + 1 if query.get("after") in ids else 0
    end = begin + int(query.get("limit", 20))
    return {"object": "list", "data": rows[begin:end], "has_more": end < len(rows)}


def moderation(body: dict) -> dict:
    """Whether texts are fine: those with a word of ``WORDS`` are not."""
    given = body["input"] if isinstance(body["input"], list) else [body["input"]]
    results = []
    for text in given:
        minded = {kind for word, kind in WORDS.items() if word in json.dumps(text)}
        scores = {kind: 0.75 if kind in minded else 0.25 for kind in CATEGORIES}
        flags = {kind: kind in minded for kind in CATEGORIES}
        results.append({"flagged": bool(minded), "categories": flags, "category_scores": scores})
    return {"id": "modr-1", "model": body.get("model", "text-moderation-latest"), "results": results}


def edit(body: dict) -> dict:
    """The answer of the API that edited texts."""
    text = f"{body.get('input', '')} ({body['instruction']})"
    return {
        "object": "edit",
        "created": answers.CREATED,
        "choices": [{"text": text, "index": 0}],
        "usage": answers.USAGE,
    }
