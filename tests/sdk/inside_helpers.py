"""Helpers of openai 0.28.1 beside those that are made for them, in one process with what they need."""

import asyncio
import importlib
import inspect
import sys
from string import Template
from unittest import mock

# What embeddings_utils imports for its charts, which nobody draws here.
STANDS_IN = ["matplotlib", "matplotlib.pyplot", "plotly", "plotly.express", "sklearn", "sklearn.decomposition"]
STANDS_IN += ["sklearn.manifold", "sklearn.metrics"]


def both(path, text, modules, arguments, options):
    """What the helper at a path and the one that is made of a text give for the same arguments, and ask for."""
    for name in STANDS_IN:
        sys.modules.setdefault(name, mock.MagicMock())
    theirs = getattr(importlib.import_module(path.rpartition(".")[0]), path.rpartition(".")[2])
    return [_outcome(one, arguments, options) for one in (theirs, _made(text, modules))]


def _made(text, modules):
    names = {module.rpartition(".")[2]: importlib.import_module(module) for module in modules}
    made = dict(names)
    words = {name: name for name in names}
    exec(Template(text).substitute(words, name="made", more=", **kwargs", given=", **kwargs"), made)
    return made["made"]


def _outcome(function, arguments, options):
    import openai

    asked = []

    def create(**given):
        asked.append(given)
        if "broken" in given["input"]:
            raise openai.error.InvalidRequestError("no", "input")
        return openai.util.convert_to_openai_object({"data": [{"embedding": [len(one), 1]} for one in given["input"]]})

    async def acreate(**given):
        return create(**given)

    async def sleep(seconds):
        pass

    patches = [
        mock.patch.object(openai.Embedding, "create", create),
        mock.patch.object(openai.Embedding, "acreate", acreate),
        mock.patch("time.sleep"),
        mock.patch("asyncio.sleep", sleep),
    ]
    for patch in patches:
        patch.start()
    try:
        result = function(*arguments, **options)
        result = asyncio.run(result) if inspect.iscoroutine(result) else result
        shown = [type(result).__name__, result.tolist() if hasattr(result, "tolist") else result]
    except Exception as error:
        shown = [type(error).__name__, type(error.__cause__).__name__]
    finally:
        for patch in patches:
            patch.stop()
    return [shown, asked]


def logger(text):
    """Is the logger of the SDK the one that is made?"""
    import openai

    made = {"logging": importlib.import_module("logging")}
    exec(Template(text).substitute(name="made", logging="logging"), made)
    return openai.util.logger is made["made"]
