import json

import openai

from triage import summarise, triage
from llm import chat

tickets = [{"id": 1, "body": "I was charged twice"}, {"id": 2, "body": "App crashes on login"}]
rows = [triage(t) for t in tickets]
print(json.dumps(rows))
summary, usage = summarise(tickets)
print(summary)
print(usage["prompt_tokens"], usage.completion_tokens)
try:
    chat([{"role": "user", "content": "x"}], model="status-429")
except openai.error.RateLimitError as e:
    print("gave up", e.http_status)
