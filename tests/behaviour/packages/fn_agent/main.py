import json

from agent import Agent

agent = Agent()
print(agent.run("What is the weather?"))
print(agent.tokens)
for m in agent.messages:
    print(m["role"], m.get("name"), (m["content"] or "")[:40])
with open("transcript.json", "w") as f:
    json.dump(agent.messages, f)
with open("transcript.json") as f:
    print([m.get("function_call", {}).get("name") for m in json.load(f)])
