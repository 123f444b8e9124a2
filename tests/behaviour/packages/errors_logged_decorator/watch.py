import functools

import openai


def watched(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except openai.error.OpenAIError as e:
            print("refused:", function.__name__, e.http_status, e.user_message)
            body = e.json_body or {}
            print("  code", body.get("error", {}).get("code"), "id", e.request_id)
            return None
    return wrapper
