import json

import openai

FUNCTIONS = [
    {
        "name": "get_weather",
        "description": "The weather in a city",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "unit": {"type": "string", "enum": ["c", "f"]}},
            "required": ["city"],
        },
    }
]


def get_weather(city, unit="c"):
    return {"city": city, "temperature": 21, "unit": unit}


response = openai.chat.completions.create(
    model="gpt-3.5-turbo-0613",
    messages=[{"role": "user", "content": "How warm is it in Boston?"}],
    functions=FUNCTIONS,
    function_call="auto",
)
message = response.choices[0].message
if message.function_call:
    name = message.function_call.name
    arguments = json.loads(message.function_call.arguments)
    result = {"get_weather": get_weather}[name](**arguments)
    print(name, arguments, result["temperature"])
    second = openai.chat.completions.create(
        model="gpt-3.5-turbo-0613",
        messages=[
            {"role": "user", "content": "How warm is it in Boston?"},
            message,
            {"role": "function", "name": name, "content": json.dumps(result)},
        ],
    )
    print(second.choices[0].message.content)
