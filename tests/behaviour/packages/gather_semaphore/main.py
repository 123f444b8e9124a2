# order: any
import asyncio

from crawl.runner import Runner
from crawl.tasks import Label, Summary

async def main():
    runner = Runner(limit=2)
    results = await runner.run([Label("red tide"), Summary("long text"), Label("status-429"), Summary("short")])
    for task, result in results:
        print(type(task).__name__, task.text, "->", result)

asyncio.run(main())
