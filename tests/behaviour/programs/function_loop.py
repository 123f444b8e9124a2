"""An agent that calls functions until it has an answer."""
import json

import openai


class Agent:
    def __init__(self, functions, model="gpt-4-0613"):
        self.table = {f.__name__: f for f in functions}
        self.model = model
        self.history = []

    def schema(self):
        return [{"name": n, "parameters": {"type": "object", "properties": {"x": {"type": "integer"}}}} for n in self.table]

    def run(self, text):
        self.history.append({"role": "user", "content": text})
        for _ in range(4):
            response = openai.ChatCompletion.create(  # OAI102:24
                model=self.model, messages=self.history, functions=self.schema()
            )
            choice = response.choices[0]
            self.history.append(choice.message)
            if choice.finish_reason != "function_call":
                return choice.message.content
            call = choice.message["function_call"]  # OAI112:20
            output = self.table[call["name"]](**json.loads(call.arguments))  # OAI112:33
            self.history.append({"role": "function", "name": call["name"], "content": str(output)})  # OAI112:62
        raise RuntimeError("no end")


def double(x):
    print("double", x)
    return 2 * x


agent = Agent([double])
print(agent.run("What is twice one?"))
print(len(agent.history))
