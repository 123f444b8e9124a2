"""What a reviewer of the changes asked for: no more than is needed, as a person would write it."""

from __future__ import annotations

from fix.given import check, examples, run

CALL = "openai.ChatCompletion.create(model='m', messages=[])"

WRITTEN = r"""
--- an address that is tested, or another one, gets its slash once
import openai
DEFAULT = openai.api_base
def use(base=None):
    openai.api_base = base if base is not None else DEFAULT
    return openai.Model.list()
>>>
import os
import openai
DEFAULT = str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/")
def use(base=None):
    openai.base_url = (base if base is not None else DEFAULT).rstrip("/") + "/"
    return openai.models.list()
--- an address that is tested is not tested again
import openai
def use(base=None):
    if base is not None:
        openai.api_base = base
    return openai.Model.list()
>>>
import openai
def use(base=None):
    if base is not None:
        openai.base_url = base.rstrip("/") + "/"
    return openai.models.list()
--- an address that is bound again behind the test
import openai
def use(base=None, other=None):
    if base is not None:
        base = other
        openai.api_base = base
    return openai.Model.list()
>>>
import openai
def use(base=None, other=None):
    if base is not None:
        base = other
        openai.base_url = base and base.rstrip("/") + "/"
    return openai.models.list()
--- a name for the address that is bound to something else, too
import openai
DEFAULT = openai.api_base
def use(base=None, kind=None):
    global DEFAULT
    DEFAULT = kind
    openai.api_base = base if base is not None else DEFAULT
    return openai.Model.list()
>>>
import os
import openai
DEFAULT = str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/")
def use(base=None, kind=None):
    global DEFAULT
    DEFAULT = kind
    openai.base_url = base.rstrip("/") + "/" if base is not None else DEFAULT and DEFAULT.rstrip("/") + "/"
    return openai.models.list()
--- a parameter that is called as what the address is kept in
import openai
DEFAULT = openai.api_base
print(DEFAULT)
def use(DEFAULT=None):
    openai.api_base = DEFAULT
    return openai.Model.list()
>>>
import os
import openai
DEFAULT = str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/")
print(DEFAULT)
def use(DEFAULT=None):
    openai.base_url = DEFAULT and DEFAULT.rstrip("/") + "/"
    return openai.models.list()
--- a kind of API that is asked for, and compared
import openai
if openai.api_type and openai.api_type == "azure":
    print(openai.Model.list())
>>>
import openai
if openai.api_type and openai.api_type == "azure":
    print(openai.models.list())
--- a kind of API that is asked for alone has its default
import openai
if openai.api_type and openai.api_version:
    print(openai.Model.list())
>>>
import openai
if (openai.api_type or "open_ai") and openai.api_version:
    print(openai.models.list())
--- a dict of a part of a response has what the service sent
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
print(dict(r), dict(r.usage), dict(r["usage"]), dict(r["usage"], n=1))
>>>
import openai
r = openai.chat.completions.create(model="m", messages=[])
print(r.to_dict(), r.usage.to_dict(), r.usage.to_dict(), dict(r.usage.to_dict(), n=1))
--- a dict of what is no response
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
print(dict(a=r.usage), dict([("a", 1)]))
>>>
import openai
r = openai.chat.completions.create(model="m", messages=[])
print(dict(a=r.usage), dict([("a", 1)]))
--- a field that no response of the method has is an attribute where it is sent
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
if "error" in r:
    print(r["error"])
print(r["error"] if "error" in r and r["id"] else r["error"])
>>>
import openai
r = openai.chat.completions.create(model="m", messages=[])
if hasattr(r, "error"):
    print(r.error)
print(r.error if hasattr(r, "error") and r.id else r.to_dict()["error"])
--- a key that is a method of today's classes is no attribute
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
print("schema" in r, "model_extra" in r, "copy" not in r)
>>>
import openai
r = openai.chat.completions.create(model="m", messages=[])
print("schema" in r.to_dict(), "model_extra" in r.to_dict(), "copy" not in r.to_dict())
--- a field that one of two responses has
import openai
def ask(chat, **options):
    if chat:
        r = openai.ChatCompletion.create(**options)
    else:
        r = openai.Completion.create(**options)
    for one in r["choices"]:
        if "message" in one:
            print(one["message"]["content"])
        if "text" not in one:
            print("no text")
ask(True, model="m")
>>>
import openai
def ask(chat, **options):
    if chat:
        r = openai.chat.completions.create(**options)
    else:
        r = openai.completions.create(**options)
    for one in r.choices:
        if getattr(one, "message", None) is not None:
            print(one.message.content)
        if getattr(one, "text", None) is None:
            print("no text")
ask(True, model="m")
"""


