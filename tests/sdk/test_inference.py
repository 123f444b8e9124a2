"""Each row of ``sdk/inference.py`` against azure-ai-inference and the newest openai, both installed."""

from __future__ import annotations

import ast
import json
import zipfile

import pytest
from rows import each
from sdks import inference as ask
from sdks import wheel

from flake8_openai_v1.sdk import inference, shapes
from flake8_openai_v1.sdk.inference import (
    ATTRIBUTES,
    BASE_URL,
    CALL_KEYWORDS,
    CLIENTS,
    CONSTRUCTOR_POSITIONAL,
    CONSTRUCTORS,
    CORE_KEYWORDS,
    DATETIMES,
    EARLIER,
    ENDPOINTS,
    ENUMERATIONS,
    EXCEPTIONS,
    EXPORTS,
    FACTORIES,
    FIELDS,
    LOADERS,
    METHODS,
    MODEL_METHODS,
    MODULES,
    NAMES,
    PROJECT_USE,
    RELEASE,
    RETIRED,
    RETURNS,
    SHAPES,
    STREAMS,
)

pytestmark = pytest.mark.index

MODELS = "azure.ai.inference.models."
CLASSES = sorted({path.rpartition(".")[2] for path in CLIENTS})
KEYWORDS = [(where, name, row) for where, table in CONSTRUCTORS.items() for name, row in table.items()]
CALLS = [(cls, name, row) for cls, table in METHODS.items() for name, row in table.items()]
ROWS = [*CLIENTS.values(), *NAMES.values(), *EXCEPTIONS.values(), *ATTRIBUTES.values()]
ROWS += EARLIER.values()
ROWS += [row for _, _, row in (*KEYWORDS, *CALLS)]
ROWS += [row for _, _, method in CALLS for row in method.keywords.values()]


def test_the_table_is_about_the_release_that_is_installed():
    assert ask("release") == RELEASE


def test_every_public_name_has_a_row_and_no_row_is_stale():
    methods = {f"{path}.{name}" for path in CLIENTS for name in METHODS[path.rpartition(".")[2]]}
    assert {*CLIENTS, *NAMES, *methods} == set(ask("public"))
    assert not CLIENTS.keys() & NAMES.keys()
    assert list(MODULES) == ask("modules")
    assert LOADERS.keys() <= NAMES.keys()


RELEASES = ("1.0.0b1", "1.0.0b3", "1.0.0b4", "1.0.0b6", "1.0.0b8")


def test_names_of_earlier_releases():
    known = {}
    for release in RELEASES:
        with zipfile.ZipFile(wheel(f"azure-ai-inference=={release}")) as archive:
            listed = archive.read("azure/ai/inference/models/__init__.py").decode()
            enums = ast.parse(archive.read("azure/ai/inference/models/_enums.py"))
        members = {
            f"{part.name}.{line.targets[0].id}"
            for part in enums.body
            if isinstance(part, ast.ClassDef)
            for line in part.body
            if isinstance(line, ast.Assign)
        }
        exported = ast.literal_eval(listed.partition("__all__ = ")[2].partition("]")[0] + "]")
        exported += [name for name in members if name.partition(".")[0] in exported]
        known |= {MODELS + name: (*known.get(MODELS + name, ()), release) for name in exported}
    assert known.keys() - NAMES.keys() == EARLIER.keys()
    for path, row in EARLIER.items():
        for oldest, newest in (("1.0.0b1", "1.0.0b3"), ("1.0.0b4", "1.0.0b6")):
            assert (f"{oldest} to {newest}" in row.source) is (oldest in known[path]) is (newest in known[path]), path


def test_clients_of_a_project():
    texts = {}
    for release in ("1.0.0b10", "1.0.0b12", "1.0.0", "2.10.0"):
        with zipfile.ZipFile(wheel(f"azure-ai-projects=={release}")) as archive:
            files = [name for name in archive.namelist() if name.endswith(".py")]
            texts[release] = "".join(archive.read(name).decode() for name in files)
    for release, text in texts.items():
        for name, cls in FACTORIES.items():
            assert (f"def {name}(" in text) is (release == "1.0.0b10")
            assert f".{cls}" in {path[len("azure.ai.inference") :] for path in CLIENTS}
        assert (f"def {PROJECT_USE.removesuffix(')')}" in text) is ("b" not in release)


