import json
from dataclasses import asdict

from chat import say
from models import Conversation

c = Conversation()
print(say(c, "hello").text)
reply = say(c, "call", functions=[{"name": "f", "parameters": {"type": "object", "properties": {"x": {"type": "integer"}}}}])
print(reply.finish, reply.function["name"], json.loads(reply.function["arguments"])["x"])
print(c.tokens())
print(sorted(asdict(c.replies[0]))), print(c.replies[0].raw["model"])
