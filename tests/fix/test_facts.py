"""The tables by which the fixer writes names of today, against the newest SDK."""

from __future__ import annotations

import pytest
import sdks
from sdks import LEGACY, NEWEST, ask, ask_apart

from flake8_openai_v1.rules.facts import find
from flake8_openai_v1.sdk import exceptions, fields, names, settings, shapes
from flake8_openai_v1.sdk.arguments import ARGUMENTS, DEPLOYMENTS, GONE, OPTIONS, PER_CALL
from flake8_openai_v1.sdk.clients import RESOURCE_CLASSES
from flake8_openai_v1.sdk.exceptions import EXCEPTIONS, PARENTS
from flake8_openai_v1.sdk.methods import BUDGETS, BYTES, DOUBTFUL, RAW, UPLOADS
from flake8_openai_v1.sdk.names import METHODS

index = pytest.mark.index

SUCCESSORS = sorted({(path, name) for path, names in exceptions.SUCCESSORS.items() for name in names})


def newest(expression: str, environment: dict[str, str] | None = None):
    """What an expression is in the newest SDK."""
    return ask_apart(NEWEST, "with_environment", expression, environment or {})


def raised(release: str) -> dict[str, str]:
    """What is answered → the class that a release raises for it."""
    statuses = ["400", "401", "403", "404", "409", "422", "429", "500", "502", "503", "504", "timeout", "connection"]
    function = "legacy_errors" if release == LEGACY else "errors"
    return {status: classes[0] for status, classes in ask(release, function, statuses).items()}


@index
@pytest.mark.parametrize(("path", "name"), SUCCESSORS)
def test_a_successor_is_an_exception(path, name):
    assert ask(NEWEST, "is_exception", f"openai.{name}")
    assert ask(LEGACY, "fate", path) == "there"
    assert f"openai.{name}" in PARENTS


def test_every_exception_has_a_successor_or_none_at_all():
    without = {row.path for row in EXCEPTIONS} - set(exceptions.SUCCESSORS)
    assert without == {"openai.error.InvalidAPIType", "openai.error.SignatureVerificationError"}
    assert all(row.use is None for row in EXCEPTIONS if row.path in without)


@index
def test_a_successor_is_raised_for_what_its_predecessor_was():
    before, now = raised(LEGACY), raised(NEWEST)
    assert before.keys() == now.keys()
    for answer, name in before.items():
        assert now[answer] in exceptions.SUCCESSORS[f"openai.error.{name}"], (answer, name, now[answer])


WITH_STATUS = [row for row in exceptions.MADE if row.status]


@index
@pytest.mark.parametrize("row", WITH_STATUS, ids=lambda row: row.path)
def test_the_status_of_an_exception_that_a_program_makes(row):
    assert raised(NEWEST)[str(row.status)] == row.name
    assert raised(LEGACY)[str(row.status)] == row.path.rpartition(".")[2]


def test_every_exception_with_a_successor_can_be_made():
    assert {row.path: row.name for row in exceptions.MADE} == {
        path: successors[0] for path, successors in exceptions.SUCCESSORS.items()
    }


@index
def test_exceptions_are_made_as_it_is_written():
    mock, package = "__import__('unittest.mock').mock.Mock", f"__import__({exceptions.HTTP_PACKAGES[0][1]!r})"
    request = f"{package}.Request('POST', 'https://api.openai.com/v1')"
    for row in WITH_STATUS:
        response = f"{package}.Response({row.status}, headers={{'a': 'b'}}, request={request})"
        for given in (f"{mock}(status_code={row.status}, headers={{}})", response):
            made = f"openai.{row.name}('a', response={given}, body=None)"
            assert newest(f"[str({made}), {made}.status_code, {made}.code]") == ["a", row.status, None]
    for given in (f"{mock}()", request):
        assert newest(f"str(openai.APIConnectionError(message='a', request={given}))") == "a"
        assert newest(f"str(openai.APITimeoutError(request={given}))") == "Request timed out."
    assert newest("str(openai.OpenAIError('a'))") == "a"


@index
@pytest.mark.parametrize("release", sdks.CURRENT)
def test_the_package_of_requests_and_responses(release):
    package = next(name for since, name in exceptions.HTTP_PACKAGES if tuple(map(int, release.split("."))) >= since)
    assert sdks.fresh(release, f"isinstance(__import__({package!r}).Response, type)") is True


@index
@pytest.mark.parametrize("release", sdks.CURRENT)
def test_what_is_raised_without_a_key(release):
    raised = next(name for since, name in exceptions.WITHOUT_KEY if tuple(map(int, release.split("."))) >= since)
    assert sdks.fresh(release, "openai.models.list()") == raised.rpartition(".")[2]
    assert sdks.fresh(LEGACY, "openai.Model.list()") == "AuthenticationError"