def test_endpoints():
    for row in ENDPOINTS:
        assert row.source
        assert row.base_url.startswith("https://")
        assert ("<resource>" in row.base_url) is (row.ending.startswith(".") or bool(row.gone))


def test_every_row_says_something_and_names_its_source():
    for row in ROWS:
        assert row.source
        assert row.use is None or row.use.strip() == row.use
        assert row.use is not None or row.note, row
        assert "\n" not in row.note
        assert not row.note.endswith(".")
    assert all(entry.source for entry in RETIRED)
    assert [entry.date for entry in RETIRED] == sorted(entry.date for entry in RETIRED)


@pytest.mark.parametrize("path", CLIENTS)
def test_a_client_takes_the_keywords_of_its_rows(path):
    name = path.rpartition(".")[2]
    parameters = dict(ask("parameters", path))
    assert parameters.keys() == CONSTRUCTORS[name].keys() - (CORE_KEYWORDS.keys() - parameters.keys())
    assert tuple(key for key, by_position in parameters.items() if by_position) == CONSTRUCTOR_POSITIONAL
    assert ask("is_asynchronous", path, "close") is CLIENTS[path].asynchronous


BY_NAME = {"headers", "per_call_policies", "per_retry_policies", "pipeline", "policies", "proxies", "transport"}
"""Parameters of policies and of the pipeline itself, or read where a table of names does not tell."""


def test_the_keywords_of_azure_core_are_those_that_it_reads():
    read = ask("read_by_azure_core")
    own = {"user_agent_policy"}
    assert set(read["made"]) - CORE_KEYWORDS.keys() == set()
    assert CORE_KEYWORDS.keys() - set(read["made"]) - own - BY_NAME - {
        "connection_cert", "connection_timeout", "connection_verify", "logging_enable", "read_timeout",
    } == set()  # fmt: skip
    private = {name for name in read["called"] if name.startswith("_")} | {"stream"}
    assert set(read["called"]) - CALL_KEYWORDS.keys() - private == set()
    of_operations = {"api_version", "cls", "content_type", "error_map", "params"}
    assert CALL_KEYWORDS.keys() - set(read["called"]) - of_operations == set()


@each(KEYWORDS)
def test_a_keyword_of_a_constructor_becomes_one_that_the_client_takes(where, name, row):
    if row.use:
        assert ask("accepts", "openai.OpenAI", row.use)
        assert ask("accepts", "openai.AsyncOpenAI", row.use)
    else:
        assert not ask("accepts", "openai.OpenAI", name)


@pytest.mark.parametrize(("cls", "name", "row"), CALLS, ids=lambda part: part if isinstance(part, str) else "")
def test_a_method_becomes_one_that_takes_its_keywords(cls, name, row):
    for package in ("azure.ai.inference", "azure.ai.inference.aio"):
        parameters = dict(ask("parameters", f"{package}.{cls}.{name}"))
        assert parameters.keys() <= row.keywords.keys()
        assert row.keywords.keys() - parameters.keys() <= CALL_KEYWORDS.keys()
        assert tuple(key for key, by_position in parameters.items() if by_position) == row.positional
    if row.use is None:
        return
    assert ask("resolves", row.use)
    assert ask("resolves", row.use, "AsyncOpenAI")
    for keyword, entry in row.keywords.items():
        if entry.use:
            assert ask("accepts", row.use, entry.use), keyword
        if entry.use != keyword:
            # What changes its name, or goes, is refused today.
            assert not ask("accepts", row.use, keyword), keyword
    assert all(keyword in row.keywords and ask("accepts", row.use, keyword) for keyword in row.required)


NAMED = [(path, row) for path, row in (*CLIENTS.items(), *NAMES.items(), *EXCEPTIONS.items()) if row.use]


