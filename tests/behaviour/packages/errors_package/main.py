import os

from llmlib import Client, LLMError

key = os.environ["OPENAI_API_KEY"]
for model in ("gpt-4", "status-429-1", "status-503-1", "status-400", "status-401"):
    try:
        print(Client(key, model)("hello"))
    except LLMError as e:
        print(type(e).__name__, e, e.status)
