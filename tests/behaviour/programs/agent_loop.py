import json
import openai

openai.api_key = "sk-agent"


class Tool:
    def __init__(self, name, fn, params):
        self.name, self.fn = name, fn
        self.schema = {"name": name, "description": fn.__doc__ or "", "parameters": params}


def shout(text="x"):
    """Shout it."""
    return text.upper()


class Agent:
    def __init__(self, tools, max_steps=4):
        self.tools = {t.name: t for t in tools}
        self.messages = []
        self.max_steps = max_steps

    def step(self):
        response = openai.ChatCompletion.create(  # OAI102:20
            model="gpt-4-0613",
            messages=self.messages,
            functions=[t.schema for t in self.tools.values()],
            function_call="auto",
        )
        return response["choices"][0]["message"]  # OAI112:16

    def run(self, task):
        self.messages.append({"role": "user", "content": task})
        for _ in range(self.max_steps):
            message = self.step()
            self.messages.append(message)
            if "function_call" not in message:  # OAI113:16
                return message["content"]  # OAI112:24
            call = message["function_call"]  # OAI112:20
            args = json.loads(call["arguments"])  # OAI112:31
            result = self.tools[call["name"]].fn(**args)  # OAI112:33
            print("tool", call["name"], args, "->", result)  # OAI112:27
            self.messages.append({"role": "function", "name": call["name"], "content": result})  # OAI112:63
        return None


tool = Tool("shout", shout, {"type": "object", "properties": {"text": {"type": "string"}}})
print(Agent([tool]).run("please shout"))