@pytest.mark.parametrize(("path", "row"), [(path, row) for path, row in NAMED if row.use.startswith("openai")])
def test_a_name_of_openai_exists(path, row):
    assert ask("resolves", row.use)


def test_each_member_of_an_enumeration_becomes_its_text():
    members = ask("members")
    for path, text in members.items():
        row = NAMES[path]
        assert row.use is None or row.use == f'"{text}"'
        if row.use is not None:
            assert row.use in NAMES[path.rpartition(".")[0]].use
    assert {NAMES[path].use for path in members if "InputType" in path or "ModelType" in path} == {None}


DICTS = {path: row.use for path, row in NAMES.items() if row.use and row.use.startswith("{")}


@pytest.mark.parametrize("path", DICTS)
def test_the_dict_of_a_class_has_all_of_its_fields(path):
    form = ast.parse(DICTS[path], mode="eval").body
    keys = {node.value for node in ast.walk(form) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert set(ask("fields")[path]) <= keys | ({"detail"} if path.endswith("ImageContentItem") else set())


FORMS = [
    ('SystemMessage("s")', {"role": "system", "content": "s"}),
    ('SystemMessage(content="s")', {"role": "system", "content": "s"}),
    ('UserMessage("u")', {"role": "user", "content": "u"}),
    ('DeveloperMessage("d")', {"role": "developer", "content": "d"}),
    ('AssistantMessage("a")', {"role": "assistant", "content": "a"}),
    ('ToolMessage("t", tool_call_id="1")', {"role": "tool", "content": "t", "tool_call_id": "1"}),
    ('TextContentItem(text="t")', {"type": "text", "text": "t"}),
    (
        'ImageContentItem(image_url=ImageUrl(url="u", detail=ImageDetailLevel.LOW))',
        {"type": "image_url", "image_url": {"url": "u", "detail": "low"}},
    ),
    ('ImageUrl(url="u", detail="low")', {"url": "u", "detail": "low"}),
    (
        "AudioContentItem(input_audio=InputAudio(data='d', format=AudioContentFormat.MP3))",
        {"type": "input_audio", "input_audio": {"data": "d", "format": "mp3"}},
    ),
    ('InputAudio(data="d", format="wav")', {"data": "d", "format": "wav"}),
    (
        'ChatCompletionsToolDefinition(function=FunctionDefinition(name="f", description="d", parameters={"a": 1}))',
        {"type": "function", "function": {"name": "f", "description": "d", "parameters": {"a": 1}}},
    ),
    ('FunctionDefinition(name="f")', {"name": "f"}),
    (
        'ChatCompletionsNamedToolChoice(function=ChatCompletionsNamedToolChoiceFunction(name="f"))',
        {"type": "function", "function": {"name": "f"}},
    ),
    ('ChatCompletionsNamedToolChoiceFunction(name="f")', {"name": "f"}),
    (
        'ChatCompletionsToolCall(id="1", function=FunctionCall(name="f", arguments="{}"))',
        {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}},
    ),
]


@pytest.mark.parametrize(("expression", "form"), FORMS)
def test_an_object_of_a_request_is_this_dict(expression, form):
    assert ask("form", expression) == form
    assert ask("evaluated", f"{expression} == {form!r}") == "True"


AS_DICTS = [
    # arguments of a call of openai with objects of azure-ai-inference, the part of the body that comes of them
    ("messages=[UserMessage('x')]", {"messages": [{"role": "user", "content": "x"}]}),
    (
        "messages=[], tools=[ChatCompletionsToolDefinition(function=FunctionDefinition(name='f'))]",
        {"tools": [{"type": "function", "function": {"name": "f"}}]},
    ),
    ("messages=[], tool_choice=ChatCompletionsToolChoicePreset.AUTO", {"tool_choice": "auto"}),
    # What the service refuses: there is no type.
    (
        "messages=[], response_format=JsonSchemaFormat(name='n', schema={})",
        {"response_format": {"name": "n", "schema": {}}},
    ),
    ("messages=[], response_format='json_object'", {"response_format": "json_object"}),
]


