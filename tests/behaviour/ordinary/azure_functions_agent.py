# environment: AZ=az-functions
import json
import os
import openai

openai.api_base, openai.api_key = "https://functions.openai.azure.com", os.environ["AZ"]
openai.api_type, openai.api_version = "azure", "2023-07-01-preview"

functions = [
    {
        "name": "search_hotels",
        "description": "Retrieves hotels from the search index",
        "parameters": {
            "type": "object",
            "properties": {
                "location": {"type": "string", "description": "The location of the hotel"},
                "max_price": {"type": "number", "description": "The maximum price"},
            },
            "required": ["location"],
        },
    }
]
messages = [{"role": "user", "content": "Help me find a hotel in San Diego"}]
response = openai.ChatCompletion.create(engine="agent", messages=messages, functions=functions, function_call="auto")
reply = response.choices[0].message
print(reply.role, reply["function_call"]["name"])

if "function_call" in reply:
    arguments = json.loads(reply.function_call.arguments)
    found = [{"hotel": "Bay", "price": arguments["max_price"] * 2}]
    messages.append({"role": reply["role"], "function_call": {"name": reply["function_call"]["name"],
                     "arguments": reply["function_call"]["arguments"]}, "content": None})
    messages.append({"role": "function", "name": "search_hotels", "content": json.dumps(found)})
    final = openai.ChatCompletion.create(engine="agent", messages=messages, functions=functions)
    print(final["choices"][0]["message"]["content"].strip())