@index
def test_what_an_exception_without_more_had():
    made = "openai.error.InvalidRequestError(None, None)"
    for name in exceptions.INHERITED:
        assert sdks.fresh(LEGACY, f"hasattr({made}, {name!r})") is True, name
    assert sdks.fresh(LEGACY, f"str({made})") == exceptions.EMPTY
    for path, parameters in {"openai.error.RateLimitError": exceptions.PARAMETERS, **exceptions.PARAMETERS_OF}.items():
        names = f"list(__import__('inspect').signature({path}).parameters)"
        assert sdks.fresh(LEGACY, names) == list(parameters)


@index
@pytest.mark.parametrize("name", sorted({name for _, name in SUCCESSORS} - {"OpenAIError"}))
def test_no_exception_of_today_is_made_without_arguments(name):
    assert newest(f"openai.{name}()") == "TypeError"


@index
def test_which_exceptions_may_have_no_status():
    for path in exceptions.STATUSLESS:
        assert ask(LEGACY if ".error." in path else NEWEST, "fate", path) == "there"
    with_status = newest(
        "[n for n in dir(openai) if isinstance(getattr(openai, n), type)"
        " and issubclass(getattr(openai, n), openai.APIStatusError)]"
    )
    for path, successors in exceptions.SUCCESSORS.items():
        assert (path in exceptions.STATUSLESS) == bool(set(successors) - set(with_status)), path


@index
def test_one_kind_of_the_other():
    assert newest("issubclass(openai.APITimeoutError, openai.APIConnectionError)") is True
    assert newest("issubclass(openai.InternalServerError, openai.APIError)") is True
    wide, narrow = (exceptions.SUCCESSORS[path][0] for path in exceptions.WIDER)
    assert PARENTS[f"openai.{narrow}"] == f"openai.{wide}"
    both, busy = (exceptions.SUCCESSORS[path] for path in exceptions.SERVER)
    assert both == (*busy, exceptions.RARE)


@index
@pytest.mark.parametrize(("path", "name"), names.TYPES.items())
def test_a_type_is_there(path, name):
    # The rewriter adds an import of the package where it is not one that `import openai` brings.
    package = name.rpartition(".")[0]
    named = "openai" if package in ("types", "types.chat") else f"__import__('openai.{package}')"
    assert sdks.fresh(NEWEST, f"isinstance({named}.{name}, type)") is True
    assert newest(f"issubclass({named}.{name}, openai.BaseModel)") is True
    assert ask(LEGACY, "fate", path) == "there"
    methods = [row for row in METHODS if row.path.startswith(f"{path}.")]
    assert methods


@index
def test_a_test_can_make_a_response_of_a_dict():
    made = "openai.types.chat.ChatCompletion.construct(choices=[{'message': {'content': 'a'}}])"
    assert newest(f"{made}.choices[0].message.content") == "a"
    assert newest(
        "openai.types.CreateEmbeddingResponse.construct(data=[{'embedding': [1.0]}]).data[0].embedding"
    ) == [1.0]
    assert newest("openai.types.Completion.construct(choices=[{'text': 'a'}]).choices[0].text") == "a"


@index
@pytest.mark.parametrize(("field", "name"), names.PART_TYPES.items())
def test_a_test_can_make_a_part_of_a_response(field, name):
    assert newest(f"openai.{name}.construct(**{{'content': 'a'}}).content") == "a", field


@index
def test_a_test_can_fill_a_response_bit_by_bit():
    part = "__import__('types').SimpleNamespace(text='a')"
    made = f"(lambda one: (setattr(one, 'choices', [{part}]), one)[1])(openai.BaseModel.construct())"
    assert newest(f"{made}.choices[0].text") == "a"


@index
def test_the_classes_of_resources_are_seen_in_the_module():
    for path in RESOURCE_CLASSES.values():
        assert newest(f"isinstance({path}, type)") is True


@index
@pytest.mark.parametrize(("path", "name"), names.CLASSES.items())
def test_a_class_is_there(path, name):
    assert newest(f"isinstance(openai.{name}, type)") is True
    assert ask(LEGACY, "fate", path) == "there"


@index
@pytest.mark.parametrize(("resource", "path"), RESOURCE_CLASSES.items())
def test_the_class_of_a_resource(resource, path):
    module, _, cls = path.rpartition(".")
    loaded = f"__import__('importlib').import_module({module!r})"
    for prefix in ("", "Async"):
        client = f"openai.{prefix}OpenAI(api_key='k')"
        assert newest(f"type({client}.{resource}) is {loaded}.{prefix}{cls}") is True
    # In a Python of its own: the module's client would stay for the tests that follow.
    assert sdks.fresh(NEWEST, f"isinstance(openai.{resource}, {loaded}.{cls})", {"OPENAI_API_KEY": "k"}) is True


@index
def test_a_patch_of_a_class_reaches_the_module_and_clients():
    for path in RESOURCE_CLASSES.values():
        target = f"{path}.{'list' if path.endswith(('Models', 'Files', 'Jobs')) else 'create'}"
        if path.endswith("Images"):
            target = f"{path}.generate"
        resource = next(name for name, one in RESOURCE_CLASSES.items() if one == path)
        call = f"{resource}.{target.rpartition('.')[2]}()"
        patch = f"__import__('unittest.mock').mock.patch({target!r}, return_value=3)"
        for owner in (
            "openai",
            "openai.OpenAI(api_key='k')",
            "openai.AzureOpenAI(api_key='k', api_version='v', azure_endpoint='e')",
        ):
            entered = f"[p := {patch}, p.start(), {owner}.{call}, p.stop()][2]"
            assert newest(entered, {"OPENAI_API_KEY": "k"}) == 3, (target, owner)