@pytest.mark.parametrize(("arguments", "part"), AS_DICTS)
def test_openai_takes_the_objects_as_they_are(arguments, part):
    (asked,) = ask("requests_of", f"client.chat.completions.create({arguments}, model='m')")
    assert asked["body"].items() >= part.items()


def test_every_class_with_a_dict_is_tried():
    tried = " ".join(expression for expression, _ in FORMS) + "".join(text for pair in REQUESTS for text in pair)
    bases = {"ChatRequestMessage", "ContentItem"}
    assert [
        path for path in DICTS if path.removeprefix(MODELS) not in bases and path.removeprefix(MODELS) not in tried
    ] == []


SCHEMA = "{'type': 'object', 'properties': {}}"
REQUESTS = [
    (
        "chat.complete(messages=[SystemMessage('s'), UserMessage(content='u')], model='m')",
        "client.chat.completions.create("
        "messages=[{'role': 'system', 'content': 's'}, {'role': 'user', 'content': 'u'}], model='m')",
    ),
    (
        "chat.complete(messages=[{'role': 'user', 'content': 'u'}], model='m', temperature=0.5, top_p=0.5, "
        "max_tokens=5, frequency_penalty=0.5, presence_penalty=0.5, seed=5, stop=['x'], tool_choice='auto')",
        "client.chat.completions.create(messages=[{'role': 'user', 'content': 'u'}], model='m', temperature=0.5, "
        "top_p=0.5, max_tokens=5, frequency_penalty=0.5, presence_penalty=0.5, seed=5, stop=['x'], "
        "tool_choice='auto')",
    ),
    (
        "chat.complete({'messages': [{'role': 'user', 'content': 'u'}], 'model': 'm', 'n': 2})",
        "client.chat.completions.create(**{'messages': [{'role': 'user', 'content': 'u'}], 'model': 'm', 'n': 2})",
    ),
    (
        "chat.complete(messages=[], model='m', tool_choice=ChatCompletionsToolChoicePreset.REQUIRED, tools=["
        "ChatCompletionsToolDefinition(function=FunctionDefinition(name='f', description='d', parameters={}))])",
        "client.chat.completions.create(messages=[], model='m', tool_choice='required', tools=["
        "{'type': 'function', 'function': {'name': 'f', 'description': 'd', 'parameters': {}}}])",
    ),
    (
        "chat.complete(messages=[], model='m', response_format='json_object')",
        "client.chat.completions.create(messages=[], model='m', response_format={'type': 'json_object'})",
    ),
    (
        "chat.complete(messages=[], model='m', response_format='text')",
        "client.chat.completions.create(messages=[], model='m', response_format={'type': 'text'})",
    ),
    (
        "chat.complete(messages=[], model='m', response_format="
        f"JsonSchemaFormat(name='n', schema={SCHEMA}, description='d', strict=True))",
        "client.chat.completions.create(messages=[], model='m', response_format={'type': 'json_schema',"
        f" 'json_schema': {{'name': 'n', 'schema': {SCHEMA}, 'description': 'd', 'strict': True}}}})",
    ),
    (
        "chat.complete(messages=[], model='m', model_extras={'logprobs': True})",
        "client.chat.completions.create(messages=[], model='m', extra_body={'logprobs': True})",
    ),
    (
        "list(chat.complete(messages=[], model='m', stream=True))",
        "list(client.chat.completions.create(messages=[], model='m', stream=True))",
    ),
    (
        "vectors.embed(input=['a'], model='m', dimensions=5, encoding_format=EmbeddingEncodingFormat.FLOAT)",
        "client.embeddings.create(input=['a'], model='m', dimensions=5, encoding_format='float')",
    ),
    (
        "vectors.embed(input=['a'], model='m', encoding_format='float', input_type=EmbeddingInputType.QUERY)",
        "client.embeddings.create(input=['a'], model='m', encoding_format='float', extra_body={'input_type': 'query'})",
    ),
]


@pytest.mark.parametrize(("there", "here"), REQUESTS)
def test_the_recommended_call_sends_the_same_body(there, here):
    old, new = ask("requests_of", there, here)
    assert old["body"] == new["body"]
    assert new["url"].startswith(BASE_URL.replace("<resource>", "r"))
    assert "api-version" in old["url"]
    assert "api-version" not in new["url"]


