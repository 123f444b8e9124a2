"""Coroutines, tasks, threads, and event loops."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

COROUTINES = r"""
--- await
async def f():
    r = await achat.create()
    print(r["id"])  # OAI112:11
--- await in parentheses
async def f():
    print((await achat.create())["id"])  # OAI112:11
--- await later
async def f():
    c = achat.create()
    r = await c
    print(r["id"])  # OAI112:11
--- async function of the file
async def ask():
    return await achat.create()
async def f():
    r = await ask()
    print(r["id"])  # OAI112:11
--- async function that returns the coroutine
def ask():
    return achat.create()
async def f():
    r = await ask()
    print(r["id"])  # OAI112:11
--- async for
async def f():
    async for chunk in await achat.create(stream=True):
        print(chunk["id"])  # OAI112:15
--- async for over a name
async def f():
    stream = await achat.create(stream=True)
    async for chunk in stream:
        print(chunk["id"])  # OAI112:15
--- async comprehension
async def f():
    return [chunk["id"] async for chunk in await achat.create(stream=True)]  # OAI112:13
--- async generator
async def chunks():
    async for chunk in await achat.create(stream=True):
        yield chunk
async def f():
    async for c in chunks():
        print(c["id"])  # OAI112:15
--- async page
async def f():
    async for m in aclient.models.list():
        print(m["id"])  # OAI112:15
--- async page awaited
async def f():
    page = await aclient.models.list()
    print(page["data"])  # OAI112:11
    async for m in page:
        print(m["id"])  # OAI112:15
--- async with
async def f():
    async with AsyncOpenAI() as c:
        r = await c.chat.completions.create()
        print(r["id"])  # OAI112:15
--- async with over a stream
async def f():
    async with await achat.create(stream=True) as stream:
        async for chunk in stream:
            print(chunk["id"])  # OAI112:19
--- gather
import asyncio
async def f():
    a, b = await asyncio.gather(achat.create(), achat.create())
    print(a["id"], b["id"])  # OAI112:11 OAI112:20
--- gather of other things too
import asyncio
async def f():
    a, b = await asyncio.gather(achat.create(), load())
    print(a["id"])  # OAI112:11
    print(b["id"])
--- gather of a list
import asyncio
async def f():
    rs = await asyncio.gather(*[achat.create() for _ in range(3)])
    for r in rs:
        print(r["id"])  # OAI112:15
--- gather of a generator
import asyncio
async def f():
    rs = await asyncio.gather(*(ask(p) for p in prompts))
    print(rs[0]["id"])  # OAI112:11
async def ask(p):
    return await achat.create()
--- gather of a list under a name
import asyncio
async def f():
    tasks = []
    for p in prompts:
        tasks.append(achat.create())
    for r in await asyncio.gather(*tasks):
        print(r["id"])  # OAI112:15
--- gather, exceptions returned
import asyncio
async def f():
    rs = await asyncio.gather(*[achat.create() for _ in range(3)], return_exceptions=True)
    for r in rs:
        print(r["id"])  # OAI112:15
--- create_task
import asyncio
async def f():
    t = asyncio.create_task(achat.create())
    r = await t
    print(r["id"])  # OAI112:11
--- result of a task
import asyncio
async def f():
    t = asyncio.create_task(achat.create())
    await t
    print(t.result()["id"])  # OAI112:11
--- task group
import asyncio
async def f():
    async with asyncio.TaskGroup() as group:
        t = group.create_task(achat.create())
    print(t.result()["id"])  # OAI112:11
--- wait_for
import asyncio
async def f():
    r = await asyncio.wait_for(achat.create(), timeout=3)
    print(r["id"])  # OAI112:11
--- shield and ensure_future
import asyncio
async def f():
    a = await asyncio.shield(achat.create())
    b = await asyncio.ensure_future(achat.create())
    print(a["id"], b["id"])  # OAI112:11 OAI112:20
--- as_completed
import asyncio
async def f():
    for c in asyncio.as_completed([achat.create() for _ in range(3)]):
        r = await c
        print(r["id"])  # OAI112:15
--- tqdm's as_completed
from tqdm.asyncio import tqdm
async def f():
    for c in tqdm.as_completed([achat.create() for _ in range(3)]):
        r = await c
        print(r["id"])  # OAI112:15
--- tqdm's gather
from tqdm.asyncio import tqdm_asyncio
async def f():
    for r in await tqdm_asyncio.gather(*[achat.create() for _ in range(3)]):
        print(r["id"])  # OAI112:15
--- asyncio.run
import asyncio
async def ask():
    return await achat.create()
print(asyncio.run(ask())["id"])  # OAI112:7
--- run_until_complete
import asyncio
async def ask():
    return await achat.create()
loop = asyncio.get_event_loop()
print(loop.run_until_complete(ask())["id"])  # OAI112:7
--- run_until_complete of gather
import asyncio
loop = asyncio.get_event_loop()
a, b = loop.run_until_complete(asyncio.gather(achat.create(), achat.create()))
print(a["id"])  # OAI112:7
--- run_in_executor
import asyncio
async def f():
    loop = asyncio.get_running_loop()
    r = await loop.run_in_executor(None, lambda: chat.create())
    print(r["id"])  # OAI112:11
--- run_in_executor with a method
import asyncio
async def f():
    loop = asyncio.get_running_loop()
    r = await loop.run_in_executor(None, chat.create)
    print(r["id"])  # OAI112:11
--- run_in_executor with partial
import asyncio, functools
async def f():
    loop = asyncio.get_running_loop()
    r = await loop.run_in_executor(None, functools.partial(chat.create, model="m"))
    print(r["id"])  # OAI112:11
--- to_thread
import asyncio
async def f():
    r = await asyncio.to_thread(chat.create, model="m")
    print(r["id"])  # OAI112:11
--- to_thread with a stream
import asyncio
async def f():
    for chunk in await asyncio.to_thread(chat.create, stream=True):
        print(chunk["id"])  # OAI112:15
--- to_thread with a function of the file
import asyncio
def ask():
    return chat.create()
async def f():
    r = await asyncio.to_thread(ask)
    print(r["id"])  # OAI112:11
--- to_thread with a lambda
import asyncio
async def f():
    r = await asyncio.to_thread(lambda: chat.create())
    print(r["id"])  # OAI112:11
--- anyio
import anyio
async def f():
    r = await anyio.to_thread.run_sync(chat.create)
    print(r["id"])  # OAI112:11
--- starlette
from starlette.concurrency import run_in_threadpool
async def f():
    r = await run_in_threadpool(chat.create, model="m")
    print(r["id"])  # OAI112:11
--- async tenacity
from tenacity import retry
@retry
async def ask():
    return await achat.create()
async def f():
    print((await ask())["id"])  # OAI112:11
--- a semaphore
async def f(limit):
    async with limit:
        r = await achat.create()
    return r["id"]  # OAI112:12
--- near: another client's await
async def f(other):
    r = await other.create()
    print(r["id"])
--- near: gather of coroutines from elsewhere
import asyncio
async def f(tasks):
    for r in await asyncio.gather(*tasks):
        print(r["id"])
--- near: to_thread of something else
import asyncio, json
async def f():
    r = await asyncio.to_thread(json.loads, "{}")
    print(r["id"])
--- near: wait_for with a model_dump
import asyncio
async def f():
    r = (await asyncio.wait_for(achat.create(), timeout=3)).model_dump()
    print(r["id"])
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(COROUTINES)
def test_coroutines(source, sdk):
    check_with(source, sdk)