def test_every_method_has_a_resource_class():
    for row in METHODS:
        if row.use and row.use.startswith("client.") and getattr(row, "exact", True):
            resource = row.use.removeprefix("client.").rpartition(".")[0]
            assert resource in RESOURCE_CLASSES or resource not in {"chat.completions", "completions", "embeddings"}


@pytest.mark.parametrize("path", sorted({*DOUBTFUL, *BYTES, *BUDGETS, *RAW, *UPLOADS}))
def test_methods_that_are_named_are_known(path):
    found = find(path)
    assert found is not None
    assert found.path == path


@index
def test_what_a_download_returns_can_be_read():
    assert newest("hasattr(openai._legacy_response.HttpxBinaryResponseContent, 'read')") is True


@index
@pytest.mark.parametrize(
    "option", sorted({*OPTIONS.values(), "azure_endpoint", "azure_ad_token"})
)
def test_options_of_clients(option):
    import_ = "__import__('inspect').signature"
    cls = "AzureOpenAI" if option.startswith("azure") or option == "api_version" else "OpenAI"
    assert newest(f"{option!r} in {import_}(openai.{cls}.__init__).parameters") is True
    assert newest(f"{option!r} in {import_}(openai.Async{cls}.__init__).parameters") is True


@index
@pytest.mark.parametrize(
    "name",
    [
        "api_key",
        "organization",
        "base_url",
        "azure_endpoint",
        "azure_ad_token",
        "api_version",
        "api_type",
        "http_client",
    ],
)
def test_settings_of_the_module(name):
    assert newest(f"hasattr(openai, {name!r})") is True


@index
def test_the_module_gives_what_is_written_for_it():
    assert newest("type(openai.DefaultHttpxClient(proxy='http://p:1')).__name__") == "_DefaultHttpxClient"
    assert newest("[openai.Timeout(10, connect=3).read, openai.Timeout(10, connect=3).connect]") == [10, 3]
    assert (
        newest("openai.OpenAI(api_key='a').with_options(api_key='b', organization='c', base_url='http://d').api_key")
        == "b"
    )
    assert sdks.fresh(NEWEST, "[openai.api_key, openai.base_url, openai.organization]", {"OPENAI_API_KEY": "k"}) == [
        None,
        None,
        None,
    ]


@index
@pytest.mark.parametrize(("old", "new"), settings.RENAMED.items())
def test_variables_of_the_environment(old, new):
    assert new in ask(NEWEST, "variables")
    assert old not in ask(NEWEST, "variables")
    assert old in ask(LEGACY, "variables")


def test_arguments_that_are_named_are_gone():
    gone = {row.name for row in ARGUMENTS}
    assert {*DEPLOYMENTS, *PER_CALL, *OPTIONS, *GONE} <= gone


def test_settings_that_are_named_are_known():
    known = {row.name for row in settings.SETTINGS} | settings.KEPT
    assert known >= settings.WITHOUT_EFFECT
    assert set(settings.READ_ONCE) <= known


@index
@pytest.mark.parametrize(("where", "kind"), names.TYPES_BY_FIELDS.items(), ids=str)
def test_a_response_that_is_made_of_a_dict_is_of_the_type_that_has_its_fields(where, kind):
    whole, part = where
    made = f"openai.{kind}.construct({whole}=[{{{part!r}: {{}}}}])"
    assert newest(f"type({made}.{whole}[0]).__name__ != 'dict' and hasattr({made}.{whole}[0], {part!r})") is True
    assert newest(f"{made}.to_dict()") == {whole: [{part: {}}]}


@index
@pytest.mark.parametrize(("shape", "names"), fields.REQUIRED.items())
def test_fields_that_are_always_there(shape, names):
    path = next(path for path, of in shapes.EXPORTS.items() if of == shape)
    module, _, name = path.rpartition(".")
    cls = f"__import__('importlib').import_module({module!r}).{name}"
    required = f"[name for name, field in {cls}.model_fields.items() if field.is_required()]"
    assert names <= set(newest(required))


@pytest.mark.parametrize("name", sorted(fields.ALWAYS | fields.NULLABLE | fields.OPTIONAL))
def test_a_field_is_one_of_a_shape(name):
    assert any(name in shape for shape in shapes.FIELDS.values()) or name == "error"


@index
@pytest.mark.parametrize("name", sorted(fields.LEGACY_ONLY))
def test_what_only_objects_of_0_x_have(name):
    assert sdks.fresh(LEGACY, f"hasattr(openai.openai_object.OpenAIObject('a'), {name!r})") is True
    assert newest(f"hasattr(openai.types.Completion.construct(), {name!r})") is False
