"""Settings for Azure that are assigned again with another value: the module's client reads them once."""

from __future__ import annotations

import pytest
from fix.given import run

HEAD = "import os\nimport openai\nopenai.api_type = 'azure'\nopenai.api_version = '2023-05-15'\nopenai.api_key = 'k'\n"
CALL = "print(openai.Embedding.create(engine='my-ada', input='tide')['data'][0]['embedding'])\n"
ASK = "openai.api_base = {}\n    " + CALL


def is_for_each_call(files: dict[str, str], *names: str) -> bool:
    """Is a client made for each call?"""
    results = run(files)
    texts = [results[name].after.decode() for name in names or files]
    assert any("embeddings.create(" in text for text in texts), [one.left for one in results.values()]
    return any("openai_client().embeddings" in text for text in texts)


AGAIN = [
    # handed on
    "import form\ndef ask():\n    " + ASK.format("form.value('endpoint')") + "form.on_submit(ask)\n",
    "def ask():\n    " + ASK.format("form.value('endpoint')") + "HANDLERS = {'ask': ask}\n",
    "import tkinter\ndef ask():\n    " + ASK.format("entry.get('x')") + "tkinter.Button(command=ask)\n",
    "def ask():\n    endpoint = form.value('endpoint')\n    " + ASK.format("endpoint") + "form.on_submit(ask)\n",
    "def make():\n    def ask():\n        openai.api_base = form.value('e')\n        " + CALL + "    return ask\n",
    "def use():\n    openai.api_base = form.value('e')\ndef ask():\n    use()\n    " + CALL + "form.on_submit(ask)\n",
    # decorated
    "@app.route('/')\ndef ask():\n    " + ASK.format("request.form['endpoint']"),
    "@app.post('/ask')\nasync def ask(body: Body):\n    " + ASK.format("body.endpoint"),
    "@bot.command()\nasync def ask(context):\n    " + ASK.format("store[context.guild]"),
    "@app.callback()\ndef ask(n):\n    " + ASK.format("config.endpoint"),
    "class Page:\n    @property\n    def text(self):\n        openai.api_base = self.endpoint\n        " + CALL,
    # nobody here calls it
    "def ask():\n    " + ASK.format("load()['endpoint']"),
    "def ask(endpoint):\n    " + ASK.format("endpoint"),
    "class Bot:\n    def ask(self):\n        openai.api_base = self.endpoint\n        " + CALL,
    "class Bot:\n    def __init__(self):\n        openai.api_base = self.find()\n    def ask(self):\n        " + CALL,
    # called again
    "def ask():\n    " + ASK.format("load()['endpoint']") + "ask()\nask()\n",
    "def ask():\n    " + ASK.format("load()['endpoint']") + "while True:\n    ask()\n",
    "for base in BASES:\n    openai.api_base = base\n    " + CALL,
    # a page that runs again
    "import streamlit as st\nopenai.api_base = st.text_input('endpoint')\n" + CALL,
    "import streamlit as st\nbase = st.sidebar.text_input('endpoint')\nopenai.api_base = base\n" + CALL,
    "import streamlit\nopenai.api_base = streamlit.session_state.endpoint\n" + CALL,
    "from streamlit import text_input\nopenai.api_base = text_input('endpoint')\n" + CALL,
    "openai.api_base = input('endpoint: ')\n" + CALL,
]
ONCE = [
    "openai.api_base = os.environ['AZURE_OPENAI_ENDPOINT']\n" + CALL,
    "import config\nopenai.api_base = config.endpoint\n" + CALL,
    "import json\nopenai.api_base = json.load(open('c.json'))['base']\n" + CALL,
    "def setup():\n    openai.api_base = os.environ['BASE']\nsetup()\n" + CALL,
    "def setup():\n    openai.api_base = load()['base']\nsetup()\n" + CALL,
    "import fire\ndef main():\n    " + ASK.format("load()['base']") + "fire.Fire(main)\n",
    "import click\n@click.command()\n@click.option('--base')\ndef main(base):\n    " + ASK.format("base") + "main()\n",
    "import config\n@app.route('/')\ndef ask():\n    " + ASK.format("config.ENDPOINT"),
    "@app.route('/')\ndef ask():\n    " + ASK.format("os.environ['BASE']"),
    "@app.route('/')\ndef ask():\n    " + ASK.format("'https://mine.openai.azure.com'"),
    "import streamlit as st\nopenai.api_base = os.environ['BASE']\n" + CALL,
    "import streamlit as st\nopenai.api_base = st.secrets['BASE']\n" + CALL,
]


@pytest.mark.parametrize("program", AGAIN)
def test_again(program):
    assert is_for_each_call({"app.py": HEAD + program})


@pytest.mark.parametrize("program", ONCE)
def test_once(program):
    assert not is_for_each_call({"app.py": HEAD + program})


def test_over_files():
    app = HEAD + "def use():\n    openai.api_base = load('e')\ndef ask():\n    use()\n    " + CALL
    for main in ("import app\nserve(app.ask)\n", "from app import ask\nserve(ask)\n"):
        assert is_for_each_call({"app.py": app, "main.py": main}, "app.py")
    assert not is_for_each_call({"app.py": app, "main.py": "from app import ask\nask()\n"}, "app.py")


def test_the_kind_takes_turns():
    program = (
        "import openai, form\ndef ask():\n    if form.value('azure'):\n        openai.api_type = 'azure'\n"
        "        openai.api_base = 'https://mine.openai.azure.com'\n        openai.api_version = '2023-05-15'\n"
        "    else:\n        openai.api_type = 'open_ai'\n        openai.api_base = 'https://api.openai.com/v1'\n"
        "    openai.api_key = form.value('key')\n    " + CALL + "form.on_submit(ask)\n"
    )
    assert is_for_each_call({"app.py": program})
