"""Responses travel through helper functions."""
import openai

openai.api_key = "sk-travel"


def request(text, **kw):
    return openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": text}], **kw)


def choices(response):
    return response["choices"]


def best(response):
    return min(choices(response), key=lambda c: c["index"])


def content_of(choice):
    message = choice["message"]
    return message["content"].strip()


def report(response):
    used = response["usage"]
    return "%s/%s" % (used["completion_tokens"], used["total_tokens"])


class Result:
    def __init__(self, response):
        self.response = response
        self.choice = best(response)

    @property
    def text(self):
        return content_of(self.choice)

    def __repr__(self):
        return f"<Result {self.text!r} {self.response['model']}>"


result = Result(request("travel", n=2))
print(result, report(result.response), result.choice["finish_reason"])
print([content_of(c) for c in choices(request("more", n=3))])
