import json

from .llm import chat


class Agent:
    def __init__(self, tools, max_turns=4):
        self.tools = {tool.__name__: tool for tool in tools}
        self.messages = []
        self.max_turns = max_turns

    def run(self, question):
        self.messages.append({"role": "user", "content": question})
        for _ in range(self.max_turns):
            message = chat(self.messages, [tool.schema for tool in self.tools.values()])
            self.messages.append(message)
            if not message.get("function_call"):
                return message["content"]
            self.messages.append(self.call(message["function_call"]))

    def call(self, wanted):
        arguments = json.loads(wanted["arguments"])
        return {"role": "function", "name": wanted["name"], "content": self.tools[wanted["name"]](**arguments)}
