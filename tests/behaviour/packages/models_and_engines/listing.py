import openai


def models():
    return sorted(m["id"] for m in openai.Model.list()["data"])


def engines():
    return sorted(e.id for e in openai.Engine.list().data)


def has(name):
    try:
        return openai.Model.retrieve(name)["id"] == name
    except openai.error.InvalidRequestError as e:
        return e.http_status