def test_headers_and_parameters_are_sent_under_their_new_keywords():
    old, new = ask(
        "requests_of",
        "chat.complete(messages=[], model='m', headers={'x-own': '1'}, params={'own': '2'})",
        "client.chat.completions.create(messages=[], model='m', extra_headers={'x-own': '1'},"
        " extra_query={'own': '2'})",
    )
    assert old["headers"]["x-own"] == new["headers"]["x-own"] == "1"
    assert "own=2" in old["url"]
    assert new["url"].endswith("?own=2")


def test_the_model_may_be_left_out_there_and_is_required_here():
    assert "model" not in ask("requests_of", "chat.complete(messages=[])")[0]["body"]
    assert ask("evaluated", "client.chat.completions.create(messages=[])").startswith("TypeError: Missing required")
    assert ask("evaluated", "client.embeddings.create(input=[])").startswith("TypeError: ")


def test_a_default_of_the_client_is_sent_with_each_request():
    assert ask("defaults_of_client") == {"messages": [], "temperature": 0.5, "model": "m"}


def test_what_the_calls_there_refuse():
    assert ask("evaluated", "chat.complete(messages=[], n=2)").startswith("TypeError: ")
    refused = ask("evaluated", "chat.complete(messages=[], response_format={'type': 'json_object'})")
    assert refused.startswith("ValueError: Unsupported `response_format`")


READS = [
    # an expression of the response ``r``: its value there, and today
    ("r['choices'][0]['message']['content']", "'hi'", "TypeError: 'ChatCompletion' object is not subscriptable"),
    ("r.choices[0]['message']", None, "TypeError: 'Choice' object is not subscriptable"),
    ("r.choices[0].message.content", "'hi'", "'hi'"),
    ("r.choices[0].message.tool_calls[0].function.name", "'f'", "'f'"),
    ("r.get('model')", "'m'", "AttributeError: 'ChatCompletion' object has no attribute 'get'"),
    ("'model' in r", "True", "False"),
    ("len(r)", "6", "TypeError: object of type 'ChatCompletion' has no len()"),
    ("list(r)[0]", "'id'", "('id', 'c1')"),
    ("list(r.keys())[0]", "'id'", "AttributeError: 'ChatCompletion' object has no attribute 'keys'"),
    ("type(dict(r)['choices'][0]).__name__", "'ChatChoice'", "'Choice'"),
    ("r.as_dict()['model']", "'m'", "AttributeError: 'ChatCompletion' object has no attribute 'as_dict'"),
    ("{**r}['model']", "'m'", "TypeError: 'ChatCompletion' object is not a mapping"),
    (
        "json.dumps(r)",
        "TypeError: Object of type ChatCompletions is not JSON serializable",
        "TypeError: Object of type ChatCompletion is not JSON serializable",
    ),
    ("type(r.created).__name__", "'datetime'", "'int'"),
    ("r.created.year", "1970", "AttributeError: 'int' object has no attribute 'year'"),
    ("r['created']", "1", "TypeError: 'ChatCompletion' object is not subscriptable"),
    ("type(r.choices[0].finish_reason).__name__", "'CompletionsFinishReason'", "'str'"),
    ("r.choices[0].finish_reason == 'tool_calls'", "True", "True"),
    ("r.choices[0].finish_reason == CompletionsFinishReason.TOOL_CALLS", "True", "True"),
    ("r.choices[0].finish_reason.value", "'tool_calls'", "AttributeError: 'str' object has no attribute 'value'"),
    ("r.choices[0].message.role.value", "'assistant'", "AttributeError: 'str' object has no attribute 'value'"),
    ("r.usage.total_tokens", "3", "3"),
    # Broken in both.
    ("r.copy()['model']", "KeyError: 'model'", "TypeError: 'ChatCompletion' object is not subscriptable"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "there", "here"), READS)
