# ruff: noqa: F821 (its names are those of tools/inside.py, tools/inside_shapes.py and tests/sdk/inside.py too)
"""What the proofs of ``sdk/shapes.py`` ask a release: objects as the SDK builds them, and what they do.

``legacy_…`` run on 0.28.1, what stands before them on 1.0.0 and later. Nothing reaches the network.
"""

import copy
import functools
import json
import operator
import typing

# Statuses on which methods that wait for a result stop waiting.
DONE = ("completed", "processed", "succeeded")

HEADERS["openai-processing-ms"] = "5"

PLAIN_EXAMPLES = {str: "x", int: 0, float: 1.5, bool: True, datetime.datetime: 0}

# What methods need of an argument that is more than a text.
ARGUMENTS = {"bytes": 1, "filename": "x", "files": [b"x"], "messages": [], "tool_outputs": []}
ARGUMENTS |= dict.fromkeys(("data", "file", "image"), b"x")


def examples(annotation, above=()):
    """Answers of the API, as JSON, for a value so annotated: one of each form that it may have."""
    annotation = _bare(annotation)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        for one in arguments:
            if one is not type(None):
                yield from examples(one, above)
    elif origin is typing.Literal:
        yield next((done for done in DONE if done in arguments), arguments[0])
    elif origin in LISTS:
        yield from ([example] for example in examples(arguments[0], above))
    elif _class(annotation):
        if annotation not in above:
            yield example_of(annotation, (*above, annotation))
    else:
        yield PLAIN_EXAMPLES.get(annotation, {"k": "v"})


def example_of(cls, above=()):
    """The answer of the API for a model: every field, in the first of its forms; no model within itself."""
    fields = {field.alias or name: examples(field.annotation, above) for name, field in cls.model_fields.items()}
    found = {name: next(forms, None) for name, forms in fields.items()}
    return {name: example for name, example in found.items() if example is not None}


def built(path, **changed):
    """An object of a model, as the SDK makes it of an answer."""
    cls = model(path)
    return cls.construct(**{**example_of(cls), **changed})


def observed(value):
    """The kind that a value shows when it is used."""
    if isinstance(value, list):
        return "[" + joined(observed(item) for item in value)
    if isinstance(value, openai.BaseModel):
        assert outcome('m["x"]', m=value) == "TypeError"
        return kind_of(type(value))
    return "" if outcome('m["k"]', m=value) == "TypeError" else "{"


def outcome(expression, **names):
    """What an expression evaluates to, or the name of what it raises."""
    try:
        return eval(expression, {"copy": copy, "json": json, "operator": operator, **names})
    except Exception as error:
        return type(error).__name__


def existing(paths):
    """Which of these names can be imported, with the kind of what they stand for."""
    found = {}
    for path in paths:
        module, _, name = path.rpartition(".")
        if importlib.util.find_spec(module) and hasattr(importlib.import_module(module), name):
            found[path] = kind_of(getattr(importlib.import_module(module), name))
    return found


def kinds(paths):
    """For each model: its fields and properties, with each kind that their values show."""
    found = {}
    for path in paths:
        cls = model(path)
        shown = found[path] = {}
        for name, field in cls.model_fields.items():
            values = [getattr(built(path, **{field.alias or name: one}), name) for one in examples(field.annotation)]
            shown[name] = sorted({observed(value) for value in values})
        for name in fields(path).keys() - shown.keys():
            shown[name] = [observed(getattr(built(path), name))]
    return found


def outcomes(paths, expressions):
    """For each model: what becomes of expressions over ``m``, one of it, and ``field``, the name of a field."""
    found = {}
    for path in paths:
        m = built(path)
        field = next(iter(m.model_fields_set))
        found[path] = {expression: outcome(expression, m=m, field=field) for expression in expressions}
    return found


def members(paths, names):
    """For each model: which of these attributes it has."""
    objects = {path: built(path) for path in paths}
    return {path: [name for name in names if hasattr(m, name)] for path, m in objects.items()}


def spellings(path, names):
    """For each name that the API uses: the fields of a model whose value it is."""
    shown = {}
    for wire in names:
        m = built(path, **{wire: "here"})
        shown[wire] = [name for name in type(m).model_fields if getattr(m, name) == "here"]
    return shown


def answers(paths):
    """For each model: what the API answers."""
    return {path: example_of(model(path)) for path in paths}


def _call(path, body, kind="application/json", **keywords):
    """The result of a method of a client that gets this answer; parameters that it requires are filled in."""
    httpx = _httpx()

    def handler(request):
        return httpx.Response(200, content=body, headers={**HEADERS, "content-type": kind})

    here = operator.attrgetter(path)(_client().with_options(http_client=_http(handler), max_retries=0))
    for name, parameter in inspect.signature(here).parameters.items():
        if parameter.default is parameter.empty or name in ("bytes", "filename"):
            keywords.setdefault(name, ARGUMENTS.get(name, "x"))
    return here(**keywords)


def has_method(path):
    try:
        return callable(operator.attrgetter(path)(_client()))
    except AttributeError:
        return False


@functools.cache
def _client():
    return client()


def result(path, cls, expressions, **keywords):
    """The kind of what a method returns when the API answers with this model, and outcomes over ``m``, the result."""
    m = _call(path, json.dumps(example_of(model(cls))), **keywords)
    return observed(m), {expression: outcome(expression, m=m) for expression in expressions}


def page(path, cls, expressions):
    """The same for a method that lists: the kinds of what its result iterates over and of its ``data``."""
    item = example_of(model(cls))
    m = _call(path, json.dumps({"object": "list", "data": [item, item], "has_more": False}))
    shown = {expression: outcome(expression, m=m) for expression in expressions}
    return observed(list(m)), observed(m.data), shown


def stream(path, classes, expressions):
    """The same for a method that streams these models: the kind of each of its items."""
    events = []
    for cls in classes:
        answer = example_of(model(cls))
        named = set(answer) >= {"data", "event"}
        events += [f"event: {answer['event']}"] if named else []
        events += [f"data: {json.dumps(answer['data'] if named else answer)}", ""]
    m = _call(path, "\n".join([*events, "data: [DONE]", "", ""]), "text/event-stream", stream=True)
    shown = {expression: outcome(expression, m=m) for expression in expressions}
    return [observed(item) for item in m], shown


def in_format(path, response_format, cls):
    """The kind of a result in a ``response_format``; ``cls`` is None where the API answers in plain text."""
    if cls is None:
        keywords = {"response_format": response_format} if response_format else {}
        return observed(_call(path, "some text", "text/plain", **keywords))
    return result(path, cls, [], response_format=response_format)[0]


def raw_headers():
    """The headers of a raw response."""
    return sorted(_client().with_options(http_client=_http(_canned())).models.with_raw_response.list().headers)


# --------------------------------------------------------------------------------------------- 0.28.1


def legacy_outcomes(answers, expressions):
    """For each answer: what becomes of expressions over ``m``, the legacy object, for each ``field``."""
    convert = find("openai.util.convert_to_openai_object")
    found = {}
    for path, answer in answers.items():
        m = convert(answer)
        found[path] = {
            expression: [outcome(expression, m=m, field=field) for field in answer] for expression in expressions
        }
    return found


def legacy_values(names):
    """The attributes of the result of a call, by name."""
    openai.api_key = "sk-x"
    with _legacy_wire(body={"id": "x", "object": "model"}):
        m = openai.Model.retrieve("x")
    return {name: repr(getattr(m, name)) for name in names}
