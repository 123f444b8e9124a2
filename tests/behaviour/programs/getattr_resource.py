"""The kind of call is named in the configuration."""
import openai

PLAN = [
    ("Completion", {"prompt": "By name", "model": "davinci"}),
    ("Embedding", {"input": "By name", "model": "text-embedding-ada-002"}),
]

for resource, arguments in PLAN:
    result = getattr(openai, resource).create(**arguments)  # missed: OAI102:14
    print(resource, sorted(result.keys()))

chat = getattr(openai, "ChatCompletion")  # OAI104:8
method = getattr(chat, "create")  # OAI104:10
answer = method(model="gpt-4", messages=[{"role": "user", "content": "By getattr"}])
print(answer["choices"][0]["message"]["content"])  # OAI112:7
