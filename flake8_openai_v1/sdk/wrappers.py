"""Other packages that hand the SDK's module on, or give its calls arguments of their own. One row a line.

``tests/sdk/test_wrappers.py`` proves every row against the release that it names.
"""

# fmt: off

from __future__ import annotations

from typing import NamedTuple


class Wrapper(NamedTuple):
    """One package that wraps the calls of the SDK."""

    package: str
    """Top-level name of its module."""
    release: str
    """Distribution and release in which the arguments were read."""
    arguments: tuple[str, ...]
    """Some of the arguments that it takes out before the SDK sees the call."""


# A call in a file that imports one of these may carry arguments that the SDK does not know.
WRAPPERS: tuple[Wrapper, ...] = (
    Wrapper("helicone", "helicone==1.0.14", ("properties", "heliconeMeta")),
    Wrapper("instructor", "instructor==0.2.11", ("response_model",)),
    Wrapper("langfuse", "langfuse==1.1.11", ("name", "trace_id")),
    Wrapper("promptlayer", "promptlayer==0.2.0", ("pl_tags",)),
)

# The SDK's own objects under another name.
SAME: dict[str, str] = {
    "helicone.openai_async.openai": "openai",
    "helicone.openai_proxy.openai": "openai",
    "langfuse.openai.openai": "openai",
    "promptlayer.openai": "openai",
}

# What runs a function that it is given, or decorates, once in a process, or changes nothing of how often it runs.
ONCE: frozenset[str] = frozenset({
    "Fire", "run", "run_main", "wrapper", "main",  # fire, typer, absl, curses, hydra
    "cache", "lru_cache", "cached_property", "cache_resource", "once",
    "staticmethod", "classmethod", "abstractmethod", "override", "overload", "final", "wraps", "no_type_check",
    "contextmanager", "asynccontextmanager", "set_defaults",
})

# The same, of packages for command lines: what others call so runs a function as often as somebody asks.
COMMAND_LINES: frozenset[str] = frozenset({"click", "typer", "cyclopts", "rich_click"})
ONCE_THERE: frozenset[str] = frozenset({
    "command", "group", "callback", "option", "argument", "pass_context", "pass_obj", "version_option", "default",
})

# Frameworks that run what is awaited in one event loop, as long as the process lives.
ONE_LOOP: frozenset[str] = frozenset({
    "fastapi", "starlette", "sanic", "quart", "litestar", "chainlit",
    "discord", "nextcord", "disnake", "interactions", "aiogram", "telegram", "pyrogram", "telethon", "hikari",
})

# What runs the file that imports it anew for each thing that a person does on the page.
RERUN: frozenset[str] = frozenset({"streamlit"})
