from agent.loop import Agent
from agent.tools import weather, now

agent = Agent(tools=[weather, now])
print(agent.run("Will it rain?"))
print([m["role"] for m in agent.messages])
print(agent.messages[1]["function_call"]["name"], agent.messages[2]["content"])
