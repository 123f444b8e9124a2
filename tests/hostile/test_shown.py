"""What a program and its names may hold reaches no terminal, no log and no service as it is."""

from __future__ import annotations

import json
import os
import string
import sys

import pytest
from faces.runs import check, flake8, program, write
from hypothesis import given
from hypothesis import strategies as st

from flake8_openai_v1.report import FORMATS
from flake8_openai_v1.syntax import shown

LEGACY = 'import openai\nopenai.ChatCompletion.create(model="m", messages=[])\n'
NAMES = [
    "a\n::error::b.py",
    "c\033[31mred\033]0;title\a.py",
    "d\r.py",
    "::error::e.py",
    "##vso[task.x]f.py",
    "g\u202e.py",
]
NAMES += ["h\x9b31m.py", "i\u2028::error::.py"]
NAMES += [os.fsdecode(b"j\xff.py")] if sys.platform == "linux" else []
RAW = [*map(chr, (*range(10), *range(11, 32), 127, 0x9B)), "\u202e", "\u2028"]
"""What may not stand on a terminal. A line end ends the lines of the reports, and nothing else."""

needs_names = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")


def assert_plain(text: str) -> None:
    """Nothing drives a terminal or a service, but a command of GitHub's that is ours."""
    assert not [character for character in RAW if character in text], text
    for line in text.split("\n"):
        assert "##vso" not in line
        assert not line.lstrip().startswith("::") or line.startswith(
            ("::error file=", "::warning file=", "::notice file=")
        )


@needs_names
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_names_of_files(tmp_path, command, form):
    write(tmp_path, dict.fromkeys(NAMES, LEGACY))
    write(tmp_path, {f"bad{name}": b"import openai\n'\xff'\n" for name in NAMES})
    words = [command, "--output-format", form, *(["--diff"] if command == "fix" else [])]
    for paths in (["."], ["--", *NAMES, *(f"bad{name}" for name in NAMES)]):
        done = program("flake8-openai-v1", *words, *paths, cwd=tmp_path)
        assert done.returncode == 2
        said = done.stderr if command == "fix" else done.stdout + done.stderr
        assert_plain(said)
        assert said.count("cannot decode") >= len(NAMES)


@needs_names
def test_names_in_what_argparse_says(tmp_path):
    done = check("--no\n::error::such", "--output-format\033[31m", cwd=tmp_path)
    assert done.returncode == 2
    assert_plain(done.stderr)