@examples(WRITTEN)
def test_written(before, expected, settings):
    check(before, expected, **settings)


def test_a_file_whose_responses_are_dicts_makes_none_of_others():
    judge = (
        "import openai\n\n\ndef scores(text):\n"
        "    found = openai.Moderation.create(input=text)['results'][0]['category_scores'] or {}\n"
        "    return [(name, score) for name, score in found.items()]\n"
    )
    bot = f"import openai\nimport judge\n\nr = {CALL}\nprint(r.choices[0].text, judge.scores('a'))\n"
    results = run({"judge.py": judge, "bot.py": bot})
    assert b"r.choices[0].text" in results["bot.py"].after
    assert b".to_dict()" not in results["bot.py"].after
    assert b"openai.moderations.with_raw_response.create" in results["judge.py"].after


def test_a_file_that_gets_the_dicts_of_another_one_reads_dicts():
    judge = (
        "import openai\n\n\ndef ask(text):\n"
        "    found = openai.Moderation.create(input=text)\n"
        "    for name in found['results'][0]['category_scores'] or {}:\n        print(name)\n"
        "    return found\n"
    )
    bot = "import judge\n\nprint(judge.ask('a').results[0].flagged)\n"
    results = run({"judge.py": judge, "bot.py": bot})
    assert b"http_response.json()" in results["judge.py"].after
    assert b'["results"][0]["flagged"]' in results["bot.py"].after


def test_a_call_whose_response_may_get_to_where_a_dict_is_read_gives_a_dict():
    main = "from bot import ask\nfrom langchain.llms import OpenAI\nprint(call(ask, OpenAI)['choices'][0]['text'])\n"
    bot = "import openai\ndef ask(p):\n    return openai.Completion.create(model='m', prompt=p)\n"
    embed = "import openai\nimport bot\nprint(openai.Embedding.create(model='m', input='a')['data'][0]['embedding'])\n"
    results = run({"main.py": main, "bot.py": bot, "embed.py": embed})
    assert results["bot.py"].after == bot.encode() or b".to_dict()" in results["bot.py"].after
    assert b".data[0].embedding" in results["embed.py"].after


THEN = "print(ask('https://a', 'k', 'b'), ask('https://c', 'l', 'b'))\n"
SET = (
    "    openai.api_type = 'azure'\n    openai.api_base = {base}\n"
    "    openai.api_version = '2023-05-15'\n    openai.api_key = key\n"
)


def test_a_function_that_sets_and_calls_on_azure_has_a_client():
    call = "    return openai.Embedding.create(engine='ada', input=text)['data'][0]['embedding']\n\n\n"
    text = "import openai\n\n\ndef ask(base, key, text):\n" + SET.format(base="base") + call + THEN
    made = run({"bot.py": text})["bot.py"].after.decode()
    assert "def openai_client" not in made
    assert "    client = AzureOpenAI(" in made
    assert "client.embeddings.create(model='ada', input=text).data[0].embedding" in made


def test_where_a_missing_key_is_caught_the_client_is_made_where_the_call_is():
    text = (
        "import openai\n\n\ndef ask(base, key, text):\n" + SET.format(base="base") + "    try:\n"
        "        return openai.Embedding.create(engine='ada', input=text)['data'][0]['embedding']\n"
        "    except openai.error.AuthenticationError:\n        return None\n\n\n"
        "print(ask('https://a', None, 'b'), ask('https://c', 'l', 'b'))\n"
    )
    made = run({"bot.py": text})["bot.py"].after.decode()
    assert "    client = AzureOpenAI(" not in made
