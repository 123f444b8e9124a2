import asyncio

from bot import on_message

MESSAGES = [
    {"channel": 1, "author": "ada", "content": "Hello there"},
    {"channel": 1, "author": "Marvin", "content": "I should not see this"},
    {"channel": 2, "author": "bob", "content": "What is the time?"},
    {"channel": 1, "author": "ada", "content": "!draw a sad robot"},
    {"channel": 1, "author": "ada", "content": "!reset"},
    {"channel": 1, "author": "ada", "content": "Who am I?"},
]


async def send(text):
    print(">", text)


async def main():
    for message in MESSAGES:
        await on_message(message, send)


if __name__ == "__main__":
    asyncio.run(main())
