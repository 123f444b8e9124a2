"""OAI101 to OAI104: names that went with openai 0.x."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..sdk.names import Name
from ..semantics.uses import CALL, CATCH, DELETE, IMPORT, LOAD, STORE, STRING, Use
from .base import File, Finding, Rule
from .facts import (
    COROUTINE,
    EXCEPTION,
    SETTING,
    Removed,
    advice,
    classes_instead,
    is_rebound,
    note_of,
    removed,
    replacement,
)

GONE = "was removed in openai 1.0"


def named(use: Use, found: Removed) -> str:
    """The removed thing as the user wrote it, with its full name where that says more."""
    path = found.path
    if use.spelled == path or use.spelled.startswith(path + "."):
        return use.spelled
    if use.spelled.endswith(path.removeprefix("openai.")) or path in use.spelled:
        return use.spelled
    return f"{use.spelled} ({path})"


def client_of(found: Removed, file: File) -> str:
    """How the client is made on which today's counterpart is called."""
    made = "AzureOpenAI(...)" if file.azure_module else "OpenAI()"
    return f"Async{made}" if found.kind == COROUTINE else made


class RemovedImport(Rule):
    """Finds imports of names and modules that left the SDK with 1.0.

    `from openai import ChatCompletion`, `import openai.error`, `from openai.error import …`,
    `from openai.embeddings_utils import …` and every other name of 0.28.1 that is gone, at module
    level or within a function, a class or a `try`.

    ## Why it breaks

    Modules that are gone fail when the import runs:

        ModuleNotFoundError: No module named 'openai.error'
        ModuleNotFoundError: No module named 'openai.embeddings_utils'
        ImportError: cannot import name 'InvalidRequestError' from 'openai'

    The resource classes fail later: since 1.2.0 `from openai import ChatCompletion` succeeds and gives a
    stub, and the first call raises:

        openai.lib._old_api.APIRemovedInV1:

        You tried to access openai.ChatCompletion, but this is no longer supported in openai>=1.0.0 - see the README at https://github.com/openai/openai-python for the API.

    ## Example

    ```python
    from openai.error import RateLimitError
    ```

    ## Use instead

    ```python
    from openai import RateLimitError
    ```

    ## Not detected

    An import in a `try` whose `except ImportError` imports the current name is code for both SDKs and
    stays silent. So does a file that lies beside a module of its own called `openai`.
    """  # noqa: E501

    code = "OAI101"
    name = "removed-import"
    roles = (IMPORT,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each imported name."""
        found = removed(use.value)
        if found is None:
            return
        what = use.spelled
        if isinstance(found.row, Name):
            instead = replacement(found.row, file.target)
            if found.kind == EXCEPTION and instead:
                names = str(classes_instead(found.row, file.target)).replace("openai.", "").strip("()")
                instead = f"from openai import {names}"
            note = found.row.note
        else:
            instead, note = found.row.use, found.row.note
        yield Finding(use.node, f"{what} {GONE}{advice(instead, note, client_of(found, file))}", instead)


class RemovedCall(Rule):
    """Finds calls of what 0.x offered and later SDKs do not.

    Every resource method of 0.28.1 (`openai.ChatCompletion.create`, `openai.Embedding.create`,
    `openai.Engine.list`, `openai.File.find_matching_files`, …) and the helpers of its modules
    (`openai.embeddings_utils.get_embedding`, …), through any import, alias, attribute, parameter or
    function of the same file.

    ## Why it breaks

        openai.lib._old_api.APIRemovedInV1:

        You tried to access openai.ChatCompletion, but this is no longer supported in openai>=1.0.0 - see the README at https://github.com/openai/openai-python for the API.

    In 1.0.0 to 1.1.2:

        AttributeError: module 'openai' has no attribute 'ChatCompletion'

    The message goes on to recommend `openai migrate`. That command was removed in openai 2.35.0.

    ## Example

    ```python
    import openai

    reply = openai.ChatCompletion.create(model="gpt-5.6-sol", messages=[{"role": "user", "content": "Hi"}])
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    reply = client.chat.completions.create(model="gpt-5.6-sol", messages=[{"role": "user", "content": "Hi"}])
    ```

    The arguments and the response have changed too: see OAI110, OAI111.

    ## Not detected

    A call on something that may also be something else on another path, and a call in a branch that a
    test of the version reserves for the old SDK.
    """  # noqa: E501

    code = "OAI102"
    name = "removed-call"
    roles = (CALL,)
    kinds_elsewhere = (COROUTINE, EXCEPTION, SETTING)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call."""
        found = removed(use.value)
        if found is None or found.kind in self.kinds_elsewhere or is_rebound(use.value):
            return
        assert isinstance(found.row, Name)
        instead = replacement(found.row, file.target)
        told = advice(instead, note_of(found.row, instead), client_of(found, file))
        yield Finding(use.node, f"{named(use, found)} {GONE}{told}", instead)


class RemovedAsyncCall(Rule):
    """Finds calls of the `a…` methods of 0.x, which are gone: an async client takes their place.

    ## Why it breaks

    The call itself raises, before anything is awaited:

        openai.lib._old_api.APIRemovedInV1:

        You tried to access openai.ChatCompletion, but this is no longer supported in openai>=1.0.0 - see the README at https://github.com/openai/openai-python for the API.

    The methods of the module are synchronous now: for `await` a client must be made.

    ## Example

    ```python
    import openai

    async def ask(messages):
        return await openai.ChatCompletion.acreate(model="gpt-5.6-sol", messages=messages)
    ```

    ## Use instead

    ```python
    from openai import AsyncOpenAI

    client = AsyncOpenAI()

    async def ask(messages):
        return await client.chat.completions.create(model="gpt-5.6-sol", messages=messages)
    ```

    ## Not detected

    As for OAI102.
    """  # noqa: E501

    code = "OAI103"
    name = "removed-async-call"
    roles = (CALL,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call."""
        found = removed(use.value)
        if found is None or found.kind != COROUTINE or is_rebound(use.value):
            return
        assert isinstance(found.row, Name)
        instead = replacement(found.row, file.target)
        instead = f"await {instead}" if instead else None
        told = advice(instead, found.row.note, client_of(found, file))
        yield Finding(use.node, f"{named(use, found)} {GONE}{told}", instead)


class RemovedReference(Rule):
    """Finds any other mention of what is gone: passed on, assigned, subclassed, annotated, patched.

    Also in strings that are resolved at run time: the targets of `unittest.mock.patch`,
    `mocker.patch`, `monkeypatch.setattr`, the argument of `importlib.import_module`, annotations in
    quotes and type comments.

    ## Why it breaks

    A module that is gone raises at the mention:

        AttributeError: module 'openai' has no attribute 'error'

    A class does not: since 1.2.0 it is a stub, and the error comes with the first call, far from here.
    A patch is the worst case. `mock.patch("openai.ChatCompletion.create")` succeeds on the stub. A test
    of a program that was not migrated passes, and one of a program that was migrated goes on to the real
    service, as the patch intercepts nothing there.

    ## Example

    ```python
    from unittest import mock

    with mock.patch("openai.ChatCompletion.create"):
        pass
    ```

    ## Use instead

    ```python
    from unittest import mock

    with mock.patch("openai.resources.chat.completions.Completions.create"):
        pass
    ```

    ## Not detected

    `getattr` with a default and `hasattr`: code that asks is code for both SDKs. Paths that are put
    together at run time.
    """

    code = "OAI104"
    name = "removed-reference"
    roles = (LOAD, STORE, DELETE, CATCH, STRING)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each mention; exceptions and settings have codes of their own."""
        found = removed(use.value)
        if found is None or is_rebound(use.value) or found.kind == SETTING:
            return
        if found.kind == EXCEPTION and use.role != STRING:
            return
        assert isinstance(found.row, Name)
        instead = replacement(found.row, file.target)
        what = use.spelled if isinstance(use.node, ast.Constant) else named(use, found)
        told = advice(instead, note_of(found.row, instead), client_of(found, file))
        yield Finding(use.node, f"{what} {GONE}{told}", instead)
