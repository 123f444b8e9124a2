"""What findings say: one line, the code as written, the replacement that is true at the target version."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from examples import lint
from flake8_openai_v1.project.config import parse_target
from flake8_openai_v1.rules import RULES

TARGETS = ("1.5", "1", "2", "3")

BY_TARGET = [
    # code, what follows `import openai`, then the replacement at each of the targets
    ("OAI102", "openai.ChatCompletion.create()", *["client.chat.completions.create"] * 4),
    ("OAI102", "openai.Edit.create()", "client.edits.create", *["client.chat.completions.create"] * 3),
    ("OAI102", "openai.FineTune.create()", "client.fine_tunes.create", *["client.fine_tuning.jobs.create"] * 3),
    ("OAI102", "openai.File.download('f')", *["client.files.content"] * 4),
    ("OAI102", "openai.Customer.create()", *[None] * 4),
    ("OAI103", "openai.ChatCompletion.acreate()", *["await client.chat.completions.create"] * 4),
    ("OAI103", "openai.Edit.acreate()", "await client.edits.create", *["await client.chat.completions.create"] * 3),
    ("OAI104", "x = openai.FineTune", "client.fine_tunes", *["client.fine_tuning.jobs"] * 3),
    ("OAI104", "x = openai.openai_object.OpenAIObject", None, *["openai.BaseModel"] * 3),
    ("OAI105", "openai.api_base = 'x'", *["openai.base_url"] * 4),
    ("OAI106", "openai.proxy = 'x'", *["openai.http_client"] * 4),
    ("OAI106", "openai.api_key_path = 'x'", *[None] * 4),
    ("OAI107", "x = openai.error.Timeout", *["openai.APITimeoutError"] * 4),
    ("OAI107", "raise openai.error.Timeout", *["openai.APITimeoutError(request=...)"] * 4),
    ("OAI107", "raise openai.error.InvalidAPIType", *[None] * 4),
    ("OAI110", "openai.chat.completions.create(engine='m')", *["model="] * 4),
    ("OAI110", "openai.chat.completions.create(headers={})", *["extra_headers="] * 4),
    ("OAI306", "openai.chat.completions.create(api_type='other')", *["a client"] * 4),
]


@pytest.mark.parametrize(("code", "line", "uses"), [(row[0], row[1], row[2:]) for row in BY_TARGET])
def test_replacement_at_each_target(code, line, uses):
    for target, use in zip(TARGETS, uses, strict=True):
        (diagnostic,) = lint(f"import openai\n{line}\n", target=parse_target(target))
        assert diagnostic.code == code
        assert diagnostic.replacement == use, target
        on_module = "" if use is None else f" use {use.replace('client.', 'openai.', 1)}, or {use}"
        assert use is None or f" use {use}" in diagnostic.message or on_module in diagnostic.message


def test_attribute_of_an_exception_at_an_early_target():
    source = "import openai\ntry:\n    pass\nexcept openai.APIError as e:\n    print(e.json_body)\n"
    for target, use in (("1.2", "e.response.json()"), ("1.5", "e.body"), ("3", "e.body")):
        (diagnostic,) = lint(source, target=parse_target(target))
        assert diagnostic.replacement == use


AS_WRITTEN = [
    # source, the beginning of the message
    ("import openai\nopenai.ChatCompletion.create()", "openai.ChatCompletion.create was removed in openai 1.0; use openai."),
    ("import openai as ai\nai.ChatCompletion.create()", "ai.ChatCompletion.create was removed in openai 1.0; use openai."),
    ("from openai import ChatCompletion as C\nC.create()", "C.create (openai.ChatCompletion.create) was removed"),
    ("import openai\ncc = openai.ChatCompletion\ncc.create()", "cc.create (openai.ChatCompletion.create) was removed"),
    ("import openai\nclass A:\n    ai = openai\n    def f(self):\n        self.ai.Edit.create()", "self.ai.Edit.create was removed"),
    ("import openai\ngetattr(openai, 'Edit')", "openai.Edit was removed in openai 1.0; use openai."),
    ("from openai import ChatCompletion", "openai.ChatCompletion was removed in openai 1.0; use openai."),
    ("from openai.error import APIError", "openai.error.APIError was removed in openai 1.0; use from openai import InternalServerError, UnprocessableEntityError (openai.APIError is the base of all API errors now)"),
    ("import openai.error as e", "openai.error was removed in openai 1.0; use openai ("),
    ("from unittest.mock import patch\npatch('app.openai.Edit.create')", "app.openai.Edit.create was removed in openai 1.0"),
    ("import openai as ai\nai.api_base = 'x'", "ai.api_base is ignored since openai 1.0, requests go to api.openai.com; use"),
    ("import openai\nprint(openai.api_base)", "openai.api_base was renamed in openai 1.0; use openai.base_url"),
    ("import openai\nopenai.proxy = 'x'", "openai.proxy is ignored since openai 1.0, requests bypass the proxy; use"),
    ("import openai\nprint(openai.proxy)", "openai.proxy was removed in openai 1.0; use"),
    ("import openai\ndel openai.api_base", "openai.api_base was renamed in openai 1.0; use"),
    ("import openai, os\nos.environ['OPENAI_API_BASE'] = 'x'", "OPENAI_API_BASE is not read by openai since 1.0; use"),
    ("import openai, os\nos.environ['AZURE_OPENAI_API_VERSION'] = 'x'", "AZURE_OPENAI_API_VERSION is not read by any openai SDK"),
    ("import openai\ntry: pass\nexcept openai.Timeout: pass", "openai.Timeout is the class of timeout settings since openai 1.0"),
    ("import openai\nopenai.base_url = 'http://h/v1'", "openai.base_url needs a slash at its end, requests go to http://h/v1chat"),
    ("import openai\nopenai.chat.completions.create(engine=1)", "engine= is refused by openai.chat.completions.create (TypeError)"),
    ("from openai import OpenAI\nOpenAI().embeddings.create('m')", "embeddings.create takes keyword arguments only"),
]


@pytest.mark.parametrize(("source", "beginning"), AS_WRITTEN)
def test_names_the_code_as_written(source, beginning):
    assert lint(source + "\n")[-1].message.startswith(beginning)


INTRODUCED = [
    # what follows `import openai`, the end of the message of its finding
    ("openai.ChatCompletion.create()", "; use openai.chat.completions.create, or client.chat.completions.create (with client = OpenAI())"),
    ("openai.ChatCompletion.acreate()", "; use await client.chat.completions.create (with client = AsyncOpenAI())"),
    ("x = openai.Embedding.acreate", "; use client.embeddings.create (with client = AsyncOpenAI())"),
    ("x = openai.ChatCompletion", "; use openai.chat.completions, or client.chat.completions (with client = OpenAI())"),
    ("from openai import Image", "; use openai.images, or client.images (with client = OpenAI())"),
    ("openai.Image.create(api_key=k)", "; use client.with_options(api_key=...) (with client = OpenAI(); or OpenAI(api_key=...))"),
    ("openai.Edit.create()", "put the instruction and the input into messages)"),
    ("openai.api_type = 'azure'\nopenai.azure_endpoint = e\nopenai.Image.create()", "; use openai.images.generate, or client.images.generate (with client = AzureOpenAI(...))"),
    ("openai.api_type = 'azure'\nopenai.azure_endpoint = e\nopenai.Image.acreate()", "(with client = AsyncAzureOpenAI(...))"),
]


@pytest.mark.parametrize(("line", "end"), INTRODUCED)
def test_says_what_client_is(line, end):
    message = lint(f"import openai\n{line}\n")[-1].message
    assert message.endswith(end)
    assert "client." not in message or "(with client = " in message


LISTED = [
    # source, the message: each was once hard to understand
    (
        "import openai\ntry:\n    f()\nexcept openai.error.InvalidRequestError:\n    pass",
        "openai.error.InvalidRequestError was removed in openai 1.0; "
        "use (openai.BadRequestError, openai.NotFoundError); 415 is openai.APIStatusError now",
    ),
    (
        "import openai\nopenai.Edit.create(instruction='y')",
        "instruction= is refused by chat.completions.create (TypeError); "
        "openai.Edit.create has no exact counterpart, so write the call anew",
    ),
    (
        "import openai\nraise openai.error.TryAgain('x')",
        "openai.error.TryAgain was removed in openai 1.0; SDK exceptions need response= and body= now: "
        'raise a class of your own, or use openai.ConflictError("...", response=..., body=...)',
    ),
    (
        "import openai\nopenai.api_type = 'azure'\nopenai.Image.create()",
        'openai.api_type "azure" makes calls on the openai module raise ValueError until openai.azure_endpoint is set; '
        "use AzureOpenAI(azure_endpoint=..., api_key=..., api_version=...), or openai.azure_endpoint",
    ),
    (
        "from azure.ai.inference import ChatCompletionsClient\nchat = ChatCompletionsClient(e, c)\nchat.complete(model='m')",
        "chat.complete belongs to azure-ai-inference; make chat an OpenAI client, then use chat.chat.completions.create",
    ),
    (
        "from azure.ai.inference.aio import EmbeddingsClient\nc = EmbeddingsClient(e, k)\nasync def f():\n    await c.embed(model='m')",
        "c.embed belongs to azure-ai-inference; make c an AsyncOpenAI client, then use c.embeddings.create",
    ),
    (
        "from openai import AzureOpenAI\nc = AzureOpenAI(azure_endpoint=e, api_key=k, api_version='2024-10-21')\n"
        "c.embeddings.create(input='x', model='gpt-3.5-turbo')",
        'model="gpt-3.5-turbo" is the name of a model as only OpenAI spells it: Azure wants that of a deployment '
        "(404 DeploymentNotFound); use the deployment's name; if your deployment has this name, add it to "
        "azure-deployments (flake8: openai-azure-deployments)",
    ),
    (
        "from openai import AzureOpenAI\nAzureOpenAI(azure_endpoint=e, api_key=k, api_version='2023-03-15-preview')",
        'api_version "2023-03-15-preview" was announced for retirement (latest date 2025-02-03), and may still answer; '
        'use "2024-10-21"',
    ),
    (
        "import openai\ntry:\n    try:\n        f()\n    except openai.error.APIError:\n        pass\n"
        "except openai.error.RateLimitError:\n    pass",
        "openai.error.APIError also catches openai.RateLimitError since openai 1.0, the outer except for it never runs, "
        "this one catches it first; put the narrower class first",
    ),
    (
        "import openai\ntry:\n    f()\nexcept openai.APIError:\n    pass\nexcept openai.RateLimitError:\n    pass",
        "openai.APIError also catches openai.RateLimitError since openai 1.0, the later except for it never runs; "
        "put the narrower class first",
    ),
    (
        "import openai\nopenai.api_type = 'azure'\nopenai.azure_endpoint = e\nopenai.Embedding.create(model='m', engine='d')",
        "engine= was removed in openai 1.0; delete it and put the deployment in model=",
    ),
    (
        "import openai\nopenai.Embedding.create(model='m', engine='d')",
        "engine= was removed in openai 1.0; delete it and put its value in model=",
    ),
    (
        "from azure.identity import AzureCliCredential\nfrom openai import AzureOpenAI\n"
        "token = AzureCliCredential().get_token('https://cognitiveservices.azure.com/.default').token\n"
        "AzureOpenAI(azure_endpoint=e, api_version='2024-10-21', api_key=token)",
        "api_key= is given an Entra token, which is not an API key (401); "
        "use azure_ad_token_provider=get_bearer_token_provider(...)",
    ),
    (
        "import openai\nfor one in openai.Deployment.list().data:\n    print(one['model'])",
        'one["model"] raises TypeError since openai 1.0, responses are objects; '
        "use one.properties.model.name of azure-mgmt-cognitiveservices",
    ),
    (
        "import openai\nprint(openai.Deployment.retrieve('x').get('status'))",
        'openai.Deployment.retrieve(...).get("status") raises AttributeError since openai 1.0; '
        "use openai.Deployment.retrieve(...).properties.provisioning_state of azure-mgmt-cognitiveservices",
    ),
    (
        "import openai\nedited = openai.Edit.create(input='x', instruction='y')\nprint(edited['choices'][0]['text'])",
        'edited["choices"][0]["text"] raises TypeError since openai 1.0, responses are objects; '
        "use edited.choices[0].message.content",
    ),
]


@pytest.mark.parametrize(("source", "message"), LISTED)
def test_can_be_understood(source, message):
    assert message in [found.message for found in lint(f"{source}\n")]


def test_azure_settings_decide_the_replacement_of_api_base():
    plain, azure = "import openai\nopenai.api_base = 'x'\n", "import openai\nopenai.api_base = 'x'\nopenai.api_type = 'azure'\n"
    assert [d.replacement for d in lint(plain)] == ["openai.base_url"]
    assert [d.replacement for d in lint(azure) if d.code == "OAI105"] == ["openai.azure_endpoint"]


def test_what_was_sent_on_unseen_goes_where_the_request_takes_it():
    (_, body) = lint("import openai\nopenai.ChatCompletion.create(model='m', mood=1)\n")
    assert body.replacement == 'extra_body={"mood": ...}'
    (_, query) = lint("import openai\nopenai.File.list(mood=1)\n")
    assert query.replacement == 'extra_query={"mood": ...}'


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_who_it_is(rule):
    assert rule.code.startswith("OAI")
    assert rule.name == rule.name.lower().replace(" ", "-")
    assert rule.roles
    for heading in ("## Why it breaks", "## Example", "## Use instead", "## Not detected"):
        assert heading in (rule.__doc__ or "")


def test_codes_and_names_are_unique_and_in_order():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
