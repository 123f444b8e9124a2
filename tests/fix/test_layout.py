"""Lines that a fix made too long: how they are broken, and that nothing else changes."""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import tokenize
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_openai_v1.fix.fixer import Source, fix_files, fix_source
from flake8_openai_v1.fix.text.edits import applied
from flake8_openai_v1.fix.text.layout import Style, laid_out

STATEMENTS = r"""
response = openai.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": prompt}], stream=True)
self.messages.append({"role": "function", "name": call.name, "content": result, "of": "something"})
response: OpenAIObject = openai.chat.completions.create(model=model, messages=messages, temperature=1)
text = await openai.AsyncOpenAI().audio.transcriptions.create(model="whisper-1", file=an_open_file)
text = (await client().chat.completions.create(model=a_model, messages=[{"role": "user", "content": it}])).to_dict()
r = await AsyncAzureOpenAI(api_key=openai.key, api_version=openai.api_version).chat.create(model=m, messages=[text])
print(openai.OpenAI(api_key="sk-3", base_url="https://gate.internal").embeddings.create(input="x").data[0].embedding)
PRIMARY = {"model": "status-429", "api_base": "https://prim.openai.azure.com", "api_key": "p"}
first = openai.chat.completions.create(model="agent", messages=messages, **kwargs).choices[0]
vectors.extend(item.embedding for item in sorted(response.data, key=lambda item: item.index))
messages += [first.message, {"role": "function", "name": call["name"], "content": "none"}]
print("deployment not found" if e.code == "DeploymentNotFound" else "bad request", e.status_code)
before = openai.api_type, openai.base_url, openai.api_version, openai.api_key or os.environ.get("OPENAI_API_KEY")
openai.api_type, openai.base_url, openai.api_version, openai.api_key = self.all_that_was_before
openai.api_key = self.api_key or openai.api_key or os.environ.get("OPENAI_API_KEY") or "none at all"
print("using", str(openai.base_url or os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")).rstrip("/"))
cache = {word: openai.embeddings.create(model="ada", input=word).to_dict() for word in ("p", "q")}
r = openai.completions.with_raw_response.create(model="davinci", prompt="dict").http_response.json()
from openai import AuthenticationError, BadRequestError, NotFoundError, OpenAIError, RateLimitError
from azure.identity import DefaultAzureCredential, ManagedIdentityCredential, get_bearer_token_provider
message = error.body["message"] if isinstance(getattr(error, "body", None), dict) else str(error)
print(error.body["message"] if isinstance(getattr(error, "body", None), dict) else str(error), file=sys.stderr)
kind = azure and openai.azure_endpoint is not None and "openai.azure.com" in str(openai.azure_endpoint)
total = reply.usage.prompt_tokens * PRICE_OF_PROMPT_TOKENS + reply.usage.completion_tokens * PRICE_OF_TOKENS
logger.info("the answer was %s and took %d tokens", reply.choices[0].message.content, reply.usage.total_tokens)
complete = lambda p, **kw: openai.completions.create(model="davinci", prompt=p, **kw).choices[0].text
client = AzureOpenAI(api_key=os.environ["KEY"], azure_endpoint=os.environ["ENDPOINT"], api_version="2023-05-15")
a = b; r = openai.completions.create(model="davinci", prompt="a"); print(r.choices[0].text); print(r.model)
assert openai.embeddings.create(input=["a", "b"], model="text-embedding-ada-002").data[0].embedding == vector
x = some_function_of_the_program(first_argument)(openai.embeddings.create(input=["a", "b"], model="m").data)
"""
IN_FUNCTIONS = r"""
return openai.chat.completions.create(model=a_model, messages=[{"role": "user"}, message]).choices[0].message.content
return client(**where).create(messages=m, **{name: value for name, value in where.items() if name not in ("a", "b")})
return openai.embeddings.create(input=[text.replace("\n", " ")], model=engine, **kwargs).data[0].embedding
yield line, openai.embeddings.create(model="text-embedding-ada-002", input=line, user="somebody").data
return [item.embedding for item in openai.embeddings.create(model="text-embedding-ada-002", input=lines).data]
"""
BLOCKS = r"""
for chunk in openai.chat.completions.create(model=deployment, messages=messages, stream=True, n=2):
async for chunk in await openai.AsyncOpenAI().chat.completions.create(model=deployment, messages=[], stream=True):
if isinstance(error, (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError)):
while not answer or not answer.choices or answer.choices[0].finish_reason == "length" and tries_left:
with openai.chat.completions.with_streaming_response.create(model=deployment, messages=messages) as reply:
def openai_client(api_key=None, api_base=None, api_type=None, api_version=None, organization=None):
"""


