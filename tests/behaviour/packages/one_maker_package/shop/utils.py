import functools

import openai


def counted(function):
    @functools.wraps(function)
    def call(*args):
        counted.calls += 1
        return function(*args)

    return call


counted.calls = 0


def moderated(text):
    return openai.Embedding.create(engine="vectors", input=text)["model"]
