import inspect
import json
import openai

openai.api_key = "sk-tools"


class Tools:
    def weather(self, city: str):
        """The weather in a city."""
        return {"city": city, "sky": "blue"}


class Agent:
    def __init__(self, tools):
        self.tools = tools
        self.messages = []

    def schemas(self):
        for name, method in inspect.getmembers(self.tools, inspect.ismethod):
            yield {"name": name, "description": inspect.getdoc(method),
                   "parameters": {"type": "object", "properties": {p: {"type": "string"} for p in inspect.signature(method).parameters}}}

    def run(self, text):
        self.messages.append({"role": "user", "content": text})
        while True:
            response = openai.ChatCompletion.create(model="gpt-4", messages=self.messages, functions=list(self.schemas()))
            message = response["choices"][0]["message"]
            if message.get("function_call"):
                call = message["function_call"]
                result = getattr(self.tools, call["name"])(**json.loads(call["arguments"]))
                self.messages.append({"role": "assistant", "content": message["content"], "function_call": dict(name=call["name"], arguments=call["arguments"])})
                self.messages.append({"role": "function", "name": call["name"], "content": json.dumps(result)})
                continue
            self.messages.append({"role": "assistant", "content": message["content"]})
            return message["content"]


agent = Agent(Tools())
print(agent.run("How is Rome?"))
print(len(agent.messages), [m["role"] for m in agent.messages])