def cases() -> list[str]:
    rows = [row for row in STATEMENTS.split("\n") if row]
    rows += [f"async def f():\n    {row}" for row in IN_FUNCTIONS.split("\n") if row]
    rows += [f"async def f():\n    {row}\n        pass" for row in BLOCKS.split("\n") if row]
    return [f"{row}\n" for row in rows]


def broken(text: str, before: str = "", **style: object) -> str:
    return applied(text, laid_out(before, text, Style(**style)))  # type: ignore[arg-type]


@pytest.mark.skipif(find_spec("ruff") is None, reason="ruff is not installed")
@pytest.mark.parametrize("width", [79, 88])
def test_lines_are_broken_as_a_formatter_breaks_them(width):
    for case in cases():
        command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", str(width), "-"]
        made = subprocess.run(command, input=case, capture_output=True, text=True, check=True).stdout
        assert broken(case, width=width) == made


def tokens(text: str) -> list[str]:
    left_out = (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
    rows = tokenize.generate_tokens(io.StringIO(text).readline)
    return [one.string for one in rows if one.type not in left_out and one.string not in ("(", ")", ",", ";")]


@pytest.mark.parametrize("case", cases())
@settings(max_examples=15, deadline=None)
@given(st.integers(20, 120), st.sampled_from(["  ", "    ", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_only_white_space_commas_and_brackets_come_in(case, width, indent, newline):
    text = case.replace("    ", indent).replace("\n", newline)
    made = broken(text, width=width, indent=indent, newline=newline)
    assert ast.dump(ast.parse(made)) == ast.dump(ast.parse(text))
    assert tokens(made) == tokens(text)
    assert made.replace("\r\n", "").count("\n") == (0 if newline == "\r\n" else made.count("\n"))
    assert broken(made, before=made, width=width, indent=indent, newline=newline) == made


LONG = 'answer = ask("{}", model="text-embedding-ada-002")\n'.format("long " * 9)


@pytest.mark.parametrize(
    "text",
    [
        "print('" + "long " * 20 + "')\n",
        "# " + "long " * 20 + "\n",
        "x = '''\n" + "long " * 20 + f"\n'''.join({'a' * 20}, 2)\n",
        "print(f'{ask(" + '"long "' + f", {'b' * 80})}}')\n",
        LONG.rstrip() + "  # noqa: E501\n",
        LONG.rstrip() + "  # type: ignore[no-any-return]\n",
        "import " + "a" * 90 + "\n",
    ],
)
def test_a_line_stays_that_cannot_be_broken_or_must_not(text):
    assert broken(text) == text


def test_a_line_that_was_there_stays():
    assert broken(LONG, before=LONG, width=40) == LONG
    assert broken(LONG + LONG.replace("answer", "other"), before=LONG, width=70).startswith(LONG)


def test_what_is_kept_stays():
    assert laid_out("", LONG, Style(70), [(15, 20)]) == []
    assert laid_out("", LONG, Style(70), [(200, 300)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a comment stays behind the statement, as black has it
            'answer = ask("one and two", model="text-embedding-ada-002")  # which of them is taken\n',
            'answer = ask(\n    "one and two", model="text-embedding-ada-002"\n)  # which of them is taken\n',
        ),
        (  # comments between arguments stay with them
            'ask(model="text-embedding-ada-002", text="a long line that is too long for the width",  # it\n    n=1)\n',
            'ask(\n    model="text-embedding-ada-002",\n    text="a long line that is too long for the width",'
            "  # it\n    n=1,\n)\n",
        ),
        (  # what stands on further lines moves with the argument that it belongs to
            'answer = ask(model="text-embedding-ada-002", temperature=0.25, messages=[\n    {"role": "user"},\n])\n',
            'answer = ask(\n    model="text-embedding-ada-002",\n    temperature=0.25,\n    messages=[\n'
            '        {"role": "user"},\n    ],\n)\n',
        ),
        (  # but not what is in a string
            'answer = ask(model="text-embedding-ada-002", temperature=0.25, prompt="""\n    one\n  two""")\n',
            'answer = ask(\n    model="text-embedding-ada-002",\n    temperature=0.25,\n    prompt="""\n    one\n'
            '  two""",\n)\n',
        ),
        (
            'if x: answer = ask("one and two", model="text-embedding-ada-002"); print(answer.text)\n',
            'if x:\n    answer = ask("one and two", model="text-embedding-ada-002")\n    print(answer.text)\n',
        ),
        (
            'ask(\n    model="text-embedding-ada-002", text="a line that is too long", temperature=0.5\n)\n',
            'ask(\n    model="text-embedding-ada-002",\n    text="a line that is too long",\n    temperature=0.5,\n)\n',
        ),
        (  # a value whose bracket opens too far behind gets a line of its own first
            'mocked.chat.completions.create.return_value = openai.types.Completion.construct(choices=["one", "two"])\n',
            "mocked.chat.completions.create.return_value = (\n    openai.types.Completion.construct("
            'choices=["one", "two"])\n)\n',
        ),
        (
            "mocked.chat.completions.create.return_value = openai.types.Completion.construct("
            'choices=["one", "two", "three or four"])\n',
            "mocked.chat.completions.create.return_value = (\n    openai.types.Completion.construct(\n"
            '        choices=["one", "two", "three or four"]\n    )\n)\n',
        ),
        (  # the word itself is no expression
            'async def f():\n    return await ask(model="text-embedding-ada-002", text="a line that is too long")\n',
            'async def f():\n    return await ask(\n        model="text-embedding-ada-002",'
            ' text="a line that is too long"\n    )\n',
        ),
    ],
)
def test_how_lines_are_broken(text, expected):
    assert broken(text, width=70) == expected


def test_the_width_is_that_of_the_project(tmp_path):
    file = tmp_path / "bot.py"
    line = 'print(openai.Moderation.create(input="is this rude, or is it not?")["results"][0]["flagged"])'
    text = f"import openai\n{line}\n"
    line = 'print(openai.moderations.create(input="is this rude, or is it not?").results[0].flagged)'
    file.write_text(text)
    (tmp_path / ".git").mkdir()
    (tmp_path / "setup.cfg").write_text("[flake8]\nmax-line-length = 79\n")
    (one,) = fix_files([Source(str(file), text.encode())], _config())
    assert line not in one.after.decode()
    assert line in fix_source(text)  # 88, where there is no project


def _config():
    from flake8_openai_v1.project.config import Config

    return Config()


ALIGNED = """\
import openai

def ask(messages):
    response = openai.ChatCompletion.create(model="gpt-4",
                                            messages=messages,
                                            stop=["a",
                                                  "b"],
                                            user='''a
    b''')
    return wrap(openai.Moderation.create(input="a",
                                         model="b"),
                1)
"""


def test_what_stands_below_an_argument_moves_with_it():
    expected = ALIGNED.replace("ChatCompletion", "chat.completions").replace("Moderation", "moderations")
    for words, spaces in (("messages=", 44), ("stop=", 44), ('"b"],', 50), ("user=", 44), ('model="b")', 41)):
        moved = spaces + (1 if words.startswith("model") else 2)
        expected = expected.replace(f"\n{' ' * spaces}{words}", f"\n{' ' * moved}{words}")
    assert fix_source(ALIGNED) == expected.replace('model="b")', 'model="b").to_dict()')
