"""Find Python code written for openai 0.x, say what to write instead, and write it.

The library's doors are `lint_source`, `fixes` and `fix_source`. Each is loaded on first use: flake8 imports this
package at every start.
"""

# Nothing is imported here: with ``python -m`` it would be looked for in the current folder first.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .fix.fixer import fix_source as fix_source
    from .fix.planning import fixes as fixes
    from .lint.linter import lint_source as lint_source

    __version__: str

__all__ = ["fix_source", "fixes", "lint_source"]

MARKERS = ("openai", "azure.ai", "T3BlbkFJ", "JQQJ99", "OpenAI-Beta")
"""A file without any of these cannot have a finding: it is done after a few substring searches.

The third and the fourth stand in each key of OpenAI and of Azure AI, the last is a header of requests by hand.
"""


NAME = "flake8-openai-v1"
"""The name of the package, of the command, and of our table in pyproject.toml."""

SITE = f"https://{NAME}.readthedocs.io/en/latest/"
"""Where the documents are: the address that Read the Docs gives to a project of this name."""


def rule_url(code: str) -> str:
    """Give the address of the page that documents a code."""
    return f"{SITE}rules/{code}/"


def __getattr__(name: str) -> object:
    """Load `lint_source`, `fixes`, `fix_source` or `__version__` when somebody asks for it."""
    if name == "lint_source":
        from .lint.linter import lint_source

        return lint_source
    if name == "fixes":
        from .fix.planning import fixes

        return fixes
    if name == "fix_source":
        from .fix.fixer import fix_source

        return fix_source
    if name == "__version__":
        from importlib.metadata import version

        return version(NAME)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
