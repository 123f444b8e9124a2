"""The body of a Flask app, without Flask."""
import json
import logging
import os

import openai

log = logging.getLogger(__name__)
openai.api_key = os.environ.get("OPENAI_API_KEY")

ROUTES = {}


def route(path):
    def register(function):
        ROUTES[path] = function
        return function
    return register


@route("/chat")
def chat(request):
    if "message" not in request:
        return {"error": "message is required"}, 400
    try:
        response = openai.ChatCompletion.create(
            model=request.get("model", "gpt-3.5-turbo"),
            messages=[{"role": "user", "content": request["message"]}],
        )
    except openai.error.InvalidRequestError as e:
        log.warning("bad request: %s", e)
        return {"error": str(e)}, 400
    except openai.error.AuthenticationError:
        return {"error": "not authorised"}, 401
    except openai.error.RateLimitError:
        return {"error": "try later"}, 429
    except openai.error.OpenAIError as e:
        return {"error": "upstream"}, 502
    return {"reply": response["choices"][0]["message"]["content"], "tokens": response["usage"]["total_tokens"]}, 200


@route("/health")
def health(request):
    return {"ok": bool(openai.api_key)}, 200


for path, request in [
    ("/health", {}),
    ("/chat", {}),
    ("/chat", {"message": "hello"}),
    ("/chat", {"message": "hello", "model": "status-429"}),
    ("/chat", {"message": "hello", "model": "status-400"}),
    ("/chat", {"message": "hello", "model": "status-401"}),
    ("/chat", {"message": "hello", "model": "status-500"}),
]:
    body, status = ROUTES[path](request)
    print(status, json.dumps(body, sort_keys=True))
