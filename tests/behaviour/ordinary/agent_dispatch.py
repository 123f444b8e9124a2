import json
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]


def add(a, b):
    return a + b


FUNCTIONS = {"add": add}
SCHEMAS = [{"name": "add", "description": "adds", "parameters": {
    "type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}, "required": ["a", "b"]}}]


def step(messages):
    reply = openai.ChatCompletion.create(model="gpt-4-0613", messages=messages, functions=SCHEMAS, temperature=0)
    return reply.choices[0]


def loop(question, limit=5):
    messages = [{"role": "user", "content": question}]
    for _ in range(limit):
        choice = step(messages)
        if choice.finish_reason == "function_call":
            call = choice.message.function_call
            args = json.loads(call.arguments)
            try:
                result = FUNCTIONS[call.name](**args)
            except KeyError:
                result = "unknown function"
            print("called", call.name, args, "->", result)
            messages.append({"role": "assistant", "content": None,
                             "function_call": {"name": call.name, "arguments": call.arguments}})
            messages.append({"role": "function", "name": call.name, "content": str(result)})
        else:
            return choice.message.content
    return "limit"


print(loop("What is 1 plus 1?"))
