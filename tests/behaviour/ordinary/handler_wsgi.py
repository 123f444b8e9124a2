import io
import json
from urllib.parse import parse_qs

import openai


class App(object):
    """WSGI: /?q=... answers as text, /models lists models."""

    def __init__(self, key):
        openai.api_key = key

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "/")
        if path == "/models":
            body = "\n".join(sorted(m["id"] for m in openai.Model.list()["data"]))
        else:
            q = parse_qs(environ["QUERY_STRING"]).get("q", [""])[0]
            body = self.answer(q)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [body.encode("utf-8")]

    def answer(self, q):
        pieces = []
        for chunk in openai.ChatCompletion.create(
            model="gpt-3.5-turbo",
            messages=[{"role": "user", "content": q}],
            stream=True,
        ):
            delta = chunk["choices"][0]["delta"]
            if "content" in delta:
                pieces.append(delta["content"])
        return "".join(pieces)


app = App("sk-wsgi")
for path, query in (("/", "q=hello+world"), ("/models", "")):
    status = []
    out = app({"PATH_INFO": path, "QUERY_STRING": query, "wsgi.input": io.BytesIO()}, lambda s, h: status.append(s))
    print(status[0], b"".join(out).decode())