def test_reads_that_change(expression, there, here):
    if there is not None:
        assert ask("evaluated", expression, "r = chat.complete(messages=[])") == there
    assert ask("evaluated", expression, "r = client.chat.completions.create(messages=[], model='m')") == here


@pytest.mark.parametrize("method", sorted(MODEL_METHODS))
def test_a_method_of_the_models(method):
    assert method in ask("model_methods")
    here = "r = client.chat.completions.create(messages=[], model='m')"
    assert ask("evaluated", f"hasattr(r, '{method}')", here) == repr(method == "copy")
    if MODEL_METHODS[method]:
        assert not ask("evaluated", f"r.{MODEL_METHODS[method]}", here).startswith(("AttributeError", "TypeError"))


def test_every_method_of_the_models_has_a_row():
    assert set(ask("model_methods")) == set(MODEL_METHODS)


def test_a_stream_gives_the_same():
    there, here = (
        ask("evaluated", f"[[c.choices[0].delta.content if c.choices else None, c.usage is None] for c in {call}]")
        for call in (
            "chat.complete(messages=[], stream=True)",
            "client.chat.completions.create(messages=[], model='m', stream=True)",
        )
    )
    # There a chunk with neither choices nor usage is skipped, as the first one on Azure.
    assert there == "[['hi', True], [None, False]]"
    assert here == "[[None, True], ['hi', True], [None, False]]"


def test_a_stream_is_a_context_manager_there_and_here():
    for call in (
        "chat.complete(messages=[], stream=True)",
        "client.chat.completions.create(messages=[], model='m', stream=True)",
    ):
        assert ask("evaluated", f"(lambda s: (s.__enter__() is s, s.close()))({call})") == "(True, None)"


ASYNCHRONOUS = [
    ("(await chat.complete(messages=[])).choices[0].message.content", "'hi'"),
    ("(await client.chat.completions.create(messages=[], model='m')).choices[0].message.content", "'hi'"),
    ("[c.usage is None async for c in await chat.complete(messages=[], stream=True)]", "[True, False]"),
    (
        "[c.usage is None async for c in await client.chat.completions.create(messages=[], model='m', stream=True)]",
        "[True, True, False]",
    ),
    ("await (await chat.complete(messages=[], stream=True)).aclose()", "None"),
    ("await (await client.chat.completions.create(messages=[], model='m', stream=True)).close()", "None"),
    ("await client.close()", "None"),
]


@pytest.mark.parametrize(("expression", "value"), ASYNCHRONOUS)
def test_async(expression, value):
    assert ask("awaited", expression) == value


# ------------------------------------------------------------------------------------------- shapes


def test_the_fields_are_those_of_the_models():
    fields = ask("fields")
    assert {shape: fields[MODELS + shape.removeprefix("inference.")] for shape in FIELDS} == FIELDS
    # Everything that a response consists of is there, and annotations name all of it.
    kinds = {kind.lstrip("[") for table in FIELDS.values() for kind in table.values()}
    assert {kind for kind in kinds if kind.startswith("inference.")} <= FIELDS.keys()
    assert {MODELS + shape.removeprefix("inference."): shape for shape in FIELDS} == EXPORTS
    assert ask("wire_names") == []


def test_the_shapes_of_openai_have_the_same_fields():
    for shape, today in SHAPES.items():
        # The service sends an id with embeddings that the SDK does not know.
        missing = FIELDS[shape].keys() - shapes.FIELDS[today].keys()
        assert missing == ({"id"} if shape == "inference.EmbeddingsResult" else set())
    assert FIELDS.keys() - SHAPES.keys() == {"inference.ModelInfo"}


def test_datetimes_and_enumerations():
    assert {name.removeprefix("inference.") for name in DATETIMES} == set(ask("fields_of_type", "datetime"))
    of_responses = {f"{shape}.{name}" for shape, table in FIELDS.items() for name in table}
    assert {f"inference.{name}" for name in ask("fields_of_type", "Enum")} & of_responses == ENUMERATIONS