@needs_names
def test_names_in_warnings_of_git_and_of_settings(tmp_path):
    write(tmp_path, {NAMES[0]: LEGACY, NAMES[1] + ".toml": '[tool.flake8-openai-v1]\n"x\\u001b" = 1\n'})
    done = program("flake8-openai-v1", "fix", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert "no git repository around" in done.stderr
    assert_plain(done.stderr + done.stdout)
    done = check("--config", NAMES[1] + ".toml", cwd=tmp_path)
    assert done.returncode == 2
    assert "unknown key" in done.stderr
    assert_plain(done.stderr + done.stdout)


TEXTS = {
    "a kind of API": 'openai.api_type = "x\\x1b[31m\\n::error::y"\n',
    "a key of a response": 'r = openai.ChatCompletion.create(model="m")\nprint(r["\\x1b[31m\\u202e::"]["a\\nb"])\n',
    "a default": 'r = openai.ChatCompletion.create(model="m")\nprint(r.get("id", "\\x9b31m\u2028\\r"))\n',
    "a model": 'client = openai.AzureOpenAI(azure_endpoint="https://x\\x1b.openai.azure.com/\\n::error::",\n'
    '    api_version="1\\x1b")\n'
    'client.chat.completions.create(model="gpt-4\\x1b[31m", messages=[])\n',
    "an address": 'openai.api_base = "https://x.openai.azure.com/\\x1b[31m\\n::error::"\n',
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_texts_of_the_program(tmp_path, text):
    write(tmp_path, {"bot.py": f"import openai\n{text}openai.Model.list()\n"})
    for form in ("text", "github"):
        done = check("--output-format", form, cwd=tmp_path)
        assert "OAI102" in done.stdout
        assert_plain(done.stdout + done.stderr)
    done = flake8("--select", "OAI", "bot.py", cwd=tmp_path)
    assert "OAI102" in done.stdout
    assert_plain(done.stdout)
    done = program("flake8-openai-v1", "fix", "bot.py", cwd=tmp_path)
    assert_plain(done.stdout + done.stderr)


def test_a_comment_is_not_quoted(tmp_path):
    text = "from azure.ai.inference import (\n    ChatCompletionsClient,  # ask bob\033[31m, his password is mice\n)\n"
    text += 'client = ChatCompletionsClient("https://x.services.ai.azure.com/models", None)\n'
    text += "import openai\nopenai.ChatCompletion.create(  # mice\n"
    text += '    model="m", request_timeout=3,  # mice\n)["choices"]\n'
    write(tmp_path, {"bot.py": text})
    done = program("flake8-openai-v1", "fix", "--unsafe-fixes", cwd=tmp_path)
    assert "mice" not in done.stdout + done.stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_a_diff_on_a_terminal(tmp_path):
    """There it is for a person; elsewhere it is for git, byte by byte."""
    import subprocess

    write(tmp_path, {"bot.py": LEGACY + "'\033]0;title\a\033[2K'\n"})
    words = [sys.executable, "-m", "flake8_openai_v1", "fix", "--diff", "bot.py"]
    piped = subprocess.run(words, cwd=tmp_path, capture_output=True, check=False).stdout
    assert b" '\033]0;title\a\033[2K'\n" in piped
    ours, theirs = os.openpty()
    with open(theirs, "wb") as terminal:
        subprocess.run(words, cwd=tmp_path, stdout=terminal, stderr=subprocess.DEVNULL, check=False)
    shown_there = os.read(ours, 100_000)
    os.close(ours)
    assert b"title" in shown_there
    assert b"\033]" not in shown_there
    assert b"\033[2K" not in shown_there


# -- secrets


def keys() -> dict[str, str]:
    """Keys of the shapes that services give out, made here so that none stands in a file."""
    digits = "".join(str(number * 7 % 10) for number in range(100))
    mixed = "".join(f"{one}{digits[at]}{one.upper()}" for at, one in enumerate(string.ascii_lowercase * 2))
    return {
        "openai": "sk-" + mixed[:48],
        "openai, of a project": "sk-proj-" + mixed[:20] + "_-" + mixed[20:60],
        "openai, of an admin": "sk-admin-" + mixed[:60],
        "anthropic": "sk-ant-api03-" + mixed[:60],
        "azure, of old": "0123456789abcdef" * 2,
        "azure": mixed[:52] + "JQQJ99" + "BAACYeBjFXJ3w3AAAB" + mixed[:8],
        "groq": "gsk_" + mixed[:40],
        "github": "ghp_" + mixed[:36],
        "hugging face": "hf_" + mixed[:34],
        "google": "AIza" + mixed[:35],
        "a token": "ey" + "J" + mixed[:30] + "." + "ey" + "J" + mixed[:40] + "." + mixed[:43],
        "a token in a header": "Bearer " + mixed[:24],
    }


@pytest.mark.parametrize("name", keys())
def test_keys_are_masked(name):
    key = keys()[name]
    for text in (key, f"use {key}, or", f'api_key="{key}"', f"https://x.y/{key}/v1", "x " * 100 + key, "x" * 500 + key):
        masked = shown.text(text)
        assert key not in masked
        assert key[-12:] not in masked
        assert key[4:24] not in masked
    assert shown.code(f'OpenAI(api_key="{key}")') is None


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("https://user:pass@gw.corp/v1", "https://***@gw.corp/v1"),
        ("use https://user:p@ss@gw.corp?key=abc&api-version=1", "use https://***@gw.corp?key=***&api-version=1"),
        ("https://token@gw.corp", "https://***@gw.corp"),
        ("http://gw/v1?api_key=x#y", "http://gw/v1?api_key=***#y"),
        ("http://gw/v1?subscription-key=x&sig=a%2Fb", "http://gw/v1?subscription-key=***&sig=***"),
        ('f"https://gw/v1?code={code}"', 'f"https://gw/v1?code=***"'),
        ("http://gw/v1/?api-version=2024-06-01", "http://gw/v1/?api-version=2024-06-01"),
    ],
)
def test_addresses_are_masked(text, masked):
    assert shown.text(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "azure.ai.inference.models.StreamingChatResponseToolCallUpdate belongs to azure-ai-inference",
        "use openai.types.chat.chat_completion_chunk.ChoiceDeltaToolCall (or a client)",
        'model="gpt-4o-mini-2024-07-18" is the name of a model; use ft:gpt-3.5-turbo-0125:my-org:custom:7p4lURel',
        "https://my-resource-1234567890.openai.azure.com/openai/v1/",
        "x = a if b else c; y[1:2] and z @ w, mail@example.com",
        "get_bearer_token_provider(DefaultAzureCredential(), scope) of token_provider_for_deployment_12",
        "key_of_the_second_deployment_2 and sk_learn_model_number_12345",
        "#1 ## [x] :: y",
    ],
)
def test_what_is_no_secret_is_shown(text):
    assert shown.text(text) == text
    assert shown.code(text) == text


