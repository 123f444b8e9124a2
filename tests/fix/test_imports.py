"""Imports that a fix needs stand where the file has its like."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec

import pytest

from flake8_openai_v1.fix.fixer import fix_source
from flake8_openai_v1.fix.text.edits import applied
from flake8_openai_v1.fix.text.imports import add_imports
from flake8_openai_v1.fix.text.text import Text


class Asked:
    """What `add_imports` takes of a plan."""

    def __init__(self, text: str, names: str, path: str = "bot.py") -> None:
        from flake8_openai_v1.fix.text.edits import Edits

        self.text, self.path = Text(text, ast.parse(text)), path
        self.imports, self.carrier = set(names.split()), None
        self.edits = Edits(text)


def added(text: str, names: str, **more: str) -> str:
    asked = Asked(text, names, **more)
    add_imports(asked)  # type: ignore[arg-type]
    return applied(text, asked.edits.finished())


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("import openai\n", "os", "import os\nimport openai\n"),
        ("import json\n\nimport openai\n", "os", "import json\nimport os\n\nimport openai\n"),
        ("import re\nimport sys\n\nimport openai\n", "os", "import os\nimport re\nimport sys\n\nimport openai\n"),
        ("import json\nimport sys\n\nimport openai\n", "os", "import json\nimport os\nimport sys\n\nimport openai\n"),
        ("from typing import Any\n\nimport openai\n", "os", "import os\nfrom typing import Any\n\nimport openai\n"),
        ("import json\nfrom typing import Any\n\nimport openai\n", "os",
         "import json\nimport os\nfrom typing import Any\n\nimport openai\n"),
        ("import openai\nimport json\n", "os", "import openai\nimport json\nimport os\n"),
        ("import json\n\nimport openai\n\nfrom app import x\n", "httpx2",
         "import json\n\nimport httpx2\nimport openai\n\nfrom app import x\n"),
        ("import json\n\nimport openai\n", "tenacity", "import json\n\nimport openai\nimport tenacity\n"),
        ("import json\n", "openai", "import json\nimport openai\n"),
        ("import json\nx = 1\n", "openai os", "import json\nimport os\nimport openai\nx = 1\n"),
        ('"""Doc."""\n\nimport openai\n', "os", '"""Doc."""\n\nimport os\nimport openai\n'),
        ("from __future__ import annotations\n\nimport openai\n", "os",
         "from __future__ import annotations\n\nimport os\nimport openai\n"),
        ("# a comment\nimport json  # why\n\nimport openai\n", "os",
         "# a comment\nimport json  # why\nimport os\n\nimport openai\n"),
        ("from . import x\nimport openai\n", "os", "import os\nfrom . import x\nimport openai\n"),
        ("from dataclasses import dataclass\nimport json\nfrom typing import Any\n", "os",
         "from dataclasses import dataclass\nimport json\nimport os\nfrom typing import Any\n"),
        ("import json; import sys\nimport openai\n", "os", "import os\nimport json; import sys\nimport openai\n"),
        ("x = 1\nimport json\n", "os", "x = 1\nimport os\nimport json\n"),
        ("x = 1\n", "os", "import os\n\nx = 1\n"),
        ("import json, os\r\n\r\nimport openai\r\n", "os re", "import json, os\r\nimport re\r\n\r\nimport openai\r\n"),
        ("import os.path\nimport openai\n", "os", "import os\nimport os.path\nimport openai\n"),
    ],
)  # fmt: skip
def test_where_imports_come(text, names, expected):
    assert added(text, names) == expected


HEADS = [
    "import json\nimport sys\nfrom typing import Any\n\nimport openai\nimport requests\nfrom flask import Flask\n",
    "from typing import Any\n\nimport openai\n",
    '"""Doc."""\n\nfrom __future__ import annotations\n\nimport abc\n\nimport openai\nimport yaml\n',
]


@pytest.mark.skipif(find_spec("ruff") is None, reason="ruff is not installed")
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("names", ["os", "httpx2", "os tenacity", "datetime os numpy tenacity"])
def test_what_was_in_order_is_in_order(head, names):
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "I", "-q", "-"]
    for text in (head, added(head, names)):
        done = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
        assert done.returncode == 0, (text, done.stdout)


def test_a_notebook_gets_them_in_front():
    assert added("import json\nimport openai\n", "os", path="a.ipynb") == "import os\nimport json\nimport openai\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("APIError, RateLimitError", "InternalServerError, RateLimitError, UnprocessableEntityError"),
        ("RateLimitError, APIError", "RateLimitError, InternalServerError, UnprocessableEntityError"),
    ],
)
def test_names_stay_in_order(before, after):
    text = f"from openai.error import {before}\n\ntry:\n    print(1)\nexcept (APIError, RateLimitError):\n    pass\n"
    assert fix_source(text).startswith(f"from openai import {after}\n")


def test_a_name_a_line_stays_so():
    text = "from openai.error import (\n    APIError,\n    Timeout,\n)\n\nprint(APIError, Timeout)\n"
    names = ["APITimeoutError", "InternalServerError", "UnprocessableEntityError"]
    assert fix_source(text).startswith(f"from openai import (\n    {f',{chr(10)}    '.join(names)},\n)\n")