@pytest.mark.parametrize("path", CLIENTS)
def test_what_methods_return(path):
    methods = METHODS[path.rpartition(".")[2]].keys() & RETURNS.keys()
    assert methods
    for method in methods:
        whole, pieces = ask("returned", path, method)
        assert [f"inference.{name}" for name in whole] == [RETURNS[method].shape]
        assert [f"inference.{name}" for name in pieces] == ([RETURNS[method].chunk] if RETURNS[method].chunk else [])
        assert ask("is_asynchronous", path, method) is CLIENTS[path].asynchronous


@pytest.mark.parametrize("path", LOADERS)
def test_a_loader_makes_one_of_the_clients(path):
    module, _, name = path.rpartition(".")
    assert ask("is_asynchronous", module, name) is LOADERS[path]


def test_streams_are_of_what_the_stream_gives():
    assert set(STREAMS.values()) == {RETURNS["complete"].chunk}
    assert {NAMES[path].use for path in STREAMS} == {"openai.Stream", "openai.AsyncStream"}


# ---------------------------------------------------------------------------------------- exceptions

STATUSES = [400, 401, 403, 404, 409, 412, 422, 429, 500, 503]


def test_every_exception_of_azure_core_has_a_row():
    assert EXCEPTIONS.keys() == {*ask("exceptions"), *ask("exports")}


@pytest.mark.parametrize("status", STATUSES)
def test_the_class_in_the_row_catches_the_same_status(status):
    there, here = ask("failure", status)
    assert ask("is_subclass", here, EXCEPTIONS[there].use)
    assert ask("is_subclass", here, EXCEPTIONS["azure.core.exceptions.HttpResponseError"].use)
    assert ask("is_subclass", here, EXCEPTIONS["azure.core.exceptions.AzureError"].use)
    if there != "azure.core.exceptions.HttpResponseError":
        assert EXCEPTIONS[there].use == here
    if status == 429:
        assert here in EXCEPTIONS[there].note


@pytest.mark.parametrize("problem", ["ConnectionError", "ConnectTimeout", "ReadTimeout"])
def test_the_class_in_the_row_catches_the_same_failure(problem):
    there, here = ask("failure", 200, problem)
    assert ask("is_subclass", here, EXCEPTIONS[there].use), (there, here)


def test_no_status_raises_what_the_table_says_is_never_raised():
    raised = {ask("failure", status)[0] for status in STATUSES}
    never = {path for path, row in EXCEPTIONS.items() if row.use is None}
    assert never
    assert not raised & never


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_an_attribute_of_an_exception(name):
    row = ATTRIBUTES[name]
    there, here = ask("of_error", 400, f"e.{name}", f"e.{row.use or name}")
    assert there != "AttributeError"
    assert (here == "AttributeError") is (row.use is None)
    if row.use not in (name, None):
        assert "AttributeError" in ask("of_error", 400, "e", f"e.{name}")
    if name in ("reason", "status_code"):
        assert there == here


def test_the_error_of_an_exception_is_a_dict():
    assert (
        ask("of_error", 400, "(e.error.code, e.error.message)", "(e.code, e.body['message'])") == ["('cc', 'boom')"] * 2
    )
    assert "boom" in ask("of_error", 400, "e.message", "e.message")[1]


def test_the_response_of_an_exception():
    assert (
        ask("of_error", 400, "e.response.text()", "e.response.text")
        == [repr(json.dumps({"error": {"code": "cc", "message": "boom"}}))] * 2
    )


def test_a_key_and_a_provider_are_sent_as_the_service_takes_them():
    there, here = ask("authorised", "'k'")
    assert there == {"api-key": "k", "authorization": "Bearer k"}
    assert here == {"authorization": "Bearer k"}
    assert ask("authorised", "lambda: 'token'")[1] == {"authorization": "Bearer token"}


def test_the_table_is_data():
    with open(inference.__file__, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= {"__future__", "typing", "flake8_openai_v1.sdk.shapes"}
    logic = (ast.Import, ast.FunctionDef, ast.For, ast.If, ast.While, ast.Lambda, ast.ListComp, ast.DictComp)
    assert not [node for node in ast.walk(tree) if isinstance(node, logic)]