@given(st.text(max_size=2000))
def test_any_text_is_one_short_plain_line(text):
    line = shown.text(text)
    assert_plain(line)
    assert "\n" not in line
    assert len(line) <= shown.MOST * 11
    line.encode()


SECRETS = """\
import openai
openai.api_base = "https://user:{0}@gw.corp/v1?key={0}"
openai.api_key = "{1}"
openai.api_type = "azure"
openai.api_version = "{1}"
openai.AzureOpenAI(azure_endpoint="https://u:{0}@x.openai.azure.com/openai/deployments/d?code={0}", api_key="{1}")
openai.OpenAI(base_url="https://u:{0}@x.openai.azure.com/?key={0}", api_key="{1}", api_base="https://{0}@x")
openai.OpenAI(base_url="https://x/{1}")
openai.ChatCompletion.create(model="{1}", engine="{1}", api_key="{1}", headers={{"api-key": "{1}"}})
r = openai.Completion.create(api_base="https://u:{0}@x/v1?k={0}", prompt="{1}")
print(r["{1}"], r.get("id", "{1}"))
try:
    pass
except openai.error.RateLimitError as e:
    print(e.http_body["{1}"])
from azure.ai.inference import ChatCompletionsClient
from azure.core.credentials import AzureKeyCredential
other = ChatCompletionsClient("https://u:{0}@x.services.ai.azure.com/models?key={0}", AzureKeyCredential("{1}"))
other.complete(messages=[], model="{1}")
"""


@pytest.mark.parametrize("command", [["check"], ["fix", "--unsafe-fixes"], ["fix", "--client", "instance"]])
def test_secrets_of_a_program(tmp_path, command):
    password = "hunter" + "2" * 6
    key = keys()["openai"]
    lines = SECRETS.format(password, key).splitlines(keepends=True)
    beginnings = {f"bot{number}.py": "".join(lines[:number]) for number in range(1, len(lines) + 1)}
    alone = {f"one{number}.py": f"import openai\n{line}" for number, line in enumerate(lines) if line[:1].islower()}
    write(tmp_path, beginnings | alone)
    for form in sorted({"text", "json", "full", "github"}.intersection(FORMATS)):
        done = program("flake8-openai-v1", *command, "--output-format", form, cwd=tmp_path)
        assert done.stdout
        assert password not in done.stdout + done.stderr
        assert key not in done.stdout + done.stderr
    done = flake8("--select", "OAI", cwd=tmp_path)
    assert password not in done.stdout
    assert key not in done.stdout


def test_json_names_files_as_they_are(tmp_path):
    """Who reads it opens them. The format itself escapes what a terminal would obey."""
    name = "c\033.py" if os.name != "nt" else "c.py"
    write(tmp_path, {name: LEGACY})
    found = json.loads(check("--output-format", "json", name, cwd=tmp_path).stdout)["findings"]
    assert [one["path"] for one in found] == [name]
