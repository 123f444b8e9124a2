import json

import openai

from tools import DISPATCH, FUNCTIONS


class Agent:
    def __init__(self, model="gpt-3.5-turbo-0613"):
        self.model = model
        self.messages = []
        self.tokens = 0

    def step(self):
        response = openai.ChatCompletion.create(
            model=self.model, messages=self.messages, functions=FUNCTIONS, function_call="auto"
        )
        self.tokens += response["usage"]["total_tokens"]
        message = response["choices"][0]["message"]
        self.messages.append(message)
        return message

    def run(self, question, limit=3):
        self.messages.append({"role": "user", "content": question})
        for _ in range(limit):
            message = self.step()
            if message.get("function_call"):
                name = message["function_call"]["name"]
                args = json.loads(message["function_call"]["arguments"])
                result = DISPATCH[name](**args)
                self.messages.append({"role": "function", "name": name, "content": json.dumps(result)})
            else:
                return message["content"]
        return None
